"""Bounds that no figures can break: a part is no more than its whole, shares of one whole no more than all
of it.

Input: the rows of observations and targets. Output: checks. Compared are only figures of one document, one
period and one role (reported or aimed at), where the document tells each of them once. Refuses figures
without a period where they would have to be matched with others.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import reduce
from itertools import groupby
from operator import add
from typing import Any

from hanoi_lib.audit.margins import Margin, exactly, find_margin, say_margin
from hanoi_lib.audit.revisions import name_figure
from hanoi_lib.audit.verdicts import Row, Verdict, build_check, judge
from hanoi_lib.figures.sentences import groups
from hanoi_lib.wording import is_missing, say, say_date, say_figure

Figure = Mapping[str, Any]

COUNTRY = "Vietnam"
ALL = exactly(100)
# Codes of which the second counts a part of what the first counts.
PARTS = (("tourist_arrivals", "international_arrivals"), ("trade", "exports"), ("trade", "imports"))
SECTORS = ("services", "industry_and_construction", "agriculture")
# Codes that add up over the places of a country; of the others (air quality, a rank) a city may have more.
ADDITIVE = (
    "fdi", "exports", "imports", "tourist_arrivals", "international_arrivals", "budget_revenue",
    "population", "grdp", "party_members", "land_area", "new_enterprises",
)  # fmt: skip


def check_limits(figures: Iterable[Figure]) -> Iterator[Row]:
    """Rates above 100, parts above their wholes, sectors above the economy, trade and its two directions."""
    told = [figure for figure in figures if not is_missing(figure.get("value"))]
    for figure in told:
        yield from _check_rate(figure)
    placed = sorted((f for f in told if say(f.get("indicator")) and say(f.get("period"))), key=_sort_key)
    for _, group in groupby(placed, key=_group_key):
        yield from _check_group(list(group))


def _group_key(figure: Figure) -> tuple[str, str, str]:
    return str(figure["document_id"]), say(figure["period"]), say(figure.get("role"))


def _sort_key(figure: Figure) -> tuple[Any, ...]:
    return (*_group_key(figure), int(figure["start"]))


def _check_rate(figure: Figure) -> Iterator[Row]:
    """Only of what is known for a rate of its whole: debts may well be 120% of a year's income."""
    known = figure.get("measure") == "share" and figure.get("indicator") in groups()["percent_share"]
    if known and figure.get("unit") == "percent" and find_margin(figure).is_above(ALL):
        what = f"a part cannot be more than the whole: {name_figure(figure)} is {say_figure(figure)}"
        yield build_check("rate above 100", "differs", what, "at most 100%", say_figure(figure), [figure])


def _check_group(figures: Sequence[Figure]) -> Iterator[Row]:
    known = _Known(figures)
    for area in known.areas:
        for whole, part in PARTS:
            yield from _check_part(known.level(whole, area), known.level(part, area))
        yield from _check_trade(known, area)
        yield from _check_sectors([known.find(code, "share", area) for code in SECTORS])
        if area != COUNTRY:
            for code in ADDITIVE:
                yield from _check_part(known.level(code, COUNTRY), known.level(code, area))


class _Known:
    """Figures of one document and period by code, measure and area; none where the document tells two."""

    def __init__(self, figures: Sequence[Figure]) -> None:
        self._told: dict[tuple[str, str, str], list[Figure]] = {}
        for figure in figures:
            key = str(figure["indicator"]), say(figure.get("measure")), say(figure.get("area"))
            self._told.setdefault(key, []).append(figure)
        self.areas = sorted({area for _, _, area in self._told if area})

    def find(self, code: str, measure: str, area: str) -> Figure | None:
        told = self._told.get((code, measure, area), [])
        return told[0] if len(told) == 1 else None

    def level(self, code: str, area: str) -> Figure | None:
        return self.find(code, "level", area)


def _check_part(whole: Figure | None, part: Figure | None) -> Iterator[Row]:
    if whole is None or part is None or say(whole["unit"]) != say(part["unit"]):
        return
    above = find_margin(part).is_above(find_margin(whole))
    what = f"{name_figure(part)} are a part of {name_figure(whole)}, {say_date(whole['period'])}"
    verdict: Verdict = "differs" if above else "holds"
    most = f"at most {say_figure(whole)}"
    yield build_check("part of a whole", verdict, what, most, say_figure(part), [part, whole])


def _check_trade(known: _Known, area: str) -> Iterator[Row]:
    trade, parts = known.level("trade", area), [known.level(code, area) for code in ("exports", "imports")]
    cited = [one for one in (*parts, trade) if one is not None]
    if trade is None or len(cited) < 3 or len({say(one["unit"]) for one in cited}) > 1:
        return
    total = reduce(add, (find_margin(one) for one in cited[:2]))
    told = say_margin(total, trade["unit"])
    what = f"exports and imports make {told}; the text says {say_figure(trade)}, {say_date(trade['period'])}"
    yield build_check("sum", judge(total, find_margin(trade)), what, told, say_figure(trade), cited)


def _check_sectors(shares: Sequence[Figure | None]) -> Iterator[Row]:
    """The three sectors are at most the economy; what is missing are taxes less subsidies."""
    cited = [one for one in shares if one is not None and say(one["unit"]) == "percent"]
    if len(cited) < len(SECTORS):
        return
    total = reduce(add, (find_margin(one) for one in cited))
    told = say_margin(Margin(total.low, total.high), "percent")
    what = f"services, industry and agriculture make up {told} of the economy, {say_date(cited[0]['period'])}"
    verdict: Verdict = "differs" if total.is_above(ALL) else "holds"
    yield build_check("shares of a whole", verdict, what, "at most 100%", told, cited)
