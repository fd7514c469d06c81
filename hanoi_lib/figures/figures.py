"""Quantities -> observations and targets.

Answers, for each quantity of the article, what it is of (topics.py, contexts.py), which measure it is
(measures.py), when and where it holds (periods.py, bearings.py), and whether it is aimed at or reported
(prospects.py). Refuses numbers that count nothing an analyst would chart (tallies.py). What one
sentence leaves for the next is in threads.py.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from hanoi_lib.dates.moments import Moment, Moments, Published
from hanoi_lib.documents import Document
from hanoi_lib.figures.areas import find_area
from hanoi_lib.figures.articles import Article, describe
from hanoi_lib.figures.bearings import is_parenthetic
from hanoi_lib.figures.contexts import find_matter, leans_back
from hanoi_lib.figures.facts import Figure, Told, told_in_full, told_once
from hanoi_lib.figures.measures import find_measure
from hanoi_lib.figures.modality import (
    AIM,
    ESTIMATE,
    REPORT,
    aimed_then,
    find_cues,
    governing,
    tells_state,
)
from hanoi_lib.figures.notices import lead, mention, notice
from hanoi_lib.figures.periods import find_own, find_period, is_anothers
from hanoi_lib.figures.plans import RUN, is_groundwork
from hanoi_lib.figures.presence import is_now
from hanoi_lib.figures.prospects import find_modality, is_aim
from hanoi_lib.figures.quantities import Quantity, find_quantities
from hanoi_lib.figures.rankings import end_of_field, read_rank
from hanoi_lib.figures.ranks import Rank, find_ranks
from hanoi_lib.figures.reporting import report_on
from hanoi_lib.figures.sentences import MONEY, Sentence, Topic, groups, without_abbreviations
from hanoi_lib.figures.spots import OF_TARGET, Reading
from hanoi_lib.figures.tallies import find_noun, in_points, is_counted
from hanoi_lib.figures.threads import Running, Thread
from hanoi_lib.figures.topics import is_taken_up
from hanoi_lib.figures.understood import with_units
from hanoi_lib.needles import Guarded, Needles
from hanoi_lib.passages import Passage
from hanoi_lib.places import Places
from hanoi_lib.scan import Term, Terms
from hanoi_lib.spans import last_day

__all__ = ["Figure", "find_figures"]


def find_figures(
    document: Document,
    passages: Sequence[Passage],
    terms: Terms,
    places: Places,
    moments: Moments,
    published: Published | None,
) -> tuple[Figure, ...]:
    """Every figure of the article in order."""
    reader = _Reader(describe(document.plain, terms, places, moments, published))
    told = [
        figure for passage in passages if passage.kind != "boilerplate" for figure in reader.read(passage)
    ]
    return tuple(told_once(told_in_full(told, passages)))


class _Reader:
    """Reads the passages of one document in order, carrying what one sentence leaves open for the next."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.thread = Thread()

    def read(self, passage: Passage) -> Iterator[Figure]:
        """The figures of one sentence."""
        moments = self.article.moments_of(passage)
        notice(self.article, self.thread, passage, moments)
        plain = self.article.plain
        sentence = plain[passage.start : passage.end]
        may_hold = _DIGIT.search(sentence) or _NUMBER_WORDS.within(sentence)
        if may_hold and not self.article.is_date_line(passage):
            yield from self._figures(passage, moments)
        else:
            mention(self.article, self.thread, passage)
        self.thread.quiet += 1
        self.thread.named_ago += 1
        lead(self.article, self.thread, passage)

    def _figures(self, passage: Passage, moments: Sequence[Moment]) -> Iterator[Figure]:
        article, thread = self.article, self.thread
        ranks = list(find_ranks(article.plain, passage.start, passage.end))
        sentence = self._sentence(passage, ranks)
        cues = find_cues(article.plain, article.terms, passage.start, passage.end)
        running = Running(
            carried=thread.lead_modality or thread.asked_modality,
            goes_on=AIM if thread.modality == AIM and thread.quiet == 0 else None,
            series=thread.topic,
            planned=thread.planned > 0,
        )
        for index in range(len(sentence.quantities)):
            if figure := self._figure(sentence, index, moments, cues, running):
                yield figure
        for rank in ranks:
            yield read_rank(article, thread, sentence, rank, moments, cues)
        if not sentence.quantities:
            mention(article, thread, passage)

    def _sentence(self, passage: Passage, ranks: Sequence[Rank]) -> Sentence:
        """A passage behind its dateline, with the quantities in it that are neither times nor ranks, and
        count something.
        """
        plain, start, end = self.article.plain, self.article.opening(passage), passage.end
        dates = self.article.moments.within(start, end)
        taken = [(m.start, m.end) for m in dates] + [(r.start, end_of_field(plain, r, end)) for r in ranks]
        told = with_units(plain, end, find_quantities(plain, start, end, taken))
        found = [q for q in told if is_counted(self.article, q, start, end)]
        named = without_abbreviations(plain, self.article.terms.of("indicator", start, end))
        return Sentence(plain, start, end, in_points(self.thread, found), named)

    def _figure(
        self, sentence: Sentence, index: int, moments: Sequence[Moment], cues: list[Term], running: Running
    ) -> Figure | None:
        told = self._told(sentence, index, moments, cues, running)
        if told is None:
            return None
        q, noun = told.quantity, told.noun
        period = find_period(self.article, self.thread, running, sentence, index, told)
        area = self._area(sentence, index, told.topic, running)
        self._remember(told, period, running)
        return Figure(
            start=q.start,
            end=noun[1] if noun and 0 <= noun[0] - q.end < 2 else q.end,
            aim=told.aim,
            indicator=_own_product(told.topic.code, area),
            label=told.topic.label,
            measure=told.measure.measure,
            area=area,
            period=period,
            comparator=q.comparator,
            value=told.measure.sign * q.value if q.value > 0 else q.value,
            value_max=None if q.value_max is None else told.measure.sign * q.value_max,
            unit=q.unit or _find_currency(sentence, index, told.topic) or "count",
            equivalent_value=q.equivalent_value,
            equivalent_unit=q.equivalent_unit,
            status=self._status(sentence, q, told.modality),
            set_by=self._set_by(sentence, area) if told.aim else None,
        )

    def _told(
        self, sentence: Sentence, index: int, moments: Sequence[Moment], cues: list[Term], running: Running
    ) -> Told | None:
        """What the sentence tells of the quantity at `index`; None where it measures nothing that is told."""
        article, thread, q = self.article, self.thread, sentence.quantities[index]
        noun = find_noun(article, sentence, index) if q.unit is None else None
        topic = find_matter(article, thread, sentence, index, noun, running)
        if topic is None:
            return None
        like = self._like(sentence, index, topic, running)
        measure = find_measure(sentence, article.terms, index, topic.code, like, running.bracketed)
        cue = governing(article.plain, cues, q.start, sentence.end)
        modality = find_modality(article, thread, sentence, q, topic, cue, running)
        then = REPORT if aimed_then(article.plain, cue) else modality
        moment = find_own(article, sentence, index, moments, then, topic)
        moment = None if moment and is_anothers(sentence, index, moment, cue, cues) else moment
        aim = is_aim(article, sentence, index, modality, moment, topic, cue, thread.lead_period)
        state = is_now(article, sentence, q) or tells_state(article.plain, cue, q.start)
        held = modality == AIM and not aim  # against a plan, or as things stand: no aim's time is its own
        return Told(q, noun, topic, measure, REPORT if held else modality, moment, aim, state)

    def _like(self, sentence: Sentence, index: int, topic: Topic, running: Running) -> Reading | None:
        """The measure of the like quantity before, which a list or a sentence that leans back carries on."""
        q = sentence.quantities[index]
        if running.unit == q.unit and running.measure is not None:
            return running.measure
        opens = (
            index == 0
            and q.unit == "percent"
            and (topic.code is None or leans_back(sentence) or is_taken_up(sentence, q))
        )
        earlier = self.thread.measure
        return (
            replace(earlier, sign=1) if opens and earlier else None
        )  # "shrank 9.8%. This year ... with 10%"

    def _remember(self, told: Told, period: str | None, running: Running) -> None:
        thread, q, topic = self.thread, told.quantity, told.topic
        running.topics.append(topic)
        running.measure, running.unit = told.measure, q.unit
        thread.topic, thread.modality, thread.quiet = topic, _told_as(told), -1
        thread.told_in = thread.paragraph
        thread.coded = topic if topic.code else thread.coded
        if thread.modality == AIM and thread.planned:
            thread.planned = RUN
        elif thread.modality == REPORT and q.unit:
            thread.planned = 0
        if q.unit == "percent":
            bracketed = self.article.plain.startswith("(", q.start - 1)
            running.bracketed = told.measure if bracketed and told.measure.measure == OF_TARGET else None
            thread.measure = told.measure
        if told.noun:
            thread.noun = self.article.plain[told.noun[0] : told.noun[1]]
        if told.moment:
            thread.of_term = period if told.moment.kind == "term" and not told.aim else None
        reached = told.moment and told.moment.kind == "day" and told.moment.lead in ("as_of", "deadline")
        if reached and not told.aim:
            thread.as_of = period
        first = self.article.today or self.article.now
        if told.moment and told.aim and period and told.moment.kind not in ("day", "days"):
            aside = is_parenthetic(self.article.plain, 0, told.moment)
            aside = aside or is_groundwork(self.article.left(0, q.start, 90))
            ahead = not aside and (first is None or last_day(period) > first)
            thread.aim_period = period if ahead else thread.aim_period
        if told.moment and period and not told.aim:
            report_on(self.article, thread, told.moment)

    def _area(self, sentence: Sentence, index: int, topic: Topic, running: Running) -> str | None:
        article = self.article
        told_of = article.plain[sentence.start : sentence.quantities[index].start]
        local = article.local_product or _LOCAL.search(told_of)
        national = topic.code in groups()["national"] and not local
        own = find_area(sentence, index, article.places, article.terms, national, running.area)
        running.area = own or self.thread.area or article.places.main
        return running.area

    def _status(self, sentence: Sentence, q: Quantity, modality: str | None) -> str:
        if _PROVISIONAL.search(self.article.plain, sentence.start, sentence.end):
            return "provisional"
        estimated = modality == ESTIMATE or _ESTIMATED.search(self.article.left(sentence.start, q.start, 40))
        return "estimated" if estimated else "reported"

    def _set_by(self, sentence: Sentence, area: str | None) -> str | None:
        bodies = self.article.terms.of("body", sentence.start, sentence.end)
        if bodies:
            return bodies[0].value
        return area if area == "Vietnam" else self.article.places.main


def _told_as(told: Told) -> str | None:
    """What a figure's modality is for those after it: of an aim, or of what is only held against one."""
    if told.aim:
        return AIM
    return REPORT if told.modality == AIM else told.modality


def _find_currency(sentence: Sentence, index: int, topic: Topic) -> str | None:
    """ "Exports were US$6.7 billion and imports 7.9 billion": the currency told last, of what is money."""
    if not sentence.quantities[index].scaled or topic.code not in groups()["money"]:
        return None
    return next((q.unit for q in reversed(sentence.quantities[:index]) if q.unit in MONEY), None)


def _own_product(code: str | None, area: str | None) -> str | None:
    """A country's product is GDP and a city's GRDP, whatever a text calls it."""
    if code == "grdp" and area == "Vietnam":
        return "gdp"
    return "grdp" if code == "gdp" and area not in (None, "Vietnam") else code


_DIGIT = re.compile(r"\d")  # by far the most common sign, and quickly seen
_NUMBER_WORDS = Needles(
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen"
    "|seventeen"
    "|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|dozen|half|double"
    "|doubled"
    "|tripled|top|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|highest|largest|any other",
    whole=True,
)
# "the city aims for GDP growth of"
_LOCAL = re.compile(
    r"\b(?:the|this) (?:city|province|capital|locality)(?:['’]s)?\s|\b(?:municipal|provincial|[Ll]ocal) "
)
_ESTIMATED = re.compile(r"\bestimated (?:\w+ ){0,3}$", re.I)
_PROVISIONAL = Guarded(
    r"\b(?:provisional|preliminary (?:figures|data|statistics|results))", "provisional|preliminary", re.I
)
