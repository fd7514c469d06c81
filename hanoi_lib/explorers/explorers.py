"""Charts to explore: controls, figure and cited sentence in JupyterLab, the same figure in a report.

An `Explorer` holds its state as traits: `state` (what is chosen in the filters) and `chosen` (the rows whose
sentences are shown). `selection` gives the rows that the state leaves, as a DataFrame to go on with. Where a
view has answers for any day, `day` is the one asked about and `answer` what is said of it. Where its lanes
fold, `opened` names those that stand open; None leaves it to the chart. Where one can look closer, `window`
holds the two days between which; empty for all of them.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import ipywidgets as widgets
import pandas as pd
import plotly.graph_objects as go
import plotly.io as pio
import traitlets

from hanoi_lib.charts.listings import Listing
from hanoi_lib.explorers.answers import say_day_answers
from hanoi_lib.explorers.controls import Controls
from hanoi_lib.explorers.views import VIEWS, View, build_meta, filter_rows, say_line
from hanoi_lib.store import Tables
from hanoi_lib.wording import say_count

PLOTLY = "application/vnd.plotly.v1+json"
CITATION = ["document_id", "start", "end", "exact"]
TOLD = 12  # rows that the description in words lists


class Explorer(traitlets.HasTraits):
    """One view of the tables with its filters.

    >>> explorer = Explorer(Tables.from_rows({}), VIEWS["timeline"])
    >>> explorer
    <Explorer timeline: no events of no events>
    """

    state = traitlets.Dict()
    chosen = traitlets.List(traitlets.Unicode())
    day = traitlets.Unicode()
    opened = traitlets.Instance(list, allow_none=True)
    window: traitlets.List[str] = traitlets.List()

    def __init__(self, tables: Tables, view: View) -> None:
        """Take the rows of a view; widgets are made when they are first shown."""
        super().__init__()
        self.view = view
        self.rows = view.build(tables)
        self.answers: dict[str, Any] = view.answers(tables) if view.answers else {}
        self.day = self.answers.get("day", "")
        self._controls: Controls | None = None

    @traitlets.validate("state")
    def _check_state(self, proposal: Mapping[str, Any]) -> dict[str, Any]:
        """Refuse a filter that the view does not have, before anything is drawn."""
        state = {column: wanted for column, wanted in proposal["value"].items() if wanted}
        known = [filter_.column for filter_ in self.view.filters]
        if unknown := sorted(set(state) - set(known)):
            raise traitlets.TraitError(
                f"no filter {unknown[0]!r} in {self.view.id}; there are {', '.join(known)}"
            )
        return state

    @traitlets.observe("state")
    def _follow_state(self, _: object) -> None:
        """Look at all that the filters leave, and show no sentence of a row that they have taken away."""
        self.window = []
        left = set(self.shown[self.view.key])
        self.chosen = [key for key in self.chosen if key in left]

    @property
    def shown(self) -> pd.DataFrame:
        """The rows that the filters leave, with all that the chart needs."""
        return filter_rows(self.rows, self.view, self.state)

    @property
    def selection(self) -> pd.DataFrame:
        """The rows that the filters leave: key, the columns of the table beside the chart, citation."""
        names = [self.view.key, *(column for column, _ in self.view.columns), *CITATION]
        return self.shown[list(dict.fromkeys(names))].reset_index(drop=True)

    @property
    def answer(self) -> list[tuple[str, str]]:
        """Of each post that the filters leave, who held it on `day`, in words."""
        return say_day_answers(self.answers, self.day, set(self.shown["post"]) if self.answers else ())

    @property
    def table(self) -> Listing:
        """The rows that the filters leave, as a table to read."""
        columns = dict(self.view.columns) | {"exact": "Words in the text"}
        return Listing(self.shown, list(columns.items()))

    @property
    def widget(self) -> widgets.VBox:
        """The controls, the live figure and the evidence panel, as one ipywidget."""
        if self._controls is None:
            self._controls = Controls(self)
        return self._controls.box

    @property
    def controls(self) -> Controls:
        """The parts of the widget, for those who want to set or read them."""
        assert self.widget is not None
        assert self._controls is not None
        return self._controls

    def save_selection(self, path: Path | str) -> Path:
        """Write `selection` as CSV, with a mark by which Excel too reads the diacritics. Returns the path."""
        path = Path(path)
        self.selection.to_csv(path, index=False, encoding="utf-8-sig", lineterminator="\r\n")
        return path

    def save_picture(self, path: Path | str) -> Path:
        """Draw the chart of what is chosen now as a picture: `.png` or `.svg`. Returns the path.

        Raises:
            HanoiError: another ending, or no Chromium or Chrome is installed, which draws it.
        """
        from hanoi_lib.charts.pictures import save_picture  # only pictures should cost its import

        return save_picture(self.draw(), path)

    def reset(self) -> None:
        """Choose everything again and show no sentence."""
        self.state, self.chosen, self.opened, self.window = {}, [], None, []

    def draw(self, whole: bool = False) -> go.Figure:
        """The chart of what is chosen now; `whole` with what is folded away."""
        if self.view.folds:
            return self.view.chart(self.shown, self.opened, whole=whole)
        if self.view.closer:
            return self.view.chart(self.shown, None if whole else self.window, whole=whole)
        return self.view.chart(self.shown)

    def figure(self) -> go.Figure:
        """The chart of what is chosen now, with what a static page needs in `layout.meta`."""
        rows = self.shown
        figure = self.draw(whole=True)
        meta = build_meta(rows, self.view, self.view.title, self.describe())
        meta |= figure.layout.meta or {}
        if self.answers:
            meta["answers"] = self.answers
        figure.update_layout(meta={"hanoi": meta})
        return figure

    def describe(self) -> str:
        """The chart in words: its finding, how many rows, and the first of them."""
        rows = self.view.notable(self.shown)
        whole = len(rows)
        lines = [f"{self.view.title}. {self.finding}."]
        lines += [f"- {say_line(row, self.view)}" for row in rows.head(TOLD).to_dict("records")]
        lines += [f"- and {say_count(whole - TOLD, 'more', 'more')}"] if whole > TOLD else []
        return "\n".join(line for line in lines if line)

    @property
    def finding(self) -> str:
        """What the chart of everything chosen says, in one sentence without its full stop."""
        return self.view.say(self.shown)

    def __repr__(self) -> str:
        """Which view, and how much of it is chosen."""
        noun = self.view.noun
        whole = say_count(len(self.rows), noun) if len(self.rows) else f"no {noun}s"
        some = say_count(len(self.shown), noun) if len(self.shown) else f"no {noun}s"
        return f"<Explorer {self.view.id}: {some} of {whole}>"

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> dict[str, Any]:
        """The live widget where a kernel runs, the figure where none does, words for those who listen."""
        bundle = {"text/plain": self.describe(), PLOTLY: json.loads(pio.to_json(self.figure()))}
        live = self.widget._repr_mimebundle_()
        data = live[0] if isinstance(live, tuple) else live
        return {**{key: value for key, value in (data or {}).items() if "widget" in key}, **bundle}


def explore_documents(tables: Tables) -> Explorer:
    """What was read in which sentence of which document.

    >>> explore_documents(Tables.from_rows({}))
    <Explorer documents: no sentences of no sentences>
    """
    return Explorer(tables, VIEWS["documents"])


def explore_timeline(tables: Tables) -> Explorer:
    """What happened when, by kind, area, document and period.

    >>> explore_timeline(Tables.from_rows({})).selection.empty
    True
    """
    return Explorer(tables, VIEWS["timeline"])


def explore_leadership(tables: Tables) -> Explorer:
    """Who held which post when, by post, person, body and period.

    >>> explore_leadership(Tables.from_rows({})).selection.empty
    True
    """
    return Explorer(tables, VIEWS["leadership"])


def explore_targets(tables: Tables) -> Explorer:
    """Aims with a number beside what was reported, by indicator, area, document and period.

    >>> explore_targets(Tables.from_rows({})).selection.empty
    True
    """
    return Explorer(tables, VIEWS["targets"])


def explore_horizons(tables: Tables) -> Explorer:
    """Aims in words, by the year they are to be reached and the place they are about.

    >>> explore_horizons(Tables.from_rows({})).selection.empty
    True
    """
    return Explorer(tables, VIEWS["horizons"])
