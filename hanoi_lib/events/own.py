"""What an article reports as its own news without a day: it has the day of its meeting, or the article's own.

Answers with events for "has approved", "elected him" at the meeting told before, "is the new Secretary" and
the decision of a headline. Refuses deeds whose clause names a day, and what is told of many places at once.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from hanoi_lib.dates.moments import Moment
from hanoi_lib.dates.tenses import find_tense
from hanoi_lib.events.deeds import Deed, find_deeds
from hanoi_lib.events.happenings import Event
from hanoi_lib.events.phrases import find_phrase_start
from hanoi_lib.events.reading import Reading, build_events, is_eligible, is_near, near_to, title_of
from hanoi_lib.events.venues import find_areas
from hanoi_lib.needles import Guarded
from hanoi_lib.passages import Passage

_NEW_HOLDER: Final = Guarded(
    r"\b(?:is|becomes|became|as) the (?:city's |province's )?new (?=[A-Z]|party |municipal |provincial )",
    "new ",
)
_HAS: Final = re.compile(r"\b(?:has|have) (?:been |just |officially |recently )?$", re.I)
# "Many provinces have elected or re-elected their leaders": of many, some day
_OR: Final = re.compile(r" or (?:re-?)?\w+ed\b")
_MANY: Final = re.compile(
    r"\b(?:many|several|most|all|some|\d+) (?:\w+ )?(?:provinces|cities|localities)\b", re.I
)
LEAD: Final = 3  # sentences, from the headline on, in which an article tells its own news


def find_own(reading: Reading, article: Sequence[Passage], dated: Sequence[Event]) -> Iterator[Event]:
    """What the article reports as its own news: a decision, a new holder, who was elected at its meeting."""
    recent = [e for e in dated if is_near(reading.published, e.date)]
    meetings = sorted(
        (e for e in recent if e.kind in ("session", "congress")), key=lambda e: (e.start, e.date[-10:])
    )
    decided = any(e.kind == "decision" for e in recent)
    told = {place for e in dated for place in range(e.start, e.end)}
    for number, passage in enumerate(article):
        for deed in find_deeds(reading.plain, reading.terms, passage):
            near = near_to(passage, deed.start, deed.end)
            if (
                deed.start in told
                or deed.does == "Nomination"
                or (deed.kind == "decision" and decided)
                or _has_its_day(reading, near, deed)
            ):
                continue
            before = meetings[: bisect_right(meetings, deed.start, key=lambda e: e.start)]
            before = [e for e in before if _is_of(reading, passage, e)]
            alike = [e for e in before if e.kind == before[-1].kind]  # its closing, told before its opening
            meeting = max(alike, key=lambda e: e.date[-10:], default=None)
            date = _own_date(reading, near, deed, meeting, number)
            if date and not _is_of_many(reading.plain, near, deed):
                area = find_areas(reading.plain, reading.places, near, deed)[0]
                title, end = (
                    title_of(reading.plain, near, deed, near.end),
                    _clause_end(reading.plain, near, deed),
                )
                start = find_phrase_start(reading.plain, near, deed.start, deed)
                yield Event(start, end, deed.kind, title, date, area)
        yield from _find_new_holder(reading, passage, article[number + 1 : number + 4])


def _is_of_many(plain: str, passage: Passage, deed: Deed) -> bool:
    """Whether a deed is told of many places at once."""
    return bool(_OR.match(plain, deed.end) or _MANY.search(plain, passage.start, deed.start))


def _has_its_day(reading: Reading, passage: Passage, deed: Deed) -> bool:
    """Whether the clause of a deed names a day, which may be another's."""
    start = max(reading.plain.rfind(";", passage.start, deed.start), passage.start)
    end = reading.plain.find(";", deed.end, passage.end)
    near = reading.moments.within(start, passage.end if end < 0 else end)
    near = [m for m in near if is_eligible(reading, m)]
    return any(m.kind in ("day", "days") or _is_fronted(m, start) for m in near)


def _is_fronted(moment: Moment, start: int) -> bool:
    """As in "In October 2015, he was elected": another time than the document's own meeting."""
    return moment.kind in ("month", "year") and moment.start - start <= len("Earlier, in ")


def _is_of(reading: Reading, passage: Passage, meeting: Event) -> bool:
    """Whether a sentence can tell of a meeting: it names no other place before all else."""
    named = reading.places.localities(passage.start, passage.start + 60)
    return not named or meeting.area in (None, "Vietnam", named[0].value)


_PERSONNEL: Final = ("Election", "Dismissal", "Appointment", "Resignation")


def _own_date(
    reading: Reading, passage: Passage, deed: Deed, meeting: Event | None, number: int
) -> str | None:
    plain = reading.plain
    tense = find_tense(plain[passage.start : passage.end], deed.end - passage.start, deed.end - passage.start)
    has = _HAS.search(plain[max(passage.start, deed.start - 25) : deed.start])
    by_vote = deed.does in ("Adoption", "Approval") and meeting is not None
    if deed.kind == "appointment" and (by_vote or deed.does in _PERSONNEL):
        told = plain[deed.start : deed.end].lower().endswith(("ed", "office", "in", "from", "of"))
        if passage.kind == "headline" or tense != "past" or not told:
            return None
        return (
            meeting.date
            if meeting
            else reading.published.edtf
            if reading.published and has and number <= LEAD
            else None
        )
    if (
        deed.kind != "decision"
        or deed.does in ("Dating", "Announcement", "Entry into force")
        or not reading.published
    ):
        return None
    is_headline = passage.kind == "headline" and number == 0 and plain[deed.start : deed.end].endswith("s")
    return reading.published.edtf if is_headline or (has and number <= LEAD) else None


_CLAUSE_STOP: Final = re.compile(r"(?<!\bMr)(?<!\bMs)(?<!\bMrs)(?<!\bDr)(?<!\bNo)[,;.](?:\s|$)")


def _clause_end(plain: str, passage: Passage, deed: Deed) -> int:
    stop = _CLAUSE_STOP.search(plain[deed.end : passage.end])
    return deed.end + stop.start() if stop else passage.end


def _find_new_holder(reading: Reading, passage: Passage, following: Sequence[Passage]) -> Iterator[Event]:
    """Who "is the new Secretary" was appointed on the day that the decision or the ceremony has."""
    match = _NEW_HOLDER.search(reading.plain, passage.start, passage.end)
    if match is None:
        return
    for near in (passage, *following):
        if near is not passage and not _DECIDED.search(reading.plain, near.start, near.end):
            continue
        for moment in reading.moments.within(near.start, near.end):
            if moment.kind == "day" and moment.tense == "past" and is_eligible(reading, moment):
                deed = Deed(match.start(), match.end(), "appointment", "Appointment")
                for event in build_events(reading, passage, moment, deed):
                    yield replace(event, start=match.start(), end=_clause_end(reading.plain, passage, deed))
                return


_DECIDED: Final = re.compile(r"\b(?:decision|announced|appointment|appointed|ceremony|handed over)\b", re.I)
