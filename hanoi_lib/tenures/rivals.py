"""What the sightings of others say of a stretch of time, in a post that one person can hold.

Answers who was certainly seen before a day, after it, or between two days, and which sightings are so roughly
dated that they may be on either side of somebody else's. Every answer takes logarithmic time.
"""

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby

from hanoi_lib.tenures.sightings import FOREVER, NEVER, Bound, Sighting

_Best = tuple[tuple[str, Bound], ...]


class Rivals:
    """All sightings in one post, none in a post of several seats: there nobody stands in another's way."""

    def __init__(self, sightings: Iterable[Sighting]) -> None:
        """Sort them by where they begin and by where they end; keep the best of two persons up to each."""
        seen = [s for s in sightings if not s.vague]
        by_end = sorted(seen, key=lambda s: (s.last.high.day, s.attestation_id))
        by_start = sorted(seen, key=lambda s: (s.first.low.day, s.attestation_id), reverse=True)
        self._ends = [s.last.high.day for s in by_end]
        self._starts = [s.first.low.day for s in by_start[::-1]]
        self._left = list(_best((s.person_id, s.last.low) for s in by_end))
        self._came = list(_best(((s.person_id, s.first.high) for s in by_start), least=True))[::-1]
        self._gone = list(_best(((s.person_id, s.last.high) for s in by_start), least=True))[::-1]

    def left(self, person_id: str, before: date) -> Bound:
        """The latest day that somebody else, certainly seen before a day, had reached in the post."""
        place = bisect_left(self._ends, before) - 1
        return _other(self._left[place], person_id, NEVER) if place >= 0 else NEVER

    def came(self, person_id: str, after: date) -> Bound:
        """The earliest day by which somebody else, certainly seen after a day, was in the post."""
        place = bisect_right(self._starts, after)
        return _other(self._came[place], person_id, FOREVER) if place < len(self._came) else FOREVER

    def between(self, person_id: str, after: date, before: date) -> Bound | None:
        """The last day of somebody else's sighting that certainly lies between two days."""
        place = bisect_right(self._starts, after)
        last = _other(self._gone[place], person_id, FOREVER) if place < len(self._gone) else FOREVER
        return last if last.day < before else None


def _best(found: Iterable[tuple[str, Bound]], least: bool = False) -> Iterator[_Best]:
    """After each item the greatest (least) bounds so far of two different persons."""
    best: dict[str, Bound] = {}
    for person_id, bound in found:
        known = best.get(person_id)
        if known is None or (bound < known if least else bound > known):
            best[person_id] = bound
            if len(best) > 2:
                del best[(max if least else min)(best, key=lambda p: best[p])]
        yield tuple(sorted(best.items(), key=lambda item: item[1], reverse=not least))


def _other(best: _Best, person_id: str, default: Bound) -> Bound:
    return next((bound for person, bound in best if person != person_id), default)


def find_loose(sightings: Sequence[Sighting]) -> set[str]:
    """The sightings that may be on the same day as somebody else's with a narrower date.

    Two dates overlap unless one begins after the other ends; so as many overlap a date as begin by its end,
    less those that end before its start.
    """
    starts: dict[str, list[date]] = {}
    ends: dict[str, list[date]] = {}
    loose: set[str] = set()
    dated = sorted((s for s in sightings if not s.vague), key=lambda s: (s.width, s.attestation_id))
    for _, same in groupby(dated, key=lambda s: s.width):
        alike = list(same)
        for s in alike:
            everybody, own = (
                bisect_right(starts.get(who, []), s.last.high.day)
                - bisect_left(ends.get(who, []), s.first.low.day)
                for who in ("", s.person_id)
            )
            loose |= {s.attestation_id} if everybody > own else set()
        for s in alike:
            for who in ("", s.person_id):
                insort(starts.setdefault(who, []), s.first.low.day)
                insort(ends.setdefault(who, []), s.last.high.day)
    return loose
