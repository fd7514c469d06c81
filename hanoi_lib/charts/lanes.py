"""Charts of lanes: marks on a time axis, in named lanes, with labels that do not run into one another.

Input: `Mark`s, each with the days its date allows. Output: the traces and axes of a figure, always the same
three traces in the same order (marks, softly drawn ranges, labels), so that a live figure can be updated in
place. A day is a filled mark; anything less certain is a hollow mark on a bar that fades where it is open.
Marks that would cover one another are one circle with their number (see placing.py).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import plotly.graph_objects as go

from hanoi_lib.charts import theme
from hanoi_lib.charts.marks import (
    EDGE,
    LABEL,
    LETTER,
    WIDTH,
    Axis,
    Cluster,
    Mark,
    Place,
    build_axis,
    look_closer,
    reach,
)
from hanoi_lib.charts.placing import CROWD, GAP, HIGH, LABELLED, place_marks
from hanoi_lib.charts.theme import BAND, GREY, INK, RULE, fade_colour, say_part, shorten, wrap
from hanoi_lib.spans import Span

ROW = 24  # pixels from one row of marks to the next
CROWDED = " A circle with a number stands for so many marks close together; look closer to part them."
STEPS = 9  # pieces of a fading bar
SIZE, SIZES = 11, (17, 19, 22)  # of a mark; of a cluster with a number of one, two or more digits


@dataclass(frozen=True, slots=True)
class Words:
    """What is written around a chart: its finding, how to read it, whose texts; or why nothing is left."""

    title: str
    reading: str
    sources: str
    nothing: str


def chart_lanes(
    marks: Sequence[Mark],
    lanes: Sequence[str],
    words: Words,
    window: Sequence[str] | None = None,
    whole: bool = False,
) -> go.Figure:
    """Marks in their lanes, those without a mark left out.

    `window` are the two days between which one looks closer. With `whole` the marks of clusters are drawn as
    well, below what is seen, and `layout.meta` tells a page how to part them.
    """
    if not marks:
        return theme.chart_nothing(draw_nothing(), words.nothing)
    axis = look_closer(build_axis([mark.span for mark in marks]), window)
    used = [lane for lane in lanes if any(mark.lane == lane for mark in marks)]
    placed = place_marks(marks, used, axis)
    bottom = max(placed.ends.values())
    away = {lane: bottom + number + 1 for number, lane in enumerate(used)} if whole else {}
    traces = draw_marks(placed.places, axis, placed.clusters, away)
    figure = go.Figure(traces, layout=lane_layout(placed.ends, axis))
    if whole:
        figure.update_layout(meta={"clusters": _describe(placed.ends, away)})
    reading = words.reading + CROWDED * bool(placed.clusters)
    return theme.dress(figure, words.title, reading, words.sources, lane_height(placed.ends))


def _describe(ends: Mapping[str, float], away: Mapping[str, float]) -> dict[str, Any]:
    """What a page needs to place the marks anew: lanes, as seen and away, and the measures of placing.py."""
    tops = [0.0, *ends.values()]
    seen = [(lane, top, end) for lane, (top, end) in zip(ends, pairwise(tops), strict=True)]
    below = [(lane, row - 0.5, row + 0.5) for lane, row in away.items()]
    return {
        "lanes": [{"lane": lane, "top": top, "end": end} for lane, top, end in [*seen, *below]],
        **{"width": WIDTH, "letter": LETTER, "label": LABEL, "row": ROW, "sizes": SIZES},
        **{"labelled": LABELLED, "high": HIGH, "gap": GAP, "crowd": CROWD, "edge": EDGE},
    }


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


def draw_marks(
    places: Sequence[Place],
    axis: Axis,
    clusters: Sequence[Cluster] = (),
    away: Mapping[str, float] | None = None,
) -> list[go.Bar | go.Scatter]:
    """The three traces of a chart of lanes; `away` is a row for each lane in which a page finds the rest.

    The marks come first: when data change, plotly.js guesses the kind of axis anew from the first trace, and
    the lengths of bars look like plain numbers. Bars are drawn below marks in any order.
    """
    symbols = [(place.mark, place.row) for place in places if place.alone]
    hidden = [place for place in places if away and not place.alone]
    symbols += [(place.mark, (away or {})[place.mark.lane]) for place in hidden]
    return [_draw_symbols(symbols, clusters), _draw_ranges(places, axis), _draw_labels(places, axis, away)]


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


def _draw_symbols(symbols: Sequence[tuple[Mark, float]], clusters: Sequence[Cluster]) -> go.Scatter:
    """A symbol for each mark, then a circle for each cluster; it is filled where its marks are."""
    firsts = [*(mark for mark, _ in symbols), *(cluster.marks[0] for cluster in clusters)]
    alone = len(symbols)
    return go.Scatter(
        name="marks",
        mode="markers+text",
        x=[*(m.day.isoformat() for m, _ in symbols), *(c.day.isoformat() for c in clusters)],
        y=[*(row for _, row in symbols), *(cluster.row for cluster in clusters)],
        text=[""] * alone + [str(len(cluster.marks)) for cluster in clusters],
        textposition="middle center",
        textfont={"size": 11, "color": ["white" if mark.sure else INK for mark in firsts]},
        marker={
            "symbol": [mark.symbol for mark, _ in symbols] + ["circle"] * len(clusters),
            "size": [SIZE] * alone + [SIZES[min(len(str(len(c.marks))), 3) - 1] for c in clusters],
            "color": [mark.colour if mark.sure else "white" for mark in firsts],
            "line": {"width": 2, "color": [mark.colour for mark in firsts]},
            "opacity": 1,
        },
        customdata=[*(mark.row_id for mark, _ in symbols), *([m.row_id for m in c.marks] for c in clusters)],
        hovertext=[*(mark.hover for mark, _ in symbols), *map(_say_cluster, clusters)],
        hovertemplate="%{hovertext}<extra></extra>",
    )


def _say_cluster(cluster: Cluster) -> str:
    head = f"{cluster.marks[0].lane}: {len(cluster.marks)} close together"
    told = say_part(head, [mark.label for mark in cluster.marks], 4)
    return f"{told}<br><i>Look closer to part them, click to read.</i>"


def _draw_labels(places: Sequence[Place], axis: Axis, away: Mapping[str, float] | None = None) -> go.Scatter:
    texts = []
    for place in places:
        start, end = reach(place.mark.span, axis) if not place.inside else (place.mark.day,) * 2
        row = place.row if place.label_row is None else place.label_row
        if not place.labelled and away:
            row = away[place.mark.lane]
        if place.labelled or away:
            texts.append((place.mark.row_id, row, start if place.left else end, place.mark.label, place.left))
    return draw_texts(texts)


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
    return [_draw_symbols([], []), draw_bars("ranges", [], []), draw_texts([])]
