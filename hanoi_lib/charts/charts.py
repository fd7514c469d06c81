"""The charts: tables in, a plotly Figure out. Nothing is displayed here and no table is changed.

Each title states the finding, computed from the rows drawn; each mark's `customdata` is the id of the row it
shows, or the list of the rows it sums up. A choice that leaves nothing gives a figure that says so.
"""

import plotly.graph_objects as go

from hanoi_lib.charts.coverage import build_coverage_rows, chart_coverage_rows
from hanoi_lib.charts.horizons import build_horizon_rows, chart_horizon_rows
from hanoi_lib.charts.leadership import build_leadership_rows, chart_leadership_rows
from hanoi_lib.charts.targets import build_target_rows, chart_target_rows
from hanoi_lib.charts.timeline import build_timeline_rows, chart_timeline_rows
from hanoi_lib.store import Tables


def chart_coverage(tables: Tables) -> go.Figure:
    """Every sentence of every document, by what was read in it.

    >>> chart_coverage(Tables.from_rows({})).layout.annotations[0].text
    'No sentence matches this choice. Choose another document or press Reset.'
    """
    return chart_coverage_rows(build_coverage_rows(tables))


def chart_timeline(tables: Tables) -> go.Figure:
    """What happened when, in lanes by kind of event; ranges where no day is known.

    >>> chart_timeline(Tables.from_rows({})).layout.annotations[0].text
    'No event matches this choice. Widen the period or press Reset.'
    """
    return chart_timeline_rows(build_timeline_rows(tables))


def chart_leadership(tables: Tables) -> go.Figure:
    """Who held which post when: thick where attested, thin and fading where merely possible.

    >>> chart_leadership(Tables.from_rows({})).layout.annotations[0].text
    'Nobody matches this choice. Add a post or a person, or press Reset.'
    """
    return chart_leadership_rows(build_leadership_rows(tables))


def chart_targets(tables: Tables, indicator: str | None = None, area: str | None = None) -> go.Figure:
    """Aims with a number beside reported figures: all indicators in lanes, or one of them to scale.

    `indicator` is a code such as `grdp`, `area` a name such as `Hanoi`; without them, everything is drawn.

    >>> chart_targets(Tables.from_rows({}), indicator="grdp").layout.annotations[0].text
    'No figure matches this choice. Choose another indicator or area, or press Reset.'
    """
    rows = build_target_rows(tables)
    if indicator is not None:
        rows = rows[rows["indicator"] == indicator]
    if area is not None:
        rows = rows[rows["area"] == area]
    return chart_target_rows(rows)


def chart_horizons(tables: Tables) -> go.Figure:
    """The aims without a number, at the year by which they are to be reached.

    >>> chart_horizons(Tables.from_rows({})).layout.annotations[0].text
    'No aim in words matches this choice. Widen the period or press Reset.'
    """
    return chart_horizon_rows(build_horizon_rows(tables))
