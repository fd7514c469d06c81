"""The record of one figure, and which of several tellings of it counts.

Answers with `Figure`; a figure told twice is one, citing the first telling, and what a headline only
announces is told in full below. Refuses to join figures of different periods.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from hanoi_lib.dates.moments import Moment
from hanoi_lib.figures.quantities import Quantity
from hanoi_lib.figures.sentences import Topic
from hanoi_lib.figures.spots import Reading
from hanoi_lib.passages import Passage


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure. `aim` tells a target from an observation; offsets are those of `Document.plain`."""

    start: int
    end: int
    aim: bool
    indicator: str | None
    label: str
    measure: str
    area: str | None
    period: str | None
    comparator: str
    value: float
    value_max: float | None
    unit: str | None
    equivalent_value: float | None
    equivalent_unit: str | None
    status: str
    set_by: str | None


@dataclass(frozen=True, slots=True)
class Told:
    """What its sentence tells of a quantity. `noun` is the span of what it counts, `moment` its own time,
    `state` whether it tells how things stand now.
    """

    quantity: Quantity
    noun: tuple[int, int] | None
    topic: Topic
    measure: Reading
    modality: str | None
    moment: Moment | None
    aim: bool
    state: bool


def told_in_full(figures: Sequence[Figure], passages: Sequence[Passage]) -> list[Figure]:
    """Without those that a headline or standfirst only announces: the article tells the same figure in
    full.
    """
    heads = [(p.start, p.end) for p in passages if p.kind in ("headline", "standfirst")]
    announced = [any(start <= f.start < end for start, end in heads) for f in figures]
    told = [f for f, only in zip(figures, announced, strict=True) if not only]
    grown = {
        f.indicator for f in told if f.measure == "change" and f.unit == "percent" and f.value >= _DOUBLE
    }
    full = {(abs(f.value), f.value_max, f.unit) for f in told}
    rounded = {(_round(f.value), f.unit) for f in told if f.value_max is None}
    return [
        f
        for f, only in zip(figures, announced, strict=True)
        if not (
            only
            and (
                (abs(f.value), f.value_max, f.unit) in full
                or (_round(f.value), f.unit) in rounded
                or (f.comparator == ">=" and f.value == _DOUBLE and f.indicator in grown)
            )
        )
    ]


def _round(value: float) -> float:
    """A figure as a headline gives it: whole where it is large."""
    return float(round(abs(value))) if abs(value) >= _LARGE else abs(value)


_LARGE = 100
_DOUBLE = 10  # percent: "double-digit growth"


def told_once(figures: Iterable[Figure]) -> Iterator[Figure]:
    """Drop what repeats a figure already told, and let the fuller telling speak for a bare one."""
    kept: dict[tuple[object, ...], Figure] = {}
    for figure in figures:
        key = (
            figure.aim,
            figure.measure,
            figure.value,
            figure.value_max,
            figure.unit,
            figure.indicator or figure.label.lower(),
            figure.area,
        )
        earlier = kept.get(key)
        if earlier is None:
            kept[key] = figure
        elif earlier.period is None or figure.period in (None, earlier.period):
            kept[key] = replace(earlier, period=earlier.period or figure.period)
        else:
            kept[(*key, figure.period)] = figure
    return iter(sorted(kept.values(), key=lambda f: (f.start, f.end)))
