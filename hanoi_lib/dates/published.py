"""When a document was published, as far as it says so itself.

Answers with EDTF and whether the text states the day (`date 2024-11-27` at its head, a dateline, a date
line of the page) or only lets it be narrowed down: after the last day told in the past tense, before the
first still ahead (`[2025-06-16..2025-06-20]`), or, where only a term or a year is known, about then
(`2026~`). Reads nothing but the article and its own date lines: no file name, no clock, no boilerplate.
Never more precise than the evidence.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from hanoi_lib.dates.evidence import (
    DAY_FORMS,
    FULL_FORMS,
    NOTHING,
    Evidence,
    ceiling_of,
    find_anchor,
    find_bounds,
    find_evidence,
    floor_of,
    is_far,
    with_years,
)
from hanoi_lib.dates.expressions import Expression, find_expressions
from hanoi_lib.dates.reckoning import find_stretch
from hanoi_lib.dates.stretches import Now, Stretch, month
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


DATELINES: Final = 40  # sentences from the head of a page among which its dateline stands
FRESH: Final = (
    31  # days within which an article that gives its latest day is taken to have appeared, in reckoning only
)


def find_published(document: Document, passages: Sequence[Passage]) -> Published | None:
    """The document's date, stated or inferred; None where the text gives no hold at all."""
    return _find_stated(document.plain, passages) or _find_inferred(document.plain, passages)


# " date 2024-11-27 HA NOI —" as the head of an exported article
_HEAD: Final = re.compile(r"\s{0,4}(date \d{4}-\d{2}-\d{2})\b", re.I)
# "HANOI, July 17, 2024 (VNA) — ": capitals, then what may hold a date, then the dash that opens the text
# "Hanoi, Sept. 25 -- ", "Hanoi (VNA), June 3 - "
_DATELINE: Final = re.compile(
    r"\W{0,3}(?:[A-Z][A-Z .'-]{2,40}, [^—]{0,40}?(?:—| - |--|\()"
    r"|[A-Z][A-Za-z .'-]{2,30}(?: ?\([A-Z/]{2,12}\))?,? "
    r"(?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8}\.?)"
    r"(?:,? \d{4})?(?: ?\([A-Z/]{2,12}\))? ?(?:—|--|-(?= )|:(?= )))"
)
# " date 2024-11-27 " before a paragraph further down
_HEADED: Final = re.compile(r"\W{0,3}date (?=\d{4}-\d\d-\d\d )")
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
        stretch = expression and find_stretch(expression, NOTHING)
        if stretch:
            return _exactly(stretch, head.start(1), head.end(1), "stated")
    lines = list(_date_lines(plain, passages))
    headline = next((p.start for p in passages if p.kind == "headline"), 0)
    lines.sort(  # above the headline a page prints the day on which it is looked at
        key=lambda line: (
            line[2] < headline,
            bool(_UPDATED.search(plain, line[2], line[0].start)),
            line[0].start,
        )
    )
    for expression, stretch, _ in lines:
        return _exactly(stretch, expression.start, expression.end, "stated")
    return None


def _exactly(stretch: Stretch, start: int, end: int, basis: str) -> Published:
    return Published(stretch.edtf, basis, start, end, Now(stretch.first, stretch.last))


def _date_lines(plain: str, passages: Sequence[Passage]) -> Iterator[tuple[Expression, Stretch, int]]:
    """Full dates that stand where a page or an article prints its own, with the start of their line.

    Furniture prints it in the head of the article, or with a label ("Last updated: ..."); a briefing may
    head itself with no more than its month.
    """
    head = _head(passages)
    for number, passage in enumerate(passages):
        if passage.kind == "boilerplate" and number not in head and not _is_labelled(plain, passage):
            continue
        lead = plain[passage.start : min(passage.end, passage.start + 120)]
        may_open = any(mark in lead for mark in ("—", " -", "--", "(", ": "))
        dateline = _DATELINE.match(plain, passage.start, passage.start + len(lead)) if may_open else None
        end = dateline.end() if dateline else passage.end
        if "date " in lead[:8] and (headed := _HEADED.match(plain, passage.start, passage.end)):
            dateline, end = headed, headed.end() + len("2024-11-27")
        if end - passage.start > 120:
            continue
        for expression in find_expressions(plain, passage.start, end):
            stretch = find_stretch(expression, NOTHING) if expression.form in FULL_FORMS else None
            is_own = dateline or _is_labelled(plain, passage) or _is_date_line(plain, passage, expression)
            if stretch and stretch.kind == "day" and is_own:
                yield expression, stretch, passage.start
        if number in head and _MONTH_LINE.fullmatch(plain, passage.start, passage.end):
            for expression in find_expressions(plain, passage.start, passage.end):
                if stretch := find_stretch(expression, NOTHING):
                    yield expression, stretch, passage.start


_MONTH_LINE: Final = re.compile(r"[A-Z][a-z]{2,8},? 20\d\d")
_LABELLED: Final = re.compile(
    r"\W*(?:(?:date )?published|posted|publish(?:ed)? date|(?:last )?(?:updated?|modified))",
    re.I,
)


def _is_labelled(plain: str, passage: Passage) -> bool:
    return _LABELLED.match(plain, passage.start, passage.end) is not None


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
    glued = expression.start > passage.start and plain[expression.start - 1].isalpha()
    return len(words) <= 4 and (glued or all(word[0].isupper() for word in words))


def _find_inferred(plain: str, passages: Sequence[Passage]) -> Published | None:
    found = list(find_evidence(plain, passages))
    datelines = _datelines(plain, passages)
    filed = next((e.expression.start for e in found if _is_filed(plain, e, datelines)), None)
    low, high = find_bounds([e for e in found if e.stretch], None, None)
    low = find_anchor(found, low, high) or low
    dated = [e for early in found for e in with_years(early, low, high)]
    low, high = find_bounds([e for e in dated if e.stretch and e.is_day], low, high)
    day = next((e for e in dated if e.expression.start == filed), None)
    if day and day.stretch and not day.is_vague:  # a dateline without its year: "HANOI, June 14 -"
        return _exactly(day.stretch, day.expression.start, day.expression.end, "inferred")
    if low is None or low.stretch is None:
        return _before(high) if high and not is_far(high) else _find_about(found, _plan_year(found))
    if high and (ceiling_of(high) < floor_of(low) or _is_loose(low, high)):
        high = None
    if not low.is_day and high is None:
        return _find_about(found, low)
    return _between(low, high)


# "opened today, October 16", "this morning (June 3)"
_TODAY: Final = re.compile(r"\b(?:today|tonight|this (?:morning|afternoon|evening)),? ?[\[(]?(?:on )?$")


def _is_filed(plain: str, evidence: Evidence, datelines: Sequence[tuple[int, int]]) -> bool:
    """Whether a day without a year stands in a dateline, or any day behind "today"."""
    start = evidence.expression.start
    if evidence.expression.form in DAY_FORMS and _TODAY.search(plain, max(0, start - 24), start):
        return True
    if evidence.stretch or evidence.expression.form not in DAY_FORMS:
        return False
    return any(first <= start < end for first, end in datelines)


def _datelines(plain: str, passages: Sequence[Passage]) -> list[tuple[int, int]]:
    """Where paragraphs open with the place and the day they were filed."""
    ends = (
        (p.start, _DATELINE.match(plain, p.start, min(p.end, p.start + 120))) for p in passages[:DATELINES]
    )
    return [(start, match.end()) for start, match in ends if match]


def _is_loose(low: Evidence, high: Evidence) -> bool:
    """An aim for a year long after the last day told bounds nothing."""
    return is_far(high) and ceiling_of(high) - floor_of(low) > timedelta(days=366)


def _between(low: Evidence, high: Evidence | None) -> Published:
    first = floor_of(low)
    yearless = low.is_day and "ref" not in low.expression.parts and "y" not in low.expression.parts
    last = ceiling_of(high) if high else None
    if yearless and (last is None or last.year > first.year):
        # News leaves out the year only within it; where that may be the year after the one named,
        # the range says so.
        last = date(first.year + low.is_vague, 12, 31)
    soon = first + timedelta(days=FRESH)
    now = Now(first, min(last or soon, soon) if low.is_day else last or first)
    return Published(
        _say_range(first, last, low, high), "inferred", low.expression.start, low.expression.end, now
    )


def _say_range(first: date, last: date | None, low: Evidence, high: Evidence | None) -> str:
    """`[a..b]`, both ends written to the month where neither is known to the day."""
    by_day = low.is_day or (high is not None and high.is_day)
    a, b = (str(d) if by_day else f"{d:%Y-%m}" for d in (first, last or first))
    if last is None:
        return f"[{a}..]"
    return a if a == b else f"[{a}..{b}]"


def _before(high: Evidence) -> Published:
    last = ceiling_of(high)
    text = str(last) if high.is_day else month(last.year, last.month).edtf
    now = Now(last - timedelta(days=365), last)
    return Published(f"[..{text}]", "inferred", high.expression.start, high.expression.end, now)


def _find_about(found: Sequence[Evidence], low: Evidence | None = None) -> Published | None:
    """Where nothing is told with its day: about the start of the term whose congress is told, else of the
    period ahead, unless some later time is told as past.
    """
    terms = [e for e in found if e.stretch and e.stretch.kind == "term"]
    period = max(terms, key=_year, default=None) or next((e for e in found if _is_period_ahead(e)), None)
    if period is None or (low and _year(low) > _year(period)):
        return _about(low) if low else None
    return _about(period)


def _plan_year(found: Sequence[Evidence]) -> Evidence | None:
    """The first year that is spoken of as ahead or running, and as no horizon: "2024 is crucial for"."""
    aimed = [e for e in found if e.stretch and e.is_limit and e.stretch.kind == "year" and e.tense != "past"]
    horizon = min((_year(e) for e in aimed), default=9999)  # "by 2025 ..., in 2030": 2030 is no year running
    years = (e for e in found if e.stretch and e.stretch.kind == "year" and not e.is_limit)
    return next(
        (e for e in years if e.tense == "future" and not e.is_long_ago and _year(e) < horizon),
        None,
    )


LONGEST_PLAN: Final = 5  # years; plans for longer are spoken of long before they begin and long after


def _is_period_ahead(evidence: Evidence) -> bool:
    stretch = evidence.stretch
    if stretch is None or stretch.kind != "years" or evidence.tense == "past":
        return False
    return stretch.last.year - stretch.first.year <= LONGEST_PLAN


def _year(evidence: Evidence) -> int:
    return evidence.stretch.first.year if evidence.stretch else 0


def _about(evidence: Evidence) -> Published:
    assert evidence.stretch is not None
    number, expression = evidence.stretch.first.year, evidence.expression
    return Published(
        f"{number}~",
        "inferred",
        expression.start,
        expression.end,
        Now(date(number, 1, 1), date(number, 12, 31)),
    )
