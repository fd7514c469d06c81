"""The live face of an explorer: filters above a figure, a list of its rows and the cited sentence below.

All state lives in the explorer's traits; the widgets here only show it and change it. Whatever comes from a
document is escaped before it becomes HTML. Every row can be reached by keyboard, through the list.
"""

from collections.abc import Mapping
from html import escape
from typing import TYPE_CHECKING, Any

import anywidget
import ipywidgets as widgets
import pandas as pd
import plotly.graph_objects as go
from plotly.basedatatypes import BaseTraceType
from plotly.callbacks import Points

from hanoi_lib.charts.theme import BLUE, GREY, INK
from hanoi_lib.explorers.asking import Asking
from hanoi_lib.explorers.folding import Folding
from hanoi_lib.explorers.pickers import make_label, make_picker
from hanoi_lib.explorers.saving import Copying, Saving
from hanoi_lib.explorers.views import say_line
from hanoi_lib.wording import capitalise, say

if TYPE_CHECKING:
    from hanoi_lib.explorers.explorers import Explorer

INVITATION = "Click a mark, or choose a row in the list, to read the sentence it was taken from."


class Fit(anywidget.AnyWidget):
    """Makes the figures of a notebook as wide as their output area.

    plotly draws a live figure before it is put into the page, 700 pixels wide and with the lines of its title
    on top of one another, and draws it anew only when the window changes its size. This says that it did.
    And it keeps JupyterLab from taking the arrow keys for its own where they move within a list.
    """

    _esm = """
    export default {
      render({ el }) {
        el.style.width = "100%";
        const seen = new ResizeObserver(() => window.dispatchEvent(new Event("resize")));
        seen.observe(el);
        const free = ({ target }) => {
          if (target.matches(".jp-OutputArea select")) target.dataset.lmSuppressShortcuts = "true";
        };
        document.addEventListener("focusin", free);
        return () => { seen.disconnect(); document.removeEventListener("focusin", free); };
      },
    };
    """


class Live(go.FigureWidget):  # type: ignore[misc]  # plotly declares no type for it
    """A figure that reaches the browser together with its data.

    plotly announces a live figure first and sends its data after it: a browser that is busy draws in between,
    and what it has drawn stays empty.
    """

    _complete = False

    def __init__(self, figure: go.Figure) -> None:
        """Take the figure, and only then announce it."""
        super().__init__(figure)
        self._complete = True
        self.open()

    def open(self) -> None:
        """Announce the widget; not yet while it is made, when ipywidgets asks for it."""
        if self._complete:
            super().open()


class Controls:
    """Widgets that show an explorer's traits and change them."""

    def __init__(self, explorer: "Explorer") -> None:
        """Make all widgets and tie them to the traits."""
        self.explorer = explorer
        self.pickers = {f.column: make_picker(f, explorer.rows) for f in explorer.view.filters}
        self.reset = widgets.Button(
            description="Reset", icon="undo", tooltip="Show everything again", layout={"width": "96px"}
        )
        self.count = widgets.HTML()
        drawn = explorer.draw()
        self.figure = Live(drawn)
        self.figure._config = {**self.figure._config, "responsive": True, "displaylogo": False}
        self.list = widgets.Select(options=[], rows=10, layout={"width": "100%"})
        self.panel = widgets.HTML(layout={"width": "100%"})
        self.copying, self.saving = Copying(), Saving(explorer)
        self.asking = Asking(explorer) if explorer.answers else None
        self.folding = Folding(explorer, drawn) if explorer.view.folds else None
        self.box = self._arrange()
        self._show_pickers()
        self._connect()
        self._show_rows()
        self._show_sentence()

    def _arrange(self) -> widgets.VBox:
        pickers = [picker.box for picker in self.pickers.values() if picker.box is not None]
        foot = widgets.VBox([self.reset, self.count], layout={"margin": "18px 0 0 0"})
        row = {"flex_flow": "row wrap", "align_items": "flex-start"}
        filters = widgets.HBox([*pickers, foot], layout=row)
        listed = widgets.VBox(
            [make_label(f"{capitalise(self.explorer.view.noun)}s in the chart"), self.list],
            layout={"width": "42%", "min_width": "280px", "margin": "0 16px 0 0"},
        )
        below = widgets.HBox(
            [listed, widgets.VBox([self.panel, self.copying], layout={"width": "54%", "min_width": "280px"})],
            layout=row,
        )
        asking = [self.asking.box] if self.asking else []
        folding = [self.folding.box] if self.folding else []
        return widgets.VBox([filters, *folding, Fit(), self.figure, *asking, below, self.saving.box])

    def _connect(self) -> None:
        for picker in self.pickers.values():
            picker.observe(self._read_pickers)
        self.reset.on_click(lambda _: self.explorer.reset())
        self.list.observe(self._read_list, "value")
        for trace in self.figure.data:
            folds = self.folding if trace.name == "folds" else None
            trace.on_click(folds.read_click if folds else self._read_click)
        self.explorer.observe(self._show_state, ["state", "opened"])
        self.explorer.observe(self._show_sentence, "chosen")

    def _read_pickers(self, _: object) -> None:
        self.explorer.state = {
            column: picker.value for column, picker in self.pickers.items() if picker.value
        }

    def _read_list(self, change: Mapping[str, str | None]) -> None:
        self.explorer.chosen = change["new"]

    def _read_click(self, trace: BaseTraceType, points: Points, _: object = None) -> None:
        """A mark that sums up several rows opens the first of them."""
        for number in points.point_inds[:1]:
            row_id = trace.customdata[number]
            self.explorer.chosen = str(row_id if isinstance(row_id, str) else row_id[0])

    def _show_pickers(self) -> None:
        for column, picker in self.pickers.items():
            picker.value = self.explorer.state.get(column)

    def _show_state(self, _: object = None) -> None:
        self._show_pickers()
        self._show_rows()
        drawn = self.explorer.draw()
        if self.folding:
            self.folding.show(drawn)
        redraw(self.figure, drawn)

    def _show_rows(self) -> None:
        shown, view = self.explorer.shown, self.explorer.view
        chosen = self.explorer.chosen
        self.list.unobserve(self._read_list, "value")
        self.list.options = [(say_line(row, view), row[view.key]) for row in shown.to_dict("records")]
        self.list.value = chosen
        self.list.observe(self._read_list, "value")
        told = f"{len(shown):,} of {len(self.explorer.rows):,} {view.noun}s"
        self.count.value = f'<span role="status">{told}</span>'

    def _show_sentence(self, _: object = None) -> None:
        rows, key = self.explorer.rows, self.explorer.view.key
        found = rows[rows[key] == self.explorer.chosen]
        if self.list.value != self.explorer.chosen and (
            found.empty or self.explorer.chosen in dict(self.list.options).values()
        ):
            self.list.value = self.explorer.chosen
        row = None if found.empty else found.iloc[0]
        self.panel.value = show_evidence(row)
        self.copying.text = "" if row is None else say_citation(row)


def show_evidence(row: "pd.Series[Any] | None") -> str:
    """The cited words, highlighted in their paragraph, with document, date and speaker, as HTML."""
    if row is None:
        return f'<p style="color:{GREY};margin-top:28px">{INVITATION}</p>'
    cited = [row, *(pd.Series(one) for one in row.get("more", ()))]
    return "".join(map(_show_citation, cited))


def _show_citation(row: "pd.Series[Any]") -> str:
    before, exact, after = (escape(say(row[part])) for part in ("before", "exact", "after"))
    speaker = f" Said by {escape(say(row['speaker']))}." if say(row["speaker"]) else ""
    mark = f'<mark style="background:#ffe9a8;color:{INK};padding:1px 2px">{exact}</mark>'
    return (
        f'<section aria-label="Cited sentence" style="color:{INK};line-height:1.5">'
        f'<p style="margin:4px 0"><b>{escape(say(row["document"]))}</b><br>'
        f'<span style="color:{GREY}">{escape(capitalise(say(row["published"])))}.{speaker}</span></p>'
        f'<blockquote style="margin:0;padding:2px 12px;border-left:3px solid {BLUE};white-space:pre-line">'
        f"{before}{mark}{after}</blockquote>"
        f'<p style="margin:6px 0;color:{GREY}"><code>{escape(_say_place(row))}</code></p>'
        "</section>"
    )


def say_citation(row: "pd.Series[Any]") -> str:
    """The quote with its source and its place in the document, as the reports copy it."""
    speaker = f"said by {say(row['speaker'])}" if say(row["speaker"]) else ""
    source = ", ".join(filter(None, (say(row["document"]), say(row["published"]), speaker)))
    return f"“{say(row['exact'])}” ({source}) [{_say_place(row)}]"


def _say_place(row: "pd.Series[Any]") -> str:
    return f"{row['document_id']}/{row['start']}-{row['end']}"


def redraw(live: go.FigureWidget, figure: go.Figure) -> None:
    """Change a live figure into another one of the same traces, in one message to the browser."""
    lists = ("shapes", "annotations")  # plotly would merge these item by item and keep what is too many
    layout = figure.layout.to_plotly_json()
    for axis in (
        "xaxis",
        "yaxis",
    ):  # else the ends of what was drawn before stay
        ends = layout.setdefault(axis, {}).setdefault("range", None)
        layout[axis]["autorange"] = ends is None
    with live.batch_update():
        for old, new in zip(live.data, figure.data, strict=True):
            old.update(new.to_plotly_json())
        for name in lists:
            live.layout[name] = layout.get(name, ())
        live.layout.update({key: value for key, value in layout.items() if key not in (*lists, "template")})
