"""The period of a figure: named in its sentence, or taken from its list, question or run of results.

Answers with EDTF or None. Days on which something was said or announced date no series; what a sentence
without a time of its own leaves open is inherited only while a run of results or aims goes on.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from hanoi_lib.dates.moments import Moment
from hanoi_lib.figures.articles import Article
from hanoi_lib.figures.bearings import find_moment
from hanoi_lib.figures.enumerations import listed_run
from hanoi_lib.figures.facts import Told
from hanoi_lib.figures.mirrors import find_mirror
from hanoi_lib.figures.modality import AIM, ESTIMATE, REPORT, WEAK
from hanoi_lib.figures.presence import is_now
from hanoi_lib.figures.prospects import is_yardstick, lies_ahead
from hanoi_lib.figures.sentences import MONEY, Sentence, Topic, groups
from hanoi_lib.figures.spots import CHANGE, LEVEL, OF_TARGET, Reading
from hanoi_lib.figures.threads import RUN, Running, Thread
from hanoi_lib.figures.timetables import find_timing
from hanoi_lib.scan import Term
from hanoi_lib.spans import first_day, last_day


def find_own(
    article: Article,
    sentence: Sentence,
    index: int,
    moments: Sequence[Moment],
    modality: str | None,
    topic: Topic,
) -> Moment | None:
    """The moment of the sentence itself that dates the quantity at `index`."""
    aimed = modality == AIM
    moment = find_timing(sentence, index, moments)
    moment = moment or find_moment(sentence, index, moments, article.today if aimed else None)
    if moment is None:
        return None
    now, q = article.now, sentence.quantities[index]
    if moment.lead == "since" and now and not aimed and (span := _since(moment, now)):
        return replace(moment, edtf=span)
    said = moment.kind == "day" and moment.lead not in ("as_of", "deadline")
    if said and topic.code in groups()["flow"]:
        return None  # the day that something was said
    announced = moment.kind in ("day", "days") and article.today and last_day(moment.edtf) <= article.today
    if aimed and announced:
        return None  # the day an aim was announced is not the day it is for
    if now and first_day(moment.edtf) > now and is_now(article, sentence, q):
        return None
    return moment


def _since(moment: Moment, now: str) -> str | None:
    """ "Since January", "since the beginning of the year", "since 2016": up to now."""
    month = _month_before(now) if now[8:] < "11" else now[:7]
    if moment.kind == "year" and moment.edtf == now[:4]:
        return f"{moment.edtf}-01/{month}" if moment.edge == "early" and month[:4] == now[:4] else None
    if moment.kind == "month" and moment.edtf < month:
        return f"{moment.edtf}/{month}"
    return f"{moment.edtf}/{now[:4]}" if moment.kind == "year" and moment.edtf < now[:4] else None


def _month_before(day: str) -> str:
    """The month before the one that a day lies in."""
    year, month = int(day[:4]), int(day[5:7])
    return f"{year}-{month - 1:02}" if month > 1 else f"{year - 1}-12"


def is_anothers(
    sentence: Sentence, index: int, moment: Moment, cue: Term | None, cues: Sequence[Term]
) -> bool:
    """Whether a time behind a report belongs to the aim between: "had 12.5 and aimed at 15 by 2025"."""
    q = sentence.quantities[index]
    if cue is None or cue.value not in (REPORT, WEAK) or cue.start > q.start or moment.start < q.end:
        return False
    between = [c for c in cues if c.value == AIM and q.end <= c.start < moment.start]
    others = sentence.quantities[index + 1 :]
    return any(c.end <= o.start and o.end <= moment.start for c in between for o in others)


def find_period(
    article: Article, thread: Thread, running: Running, sentence: Sentence, index: int, told: Told
) -> str | None:
    """When a quantity holds: at its own time, that of a figure held against it, or what is going on."""
    period = _find_open(article, thread, running, sentence, index, told)
    if not told.aim:
        running.period = period
    running.periods.append(period)
    return period


def _find_open(
    article: Article, thread: Thread, running: Running, sentence: Sentence, index: int, told: Told
) -> str | None:
    q, moment = told.quantity, told.moment
    if (moment is None or moment.end <= q.start) and (step := _in_step(running, sentence, index)):
        return step
    if moment is None and index and told.topic.label.endswith(" worth"):
        return running.period  # "hosts 1,048 projects worth $30.7 billion": as those are
    if moment is not None and told.measure.measure == CHANGE and _MONTHLY_BEHIND.match(article.plain, q.end):
        return last_month(
            moment.edtf
        )  # "rose 4.5 percent month on month, but was below last year after ten months"
    if moment is not None:
        counted = q.unit is None and not told.aim and told.modality != ESTIMATE
        awaited = counted and lies_ahead(article, moment)
        return None if awaited else moment.edtf  # "asked him to clear 12 stalled projects by July"
    if told.aim and running.period and is_yardstick(article, sentence, index):
        return running.period
    if _SO_FAR.match(article.plain, sentence.start, sentence.end) or (
        not told.aim and q.unit is None and _SO_FAR_BEHIND.search(article.plain, q.end, sentence.end)
    ):
        return None
    named = article.moments.within(sentence.start, sentence.end)
    if not named and _UNKNOWN_TIME.search(article.plain, sentence.start, sentence.end):
        return None
    if not told.aim and (mirror := find_mirror(sentence, index, named, article.now)):
        running.month = mirror
        return mirror
    period = inherit(thread, sentence, index, told.topic, told.measure, told.modality, told.state)
    if _MONTHLY.search(article.plain, q.start, min(sentence.end, q.end + 60)):
        running.month = last_month(period)
    return running.month or period


def _in_step(running: Running, sentence: Sentence, index: int) -> str | None:
    """ "$1.4 billion in June and $7.6 billion in six months, up 9 and 8 percent": each of its own."""
    run = listed_run(sentence, index)
    first, size = run[0], len(run)
    earlier = running.periods[first - size : first] if size == len(running.periods[:first]) else []
    if (
        size < 2
        or None in earlier
        or len(set(earlier)) < size
        or sentence.quantities[index].unit != "percent"
    ):
        return None
    return earlier[run.index(index)]


# "US$2.86 billion, increasing 7.1 percent month-on-month": so much in a month
_MONTHLY = re.compile(
    r"\b(?:month[- ](?:on|to|over)[- ]month|(?:over|from|against|to|with|than) (?:the )?(?:previous|last"
    r"|preceding) month|on the month)\b"
)
_SO_FAR_BEHIND = re.compile(r"\s(?:so far|to date|up to now|until now)(?=[,.;]|$)")
# A time that the text does not let one reckon is not the one told before.
_UNKNOWN_TIME = re.compile(
    r"\b(?:[Ii]n|[Dd]uring|[Oo]ver|[Ff]or) the (?:last|previous|past|preceding|recent|coming|next) "
    r"(?:term|tenure|few years|years|decades?)\b"
)
_MONTHLY_BEHIND = re.compile(r"\)?\s(?:on a )?(?:month[- ](?:on|to|over)[- ]month|on the month)\b")
_SO_FAR = re.compile(
    r"\W*(?:until now|up to now|so far|to date|by now|at present|currently|today|nowadays)\b", re.I
)


def inherit(
    thread: Thread,
    sentence: Sentence,
    index: int,
    topic: Topic,
    measure: Reading,
    modality: str | None,
    state: bool,
) -> str | None:
    """What a sentence without a time of its own takes from its list, its interview question or the run of
    results.
    """
    flows = topic.code in groups()["flow"]
    if thread.of_term and flows and measure.measure == CHANGE and thread.told_in == thread.paragraph:
        return thread.of_term
    if modality != AIM and (added := _find_added_up(thread, sentence, index, topic)):
        return added
    if topic.code is None and modality == AIM and _is_cost(sentence, index):
        return None  # what a project is to cost
    if framed := _find_frame(thread, flows, state):
        return framed
    if min(thread.quiet, thread.named_ago) > RUN:
        return None
    if modality == AIM:
        return thread.aim_period
    if topic.code is None and measure.measure == LEVEL and thread.quiet > 0:
        return None  # a run of results that was broken off
    if topic.code not in groups()["flow"] and measure.measure == LEVEL and _is_count(thread, sentence, index):
        return None  # how many there are now
    goes_on = flows and (
        thread.told_in == thread.paragraph or (thread.quiet == 0 and sentence.quantities[index].unit in MONEY)
    )
    return thread.period if measure.measure in (CHANGE, OF_TARGET) or goes_on or not state else None


def _find_frame(thread: Thread, flows: bool, state: bool) -> str | None:
    """The period that a list's heading or an interview's question sets for what is below."""
    if thread.lead_period:
        return thread.lead_period
    if thread.term and not flows:
        return thread.term
    return None if state else thread.asked_period


def _find_added_up(thread: Thread, sentence: Sentence, index: int, topic: Topic) -> str | None:
    """The day or the years over which an amount was added up, or a rate averaged."""
    if thread.as_of and topic.code in _ADDED_UP:
        return thread.as_of
    if _is_yearly(sentence, index) or (thread.in_span and _is_done(sentence, index, topic)):
        return thread.spanned
    return None


def _is_yearly(sentence: Sentence, index: int) -> bool:
    """Whether a figure is an average of several years: "12.5 percent a year on average"."""
    q = sentence.quantities[index]
    behind = _A_YEAR.match(sentence.plain, q.end, sentence.end)
    return bool(behind or _YEARLY.search(sentence.plain, max(sentence.start, q.start - 60), q.start))


_A_YEAR = re.compile(r"\)?\s(?:(?:a|per|each) year\b|annually\b|on average\b)")
_YEARLY = re.compile(r"\b(?:average annual|annual average|averag\w+|on average)\b[^.;]*$")


def _is_count(thread: Thread, sentence: Sentence, index: int) -> bool:
    """Whether things are counted in a paragraph of their own: "some of the 94 communes"; new ones came in
    the time told of.
    """
    q = sentence.quantities[index]
    new = sentence.plain[q.end : q.end + 5].lower() == " new "
    if q.unit is not None or new or thread.told_in == thread.paragraph:
        return False
    return not _is_done(sentence, index, None)


def _is_done(sentence: Sentence, index: int, topic: Topic | None) -> bool:
    """Whether an amount was added up over time: built, drawn, collected; no rate or size of something."""
    q = sentence.quantities[index]
    if q.unit not in (None, *MONEY) or (topic and topic.code in _SIZES):
        return False
    did = _DID.search(sentence.plain, sentence.start, q.start)
    return bool(did or _WAS_DONE.match(sentence.plain, q.end, sentence.end))


_ADDED_UP = frozenset(
    ["budget_revenue", "budget_expenditure", "public_investment", "fdi", "social_investment"]
)
_SIZES = frozenset(
    ["grdp", "gdp", "grdp_per_capita", "income_per_capita", "population", "labour_productivity"]
)


# "The province licensed 22 projects"; "Eleven communes were recognised"
_DID = re.compile(
    r"(?<!\b(?:ha[sd]) )(?<!\bhave )\b"
    r"(?!(?:elected|appointed|voted|need|exceed|proceed|allotted|located|based|named|called|populated|used|united|red)\b)"
    r"(?:[a-z]{2,}ed|built|drew|took|gave|cut|put|won|found|sent|set up)\s(?:[a-z]+\s){0,4}$"
)
_WAS_DONE = re.compile(
    r"(?:\s(?:out\s)?of\s(?:the\s|its\s)?[\d,]+)?(?:\s[a-z][\w-]*){1,5}\s(?:were|was)"
    r"\s(?:not\s|newly\s|also\s)?(?:[a-z]{3,}ed|built|cut|given|set up|found|met)\b"
)


def last_month(edtf: str | None) -> str | None:
    """The last month of a period of months; another period as it is.

    >>> last_month("2018-01/2018-11"), last_month("2018")
    ('2018-11', '2018')
    """
    last = edtf.rpartition("/")[2] if edtf else ""
    return last if len(last) == len("2018-11") else edtf


def _is_cost(sentence: Sentence, index: int) -> bool:
    told = _COSTS.search(sentence.plain, sentence.start, sentence.end)
    return sentence.quantities[index].unit in MONEY and told is not None


_COSTS = re.compile(r"\b(?:cost|invest|worth|price|need|requir|demand|fund)\w*\b", re.I)
