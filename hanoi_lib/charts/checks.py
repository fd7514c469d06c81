"""What the documents' figures, dates and lists say when they are held against each other: a mark for each
check.

Input: the tables. Output: rows (one per check, with the words of all its citations) and the figure drawn
from them, a lane for each kind of check. Nothing is decided here: where two texts differ, both are shown.
"""

from collections.abc import Mapping, Sequence
from math import ceil
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from hanoi_lib.charts import theme
from hanoi_lib.charts.evidence import EVIDENCE, add_evidence, say_hover
from hanoi_lib.store import Tables
from hanoi_lib.wording import capitalise, say, say_count, say_list

# Verdict: colour and symbol of its marks, so that colour alone tells nothing; in the order of their weight.
VERDICTS = {
    "differs": (theme.RED, "x"),
    "ambiguous": (theme.OCHRE, "diamond"),
    "holds": (theme.BLUE, "circle"),
}
ACROSS = 40  # marks in a row
FEW = 24  # places in a row, at least
ROW = 26
READING = (
    "Each mark is one check. It holds where the words agree as far as they were rounded, differs where not "
    "all of them can be true, and is ambiguous where they leave the answer open."
)
NOTHING = "No check matches this choice. Choose another kind or document, or press Reset."
CITED = ["document_id", "start", "end", "exact", *EVIDENCE]


def build_check_rows(tables: Tables) -> pd.DataFrame:
    """Checks, what differs first; a row has the evidence of its first citation, in `more` that of the others.

    `documents` are all that a check cites, `words` what one may search in.
    """
    checks = tables.checks.reset_index(drop=True)
    cited = _add_citations(tables, checks)
    firsts = [group[0] for group in cited]
    rows = checks.assign(**{name: _column(name, firsts) for name in CITED})
    rows = rows.assign(
        kind_name=rows["kind"].map(capitalise).astype("string"),
        told=rows["statement"].map(capitalise).astype("string"),
        documents=pd.Series([_list_documents(group) for group in cited], index=rows.index, dtype="object"),
        more=pd.Series([group[1:] for group in cited], index=rows.index, dtype="object"),
        words=pd.Series([_join_words(group) for group in cited], index=rows.index, dtype="string"),
    )
    rows["words"] = rows["statement"] + " " + rows["words"]
    rows["words"] = rows["statement"] + " " + rows["words"]
    weight = rows["verdict"].map(list(VERDICTS).index)
    return rows.assign(weight=weight).sort_values(["weight", "kind", "check_id"], ignore_index=True)


def _column(name: str, firsts: Sequence[Mapping[str, Any]]) -> "pd.Series[Any]":
    kind = "Int64" if name in ("start", "end") else "string"
    return pd.Series([first[name] for first in firsts], dtype=kind)


def _add_citations(tables: Tables, checks: pd.DataFrame) -> list[list[dict[str, Any]]]:
    """The citations of each check with their evidence, those of one sentence as one."""
    sentences = {key: group.to_dict("records") for key, group in tables.passages.groupby("document_id")}
    flat = [
        one | {"number": number}
        for number, cited in enumerate(checks["citations"])
        for one in join_citations(cited, sentences)
    ]
    columns = ["document_id", "start", "end", "exact", "number"]
    rows = add_evidence(tables, pd.DataFrame(flat, columns=columns))
    found: list[list[dict[str, Any]]] = [[] for _ in range(len(checks))]
    for row in rows.to_dict("records"):
        span = f"{row['document_id']}/{row['start']}-{row['end']}"
        found[row["number"]].append({**{name: row[name] for name in CITED}, "id": span})
    return found


def join_citations(
    cited: Sequence[Mapping[str, Any]], sentences: Mapping[Any, Sequence[Mapping[Any, Any]]]
) -> list[dict[str, Any]]:
    """Citations in the order given, those of one sentence joined from the first cited word to the last.

    >>> words = [{"document_id": "a", "start": n, "end": n + 1, "exact": "ab"[n // 5]} for n in (0, 5)]
    >>> sentence = {"start": 0, "end": 8, "exact": "a of b."}
    >>> [(one["start"], one["end"], one["exact"]) for one in join_citations(words, {"a": [sentence]})]
    [(0, 6, 'a of b')]
    """
    found: dict[tuple[str, int], dict[str, Any]] = {}
    for one in cited:
        inside = (s for s in sentences.get(one["document_id"], ()) if s["start"] <= one["start"] < s["end"])
        sentence = next(inside, None)
        key = (str(one["document_id"]), int(sentence["start"] if sentence else one["start"]))
        first = found.setdefault(key, dict(one))
        if sentence and first is not one:
            start, end = min(first["start"], one["start"]), max(first["end"], one["end"])
            exact = sentence["exact"][start - sentence["start"] : end - sentence["start"]]
            first |= {"start": start, "end": end, "exact": exact}
    return list(found.values())


def _list_documents(cited: Sequence[Mapping[str, Any]]) -> list[str]:
    return list(dict.fromkeys(str(one["document"]) for one in cited))


def _join_words(cited: Sequence[Mapping[str, Any]]) -> str:
    return " ".join(f"{say(one['before'])}{one['exact']}{say(one['after'])}" for one in cited)


def chart_check_rows(rows: pd.DataFrame) -> go.Figure:
    """The figure of rows from `build_check_rows`, all of them or some."""
    lanes = _place_lanes(rows)
    marks = [_draw_marks(rows, lanes, verdict, *style) for verdict, style in VERDICTS.items()]
    if rows.empty:
        return theme.chart_nothing(marks, NOTHING)
    end = max(bottom for _, bottom in lanes.values())
    figure = go.Figure(marks)
    figure.update_layout(
        showlegend=True,
        legend={"orientation": "h", "x": 0, "y": 1, "yanchor": "bottom", "itemclick": False},
        xaxis={"visible": False, "range": [-0.8, _find_width(rows)], "type": "linear"},
        yaxis={
            "visible": True,
            "range": [end + 0.1, -0.1],
            "tickvals": [(top + bottom) / 2 for top, bottom in lanes.values()],
            "ticktext": list(lanes),
        },
        shapes=[_draw_band(*lane) for lane in list(lanes.values())[::2]],
    )
    return theme.dress(figure, say_checks(rows), READING, _say_sources(rows), int(ROW * end) + 20, legend=42)


def _find_width(rows: pd.DataFrame) -> int:
    """How many marks the widest lane has in a row; a few of them stand together, not all over the page."""
    return max(FEW, min(ACROSS, int(rows["kind_name"].value_counts().max())))


def _draw_band(top: float, bottom: float) -> dict[str, Any]:
    band = {"type": "rect", "xref": "paper", "x0": 0, "x1": 1, "y0": top, "y1": bottom}
    return band | {"fillcolor": theme.BAND, "line": {"width": 0}, "layer": "below"}


def _place_lanes(rows: pd.DataFrame) -> dict[str, tuple[float, float]]:
    """Where each kind's lane begins and ends, counted in rows of marks; kinds with differences come first."""
    lanes: dict[str, tuple[float, float]] = {}
    top = 0.0
    for name in dict.fromkeys(rows["kind_name"]):
        high = ceil(int((rows["kind_name"] == name).sum()) / ACROSS) + 0.4
        lanes[str(name)] = (top, top + high)
        top += high
    return lanes


def _draw_marks(
    rows: pd.DataFrame, lanes: Mapping[str, tuple[float, float]], verdict: str, colour: str, symbol: str
) -> go.Scatter:
    number = rows.groupby("kind_name").cumcount()
    some = rows.assign(number=number)[rows["verdict"] == verdict]
    records = some.to_dict("records")
    return go.Scatter(
        name=verdict,
        mode="markers",
        x=[row["number"] % ACROSS for row in records],
        y=[lanes[row["kind_name"]][0] + 0.7 + row["number"] // ACROSS for row in records],
        marker={"color": colour, "symbol": symbol, "size": 13, "line": {"color": "white", "width": 1}},
        customdata=list(some["check_id"]),
        hovertext=[say_hover(row, row["told"], f"{row['kind_name']}: {row['verdict']}") for row in records],
        hovertemplate="%{hovertext}<extra></extra>",
    )


def find_open(rows: pd.DataFrame) -> pd.DataFrame:
    """The checks that do not hold; all of them where every one does."""
    left = rows[rows["verdict"] != "holds"]
    return left if len(left) else rows


def say_checks(rows: pd.DataFrame) -> str:
    """The finding: how many checks, and what came out."""
    if rows.empty:
        return "Nothing could be checked"
    counts = rows["verdict"].value_counts()
    differs, opened = int(counts.get("differs", 0)), int(counts.get("ambiguous", 0))
    parts = ["nothing differs" if not differs else say_count(differs, "differs", "differ")]
    parts += [f"{say_count(opened, 'stays', 'stay')} open"] if opened else []
    return f"{capitalise(say_count(len(rows), 'check'))} of what the documents say: {say_list(parts)}"


def _say_sources(rows: pd.DataFrame) -> str:
    documents = {name for names in rows["documents"] for name in names}
    return f"Source: {say_count(len(documents), 'document')}."
