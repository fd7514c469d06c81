"""The explorers of what aims came to: how they stand, and where an assumed growth would lead.

Declared like those in views.py, which says what a `View` is. `Prospects` holds what is assumed as its state;
in a report the same is reckoned by the page (reports/template/prospects.js).
"""

from typing import Any

import ipywidgets as widgets
import plotly.graph_objects as go
import traitlets

from hanoi_lib.audit.prospects import HIGHEST, LOWEST, STEP, as_json, find_prospects, say_prospect
from hanoi_lib.charts import prospects, standings
from hanoi_lib.charts.theme import BLUE, RED
from hanoi_lib.explorers.assuming import Assuming
from hanoi_lib.explorers.explorers import Explorer
from hanoi_lib.explorers.views import DOCUMENT, SEARCH, Filter, View
from hanoi_lib.store import Tables

STANDINGS = View(
    "standings",
    "How the aims stand",
    "aim",
    "targets and outcomes",
    "target_id",
    standings.build_standing_rows,
    standings.chart_standing_rows,
    standings.say_standings,
    (
        Filter("verdict_name", "Standing"),
        Filter("indicator_name", "Indicator"),
        Filter("area", "Area"),
        DOCUMENT,
        SEARCH,
    ),
    (
        ("series", "Series"),
        ("aim_text", "Aim"),
        ("report_text", "Reported"),
        ("verdict_name", "Standing"),
        ("reason", "Why"),
        ("area", "Area"),
    ),
    "{verdict_name}: {series}, {aim_text}",
)
PROSPECTS = View(
    "prospects",
    "Where an assumed growth would lead",
    "figure",
    "observations and targets",
    "figure_id",
    prospects.build_prospect_rows,
    prospects.chart_prospect,
    prospects.say_prospects,
    (),
    (
        ("series", "Series"),
        ("figure", "Figure"),
        ("role_name", "Aim or report"),
        ("period_text", "Period"),
        ("area", "Area"),
    ),
    "{series}: {figure} ({role_name}, {period_told})",
)


class Prospects(Explorer):
    """Aims ahead, and what would become of them.

    `assumed` may name the aim (`aim`, as in the rows), `growth` (per cent a year), `base`, `base_year` and
    `horizon`; what it leaves out, the documents tell. `answer` says in words what follows.

    >>> Prospects(Tables.from_rows({}), PROSPECTS).answer
    'No aim that growth leads to lies ahead of these documents.'
    """

    assumed = traitlets.Dict()

    def __init__(self, tables: Tables, view: View) -> None:
        """Take the aims that lie ahead of the documents."""
        self.prospects = find_prospects(tables)
        super().__init__(tables, view)
        self._box: widgets.VBox | None = None

    @traitlets.validate("assumed")
    def _check_assumed(self, proposal: dict[str, Any]) -> dict[str, Any]:
        """Refuse an assumption of another name, and an aim that is not there."""
        assumed: dict[str, Any] = proposal["value"]
        known = ("aim", "growth", "base", "base_year", "horizon")
        if unknown := sorted(set(assumed) - set(known)):
            raise traitlets.TraitError(f"no assumption {unknown[0]!r}; there are {', '.join(known)}")
        aims = [one.aim_id for one in self.prospects]
        if "aim" in assumed and assumed["aim"] not in aims:
            raise traitlets.TraitError(f"no aim {assumed['aim']!r}; there are {', '.join(aims) or 'none'}")
        return assumed

    @property
    def answer(self) -> str:  # type: ignore[override]  # one answer, of one aim
        """What the assumption means for the aim."""
        if not self.prospects:
            return prospects.EMPTY
        chosen = prospects.find_assumed(self.prospects, self.assumed)
        aim = chosen.pop("aim")
        one = next(p for p in self.prospects if p.aim_id == aim)
        return say_prospect(one, **chosen)

    def draw(self, whole: bool = False) -> go.Figure:
        """The way to the aim chosen now; `whole` with all that a page needs to reckon with others."""
        figure = prospects.chart_prospect(self.shown, self.prospects, self.assumed)
        if whole and self.prospects:
            chosen = prospects.find_assumed(self.prospects, self.assumed)
            bounds = {"low": LOWEST, "high": HIGHEST, "step": STEP}
            told = {"aims": [as_json(one) for one in self.prospects], "growth": bounds, "assumed": chosen}
            told |= {"colours": {"aim": RED, "base": BLUE}}
            figure.update_layout(meta={"prospects": told})
        return figure

    def reset(self) -> None:
        """Assume what the documents tell, and show no sentence."""
        super().reset()
        self.assumed = {}

    @property
    def widget(self) -> widgets.VBox:
        """The assumptions above the figure, and what follows from them in words."""
        if self._box is None:
            below = super().widget
            assert self._controls is not None
            self._box = Assuming(self, self._controls).box if self.prospects else below
        return self._box


def explore_standings(tables: Tables) -> Explorer:
    """How each aim with a number stands, by verdict, indicator, area and document.

    >>> explore_standings(Tables.from_rows({})).selection.empty
    True
    """
    return Explorer(tables, STANDINGS)


def explore_prospects(tables: Tables) -> Prospects:
    """Where a yearly growth that the reader assumes would lead, and what an aim ahead needs.

    >>> explore_prospects(Tables.from_rows({})).selection.empty
    True
    """
    return Prospects(tables, PROSPECTS)
