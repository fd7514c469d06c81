"""What kind of series a figure belongs to, as far as comparing goes.

Reads `vocabulary/comparisons.yml`.
"""

import re
from datetime import date
from functools import cache

from hanoi_lib.audit.bounds import Better
from hanoi_lib.audit.readings import Reading
from hanoi_lib.scan import load_vocabulary


@cache
def list_series(kind: str) -> frozenset[str]:
    """The codes of the series of a kind: `sums`, `by_year`, `yearly`, `one_whole`, `by_label`..."""
    return frozenset(load_vocabulary("comparisons")[kind])


def is_kind(reading: Reading, kind: str) -> bool:
    """Whether a reading's series is of a kind."""
    return reading.indicator in list_series(kind)


def is_sum(reading: Reading) -> bool:
    """Whether a figure is so much in a period, to which the parts of the period add up."""
    return reading.measure == "level" and is_kind(reading, "sums")


def is_state(reading: Reading) -> bool:
    """Whether a figure is how things stand at a time, as an aim "by 2030" is about."""
    return reading.measure in ("level", "share", "rank") and not is_sum(reading)


def find_better(aim: Reading) -> Better:
    """On which side of an aim a figure is as good. A place in an order is better the lower its number.

    A fall aimed at is reached by a deeper one; whether less is better otherwise, the series tells.
    """
    if aim.measure == "rank" or (aim.measure == "change" and aim.value < 0):
        return "less"
    if is_kind(aim, "structure") and aim.measure != "change":
        return "neither"
    if is_kind(aim, "more"):
        return "more"
    return "less" if is_kind(aim, "less") and aim.measure != "change" else "neither"


def find_day_redrawn(area: str, after: date, until: date) -> date | None:
    """The day between two days on which a name began to stand for a larger area."""
    redrawn: dict[date | str, list[str]] = load_vocabulary("comparisons")["redrawn"]
    days = sorted(date.fromisoformat(str(day)) for day, areas in redrawn.items() if area in areas)
    return next((day for day in days if after < day <= until), None)


def has_same_label(one: Reading, other: Reading) -> bool:
    """Whether two readings of one series speak of the same thing, as far as their labels tell."""
    return find_thing(one.indicator, one.label) == find_thing(other.indicator, other.label)


@cache
def find_thing(indicator: str, label: str) -> str:
    """What a label narrows a series down to, in words; empty where it is the series as such.

    >>> find_thing("fdi", "Foreign direct investment"), find_thing("unemployment", "urban unemployment")
    ('', 'urban')
    >>> find_thing("administrative_units", "wards and communes")
    'commune ward'
    """
    vocabulary = load_vocabulary("comparisons")
    if indicator in list_series("by_label"):
        words = re.findall(r"[^\W\d_]{3,}", label.lower())
        return " ".join(sorted({word.removesuffix("s") for word in words} - {"the", "and", "it", "their"}))
    scopes: list[list[str]] = vocabulary["scopes"]
    implied = set(vocabulary["implied"].get(indicator, ()))
    words = re.findall(r"[\w-]+", label.lower())
    found = [scope[0] for scope in scopes if set(words) & set(scope) and not implied & set(scope)]
    return " ".join(found)
