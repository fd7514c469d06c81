"""What happened, or is to happen, on a date that the text states or allows to resolve.

Answers with one `Event` for each meeting, decision, appointment, launch and the like that the grammar of
its sentence binds to a moment: "a working session with ... on June 16", "on October 22 issued a
resolution", "The congress, held from October 11 to 13". An article's own news without a day ("has signed
and promulgated") has the document's date. Refuses years that are merely mentioned, deadlines of plans,
and dates that belong to figures.

Reads `vocabulary/events.yml`.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from hanoi_lib.dates.moments import Moment, Moments, Published
from hanoi_lib.documents import Document
from hanoi_lib.events.bindings import find_bound
from hanoi_lib.events.deeds import Deed, find_deeds
from hanoi_lib.events.happenings import Event, covers, keep_once
from hanoi_lib.events.own import find_own
from hanoi_lib.events.phrases import find_phrase_start
from hanoi_lib.events.reading import Reading, build_events, is_eligible, is_near, near_to, title_of
from hanoi_lib.events.sittings import OPENING, find_sitting
from hanoi_lib.events.venues import find_areas
from hanoi_lib.passages import Passage
from hanoi_lib.places import DATELINE, Places
from hanoi_lib.scan import Terms


def find_events(
    document: Document,
    passages: Sequence[Passage],
    terms: Terms,
    places: Places,
    moments: Moments,
    published: Published | None,
) -> tuple[Event, ...]:
    """The events of the article in order, each once; one row for each area of a meeting with several."""
    reading = Reading(document.plain, terms, places, moments, published)
    article = [p for p in passages if p.kind != "boilerplate"]
    found = [event for passage in article for event in _find_dated(reading, passage)]
    found += _find_following(reading, article, found)
    found += _find_lasting(reading, article, found)
    found += find_own(reading, article, found)
    said = _find_said(reading, article[:OPENING])
    recent = [e for e in found if is_near(published, e.date)]
    found += find_sitting(document.plain, article, recent, said, places.main)
    return tuple(keep_once(sorted(found, key=lambda e: (e.start, e.end)), document.plain))


def _find_dated(reading: Reading, passage: Passage) -> Iterator[Event]:
    moments = [m for m in reading.moments.within(passage.start, passage.end) if is_eligible(reading, m)]
    if not moments:
        return
    deeds = find_deeds(reading.plain, reading.terms, passage)
    starts = [deed.start for deed in deeds]
    bound: dict[Deed, list[Moment]] = {}
    for moment in moments:
        near = near_to(passage, moment.start, moment.end)
        around = deeds[bisect_left(starts, near.start) : bisect_left(starts, near.end)]
        for deed in find_bound(reading.plain, near, moment, around):
            bound.setdefault(deed, []).append(moment)
    for deed, dates in bound.items():
        for moment in dates[1:] if _is_frame(dates) else dates:
            yield from build_events(reading, near_to(passage, deed.start, deed.end), moment, deed)


def _find_said(reading: Reading, opening: Sequence[Passage]) -> list[Moment]:
    """The days about the document's own that its opening names, but not in a dateline."""
    found = []
    for passage in opening:
        dateline = DATELINE.match(reading.plain, passage.start, passage.end)
        start = dateline.end() if dateline else passage.start
        found += [
            moment
            for moment in reading.moments.within(start, passage.end)
            if moment.kind == "day" and moment.tense != "future" and is_eligible(reading, moment)
        ]
    return [moment for moment in found if is_near(reading.published, moment.edtf)]


def _is_frame(dates: Sequence[Moment]) -> bool:
    """Whether the first date is only the frame of a finer one: "this year: ... on September 2"."""
    is_coarse = dates[0].kind not in ("day", "days") or dates[0].edtf.startswith("[")
    return is_coarse and any(_within(m.edtf, dates[0].edtf) for m in dates[1:])


def _within(inner: str, outer: str) -> bool:
    """Whether a date lies inside a coarser one."""
    return inner != outer and covers(outer, inner)


_FOLLOWED: Final = re.compile(r"\bfollow(?:s|ed)? (?:suit )?(?:on|in) (?:the )?$")


def _find_following(reading: Reading, article: Sequence[Passage], dated: Sequence[Event]) -> Iterator[Event]:
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


def _find_lasting(reading: Reading, article: Sequence[Passage], dated: Sequence[Event]) -> Iterator[Event]:
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
                title = title_of(reading.plain, passage, nouns[-1], lasts.start())
                date = f"{published.edtf}/{moment.edtf}"
                start = find_phrase_start(reading.plain, passage, nouns[-1].start, nouns[-1])
                yield Event(start, moment.end, nouns[-1].kind, title, date, area)


def _follow_title(words: str) -> str:
    title = re.sub(r"^(?:The|A|An|Its) ", "", words.split(",")[0].split(" followed")[0])[:90]
    return title[:1].upper() + title[1:]
