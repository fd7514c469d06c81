"""Which sightings belong to one tenure, and between which days it began and ended. Reasoning on dates alone.

Answers with `Tenure`s. Every bound follows from single sightings and names the one it rests on. In a post
that one person can hold, somebody else who was certainly seen before bounds the start, somebody certainly
seen after bounds the end, and somebody certainly seen between two sightings of a person makes them two
tenures (A, B, A). So does a text that calls a person former, or tells of their leaving, before they are seen
again. What a text says of a person's own coming and going is taken to concern the tenure at hand unless a
sighting certainly stands against it: a second appointment is a further term.

Refuses to take anybody to have stayed between two sightings: who served unseen in between bounds nothing. A
sighting so roughly dated that it may be on either side of somebody else's, or of the person's own leaving, is
kept with the tenure and says nothing of its bounds. The order of the sightings never matters; n log n.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby, pairwise
from typing import Any

from hanoi_lib.tenures.rivals import Rivals, find_loose
from hanoi_lib.tenures.sightings import (
    COMING,
    FOREVER,
    LEAVING,
    NEVER,
    OPEN,
    Bound,
    Sighting,
    Window,
    parse_sighting,
)


@dataclass(frozen=True, slots=True)
class Tenure:
    """The sightings of one person in one post between which nobody else and no leaving certainly lies.

    `core` are those that bound it; it was over by `over`; `start` and `end` enclose its first and last day.
    """

    post_id: str
    person_id: str
    sightings: tuple[Sighting, ...]
    core: tuple[Sighting, ...]
    over: Bound = FOREVER
    start: Window = OPEN
    end: Window = OPEN

    @property
    def lowest(self) -> date:
        """The first day on which its first sighting may have been."""
        return min((s.first.low.day for s in self.core), default=date.min)

    @property
    def highest(self) -> date:
        """The last day on which its last sighting may have been."""
        return max((s.last.high.day for s in self.core), default=date.max)

    @property
    def seen_by(self) -> Bound:
        """The day by which it was seen first."""
        return min((s.first.high for s in self.core), default=FOREVER)

    @property
    def seen_until(self) -> Bound:
        """The day that it had reached when it was seen last."""
        return max((s.last.low for s in self.core), default=NEVER)

    @property
    def order(self) -> tuple[date, tuple[date, date, str]]:
        """By where its sightings begin; one that no sighting dates comes first."""
        return self.lowest, min(s.order for s in self.sightings)


def find_tenures(
    attestations: Iterable[Mapping[str, Any]],
    seats: Mapping[str, str],
    published: Mapping[str, object] | None = None,
) -> list[Tenure]:
    """All tenures, by post and person and then in the order of time.

    `attestations` are rows of that table; `seats` says of each post whether `one` or `several` hold it at a
    time, `published` when each document appeared, by which a former holder had left.

    >>> rows = [{"attestation_id": "1", "person_id": "a", "post_id": "p", "date": "2021-02"},
    ...         {"attestation_id": "2", "person_id": "b", "post_id": "p", "date": "2025-06-16"}]
    >>> [(t.person_id, t.start.low.text, t.end.high.text) for t in find_tenures(rows, {"p": "one"})]
    [('a', '', '2025-06-16'), ('b', '2021-02', '')]
    """
    rows = sorted(attestations, key=lambda row: (row["post_id"], row["person_id"], row["attestation_id"]))
    found: list[Tenure] = []
    for post_id, group in groupby(rows, key=lambda row: str(row["post_id"])):
        sightings = [parse_sighting(row, published or {}) for row in group]
        found += _find_in_post(post_id, sightings, seats.get(post_id) == "one")
    return found


def _find_in_post(post_id: str, sightings: Sequence[Sighting], single: bool) -> Iterator[Tenure]:
    loose = find_loose(sightings) if single else set()
    rivals = Rivals(sightings if single else ())
    for person_id, group in groupby(sightings, key=lambda s: s.person_id):
        own = [_bound(t, rivals) for t in _Parting(post_id, person_id, list(group), loose, rivals).tenures()]
        yield from _follow(own)


# which sightings belong together


class _Parting:
    """The sightings of one person in one post, to be parted where they certainly had left in between."""

    def __init__(
        self, post_id: str, person_id: str, own: Sequence[Sighting], loose: set[str], rivals: Rivals
    ) -> None:
        self._post_id, self._person_id, self._rivals = post_id, person_id, rivals
        self._vague = [s for s in own if s.vague]
        overs = sorted((s.over for s in own if s.over), key=lambda over: over.low)
        self._over_lows = [over.low.day for over in overs]
        self._over_highs = [over.high for over in overs]
        for place in range(len(overs) - 2, -1, -1):  # the earliest from each place on
            self._over_highs[place] = min(self._over_highs[place], self._over_highs[place + 1])
        self._leavings = sorted(_left(s) for s in own if s.tense in LEAVING)
        seen = sorted((s for s in own if not s.vague), key=lambda s: (s.first.low.day, s.order))
        self._firm = [s for s in seen if s.attestation_id not in loose and not self._straddles(s)]
        firm = {s.attestation_id for s in self._firm}
        self._rough = [s for s in seen if s.attestation_id not in firm]

    def tenures(self) -> list[Tenure]:
        """Firmly dated sightings make the tenures; roughly dated ones join them, or make their own."""
        groups = [self._tenure(part) for part in self._part(self._firm)]
        lows = [group.lowest for group in groups]
        joined: dict[int | None, list[Sighting]] = {}
        for sighting in self._rough:
            joined.setdefault(self._join(sighting, groups, lows), []).append(sighting)
        groups = [replace(g, sightings=(*g.sightings, *joined.get(n, ()))) for n, g in enumerate(groups)]
        groups += [
            replace(self._tenure(p), core=self._choose_core(p)) for p in self._part(joined.get(None, ()))
        ]
        return self._end(sorted(groups, key=lambda group: group.order))

    def _tenure(self, part: Sequence[Sighting]) -> Tenure:
        return Tenure(self._post_id, self._person_id, tuple(part), tuple(part))

    def _choose_core(self, part: Sequence[Sighting]) -> tuple[Sighting, ...]:
        """Of roughly dated sightings the narrowest, and those that leave others where they stand to it."""
        core: list[Sighting] = []
        low, high = date.max, date.min
        for sighting in sorted(part, key=lambda s: (s.width, s.order)):
            wide = min(low, sighting.first.low.day), max(high, sighting.last.high.day)
            if not core or self._around(*wide) == self._around(low, high):
                core.append(sighting)
                low, high = wide
        return tuple(core)

    def _around(self, low: date, high: date) -> tuple[Bound, Bound]:
        """How far others reach towards a stretch of time from either side."""
        return self._rivals.left(self._person_id, low), self._rivals.came(self._person_id, high)

    def _had_left(self, after: date, before: date) -> bool:
        """Whether the person is called a former holder between two days."""
        place = bisect_left(self._over_lows, after)
        return place < len(self._over_lows) and self._over_highs[place].day < before

    def _straddles(self, sighting: Sighting) -> bool:
        """Whether a sighting may be on either side of a leaving, or of a text that calls them former."""
        low, high = sighting.first.low.day, sighting.last.high.day
        if sighting.over is not None or sighting.tense in LEAVING:
            return False
        place = bisect_left(self._leavings, low)
        left = place < len(self._leavings) and self._leavings[place] < high
        return left or self._had_left(low, high)

    def _is_parted(self, left: date, after: date, sighting: Sighting) -> bool:
        """Whether a leaving, a former holder or somebody else stands before a sighting, after a day."""
        low = sighting.first.low.day
        return (
            (left < low and sighting.tense not in LEAVING)
            or (after < low and self._had_left(after, low))
            or self._rivals.between(self._person_id, after, low) is not None
        )

    def _part(self, sightings: Sequence[Sighting]) -> Iterator[list[Sighting]]:
        part: list[Sighting] = []
        left, highest = date.max, date.min
        for sighting in sightings:
            if part and self._is_parted(left, highest, sighting):
                yield part
                part, left, highest = [], date.max, date.min
            part.append(sighting)
            highest = max(highest, sighting.last.high.day)
            left = min(left, _left(sighting))
        if part:
            yield part

    def _join(self, sighting: Sighting, groups: Sequence[Tenure], lows: Sequence[date]) -> int | None:
        """The tenure that a roughly dated sighting may belong to: around it, else before, else after it."""
        place = bisect_right(lows, sighting.last.high.day) - 1
        if place >= 0:
            left = min(_left(s) for s in groups[place].core)
            if not self._is_parted(left, groups[place].highest, sighting):
                return place
        after = place + 1
        if after < len(groups) and not self._is_parted(
            _left(sighting), sighting.last.high.day, groups[after].core[0]
        ):
            return after
        return None

    def _end(self, groups: list[Tenure]) -> list[Tenure]:
        """Let each text that calls the person former end the last tenure it can mean, else one unseen."""
        reached = [group.seen_until.day for group in groups]
        for place in range(1, len(reached)):
            reached[place] = max(reached[place - 1], reached[place])
        unseen: list[Sighting] = []
        over: dict[int, list[Bound]] = {}
        vague: dict[int, list[Sighting]] = {}
        for sighting in [*self._vague, *(s for group in groups for s in group.sightings if s.over)]:
            high = sighting.over.high if sighting.over else FOREVER
            place = bisect_right(reached, high.day) - 1
            over.setdefault(place, []).append(high)
            if sighting.vague:
                (unseen if place < 0 else vague.setdefault(place, [])).append(sighting)
        ended = [
            replace(group, sightings=(*group.sightings, *vague.get(n, ())), over=min(over.get(n, [FOREVER])))
            for n, group in enumerate(groups)
        ]
        if not unseen:
            return ended
        return [Tenure(self._post_id, self._person_id, tuple(unseen), (), min(over[-1])), *ended]


def _left(sighting: Sighting) -> date:
    return sighting.last.high.day if sighting.tense in LEAVING else date.max


# between which days a tenure began and ended


def _bound(tenure: Tenure, rivals: Rivals) -> Tenure:
    """A tenure with its bounds: its own sightings', those of who came before and those of who came after."""
    start, end = _find_start(tenure), _find_end(tenure)
    start = _narrow(start, low=rivals.left(tenure.person_id, tenure.lowest))
    end = _narrow(end, high=min(rivals.came(tenure.person_id, tenure.highest), tenure.over))
    return _settle(replace(tenure, start=start, end=end))


def _find_start(tenure: Tenure) -> Window:
    """By its first sighting; on the day of the appointment that began it, if none is certainly older."""
    starts = [s for s in tenure.core if s.tense in COMING and s.first.low != NEVER]
    first = min(starts, key=lambda s: s.order, default=None)
    if first is None or any(s.last.high.day < first.first.low.day for s in tenure.core):
        return Window(NEVER, tenure.seen_by)
    window = Window(first.first.low, min(first.first.high, tenure.seen_by))
    same = (s.first.low for s in starts if s.first.low.day <= first.first.high.day)
    return _narrow(window, low=max(same))


def _find_end(tenure: Tenure) -> Window:
    """After its last sighting; on the day of the leaving that ended it. Two texts that give different days
    for it leave both open.
    """
    leaving = [s.last for s in tenure.core if s.tense in LEAVING]
    if not leaving:
        return Window(tenure.seen_until, FOREVER)
    low, high = max(w.low for w in leaving), min(w.high for w in leaving)
    if low.day > high.day:
        low, high = min(w.low for w in leaving), max(w.high for w in leaving)
    return _narrow(Window(low, high), low=max((s.last.low for s in tenure.core), default=low))


def _narrow(window: Window, low: Bound = NEVER, high: Bound = FOREVER) -> Window:
    """A window with further bounds, but for those that contradict it: then the texts disagree, and neither
    changes the other's date in silence.
    """
    low = low if window.low.day < low.day <= window.high.day else window.low
    high = high if low.day <= high.day < window.high.day else window.high
    return Window(low, high)


def _settle(tenure: Tenure) -> Tenure:
    """Nobody ends before they begin."""
    return replace(
        tenure,
        start=_narrow(tenure.start, high=tenure.end.high),
        end=_narrow(tenure.end, low=tenure.start.low),
    )


def _follow(tenures: Sequence[Tenure]) -> list[Tenure]:
    """Tenures of one person of which each bounds the next, where both are certainly in this order."""
    found = list(tenures)
    for n, (one, other) in enumerate(pairwise(tenures)):
        if one.highest < other.lowest:
            found[n] = _settle(replace(found[n], end=_narrow(found[n].end, high=other.start.high)))
            found[n + 1] = _settle(replace(found[n + 1], start=_narrow(other.start, low=one.end.low)))
    return found
