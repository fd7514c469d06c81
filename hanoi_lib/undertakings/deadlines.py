"""By when something is to be done: the time that an action names itself, or that its sentence opens with.

Answers with EDTF from the moments of the document. Refuses times that belong to something else: when a law
was passed that is now to be carried out, the years a plan is named after ("the 2024 targets"), what is hoped
to follow ("so that it can open in 2025"), terms of office and visions.
"""

import re

from hanoi_lib.dates.moments import Moment, Moments

# "said", "announced that": what stands before it tells when it was said, not when it is to be done.
_REPORTED = re.compile(
    r"\b(?:said|says|announced|added|adding|confirmed|told|stated|noted|affirmed|reported|revealed|saying)\b"
    r"(?:[^.;]{0,80}\sthat\b|[^.;]{0,40}?\s)"
)
# "development planning by 2030": a plan's own years. "a plan by June" is a deadline: only years are asked
# about.
_NAMES_PLAN = re.compile(
    r"\b(?:planning|plan|strategy|vision|orientations?|scheme|programme|program)\s(?:by|to|until|towards?|through|for|in)"
    r"\s(?:the\s)?$",
    re.I,
)
# A year before a noun only names it: "the 2024 targets".
_NAMES = re.compile(
    r"\s(?!(?:and|to|with|as|in|for|when|so|at|on|by|through|or|but|while|from|instead|if|under|of|only|it|he|she|the|we"
    r"|they)\b)[a-z]"
)
_AHEAD = re.compile(
    r"(?:this|next|late|early|mid|the\s(?:end|year-end|coming|next)|year-end|tomorrow)\b", re.I
)
# "which the National Assembly adopted on June 26", "Conclusion 49, dated February 28"
_HAPPENED = re.compile(
    r"\b(?<!be\s)(?:adopted|issued|signed|approved|dated|passed|promulgated|launched|held|made|set|released|announced"
    r"|started|opened|begun|came|took|was|were|completed|established|founded|elected)\s"
    r"(?:[\w']+\s){0,2}?(?:on|in|at|from|since|of)?\s?(?:the\s)?$"
)
OPENING = 300  # characters in front of a verb that can belong to its clause
_SO_THAT = re.compile(
    r"\b(?:so\sthat|so\sas|thereby|in\sorder\sto|with\sthe\s(?:goal|aim|view)|contributing)\b"
)


def find_deadline(plain: str, moments: Moments, start: int, end: int) -> str | None:
    """The time an action names: a deadline ("by June") before a mere time ("in June")."""
    if purpose := _SO_THAT.search(plain, start, end):
        end = purpose.start()
    found = [m for m in moments.within(start, end) if _is_due(plain, m)]
    found = [m for m in found if m.lead == "deadline"] or found
    return _edtf(found[0]) if found else None


def find_opening(plain: str, moments: Moments, start: int, verb: int) -> str | None:
    """The time in front of a plan's verb ("In 2021, the city will ..."), not when the plan was announced."""
    start = max(start, verb - OPENING)
    start = max((m.end() for m in _REPORTED.finditer(plain, start, verb)), default=start)
    found = [m for m in moments.within(start, verb) if _is_due(plain, m) and not _is_past_day(m)]
    return _edtf(found[-1]) if found else None


def _is_past_day(moment: Moment) -> bool:
    """When it was said, rather than when it is to be done."""
    return moment.kind == "day" and moment.tense == "past"


def _is_due(plain: str, moment: Moment) -> bool:
    if moment.comparison or moment.vision or moment.kind == "term":
        return False
    before = plain[max(0, moment.start - 48) : moment.start]
    of_years = moment.kind in ("year", "years")
    if of_years and (_NAMES_PLAN.search(before) or _NAMES.match(plain, moment.end)):
        return False
    if _HAPPENED.search(before):
        return False
    ahead = moment.edge is not None or _AHEAD.match(plain, moment.start)
    return moment.lead in ("deadline", "in", "from") or bool(ahead)


def _edtf(moment: Moment) -> str:
    """What "by" or "late" makes of a stretch is its end; other stretches stay whole."""
    ends = moment.lead == "deadline" or moment.edge in ("late", "end")
    return moment.edtf.split("/")[-1] if ends else moment.edtf
