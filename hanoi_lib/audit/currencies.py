"""Amounts told in two currencies: the rate of exchange that each pair implies, held against the others of
its year.

Input: rows with `value`, `unit`, `equivalent_value`, `equivalent_unit` and their citation. Output: rates,
and checks. The rate is that of whoever converted, on a day that no text names, so pairs of one year agree
when they lie within DRIFT of each other. Refuses to compare pairs of documents whose year is not known, or
of two years.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from statistics import median
from typing import Any

from hanoi_lib.audit.margins import Margin, find_equivalent, find_margin, say_margin
from hanoi_lib.audit.verdicts import Row, Verdict, build_check
from hanoi_lib.spans import parse_span
from hanoi_lib.wording import is_missing

DRIFT = 0.05  # the dong and the dollar rarely moved further apart within a year


@dataclass(frozen=True, slots=True)
class Rate:
    """How much of the smaller currency one unit of the other was reckoned at."""

    row: Mapping[str, Any]
    unit: str
    margin: Margin
    value: float
    year: int | None


def find_rates(rows: Iterable[Mapping[str, Any]], published: Mapping[str, object]) -> list[Rate]:
    """The rate of every amount that is told in two currencies.

    >>> row = {"value": 370e12, "unit": "VND", "equivalent_value": 14.2e9, "equivalent_unit": "USD",
    ...        "exact": "VND370 trillion (US$14.2 billion)", "document_id": "a"}
    >>> [(rate.unit, round(rate.value)) for rate in find_rates([row], {"a": "2025-07-01"})]
    [('VND/USD', 26056)]
    """
    pairs = (
        row for row in rows if not is_missing(row.get("equivalent_value")) and row["equivalent_value"] > 0
    )
    return [_find_rate(row, published) for row in pairs if row["value"] > 0]


def _find_rate(row: Mapping[str, Any], published: Mapping[str, object]) -> Rate:
    # "nearly VND116 trillion (US$4.4 billion)": what was converted is the number, not what it is nearly.
    amount, other = find_margin({**row, "comparator": "="}), find_equivalent(row)
    value, units = row["value"] / row["equivalent_value"], (str(row["unit"]), str(row["equivalent_unit"]))
    margin = amount / other
    if value < 1:
        value, units, margin = 1 / value, units[::-1], other / amount
    return Rate(row, "/".join(units), margin, value, _find_year(row, published))


def _find_year(row: Mapping[str, Any], published: Mapping[str, object]) -> int | None:
    """The year in which the document was published; none where the amount is that of a time long before."""
    span, period = parse_span(published.get(str(row["document_id"]))), parse_span(row.get("period"))
    if span is None or not span.start or not span.end or span.start.year != span.end.year:
        return None
    return None if period and period.last.year < span.start.year - 1 else span.start.year


def check_rates(rates: Sequence[Rate]) -> Iterator[Row]:
    """Every pair against the others of its year; two pairs alone against each other."""
    known = [rate for rate in rates if rate.year is not None]
    ordered = sorted(known, key=lambda rate: (str(rate.unit), rate.year))
    for _, group in groupby(ordered, key=lambda rate: (rate.unit, rate.year)):
        pairs = list(group)
        if len(pairs) == 2:
            yield _check(pairs[1], pairs[:1])
        elif len(pairs) > 2:
            for rate in pairs:
                yield _check(rate, [other for other in pairs if other is not rate])


def _check(rate: Rate, others: Sequence[Rate]) -> Row:
    middle = median(other.value for other in others)
    near = min(others, key=lambda other: abs(other.value - middle))
    expected = near.margin.widen(DRIFT)
    told, found = say_margin(near.margin, rate.unit), say_margin(rate.margin, rate.unit)
    rest = f"the middle of {len(others)} pairs" if len(others) > 1 else "the other pair"
    what = f"{rate.row['exact']} is {found}; {rest} of {rate.year}, {near.row['exact']}, is {told}"
    verdict: Verdict = "holds" if expected.meets(rate.margin) else "differs"
    return build_check("currency pair", verdict, what, told, found, [rate.row, near.row])
