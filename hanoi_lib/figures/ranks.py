"""Places in a ranking: "ranked ninth among 63 localities", "the top 100", "four places better".

Answers with the place and how it is meant; which indicator it belongs to is for figures.py to say.
Refuses ordinals that only count occasions ("the ninth session") or name things ("17th Congress").
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from hanoi_lib.needles import Guarded

_ORDINALS = {
    word: value
    for value, word in enumerate(
        [
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth",
            "thirteenth",
            "fourteenth",
            "fifteenth",
        ],
        start=1,
    )
}
_NUMBERS = {
    w: v
    for v, w in enumerate(
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"],
        start=1,
    )
}
_ORDINAL = rf"(?P<ordinal>\d{{1,4}}(?:st|nd|rd|th)|{'|'.join(_ORDINALS)})"
# Matches "ranked 9th", "came ninth among", "second nationwide"; must not match "its 9th session", "the
# second phase".
_RANKED = Guarded(
    r"\b(?:rank(?:s|ed|ing)?|was|came|comes|placed|placing|finished|stood|stands|standing)"
    rf"\s(?:\w+\s){{0,2}}?{_ORDINAL}(?=\s(?:among|out of|of the|of \d+|in|nationwide|on|nationally"
    r"|across|after|with|behind|overall|place|ahead|from|since|for|this|last|by)\b|[,.;)])"
    r"|\b(?:jumped|climbed|moved|rose|dropped|slipped|fell|advanced|leapt)\s(?:\w+ (?:places?"
    r"|spots?|notches|ranks?) )?(?:up\s|back\s"
    rf"|down\s)?to\s(?:the\s)?{_ORDINAL.replace('ordinal', 'ordinal4')}(?=\s|[.,;)])"
    r"|\b(?:jumped|climbed|moved|rose|dropped|slipped|fell|advanced|leapt|slid|went) from\s(?:the\s)?"
    rf"{_ORDINAL.replace('ordinal', 'ordinal6')}(?=\s(?:place |position )?(?:in \d{{4}} )?to\s)"
    rf"|(?<=\bto ){_ORDINAL.replace('ordinal', 'ordinal7')}(?=\s(?:place|position|spot)\b)"
    rf"|(?<!in the )\b{_ORDINAL.replace('ordinal', 'ordinal8')}\s(?:place|position|spot)\b"
    rf"|\b{_ORDINAL.replace('ordinal', 'ordinal3')}[- ](?:fastest|highest|largest|biggest|lowest"
    r"|best|most \w+)\b"
    rf"|(?:up|down|against|compared with|compared to"
    rf"|instead of)\s(?:from\s)?(?:the\s)?{_ORDINAL.replace('ordinal', 'ordinal5')}"
    r"(?=\s(?:in|the year|a year|last|place|position|spot|of)\b|[,.;)])"
    rf"|\b{_ORDINAL.replace('ordinal', 'ordinal2')}(?=\s(?:nationwide|among (?:the|all|\d|centrally"
    rf"|provinces|cities|localities)"
    r"|out of \d|in the country|in Vietnam|of the \d+ (?:provinces|localities)|in (?:its"
    r"|the) (?:\w+ ){0,3}?(?:region|delta)\b))",
    "|".join([*_ORDINALS, *(digit + end for digit in "0123456789" for end in ("st", "nd", "rd", "th"))]),
    re.I,
)
_NAMES = ("ordinal", *(f"ordinal{n}" for n in range(2, 9)))
_TOP = Guarded(
    r"\b(?:top|leading)\s(?P<top>\d{1,3}|three|five|ten)\b(?![.,]\d)(?!\s?(?:%|per ?cent|million"
    r"|billion|trillion))|\bthe (?:world|country|region|nation|continent)'s (?P<top3>\d{1,3})"
    r" (?=most|best|largest|leading)|\b(?:among|one of) the (?:first )?(?P<top2>\d{1,3}|three|five|ten) "
    r"(?:world's )?(?:leading|best"
    r"|largest|top)\b",
    "top|leading|most|best|largest",
    re.I,
)
_FIRST = Guarded(
    r"\bno other (?:[\w-]+ ){0,2}?(?:city|province|locality)\b[^,.;]{0,30}?(?=[,.;]|$)|"
    r"\bthe (?:highest|largest|lowest|fastest|biggest|most \w+) (?:[\w-]+ ){0,2}?(?:in|of|among) "
    r"(?:the country|(?:northern |central |southern )?viet ?nam|the nation|all (?:provinces|localities"
    r"|cities)"
    r")\b|\bthe (?:highest|largest|lowest|fastest|biggest|most \w+)(?: (?:rate|figure|level|growth|pace"
    r"|share|number))? "
    r"(?:in|of|among) (?:the|its) (?:\w+ ){0,3}?(?:region|delta|highlands)\b|"
    r"\btopp(?:ed|ing) the (?:list|table|ranking|rankings|country)\b|\bled (?:the (?:list|ranking"
    r"|rankings|country|nation)|(?:all |other |the )*(?:\d+ )?(?:cities and provinces"
    r"|provinces and cities|cities|provinces|localities))\b|\b(?:more|higher|larger|bigger|faster)"
    r" than (?:in(?:to)? |to )?any other (?:locality|city|province|place|region)"
    r"\b[^,.;]{0,40}?(?=[,.;]|$)",
    "other|highest|largest|lowest|fastest|biggest|most|topp|led ",
    re.I,
)
_PLACES = Guarded(
    r"\b(?:up|climb(?:ed|ing)|r[io]s(?:e|ing)|gain(?:ed|ing)|down|drop(?:ped|ping)|f[ae]ll(?:ing)?"
    rf"|slipp(?:ed|ing))?\s?(?P<n>\d{{1,2}}|{'|'.join(_NUMBERS)}) (?:places?|ranks?|spots?|notches"
    r"|positions?)\s?(?P<how>better|worse|higher|lower|up|down)?\b",
    "place|rank|spot|notch|position",
    re.I,
)


# "Bac Giang, ninth, drew"
_APPOSED = Guarded(
    rf"\b[A-Z][a-z]+, (?P<ordinal>{'|'.join(_ORDINALS)}), (?=[a-z]+(?:ed|ew|ok)\b)", "|".join(_ORDINALS)
)


@dataclass(frozen=True, slots=True)
class Rank:
    """A place in a ranking (`measure` rank) or places gained or lost (`change`)."""

    start: int
    end: int
    measure: str
    comparator: str
    value: float


def find_ranks(plain: str, start: int, end: int) -> Iterator[Rank]:
    """The places in rankings that a sentence tells, in order of kind."""
    for m in _RANKED.finditer(plain, start, end):
        yield Rank(
            m.start(),
            m.end(),
            "rank",
            "=",
            _place(next(m[name] for name in _NAMES if m[name])),
        )
    for m in _APPOSED.finditer(plain, start, end):
        yield Rank(m.start("ordinal"), m.end("ordinal"), "rank", "=", _place(m["ordinal"]))
    for m in _TOP.finditer(plain, start, end):
        yield Rank(m.start(), m.end(), "rank", "<=", _count(m["top"] or m["top2"] or m["top3"]))
    for m in _FIRST.finditer(plain, start, end):
        if _ONE_OF.search(plain[max(start, m.start() - 60) : m.start()]):
            continue  # "one of the five localities with the lowest growth rate in the country"
        yield Rank(m.start(), m.end(), "rank", "=", 1.0)
    for m in _PLACES.finditer(plain, start, end):
        yield Rank(
            m.start(), m.end(), "change", "=", -_count(m["n"]) if _LOST.search(m.group()) else _count(m["n"])
        )


_ONE_OF = re.compile(
    r"\b(?:one of|among) $|\b(?:one of|among) the [\w -]{0,40} with $|\btop \w+ [\w ]{0,40} with $"
)
_LOST = re.compile(r"^(?:down|drop|fall|fell|slip)|\b(?:worse|lower|down)$", re.I)


def _place(word: str) -> float:
    return float(_ORDINALS.get(word.lower()) or re.sub(r"\D", "", word))


def _count(word: str) -> float:
    return float(_NUMBERS.get(word.lower()) or word)
