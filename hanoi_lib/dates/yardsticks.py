"""Whether a time is only what a figure is measured against: "than in September", "a year earlier".

Answers from the words in front of the time. A figure that stands between has the time for itself:
"compared with 34% in 2019" is told of 2019.
"""

import re
from typing import Final

from hanoi_lib.dates.expressions import Expression
from hanoi_lib.dates.stretches import Stretch

# "than in September", "compared with 2019", "1.6 times that of the first quarter"
_COMPARED: Final = re.compile(
    r"\b(?:(?:compared|comparison|comparing|relative|similar|equal|equivalent"
    r"|as (?:many|much|high|large|fast))(?: as)?"
    r"(?: with| to| as)?|times (?:that|those|the (?:level|figure))|against|versus"
    r"|vs\.?|above|below|(?<!later )(?<!earlier )(?<!sooner )than|up on|down on|over|from)"
    r"(?: (?:with|to|in|of|at|for|on|that|those|the|its|a|level|levels|figure|figures"
    r"|recorded|seen|during|over)){0,5}\s$",
    re.I,
)
_STRONG: Final = re.compile(
    r"\b(?:compar|relativ|against|versus|vs|above|below|than|times|up on|down on"
    r"|as (?:many|much|high|large|fast))",
    re.I,
)
# What change reads like before a weak word ("from September", "over 2023"); without it these open a period.
_CHANGE: Final = re.compile(
    r"\d ?%|per ?cent|percentage points?|\btimes\b|\b(?:up|down|higher|lower|more|less"
    r"|fewer|rises?|rose|risen|increase[ds]?|drop(?:s|ped)?"
    r"|f[ae]ll(?:en|s)?|gain(?:s|ed)?|declin\w+|growth|grew|grown|chang\w+|improv\w+)\b",
    re.I,
)
# "an increase of 34% over the first six months of 2023", whereas what "rose 34% over" them rose within them
_GROWTH_OVER: Final = re.compile(
    r"\b(?:increase|rise|growth|gain|drop|decline|decrease|fall) of [\w.,%$ ]{1,30} (?:over|from|on) $",
    re.I,
)
_OWN_NUMBER: Final = re.compile(
    r"\d(?: ?(?:%|percent|per cent|million|billion|trillion|usd|vnd|dong"
    r"|percentage points|people|units|\)))* (?:in|during|for) $",
    re.I,
)


def is_comparison(before: str, after: str, expression: Expression, stretch: Stretch) -> bool:
    """Whether a figure is held against this time rather than told of it."""
    form = expression.form
    if form in ("year_ago", "month_ago"):  # "A year ago the city ..." opens what is told of it
        return bool(before.strip()) and not before.rstrip().endswith(("-", "—", ".", '"'))
    if form == "same_period" and {"ref", "prior"} & expression.parts.keys():
        return bool(before.strip()) and not _OWN_NUMBER.search(before)
    compared = _COMPARED.search(before)
    if compared is None or before[: compared.start()].rstrip().endswith(","):
        return False
    is_day = stretch.kind in ("day", "days")  # "wrapped up on July 6"
    if _STRONG.match(compared.group()) and not (
        is_day and re.match(r"up|down|above|below", compared.group(), re.I)
    ):
        return True
    if _GROWTH_OVER.search(before):
        return True
    if is_day or stretch.kind in ("years", "term") or expression.parts.get("which", "previous") != "previous":
        return (
            form == "term_ref"
        )  # "grew by 7% over 2021-2025", "up 5% over the past six months" are no comparisons
    return bool(_CHANGE.search(before, 0, compared.start())) and not after.startswith(
        (" to ", " until ", " on", " through ")
    )
