"""A figure of a report -> a small drawing of its marks for the index.

Answers "what does it look like" at a glance, for the figure that has most marks: bands, bars and marks where
the figure has them, no words. Drawn here and not by a browser, so that it is there on every machine and the
same each time. What it cannot place (an axis of names, say) it leaves out; a figure of which nothing is left
has no thumbnail.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from html import escape
from itertools import cycle, repeat
from typing import Any

from hanoi_lib.reports.markup import Json, find_embedded

WIDTH, HEIGHT, EDGE = 240, 140, 5  # pixels
MOST = 700  # marks: what is more than that cannot be told apart on so little room
DAY = 86_400_000  # milliseconds, in which plotly counts the length of a bar on an axis of time
GREY = "#5b6470"
COLOUR = re.compile(r"#[0-9a-fA-F]{3,8}|[a-z]{3,20}|rgba?\([\d., ]{5,40}\)")


@dataclass(frozen=True, slots=True)
class Box:
    """One mark in the units of its axes: a bar with its corners, or a point, whose corners are one."""

    left: float
    right: float
    top: float
    bottom: float
    colour: str
    edge: str

    @property
    def point(self) -> bool:
        """Whether it is a mark at one place."""
        return self.left == self.right and self.top == self.bottom


def draw_thumbnail(page: str) -> str:
    """The thumbnail of the figure with most marks in a report's HTML, as SVG; empty if none can be drawn."""
    figures = [told["figure"] for told in find_embedded(page, 'class="figure-json"')]
    titles = re.findall(r"<figcaption[^>]*>([^<]*)</figcaption>", page)
    marked = [find_marks(figure) for figure in figures]
    main = max(range(len(figures)), key=lambda at: len(marked[at]), default=0)
    if not figures or not marked[main]:
        return ""
    drawing = "".join(_draw_figure(figures[main].get("layout", {}), marked[main]))
    words = titles[main] if len(titles) == len(figures) else "Figure"
    head = f'<svg class="thumbnail" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-label="{words}">'
    return f"{head}{drawing}</svg>"


def find_marks(figure: dict[str, Any]) -> list[Box]:
    """All bars and marks of a figure that have a place, stacked bars one upon the other."""
    piles: dict[float, float] | None = {} if (figure.get("layout") or {}).get("barmode") == "stack" else None
    return [box for trace in figure.get("data", []) for box in find_boxes(trace, piles)]


def _draw_figure(layout: dict[str, Any], boxes: Sequence[Box]) -> Iterator[str]:
    """Stripes, bars, then marks; a mark outside the figure's own range is not part of its picture."""
    across = _find_ends(layout, "xaxis", [end for box in boxes for end in (box.left, box.right)])
    down = _find_ends(layout, "yaxis", [end for box in boxes for end in (box.top, box.bottom)])
    yield from _draw_bands(layout, down)
    seen = [b for b in boxes if _within(b.top, down) and _within(b.bottom, down)]
    for box in sorted(seen, key=lambda box: box.point)[:MOST]:
        yield _draw(box, across, down)


def _within(place: float, ends: tuple[float, float]) -> bool:
    return min(ends) <= place <= max(ends)


def find_boxes(trace: dict[str, Any], piles: dict[float, float] | None = None) -> Iterator[Box]:
    """The bars and marks of a trace with a place in numbers or days; `piles`: how far stacked bars reach."""
    if trace.get("name") == "folds" or trace.get("visible") is False:
        return
    xs, ys = (trace.get(axis) or [] for axis in "xy")
    marker = trace.get("marker") or {}
    colours, edges = _spread(marker.get("color")), _spread((marker.get("line") or {}).get("color"))
    if trace.get("type") == "bar":
        flat = trace.get("orientation") == "h"
        bases, widths = _spread(trace.get("base"), 0), _spread(trace.get("width"), 0.8)
        for x, y, base, width, colour in zip(xs, ys, bases, widths, colours, strict=False):
            start, side = _place(base), _place(y if flat else x)
            if start is None or side is None:
                continue
            length = (x if flat else y) / (DAY if isinstance(base, str) else 1)
            if piles is not None:
                start = piles.get(side, 0.0)
                piles[side] = start + length
            ends, sides = (start, start + length), (side - width / 2, side + width / 2)
            left, right, top, bottom = (*ends, *sides) if flat else (*sides, *ends)
            yield Box(left, right, top, bottom, colour, colour)
    elif "markers" in trace.get("mode", "markers"):
        for x, y, colour, edge in zip(xs, ys, colours, edges, strict=False):
            across, down = _place(x), _place(y)
            if across is not None and down is not None:
                yield Box(across, across, down, down, colour, edge)


def _spread(value: Json, missing: Json = None) -> Iterator[Json]:
    """One value for each mark: those of a list, or the same again and again."""
    return cycle(value) if isinstance(value, list) and value else repeat(missing if value is None else value)


def _place(value: Json) -> float | None:
    """Where something stands: a number, or a day counted from the first; None for a name."""
    if isinstance(value, int | float):
        return float(value)
    try:
        return datetime.fromisoformat(str(value)[:10]).toordinal()
    except ValueError:
        return None


def _find_ends(layout: dict[str, Any], axis: str, places: Sequence[float]) -> tuple[float, float]:
    """What stands at the two edges: as the figure says, or all of it."""
    told = [_place(end) for end in (layout.get(axis) or {}).get("range") or []]
    ends = [end for end in told if end is not None]
    if len(ends) == 2 and ends[0] != ends[1]:
        return ends[0], ends[1]
    low, high = min(places), max(places)
    air = (high - low) / 20 or 1
    return (low - air, high + air) if axis == "xaxis" else (high + air, low - air)


def _scale(place: float, ends: tuple[float, float], pixels: int) -> float:
    at = EDGE + (place - ends[0]) / (ends[1] - ends[0]) * (pixels - 2 * EDGE)
    return min(max(at, 0), pixels)


def _draw_bands(layout: dict[str, Any], down: tuple[float, float]) -> Iterator[str]:
    """The stripes behind every second lane."""
    # A range of an axis is told from the bottom to the top.
    for shape in layout.get("shapes") or []:
        top, bottom = _place(shape.get("y0")), _place(shape.get("y1"))
        if shape.get("type") == "rect" and shape.get("xref") == "paper" and None not in (top, bottom):
            ends = sorted(HEIGHT - _scale(y, down, HEIGHT) for y in (top or 0.0, bottom or 0.0))
            yield _rectangle(0, ends[0], WIDTH, ends[1] - ends[0], shape.get("fillcolor"))


def _draw(box: Box, across: tuple[float, float], down: tuple[float, float]) -> str:
    left, right = sorted(_scale(x, across, WIDTH) for x in (box.left, box.right))
    top, bottom = sorted(HEIGHT - _scale(y, down, HEIGHT) for y in (box.top, box.bottom))
    if box.point:
        fill, edge = _check(box.colour), _check(box.edge or box.colour)
        return f'<circle cx="{left:.1f}" cy="{top:.1f}" r="2.6" fill="{fill}" stroke="{edge}"/>'
    return _rectangle(left, top, max(right - left, 1), max(bottom - top, 1), box.colour)


def _rectangle(left: float, top: float, width: float, height: float, colour: Json) -> str:
    size = f'width="{width:.1f}" height="{height:.1f}"'
    return f'<rect x="{left:.1f}" y="{top:.1f}" {size} fill="{_check(colour)}"/>'


def _check(colour: Json) -> str:
    """A colour that may stand in a page; grey for anything else."""
    return escape(colour) if isinstance(colour, str) and COLOUR.fullmatch(colour) else GREY
