"""Figures told in step with times: "25% and 35% in 2025 and 2030, respectively".

Answers with the time of the n-th figure of a list: the n-th of as many times in a list of their own, else,
where the figures before were told each with its time ("17% by 2025 and 20% by 2030, the other 25% and 30%,
respectively"), the time of the n-th of those. Refuses lists of unequal length.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from hanoi_lib.dates.moments import Moment
from hanoi_lib.figures.enumerations import listed_run, says_respectively
from hanoi_lib.figures.sentences import Sentence


def find_timing(sentence: Sentence, index: int, moments: Sequence[Moment]) -> Moment | None:
    """The time of the quantity at `index` where its list is told in step with times; else None."""
    if len(moments) < 2 or sentence.plain.find("respectively", sentence.start, sentence.end) < 0:
        return None
    run = listed_run(sentence, index)
    if len(run) < 2 or not says_respectively(sentence, run[0]):
        return None
    times = _listed_times(sentence, run, moments) or _times_before(sentence, run, moments)
    return times[run.index(index)] if times else None


def _listed_times(sentence: Sentence, run: Sequence[int], moments: Sequence[Moment]) -> list[Moment]:
    """The list of as many times that stands behind the figures, else the last one before them."""
    first, last = sentence.quantities[run[0]].start, sentence.quantities[run[-1]].end
    lists: list[list[Moment]] = []
    for moment in moments:
        if lists and _AND.fullmatch(sentence.plain, lists[-1][-1].end, moment.start):
            lists[-1].append(moment)
        else:
            lists.append([moment])
    fit = [times for times in lists if len(times) == len(run)]
    behind = [times for times in fit if times[0].start >= last]
    before = [times for times in fit if times[-1].end <= first]
    return behind[0] if behind else before[-1] if before else []


def _times_before(sentence: Sentence, run: Sequence[int], moments: Sequence[Moment]) -> list[Moment]:
    """The times of as many figures right before the list, each told with its own."""
    earlier = sentence.quantities[max(0, run[0] - len(run)) : run[0] + 1]
    between = [
        [m for m in moments if one.end <= m.start and m.end <= other.start]
        for one, other in pairwise(earlier)
    ]
    each = len(between) == len(run) and all(len(times) == 1 for times in between)
    return [times[0] for times in between] if each else []


_AND = re.compile(r"(?:,\s(?:and\s)?|\sand\s)(?:(?:in|by|for|until)\s)?(?:the\s)?")
