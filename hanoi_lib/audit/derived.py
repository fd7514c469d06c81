"""Figures that no text tells but that follow from those it tells: each with its formula and what went into
it.

Input: the rows of observations, targets and passages, and when the documents were published. Output: rows
of `derived`: the plan behind "73% of the annual target", the rate of exchange behind an amount in two
currencies, the level before a growth and after one, the yearly growth from the last reported level to an
aim. `value` is reckoned from the numbers as written, `low` and `high` from all that their rounding and
comparators allow. Refuses to reckon growth at constant prices with amounts that are not, and to match what
a document tells twice.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import ceil, floor, isfinite, log10
from typing import Any

from hanoi_lib.audit.currencies import find_rates
from hanoi_lib.audit.margins import CLOSE, Margin, exactly, find_margin
from hanoi_lib.audit.periods import find_year, find_year_before
from hanoi_lib.audit.plans import Sentences, find_plan_pairs
from hanoi_lib.audit.revisions import REAL, list_single, name_figure
from hanoi_lib.audit.verdicts import Row
from hanoi_lib.figures.sentences import groups
from hanoi_lib.spans import parse_span
from hanoi_lib.wording import is_missing, say, say_amount, say_count

Figure = Mapping[str, Any]
Rows = Mapping[str, Sequence[Figure]]

KINDS = ("plan", "exchange_rate", "earlier_level", "later_level", "needed_growth")
DIGITS = 5  # of a reckoned number; what went in rarely has more than three
PERCENT = exactly(0.01)
ONE = exactly(1)


@dataclass(frozen=True, slots=True)
class _Result:
    """What follows: from the numbers as written, and from all that they allow; how it was reckoned."""

    value: float
    margin: Margin
    unit: str
    formula: str
    least: float = 0.0
    """What is known without reckoning: amounts are not negative, nothing falls by more than all of it."""


def build_derived(rows: Rows, published: Mapping[str, object]) -> list[Row]:
    """The figures of all kinds, each once.

    >>> build_derived({"observations": [], "targets": [], "passages": []}, {})
    []
    """
    reported = [row for row in rows["observations"] if not is_missing(row.get("value"))]
    aimed = [row for row in rows["targets"] if not is_missing(row.get("value"))]
    found = [
        *_find_plans(reported, Sentences(rows["passages"])),
        *_find_exchange_rates([*reported, *aimed], published),
        *_find_earlier_levels(reported),
        *_find_later_levels(reported, aimed, published),
        *_find_needed_growth(reported, aimed, published),
    ]
    return list({str(row["derived_id"]): row for row in found}.values())


def _find_plans(reported: Sequence[Figure], sentences: Sentences) -> Iterator[Row]:
    """What was planned where a text tells how much was reached and what part of the plan that is."""
    for level, part, year in find_plan_pairs(reported, sentences):
        share = find_margin(part)
        if share.low <= 0:
            continue
        result = _Result(
            level["value"] / part["value"] * 100,
            find_margin(level) / (share * PERCENT),
            str(level["unit"]),
            f"{_say(level)} ÷ {_say(part)}",
        )
        label = f"plan or estimate for {name_figure({'indicator': level['indicator']})}"
        yield from _build("plan", result, [level, part], {"label": label, "period": year, "measure": "level"})


def _find_exchange_rates(figures: Iterable[Figure], published: Mapping[str, object]) -> Iterator[Row]:
    for rate in find_rates(figures, published):
        row = rate.row
        amounts = [say_amount(row["value"], row.get("value_max"), row["unit"])]
        amounts.append(say_amount(row["equivalent_value"], None, row["equivalent_unit"]))
        ordered = amounts if rate.unit.startswith(str(row["unit"])) else amounts[::-1]
        result = _Result(rate.value, rate.margin, rate.unit, " ÷ ".join(ordered))
        when = published.get(str(row["document_id"]))
        about = {
            "indicator": None,
            "area": None,
            "label": rate.unit.replace("/", " for one "),
            "period": when,
        }
        yield from _build("exchange_rate", result, [row], about)


def _find_earlier_levels(reported: Iterable[Figure]) -> Iterator[Row]:
    """What was there before, by a level and its change in one document and period."""
    single = list_single(reported)
    together: dict[tuple[str, ...], list[Figure]] = {}
    for figure in single:
        together.setdefault((str(figure["document_id"]), *_key(figure)), []).append(figure)
    for change in single:
        before = find_year_before(say(change["period"]))
        if before and change["measure"] == "change":
            for level in together[(str(change["document_id"]), *_key(change))]:
                result = _reckon_earlier(level, change)
                if result:
                    yield from _build("earlier_level", result, [level, change], {"period": before})


def _reckon_earlier(level: Figure, change: Figure) -> _Result | None:
    now, by = find_margin(level), find_margin(change)
    unit, told = say(level["unit"]), (f"{_say(level)}", _say_change(change))
    if level["measure"] == "level" and change["unit"] == "percent" and change["indicator"] not in REAL:
        growth = ONE + by * PERCENT
        if growth.low <= 0:
            return None
        value = level["value"] / (1 + change["value"] / 100)
        return _Result(value, now / growth, unit, f"{told[0]} ÷ (1 {told[1]})")
    in_points = level["measure"] == "share" and change["unit"] == "percentage_point"
    in_amounts = level["measure"] == "level" and change["unit"] == level["unit"]
    if in_points or in_amounts:
        opposite = _say_change({**change, "value": -change["value"]})
        return _Result(level["value"] - change["value"], now - by, unit, f"{told[0]} {opposite}")
    return None


def _find_later_levels(
    reported: Sequence[Figure], aimed: Sequence[Figure], published: Mapping[str, object]
) -> Iterator[Row]:
    """What a year's growth comes to, where the level of the year before is known and its own is not told."""
    bases = _Bases(reported, published)
    told = {_key(row) for row in [*reported, *aimed] if row["measure"] == "level"}
    for change in [*list_single(reported), *list_single(aimed)]:
        year = find_year(say(change["period"]))
        if change["measure"] != "change" or change["unit"] != "percent" or change["indicator"] in REAL:
            continue
        base = bases.find(change, "level", None, year) if year else None
        if base is None or _key(change) in told or base[1] != (year or 0) - 1:
            continue
        growth = ONE + find_margin(change) * PERCENT
        if growth.low > 0:
            value, formula = base[0]["value"] * (1 + change["value"] / 100), _say_change(change)
            margin = find_margin(base[0]) * growth
            result = _Result(value, margin, str(base[0]["unit"]), f"{_say(base[0])} × (1 {formula})")
            about = {"period": change["period"], "label": base[0]["label"]}
            yield from _build("later_level", result, [base[0], change], about)


def _find_needed_growth(
    reported: Sequence[Figure], aimed: Sequence[Figure], published: Mapping[str, object]
) -> Iterator[Row]:
    """By how much a year what was last reported has to grow to become what is aimed at."""
    bases = _Bases(reported, published)
    for aim in list_single(aimed):
        year, measure, unit = find_year(say(aim["period"])), say(aim["measure"]), say(aim["unit"])
        base = bases.find(aim, measure, unit, year) if year and measure in ("level", "share") else None
        if base is None or year is None:
            continue
        result = _reckon_needed(base[0], aim, year - base[1])
        if result:
            about = {
                "measure": "change",
                "period": f"{base[1] + 1:04}/{year:04}" if year > base[1] + 1 else str(year),
            }
            yield from _build("needed_growth", result, [base[0], aim], about)


def _reckon_needed(base: Figure, aim: Figure, years: int) -> _Result | None:
    start, end, count = find_margin(base), find_margin(aim), say_count(years, "year")
    if aim["measure"] == "share":
        value, margin = (aim["value"] - base["value"]) / years, (end - start) * exactly(1 / years)
        return _Result(
            value, margin, "percentage_point", f"({_say(aim)} − {_say(base)}) ÷ {count}", -100 / years
        )
    if start.low <= 0 or end.low <= 0:
        return None
    value = (aim["value"] / base["value"]) ** (1 / years) - 1
    margin = ((end / start).root(years) - ONE) * exactly(100)
    formula = f"{_say(aim)} ÷ {_say(base)}" if years == 1 else f"({_say(aim)} ÷ {_say(base)})^(1/{years})"
    return _Result(value * 100, margin, "percent", f"{formula} − 1", -100)


class _Bases:
    """The reported figures by series and year; of several documents the latest tells."""

    def __init__(self, reported: Iterable[Figure], published: Mapping[str, object]) -> None:
        self._by_series: dict[tuple[str, ...], dict[int, Figure]] = {}
        for figure in sorted(list_single(reported), key=lambda row: _find_day(row, published)):
            year = _find_base_year(figure)
            if year:
                self._by_series.setdefault(_series(figure), {})[year] = figure

    def find(self, like: Figure, measure: str, unit: str | None, before: int) -> tuple[Figure, int] | None:
        """The last figure of a series before a year, with its year; `unit` is not asked for where None."""
        key = say(like["indicator"]), say(like["area"]), measure
        years = self._by_series.get(key, {})
        fit = [y for y, row in years.items() if y < before and unit in (None, say(row["unit"]))]
        return (years[max(fit)], max(fit)) if fit else None


def _series(figure: Figure) -> tuple[str, ...]:
    return say(figure["indicator"]), say(figure["area"]), say(figure["measure"])


def _find_base_year(figure: Figure) -> int | None:
    """The year that a figure is of; what only stands at a time may be of any day in it."""
    year = find_year(say(figure["period"]))
    span = parse_span(figure["period"])
    if year or figure["indicator"] in groups()["flow"] or span is None or not (span.start and span.end):
        return year
    return span.end.year if span.start.year == span.end.year else None


def _find_day(figure: Figure, published: Mapping[str, object]) -> tuple[str, str]:
    span = parse_span(published.get(str(figure["document_id"])))
    return (span.middle.isoformat() if span else "", str(figure["document_id"]))


def _key(figure: Figure) -> tuple[str, ...]:
    return tuple(say(figure.get(column)) for column in ("indicator", "area", "period"))


def _build(
    kind: str, result: _Result, inputs: Sequence[Figure], about: Mapping[str, object]
) -> Iterator[Row]:
    """One row, none where anything is possible; what `about` does not say is that of the first input."""
    ids = [str(row.get("observation_id") or row.get("target_id")) for row in inputs]
    low = _round(result.margin.low, floor) if result.margin.low > result.least else None
    high = _round(result.margin.high, ceil) if isfinite(result.margin.high) else None
    if low is None and high is None:
        return
    comparator = ">=" if high is None else "<=" if low is None else "=" if low == high else "~"
    columns = {name: inputs[0].get(name) for name in ("indicator", "label", "measure", "area", "period")}
    yield {
        **columns,
        **about,
        "derived_id": f"{kind}/{'+'.join(ids)}",
        "kind": kind,
        "comparator": comparator,
        "value": _round(result.value, round),
        "low": low,
        "high": high,
        "unit": result.unit,
        "formula": result.formula,
        "inputs": ids,
    }


def _round(value: float, towards: Callable[[float], int]) -> float:
    """A number with as many digits as a reader takes in, the ends of a range outwards.

    >>> _round(26056.338, round), _round(0.123456, floor), _round(506849315068493.2, ceil)
    (26056.0, 0.12345, 506850000000000.0)
    """
    if value == 0:
        return 0.0
    scale = DIGITS - 1 - floor(log10(abs(value)))
    near = round(value, scale)
    exact = abs(near - value) <= CLOSE * abs(value)
    return float(near if exact else round(towards(value * 10.0**scale) / 10.0**scale, scale))


def _say(figure: Figure) -> str:
    return say_amount(figure["value"], figure.get("value_max"), figure.get("unit"))


def _say_change(change: Figure) -> str:
    """A change with its sign in front: + 9.6%, − 3%."""
    high = None if is_missing(change.get("value_max")) else abs(change["value_max"])
    amount = say_amount(abs(change["value"]), high, change.get("unit"))
    return f"{'−' if change['value'] < 0 else '+'} {amount}"
