"""Who set an aim: the body that decided on it rather than the place it is for.

Answers, for a place in the text, with the council, committee or congress that was last said to decide
("The People's Council approved", "a plan of the Party Committee", "adopted by the congress"), named in full
after the city the text is speaking of. Refuses bodies whose decisions are only carried out by others ("to
implement the Politburo's resolution").
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from hanoi_lib.needles import Needles
from hanoi_lib.passages import Passage
from hanoi_lib.places import Places

_NUMBER = r"(?:(?P<number>\d{1,2}(?:st|nd|rd|th)|[Ff]irst)\s)?"
_BODY = (
    rf"(?:{_NUMBER}(?:(?:[A-Z][\w-]+\s){{0,4}}|(?:municipal|provincial|city)\s)?(?P<congress>(?:[Pp]arty\s)?[Cc]ongress)\b"
    r"(?:\sof\s(?:the\s)?(?:[\w']+\s){0,2}Party\s(?:Organi[sz]ation|Committee)\b)?"
    r"|(?P<local>(?:People['’]s|Party)\s(?:Council|Committee)|(?<=[Tt]he\s)[Cc]ouncil)"
    r"|(?P<central>Politburo|National Assembly|(?:central\s)?[Gg]overnment|Prime Minister))"
)
_DECIDES = (
    r"(?:(?:adopt|pass|fix|assign|task|target|lower|ask|want|order|unveil|sign|demand)(?:s|e?d|es)"
    r"|(?:approv|issu|vot|decid|agre|rais|endors|resolv|outlin|announc)e(?:s|d)|sets?|aims?|puts?|expects?"
    r"|plans|planned|intends|laid (?:down|out)|closed|concluded|ended|wrapped up|opened)\b"
)
_PAPER = (
    r"(?:resolution|plan|programme|program|scheme|decision|strategy|targets?|goals?|project|report|proposal|document|blueprint"
    r"|Resolution|Decision|Plan|Directive|Conclusion|directive|conclusion)"
)
_DECIDED = re.compile(
    # "The People's Council of the city on Friday approved"
    rf"\b{_BODY}(?![\w'’])[^.;]{{0,70}}?\s(?:(?:has|have|had|also)\s)?{_DECIDES}"
    # "the municipal Party Committee's action programme"
    rf"|\b{_BODY.replace('?P<', '?P<own_')}['’]s?\s(?:[\w-]+\s){{0,4}}?{_PAPER}\b"
    # "a plan of the Hanoi People's Committee", "approved by the 16th People's Council"
    rf"|\b(?:{_PAPER}(?:\s[\w/.-]+)?\s(?:of|by|from)|{_DECIDES}\s(?:[\w-]+\s){{0,3}}?by)\s(?:the\s)?(?:[\w-]+\s){{0,3}}?"
    rf"{_BODY.replace('?P<', '?P<by_')}(?![\w'’])"
)
_MAY_DECIDE = Needles("council|committee|congress|politburo|national assembly|government|prime minister")
# What is only carried out: "to implement the Politburo's resolution", "in line with the resolution of"
_CARRIED_OUT = re.compile(
    r"\b(?:implement\w*|carr(?:y|ies|ied|ying) out|reali[sz]\w+|execut\w+|concreti[sz]\w+|puts? into practice"
    r"|in line with|in accordance with|based on|pursuant to|follow(?:s|ing)|proposed to|asked"
    r"|report(?:s|ed)? to|submit\w* to|if)"
    r"\s[^.;]{0,40}$"
)
REACH = 2400  # characters behind a decision within which aims are still taken for its own


class Setters:
    """The decisions a text tells of, and who made them."""

    def __init__(self, plain: str, passages: Sequence[Passage], places: Places) -> None:
        """Take the text, its sentences and the places it names."""
        found = list(_find(plain, passages, places))
        full = {name.partition(" ")[2]: name for _, name in found if name[0].isdigit()}
        self._found = [(start, full.get(name, name)) for start, name in found]  # "the 17th" everywhere
        self._starts = [start for start, _ in found]

    def at(self, start: int, end: int) -> str | None:
        """Who set what is aimed at between two offsets: by the decision told last, or just behind."""
        index = bisect_right(self._starts, end)
        if index and start - self._starts[index - 1] <= REACH:
            return self._found[index - 1][1]
        if index < len(self._found) and self._starts[index] - end <= REACH // 4:
            return self._found[index][1]
        return None


def _find(plain: str, passages: Sequence[Passage], places: Places) -> Iterator[tuple[int, str]]:
    """The place and the name of each deciding body."""
    for passage in passages:
        if passage.kind == "boilerplate" or not _MAY_DECIDE.within(plain[passage.start : passage.end]):
            continue
        for match in _DECIDED.finditer(plain, passage.start, passage.end):
            if not _CARRIED_OUT.search(plain[max(passage.start, match.start() - 60) : match.start()]):
                yield match.start(), _name(match, places)


def _name(match: re.Match[str], places: Places) -> str:
    """A body's name in full, by the city named in it or the one the text is about."""
    found = {kind.rpartition("_")[2]: value for kind, value in match.groupdict().items() if value}
    if "central" in found:
        return found["central"][0].upper() + found["central"][1:]
    named = places.localities(max(0, match.start() - 40), match.end())
    place = named[-1].value if named else places.main
    if "local" in found:
        body = found["local"].replace("’", "'")
        body = "People's Council" if body.lower() == "council" else body
        return f"{place} {body}" if place else body
    number = found.get("number", "")
    number = "1st" if number.lower() == "first" else number
    return " ".join(part for part in (number, place if place else "", "Party Congress") if part)
