"""Which year an expression belongs to that names none: "June 16", "in October", "the previous year".

Answers from the range in which the document's own day lies, the tense of the sentence and what the text
named before. Where the range leaves several years open the answer is None.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from hanoi_lib.dates.stretches import Memory, Now, Stretch
from hanoi_lib.dates.tenses import Tense

Parts = dict[str, str]


@dataclass(frozen=True, slots=True)
class Setting:
    """What the words around an expression say: the document's day, the tense, what was named before."""

    now: Now | None
    tense: Tense | None
    memory: Memory


def choose_year(build: Callable[[int], Stretch | None], setting: Setting) -> Stretch | None:
    """The stretch of the year that fits: the last begun for the past, the next to end for the future."""
    now = setting.now
    if now is None:
        return build(setting.memory.year) if setting.memory.year else None
    early, late = (_choose(build, today, setting.tense) for today in (now.first, now.last))
    return early if early == late else None


# A day that lies this many days on the wrong side of today is rather a tense misread than a year away.
_MISREAD: Final = 25


def _choose(build: Callable[[int], Stretch | None], today: date, tense: Tense | None) -> Stretch | None:
    found = [s for y in (today.year - 1, today.year, today.year + 1) if (s := build(y))]
    if not found:
        return None
    nearest = min(found, key=lambda s: abs((_middle(s) - today).days))
    if tense == "past":
        before = [s for s in found if s.first <= today + timedelta(days=1)]
        misread = nearest.kind in ("day", "days") and 0 < (nearest.first - today).days <= _MISREAD
        return nearest if misread or not before else before[-1]
    if tense == "future":
        ahead = [s for s in found if s.last >= today]
        misread = nearest.kind in ("day", "days") and 0 < (today - nearest.last).days <= _MISREAD
        return nearest if misread or not ahead else ahead[0]
    return nearest


def _middle(stretch: Stretch) -> date:
    return stretch.first + (stretch.last - stretch.first) / 2


def find_year(words: str, setting: Setting) -> int | None:
    """The year that "2025", "this year", "the previous year" or "the year" stands for."""
    words = words.lower()
    if words.isdigit():
        return int(words)
    now, named = setting.now.year if setting.now else None, setting.memory.year
    if words.startswith(("the previous", "the preceding", "the year before", "a year")):
        return (named or now or 1) - 1 or None
    if words.startswith("the past"):
        return _past_year(setting.now)
    if words.startswith("the following"):
        return named + 1 if named else None
    if words.startswith(("that", "the same")):
        return named
    if words.startswith(("last", "the last", "next", "the next", "the coming")):
        return now and now + (-1 if "last" in words else 1)
    if words.startswith(("this", "the current")) or now is None:
        return now or (None if words.startswith("this") else named)
    if setting.memory.sentence and named:
        return named
    if named == now + 1 and setting.tense == "future":
        return named  # "a resolution on 2022. It sets 22 targets for the year"
    # "the year" early in January is still the year whose results are told.
    return named if named == now - 1 and setting.now and setting.now.first.month <= 2 else now


def _past_year(now: Now | None) -> int | None:
    """The year that is ending or has just ended; in between "the past year" is no calendar year."""
    if now is None or now.year is None or 3 < now.last.month < 11:
        return None
    return now.year if now.first.month >= 11 else now.year - 1 if now.last.month <= 3 else None


def with_year(build: Callable[[int], Stretch | None], parts: Parts, setting: Setting) -> Stretch | None:
    """The stretch in the year that the expression names or points to, else in the one that fits."""
    words = parts.get("y") or parts.get("ref")
    if words and words.lower() not in ("the year", "its year"):
        number = find_year(words, setting)
        return build(number) if number else None
    if words and setting.now and setting.now.year and setting.tense != "past":
        return build(setting.now.year)
    return choose_year(build, setting)
