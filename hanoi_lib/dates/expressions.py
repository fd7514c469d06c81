"""Which words of a sentence name a time, and in what form: "June 20-26", "2025-30 term".

Answers with the span, the form and the named parts of each expression, from one sentence alone; what day or
year it stands for is settled in `reckoning`. Refuses numbers in other roles: ordinals ("17th Congress"),
resolution numbers ("15-NQ/TW", "136/2024/QH15"), amounts, ages, durations ("12 years of work"), clock times.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from hanoi_lib.dates.forms import FORMS, MONTHS, NUMBERS, ORDINALS
from hanoi_lib.needles import Needles


@dataclass(frozen=True, slots=True)
class Expression:
    """Words that name a time: the span, the form (a key of `FORMS`) and the parts that the form names."""

    start: int
    end: int
    form: str
    parts: dict[str, str]


def _plain(pattern: str) -> str:
    """The pattern without names, so that all forms fit into one."""
    pattern = pattern.replace("(?P=sep)", "[/.-]")
    return re.sub(r"\(\?P<\w+>", "(?:", pattern)


_EACH: Final = {form: re.compile(pattern, re.I) for form, (_, pattern) in FORMS.items()}


def _alternatives(sign: str) -> re.Pattern[str]:
    """One pattern for all forms that begin with a sign, for lower-case text."""
    forms = (f"(?P<{form}>{_plain(pattern)})" for form, (signs, pattern) in FORMS.items() if sign in signs)
    return re.compile(f"(?:{'|'.join(forms)})(?![a-z])")


_SIGNS: Final = sorted({sign for signs, _ in FORMS.values() for sign in signs})
_BEGINNING_WITH: Final = {sign: _alternatives(sign) for sign in _SIGNS}
# The words that can open an expression, by their first letters; a full date may be glued to a byline
# ("VNA25 October 2019").
_OPENING: Final = re.compile(
    r"(?<=[a-z])(?=\d|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
    r"(?=\d{1,2} [a-z]{3,9},? 20\d\d\b|[a-z]{3,9} \d{1,2}, 20\d\d\b|\d{1,2}/\d{1,2}/20\d\d\b)"
    r"(?:\d|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
    r"|(?<![a-z\d$])(?<!\d[.,/-])(?:\d|the |th(?:is|at|ese) |jan|feb|mar|apr|may|jun"
    r"|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun"
    r"|one |two |three|four|five|six|seven|eight|nine|ten|eleven|twelve|firs|seco|thir"
    r"|last|fina|latt|earl|mid|late|end|begi|star|rest"
    r"|rema|past|prev|prec|next|comi|foll|same|corr|recen|open|all |a (?=year |month |week )"
    r"|on[- ]|year|month|y-?o|m-?o|full|toda|toni|yest"
    r"|tomo|its |thei|q\d|h\d)"
)
# Only sentences with one of these can name a time; many have none and are passed over.
_CUES: Final = Needles(
    "0|1|2|3|4|5|6|7|8|9|year|month|toda|night|yest|tomo|day|morning|noon|evening|quarter|half|term|tenure|period"
    "|decade|week|janu|febr|march|april|may|june|july|august|sept|octo|nove|dece|yoy|y-o-y|m-o-m"
)


def find_expressions(plain: str, start: int, end: int) -> Iterator[Expression]:
    """The expressions of time in one sentence, in order, none overlapping another."""
    return iter(_read(plain, start, end))


@lru_cache(maxsize=1024)  # a text is read for its own date first, then for every time it names
def _read(plain: str, start: int, end: int) -> tuple[Expression, ...]:
    sentence = plain[start:end]
    return tuple(_find(sentence, start)) if _CUES.within(sentence) else ()


def _find(sentence: str, offset: int) -> Iterator[Expression]:
    lower = _lower(sentence)
    done = 0
    for opening in _OPENING.finditer(lower):
        place = opening.start()
        match = _BEGINNING_WITH[lower[place]].match(lower, place) if place >= done else None
        if match is None:
            continue
        done, form = match.end(), match.lastgroup or ""
        named = _EACH[form].match(sentence, place)
        parts = {name: part for name, part in named.groupdict().items() if part} if named else {}
        if not _is_refused(sentence, place, done, form, parts):
            yield Expression(offset + place, offset + done, form, parts)


def _lower(text: str) -> str:
    """In lower case, and never longer or shorter for it."""
    lower = text.lower()
    return (
        lower if len(lower) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    )


_MODAL = re.compile(
    r" (?:be|not|have|also|well|still|never|only|lead|help|take|need|see|come|become)\b", re.I
)
_MEASURE = re.compile(
    r" ?(?:%|percent|per cent|km|kilomet|hectare|ha\b|sq\.?|square|m2|met(?:er|re)s?\b"
    r"|tonnes?|tons?\b|million|billion|trillion|"
    r"people|persons|households|cadres|members|units|enterprises|students|vehicles"
    r"|seats|beds|jobs|delegates|cases|dong|vnd|usd|mw\b)",
    re.I,
)
_AMOUNT = re.compile(
    r"(?:\b(?:nearly|almost|some|approximately|over|than|least|total(?: of|led|ed"
    r"|ing)?|up to|has|have|had|with|reached|all)|[$]|\b(?:usd|vnd|vnd\.))\s?$",
    re.I,
)
_NUMBERED = re.compile(
    r"(?:\bno\.?|\bnumber|\b(?:resolution|decree|decision|circular|directive"
    r"|conclusion|route|highway|line|boeing|article|hall|room)) ?$",
    re.I,
)
_TIME_LED = re.compile(
    r"\b(?:in|by|since|until|till|before|after|from|to|for|of|during|through|towards?"
    r"|around|throughout|between|and|year|within) (?:the year )?$",
    re.I,
)


# "in September 23 Park", "30/4 Square": places named after a day
_PLACE_NAMED = re.compile(r" (?:Park|Square|Street|Road|Stadium|Bridge|Hospital|Avenue|Boulevard|Theatre)\b")


def _is_refused(sentence: str, start: int, end: int, form: str, parts: dict[str, str]) -> bool:
    """Whether what looks like a time is something else."""
    if form in ("month", "edge_month", "month_day", "day_month", "month_span"):
        return _is_no_month(sentence, start, end, parts)
    if form == "year":
        return _is_no_year(sentence, start, end)
    if form == "weekday":
        return not parts["w"][0].isupper()
    if form in ("years", "years_to"):
        return bool(_NUMBERED.search(sentence, max(0, start - 14), start)) or sentence[end : end + 1] == "/"
    if form == "same_period":
        return parts["what"].lower() == "term" and "ref" not in parts and "prior" not in parts
    return False


def _is_no_month(sentence: str, start: int, end: int, parts: dict[str, str]) -> bool:
    month = parts.get("m") or parts.get("m3") or parts["m2"]
    if not month[0].isupper() or _PLACE_NAMED.match(sentence, end):
        return True
    alone = not {"m", "m3", "which"} & parts.keys()
    if alone and month.lower() in ("may", "march"):  # verbs and marches open sentences too
        return not _TIME_LED.search(sentence, max(0, start - 14), start) or bool(_MODAL.match(sentence, end))
    return False


def _is_no_year(sentence: str, start: int, end: int) -> bool:
    before = sentence[max(0, start - 24) : start]
    if sentence[end : end + 1] in ("/", "%") or _NUMBERED.search(before) or before.endswith(("/", "$")):
        return True
    if _MEASURE.match(sentence, end):
        return not re.search(r"(?:^|\b(?:in|by|since|until) )$", before, re.I)
    return bool(_AMOUNT.search(before)) and not re.search(
        r"\b(?:before|after|since) $|(?:higher|lower|more|less|than|over|for all) $", before, re.I
    )


def parse_number(word: str) -> int:
    """A number up to twelve in digits or as a word."""
    return int(word) if word.isdigit() else NUMBERS.index(word.lower()) + 1


def parse_ordinal(word: str) -> int:
    """First to fourth as 1 to 4; -1 for the last."""
    word = word.lower()
    return int(word[0]) if word[0].isdigit() else ORDINALS[word]


def parse_month(name: str) -> int:
    """A month's name or abbreviation as 1 to 12."""
    return next(n for n, month in enumerate(MONTHS, 1) if month.startswith(name.lower().rstrip(".")[:3]))


def parse_day(word: str) -> int:
    """A day of the month, with or without "st", "nd", "rd", "th"."""
    return int(word.rstrip("stndrhSTNDRH"))
