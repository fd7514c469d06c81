"""What happened, or is to happen, on a date that the text states or allows to resolve.

Answers with one `Event` for each meeting, decision, appointment, launch and the like that the grammar of
its sentence binds to a moment: "a working session with ... on June 16", "on October 22 issued a
resolution", "The congress, held from October 11 to 13". An article's own news without a day ("has signed
and promulgated") has the document's date. Refuses years that are merely mentioned, deadlines of plans,
and dates that belong to figures.

Reads `vocabulary/events.yml`.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from hanoi_lib.dates.moments import Moment, Moments, Published
from hanoi_lib.dates.tenses import find_tense
from hanoi_lib.documents import Document
from hanoi_lib.events.bindings import find_bound
from hanoi_lib.events.deeds import Deed, find_deeds
from hanoi_lib.events.happenings import Event, covers, keep_once
from hanoi_lib.events.phrases import find_phrase_start, leave_date
from hanoi_lib.events.sittings import find_sitting
from hanoi_lib.events.titles import build_title
from hanoi_lib.events.venues import DATELINE, find_areas
from hanoi_lib.needles import Guarded
from hanoi_lib.passages import Passage
from hanoi_lib.places import Places
from hanoi_lib.scan import Terms
from hanoi_lib.spans import parse_span


@dataclass(frozen=True, slots=True)
class _Reading:
    """One document with all that is known of it."""

    plain: str
    terms: Terms
    places: Places
    moments: Moments
    published: Published | None


def find_events(
    document: Document,
    passages: Sequence[Passage],
    terms: Terms,
    places: Places,
    moments: Moments,
    published: Published | None,
) -> tuple[Event, ...]:
    """The events of the article in order, each once; one row for each area of a meeting with several."""
    reading = _Reading(document.plain, terms, places, moments, published)
    article = [p for p in passages if p.kind != "boilerplate"]
    found = [event for passage in article for event in _find_dated(reading, passage)]
    found += _find_following(reading, article, found)
    found += _find_lasting(reading, article, found)
    found += _find_own(reading, article, found)
    found += find_sitting(document.plain, article, [e for e in found if _is_recent(reading, e)])
    return tuple(keep_once(sorted(found, key=lambda e: (e.start, e.end)), document.plain))


NEAR: Final = 500  # characters around a moment or a deed in which what belongs to it is looked for


def _near(passage: Passage, start: int, end: int) -> Passage:
    """The part of a sentence around [start, end): all of it, unless it is longer than sentences are."""
    return replace(passage, start=max(passage.start, start - NEAR), end=min(passage.end, end + NEAR))


def _find_dated(reading: _Reading, passage: Passage) -> Iterator[Event]:
    moments = [m for m in reading.moments.within(passage.start, passage.end) if _is_eligible(reading, m)]
    if not moments:
        return
    deeds = find_deeds(reading.plain, reading.terms, passage)
    starts = [deed.start for deed in deeds]
    bound: dict[Deed, list[Moment]] = {}
    for moment in moments:
        near = _near(passage, moment.start, moment.end)
        around = deeds[bisect_left(starts, near.start) : bisect_left(starts, near.end)]
        for deed in find_bound(reading.plain, near, moment, around):
            bound.setdefault(deed, []).append(moment)
    for deed, dates in bound.items():
        for moment in dates[1:] if _is_frame(dates) else dates:
            yield from _events(reading, _near(passage, deed.start, deed.end), moment, deed)


def _is_frame(dates: Sequence[Moment]) -> bool:
    """Whether the first date is only the frame of a finer one: "this year: ... on September 2"."""
    is_coarse = dates[0].kind not in ("day", "days") or dates[0].edtf.startswith("[")
    return is_coarse and any(_within(m.edtf, dates[0].edtf) for m in dates[1:])


def _within(inner: str, outer: str) -> bool:
    """Whether a date lies inside a coarser one."""
    return inner != outer and covers(outer, inner)


_EXPLAINED: Final = re.compile(r",? when [\w']")  # "higher than in 2004, when Hue became a city"


def _is_eligible(reading: _Reading, moment: Moment) -> bool:
    if (
        (moment.comparison and not _EXPLAINED.match(reading.plain, moment.end))
        or moment.vision
        or _is_limit(reading.plain, moment)
        or moment.kind in ("years", "term", "other")
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


def _is_limit(plain: str, moment: Moment) -> bool:
    """Whether it is "by", "since" or "as of" then; "in time for National Day on September 2" is no limit."""
    in_time = moment.lead == "deadline" and "in time for" in plain[max(0, moment.start - 50) : moment.start]
    is_since_day = (
        moment.lead == "since" and moment.kind == "day"
    )  # "Since this morning the two have been one city"
    return moment.lead in ("deadline", "since", "as_of", "after") and not (in_time or is_since_day)


def _events(reading: _Reading, passage: Passage, moment: Moment, deed: Deed) -> Iterator[Event]:
    thing = deed.thing or (deed.start, deed.end)
    start, end = min(deed.start, moment.start, thing[0]), max(deed.end, moment.end, thing[1])
    title = _title(reading.plain, leave_date(reading.plain, passage, moment, deed), deed, moment.start)
    if start == moment.start and re.search(
        r"\band $|;", reading.plain[moment.end : min(deed.start, thing[0])]
    ):
        start = min(deed.start, thing[0])  # "met on Wednesday and elected"
    start = find_phrase_start(reading.plain, passage, start, deed)
    for area in find_areas(reading.plain, reading.places, passage, deed):
        yield Event(start, end, deed.kind, title, moment.edtf, area)


_FOLLOWED: Final = re.compile(r"\bfollow(?:s|ed)? (?:suit )?(?:on|in) (?:the )?$")


def _find_following(reading: _Reading, article: Sequence[Passage], dated: Sequence[Event]) -> Iterator[Event]:
    """ "Work on the roads began in June. The bridge followed on September 6": the same, of something else."""
    dated = sorted(dated, key=lambda e: e.start)
    starts = [e.start for e in dated]
    for passage in article:
        for moment in reading.moments.within(passage.start, passage.end):
            if moment.kind not in ("day", "month", "quarter") or not _FOLLOWED.search(
                reading.plain, max(passage.start, moment.start - 20), moment.start
            ):
                continue
            before = bisect_left(starts, passage.start) - 1
            if before >= 0 and "\n" not in reading.plain[starts[before] : passage.start].rstrip():
                yield replace(
                    dated[before],
                    start=passage.start,
                    end=moment.end,
                    date=moment.edtf,
                    title=_follow_title(reading.plain[passage.start : moment.start]),
                )


# "its 18th session, which lasts until December 9": it has begun, and its end is told
_LASTS: Final = re.compile(
    r"\b(?:last|run|continue|go)(?:s|es|ing)?(?: on)? (?:until|through|till|to) (?:the end of )?$"
)


def _find_lasting(reading: _Reading, article: Sequence[Passage], dated: Sequence[Event]) -> Iterator[Event]:
    """Meetings of which only the last day is told; they have begun by the day that the article states."""
    published = reading.published
    if (
        published is None
        or published.basis != "stated"
        or any(e.kind in ("session", "congress") for e in dated)
    ):
        return
    for passage in article:
        for moment in reading.moments.within(passage.start, passage.end):
            lasts = _LASTS.search(reading.plain, max(passage.start, moment.start - 40), moment.start)
            if lasts is None or moment.kind != "day" or moment.edtf <= published.edtf:
                continue
            nouns = [d for d in find_deeds(reading.plain, reading.terms, passage) if d.is_meeting]
            nouns = [d for d in nouns if d.end <= lasts.start()]
            for area in find_areas(reading.plain, reading.places, passage, nouns[-1]) if nouns else ():
                title = _title(reading.plain, passage, nouns[-1], lasts.start())
                date = f"{published.edtf}/{moment.edtf}"
                start = find_phrase_start(reading.plain, passage, nouns[-1].start, nouns[-1])
                yield Event(start, moment.end, nouns[-1].kind, title, date, area)


def _follow_title(words: str) -> str:
    title = re.sub(r"^(?:The|A|An|Its) ", "", words.split(",")[0].split(" followed")[0])[:90]
    return title[:1].upper() + title[1:]


def _title(plain: str, passage: Passage, deed: Deed, limit: int) -> str:
    dateline = DATELINE.match(plain[passage.start : passage.end])
    start = passage.start + (dateline.end() if dateline else 0)
    return build_title(plain, start, passage.end, (deed.start, deed.end), deed.does, deed.thing, limit)


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


def _find_own(reading: _Reading, article: Sequence[Passage], dated: Sequence[Event]) -> Iterator[Event]:
    """What the article reports as its own news: a decision, a new holder, who was elected at its meeting."""
    recent = [e for e in dated if _is_recent(reading, e)]
    meetings = sorted(
        (e for e in recent if e.kind in ("session", "congress")), key=lambda e: (e.start, e.date[-10:])
    )
    decided = any(e.kind == "decision" for e in recent)
    told = {place for e in dated for place in range(e.start, e.end)}
    for number, passage in enumerate(article):
        for deed in find_deeds(reading.plain, reading.terms, passage):
            near = _near(passage, deed.start, deed.end)
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
                    _title(reading.plain, near, deed, near.end),
                    _clause_end(reading.plain, near, deed),
                )
                start = find_phrase_start(reading.plain, near, deed.start, deed)
                yield Event(start, end, deed.kind, title, date, area)
        yield from _find_new_holder(reading, passage, article[number + 1 : number + 4])


def _is_of_many(plain: str, passage: Passage, deed: Deed) -> bool:
    """Whether a deed is told of many places at once."""
    return bool(_OR.match(plain, deed.end) or _MANY.search(plain, passage.start, deed.start))


def _has_its_day(reading: _Reading, passage: Passage, deed: Deed) -> bool:
    """Whether the clause of a deed names a day, which may be another's."""
    start = max(reading.plain.rfind(";", passage.start, deed.start), passage.start)
    end = reading.plain.find(";", deed.end, passage.end)
    near = reading.moments.within(start, passage.end if end < 0 else end)
    near = [m for m in near if _is_eligible(reading, m)]
    return any(m.kind in ("day", "days") or _is_fronted(m, start) for m in near)


def _is_fronted(moment: Moment, start: int) -> bool:
    """As in "In October 2015, he was elected": another time than the document's own meeting."""
    return moment.kind in ("month", "year") and moment.start - start <= len("Earlier, in ")


def _is_of(reading: _Reading, passage: Passage, meeting: Event) -> bool:
    """Whether a sentence can tell of a meeting: it names no other place before all else."""
    named = reading.places.localities(passage.start, passage.start + 60)
    return not named or meeting.area in (None, "Vietnam", named[0].value)


def _is_recent(reading: _Reading, event: Event) -> bool:
    now, span = reading.published.now if reading.published else None, parse_span(event.date)
    return bool(
        now
        and span
        and span.kind in ("day", "throughout")
        and 0 <= (now.last - span.last).days <= 370
        and abs((now.first - span.last).days) <= 8
    )


def _own_date(
    reading: _Reading, passage: Passage, deed: Deed, meeting: Event | None, number: int
) -> str | None:
    plain = reading.plain
    tense = find_tense(plain[passage.start : passage.end], deed.end - passage.start, deed.end - passage.start)
    has = _HAS.search(plain[max(passage.start, deed.start - 25) : deed.start])
    if deed.kind == "appointment" and deed.does in ("Election", "Dismissal", "Appointment", "Resignation"):
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


def _clause_end(plain: str, passage: Passage, deed: Deed) -> int:
    stop = re.search(r"[,;.](?:\s|$)", plain[deed.end : passage.end])
    return deed.end + stop.start() if stop else passage.end


def _find_new_holder(reading: _Reading, passage: Passage, following: Sequence[Passage]) -> Iterator[Event]:
    """Who "is the new Secretary" was appointed on the day that the decision or the ceremony has."""
    match = _NEW_HOLDER.search(reading.plain, passage.start, passage.end)
    if match is None:
        return
    for near in (passage, *following):
        if near is not passage and not _DECIDED.search(reading.plain, near.start, near.end):
            continue
        for moment in reading.moments.within(near.start, near.end):
            if moment.kind == "day" and moment.tense == "past" and _is_eligible(reading, moment):
                deed = Deed(match.start(), match.end(), "appointment", "Appointment")
                for event in _events(reading, passage, moment, deed):
                    yield replace(event, start=match.start(), end=_clause_end(reading.plain, passage, deed))
                return


_DECIDED: Final = re.compile(r"\b(?:decision|announced|appointment|appointed|ceremony|handed over)\b", re.I)
