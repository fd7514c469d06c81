"""Counts of rows as stacked bars, a bar for each lane, a part for each kind.

Input: `Part`s, each with the ids of the rows it counts. Output: the traces and axes of a figure, always one
trace for each kind, so that a live figure can be updated in place; a page that filters counts the ids anew.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from hanoi_lib.charts import theme
from hanoi_lib.charts.lanes import Words, lane_layout
from hanoi_lib.charts.marks import Axis

LANE, LOW = 38, 24  # pixels of a lane: two lines of its name, and one where there are more than
MANY = 40  # lanes
FOOT = 24  # and of what stands below the axis
# Above the bars, in their order from left to right; a click on it hides nothing: the filters do that.
LEGEND = {
    "orientation": "h",
    "x": 0,
    "y": 1,
    "yanchor": "bottom",
    "itemclick": False,
    "traceorder": "normal",
}
LABEL = 38  # characters of a line of it


@dataclass(frozen=True, slots=True)
class Part:
    """Some rows of one lane and kind."""

    lane: str
    kind: str
    ids: tuple[str, ...]
    hover: str


@dataclass(frozen=True, slots=True)
class Look:
    """How a kind is drawn: colours with patterns, so that colour alone tells nothing."""

    name: str
    colour: str
    pattern: str = ""
    text: str = "white"


def draw_stacks(parts: Sequence[Part], lanes: Sequence[str], looks: Mapping[str, Look]) -> list[go.Bar]:
    """A trace for each kind, in the order of `looks`; `text` is the number of rows."""
    return [_draw([part for part in parts if part.kind == kind], lanes, look) for kind, look in looks.items()]


def _draw(parts: Sequence[Part], lanes: Sequence[str], look: Look) -> go.Bar:
    return go.Bar(
        name=look.name,
        orientation="h",
        y=[lanes.index(part.lane) + 0.5 for part in parts],
        x=[len(part.ids) for part in parts],
        width=0.68,
        marker={
            "color": look.colour,
            "line": {"color": "white", "width": 1},
            "pattern": {
                "shape": look.pattern,
                "fillmode": "overlay",
                "fgcolor": "white",
                "size": 6,
                "solidity": 0.12,  # more would hide the numbers
            },
        },
        text=[str(len(part.ids)) for part in parts],
        textposition="inside",
        insidetextanchor="middle",
        textangle=0,
        textfont={"size": 12, "color": look.text},
        customdata=[list(part.ids) for part in parts],
        hovertext=[part.hover for part in parts],
        hovertemplate="%{hovertext}<extra></extra>",
        meta={"aggregate": "count"},
    )


def chart_stacks(
    parts: Sequence[Part],
    lanes: Sequence[str],
    looks: Mapping[str, Look],
    noun: str,
    words: Words,
    names: Mapping[str, str] | None = None,
) -> go.Figure:
    """Stacked bars of parts, dressed; a sentence where there are none.

    The axis counts `noun`. `names` are what lanes are called where that is not the lane itself.
    """
    if not parts:
        return theme.chart_nothing(draw_stacks([], [], looks), words.nothing)
    figure = go.Figure(draw_stacks(parts, lanes, looks), layout=_lay_out(lanes, noun, names or {}))
    # Where a page is narrow, names stand above their bars: what then parts the two lines of a name.
    figure.update_layout(meta={"narrow": " · " if names else " "})
    height = (LANE if len(lanes) <= MANY else LOW) * len(lanes) + FOOT
    return theme.dress(figure, words.title, words.reading, words.sources, height, legend=34)


def build_parts(
    rows: pd.DataFrame, lane: str, key: str, line: str, say: Callable[[str, str], str]
) -> list[Part]:
    """A part for each lane and `kind` of rows; `say` heads what its hover tells, a `line` for each row."""
    return [
        Part(
            str(name),
            str(kind),
            tuple(group[key]),
            theme.say_part(say(str(name), str(kind)), list(group[line])),
        )
        for (name, kind), group in rows.groupby([lane, "kind"], sort=False)
    ]


def _lay_out(lanes: Sequence[str], noun: str, names: Mapping[str, str]) -> dict[str, Any]:
    told = {lane: names.get(lane) or theme.wrap(lane, LABEL) for lane in lanes}
    layout = lane_layout({lane: n + 1.0 for n, lane in enumerate(lanes)}, Axis(date.min, date.max), told)
    return layout | {
        "barmode": "stack",
        "showlegend": True,
        "legend": LEGEND,
        "uniformtext": {"minsize": 10, "mode": "hide"},
        "xaxis": {
            "type": "linear",
            "visible": True,
            "rangemode": "tozero",
            "autorange": True,
            "tickformat": ",d",
            "nticks": 8,
            "title": {"text": noun, "font": {"size": 11, "color": theme.GREY}, "standoff": 4},
        },
    }
