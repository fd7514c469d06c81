"""What one sentence leaves for the next: topic, period, area, whether aims are told.

Answers with `Thread`, which the readers of figures fill as they go, and with what a passage adds to it
before its figures are read. A run of results ends after a few sentences without a figure.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from hanoi_lib.dates.moments import Moment
from hanoi_lib.figures import plans
from hanoi_lib.figures.areas import enumerated
from hanoi_lib.figures.articles import Article
from hanoi_lib.figures.bearings import first_day, is_compared, is_parenthetic, is_relative, last_day
from hanoi_lib.figures.modality import AIM, ESTIMATE, REPORT, find_cues
from hanoi_lib.figures.plans import find_heading, find_opening
from hanoi_lib.figures.sentences import Topic, groups
from hanoi_lib.figures.spots import Reading
from hanoi_lib.passages import Passage
from hanoi_lib.scan import Term

RUN = 4  # sentences


@dataclass(slots=True)
class Thread:
    """What later sentences may take from earlier ones."""

    topic: Topic | None = None
    coded: Topic | None = None
    index: Topic | None = None
    """The ranking that places were last told in, where it is no indicator's."""
    """The last topic that is an indicator's."""
    measure: Reading | None = None
    noun: str | None = None
    period: str | None = None
    aim_period: str | None = None
    area: str | None = None
    modality: str | None = None
    quiet: int = 0
    """How many sentences without a figure came last: a run of results ends after a few."""
    named_ago: int = 0
    """How many sentences ago the period was named: what follows soon is of it."""
    paragraph: int = -1
    told_in: int = -1
    """The paragraph of the last figure."""
    in_points: bool = False
    """Whether the sentence before told percentage points."""
    lead_modality: str | None = None
    lead_period: str | None = None
    spanned: str | None = None
    """The years reported on last: what is told as "a year on average" is of them."""
    in_span: bool = False
    """Whether no single year was reported on since: then what was done was done in all of those years."""
    as_of: str | None = None
    """The day up to which the figures of this paragraph were told: "By October 31 the city had collected"."""
    of_term: str | None = None
    """The term that the figure before is of: those of its paragraph go on with it."""
    term: str | None = None
    asked_period: str | None = None
    asked_modality: str | None = None
    asked: Topic | None = None
    """What an interview's question is about."""
    planned: int = 0
    """For how many more passages what is told in the present is what a plan holds."""


@dataclass(slots=True)
class Running:
    """What later quantities of one sentence may take from earlier ones."""

    topics: list[Topic] = field(default_factory=list)
    measure: Reading | None = None
    bracketed: Reading | None = None
    unit: str | None = None
    area: str | None = None
    carried: str | None = None
    """The modality that a list or a question lends to a sentence without a verb for it."""
    goes_on: str | None = None
    """The modality that a run of aims lends to the next sentence where it speaks of the same series."""
    series: Topic | None = None
    planned: bool = False
    """Whether what is told in the present is what a plan holds."""
    period: str | None = None
    """The period of the figure reported last in the sentence: a plan it is held against has it too."""
    periods: list[str | None] = field(default_factory=list)
    """The period of each figure told before in the sentence."""
    month: str | None = None
    """The month that the sentence's figures are of where only "month on month" tells it."""


def notice(article: Article, thread: Thread, passage: Passage, moments: Sequence[Moment]) -> None:
    """Take note of a passage before its figures are read: its paragraph, what it asks, its times and its
    place.
    """
    if passage.paragraph != thread.paragraph:
        heads = passage.kind == "headline" and thread.paragraph >= 0
        if heads:
            _notice_heading(article, thread, passage, moments)
        elif not _BULLET.match(article.plain, passage.start, passage.end):
            thread.lead_modality = thread.lead_period = None
        thread.paragraph = passage.paragraph
        thread.as_of = None
        if not (article.survey and _SAME_PLACE.match(article.plain, passage.start, passage.end)):
            thread.area = None
    if passage.kind == "question":
        _notice_question(article, thread, passage, moments)
    elif passage.kind != "answer":
        thread.term = thread.asked_period = thread.asked_modality = thread.asked = None
    for moment in moments:
        _keep_time(article, thread, passage, moment)
    _notice_plan(article, thread, passage)
    named = {t.value for t in _find_subjects(article, passage)}
    if len(named) == 1:
        thread.area = named.pop()


def _notice_heading(article: Article, thread: Thread, passage: Passage, moments: Sequence[Moment]) -> None:
    """A heading amid the text leads the rows below it, unless it says nothing of them."""
    says = find_heading(article.plain[passage.start : passage.end])
    if says is None and moments and article.now and first_day(moments[-1].edtf) > article.now:
        says = "plan"  # "What the city wants in 2026"
    if says is None:
        return
    thread.lead_modality = AIM if says == "plan" else None
    thread.lead_period = moments[-1].edtf if moments and says == "plan" else None


def _notice_plan(article: Article, thread: Thread, passage: Passage) -> None:
    """A plan is spoken of for some passages after it was named, until a sentence says how things stand."""
    says = find_opening(article.plain[passage.start : passage.end]) if passage.kind != "headline" else None
    if says == "plan":
        thread.planned = plans.RUN
    else:
        thread.planned = 0 if says == "state" or passage.kind == "question" else max(0, thread.planned - 1)


def mention(article: Article, thread: Thread, passage: Passage) -> None:
    """A sentence without figures that speaks of one indicator gives the next its topic."""
    named = {
        t.value: t for t in article.terms.of("indicator", passage.start, passage.end) if _tells(article, t)
    }
    if len(named) == 1:
        code, term = named.popitem()
        thread.topic = thread.coded = Topic(code, article.plain[term.start : term.end])
    elif not named and _GROWTH_TARGET.search(article.plain, passage.start, passage.end):
        thread.topic = thread.coded = Topic("grdp", "growth")
    _mention_things(article, thread, passage)


_GROWTH_TARGET = re.compile(r"\b(?:growth (?:target|goal|rate|forecast)|(?:its|economic) growth)\b")


def _mention_things(article: Article, thread: Thread, passage: Passage) -> None:
    """ "Doctors are the bottleneck. At present there are 14 of them": what is counted next."""
    subject = _PEOPLE.match(article.plain, passage.start, passage.end)
    for term in article.terms.of("indicator", passage.start, passage.end)[:1] if subject else ():
        label = article.plain[term.start : term.end]
        if subject and subject[1] == label and term.value in groups()["counted"]:
            thread.topic, thread.noun = Topic(term.value, label), label
            thread.quiet = min(thread.quiet, 0)  # they are spoken of now, however long no figure came


_PEOPLE = re.compile(r"((?:[A-Z][a-z]+)(?:\s[a-z]+)?s)\s(?:are|were|remain|have)\b")


def _tells(article: Article, term: Term) -> bool:
    disbursed = article.plain[term.start : term.end].lower().startswith("disburs")
    return disbursed or term.value not in groups()["weak"] | {"none"}


def lead(article: Article, thread: Thread, passage: Passage) -> None:
    """A sentence that ends in a colon leads the list below it: its verb and its period hold for every row.

    Where it has none of its own ("They include:"), those of its paragraph do.
    """
    plain = article.plain
    item = _FIRST_ITEM.search(plain, passage.start, passage.end)
    if plain[passage.end - 1] != ":" and item is None:
        return
    end = item.start() if item else passage.end
    opens = max(plain.rfind("\n", 0, passage.start) + 1, passage.start - 600)
    results = _REPORTS.search(plain, passage.start, end)
    for start in (passage.start, opens):
        cues = find_cues(plain, article.terms, start, end)
        told = [c.value for c in cues if c.value in (AIM, REPORT, ESTIMATE)]
        own = [m for m in article.moments.within(start, end) if not is_compared(plain, start, m)]
        dated = [m.edtf for m in own if start == passage.start or m.kind not in ("day", "days")]
        if start == passage.start or not results:
            thread.lead_modality = thread.lead_modality or (told[-1] if told else None)
        thread.lead_period = thread.lead_period or (dated[-1] if dated else None)
    if thread.planned and not results:
        thread.lead_modality = AIM  # "For the whole year the resolution lists:", after new targets


_REPORTS = re.compile(r"\b(?:results?|achieve\w*|was|were|had|so far|reached|attained|outcomes?)\b", re.I)
# In a survey of places a paragraph goes on about the one before: "The city met 10 of 13 targets."
_SAME_PLACE = re.compile(r"\W*(?:(?:The|This) (?:[\w-]+ ){0,2}?(?:city|province|locality)\b|Its?\b)")
_FIRST_ITEM = re.compile(r":\s\(?(?:1|i|a)\)\s")  # "19 targets, including: (1) GRDP increases by 9%. (2) ..."
_BULLET = re.compile(r"\s*(?:[-+*•▪●–—]\s?|\(?(?:\d{1,2}|[a-z])[.)]\s|[A-Z][^.:]{3,70}:\s)")
# A place that something is only held against, or lies beside, is not what a text goes on about.
_PASSED = re.compile(
    r"\b(?:that of|those of|than|behind|after|ahead of|against|followed by|besides|unlike|from"
    r"|near|next to|borders?|bordering|towards?|between|compared (?:to|with)|merger with"
    r"|merge with|merges with)\s(?:the\s)?$",
    re.I,
)


def _find_subjects(article: Article, passage: Passage) -> Iterator[Term]:
    """The places a sentence names otherwise than in passing."""
    start = article.opening(passage)
    for group in enumerated(article.plain, article.places.localities(start, passage.end)):
        if not _PASSED.search(article.left(passage.start, group[0].start, 30)):
            yield from group


def _notice_question(article: Article, thread: Thread, passage: Passage, moments: Sequence[Moment]) -> None:
    """What an interview's question asks for holds for the answer: its time, and whether it asks for aims."""
    terms = [m.edtf for m in moments if m.kind == "term"]
    years = [m.edtf for m in moments if m.kind in ("year", "years", "half", "quarter", "months")]
    cues = find_cues(article.plain, article.terms, passage.start, passage.end)
    thread.term = terms[-1] if terms else None
    thread.asked_period = years[-1] if years else None
    thread.asked_modality = AIM if any(c.value == AIM for c in cues) else None
    asked = [t for t in article.terms.of("indicator", passage.start, passage.end) if t.value != "none"]
    thread.asked = Topic(asked[-1].value, article.plain[asked[-1].start : asked[-1].end]) if asked else None
    if thread.asked:
        thread.topic = thread.coded = thread.asked


def _keep_time(article: Article, thread: Thread, passage: Passage, moment: Moment) -> None:
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
    over = last_day(moment.edtf) <= article.now or article.now[5:7] in ("11", "12")
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
