"""Figures told by their unit or their head count: areas, floor space, incomes, output per person.

Answers with the topic that "covers 3,359 square kilometres", "30 square metres per person" or "each
will earn" tell. Refuses units that tell nothing by themselves.
"""

import re

from hanoi_lib.figures.quantities import Quantity
from hanoi_lib.figures.sentences import MONEY, Sentence, Topic
from hanoi_lib.figures.subjects import of_subject

_EACH = re.compile(
    r"\s(?:of (?:housing|floor space|living space|floor area)\s)?(?:each|per (?:person|capita|head"
    r"|inhabitant|resident)|a (?:head|person))\b|\s(?:of housing|of floor space|of living space)\b"
)

# "each Hanoian will earn", "the average farmer earned"
_EACH_EARNS = re.compile(
    r"\b(?:each|every|the average|a typical)\s(?:[\w-]+\s){1,3}?(?:(?:will|can|should|now|would"
    r"|to)\s){0,2}earn\w*\s(?:\w+\s){0,3}$",
    re.I,
)

_COVERS = re.compile(
    r"\b(?:cover\w*|stretch\w*|extend\w*|sprawl\w*|occup\w+|area of|span\w*|spread\w*|measur\w+)"
    r"\s(?:\w+\s){0,3}$",
    re.I,
)


def _earns(sentence: Sentence, quantity: Quantity) -> bool:
    """ "Each resident earned VND60 million"; "its people to earn VND58 million each"."""
    left = sentence.plain[max(sentence.start, quantity.start - 80) : quantity.start]
    return bool(
        _EACH_EARNS.search(left)
        or (_EARNS.search(left) and sentence.plain.startswith(" on average", quantity.end))
        or (_EARNS.search(left) and _EACH.match(sentence.plain, quantity.end, sentence.end))
    )


_EARNS = re.compile(r"\bearn\w*\s(?:\w+\s){0,3}$")


def of_extent(sentence: Sentence, quantity: Quantity) -> Topic | None:
    """What covers so many square kilometres is told by its area."""
    before = sentence.plain[max(sentence.start, quantity.start - 50) : quantity.start]
    if quantity.unit == "m2" and _EACH.match(sentence.plain, quantity.end, sentence.end):
        return Topic("housing_floor_area", "floor area per person", True)
    return (
        Topic("land_area", "area", True)
        if quantity.unit in ("km2", "ha") and _COVERS.search(before)
        else None
    )


def of_unit(quantity: Quantity) -> Topic | None:
    """Square kilometres of nothing named are a place's area: "1.2 million residents on 211 sq.km"."""
    return Topic("land_area", "area", True) if quantity.unit == "km2" else None


_CAPACITY = re.compile(r"\b(?P<what>(?:[a-z][\w-]*\s)?capacity)\s(?:of|is|was|to|at)\s(?:\w+\s){0,3}$")


def of_capacity(sentence: Sentence, quantity: Quantity) -> Topic | None:
    """What a plant can do is no series: "with a capacity of 270,000 cubic metres a day"."""
    if quantity.unit not in ("m3", "t", "MW", "GW", "kWh", "TEU"):
        return None
    told = _CAPACITY.search(sentence.plain[max(sentence.start, quantity.start - 60) : quantity.start])
    return Topic(None, told["what"], True) if told else None


_PER_HEAD = re.compile(r"\)?\sper\s(?:capita|head|person)\b")

_INCOME = re.compile(r"\bincomes?\b", re.I)


def of_head(sentence: Sentence, quantity: Quantity, running: Topic | None) -> Topic | None:
    """ "Income of 2,450 USD per capita", "GRDP of US$5,000 per capita": the head count makes it another
    indicator.
    """
    if quantity.unit in MONEY and _earns(sentence, quantity):
        return Topic("income_per_capita", "income per person", True)
    told = _PER_HEAD.match(sentence.plain, quantity.end, sentence.end)
    if told is None:
        return None
    words = told.group().strip()
    if _INCOME.search(sentence.plain[max(sentence.start, quantity.start - 80) : quantity.start]):
        return Topic("income_per_capita", f"income {words}", True)
    subject = of_subject(sentence, sentence.quantities.index(quantity)) or running
    return (
        Topic("grdp_per_capita", f"{subject.label} {words}", True)
        if subject and subject.code == "grdp"
        else subject
    )
