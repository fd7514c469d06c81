"""The period of a figure by what it is held against: "1.2 percent from May", "fewer than in October 2019".

Answers with the EDTF period that a comparison implies: what is held against May is June's, what is held
against October 2019 in the autumn of 2020 is October 2020's. Refuses comparisons with
other times than the month or the year before, and whatever would lie ahead of the text.
"""

import re
from collections.abc import Sequence

from hanoi_lib.dates.moments import Moment
from hanoi_lib.figures.sentences import Sentence

_AGAINST = re.compile(
    r"(?:\)?\s(?:higher|lower|more|less|fewer|up|down|above|below|better|worse|growth|increase|decrease|rise|fall))?"
    r"\s(?:from|against|over|on|than(?:\sin)?|compared (?:to|with)|as in)\s(?:the\s)?$"
)
_SHARE_BEHIND = re.compile(r"[^.;\d]{0,30},\s(?:up|down|an?\s[a-z]+\sof|or)?\s?(?:by\s)?")
_NAMED = re.compile(r"\b(?:19|20)\d\d\b|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)")
_NEAR = 45  # characters


def find_mirror(sentence: Sentence, index: int, moments: Sequence[Moment], now: str | None) -> str | None:
    """The month after the one that the figure at `index` is held against, or the same months a year on."""
    q = sentence.quantities[index]
    if (
        now is None
        or q.unit not in ("percent", "times", None)
        or (q.unit is None and not _is_held(sentence, index))
    ):
        return None
    held = sentence.quantities[index] if q.unit else sentence.quantities[index + 1]
    behind = next((m for m in moments if m.start >= held.end), None)
    if behind is None or behind.start - held.end > _NEAR:
        return None
    if not _NAMED.search(sentence.plain, behind.start, behind.end):
        return None  # "less than a year earlier"
    if not _AGAINST.search(sentence.plain[held.end - 1 : behind.start]):
        return None
    return _later(behind, now)


def _is_held(sentence: Sentence, index: int) -> bool:
    """Whether a percentage right behind a count compares it: "129,000 guests, 83 percent fewer"."""
    if index + 1 == len(sentence.quantities) or sentence.quantities[index + 1].unit != "percent":
        return False
    q, following = sentence.quantities[index], sentence.quantities[index + 1]
    return bool(_SHARE_BEHIND.fullmatch(sentence.plain, q.end, following.start))


def _later(moment: Moment, now: str) -> str | None:
    """The period that is held against a moment: a month later within the year, else a year later."""
    if moment.kind not in ("month", "months", "quarter", "half") or moment.edge:
        return None
    year = int(moment.edtf[:4])
    if moment.kind == "month" and year == int(now[:4]):
        later = f"{year}-{int(moment.edtf[5:7]) + 1:02}"
    elif year == int(now[:4]) - 1:
        later = moment.edtf.replace(str(year), str(year + 1))
    else:
        return None
    return later if later[:7] <= now[:7] and later[5:7] <= "12" else None
