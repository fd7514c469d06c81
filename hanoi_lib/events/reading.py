"""One document as the readers of events see it, and what they all ask of it.

Answers whether a moment can date anything, what part of a sentence belongs to it, and which events a deed
and its moment make. Refuses deadlines, yardsticks, visions and the date line of the document itself.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from hanoi_lib.dates.moments import Moment, Moments, Published
from hanoi_lib.events.deeds import Deed
from hanoi_lib.events.happenings import Event
from hanoi_lib.events.phrases import find_phrase_start, leave_date
from hanoi_lib.events.titles import build_title
from hanoi_lib.events.venues import DATELINE, find_areas
from hanoi_lib.passages import Passage
from hanoi_lib.places import Places
from hanoi_lib.scan import Terms
from hanoi_lib.spans import parse_span


@dataclass(frozen=True, slots=True)
class Reading:
    """One document with all that is known of it."""

    plain: str
    terms: Terms
    places: Places
    moments: Moments
    published: Published | None


NEAR: Final = 500  # characters around a moment or a deed in which what belongs to it is looked for


def near_to(passage: Passage, start: int, end: int) -> Passage:
    """The part of a sentence around [start, end): all of it, unless it is longer than sentences are."""
    return replace(passage, start=max(passage.start, start - NEAR), end=min(passage.end, end + NEAR))


_EXPLAINED: Final = re.compile(r",? when [\w']")  # "higher than in 2004, when Hue became a city"


def is_eligible(reading: Reading, moment: Moment) -> bool:
    """Whether a moment can date what its sentence tells."""
    if (
        (moment.comparison and not _EXPLAINED.match(reading.plain, moment.end))
        or moment.vision
        or _is_limit(reading.plain, moment)
        or moment.kind in ("years", "term")
    ):
        return False
    published = reading.published
    is_own_date = (
        published is not None
        and published.basis == "stated"
        and moment.start < published.end
        and published.start < moment.end
    )
    return not is_own_date


_IN_TIME: Final = re.compile(r"\bin time for\b|\b(?:before|by) [\w' ]{0,30}\b(?:Day|Tet)\b")


def _is_limit(plain: str, moment: Moment) -> bool:
    """Whether it is "by", "since" or "as of" then.

    No limit is "in time for National Day on September 2", nor a day that is explained ("before September 2,
    when work begins"), nor one since which something is so ("Since this morning the two have been one city").
    """
    if moment.lead == "deadline":
        in_time = _IN_TIME.search(plain, max(0, moment.start - 50), moment.start)
        return not (in_time or (moment.kind == "day" and _EXPLAINED.match(plain, moment.end)))
    return moment.lead in ("as_of", "after") or (moment.lead == "since" and moment.kind != "day")


def build_events(reading: Reading, passage: Passage, moment: Moment, deed: Deed) -> Iterator[Event]:
    """The event that a deed and its moment make, once for each place of it."""
    thing = deed.thing or (deed.start, deed.end)
    start, end = min(deed.start, moment.start, thing[0]), max(deed.end, moment.end, thing[1])
    title = title_of(reading.plain, leave_date(reading.plain, passage, moment, deed), deed, moment.start)
    if start == moment.start and re.search(
        r"\band $|;", reading.plain[moment.end : min(deed.start, thing[0])]
    ):
        start = min(deed.start, thing[0])  # "met on Wednesday and elected"
    start = find_phrase_start(reading.plain, passage, start, deed)
    for area in find_areas(reading.plain, reading.places, passage, deed):
        yield Event(start, end, deed.kind, title, moment.edtf, area)


def title_of(plain: str, passage: Passage, deed: Deed, limit: int) -> str:
    """The title of a deed from its sentence without the dateline."""
    dateline = DATELINE.match(plain[passage.start : passage.end])
    start = passage.start + (dateline.end() if dateline else 0)
    return build_title(plain, start, passage.end, (deed.start, deed.end), deed.does, deed.thing, limit)


def is_near(published: Published | None, edtf: str) -> bool:
    """Whether a day is about the document's own."""
    now, span = published.now if published else None, parse_span(edtf)
    return bool(
        now
        and span
        and span.kind in ("day", "throughout")
        and 0 <= (now.last - span.last).days <= 370
        and abs((now.first - span.last).days) <= 8
    )
