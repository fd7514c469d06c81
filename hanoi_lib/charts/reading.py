"""How much of what the documents hold was read: sentences with something in them, read or passed over.

Input: the tables. Output: rows (one per sentence that gave a row, or holds a figure, a date, an office or
an aim and gave none) and the figure drawn from them, a bar for each document. A sentence that gave one row
counts as read, even where it holds more; sentences with nothing for the tables are left out.
"""

from collections.abc import Mapping
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from hanoi_lib.charts import theme
from hanoi_lib.charts.coverage import NOTHING, PAGE, build_coverage_rows
from hanoi_lib.charts.evidence import say_sources
from hanoi_lib.charts.stacks import LEGEND
from hanoi_lib.store import Tables
from hanoi_lib.wording import capitalise, say_count

READ = "read"
# What a sentence holds that gave no row: the first of these that it does; colour and pattern of its bar.
PASSED = {
    "figure": (theme.RED, "/"),
    "aim": (theme.OCHRE, "x"),
    "office": (theme.PURPLE, "-"),
    "date": (theme.GREY, "\\"),
}
STYLES = {READ: (theme.BLUE, "")} | PASSED
FILL = {"fillmode": "overlay", "fgcolor": "white", "size": 6, "solidity": 0.12}
ROW = 46
READING = (
    "Sentences that hold something for the tables: read, or passed over with a figure, an aim, an office or "
    "a date in them."
)
NONE = "No sentence matches this choice. Choose another document or press Reset."


def build_reading_rows(tables: Tables) -> pd.DataFrame:
    """Sentences with something in them, in the order of the text.

    `state` says how each is drawn, `holds` all that one passed over has in it, `told` the same in words.
    """
    cues = dict(zip(tables.silences["passage_id"], tables.silences["cue"], strict=True))
    rows = build_coverage_rows(tables)
    read = ~rows["first"].isin([NOTHING, PAGE])
    rows = rows[read | rows["passage_id"].isin(cues)].reset_index(drop=True)
    held = [_list_cues(cues.get(key)) for key in rows["passage_id"]]
    states = [held_by[0] if held_by else READ for held_by in held]
    told = [
        f"passed over: {', '.join(names)}" if names else f"read: {said}"
        for names, said in zip(held, rows["said"], strict=True)
    ]
    return rows.assign(
        state=pd.Series(states, index=rows.index, dtype="string"),
        holds=pd.Series([h or [READ] for h in held], index=rows.index, dtype="object"),
        told=pd.Series(told, index=rows.index, dtype="string"),
    )


def _list_cues(cue: str | None) -> list[str]:
    """The cues of a sentence passed over, what weighs most first."""
    named = cue.split(", ") if cue else []
    return [name for name in PASSED if name in named]


def chart_reading_rows(rows: pd.DataFrame) -> go.Figure:
    """The figure of rows from `build_reading_rows`, all of them or some."""
    documents = list(dict.fromkeys(rows["document_id"]))
    bars = [_draw_bar(rows, documents, state, *style) for state, style in STYLES.items()]
    if rows.empty:
        return theme.chart_nothing(bars, NONE)
    names = rows.drop_duplicates("document_id").set_index("document_id")
    figure = go.Figure(bars)
    figure.update_layout(
        barmode="stack",
        showlegend=True,
        legend=LEGEND,
        xaxis={"visible": True, "type": "linear", "title": {"text": "sentences"}, "rangemode": "tozero"},
        yaxis={
            "visible": True,
            "range": [len(documents) + 0.1, -0.1],
            "tickvals": [number + 0.5 for number in range(len(documents))],
            "ticktext": [_say_lane(names.loc[key], rows[rows["document_id"] == key]) for key in documents],
        },
    )
    return theme.dress(figure, say_reading(rows), READING, say_sources(rows), ROW * len(documents), legend=42)


def _draw_bar(rows: pd.DataFrame, documents: list[str], state: str, colour: str, pattern: str) -> go.Bar:
    some = rows[rows["state"] == state]
    groups = [list(some.loc[some["document_id"] == key, "passage_id"]) for key in documents]
    drawn = [(place, ids) for place, ids in enumerate(groups) if ids]
    return go.Bar(
        name=state if state == READ else f"passed over: {state}",
        orientation="h",
        y=[place + 0.5 for place, _ in drawn],
        x=[len(ids) for _, ids in drawn],
        width=0.62,
        text=[str(len(ids)) for _, ids in drawn],
        textposition="inside",
        insidetextanchor="middle",
        textangle=0,
        textfont={"color": "white"},
        marker={
            "color": colour,
            "line": {"color": "white", "width": 1},
            "pattern": FILL | {"shape": pattern},
        },
        customdata=[ids for _, ids in drawn],
        meta={"aggregate": "count"},
        hovertext=[f"{say_count(len(ids), 'sentence')} {_say_state(state)}" for _, ids in drawn],
        hovertemplate="%{hovertext}<extra></extra>",
    )


def _say_state(state: str) -> str:
    article = "an" if state[0] in "aeio" else "a"
    return "read" if state == READ else f"passed over, with {article} {state}"


def _say_lane(row: Mapping[Any, Any], inside: pd.DataFrame) -> str:
    return f"{theme.wrap(theme.shorten(str(row['document']), 40), 99)}<br>{say_share(inside)}"


def find_passed(rows: pd.DataFrame) -> pd.DataFrame:
    """The sentences passed over."""
    return rows[rows["state"] != READ]


def say_share(rows: pd.DataFrame) -> str:
    """What part of some sentences was read."""
    read = int((rows["state"] == READ).sum())
    return f"{read / len(rows):.0%} read" if len(rows) else "nothing to read"


def say_reading(rows: pd.DataFrame) -> str:
    """The finding: how many sentences hold something, and how many of them were read."""
    if rows.empty:
        return "No sentence holds anything for the tables"
    read = int((rows["state"] == READ).sum())
    whole = capitalise(say_count(len(rows), "sentence holds", "sentences hold"))
    return f"{whole} something for the tables; {read:,} of them were read ({read / len(rows):.0%})"
