"""Who undertakes, asks for, proposes or directs what, and until when.

Answers with one row for each thing that could later be checked: "the city will build a data centre" (plan), "asked the
Government to ..." (request), "proposed allowing ..." (proposal), "Hanoi should pilot ..." said by a leader (directive).
The actor must be a person, a body or a place that the text names, the action a verb with an object. Refuses reports of
what was done, wishes ("must be lean"), aims (aims.py), conditions ("if ...") and what analysts say.

Reads `commitments` of `vocabulary/undertakings.yml`.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from hanoi_lib.actors import BODY, PERSON, PLACE, Actor, Actors
from hanoi_lib.dates import Moment, Moments
from hanoi_lib.documents import Document
from hanoi_lib.passages import Passage
from hanoi_lib.people import People
from hanoi_lib.places import Places
from hanoi_lib.scan import Terms, load_vocabulary


@dataclass(frozen=True, slots=True)
class Commitment:
    """One undertaking: its span in `Document.plain`, its kind, who to whom, the action in words and by when (EDTF)."""

    start: int
    end: int
    kind: str
    actor: str
    counterpart: str | None
    action: str
    due: str | None


@dataclass(frozen=True, slots=True)
class _Clause:
    """A verb of undertaking with its actor, and the stretch of text that tells the actions."""

    kind: str
    actor: str
    counterpart: str | None
    start: int
    """Where the first row's citation begins."""
    actions: int
    """Where the first action's verb stands."""
    end: int
    form: str
    """How the actions are told: "base" (to build), "gerund" (building), "noun" (a data centre)."""


@dataclass(frozen=True)
class _Patterns:
    asks: re.Pattern[str]
    asked: re.Pattern[str]
    wants_that: re.Pattern[str]
    noun: re.Pattern[str]
    need: re.Pattern[str]
    attention: re.Pattern[str]
    must: re.Pattern[str]
    will: re.Pattern[str]
    pledge: re.Pattern[str]
    parting: dict[str, re.Pattern[str]]
    vague: re.Pattern[str]
    analysts: re.Pattern[str]
    verbs: frozenset[str]
    triggers: dict[str, frozenset[str]]
    """Per reader of clauses the words of which one must stand in a sentence before its pattern is tried."""


def _any(words: Sequence[str]) -> str:
    return "|".join(sorted(map(str, words), key=len, reverse=True))


_ADVERBS = r"(?:(?:also|then|soon|further|only|always|now|still|again|[a-z]+ly|not only|(?:work|strive|try)\sto)\s){0,3}"
_MODAL = r"(?:should|must|needs?\sto|has\sto|have\sto|ought\sto|shall)"


_TRIGGERS = {
    "asks": ("addressing",),
    "asked": ("addressed",),
    "wants_that": ("proposing", "addressing"),
    "nouns": ("proposing", "calling"),
    "pledges": ("pledging",),
    "needs": ("need_words",),
    "musts": ("must_words",),
    "wills": ("intending", "will_words"),
}


def _first_words(words: Mapping[str, Sequence[str]], kinds: Sequence[str]) -> frozenset[str]:
    return frozenset(str(phrase).split()[0] for kind in kinds for phrase in words[kind]) - {"is", "are", "has"}


@cache
def _patterns() -> _Patterns:
    """The grammar of undertakings; above each part what it matches."""
    words = load_vocabulary("undertakings")["commitments"]
    addressing, proposing = _any(words["addressing"]), _any(words["proposing"])
    verbs = _any(words["verbs"])
    # Where a list of actions may be parted; whether a verb of the vocabulary follows is looked up, not matched.
    word = r"(?:then\s|also\s|[a-z]+ly\s)?(?P<next>[a-z]+)\s(?!and\b|of\b|is\b|are\b|or\b)"
    base = re.compile(
        r"(?P<strong>;\s+(?:and\s+)?(?:to\s+)?(?=[a-z])|(?:,\s+(?:and\s+)?|\s+and\s+)(?:to\s+(?=[a-z]+\s)|that\s+(?=[a-z]))"
        r"|,\s+and\s+(?=the\s(?:[\w'-]+\s){1,4}to\s[a-z]))"
        rf"|(?:,\s+(?:and\s+|as\swell\sas\s+)?|\s+and\s+|\s+as\swell\sas\s+)(?={word})"
    )
    gerunds = re.compile(
        rf"(?P<strong>;\s+(?:and\s+)?|,?\s+as\swell\sas\s+(?=[a-z]+ing\s))|(?:,\s+(?:and\s+|while\s+)?|\s+and\s+)(?={word})"
    )
    return _Patterns(
        # "asked the city to", "called on Hanoi to", "is asking the Ministry for"; "asked that departments"
        asks=re.compile(
            rf"\b(?P<verb>{addressing})\s(?P<whom>(?!to\s|that\s|for\s)[^.;:\"]{{2,110}}?)\s(?P<to>to|for)\s(?!(?:the|an?|its|his|her|their|each|this)\s){_ADVERBS}(?P<action>[a-zA-Z$])"
        ),
        # "departments were told to", "the ministry is requested to"
        asked=re.compile(rf"\b(?:was|were|is|are|been)\s(?:also\s)?(?:{_any(words['addressed'])})\sto\s{_ADVERBS}(?P<action>[a-z])"),
        # "proposed that the Government allow", "requested that every department appoint"
        wants_that=re.compile(
            rf"\b(?P<verb>{proposing}|{addressing})\s(?:that\s|(?=the\s|[A-Z]))(?P<whom>[^.;:\"]{{2,90}}?)\s(?:should\s|must\s)?(?P<action>(?:{verbs}|be)\s)"
        ),
        # "proposed allowing", "suggested a fund", "called for more support", "proposes to build"
        noun=re.compile(rf"\b(?P<verb>{proposing}|{_any(words['calling'])})\s(?P<action>(?!that\s|him|her|it\b)[a-zA-Z$\d])"),
        # "stressed the need to", "it is necessary to"
        need=re.compile(
            rf"\b(?:the\sneed|(?:it\s(?:is|was)\s|as\s)(?:necessary|essential|imperative|vital|crucial|important|needed)(?:\sfor\s[^.;,]{{2,50}}?)?)\sto\s{_ADVERBS}(?P<action>[a-z])"
        ),
        # "attention should be given to renovating the river"
        attention=re.compile(
            r"\b(?:attention|priority|emphasis|focus|importance)\s(?:should|must|needs\sto)\s(?:also\s)?be\s(?:given|paid|placed|put)\s(?:to|on)\s(?P<action>[a-zA-Z])"
        ),
        # "Hanoi should pilot", "the departments have to finish"
        must=re.compile(rf"\b{_MODAL}\s(?:continue\sto\s)?{_ADVERBS}(?P<action>[a-z])"),
        # "the city will build", "plans to complete", "is to absorb", "is due to meet"
        will=re.compile(rf"\b(?P<verb>{_any(words['intending'])})\s{_ADVERBS}(?P<action>[a-z])"),
        # "promised that the province would merge", "pledged to hand over"
        pledge=re.compile(rf"\b(?P<verb>{_any(words['pledging'])})\s(?:to|that\s(?P<whom>[^.;:\"]{{2,60}}?)\s(?:would|will))\s{_ADVERBS}(?P<action>[a-z])"),
        parting={"base": base, "gerund": gerunds, "noun": gerunds},
        vague=re.compile(rf"(?:{_any(words['vague'])})\b"),
        analysts=re.compile(
            rf"\b(?:{_any(words['analysts'])})\b[^.;\"]{{0,80}}?\b(?:said|says?|argued?|argues|believed?|suggested?|noted?|commented|warned?|think)\b"
            rf"|\b(?:[Aa]ccording\sto|said|says|suggested\sby)\s[^.;,]{{0,60}}?\b(?:{_any(words['analysts'])})\b",
        ),
        triggers={name: _first_words(words, kinds) for name, kinds in _TRIGGERS.items()},
        verbs=frozenset(v.split()[0] for v in words["verbs"]) | {gerund(v.split()[0]) for v in words["verbs"]},
    )


def gerund(verb: str) -> str:
    """The -ing form of a verb.

    >>> gerund("make"), gerund("submit"), gerund("build")
    ('making', 'submitting', 'building')
    """
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")):
        return verb[:-1] + "ing"
    if verb in ("submit", "cut", "set", "put", "permit", "plan", "run", "stop", "commit", "transfer", "let", "get"):
        return verb + verb[-1] + "ing"
    return verb + "ing"


def find_commitments(
    document: Document, passages: Sequence[Passage], terms: Terms, places: Places, moments: Moments, people: People
) -> tuple[Commitment, ...]:
    """What is undertaken, asked for, proposed and directed in a document, in order, each thing once."""
    actors = Actors(document.plain, passages, terms, places, people)
    reader = _Reader(document.plain, actors, moments, people)
    article = [p for p in passages if p.kind in ("body", "answer", "question")]
    kept: list[Commitment] = []
    place = 0
    while place < len(article):
        rows, read = reader.read(article, place)
        kept += [row for row in rows if not any(_is_same(row, told) for told in kept)]
        place += read
    return tuple(kept)


def _content(text: str) -> set[str]:
    """The stems by which two tellings of one thing are known again."""
    return {w[:5] for w in re.findall(r"[a-z0-9]{3,}", text.lower())} - {"the", "and", "for", "its", "that", "with", "from"}


def _is_same(one: Commitment, other: Commitment) -> bool:
    a, b = _content(one.action), _content(other.action)
    return one.actor == other.actor and len(a & b) * 2 >= len(a | b)


class _Reader:
    """Reads sentence after sentence; keeps in mind who spoke last and to whom."""

    def __init__(self, plain: str, actors: Actors, moments: Moments, people: People) -> None:
        self.plain, self.actors, self.moments = plain, actors, moments
        self.local = {a.person_id for a in people.attestations if a.area not in (None, "Vietnam")}
        self.ids = {m.name: m.person_id for m in people.mentions}
        self.spoke: tuple[int, Actor] | None = None  # paragraph and speaker
        self.addressed: tuple[int, str] | None = None  # paragraph and the body above that proposals are put to
        self.listed: list[Commitment] = []  # what announced a list
        self.asked: str | None = None  # the year that an interview's question is about

    def read(self, article: Sequence[Passage], place: int) -> tuple[list[Commitment], int]:
        """The rows of the sentence at `place`, and how many sentences they were read from."""
        passage = article[place]
        if passage.kind == "question":
            self.asked = self._year_asked(passage)
            return [], 1
        rows: list[Commitment] = []
        if not self._is_silent(passage):
            for clause in self._clauses(passage):
                rows += self._rows(passage, clause)
        self._note(passage)
        if rows and (items := self._items(article, place, rows[-1])):
            self.listed.append(rows[-1])
            told = any(_is_same(rows[-1], other) for other in self.listed[:-1])
            return [*rows[:-1], *([] if told else items)], 1 + len(items)
        if self.asked and passage.kind == "answer":
            rows = [row if row.due else replace(row, due=self.asked) for row in rows]
            self.asked = None
        return rows, 1

    def _is_silent(self, passage: Passage) -> bool:
        sentence = self.plain[passage.start : passage.end]
        conditional = sentence.startswith(("If ", "Should ", "Unless "))
        return conditional or bool(_patterns().analysts.search(sentence))

    def _year_asked(self, passage: Passage) -> str | None:
        years = [m for m in self.moments.within(passage.start, passage.end) if m.kind == "year" and m.lead == "in"]
        return years[-1].edtf if years and years[-1].tense != "past" else None

    def _note(self, passage: Passage) -> None:
        """Remember who spoke, and the body above that the text says was spoken to."""
        if speaker := self.actors.speaker(passage):
            self.spoke = (passage.paragraph, speaker)
        sentence = self.plain[passage.start : passage.end]
        if presented := _PRESENTED.search(sentence):
            self.addressed = (passage.paragraph, self.actors.named(passage.start + presented.start(1), passage.start + presented.end(1)))

    def _speaker(self, passage: Passage, reach: int = 0) -> Actor | None:
        """Who says the sentence: told in it, else whoever spoke before in the paragraph (or `reach` further back)."""
        if speaker := self.actors.speaker(passage):
            return speaker
        if self.spoke and passage.paragraph - self.spoke[0] <= reach:
            return self.spoke[1]
        return None

    # ---- clauses: who, to whom, and where the actions are told

    def _clauses(self, passage: Passage) -> list[_Clause]:
        """The verbs of undertaking in a sentence; of two that overlap the one that stands first."""
        words = set(_WORD.findall(self.plain, passage.start, passage.end))
        triggers = _patterns().triggers
        readers = {
            "asks": self._asks, "asked": self._asked, "wants_that": self._wants_that, "nouns": self._nouns,
            "pledges": self._pledges, "needs": self._needs, "musts": self._musts, "wills": self._wills,
        }  # fmt: skip
        tried = [read(passage) for name, read in readers.items() if not triggers[name].isdisjoint(words)]
        found = sorted((clause for clauses in tried for clause in clauses), key=lambda c: c.start)
        kept: list[_Clause] = []
        for clause in found:
            if kept and clause.actions <= kept[-1].actions:
                continue
            if kept and clause.start < kept[-1].end:
                end = _part(self.plain, kept[-1], clause)
                if end is None:
                    continue
                kept[-1] = replace(kept[-1], end=end)
            kept.append(clause)
        return kept

    def _subject_of(self, passage: Passage, verb: int) -> Actor | None:
        """Who asks: the subject of the verb, else of the verb before it ("said ..., calling for"), else the speaker."""
        return self.actors.before(passage.start, verb) or self._first_subject(passage, verb) or self._speaker(passage)

    def _first_subject(self, passage: Passage, verb: int) -> Actor | None:
        """The subject of the first verb in a row of them: "The committee has issued ..., assigned ..., directed ..."."""
        if not re.search(r"(?:[,;]|\band|\bthen)\s*$", self.plain[max(passage.start, verb - 6) : verb]):
            return None
        for first in _FINITE.finditer(self.plain, passage.start, verb):
            if subject := self.actors.before(passage.start, first.start()):
                return subject
        return None

    def _kind(self, actor: Actor, whom: str | None) -> str:
        """A request goes up, a directive down."""
        upwards = whom is not None and self.actors.is_national(whom) and not self._is_above(actor)
        return "request" if upwards else "directive"

    def _is_above(self, actor: Actor) -> bool:
        """Whether an actor speaks for the whole state or Party rather than for a city."""
        if actor.kind == PERSON:
            return self.ids.get(actor.name, "") not in self.local
        return actor.kind == BODY and self.actors.is_national(actor.name) and not self.actors.places.localities(actor.start, actor.end)

    def _asks(self, passage: Passage) -> Iterator[_Clause]:
        for m in _patterns().asks.finditer(self.plain, passage.start, passage.end):
            actor = None if _is_passive(self.plain, m.start()) else self._subject_of(passage, m.start())
            self.spoke = (passage.paragraph, actor) if actor else self.spoke
            if actor and (m["to"] == "to") == self.plain[m.start("action")].islower():
                whom = self.actors.named(m.start("whom"), m.end("whom"))
                kind = self._kind(actor, m["whom"])
                form = "base" if m["to"] == "to" else "noun"
                yield _Clause(kind, actor.name, whom, m.start(), m.start("action"), passage.end, form)

    def _asked(self, passage: Passage) -> Iterator[_Clause]:
        for m in _patterns().asked.finditer(self.plain, passage.start, passage.end):
            whom = self.actors.before(passage.start, m.start())
            actor = self._speaker(passage, reach=1)
            if whom and actor:
                yield _Clause(self._kind(actor, whom.name), actor.name, whom.name, whom.start, m.start("action"), passage.end, "base")

    def _wants_that(self, passage: Passage) -> Iterator[_Clause]:
        for m in _patterns().wants_that.finditer(self.plain, passage.start, passage.end):
            actor = self._subject_of(passage, m.start())
            if actor:
                kind = self._kind(actor, m["whom"])
                if _PROPOSES.match(m["verb"]) and not (m["verb"].startswith(("suggest", "recommend")) and self._is_above(actor)):
                    kind = "proposal"
                whom = self.actors.named(m.start("whom"), m.end("whom"))
                yield _Clause(kind, actor.name, whom, m.start(), m.start("action"), passage.end, "base")

    def _nouns(self, passage: Passage) -> Iterator[_Clause]:
        for m in _patterns().noun.finditer(self.plain, passage.start, passage.end):
            actor = None if _is_passive(self.plain, m.start()) else self._subject_of(passage, m.start())
            if actor:
                above = self._is_above(actor)
                whom = self.addressed[1] if self.addressed and not above else None
                kind = "proposal" if m["verb"].startswith("propos") else self._kind(actor, whom or self.plain[m.start() : m.start() + 60])
                if m["verb"].startswith(("suggest", "recommend")) and not above:
                    kind = "proposal"
                if above and whom is None:
                    whom = self.actors.topic(m.start())
                action = self.plain[m.start("action") : m.start("action") + 30].split()[0]
                form = "gerund" if action.endswith("ing") else "base" if self.plain.startswith("to ", m.start("action")) else "noun"
                skip = 3 if form == "base" else 0
                yield _Clause(kind, actor.name, whom, m.start(), m.start("action") + skip, passage.end, form)

    def _needs(self, passage: Passage) -> Iterator[_Clause]:
        for pattern, form in ((_patterns().need, "base"), (_patterns().attention, "gerund")):
            for m in pattern.finditer(self.plain, passage.start, passage.end):
                if actor := self._speaker(passage, reach=1):
                    whom = self.actors.topic(m.start())
                    yield _Clause("directive", actor.name, whom, m.start(), m.start("action"), passage.end, form)

    def _musts(self, passage: Passage) -> Iterator[_Clause]:
        for m in _patterns().must.finditer(self.plain, passage.start, passage.end):
            whom = self.actors.before(passage.start, m.start())
            actor = self._speaker(passage, reach=1)
            if whom and actor and whom.kind != PERSON and actor.name != whom.name:
                yield _Clause(self._kind(actor, whom.name), actor.name, whom.name, whom.start, m.start("action"), passage.end, "base")

    def _wills(self, passage: Passage) -> Iterator[_Clause]:
        for m in _patterns().will.finditer(self.plain, passage.start, passage.end):
            actor = self.actors.before(passage.start, m.start())
            reported = not m["verb"].startswith("would") or _REPORTED.search(self.plain, passage.start, m.start())
            if actor and actor.kind != PERSON and reported and self._may_say_we(passage, actor):
                kind = "proposal" if self.plain.startswith("propose ", m.start("action")) else "plan"
                yield _Clause(kind, actor.name, None, actor.start, m.start("action"), passage.end, "base")
        for m in _COORDINATES.finditer(self.plain, passage.start, passage.end):
            actor = self.actors.before(passage.start, m.start())
            if actor and actor.kind != PERSON:
                whom = self.actors.named(m.start("whom"), m.end("whom"))
                yield _Clause("proposal", actor.name, whom, m.start(), m.start("action"), passage.end, "base")

    def _may_say_we(self, passage: Passage, actor: Actor) -> bool:
        """Whether "we" is the city: in an interview, or from one of its leaders; a banker's "we" is not."""
        if self.plain[actor.start : actor.end].lower() != "we" or passage.kind == "answer":
            return True
        speaker = self._speaker(passage)
        return speaker is not None and self.ids.get(speaker.name) in self.local

    def _pledges(self, passage: Passage) -> Iterator[_Clause]:
        for m in _patterns().pledge.finditer(self.plain, passage.start, passage.end):
            if actor := self.actors.before(passage.start, m.start()):
                yield _Clause("plan", actor.name, None, m.start(), m.start("action"), passage.end, "base")

    # ---- rows: one for each action of a clause

    def _rows(self, passage: Passage, clause: _Clause) -> list[Commitment]:
        end = _end(self.plain, clause.actions, clause.end)
        head = self._due_before(passage, clause) if clause.kind in ("plan", "proposal") else None
        rows = []
        pieces = list(_pieces(self.plain, clause, end))
        if _states().match(self.plain, clause.actions):
            return []
        for number, (start, stop) in enumerate(pieces):
            action = self.plain[start:stop]
            due = self._due(start, stop) or head
            if _is_vague(action, clause, due, len(pieces) > 2):
                continue
            first = clause.start if number == 0 else start
            kind = "proposal" if clause.kind == "plan" and action.startswith("propose ") else clause.kind
            rows.append(Commitment(first, stop, kind, clause.actor, clause.counterpart, action, due))
        return rows

    def _due(self, start: int, end: int) -> str | None:
        """The deadline that an action names itself."""
        moments = [m for m in self.moments.within(start, end) if self._is_due(m)]
        moments = [m for m in moments if m.lead == "deadline"] or moments
        return _last(moments[0]) if moments else None

    def _due_before(self, passage: Passage, clause: _Clause) -> str | None:
        """The time that a plan's sentence opens with ("In 2021, the city will ...")."""
        start = max((m.end() for m in _REPORTED.finditer(self.plain, passage.start, clause.actions)), default=passage.start)
        moments = [m for m in self.moments.within(start, clause.actions) if self._is_due(m)]
        return _last(moments[-1]) if moments else None

    def _is_due(self, moment: Moment) -> bool:
        if moment.comparison or moment.vision or moment.kind in ("term", "other"):
            return False
        before = self.plain[max(0, moment.start - 48) : moment.start]
        if _HAPPENED.search(before) or (moment.kind in ("year", "years") and _NAMES_PLAN.search(before)):
            return False
        return moment.lead in ("deadline", "in", "from") or moment.edge is not None

    def _items(self, article: Sequence[Passage], place: int, row: Commitment) -> list[Commitment]:
        """ "... will submit three affairs. Firstly, ... Secondly, ...": a row for each."""
        items: list[Commitment] = []
        if not _SET.search(row.action):
            return items
        for passage in article[place + 1 :]:
            opened = _ITEM.match(self.plain, passage.start, passage.end)
            if not opened:
                break
            end = _end(self.plain, opened.end(), passage.end)
            action = self.plain[opened.end() : end]
            items.append(Commitment(opened.end(), end, row.kind, row.actor, row.counterpart, action, row.due))
        return items


# "presented the Central Party Committee and the government with five proposals"
_PRESENTED = re.compile(
    r"\b(?:presented|submitted|put forward|reported|petitioned|made)\s(?:to\s)?(?P<whom>(?:the\s)[^.;,]{3,80}?)\s(?:with\s)?(?:\w+\s){0,3}(?:proposals|recommendations|requests|petitions)\b"
)
_WORD = re.compile(r"[a-z]+")
_FINITE = re.compile(r"\b(?:has|have|had|will|said|told|[a-z]{3,}ed)\s")
_PROPOSES = re.compile(r"propos|suggest|recommend")
_COORDINATES = re.compile(
    r"\b(?:coordinates?|cooperates?|works?|is\sworking|collaborates?)\s(?:closely\s)?with\s(?P<whom>[^.;,]{3,60}?)\sto\s(?P<action>propose|petition|submit)\b"
)
_REPORTED = re.compile(r"\b(?:said|says|announced|added|adding|confirmed|told|stated|noted|affirmed|reported|revealed|saying)\b[^.;]{0,40}?(?:\sthat\b|\s)")
_NAMES_PLAN = re.compile(r"\b(?:planning|plan|strategy|vision|orientations?|master plan|scheme|programme|program)\s(?:by|to|until|towards?|through|for|in)\s(?:the\s)?$", re.I)
# "which the National Assembly adopted on June 26", "Conclusion 49, dated February 28"
_HAPPENED = re.compile(
    r"\b(?<!be\s)(?:adopted|issued|signed|approved|dated|passed|promulgated|launched|held|made|set|released|announced|started|opened"
    r"|begun|came|took|was|were|completed|established|founded|elected)\s(?:[\w']+\s){0,2}?(?:on|in|at|from|since|of)?\s?(?:the\s)?$"
)
_SET = re.compile(r"\b(?:two|three|four|five|six|seven|eight|nine|ten|\d{1,2})\s(?:[a-z]+\s){0,3}?(?:affairs|issues|matters|tasks|proposals|things|measures|works|contents|solutions)\b")
_ITEM = re.compile(r"(?:First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth)(?:ly)?,\s(?:it\sis\s)?", re.I)
_QUOTED_SAID = re.compile(
    r"""\.?,?["']?,?\s(?:he|she|(?:the\s)?[A-Z][\w ]{2,40}|the\s[\w ]{3,40})\s(?:said|says|added|stressed|noted|told|affirmed|emphasi[sz]ed|underlined)\b
    |,\s[A-Z][^.;"]{3,110}?\s(?:said|told|added|stressed|noted|affirmed)(?=\s[\w ]{0,30}$|\W|$)|,?"\s(?:said|added|stressed|noted)\b|,\s(?:said|according\sto|adding|saying|calling)\b|\s(?:said|added)\s[A-Z]""",
    re.X,
)
# "..., he added, and propose": the actions go on behind who said so.
_RESUMES = re.compile(r"[\",]{0,2}\s(?:he|she|[A-Z]\w+|the\s[\w ]{3,30})\s(?:said|added|stressed|noted),\s(?:and|while)\s(?P<next>[a-z]+)\s")
# A clause with a subject of its own: "..., and work on it will begin".
_OTHER = re.compile(r",\s(?:and|while|whilst|but|with)\s(?:(?!to\b)[\w'-]+\s){1,7}?(?:will|would|is|are|was|were|has|have|had)\s|,\s(?:which|who)\s")
_PURPOSE = re.compile(r"\s(?:to|so\sthat|in\sorder\sto|that|which|where|who|if|when|because|since|as\swell\sas)\s[a-z]")


def _is_passive(plain: str, verb: int) -> bool:
    return bool(re.search(r"\b(?:was|were|is|are|been|be|being)\s(?:also\s)?$", plain[max(0, verb - 12) : verb]))


# A verb of undertaking starts anew behind one of these; what stands between is its subject and time.
_ANEW = re.compile(r"(?:[,;]|\.?\"|\b(?:and|while|whilst|but))(?=\s)")
_BINDS = re.compile(r"\b(?:that|which|who|whose|where|so|if|when|because)\b")


def _part(plain: str, outer: _Clause, inner: _Clause) -> int | None:
    """Where a clause ends because a further one begins; None where that only belongs to what is asked for."""
    between = plain[outer.actions : inner.start]
    cut = max((m.start() for m in _ANEW.finditer(between)), default=None)
    if cut is None or _BINDS.search(between, cut) or len(between) - cut > 60:
        return None
    bound = max((m.end() for m in _BINDS.finditer(between)), default=-1)
    return None if bound >= 0 and bound > len(between) - 40 else outer.actions + cut


def _end(plain: str, start: int, end: int) -> int:
    """Where the actions end: before who said so, without the full stop."""
    text = plain[start:end]
    if said := _QUOTED_SAID.search(text):
        text = text[: said.start()]
    if other := _OTHER.search(text):
        text = text[: other.start()]
    text = re.sub(r"[.\s]*(?:—|-{1,2})\s*[A-Z]{2,6}(?:/[A-Z]{2,6})*[./\s]*$", "", text)
    return start + len(text.rstrip(" .,;:!?\"'/"))


def _pieces(plain: str, clause: _Clause, end: int) -> Iterator[tuple[int, int]]:
    """The actions of a clause that have an object each; a purpose ("to ...", "that ...") keeps what follows it."""
    start = clause.actions
    colon = plain.find(": ", start, end)  # what a colon opens is a list inside the action
    for cut in _patterns().parting[clause.form].finditer(plain, start, end if colon < 0 else colon):
        parted = _opens_action(plain, cut, end) if cut["strong"] else _is_cut(plain[start : cut.start()], cut["next"], clause.form)
        if parted:
            yield start, cut.start()
            start = cut.end()
    yield start, end
    resumed = _RESUMES.match(plain, end, clause.end)
    if resumed and resumed["next"] in _patterns().verbs:
        yield resumed.start("next"), _end(plain, resumed.start("next"), clause.end)


def _opens_action(plain: str, cut: re.Match[str], end: int) -> bool:
    """Whether a verb stands behind a semicolon, at once or behind an adverb ("strictly inspect")."""
    behind = plain[cut.end() : min(end, cut.end() + 60)].split()[:2]
    named = behind[:1] == ["the"] or cut["strong"].rstrip().endswith(("that", " to"))
    return named or any(word.lower() in _patterns().verbs for word in behind)


def _is_cut(piece: str, following: str, form: str) -> bool:
    """Whether a verb behind "and" or a comma begins an action of its own."""
    verb = following in _patterns().verbs and following.endswith("ing") == (form != "base")
    return verb and len(re.split(r"[,;]\s|\sand\s", piece)[-1].split()) > 1 and not _PURPOSE.search(piece)


@cache
def _states() -> re.Pattern[str]:
    """Verbs of being: what they tell is an aim, whatever follows."""
    return re.compile(rf"(?:{_any(load_vocabulary('undertakings')['commitments']['states'])})\b")


def _is_vague(action: str, clause: _Clause, due: str | None, listed: bool) -> bool:
    """Whether nobody could later check that it was done."""
    words = action.split()
    if len(words) < 2 or not (words[0][:1].islower() or clause.form == "noun") or _patterns().vague.match(action):
        return True
    if _REACHES.match(action):
        return True
    weak = bool(_weak().match(action))
    return weak and clause.kind == "plan" and due is None and not listed


# Growth to a figure is a target, not a deed.
_REACHES = re.compile(r"(?:reach|grow|rise|increase|attain|achieve|expand|raise|hit|exceed|keep|maintain|account|attract|earn|collect)\b[^.;]{0,80}\d")


@cache
def _weak() -> re.Pattern[str]:
    return re.compile(rf"(?:{_any(load_vocabulary('undertakings')['commitments']['weak'])})\b")


def _last(moment: Moment) -> str:
    """The day or month a deadline stands for; an interval with a deadline's preposition ends it."""
    return moment.edtf.split("/")[-1] if moment.lead == "deadline" or moment.edge in ("late", "end") else moment.edtf
