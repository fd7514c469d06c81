"""Which lanes stand open, to choose in JupyterLab: a list of all that fold, for mouse and keyboard alike.

The state is the explorer's `opened`; the widgets here only show it and change it. A click on a plus or minus
sign in the figure does the same as the list.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import ipywidgets as widgets
import plotly.graph_objects as go

from hanoi_lib.explorers.pickers import make_label

if TYPE_CHECKING:
    from hanoi_lib.explorers.explorers import Explorer


class Folding:
    """A list of the bodies in the chart, those marked in it standing open; out of sight where all do."""

    def __init__(self, explorer: "Explorer", figure: go.Figure) -> None:
        """Make the widgets for what a figure shows."""
        self.explorer = explorer
        self.list = widgets.SelectMultiple(options=[], rows=5, layout={"width": "380px"})
        self.all = widgets.Button(description="Open all", layout={"width": "110px"})
        self.none = widgets.Button(description="Fold all", layout={"width": "110px"})
        buttons = widgets.VBox([self.all, self.none], layout={"margin": "0 0 0 10px"})
        self.box = widgets.VBox(
            [make_label("Shown post by post (the others in one row)"), widgets.HBox([self.list, buttons])]
        )
        self.all.on_click(lambda _: self._open(self.list.options))
        self.none.on_click(lambda _: self._open(()))
        self.list.observe(self._read_list, "value")
        self.show(figure)

    def show(self, figure: go.Figure) -> None:
        """List what a figure shows, as it shows it."""
        lanes = (figure.layout.meta or {}).get("lanes", {}).get("list", [])
        bodies = list(dict.fromkeys(lane["body"] for lane in lanes))
        opened = {lane["body"] for lane in lanes if not lane["closed"]}
        self.list.unobserve(self._read_list, "value")
        if list(self.list.options) != bodies:
            self.list.value = ()  # in the browser no choice may outlive what was chosen
            self.list.options = bodies
        self.list.value = tuple(body for body in bodies if body in opened)
        self.list.observe(self._read_list, "value")
        folds = len(opened) < len(bodies) or self.explorer.opened is not None
        self.box.layout.display = "flex" if folds and len(bodies) > 1 else "none"

    def toggle(self, body: str) -> None:
        """Open or fold a body."""
        opened = list(self.list.value)
        self._open([one for one in opened if one != body] if body in opened else [*opened, body])

    def _read_list(self, change: Mapping[str, Any]) -> None:
        self._open(change["new"])

    def _open(self, bodies: list[str] | tuple[str, ...]) -> None:
        self.explorer.opened = list(bodies)
