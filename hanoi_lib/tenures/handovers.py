"""Who followed whom in a post that one person can hold, and between which days the change fell.

Input: the tables. Output: one row per two consecutive known holders. Refuses to join them: whoever may have
held the post in between is unknown, and the row says so. Holders whose sightings do not tell who came first
follow nobody.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

import pandas as pd

from hanoi_lib.store import Tables
from hanoi_lib.tenures.memberships import format_window
from hanoi_lib.tenures.sightings import FOREVER, NEVER, Window
from hanoi_lib.tenures.tenures import Tenure, find_tenures
from hanoi_lib.wording import capitalise, say_date

COLUMNS = (
    "post_id",
    "post",
    "predecessor_id",
    "predecessor",
    "successor_id",
    "successor",
    "window",
    "statement",
    "memberships",
    "attestations",
)


def successions(tables: Tables) -> pd.DataFrame:
    """Consecutive known holders of each one-seat post, in the order of posts and time.

    `window` is EDTF: the days between which the predecessor was last and the successor first seen or told to
    be in the post. `memberships` are the two by their ids, `attestations` the sightings that bound it.

    >>> successions(Tables.from_rows({}))[["predecessor", "successor", "window"]].empty
    True
    """
    names = dict(zip(tables.persons["person_id"], tables.persons["name"], strict=True))
    posts = name_posts(tables)
    rows = []
    held = zip(tables.memberships["membership_id"], tables.memberships["attestations"], strict=True)
    keys = {attestation: str(key) for key, ids in held for attestation in ids}
    for one, other in _find_pairs(tables):
        window = _find_window(one, other)
        rows.append(
            {
                "post_id": one.post_id,
                "post": posts[one.post_id],
                "predecessor_id": one.person_id,
                "predecessor": names[one.person_id],
                "successor_id": other.person_id,
                "successor": names[other.person_id],
                "window": format_window(window),
                "statement": _say(window, names[one.person_id], names[other.person_id], posts[one.post_id]),
                "memberships": tuple(keys.get(t.sightings[0].attestation_id, "") for t in (one, other)),
                "attestations": tuple(dict.fromkeys(end.source for end in window if end.source)),
            }
        )
    frame = pd.DataFrame(rows, columns=pd.Index(COLUMNS))
    return frame.astype({name: "string" for name in COLUMNS if name not in ("memberships", "attestations")})


def find_table_tenures(tables: Tables, post_ids: Sequence[str] | None = None) -> list[Tenure]:
    """The tenures of some posts, or of all, from the tables' attestations."""
    rows = tables.attestations
    rows = rows if post_ids is None else rows[rows["post_id"].isin(list(post_ids))]
    sightings = [{str(column): value for column, value in row.items()} for row in rows.to_dict("records")]
    seats = dict(zip(tables.posts["post_id"], tables.posts["seats"], strict=True))
    published = dict(zip(tables.documents["document_id"], tables.documents["published"], strict=True))
    return find_tenures(sightings, seats, published)


def name_posts(tables: Tables) -> dict[str, str]:
    """Each post by its role and body: "Secretary of the Hanoi Party Committee"."""
    bodies = dict(zip(tables.organizations["organization_id"], tables.organizations["name"], strict=True))
    return {
        str(row["post_id"]): capitalise(f"{row['role']} of the {bodies[row['organization_id']]}")
        for row in tables.posts.to_dict("records")
    }


def _find_pairs(tables: Tables) -> Iterator[tuple[Tenure, Tenure]]:
    single = set(tables.posts.loc[tables.posts["seats"] == "one", "post_id"])
    for post_id, group in groupby(find_table_tenures(tables), key=lambda tenure: tenure.post_id):
        if post_id in single:
            ordered = sorted(group, key=lambda t: (t.seen_by.day, t.end.high.day, t.order))
            yield from (pair for pair in pairwise(ordered) if _is_before(*pair))


def _is_before(one: Tenure, other: Tenure) -> bool:
    """Whether a tenure certainly was over when the other began, or before the other was seen at all."""
    if one.person_id == other.person_id:
        return False
    return one.end.high.day <= other.start.low.day or one.highest < other.lowest


def _find_window(one: Tenure, other: Tenure) -> Window:
    """From the day that one had reached to the day by which the other was there."""
    low, high = one.end.low, other.start.high
    return Window(low, high) if low.day <= high.day else Window(high, low)


def _say(window: Window, predecessor: str, successor: str, post: str) -> str:
    when = say_date(format_window(window))
    if window.low.day == window.high.day:
        return f"{successor} followed {predecessor} as {_lower(post)} on {when}."
    if NEVER in window or FOREVER in window:
        return (
            f"{predecessor} was {_lower(post)} before {successor}; no text bounds the change, "
            "and others may have held the post in between."
        )
    return (
        f"{successor} is the next known {_lower(post)} after {predecessor}: the change fell {_within(when)}, "
        "and others may have held the post in between."
    )


def _within(when: str) -> str:
    return when if when.startswith("between") else f"in {when}"


def _lower(post: str) -> str:
    return post[:1].lower() + post[1:]
