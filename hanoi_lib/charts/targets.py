"""Aims with a number beside the figures that were reported, on one axis of time.

Input: the tables. Output: rows (reported figures and aims, told apart by `role`) and the figure drawn from
them: all indicators in lanes, or one indicator drawn to scale. A figure whose text names no period stands
hollow at the date of its document, and an aim without a year likewise; nothing is put where no text puts it.
Figures of no known series are left to the tables.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from hanoi_lib.audit.names import say_indicator, say_series
from hanoi_lib.audit.standings import VERDICTS, build_standings
from hanoi_lib.charts import theme
from hanoi_lib.charts.evidence import add_days, add_evidence, say_hover, say_sources
from hanoi_lib.charts.lanes import Words, chart_lanes
from hanoi_lib.charts.marks import Mark, build_axis, look_closer
from hanoi_lib.charts.scales import chart_scale, parse_figure
from hanoi_lib.spans import Span, parse_span
from hanoi_lib.store import Tables
from hanoi_lib.wording import say, say_count, say_date, say_figure, say_list

READING = (
    "Circle: reported. Diamond: aimed at. Hollow: the text names no period, so the mark stands at the date "
    "of its document. A bar is the period; drawn to scale, it fades where an aim is open, and a stroke marks "
    "the day on which it was told."
)
NOTHING = "No figure matches this choice. Choose another indicator or area, or press Reset."


def build_target_rows(tables: Tables) -> pd.DataFrame:
    """Figures of known series in the order of time; `role` is "reported" or "target"."""
    aims = tables.targets[tables.targets["kind"] == "quantitative"]
    parts = [_build_part(tables.observations, "reported"), _build_part(aims, "target")]
    rows = pd.concat(parts, ignore_index=True)
    rows = rows[rows["indicator"].notna() & rows["value"].notna()].reset_index(drop=True)
    rows = add_evidence(tables, rows)
    published = tables.documents.set_index("document_id")["published"]
    told = rows["document_id"].map(published).astype("string")
    rows = add_days(rows.assign(placed=rows["period"].fillna(told), told=told), "placed")
    verdicts = build_standings(tables).set_index("target_id")["verdict"].map(VERDICTS)
    rows = rows.assign(standing=rows["figure_id"].str.removeprefix("target:").map(verdicts).astype("string"))
    records = rows.to_dict("records")
    texts: dict[str, list[str]] = {
        "indicator_name": [say_indicator(row["indicator"]) for row in records],
        "series": [say_series(row["indicator"], row["measure"]) for row in records],
        "figure": [say_figure(row) for row in records],
        "role_name": ["aim" if row["role"] == "target" else "reported" for row in records],
        "period_text": [say_date(row["period"]) for row in records],
        "period_told": [say_date(row["period"]) or "no period stated" for row in records],
    }
    rows = rows.assign(**{name: pd.Series(text, dtype="string") for name, text in texts.items()})
    return rows.sort_values(["indicator_name", "series", "from", "role", "figure_id"], ignore_index=True)


def _build_part(rows: pd.DataFrame, role: str) -> pd.DataFrame:
    """Observations or targets with the columns they share. The key says which, as one span may give both."""
    key = "observation_id" if role == "reported" else "target_id"
    shared = ["indicator", "label", "measure", "area", "period", "comparator", "value", "value_max", "unit"]
    shared += ["equivalent_value", "equivalent_unit", "document_id", "start", "end", "exact"]
    part = rows[shared].assign(figure_id=role + ":" + rows[key], role=role)
    part["set_by"] = (
        rows["set_by"] if role == "target" else pd.Series(pd.NA, index=rows.index, dtype="string")
    )
    return part.astype({"role": "string", "figure_id": "string"})


def chart_target_rows(
    rows: pd.DataFrame, window: Sequence[str] | None = None, *, whole: bool = False
) -> go.Figure:
    """The figure of rows from `build_target_rows`: lanes, or to scale where they are of one indicator.

    See `chart_lanes`; drawn to scale, no marks are clustered.
    """
    marks = _build_marks(rows)
    words = Words(say_targets(rows), READING, say_sources(rows), NOTHING)
    if not marks or rows["indicator"].nunique() > 1:
        return chart_lanes(marks, _order_series(rows), words, window, whole)
    figures = {row["figure_id"]: parse_figure(row, _find_told(row)) for row in rows.to_dict("records")}
    figure, height = chart_scale(marks, figures, look_closer(build_axis([m.span for m in marks]), window))
    return theme.dress(figure, words.title, words.reading, words.sources, height)


def _build_marks(rows: pd.DataFrame) -> list[Mark]:
    home = rows["area"].mode().get(0) if len(rows) else None
    marks = []
    for row in rows.to_dict("records"):
        span = parse_span(row["placed"])
        if span is None:
            continue
        aim, stated = row["role"] == "target", bool(say(row["period"]))
        area = f" {row['area']}" if say(row["area"]) not in ("", home) else ""
        label = ("aim: " if aim else "") + row["figure"] + (f",{area}" if area else "")
        hover = say_hover(row, f"{row['series']}: {row['figure']}", _say_context(row))
        shape = (theme.RED, "diamond") if aim else (theme.BLUE, "circle")
        mark = Mark(row["figure_id"], row["series"], _draw_as(span, stated), label, hover, *shape)
        marks.append(replace(mark, filled=stated, late=aim and stated))
    return marks


def _find_told(row: Mapping[Any, Any]) -> date | None:
    """The day on which an aim was told, or the last one possible; None for a reported figure."""
    span = parse_span(row["told"]) if row["role"] == "target" else None
    return span.end if span else None


def _draw_as(span: Span, stated: bool) -> Span:
    """A figure fills the period its text names; where none is named, it lies within its document's date."""
    return replace(span, kind="throughout") if stated and span.kind == "within" else span


def _say_context(row: Mapping[Any, Any]) -> str:
    """Where and when; of an aim also who set it, when the text tells it, and how it stands."""
    who = "reported"
    if row["role"] == "target":
        setter = f"aimed at by {say(row['set_by'])}" if say(row["set_by"]) else "aim"
        when = f", told {say_date(row['told'])}" if say(row["told"]) else ""
        who = f"{setter}{when}; {say(row['standing']) or 'no evidence'}"
    return ", ".join(part for part in (say(row["area"]), row["period_told"], who) if part)


def _order_series(rows: pd.DataFrame) -> list[str]:
    """Indicators with both an aim and a reported figure first, then those told most often."""
    kinds = (
        rows.groupby("indicator_name").agg(roles=("role", "nunique"), number=("role", "size")).reset_index()
    )
    order = kinds.sort_values(["roles", "number", "indicator_name"], ascending=[False, False, True])[
        "indicator_name"
    ]
    series: dict[str, set[str]] = {}
    for indicator, name in zip(rows["indicator_name"], rows["series"], strict=True):
        series.setdefault(indicator, set()).add(name)
    return [name for indicator in order for name in sorted(series[indicator])]


def say_targets(rows: pd.DataFrame) -> str:
    """The finding: for which indicators an aim stands beside a reported figure."""
    roles = rows.groupby("indicator_name")["role"].nunique()
    if roles.empty:
        return "No figure of a known series was found"
    if len(roles) == 1:
        count = rows["role"].value_counts()
        aims = say_count(int(count.get("target", 0)), "aim")
        return f"{roles.index[0]}: {say_count(int(count.get('reported', 0)), 'reported figure')} and {aims}"
    both = [str(name) for name, number in roles.items() if number == 2]
    whole = say_count(len(roles), "indicator")
    if not both:
        return f"Of {whole}, none has both an aim and a reported figure"
    names = say_list([name if name.isupper() else name[:1].lower() + name[1:] for name in both])
    told = f": {names}" if len(both) <= 4 else ""
    return f"Of {whole}, {say_count(len(both), 'has', 'have')} both an aim and a reported figure{told}"
