"""Which later figure can be held against which aim, how its period answers the aim's, and what forbids it.

Input: readings of aims and of reported figures. Output: `Pair`s of an aim and a later figure of its series,
each with how the periods lie to one another, or with the one thing that stands in the way of comparing them.
Figures that differ in more than one such thing are no pair: nobody would think of comparing them. Nor are
those of another place or measure, unless they are of the very period aimed at.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from hanoi_lib.audit.kinds import find_day_redrawn, has_same_label, is_kind, is_state, is_sum
from hanoi_lib.audit.readings import Reading, find_day_set, is_later, is_recalled
from hanoi_lib.wording import say_day

Fit = Literal["whole", "part", "before", "year"]
Obstacle = Literal["measure", "label", "unit", "area", "period", "value"]
YEAR = 366  # days
FAR = 2  # years ahead, from which on a change may be meant against today rather than against the year before


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why two figures are not compared: in what they differ, and that in words."""

    obstacle: Obstacle
    words: str


@dataclass(frozen=True, slots=True)
class Pair:
    """An aim and a figure reported later; `fit` is how the period answers, unless `refusal` says why not.

    `whole`: the period aimed at. `part`: its beginning, of a sum. `before`: on the way to its end. `year`:
    one year of several whose average is aimed at.
    """

    aim: Reading
    report: Reading
    fit: Fit | None
    refusal: Refusal | None


def find_pairs(aim: Reading, reports: Sequence[Reading]) -> list[Pair]:
    """The later figures of an aim's series that answer it, or would but for one thing.

    An aim of no stated time is answered by none of them, so that the latest alone stands for all.
    """
    pairs = list(_find_pairs(aim, reports))
    if aim.period or not pairs:
        return pairs
    return [max(pairs, key=lambda pair: (pair.report.days or (date.min,) * 2, pair.report.row_id))]


def _find_pairs(aim: Reading, reports: Sequence[Reading]) -> Iterator[Pair]:
    for report in reports:
        if aim.indicator and report.indicator == aim.indicator and is_later(report, aim):
            fit = find_fit(aim, report)
            if fit is None and aim.area != report.area:
                continue  # two things differ already
            refusals = list(find_refusals(aim, report, fit))
            if not refusals:
                yield Pair(aim, report, fit, None)
            elif len(refusals) == 1 and _is_near(aim, report, fit, refusals[0]):
                yield Pair(aim, report, None, refusals[0])


def _is_near(aim: Reading, report: Reading, fit: Fit | None, refusal: Refusal) -> bool:
    """Whether a reader who looks for what became of an aim would come upon a figure."""
    if refusal.obstacle == "period":
        return _touches(aim, report)
    elsewhere = refusal.obstacle == "area" and aim.area != report.area and aim.area and report.area
    return fit == "whole" or not (elsewhere or aim.measure != report.measure)


def find_refusals(aim: Reading, report: Reading, fit: Fit | None) -> Iterator[Refusal]:
    """Everything in which a figure differs from an aim so that they cannot be compared."""
    if aim.measure != report.measure:
        yield Refusal("measure", f"one is {_say_measure(aim)}, the other {_say_measure(report)}")
    else:
        yield from _find_unlike_things(aim, report)
    yield from _find_area_refusals(aim, report)
    if fit is None:
        yield Refusal("period", say_period_refusal(aim, report))


def _find_unlike_things(aim: Reading, report: Reading) -> Iterator[Refusal]:
    """What forbids comparing two figures of the same measure."""
    if aim.measure == "of_target":
        yield Refusal("measure", "of which plan each is a share, the figures do not say")
    elif aim.measure == "share" and not is_kind(aim, "one_whole"):
        yield Refusal("measure", "of which whole each is a share, the figures do not say")
    elif aim.measure == "change" and _is_far(aim):
        words = f"a change by {aim.when}, set so long before, may be counted from any year"
        yield Refusal("measure", words)
    if not has_same_label(aim, report):
        yield Refusal("label", f"one is about “{aim.label}”, the other about “{report.label}”")
    if find_amount(report, aim.unit) is None:
        yield Refusal("unit", f"one is in {_say_unit(aim)}, the other in {_say_unit(report)}")


def _find_area_refusals(aim: Reading, report: Reading) -> Iterator[Refusal]:
    if not aim.area or not report.area or aim.area != report.area:
        names = [reading.area or "a place that the text does not name" for reading in (aim, report)]
        yield Refusal("area", f"one is about {names[0]}, the other about {names[1]}")
        return
    day, days = find_day_set(aim), report.days
    redrawn = find_day_redrawn(aim.area, day, days[1]) if day and days and aim.measure != "change" else None
    if redrawn:
        words = f"{aim.area} has been a larger area since {say_day(redrawn)}, after the aim was set"
        yield Refusal("area", words)


def find_amount(report: Reading, unit: str) -> tuple[str, float, float] | None:
    """Comparator and values of a figure in a unit, its own or the one that the text gives beside it."""
    if report.unit == unit:
        return report.comparator, report.value, report.value_max
    return next(
        ((report.comparator, amount, amount) for name, amount in report.equivalents if name == unit), None
    )


def find_fit(aim: Reading, report: Reading) -> Fit | None:
    """How the period of a figure answers the period of an aim; None where it does not.

    Half a year's growth is no year's, and what a figure of no known period answers, nobody knows.
    """
    if aim.days is None or report.days is None:
        return None
    (first, last), (start, end) = aim.days, report.days
    if (first, last) == (start, end):
        return "whole"
    inside = first <= start and end <= last
    if is_sum(aim):
        return "part" if first == start and inside and (end - start).days > 27 else None
    if is_state(aim):
        return _find_state_fit(aim, report)
    whole_year = (start.month, start.day, end.month, end.day) == (1, 1, 12, 31) and start.year == end.year
    yearly = aim.measure == "change" and aim.unit == "percent" and is_kind(aim, "yearly")
    return "year" if yearly and inside and whole_year and (last - first).days > YEAR else None


def _find_state_fit(aim: Reading, report: Reading) -> Fit | None:
    """How things stand at the end of the period aimed at, or on the way to it."""
    if aim.days is None or report.days is None:
        return None
    (_, last), (start, end) = aim.days, report.days
    by_year = is_kind(aim, "by_year")
    if by_year and (end - start).days < YEAR - 2:
        return None
    if (end - start).days > YEAR:  # over several years things stand in many ways
        return None
    if end == last:
        return "whole"
    return "before" if end < last else None


def say_period_refusal(aim: Reading, report: Reading) -> str:
    """Why a figure's period does not answer an aim's."""
    if not aim.period or not report.period:
        which = "aim" if not aim.period else "figure"
        return f"the text names no time for the {which}"
    if aim.days is None or report.days is None:
        return "one of the periods is known roughly only"
    growth = "growth in " if aim.measure == "change" else "what was told for "
    return f"{growth}{report.when} does not tell that of {aim.when}"


def _touches(aim: Reading, report: Reading) -> bool:
    """Whether a figure falls into the time of an aim, as far as the texts tell.

    A figure of no stated time may, if its document is not from more than a year later.
    """
    first, last = (aim.span.start, aim.span.end) if aim.span else (None, None)
    span = report.span or report.published
    if span is None:
        return True
    grace = timedelta(days=0 if report.span else YEAR)
    after = first is None or span.end is None or span.end >= first
    return after and (last is None or span.start is None or span.start - grace <= last)


def _is_far(aim: Reading) -> bool:
    """Whether a change is aimed at for one year that lay well ahead when the aim was set."""
    days, day = aim.days, find_day_set(aim)
    if days is None or day is None or is_recalled(aim):
        return False
    return (days[1] - days[0]).days <= YEAR and days[1].year - day.year > FAR


def _say_measure(reading: Reading) -> str:
    names = {"change": "growth", "level": "an amount", "share": "a share", "rank": "a place in an order"}
    return names.get(reading.measure, "a share of a plan" if reading.measure else "of no known measure")


def _say_unit(reading: Reading) -> str:
    return {"": "no unit", "count": "numbers", "percentage_point": "percentage points"}.get(
        reading.unit, reading.unit
    )
