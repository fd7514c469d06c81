"""Who undertakes, asks for, proposes or directs what, to whom; and how clear each undertaking is.

Input: the tables. Output: rows (one per commitment, with what it names of clarity.py's six things) and two
figures: undertakings by actor and counterpart, and by what they name.
"""

from collections.abc import Mapping
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from hanoi_lib.charts import theme
from hanoi_lib.charts.evidence import add_evidence, say_sources
from hanoi_lib.charts.lanes import Words
from hanoi_lib.charts.stacks import Look, Part, build_parts, chart_stacks
from hanoi_lib.priorities.clarity import CLARITIES, build_clarity
from hanoi_lib.spans import parse_span
from hanoi_lib.store import Tables
from hanoi_lib.wording import capitalise, say, say_count, say_date, say_list

AROUND = 60  # characters on either side of the cited words
KINDS = {
    "plan": Look("Plan", theme.GREEN),
    "directive": Look("Directive (down)", theme.BLUE, "/"),
    "request": Look("Request (up)", theme.RED, "x"),
    "proposal": Look("Proposal", theme.OCHRE, "."),
}
NAMED = {
    "named": Look("Named in the sentence", theme.BLUE),
    "open": Look("Not named", theme.fade_colour(theme.GREY, 0.3), "/", theme.INK),
}
# What each clarity is called in its lane.
QUESTIONS = {
    "person": "Person: who is to do it",
    "task": "Task: a deed, not a degree",
    "time": "Time: by when",
    "accountability": "Accountability: who answers for it",
    "product": "Product: what will be there",
    "authority": "Authority: what it rests on",
}
NOUNS = {
    "person": "a person",
    "task": "a task",
    "time": "a time",
    "accountability": "who answers for it",
    "product": "a product",
    "authority": "an authority",
}
NO_DATE, NOBODY = "no time named", "nobody named"
MOST, REST = 15, " others"  # lanes of actors; what is left shares one more
READING = "An undertaking is something concrete that one could later check was done."
CLEAR = (
    "Of each undertaking's own sentence: what official work plans ask to be clear. Not named there does not "
    "mean not known."
)
NOTHING = "No undertaking matches this choice. Widen it or press Reset."


def build_undertaking_rows(tables: Tables) -> pd.DataFrame:
    """Commitments with actor and counterpart as a lane, their time in words, what they name and what not."""
    rows = add_evidence(tables, build_clarity(tables), AROUND)
    records = rows.to_dict("records")
    texts = {
        "kind_name": [capitalise(row["kind"]) for row in records],
        "pair": [_say_pair(row) for row in records],
        "whom": [say(row["counterpart"]) or NOBODY for row in records],
        "what": [capitalise(row["action"]) for row in records],
        "due_text": [say_date(row["due"]) for row in records],
        "year": [_find_year(row["due"]) or NO_DATE for row in records],
        "clear": [", ".join(_list_named(row)) for row in records],
    }
    rows = rows.assign(**{name: pd.Series(text, rows.index, "string") for name, text in texts.items()})
    return rows.assign(
        named=pd.Series([_list_named(row) for row in records], rows.index, "object"),
        open=pd.Series([_list_open(row) for row in records], rows.index, "object"),
    )


def _say_pair(row: Mapping[Any, Any]) -> str:
    whom = say(row["counterpart"])
    return f"{row['actor']} to {whom}" if whom else str(row["actor"])


def _find_year(due: object) -> str:
    span = parse_span(due)
    return str(span.last.year) if span else ""


def _list_named(row: Mapping[Any, Any]) -> list[str]:
    return [name for name in CLARITIES if say(row[name])]


def _list_open(row: Mapping[Any, Any]) -> list[str]:
    return [name for name in CLARITIES if not say(row[name])]


def chart_undertaking_rows(rows: pd.DataFrame) -> go.Figure:
    """The figure of rows from `build_undertaking_rows` by who asks whom, all of them or some."""
    placed = rows.assign(lane=_find_lanes(rows))
    counts = placed["lane"].value_counts()
    lanes = sorted(counts.index, key=lambda lane: (lane.endswith(REST), -counts[lane], lane))
    parts = build_parts(placed, "lane", "commitment_id", "what", lambda lane, kind: f"{lane}: {kind}")
    words = Words(say_undertakings(rows), READING, say_sources(rows), NOTHING)
    return chart_stacks(parts, lanes, KINDS, "undertakings", words)


def _find_lanes(rows: pd.DataFrame) -> list[str]:
    """The lane of each row: who asks whom; where these are too many, who asks; and one for all the rest."""
    names = rows["pair"] if rows["pair"].nunique() <= MOST else rows["actor"]
    counts = names.value_counts()
    order = sorted(counts.index, key=lambda name: (-counts[name], name))
    if len(order) <= MOST + 1:
        return list(names)
    shown, rest = set(order[:MOST]), f"{len(order) - MOST}{REST}"
    return [name if name in shown else rest for name in names]


def say_undertakings(rows: pd.DataFrame) -> str:
    """The finding: how many undertakings, who is behind most of them, how many name a time."""
    if rows.empty:
        return "No undertaking was found"
    counts = rows["actor"].value_counts()
    most, number = str(counts.index[0]), int(counts.iloc[0])
    timed = int(rows["due"].notna().sum())
    told = capitalise(say_count(len(rows), "undertaking"))
    who = f", all by {most}" if number == len(rows) else f", {number} of them by {most}"
    some = "none names" if timed == 0 else say_count(timed, "names", "name")
    return f"{told}{who if number > 1 else ''}; {some} a time by which to be done"


def chart_clarity_rows(rows: pd.DataFrame) -> go.Figure:
    """The figure of rows from `build_undertaking_rows` by what they name, all of them or some."""
    parts = []
    for name, question in QUESTIONS.items():
        for kind, some in (("named", rows[rows[name].notna()]), ("open", rows[rows[name].isna()])):
            if len(some):
                told = [f"{what} ({say(words)})" if say(words) else what for what, words in _pair(some, name)]
                head = f"{question}: {NAMED[kind].name.lower()}"
                parts.append(Part(question, kind, tuple(some["commitment_id"]), theme.say_part(head, told)))
    words = Words(say_clarity(rows), CLEAR, say_sources(rows), NOTHING)
    return chart_stacks(parts, list(QUESTIONS.values()), NAMED, "undertakings", words)


def _pair(rows: pd.DataFrame, name: str) -> list[tuple[str, object]]:
    words = [""] * len(rows) if name == "task" else rows[name]  # a task's words are what is to be done
    return list(zip(rows["what"], words, strict=True))


def say_clarity(rows: pd.DataFrame) -> str:
    """The finding: what is named most, what least, and how many name everything."""
    if rows.empty:
        return "No undertaking was found"
    counts = {name: int(rows[name].notna().sum()) for name in CLARITIES}
    order = sorted(CLARITIES, key=lambda name: -counts[name])
    full = sum(len(named) == len(CLARITIES) for named in rows["named"])
    told = say_list(
        [f"{counts[name]} {'name ' if not n else ''}{NOUNS[name]}" for n, name in enumerate(order)]
    )
    clear = capitalise(say_count(full, "", "").strip()) if full else "None"
    whole = say_count(len(rows), "undertaking")
    return f"{clear} of {whole} {'are' if full > 1 else 'is'} clear in all six: {told}"
