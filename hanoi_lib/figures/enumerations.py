"""Lists in step: "A, B and C grew by 13%, 7% and 2%, respectively".

Answers which figures stand in one list and, with "respectively", what the n-th of them is of. Refuses
lists of unequal length.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from hanoi_lib.figures.numerals import ABOUT
from hanoi_lib.figures.sentences import Sentence, Topic
from hanoi_lib.figures.series import topic_of
from hanoi_lib.scan import Term


def of_list(sentence: Sentence, index: int, history: Sequence[Topic]) -> Topic | None:
    """ "A, B and C grew by 13%, 7% and 2%, respectively": the n-th number is of the n-th indicator told."""
    run = listed_run(sentence, index)
    if len(run) < 2 or not says_respectively(sentence, run[0]):
        return None
    place, size = run.index(index), len(run)
    before = [t for t in sentence.indicators if t.end <= sentence.quantities[run[0]].start]
    if size == 2 and before and before[-1].value == "trade" and (both := _both_ways(sentence, before[-1])):
        return both[place]
    since = sentence.quantities[run[0] - 1].end if run[0] else sentence.end
    own = [t for t in before if t.start >= since]
    if len(own) == 1:
        return topic_of(sentence, own[0], bound=True)  # "industry 25% and 28%": in step with times
    told = history[: len(history) - place]
    if len(told) >= size and any(t.code for t in told[-size:]):
        return told[len(told) - size + place]
    if len(before) >= size and all(_are_beside(sentence, a, b) for a, b in pairwise(before[-size:])):
        return topic_of(sentence, before[len(before) - size + place], bound=True)
    return _of_item(sentence, run, place) or _of_behind(sentence, run, place)


def _are_beside(sentence: Sentence, one: Term, other: Term) -> bool:
    """Whether two terms stand next to each other in a list."""
    return one.end > other.start or bool(_GLUE.fullmatch(sentence.plain, one.end, other.start))


_GLUE = re.compile(r"(?:\s[\w'’-]+){0,3}(?:,|,?\sand|;)\s(?:[\w'’-]+\s){0,3}")


def _of_item(sentence: Sentence, run: Sequence[int], place: int) -> Topic | None:
    """ "The farm, industry, service and tax sectors accounted for": items of which one is no indicator."""
    start = sentence.quantities[run[0] - 1].end if run[0] else sentence.start
    items = list(_ITEMS.finditer(sentence.plain, start, sentence.quantities[run[0]].start))
    if len(items) < len(run) - 1:
        return None
    bounds = [m.end() for m in items[-(len(run) - 1) :]]
    opens = max(start, bounds[0] - _ITEM)
    spans = list(pairwise([opens, *bounds, sentence.quantities[run[0]].start]))
    return _of_span(sentence, *spans[place])


def _of_behind(sentence: Sentence, run: Sequence[int], place: int) -> Topic | None:
    """ "Rises of 2.6, 1.9 and 0.8 percent in farming, industry and services, respectively"."""
    start = sentence.quantities[run[-1]].end
    stop = sentence.plain.find("respective", start, sentence.end)
    after = [t for t in sentence.indicators if start <= t.start < (stop if stop >= 0 else start)]
    if len(after) != len(run):
        return None
    return topic_of(sentence, after[place], bound=True)


def _of_span(sentence: Sentence, start: int, end: int) -> Topic | None:
    """The indicator that an item of a list names, else its words."""
    named = [t for t in sentence.indicators if start <= t.start and t.end <= end]
    if named:
        return topic_of(sentence, named[-1], bound=True)
    words = re.match(r"(?:the\s)?([a-z][\w-]*(?:\s[a-z][\w-]*)?)", sentence.plain[start:end])
    return Topic(None, words[1], bound=True) if words else None


_ITEMS = re.compile(r",\s(?:and\s)?|\sand\s")
_ITEM = 60  # characters of the first item of a list


def says_respectively(sentence: Sentence, first: int) -> bool:
    """Whether the list that begins with the quantity at `first` is told in step with another."""
    start = sentence.quantities[first - 1].end if first else sentence.start
    return sentence.plain.find("respective", start, sentence.end) >= 0


_LONGEST = 12  # no list in step is longer


def listed_run(sentence: Sentence, index: int) -> list[int]:
    """The quantities that stand in one list with the one at `index`: "13%, 7% and 2%"."""
    first = last = index
    while first and last - first < _LONGEST and _is_listed(sentence, first - 1):
        first -= 1
    while last + 1 < len(sentence.quantities) and last - first < _LONGEST and _is_listed(sentence, last):
        last += 1
    return list(range(first, last + 1))


def _both_ways(sentence: Sentence, term: Term) -> tuple[Topic, Topic] | None:
    """ "Export and import turnover": two series under one name."""
    label = sentence.plain[term.start : term.end].lower()
    if " and " not in label:
        return None
    ways = (Topic("exports", label, True), Topic("imports", label, True))
    return ways if label.index("export") < label.index("import") else ways[::-1]


def _is_listed(sentence: Sentence, index: int) -> bool:
    """Whether nothing but a comma or "and" parts a quantity from the next of its kind."""
    one, other = sentence.quantities[index], sentence.quantities[index + 1]
    return one.unit == other.unit and bool(_LINK.fullmatch(sentence.plain, one.end, other.start))


_LINK = re.compile(
    r",?\s(?:and\s)?(?:(?:an?\s)?(?:increase|decrease|rise|fall|drop|decline|growth|reduction)s?\sof\s|up\s|down\s)?"
    rf"{ABOUT}"
)
