"""The live face of an explorer: filters above a figure, a list of its rows and the cited sentence below.

All state lives in the explorer's traits; the widgets here only show it and change it. Whatever comes from a
document is escaped before it becomes HTML. Every row can be reached by keyboard, through the list.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from html import escape
from typing import TYPE_CHECKING, Any

import ipywidgets as widgets
import pandas as pd
import plotly.graph_objects as go

from hanoi_lib.charts.theme import BLUE, GREY, INK
from hanoi_lib.explorers.asking import Asking
from hanoi_lib.explorers.folding import Folding
from hanoi_lib.explorers.looking import Looking
from hanoi_lib.explorers.pickers import make_label, make_picker
from hanoi_lib.explorers.plot import Click, Plot
from hanoi_lib.explorers.saving import Saving
from hanoi_lib.explorers.views import say_line
from hanoi_lib.wording import capitalise, say, say_count

if TYPE_CHECKING:
    from hanoi_lib.explorers.explorers import Explorer

SCROLL = "max-height:460px;overflow:auto"
INVITATION = "Click a mark, or choose a row in the list, to read the sentence it was taken from."


class Controls:
    """Widgets that show an explorer's traits and change them."""

    def __init__(self, explorer: "Explorer") -> None:
        """Make all widgets and tie them to the traits."""
        self.explorer = explorer
        view, rows = explorer.view, explorer.rows
        self.pickers = {f.column: make_picker(f, rows) for f in view.filters}
        self.reset = widgets.Button(
            description="Reset", icon="undo", tooltip="Show everything again", layout={"width": "96px"}
        )
        self.count = widgets.HTML()
        self.figure = explorer.draw()
        self.plot = Plot(self.figure, view.closer)
        self._lines = {row[view.key]: say_line(row, view) for row in rows.to_dict("records")}
        self.list = widgets.Select(options=[], rows=10, layout={"width": "auto"})
        self.panel = widgets.HTML(layout={"width": "100%"})
        self.saving = Saving(explorer)
        self.asking = Asking(explorer) if explorer.answers else None
        self.folding = Folding(explorer, self.figure) if view.folds else None
        self.looking = Looking(explorer, self.figure) if view.closer else None
        self.box = self._arrange()
        self._reading = True
        self._show_pickers()
        self._connect()
        self._show_rows()
        self._show_sentences()

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
            [listed, widgets.VBox([self.panel], layout={"width": "54%", "min_width": "280px"})], layout=row
        )
        asking = [self.asking.box] if self.asking else []
        above = [part.box for part in (self.folding, self.looking) if part]
        return widgets.VBox([filters, *above, self.plot, *asking, below, self.saving.box])

    def _connect(self) -> None:
        for picker in self.pickers.values():
            picker.observe(self._read_pickers)
        self.reset.on_click(lambda _: self.explorer.reset())
        self.list.observe(self._read_list, "value")
        self.plot.on_click(self._read_click)
        self.plot.on_look(lambda window: self.explorer.set_trait("window", window))
        self.explorer.observe(self._show_state, "state")
        self.explorer.observe(lambda _: self.show(self.explorer.draw()), ["opened", "window"])
        self.explorer.observe(self._show_sentences, "chosen")

    @contextmanager
    def _showing(self) -> Iterator[None]:
        """What is shown meanwhile is no wish of the reader's."""
        before, self._reading = self._reading, False
        try:
            yield
        finally:
            self._reading = before

    def _read_pickers(self, _: object) -> None:
        if self._reading:
            self.explorer.state = {
                column: picker.value for column, picker in self.pickers.items() if picker.value
            }

    def _read_list(self, change: Mapping[str, str | None]) -> None:
        if self._reading and change["new"]:
            self.explorer.chosen = [change["new"]]

    def _read_click(self, click: Click) -> None:
        """A mark opens the sentences of all rows that it sums up."""
        if click.trace == "folds" and self.folding:
            self.folding.toggle(click.body)
        else:
            self.explorer.chosen = list(dict.fromkeys(click.rows))

    def _show_pickers(self) -> None:
        with self._showing():
            for column, picker in self.pickers.items():
                picker.value = self.explorer.state.get(column)

    def _show_state(self, _: object = None) -> None:
        self._show_pickers()
        self.show(self.explorer.draw())  # before the list, which takes a browser its time where it is long
        self._show_rows()

    def show(self, figure: go.Figure) -> None:
        """Draw a figure in the place of the one before."""
        self.figure = figure
        if self.folding:
            self.folding.show(figure)
        if self.looking:
            self.looking.show(figure)
        self.plot.show(figure)

    def _show_rows(self) -> None:
        shown, whole = self.explorer.shown[self.explorer.view.key], len(self.explorer.rows)
        with self._showing(), self.list.hold_sync():
            self.list.options = [(self._lines[key], key) for key in shown]
            self._mark_listed()
        told = f"{len(shown):,} of {whole:,} {self.explorer.view.noun}s"
        self.count.value = f'<span role="status">{told}</span>'

    def _mark_listed(self) -> None:
        """A row of the list is marked where its sentence alone is shown."""
        chosen, listed = self.explorer.chosen, {key for _, key in self.list.options}
        self.list.value = chosen[0] if len(chosen) == 1 and chosen[0] in listed else None

    def _show_sentences(self, _: object = None) -> None:
        with self._showing():
            self._mark_listed()
        chosen, rows, key = self.explorer.chosen, self.explorer.rows, self.explorer.view.key
        found = {row[key]: row for row in rows[rows[key].isin(chosen)].to_dict("records")}
        self.panel.value = show_evidence(*(found[one] for one in chosen if one in found))


def show_evidence(*rows: "Mapping[Any, Any] | pd.Series[Any]") -> str:
    """The cited words of each row, highlighted in their paragraph, with document, date, speaker, as HTML."""
    if not rows:
        return f'<p style="color:{GREY};margin-top:28px">{INVITATION}</p>'
    cited = [one for row in rows for one in (row, *row.get("more", ()))]
    head = f"<p><b>{capitalise(say_count(len(cited), 'citation'))}</b></p>" if len(cited) > 1 else ""
    return f'<div tabindex="0" style="{SCROLL}">{head}{"".join(map(_show_citation, cited))}</div>'


def _show_citation(row: "Mapping[Any, Any] | pd.Series[Any]") -> str:
    before, exact, after = (escape(say(row[part])) for part in ("before", "exact", "after"))
    speaker = f" Said by {escape(say(row['speaker']))}." if say(row["speaker"]) else ""
    mark = f'<mark style="background:#ffe9a8;color:{INK};padding:1px 2px">{exact}</mark>'
    button = (
        f'<button class="jupyter-button" data-citation="{escape(say_citation(row))}">Copy citation</button>'
    )
    return (
        f'<section aria-label="Cited sentence" style="color:{INK};line-height:1.5;margin-bottom:18px">'
        f'<p style="margin:4px 0"><b>{escape(say(row["document"]))}</b><br>'
        f'<span style="color:{GREY}">{escape(capitalise(say(row["published"])))}.{speaker}</span></p>'
        f'<blockquote style="margin:0;padding:2px 12px;border-left:3px solid {BLUE};white-space:pre-line">'
        f"{before}{mark}{after}</blockquote>"
        f'<p style="margin:6px 0;color:{GREY}"><code>{escape(_say_place(row))}</code></p>{button}'
        "</section>"
    )


def say_citation(row: "Mapping[Any, Any] | pd.Series[Any]") -> str:
    """The quote with its source and its place in the document, as the reports copy it."""
    speaker = f"said by {say(row['speaker'])}" if say(row["speaker"]) else ""
    source = ", ".join(filter(None, (say(row["document"]), say(row["published"]), speaker)))
    return f"“{say(row['exact'])}” ({source}) [{_say_place(row)}]"


def _say_place(row: "Mapping[Any, Any] | pd.Series[Any]") -> str:
    return f"{row['document_id']}/{row['start']}-{row['end']}"
