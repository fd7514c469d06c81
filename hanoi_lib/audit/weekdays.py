"""Days of the week held against the dates they stand with: "Tuesday, January 14, 2025" was one.

A pure function of one document. Refuses dates whose year only follows from something else: a wrong year
would make every day of the week wrong.
"""

import re
from collections.abc import Iterator
from datetime import date

from hanoi_lib.audit.verdicts import Row, Verdict, build_check
from hanoi_lib.dates.forms import WEEKDAYS
from hanoi_lib.dates.moments import Moment, Moments, Published
from hanoi_lib.documents import Document
from hanoi_lib.spans import POINT
from hanoi_lib.wording import say_date

_NAMED = re.compile(rf"\b({'|'.join(WEEKDAYS)})\b", re.I)
_BEFORE = re.compile(rf"\b({'|'.join(WEEKDAYS)})(?: (?:morning|afternoon|evening|night))?,? ?\(?$", re.I)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def find_weekdays(document: Document, moments: Moments, published: Published | None) -> Iterator[Row]:
    """A check for every known day that the text names with its day of the week."""
    stated = published is not None and published.basis == "stated"
    for moment in moments:
        day = _find_day(moment)
        words = document.plain[moment.start : moment.end]
        named = day and _find_name(document.plain, moment, words)
        if day and named and (stated or _YEAR.search(words)):
            yield _check(document, moment, day, named)


def _find_day(moment: Moment) -> date | None:
    match = POINT.fullmatch(moment.edtf)
    return date(int(match[1]), int(match[2]), int(match[3])) if match and match[3] and not match[4] else None


def _find_name(plain: str, moment: Moment, words: str) -> tuple[str, int] | None:
    """The day of the week within the date or right before it, and its place; none for "Tuesday" alone."""
    within = _NAMED.search(words)
    if within:
        return (within[1], moment.start + within.start()) if re.search(r"\d", words) else None
    before = _BEFORE.search(plain, max(0, moment.start - 30), moment.start)
    return (before[1], before.start()) if before and re.search(r"\d", words) else None


def _check(document: Document, moment: Moment, day: date, named: tuple[str, int]) -> Row:
    name, first = named
    start, end = document.span(min(first, moment.start), moment.end)
    row = {
        "document_id": document.document_id,
        "start": start,
        "end": end,
        "exact": document.text[start:end],
    }
    fell, said = WEEKDAYS[day.weekday()].capitalize(), name.capitalize()
    verdict: Verdict = "holds" if fell == said else "differs"
    what = f"{say_date(moment.edtf)} was a {fell}; the text says {said}"
    return build_check("weekday", verdict, what, fell, said, [row])
