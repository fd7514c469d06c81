"""What is promised for which year: aims with a number, aims in words, undertakings with a date.

Input: the tables. Output: rows (targets and commitments that name a time) and the figure drawn from them: a
bar for each year by which something is to be done or reached. A period counts for its last year, an open one
for its first. The aims in words stand with their labels in horizons.py.
"""

from collections.abc import Mapping
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from hanoi_lib.audit.names import say_indicator
from hanoi_lib.charts import theme
from hanoi_lib.charts.evidence import add_evidence, say_sources
from hanoi_lib.charts.lanes import Words
from hanoi_lib.charts.stacks import Look, build_parts, chart_stacks
from hanoi_lib.spans import parse_span
from hanoi_lib.store import Tables
from hanoi_lib.wording import capitalise, say, say_date, say_figure, say_list

AROUND = 120  # characters on either side of the cited words
KINDS = {
    "number": Look("Aim with a number", theme.BLUE),
    "words": Look("Aim in words", theme.RED, "/"),
    "undertaking": Look("Undertaking with a date", theme.GREEN, "x"),
}
SHARED = ["document_id", "start", "end", "exact"]
READING = "A period counts for its last year. Every text's own years, whatever year it speaks from."
NOTHING = "Nothing with a year matches this choice. Widen it or press Reset."


def build_year_rows(tables: Tables) -> pd.DataFrame:
    """Targets and commitments that name a time, by the year it ends; `promise` tells them in a line."""
    aims, acts = tables.targets, tables.commitments
    kinds = aims["kind"].map({"quantitative": "number", "qualitative": "words"})
    parts = [
        aims[SHARED].assign(
            row_id="aim:" + aims["target_id"],
            kind=kinds,
            when=aims["period"],
            place=aims["area"],
            promise=[_say_aim(row) for row in aims.to_dict("records")],
        ),
        acts[SHARED].assign(
            row_id="undertaking:" + acts["commitment_id"],
            kind="undertaking",
            when=acts["due"],
            place="",
            promise=[f"{row['actor']}: {row['action']}" for row in acts.to_dict("records")],
        ),
    ]
    rows = pd.concat([part.astype("string") for part in parts], ignore_index=True)
    rows = rows.astype({"start": "int64", "end": "int64"})
    years = [span.last.year if span else None for span in map(parse_span, rows["when"])]
    rows = rows.assign(year=pd.Series([str(year or "") for year in years], rows.index, "string"))
    rows = add_evidence(tables, rows[rows["year"] != ""].reset_index(drop=True), AROUND)
    rows = rows.assign(
        kind_name=pd.Series([KINDS[kind].name for kind in rows["kind"]], rows.index, "string"),
        when_text=pd.Series([say_date(value) for value in rows["when"]], rows.index, "string"),
        area=rows["place"].replace("", pd.NA).fillna("no place named"),
    )
    return rows.sort_values(["year", "kind", "row_id"], ignore_index=True)


def _say_aim(row: Mapping[Any, Any]) -> str:
    name = (
        say_indicator(row["indicator"]) if say(row["indicator"]) else say(row["label"]) or say(row["exact"])
    )
    figure = say_figure(row) if row["kind"] == "quantitative" else ""
    return capitalise(f"{name}: {figure}" if figure else name)


def chart_year_rows(rows: pd.DataFrame) -> go.Figure:
    """The figure of rows from `build_year_rows`, all of them or some."""
    parts = build_parts(rows, "year", "row_id", "promise", lambda year, kind: f"{year}: {_say_kind(kind)}")
    words = Words(say_years(rows), READING, say_sources(rows), NOTHING)
    return chart_stacks(parts, sorted(set(rows["year"])), KINDS, "aims and undertakings", words)


def _say_kind(kind: str) -> str:
    return KINDS[kind].name.lower()


def say_years(rows: pd.DataFrame) -> str:
    """The finding: for which years most is promised, and the farthest that is named."""
    if rows.empty:
        return "Nothing was found that names a year"
    counts = rows["year"].value_counts()
    order = sorted(counts.index, key=lambda year: (-counts[year], year))
    told = say_list([f"{year} ({counts[year]})" for year in order[:3]])
    last = max(rows["year"])
    far = f"; the farthest year named is {last}" if last not in order[:3] else ""
    return f"Most is promised for {told}{far}"
