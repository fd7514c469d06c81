"""A short noun phrase for what a sentence tells: "Working session with the Hanoi Party Committee".

Answers from the words around the noun or verb that tells it. The words stay the text's own, so the title
can be checked against the citation; a verb becomes the noun that `vocabulary/events.yml` has for it.
"""

import re
from functools import cache
from typing import Final

from hanoi_lib.scan import load_vocabulary

_LONGEST: Final = 120
# Words that belong to a noun on its right: capitals, ordinals, the adjectives of meetings.
_MODIFIERS: Final = re.compile(
    r"(?:(?:(?!(?:Under|By|With|In|On|At|From|After) )"
    r"[A-Z][\w'.&-]*|\d{1,3}(?:st|nd|rd|th)|first|second|third|fourth|fifth"
    r"|extraordinary|regular|annual|two-tier|year-end"
    r"|mid-year|working|of) ){1,7}$"
)
# The first sign that another clause or circumstance begins.
_STOP: Final = re.compile(
    r"[,;:()\"?!]|\s(?:occurs?|on (?=[A-Z]|the (?:morning|afternoon|evening))|held|took place"
    r"|wrapped|came|got|kicked|which|who|that|when|where|while|since|until|runs|ran|lasts|lasted"
    r"|and (?:is|was|will|has)|chaired|hosted|from (?=\d)"
    r"|to (?:give|discuss|review|agree|be)|(?:en)?titled|themed|scheduled|slated"
    r"|is|are|was|were|ended|closed|opened|concluded"
    r"|will|would|has|had|set|due|issued|dated|during|at the|with the participation"
    r"|this|today|yesterday|last|next"
    r"|of (?:\d{1,2} )?(?:January|February|March|April|May|June|July|August|September"
    r"|October|November|December))\b"
    r"|(?<!\bMr)(?<!\bMrs)(?<!\bMs)(?<!\bDr)(?<!\bNo)\.(?:\s|$)|\s—|\sin (?:the )?$"
    r"|\sin (?=\d|[A-Z])"
)
_DETERMINER: Final = re.compile(
    r"^(?:date [\d-]{10}|when|the|a|an|its|his|her|their|this|that|it|also|by|and|which|he|she|they)\s+", re.I
)
_AUXILIARIES: Final = re.compile(
    r"\s*(?<![-\w])(?:was|were|been|be|is|are|being|will|would|has|have|had|just|to|due|set"
    r"|must|should|can|could|may|might|expected|scheduled|slated|planned|earlier|officially|also|first|then|later|now|jointly)(?![-\w])\s*"
)
_PASSIVE: Final = re.compile(r"\b(?:was|were|been|be|is|are|being)(?: \w+ly)? $")
_CIRCUMSTANCE: Final = re.compile(r"\s*(?:on|in|at|from|by|during|again|for|of|to|as|with|this|last)\b", re.I)
_OFFICE: Final = re.compile(
    r"(?:[A-Z][a-z]+ ){0,2}(?:Secretary|Chair|President|Minister|Head|Director|Chief|Member|Mayor)", re.I
)
_HEADS: Final = {"Dating": "Issuance"}
_OF: Final = {"Meeting": "with", "Decision": "on", "Reception": "for", "Visit": "to"}
# "voted on May 9 to lower the fee", "voted for the change"
_AIM: Final = re.compile(r"(?<!due)(?<!thanks) (?:to (?!the |a |its )|for |in favour of |on )(?=[a-z])")


def build_title(
    plain: str,
    start: int,
    end: int,
    trigger: tuple[int, int],
    deed: str | None,
    thing: tuple[int, int] | None,
    moment: int,
) -> str:
    """The title of what [start, end) tells: its noun and what belongs to it, or its deed and object.

    `thing` is the noun that the deed is about, where known. A moment behind the words is not reached into.
    """
    if deed is None or deed in ("Holding", "Opening session"):
        return _tidy(_phrase(plain, start, end, thing or trigger, moment))
    head, of = _HEADS.get(deed, deed), _OF.get(deed, "of")
    if deed == "Decision" and (aim := _AIM.search(plain[trigger[1] : end])):
        behind = _cut(plain[trigger[1] + aim.start() : end])
        return _tidy(head + re.sub("^ (?:for|in favour of|on) ", " on ", behind))
    if thing is not None:
        limit = trigger[0] if thing[0] < trigger[0] else moment
        concerned = _phrase(plain, start, end, thing, limit)
    else:
        concerned, is_subject = _concerned(plain, start, end, trigger, moment)
        of = (
            "of"
            if is_subject
            else "as"
            if head in ("Appointment", "Election") and _OFFICE.match(_bare(concerned))
            else of
        )
    if concerned.startswith((" as ", " from ", " to her", " to his", " to their", " to the ")):
        return _tidy(head + concerned)
    return _tidy(f"{head} {of} {_bare(concerned)}" if _bare(concerned) else head)


def _phrase(plain: str, start: int, end: int, noun: tuple[int, int], moment: int) -> str:
    """A noun with its modifiers and what follows it."""
    first, last = noun
    modifiers = _MODIFIERS.search(plain[start:first])
    return (
        (modifiers.group() if modifiers else "")
        + plain[first:last]
        + _cut(plain[last : moment if moment > last else end])
    )


def _concerned(plain: str, start: int, end: int, verb: tuple[int, int], moment: int) -> tuple[str, bool]:
    """The object of a verb, or its subject where it is passive or has none; and whether it is the subject."""
    first, last = verb
    behind = _cut(plain[last : moment if moment > last else end])
    subject = _bare(_subject(plain[start:first]))
    subject = "" if subject.lower() in ("which", "that", "he", "she", "they", "it", "who", "we") else subject
    if plain.startswith(' "', last):
        behind = plain[last + 2 : end].partition('"')[0]
    met = behind.startswith(" with ") and _MET.fullmatch(plain, first, last)
    if met or (not subject and behind.startswith((" as ", " to "))):
        return behind, False
    if (him := _PRONOUN.match(behind)) and not _PASSIVE.search(plain[start:first]):
        rest = behind[him.end() :]
        return (rest if rest.startswith((" from ", " as ")) else ""), False
    behind = "" if him or behind.startswith(" and ") else behind
    if behind.startswith(" of ") and _STARTED.search(plain[first:last]):
        return behind.removeprefix(" of"), False  # "started construction of two lines"
    has_object = bool(behind.strip()) and not _CIRCUMSTANCE.match(behind)
    if subject and (_PASSIVE.search(plain[start:first]) or not has_object):
        return subject, True
    return (behind if has_object else ""), False


def _cut(text: str) -> str:
    stop = _STOP.search(text)
    return text[: stop.start()] if stop else text


# "Mr. An, who was": the person in front of a relative clause
_RELATIVE: Final = re.compile(
    r"((?:(?:Mr|Mrs|Ms|Dr)\.? )?[A-Z][\w'-]*(?: [A-Z][\w'-]*){0,5}),? (?:who|which|that)"
    r"(?: (?:was|were|had|has|have|been|is|also)){0,3} ?$"
)
# "Mr. An, whom the council": the person who is the object
_WHOM: Final = re.compile(r"([A-Z][\w'-]*(?: [A-Z][\w'-]*){0,5}),? whom (?:[\w'-]+ ){0,6}[\w'-]+$")
# "Duong Van An, a former secretary of the committee, who retired"
_APPOSED: Final = re.compile(
    r"((?:(?:Mr|Mrs|Ms|Dr)\.? )?(?:[A-Z][\w'-]* ){1,5}(?:[A-Z][\w'-]*)),"
    r" (?:an? |the |its |then |former )[^,;]{3,80},? who ?$"
)
# "Mr. An, Deputy Secretary of the committee, was officially": the person in front of an apposition
_NAMED: Final = re.compile(
    r"((?:(?:Mr|Mrs|Ms|Dr)\.? )?(?:[A-Z][\w'-]* ){1,4}[A-Z][\w'-]*), [^;]{3,130},"
    r" (?:was|were|has been|had been|is|will be)(?: \w+ly| also| then)? ?$"
)
_STARTED: Final = re.compile(r"\b(?:construction|work|operations?|production)$")
_ON_WHICH: Final = re.compile(r",? (?:on|in|at|for) which(?: [a-z]+)?$")  # "the road, on which work began"
_MET: Final = re.compile(r"met|meets?|meet again|work(?:s|ed)? with|talked with|met with", re.I)
_PRONOUN: Final = re.compile(r" (?:him|her|them|it|both)\b(?! (?:own|seat|post))")
_WORDY: Final = 10  # words of a subject beyond which it is no phrase but a misread sentence


def _subject(text: str) -> str:
    """The noun phrase in front of a verb, as far as its clause goes."""
    end = text.rstrip()[-160:]
    if relative := _NAMED.search(end) or _APPOSED.search(end) or _RELATIVE.search(end) or _WHOM.search(end):
        return relative.group(1)
    end = _ON_WHICH.sub("", text.rstrip())
    text = end if end != text.rstrip() else text
    clause = re.split(r"[,;:—]\s|\s(?:that|which|as|when|since)\s", text.rstrip())[-1]
    clause = re.sub(r"^\W*(?:when|where|while|after|before|[Ww]ith)\s", "", clause)
    subject = _AUXILIARIES.sub(" ", re.sub(r"^(?:and )?on [A-Z]\w+ \d.*? the ", "", clause))
    return subject if len(subject.split()) <= _WORDY else ""


def _bare(text: str) -> str:
    text = text.strip(" .'\"-")
    while (bare := _DETERMINER.sub("", text)) != text:
        text = bare
    return re.sub(
        r"^(?:with|of|to hold the (?:position|post|office) of|to the (?:position|post) of)\s", "", text
    )


def _tidy(text: str) -> str:
    """One line, a capital first, cut at a word."""
    text = _spelled(_bare(" ".join(text.split())))
    if len(text) > _LONGEST:
        text = _shortened(text)
    text = re.sub(r"(?: (?:of|the|and|with|by|to|for|its|on|in|at|a|from))+$", "", text.strip(" ,.;:/"))
    return text[:1].upper() + text[1:]


def _shortened(text: str) -> str:
    """As many words as fit; a name that does not fit whole is left out, with the words that lead to it."""
    kept, rest = text[:_LONGEST].rsplit(" ", 1)[0], text[:_LONGEST].rsplit(" ", 1)[1] + text[_LONGEST:]
    if not rest[:1].isupper():
        return kept
    whole = re.sub(r"(?: [A-Z][\w'.-]*)+$", "", kept)
    return whole if len(whole) > _LONGEST // 3 else kept


@cache
def _cities() -> tuple[re.Pattern[str], dict[str, str]]:
    """Other spellings of the cities, and the names that the tables have for them."""
    cities: dict[str, list[str]] = load_vocabulary("places")["terms"]["city"]
    names = {phrase: city for city, phrases in cities.items() for phrase in phrases if _is_spelling(phrase)}
    longest = sorted((re.escape(p) for p, city in names.items() if p != city.lower()), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(longest)})\b", re.I), names


def _is_spelling(phrase: str) -> bool:
    """Whether a phrase is a name of a city rather than what it is also called (the "Saigon River" stays)."""
    return not re.search(r"southern|capital|saigon|hub", phrase)


def _spelled(text: str) -> str:
    """Cities as the tables write them: "Hanoi Party Committee", however the text spells it."""
    pattern, names = _cities()
    return pattern.sub(lambda m: names[m[0].lower()] if m[0][0].isupper() else m[0], text)
