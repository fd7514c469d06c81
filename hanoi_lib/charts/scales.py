"""Figures of one indicator drawn to scale: a panel for each series, higher marks for higher values.

Input: marks of a chart of lanes and what they stand for. Output: the same three traces, the rows of each lane
turned into a scale that starts at zero wherever that leaves the differences visible. A range aimed at is as
high as the range, "at least" fades upwards and "at most" downwards; a fine line leads from the day on which
an aim was told to the time that it is for. Figures in different units never share a panel, and a label that
finds no free place is left to the pointer.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise
from math import floor, log10
from typing import Any

import plotly.graph_objects as go

from hanoi_lib.charts.lanes import ROW, draw_bars, draw_marks, lane_layout
from hanoi_lib.charts.marks import WIDTH, Axis, Mark, Place, find_label, label_side, reach
from hanoi_lib.charts.theme import GREY, RULE, fade_colour, wrap
from hanoi_lib.wording import is_missing, say, say_amount

PANELS = ((2, 4.0), (9, 7.0), (10_000, 11.0))  # up to so many marks a panel is so many rows high
CROWDED = 24  # marks of a figure: of more than these no label covers a bar
AIR, HEADROOM = 1.0, 1.9  # rows left free at its bottom and top: an aim of "at least" fades upwards
LINE = 0.6  # rows from one line of text to the next
FADE = 5  # bars in which an open comparator fades, each a quarter of a row high
SHIFTS = (0.0, 0.62, -0.62, 1.24, -1.24, 1.86, -1.86)  # rows by which a label may give way
Box = tuple[float, float, float, float]  # from and to in pixels, row, half the height in rows
Pieces = list[tuple[Any, float, date, timedelta, str, float]]


@dataclass(frozen=True, slots=True)
class Figure:
    """What a mark stands for; `told` is the day on which an aim was told, None for reported figures."""

    value: float
    value_max: float | None
    unit: str
    comparator: str
    told: date | None

    @property
    def ends(self) -> list[float]:
        """The value, or both ends of a range."""
        return [self.value] if self.value_max is None else [self.value, self.value_max]


def parse_figure(row: Mapping[Any, Any], told: date | None) -> Figure:
    """A row's value as something to draw."""
    high = None if is_missing(row["value_max"]) else float(row["value_max"])
    return Figure(float(row["value"]), high, say(row["unit"]), say(row["comparator"]), told)


@dataclass(frozen=True, slots=True)
class Scale:
    """Values from `low` to `high` between the rows `top` and `end`."""

    low: float
    high: float
    top: float
    end: float

    def row(self, value: float) -> float:
        """Where a value stands, counted in rows from the top of the figure."""
        share = (value - self.low) / ((self.high - self.low) or 1.0)
        return self.end - AIR - share * (self.end - self.top - AIR - HEADROOM)


def find_ticks(low: float, high: float, most: int = 4) -> list[float]:
    """Round values between two values, at most so many and one more.

    >>> find_ticks(0, 9.6)
    [0.0, 5.0]
    >>> find_ticks(0, 492e12)
    [0.0, 200000000000000.0, 400000000000000.0]
    """
    size = (high - low) / most or 1.0
    power = 10.0 ** floor(log10(size))
    step = next(power * factor for factor in (1, 2, 5, 10) if power * factor >= size)
    first = -floor(-low / step)
    return [round(step * n, 10) for n in range(first, floor(high / step) + 1)]


def chart_scale(marks: Sequence[Mark], figures: Mapping[str, Figure], axis: Axis) -> tuple[go.Figure, int]:
    """The figure and the height of its plot."""
    panels = [replace(mark, lane=f"{mark.lane} ({figures[mark.row_id].unit})") for mark in marks]
    inside: dict[str, list[Figure]] = {}
    for mark in panels:
        inside.setdefault(mark.lane, []).append(figures[mark.row_id])
    names = sorted(inside, key=lambda name: _weigh(inside[name]))
    tops = _stack([len(inside[name]) for name in names])
    scales = {
        name: _build_scale(inside[name], *ends) for name, ends in zip(names, pairwise(tops), strict=True)
    }
    placed = [_place(mark, scales[mark.lane], figures[mark.row_id], axis) for mark in panels]
    places = _part_labels(sorted(placed, key=lambda place: not place.mark.late), axis)
    ticks = [tick for name in names for tick in _build_ticks(scales[name], inside[name])]
    titles = [(scales[name].top + 0.45, f"<b>{wrap(name.split(' (')[0], 99)}</b>") for name in names]
    layout = lane_layout(dict(zip(names, tops[1:], strict=True)), axis)
    shown = {"tickvals": [row for row, _ in ticks + titles], "ticktext": [text for _, text in ticks + titles]}
    layout |= {
        "yaxis": layout["yaxis"] | shown,
        "shapes": layout["shapes"] + [_rule(row) for row, _ in ticks],
    }
    symbols, ranges, labels = draw_marks(places, axis)
    ranges = _draw_aims(places, figures, ranges, axis)
    return go.Figure([symbols, ranges, labels], layout=layout), round(tops[-1] * ROW)


def _weigh(figures: Sequence[Figure]) -> tuple[int, int]:
    """Panels with both aims and reports stand first, then those of many figures."""
    return -len({figure.told is None for figure in figures}), -len(figures)


def _stack(sizes: Sequence[int]) -> list[float]:
    """Where panels of so many marks begin, and where the last one ends."""
    tops = [0.0]
    for size in sizes:
        tops.append(tops[-1] + next(rows for most, rows in PANELS if size <= most))
    return tops


def _build_scale(figures: Sequence[Figure], top: float, end: float) -> Scale:
    """From zero, unless the figures then lie so close together that nothing could be told apart."""
    numbers = [number for figure in figures for number in figure.ends]
    low, high = min(numbers), max(numbers)
    if low > high / 2 and low < high:
        return Scale(low - (high - low) / 3, high, top, end)
    return Scale(min(0.0, low), max(0.0, high), top, end)


def _place(mark: Mark, scale: Scale, figure: Figure, axis: Axis) -> Place:
    rows = [scale.row(number) for number in figure.ends]
    thickness = max(abs(rows[0] - rows[-1]), 0.14)
    return Place(mark, (rows[0] + rows[-1]) / 2, label_side(mark, axis), thickness)


def _part_labels(places: Sequence[Place], axis: Axis) -> list[Place]:
    """The places with labels where they cover nothing, or of few marks bars alone; others go without."""
    bars = [_find_box(place, axis) for place in places]
    few = len(places) <= CROWDED
    labels: list[Box] = []
    parted = []
    for place in places:
        tries = [
            (side, inside, place.row + shift)
            for shift in SHIFTS
            for inside in ((True, False) if shift else (False,))
            for side in (place.left, not place.left)
        ]
        boxes = [(*find_label(place.mark, axis, side, inside), row, 0.3) for side, inside, row in tries]
        inside = [n for n, box in enumerate(boxes) if box[0] >= 0 and box[1] <= WIDTH]
        free = [n for n in inside if all(_is_clear(boxes[n], other) for other in labels)]
        best = [n for n in free if all(_is_clear(boxes[n], bar) for bar in bars)] or free * few
        if not best:
            parted.append(replace(place, labelled=False))
            continue
        labels.append(boxes[best[0]])
        side, beside, row = tries[best[0]]
        parted.append(replace(place, left=side, inside=beside, label_row=row))
    return parted


def _find_box(place: Place, axis: Axis) -> Box:
    """What the mark and the bar of a place take."""
    start, end = reach(place.mark.span, axis)
    return axis.pixel(start) - 6, axis.pixel(end) + 6, place.row, max(place.thickness / 2, 0.24)


def _is_clear(box: Box, other: Box) -> bool:
    apart = abs(box[2] - other[2]) >= box[3] + other[3]
    return apart or box[1] < other[0] or box[0] > other[1]


def _draw_aims(places: Sequence[Place], figures: Mapping[str, Figure], ranges: go.Bar, axis: Axis) -> go.Bar:
    """The bars of a chart with what only aims have: where they are open, and when they were told."""
    pieces: Pieces = []
    for place in places:
        figure = figures[place.mark.row_id]
        if figure.told:
            pieces += [*_find_fading(place, figure, axis), *_find_lead(place, figure.told, axis)]
    labels = {place.mark.row_id: wrap(place.mark.label, 60) for place in places}
    extra = draw_bars("ranges", pieces, [labels[row_id] for row_id, *_ in pieces])
    names = ("y", "base", "x", "width", "customdata", "hovertext")
    joined = {name: [*extra[name], *ranges[name]] for name in names}
    colours = [*extra.marker.color, *ranges.marker.color]
    return go.Bar(ranges).update(joined | {"marker": {"color": colours, "line": {"width": 0}}})


def _find_fading(place: Place, figure: Figure, axis: Axis) -> Pieces:
    """Bars above an aim of "at least", below one of "at most", paler from one to the next."""
    way = {">": -1, ">=": -1, "<": 1, "<=": 1}.get(figure.comparator, 0)
    start, end = reach(place.mark.span, axis)
    edge = place.row + way * place.thickness / 2
    length = max(end - start, timedelta(days=1))
    rows = [edge + way * (n + 0.5) / 4 for n in range(FADE * abs(way))]
    colours = [fade_colour(place.mark.colour, 0.34 - n * 0.06) for n in range(FADE)]
    return [
        (place.mark.row_id, row, start, length, colour, 0.25)
        for row, colour in zip(rows, colours, strict=False)
    ]


def _find_lead(place: Place, told: date, axis: Axis) -> Pieces:
    """A fine line from the day on which an aim was told to its period, with a stroke at that day."""
    start, _ = reach(place.mark.span, axis)
    stroke = timedelta(days=max((axis.end - axis.start).days // 400, 1))
    pieces: Pieces = [(place.mark.row_id, place.row, told, stroke, GREY, 0.6)]
    if told < start:
        pieces.append((place.mark.row_id, place.row, told, start - told, GREY, 0.05))
    return pieces


def _build_ticks(scale: Scale, figures: Sequence[Figure]) -> list[tuple[float, str]]:
    """Rows of round values with their unit; of ranks, which have none, those that occur and stand apart."""
    unit = figures[0].unit
    most = 4 if scale.end - scale.top > 5 else 2
    ticks = find_ticks(scale.low, scale.high, most) if unit else sorted({figure.value for figure in figures})
    told: list[tuple[float, str]] = []
    for tick in ticks:
        if not told or abs(told[-1][0] - scale.row(tick)) >= LINE:
            told.append((scale.row(tick), say_amount(tick, None, unit)))
    return told


def _rule(row: float) -> dict[str, Any]:
    line = {"color": RULE, "width": 1}
    return {
        "type": "line",
        "xref": "paper",
        "x0": 0,
        "x1": 1,
        "y0": row,
        "y1": row,
        "layer": "below",
        "line": line,
    }
