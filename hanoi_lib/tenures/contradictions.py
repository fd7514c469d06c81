"""Where the sightings of holders contradict one another, or leave open which of two stories is true.

Input: the rows of attestations, posts, persons and organizations. Output: rows of `checks`, each with the
statement tested in words, what would agree, what the texts say, and their words. `differs` where not all of
it can be true, `ambiguous` where it can in more than one way. Refuses to decide between the texts: nothing
here changes a date.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby, pairwise
from typing import Any

from hanoi_lib.tenures.memberships import format_window, name_tenures
from hanoi_lib.tenures.rivals import Rivals
from hanoi_lib.tenures.sightings import FORMER, LEAVING, Sighting, Window, is_backwards, parse_sighting
from hanoi_lib.tenures.tenures import Tenure, find_tenures
from hanoi_lib.wording import say_date, say_list

Row = dict[str, Any]


def build_post_checks(
    rows: Mapping[str, Sequence[Mapping[str, Any]]], published: Mapping[str, object] | None = None
) -> list[Row]:
    """One row per contradiction; `rows` are those of the tables, by their names.

    >>> rows = {"attestations": [], "posts": [], "persons": [], "organizations": []}
    >>> build_post_checks(rows)
    []
    """
    checks = _Checks(rows)
    found = list(checks.backwards())
    attestations = sorted(rows["attestations"], key=lambda row: (row["post_id"], row["attestation_id"]))
    for post_id, group in groupby(attestations, key=lambda row: str(row["post_id"])):
        if checks.seats[post_id] == "one":
            found += checks.together(post_id, [parse_sighting(row, published or {}) for row in group])
    tenures = find_tenures(attestations, checks.seats, published)
    for key, tenure in name_tenures(tenures):
        found += [*checks.terms(key, tenure), *checks.leavings(key, tenure)]
    for one, other in pairwise(tenures):
        if (one.post_id, one.person_id) == (other.post_id, other.person_id):
            found += checks.returns(one, other)
    return found + list(checks.interruptions(tenures))


class _Checks:
    """The checks of all posts, with what their statements name and cite."""

    def __init__(self, rows: Mapping[str, Sequence[Mapping[str, Any]]]) -> None:
        self._rows = {str(row["attestation_id"]): row for row in rows["attestations"]}
        self._names = {str(row["person_id"]): str(row["name"]) for row in rows["persons"]}
        bodies = {row["organization_id"]: row["name"] for row in rows["organizations"]}
        self._posts = {
            str(row["post_id"]): f"{row['role']} of the {bodies[row['organization_id']]}"
            for row in rows["posts"]
        }
        self.seats = {str(row["post_id"]): str(row["seats"]) for row in rows["posts"]}

    def backwards(self) -> Iterator[Row]:
        """A period that ends before it begins."""
        for key, row in self._rows.items():
            if is_backwards(row.get("date")):
                what = (
                    f"{self._names[row['person_id']]} began as {self._posts[row['post_id']]} before leaving"
                )
                begun, _, left = str(row["date"]).partition("/")
                expected = f"an end after {say_date(begun)}"
                yield self._check("order of dates", "differs", what, expected, say_date(left), [key])

    def together(self, post_id: str, sightings: Sequence[Sighting]) -> Iterator[Row]:
        """Two holders of a one-seat post on one day that is neither's first or last."""
        held = [s for s in sightings if s.tense == "present" and s.first.low.day == s.last.high.day]
        held = sorted(held, key=lambda s: (s.first.low.day, s.attestation_id))
        for day, group in groupby(held, key=lambda s: s.first.low.day):
            seen: dict[str, Sighting] = {}
            for sighting in group:
                seen.setdefault(sighting.person_id, sighting)
            if len(seen) > 1:
                yield self._together(post_id, say_date(day.isoformat()), list(seen.values()))
        rivals, known = Rivals(sightings), {s.attestation_id: s for s in sightings}
        for whole in sightings:
            inside = rivals.between(whole.person_id, whole.first.high.day, whole.last.low.day)
            if inside:
                other = known[inside.source]
                yield self._together(post_id, say_date(other.edtf), [whole, other])

    def _together(self, post_id: str, when: str, seen: Sequence[Sighting]) -> Row:
        names = [self._names[s.person_id] for s in seen]
        what = f"one person at a time is {self._posts[post_id]} ({when})"
        keys = [s.attestation_id for s in seen]
        return self._check("one holder at a time", "differs", what, "one holder", say_list(names), keys)

    def terms(self, membership_id: str, tenure: Tenure) -> Iterator[Row]:
        """An appointment of somebody who was seen in the post before."""
        first = min(tenure.core, key=lambda s: s.order, default=None)
        for sighting in tenure.core:
            if first and sighting.tense == "start" and first.last.high.day < sighting.first.low.day:
                yield self._check(
                    "appointment",
                    "ambiguous",
                    f"{self._say(tenure)} was appointed {_when(sighting.first)}, but held the post before: "
                    "a further term, or a wrong date",
                    "no sighting before the appointment",
                    _when(first.last),
                    [first.attestation_id, sighting.attestation_id],
                )

    def leavings(self, membership_id: str, tenure: Tenure) -> Iterator[Row]:
        """Two texts that give different days for one leaving."""
        leaving = [s for s in tenure.core if s.tense in LEAVING]
        if leaving:
            late, soon = max(leaving, key=lambda s: s.last.low), min(leaving, key=lambda s: s.last.high)
            if late.last.low.day > soon.last.high.day:
                what = f"{self._say(tenure)} left once"
                keys = [soon.attestation_id, late.attestation_id]
                yield self._check("leaving", "differs", what, _when(soon.last), _when(late.last), keys)

    def returns(self, one: Tenure, other: Tenure) -> Iterator[Row]:
        """A sighting of somebody who had left: they came back, or one of the dates is wrong."""
        leaving = [s for s in one.sightings if s.tense in LEAVING or s.over]
        back = min(other.sightings, key=lambda s: s.order)
        if leaving and back.tense not in FORMER:
            left = max(leaving, key=lambda s: s.order)
            found = f"in the post {_when(back.last)}"
            keys = [left.attestation_id, back.attestation_id]
            what = (
                f"{self._say(one)} had left {_when(left.over or left.last)} and is seen in the post again: "
                "a second tenure, or a wrong date"
            )
            yield self._check("return", "ambiguous", what, "no sighting after the leaving", found, keys)

    def interruptions(self, tenures: Sequence[Tenure]) -> Iterator[Row]:
        """Somebody else whose roughly dated sighting may lie between two of a holder's."""
        for post_id, group in groupby(tenures, key=lambda t: t.post_id):
            held = [t for t in group if t.core] if self.seats[post_id] == "one" else []
            seen = [s for tenure in held for s in tenure.sightings if not s.vague]
            ends = sorted(
                ((day, s) for s in seen for day in (s.first.low.day, s.last.high.day)),
                key=lambda end: (end[0], end[1].attestation_id),
            )
            for tenure in held:
                inside = _find_inside(ends, tenure.person_id, tenure.seen_by.day, tenure.seen_until.day)
                if inside:
                    yield self._interruption(tenure, inside)
                yield from self._rough(tenure, ends)

    def _interruption(self, tenure: Tenure, other: Sighting) -> Row:
        who = self._names[other.person_id]
        first, last = min(tenure.core, key=lambda s: s.first.high), max(tenure.core, key=lambda s: s.last.low)
        what = (
            f"{self._say(tenure)} stayed from {_when(first.first)} to {_when(last.last)}, or left and came "
            f"back: {who} may have held the post in between"
        )
        keys = [first.attestation_id, other.attestation_id, last.attestation_id]
        return self._check("interruption", "ambiguous", what, None, f"{who}, {_when(other.last)}", keys)

    def _rough(self, tenure: Tenure, ends: Sequence[tuple[date, Sighting]]) -> Iterator[Row]:
        """A sighting that would bound a tenure if its date told whether it was before or after somebody's."""
        core = {s.attestation_id for s in tenure.core}
        rest = [s for s in tenure.sightings if s.attestation_id not in core and not s.vague]
        late = max(rest, key=lambda s: s.last.low, default=None)
        soon = min(rest, key=lambda s: s.first.high, default=None)
        for one, tells in (
            (late, late and late.last.low.day > tenure.seen_until.day),
            (soon, soon and soon.first.high.day < tenure.seen_by.day),
        ):
            other = one and _find_inside(ends, tenure.person_id, one.first.low.day, one.last.high.day)
            other = other or next((s for s in tenure.sightings if s.over or s.tense in LEAVING), None)
            if one and tells and other:
                who = self._names[other.person_id] if other.person_id != one.person_id else "leaving"
                what = f"{self._say(tenure)} was seen {_when(one.last)}: before or after {who}"
                keys = [one.attestation_id, other.attestation_id]
                yield self._check(
                    "order of holders", "ambiguous", what, None, f"{who}, {_when(other.last)}", keys
                )

    def _say(self, tenure: Tenure) -> str:
        return f"{self._names[tenure.person_id]}, {self._posts[tenure.post_id]},"

    def _check(
        self, kind: str, verdict: str, statement: str, expected: str | None, found: str, keys: Iterable[str]
    ) -> Row:
        cited = list(dict.fromkeys(keys))
        columns = ("document_id", "start", "end", "exact")
        return {
            "check_id": f"{kind.replace(' ', '-')}/{'+'.join(cited)}",
            "kind": kind,
            "statement": statement,
            "expected": expected,
            "found": found,
            "verdict": verdict,
            "citations": [{column: self._rows[key].get(column) for column in columns} for key in cited],
        }


def _find_inside(
    ends: Sequence[tuple[date, Sighting]], person_id: str, after: date, before: date
) -> Sighting | None:
    """Somebody else's sighting that may have been between two days: its own begin or end there."""
    place = bisect_right(ends, after, key=lambda end: end[0])
    while place < len(ends) and ends[place][0] < before:
        if ends[place][1].person_id != person_id:
            return ends[place][1]
        place += 1
    return None


def _when(window: Window) -> str:
    return say_date(format_window(window)) or "on an unknown day"
