"""One happening, and when two tellings of a text are the same one.

Answers with `Event`s, each told once, in the order of the text. Refuses to merge two decisions, launches or
appointments of one day whose words differ.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from hanoi_lib.scan import load_vocabulary
from hanoi_lib.spans import parse_span


@dataclass(frozen=True, slots=True)
class Event:
    """One happening: the words that tell it, its kind, a short noun phrase, when (EDTF) and where."""

    start: int
    end: int
    kind: str
    title: str
    date: str
    area: str | None


# "Earlier in the day the committee had met": not the meeting that the text is about
_ANOTHER: Final = re.compile(
    r"\b(?:earlier|later) (?:in the|the same|that|this) (?:day|morning|afternoon)", re.I
)


def keep_once(events: Sequence[Event], plain: str) -> Iterator[Event]:
    """The first telling of each.

    A place has one meeting of a day, unless the text says "earlier in the day", and a day inside a meeting
    already told is the same meeting; of decisions, launches and appointments it may have several that day,
    told apart by their words.
    """
    meetings: dict[tuple[str, str | None], dict[str, None]] = {}
    others: dict[tuple[str, str | None, str], list[frozenset[str]]] = {}
    for event in events:
        if event.kind in ("session", "congress", "census"):
            dates = meetings.setdefault((event.kind, event.area), {})
            known = event.date in dates or any(covers(d, event.date) or covers(event.date, d) for d in dates)
            known = known and not _ANOTHER.match(plain, event.start, event.end)
            dates[event.date] = None
        else:
            tellings, words = others.setdefault((event.kind, event.area, event.date), []), _words(event)
            known = any(not words or not told or words & told for told in tellings)
            tellings += [] if known else [words]
        if not known:
            yield event


def _words(event: Event) -> frozenset[str]:
    """What a title is about: its words without those that say where and what kind of deed."""
    words = re.findall(r"[a-z0-9][\w/-]+", event.title.lower().partition(" of ")[2] or event.title.lower())
    return frozenset(w for w in words if w not in (event.area or "").lower() and len(w) > 2) - _common()


@cache
def _common() -> frozenset[str]:
    """Words of titles that tell no two things apart."""
    return frozenset(load_vocabulary("events")["common"])


def covers(outer: str, inner: str) -> bool:
    """Whether a date lies in an interval or in a coarser date."""
    a, b = parse_span(outer), parse_span(inner)
    if outer == inner or a is None or b is None or outer.startswith("["):
        return outer == inner
    if None in (a.start, a.end, b.start, b.end):
        return False
    return a.first <= b.first and b.last <= a.last
