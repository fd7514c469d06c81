"""What one attestation says of time: on which days, at most, a person was seen in a post, and by when they
had left it.

Answers with `Sighting`s: windows of days that name the attestation they are from. Refuses to read more into
a date than it says: a month stays a month, an open end stays open, and a former holder of whom no text says
when they held the post was in it some time before the text, no more.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from hanoi_lib.spans import parse_span


class Bound(NamedTuple):
    """A day that something lies after, or before; how the text writes it; the attestation it is from."""

    day: date
    text: str
    source: str


class Window(NamedTuple):
    """The first and the last day that something can have been."""

    low: Bound
    high: Bound


NEVER, FOREVER = Bound(date.min, "", ""), Bound(date.max, "", "")
OPEN = Window(NEVER, FOREVER)
COMING, LEAVING, FORMER = ("start", "since"), ("end", "until"), ("past", "gone")


@dataclass(frozen=True, slots=True)
class Sighting:
    """One attestation: the person was in the post on a day of `first` and on one of `last`, mostly the same.

    `over` is when they no longer were, for who is called a former holder.
    """

    attestation_id: str
    person_id: str
    tense: str
    edtf: str | None
    first: Window
    last: Window
    over: Window | None = None

    @property
    def vague(self) -> bool:
        """Whether all it says is that the person has left by a day."""
        return self.tense in FORMER and self.first.low == NEVER

    @property
    def order(self) -> tuple[date, date, str]:
        """The last possible day, then the first; undated ones at the end."""
        return self.last.high.day, self.first.low.day, self.attestation_id

    @property
    def width(self) -> int:
        """How many days its date leaves open; of a tenure told whole, its ends."""
        if self.first.high.day < self.last.low.day:
            return max((window.high.day - window.low.day).days for window in (self.first, self.last))
        return (self.last.high.day - self.first.low.day).days


def parse_sighting(row: Mapping[str, Any], published: Mapping[str, object]) -> Sighting:
    """One row of `attestations` as windows of days; `published` tells when each document appeared.

    >>> row = {"attestation_id": "1", "person_id": "a", "tense": "until", "date": "[..2020]"}
    >>> seen = parse_sighting(row, {})
    >>> seen.last.low.day.isoformat(), seen.last.high.day.isoformat()
    ('2020-01-01', '2020-12-31')
    """
    key, tense, edtf = str(row["attestation_id"]), row.get("tense"), row.get("date")
    tense = tense if isinstance(tense, str) else "present"
    edtf = edtf if isinstance(edtf, str) and parse_span(edtf) else None
    told = published.get(str(row.get("document_id")))
    first, last = _parse_windows(edtf or "", tense, key)
    over = _parse_over(row, tense, last, told)
    if tense == "past" and over:
        first, last = _cut(first, last, over.high)
    return Sighting(key, str(row["person_id"]), tense, edtf, first, last, over)


def _parse_over(row: Mapping[str, Any], tense: str, last: Window, published: object) -> Window | None:
    """By when a former holder had left: by the end of an open date, else by the time of the text."""
    key = str(row["attestation_id"])
    over = OPEN
    if tense == "gone":
        over = parse_window(row.get("date"), key)
    elif tense == "past":
        vague = last.low == NEVER and last.high != FOREVER
        over = Window(last.high, last.high) if vague else parse_window(published, key)
    return over if over.high != FOREVER else None


def _cut(first: Window, last: Window, over: Bound) -> tuple[Window, Window]:
    """A former holder's windows up to the text. A term of office that runs beyond it ("2015-2020", in 2019)
    was not served to its end: they held the post within it.
    """
    if over.day < last.low.day:
        last = Window(first.low, over)
        return last, last
    return Window(first.low, min(first.high, over)), Window(last.low, min(last.high, over))


def is_backwards(edtf: object) -> bool:
    """Whether a period ends before it begins.

    >>> is_backwards("2014/2011"), is_backwards("2011/2014")
    (True, False)
    """
    window = parse_window(edtf, "")
    return window.low.day > window.high.day


def parse_window(edtf: object, key: str) -> Window:
    """The days that an EDTF date allows, all of them for a missing one."""
    span = parse_span(edtf)
    if span is None:
        return OPEN
    ends = str(edtf).strip("[]{}").replace("..", "/").split("/")
    low, high = (end.strip("[]{}~?% ") for end in (ends[0], ends[-1]))
    return Window(
        Bound(span.start, low, key) if span.start else NEVER,
        Bound(span.end, high, key) if span.end else FOREVER,
    )


def _parse_windows(edtf: str, tense: str, key: str) -> tuple[Window, Window]:
    """When the person was seen first and last: two windows for a tenure that a text tells whole, else one.

    A period that ends before it begins says nothing; `checks` tells of it.
    """
    if is_backwards(edtf):
        return OPEN, OPEN
    whole = parse_window(edtf, key)
    if tense == "until":
        left = parse_window(edtf.strip("[]").rpartition("..")[2], key)
        return left, left
    if tense == "gone":
        return Window(NEVER, whole.high), Window(NEVER, whole.high)
    if tense in ("past", "since") and "/" in edtf:
        begun, _, left_by = edtf.partition("/")
        first, last = parse_window(begun, key), parse_window(left_by, key)
        if tense == "since":
            return Window(first.low, min(first.high, last.high)), last
        # Of an open end ("from 2014 on") nothing is known but the other one.
        first = first if first != OPEN else Window(NEVER, last.high)
        return first, last if last != OPEN else Window(first.low, FOREVER)
    return whole, whole
