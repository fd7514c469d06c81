"""The days that a time covers: a day, a month, the first half of a year, a term.

Answers with `Stretch`: first and last day, kind and EDTF; with `Now`, the range in which a document's own
day lies; and with `Memory`, what a text has named so far. Refuses days that no calendar has.
"""

import re
from calendar import monthrange
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from hanoi_lib.dates.tenses import Tense


@dataclass(frozen=True, slots=True)
class Stretch:
    """A day, or all days from the first to the last. `kind` says what it is by the calendar."""

    first: date
    last: date
    kind: str
    edtf: str

    @property
    def months(self) -> int:
        """How many calendar months it touches."""
        return (self.last.year - self.first.year) * 12 + self.last.month - self.first.month + 1


@dataclass(frozen=True, slots=True)
class Now:
    """The range in which the document's day lies; both ends are the same where the day is known."""

    first: date
    last: date

    @property
    def year(self) -> int | None:
        """The year, where the range leaves only one."""
        return self.first.year if self.first.year == self.last.year else None


@dataclass(slots=True)
class Memory:
    """What a text has named so far, for "the same period"; `terms` are all that it names anywhere."""

    terms: tuple[Stretch, ...] = ()
    latest: dict[str, Stretch] = field(default_factory=dict)
    period: Stretch | None = None
    told: Stretch | None = None
    """The last period that is not ahead: what "a year earlier" counts from."""
    sentence: Stretch | None = None
    """The last period that the present sentence has named."""
    day: Stretch | None = None
    """The last day that the present sentence has named."""

    def keep(self, stretch: Stretch, tense: Tense | None = None) -> None:
        """Take note of a stretch that was named as such, not as a yardstick."""
        self.latest["day ahead" if stretch.kind == "day" and tense == "future" else stretch.kind] = stretch
        if stretch.kind not in ("day", "days"):
            self.period = self.sentence = stretch
            self.told = self.told if tense == "future" else stretch

    @property
    def year(self) -> int | None:
        """The year of the last period named, else the last year named."""
        named = self.period
        if named and named.first.year != named.last.year:
            named = self.latest.get("year")
        return named.first.year if named else None

    def of_length(self, months: int) -> Stretch | None:
        """The last period named of that many months; years count loosely ("the five years" of 2020-2025)."""
        slack = 12 if months >= 24 else 0
        known = [*self.terms, *self.latest.values(), *([self.period] if self.period else [])]
        return next(
            (s for s in reversed(known) if 0 <= s.months - months <= slack and s.kind not in ("day", "days")),
            None,
        )


def day(year: int, month: int, number: int) -> Stretch | None:
    """One day; None for the 31st of June."""
    return days(year, month, number, year, month, number)


def days(year: int, month: int, number: int, year2: int, month2: int, number2: int) -> Stretch | None:
    """From one day to another; None where the calendar lacks one of them or they run backwards."""
    if not (_exists(year, month, number) and _exists(year2, month2, number2)):
        return None
    first, last = date(year, month, number), date(year2, month2, number2)
    if last < first:
        return None
    return of_days(first, last)


def of_days(first: date, last: date) -> Stretch:
    """From one date to another."""
    return (
        Stretch(first, last, "day", f"{first}")
        if first == last
        else Stretch(first, last, "days", f"{first}/{last}")
    )


def _exists(year: int, month: int, number: int) -> bool:
    return 1 <= month <= 12 and 1 <= number <= monthrange(year, month)[1]


def month(year: int, number: int) -> Stretch:
    """One month; numbers beyond 1 to 12 run into the years around."""
    year, number = year + (number - 1) // 12, (number - 1) % 12 + 1
    return Stretch(
        date(year, number, 1), date(year, number, monthrange(year, number)[1]), "month", f"{year}-{number:02}"
    )


def months(year: int, number: int, count: int, kind: str = "months") -> Stretch:
    """`count` months from the given one on."""
    first, last = month(year, number), month(year, number + count - 1)
    return first if count == 1 else Stretch(first.first, last.last, kind, f"{first.edtf}/{last.edtf}")


def year(number: int) -> Stretch:
    """One year."""
    return Stretch(date(number, 1, 1), date(number, 12, 31), "year", f"{number}")


def years(first: int, last: int, kind: str = "years") -> Stretch:
    """From one year to another."""
    return Stretch(date(first, 1, 1), date(last, 12, 31), kind, f"{first}/{last}")


def shift(stretch: Stretch, by: int) -> Stretch | None:
    """The same days or months `by` years later."""
    first, last = stretch.first, stretch.last
    if stretch.kind in ("day", "days"):
        return days(first.year + by, first.month, first.day, last.year + by, last.month, last.day)
    if stretch.kind in ("year", "years", "term", "other"):
        a, b = first.year + by, last.year + by
        return year(a) if a == b else years(a, b, stretch.kind)
    return months(first.year + by, first.month, stretch.months, stretch.kind)


def before(stretch: Stretch | None) -> Stretch | None:
    """The stretch of the same length that ended as this one began."""
    if stretch is None:
        return None
    if stretch.kind in ("year", "years", "term"):
        length = stretch.last.year - stretch.first.year  # terms share their border year: 2015-2020, 2020-2025
        return shift(stretch, -(length if stretch.kind == "term" and length % 5 == 0 else length + 1))
    if stretch.kind in ("day", "days"):
        return None
    return months(stretch.first.year, stretch.first.month - stretch.months, stretch.months, stretch.kind)


_TERM_NAMED: Final = re.compile(r"\b(?:term|tenure|mandate)\b[^.;]{0,24}$", re.I)


def as_term(before: str, stretch: Stretch) -> Stretch:
    """Years that stand behind "term" or "tenure" are a term too: "in the term 2020-2025"."""
    if stretch.kind == "years" and _TERM_NAMED.search(before[-40:]):
        return Stretch(stretch.first, stretch.last, "term", stretch.edtf)
    return stretch
