"""Lanes that fold by body: which bodies stand open, post by post, and which are one row each.

Input: the holders, body by body. Output: `Lane`s from the top down with the row of each holder in them. The
bodies of the city that most sightings are of come first, then those of the country, then those elsewhere; as
many of the first ones stand open as a screen holds.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from hanoi_lib.charts.holders import Holder
from hanoi_lib.charts.marks import LETTER, WIDTH, Axis, pack
from hanoi_lib.people.bodies import COUNTRY

MANY = 24  # rows that stand open where nobody says otherwise: about a screen of them
ENOUGH = 32  # rows up to which nothing folds: a few more are read sooner than opened
CLOSED = 0.8  # the height of a folded body, in rows


@dataclass(frozen=True, slots=True)
class Lane:
    """A post of an open body, or all of a folded one in a single row; `rows` tell each holder's.

    `end - top` is its height in rows.
    """

    label: str
    body: str
    closed: bool
    top: float
    rows: tuple[tuple[Holder, float], ...]
    height: float

    @property
    def end(self) -> float:
        """Where the next lane may begin."""
        return self.top + self.height


def order_areas(rows: pd.DataFrame) -> list[str]:
    """The city that most sightings are of, then the country, then all others, most sightings first."""
    counts = Counter(rows["area"].fillna(""))
    cities = sorted((area for area in counts if area not in ("", COUNTRY)), key=lambda a: (-counts[a], a))
    return [*cities[:1], COUNTRY, *cities[1:], ""]


def order_posts(rows: pd.DataFrame) -> list[str]:
    """Area by area and body by body; in each first what one person holds at a time, most holders leading."""
    places = {area: number for number, area in enumerate(order_areas(rows))}
    posts = (
        rows.assign(place=rows["area"].fillna("").map(places))
        .groupby(["place", "organization", "post"])
        .agg(number=("person_id", "nunique"), seats=("seats", "first"))
        .reset_index()
    )
    posts["rank"] = posts["number"].where(posts["seats"] == "one", 0)
    posts["most"] = posts.groupby("organization")["rank"].transform("max")
    order = ["place", "most", "organization", "rank", "number", "post"]
    ascending = [True, False, True, False, False, True]
    return [str(post) for post in posts.sort_values(order, ascending=ascending)["post"]]


def choose_open(sizes: Mapping[str, int], chosen: Collection[str] | None = None) -> list[str]:
    """The bodies to open: those chosen, else all if they need not fold, else the first, as many as a screen
    holds.

    >>> choose_open({"party": 20, "committee": 9, "council": 6})
    ['party']
    """
    if chosen is not None or sum(sizes.values()) <= ENOUGH:
        return [body for body in sizes if chosen is None or body in chosen]
    opened: list[str] = []
    for body in sizes:
        if opened and sum(sizes[one] for one in [*opened, body]) > MANY:
            break
        opened.append(body)
    return opened


def build_lanes(
    holders: Sequence[Holder], posts: Sequence[str], axis: Axis, chosen: Collection[str] | None, whole: bool
) -> tuple[list[Lane], list[Lane]]:
    """The lanes that are seen, from the top down; and with `whole` those folded away, below them.

    Of an open body its row is folded away, of a folded one its posts.
    """
    lanes = list(_find_lanes(holders, posts, axis))
    sizes: dict[str, int] = {}
    for lane in lanes:
        sizes[lane.body] = sizes.get(lane.body, 0) + (0 if lane.closed else round(lane.height))
    opened = choose_open(sizes, chosen)
    seen = [lane for lane in lanes if lane.closed != (lane.body in opened)]
    away = [lane for lane in lanes if lane not in seen] if whole else []
    placed = list(_stack([*seen, *away]))
    return placed[: len(seen)], placed[len(seen) :]


def _stack(lanes: Iterable[Lane]) -> Iterator[Lane]:
    top = 0.0
    for lane in lanes:
        rows = tuple((holder, top + row) for holder, row in lane.rows)
        yield Lane(lane.label, lane.body, lane.closed, top, rows, lane.height)
        top += lane.height


def _find_lanes(holders: Sequence[Holder], posts: Sequence[str], axis: Axis) -> Iterator[Lane]:
    """Each body as one row, and then post by post."""
    by_post: dict[str, list[Holder]] = {post: [] for post in posts}
    for holder in holders:
        by_post[holder.post].append(holder)
    bodies = dict.fromkeys(held[0].body for held in by_post.values())
    for body in bodies:
        inside = {post: held for post, held in by_post.items() if held[0].body == body}
        everybody = [holder for held in inside.values() for holder in held]
        rows = tuple((holder, CLOSED / 2) for holder in everybody)
        yield Lane(_say_closed(body, everybody), body, True, 0, rows, CLOSED)
        for post, held in inside.items():
            taken: list[list[tuple[float, float]]] = []
            placed = tuple((holder, pack(taken, holder.box(axis)) + 0.68) for holder in held)
            yield Lane(post, body, False, 0, placed, max(len(taken), 1))


def _say_closed(body: str, holders: Sequence[Holder]) -> str:
    people = len({holder.rows[0]["person_id"] for holder in holders})
    return f"{body} ({people})"


def name_closed(lane: Lane, axis: Axis) -> list[tuple[Holder, float, str, bool]]:
    """The names that have room in the row of a folded body: holder, row, words, whether on the left.

    With the role where there is room for it too; a name without room is left to the pointer.
    """
    taken = [_bar(holder, axis) for holder, _ in lane.rows]
    found = []
    for holder, row in sorted(lane.rows, key=lambda one: one[0].known):
        first, last = _bar(holder, axis)
        role = holder.post.partition(", ")[0].lower()
        for words in (f"{holder.name}, {role}", holder.name):
            length = LETTER * len(words) + 6
            spots = ((last, last + length, False), (first - length, first, True))
            spot = next((s for s in spots if _is_free(s[0], s[1], taken)), None)
            if spot:
                taken.append(spot[:2])
                found.append((holder, row, words, spot[2]))
                break
    return found


def _bar(holder: Holder, axis: Axis) -> tuple[float, float]:
    return axis.pixel(holder.known[0]) - 7, axis.pixel(holder.known[1]) + 7


def _is_free(start: float, end: float, taken: Sequence[tuple[float, float]]) -> bool:
    inside = start >= 0 and end <= WIDTH
    return inside and all(end <= other[0] or start >= other[1] for other in taken)


def describe_lanes(seen: Sequence[Lane], away: Sequence[Lane], labels: Mapping[str, str]) -> dict[str, Any]:
    """What a page needs to fold and unfold: all lanes in the order in which they stand when open."""
    bodies = list(dict.fromkeys(lane.body for lane in seen))
    lanes = sorted([*seen, *away], key=lambda lane: (bodies.index(lane.body), not lane.closed, lane.top))
    told = [
        {
            "label": labels[lane.label],
            "body": lane.body,
            "closed": lane.closed,
            "top": lane.top,
            "end": lane.end,
        }
        for lane in lanes
    ]
    return {"many": MANY, "enough": ENOUGH, "list": told}
