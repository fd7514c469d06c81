"""What if: aim, yearly growth, base and years to set in JupyterLab, and what follows from them in words.

The state is the explorer's `assumed`; the widgets here only show it and change it.
"""

from html import escape
from typing import TYPE_CHECKING, Any

import ipywidgets as widgets

from hanoi_lib.audit.prospects import HIGHEST, LOWEST, STEP
from hanoi_lib.charts.prospects import find_assumed
from hanoi_lib.charts.theme import GREY, INK
from hanoi_lib.explorers.controls import Controls

if TYPE_CHECKING:
    from hanoi_lib.explorers.aims import Prospects

STYLE = {"description_width": "initial"}


class Assuming:
    """The controls of what is assumed, above the explorer's figure."""

    def __init__(self, explorer: "Prospects", controls: Controls) -> None:
        """Make the widgets and tie them to the trait `assumed`."""
        self.explorer, self._controls = explorer, controls
        names = [(f"{one.name}", one.aim_id) for one in explorer.prospects]
        wide = {"width": "420px"}
        self.aim = widgets.Dropdown(options=names, description="Aim", style=STYLE, layout={"width": "96%"})
        self.growth = widgets.FloatSlider(
            min=LOWEST, max=HIGHEST, step=STEP, description="Growth a year, %", readout_format=".1f",
            style=STYLE, layout=wide, continuous_update=True,
        )  # fmt: skip
        self.base = widgets.FloatText(description="Base", style=STYLE, layout={"width": "260px"})
        self.base_year = widgets.BoundedIntText(
            min=1990, max=2099, description="in", style=STYLE, layout={"width": "120px"}
        )
        self.horizon = widgets.BoundedIntText(
            min=1991, max=2100, description="Horizon", style=STYLE, layout={"width": "150px"}
        )
        self.told = widgets.HTML(layout={"width": "100%"})
        row = widgets.HBox(
            [self.growth, self.base, self.base_year, self.horizon], layout={"flex_flow": "row wrap"}
        )
        self.box = widgets.VBox([self.aim, row, self.told, controls.box])
        self._reading = True
        self._show()
        self.aim.observe(self._read_aim, "value")
        for name in ("growth", "base", "base_year", "horizon"):
            getattr(self, name).observe(self._read, "value")
        explorer.observe(self._show, "assumed")

    def _read_aim(self, change: dict[str, Any]) -> None:
        """Another aim begins with what the documents tell of it."""
        if self._reading:
            self.explorer.assumed = {"aim": change["new"]}

    def _read(self, _: object) -> None:
        if self._reading:
            typed = {name: getattr(self, name).value for name in ("growth", "base_year", "horizon")}
            base = self.base.value or None
            self.explorer.assumed = {"aim": self.aim.value, **typed, "base": base}

    def _show(self, _: object = None) -> None:
        chosen = find_assumed(self.explorer.prospects, self.explorer.assumed)
        one = next(p for p in self.explorer.prospects if p.aim_id == chosen["aim"])
        self._reading = False  # what is shown is no wish of the reader's
        for name in ("aim", "growth", "base_year", "horizon"):
            getattr(self, name).value = chosen[name]
        self.base.value = chosen["base"] or 0.0
        self.base.description = (
            f"Base{f', {one.unit}' if one.kind == 'level' and one.unit != 'count' else ''}"
        )
        self._reading = True
        start = f"Base: {one.base_told}. " if one.base_told and chosen["base"] == one.base else ""
        self.told.value = (
            f'<section role="status" style="color:{INK};line-height:1.5"><p style="margin:4px 0">'
            f'<b>{escape(self.explorer.answer)}</b><br><span style="color:{GREY}">{escape(start)}'
            f"Growth to begin with: {escape(one.growth_told)}.</span></p></section>"
        )
        self._controls.show(self.explorer.draw())
