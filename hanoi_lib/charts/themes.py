"""What the documents speak of: themes as lanes, documents as columns in the order of time.

Input: the tables. Output: rows, one for each sentence and theme it names, and the figure drawn from them: in
each lane a block per document, as thick as the theme has mentions per thousand words of the article. A
document whose date is only known to lie in a range is hatched and stands at the middle of that range. What is
spoken of more is not what is decided, and a short text swings more than a long one.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from hanoi_lib.charts import theme
from hanoi_lib.charts.evidence import add_days, add_evidence, group_rows, say_sources
from hanoi_lib.charts.lanes import lane_layout
from hanoi_lib.charts.marks import WIDTH, Axis
from hanoi_lib.priorities.themes import build_themes, count_words
from hanoi_lib.spans import parse_span
from hanoi_lib.store import Tables
from hanoi_lib.wording import say, say_count, say_date, say_list

AROUND = 0  # a whole sentence is cited, and there are many
LANE = 31  # pixels of a lane
PALE = theme.fade_colour(theme.BLUE, 0.45)
FULL = 0.88  # of a lane, for the most that a document says of a theme
HEAD = 2.6  # lanes that the headings of documents take
FEW = 7  # documents that have room for a heading and for numbers
YEAR = 36  # pixels between two years at the top
READING = (
    "Thickness: mentions per thousand words of the article. Strong: the theme that its document names most. "
    "Hatched: the document's date is only known to lie in a range."
)
NOTHING = "No theme matches this choice. Choose another theme or document, or press Reset."


@dataclass(frozen=True, slots=True)
class Block:
    """What one document says of one theme: the ids of its sentences, each as often as it names the theme."""

    document: str
    name: str
    ids: tuple[str, ...]
    each: float
    leads: bool
    sure: bool
    hover: str

    @property
    def rate(self) -> float:
        """Mentions per thousand words."""
        return self.each * len(self.ids)


def build_theme_rows(tables: Tables) -> pd.DataFrame:
    """Sentences with the themes they name, a row for each theme, documents in the order of time.

    `words` are those that name it, `mentions` how many, `each` what one adds to the rate per thousand words,
    `leads` whether the theme is the one that its document names most.
    """
    found = build_themes(tables)
    rows = found.groupby(["passage_id", "theme"], sort=False, as_index=False).agg(
        name=("name", "first"), words=("words", list)
    )
    rows = tables.passages[["passage_id", "document_id", "start", "end", "exact"]].merge(
        rows, on="passage_id"
    )
    documents = tables.documents.set_index("document_id")["published"]
    published = rows["document_id"].map(documents)
    rows = add_evidence(tables, add_days(rows.assign(published=published), "published"), AROUND)
    spans = [parse_span(value) for value in published]
    lengths = count_words(tables)
    rows = rows.assign(
        row_id=rows["theme"] + ":" + rows["passage_id"],
        mentions=[len(words) for words in rows["words"]],
        words=[", ".join(words) for words in rows["words"]],
        each=[1000 / lengths[key] for key in rows["document_id"]],
        when=[say_date(value) or "undated" for value in published],
        middle=[span.middle.isoformat() if span else "9999" for span in spans],
        sure=[span is not None and span.kind == "day" for span in spans],
    )
    rows = rows.assign(leads=_find_leading(rows))
    return rows.sort_values(["middle", "document_id", "start", "theme"], ignore_index=True)


def _find_leading(rows: pd.DataFrame) -> list[bool]:
    counts = rows.pivot_table(index="document_id", columns="theme", values="mentions", aggfunc="sum")
    first = {str(key): str(counts.loc[key].idxmax()) for key in counts.index}
    return [first[row["document_id"]] == row["theme"] for row in rows.to_dict("records")]


def chart_theme_rows(rows: pd.DataFrame) -> go.Figure:
    """The figure of rows from `build_theme_rows`, all of them or some."""
    if rows.empty:
        return theme.chart_nothing(_draw([], [], [], False), NOTHING)
    blocks = _build_blocks(rows)
    documents = list(dict.fromkeys(rows["document_id"]))
    lanes = _order_lanes(blocks, len(documents))
    few = len(documents) <= FEW
    layout = lane_layout({lane: n + 1.0 for n, lane in enumerate(lanes)}, Axis(date.min, date.max))
    heads = rows.drop_duplicates("document_id").to_dict("records")
    layout["xaxis"] = {
        "type": "linear",
        "range": [-0.06, len(documents)],
        "side": "top",
        "fixedrange": True,
        "visible": True,
        "ticks": "",
        "ticklabelposition": "inside",
        **(_head_documents(heads) if few else _head_years(heads)),
    }
    # Headings stand inside the plot: a page that closes lanes leaves no room for them outside.
    head = HEAD if few else 1.0
    layout["yaxis"]["range"] = [len(lanes) + 0.1, -head]
    figure = go.Figure(_draw(blocks, documents, lanes, few), layout=layout)
    return theme.dress(
        figure, say_themes(rows), READING, say_sources(rows), round(LANE * (len(lanes) + head))
    )


def _build_blocks(rows: pd.DataFrame) -> list[Block]:
    return [
        Block(
            document,
            name,
            tuple(row["row_id"] for row in group for _ in range(row["mentions"])),
            float(group[0]["each"]),
            bool(group[0]["leads"]),
            bool(group[0]["sure"]),
            _say_block(group),
        )
        for (document, name), group in group_rows(rows, "document_id", "name").items()
    ]


def _say_block(group: Sequence[Mapping[str, Any]]) -> str:
    mentions, first = sum(row["mentions"] for row in group), group[0]
    words = Counter(word.lower() for row in group for word in row["words"].split(", "))
    named = ", ".join(f"{word} ({n})" if n > 1 else word for word, n in words.most_common(8))
    told = f"{say_count(mentions, 'mention')} in {say_count(len(group), 'sentence')}"
    lines = [
        f"<b>{theme.wrap(first['name'], 60)}</b>: {mentions * first['each']:.1f} per thousand words",
        told,
        theme.wrap(named, 62),
        f"<i>{theme.wrap(theme.shorten(str(first['document']), 80) + ', ' + first['when'], 62)}</i>",
    ]
    return "<br>".join(lines)


def _order_lanes(blocks: Sequence[Block], documents: int) -> list[str]:
    """Themes by their mean over the documents, so that a long text weighs no more than a short one."""
    rates: dict[str, float] = {}
    for block in blocks:
        rates[block.name] = rates.get(block.name, 0.0) + block.rate / documents
    return sorted(rates, key=lambda name: (-rates[name], name))


def _draw(blocks: Sequence[Block], documents: Sequence[str], lanes: Sequence[str], few: bool) -> list[go.Bar]:
    """The blocks, with their numbers where there is room for them.

    `meta` tells a page how to draw what its filters leave: the rate of one mention, and its thickness.
    """
    unit = FULL / max((block.rate for block in blocks), default=1.0)
    rows = [lanes.index(block.name) + 0.5 for block in blocks]
    columns = [documents.index(block.document) for block in blocks]
    return [
        go.Bar(
            name="blocks",
            orientation="h",
            y=rows,
            base=columns,
            x=[0.66 if few else 0.9] * len(blocks),
            width=[round(max(block.rate * unit, 0.03), 4) for block in blocks],
            marker={
                "color": [theme.BLUE if block.leads else PALE for block in blocks],
                "line": {"width": 0},
                "pattern": {
                    "shape": ["" if block.sure else "/" for block in blocks],
                    "fillmode": "overlay",
                    "fgcolor": "white",
                    "size": 7,
                    "solidity": 0.22,
                },
            },
            text=[f"\u00a0{block.rate:.1f}" if few else "" for block in blocks],
            textposition="outside",
            constraintext="none",
            textangle=0,
            textfont={"size": 11, "color": theme.INK},
            cliponaxis=False,
            customdata=[list(block.ids) for block in blocks],
            hovertext=[block.hover for block in blocks],
            hovertemplate="%{hovertext}<extra></extra>",
            meta={"aggregate": "count", "rates": [block.each for block in blocks], "thickness": unit},
        )
    ]


def _head_documents(heads: Sequence[Mapping[Any, Any]]) -> dict[str, Any]:
    """Each column with the date and the headline of its document."""
    width = max(WIDTH // len(heads) // 7, 14)
    texts = []
    for row in heads:
        title = theme.wrap(theme.shorten(str(row["document"]), 2 * width), width + 2)
        texts.append(f"<b>{theme.wrap(row['when'], width)}</b><br>{title}")
    return {
        "showgrid": False,
        "tickvals": [n + 0.33 for n in range(len(heads))],
        "ticktext": texts,
        "tickfont": {"size": 11},
    }


def _head_years(heads: Sequence[Mapping[Any, Any]]) -> dict[str, Any]:
    """A line where a year begins, and its name where there is room."""
    years = [say(row["middle"])[:4].replace("9999", "undated") for row in heads]
    begins = [n for n, year in enumerate(years) if n == 0 or years[n - 1] != year]
    texts: list[str] = []
    last = -YEAR
    for n in begins:
        pixel = WIDTH * n // len(heads)
        texts.append(years[n] if pixel - last >= YEAR else "")
        last = pixel if texts[-1] else last
    return {
        "showgrid": True,
        "gridcolor": theme.RULE,
        "tickvals": [n - 0.05 for n in begins],
        "ticktext": texts,
        "ticklabelshift": 16,
    }


def say_themes(rows: pd.DataFrame) -> str:
    """The finding: what each document names most, or how often a single theme is named."""
    if rows.empty:
        return "No theme was found"
    documents = int(rows["document_id"].nunique())
    if rows["name"].nunique() == 1:
        told = f"{rows['name'].iloc[0]} has {say_count(int(rows['mentions'].sum()), 'mention')}"
        return f"{told} in {say_count(documents, 'document')}"
    rates = _rate(rows)
    first = [str(rates.loc[key].idxmax()) for key in dict.fromkeys(rows["document_id"])]
    if documents <= FEW:
        return f"Named most: {_say_in_time(rows, first)}"
    (most, number), *others = Counter(first).most_common(3)
    rest = [f"{name.lower()} in {count}" for name, count in others]
    return say_list([f"{most} is named most in {number} of {documents} documents", *rest])


def _rate(rows: pd.DataFrame) -> pd.DataFrame:
    """Mentions per thousand words, a row for each document, a column for each theme."""
    counted = rows.assign(rate=rows["mentions"] * rows["each"])
    return counted.pivot_table(
        index="document_id", columns="name", values="rate", aggfunc="sum", fill_value=0.0, sort=False
    )


def _say_in_time(rows: pd.DataFrame, first: Sequence[str]) -> str:
    """The leading themes one after another, those of neighbours told once."""
    heads = rows.drop_duplicates("document_id").to_dict("records")
    runs: list[tuple[str, list[str]]] = []
    for row, name in zip(heads, first, strict=True):
        year = _say_year(row)
        if not runs or runs[-1][0] != name:
            runs.append((name, []))
        if year not in runs[-1][1]:
            runs[-1][1].append(year)
    return ", then ".join(f"{name.lower()} ({say_list(years)})" for name, years in runs)


def _say_year(row: Mapping[Any, Any]) -> str:
    first, last = say(row["from"])[:4], say(row["to"])[:4]
    if not first or not last or first == last:
        return first or last or "undated"
    return f"{first}–{last[2:] if first[:2] == last[:2] else last}"


def tell_shift(rows: pd.DataFrame, least: int = 4) -> str:
    """Which themes gained and lost most between the earlier and the later half of the documents.

    Empty with fewer than `least` documents: two texts make no movement.
    """
    documents = list(dict.fromkeys(rows["document_id"]))
    if len(documents) < least:
        return ""
    rates, half = _rate(rows), len(documents) // 2
    early, late = rates.loc[documents[:half]].mean(), rates.loc[documents[-half:]].mean()
    change = (late - early).sort_values(kind="stable")
    gained, lost = str(change.index[-1]), str(change.index[0])
    gain = f"{gained.lower()} gained most ({early[gained]:.1f} to {late[gained]:.1f} per thousand words)"
    loss = f"{lost.lower()} lost most ({early[lost]:.1f} to {late[lost]:.1f})"
    return f"From the earliest to the latest {say_count(half, 'document')}, {gain} and {loss}."
