"""What an aim accepts, and what a reported figure says for sure: arithmetic of ranges and comparators.

Input: comparator, value and upper value of an aim and of a figure, and on which side of the aim is better.
Output: `reached`, `short` or `unclear`. Refuses to round: "over 9" is no 10 and no 9, it is `unclear`
against an aim of at least 10. Units, periods and areas are not looked at here.
"""

from dataclasses import dataclass
from math import inf
from typing import Literal

Better = Literal["more", "less", "neither"]
Answer = Literal["reached", "short", "unclear"]
ABOUT = 0.05  # "about 30" may be anything from 28.5 to 31.5


@dataclass(frozen=True, slots=True)
class Bounds:
    """All numbers from `low` to `high`, the ends themselves only where they are not open."""

    low: float = -inf
    high: float = inf
    low_open: bool = False
    high_open: bool = False

    def holds(self, other: "Bounds") -> bool:
        """Whether every number of the other lies within."""
        above = other.low > self.low or (other.low == self.low and (other.low_open or not self.low_open))
        below = other.high < self.high or (
            other.high == self.high and (other.high_open or not self.high_open)
        )
        return above and below


def find_reported(comparator: str, low: float, high: float) -> Bounds:
    """The numbers that a reported figure may stand for.

    >>> find_reported(">", 9, 9)
    Bounds(low=9, high=inf, low_open=True, high_open=False)
    """
    if comparator in (">", ">="):
        return Bounds(low=low, low_open=comparator == ">")
    if comparator in ("<", "<="):
        return Bounds(high=high, high_open=comparator == "<")
    slack = ABOUT if comparator == "~" else 0.0
    return Bounds(low - slack * abs(low), high + slack * abs(high))


def find_accepted(comparator: str, low: float, high: float, better: Better) -> tuple[Bounds, Bounds | None]:
    """The numbers with which an aim is reached, and those with which it surely is not, if anybody says.

    A range aimed at is reached from its near end on, where more or less is better, else only inside.

    >>> find_accepted("=", 7.5, 8, "more")[0]
    Bounds(low=7.5, high=inf, low_open=False, high_open=False)
    >>> find_accepted("=", 126, 126, "neither")
    (Bounds(low=126.0, high=126.0, low_open=False, high_open=False), None)
    """
    strict, slack = comparator in (">", "<"), ABOUT if comparator == "~" else 0.0
    if comparator in (">", ">=") or (comparator in ("=", "~") and better == "more"):
        short = Bounds(high=low - slack * abs(low), high_open=not strict)
        return Bounds(low=low, low_open=strict), short
    if comparator in ("<", "<=") or better == "less":
        short = Bounds(low=high + slack * abs(high), low_open=not strict)
        return Bounds(high=high, high_open=strict), short
    return Bounds(low - slack * abs(low), high + slack * abs(high)), None


def compare(aim: tuple[str, float, float], reported: tuple[str, float, float], better: Better) -> Answer:
    """Whether what is reported reaches what is aimed at; each is comparator, lower and upper value.

    >>> compare((">=", 10, 10), (">", 9, 9), "more"), compare((">=", 8, 8), (">", 9, 9), "more")
    ('unclear', 'reached')
    >>> compare(("=", 2, 2.2), ("=", 2.1, 2.1), "less"), compare(("=", 2, 2.2), ("=", 2.3, 2.3), "less")
    ('reached', 'short')
    """
    figure = find_reported(*reported)
    accepted, short = find_accepted(*aim, better)
    if accepted.holds(figure):
        return "reached"
    return "short" if short is not None and short.holds(figure) else "unclear"
