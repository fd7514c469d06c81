"""Charts as pictures for slides: PNG or SVG with title, how to read it, and sources.

Input: plotly figures. Output: files, drawn by the Chromium or Chrome that is installed, without network. The
same figure gives the same bytes on the same machine. Refuses to go on without a browser, and says what to do.
"""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import plotly.graph_objects as go

from hanoi_lib.errors import HanoiError

FORMATS = ("png", "svg")
WIDTH = 1100  # pixels of a chart; a PNG has twice as many, so that it stays sharp on a wall
PIXELS = 2


class NoBrowser(HanoiError):
    """No Chromium or Chrome is installed, which is what draws the pictures."""


def save_picture(figure: go.Figure, path: Path | str) -> Path:
    """Draw one figure into a file; its ending, `.png` or `.svg`, says how. Returns the path.

    Raises:
        HanoiError: another ending, or (NoBrowser) nothing that can draw.
    """
    return save_pictures({Path(path): figure})[0]


def save_pictures(figures: Mapping[Path, go.Figure]) -> list[Path]:
    """Draw each figure into its file, all with one start of the browser, which takes some seconds.

    Raises:
        HanoiError: an ending other than `.png` or `.svg`, or (NoBrowser) nothing that can draw.
    """
    import kaleido  # a second that only pictures should cost
    from kaleido.errors import ChromeNotFoundError

    for path in figures:
        if path.suffix.lstrip(".") not in FORMATS:
            raise HanoiError(f"{path.name} is no name of a picture", "End it with .png or .svg.")
    for folder in {path.parent for path in figures}:
        folder.mkdir(parents=True, exist_ok=True)
    jobs = [{"fig": _frame(figure), "path": path, "opts": _size(path)} for path, figure in figures.items()]
    try:
        # MathJax would come from the network, and no title of ours needs it.
        kaleido.write_fig_from_object_sync(jobs, kopts={"mathjax": False})
    except ChromeNotFoundError:
        raise NoBrowser(
            "no Chromium or Chrome was found, which draws the pictures",
            "Install one (Debian: apt-get install chromium), or put its path into BROWSER_PATH.",
        ) from None
    for path in figures:
        if path.suffix == ".svg":
            path.write_text(_settle(path.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")
    return list(figures)


def _frame(figure: go.Figure) -> dict[str, Any]:
    """A figure as it is drawn: on white, without what only a page needs."""
    drawn = go.Figure(figure)
    drawn.update_layout(meta=None, width=WIDTH, paper_bgcolor="white")
    framed: dict[str, Any] = drawn.to_plotly_json()
    return framed


def _size(path: Path) -> dict[str, Any]:
    kind = path.suffix.lstrip(".")
    return {"format": kind, "scale": PIXELS if kind == "png" else 1}


def _settle(drawing: str) -> str:
    """An SVG with the same names of its parts each time; plotly.js puts chance into them."""
    drawing = re.sub(r'(?<=class="trace scatter) trace[0-9a-f]{6}(?=")', "", drawing)
    chance = re.search(r'id="(?:top)?defs-([0-9a-f]{6})"', drawing)
    return drawing.replace(chance[1], "chart") if chance else drawing
