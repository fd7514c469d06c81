"""Where the aims with a number stand: each beside the latest figure that answers it, as a share of the aim.

Input: the tables. Output: rows (aims, each with the figure that counts) and the figure drawn from them.
Aims that nothing answers share a row of their series: they are there, and nothing is said of them. A figure
that cannot be compared is written, not drawn to scale.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from hanoi_lib.audit.bounds import find_accepted
from hanoi_lib.audit.kinds import find_better
from hanoi_lib.audit.names import say_indicator, say_series
from hanoi_lib.audit.readings import Reading, parse_reading
from hanoi_lib.audit.standings import VERDICTS, build_standings
from hanoi_lib.charts import theme
from hanoi_lib.charts.evidence import add_days, add_evidence, group_rows, say_hover, say_sources
from hanoi_lib.charts.lanes import lane_layout
from hanoi_lib.charts.marks import Axis
from hanoi_lib.charts.theme import shorten, wrap
from hanoi_lib.store import Tables
from hanoi_lib.wording import capitalise, say, say_count, say_date, say_figure, say_list

OTHER = "Aims of no known series"
STROKE = "line-ns-open"
ROW = 40  # pixels of an aim: two lines of its name
WIDE = 470.0  # per cent up to the right edge: the verdicts stand in words beyond what is drawn
LEAST, MOST = -30.0, 200.0  # per cent of an aim that are drawn; what lies beyond stands at the edge
TIMELESS = Axis(
    date(2000, 1, 1), date(2001, 1, 1)
)  # lanes are laid out on an axis of time; here it is another
SYMBOLS = {
    "met": ("circle", theme.GREEN),
    "on_course": ("triangle-up", theme.GREEN),
    "off_course": ("triangle-down", theme.RED),
    "missed": ("x", theme.RED),
    "not_comparable": ("square-open", theme.GREY),
    "no_evidence": ("diamond-open", theme.GREY),
}
READING = (
    "The line at 100% is the aim, the pale band what reaches it. Circle: met. Cross: missed. Triangle: on "
    "course (up) or off (down). Square: not comparable. Diamond: no evidence, which is not missed."
)
# The verdicts as a finding tells them: of one aim, of several.
FOUND = {
    "met": ("was met", "were met"),
    "missed": ("was missed", "were missed"),
    "off_course": ("is off course", "are off course"),
    "on_course": ("is on course", "are on course"),
    "not_comparable": ("has a figure that cannot be compared", "have figures that cannot be compared"),
    "no_evidence": ("has no later figure", "have no later figure"),
}
EMPTY = "No aim with a number matches this choice. Choose another verdict or area, or press Reset."


def build_standing_rows(tables: Tables) -> pd.DataFrame:
    """Aims with how they stand; `lane` is their row of the chart, `more` the citation of the figure.

    `aim` and `report` are readings of both, `report` missing where none counts.
    """
    published = dict(zip(tables.documents["document_id"], tables.documents["published"], strict=True))
    rows = tables.targets.merge(build_standings(tables), on="target_id")
    aims = [parse_reading(row, "target_id", published) for row in _list_rows(rows)]
    figures = add_evidence(tables, tables.observations)
    reports = {str(row["observation_id"]): row for row in _list_rows(figures)}
    held = [reports.get(say(key)) for key in rows["observation_id"]]
    names = [say_series(one.indicator, one.measure) if one.indicator else OTHER for one in aims]
    texts = {
        "series": names,
        "indicator_name": [say_indicator(one.indicator) if one.indicator else OTHER for one in aims],
        "aim_text": [f"{one.figure}{f' for {one.when}' if one.when else ''}" for one in aims],
        "period_text": [one.when for one in aims],
        "verdict_name": [VERDICTS[verdict] for verdict in rows["verdict"]],
        "report_text": [_say_report(row) if row else "" for row in held],
        "lane": [
            name if row["verdict"] == "no_evidence" else str(row["target_id"])
            for name, row in zip(names, _list_rows(rows), strict=True)
        ],
    }
    rows = rows.assign(**{name: pd.Series(text, dtype="string") for name, text in texts.items()})
    rows = rows.assign(
        aim=pd.Series(aims, dtype="object"),
        report=pd.Series(
            [row and parse_reading(row, "observation_id", published) for row in held], dtype="object"
        ),
        more=pd.Series(
            [[row | {"id": row["observation_id"]}] if row else [] for row in held], dtype="object"
        ),
        rank=rows["verdict"].map({verdict: number for number, verdict in enumerate(VERDICTS)}),
    )
    rows = add_days(add_evidence(tables, rows), "period")
    return rows.sort_values(["rank", "series", "area", "target_id"], ignore_index=True)


def _list_rows(frame: pd.DataFrame) -> list[dict[str, Any]]:
    return [{str(name): value for name, value in row.items()} for row in frame.to_dict("records")]


def _say_report(row: Mapping[str, Any]) -> str:
    when = say_date(row["period"])
    return say_figure(row) + (f" for {when}" if when else "")


@dataclass(frozen=True, slots=True)
class _Lane:
    """One row of the chart: an aim with the figure held against it, or aims that nothing answers."""

    rows: Sequence[Mapping[str, Any]]

    @property
    def verdict(self) -> str:
        return str(self.rows[0]["verdict"])

    @property
    def report(self) -> Reading | None:
        """The figure that the aim is held against; of aims that nothing answers there is none."""
        held: Reading | None = self.rows[0]["report"]
        return held if self.verdict != "no_evidence" else None

    @property
    def ids(self) -> list[str]:
        return [str(row["target_id"]) for row in self.rows]

    @property
    def name(self) -> str:
        """Two lines: what it is about, and what is aimed at."""
        places = sorted({say(row["area"]) for row in self.rows} - {""})
        where = f", {places[0]}" if len(places) == 1 else ""
        head = wrap(shorten(self.rows[0]["series"] + where, 40), 99)
        if self.verdict == "no_evidence":
            return f"{head}<br>{say_count(len(self.rows), 'aim')}"
        return f"{head}<br>{wrap(shorten('aim: ' + self.rows[0]['aim_text'], 44), 99)}"


def chart_standing_rows(rows: pd.DataFrame) -> go.Figure:
    """The figure of rows from `build_standing_rows`, all of them or some."""
    lanes = _build_lanes(rows)
    if not lanes:
        return theme.chart_nothing(_draw([]), EMPTY)
    names = {str(number): lane.name for number, lane in enumerate(lanes)}
    layout = lane_layout({name: float(number + 1) for number, name in enumerate(names)}, TIMELESS, names)
    layout["xaxis"] = {
        "type": "linear",
        "range": [LEAST, WIDE],
        "tickvals": [0, 50, 100, 150, 200],
        "ticktext": ["0", "50", "100% of the aim", "150", "200"],
        "gridcolor": theme.RULE,
        "visible": True,
    }
    layout["yaxis"] |= {"tickfont": {"size": 11.5, "color": theme.INK}, "range": [len(lanes) + 0.05, -0.05]}
    figure = go.Figure(_draw(lanes), layout=layout)
    figure.update_layout(meta={"narrow": " · "})
    return theme.dress(figure, say_standings(rows), READING, say_sources(rows), ROW * len(lanes) + 8)


def _build_lanes(rows: pd.DataFrame) -> list[_Lane]:
    return [_Lane(group) for group in group_rows(rows, "lane").values()]


# The parts of a lane


def _draw(lanes: Sequence[_Lane]) -> list[go.Bar | go.Scatter]:
    """Marks, bars and texts, always in this order."""
    marks = [mark for number, lane in enumerate(lanes) for mark in _find_marks(lane, number + 0.5)]
    bars = [bar for number, lane in enumerate(lanes) for bar in _find_bars(lane, number + 0.5)]
    texts = [
        (lane.ids, number + 0.5, _say_standing(lane), MOST + 6 if _find_ratio(lane) else 108.0)
        for number, lane in enumerate(lanes)
    ]
    return [_draw_marks(marks), _draw_bars(bars), _draw_texts(texts)]


def _find_ratio(lane: _Lane) -> tuple[float, float] | None:
    """The figure as per cent of the aim's near end, lower and upper value; None if not to be drawn."""
    if lane.report is None or lane.verdict == "not_comparable":
        return None
    near = _find_near(lane.rows[0]["aim"])
    if near == 0 or lane.report.unit != lane.rows[0]["aim"].unit:
        return None
    ends = sorted((100 * lane.report.value / near, 100 * lane.report.value_max / near))
    return _clip(ends[0]), _clip(ends[1])


def _find_near(aim: Reading) -> float:
    """The end of an aim from which on it is reached."""
    return aim.value if find_better(aim) == "more" or aim.comparator in (">", ">=") else aim.value_max


def _clip(per_cent: float) -> float:
    return min(max(per_cent, LEAST + 10), MOST)


def _find_zone(aim: Reading) -> tuple[float, float]:
    """The per cent with which an aim is reached, as far as they are drawn."""
    accepted, _ = find_accepted(aim.comparator, aim.value, aim.value_max, find_better(aim))
    ends = sorted(100 * end / _find_near(aim) for end in (accepted.low, accepted.high))
    return max(ends[0], 0.0), min(ends[1], MOST)


Mark = tuple[Sequence[str], float, float, str, str, str]  # ids, per cent, row, symbol, colour, hover
Bar = tuple[
    Sequence[str], float, float, float, float, str, str
]  # ids, row, from, length, thickness, colour, hover


def _find_marks(lane: _Lane, row: float) -> list[Mark]:
    """The figure where it is drawn to scale, a stroke for the aim; else the sign of the verdict."""
    symbol, colour = SYMBOLS[lane.verdict]
    hover = _say_lane(lane)
    ratio = _find_ratio(lane)
    if ratio is None:
        return [(lane.ids, 100.0, row, symbol, colour, hover)]
    return [
        (lane.ids, 100.0, row, STROKE, theme.INK, hover),
        (lane.ids, sum(ratio) / 2, row, symbol, colour, hover),
    ]


def _say_lane(lane: _Lane) -> str:
    """What appears beside the pointer: of one aim its verdict and why, of several what they are."""
    if len(lane.rows) == 1:
        row = lane.rows[0]
        return say_hover(row, f"{capitalise(row['verdict_name'])}", say(row["reason"]))
    places = [f", {say(row['area'])}" if say(row["area"]) else "" for row in lane.rows]
    told = [row["aim_text"] + place for row, place in zip(lane.rows, places, strict=True)]
    listed = [wrap(one, 62) for one in told[:8]]
    more = [f"and {len(lane.rows) - 8} more"] if len(lane.rows) > 8 else []
    return "<br>".join(["<b>No evidence</b>", *listed, *more])


def _find_bars(lane: _Lane, row: float) -> list[Bar]:
    """What reaches the aim as a pale band, and the figure as a bar from zero; where one is drawn to scale."""
    ratio = _find_ratio(lane)
    if ratio is None:
        return []
    low, high = _find_zone(lane.rows[0]["aim"])
    told = lane.rows[0]
    pale = theme.fade_colour(theme.GREEN, 0.16)
    hover = wrap(f"What reaches the aim: {told['aim_text']}", 60)
    zone: Bar = (lane.ids, row, low, max(high - low, 0.8), 0.62, pale, hover)
    first, last = min(0.0, *ratio), max(0.0, *ratio)
    strong = theme.fade_colour(SYMBOLS[lane.verdict][1], 0.75)
    return [zone, (lane.ids, row, first, last - first, 0.16, strong, wrap(told["report_text"], 60))]


def _say_standing(lane: _Lane) -> str:
    """What stands beside the marks: the verdict in words, and the figure that gave it."""
    if lane.report is None:
        told = [row["aim_text"] for row in lane.rows]
        return f"no evidence: {'; '.join(told[:2])}" + (f"; {len(told) - 2} more" if len(told) > 2 else "")
    row = lane.rows[0]
    obstacle = f" ({row['obstacle']})" if say(row["obstacle"]) else ""
    return f"{row['verdict_name']}{obstacle}: {row['report_text']}"


def _draw_marks(marks: Sequence[Mark]) -> go.Scatter:
    return go.Scatter(
        name="marks",
        mode="markers",
        x=[place for _, place, *_ in marks],
        y=[row for _, _, row, *_ in marks],
        marker={
            "symbol": [symbol for *_, symbol, _, _ in marks],
            "size": [20 if symbol == STROKE else 11 for *_, symbol, _, _ in marks],
            "color": [colour for *_, colour, _ in marks],
            "line": {"width": 2, "color": [colour for *_, colour, _ in marks]},
            "opacity": 1,
        },
        customdata=[list(ids) for ids, *_ in marks],
        hovertext=[hover for *_, hover in marks],
        hovertemplate="%{hovertext}<extra></extra>",
        cliponaxis=False,
    )


def _draw_bars(bars: Sequence[Bar]) -> go.Bar:
    return go.Bar(
        name="bars",
        orientation="h",
        y=[row for _, row, *_ in bars],
        base=[first for _, _, first, *_ in bars],
        x=[length for _, _, _, length, *_ in bars],
        width=[thickness for *_, thickness, _, _ in bars],
        marker={"color": [colour for *_, colour, _ in bars], "line": {"width": 0}},
        customdata=[list(ids) for ids, *_ in bars],
        hovertext=[hover for *_, hover in bars],
        hovertemplate="%{hovertext}<extra></extra>",
    )


def _draw_texts(texts: Sequence[tuple[Sequence[str], float, str, float]]) -> go.Scatter:
    """The verdicts in words, right of everything drawn in their row."""
    return go.Scatter(
        name="labels",
        mode="text",
        x=[place for *_, place in texts],
        y=[row for _, row, *_ in texts],
        text=[wrap(shorten(text, 48 if place > MOST else 70), 99) for *_, text, place in texts],
        textposition="middle right",
        textfont={"size": 11.5, "color": theme.INK},
        customdata=[list(ids) for ids, *_ in texts],
        hoverinfo="skip",
        cliponaxis=False,
    )


def say_standings(rows: pd.DataFrame) -> str:
    """The finding: how many aims, and how they stand."""
    if rows.empty:
        return "No aim with a number was found"
    count = {verdict: int(number) for verdict, number in rows["verdict"].value_counts().items()}
    told = [f"{say_count(count[verdict], *words)}" for verdict, words in FOUND.items() if verdict in count]
    if count.get("no_evidence", 0) == len(rows):
        whole = "the one aim" if len(rows) == 1 else f"any of {say_count(len(rows), 'aim')}"
        return f"No later figure answers {whole} with a number"
    return f"Of {say_count(len(rows), 'aim')} with a number, {say_list(told)}"
