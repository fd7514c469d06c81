"""Words that say how a number is meant: "about", "over", "at least", "or more".

Answers with the comparator that the words before or behind a number tell. Refuses "over" that belongs
to a verb ("stretches over") and "higher than" that compares two figures. Reads `vocabulary/units.yml`.
"""

import re
from functools import cache

from hanoi_lib.figures.numerals import any_of, words


@cache
def _comparator_patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    known = words()
    before, after = any_of(known.comparators), any_of(known.trailing)
    return re.compile(rf"(?:\b|(?<=\s)|^)({before})\s?(?:a total of |the |a |from |by )?$", re.I), re.compile(
        rf"(?:\s(?:a|per)\s(?:year|annum|month|day|capita|head|person))?\s({after})\b(?!\s(?:VND\s?|USD\s?|US)?[$\d])",
        re.I,
    )


# "over" and "up to" that belong to the verb before them: "stretches over 6,772 sq km", "handed over 83
# per cent"
_PARTICLE = re.compile(
    r"\b(?:stretch\w*|spread\w*|extend\w*|hand(?:ed|s|ing)?|sprawl\w*|t(?:ake|ook|aken|aking)"
    r"|cross\w*|pass\w*|turn\w*|carr\w+) over\s$"
    r"|\b(?:pick\w*|went|go(?:es|ing)?|rose|ris\w+|mov\w+|climb\w*|edg\w+|crept|push\w*|brought|spe[ed]+d*|shot"
    r"|lift\w*|jump\w*|back|add\w*|mount\w*) up to\s$",
    re.I,
)


# "met or exceeded 29 of 32 targets"
_OR_EXCEEDED = re.compile(r"\b(?:met|reached|fulfilled|achieved|hit) (?:or|and) (?:exceeded|surpassed)\s$")
# "grew 7.35%, higher than the 7.01% of last year": the second figure is exact
_COMPARES = re.compile(
    r"(?:,|%|\bper ?cent)\s(?:\w+\s)?(?:higher|lower|faster|slower|greater|larger|smaller|better"
    r"|worse) than (?:the |a |its )?$|\b(?:higher|lower|faster|slower) than the $"
    r"|,\s(?:well |far |just )?(?:above|below) the $",
    re.I,
)


def find_comparator(left: str, right: str, plus: bool) -> str:
    """The comparator told by what stands left and right of a number, or by a plus sign."""
    before, after = _comparator_patterns()
    if plus:
        return ">="
    if trailing := after.match(right):
        return words().trailing[trailing.group(1).lower()]
    leading = before.search(left[-40:])
    if leading and _OR_EXCEEDED.search(left[-40:]):
        return "="
    if leading and (_PARTICLE.search(left[-60:]) or _COMPARES.search(left[-40:])):
        return "="
    return words().comparators[leading.group(1).lower()] if leading else "="
