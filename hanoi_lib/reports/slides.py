"""Notebooks -> pictures for slides: every chart that a notebook shows, as PNG or SVG.

Answers "I need this chart in my presentation". From the notebooks, run now as for a report. A notebook that
fails is named with its cell; the charts of the others are drawn all the same.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import plotly.graph_objects as go
from nbformat import NotebookNode

from hanoi_lib.charts.pictures import save_pictures
from hanoi_lib.errors import HanoiError, UnshareableNotebook
from hanoi_lib.reports.drawings import PLOTLY
from hanoi_lib.reports.exporter import check_executed, find_outputs
from hanoi_lib.reports.report import read_notebook, run


def draw_slides(
    notebooks: Sequence[Path],
    output: Path,
    kind: str = "png",
    progress: Callable[[str], None] | None = None,
    *,
    execute: bool = True,
) -> list[Path]:
    """Write the charts of each notebook into `output` as `NOTEBOOK-1.png`, `NOTEBOOK-2.png`...; their paths.

    With `execute` each notebook is run first, on a copy. `kind` is `png` or `svg`. Raises NoBrowser where
    nothing can draw, and UnshareableNotebook for notebooks that failed, after the others are drawn.
    """
    say = progress or (lambda line: None)
    figures: dict[Path, go.Figure] = {}
    failures: list[HanoiError] = []
    for number, path in enumerate(notebooks, start=1):
        say(f"{number} of {len(notebooks)}: {path.name}")
        try:
            notebook = read_notebook(path)
            shown = list_figures(run(notebook, path) if execute else notebook, path.name)
        except HanoiError as failure:
            failures.append(failure)
            say(str(failure))
            continue
        for place, figure in enumerate(shown, start=1):
            figures[output / f"{path.stem}-{place}.{kind}"] = figure
    say(f"drawing {len(figures)}")
    drawn = save_pictures(figures)
    if failures:
        raise UnshareableNotebook("; ".join(failure.problem for failure in failures), failures[0].remedy)
    return drawn


def list_figures(notebook: NotebookNode, name: str) -> list[go.Figure]:
    """The figures that an executed notebook shows, in order."""
    check_executed(notebook, name)
    data = (output.get("data", {}) for output in find_outputs(notebook))
    return [go.Figure(one[PLOTLY]["data"], one[PLOTLY]["layout"]) for one in data if PLOTLY in one]
