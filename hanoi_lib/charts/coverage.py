"""What was read in each document: every sentence as a stretch of a bar, by what it gave.

Input: the tables. Output: rows (one per sentence) and the figure drawn from them. A sentence that gave
several rows is drawn as the first of them in the order of READ; its list names all. Nothing is claimed about
sentences that gave none: they may hold nothing, or something the library cannot read.
"""

from collections.abc import Mapping
from datetime import date
from itertools import islice
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from hanoi_lib.charts import theme
from hanoi_lib.charts.evidence import add_evidence, say_sources
from hanoi_lib.charts.lanes import lane_layout
from hanoi_lib.charts.marks import Axis
from hanoi_lib.charts.stacks import LEGEND
from hanoi_lib.spans import parse_span
from hanoi_lib.store import Tables
from hanoi_lib.wording import capitalise, say_count

# Table: what its rows are called, their colour, and the bar's pattern, so that colour alone tells nothing.
READ = {
    "attestations": ("office", theme.PURPLE, ""),
    "events": ("event", theme.OCHRE, "x"),
    "observations": ("figure", theme.BLUE, ""),
    "targets": ("aim", theme.RED, "/"),
    "commitments": ("undertaking", theme.GREEN, "\\"),
    "programmes": ("programme", theme.OLIVE, "."),
}
NOTHING, PAGE = "nothing read", "web page"
AROUND = 60  # characters on either side; a sentence is more to begin with than a cited phrase
ROW, LOW = 46, 24  # pixels of a document: two lines of its name, and one where there are more than
MANY = 40  # documents
READING = (
    "Each stretch is a sentence, placed and measured in characters of the text. Pale: nothing was read in it."
)


def build_coverage_rows(tables: Tables) -> pd.DataFrame:
    """Sentences with what was read in them, in the order of the text.

    `read` holds the names of all kinds of rows that a sentence gave, `first` the one it is drawn as.
    """
    rows = add_evidence(tables, tables.passages, AROUND)
    found: dict[str, list[str]] = {key: [] for key in rows["passage_id"]}
    for table, (name, *_) in READ.items():
        for key in _find_passages(rows, getattr(tables, table)):
            if name not in found[key]:
                found[key].append(name)
    read = [
        names or [PAGE if kind == "boilerplate" else NOTHING]
        for names, kind in zip((found[key] for key in rows["passage_id"]), rows["kind"], strict=True)
    ]
    rows = rows.assign(read=pd.Series(read, index=rows.index, dtype="object"))
    rows = rows.assign(first=[names[0] for names in read], said=[", ".join(names) for names in read])
    rows = rows.assign(day=rows["document_id"].map(_find_days(tables)))
    return rows.sort_values(["day", "document_id", "start"], ignore_index=True)


def _find_passages(rows: pd.DataFrame, statements: pd.DataFrame) -> list[str]:
    """The sentence in which each statement begins."""
    sentences: dict[str, list[tuple[int, int, str]]] = {}
    columns = (rows[name] for name in ("document_id", "start", "end", "passage_id"))
    for document, start, end, key in zip(*columns, strict=True):
        sentences.setdefault(document, []).append((start, end, key))
    keys = []
    for document, begun in zip(statements["document_id"], statements["start"], strict=True):
        inside = (key for start, end, key in sentences.get(document, ()) if start <= begun < end)
        keys += list(islice(inside, 1))
    return keys


def _find_days(tables: Tables) -> dict[str, str]:
    """The middle of the days on which each document may have appeared, to put them in order."""
    documents = tables.documents
    spans = zip(documents["document_id"], map(parse_span, documents["published"]), strict=True)
    return {key: span.middle.isoformat() if span else "" for key, span in spans}


def chart_coverage_rows(rows: pd.DataFrame) -> go.Figure:
    """The figure of rows from `build_coverage_rows`, all of them or some."""
    documents = list(dict.fromkeys(rows["document_id"]))
    bars = [_draw_bar(rows, documents, name, *style) for name, style in _styles().items()]
    if rows.empty:
        return theme.chart_nothing(
            bars, "No sentence matches this choice. Choose another document or press Reset."
        )
    firsts = rows.drop_duplicates("document_id").to_dict("records")
    few = len(documents) <= MANY
    names = {row["document_id"]: _say_lane(row, few) for row in firsts}
    ends = {key: place + 1.0 for place, key in enumerate(documents)}
    layout = lane_layout(ends, Axis(date.min, date.max), names)
    layout["xaxis"] = {"tickformat": ",d", "visible": True, "type": "linear"}
    figure = go.Figure(
        bars, layout=layout | {"showlegend": True, "legend": LEGEND, "meta": {"narrow": " · "}}
    )
    height = (ROW if few else LOW) * len(documents)
    return theme.dress(figure, say_coverage(rows), READING, say_sources(rows), height, legend=42)


def _styles() -> dict[str, tuple[str, str]]:
    read = {name: (colour, pattern) for name, colour, pattern in READ.values()}
    return {
        **read,
        NOTHING: (theme.fade_colour(theme.GREY, 0.22), ""),
        PAGE: (theme.fade_colour(theme.GREY, 0.1), "-"),
    }


def _draw_bar(rows: pd.DataFrame, documents: list[str], name: str, colour: str, pattern: str) -> go.Bar:
    some = rows[rows["first"] == name]
    return go.Bar(
        name=name,
        orientation="h",
        y=[documents.index(key) + 0.5 for key in some["document_id"]],
        base=[int(start) for start in some["start"]],
        x=[max(int(end) - int(start), 1) for start, end in zip(some["start"], some["end"], strict=True)],
        width=0.62,
        marker={
            "color": colour,
            "line": {"color": "white", "width": 1},
            "pattern": {
                "shape": pattern,
                "fillmode": "overlay",
                "fgcolor": "white",
                "size": 6,
                "solidity": 0.25,
            },
        },
        customdata=list(some["passage_id"]),
        hovertext=[f"<b>{row['said']}</b><br>{_quote(row)}" for row in some.to_dict("records")],
        hovertemplate="%{hovertext}<extra></extra>",
    )


def _quote(row: Mapping[Any, Any]) -> str:
    return theme.wrap(theme.shorten(" ".join(str(row["exact"]).split()), 60), 62)


def _say_lane(row: Mapping[Any, Any], few: bool) -> str:
    """The document and when it appeared, where there is room for two lines."""
    name, when = theme.shorten(str(row["document"]), 40), str(row["published"]).partition(",")[0]
    return f"{theme.wrap(name, 99)}<br>{theme.wrap(when, 99)}" if few else theme.wrap(name, 99)


def find_read(rows: pd.DataFrame) -> pd.DataFrame:
    """The sentences in which something was read."""
    return rows[~rows["first"].isin([NOTHING, PAGE])]


def say_coverage(rows: pd.DataFrame) -> str:
    """The finding: in how many sentences something was read."""
    text = rows[rows["first"] != PAGE]
    read = len(find_read(text))
    documents = say_count(int(rows["document_id"].nunique()), "document")
    sentences = say_count(len(text), "sentence")
    return capitalise(f"{documents}, {sentences}: something was read in {f'{read:,}'} of them")
