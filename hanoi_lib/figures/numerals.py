"""Words and signs of numbers: numerals, scales, currencies and units of measure.

Answers what a written number, a scale or a unit is worth ("twenty-one", "1.234.567", "trillion",
"US$"). Refuses nothing by itself: where numbers stand in a text is for quantities.py to find. Reads
`vocabulary/units.yml`.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from hanoi_lib.scan import load_vocabulary

# What may stand before a number without changing what it counts; for patterns.
ABOUT = (
    r"(?:(?:about|around|over|nearly|more than|at least|some|almost|approximately|roughly|up to|only|just"
    r"|another|a further)\s)?"
)


@dataclass(frozen=True)
class Words:
    """The tables of `units.yml`, by spelling."""

    numbers: Mapping[str, float]
    scales: Mapping[str, float]
    before: Mapping[str, str]
    after: Mapping[str, str]
    units: Mapping[str, str]
    comparators: Mapping[str, str]
    trailing: Mapping[str, str]


def _inverted(table: Mapping[str, Iterable[str]]) -> dict[str, str]:
    return {str(spelling).lower(): str(value) for value, spellings in table.items() for spelling in spellings}


@cache
def words() -> Words:
    """The words of number and measure."""
    units = load_vocabulary("units")
    return Words(
        numbers={word: float(value) for word, value in units["numbers"].items()},
        scales={word: float(value) for word, value in units["scales"].items()},
        before=_inverted(units["currencies_before"]),
        after=_inverted(units["currencies_after"]),
        units=_inverted(units["units"]),
        comparators=_inverted(units["comparators_before"]),
        trailing=_inverted(units["comparators_after"]),
    )


def any_of(phrases: Iterable[str]) -> str:
    """A pattern for the longest of some phrases, each a whole word where it ends in a letter.

    What phrases begin with in common is tried once for all of them.
    """
    tree: dict[str, Any] = {}
    for phrase in phrases:
        node = tree
        for sign in phrase:
            node = node.setdefault(sign, {})
        node[_END] = r"(?![a-z])" if phrase[-1].isalpha() else ""
    return _branches(tree)


_END = ""


def _branches(tree: dict[str, Any]) -> str:
    longer = [re.escape(sign) + _branches(node) for sign, node in tree.items() if sign != _END]
    branches = longer + ([tree[_END]] if _END in tree else [])
    return branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"


def number(written: str) -> float:
    """A number in digits or words."""
    known = words()
    lower = written.lower()
    if lower in known.numbers:
        return known.numbers[lower]
    if spelt := re.fullmatch(r"([a-z]+)[- ]([a-z]+)", lower):
        tens, ones = spelt.groups()
        return known.numbers[tens] + known.numbers[ones]
    if re.fullmatch(r"\d{1,3}(?:\.\d{3}){2,}", lower):  # 1.234.567 is written the Vietnamese way
        return float(lower.replace(".", ""))
    if re.fullmatch(r"\d+,\d{1,2}", lower):  # so is 7,5
        return float(lower.replace(",", "."))
    return float(lower.replace(",", ""))


def scale(word: str | None) -> float:
    """What a word like "million" multiplies by; 1 without one."""
    return words().scales[word.lower()] if word else 1.0


def unit(after: str | None, before: str | None) -> str | None:
    """The unit told by the word behind a number, else by the currency before it."""
    known = words()
    if after and after.lower() in known.after:
        return known.after[after.lower()]
    if before:
        return known.before[before.lower()]
    return known.units[after.lower()] if after else None
