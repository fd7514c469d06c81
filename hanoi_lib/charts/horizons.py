"""What is to be reached by when, in words: the aims without a number, at the year they name.

Input: the tables. Output: rows and the figure drawn from them, a lane for each place an aim is about. Aims
with a number stand beside what was reported (see targets.py).
"""

from collections.abc import Sequence
from dataclasses import replace

import pandas as pd
import plotly.graph_objects as go

from hanoi_lib.charts import theme
from hanoi_lib.charts.evidence import add_days, add_evidence, say_hover, say_sources
from hanoi_lib.charts.lanes import Words, chart_lanes
from hanoi_lib.charts.marks import Mark
from hanoi_lib.spans import parse_span
from hanoi_lib.store import Tables
from hanoi_lib.wording import capitalise, say, say_count, say_date, say_list

READING = (
    "A mark stands at the year by which an aim is to be reached, or at the end of the period drawn as a bar."
)
NOTHING = "No aim in words matches this choice. Widen the period or press Reset."


def build_horizon_rows(tables: Tables) -> pd.DataFrame:
    """Aims in words with their horizon and their evidence, nearest first."""
    rows = tables.targets[tables.targets["kind"] == "qualitative"].reset_index(drop=True)
    rows = add_evidence(tables, add_days(rows, "period"))
    rows = rows.assign(
        horizon=rows["period"].map(say_date).astype("string"),
        place=rows["area"].fillna("No place named").astype("string"),
        aim=rows["label"].fillna(rows["exact"]).map(capitalise).astype("string"),
    )
    return rows.sort_values(["to", "target_id"], ignore_index=True)


def chart_horizon_rows(
    rows: pd.DataFrame, window: Sequence[str] | None = None, *, whole: bool = False
) -> go.Figure:
    """The figure of rows from `build_horizon_rows`, all of them or some; see `chart_lanes`."""
    lanes = [str(name) for name in rows["place"].value_counts(sort=True).index]
    words = Words(say_horizons(rows), READING, say_sources(rows), NOTHING)
    return chart_lanes(_build_marks(rows), lanes, words, window, whole)


def _build_marks(rows: pd.DataFrame) -> list[Mark]:
    marks = []
    for row in rows.to_dict("records"):
        span = parse_span(row["period"])
        if span is None:
            continue
        who = f", set by {say(row['set_by'])}" if say(row["set_by"]) else ""
        hover = say_hover(row, row["aim"], f"{row['place']}, {row['horizon']}{who}")
        if span.kind == "within":  # by a year: one mark in it, no bar
            span = replace(span, start=span.middle, end=span.middle, kind="day")
        mark = Mark(row["target_id"], row["place"], span, row["aim"], hover, theme.RED, "diamond")
        marks.append(replace(mark, filled=True, late=True))
    return marks


def say_horizons(rows: pd.DataFrame) -> str:
    """The finding: how many aims in words, and the years they name."""
    years = sorted({span.last.year for span in map(parse_span, rows["period"]) if span})
    if not years:
        return "No aim in words with a year was found"
    told = [str(year) for year in years]
    when = say_list(told) if len(told) <= 6 else f"years from {told[0]} to {told[-1]}"
    return f"{capitalise(say_count(len(rows), 'aim'))} in words, for {when}"
