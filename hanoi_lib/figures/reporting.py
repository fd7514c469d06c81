"""Which period a run of results or of aims is of, as the times named in a text go by.

Answers by keeping the periods of a `Thread`: what is reported on, what is aimed at, which term is looked
back on. Refuses yardsticks, visions, days, times set off in clauses of their own, and years too young to
report on.
"""

import re
from datetime import date, timedelta

from hanoi_lib.dates.moments import Moment
from hanoi_lib.figures import plans
from hanoi_lib.figures.articles import Article
from hanoi_lib.figures.bearings import is_compared, is_parenthetic, is_relative
from hanoi_lib.figures.threads import Thread
from hanoi_lib.passages import Passage
from hanoi_lib.spans import first_day, last_day


def keep_time(article: Article, thread: Thread, passage: Passage, moment: Moment) -> None:
    """A run of results or of aims keeps the period it was begun with until a later one is named."""
    if moment.kind in ("term", "years") and article.now and first_day(moment.edtf) <= article.now:
        _keep_span(article, thread, passage, moment)
    if _is_aside(article, passage, moment):
        return
    if _lies_ahead(article, passage, moment):
        thread.aim_period = moment.edtf
    elif (
        moment.lead != "deadline" and moment.edge != "early" and _reports_on(article, thread, passage, moment)
    ):
        thread.period, thread.in_span, thread.named_ago = moment.edtf, moment.kind == "years", 0


def _keep_span(article: Article, thread: Thread, passage: Passage, moment: Moment) -> None:
    """A term or years that a text looks back on: well under way, and no yardstick."""
    if moment.tense != "past" and moment.kind != "term":
        return
    thread.spanned = moment.edtf
    under_way = article.now is not None and int(article.now[:4]) - int(moment.edtf[:4]) >= _UNDER_WAY
    thread.in_span = (
        under_way and moment.lead == "in" and not is_compared(article.plain, passage.start, moment)
    )


_UNDER_WAY = 2  # years


def report_on(article: Article, thread: Thread, moment: Moment) -> None:
    """A time that dates a reported figure is that of the report, where none was named or it is later.

    In December "this year" is both what is ahead and what is reported on.
    """
    if moment.kind not in ("year", "half", "quarter", "months") or moment.comparison or not article.now:
        return
    if article.plain.startswith(" alone", moment.end):
        return
    if _THEN_AT.search(article.left(0, moment.start, 60)):
        return  # "from VND55 million in 2020 to"
    months = "/" in moment.edtf and moment.edtf[:4] == moment.edtf[-7:-3]
    ended = last_day(moment.edtf) <= article.now or (months and _is_almost_over(moment.edtf, article.now))
    over = ended or article.now[5:7] in ("11", "12")
    if _has_just_begun(moment, article.now):
        return
    further = thread.period is None or _span(thread.period) < _span(moment.edtf)
    young = (
        thread.period is not None
        and last_day(thread.period) > article.now
        and article.now[5:7] < "04"
        and not _is_almost_over(thread.period, article.now)
    )
    further = further or young  # nothing is reported of a year that has just begun
    if first_day(moment.edtf) <= article.now and (thread.period is None or (over and further)):
        thread.period = moment.edtf


def _has_just_begun(moment: Moment, now: str) -> bool:
    """Whether a year is too young for a report on it."""
    return moment.kind == "year" and last_day(moment.edtf) > now and now[5:7] < "04"


def _span(edtf: str) -> tuple[str, int]:
    """How far a period reaches, and how far back it begins."""
    return last_day(edtf), -int(first_day(edtf).replace("-", ""))


def _is_aside(article: Article, passage: Passage, moment: Moment) -> bool:
    """Whether a time is a yardstick, a vision, a day, a term or stands in brackets: no period of a report."""
    far = article.now is None or int(last_day(moment.edtf)[:4]) > int(article.now[:4]) + 1
    if (moment.vision and far) or moment.kind in ("day", "days", "term", "other"):
        return True
    if article.plain.startswith(" alone", moment.end):
        return True  # "in the third quarter alone"
    before = article.plain[passage.start : moment.start]
    if plans.is_groundwork(before):
        return True
    if _EARLIER.fullmatch(article.plain, moment.start, moment.end):
        return True
    if _THEN_AT.search(before[-60:]) or is_parenthetic(article.plain, passage.start, moment):
        return True
    if is_relative(article.plain, passage.start, moment):
        return True
    return is_compared(article.plain, passage.start, moment) or before.count("(") > before.count(")")


_EARLIER = re.compile(r"(?:a|one|two|three|four|five|ten) years? (?:ago|earlier|before|previously)", re.I)
# "fell to 0.03 percent from 0.16 percent at the end of 2022"
_THEN_AT = re.compile(
    r"\b(?:from|against|compared (?:to|with)|than|versus)\s(?:[a-z]+\s){0,2}(?:[A-Z$]{1,4}\s?)?\d[\d.,]*\s?%?"
    r"(?:\s?[a-z]+){0,3}\s(?:(?:in|at|of|for)\s(?:the\s)?(?:end of\s)?)?$"
)


def _lies_ahead(article: Article, passage: Passage, moment: Moment) -> bool:
    if not article.now or last_day(moment.edtf) <= (article.today or article.now):
        return False
    planned = _PLANNED_FOR.search(article.left(passage.start, moment.start, 40))
    return (
        bool(planned)
        or moment.tense != "past"
        or moment.kind == "years"
        or first_day(moment.edtf) > article.now
    )


_PLANNED_FOR = re.compile(
    r"\b(?:plan(?:ned)?|targets?|goals?|set|assigned|aim\w*|estimates?|tasks?|priorities|orientations?)\s(?:for|of|in)"
    r"\s(?:the\s)?(?:whole\s|full\s)?$",
    re.I,
)
# What shows that a sentence tells a figure, wherever its date stands.
_AMOUNT = re.compile(
    r"\d\s?(?:%|per ?cent|million|billion|trillion)|(?:VND|USD|\$)\s?\d"
    r"|\b\d[\d,.]*\s(?:[a-z-]+\s){0,2}[a-z-]+s\b|\bdouble-digit\b|\brecovered\b|\bgrew\b",
    re.I,
)


def _reports_on(article: Article, thread: Thread, passage: Passage, moment: Moment) -> bool:
    """Whether a report goes on with this time.

    An earlier one is only what results are held against, unless a sentence opens with it.
    """
    now, plain = article.now, article.plain
    # no date line opens a report
    opens = moment.start - passage.start < 20 and passage.end - moment.end > 12
    if moment.kind == "month" and not opens and not _AMOUNT.search(plain, passage.start, passage.end):
        return False
    if now and moment.kind in ("quarter", "half", "months") and not _is_almost_over(moment.edtf, now):
        return False  # nothing is reported of a quarter that has only begun
    first, last = first_day(moment.edtf), last_day(moment.edtf)
    if now and (first > now or (moment.kind == "years" and last > now) or _has_just_begun(moment, now)):
        return False
    if thread.period is None:
        return True
    begun, ended = first_day(thread.period), last_day(thread.period)
    if now and moment.kind == "year" and last > now and first <= begun:
        return False  # "this year" said in passing does not end a report on its first months
    around = ended <= (now or "") and begun <= first and last <= ended
    done = bool(now and ended > now >= last and first >= begun and _is_recent(last, now))
    return opens or done or (last >= ended and not around)


def _is_recent(day: str, now: str) -> bool:
    """Whether results up to `day` are the latest there can be: they come out within five months."""
    return (int(now[:4]) - int(day[:4])) * 12 + int(now[5:7]) - int(day[5:7]) <= 5


def _is_almost_over(edtf: str, now: str) -> bool:
    """Whether a period ends within a month after the day of the report: its results may already be told."""
    return date.fromisoformat(last_day(edtf).replace("-31", "-28")) - date.fromisoformat(now) <= timedelta(
        days=31
    )
