"""What stands on a time axis: marks with the days their dates allow, the axis, and the room that each takes.

Input: `Span`s. Output: pixels from the left edge of the narrowest plot, and rows in which boxes do not touch.
Nothing is drawn here.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from hanoi_lib.charts.theme import shorten
from hanoi_lib.spans import Span

WIDTH = 660  # pixels that the plot has at least; labels are laid out for it
LETTER = 6.1  # pixels of an average letter of a label
LABEL = 62  # characters of a label
EDGE = 9  # pixels that a mark takes on either side of its days


@dataclass(frozen=True, slots=True)
class Mark:
    """One row of a table as something to draw; `late` puts its symbol at the end of its span."""

    row_id: str
    lane: str
    span: Span
    label: str
    hover: str
    colour: str
    symbol: str = "circle"
    filled: bool | None = None
    late: bool = False

    @property
    def day(self) -> date:
        """The day at which the symbol stands."""
        return self.span.last if self.late else self.span.middle

    @property
    def sure(self) -> bool:
        """Whether the symbol is filled: unless told otherwise, where the day is known."""
        return self.span.kind == "day" if self.filled is None else self.filled


@dataclass(frozen=True, slots=True)
class Axis:
    """The days from the left to the right edge; `fade` of them until an open end has faded."""

    start: date
    end: date
    fade: int = 0

    def pixel(self, day: date) -> float:
        """How far from the left edge a day lies, on the narrowest plot."""
        return WIDTH * (day - self.start).days / max((self.end - self.start).days, 1)

    def ticks(self) -> dict[str, Any]:
        """The settings of plotly's axis; names of years and months stand in their middle."""
        return {
            "type": "date",
            "range": [self.start.isoformat(), self.end.isoformat()],
            "nticks": 9,
            "ticklabelmode": "period",
        }


@dataclass(frozen=True, slots=True)
class Place:
    """Where a mark stands, counted in rows from the top, and where its label and its bar.

    One that is not `alone` has its bar here, and its symbol in a cluster. A label is `inside` its bar, beside
    the symbol, where the bar leaves it no room.
    """

    mark: Mark
    row: float
    left: bool
    thickness: float = 0.42
    label_row: float | None = None
    labelled: bool = True
    alone: bool = True
    inside: bool = False


@dataclass(frozen=True, slots=True)
class Cluster:
    """Marks of one look that would cover one another, the earliest first, in a row counted from the top."""

    marks: tuple[Mark, ...]
    row: float

    @property
    def day(self) -> date:
        """The middle between the first and the last."""
        first, last = self.marks[0].day, self.marks[-1].day
        return first + (last - first) // 2


def build_axis(spans: Sequence[Span], least: int = 120, percent: int = 6) -> Axis:
    """An axis that holds all spans with some per cent of air, never shorter than `least` days."""
    first, last = min(span.first for span in spans), max(span.last for span in spans)
    air = max((last - first).days * percent // 100, (least - (last - first).days) // 2, 12)
    start, end = first - timedelta(days=air), last + timedelta(days=air)
    return Axis(start, end, max((end - start).days // 8, 30))


def look_closer(axis: Axis, window: Sequence[str] | None) -> Axis:
    """The part of an axis between two days, "2025-03-01" and later; without them the whole axis."""
    if not window:
        return axis
    start, end = (date.fromisoformat(day[:10]) for day in window)
    return Axis(start, max(end, start + timedelta(days=1)), axis.fade)


def pack(rows: list[list[tuple[float, float]]], box: tuple[float, float]) -> int:
    """The first row in which a box touches no other; the box is put there."""
    for number, row in enumerate(rows):
        if all(box[1] < other[0] or box[0] > other[1] for other in row):
            row.append(box)
            return number
    rows.append([box])
    return len(rows) - 1


def find_box(mark: Mark, axis: Axis) -> tuple[bool, bool, tuple[float, float]]:
    """Whether the label stands on the left, whether inside the bar, and the pixels that all of it takes."""
    first, last = find_edges(mark, axis)
    length, left = label_length(mark), label_side(mark, axis)
    beside = axis.pixel(mark.day) + EDGE + length
    inside = not left and beside <= WIDTH < last + length
    if inside:
        return False, True, (first, max(last, beside))
    return left, False, (first - length, last) if left else (first, last + length)


def label_side(mark: Mark, axis: Axis) -> bool:
    """Whether a label stands on the left of its mark: only where the right has no room."""
    first, last = find_edges(mark, axis)
    return last + label_length(mark) > WIDTH and first - label_length(mark) > 0


def find_label(mark: Mark, axis: Axis, left: bool, inside: bool = False) -> tuple[float, float]:
    """The pixels that a label takes on one side of its mark, or of the symbol alone."""
    first, last = find_edges(mark, axis)
    if inside:
        first, last = axis.pixel(mark.day) - EDGE, axis.pixel(mark.day) + EDGE
    return (first - label_length(mark), first) if left else (last, last + label_length(mark))


def find_edges(mark: Mark, axis: Axis) -> tuple[float, float]:
    """The pixels that a mark takes with its bar."""
    start, end = reach(mark.span, axis)
    return axis.pixel(start) - EDGE, axis.pixel(end) + EDGE


def label_length(mark: Mark) -> float:
    """The pixels that the label of a mark takes."""
    return LETTER * len(shorten(mark.label, LABEL)) + 8


def reach(span: Span, axis: Axis) -> tuple[date, date]:
    """From where to where a span is drawn: an open end reaches an eighth of the axis before it has faded."""
    length = timedelta(days=axis.fade)
    return span.start or span.last - length, span.end or span.first + length
