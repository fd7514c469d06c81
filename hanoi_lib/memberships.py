"""Who held which post between which bounds: sightings of all documents -> one row per person in one post.

Answers with `first_attested` and `last_attested` and with `start_date` and `end_date` as EDTF sets that are
as wide as the sightings leave them. Somebody seen in a post held it at one moment, at least, of the
sighting's date. In a post that only one person can hold, whoever was seen before ended before the next one's
sighting, and began after the last one's. A dated appointment or dismissal gives the day itself. Refuses to
close the gap between two holders: others may have held the post.

A, B, A in a one-seat post are two memberships of A; so are a dismissal and a later sighting. An appointment
of somebody who was in the post already is a further term, not a start. The order of the sightings never
matters.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from hanoi_lib.spans import parse_span

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class _Bound:
    """A day that something lies after, or before, with the date as the text writes it (`2021-02`)."""

    day: date
    text: str


@dataclass(frozen=True, slots=True)
class _Sighting:
    """One attestation; `low` and `high` enclose the moment at which the person was seen in the post."""

    attestation_id: str
    person_id: str
    tense: str
    edtf: str | None
    low: _Bound | None
    high: _Bound | None
    lasting: bool
    """Whether the date is a whole tenure ("from 2011 to 2014") and not a moment in it."""

    @property
    def order(self) -> tuple[date, date, str]:
        """The last possible day, then the first; undated ones at the end."""
        return (
            self.high.day if self.high else date.max,
            self.low.day if self.low else date.min,
            self.attestation_id,
        )

    @property
    def is_held(self) -> bool:
        """Whether it shows the person in the post at a dated moment, rather than as a former holder."""
        return self.low is not None and self.high is not None and (self.tense != "past" or self.lasting)


@dataclass(slots=True)
class _Tenure:
    """The sightings of one person in one post that belong to one membership, in order."""

    post_id: str
    person_id: str
    sightings: list[_Sighting]

    @property
    def held(self) -> list[_Sighting]:
        return [s for s in self.sightings if s.is_held]


_ENDS = re.compile(r"\.\.|/")


def build_memberships(attestations: Iterable[Mapping[str, Any]], seats: Mapping[str, str]) -> list[Row]:
    """One row per person in one post, in the order of posts and then of time.

    `attestations` have attestation_id, person_id, post_id, date (EDTF or missing) and tense (present, past,
    start, end; present where missing); `seats` says of each post whether `one` or `several` hold it at a
    time.

    >>> rows = [{"attestation_id": "1", "person_id": "a", "post_id": "p", "date": "2021-02"},
    ...         {"attestation_id": "2", "person_id": "b", "post_id": "p", "date": "2025-06-16"}]
    >>> [(m["person_id"], m["start_date"], m["end_date"]) for m in build_memberships(rows, {"p": "one"})]
    [('a', '[..2021-02]', '[2021-02-01..2025-06-16]'), ('b', '[2021-02-01..2025-06-16]', '[2025-06-16..]')]
    """
    rows = sorted(attestations, key=lambda row: (row["post_id"], row["person_id"], row["attestation_id"]))
    found: list[Row] = []
    for post_id, group in groupby(rows, key=lambda row: str(row["post_id"])):
        single = seats.get(post_id) == "one"
        tenures = list(_tenures(post_id, [_sighting(row) for row in group], single))
        found += _rows(tenures, single)
    return found


def _sighting(row: Mapping[str, Any]) -> _Sighting:
    edtf = row.get("date")
    edtf = edtf if isinstance(edtf, str) and parse_span(edtf) else None
    span = parse_span(edtf) if edtf else None
    ends = [end.strip("[]{}~?% ") for end in (_ENDS.split(edtf) if edtf else ("",))]
    low = _Bound(span.start, ends[0]) if span and span.start else None
    high = _Bound(span.end, ends[-1]) if span and span.end else None
    tense = row.get("tense")
    lasting = tense == "past" and edtf is not None and "/" in edtf
    return _Sighting(
        row["attestation_id"],
        row["person_id"],
        tense if isinstance(tense, str) else "present",
        edtf,
        low,
        high,
        lasting,
    )


# from sightings to tenures


def _tenures(post_id: str, sightings: Sequence[_Sighting], single: bool) -> Iterator[_Tenure]:
    for person_id, group in groupby(sorted(sightings, key=lambda s: s.person_id), key=lambda s: s.person_id):
        own = sorted(group, key=lambda s: s.order)
        others = [s for s in sightings if s.person_id != person_id and s.is_held] if single else []
        yield from (_Tenure(post_id, person_id, part) for part in _split(own, others))


def _split(own: Sequence[_Sighting], others: Sequence[_Sighting]) -> list[list[_Sighting]]:
    """The sightings of one person, parted where they certainly did not hold the post in between."""
    held = [s for s in own if s.is_held]
    rest = [s for s in own if not s.is_held]
    parts: list[list[_Sighting]] = []
    for sighting in held:
        if parts and not _is_parted(parts[-1], sighting, others, rest):
            parts[-1].append(sighting)
        else:
            parts.append([sighting])
    for sighting in rest:
        _place(sighting, parts)
    return parts


def _is_parted(
    before: Sequence[_Sighting], after: _Sighting, others: Iterable[_Sighting], former: Iterable[_Sighting]
) -> bool:
    """Whether somebody else, a dismissal or "former" certainly stands between a tenure and a sighting."""
    last = before[-1]
    if not _precedes(last, after):
        return False
    if any(s.tense == "end" and _precedes(s, after) for s in before):
        return True
    if any(_precedes(last, s) and _precedes(s, after) for s in others):
        return True
    return any(
        s.high and last.high and after.low and last.high.day < s.high.day < after.low.day for s in former
    )


def _precedes(one: _Sighting, other: _Sighting) -> bool:
    """Whether one moment certainly comes before the other, or both may be one day's handover but not the
    reverse.
    """
    assert one.high and one.low and other.low and other.high
    return one.high.day <= other.low.day and not (other.high.day <= one.low.day)


def _place(former: _Sighting, parts: list[list[_Sighting]]) -> None:
    """Add a sighting as former or undated holder to the last tenure that began before it, else make it one of
    its own.
    """
    fits = [p for p in parts if former.high is None or _starts_by(p, former.high.day)]
    if fits:
        fits[-1].append(former)
    else:
        parts.insert(0, [former])


def _starts_by(part: Sequence[_Sighting], day: date) -> bool:
    return any(s.low is None or s.low.day <= day for s in part)


# from tenures to rows


def _rows(tenures: Sequence[_Tenure], single: bool) -> Iterator[Row]:
    counts: dict[str, int] = {}
    for tenure in sorted(tenures, key=lambda t: (min(s.order for s in t.sightings), t.person_id)):
        counts[tenure.person_id] = counts.get(tenure.person_id, 0) + 1
        number = f"-{counts[tenure.person_id]}" if counts[tenure.person_id] > 1 else ""
        earlier = [t for t in tenures if single and t.person_id != tenure.person_id and _is_before(t, tenure)]
        later = [t for t in tenures if single and t.person_id != tenure.person_id and _is_before(tenure, t)]
        dated = [s for s in tenure.sightings if s.edtf]
        yield {
            "membership_id": f"{tenure.post_id}/{tenure.person_id}{number}",
            "person_id": tenure.person_id,
            "post_id": tenure.post_id,
            "first_attested": min(dated, key=lambda s: s.order).edtf if dated else None,
            "last_attested": max(dated, key=_from).edtf if dated else None,
            "start_date": _say(*_start(tenure, earlier)),
            "end_date": _say(*_end(tenure, later)),
            "attestations": sorted(s.attestation_id for s in tenure.sightings),
        }


def _from(sighting: _Sighting) -> tuple[date, date, str]:
    """The first possible day, then the last."""
    return (
        sighting.low.day if sighting.low else date.min,
        sighting.high.day if sighting.high else date.max,
        sighting.attestation_id,
    )


def _is_before(one: _Tenure, other: _Tenure) -> bool:
    """Whether a tenure certainly came before another's: one sighting of it did, and none of it came after."""
    pairs = [(a, b) for a in one.held for b in other.held]
    return any(_precedes(a, b) for a, b in pairs) and not any(_precedes(b, a) for a, b in pairs)


def _start(tenure: _Tenure, earlier: Sequence[_Tenure]) -> tuple[_Bound | None, _Bound | None]:
    """After the last sighting of whoever came before, by the first one of its own; an appointment tells the
    day.
    """
    exact = _appointment(tenure)
    if exact:
        return exact.low, exact.high
    high = _earliest(s.low if s.lasting else s.high for s in tenure.sightings)
    return _fitting(_latest(_leaving(t) for t in earlier), high), high


def _end(tenure: _Tenure, later: Sequence[_Tenure]) -> tuple[_Bound | None, _Bound | None]:
    """After its own last sighting, by the first one of whoever came next; a dismissal tells the day."""
    exact = [s for s in tenure.held if s.tense == "end"]
    if exact:
        last = max(exact, key=_from)
        return last.low, last.high
    low = _latest(s.high if s.lasting else s.low for s in tenure.sightings)
    former = (s.high for s in tenure.sightings if s.tense == "past" and not s.lasting)
    return low, _fitting(_earliest([*(_coming(t) for t in later), *former]), low, above=True)


def _appointment(tenure: _Tenure) -> _Sighting | None:
    """The appointment that began a tenure: none of its sightings is certainly older."""
    starts = [s for s in tenure.held if s.tense == "start"]
    first = min(starts, key=lambda s: s.order) if starts else None
    return first if first and not any(_precedes(s, first) for s in tenure.held if s is not first) else None


def _leaving(tenure: _Tenure) -> _Bound | None:
    """The day from which on a tenure may have been over."""
    return _end(tenure, [])[0]


def _coming(tenure: _Tenure) -> _Bound | None:
    """The day by which a tenure had begun."""
    return _start(tenure, [])[1]


def _latest(bounds: Iterable[_Bound | None]) -> _Bound | None:
    return max((b for b in bounds if b), key=lambda b: b.day, default=None)


def _earliest(bounds: Iterable[_Bound | None]) -> _Bound | None:
    return min((b for b in bounds if b), key=lambda b: b.day, default=None)


def _fitting(bound: _Bound | None, own: _Bound | None, above: bool = False) -> _Bound | None:
    """A bound that others set, unless it contradicts a sighting of its own: then the texts disagree, and it
    says nothing.
    """
    if bound is None or own is None:
        return bound
    return bound if (bound.day >= own.day if above else bound.day <= own.day) else None


def _say(low: _Bound | None, high: _Bound | None) -> str | None:
    """Two bounds as EDTF: one day where they are one, else one day in a range that may be open at an end.

    EDTF wants both ends as exactly written as each other; a month beside a day is written as its first or
    last day.
    """
    if low and high and low.text == high.text:
        return low.text
    if low is None and high is None:
        return None
    length = max(len(bound.text) for bound in (low, high) if bound)
    first, last = (
        bound and (bound.text if len(bound.text) == length else bound.day.isoformat()[:length])
        for bound in (low, high)
    )
    return f"[{first or ''}..{last or ''}]"
