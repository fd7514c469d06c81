"""Each aim with a number, held against what was reported later: met, missed, on its way, or not to be told.

Input: the rows of targets, observations and documents. Output: rows of `outcomes`, one for each aim and later
figure of its series, and one for each aim that no figure answers. Refuses to take silence for failure, a part
of a period for the whole of it, and figures of another area, unit, measure or thing for an answer: such a
pair keeps its row and says what stands in the way.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from hanoi_lib.audit.bounds import Answer, compare
from hanoi_lib.audit.kinds import find_better, has_same_label, is_kind
from hanoi_lib.audit.matching import Obstacle, Pair, find_amount, find_pairs
from hanoi_lib.audit.names import say_series
from hanoi_lib.audit.readings import Reading, find_day_set, is_recalled, read_observations, read_targets
from hanoi_lib.wording import capitalise, say_amount, say_day

Row = dict[str, Any]
Verdict = Literal["met", "missed", "on_course", "off_course", "not_comparable", "no_evidence"]
SIDES = {
    "more": {"reached": "at or above what was aimed at", "short": "below what was aimed at"},
    "less": {"reached": "at or below what was aimed at", "short": "above what was aimed at"},
    "neither": {"reached": "what was aimed at", "short": "not what was aimed at"},
}


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict with its reason in words, and what stands in the way where there is none."""

    verdict: Verdict
    words: str
    obstacle: Obstacle | None = None


def build_outcomes(rows: Mapping[str, Sequence[Mapping[str, Any]]]) -> list[Row]:
    """The rows of `outcomes`; `rows` are those of the tables, by their names.

    >>> build_outcomes({"documents": [], "targets": [], "observations": []})
    []
    """
    published = {row["document_id"]: row.get("published") for row in rows["documents"]}
    aims = read_targets(rows["targets"], published)
    reports: dict[str, list[Reading]] = {}
    for report in read_observations(rows["observations"], published):
        reports.setdefault(report.indicator, []).append(report)
    successors = find_successors(aims)
    built: list[Row] = []
    for aim in aims:
        series = reports.get(aim.indicator, []) if aim.indicator else []
        successor = successors.get(aim.row_id)
        built += [_build_row(aim, report, found, successor) for report, found in judge_aim(aim, series)]
    return built


def _build_row(aim: Reading, report: Reading | None, found: Judgement, successor: Reading | None) -> Row:
    anew = f" The aim was set anew later: {successor.figure}." if successor else ""
    return {
        "outcome_id": aim.row_id + (f" {report.row_id}" if report else ""),
        "target_id": aim.row_id,
        "observation_id": report.row_id if report else None,
        "verdict": found.verdict,
        "obstacle": found.obstacle,
        "reason": f"{_say_aim(aim)}. {found.words}{anew}",
        "successor_id": successor.row_id if successor else None,
    }


def judge_aim(aim: Reading, series: Sequence[Reading]) -> Iterator[tuple[Reading | None, Judgement]]:
    """Every later figure that answers an aim, or would but for one thing, with what it says of the aim."""
    pairs = find_pairs(aim, series)
    for pair in pairs:
        yield pair.report, judge_pair(pair, series)
    if not [pair for pair in pairs if pair.refusal is None or pair.refusal.obstacle != "area"]:
        yield None, Judgement("no_evidence", _say_nothing_found(aim, series))


def judge_pair(pair: Pair, series: Sequence[Reading]) -> Judgement:
    """What one later figure says of an aim."""
    if pair.refusal:
        words = f"{_say_report(pair.report)}. Not compared: {pair.refusal.words}."
        return Judgement("not_comparable", words, pair.refusal.obstacle)
    judge = {"whole": _judge_whole, "part": _judge_part, "year": _judge_year}.get(str(pair.fit))
    found = judge(pair) if judge else _judge_before(pair, series)
    return Judgement(found.verdict, f"{_say_report(pair.report)}. {found.words}", found.obstacle)


def _judge_whole(pair: Pair) -> Judgement:
    """A figure of the very period aimed at. It is final once the period was over when it was reported."""
    answer = _answer(pair)
    if answer == "unclear":
        return _judge_unclear(pair)
    side = SIDES[_find_side(pair.aim)][answer]
    if _is_over(pair.report, _last(pair.aim)):
        last = f", at the end of {pair.aim.when}" if pair.report.period != pair.aim.period else ""
        estimate = ", by an estimate" if pair.report.estimated else ""
        return Judgement("met" if answer == "reached" else "missed", f"{capitalise(side)}{last}{estimate}.")
    if not _is_ending(pair):
        words = f"Not compared: told long before {pair.aim.when} was over, it can be no report of it."
        return Judgement("not_comparable", words, "period")
    words = f"{capitalise(side)}, told before {pair.aim.when} was surely over."
    return Judgement("on_course" if answer == "reached" else "off_course", words)


def _judge_part(pair: Pair) -> Judgement:
    """A sum that grows with the period: reached is reached, and the rest is held against the calendar."""
    aim, report = pair.aim, pair.report
    answer, side = _answer(pair), _find_side(aim)
    if side == "more" and answer == "reached":
        words = f"Already {SIDES[side][answer]}, before the period aimed at was over."
        return Judgement("met" if not report.estimated else "on_course", words)
    if side == "less" and answer == "short":
        return Judgement("missed", f"Already {SIDES[side][answer]}, before the period aimed at was over.")
    if side != "more":
        return Judgement("not_comparable", "Not compared: the period aimed at was not over.", "period")
    share = _find_share(pair)
    answer = _answer(pair, share)
    if answer == "unclear":
        return _judge_unclear(pair)
    words = f"With {share:.0%} of the time gone, {_say_share(pair)} of what was aimed at: "
    ahead = "not behind the calendar." if answer == "reached" else "behind the calendar."
    return Judgement("on_course" if answer == "reached" else "off_course", words + ahead)


def _judge_year(pair: Pair) -> Judgement:
    """One year of several whose average is aimed at."""
    answer = _answer(pair)
    if answer == "unclear":
        return _judge_unclear(pair)
    side = SIDES[_find_side(pair.aim)][answer]
    words = f"{capitalise(side)} as the average of {pair.aim.when}, in this one year of it."
    return Judgement("on_course" if answer == "reached" else "off_course", words)


def _judge_before(pair: Pair, series: Sequence[Reading]) -> Judgement:
    """How things stand on the way: reached already, or held against the line from an earlier figure."""
    answer, side = _answer(pair), _find_side(pair.aim)
    if answer == "reached":
        return Judgement("on_course", f"{capitalise(SIDES[side][answer])}, ahead of {pair.aim.when}.")
    base = find_base(pair.aim, series) if side != "neither" and pair.aim.measure != "rank" else None
    if base is None:
        words = f"not there yet, and no earlier figure tells how far it should be before {pair.aim.when}"
        if side == "neither":
            words = f"{pair.aim.when} was not over yet"
        return Judgement("not_comparable", f"Not compared: {words}.", "period")
    expected = _find_expected(pair, base)
    amounts = find_amount(pair.report, pair.aim.unit)
    answer = compare(("=", expected, expected), amounts or ("=", 0, 0), side)
    if answer == "unclear":
        return _judge_unclear(pair)
    by_then = say_amount(expected, None, pair.aim.unit)
    line = f"the straight line from {base.figure} for {base.when}, {by_then} by then"
    words = f"Not behind {line}." if answer == "reached" else f"Behind {line}."
    return Judgement("on_course" if answer == "reached" else "off_course", words)


def _judge_unclear(pair: Pair) -> Judgement:
    """Where the comparators leave it open, or nobody says whether more or less is better."""
    rough = {pair.aim.comparator, pair.report.comparator} - {"="}
    why = (
        f"{pair.report.figure} may lie on either side of {pair.aim.figure}"
        if rough or _find_side(pair.aim) != "neither"
        else "it is another figure than the one aimed at, and whether more or less is better is not said"
    )
    return Judgement("not_comparable", f"Not compared: {why}.", "value")


def find_base(aim: Reading, series: Sequence[Reading]) -> Reading | None:
    """The latest figure of an aim's series from before it was set, to draw a line from."""
    day = find_day_set(aim)
    found = [
        report
        for report in series
        if report.days
        and day
        and report.days[1] <= day
        and report.days[1] < _last(aim)
        and (report.measure, report.unit, report.area) == (aim.measure, aim.unit, aim.area)
        and report.comparator == "="
        and report.value == report.value_max
        and has_same_label(aim, report)
    ]
    return max(found, key=lambda report: (report.days, report.row_id), default=None)


def find_successors(aims: Sequence[Reading]) -> dict[str, Reading]:
    """By id, the next aim for the same thing and time that a later document sets otherwise."""
    alike: dict[tuple[object, ...], list[Reading]] = {}
    for aim in aims:
        fit = aim.measure != "share" or is_kind(aim, "one_whole")
        if aim.indicator and aim.days and fit and aim.measure != "of_target":
            key = (aim.indicator, aim.measure, aim.unit, aim.area, aim.days)
            alike.setdefault(key, []).append(aim)
    found = {aim.row_id: _find_next(aim, group) for group in alike.values() for aim in group}
    return {row_id: aim for row_id, aim in found.items() if aim}


def _find_next(aim: Reading, alike: Sequence[Reading]) -> Reading | None:
    """The first of some aims that is set after an aim, with another number; retelling sets nothing."""
    day = find_day_set(aim)
    later = [
        (other.published.start, other.row_id, other)
        for other in alike
        if day and other.published and other.published.start and other.published.start > day
        if (aim.value, aim.value_max) != (other.value, other.value_max)
        if has_same_label(aim, other) and not is_recalled(other)
    ]
    return min(later)[2] if later else None


# Small answers that the judgements share


def _answer(pair: Pair, share: float = 1.0) -> Answer:
    """Whether a figure reaches a share of what is aimed at, in the unit of the aim."""
    aim = pair.aim
    amounts = find_amount(pair.report, aim.unit)
    assert amounts is not None, "a pair without a common unit is refused"
    return compare((aim.comparator, aim.value * share, aim.value_max * share), amounts, find_better(aim))


def _find_side(aim: Reading) -> Literal["more", "less", "neither"]:
    """On which side of an aim a figure is as good: its comparator says so before its series does."""
    if aim.comparator in (">", ">="):
        return "more"
    return "less" if aim.comparator in ("<", "<=") else find_better(aim)


def _last(aim: Reading) -> date:
    days = aim.days
    assert days is not None, "an aim without a known period is answered by no figure"
    return days[1]


def _is_over(report: Reading, last: date) -> bool:
    """Whether a period was surely over when a figure was reported."""
    told = report.published
    return bool(told and told.start and told.start > last)


def _is_ending(pair: Pair) -> bool:
    """Whether a period was in its last quarter when a figure for the whole of it was told."""
    (first, last), told = pair.aim.days or (date.min, date.max), pair.report.published
    return bool(told and told.start and 4 * (last - told.start).days <= (last - first).days)


def _find_share(pair: Pair) -> float:
    """How much of the time aimed at a figure covers, in days."""
    (first, last), days = pair.aim.days or (date.min, date.max), pair.report.days
    return ((days[1] - first).days + 1) / ((last - first).days + 1) if days else 0.0


def _say_share(pair: Pair) -> str:
    amounts = find_amount(pair.report, pair.aim.unit)
    return f"{amounts[1] / pair.aim.value:.0%}" if amounts and pair.aim.value else "part"


def _find_expected(pair: Pair, base: Reading) -> float:
    """Where the straight line from a base to the near end of an aim stands at the time of a figure."""
    goal = pair.aim.value if _find_side(pair.aim) == "more" else pair.aim.value_max
    days = [reading.days for reading in (base, pair.report, pair.aim)]
    start, now, end = (each[1].toordinal() if each else 0 for each in days)
    return base.value + (goal - base.value) * (now - start) / (end - start)


def _say_aim(aim: Reading) -> str:
    """GRDP, growth, Hanoi. Aim: at least +8% for 2025."""
    series = say_series(aim.indicator, aim.measure) if aim.indicator else capitalise(aim.label)
    where = f", {aim.area}" if aim.area else ""
    when = f" for {aim.when}" if aim.when else ", by no stated time"
    return f"{series}{where}. Aim: {aim.figure}{when}"


def _say_report(report: Reading) -> str:
    """Reported later: +8.16% for 2025, an estimate."""
    estimate = ", an estimate" if report.estimated else ""
    when = f" for {report.when}" if report.when else ", for no stated time"
    return f"Reported later: {report.figure}{when}{estimate}"


def _say_nothing_found(aim: Reading, series: Sequence[Reading]) -> str:
    """Why no figure answers an aim, with the latest one that the documents do have."""
    if not aim.indicator:
        return "What it counts is of no known series, so that no figure can be found for it."
    day = find_day_set(aim)
    if day is None:
        return "Its document is of no known date, so that no figure is surely later."
    alike = [r for r in series if (r.measure, r.area) == (aim.measure, aim.area) and r.when]
    if not alike:
        return f"No figure of this series was reported{f' for {aim.area}' if aim.area else ''}."
    last = max(alike, key=lambda report: (report.days or (date.min,) * 2, report.row_id))
    known = f"the latest of this series is {last.figure} for {last.when}"
    return f"No figure reported after {say_day(day)} answers it; {known}."
