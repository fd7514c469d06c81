"""The explorers declared: which rows, by what they may be filtered, how they are drawn and told.

A `View` is all that the controls in JupyterLab and the static report need to know about a chart. Nothing here
is displayed and no widget is made.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

import pandas as pd
import plotly.graph_objects as go

from hanoi_lib.charts import coverage, horizons, leadership, targets, timeline
from hanoi_lib.charts.theme import shorten
from hanoi_lib.documents import fold
from hanoi_lib.explorers import answers
from hanoi_lib.store import Tables
from hanoi_lib.wording import say

Wanted = Sequence[str] | str | None  # values of a column, two days, or words; nothing stands for everything
State = Mapping[str, Wanted]


@dataclass(frozen=True, slots=True)
class Filter:
    """One way to narrow the rows: by values of a column, by the days they may fall on, or by words.

    `single` asks for one value at a time, because the chart then says more; `hint` tells what words to type.
    """

    column: str
    label: str
    kind: Literal["choice", "period", "text"] = "choice"
    single: bool = False
    hint: str = "words in the text"


@dataclass(frozen=True, slots=True)
class View:
    """A chart with its table, its filters and the columns of the table beside it.

    `line` tells a row in one line; `notable` picks the rows that a description in words may list; `answers`
    works out what the chart says of any one day. Where lanes fold by a column, `folds` names it, and `chart`
    takes what stands open and whether to draw what does not. Where one can look `closer`, it takes the two
    days between which, and whether to draw what its clusters hold.
    """

    id: str
    title: str
    noun: str
    table: str
    key: str
    build: Callable[[Tables], pd.DataFrame]
    chart: Callable[..., go.Figure]
    say: Callable[[pd.DataFrame], str]
    filters: tuple[Filter, ...]
    columns: tuple[tuple[str, str], ...]
    line: str
    notable: Callable[[pd.DataFrame], pd.DataFrame] = pd.DataFrame.copy
    answers: Callable[[Tables], dict[str, Any]] | None = None
    folds: str = ""
    closer: bool = False


PERIOD = Filter("period", "Period", "period")
SEARCH = Filter("exact", "Search", "text")
DOCUMENT = Filter("document", "Document")

VIEWS = {
    view.id: view
    for view in (
        View(
            "documents",
            "What was read",
            "sentence",
            "passages",
            "passage_id",
            coverage.build_coverage_rows,
            coverage.chart_coverage_rows,
            coverage.say_coverage,
            (
                Filter("document_id", "Document"),
                Filter("read", "What was read"),
                Filter("speaker", "Who says it"),
                SEARCH,
            ),
            (("document_id", "Document"), ("said", "Read in it"), ("speaker", "Who says it")),
            "{said}: {exact}",
            coverage.find_read,
        ),
        View(
            "timeline",
            "What happened when",
            "event",
            "events",
            "event_id",
            timeline.build_timeline_rows,
            timeline.chart_timeline_rows,
            timeline.say_timeline,
            (Filter("kind_name", "Kind"), Filter("area", "Area"), DOCUMENT, PERIOD, SEARCH),
            (("date_text", "Date"), ("kind_name", "Kind"), ("title", "Event"), ("area", "Area")),
            "{date_text}: {title}",
            closer=True,
        ),
        View(
            "leadership",
            "Who held which post, when",
            "sighting",
            "attestations",
            "attestation_id",
            leadership.build_leadership_rows,
            leadership.chart_leadership_rows,
            leadership.say_leadership,
            (
                Filter("post", "Post"),
                Filter("name", "Person"),
                Filter("organization", "Body"),
                PERIOD,
                Filter("words", "Search", "text", hint="a name, a post or words in the text"),
            ),
            (("name", "Person"), ("post", "Post"), ("date_text", "Attested"), ("document", "Document")),
            "{name}: {post}, {date_text}",
            answers=answers.build_answers,
            folds="organization",
        ),
        View(
            "targets",
            "Aims beside reported figures",
            "figure",
            "observations and targets",
            "figure_id",
            targets.build_target_rows,
            targets.chart_target_rows,
            targets.say_targets,
            (
                Filter("indicator_name", "Indicator", single=True),
                Filter("area", "Area"),
                Filter("role_name", "Aim or report"),
                DOCUMENT,
                PERIOD,
            ),
            (
                ("series", "Series"),
                ("figure", "Figure"),
                ("role_name", "Aim or report"),
                ("period_text", "Period"),
                ("area", "Area"),
            ),
            "{series}: {figure} ({role_name}, {period_told})",
            closer=True,
        ),
        View(
            "horizons",
            "What is to be reached by when",
            "aim",
            "targets",
            "target_id",
            horizons.build_horizon_rows,
            horizons.chart_horizon_rows,
            horizons.say_horizons,
            (Filter("horizon", "By when"), Filter("place", "Area"), DOCUMENT, SEARCH),
            (("horizon", "By"), ("aim", "Aim"), ("place", "Area"), ("set_by", "Set by")),
            "{horizon}: {aim}",
            closer=True,
        ),
    )
}


def filter_rows(rows: pd.DataFrame, view: View, state: State) -> pd.DataFrame:
    """The rows that a state leaves: {column: [values], "period": [from, to], "exact": words}.

    An empty list, a missing key and a missing day choose everything. Words are sought without regard to case
    and diacritics. A row is in a period when its date may be.

    Raises:
        KeyError: the state names a filter that the view does not have.
    """
    known = {filter_.column: filter_ for filter_ in view.filters}
    keep = pd.Series(True, index=rows.index)
    for column, wanted in state.items():
        if wanted:
            keep &= FILTERS[known[column].kind](rows, column, wanted)
    return rows[keep]


def _has_value(rows: pd.DataFrame, column: str, wanted: Wanted) -> pd.Series:
    values = {wanted} if isinstance(wanted, str) else set(wanted or ())
    return rows[column].map(lambda cell: bool(values & set(list_values(cell)))).astype(bool)


def _may_fall_in(rows: pd.DataFrame, column: str, wanted: Wanted) -> pd.Series:
    first, last = (say(day) for day in wanted or ("", ""))
    starts, ends = rows["from"].fillna(""), rows["to"].fillna("9999")
    return (ends >= first) & (starts <= (last or "9999"))


def _has_words(rows: pd.DataFrame, column: str, wanted: Wanted) -> pd.Series:
    words = fold(str(wanted)).lower().split()
    texts = rows[column].map(lambda cell: fold(say(cell)).lower())
    return texts.map(lambda text: all(word in text for word in words)).astype(bool)


FILTERS: dict[str, Callable[[pd.DataFrame, str, Wanted], pd.Series]] = {
    "choice": _has_value,
    "period": _may_fall_in,
    "text": _has_words,
}


def list_values(cell: object) -> list[str]:
    """The values of a cell that one may choose by; none for a missing one."""
    return [str(value) for value in cell] if isinstance(cell, list) else [say(cell)] if say(cell) else []


def list_choices(rows: pd.DataFrame, column: str) -> dict[str, int]:
    """Values of a column with the number of their rows, the most frequent first."""
    counts: dict[str, int] = {}
    for cell in rows[column]:
        for value in list_values(cell):
            counts[value] = counts.get(value, 0) + 1
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def build_meta(rows: pd.DataFrame, view: View, title: str, description: str) -> dict[str, Any]:
    """What a static page needs to filter the chart and to show what stands behind a mark."""
    used = [
        filter_
        for filter_ in view.filters
        if filter_.kind != "choice" or len(list_choices(rows, filter_.column)) > 1
    ]
    notable = [str(key) for key in view.notable(rows)[view.key]]
    return {
        "explorer": view.id,
        "title": title,
        "description": description,
        "table": view.table,
        "key": view.key,
        "filters": [{"column": f.column, "label": f.label, "kind": f.kind, "hint": f.hint} for f in used],
        "columns": [list(column) for column in view.columns],
        "rows": {str(row[view.key]): _build_row(row, view) for row in rows.to_dict("records")},
        **({"notable": notable} if len(notable) < len(rows) else {}),
    }


def _build_row(row: Mapping[Any, Any], view: View) -> dict[str, Any]:
    choices = [filter_.column for filter_ in view.filters if filter_.kind == "choice"]
    values = {column: list_values(row[column]) for column in choices}
    sought = [f.column for f in view.filters if f.kind == "text" and f.column != "exact"]
    return {
        "cells": {column: say(row[column]) for column, _ in view.columns},
        "filter": {column: found[0] if len(found) == 1 else found for column, found in values.items()},
        "from": say(row.get("from")) or None,
        "to": say(row.get("to")) or None,
        **_build_evidence(row),
        **({"words": say(row[sought[0]])} if sought else {}),
        **_build_more(row),
    }


def _build_evidence(row: Mapping[Any, Any]) -> dict[str, Any]:
    return {
        "document_id": str(row["document_id"]),
        "document": say(row["document"]),
        "published": say(row["published"]),
        "speaker": say(row["speaker"]) or None,
        **{part: say(row[part]) for part in ("before", "exact", "after")},
    }


def _build_more(row: Mapping[Any, Any]) -> dict[str, Any]:
    """Of a row that rests on several citations, the span of the first and the evidence of the others."""
    if "more" not in row:
        return {}
    more = [{"id": one["id"], **_build_evidence(one)} for one in row["more"]]
    return {"cited": f"{row['document_id']}/{row['start']}-{row['end']}", "more": more}


def say_line(row: Mapping[Any, Any], view: View, length: int = 120) -> str:
    """A row as one line of a list."""
    return shorten(
        " ".join(view.line.format_map({key: say(value) for key, value in row.items()}).split()), length
    )
