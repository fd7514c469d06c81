"""Whether a figure is aimed at, reported or estimated, by its verb, its time and what was said before.

Answers for one quantity with its modality and whether it is a target. A figure of a time gone by is a
report even in a sentence about aims; so is one that is held against a plan, or that tells how things
stand today.
"""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from hanoi_lib.dates.moments import Moment
from hanoi_lib.dates.tenses import find_tense
from hanoi_lib.figures.articles import Article
from hanoi_lib.figures.modality import AIM, ESTIMATE, REPORT, WEAK, aimed_then
from hanoi_lib.figures.plans import is_present
from hanoi_lib.figures.presence import is_now, is_there
from hanoi_lib.figures.quantities import Quantity
from hanoi_lib.figures.sentences import MONEY, Sentence, Topic, groups
from hanoi_lib.figures.threads import Running, Thread
from hanoi_lib.figures.wholes import exceeds_plan, tells_plan
from hanoi_lib.scan import Term
from hanoi_lib.spans import first_day, last_day


def find_modality(
    article: Article,
    thread: Thread,
    sentence: Sentence,
    q: Quantity,
    topic: Topic,
    cue: Term | None,
    running: Running,
) -> str | None:
    """What governs a quantity: an aim, a report, an estimate; None where nothing says."""
    if running.goes_on == AIM and _OR_MORE.match(sentence.plain, q.end, sentence.end):
        return AIM  # "Of which, services increased by 8.6% or more", after a target
    if thread.lead_modality == AIM:
        return AIM  # a row of "the following targets:" is one, whatever its verb
    if exceeds_plan(sentence, q) or _told_as_past(sentence, q, cue):
        return REPORT
    if running.planned and _is_planned(article, sentence, q, topic, cue):
        return AIM
    if _is_cost(q, topic, cue) and running.goes_on and thread.told_in == thread.paragraph:
        return AIM
    if running.topics and thread.modality == AIM:
        part = _OF_WHICH.search(article.left(sentence.start, q.start, 60))
        if part or (topic.code and _goes_on(article, sentence, q, cue)):
            return AIM
    same = running.series is not None and topic.code is not None and topic.code == running.series.code
    goes_on = running.goes_on if same or thread.told_in == thread.paragraph else None
    in_row = bool(_ROW.search(article.left(sentence.start, q.start, 12)))
    modality = of_cue(cue, running.carried or goes_on, in_row)
    if modality == AIM and is_now(article, sentence, q):
        return REPORT  # "50 per cent by 2025, against 28.8 per cent today"
    return modality


def _goes_on(article: Article, sentence: Sentence, q: Quantity, cue: Term | None) -> bool:
    """Whether a present goes on with the aim before it: "would be 16%, while the share reaches 30%"."""
    words = article.plain[cue.start : cue.end] if cue and cue.start < q.start else ""
    onward = words.endswith("s") and words not in _STANDING
    return onward and is_present(words) and not is_now(article, sentence, q)


_STANDING = ("is", "has", "was", "stands", "holds", "ranks", "includes", "covers", "counts", "remains")


def _is_planned(article: Article, sentence: Sentence, q: Quantity, topic: Topic, cue: Term | None) -> bool:
    """Whether, while a plan is spoken of, the present tells what it holds."""
    if cue is None:
        return q.unit is not None or q.scaled
    if cue.value == ESTIMATE and _has_begun(article, sentence):
        return False  # "is estimated at $36 billion in 2013" tells what has come out
    words = article.plain[cue.start : cue.end]
    series = topic.code is not None and topic.code not in groups()["standing"]
    return is_present(words) and (series or q.unit == "percent") and not is_now(article, sentence, q)


def _has_begun(article: Article, sentence: Sentence) -> bool:
    """Whether a sentence names a year that is over or running."""
    years = [m for m in article.moments.within(sentence.start, sentence.end) if m.kind in _WHOLE]
    return article.now is not None and any(last_day(m.edtf)[:4] <= article.now[:4] for m in years)


def _is_cost(q: Quantity, topic: Topic, cue: Term | None) -> bool:
    """Whether an estimate is of what a plan just told of is to cost."""
    estimated = cue is not None and cue.value == ESTIMATE and cue.start < q.start
    return estimated and topic.code is None and q.unit in MONEY


def of_cue(cue: Term | None, carried: str | None, in_row: bool = False) -> str | None:
    """The modality of a cue; without one what is carried on. A copula in a row ("from 14 to 7") says
    nothing.
    """
    if cue is None or (cue.value == WEAK and in_row):
        return carried
    return REPORT if cue.value == WEAK else cue.value


def _told_as_past(sentence: Sentence, q: Quantity, cue: Term | None) -> bool:
    """Whether, with no cue before the quantity, the tense of its verb tells a past."""
    if cue is not None:
        predicate = cue.value == AIM and not re.search(r"[,;]", sentence.plain[q.end : max(q.end, cue.start)])
        if cue.start <= q.start or predicate:
            return False
    elif sentence.plain.startswith(": ", q.start - 2):
        return False  # "Trained workers: 65%" is a row, and no verb
    text = sentence.plain[sentence.start : sentence.end]
    return find_tense(text, q.start - sentence.start, q.end - sentence.start) == "past"


# "is set at VND165 trillion, of which domestic revenue is VND83 trillion"
_OF_WHICH = re.compile(
    r",\s(?:of|in|among)\s(?:which|whom|these|this|them)\b[^.;]*"
    r"\s(?:is|are|makes up|accounts for|comes to)\s(?:[a-z]+\s){0,2}$"
)
_OR_MORE = re.compile(r"\s?(?:or|and)\s(?:more|higher|above|over|less|lower|below)\b")
_ROW = re.compile(r"\b(?:from|to)\s$")


def is_aim(
    article: Article,
    sentence: Sentence,
    index: int,
    modality: str | None,
    moment: Moment | None,
    topic: Topic,
    cue: Term | None,
    due: str | None,
) -> bool:
    """Whether the quantity at `index` is a target; `due` is when its list's aims are to be reached."""
    plain, q = article.plain, sentence.quantities[index]
    told = _told_outright(article, sentence, q, moment, due, cue)
    if told is not None:
        return told
    until = moment.edtf if moment else due
    begins_later = bool(until and article.now and first_day(until) > article.now)
    if modality != ESTIMATE and _TARGET_FROM.search(article.left(sentence.start, q.start, 70)):
        return True  # "raising the growth target from 6.5%": what was aimed at before
    if moment is None and cue is not None and _PUT_BY.search(plain, cue.start, cue.end):
        return False  # money that is there already
    if modality == AIM and _is_result(article, moment, cue, topic):
        return False
    if modality == AIM:
        held = not begins_later and not due and not _strives(article, cue) and _against_plan(sentence, index)
        left = article.left(sentence.start, q.start, 26)
        there = _PRESENT_STATE.search(left) and not (q.value_max is not None and left.endswith("from "))
        becomes = q.comparator == "=" and _BECOMES.match(plain, q.end, sentence.end)
        return not (held or becomes or there)
    if (
        begins_later
        and cue is not None
        and cue.value == WEAK
        and is_present(plain[cue.start : cue.end])
        and moment
        and ";" not in plain[moment.end : q.start]
        and moment.kind not in ("day", "days")
    ):
        return True  # "the increase in 2026-2030 is at least 10 per cent" is no report
    if modality == REPORT and _is_to_come(article, q, cue, moment, topic):
        return True
    if modality == ESTIMATE:
        return begins_later or (article.now is None and _due_later(article, moment))
    if modality == REPORT and cue is None and moment is None:
        return begins_later  # rows of "agreed on these figures for 2025:", whatever was told before
    return modality is None and (begins_later or _due_later(article, moment))


def _is_to_come(article: Article, q: Quantity, cue: Term | None, moment: Moment | None, topic: Topic) -> bool:
    """Whether what is told as a report can only be an aim: its time has not begun, or is a deadline."""
    awaited = moment is not None and article.now is not None and first_day(moment.edtf) > article.now
    if awaited and moment and moment.kind in _WHOLE and topic.code:
        return True  # nothing has come out yet of a year that has not begun
    in_plan = topic.bound and topic.label.endswith("plan")  # "has VND126 trillion in its investment plan"
    return in_plan or _holds_by_then(article, q, cue, moment, topic)


def _is_result(article: Article, moment: Moment | None, cue: Term | None, topic: Topic) -> bool:
    """Whether a forecast is of a time that is all but over: "in the first half ... projected to rise 13%"."""
    if moment is None or article.today is None or cue is None or _strives(article, cue):
        return False
    left = date.fromisoformat(last_day(moment.edtf)[:8] + "28") - date.fromisoformat(article.today)
    spanned = moment.kind in ("month", "months", "quarter", "half", "year") and topic.code is not None
    return spanned and moment.lead != "deadline" and left <= timedelta(days=NEARLY)


def _strives(article: Article, cue: Term | None) -> bool:
    """Whether a cue tells a will rather than a forecast: "strives to disburse 95% of the plan"."""
    return cue is not None and not _FORECAST.match(article.plain, cue.start, cue.end)


NEARLY = 20  # days before its end from which a period's figures are known
_FORECAST = re.compile(
    r"(?:(?:is|are|was|were)\s)?(?:expect|forecast|project|predict|estimate|should|will|would|likely"
    r"|set\b|due)",
    re.I,
)


def _holds_by_then(
    article: Article, q: Quantity, cue: Term | None, moment: Moment | None, topic: Topic
) -> bool:
    """ "By 2030 the rate reaches 30%", "growth in 2026-2030 is 10%": the present tells what is to come."""
    if cue is None or moment is None or not (topic.code or q.unit == "percent"):
        return False
    due = moment.lead == "deadline"
    later = article.now is not None and last_day(moment.edtf) > article.now
    ahead = (due or moment.kind in ("years", "term")) if later else (due and article.now is None)
    return ahead and is_present(article.plain[cue.start : cue.end])


def is_yardstick(article: Article, sentence: Sentence, index: int) -> bool:
    """Whether the figure before is held against a target: "up 16% (surpassing the goal of 15%)"."""
    before = sentence.quantities[index - 1] if index else None
    if before is None:
        return False
    q = sentence.quantities[index]
    planned = article.plain[before.end : q.start] == " (" and _PLANNED.match(article.plain, q.end)
    return bool(planned or _HELD.fullmatch(article.plain, before.end, q.start))


_PLANNED = re.compile(r"\s(?:plan|target|goal)\)")
_HELD = re.compile(
    r"\s?\((?:the\s|its\s|a\s)?(?:target|plan|goal|estimate)(?:ed)?(?:\sof|:|\swas)?\s"
    r"|\)?,?\s\(?(?:(?:thus|also|well|far)\s)?(?:with|against|compared (?:to|with)|higher than|lower than"
    r"|above|below|surpassing"
    r"|exceeding|beating|missing|meeting|short of|within|versus)\s(?:the|a|its)\s(?:[\w-]+\s){0,4}"
)


def _told_outright(
    article: Article,
    sentence: Sentence,
    q: Quantity,
    moment: Moment | None,
    due: str | None,
    cue: Term | None,
) -> bool | None:
    """Whether the words next to a quantity, or its time, make it a target or a report whatever its verb."""
    left = article.left(sentence.start, q.start, 50)
    if exceeds_plan(sentence, q) or is_there(article, sentence, q, left):
        return False
    if _PLAN_OF.search(left) or _ASKED_FOR.match(article.plain, q.end, sentence.end):
        return True
    ahead = moment is not None and article.now is not None and last_day(moment.edtf) > article.now
    reported = cue is not None and cue.value == REPORT and not article.plain.endswith("ing", 0, cue.end)
    if ahead and not reported and _PLAN_WITH.search(article.left(sentence.start, q.start, 200)):
        return True
    if q.unit is None and not q.scaled and _TO_COME.match(article.plain, q.end, sentence.end):
        return True
    if moment and article.today and last_day(moment.edtf) < article.today:
        return aimed_then(
            article.plain, cue
        )  # else what an aim's sentence says of a time gone by is a report
    if moment and article.now and first_day(moment.edtf) <= article.now and _ASIDE.search(left):
        return False  # "11% (2025: 8.16%)"
    if moment and due and last_day(moment.edtf) < first_day(due):
        return False  # "Growth: 11% (2025: 8.16%)" in a list of targets for 2026
    return None


def lies_ahead(article: Article, moment: Moment) -> bool:
    """Whether a time has not come yet, or is a deadline that has not."""
    if article.now is None:
        return False
    due = moment.lead == "deadline" and last_day(moment.edtf) > article.now
    return due or first_day(moment.edtf) > article.now


_WHOLE = ("year", "years", "term", "quarter", "half")
_ASIDE = re.compile(r"\((?:in\s)?20\d\d:\s$")
# "endorsed a development plan for 2016-2020 with an average growth of"
_PLAN_WITH = re.compile(
    r"\b(?:plan|programme|program|strategy|scheme|draft|blueprint|roadmap"
    r"|resolution)\b[^.;]{0,90}\swith\b[^.;]{0,80}$"
)
_PUT_BY = re.compile(r"set aside|earmarked", re.I)
_TARGET_FROM = re.compile(r"\b(?:target|goal)s?\s(?:\w+\s){0,4}from\s(?:\w+\s){0,2}$")


def _due_later(article: Article, moment: Moment | None) -> bool:
    if moment is None or article.now is None:
        return moment is not None and moment.lead == "deadline"
    return moment.lead == "deadline" and last_day(moment.edtf) > article.now


def _against_plan(sentence: Sentence, index: int) -> bool:
    """Whether a figure, or the share told right behind it, is held against a plan.

    Revenue that "should come to $20 billion, or 120% of the forecast" is an estimate of results.
    """
    quantities: Sequence[Quantity] = sentence.quantities
    q = quantities[index]
    if tells_plan(sentence, q) or _SURPASSING.match(sentence.plain, q.end, sentence.end):
        return True
    following = quantities[index + 1] if index + 1 < len(quantities) else None
    if following is None or not tells_plan(sentence, following):
        return False
    return bool(_OR_EQUAL.fullmatch(sentence.plain, q.end, following.start))


_BECOMES = re.compile(
    r"(?!\s(?:more|other|further|additional|new)\b)(?:\s[\w-]+){1,4}?\s(?:(?:will\s)?becom\w+\s"
    r"|(?:will|(?:is|are)\sto|should|must)\sbe\s(?:reduced|cut|merged|consolidated|combined|trimmed"
    r"|streamlined|rearranged|reorgani[sz]ed|folded)\s(?:in)?to\s)"
)
_PLAN_OF = re.compile(
    r"\b(?:target|targets|goal|plan|estimate|quota)(?: growth)?(?: rate)?\sof\s(?:about |around "
    r"|over |at least |nearly |more than |from )?$",
    re.I,
)
_ASKED_FOR = re.compile(
    r"\s(?:(?:had been|was|were)\s)?(?:planned|targeted|hoped for|aimed for)\b"
    r"|\s(?:that|which)\s(?:\w+\s){0,4}(?:had|was|were)\s(?:been\s)?"
    r"(?:asked for|set|targeted|planned|aimed for|assigned|expected)\b",
    re.I,
)
# "the first of seven bridges whose construction is to start", "two schools to be built"
_TO_COME = re.compile(
    r"(?:\s[\w-]+){1,4}?s\s(?:whose\s(?:construction|building|opening)\s(?:is|was)\s(?:to|due|planned|expected)\b"
    r"|(?:(?:that|which)\s(?:are|were)\s)?to be\s(?:built|opened|constructed|completed|inaugurated"
    r"|launched)\b)"
)
_PRESENT_STATE = re.compile(
    r"\b(?:its|their|of the|of its|existing|current|present|currently|from|there are)"
    r"\s(?:current\s|existing\s)?$",
    re.I,
)
_SURPASSING = re.compile(
    r",\s(?:thus\s)?(?:surpassing|exceeding|beating|higher than|above|fulfilling|meeting"
    r"|lower than|below|missing)\s(?:the|its)\s(?:\w+\s){0,3}(?:target|plan|goal|estimate"
    r"|forecast)"
    r"|\s\((?:(?:against|versus|compared (?:to|with))\s)?(?:(?:a|the|its)\s)?[\d.,%-]{1,8}"
    r"\s(?:plan|target|goal)\)"
    r"|\s\((?:a\s|the\s)?(?:target|plan|goal)(?:\sof|:|\swas)\s"
)
_OR_EQUAL = re.compile(
    r"(?:\s(?:in|for|over)\s(?:the\s)?(?:[\w-]+\s?){1,4})?"
    r",?\s\(?(?:or|equal to|equivalent to|representing|which is|meeting|fulfilling"
    r"|reaching)?\s?(?:about |over |nearly |some |more than )?"
)
