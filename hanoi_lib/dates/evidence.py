"""What a text shows of its own date: the times it names, how it speaks of them, and what they bound.

Answers with the latest that has been and the earliest still ahead, for `published`. Refuses what is no
measure of now: terms and periods that are merely named, years of birth, aims.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from hanoi_lib.dates.anchors import Setting
from hanoi_lib.dates.expressions import Expression, find_expressions
from hanoi_lib.dates.reckoning import find_stretch
from hanoi_lib.dates.stretches import Memory, Stretch, as_term, month, shift, year
from hanoi_lib.dates.tenses import Tense, find_tense
from hanoi_lib.dates.yardsticks import is_comparison
from hanoi_lib.passages import Passage

FULL_FORMS: Final = ("iso", "numeric", "month_day", "month_day_slash", "day_month")
DAY_FORMS: Final = (*FULL_FORMS, "day_month_span", "month_day_span")
NOTHING: Final = Setting(None, None, Memory())


@dataclass(frozen=True, slots=True)
class Evidence:
    """An expression in its sentence. `stretch` is missing where the year is not stated."""

    expression: Expression
    stretch: Stretch | None
    tense: Tense | None
    is_limit: bool = False
    """It stands after "by", "to" or the like."""
    is_long_ago: bool = False
    """It stands after "since", "born in" or the like."""
    is_vague: bool = False
    """Its year is only the first that is possible."""

    @property
    def is_day(self) -> bool:
        """Whether it names a day, or some, and not merely the month around one."""
        known = self.stretch is None or self.stretch.kind in ("day", "days")
        return self.expression.form in DAY_FORMS and known


# "digital transformation to 2025": the end of a plan is not over because the plan was made
_LIMIT: Final = re.compile(r"\b(?:by|to|until|till|towards?|through|before|vision|for)(?: the year)? $", re.I)
# "in office since 2015", "born in 1958": long ago, and no measure of now
_LONG_AGO: Final = re.compile(
    r"\b(?:since|after|(?<!starting )from|between|before|until|born (?:in|on)"
    r"|founded (?:in|on)|established (?:in|on)|in the past)(?: the)? $",
    re.I,
)


# "Entering 2025, the city must": told as that year is about to begin
_ENTERING: Final = re.compile(r"\b(?:[Ee]ntering|[Hh]eading into|[Ss]tepping into|[Ll]ooking ahead to) $")


def find_evidence(plain: str, passages: Sequence[Passage]) -> Iterator[Evidence]:
    """The times that the article names, in order; a term only where its congress is spoken of."""
    for passage in passages:
        if passage.kind == "boilerplate":
            continue
        sentence = plain[passage.start : passage.end]
        for expression in find_expressions(plain, passage.start, passage.end):
            evidence = _weigh(sentence, expression, passage.start)
            is_term = evidence.stretch is not None and evidence.stretch.kind == "term"
            if not is_term or "congress" in sentence.lower():
                yield evidence


def _weigh(sentence: str, expression: Expression, offset: int) -> Evidence:
    """What one expression says of the text's own date; what is compared with 2023 is of 2024."""
    start, end = expression.start - offset, expression.end - offset
    before, after = sentence[max(0, start - 80) : start], sentence[end : end + 20]
    stretch = find_stretch(expression, NOTHING)
    stretch = as_term(before, stretch) if stretch else None
    if stretch and is_comparison(before, after, expression, stretch):
        return Evidence(expression, shift(stretch, 1), "past")
    is_long_ago = _LONG_AGO.search(before) is not None and not (
        stretch and stretch.kind == "days"  # "held from October 11 to 13, 2025"
    )
    tense = find_tense(sentence, start, end)
    if stretch and stretch.kind == "year" and _ENTERING.search(before):
        stretch, tense = month(stretch.first.year, 1), "future"
    return Evidence(expression, stretch, tense, bool(_LIMIT.search(before)), is_long_ago)


def find_anchor(found: Sequence[Evidence], low: Evidence | None, high: Evidence | None) -> Evidence | None:
    """The month before a full date that may be past or ahead, where nothing is told as news of that year:
    it gives other days their year.
    """
    days = [e for e in found if e.stretch and e.is_day and e.tense is None and not e.is_long_ago]
    latest = max(days, key=lambda e: floor_of(e), default=None)
    if latest is None or (high and ceiling_of(high) < floor_of(latest)):
        return None
    if low and floor_of(latest).year <= floor_of(low).year:
        return None
    day = floor_of(latest)
    return replace(latest, stretch=month(day.year, day.month - 1))


def find_bounds(
    found: Sequence[Evidence], low: Evidence | None, high: Evidence | None
) -> tuple[Evidence | None, Evidence | None]:
    """The latest that has been and, from then on, the earliest still ahead."""
    past = [e for e in (*found, low) if e and e.stretch and e is not high and _is_past(e, low) and _counts(e)]
    past = _without_misread(past)
    low = max(past, key=lambda e: (floor_of(e), -e.expression.start), default=None)
    floor = floor_of(low) if low else date.min
    ahead = [
        e
        for e in (*found, high)
        if e and e.stretch and e.tense == "future" and _counts(e) and ceiling_of(e) >= floor
    ]
    return low, min(
        ahead, key=lambda e: (ceiling_of(e), not is_close_of_year(e), e.expression.start), default=None
    )


def _is_coarse(evidence: Evidence) -> bool:
    return evidence.stretch is not None and evidence.stretch.kind in ("year", "term")


def _without_misread(past: Sequence[Evidence]) -> list[Evidence]:
    """Without years that lie so far behind the last day told that their tense was rather misread."""
    latest = max((floor_of(e) for e in past if not _is_coarse(e)), default=date.max)
    return [e for e in past if not _is_coarse(e) or floor_of(e).year <= latest.year + 1]


def _is_past(evidence: Evidence, low: Evidence | None) -> bool:
    """Whether a time has been: a month or day that something had reached, but no year that was aimed at."""
    is_aim = evidence.is_limit and (
        evidence.stretch is None or evidence.stretch.kind in ("year", "years", "term")
    )
    return evidence is low or (evidence.tense == "past" and not evidence.is_long_ago and not is_aim)


def _counts(evidence: Evidence) -> bool:
    """Years ("2011-2020 period") say little of their telling; a term whose congress has met says more."""
    return evidence.stretch is not None and evidence.stretch.kind != "years"


def floor_of(evidence: Evidence) -> date:
    """A day told in the past is over; of a longer stretch only its beginning is."""
    assert evidence.stretch is not None
    return evidence.stretch.last if evidence.is_day else evidence.stretch.first


def ceiling_of(evidence: Evidence) -> date:
    """A day ahead has not come; a longer stretch ahead has not ended."""
    assert evidence.stretch is not None
    if evidence.stretch.kind == "term":
        return date(evidence.stretch.first.year, 12, 31)
    return evidence.stretch.first if evidence.is_day else evidence.stretch.last


def with_years(evidence: Evidence, low: Evidence | None, high: Evidence | None) -> Iterator[Evidence]:
    """A day and month in the year between the bounds where they fit.

    Of several years the first, where the lower bound is a day or a part of a year told as news; where it is
    only a year, that day may be in it or in the next. Where only a time ahead is known it is the last before
    that; a mere year ahead tells nothing, for a plan may be spoken of before its year or in it.
    """
    is_open = low is None and (high is None or (is_far(high) and not is_close_of_year(high)))
    if evidence.stretch or not evidence.is_day or is_open:
        yield evidence
        return
    floor = low.stretch.first if low and low.stretch else None
    ceiling = high.stretch.last if high and high.stretch else None
    first = floor.year if floor else ceiling.year - 1 if ceiling else 0
    for number in (first, first + 1) if floor else (first + 1, first):
        memory = Memory()
        memory.keep(year(number))
        stretch = find_stretch(evidence.expression, Setting(None, evidence.tense, memory))
        if (
            stretch
            and (floor is None or stretch.last >= floor)
            and (ceiling is None or stretch.first <= ceiling)
        ):
            yield replace(
                evidence,
                stretch=stretch,
                is_vague=ceiling is None and _may_be_later(evidence, low),
            )
            return
    yield evidence


NEAR: Final = 300  # characters between a congress and its day


def _may_be_later(evidence: Evidence, low: Evidence | None) -> bool:
    """Whether a day may lie in the year after the one named; not so a congress beside the term it opens."""
    if low is None or low.stretch is None or low.stretch.kind not in ("year", "term"):
        return False
    beside = abs(evidence.expression.start - low.expression.start) < NEAR
    return not (low.stretch.kind == "term" and beside)


def is_close_of_year(evidence: Evidence) -> bool:
    """Whether it is the end of a year still ahead: whoever speaks of that is in the year."""
    parts = evidence.expression.parts
    edge = parts.get("edge", "").lower().removeprefix("the ")
    return evidence.tense == "future" and evidence.expression.form == "edge_year" and edge.startswith("end")


def is_far(high: Evidence) -> bool:
    """An aim for some year says nothing of the present one."""
    return high.stretch is None or high.stretch.kind not in ("day", "days", "month", "quarter", "half")
