"""Who held which post between which bounds: the attestations of all documents -> one row per tenure.

Answers with `first_attested` and `last_attested` and with `start_date` and `end_date` as EDTF sets that are
as wide as the sightings leave them (`tenures` tells how). Refuses to close the gap between two holders:
others may have held the post. An acting holder has a post of their own ("acting chairman"), and bounds no
full holder.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from hanoi_lib.tenures.sightings import FOREVER, NEVER, Sighting, Window
from hanoi_lib.tenures.tenures import Tenure, find_tenures

Row = dict[str, Any]


def build_memberships(
    attestations: Iterable[Mapping[str, Any]],
    seats: Mapping[str, str],
    published: Mapping[str, object] | None = None,
) -> list[Row]:
    """One row per tenure, in the order of posts, persons and time; for the arguments see `find_tenures`.

    >>> rows = [{"attestation_id": "1", "person_id": "a", "post_id": "p", "date": "2021-02"},
    ...         {"attestation_id": "2", "person_id": "b", "post_id": "p", "date": "2025-06-16"}]
    >>> [(m["person_id"], m["start_date"], m["end_date"]) for m in build_memberships(rows, {"p": "one"})]
    [('a', '[..2021-02]', '[2021-02-01..2025-06-16]'), ('b', '[2021-02-01..2025-06-16]', '[2025-06-16..]')]
    """
    tenures = find_tenures(attestations, seats, published)
    return [_build_row(key, tenure) for key, tenure in name_tenures(tenures)]


def name_tenures(tenures: Sequence[Tenure]) -> Iterator[tuple[str, Tenure]]:
    """Each tenure with its membership_id: post and person, and a number from the second on."""
    counts: Counter[str] = Counter()
    for tenure in tenures:
        key = f"{tenure.post_id}/{tenure.person_id}"
        counts[key] += 1
        yield key + (f"-{counts[key]}" if counts[key] > 1 else ""), tenure


def _build_row(key: str, tenure: Tenure) -> Row:
    dated = [s for s in tenure.sightings if s.edtf]
    return {
        "membership_id": key,
        "person_id": tenure.person_id,
        "post_id": tenure.post_id,
        "first_attested": min(dated, key=lambda s: s.order).edtf if dated else None,
        "last_attested": max(dated, key=_latest).edtf if dated else None,
        "start_date": format_window(tenure.start),
        "end_date": format_window(tenure.end),
        "attestations": sorted(s.attestation_id for s in tenure.sightings),
    }


def _latest(sighting: Sighting) -> tuple[date, date, str]:
    """By the first possible day, then the last."""
    return sighting.last.low.day, sighting.last.high.day, sighting.attestation_id


def format_window(window: Window) -> str | None:
    """Two bounds as EDTF: one date where they are one, else one day in a range that may be open at an end.

    The ends are written as exactly as each other, as readers of EDTF want it: a month beside a day as its
    first or last day.
    """
    low, high = (None if end in (NEVER, FOREVER) else end for end in window)
    if low is None and high is None:
        return None
    if low and high and (low.text == high.text or low.day == high.day):
        return low.text if low.text == high.text else low.day.isoformat()
    length = max(len(end.text) for end in (low, high) if end)
    first, last = (
        (end.text if len(end.text) == length else end.day.isoformat()[:length]) if end else ""
        for end in (low, high)
    )
    return f"[{first}..{last}]"
