"""The figure of an explorer in JupyterLab, drawn by the plotly.js that the reports carry too.

plotly's own widget brings five megabytes of script for every figure. And anywidget, which runs scripts in
JupyterLab, is deaf for ever to a widget whose script has not run two seconds after it was announced: where a
browser was busy with such scripts, figures stood there and never changed. So here the script of a figure is
small, plotly.js is sent once for all of them, and all that changes is kept in models of ipywidgets' own,
which have no such limit.
"""

import gzip
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import anywidget
import ipywidgets as widgets
import plotly.graph_objects as go
import plotly.io as pio
import traitlets
from plotly.offline import get_plotlyjs_version

LIBRARY = Path(__file__).parent.parent / "reports" / "template"


@dataclass(frozen=True, slots=True)
class Click:
    """A mark that was clicked: the name of its trace, the rows it shows, the body that its sign opens."""

    trace: str
    rows: tuple[str, ...]
    body: str = ""


class Packed(widgets.Widget):  # type: ignore[misc]  # ipywidgets declares no types
    """Text for the script, packed: Jupyter's server drops what is more than a megabyte a second."""

    packed = traitlets.Bytes().tag(sync=True)


@cache
def share_library() -> Packed:
    """plotly.js, once for all figures of a kernel."""
    path = LIBRARY / f"plotly-basic-{get_plotlyjs_version()}.min.js.gz"
    return Packed(packed=path.read_bytes())


class Plot(anywidget.AnyWidget):
    """A live figure: `show` draws one in its place, `on_click` tells of marks that are clicked.

    Where one can look `closer`, `on_look` tells the two days between which; none for all of them.
    """

    _esm = Path(__file__).with_name("plot.js").read_text(encoding="utf-8")
    library = traitlets.Instance(Packed).tag(sync=True, **widgets.widget_serialization)
    drawing = traitlets.Instance(Packed).tag(sync=True, **widgets.widget_serialization)
    closer = traitlets.Bool().tag(sync=True)

    def __init__(self, figure: go.Figure, closer: bool = False) -> None:
        """Announce the figure together with all it needs."""
        drawing = Packed(packed=pack(figure))
        super().__init__(library=share_library(), drawing=drawing, closer=closer, layout={"width": "100%"})

    def show(self, figure: go.Figure) -> None:
        """Draw another figure."""
        self.drawing.packed = pack(figure)

    def on_click(self, handler: Callable[[Click], None]) -> None:
        """Call a handler with each mark that is clicked."""
        self._on("trace", lambda told: handler(read_click(told)))

    def on_look(self, handler: Callable[[list[str]], None]) -> None:
        """Call a handler with each window that is looked through."""
        self._on("window", lambda told: handler([str(day) for day in told["window"]]))

    def _on(self, key: str, handler: Callable[[Mapping[str, Any]], None]) -> None:
        self.drawing.on_msg(lambda _, told, __: handler(told) if key in told else None)


def pack(figure: go.Figure) -> bytes:
    """A figure as the script reads it."""
    return gzip.compress(pio.to_json(figure).encode(), compresslevel=1, mtime=0)


def read_click(told: Mapping[str, Any]) -> Click:
    """What the script says of a click."""
    return Click(str(told["trace"]), tuple(map(str, told["rows"])), str(told["body"] or ""))
