"""An aim ahead, and the way to it by an assumed growth: the base, the path of the years, the aim.

Input: the prospects of aims (see audit/prospects.py) with what is assumed. Output: rows, so that the aim and
the figure it starts from can be read in their sentences, and the figure drawn for one aim. The path is what
follows from the assumption; it is drawn as a broken line, for no document says so.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from hanoi_lib.audit.prospects import Prospect, find_prospects, grow, project, say_need
from hanoi_lib.charts import theme
from hanoi_lib.charts.evidence import say_hover, say_sources
from hanoi_lib.charts.lanes import space
from hanoi_lib.charts.targets import build_target_rows
from hanoi_lib.store import Tables
from hanoi_lib.wording import capitalise, say_amount, say_count, say_number

READING = (
    "The broken line is an assumption of yours, no forecast. Circle: what it starts from. Diamonds: the aim; "
    "of a range both ends."
)
EMPTY = "No aim that growth leads to lies ahead of these documents."
HEIGHT = 300
FEW = 8  # years, of which each has its tick
PLACES = {"circle": "bottom right", "diamond": "middle left"}


def build_prospect_rows(tables: Tables) -> pd.DataFrame:
    """The aims ahead and the figures they start from, with their evidence."""
    rows = build_target_rows(tables)
    found = find_prospects(tables)
    wanted = {one.aim_id for one in found} | {one.start_id for one in found if one.start_id}
    return rows[rows["figure_id"].isin(wanted)].reset_index(drop=True)


def find_assumed(prospects: Sequence[Prospect], assumed: Mapping[str, Any]) -> dict[str, Any]:
    """What is assumed, completed by what the documents tell: aim, growth, base, base_year, horizon."""
    one = next((p for p in prospects if p.aim_id == assumed.get("aim")), prospects[0])
    start = {"aim": one.aim_id, "growth": one.growth, "base": one.base, "base_year": one.base_year}
    return start | {"horizon": one.horizon} | dict(assumed)


def chart_prospect(
    rows: pd.DataFrame, prospects: Sequence[Prospect], assumed: Mapping[str, Any]
) -> go.Figure:
    """The way to one aim by an assumed growth."""
    if rows.empty or not prospects:
        return theme.chart_nothing(_draw([], []), EMPTY)
    chosen = find_assumed(prospects, assumed)
    one = next(p for p in prospects if p.aim_id == chosen["aim"])
    path = _find_path(chosen)
    marks = _find_marks(one, chosen, rows)
    years = [year for year, _ in path] + [year for year, *_ in marks]
    height = max([value for _, value in path] + [value for _, value, *_ in marks])
    figure = go.Figure(_draw(marks, path), layout=_lay_out(one, min(years), max(years), height))
    title = say_need(one, chosen["base"], chosen["base_year"], chosen["horizon"])
    return theme.dress(figure, title, READING, say_sources(rows), HEIGHT)


def say_prospects(rows: pd.DataFrame) -> str:
    """The finding: how many aims lie ahead."""
    number = int((rows["role"] == "target").sum())
    return (
        f"{capitalise(say_count(number, 'aim'))} ahead can be reckoned with" if number else EMPTY.rstrip(".")
    )


Mark = tuple[int, float, str, str, str, str]  # year, value, row id, symbol, label, hover


def _find_path(chosen: Mapping[str, Any]) -> list[tuple[int, float]]:
    """The level of every year from the base to the horizon; nothing without a base."""
    first, last, base = chosen["base_year"], chosen["horizon"], chosen["base"]
    if not base or last <= first:
        return []
    return [(year, grow(base, chosen["growth"], year - first)) for year in range(first, last + 1)]


def _find_marks(one: Prospect, chosen: Mapping[str, Any], rows: pd.DataFrame) -> list[Mark]:
    """The base and the aim; the aim of a growth is what the growth aimed at makes of the base."""
    hovers = {
        row["figure_id"]: say_hover(row, f"{row['series']}: {row['figure']}", row["period_told"])
        for row in rows.to_dict("records")
    }
    low, high = one.low, one.high
    if one.kind == "growth" and chosen["base"] and chosen["horizon"] > chosen["base_year"]:
        found = project(one, one.low, chosen["base"], chosen["base_year"], chosen["horizon"])
        low, high = found.low, found.high
    ends = dict.fromkeys((low, high))
    marks: list[Mark] = [
        (chosen["horizon"], end, one.aim_id, "diamond", f"aim: {_say_aim(one, end)}", hovers[one.aim_id])
        for end in ends
    ]
    if chosen["base"]:
        start = one.start_id or one.aim_id
        told = one.base_told if chosen["base"] == one.base else "your base"
        label = f"{_say(one, chosen['base'])}, {told}" if told else _say(one, chosen["base"])
        marks.append((chosen["base_year"], float(chosen["base"]), start, "circle", label, hovers[start]))
    return marks


def _say_aim(one: Prospect, end: float) -> str:
    return _say(one, end) if one.kind == "level" else f"{_say(one, end)}, by {one.aim} a year"


def _say(one: Prospect, value: float) -> str:
    return say_number(round(value)) if one.kind == "growth" else say_amount(value, None, one.unit)


def _draw(marks: Sequence[Mark], path: Sequence[tuple[int, float]]) -> list[go.Scatter]:
    """Marks, path and labels, always in this order."""
    shown = {"circle": theme.BLUE, "diamond": theme.RED}
    return [
        go.Scatter(
            name="marks",
            mode="markers",
            x=[year for year, *_ in marks],
            y=[value for _, value, *_ in marks],
            marker={
                "symbol": [symbol for _, _, _, symbol, *_ in marks],
                "size": 12,
                "color": [shown[symbol] for _, _, _, symbol, *_ in marks],
                "opacity": 1,
            },
            customdata=[row_id for _, _, row_id, *_ in marks],
            hovertext=[hover for *_, hover in marks],
            hovertemplate="%{hovertext}<extra></extra>",
            cliponaxis=False,
        ),
        go.Scatter(
            name="path",
            mode="lines",
            x=[year for year, _ in path],
            y=[value for _, value in path],
            line={"color": theme.INK, "width": 2, "dash": "dash"},
            hoverinfo="skip",
            customdata=[[] for _ in path],
        ),
        go.Scatter(
            name="labels",
            mode="text",
            x=[year for year, *_ in marks],
            y=[value for _, value, *_ in marks],
            text=[space(theme.wrap(label, 60), symbol == "diamond") for _, _, _, symbol, label, _ in marks],
            textposition=[PLACES[symbol] for _, _, _, symbol, *_ in marks],
            textfont={"size": 11.5, "color": theme.INK},
            customdata=[row_id for _, _, row_id, *_ in marks],
            hoverinfo="skip",
            cliponaxis=False,
        ),
    ]


def _lay_out(one: Prospect, first: int, last: int, height: float) -> dict[str, Any]:
    """Years from left to right, amounts from zero up; of a growth, the base is 100."""
    air = max((last - first) * 0.12, 0.6)
    title = "an index" if one.kind == "growth" else "" if one.unit == "count" else one.unit
    return {
        "xaxis": {"type": "linear", "range": [first - air, last + air], "tickformat": "d", "nticks": 9,
                  "dtick": 1 if last - first <= FEW else None,  # no year twice
                  "gridcolor": theme.RULE, "visible": True},
        "yaxis": {"range": [0, height * 1.25], "title": {"text": title, "font": {"size": 11.5}}, "nticks": 5,
                  "showgrid": True, "gridcolor": theme.RULE, "visible": True, "exponentformat": "B"},
    }  # fmt: skip
