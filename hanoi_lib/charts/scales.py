"""Figures of one indicator drawn to scale: a panel for each series, higher marks for higher values.

Input: marks of a chart of lanes and their values. Output: the same three traces, the rows of each lane turned
into a scale that starts at zero wherever that leaves the differences visible. Ranges of an aim are as high as
the range; figures in different units never share a panel.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import floor, log10
from typing import Any

import plotly.graph_objects as go

from hanoi_lib.charts.lanes import ROW, Axis, Mark, Place, draw_marks, find_label, label_side, lane_layout
from hanoi_lib.charts.theme import RULE, wrap
from hanoi_lib.wording import is_missing, say, say_amount

PANEL = 7.0  # rows that a panel is high
AIR = 1.1  # rows left free at its top and bottom
Value = tuple[Any, Any, Any]  # value, value_max, unit


@dataclass(frozen=True, slots=True)
class Scale:
    """Values from `low` to `high` between the rows `bottom` and `top`."""

    low: float
    high: float
    top: float

    def row(self, value: float) -> float:
        """Where a value stands, counted in rows from the top of the figure."""
        share = (value - self.low) / ((self.high - self.low) or 1.0)
        return self.top + PANEL - AIR - share * (PANEL - 2 * AIR)


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


def chart_scale(marks: Sequence[Mark], values: Mapping[str, Value], axis: Axis) -> tuple[go.Figure, int]:
    """The figure and the height of its plot."""
    panels = [replace(mark, lane=_name_panel(mark, values)) for mark in marks]
    names = list(dict.fromkeys(mark.lane for mark in panels))
    inside = {name: [values[mark.row_id] for mark in panels if mark.lane == name] for name in names}
    scales = {name: _build_scale(inside[name], number) for number, name in enumerate(names)}
    places = _part_labels([_place(m, scales[m.lane], values[m.row_id], axis) for m in panels], axis)
    ticks = [tick for name in names for tick in _build_ticks(scales[name], inside[name])]
    titles = [(scales[name].top + 0.45, f"<b>{wrap(name.split(' (')[0], 99)}</b>") for name in names]
    layout = lane_layout({name: PANEL * (n + 1) for n, name in enumerate(names)}, axis)
    shown = {"tickvals": [row for row, _ in ticks + titles], "ticktext": [text for _, text in ticks + titles]}
    layout |= {
        "yaxis": layout["yaxis"] | shown,
        "shapes": layout["shapes"] + [_rule(row) for row, _ in ticks],
    }
    return go.Figure(draw_marks(places, axis), layout=layout), round(PANEL * ROW * len(names))


def _name_panel(mark: Mark, values: Mapping[str, Value]) -> str:
    return f"{mark.lane} ({say(values[mark.row_id][2])})"


def _build_scale(values: Sequence[Value], number: int) -> Scale:
    numbers = [float(n) for value in values for n in value[:2] if not is_missing(n)]
    return Scale(min(0.0, *numbers), max(0.0, *numbers), PANEL * number)


def _place(mark: Mark, scale: Scale, value: Value, axis: Axis) -> Place:
    low = scale.row(float(value[0]))
    high = low if is_missing(value[1]) else scale.row(float(value[1]))
    return Place(mark, (low + high) / 2, label_side(mark, axis), max(abs(low - high), 0.14))


def _part_labels(places: Sequence[Place], axis: Axis) -> list[Place]:
    """The places with labels moved to the other side or a little down where they would cover one another."""
    taken: list[tuple[float, float, float]] = []
    parted = []
    for place in places:
        tries = [(side, shift) for shift in (0, 0.62, -0.62, 1.24) for side in (place.left, not place.left)]
        boxes = [(*find_label(place.mark, axis, side), place.row + shift) for side, shift in tries]
        free = [number for number, box in enumerate(boxes) if all(_is_clear(box, other) for other in taken)]
        number = free[0] if free else 0
        taken.append(boxes[number])
        parted.append(replace(place, left=tries[number][0], label_row=boxes[number][2]))
    return parted


def _is_clear(box: tuple[float, float, float], other: tuple[float, float, float]) -> bool:
    return box[1] < other[0] or box[0] > other[1] or abs(box[2] - other[2]) >= 0.6


def _build_ticks(scale: Scale, values: Sequence[Value]) -> list[tuple[float, str]]:
    """Rows of round values with their unit; of ranks, which have none, only those that occur."""
    unit = values[0][2]
    ticks = find_ticks(scale.low, scale.high) if say(unit) else sorted({float(value[0]) for value in values})
    return [(scale.row(tick), say_amount(tick, None, unit)) for tick in ticks]


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
