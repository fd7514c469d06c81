"""The same figure in two documents: told the same, or revised; and growth held against the figure it grew
from.

Input: the rows of observations and when their documents were published. Output: checks. Two figures are the
same when indicator, measure, area, period and unit are, and each document tells one of them only. Refuses
to say which telling is right, and to reckon growth that is measured at constant prices with amounts that
are not.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby, pairwise
from typing import Any

from hanoi_lib.audit.margins import exactly, find_margin, say_margin
from hanoi_lib.audit.periods import find_year_before
from hanoi_lib.audit.verdicts import Row, Verdict, build_check, judge
from hanoi_lib.spans import parse_span
from hanoi_lib.wording import is_missing, say, say_date, say_figure

Figure = Mapping[str, Any]

# A part of a plan depends on which of several plans.
COMPARED = ("level", "change", "share", "rank")
ACRONYMS = ("grdp", "gdp", "fdi")
AHEAD = 92  # days: a year's results are estimated and reported in its last quarter
# Growth of these is told at constant prices, their amounts at those of the day.
REAL = frozenset({
    "grdp", "gdp", "grdp_per_capita", "labour_productivity", "services", "agriculture", "manufacturing",
    "industry_and_construction", "industrial_production", "consumer_prices",
})  # fmt: skip


def list_single(figures: Iterable[Figure]) -> list[Figure]:
    """The figures of known series and periods that their document tells once only."""
    told: dict[tuple[str, ...], list[Figure]] = {}
    for figure in figures:
        if say(figure.get("indicator")) and say(figure.get("period")) and not is_missing(figure.get("value")):
            told.setdefault((*find_key(figure), str(figure["document_id"])), []).append(figure)
    return [group[0] for group in told.values() if len(group) == 1]


def find_key(figure: Figure) -> tuple[str, ...]:
    """What two figures must share to be the same one."""
    return tuple(say(figure.get(column)) for column in ("indicator", "measure", "area", "period", "unit"))


def check_revisions(figures: Iterable[Figure], published: Mapping[str, object]) -> Iterator[Row]:
    """Each telling against the one before it in another document; none that can only be a forecast."""
    single = [
        figure
        for figure in list_single(figures)
        if say(figure.get("measure")) in COMPARED and not _is_forecast(figure, published)
    ]
    ordered = sorted(single, key=lambda f: (find_key(f), _find_day(f, published), str(f["document_id"])))
    for _, group in groupby(ordered, key=find_key):
        for earlier, later in pairwise(group):
            yield _check_revision(earlier, later, published)


def _find_day(figure: Figure, published: Mapping[str, object]) -> str:
    span = parse_span(published.get(str(figure["document_id"])))
    return span.middle.isoformat() if span else ""


def _is_forecast(figure: Figure, published: Mapping[str, object]) -> bool:
    """Whether the period was far from over when the document appeared."""
    period, told = parse_span(figure["period"]), parse_span(published.get(str(figure["document_id"])))
    return bool(period and period.end and told and (period.end - told.last).days > AHEAD)


def _check_revision(earlier: Figure, later: Figure, published: Mapping[str, object]) -> Row:
    verdict = judge(find_margin(earlier), find_margin(later))
    first, second = (_say_telling(figure, published) for figure in (earlier, later))
    what = f"{name_figure(earlier)}, {say_date(earlier['period'])}: {first}, {second}"
    told = say_figure(earlier), say_figure(later)
    return build_check("same figure twice", verdict, what, *told, [earlier, later])


def _say_telling(figure: Figure, published: Mapping[str, object]) -> str:
    when = say_date(published.get(str(figure["document_id"]))) or "in an undated document"
    return f"{say_figure(figure)} ({when})"


def check_growth(figures: Iterable[Figure]) -> Iterator[Row]:
    """A level and its growth against the level of the year before, where some document tells that."""
    single = list_single(figures)
    levels: dict[tuple[str, ...], list[Figure]] = {}
    for figure in single:
        if say(figure.get("measure")) == "level":
            levels.setdefault(find_key(figure), []).append(figure)
    for change in single:
        for level in _find_levels(change, levels):
            yield from _check_base(level, change, levels)


def _find_levels(change: Figure, levels: Mapping[tuple[str, ...], Sequence[Figure]]) -> Iterator[Figure]:
    """The level that a document tells a growth in percent of."""
    if say(change["measure"]) != "change" or say(change["unit"]) != "percent" or change["indicator"] in REAL:
        return
    for key, found in levels.items():
        if (key[0], key[2], key[3]) == tuple(say(change.get(c)) for c in ("indicator", "area", "period")):
            yield from (level for level in found if level["document_id"] == change["document_id"])


def _check_base(
    level: Figure, change: Figure, levels: Mapping[tuple[str, ...], Sequence[Figure]]
) -> Iterator[Row]:
    before = find_year_before(say(level["period"]))
    growth = exactly(1) + find_margin(change) * exactly(0.01)
    if before is None or growth.low <= 0:
        return
    follows = find_margin(level) / growth
    key = find_key({**level, "period": before})
    for base in levels.get(key, ()):
        told = say_margin(follows, level["unit"])
        holds = follows.meets(find_margin(base))
        what = (
            f"{name_figure(level)}: {say_figure(level)} in {say_date(level['period'])}, "
            f"{say_figure(change)}, needs {told} in {say_date(before)}; told is {say_figure(base)}"
        ) + ("" if holds else ": revised since, or counted otherwise")
        verdict: Verdict = "holds" if holds else "ambiguous"
        yield build_check("growth", verdict, what, told, say_figure(base), [level, change, base])


def name_figure(figure: Figure) -> str:
    """A series and its place in words.

    >>> name_figure({"indicator": "budget_revenue", "area": "Hanoi"}), name_figure({"indicator": "fdi"})
    ('budget revenue of Hanoi', 'FDI')
    """
    words = say(figure.get("indicator")).split("_")
    name = " ".join(w.upper() if w in ACRONYMS else w for w in words) or say(figure.get("label"))
    area = say(figure.get("area"))
    return f"{name} of {area}" if area else name
