"""Growth of nothing named, which is the economy's: "growth slowed to 7.95 per cent", "the city grew by
8%".

Answers with the topic `grdp` where a percentage is growth and no series is named. Refuses growth of
something named.
"""

import re

from hanoi_lib.figures.quantities import Quantity
from hanoi_lib.figures.sentences import Sentence, Topic

_GOAL_OF = re.compile(r"\b(?:goal|target)s? of\s(?:\w+\s){0,2}$")

_GROWTH_AFTER = re.compile(r"\s(?:\w+\s)?(?:growth|(?:economic )?expansion)\b")

_GROWTH_BEFORE = re.compile(
    r"\bgrowth (?:rate |goal |target )*(?:of|at|to|is|was|from|between|achieved|reached|hit"
    r"|averaged|reaching|stood at|came to)\s(?:\w+\s){0,2}$"
)

_GROWTH_OPENS = re.compile(
    r"(?:^|[.;:,]\s)(?:the |its |economic |average |annual |while |but |and )?(?:growth)"
    r"\s(?:rate\s)?(?:was|is|slowed|accelerated|picked up|eased|stood|reached|came|hit|averaged"
    r"|of)\s(?:\w+\s){0,3}$",
    re.I,
)

# A place that grows is its economy: "The city is expected to grow 8.5 per cent", "Hai Phong grew by
# 10.3 per cent"
_PLACE_GREW = re.compile(
    r"(?:[A-Z][\w-]+(?:\s(?:City|Province))?|\b(?:city|province|capital|country|locality"
    r"|municipality)),?\s"
    r"(?:(?:had|has|have|was|is|were|are|will|would|should|expected|estimated|forecast|projected"
    r"|set|due|to|also|already|only|it|then|hopes|aims|wants|plans|targets)\s){0,5}"
    r"(?:grow|grew|grown|growing|expand|expanded|grows)\s(?:by\s|at\s)?(?:\w+\s){0,4}$"
)


def of_growth_told(sentence: Sentence, quantity: Quantity) -> Topic | None:
    """Growth told as a subject: "The city is to grow by 8.5 per cent"; "growth slowed to 7.95 per cent"."""
    left = sentence.plain[max(sentence.start, quantity.start - 90) : quantity.start]
    grew = quantity.unit in ("percent", "times") and _PLACE_GREW.search(left)
    told = grew or (quantity.unit == "percent" and _GROWTH_OPENS.search(left[-60:]))
    return Topic("grdp", "growth", bound=True) if told else None


def is_growth(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether "growth" stands right behind a percentage."""
    return quantity.unit == "percent" and bool(
        _GROWTH_AFTER.match(sentence.plain, quantity.end, sentence.end)
    )


def of_growth(sentence: Sentence, quantity: Quantity) -> Topic | None:
    """Growth of nothing named is the economy's: "sustainable double-digit growth"; so is a goal in
    percent.
    """
    left = sentence.plain[max(sentence.start, quantity.start - 50) : quantity.start]
    before = _GOAL_OF.search(left) or _GROWTH_BEFORE.search(left)
    told = is_growth(sentence, quantity) or (quantity.unit == "percent" and before)
    return Topic("grdp", "growth", bound=True) if told else None
