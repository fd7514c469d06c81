"""Growth of nothing named, which is the economy's: "growth slowed to 7.95 per cent", "the city grew by
8%".

Answers with the topic `grdp` where a percentage is growth and no series is named. Refuses growth of
something named.
"""

import re

from hanoi_lib.figures.quantities import Quantity
from hanoi_lib.figures.sentences import Sentence, Topic

_GOAL_OF = re.compile(r"\b(?:goal|target)s? of\s(?:\w+\s){0,2}$")

# "the goal for all of 2022 is 7-7.5 percent"
_GOAL_IS = re.compile(
    r"\b(?:goal|target|plan)s?\s(?:for\s[^,;.]{2,40}?\s)?(?:is|was|remains|stands at|stood at"
    r"|being)\s(?:\w+\s){0,2}$"
)

_GROWTH_AFTER = re.compile(r"\s(?:\w+\s)?(?:growth|(?:economic )?expansion)\b")

# What may stand between "growth" and its figure: a verb and words that say how the number is meant.
_COMES_TO = (
    r"(?:of|at|to|is|was|from|between|put at|is put|was put"
    r"|achieved|reach\w*|hit|averag\w+|stood|c[ao]me\w*|slow\w*|accelerat\w+"
    r"|quicken\w*|picked|eas\w+|remain\w*|should|will|would|must|has|had|rose|fell|went|climb\w*)"
    r"\s(?:(?:to|at|by|of|from|between|about|around|over|nearly|some|only|just|more|less|than|least|up"
    r"|an|a|be"
    r"|climb|rise|grow|accelerate|go|hit|exceed|quicken|estimated|even|again|back|down|reach|stay|have"
    r"|been|no|as|average|in|out|accelerated|slowed|quickened)"
    r"\s){0,5}$"
)
_GROWTH_BEFORE = re.compile(
    r"(?<!tourist )(?<!visitor )(?<!credit )(?<!passenger )(?<!cargo )(?<!traffic )(?<!user )"
    rf"\bgrowth (?:rate |goal |target )*{_COMES_TO}"
)

_GROWTH_OPENS = re.compile(
    r"(?:^|[.;:,–—-]\s)(?:(?:the|its|economic|average|annual|overall|while|but|and|that|this) ){0,3}growth"
    r"\s(?:rate\s)?(?:(?:of|in)\s(?:the city of\s)?(?:(?-i:[A-Z][a-z]+)\s){1,4}"
    r"|(?:of|in) the (?:city|capital|province)\s)?"
    r"(?:(?:in|for|during|over)\s(?:the\s)?[\w-]+(?:\s[\w-]+){0,3}?\s)?"
    rf"{_COMES_TO}",
    re.I,
)

# A place that grows is its economy: "The city is expected to grow 8.5 per cent", "Hai Phong grew by
# 10.3 per cent"
_PLACE_GREW = re.compile(
    r"(?:[A-Z][\w-]+(?:\s(?:City|Province))?|\b(?:national|['’]s|local|provincial) economy(?!,)"
    r"|\b(?:city|province|capital|country|locality"
    r"|municipality)),?\s"
    r"(?:(?:had|has|have|was|is|were|are|will|would|should|expected|estimated|forecast|projected"
    r"|set|due|to|also|already|only|it|then|hopes|aims|wants|plans|targets"
    r"|asked|required|requested|told|needs|must)\s){0,5}"
    r"(?:grow|grew|grown|growing|expand|expanded|grows)\s(?:by\s|at\s)?(?:\w+\s){0,4}$"
)


_GROWTH_OF = re.compile(
    r"(?:\b(?:wants?|seeks?|seeking|approv\w+|expect\w*|target\w*|plans?|forecasts?|sets?|sees|saw|report\w*|posted|recorded"
    r"|achieving|projects?|propos\w+|adopted|endorsed|needs?|requires?|foresees|envisag\w+|including|enjoyed|hit|assum\w+"
    r"|its|the|this|their|is|are|an?|for|with|at|to|be|reach|achieve|maintain|record|sustain|of|ensure|annual"
    r"|average|economic|overall"
    r"|double-digit)\s)growth\s(?:(?:rate|target|goal)\s)?of\s(?:\w+\s){0,2}$"
)


# "led the country in growth in the first half of the year with 14 percent"
_LED_IN_GROWTH = re.compile(r"\bin (?:economic )?growth\b[^.;,]{0,60}\swith\s(?:\w+\s){0,2}$")
_AND_GROWTH = re.compile(r"\band (?:economic |annual |average )*growth (?:rate )?of\s(?:\w+\s){0,2}$")


def adds_growth(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether growth stands beside another thing: "20 million visitors and growth of 14 percent"."""
    left = sentence.plain[max(sentence.start, quantity.start - 50) : quantity.start]
    return quantity.unit == "percent" and bool(_AND_GROWTH.search(left))


def of_growth_told(sentence: Sentence, quantity: Quantity) -> Topic | None:
    """Growth told as a subject: "The city is to grow by 8.5 per cent"; "growth slowed to 7.95 per cent"."""
    left = sentence.plain[max(sentence.start, quantity.start - 90) : quantity.start]
    grew = quantity.unit in ("percent", "times") and _PLACE_GREW.search(left)
    told = (
        grew
        or adds_growth(sentence, quantity)
        or (
            quantity.unit == "percent"
            and (
                _GROWTH_OPENS.search(left[-90:])
                or _GROWTH_OF.search(left[-60:])
                or _LED_IN_GROWTH.search(left)
            )
        )
    )
    return Topic("grdp", "growth", bound=True) if told else None


def is_goal(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether a percentage is a goal's: "to achieve the annual target of 8%"."""
    left = sentence.plain[max(sentence.start, quantity.start - 50) : quantity.start]
    return quantity.unit == "percent" and bool(_GOAL_OF.search(left))


def tells_goal(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether a percentage is told as the goal itself: "the goal for all of 2022 is 7-7.5 percent"."""
    left = sentence.plain[max(sentence.start, quantity.start - 70) : quantity.start]
    return quantity.unit == "percent" and bool(_GOAL_IS.search(left))


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
