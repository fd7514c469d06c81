"""Which amount is the part of a plan that a text tells: "VND370 trillion, 73% of the annual target".

Input: the rows of observations and passages. Output: pairs of an amount and the part of the plan that it
is, and the year that the plan is for where the sentence says so. Refuses by how much a plan was exceeded or
missed ("8% above the estimate"), amounts of another series, and amounts too far away in the text.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from hanoi_lib.spans import parse_span
from hanoi_lib.wording import say

Figure = Mapping[str, Any]

NEAR = 250  # characters between an amount and the part of the plan that it is

_EXCEEDS = re.compile(r"\b(?:exceed\w*|surpass\w*|by|overshot|short)\s(?:[a-z]+\s){0,3}$", re.I)
_DIFFERS = re.compile(r"\)?\s(?:higher|more|above|over|beyond|ahead|lower|less|below|short|behind)\b", re.I)
_ANNUAL = re.compile(
    r"\b(?:annual|yearly|full-year|whole-year|year's|the year|this year|whole year|entire year)\b", re.I
)


class Sentences:
    """The sentences of all documents, to look up what stands around a citation."""

    def __init__(self, passages: Iterable[Figure]) -> None:
        """Take the rows of passages."""
        self._told: dict[str, list[tuple[int, str]]] = {}
        for row in sorted(passages, key=lambda row: (str(row["document_id"]), int(row["start"]))):
            self._told.setdefault(str(row["document_id"]), []).append((int(row["start"]), str(row["exact"])))

    def around(self, figure: Figure) -> tuple[str, str]:
        """What the sentence says before and after the cited words; nothing where there is no sentence."""
        told = self._told.get(str(figure["document_id"]), [])
        place = bisect_right(told, (int(figure["start"]), "\U0010ffff")) - 1
        if place < 0:
            return "", ""
        start, words = told[place]
        return words[: max(0, figure["start"] - start)], words[max(0, figure["end"] - start) :]


def find_plan_pairs(
    reported: Sequence[Figure], sentences: Sentences
) -> Iterator[tuple[Figure, Figure, str | None]]:
    """Amount, part of the plan, and the plan's year in EDTF."""
    amounts: dict[tuple[str, ...], list[Figure]] = {}
    for row in reported:
        if say(row.get("measure")) == "level" and say(row.get("unit")) and say(row.get("indicator")):
            amounts.setdefault(_series(row), []).append(row)
    for part in reported:
        if say(part.get("measure")) != "of_target" or say(part.get("unit")) != "percent":
            continue
        before, after = sentences.around(part)
        if _EXCEEDS.search(before) or _DIFFERS.match(after):
            continue
        if level := _find_amount(part, amounts.get(_series(part), ())):
            yield level, part, _find_plan_year(part, after)


def _find_amount(part: Figure, amounts: Iterable[Figure]) -> Figure | None:
    """The nearest amount of the series before the part."""
    near = [row for row in amounts if 0 <= part["start"] - row["end"] <= NEAR and _overlaps(row, part)]
    return max(near, key=lambda row: int(row["start"]), default=None)


def _series(figure: Figure) -> tuple[str, ...]:
    return tuple(say(figure.get(column)) for column in ("document_id", "indicator", "area"))


def _overlaps(level: Figure, part: Figure) -> bool:
    """Whether both are of one time, or the part of the year that the amount's period lies in."""
    first, second = parse_span(level.get("period")), parse_span(part.get("period"))
    if first is None or second is None:
        return first is second
    return first.first <= second.last and second.first <= first.last


def _find_plan_year(part: Figure, after: str) -> str | None:
    """The year of the part's period, where the words behind say that the plan is a year's."""
    span = parse_span(part.get("period"))
    clause = re.split(r"[;,.]\s", after, maxsplit=1)[0][:80]
    if span is None or not span.start or not span.end or span.start.year != span.end.year:
        return None
    return f"{span.start.year:04}" if _ANNUAL.search(clause) else None
