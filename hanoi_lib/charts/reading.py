"""How much of what the documents hold was read: sentences with something in them, read or passed over.

Input: the tables. Output: rows (one per sentence that gave a row, or holds a figure, a date, an office or
an aim and gave none) and the figure drawn from them, a bar for each document. A sentence that gave one row
counts as read, even where it holds more; sentences with nothing for the tables are left out.
"""

import pandas as pd
import plotly.graph_objects as go

from hanoi_lib.charts import theme
from hanoi_lib.charts.coverage import NOTHING, PAGE, build_coverage_rows
from hanoi_lib.charts.evidence import say_sources
from hanoi_lib.charts.lanes import Words
from hanoi_lib.charts.stacks import MANY, Look, Part, chart_stacks
from hanoi_lib.store import Tables
from hanoi_lib.wording import capitalise, say_count

READ = "read"
# What a sentence holds that gave no row: the first of these that it does; colour and pattern of its bar.
PASSED = {
    "figure": Look("passed over: figure", theme.RED, "/"),
    "aim": Look("passed over: aim", theme.OCHRE, "x"),
    "office": Look("passed over: office", theme.PURPLE, "-"),
    "date": Look("passed over: date", theme.GREY, "\\"),
}
STYLES = {READ: Look("read", theme.BLUE)} | PASSED
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
    groups = {str(key): group for key, group in rows.groupby("document_id", sort=False)}
    few = len(groups) <= MANY
    parts = [
        Part(key, str(state), tuple(some["passage_id"]), _say_hover(str(state), some))
        for key, group in groups.items()
        for state, some in group.groupby("state", sort=False)
    ]
    names = {key: _say_lane(group, few) for key, group in groups.items()}
    words = Words(say_reading(rows), READING, say_sources(rows), NONE)
    return chart_stacks(parts, list(groups), STYLES, "sentences", words, names)


def _say_hover(state: str, some: pd.DataFrame) -> str:
    return f"{say_count(len(some), 'sentence')} {_say_state(state)}"


def _say_state(state: str) -> str:
    article = "an" if state[0] in "aeio" else "a"
    return "read" if state == READ else f"passed over, with {article} {state}"


def _say_lane(inside: pd.DataFrame, few: bool) -> str:
    """The document and what part of it was read, in two lines where there is room for them."""
    name = theme.wrap(theme.shorten(str(inside["document"].iloc[0]), 40), 99)
    return f"{name}<br>{say_share(inside)}" if few else f"{name} {say_share(inside).removesuffix(' read')}"


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
