"""A figure that a notebook saved -> what a page needs to draw, filter and explain it.

Answers which rows a figure shows, which words describe it and what plotly.js is to draw. From plotly's JSON
with what an explorer wrote into `layout.meta`. Refuses a mark that names no row, and trace types that a page
cannot draw by itself (maps fetch their tiles, WebGL needs the page to allow `eval`).
"""

from __future__ import annotations

import base64
import math
import re
from collections.abc import Iterator
from typing import Any

import numpy as np

from hanoi_lib.errors import UnshareableNotebook
from hanoi_lib.reports.markup import Json, embed_json, text_of, unquote

PLOTLY = "application/vnd.plotly.v1+json"
# What npm's plotly.js-basic-dist-min draws; any other type it would draw as a scatter, without a word.
BASIC_TRACES = frozenset({"bar", "pie", "scatter"})
# What plotly.py's full plotly.js draws besides, without network and without `eval`.
OTHER_TRACES = (
    "barpolar box candlestick contour funnel funnelarea heatmap histogram histogram2d "
    "histogram2dcontour icicle image indicator ohlc sankey scatterpolar scatterternary "
    "sunburst table treemap violin waterfall"
)
ALL_TRACES = BASIC_TRACES | frozenset(OTHER_TRACES.split())


class Paragraphs:
    """The paragraphs that a page quotes, each held once however many rows cite a sentence of it."""

    def __init__(self) -> None:
        """Begin with none."""
        self._places: dict[str, int] = {}

    def cite(self, row: dict[str, Any]) -> dict[str, Any]:
        """Return the row with its quote as a place in a paragraph, in UTF-16 units as JavaScript counts."""
        before, exact, after = (row.get(part) or "" for part in ("before", "exact", "after"))
        start, length = (len(text.encode("utf-16-le")) // 2 for text in (before, exact))
        number = self._places.setdefault(before + exact + after, len(self._places))
        rest = {key: value for key, value in row.items() if key not in ("before", "exact", "after")}
        if "more" in row:  # a row that rests on several citations
            rest["more"] = [self.cite(one) for one in row["more"]]
        return rest | {"paragraph": number, "start": start, "end": start + length}

    def to_json(self) -> str:
        """All of them, in the order in which they were first cited."""
        return embed_json(list(self._places), 'id="paragraphs"')


def check_figure(figure: dict[str, Any], name: str) -> set[str]:
    """Return the trace types of a figure; raise UnshareableNotebook for what no page can draw or tell."""
    explorer = find_explorer(figure)
    rows = explorer.get("rows", {}) if explorer else {}
    types = set()
    for trace in figure.get("data", []):
        kind = trace.get("type", "scatter")
        if kind not in ALL_TRACES:
            raise UnshareableNotebook(
                f"{name}: traces of type {kind} need the network or WebGL, which a report must do without",
                'Use another type; plotly.express draws many points as SVG with render_mode="svg".',
            )
        types.add(kind)
        unknown = [row for row in flatten(plain(trace.get("customdata"))) if explorer and row not in rows]
        if unknown:
            raise UnshareableNotebook(
                f"{name}: a mark stands for the row {unknown[0]!r}, which the rows of its explorer lack",
                "Give every id in customdata its row in layout.meta.",
            )
    return types


def find_explorer(figure: dict[str, Any]) -> dict[str, Any] | None:
    """What an explorer says about its figure; None for a figure made by hand."""
    meta = figure.get("layout", {}).get("meta")
    return meta.get("hanoi") if isinstance(meta, dict) else None


def prepare_figure(data: dict[str, Any], number: int, paragraphs: Paragraphs) -> dict[str, Any]:
    """Return what the template writes for a figure: its words for the page, its JSON for the script."""
    figure = plain({key: value for key, value in data[PLOTLY].items() if key in ("data", "layout", "frames")})
    explorer = find_explorer(figure) or {}
    if explorer:
        del figure["layout"]["meta"]
        rows = sorted(
            explorer["rows"].items(), key=by_date
        )  # a notebook file keeps its keys in alphabetical order
        explorer["rows"] = {key: paragraphs.cite(row) for key, row in rows}
    title, reading, caption = take_words(figure["layout"])
    title = title or explorer.get("title") or f"Figure {number}"
    return {
        "number": number,
        "title": title,
        "reading": reading,
        "caption": caption,
        "words": unquote(data.get("text/plain", "")) or explorer.get("description") or title,
        "json": embed_json({"figure": figure, "explorer": explorer or None}, 'class="figure-json"'),
    }


def by_date(item: tuple[str, dict[str, Any]]) -> tuple[str, str, list[str | int]]:
    """Sort key of a row: in time, the undated last, and in the order of the text where dates are the same."""
    key, row = item
    first, last = row.get("from") or row.get("to"), row.get("to") or row.get("from")
    place = [int(part) if part.isdecimal() else part for part in re.split(r"(\d+)", key)]
    return first or "9999", last or "9999", place


def take_words(layout: dict[str, Any]) -> tuple[str, str, str]:
    """Take title, subtitle and the caption below the plot out of a layout, and give back the room they took.

    As text they wrap on a phone, can be copied and are read aloud; in the picture they are clipped.
    """
    title = layout.pop("title", None) or {}
    title = {"text": title} if isinstance(title, str) else title
    notes = [note for note in layout.get("annotations", []) if is_caption(note)]
    if notes:
        layout["annotations"] = [note for note in layout["annotations"] if not is_caption(note)]
    styled = layout.get("template", {}).get("layout", {}).get("margin", {})
    margin = {"t": 100, "b": 80} | styled | layout.get("margin", {})
    for side, left in (("t", 16), ("b", 44)):
        spare = margin[side] - left
        if spare > 0:
            layout["margin"] = margin = margin | {side: left}
            if layout.get("height"):
                layout["height"] -= spare
    words = [
        title.get("text"),
        (title.get("subtitle") or {}).get("text"),
        " ".join(note["text"] for note in notes),
    ]
    first, second, third = (text_of(text or "") for text in words)
    return first, second, third


def is_caption(note: dict[str, Any]) -> bool:
    """Whether an annotation is a line under the plot rather than a label in it."""
    below = note.get("y", 1) <= 0 and note.get("yanchor") == "top"
    return below and note.get("xref") == note.get("yref") == "paper" and not note.get("showarrow", True)


def plain(value: Json) -> Json:
    """Turn plotly's base64 arrays into lists, and what JSON cannot say (NaN, infinity) into null."""
    if isinstance(value, dict):
        if "bdata" in value and "dtype" in value:
            return plain(decode_array(value))
        return {key: plain(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [plain(part) for part in value]
    return None if isinstance(value, float) and not math.isfinite(value) else value


def decode_array(value: dict[str, Any]) -> list[Any]:
    """Decode one base64 array of plotly, of one dimension or more ("shape": "3, 2")."""
    array = np.frombuffer(base64.b64decode(value["bdata"]), dtype=np.dtype(value["dtype"]).newbyteorder("<"))
    shape = [int(size) for size in str(value.get("shape", array.size)).split(",")]
    decoded: list[Any] = array.reshape(shape).tolist()
    return decoded


def flatten(value: Json) -> Iterator[Json]:
    """Yield what stands in nested lists, without the gaps."""
    if isinstance(value, list | tuple):
        for part in value:
            yield from flatten(part)
    elif value is not None:
        yield value
