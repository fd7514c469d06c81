"""What a quantity is of: the indicator's code and a label in the text's own words.

Answers by grammar: the counted noun ("526 commune-level units"), the noun bound to an amount ("$2.9
billion in foreign direct investment"), the whole of a share ("1% of land area"), else the subject named
before it ("Exports totalled $10 billion, up 13.8%"), else a word that takes up what was told before,
else what follows.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from hanoi_lib.figures.amounts import of_money, of_right, of_row, of_worth
from hanoi_lib.figures.counts import of_noun
from hanoi_lib.figures.echoes import find_echo
from hanoi_lib.figures.enumerations import of_list
from hanoi_lib.figures.extents import of_capacity, of_extent, of_head, of_unit
from hanoi_lib.figures.growth import adds_growth, is_goal, is_growth, of_growth, of_growth_told, tells_goal
from hanoi_lib.figures.parts import in_respect, of_bracket, of_counted_part, of_sum, of_thing
from hanoi_lib.figures.quantities import Quantity
from hanoi_lib.figures.sentences import MONEY, Sentence, Topic, groups
from hanoi_lib.figures.subjects import has_own_subject, of_following, of_subject, subject_label
from hanoi_lib.figures.wholes import exceeds_plan, of_opening


def find_topic(
    sentence: Sentence,
    index: int,
    noun: tuple[int, int] | None,
    history: Sequence[Topic],
    told: Topic | None = None,
) -> Topic | None:
    """What the quantity at `index` is of, or None where its own sentence does not say.

    `history` holds the topics of the quantities before it in the sentence; the last holds until another
    subject is named. `told` is the series spoken of last, for words that only stand for one ("revenue").
    """
    quantity = sentence.quantities[index]
    if quantity.unit is None and noun:
        topic = of_noun(sentence, noun)
        few = quantity.value < _FEW and not quantity.scaled and topic.code in groups()["many"]
        return replace(topic, code=None) if few else topic
    running = history[-1] if history else None
    special = (
        of_opening(sentence, quantity)
        or of_list(sentence, index, history)
        or of_bracket(sentence, index)
        or of_thing(sentence, quantity)
        or of_counted_part(sentence, index, running)
        or in_respect(sentence, index, history)
        or of_sum(sentence, index, running)
        or of_capacity(sentence, quantity)
        or of_head(sentence, quantity, running)
    )
    return special or _find_plain_topic(sentence, index, history, told)


_FEW = 1000  # fewer visitors or inhabitants are some of them, not a place's number


def _find_plain_topic(
    sentence: Sentence, index: int, history: Sequence[Topic], told: Topic | None
) -> Topic | None:
    """What grammar binds to the quantity, what is spoken of, or what follows: in this order."""
    quantity = sentence.quantities[index]
    running = history[-1] if history else None
    if history and _TOTAL.search(sentence.plain[max(sentence.start, quantity.start - 90) : quantity.start]):
        return fit_topic(history[0], quantity)
    bound = _find_bound(sentence, index, running)
    if not (bound and bound.bound and bound.code) and (echo := find_echo(sentence, index, history, told)):
        return echo
    bound, running = fit_topic(bound, quantity), fit_topic(running, quantity)
    if not (bound and bound.bound) and (extent := of_extent(sentence, quantity)):
        return extent
    settled = bound and bound.bound and not adds_growth(sentence, quantity)
    if not settled and (growth := of_growth_told(sentence, quantity)):
        return growth
    if not bound and is_growth(sentence, quantity) and (not running or running.code in ("grdp", "gdp")):
        return Topic("grdp", "growth", bound=True)
    if history and history[0].code in ("grdp", "gdp") and tells_goal(sentence, quantity):
        return history[0]
    if taken := _find_taken_up(sentence, quantity, bound, history, told):
        return taken
    if bound or (running and not has_own_subject(sentence, index, running)):
        return bound or running
    if running and (running.code or quantity.unit == "percent"):
        return of_growth(sentence, quantity) or Topic(None, subject_label(sentence, quantity))
    following = fit_topic(of_following(sentence, index), quantity)
    return following or of_growth(sentence, quantity) or of_unit(quantity)


def _find_taken_up(
    sentence: Sentence,
    quantity: Quantity,
    bound: Topic | None,
    history: Sequence[Topic],
    told: Topic | None,
) -> Topic | None:
    """What a figure takes up from those before it, though words stand between."""
    running = fit_topic(history[-1], quantity) if history else None
    if running and exceeds_plan(sentence, quantity):
        return running
    if running and not (bound and bound.bound) and is_taken_up(sentence, quantity):
        return next((topic for topic in reversed(history) if topic.code), running)
    if running and running.code in ("grdp", "gdp") and is_goal(sentence, quantity):
        return running
    if running and running.code == "housing_floor_area" and quantity.unit == "m2" and not bound:
        return running
    if running or told is None:
        return None
    if not bound and told.code in ("grdp", "gdp") and tells_goal(sentence, quantity):
        return told
    more = not (bound and bound.code) and _is_more(sentence, quantity, told)
    return told if more or _is_of_it(sentence, quantity, told) else None


def is_taken_up(sentence: Sentence, q: Quantity) -> bool:
    """ "Hanoi wants to lift this share to 30%", "to bring it to 8%": what is moved was told before."""
    left = sentence.plain[max(sentence.start, q.start - 80) : q.start]
    return q.unit is not None and bool(_TAKEN_UP.search(left))


_TAKEN_UP = re.compile(
    r"\bthe [\w-]+-month growth\b[^,;:.\d]{0,40}$"
    r"|\b(?:this|that|the) (?:(?:[\w-]+-(?:month|year)|annual|quarterly|monthly|full-year"
    r"|combined|overall) )?(?:share|rates?|ratio|proportion|percentage|figure|total|level|coverage)\b"
    r"(?!\s(?:of|for|in)\b)[^,;:.\d]{0,40}$"
    r"|\b(?:lift|raise|bring|push|increase|cut|reduce|expand|lower)(?:ed|s|ing)? (?:it|this) "
    r"(?:[a-z]+ )?(?:to|by) (?:[a-z]+ ){0,2}$",
    re.I,
)


def _is_of_it(sentence: Sentence, quantity: Quantity, told: Topic) -> bool:
    """ "40% of it is treated", after wastewater."""
    shares = quantity.unit == "percent" and told.code in groups()["percent_share"]
    return shares and bool(_OF_IT.match(sentence.plain, quantity.end, sentence.end))


def _is_more(sentence: Sentence, quantity: Quantity, told: Topic) -> bool:
    """ "Another 127 million square metres are to be added": more of what was told of last."""
    if quantity.unit != "m2" or told.code != "housing_floor_area":
        return False
    return bool(_MORE.search(sentence.plain[max(sentence.start, quantity.start - 16) : quantity.start]))


# "2.3 million in June, 412,000 of them foreigners, bringing the total for the first half to 13.9 million"
_TOTAL = re.compile(
    r"\b(?:bring|tak|lift|push|rais)(?:e|es|ing|s)?\s(?:the|its|their)\s(?:[\w-]+\s)?(?:total|figure|number|tally|sum|amount)"
    r"(?:\s(?!of\b)[^,;]{2,50}?)?\sto\s(?:[a-z]+\s){0,2}$"
)
# "a target of earning VND28 trillion from tourism"
_FROM_TOURISM = re.compile(r"\)?\sfrom (?:domestic |international )?(?:tourism|tourists|visitors)\b")
_OF_IT = re.compile(r"\sof (?:it|them)\b")
_MORE = re.compile(r"\b(?:another|a further|an additional)\s$", re.I)


def _find_bound(sentence: Sentence, index: int, running: Topic | None) -> Topic | None:
    """What stands before the colon of a row, right behind the quantity, or before it as its subject."""
    quantity = sentence.quantities[index]
    if quantity.unit in MONEY and _FROM_TOURISM.match(sentence.plain, quantity.end, sentence.end):
        return Topic("tourism_revenue", "from tourism", bound=True)
    if bound := of_row(sentence, quantity) or of_right(sentence, index, running):
        return bound
    kind = of_money(sentence, quantity) or of_worth(sentence, index)
    if kind and kind.label not in ("revenue", "turnover", "earnings"):
        return kind
    subject = of_subject(sentence, index, running.end if running else 0)
    return subject if subject and (kind is None or subject.code in groups()["money"]) else kind


_TOURISM = ("tourism", "tourism industry", "tourism sector", "the tourism industry", "the tourism sector")
_AREAS = ("m2", "km2", "ha", "km", "m", "m3", "t")


def fit_topic(topic: Topic | None, quantity: Quantity) -> Topic | None:
    """The topic a quantity of this unit can be of: money next to visitors is what they spend, next to
    people nothing.
    """
    if (
        topic is not None
        and topic.code in ("manufacturing", "services", "industry_and_construction", "agriculture")
        and quantity.unit == "USD"
    ):
        return Topic(None, topic.label, topic.bound)  # what a sector drew
    if topic is not None and quantity.unit == "percent" and topic.label.lower() in _TOURISM:
        return Topic(None, topic.label, topic.bound)  # what a branch contributes is no revenue
    if topic is not None and topic.code in groups()["money"] and quantity.unit in _AREAS:
        return None
    if topic is not None and topic.code == "consumer_prices" and quantity.unit in ("VND", "USD"):
        return None
    if topic is None or topic.code not in groups()["counted"] or quantity.unit is None:
        return topic
    if quantity.unit in ("VND", "USD"):
        return (
            Topic("tourism_revenue", "revenue", topic.bound)
            if topic.code in ("tourist_arrivals", "international_arrivals")
            else None
        )
    return None if quantity.unit in _AREAS else topic
