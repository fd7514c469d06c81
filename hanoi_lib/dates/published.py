"""When a document was published, as far as it says so itself.

Answers with EDTF and whether the text states the day (`date 2024-11-27` at its head, a dateline, a date
line of the page) or only lets it be narrowed down: after the last day told in the past tense, before the
first still ahead (`[2025-06-16..2025-06-20]`), or, where only a term or a year is known, about then
(`2026~`). Reads nothing but the article and its own date lines: no file name, no clock, no boilerplate.
Never more precise than the evidence.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from hanoi_lib.dates.anchors import Setting
from hanoi_lib.dates.expressions import Expression, find_expressions
from hanoi_lib.dates.reckoning import find_stretch
from hanoi_lib.dates.stretches import Memory, Now, Stretch, as_term, month, shift, year
from hanoi_lib.dates.tenses import Tense, find_tense
from hanoi_lib.dates.yardsticks import is_comparison
from hanoi_lib.documents import Document
from hanoi_lib.passages import Passage


@dataclass(frozen=True, slots=True)
class Published:
    """The document's date in EDTF, how it is known, and the words of `Document.plain` that show it."""

    edtf: str
    basis: str
    start: int
    end: int
    now: Now
    """The first and last day that `edtf` allows; one open end is reckoned as `FRESH` days away."""


@dataclass(frozen=True, slots=True)
class _Evidence:
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
        return self.expression.form in _DAY_FORMS


DATELINES: Final = 40  # sentences from the head of a page among which its dateline stands
FRESH: Final = (
    31  # days within which an article that gives its latest day is taken to have appeared, in reckoning only
)
_FULL_FORMS: Final = ("iso", "numeric", "month_day", "month_day_slash", "day_month")
_DAY_FORMS: Final = (*_FULL_FORMS, "day_month_span", "month_day_span")
_NOTHING: Final = Setting(None, None, Memory())


def find_published(document: Document, passages: Sequence[Passage]) -> Published | None:
    """The document's date, stated or inferred; None where the text gives no hold at all."""
    return _find_stated(document.plain, passages) or _find_inferred(document.plain, passages)


# " date 2024-11-27 HA NOI —" as the head of an exported article
_HEAD: Final = re.compile(r"\s{0,4}(date \d{4}-\d{2}-\d{2})\b", re.I)
# "HANOI, July 17, 2024 (VNA) — ": capitals, then what may hold a date, then the dash that opens the text
_DATELINE: Final = re.compile(r"\W{0,3}[A-Z][A-Z .'-]{2,40}, [^—]{0,40}?(?:—| - |--|\()")
# What a date line holds besides its date: labels, clock times, the name of a section.
_LABEL: Final = re.compile(
    r"\b(?:published|posted|updated?|last|modified|created|date|on|at|time|gmt|vnt|ict"
    r"|utc|am|pm|a\.m|p\.m|hours?|by|source"
    r"|mon|tue|wed|thu|fri|sat|sun|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b"
    r"|\d{1,2}[:h.]\d{2}(?::\d{2})?|[^\w]|\+?\d",
    re.I,
)
_UPDATED: Final = re.compile(r"\b(?:updated?|modified)\b", re.I)


def _find_stated(plain: str, passages: Sequence[Passage]) -> Published | None:
    head = _HEAD.match(plain)
    if head:
        expression = next(find_expressions(plain, head.start(1), head.end(1)), None)
        stretch = expression and find_stretch(expression, _NOTHING)
        if stretch:
            return _exactly(stretch, head.start(1), head.end(1), "stated")
    lines = list(_date_lines(plain, passages))
    lines.sort(key=lambda line: (bool(_UPDATED.search(plain, line[2], line[0].start)), line[0].start))
    for expression, stretch, _ in lines:
        return _exactly(stretch, expression.start, expression.end, "stated")
    return None


def _exactly(stretch: Stretch, start: int, end: int, basis: str) -> Published:
    return Published(stretch.edtf, basis, start, end, Now(stretch.first, stretch.last))


def _date_lines(plain: str, passages: Sequence[Passage]) -> Iterator[tuple[Expression, Stretch, int]]:
    """Full dates that stand where a page or an article prints its own, with the start of their line."""
    head = _head(passages)
    for number, passage in enumerate(passages):
        if passage.kind == "boilerplate" and number not in head:
            continue
        dateline = _DATELINE.match(plain, passage.start, min(passage.end, passage.start + 120))
        end = dateline.end() if dateline else passage.end
        if end - passage.start > 120:
            continue
        for expression in find_expressions(plain, passage.start, end):
            stretch = find_stretch(expression, _NOTHING) if expression.form in _FULL_FORMS else None
            if stretch and stretch.kind == "day" and (dateline or _is_date_line(plain, passage, expression)):
                yield expression, stretch, passage.start


def _head(passages: Sequence[Passage]) -> range:
    """Where a page prints the article's own date, furniture or not: from headline to first paragraph."""
    kinds = [passage.kind for passage in passages]
    body = next((n for n, kind in enumerate(kinds) if kind in ("body", "question", "answer")), 0)
    headline = kinds.index("headline", 0, body) if "headline" in kinds[:body] else body
    return range(max(0, headline - 2), body)


def _is_date_line(plain: str, passage: Passage, expression: Expression) -> bool:
    """Nothing but the date, labels, a clock time and at most the names of an author and a section."""
    rest = plain[passage.start : expression.start] + " " + plain[expression.end : passage.end]
    words = _LABEL.sub(" ", rest).split()
    return len(words) <= 4 and all(word[0].isupper() for word in words)


def _find_inferred(plain: str, passages: Sequence[Passage]) -> Published | None:
    found = list(_find_evidence(plain, passages))
    datelines = _datelines(plain, passages)
    filed = next((e.expression.start for e in found if _is_filed(e, datelines)), None)
    low, high = _bounds([e for e in found if e.stretch], None, None)
    if low is None and high is None:
        low = _anchor(found)
    dated = [e for early in found for e in _with_years(early, low, high)]
    low, high = _bounds([e for e in dated if e.stretch and e.is_day], low, high)
    day = next((e for e in dated if e.expression.start == filed), None)
    if day and day.stretch and not day.is_vague:  # a dateline without its year: "HANOI, June 14 -"
        return _exactly(day.stretch, day.expression.start, day.expression.end, "inferred")
    if low is None or low.stretch is None:
        return _before(high) if high and not _is_far(high) else _find_about(found)
    if high and (_ceiling(high) < _floor(low) or _is_loose(low, high)):
        high = None
    if not low.is_day and high is None:
        return _find_about(found) or _about(low)
    return _between(low, high)


def _is_filed(evidence: _Evidence, datelines: Sequence[tuple[int, int]]) -> bool:
    """Whether a day without a year stands in a dateline."""
    if evidence.stretch or evidence.expression.form not in _DAY_FORMS:
        return False
    return any(start <= evidence.expression.start < end for start, end in datelines)


def _datelines(plain: str, passages: Sequence[Passage]) -> list[tuple[int, int]]:
    """Where paragraphs open with the place and the day they were filed."""
    ends = (
        (p.start, _DATELINE.match(plain, p.start, min(p.end, p.start + 120))) for p in passages[:DATELINES]
    )
    return [(start, match.end()) for start, match in ends if match]


def _anchor(found: Sequence[_Evidence]) -> _Evidence | None:
    """The month before a full date that may be past or ahead: it gives other days their year."""
    days = [e for e in found if e.stretch and e.is_day and not e.is_long_ago]
    if not days or not days[0].stretch:
        return None
    day = days[0].stretch.first
    return replace(days[0], stretch=month(day.year, day.month - 1))


def _is_loose(low: _Evidence, high: _Evidence) -> bool:
    """An aim for a year long after the last day told bounds nothing."""
    return _is_far(high) and _ceiling(high) - _floor(low) > timedelta(days=366)


# "digital transformation to 2025": the end of a plan is not over because the plan was made
_LIMIT: Final = re.compile(r"\b(?:by|to|until|till|towards?|through|before|vision|for)(?: the year)? $", re.I)
# "in office since 2015", "born in 1958": long ago, and no measure of now
_LONG_AGO: Final = re.compile(
    r"\b(?:since|after|(?<!starting )from|between|before|until|born (?:in|on)"
    r"|founded (?:in|on)|established (?:in|on)|in the past)(?: the)? $",
    re.I,
)


def _find_evidence(plain: str, passages: Sequence[Passage]) -> Iterator[_Evidence]:
    for passage in passages:
        if passage.kind == "boilerplate":
            continue
        sentence = plain[passage.start : passage.end]
        for expression in find_expressions(plain, passage.start, passage.end):
            tense = find_tense(sentence, expression.start - passage.start, expression.end - passage.start)
            start, end = expression.start - passage.start, expression.end - passage.start
            before, after = sentence[max(0, start - 80) : start], sentence[end : end + 20]
            stretch = find_stretch(expression, _NOTHING)
            stretch = as_term(before, stretch) if stretch else None
            if stretch and is_comparison(before, after, expression, stretch):
                yield _Evidence(
                    expression, shift(stretch, 1), "past"
                )  # what is compared with 2023 is of 2024
                continue
            is_limit, is_long_ago = bool(_LIMIT.search(before)), bool(_LONG_AGO.search(before))
            yield _Evidence(expression, stretch, tense, is_limit, is_long_ago)


def _bounds(
    found: Sequence[_Evidence], low: _Evidence | None, high: _Evidence | None
) -> tuple[_Evidence | None, _Evidence | None]:
    """The latest that has been and, from then on, the earliest still ahead."""
    past = [e for e in (*found, low) if e and e.stretch and e is not high and _is_past(e, low) and _counts(e)]
    past = _without_misread(past)
    low = max(past, key=lambda e: (_floor(e), -e.expression.start), default=None)
    floor = _floor(low) if low else date.min
    ahead = [
        e
        for e in (*found, high)
        if e and e.stretch and e.tense == "future" and _counts(e) and _ceiling(e) >= floor
    ]
    return low, min(ahead, key=lambda e: (_ceiling(e), e.expression.start), default=None)


def _is_coarse(evidence: _Evidence) -> bool:
    return evidence.stretch is not None and evidence.stretch.kind in ("year", "term")


def _without_misread(past: Sequence[_Evidence]) -> list[_Evidence]:
    """Without years that lie so far behind the last day told that their tense was rather misread."""
    latest = max((_floor(e) for e in past if not _is_coarse(e)), default=date.max)
    return [e for e in past if not _is_coarse(e) or _floor(e).year <= latest.year + 1]


def _is_past(evidence: _Evidence, low: _Evidence | None) -> bool:
    if evidence.is_long_ago or (evidence.is_limit and not evidence.is_day):
        return evidence is low
    return evidence is low or evidence.tense == "past"


def _counts(evidence: _Evidence) -> bool:
    """Years ("2011-2020 period") say little of their telling; a term whose congress has met says more."""
    return evidence.stretch is not None and evidence.stretch.kind != "years"


def _floor(evidence: _Evidence) -> date:
    """A day told in the past is over; of a longer stretch only its beginning is."""
    assert evidence.stretch is not None
    return evidence.stretch.last if evidence.is_day else evidence.stretch.first


def _ceiling(evidence: _Evidence) -> date:
    """A day ahead has not come; a longer stretch ahead has not ended."""
    assert evidence.stretch is not None
    if evidence.stretch.kind == "term":
        return date(evidence.stretch.first.year, 12, 31)
    return evidence.stretch.first if evidence.is_day else evidence.stretch.last


def _with_years(evidence: _Evidence, low: _Evidence | None, high: _Evidence | None) -> Iterator[_Evidence]:
    """A day and month in the year between the bounds where they fit.

    Of several years the first, where the lower bound is a day or a part of a year told as news; where it is
    only a year, that day may be in it or in the next.
    """
    if evidence.stretch or not evidence.is_day or (low is None and high is None):
        yield evidence
        return
    floor = low.stretch.first if low and low.stretch else None
    ceiling = high.stretch.last if high and high.stretch else None
    first = floor.year if floor else ceiling.year - 1 if ceiling else 0
    for number in (first, first + 1):
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
                is_vague=bool(low and low.stretch and low.stretch.kind in ("year", "term"))
                and ceiling is None,
            )
            return
    yield evidence


def _between(low: _Evidence, high: _Evidence | None) -> Published:
    first = _floor(low)
    yearless = low.is_day and "ref" not in low.expression.parts and "y" not in low.expression.parts
    last = _ceiling(high) if high else None
    if yearless and (last is None or last.year > first.year):
        # News leaves out the year only within it; where that may be the year after the one named,
        # the range says so.
        last = date(first.year + low.is_vague, 12, 31)
    soon = first + timedelta(days=FRESH)
    now = Now(first, min(last or soon, soon) if low.is_day else last or first)
    return Published(
        _say_range(first, last, low, high), "inferred", low.expression.start, low.expression.end, now
    )


def _say_range(first: date, last: date | None, low: _Evidence, high: _Evidence | None) -> str:
    """`[a..b]`, both ends written to the month where neither is known to the day."""
    by_day = low.is_day or (high is not None and high.is_day)
    a, b = (str(d) if by_day else f"{d:%Y-%m}" for d in (first, last or first))
    if last is None:
        return f"[{a}..]"
    return a if a == b else f"[{a}..{b}]"


def _before(high: _Evidence) -> Published:
    last = _ceiling(high)
    text = str(last) if high.is_day else month(last.year, last.month).edtf
    now = Now(last - timedelta(days=365), last)
    return Published(f"[..{text}]", "inferred", high.expression.start, high.expression.end, now)


def _is_far(high: _Evidence) -> bool:
    """An aim for some year says nothing of the present one."""
    return high.stretch is None or high.stretch.kind not in ("day", "days", "month", "quarter", "half")


def _find_about(found: Sequence[_Evidence]) -> Published | None:
    """Where nothing is told with its day: about the start of the first term or period named."""
    periods = [e for e in found if e.stretch and e.stretch.kind in ("years", "term")]
    terms = [e for e in periods if e.stretch and e.stretch.kind == "term"]
    return _about((terms or periods)[0]) if periods else None


def _about(evidence: _Evidence) -> Published:
    assert evidence.stretch is not None
    number, expression = evidence.stretch.first.year, evidence.expression
    return Published(
        f"{number}~",
        "inferred",
        expression.start,
        expression.end,
        Now(date(number, 1, 1), date(number, 12, 31)),
    )
