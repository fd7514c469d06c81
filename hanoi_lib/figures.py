"""Quantities -> observations and targets.

Answers, for each quantity of the article, what it is of (topics.py), which measure it is (measures.py), when and where
it holds (bearings.py), and whether it is aimed at or reported (modality.py). Refuses numbers that count nothing an
analyst would chart: durations, ages, ordinals, numbered programmes, and "the two cities" that only point back.

The same fact told twice is one figure, citing the first telling.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from hanoi_lib.bearings import enumerated, find_area, find_period, first_day, is_compared, last_day
from hanoi_lib.dates import Moment, Moments, Published
from hanoi_lib.documents import Document
from hanoi_lib.measures import CHANGE, LEVEL, OF_TARGET, Reading, find_measure
from hanoi_lib.modality import AIM, ESTIMATE, REPORT, WEAK, find_cues, governing, tells_state
from hanoi_lib.passages import Passage
from hanoi_lib.places import DATELINE, Places
from hanoi_lib.quantities import Quantity, find_quantities
from hanoi_lib.ranks import Rank, find_ranks
from hanoi_lib.scan import Term, Terms
from hanoi_lib.tenses import find_tense
from hanoi_lib.nouns import counted_noun
from hanoi_lib.sentences import Sentence, Topic, groups, without_abbreviations
from hanoi_lib.subjects import subject_label
from hanoi_lib.topics import find_topic, fit_topic
from hanoi_lib.wholes import tells_plan


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure. `aim` tells a target from an observation; offsets are those of `Document.plain`."""

    start: int
    end: int
    aim: bool
    indicator: str | None
    label: str
    measure: str
    area: str | None
    period: str | None
    comparator: str
    value: float
    value_max: float | None
    unit: str | None
    equivalent_value: float | None
    equivalent_unit: str | None
    status: str
    set_by: str | None


@dataclass(slots=True)
class _Thread:
    """What later sentences may take from earlier ones."""

    topic: Topic | None = None
    coded: Topic | None = None
    """The last topic that is an indicator's."""
    measure: Reading | None = None
    noun: str | None = None
    period: str | None = None
    aim_period: str | None = None
    area: str | None = None
    modality: str | None = None
    quiet: int = 0
    """How many sentences without a figure came last: a run of results ends after a few."""
    paragraph: int = -1
    told_in: int = -1
    """The paragraph of the last figure."""
    in_points: bool = False
    """Whether the sentence before told percentage points."""
    lead_modality: str | None = None
    lead_period: str | None = None
    term: str | None = None
    asked_period: str | None = None
    asked_modality: str | None = None


@dataclass(slots=True)
class _Running:
    """What later quantities of one sentence may take from earlier ones."""

    topics: list[Topic] = field(default_factory=list)
    measure: Reading | None = None
    unit: str | None = None
    area: str | None = None
    carried: str | None = None
    """The modality that a list or a question lends to a sentence without a verb for it."""
    goes_on: str | None = None
    series: Topic | None = None
    """The modality that a run of aims lends to the next sentence where it speaks of the same series."""


def find_figures(
    document: Document,
    passages: Sequence[Passage],
    terms: Terms,
    places: Places,
    moments: Moments,
    published: Published | None,
) -> tuple[Figure, ...]:
    """Every figure of the article in order."""
    reader = _Reader(document.plain, terms, places, moments, published)
    found = [figure for passage in passages if passage.kind != "boilerplate" for figure in reader.read(passage)]
    return tuple(_told_once(_told_in_full(found, passages)))


class _Reader:
    """Reads the passages of one document in order, carrying what one sentence leaves open for the next."""

    def __init__(self, plain: str, terms: Terms, places: Places, moments: Moments, published: Published | None) -> None:
        self.plain, self.terms, self.places, self.moments = plain, terms, places, moments
        self.now = published.now.last.isoformat() if published else None
        self.today = published.now.first.isoformat() if published else None
        self.published = published
        self.thread = _Thread()
        named = {t.value for t in terms.of("indicator")}
        self._local_product = "grdp" not in named and places.main not in (None, "Vietnam")
        """Whether the text knows no GRDP: then its GDP is the city's, as news wrote until about 2015."""

    def read(self, passage: Passage) -> Iterator[Figure]:
        """The figures of one sentence."""
        moments = [m for m in self.moments.within(passage.start, passage.end) if not self._is_dateline(m)]
        self._notice(passage, moments)
        if _MAY_HOLD.search(self.plain, passage.start, passage.end) and not self._is_date_line(passage):
            yield from self._figures(passage, moments)
        else:
            self._mention(passage)
        self.thread.quiet += 1
        self._lead(passage, moments)

    def _is_date_line(self, passage: Passage) -> bool:
        """Whether a line only dates the document: "Published: 14 January 2022 - 8:15 AM"."""
        head = self.published
        return head is not None and head.basis == "stated" and passage.start <= head.start < passage.end and passage.end - head.end < 24

    def _is_dateline(self, moment: Moment) -> bool:
        """Whether a moment is the document's own date, as its dateline or head states it."""
        head = self.published
        return head is not None and head.basis == "stated" and head.start <= moment.start < head.end

    def _figures(self, passage: Passage, moments: Sequence[Moment]) -> Iterator[Figure]:
        plain, start, end = self.plain, passage.start, passage.end
        ranks = list(find_ranks(plain, start, end))
        taken = [(m.start, m.end) for m in moments] + [(r.start, self._field_of(r, end)) for r in ranks]
        quantities = [q for q in find_quantities(plain, start, end, taken) if self._counts(q, start, end)]
        quantities = self._in_points(quantities)
        sentence = Sentence(plain, start, end, quantities, without_abbreviations(plain, self.terms.of("indicator", start, end)))
        cues = find_cues(plain, self.terms, start, end)
        goes_on = AIM if self.thread.modality == AIM and self.thread.quiet == 0 else None
        running = _Running(carried=self.thread.lead_modality or self.thread.asked_modality, goes_on=goes_on, series=self.thread.topic)
        for index in range(len(quantities)):
            if figure := self._figure(sentence, index, moments, cues, running):
                yield figure
        for rank in ranks:
            yield self._ranked(sentence, rank, moments, cues)
        if not quantities:
            self._mention(passage)

    def _in_points(self, quantities: list[Quantity]) -> list[Quantity]:
        """Points told after percentage points, or after percent where points were told before, are percentage points too."""
        told, read = self.thread.in_points, []
        seen: set[str | None] = set()
        for q in quantities:
            if q.unit == "point" and ("percentage_point" in seen or (told and "percent" in seen)):
                q = replace(q, unit="percentage_point")
            seen.add(q.unit)
            read.append(q)
        self.thread.in_points = "percentage_point" in seen
        return read

    def _field_of(self, rank: Rank, end: int) -> int:
        """Where the words end that say among how many a place is: "third among the 63 provinces"."""
        field_of = _FIELD.match(self.plain, rank.end, end)
        return field_of.end() if field_of else rank.end

    # what one sentence leaves for the next

    def _notice(self, passage: Passage, moments: Sequence[Moment]) -> None:
        if passage.paragraph != self.thread.paragraph:
            if not _BULLET.match(self.plain, passage.start, passage.end):
                self.thread.lead_modality = self.thread.lead_period = None
            self.thread.paragraph = passage.paragraph
            self.thread.area = None
        if passage.kind == "question":
            self._notice_question(passage, moments)
        elif passage.kind != "answer":
            self.thread.term = self.thread.asked_period = self.thread.asked_modality = None
        for moment in moments:
            self._keep_time(passage, moment)
        named = {t.value for t in self._subjects(passage)}
        if len(named) == 1:
            self.thread.area = named.pop()

    def _subjects(self, passage: Passage) -> Iterator[Term]:
        """The places a sentence names otherwise than in passing."""
        passed = False
        dateline = DATELINE.match(self.plain, passage.start, passage.end)
        start = dateline.end() if dateline else passage.start
        for group in enumerated(self.plain, self.places.localities(start, passage.end)):
            passed = bool(_PASSED.search(self.plain[max(passage.start, group[0].start - 30) : group[0].start]))
            yield from [] if passed else group

    def _notice_question(self, passage: Passage, moments: Sequence[Moment]) -> None:
        """What an interview's question asks for holds for the answer: its time, and whether it asks for aims."""
        terms = [m.edtf for m in moments if m.kind == "term"]
        years = [m.edtf for m in moments if m.kind in ("year", "years", "half", "quarter", "months")]
        cues = find_cues(self.plain, self.terms, passage.start, passage.end)
        self.thread.term = terms[-1] if terms else None
        self.thread.asked_period = years[-1] if years else None
        self.thread.asked_modality = AIM if any(c.value == AIM for c in cues) else None

    def _keep_time(self, passage: Passage, moment: Moment) -> None:
        """A run of results or of aims keeps the period it was begun with until a later one is named.

        An earlier one is only what results are held against, unless a sentence opens with it.
        """
        if is_compared(self.plain, passage.start, moment) or moment.vision or moment.kind in ("day", "days", "term", "other") or self._in_brackets(passage, moment):
            return
        planned = _PLANNED_FOR.search(self.plain[max(passage.start, moment.start - 40) : moment.start])
        if self.now and last_day(moment.edtf) > self.now and (planned or moment.tense != "past" or moment.kind == "years" or first_day(moment.edtf) > self.now):
            self.thread.aim_period = moment.edtf
            return
        if moment.lead == "deadline" or moment.edge == "early":
            return
        opens = moment.start - passage.start < 20 and passage.end - passage.start > 60  # no date line opens a report
        if moment.kind == "month" and not opens and not self._tells_results(passage):
            return
        if self.now and moment.kind in ("quarter", "half", "months") and not _is_almost_over(moment.edtf, self.now):
            return  # nothing is reported of a quarter that has only begun
        thread = self.thread.period
        if thread and moment.kind == "year" and self.now and last_day(moment.edtf) > self.now and first_day(moment.edtf) <= first_day(thread):
            return  # "this year" said in passing does not end a report on its first months
        inside = thread and last_day(thread) <= (self.now or "") and first_day(thread) <= first_day(moment.edtf) and last_day(moment.edtf) <= last_day(thread)
        if self.now and (first_day(moment.edtf) > self.now or (moment.kind == "years" and last_day(moment.edtf) > self.now)):
            return
        done = (
            thread and self.now and last_day(thread) > self.now >= last_day(moment.edtf)
            and first_day(moment.edtf) >= first_day(thread) and _is_recent(last_day(moment.edtf), self.now)
        )
        if thread is None or opens or done or (last_day(moment.edtf) >= last_day(thread) and not inside):
            self.thread.period = moment.edtf

    def _tells_results(self, passage: Passage) -> bool:
        return bool(_AMOUNT.search(self.plain, passage.start, passage.end))

    def _in_brackets(self, passage: Passage, moment: Moment) -> bool:
        before = self.plain[passage.start : moment.start]
        return before.count("(") > before.count(")")

    def _mention(self, passage: Passage) -> None:
        """A sentence without figures that speaks of one indicator gives the next its topic."""
        named = {t.value: t for t in self.terms.of("indicator", passage.start, passage.end) if t.value not in groups()["weak"] | {"none"} or self.plain[t.start : t.end].lower().startswith("disburs")}
        if len(named) == 1:
            code, term = named.popitem()
            self.thread.topic = self.thread.coded = Topic(code, self.plain[term.start : term.end])

    def _lead(self, passage: Passage, moments: Sequence[Moment]) -> None:
        """A sentence that ends in a colon leads the list below it: its verb and its period hold for every row."""
        if self.plain[passage.end - 1] != ":":
            return
        cues = find_cues(self.plain, self.terms, passage.start, passage.end)
        self.thread.lead_modality = next((c.value for c in reversed(cues) if c.value in (AIM, REPORT, ESTIMATE)), None)
        own = [m.edtf for m in moments if not m.comparison]
        self.thread.lead_period = own[-1] if own else None

    # what is no figure

    def _counts(self, q: Quantity, start: int, end: int) -> bool:
        """Whether a quantity can be a figure at all."""
        if q.unit == "time" or (q.value == 1 and q.unit == "USD"):  # "$1 = VND25,455"
            return False
        if q.unit == "year":
            return "life expectancy" in self.plain[max(start, q.start - 80) : q.start].lower()
        return q.unit is not None or q.scaled or not self._points_back(q, start, end)

    def _points_back(self, q: Quantity, start: int, end: int) -> bool:
        """ "the two cities", "twelve task groups", "one of the", "both": numbers that measure nothing."""
        noun = counted_noun(self.plain, q.end, end)
        if noun and re.search(r"(?:days|months|years|weeks|hours|minutes|times)$", self.plain[noun[0] : noun[1]]):
            return True
        if noun and not self._is_partitive(q, start, end) and any(t.end >= noun[1] - 1 or self.plain[t.end : t.end + 5] == " and " for t in self.terms.of("ordering_noun", noun[0], noun[1])):
            return True
        if noun and any(t.end >= noun[1] - 1 for t in self.terms.of("manner_noun", noun[0], noun[1])):
            return True
        if noun and _FRACTION.search(self.plain, noun[0], noun[1]):
            return True
        left = self.plain[max(start, q.start - 24) : q.start].lower()
        if noun and q.in_words and q.value <= 5 and left.endswith(" and ") and _NEIGHBOURS.fullmatch(self.plain, noun[0], noun[1]):
            return True
        if _RATE_BASE.search(left) or (_ALL_THE.search(left) and not _PARTITIVE.search(left) and (q.in_words or not left.endswith("all "))):
            return True
        if q.value == 1 and q.in_words:
            return not (_TRIMS.search(left) and re.match(r"\s[A-Za-z]", self.plain[q.end : q.end + 2]))
        return q.in_words and bool(_THE.search(left)) and not _PARTITIVE.search(left)

    def _is_partitive(self, q: Quantity, start: int, end: int) -> bool:
        """ "fourteen of the 17 targets": both numbers of a part and its whole count."""
        return bool(_PARTITIVE.search(self.plain[max(start, q.start - 24) : q.start].lower()) or _OF_NUMBER.match(self.plain, q.end, end))

    # one figure

    def _figure(self, sentence: Sentence, index: int, moments: Sequence[Moment], cues: list[Term], running: _Running) -> Figure | None:
        q = sentence.quantities[index]
        noun = self._noun(sentence, index) if q.unit is None else None
        topic = self._topic(sentence, index, noun, running)
        if topic is None:
            return None
        like = running.measure if running.unit == q.unit else None
        if like is None and index == 0 and q.unit == "percent" and (topic.code is None or self._leans_back(sentence, index)):
            like = self.thread.measure
        measure = find_measure(sentence, self.terms, index, topic.code, like)
        cue = governing(self.plain, cues, q.start, sentence.end)
        predicate = cue is not None and cue.value == AIM and not re.search(r"[,;]", self.plain[q.end : max(q.end, cue.start)])
        told = (cue is None or (cue.start > q.start and not predicate)) and find_tense(self.plain[sentence.start : sentence.end], q.start - sentence.start, q.end - sentence.start)
        in_row = bool(_ROW.search(self.plain[max(sentence.start, q.start - 12) : q.start]))
        same = running.series is not None and topic.code is not None and topic.code == running.series.code
        carried = running.carried or (running.goes_on if same or self.thread.told_in == self.thread.paragraph else None)
        modality = REPORT if told == "past" else self._modality(cue, carried, in_row)
        present = bool(_NOW.match(self.plain, q.end, sentence.end)) or bool(_AGAINST.search(self.plain[max(sentence.start, q.start - 40) : q.start]))
        if present and modality == AIM:
            modality = REPORT  # "50 per cent by 2025, against 28.8 per cent today"
        moment = find_period(sentence, index, moments, self.today if modality == AIM else None)
        if moment and moment.lead == "since" and moment.edge == "early" and self.now and moment.edtf == self.now[:4]:
            moment = replace(moment, edtf=f"{moment.edtf}-01/{self.now[:7]}")  # "since the beginning of the year"
        if moment and topic.code in groups()["flow"] and moment.kind == "day" and moment.lead not in ("as_of", "deadline"):
            moment = None  # the day that something was said
        if moment and modality == AIM and moment.kind in ("day", "days") and self.today and last_day(moment.edtf) <= self.today:
            moment = None  # the day an aim was announced is not the day it is for
        if present and moment and self.now and last_day(moment.edtf) > self.now and first_day(moment.edtf) > self.now:
            moment = None
        state = present or tells_state(self.plain, cue, q.start)
        period = moment.edtf if moment else self._period_before(topic, measure, modality, state, q.unit in ("VND", "USD") and bool(_COSTS.search(self.plain, sentence.start, sentence.end)))
        aim = self._is_aim(sentence, index, modality, moment, period, topic)
        area = self._area(sentence, index, topic, running)
        self._remember(q, noun, topic, measure, modality, aim, running)
        return Figure(
            start=q.start,
            end=noun[1] if noun and 0 <= noun[0] - q.end < 2 else q.end,
            aim=aim,
            indicator=self._own_product(topic.code, area),
            label=topic.label,
            measure=measure.measure,
            area=area,
            period=period,
            comparator=q.comparator,
            value=measure.sign * q.value,
            value_max=None if q.value_max is None else measure.sign * q.value_max,
            unit=q.unit or "count",
            equivalent_value=q.equivalent_value,
            equivalent_unit=q.equivalent_unit,
            status=self._status(sentence, q, modality),
            set_by=self._set_by(sentence) if aim else None,
        )

    def _own_product(self, code: str | None, area: str | None) -> str | None:
        """A country's product is GDP and a city's GRDP, whatever a text calls it."""
        if code == "grdp" and area == "Vietnam":
            return "gdp"
        return "grdp" if code == "gdp" and area not in (None, "Vietnam") else code

    def _remember(self, q: Quantity, noun: tuple[int, int] | None, topic: Topic, measure: Reading, modality: str | None, aim: bool, running: _Running) -> None:
        running.topics.append(topic)
        running.measure, running.unit = measure, q.unit
        self.thread.topic, self.thread.modality, self.thread.quiet = topic, AIM if aim else modality, -1
        self.thread.told_in = self.thread.paragraph
        self.thread.coded = topic if topic.code else self.thread.coded
        if q.unit == "percent":
            self.thread.measure = measure
        if noun:
            self.thread.noun = self.plain[noun[0] : noun[1]]

    def _noun(self, sentence: Sentence, index: int) -> tuple[int, int] | None:
        """The noun a bare number counts: right after it, or after the number it is a part of ("325 of the 386 communes")."""
        q = sentence.quantities[index]
        if noun := counted_noun(self.plain, q.end, sentence.end):
            return noun
        if hyphenated := _HYPHENATED.match(self.plain, q.end, sentence.end):
            return hyphenated.start(1), hyphenated.end(1)
        if q.value == 1 and (single := _SINGULAR.match(self.plain, q.end, sentence.end)):
            return single.start(1), single.end(1)
        before = self.plain[max(sentence.start, q.start - 120) : q.start]
        if number_of := _NUMBER_OF.search(before):
            return q.start - len(before) + number_of.start(1), q.start - len(before) + number_of.end(1)
        following = sentence.quantities[index + 1] if index + 1 < len(sentence.quantities) else None
        if following and _OF_NEXT.fullmatch(self.plain, q.end, following.start):
            return counted_noun(self.plain, following.end, sentence.end)
        return None

    def _topic(self, sentence: Sentence, index: int, noun: tuple[int, int] | None, running: _Running) -> Topic | None:
        q = sentence.quantities[index]
        if q.unit is None and self._foreign_part(sentence, q, running):
            return Topic("international_arrivals", "foreign visitors among them", True)
        if q.unit is None and not noun:
            return self._bare(sentence, index, running)
        if noun and noun[0] > q.end + 1:  # a part of the things: told by what is said of them, if by any indicator
            told = [t for t in sentence.indicators if t.start >= noun[1] and t.value in groups()["percent_share"] - groups()["weak"]]
            label = self.plain[noun[0] : noun[1]]
            return Topic(told[0].value if told else None, label, True)
        topic = find_topic(sentence, index, noun, running.topics, self.thread.coded)
        if topic is not None:
            return self._disbursed(sentence, topic)
        if self.thread.topic is not None and (self._leans_back(sentence, index) or self._names_nothing(sentence, index)):
            lean = self.thread.coded if self._names_nothing(sentence, index) else self.thread.topic
            if fitting := fit_topic(lean, q):
                return fitting
        subject = subject_label(sentence, q)
        told_of = self.thread.noun if self.thread.noun and self.thread.quiet < _RUN and q.unit not in ("percent", None) else None
        return Topic(None, f"{told_of}: {subject}" if told_of else subject)

    def _disbursed(self, sentence: Sentence, topic: Topic) -> Topic:
        if topic.code == "registered_capital" and self.thread.coded and self.thread.coded.code == "fdi" and not _FIRMS.search(self.plain, sentence.start, sentence.end):
            return replace(topic, code="fdi")  # in a report on foreign investment
        """ "Disbursed" tells public investment, but foreign investment where the talk is of that."""
        if topic.code != "public_investment" or not topic.label.lower().startswith("disburs"):
            return topic
        foreign = any(t.value == "fdi" for t in sentence.indicators) or (self.thread.coded is not None and self.thread.coded.code == "fdi")
        return replace(topic, code="fdi") if foreign else topic

    def _foreign_part(self, sentence: Sentence, q: Quantity, running: _Running) -> bool:
        """ "3.9 million visitors, 1.45 million of them international"."""
        whole = running.topics[-1] if running.topics else self.thread.topic
        return bool(whole and whole.code == "tourist_arrivals" and _OF_THEM_FOREIGN.match(self.plain, q.end, sentence.end))

    def _bare(self, sentence: Sentence, index: int, running: _Running) -> Topic | None:
        """A number without unit or noun: an amount of the indicator named, or of the things counted just before."""
        q = sentence.quantities[index]
        after = next((t for t in sentence.indicators if t.start >= q.end), None)
        if after and re.fullmatch(r"\s(?:(?:were|are|being)\s(?:from\s)?)?", self.plain[q.end : after.start]):
            return Topic(after.value, self.plain[after.start : after.end], True)
        topic = find_topic(sentence, index, None, running.topics)
        if topic is not None and topic.bound and topic.label.lower() in self.plain[sentence.start : q.start].lower() and self.plain[q.start - 2] == ":":
            return topic
        if topic is not None and topic.code and (q.scaled or q.value >= 1000):
            return topic
        left = self.plain[max(sentence.start, q.start - 30) : q.start]
        if told := _THERE_WERE.search(self.plain[max(sentence.start, q.start - 60) : q.start]):
            return Topic(None, told[1], True)
        if _TIME_TO.search(left):
            return None  # "from 15 days to three"
        alone = _OPENS.search(self.plain[sentence.start : q.start]) and _STANDS_ALONE.match(self.plain, q.end, sentence.end)
        if self.thread.noun and self.thread.quiet <= 1 and (_MOVED.search(left) or alone or _OF_THEM.match(self.plain, q.end, sentence.end) or _FEWER.match(self.plain, q.end, sentence.end)):
            noun = self.thread.noun
            code = self.thread.topic.code if self.thread.topic and self.thread.topic.label == noun else None
            return Topic(code, noun, True)
        return None

    def _names_nothing(self, sentence: Sentence, index: int) -> bool:
        """Whether a clause tells an amount of money of a place without a noun for it: "Hanoi was second with $3.1 billion"."""
        q = sentence.quantities[index]
        floor = sentence.quantities[index - 1].end if index else sentence.start
        if q.unit not in ("VND", "USD", "percent") or self.thread.quiet >= _RUN or not self.thread.coded:
            return False
        clause = re.split(r"[;:]\s|,\s(?:while|and|but)\s", self.plain[floor : q.start])[-1]
        named = {t.start for kind in ("city", "province", "country", "own") for t in self.terms.of(kind, floor, q.start)}
        words = [w for w in re.findall(r"[A-Za-z][a-z'-]+", clause) if w[0].islower() and w.lower() not in _FILLERS]
        return bool(named) and len(words) <= 1

    def _leans_back(self, sentence: Sentence, index: int) -> bool:
        """Whether a sentence leaves its subject to the one before: it opens with a pronoun."""
        return bool(_PRONOUN.match(self.plain, sentence.start, sentence.end))

    def _modality(self, cue: Term | None, carried: str | None, in_row: bool = False) -> str | None:
        if cue is None or (cue.value == WEAK and in_row):
            return carried
        return REPORT if cue.value == WEAK else cue.value

    def _is_aim(self, sentence: Sentence, index: int, modality: str | None, moment: Moment | None, period: str | None, topic: Topic) -> bool:
        q = sentence.quantities[index]
        ahead = bool(moment and self.now and (first_day(moment.edtf) > self.now or (moment.lead == "deadline" and last_day(moment.edtf) > self.now)))
        if _PLAN_OF.search(self.plain[max(sentence.start, q.start - 50) : q.start]) or _ASKED_FOR.match(self.plain, q.end, sentence.end):
            return True
        if q.unit is None and not q.scaled and _PLACED.search(self.plain[max(sentence.start, q.start - 40) : q.start]):
            return False  # the road "will run through 14 districts": they are there already
        if moment and self.today and last_day(moment.edtf) < self.today:
            return False  # what an aim's sentence says of a time gone by is a report
        if modality == AIM and not (moment and self.now and first_day(moment.edtf) > self.now) and self._against_plan(sentence, index):
            return False  # revenue that "should come to $20 billion, or 120% of the forecast" is an estimate of results
        if modality == AIM:
            becomes = re.compile(r"(?:\s[\w-]+){1,4}?\s(?:will\s)?becom\w+\s").match(self.plain, q.end, sentence.end)
            return not (becomes or _PRESENT_STATE.search(self.plain[max(sentence.start, q.start - 26) : q.start]))
        if modality == REPORT and topic.bound and re.search(r"\bplan$", topic.label):
            return True  # "has VND126 trillion in its investment plan"
        if modality == ESTIMATE:
            return ahead and first_day(moment.edtf if moment else "") > (self.now or "")
        return modality is None and ahead

    def _against_plan(self, sentence: Sentence, index: int) -> bool:
        """Whether a figure, or the share told right behind it, is held against a plan."""
        q = sentence.quantities[index]
        if tells_plan(sentence, q) or _SURPASSING.match(self.plain, q.end, sentence.end):
            return True
        following = sentence.quantities[index + 1] if index + 1 < len(sentence.quantities) else None
        return bool(following and tells_plan(sentence, following) and _OR_EQUAL.fullmatch(self.plain, q.end, following.start))

    def _period_before(self, topic: Topic, measure: Reading, modality: str | None, state: bool, costs: bool) -> str | None:
        """What a sentence without a time of its own takes from its list, its interview question or the run of results."""
        if topic.code is None and modality == AIM and costs:
            return None  # what a project is to cost
        if self.thread.lead_period:
            return self.thread.lead_period
        if self.thread.term and topic.code not in groups()["flow"]:
            return self.thread.term
        if self.thread.asked_period and not state:
            return self.thread.asked_period
        if self.thread.quiet > _RUN:
            return None
        if modality == AIM:
            return self.thread.aim_period
        if topic.code is None and measure.measure == LEVEL and self.thread.quiet > 0:  # a run of results that was broken off
            return None
        goes_on = topic.code in groups()["flow"] and self.thread.told_in == self.thread.paragraph
        return self.thread.period if measure.measure in (CHANGE, OF_TARGET) or goes_on or not state else None

    def _area(self, sentence: Sentence, index: int, topic: Topic, running: _Running) -> str | None:
        own = find_area(sentence, index, self.places, self.terms, topic.code in groups()["national"] and not self._local_product, running.area)
        running.area = own or self.thread.area or self.places.main
        return running.area

    def _status(self, sentence: Sentence, q: Quantity, modality: str | None) -> str:
        left = self.plain[max(sentence.start, q.start - 40) : q.start]
        if _PROVISIONAL.search(self.plain, sentence.start, sentence.end):
            return "provisional"
        return "estimated" if modality == ESTIMATE or _ESTIMATED.search(left) else "reported"

    def _set_by(self, sentence: Sentence) -> str | None:
        bodies = self.terms.of("body", sentence.start, sentence.end)
        return bodies[0].value if bodies else self.places.main

    def _ranked(self, sentence: Sentence, rank: Rank, moments: Sequence[Moment], cues: list[Term]) -> Figure:
        indicators = [t for t in sentence.indicators if t.value not in ("none", "administrative_units")]
        before = [t for t in indicators if t.start < rank.start and ";" not in self.plain[t.end : rank.start] and rank.start - t.end < 140]
        named = [*before[-1:], *[t for t in indicators if rank.end <= t.start < rank.end + 60 and "," not in self.plain[rank.end : t.start]][:1]]
        topic = Topic(named[0].value, self.plain[named[0].start : named[0].end]) if named else (self.thread.topic if self.thread.topic and self.thread.topic.code else self.thread.coded) if self._leans_on(rank, sentence) and self.thread.quiet < _RUN else None
        cue = governing(self.plain, cues, rank.start, sentence.end)
        aim = self._modality(cue, self.thread.lead_modality) == AIM
        place = Quantity(rank.start, rank.end, rank.value, None, None, "=")
        alone = Sentence(self.plain, sentence.start, sentence.end, [place], sentence.indicators)
        moment = find_period(alone, 0, [m for m in moments if m.kind not in ("day", "days")], self.today if aim else None)
        area = [t.value for t in self.places.localities(sentence.start, rank.start)]
        return Figure(
            start=rank.start,
            end=rank.end,
            aim=aim,
            indicator=topic.code if topic else None,
            label=topic.label if topic else self._around(sentence, rank),
            measure=rank.measure,
            area=area[-1] if area else self.thread.area or self.places.main,
            period=moment.edtf if moment else self._rank_period(aim),
            comparator=rank.comparator,
            value=rank.value,
            value_max=None,
            unit="count" if rank.measure == CHANGE else None,
            equivalent_value=None,
            equivalent_unit=None,
            status="reported",
            set_by=self._set_by(sentence) if aim else None,
        )

    def _rank_period(self, aim: bool) -> str | None:
        if self.thread.quiet > _RUN:
            return None
        return self.thread.aim_period if aim else self.thread.period

    def _leans_on(self, rank: Rank, sentence: Sentence) -> bool:
        """Whether a place in a ranking is told of what was spoken of last, rather than of what it names itself."""
        return not _RANKING.match(self.plain, rank.end, sentence.end) and not re.search(r"'s \d", self.plain[rank.start : rank.end]) and not re.search(r"\b(?:top|among)\b", self.plain[rank.start : rank.end], re.I)

    def _around(self, sentence: Sentence, rank: Rank) -> str:
        stop = re.compile(r"[,;.]").search(self.plain, rank.end, sentence.end)
        return self.plain[rank.start : min(stop.start() if stop else sentence.end, rank.end + 60)]


def _is_recent(day: str, now: str) -> bool:
    """Whether results up to `day` are the latest there can be: they come out within five months."""
    return (int(now[:4]) - int(day[:4])) * 12 + int(now[5:7]) - int(day[5:7]) <= 5


_FIELD = re.compile(r"\s(?:place\s|nationwide\s)?(?:among|out of|of|in)\s(?:all\s|the\s|[Vv]iet\s?[Nn]am's\s|the country's\s|the nation's\s){0,2}\d+")
_OR_EQUAL = re.compile(r",?\s\(?(?:or|equal to|equivalent to|representing|which is|meeting|fulfilling|reaching)?\s?(?:about |over |nearly |some |more than )?")
_OF_THEM_FOREIGN = re.compile(r"\sof (?:them|these|those|whom|which)\s(?:(?:were|are|came|being|was)\s)?(?:international|foreign\w*|from abroad|from overseas|overseas|from other countries)\b", re.I)
# A place that something is only held against, or lies beside, is not what a text goes on about.
_PASSED = re.compile(r"\b(?:that of|those of|than|behind|after|ahead of|against|followed by|besides|unlike|from|near|next to|borders?|bordering|towards?|between|compared (?:to|with)|merger with|merge with|merges with)\s(?:the\s)?$", re.I)
_FIRMS = re.compile(r"\b(?:enterprises|businesses|companies|firms|start-ups)\b")
_TIME_TO = re.compile(r"\b(?:day|month|year|hour|minute|week)s?\s(?:now\s)?(?:to|instead of)\s(?:just\s|only\s)?$")
_FRACTION = re.compile(r"\b(?:halves|thirds|quarters|fourths|fifths|sixths|tenths)$")
_NEIGHBOURS = re.compile(r"(?:other\s|neighbouring\s)?(?:provinces|cities|localities|neighbours|parties|countries)")
_THERE_WERE = re.compile(r"\b((?:[a-z][\w-]*\s)?[a-z]+s), of (?:which|whom) there (?:are|were|will be)\s(?:about |some |over |nearly |more than )?$")
_SURPASSING = re.compile(r",\s(?:thus\s)?(?:surpassing|exceeding|beating|higher than|above|fulfilling|meeting|lower than|below|missing)\s(?:the|its)\s(?:\w+\s){0,3}(?:target|plan|goal|estimate|forecast)")
_RANKING = re.compile(r"[^,;.]{0,40}?\s(?:in|on)\s(?:the\s|a\s)?(?:[\w']+\s){0,7}?(?:index|ranking|rankings|list|table|readiness|transformation)\b", re.I)
_COSTS = re.compile(r"\b(?:cost|invest|worth|price)\w*\b", re.I)
_NOW = re.compile(r"\)?\s(?:(?:of|per)\s[a-z ]{2,24}\s)?(?:today|now|at present|currently)\b")
_AGAINST = re.compile(r"\b(?:against|compared (?:to|with)|up from|down from|from the (?:present|current))\s(?:the\s|about\s|only\s|just\s|present\s|current\s|over\s|nearly\s){0,2}$")
_RUN = 4  # sentences
_FILLERS = frozenset(
    """with for the in of to and at by was were is are be been will would should hopes hope aims aim aiming wants expects plans targets seeks attracted attracting took
    drew reached received posted recorded jumped rose fell ranked came second third fourth fifth first place followed ahead behind city province capital year last this next
    northern southern central port coastal eastern western highland neighbouring delta accounting being led respectively
    about around nearly over more than least some total its his their also only just it had has have number saw sees only totalling worth which where""".split()
)
_ROW = re.compile(r"\b(?:from|to)\s$")
_MAY_HOLD = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|"
    r"hundred|dozen|half|double|doubled|tripled|top|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|highest|largest|any other|double-digit)\b",
    re.I,
)
_BULLET = re.compile(r"\s*(?:[-+*•▪●–—]\s?|\(?\d{1,2}[.)]\s|[A-Z][^.:]{3,70}:\s)")
_ESTIMATED = re.compile(r"\bestimated (?:\w+ ){0,3}$", re.I)
_PROVISIONAL = re.compile(r"\b(?:provisional|preliminary (?:figures|data|statistics|results))", re.I)
_OF_NEXT = re.compile(r"\s(?:out\s)?of\s(?:the\s|its\s|their\s|a total of\s|some\s)?(?:\w+'s\s)?(?:total\s|existing\s|current\s)?", re.I)
_OF_NUMBER = re.compile(r"\s(?:out\s)?of\s(?:the\s|its\s)?\d", re.I)
_NUMBER_OF = re.compile(r"\bnumber of (?:its |the |their )?((?:[\w-]+ ){0,3}?[\w-]+s)\b[^.;]*$")
_FEWER = re.compile(r"\s(?:fewer|more|less)\b")
_OF_THEM = re.compile(r"\s(?:of them|of these|of those|of which|today)\b", re.I)
_MOVED = re.compile(r"\b(?:aim|target|goal|number|total)\s(?:is|was|stood at|stands at|of)\s(?:now\s)?$|\b(?:into|to|become|becomes|became|from|keep|keeps|leaves?|remain|retain)\s(?:only\s|just\s)?$|\b(?:there (?:are|were|will be))\s$|\b(?:reduction|cut|fall|drop|decline|decrease|increase|rise)s?\s(?:of|by)\s$", re.I)
_STANDS_ALONE = re.compile(r"\s(?:have|has|were|are|will|remain|had|left|[a-z]+ed)\b", re.I)
_OPENS = re.compile(r"(?:^|,\s(?:but|and|while)\s|;\s|[a-z]\sand\s)(?:about |nearly |over |some |more than |another |around |almost |only )?$", re.I)
_HYPHENATED = re.compile(r"-(member|bed|room|seat)\b")  # "a 69-member committee"
_SINGULAR = re.compile(r"\s((?:[A-Za-z][\w-]*\s){0,2}?[a-z]{3,})(?=\s(?:from|in|of|at|for|and)\b|[,.;])")
_TRIMS = re.compile(r"\b(?:trimmed|cut|abolished|eliminated|dissolved|scrapped|added|merged)\s$")
_PLACED = re.compile(r"\b(?:through|across|at|among|obstacles in|in all|in the|of the)\s(?:about |over |more than |nearly |some )?$", re.I)
_ALL_THE = re.compile(r"\b(?:all the|all of the|all|these|those|the same)\s$")
# What shows that a sentence tells a figure, wherever its date stands.
_AMOUNT = re.compile(
    r"\d\s?(?:%|per ?cent|million|billion|trillion)|(?:VND|USD|\$)\s?\d|\b\d[\d,.]*\s(?:[a-z-]+\s){0,2}[a-z-]+s\b|\bdouble-digit\b|\brecovered\b|\bgrew\b", re.I
)
_PLANNED_FOR = re.compile(r"\b(?:plan(?:ned)?|targets?|goals?|set|assigned|aim\w*|estimates?)\s(?:for|of|in)\s(?:the\s)?(?:whole\s|full\s)?$", re.I)
_RATE_BASE = re.compile(r"\b(?:per|every|each|for every)\s$")  # "20 doctors for every 10,000 people"
_THE = re.compile(r"\b(?:the|these|those|both|all|his|her)\s$")
_PARTITIVE = re.compile(r"\b(?:\d+|\w+teen|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|most|all|some|many|half|each|out) of (?:the|its|their|all)?\s?$")
_PRONOUN = re.compile(
    r"""\W*(?:and\s|but\s|(?:in|by|for|from|during)\s[\w\s,-]{0,24}?,?\s)?(?:it|they|this|that|these|the (?:[\w-]+\s){0,2}?(?:figure|figures|total|number|rate|two rates|rates|amount|result|sum|growth|increase|former|latter))\b""", re.I
)
_PLAN_OF = re.compile(r"\b(?:target|targets|goal|plan|estimate|quota)(?: growth)?(?: rate)?\sof\s(?:about |around |over |at least |nearly |more than |from )?$", re.I)
_ASKED_FOR = re.compile(r"\s(?:planned|targeted|hoped for|aimed for)\b|\s(?:that|which)\s(?:\w+\s){0,4}(?:had|was|were)\s(?:been\s)?(?:asked for|set|targeted|planned|aimed for|assigned|expected)\b", re.I)
_PRESENT_STATE = re.compile(r"\b(?:its|their|of the|of its|existing|current|present|currently|from|there are)\s(?:current\s|existing\s)?$", re.I)


def _is_almost_over(edtf: str, now: str) -> bool:
    """Whether a period ends within a month after the day of the report: its results may already be told."""
    return date.fromisoformat(last_day(edtf).replace("-31", "-28")) - date.fromisoformat(now) <= timedelta(days=31)


def _told_in_full(figures: Sequence[Figure], passages: Sequence[Passage]) -> list[Figure]:
    """Without those that a headline or standfirst only announces: the article tells the same figure in full."""
    heads = [(p.start, p.end) for p in passages if p.kind in ("headline", "standfirst")]
    announced = [f for f in figures if any(start <= f.start < end for start, end in heads)]
    full = {(f.value, f.value_max, f.unit) for f in figures if f not in announced}
    return [f for f in figures if f not in announced or (f.value, f.value_max, f.unit) not in full]


def _told_once(figures: Iterable[Figure]) -> Iterator[Figure]:
    """Drop what repeats a figure already told, and let the fuller telling speak for a bare one."""
    kept: dict[tuple[object, ...], Figure] = {}
    for figure in figures:
        key = (figure.aim, figure.measure, figure.value, figure.value_max, figure.unit, figure.indicator or figure.label.lower(), figure.area)
        earlier = kept.get(key)
        if earlier is None:
            kept[key] = figure
        elif earlier.period is None or figure.period in (None, earlier.period):
            kept[key] = replace(earlier, period=earlier.period or figure.period)
        else:
            kept[(*key, figure.period)] = figure
    return iter(sorted(kept.values(), key=lambda f: (f.start, f.end)))
