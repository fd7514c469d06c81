"""How an EDTF date lies on a time axis: from when to when, and whether that is a stretch or one day in it.

Input: the EDTF strings that the tables hold. Output: a `Span` with first and last possible day. A date that
is open at one end keeps that end missing; nothing is rounded and no day is made up for a year or a month.
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

Kind = Literal["day", "throughout", "within"]

# Matches 2025, 2025-06, 2025-06-16, each with ~, ? or % behind it. Must not match 2025/2026 or [2025..2026].
POINT = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?([~?%]?)")


@dataclass(frozen=True, slots=True)
class Span:
    """A stated date as two days: the earliest and the latest it allows.

    `kind` is `day` for one known day, `throughout` for an interval that was filled from start to end, and
    `within` for something that lies somewhere inside: a year, a month, `[a..b]`.
    """

    start: date | None
    end: date | None
    kind: Kind
    approximate: bool = False

    @property
    def middle(self) -> date:
        """The day a mark is drawn at; the known end where the other one is open."""
        if self.start is None or self.end is None:
            known = self.end or self.start
            assert known is not None, "a span has at least one end"
            return known
        return self.start + timedelta(days=(self.end - self.start).days // 2)

    @property
    def first(self) -> date:
        """The earliest day, or the latest where the start is open."""
        return self.start or self.middle

    @property
    def last(self) -> date:
        """The latest day, or the earliest where the end is open."""
        return self.end or self.middle


def last_day(edtf: str) -> str:
    """The last day an EDTF date allows, as ISO; an open end is the year 9999."""
    last = re.split(r"/|\.\.", edtf.strip("[]"))[-1].strip("~?") or "9999"
    return (last + "-12-31"[len(last) - 4 :])[:10]


def first_day(edtf: str) -> str:
    """The first day an EDTF date allows, as ISO; an open start is the year 0000."""
    first = re.split(r"/|\.\.", edtf.strip("[]"))[0].strip("~?") or "0000"
    return (first + "-01-01"[len(first) - 4 :])[:10]


def parse_span(edtf: object) -> Span | None:
    """What days an EDTF string allows; None for a missing value and for a string that names no day at all.

    >>> parse_span("2025-06")
    Span(start=datetime.date(2025, 6, 1), end=datetime.date(2025, 6, 30), kind='within', approximate=False)
    >>> parse_span("[..2025-06-16]")
    Span(start=None, end=datetime.date(2025, 6, 16), kind='within', approximate=False)
    >>> parse_span("2025-06-20/2025-06-26").kind
    'throughout'
    >>> parse_span("..") is None
    True
    """
    if not isinstance(edtf, str):
        return None
    text = edtf.strip()
    if text.startswith(("[", "{")):
        return _parse_ends(text.strip("[]{}"), "..", "within")
    if "/" in text:
        return _parse_ends(text, "/", "throughout")
    return _parse_ends(text, None, "within")


def _parse_ends(text: str, separator: str | None, kind: Kind) -> Span | None:
    left, right = (text, text) if separator is None else (text.split(separator)[0], text.split(separator)[-1])
    first, last = POINT.fullmatch(left.strip()), POINT.fullmatch(right.strip())
    start = None if first is None else _earliest(first)
    end = None if last is None else _latest(last)
    if start is None and end is None:
        return None
    vague = any(match is not None and match[4] for match in (first, last))
    exact = start == end and not vague
    return Span(start, end, "day" if exact else kind, vague)


def _earliest(match: re.Match[str]) -> date:
    return date(int(match[1]), int(match[2] or 1), int(match[3] or 1))


def _latest(match: re.Match[str]) -> date:
    year, month = int(match[1]), int(match[2] or 12)
    return date(year, month, int(match[3] or monthrange(year, month)[1]))
