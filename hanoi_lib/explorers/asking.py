"""Who held what on a day, to ask in JupyterLab: a slider over the days and the answer in words below it.

The state is the explorer's `day`; the widgets here only show it and change it.
"""

from collections.abc import Mapping
from datetime import date, timedelta
from html import escape
from typing import TYPE_CHECKING

import ipywidgets as widgets

from hanoi_lib.charts.theme import INK
from hanoi_lib.explorers.answers import NOBODY
from hanoi_lib.wording import capitalise, say_count, say_date

if TYPE_CHECKING:
    from hanoi_lib.explorers.explorers import Explorer

PLAIN = "float:none;width:auto"  # JupyterLab would put terms and what is said of them into two columns
TERM, SAID = f"{PLAIN};font-weight:bold", f"{PLAIN};margin:0 0 6px 16px"


class Asking:
    """A slider and the answers of the posts that the explorer's filters leave."""

    def __init__(self, explorer: "Explorer") -> None:
        """Make the widgets and tie them to the traits `day` and `state`."""
        self.explorer = explorer
        self._first = date.fromisoformat(explorer.answers["first"])
        whole = (date.fromisoformat(explorer.answers["last"]) - self._first).days
        self.slider = widgets.IntSlider(
            max=whole,
            readout=False,
            description="Who held what on",
            style={"description_width": "initial"},
            layout={"width": "60%", "min_width": "280px"},
        )
        self.answer = widgets.HTML(layout={"width": "100%"})
        self.box = widgets.VBox([self.slider, self.answer])
        self._show()
        self.slider.observe(self._read, "value")
        explorer.observe(self._show, ["day", "state"])

    def _read(self, change: Mapping[str, int]) -> None:
        self.explorer.day = (self._first + timedelta(days=change["new"])).isoformat()

    def _show(self, _: object = None) -> None:
        self.slider.value = (date.fromisoformat(self.explorer.day) - self._first).days
        answers = [(post, words) for post, words in self.explorer.answer if words != NOBODY]
        told = "".join(
            f'<dt style="{TERM}">{escape(post)}</dt><dd style="{SAID}">{escape(words)}</dd>'
            for post, words in answers
        )
        if rest := len(self.explorer.answer) - len(answers):
            told += f'<dt style="{TERM}">{capitalise(say_count(rest, "post"))}: {NOBODY.lower()}</dt>'
        day = escape(say_date(self.explorer.day))
        self.answer.value = (
            f'<section role="status" style="color:{INK};line-height:1.5"><p style="margin:4px 0">'
            f'<b>{day}</b></p><dl tabindex="0" style="margin:0;max-height:340px;overflow:auto">{told}</dl>'
            "</section>"
        )
