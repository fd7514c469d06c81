"""Units that are understood: "77 hectares in one place, 500 in another", "790.7 of 791.2 hectares".

Answers with the quantities of a sentence, bare numbers among them given the unit that the sentence told
once. Refuses to give a currency to any but parts of a sum told with it.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest

from hanoi_lib.figures.numerals import ABOUT
from hanoi_lib.figures.quantities import Quantity

# "77 hectares in Lien Chieu, 500 in Hai Van and 90 at the lake": from a number's place to the next
ON_TO = rf"\s(?:in|at|for|from|on)\s[^\d;.]{{2,60}}?(?:,|,?\sand|;)\s{ABOUT}"
_STEP = re.compile(rf"\)?(?:\sof (?:it|them|this))?{ON_TO}")
ON_TO_ENDS = re.compile(r"\s(?:in|at|for|from|on)\s(?!all\b|total\b)[A-Za-z]")


def with_units(plain: str, end: int, quantities: Sequence[Quantity]) -> list[Quantity]:
    """The quantities of a sentence that ends at `end`, each with its unit where it is understood."""
    read: list[Quantity] = []
    for q, following in zip_longest(quantities, quantities[1:]):
        last = read[-1] if read else None
        if (
            q.unit is None
            and following
            and following.unit
            and _OF_NEXT.fullmatch(plain, q.end, following.start)
        ):
            q = replace(q, unit=following.unit, scaled=q.scaled or following.scaled)
        elif _is_understood(plain, end, quantities, q):
            q = replace(q, unit=quantities[0].unit)
        elif (
            last
            and q.unit is None
            and last.unit
            and not (q.in_words or q.scaled or _MONEY.fullmatch(last.unit))
            and _STEP.fullmatch(plain, last.end, q.start)
            and ON_TO_ENDS.match(plain, q.end, end)
        ):
            q = replace(q, unit=last.unit)
        read.append(q)
    return read


# "790.7 of 791.2 hectares"
_OF_NEXT = re.compile(r"\s(?:out\s)?of\s(?:the\s|its\s|some\s|about\s)?")
_OF_SUM = re.compile(r"\bOf (?:the |its |this |a total of |about |nearly |over |more than )*$")
_NO_NOUN = re.compile(
    r"[,.;)]|\s(?:has|had|have|was|were|is|are|of it|of them|from|for|to|in|by|on|came|went|comes)\b|$"
)


_MONEY = re.compile(r"[A-Z]{3}")


def _is_understood(plain: str, end: int, quantities: Sequence[Quantity], q: Quantity) -> bool:
    """ "Of VND13.4 trillion, 11.9 trillion has been paid out": an amount without a currency of its own."""
    first = quantities[0]
    if not (q.scaled and q.unit is None and first.unit and first.end < q.start):
        return False
    of_sum = _OF_SUM.search(plain[max(0, first.start - 24) : first.start])
    return bool(_MONEY.fullmatch(first.unit) and of_sum and _NO_NOUN.match(plain, q.end, end))
