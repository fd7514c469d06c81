"""Numbered sets of work: how many items a text declares, and how many of them it lists.

Input: the tables. Output: rows with their items in words, and the figure drawn from them: a bar as long as
what is declared, filled as far as it is listed. A set without a list is not empty: the text says no more.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from hanoi_lib.charts import theme
from hanoi_lib.charts.evidence import add_days, add_evidence, say_sources
from hanoi_lib.charts.lanes import lane_layout
from hanoi_lib.charts.marks import Axis
from hanoi_lib.spans import parse_span
from hanoi_lib.store import Tables
from hanoi_lib.wording import capitalise, say_count, say_date

LANE = 40
READING = "Outline: as many as the text declares. Filled: those that it lists, told when pointed at."
NOTHING = "No numbered set matches this choice. Choose another document or press Reset."
ALL, SOME, NONE = "lists all", "lists some", "lists none"


def build_programme_rows(tables: Tables) -> pd.DataFrame:
    """Numbered sets in the order of their documents, with their items as one text."""
    published = tables.documents.set_index("document_id")["published"]
    rows = tables.programmes.assign(dated=tables.programmes["document_id"].map(published))
    rows = add_evidence(tables, add_days(rows, "dated"))
    spans = [parse_span(value) for value in rows["dated"]]
    rows = rows.assign(
        set_name=[_say_set(row) for row in rows.to_dict("records")],
        listing=[_say_listing(row) for row in rows.to_dict("records")],
        told=["; ".join(f"{n}. {item}" for n, item in enumerate(items, 1)) for items in rows["items"]],
        when=[say_date(value) or "undated" for value in rows["dated"]],
        middle=[span.middle.isoformat() if span else "9999" for span in spans],
    )
    return rows.sort_values(["middle", "document_id", "start"], ignore_index=True)


def _say_set(row: Mapping[Any, Any]) -> str:
    declared = row["declared_items"]
    return capitalise(str(row["label"]) if pd.isna(declared) else f"{int(declared)} {row['label']}")


def _say_listing(row: Mapping[Any, Any]) -> str:
    if not row["listed_items"]:
        return NONE
    return SOME if pd.notna(row["declared_items"]) and row["listed_items"] < row["declared_items"] else ALL


def chart_programme_rows(rows: pd.DataFrame) -> go.Figure:
    """The figure of rows from `build_programme_rows`, all of them or some."""
    if rows.empty:
        return theme.chart_nothing(_draw(rows), NOTHING)
    keys = list(rows["programme_id"])
    names = {row["programme_id"]: _say_lane(row) for row in rows.to_dict("records")}
    layout = lane_layout({key: n + 1.0 for n, key in enumerate(keys)}, Axis(date.min, date.max), names)
    layout["xaxis"] = {
        "type": "linear",
        "visible": True,
        "range": [0, 1.16 * max(_count(row) for row in rows.to_dict("records"))],  # room for labels
        "tickformat": ",d",
        "nticks": 8,
        "title": {"text": "items", "font": {"size": 11, "color": theme.GREY}, "standoff": 4},
    }
    figure = go.Figure(_draw(rows), layout=layout)
    figure.update_layout(meta={"narrow": " · "})
    return theme.dress(figure, say_programmes(rows), READING, say_sources(rows), LANE * len(keys))


def _say_lane(row: Mapping[Any, Any]) -> str:
    name = theme.wrap(theme.shorten(row["set_name"], 40), 99)
    return f"<b>{name}</b><br>{theme.wrap(theme.shorten(str(row['document']), 40), 99)}"


def _draw(rows: pd.DataFrame) -> list[go.Bar | go.Scatter]:
    records = rows.to_dict("records")
    places = [n + 0.5 for n in range(len(records))]
    keys = [row["programme_id"] for row in records]
    listed = [int(row["listed_items"]) for row in records]
    whole = [_count(row) for row in records]
    hover = [_say_hover(row) for row in records]
    shared: dict[str, Any] = {
        "orientation": "h",
        "y": places,
        "customdata": keys,
        "hovertext": hover,
        "hovertemplate": "%{hovertext}<extra></extra>",
    }
    outline = {"color": "white", "line": {"color": theme.GREY, "width": 1.5}}
    return [
        go.Bar(name="declared", x=whole, width=0.5, marker=outline, **shared),
        go.Bar(
            name="listed", x=listed, width=0.5, marker={"color": theme.BLUE, "line": {"width": 0}}, **shared
        ),
        go.Scatter(
            name="labels",
            mode="text",
            x=whole,
            y=places,
            text=[f"\u00a0\u00a0{_say_count(row)}" for row in records],
            textposition="middle right",
            textfont={"size": 12, "color": theme.INK},
            customdata=keys,
            hoverinfo="skip",
            cliponaxis=False,
        ),
    ]


def _count(row: Mapping[Any, Any]) -> int:
    """As many items as are declared, or listed where no number is told."""
    declared = row["declared_items"]
    return int(row["listed_items"] if pd.isna(declared) else declared)


def _say_count(row: Mapping[Any, Any]) -> str:
    listed, whole = int(row["listed_items"]), _count(row)
    return "none listed" if not listed else "all listed" if listed == whole else f"{listed} listed"


def _say_hover(row: Mapping[Any, Any]) -> str:
    items = [
        f"{n}. {theme.wrap(theme.shorten(item, 120), 62)}"
        for n, item in enumerate(list(row["items"])[:12], 1)
    ]
    where = theme.wrap(f"{theme.shorten(str(row['document']), 80)}, {row['published']}", 62)
    head = f"<b>{theme.wrap(row['set_name'], 60)}</b>: {_say_count(row)}"
    return "<br>".join([head, *items, f"<i>{where}</i>"])


def say_programmes(rows: pd.DataFrame) -> str:
    """The finding: how many numbered sets, and how many of them list what they declare."""
    if rows.empty:
        return "No numbered set was found"
    counts = rows["listing"].value_counts()
    told = [f"{counts[name]} {name}" for name in (ALL, SOME, NONE) if name in counts]
    words = ", ".join(one.replace("lists", "list") if not one.startswith("1 ") else one for one in told)
    return f"{capitalise(say_count(len(rows), 'numbered set'))}: {words} of the declared items"
