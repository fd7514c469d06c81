"""What happened when: the events of all documents in lanes by kind.

Input: the tables. Output: rows with everything a mark shows, and the figure drawn from such rows. An event
whose day is not known stands as a range; no event is left out for being vague.
"""

from collections.abc import Sequence

import pandas as pd
import plotly.graph_objects as go

from hanoi_lib.charts import theme
from hanoi_lib.charts.evidence import add_days, add_evidence, say_hover, say_sources
from hanoi_lib.charts.lanes import Words, chart_lanes
from hanoi_lib.charts.marks import Mark
from hanoi_lib.spans import parse_span
from hanoi_lib.store import Tables
from hanoi_lib.wording import capitalise, say, say_count, say_date

# In the order of their lanes: what each kind is called, its colour, its symbol.
KINDS = {
    "congress": ("Congress", theme.RED, "star"),
    "appointment": ("Appointment", theme.PURPLE, "diamond"),
    "session": ("Session", theme.BLUE, "circle"),
    "decision": ("Decision", theme.GREEN, "square"),
    "launch": ("Launch", theme.OCHRE, "triangle-up"),
    "reorganisation": ("Reorganisation", theme.OLIVE, "pentagon"),
    "census": ("Census", theme.BLACK, "hexagon"),
    "other": ("Other", theme.GREY, "triangle-down"),
}
READING = "Filled: the day is known. Hollow: it lies within the bar, or the bar fades where no end is known."
NOTHING = "No event matches this choice. Widen the period or press Reset."


def build_timeline_rows(tables: Tables) -> pd.DataFrame:
    """Events in the order of time with their dates in words and their evidence."""
    rows = add_evidence(tables, add_days(tables.events, "date"))
    rows = rows.assign(
        kind_name=rows["kind"].map(lambda kind: KINDS.get(say(kind), KINDS["other"])[0]).astype("string"),
        date_text=rows["date"].map(say_date).astype("string"),
        middle=[span.middle.isoformat() if span else "" for span in map(parse_span, rows["date"])],
    )
    return rows.sort_values(["middle", "event_id"], ignore_index=True)


def chart_timeline_rows(
    rows: pd.DataFrame, window: Sequence[str] | None = None, *, whole: bool = False
) -> go.Figure:
    """The figure of rows from `build_timeline_rows`, all of them or some; see `chart_lanes`."""
    lanes = [name for name, *_ in KINDS.values()]
    words = Words(say_timeline(rows), READING, say_sources(rows), NOTHING)
    return chart_lanes(_build_marks(rows), lanes, words, window, whole)


def _build_marks(rows: pd.DataFrame) -> list[Mark]:
    home = rows["area"].mode().get(0) if len(rows) else None
    marks = []
    for row in rows.to_dict("records"):
        span = parse_span(row["date"])
        if span is None:
            continue
        name, colour, symbol = KINDS.get(row["kind"], KINDS["other"])
        place = (
            f" ({row['area']})"
            if say(row["area"]) not in ("", home) and row["area"] not in row["title"]
            else ""
        )
        hover = say_hover(
            row,
            row["title"],
            f"{name}, {row['date_text']}" + (f", {say(row['area'])}" if say(row["area"]) else ""),
        )
        marks.append(Mark(row["event_id"], name, span, row["title"] + place, hover, colour, symbol))
    return marks


def say_timeline(rows: pd.DataFrame) -> str:
    """The finding: how many events, over which years, and when most of them fall."""
    spans = [span for span in map(parse_span, rows["date"]) if span]
    if not spans:
        return "No event with a date was found"
    years = pd.Series([span.middle.year for span in spans])
    first, last = int(years.min()), int(years.max())
    told = capitalise(say_count(len(spans), "dated event"))
    if first == last:
        return f"{told}, all in {first}"
    busiest, number = int(years.mode().iloc[-1]), int((years == years.mode().iloc[-1]).sum())
    rest = f"; {busiest} has the most, {say_count(number, 'event').split()[0]}" if number > 1 else ""
    return f"{told} between {first} and {last}{rest}"
