"""What a passage says to the figures behind it: its place, its heading, what it asks, what it speaks of.

Answers by filling the `Thread` before and after a passage is read for figures: `notice`, `mention` for one
without any, `lead` for one that opens a list. A run of results ends after a few sentences without a figure.
"""

import re
from collections.abc import Iterator, Sequence

from hanoi_lib.dates.moments import Moment
from hanoi_lib.figures import plans
from hanoi_lib.figures.areas import enumerated
from hanoi_lib.figures.articles import Article
from hanoi_lib.figures.bearings import is_compared
from hanoi_lib.figures.modality import AIM, ESTIMATE, REPORT, find_cues
from hanoi_lib.figures.plans import find_heading, find_opening
from hanoi_lib.figures.reporting import keep_time
from hanoi_lib.figures.sentences import Topic, groups
from hanoi_lib.figures.threads import Thread
from hanoi_lib.passages import Passage
from hanoi_lib.scan import Term
from hanoi_lib.spans import first_day


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
        keep_time(article, thread, passage, moment)
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
