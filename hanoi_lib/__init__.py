"""News reports on a city's leadership as tables, charts and reports that cite the words they were read from.

`import hanoi_lib as hanoi`, then `hanoi.build(folder)` or `hanoi.read(folder_of_tables)`.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from hanoi_lib.audit.series import series as series
    from hanoi_lib.charts.charts import chart_coverage as chart_coverage
    from hanoi_lib.charts.charts import chart_horizons as chart_horizons
    from hanoi_lib.charts.charts import chart_leadership as chart_leadership
    from hanoi_lib.charts.charts import chart_targets as chart_targets
    from hanoi_lib.charts.charts import chart_timeline as chart_timeline
    from hanoi_lib.errors import HanoiError as HanoiError
    from hanoi_lib.evaluation import read_scores as read_scores
    from hanoi_lib.explorers.aims import explore_prospects as explore_prospects
    from hanoi_lib.explorers.aims import explore_standings as explore_standings
    from hanoi_lib.explorers.audits import explore_checks as explore_checks
    from hanoi_lib.explorers.audits import explore_reading as explore_reading
    from hanoi_lib.explorers.explorers import Explorer as Explorer
    from hanoi_lib.explorers.explorers import explore_documents as explore_documents
    from hanoi_lib.explorers.explorers import explore_horizons as explore_horizons
    from hanoi_lib.explorers.explorers import explore_leadership as explore_leadership
    from hanoi_lib.explorers.explorers import explore_targets as explore_targets
    from hanoi_lib.explorers.explorers import explore_timeline as explore_timeline
    from hanoi_lib.explorers.priorities import explore_clarity as explore_clarity
    from hanoi_lib.explorers.priorities import explore_programmes as explore_programmes
    from hanoi_lib.explorers.priorities import explore_themes as explore_themes
    from hanoi_lib.explorers.priorities import explore_undertakings as explore_undertakings
    from hanoi_lib.explorers.priorities import explore_years as explore_years
    from hanoi_lib.pipeline import build as build
    from hanoi_lib.priorities.clarity import build_clarity as build_clarity
    from hanoi_lib.priorities.themes import build_themes as build_themes
    from hanoi_lib.store import Tables as Tables
    from hanoi_lib.store import read as read
    from hanoi_lib.tenures.handovers import successions as successions
    from hanoi_lib.tenures.officeholders import holders as holders
    from hanoi_lib.tenures.roster import list_people as list_people

# Each public name and where it lives. A module is loaded when a name of it is first used: a script that only
# builds tables does not wait for plotly and the widgets, whose first import takes seconds.
_HOMES = {
    "Explorer": "explorers.explorers",
    "HanoiError": "errors",
    "Tables": "store",
    "build": "pipeline",
    "build_clarity": "priorities.clarity",
    "build_themes": "priorities.themes",
    "chart_coverage": "charts.charts",
    "chart_horizons": "charts.charts",
    "chart_leadership": "charts.charts",
    "chart_targets": "charts.charts",
    "chart_timeline": "charts.charts",
    "explore_checks": "explorers.audits",
    "explore_clarity": "explorers.priorities",
    "explore_documents": "explorers.explorers",
    "explore_horizons": "explorers.explorers",
    "explore_leadership": "explorers.explorers",
    "explore_programmes": "explorers.priorities",
    "explore_prospects": "explorers.aims",
    "explore_reading": "explorers.audits",
    "explore_standings": "explorers.aims",
    "explore_targets": "explorers.explorers",
    "explore_themes": "explorers.priorities",
    "explore_timeline": "explorers.explorers",
    "explore_undertakings": "explorers.priorities",
    "explore_years": "explorers.priorities",
    "holders": "tenures.officeholders",
    "list_people": "tenures.roster",
    "read": "store",
    "read_scores": "evaluation",
    "series": "audit.series",
    "successions": "tenures.handovers",
}
__all__ = sorted(_HOMES)  # noqa: PLE0605 - sorted() gives a list


def __getattr__(name: str) -> Any:  # noqa: ANN401 - whatever the name stands for
    if name not in _HOMES:
        raise AttributeError(f"hanoi_lib has no {name!r}; it has {', '.join(__all__)}")
    return getattr(import_module(f"hanoi_lib.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    return list(__all__)
