"""Where marks stand: lane below lane, each with its label where there is room, in clusters where not.

Input: `Mark`s, the lanes and the axis as it is shown. Output: an `Arrangement`. A lane that shows few marks
gives each a place where its label touches no other. One that shows many is crowded: a row for each look, and
marks that would cover one another are one `Cluster` with their number. A shorter axis shows fewer marks
farther apart, so a closer look parts them. Pages do the same (reports/template/clusters.js).
"""

from collections.abc import Sequence
from dataclasses import dataclass

from hanoi_lib.charts.marks import (
    WIDTH,
    Axis,
    Cluster,
    Mark,
    Place,
    find_box,
    find_edges,
    label_length,
    pack,
)

LABELLED = (16, 5, 2)  # a lane that shows more marks than this is crowded; the next where that is too high
HIGH = 80  # rows of a chart: one scrolls through it, but no farther
GAP = 20  # pixels between the middles of clusters: two of them just do not touch
CROWD = 1.15  # height of a row of clusters, in rows


@dataclass(frozen=True, slots=True)
class Arrangement:
    """Places of all marks, the clusters that some of them are in, and the row at which each lane ends."""

    places: tuple[Place, ...]
    clusters: tuple[Cluster, ...]
    ends: dict[str, float]


def place_marks(marks: Sequence[Mark], lanes: Sequence[str], axis: Axis) -> Arrangement:
    """Rows for all marks; those beyond the edges of the axis stand where they would in a crowd."""
    for most in LABELLED:
        placed = _place(marks, lanes, axis, most)
        if max(placed.ends.values()) <= HIGH:
            break
    return placed


def _place(marks: Sequence[Mark], lanes: Sequence[str], axis: Axis, most: int) -> Arrangement:
    places: list[Place] = []
    clusters: list[Cluster] = []
    ends: dict[str, float] = {}
    top = 0.0
    for lane in lanes:
        inside = sorted((m for m in marks if m.lane == lane), key=lambda m: (m.span.middle, m.row_id))
        near = [mark for mark in inside if _is_near(mark, axis)]
        few = near if len(near) <= most else []
        spread = _spread(few, axis, top)
        gathered, found, end = _gather([mark for mark in inside if mark not in few], axis, top)
        places += [*spread, *gathered]
        clusters += found
        top = max((place.row + 0.5 for place in spread), default=max(end, top + 1))
        ends[lane] = top
    return Arrangement(tuple(places), tuple(clusters), ends)


def _is_near(mark: Mark, axis: Axis) -> bool:
    first, last = find_edges(mark, axis)
    return last > 0 and first < WIDTH


def _spread(marks: Sequence[Mark], axis: Axis, top: float) -> list[Place]:
    """Each mark in the first row in which it and its label touch nothing."""
    rows: list[list[tuple[float, float]]] = []
    places = []
    for mark in marks:
        left, inside, box = find_box(mark, axis)
        places.append(Place(mark, top + pack(rows, box) + 0.5, left, inside=inside))
    return places


def _gather(marks: Sequence[Mark], axis: Axis, top: float) -> tuple[list[Place], list[Cluster], float]:
    """A row for the marks of each look, what is sure first; places, clusters and where the rows end."""
    places: list[Place] = []
    clusters: list[Cluster] = []
    looks = sorted({_find_look(mark) for mark in marks})
    for number, look in enumerate(looks):
        row = top + (number + 0.5) * CROWD
        alike = [mark for mark in marks if _find_look(mark) == look]
        for group in find_clusters(alike, axis):
            if len(group) > 1:
                clusters.append(Cluster(tuple(group), row))
                places += [Place(mark, row, False, labelled=False, alone=False) for mark in group]
            else:
                places.append(Place(group[0], row, False, labelled=_has_room(group[0], alike, axis)))
    return places, clusters, top + len(looks) * CROWD


def _find_look(mark: Mark) -> tuple[bool, str, str]:
    return not mark.sure, mark.symbol, mark.colour


def find_clusters(marks: Sequence[Mark], axis: Axis) -> list[list[Mark]]:
    """The marks in the order of their days, in groups whose middles are `GAP` pixels apart or more."""
    groups: list[list[Mark]] = []
    for mark in sorted(marks, key=lambda mark: (mark.day, mark.row_id)):
        group = [mark]
        while groups and _find_middle(group, axis) - _find_middle(groups[-1], axis) < GAP:
            groups[-1].extend(group)
            group = groups.pop()
        groups.append(group)
    return groups


def _find_middle(group: Sequence[Mark], axis: Axis) -> float:
    return (axis.pixel(group[0].day) + axis.pixel(group[-1].day)) / 2


def _has_room(mark: Mark, others: Sequence[Mark], axis: Axis) -> bool:
    """Whether a label fits to the right of a mark before anything else in its row."""
    _, start = find_edges(mark, axis)
    end = start + label_length(mark)
    if start < 0 or end > WIDTH:
        return False
    boxes = [find_edges(other, axis) for other in others if other is not mark]
    return all(last < start or first > end for first, last in boxes)
