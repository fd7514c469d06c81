"""What would become of an aim: where a yearly growth leads from a base, and which growth the aim needs.

Input: the tables. Output: `Prospect`s, the aims ahead that growth leads to, each with the last figure before
it to start from; and for any growth, base and years the result in numbers and words. Nothing of it is a
forecast: the growth is the reader's assumption. Refuses aims that growth says nothing of: shares, ranks, sums
of several years, aims of which less is better or nobody says what is.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from hanoi_lib.audit.kinds import find_better, has_same_label, is_kind, is_sum
from hanoi_lib.audit.names import say_series
from hanoi_lib.audit.readings import Reading, read_observations, read_targets
from hanoi_lib.store import Tables
from hanoi_lib.wording import say_amount, say_number

YEARS = 5  # ahead, for an aim of no stated time
LOWEST, HIGHEST, STEP = -5.0, 20.0, 0.1  # per cent of growth that may be assumed
USUAL = 8.0  # assumed where no growth was reported


@dataclass(frozen=True, slots=True)
class Prospect:
    """An aim ahead. Of a `level`, `low` and `high` are amounts in `unit`; of `growth`, per cent a year.

    `base` is where it starts from, missing where no document tells: the amount of `base_year`, and for growth
    100. `growth` is the assumption to begin with; `start_id` the row that tells the base.
    """

    aim_id: str
    start_id: str | None
    name: str
    kind: Literal["level", "growth"]
    aim: str
    unit: str
    low: float
    high: float
    strict: bool
    base: float | None
    base_year: int
    base_told: str
    horizon: int
    growth: float
    growth_told: str


@dataclass(frozen=True, slots=True)
class Result:
    """Where an assumption leads: the level reached, the one aimed at, and the yearly growth needed for it."""

    value: float
    low: float
    high: float
    needed: float
    reached: bool


def project(prospect: Prospect, growth: float, base: float, base_year: int, horizon: int) -> Result:
    """The level at the horizon, by compound growth; growth in per cent a year.

    >>> aim = Prospect("t", None, "", "level", "", "USD", 12000, 13000, False, 8000, 2024, "", 2030, 8, "")
    >>> found = project(aim, 8, 8000, 2024, 2030)
    >>> round(found.value), round(found.needed, 2), found.reached
    (12695, 6.99, True)
    """
    years = horizon - base_year
    value = grow(base, growth, years)
    if prospect.kind == "growth":
        low, high = (grow(base, end, years) for end in (prospect.low, prospect.high))
        needed = prospect.low
        reached = growth > needed if prospect.strict else growth >= needed
    else:
        low, high = prospect.low, prospect.high
        needed = 100 * ((low / base) ** (1 / years) - 1)
        reached = value > low if prospect.strict else value >= low
    return Result(value, low, high, needed, reached)


def grow(base: float, growth: float, years: int) -> float:
    """What a base becomes by so many per cent a year.

    >>> round(grow(100, 10, 5))
    161
    """
    return base * (1 + growth / 100) ** years


def say_prospect(prospect: Prospect, growth: float, base: float | None, base_year: int, horizon: int) -> str:
    """What an assumption means for an aim, in sentences."""
    if base is None or base <= 0:
        return "No document tells a level to start from. Type one to see where it leads."
    if horizon <= base_year:
        return "The horizon has to lie after the year of the base."
    found = project(prospect, growth, base, base_year, horizon)
    verdict = "That reaches the aim" if found.reached else "That does not reach the aim"
    if prospect.kind == "growth":
        grown, aimed = (say_number(round(100 * (end / base - 1))) for end in (found.value, found.low))
        return (
            f"At {say_rate(growth)} a year from {base_year} on, it would be {grown}% larger in {horizon}; "
            f"at what is aimed at, {prospect.aim} a year, {aimed}% or more. {verdict}."
        )
    start, end = (say_amount(_round(n), None, prospect.unit) for n in (base, found.value))
    return (
        f"At {say_rate(growth)} a year, {start} in {base_year} would become {end} in {horizon}. "
        f"{verdict}, {prospect.aim}: it needs {say_rate(found.needed)} a year."
    )


def say_need(prospect: Prospect, base: float | None, base_year: int, horizon: int) -> str:
    """What an aim needs, whatever is assumed."""
    if prospect.kind == "growth":
        return f"{prospect.name}. {prospect.growth_told[:1].upper()}{prospect.growth_told[1:]}"
    if base is None or base <= 0 or horizon <= base_year:
        return f"{prospect.name}. No document tells what it starts from"
    needed = project(prospect, 0, base, base_year, horizon).needed
    start = say_amount(_round(base), None, prospect.unit)
    return f"{prospect.name} needs {say_rate(needed)} a year, from {start} in {base_year}"


def say_rate(per_cent: float) -> str:
    """A yearly growth to a tenth of a per cent."""
    return f"{say_number(round(per_cent, 1) + 0.0)}%"


def _round(value: float) -> float:
    """Four digits are more than any assumption deserves."""
    return float(f"{value:.4g}")


# Which aims lie ahead, and what they start from


def find_prospects(tables: Tables) -> list[Prospect]:
    """The aims that lie ahead of the latest document, in the order of series and horizon.

    >>> find_prospects(Tables.from_rows({}))
    []
    """
    told = dict(zip(tables.documents["document_id"], tables.documents["published"], strict=True))
    aims = [aim for aim in read_targets(_list_rows(tables.targets), told) if aim.indicator]
    reports = [one for one in read_observations(_list_rows(tables.observations), told) if one.indicator]
    days = [one.published.last for one in (*aims, *reports) if one.published]
    if not days:
        return []
    now = max(days).year
    found = [_find_prospect(aim, aims, reports, now) for aim in aims if find_better(aim) == "more"]
    ahead = [prospect for prospect in found if prospect]
    return sorted(ahead, key=lambda one: (one.name, one.horizon, one.aim_id))


def _list_rows(frame: Any) -> list[dict[str, Any]]:  # noqa: ANN401 - a pandas frame
    return [{str(name): value for name, value in row.items()} for row in frame.to_dict("records")]


def _find_prospect(
    aim: Reading, aims: Sequence[Reading], reports: Sequence[Reading], now: int
) -> Prospect | None:
    """An aim as something that growth leads to; None where it does not, or where its time is over."""
    horizon = aim.days[1].year if aim.days else now + YEARS if not aim.period else 0
    if horizon < now or aim.comparator in ("<", "<="):
        return None
    growth, growth_told = _find_growth(aim, reports)
    series = f"{say_series(aim.indicator, aim.measure)}, {aim.area or 'no place named'}"
    shared: dict[str, Any] = {
        "aim_id": f"target:{aim.row_id}",
        "name": f"{series}: {aim.figure}{f' for {aim.when}' if aim.when else ''}",
        "aim": aim.figure,
        "unit": aim.unit,
        "low": aim.value,
        "high": aim.value_max,
        "strict": aim.comparator == ">",
        "growth": growth,
        "growth_told": growth_told,
    }
    if aim.measure == "change" and aim.unit == "percent" and is_kind(aim, "yearly"):
        first = aim.days[0].year - 1 if aim.days else now
        start: dict[str, Any] = {"base": 100.0, "base_year": first, "base_told": "the year before"}
        return Prospect(**shared, **start, kind="growth", start_id=None, horizon=max(horizon, first + 1))
    grows = is_sum(aim) or is_kind(aim, "by_year")
    if aim.measure != "level" or not grows or aim.value <= 0 or not aim.days:
        return None
    if is_sum(aim) and (aim.days[1] - aim.days[0]).days not in (364, 365):
        return None
    found = _start_from(aim, aims, reports, horizon)
    found = found or {"start_id": None, "base": None, "base_year": min(now, horizon - 1), "base_told": ""}
    return Prospect(**shared, **found, kind="level", horizon=horizon)


def _start_from(
    aim: Reading, aims: Sequence[Reading], reports: Sequence[Reading], horizon: int
) -> dict[str, Any]:
    """What a level starts from: the last one reported, else the last one aimed at before it, if any."""
    reported = _find_start(aim, reports, horizon)
    start = reported or _find_start(aim, aims, horizon)
    if start is None or start.days is None:
        return {}
    told = f"{'reported' if reported else 'aimed at'} for {start.when}"
    row = f"{'reported' if reported else 'target'}:{start.row_id}"
    return {"start_id": row, "base": start.value, "base_year": start.days[1].year, "base_told": told}


def _find_start(aim: Reading, readings: Sequence[Reading], horizon: int) -> Reading | None:
    """The latest level of a whole year before the horizon, of the same thing."""
    found = [
        one
        for one in readings
        if one.days and one.days[1].year < horizon and one.value > 0
        and (one.indicator, one.measure, one.unit, one.area) == (aim.indicator, "level", aim.unit, aim.area)
        and (one.days[1] - one.days[0]).days in (364, 365) and has_same_label(one, aim)
    ]  # fmt: skip
    return max(found, key=lambda one: (one.days, _find_told(one), one.row_id), default=None)


def _find_told(reading: Reading) -> date:
    return reading.published.last if reading.published else date.min


def _find_growth(aim: Reading, reports: Sequence[Reading]) -> tuple[float, str]:
    """The latest growth that was reported of the series, or of the economy of the place."""
    for indicator in dict.fromkeys((aim.indicator, "grdp")):
        told = [
            one
            for one in reports
            if (one.indicator, one.measure, one.unit, one.area) == (indicator, "change", "percent", aim.area)
            and one.days and LOWEST <= one.value <= HIGHEST
        ]  # fmt: skip
        if told:
            last = max(told, key=lambda one: (one.days and one.days[1], one.row_id))
            name = say_series(indicator, "change")
            return round(last.value, 1), f"{name} reported for {last.when}: {last.figure}"
    return USUAL, "no growth was reported; an assumption"


def as_json(prospect: Prospect) -> Mapping[str, Any]:
    """What a page needs to reckon the same."""
    return {name: getattr(prospect, name) for name in Prospect.__slots__}
