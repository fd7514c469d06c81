"""What became of the aims, in sentences and a table: the answers that the notebook on targets reads back.

Input: the tables. Output: `Told` and `Listing`. Every number and name in them is computed.
"""

from hanoi_lib.audit.prospects import find_prospects, say_need
from hanoi_lib.charts.findings import Told
from hanoi_lib.charts.horizons import build_horizon_rows, say_horizons
from hanoi_lib.charts.listings import Listing
from hanoi_lib.charts.prospects import EMPTY
from hanoi_lib.charts.standings import build_standing_rows, say_standings
from hanoi_lib.charts.targets import build_target_rows, say_targets
from hanoi_lib.store import Tables
from hanoi_lib.wording import capitalise, say_count


def tell_standings(tables: Tables) -> Told:
    """How the aims with a number stand.

    >>> tell_standings(Tables.from_rows({}))
    No aim with a number was found.
    """
    rows = build_standing_rows(tables)
    silent = int((rows["verdict"] == "no_evidence").sum())
    meaning = (
        " That nothing was reported is no failure: it is all that these documents say." if silent else ""
    )
    return Told(f"{say_standings(rows)}.{meaning}")


def list_standings(tables: Tables) -> Listing | Told:
    """Every aim that a later figure was held against: both, the verdict and why.

    >>> list_standings(Tables.from_rows({}))
    There is no later figure that an aim could be held against.
    """
    rows = build_standing_rows(tables)
    rows = rows[rows["verdict"] != "no_evidence"]
    if rows.empty:
        return Told("There is no later figure that an aim could be held against.")
    columns = [("series", "Series"), ("area", "Area"), ("aim_text", "Aim"), ("report_text", "Reported later")]
    return Listing(rows, [*columns, ("verdict_name", "Standing"), ("reason", "Why")])


def tell_targets(tables: Tables) -> Told:
    """For which indicators an aim stands beside a reported figure."""
    rows = build_target_rows(tables)
    unplaced = int(rows["period"].isna().sum()) if len(rows) else 0
    open_ = (
        f" For {unplaced} of {say_count(len(rows), 'figure')} the text names no period." if unplaced else ""
    )
    return Told(f"{say_targets(rows)}.{open_}")


def tell_horizons(tables: Tables) -> Told:
    """How many aims in words, and for which years."""
    return Told(f"{say_horizons(build_horizon_rows(tables))}.")


def tell_prospects(tables: Tables) -> Told:
    """What the nearest aims ahead need.

    >>> tell_prospects(Tables.from_rows({}))
    No aim that growth leads to lies ahead of these documents.
    """
    found = sorted(find_prospects(tables), key=lambda one: (one.base is None, one.horizon, one.name))
    if not found:
        return Told(EMPTY)
    one = found[0]
    return Told(
        f"{capitalise(say_count(len(found), 'aim lies', 'aims lie'))} ahead that a yearly growth leads to. "
        f"{say_need(one, one.base, one.base_year, one.horizon)}."
    )
