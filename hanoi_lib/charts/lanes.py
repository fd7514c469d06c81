"""Marks on a time axis, in named lanes, with labels that do not run into one another.

Input: `Mark`s, each with the days its date allows. Output: the traces and axes of a figure, always the same
three traces in the same order (marks, softly drawn ranges, labels), so that a live figure can be updated in
place. A day is a filled mark; anything less certain is a hollow mark on a bar that fades where it is open.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import plotly.graph_objects as go

from hanoi_lib.charts.theme import BAND, GREY, INK, RULE, fade_colour, shorten, wrap
from hanoi_lib.spans import Span

WIDTH = 660  # pixels that the plot has at least; labels are laid out for it
LETTER = 6.1  # pixels of an average letter of a label
LABEL = 62  # characters of a label
LABELLED = 16  # a lane of more marks than this is drawn dense: without labels, in few rows
DENSE = 6  # rows of a dense lane; marks of one day then cover one another until one zooms in
ROW = 24  # pixels from one row of marks to the next
STEPS = 9  # pieces of a fading bar


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
    """The days from the left to the right edge."""

    start: date
    end: date

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
    """Where a mark stands, counted in rows from the top, and where its label and its bar."""

    mark: Mark
    row: float
    left: bool
    thickness: float = 0.42
    label_row: float | None = None
    labelled: bool = True


def build_axis(spans: Sequence[Span], least: int = 120, percent: int = 6) -> Axis:
    """An axis that holds all spans with some per cent of air, never shorter than `least` days."""
    first, last = min(span.first for span in spans), max(span.last for span in spans)
    air = max((last - first).days * percent // 100, (least - (last - first).days) // 2, 12)
    return Axis(first - timedelta(days=air), last + timedelta(days=air))


def place_marks(
    marks: Sequence[Mark], lanes: Sequence[str], axis: Axis
) -> tuple[list[Place], dict[str, float]]:
    """Rows for all marks, lane below lane, and the row at which each lane ends."""
    places: list[Place] = []
    ends: dict[str, float] = {}
    top = 0.0
    for lane in lanes:
        inside = sorted(
            (mark for mark in marks if mark.lane == lane), key=lambda m: (m.span.middle, m.row_id)
        )
        placed = _place_lane(inside, axis, top)
        places += placed
        top = max((place.row + 0.5 for place in placed), default=top + 1)
        ends[lane] = top
    return places, ends


def _place_lane(marks: Sequence[Mark], axis: Axis, top: float) -> list[Place]:
    if len(marks) > LABELLED:
        return _place_dense(marks, axis, top)
    rows: list[list[tuple[float, float]]] = []
    places = []
    for mark in marks:
        left, box = _box(mark, axis)
        places.append(Place(mark, top + pack(rows, box) + 0.5, left))
    return places


def _place_dense(marks: Sequence[Mark], axis: Axis, top: float) -> list[Place]:
    """Each mark in the row in which it covers least of the one before; one pass over any number of marks."""
    ends = [float("-inf")] * min(DENSE, len(marks))
    places = []
    for mark in marks:
        first, last = _edges(mark, axis)
        row = next((n for n, end in enumerate(ends) if end < first), ends.index(min(ends)))
        ends[row] = max(ends[row], last)
        places.append(Place(mark, top + row + 0.5, False, labelled=False))
    return places


def pack(rows: list[list[tuple[float, float]]], box: tuple[float, float]) -> int:
    """The first row in which a box touches no other; the box is put there."""
    for number, row in enumerate(rows):
        if all(box[1] < other[0] or box[0] > other[1] for other in row):
            row.append(box)
            return number
    rows.append([box])
    return len(rows) - 1


def _box(mark: Mark, axis: Axis) -> tuple[bool, tuple[float, float]]:
    """Whether the label stands on the left, and the pixels that mark and label take."""
    first, last = _edges(mark, axis)
    length, left = _length(mark), label_side(mark, axis)
    return left, (first - length, last) if left else (first, last + length)


def label_side(mark: Mark, axis: Axis) -> bool:
    """Whether a label stands on the left of its mark: only where the right has no room."""
    first, last = _edges(mark, axis)
    return last + _length(mark) > WIDTH and first - _length(mark) > 0


def find_label(mark: Mark, axis: Axis, left: bool) -> tuple[float, float]:
    """The pixels that a label takes on one side of its mark."""
    first, last = _edges(mark, axis)
    return (first - _length(mark), first) if left else (last, last + _length(mark))


def _edges(mark: Mark, axis: Axis) -> tuple[float, float]:
    start, end = reach(mark.span, axis)
    return axis.pixel(start) - 9, axis.pixel(end) + 9


def _length(mark: Mark) -> float:
    return LETTER * min(len(mark.label), LABEL) + 8


def reach(span: Span, axis: Axis) -> tuple[date, date]:
    """From where to where a span is drawn: an open end reaches an eighth of the axis before it has faded."""
    length = timedelta(days=max((axis.end - axis.start).days // 8, 30))
    return span.start or span.last - length, span.end or span.first + length


def soften(span: Span, axis: Axis) -> list[tuple[date, timedelta, float]]:
    """A span as pieces of a bar: first day, length, strength of the colour.

    A stretch is strong all along, a range in which something lies is pale; both fade out where they are
    open or approximate.
    """
    if span.kind == "day":
        return []
    full = 0.75 if span.kind == "throughout" else 0.3
    start, last = reach(span, axis)
    length = last + timedelta(days=1) - start
    fades = span.start is None or span.approximate, span.end is None or span.approximate
    if not any(fades):
        return [(start, length, full)]
    return [(start + length * n / STEPS, length / STEPS, full * _strength(n, fades)) for n in range(STEPS)]


def _strength(number: int, fades: tuple[bool, bool]) -> float:
    """How strong a piece of a bar is that fades at its start, its end or both: full from the middle on."""
    nearest = min([number + 1] * fades[0] + [STEPS - number] * fades[1])
    return min(2 * nearest / STEPS, 1.0)


def draw_marks(places: Sequence[Place], axis: Axis) -> list[go.Bar | go.Scatter]:
    """The three traces of a chart of lanes.

    The marks come first: when data change, plotly.js guesses the kind of axis anew from the first trace, and
    the lengths of bars look like plain numbers. Bars are drawn below marks in any order.
    """
    return [_draw_symbols(places), _draw_ranges(places, axis), _draw_labels(places, axis)]


def _draw_ranges(places: Sequence[Place], axis: Axis) -> go.Bar:
    pieces = [(place, *piece) for place in places for piece in soften(place.mark.span, axis)]
    return draw_bars(
        "ranges",
        [
            (p.mark.row_id, p.row, start, length, fade_colour(p.mark.colour, alpha), p.thickness)
            for p, start, length, alpha in pieces
        ],
        [wrap(place.mark.label, 60) for place, *_ in pieces],
    )


def draw_bars(
    name: str, pieces: Sequence[tuple[Any, float, date, timedelta, str, float]], hover: Sequence[str]
) -> go.Bar:
    """Horizontal bars on a time axis; each piece is row id, row, first day, length, colour, thickness."""
    return go.Bar(
        name=name,
        orientation="h",
        y=[row for _, row, *_ in pieces],
        base=[start.isoformat() for _, _, start, *_ in pieces],
        x=[round(length.total_seconds() * 1000) for _, _, _, length, *_ in pieces],
        width=[thickness for *_, thickness in pieces],
        marker={"color": [colour for *_, colour, _ in pieces], "line": {"width": 0}},
        customdata=[row_id for row_id, *_ in pieces],
        hovertext=list(hover),
        hovertemplate="%{hovertext}<extra></extra>",
    )


def _draw_symbols(places: Sequence[Place]) -> go.Scatter:
    return go.Scatter(
        name="marks",
        mode="markers",
        x=[place.mark.day.isoformat() for place in places],
        y=[place.row for place in places],
        marker={
            "symbol": [place.mark.symbol for place in places],
            "size": 11,
            "color": [place.mark.colour if place.mark.sure else "white" for place in places],
            "line": {"width": 2, "color": [place.mark.colour for place in places]},
            "opacity": 1,
        },
        customdata=[place.mark.row_id for place in places],
        hovertext=[place.mark.hover for place in places],
        hovertemplate="%{hovertext}<extra></extra>",
    )


def _draw_labels(places: Sequence[Place], axis: Axis) -> go.Scatter:
    shown = [place for place in places if place.labelled]
    ends = [reach(place.mark.span, axis) for place in shown]
    return draw_texts(
        [
            (
                place.mark.row_id,
                place.row if place.label_row is None else place.label_row,
                start if place.left else end,
                place.mark.label,
                place.left,
            )
            for place, (start, end) in zip(shown, ends, strict=True)
        ]
    )


def draw_texts(texts: Sequence[tuple[str, float, date, str, bool]], name: str = "labels") -> go.Scatter:
    """Labels beside their marks; each is row id, row, day, text, whether it stands on the left."""
    return go.Scatter(
        name=name,
        mode="text",
        x=[day.isoformat() for _, _, day, *_ in texts],
        y=[row for _, row, *_ in texts],
        text=[space(wrap(shorten(text, LABEL), 200), left) for *_, text, left in texts],
        textposition=["middle left" if left else "middle right" for *_, left in texts],
        textfont={"size": 11.5, "color": INK},
        customdata=[row_id for row_id, *_ in texts],
        hoverinfo="skip",
        cliponaxis=False,
    )


def space(text: str, left: bool) -> str:
    """A label with air towards its mark; plotly has no setting for it."""
    air = "\u00a0" * 3
    return text + air if left else air + text


def lane_layout(ends: dict[str, float], axis: Axis, names: dict[str, str] | None = None) -> dict[str, Any]:
    """Axes of a chart of lanes: a band behind every second lane, its name at its middle."""
    tops = [0.0, *ends.values()]
    middles = [(top + end) / 2 for top, end in pairwise(tops)]
    bands = [
        {
            "type": "rect",
            "xref": "paper",
            "x0": 0,
            "x1": 1,
            "y0": top,
            "y1": end,
            "layer": "below",
            "line": {"width": 0},
            "fillcolor": BAND,
        }
        for number, (top, end) in enumerate(pairwise(tops))
        if number % 2 == 0
    ]
    texts = [(names or {}).get(lane, wrap(shorten(lane, 34), 99)) for lane in ends]
    return {
        "shapes": bands,
        "xaxis": {**axis.ticks(), "gridcolor": RULE, "visible": True},
        "yaxis": {
            "visible": True,
            "range": [tops[-1] + 0.1, -0.1],
            "tickvals": middles,
            "ticktext": texts,
            "tickfont": {"size": 12, "color": INK},
            "ticklabelstandoff": 8,
            "zerolinecolor": GREY,
        },
    }


def lane_height(ends: dict[str, float]) -> int:
    """Pixels that the rows of all lanes take."""
    return max(round(max(ends.values()) * ROW), 3 * ROW)


def draw_nothing() -> list[go.Bar | go.Scatter]:
    """The same three traces without a mark."""
    return [_draw_symbols([]), draw_bars("ranges", [], []), draw_texts([])]
