"""Which days of a chart are looked at in JupyterLab: buttons that do by key what the mouse does to the axis.

The state is the explorer's `window`; the widgets here only show it and change it. A closer look parts the
circles that stand for several marks.
"""

from datetime import date, timedelta
from statistics import median_low
from typing import TYPE_CHECKING

import ipywidgets as widgets
import plotly.graph_objects as go

from hanoi_lib.wording import say_date

if TYPE_CHECKING:
    from hanoi_lib.explorers.explorers import Explorer

LEAST = timedelta(days=14)  # that are looked at
# By how much of what is seen each button moves, and how many times as much is seen then.
MOVES = {"Closer": (0.0, 0.5), "Wider": (0.0, 2.0), "Earlier": (-0.5, 1.0), "Later": (0.5, 1.0)}


class Looking:
    """What is looked at, in words, and buttons to change it; out of sight where nothing can be parted."""

    def __init__(self, explorer: "Explorer", figure: go.Figure) -> None:
        """Make the widgets for what a figure shows."""
        self.explorer = explorer
        self.told = widgets.HTML(layout={"margin": "0 12px 0 0"})
        self.buttons = {
            name: widgets.Button(description=name, layout={"width": "84px"}) for name in (*MOVES, "All")
        }
        row = {"flex_flow": "row wrap", "align_items": "center"}
        self.box = widgets.HBox([self.told, *self.buttons.values()], layout=row)
        for name, move in MOVES.items():
            self.buttons[name].on_click(lambda _, move=move: self._move(*move))
        self.buttons["All"].on_click(lambda _: self._look([]))
        self._days: list[date] = []  # of every mark that is drawn, or held by a circle
        self._whole: list[date] = []
        self._shown: list[date] = []
        self.show(figure)

    def show(self, figure: go.Figure) -> None:
        """Say what a figure shows."""
        axis = figure.layout.xaxis
        self._shown = [_parse(end) for end in axis.range] if axis.type == "date" else []
        marks = figure.data[0]
        held = [1 if isinstance(ids, str) else len(ids) for ids in marks.customdata]
        self._days = [_parse(day) for day, number in zip(marks.x, held, strict=True) for _ in range(number)]
        if not self.explorer.window:
            self._whole = self._shown
        parts = any(number > 1 for number in held) or self.explorer.window
        self.box.layout.display = "flex" if self._shown and parts else "none"
        self.told.value = "Shown: " + " to ".join(say_date(day.isoformat()) for day in self._shown)

    def _move(self, shift: float, size: float) -> None:
        """Look at half as much, around what there is to see, at twice as much, or at as much beside it."""
        start, end = self._shown
        length = max((end - start) * size, LEAST)
        seen = [day for day in self._days if start < day < end]
        centre = median_low(seen) if size < 1 and seen else start + (end - start) / 2
        first = max(centre + (end - start) * shift - length / 2, self._whole[0])
        first = min(first, self._whole[1] - length)
        inside = length < self._whole[1] - self._whole[0]
        self._look([first.isoformat(), (first + length).isoformat()] if inside else [])

    def _look(self, window: list[str]) -> None:
        self.explorer.window = window


def _parse(moment: object) -> date:
    return date.fromisoformat(str(moment)[:10])
