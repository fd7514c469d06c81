"""When a figure holds: its period, from the times around it.

The period is the time that stands next to the figure, else the last one named before it, else the first
after it in its clause; times that a figure is only compared with never are. What a sentence leaves open
is for periods.py to take from the sentences before, or to leave missing.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from hanoi_lib.dates.moments import Moment
from hanoi_lib.figures.quantities import Quantity
from hanoi_lib.figures.sentences import Sentence
from hanoi_lib.figures.wholes import tells_plan
from hanoi_lib.spans import last_day

_ADJACENT = re.compile(
    r"\)?(?:\s?/\s?(?:year|annum|month|person))?\s?(?:[A-Za-z&%'-]+\s){0,4}?"
    r"(?:in|of|for|by|during|over|as of|at|until|through|from|within|on)\s(?:the\s)?(?:end of\s)?"
    r"|\s(?:growth|expansion|increase|rise)\s(?=(?:next|this|last)\b)|\s?\(|\)?,?\s"
    r"|,\s(?:in|by|during|over)\s(?:the\s)?",
    re.I,
)


def find_moment(
    sentence: Sentence, index: int, moments: Sequence[Moment], aim_after: str | None
) -> Moment | None:
    """The moment that dates the quantity at `index`, or None where its sentence names none.

    `aim_after` is the day an aim lies ahead of: a time gone by that stands before an aim does not date it.
    """
    q = sentence.quantities[index]
    if compared := _elliptic(sentence, q, moments) or _compared(sentence, index, moments):
        return compared
    own = _own_moments(sentence, index, moments, aim_after)
    if adjacent := _adjacent(sentence, index, own):
        return adjacent
    own = [m for m in own if not _dates_yardstick(sentence, index, m)]
    before = [m for m in own if m.end <= q.start and not _is_subordinate(sentence.plain, sentence.start, m)]
    left = [m for m in before if not (aim_after and last_day(m.edtf) < aim_after)]
    after = next(
        (m for m in own if m.start >= q.end and not _is_parted(sentence.plain, q.end, m.start)), None
    )
    if left and not (after and _is_said(left[-1]) and not _is_said(after)):
        return left[-1]
    return after


def _is_said(moment: Moment) -> bool:
    """Whether a time is the day on which something is said or done, and no day up to which figures reach."""
    return moment.kind == "day" and moment.lead not in ("as_of", "deadline", "since")


def _opening_then(sentence: Sentence, q: Quantity, moments: Sequence[Moment]) -> Moment | None:
    """ "In the same period last year it had gained 7%": the sentence is about that time."""
    first = next(iter(moments), None)
    if first is None or not first.comparison or first.end > q.start:
        return None
    return first if _IN_ALONE.fullmatch(sentence.plain, sentence.start, first.start) else None


_IN_ALONE = re.compile(r"\W*(?:in|during|over|for)\s(?:the\s)?", re.I)


def _compared(sentence: Sentence, index: int, moments: Sequence[Moment]) -> Moment | None:
    """The time of a figure that another is held against: "against 575 hotels a year ago"."""
    q = sentence.quantities[index]
    if index == 0 and (opening := _opening_then(sentence, q, moments)):
        return opening
    behind = [m for m in moments if m.comparison and m.start >= q.end]
    if not behind:
        return None
    plain = sentence.plain
    held = _HELD_AGAINST.search(plain[max(sentence.start, q.start - 40) : q.start])
    if held and _NEXT_TO.fullmatch(plain, q.end, behind[0].start):
        return behind[0]
    # "after contracting 5.58 per cent in the year before"
    return next((m for m in behind if _IN_THEN.fullmatch(plain, q.end, m.start)), None)


def _own_moments(
    sentence: Sentence, index: int, moments: Sequence[Moment], aim_after: str | None
) -> list[Moment]:
    """The moments that may date a quantity: neither yardsticks nor a plan's own time; visions only of
    aims.
    """
    plain, q = sentence.plain, sentence.quantities[index]
    near = sentence.quantities[max(0, index - 2) : index + 3]
    plans = [plan for one in near if (plan := tells_plan(sentence, one))]
    moments = [m for m in moments if not any(_is_of_plan(plain, plan, m) for plan in plans)]
    beside = [m for m in moments if not is_compared(plain, sentence.start, m) and _is_beside(sentence, m, q)]
    return [m for m in beside if not m.vision] or (beside if aim_after else [])


def _is_of_plan(plain: str, plan: re.Match[str], moment: Moment) -> bool:
    """Whether a moment is the plan's own time: "60% of the target for 2025"."""
    if plan.start() <= moment.start < plan.end():
        return True
    return plan.end() <= moment.start and bool(_OF_PLAN_TIME.fullmatch(plain, plan.end(), moment.start))


def _adjacent(sentence: Sentence, index: int, own: Sequence[Moment]) -> Moment | None:
    """The moment right behind a quantity, or the deadline behind it in its clause."""
    plain, q = sentence.plain, sentence.quantities[index]
    last = index + 1 == len(sentence.quantities)
    next_start = sentence.end if last else sentence.quantities[index + 1].start
    right = [m for m in own if q.end <= m.start and m.end <= next_start]
    if (
        right
        and _ADJACENT.fullmatch(plain, q.end, right[0].start)
        and not _opens_next(sentence, index, right[0], own)
    ):
        return right[0]
    until = next((m for m in own if m.start >= q.end and m.lead == "deadline"), None)
    until = None if until and _is_parted(plain, q.end, until.start) else until
    if (
        until
        and _A_YEAR.match(plain, q.end)
        and any(m.kind in ("term", "years") and m.end <= q.start for m in own)
    ):
        until = (
            None  # "in the coming term growth of 8 percent a year and an income of VND185 million by 2025"
        )
    following = None if last else sentence.quantities[index + 1]
    if until and following and following.unit == q.unit is not None and following.end <= until.start:
        earlier = any(m.end <= q.start for m in own)
        until = None if earlier else until  # "25 percent and 40 percent by 2030": the second one's own
    return until if until and not _CLAUSE_ENDS.search(plain, q.end, until.start) else None


def _opens_next(sentence: Sentence, index: int, moment: Moment, own: Sequence[Moment]) -> bool:
    """ "In 2025 it will reach 80 million, in 2030 over 150": a time behind a comma is the next figure's."""
    plain, q = sentence.plain, sentence.quantities[index]
    if plain[q.end : q.end + 1] not in (",", ";") or index + 1 == len(sentence.quantities):
        return False
    following = sentence.quantities[index + 1]
    dated = any(m.end <= q.start for m in own)
    return dated and following.unit == q.unit and not _CLAUSE_ENDS.search(plain, moment.end, following.start)


def _is_parted(plain: str, start: int, end: int) -> bool:
    """Whether other words part a figure from a moment behind it: a comparison, or a plan that is the
    moment's.
    """
    return bool(_PARTED.search(plain, start, end) or _OF_PLAN.search(plain[start:end]))


_A_YEAR = re.compile(r"\)?\s(?:a|per|each) year\b|\)?\sannually\b")
_CLAUSE_ENDS = re.compile(r"[,;:]\s")
# "5.81 per cent in the first quarter, 5.91 per cent in the second": the noun is understood.
_NTH = re.compile(r"\sin the (?P<nth>first|second|third|fourth)(?=[,.;]|\s(?:and|which|but|while)\b)")
_NTHS = {"first": 1, "second": 2, "third": 3, "fourth": 4}


def _elliptic(sentence: Sentence, q: Quantity, moments: Sequence[Moment]) -> Moment | None:
    nth = _NTH.match(sentence.plain, q.end, sentence.end)
    named = [m for m in moments if m.kind in ("quarter", "half") and not m.comparison] if nth else []
    if not nth or not named or (named[0].kind == "half" and _NTHS[nth["nth"]] > 2):
        return None
    months = 3 if named[0].kind == "quarter" else 6
    last = _NTHS[nth["nth"]] * months
    return replace(named[0], edtf=f"{named[0].edtf[:4]}-{last - months + 1:02}/{named[0].edtf[:4]}-{last:02}")


# "a year after the Assembly approved it on June 16, 2022, Hanoi has ..."
_SUBORDINATE = re.compile(r"\b(?:after|since|when|before|until)\s[^,;]{5,80}$")


def _dates_yardstick(sentence: Sentence, index: int, moment: Moment) -> bool:
    """Whether a moment only dates an earlier figure that the statement is held against."""
    before = [o for o in sentence.quantities[:index] if o.end <= moment.start]
    if not before or moment.end > sentence.quantities[index].start:
        return False
    left = sentence.plain[max(sentence.start, before[-1].start - 60) : before[-1].start]
    if is_parenthetic(sentence.plain, sentence.start, moment):
        return True
    return bool(
        _HELD_AGAINST.search(left) and _NEXT_TO.fullmatch(sentence.plain, before[-1].end, moment.start)
    )


# "Budget revenue, forecast at VND11.6 trillion this year, should go up to VND12.2 trillion"
_IN_PARENTHESIS = re.compile(
    r",\s(?:which|estimated|forecast|expected|put|now|currently|up|down|compared|against|from|already)\s[^,;]{0,20}\d[^,;]{0,30}$"
)


# "Thu Duc City, which was set up in January 2021 by a merger, has 1.2 million residents"
_RELATIVE_OPENS = re.compile(
    r"(?:,\s(?:which|who|where|whose)\s[^,;]{3,80}|\bthat (?:took|came|was|were|had|has)\s[^,;]{0,40})$"
)
_RELATIVE_ENDS = re.compile(r"[^;.]{0,100},\s(?!(?:and|which|who|up|down|an?)\b)")


def is_relative(plain: str, start: int, moment: Moment) -> bool:
    """Whether a time stands in a relative clause that a comma closes: what follows is not of that time."""
    left = plain[max(start, moment.start - 90) : moment.start]
    return bool(_RELATIVE_OPENS.search(left) and _RELATIVE_ENDS.match(plain, moment.end))


def is_parenthetic(plain: str, start: int, moment: Moment) -> bool:
    """Whether commas set a time off with the figure it dates."""
    left = plain[max(start, moment.start - 80) : moment.start]
    return plain[moment.end : moment.end + 1] == "," and bool(_IN_PARENTHESIS.search(left))


def _is_subordinate(plain: str, start: int, moment: Moment) -> bool:
    """Whether a day only dates a subordinate clause that a comma closes."""
    if is_relative(plain, start, moment):
        return True
    if moment.kind != "day" or plain[moment.end : moment.end + 1] != ",":
        return False
    return bool(_SUBORDINATE.search(plain[max(start, moment.start - 90) : moment.start]))


_HELD_AGAINST = re.compile(
    r"\b(?:against|compared (?:to|with)|from|versus|higher than|lower than"
    r"|faster than|slower than)\s(?:about |some |nearly |only |just |over |more than |the |a "
    r"|an ){0,2}(?:(?:growth|expansion|increase|rise|drop|fall|decline|decrease)"
    r"\s(?:rate\s)?of\s)?$"
)
_NEXT_TO = re.compile(r"\)?\s(?:[a-z-]+\s){0,4}(?:(?:in|of|for|during)\s(?:the\s)?)?")
_IN_THEN = re.compile(r"\sin\s(?:the\s)?")
_OF_PLAN_TIME = re.compile(r"(?:(?!\b(?:had|has|have|was|were|been)\b)[^,;.]){0,40}")
_OF_PLAN = re.compile(
    r"\bof (?:the|its|this|their)\s(?:[\w']+\s){0,3}(?:plan|target|estimate|goal|forecast)"
    r"s?\s(?:set\s|assigned\s)?(?:for|of|in)\s(?:the\s)?(?:whole\s|full\s|entire\s)?$",
    re.I,
)


_PARTED = re.compile(
    r";|\band\s(?:is|are|will|should|must)\s(?:to\s)?[a-z]|\bafter\s(?:an?\s(?:\w+\s){1,3})?[\d.,]+\s?(?:%|per)|\b(?:against|compared|than|versus|whereas|while"
    r"|from|that of|as in|and (?:was|were|will))\b"
)


_YARDSTICK = re.compile(
    r"\b(?:reduction|cut|increase|rise|fall|drop|decline|decrease)"
    r"s? of [\d.,]+(?:\s\w+)?\sfrom\s(?:the\s)?$|"
    r"\bas (?:much|many|high|large|big|low)\sas\s(?:in|during|over)\s"
    r"(?:(?:all|the whole)\s(?:of\s)?)?(?:the\s)?$|"
    r"\btimes\s(?:as (?:much|many|high|large)\sas\s)?(?:that|those|the\s(?:number|figure|level|size|scale"
    r"|total|result|value|amount))s?\s(?:of|in|for|recorded in)\s(?:the\s)?$|"
    r"\b(?:than|against|compared\s(?:to|with)|versus|(?:%|per ?cent|points?|times|rise|increase"
    r"|growth|drop|fall|decline|decrease|gain)\s(?:over|from|above|below|of))\s"
    r"(?:(?:in|the|that|of|level|same|corresponding|period|time|figure|figures|number|total|amount|sum|first|second"
    r"|third|fourth|quarter|half|six|nine|three|months|year|a|during|for|its|result|results"
    r"|recorded|their|estimate|estimated)\s){0,8}$",
    re.I,
)


def is_compared(plain: str, start: int, moment: Moment) -> bool:
    """Whether a moment is what a figure is held against: "5.8% over the same quarter of 2021"."""
    if moment.comparison or _ITS_RESULT.match(plain, moment.end):
        return True
    if _ACT_BEHIND.match(plain, moment.end) or _OF_ACT.search(
        plain, max(start, moment.start - 60), moment.start
    ):
        return True
    if (
        _AT_PRICES.match(plain, moment.end)
        or _RECORD_SINCE.search(plain, max(start, moment.start - 60), moment.start)
        or (moment.kind == "years" and _RECORD_OF.search(plain, max(start, moment.start - 60), moment.start))
        or plain[max(start, moment.start - 10) : moment.start] == "prices of "
    ):
        return True
    if _SINCE.search(plain[max(start, moment.start - 80) : moment.start]):
        return True
    return bool(_YARDSTICK.search(plain[max(start, moment.start - 90) : moment.start]))


# "the fastest since 2022"
_RECORD_OF = re.compile(
    r"\b(?:[a-z]+est|most|best|worst|first|record)\b[^,;.]{0,40}\s(?:in|over|for)"
    r"\s(?:the\s|more than\s|over\s)?$"
)
_RECORD_SINCE = re.compile(r"\b(?:[a-z]+est|most|best|worst|first|record)\b[^,;.]{0,40}\ssince\s(?:the\s)?$")
_AT_PRICES = re.compile(r"(?:'s)?\s(?:comparative|comparable|constant|fixed)?\s?prices?\b")
# "the highest since records began in 1990"
_SINCE = re.compile(r"\bsince\s[^,;.]{3,60}\sin\s(?:the\s)?(?:early\s|late\s)?$")
# "the 2020 Law on ...", "the Law on the Capital of 2012": the year belongs to the name
_ACT_BEHIND = re.compile(
    r"\s(?:[A-Z][\w-]+\s){0,2}(?:Law|Constitution|Ordinance|Act|Code|Housing Law|Land Law)\b"
)
_OF_ACT = re.compile(
    r"\b(?:Law|Constitution|Ordinance|Code|Resolution|Decree|Decision|Directive"
    r"|Circular)\b(?:\sNo\.)?[^,;.]{0,40}?\s(?:of|from|dated)"
    r"\s(?:the year )?$"
)


_ITS_RESULT = re.compile(
    r"(?:'s)?\s(?:result|level|figure|number|total|value)s?\b(?=[,.;:)]|\s(?:and|in|by|for)\b|$)"
)


def _is_beside(sentence: Sentence, moment: Moment, q: Quantity) -> bool:
    """Whether a moment and a quantity stand in the same brackets, or the moment alone in them right
    behind it.
    """
    before_moment = sentence.plain[sentence.start : moment.start]
    if before_moment.count("(") <= before_moment.count(")"):
        return True
    opened = sentence.start + before_moment.rfind("(")
    alone = re.match(r"\)", sentence.plain[moment.end : moment.end + 1]) and moment.start - opened < 12
    return q.start > opened or bool(alone and opened - q.end < 3)
