"""Who asks, proposes, directs or undertakes: the verb that says so, with its actor and whom it addresses.

Answers, sentence after sentence, with clauses: "asked the city to" (whom, then an infinitive), "requested
that every department appoint", "departments were told to", "called for", "stressed the need to", "Hanoi
should", "the city will", "promised that the province would". Refuses verbs without an actor that the text
names, analysts' remarks, conditions, and "we" from anybody who does not speak for a place.

Reads `clauses` of `vocabulary/undertakings.yml`.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from hanoi_lib.actions import BASE, GERUND, NOUN, PASSIVE
from hanoi_lib.actors import BODY, PERSON, PLACE, Actor, Actors
from hanoi_lib.passages import Passage
from hanoi_lib.people import People
from hanoi_lib.scan import load_vocabulary


@dataclass(frozen=True, slots=True)
class Clause:
    """A verb of undertaking: its kind, who to whom, and the span of `Document.plain` that tells the actions.

    `start` is where its citation begins, `actions` where the first action does; `form` is how they are told.
    """

    kind: str
    actor: str
    counterpart: str | None
    start: int
    actions: int
    end: int
    form: str


@dataclass(frozen=True)
class _Patterns:
    asks: re.Pattern[str]
    asked: re.Pattern[str]
    wants_that: re.Pattern[str]
    calls_for: re.Pattern[str]
    reminds: re.Pattern[str]
    pledges_thing: re.Pattern[str]
    will: re.Pattern[str]
    pledge: re.Pattern[str]
    analysts: re.Pattern[str]
    triggers: Mapping[str, frozenset[str]]
    """Per reader the words of which one must stand in a sentence before its pattern is tried."""


_ADVERBS = (
    r"(?:(?:also|then|soon|further|only|always|now|still|again|[a-z]+ly|not only|(?:work|strive|try)\sto)\s)"
    r"{0,3}"
)
# "stressed the need to", "it is necessary to"
_NEED = re.compile(
    r"\b(?:the\sneed|(?:it\s(?:is|was)\s|as\s)(?:necessary|essential|imperative|vital|crucial|important|needed)"
    rf"(?:\sfor\s[^.;,]{{2,50}}?)?)\sto\s{_ADVERBS}(?P<action>[a-z])"
)
# "attention should be given to renovating the river"
_ATTENTION = re.compile(
    r"\b(?:attention|priority|emphasis|focus|importance)\s(?:should|must|needs\sto)\s(?:also\s)?be\s"
    r"(?:given|paid|placed|put)\s(?:to|on)\s(?P<action>[a-zA-Z])"
)
# "Hanoi should pilot", "the departments have to finish"
_MUST = re.compile(
    rf"\b(?:should|must|needs?\sto|has\sto|have\sto|ought\sto)\s(?:continue\sto\s)?{_ADVERBS}(?P<action>[a-z])"
)
# "coordinates with central agencies to propose": in a report on a programme the present tells what is planned
_COORDINATES = re.compile(
    r"\b(?:coordinates?|cooperates?|works?|is\sworking|collaborates?)\s(?:closely\s)?with\s(?P<whom>[^.;,]{3,60}?)\sto\s"
    r"(?P<action>propose|petition|submit)\b"
)
# "presented the Central Party Committee and the government with five proposals": what follows is put to them
_PRESENTED = re.compile(
    r"\b(?:presented|submitted|put forward|reported|petitioned|made)\s(?:to\s)?(?P<whom>the\s[^.;,]{3,80}?)\s"
    r"(?:with\s)?(?:\w+\s){0,3}(?:proposals|recommendations|requests|petitions)\b"
)
# "made two pledges: to bring ..., and to answer ..."
_NAMED = re.compile(
    r"\b(?:made|makes|gave|set\sout|put\sforward|submitted|presented|issued)\s(?:\w+\s){1,4}"
    r"(?P<noun>pledge|promise|commitment|request|proposal|instruction|demand)s?\s?:\sto\s(?P<action>[a-z])"
)
_NAMED_KINDS = {"request": "request", "proposal": "proposal", "instruction": "directive", "demand": "directive"}
# "said a testing centre would be put into operation": with a date, whoever says so for the place answers for it
_PASSIVE_PLAN = re.compile(
    r"(?P<thing>[^.;,:\"]{4,90}?)\s(?:would|will)\sbe\s(?P<action>(?:put\sinto|opened|completed|built|finished|inaugurated|started"
    r"|launched|handed\sover|upgraded|expanded|installed|set\sup|established|merged|moved|repaired)\b)"
)
_SAYS = re.compile(r"\b(?:said|says|according\sto|commented|complained)\b")
_REPORTED = re.compile(
    r"\b(?:said|says|announced|added|confirmed|told|stated|noted|affirmed|reported|revealed|saying)\b"
)
_FINITE = re.compile(r"\b(?:has|have|had|will|said|told|[a-z]{3,}ed)\s")
_IN_A_ROW = re.compile(r"(?:[,;]|\band|\bthen)\s*$")
_PASSIVE = re.compile(r"\b(?:was|were|is|are|been|be|being)\s(?:also\s)?$")
_LOWER = re.compile(r"[a-z]+")
# A verb of undertaking starts anew behind one of these; what stands between is its subject and time.
_ANEW = re.compile(r"(?:[,;]|\.?\"|\b(?:and|while|whilst|but))(?=\s)")
_BINDS = re.compile(r"\b(?:that|which|who|whose|where|so|if|when|because)\b")
REACH = 400  # characters in front of a verb among which what governs it is looked for
_TRIGGERS = {
    "asks": ("addressing",),
    "asked": ("addressed",),
    "wants_that": ("proposing", "addressing"),
    "calls_for": ("proposing", "calling"),
    "reminds": ("addressing", "warning"),
    "named": ("naming",),
    "passives": ("passing",),
    "pledges": ("pledging",),
    "needs": ("needing",),
    "musts": ("obliging",),
    "wills": ("intending", "coordinating"),
}


@cache
def _patterns() -> _Patterns:
    """The patterns whose verbs the vocabulary lists; above each what it matches."""
    words = load_vocabulary("undertakings")["clauses"]
    kinds = {name: "|".join(sorted(map(str, verbs), key=len, reverse=True)) for name, verbs in words.items()}
    says = r"(?:said|says?|argued?|argues|believed?|suggested?|noted?|commented|warned?|think)"
    whom = r"(?P<whom>(?!to\s|that\s|for\s)[^.;:\"]{2,110}?)"
    no_noun = r"(?!(?:the|an?|its|his|her|their|each|this)\s)"  # "assigned duties to the members" asks nobody
    return _Patterns(
        # "asked the city to", "called on Hanoi to", "is asking the Ministry for"
        asks=re.compile(
            rf"\b(?P<verb>{kinds['addressing']})\s{whom}\s(?P<to>to|for)\s{no_noun}{_ADVERBS}(?P<action>[a-zA-Z$])"
        ),
        # "departments were told to", "the ministry is requested to"
        asked=re.compile(
            rf"\b(?:was|were|is|are|been)\s(?:also\s)?(?:{kinds['addressed']})\sto\s{_ADVERBS}(?P<action>[a-z])"
        ),
        # "proposed that the Government allow", "requested that every department appoint", "proposed the PM to
        # support"
        wants_that=re.compile(
            rf"\b(?P<verb>{kinds['proposing']}|{kinds['addressing']})\s(?:that\s|(?=the\s|[A-Z]))"
            rf"(?P<whom>[^.;:\"]{{2,90}}?)\s(?:should\s|must\s|to\s)?(?P<action>(?:{_verb_list()}|be)\s)"
        ),
        # "proposed allowing", "suggested a fund", "called for more support", "proposes to build"
        calls_for=re.compile(
            rf"\b(?P<verb>{kinds['proposing']}|{kinds['calling']})\s(?P<action>(?!that\s|him|her|it\b)[a-zA-Z$\d])"
        ),
        # "reminded the communes that they must not recruit"
        reminds=re.compile(
            rf"\b(?P<verb>{kinds['addressing']}|warned)\s{whom}\sthat\s(?:they|it|he|she)\s"
            rf"(?:must|should|ha(?:d|s|ve)\sto|need(?:ed|s)?\sto)\s{_ADVERBS}(?P<action>[a-z])"
        ),
        # "pledged 1,000 more buses", "promised weekly inspections"
        pledges_thing=re.compile(rf"\b(?:{kinds['promising']})\s(?!to\b|that\b|him\b|her\b|them\b)(?P<action>[a-z$\d])"),
        # "the city will build", "plans to complete", "is due to meet"
        will=re.compile(rf"\b(?P<verb>{kinds['intending']})\s{_ADVERBS}(?P<action>[a-z])"),
        # "promised that the province would merge", "pledged to hand over"
        pledge=re.compile(
            rf"\b(?:{kinds['pledging']})\s(?:to|that\s[^.;:\"]{{2,60}}?\s(?:would|will))\s{_ADVERBS}(?P<action>[a-z])"
        ),
        analysts=re.compile(
            rf"\b(?:{kinds['analysts']})\b[^.;\"]{{0,80}}?\b{says}\b"
            rf"|\b(?:[Aa]ccording\sto|said|says|suggested\sby)\s[^.;,]{{0,60}}?\b(?:{kinds['analysts']})\b",
        ),
        triggers={reader: _first_words(words, names) for reader, names in _TRIGGERS.items()},
    )


def _verb_list() -> str:
    return "|".join(sorted(load_vocabulary("undertakings")["actions"]["verbs"], key=len, reverse=True))


def _first_words(words: Mapping[str, Sequence[str]], names: Sequence[str]) -> frozenset[str]:
    return frozenset(str(phrase).split()[0] for name in names for phrase in words[name]) - {
        "is",
        "are",
        "has",
    }


class ClauseReader:
    """Finds the clauses of one document's sentences, in order; keeps in mind who spoke last and to whom."""

    def __init__(self, plain: str, actors: Actors, people: People) -> None:
        """Take the document's folded text, and who acts in it."""
        self.plain, self.actors = plain, actors
        self._local = {a.person_id for a in people.attestations if a.area not in (None, "Vietnam")}
        self._ids = {m.name: m.person_id for m in people.mentions}
        self._spoke: tuple[int, Actor] | None = None  # paragraph and speaker
        self._addressed: str | None = None  # the body above that proposals are put to

    def read(self, passage: Passage) -> list[Clause]:
        """The clauses of a sentence; of two that overlap the one that stands first."""
        sentence = self.plain[passage.start : passage.end]
        silent = sentence.startswith(("If ", "Unless ")) or _patterns().analysts.search(sentence)
        kept: list[Clause] = []
        for clause in () if silent else self._candidates(passage):
            if kept and clause.actions <= kept[-1].actions:
                continue
            if kept and clause.start < kept[-1].end:
                end = _part(self.plain, kept[-1], clause)
                if end is None:
                    continue
                kept[-1] = replace(kept[-1], end=end)
            kept.append(clause)
        self._note(passage, sentence)
        return kept

    def _candidates(self, passage: Passage) -> list[Clause]:
        words = set(_LOWER.findall(self.plain, passage.start, passage.end))
        readers = {
            "asks": self._asks,
            "asked": self._asked,
            "wants_that": self._wants_that,
            "calls_for": self._calls_for,
            "reminds": self._reminds,
            "named": self._named,
            "passives": self._passives,
            "pledges": self._pledges,
            "needs": self._needs,
            "musts": self._musts,
            "wills": self._wills,
        }
        triggers = _patterns().triggers
        tried = [read(passage) for name, read in readers.items() if not triggers[name].isdisjoint(words)]
        return sorted((clause for clauses in tried for clause in clauses), key=lambda c: c.start)

    def _note(self, passage: Passage, sentence: str) -> None:
        """Remember who spoke, and the body above that the text says was spoken to."""
        if speaker := self.actors.speaker(passage):
            self._spoke = (passage.paragraph, speaker)
        if presented := _PRESENTED.search(sentence):
            start, end = presented.span("whom")
            self._addressed = self.actors.named(passage.start + start, passage.start + end)

    # ---- who

    def _speaker(self, passage: Passage, reach: int = 0) -> Actor | None:
        """Who says the sentence: told in it, else whoever spoke in the paragraph (or `reach` back)."""
        if speaker := self.actors.speaker(passage):
            return speaker
        if _SAYS.search(self.plain, passage.start, passage.end):
            return None  # somebody says so who is not named
        if self._spoke and passage.paragraph - self._spoke[0] <= reach:
            return self._spoke[1]
        return None

    def _subject(self, passage: Passage, verb: int) -> Actor | None:
        """The subject of a verb, else of the first in a row of verbs, else the speaker."""
        if _PASSIVE.search(self.plain, max(passage.start, verb - 12), verb):
            return None
        before = self.actors.before(passage.start, verb)
        return before or self._first_subject(passage, verb) or self._speaker(passage)

    def _first_subject(self, passage: Passage, verb: int) -> Actor | None:
        """The subject of "issued" for "directed": "The committee has issued ..., directed ..."."""
        if not _IN_A_ROW.search(self.plain, max(passage.start, verb - 6), verb):
            return None
        verbs = _FINITE.finditer(self.plain, max(passage.start, verb - REACH), verb)
        subjects = (self.actors.before(passage.start, first.start()) for first in verbs)
        return next((subject for subject in subjects if subject), None)

    def _is_above(self, actor: Actor) -> bool:
        """Whether an actor speaks for the whole state or Party rather than for a city."""
        if actor.kind == PERSON:
            return self._ids.get(actor.name, "") not in self._local
        local = self.actors.places.localities(actor.start, actor.end)
        return actor.kind == BODY and not local and self.actors.is_national(actor.name)

    def _kind(self, actor: Actor, whom: str | None) -> str:
        """A request goes up, a directive down."""
        upwards = whom is not None and self.actors.is_national(whom) and not self._is_above(actor)
        return "request" if upwards else "directive"

    def _proposes(self, actor: Actor, verb: str) -> bool:
        """ "Suggested" and "recommended" are polite for a directive where somebody above says so."""
        polite = verb.startswith(("suggest", "recommend"))
        return verb.startswith("propos") or (polite and not self._is_above(actor))

    # ---- one reader for each construction

    def _asks(self, passage: Passage) -> Iterator[Clause]:
        for m in _patterns().asks.finditer(self.plain, passage.start, passage.end):
            actor = self._subject(passage, m.start())
            if actor is None:
                continue
            self._spoke = (passage.paragraph, actor)
            if (m["to"] == "to") == m["action"].islower():
                whom = self.actors.named(*m.span("whom"))
                form = BASE if m["to"] == "to" else NOUN
                yield Clause(
                    self._kind(actor, m["whom"]),
                    actor.name,
                    whom,
                    m.start(),
                    m.start("action"),
                    passage.end,
                    form,
                )

    def _asked(self, passage: Passage) -> Iterator[Clause]:
        for m in _patterns().asked.finditer(self.plain, passage.start, passage.end):
            whom = self.actors.before(passage.start, m.start())
            actor = self._speaker(passage, reach=1)
            if whom and actor:
                kind = self._kind(actor, whom.name)
                yield Clause(kind, actor.name, whom.name, whom.start, m.start("action"), passage.end, BASE)

    def _wants_that(self, passage: Passage) -> Iterator[Clause]:
        for m in _patterns().wants_that.finditer(self.plain, passage.start, passage.end):
            if actor := self._subject(passage, m.start()):
                kind = "proposal" if self._proposes(actor, m["verb"]) else self._kind(actor, m["whom"])
                whom = self.actors.named(*m.span("whom"))
                yield Clause(kind, actor.name, whom, m.start(), m.start("action"), passage.end, BASE)

    def _reminds(self, passage: Passage) -> Iterator[Clause]:
        for m in _patterns().reminds.finditer(self.plain, passage.start, passage.end):
            if actor := self._subject(passage, m.start()):
                kind, whom = self._kind(actor, m["whom"]), self.actors.named(*m.span("whom"))
                yield Clause(kind, actor.name, whom, m.start(), m.start("action"), passage.end, BASE)

    def _named(self, passage: Passage) -> Iterator[Clause]:
        for m in _NAMED.finditer(self.plain, passage.start, passage.end):
            if actor := self._subject(passage, m.start()):
                kind = _NAMED_KINDS.get(m["noun"], "plan")
                whom = None if kind == "plan" else self._addressed
                yield Clause(kind, actor.name, whom, m.start("noun"), m.start("action"), passage.end, BASE)

    def _passives(self, passage: Passage) -> Iterator[Clause]:
        """Only behind "said" or "announced" by somebody who speaks for the place."""
        for said in _REPORTED.finditer(self.plain, passage.start, passage.end):
            m = _PASSIVE_PLAN.match(self.plain, said.end(), passage.end)
            speaker = self._subject(passage, said.start()) if m else None
            if m and speaker and self._ids.get(speaker.name) in self._local:
                yield Clause("plan", speaker.name, None, m.start(), m.start("action"), passage.end, PASSIVE)

    def _calls_for(self, passage: Passage) -> Iterator[Clause]:
        for m in _patterns().calls_for.finditer(self.plain, passage.start, passage.end):
            if actor := self._subject(passage, m.start()):
                above = self._is_above(actor)
                whom = self.actors.topic(m.start()) if above else self._addressed
                kind = self._kind(actor, whom or self.plain[m.start() : m.start() + 60])
                if self._proposes(actor, m["verb"]):
                    kind = "proposal"
                start, form = self._form(m.start("action"))
                yield Clause(kind, actor.name, whom, m.start(), start, passage.end, form)

    def _form(self, start: int) -> tuple[int, str]:
        """Where the action begins and how it is told: "to build", "building" or "a data centre"."""
        word, _, _ = self.plain[start : start + 30].partition(" ")
        if word == "to":
            return start + len("to "), BASE
        return start, GERUND if word.endswith("ing") else NOUN

    def _needs(self, passage: Passage) -> Iterator[Clause]:
        for pattern, form in ((_NEED, BASE), (_ATTENTION, GERUND)):
            for m in pattern.finditer(self.plain, passage.start, passage.end):
                if actor := self._speaker(passage, reach=1):
                    whom = self.actors.topic(m.start())
                    yield Clause(
                        "directive", actor.name, whom, m.start(), m.start("action"), passage.end, form
                    )

    def _musts(self, passage: Passage) -> Iterator[Clause]:
        for m in _MUST.finditer(self.plain, passage.start, passage.end):
            whom = self.actors.before(passage.start, m.start())
            actor = self._speaker(passage, reach=1)
            if whom and actor and whom.kind in (PLACE, BODY) and actor.name != whom.name:
                kind = self._kind(actor, whom.name)
                yield Clause(kind, actor.name, whom.name, whom.start, m.start("action"), passage.end, BASE)

    def _wills(self, passage: Passage) -> Iterator[Clause]:
        for m in _patterns().will.finditer(self.plain, passage.start, passage.end):
            actor = self.actors.before(passage.start, m.start())
            reported = m["verb"] != "would" or _REPORTED.search(
                self.plain, max(passage.start, m.start() - REACH), m.start()
            )
            if actor and actor.kind != PERSON and reported and self._may_say_we(passage, actor):
                yield Clause("plan", actor.name, None, actor.start, m.start("action"), passage.end, BASE)
        for m in _COORDINATES.finditer(self.plain, passage.start, passage.end):
            actor = self.actors.before(passage.start, m.start())
            if actor and actor.kind != PERSON:
                whom = self.actors.named(*m.span("whom"))
                yield Clause("proposal", actor.name, whom, m.start(), m.start("action"), passage.end, BASE)

    def _may_say_we(self, passage: Passage, actor: Actor) -> bool:
        """Whether "we" is the city: in an interview, or from one of its leaders; a banker's "we" is not."""
        if self.plain[actor.start : actor.end].lower() != "we" or passage.kind == "answer":
            return True
        speaker = self._speaker(passage)
        return speaker is not None and self._ids.get(speaker.name) in self._local

    def _pledges(self, passage: Passage) -> Iterator[Clause]:
        for m in _patterns().pledge.finditer(self.plain, passage.start, passage.end):
            if actor := self._subject(passage, m.start()):
                yield Clause("plan", actor.name, None, m.start(), m.start("action"), passage.end, BASE)
        for m in _patterns().pledges_thing.finditer(self.plain, passage.start, passage.end):
            if actor := self._subject(passage, m.start()):
                yield Clause("plan", actor.name, None, m.start(), m.start("action"), passage.end, NOUN)


def _part(plain: str, outer: Clause, inner: Clause) -> int | None:
    """Where a clause ends because a further one begins; None where that only belongs to what is asked for."""
    between = plain[outer.actions : inner.start]
    cut = max((m.start() for m in _ANEW.finditer(between)), default=None)
    if cut is None or _BINDS.search(between, cut) or len(between) - cut > 60:
        return None
    bound = max((m.end() for m in _BINDS.finditer(between)), default=-1)
    return None if 0 <= len(between) - 40 < bound else outer.actions + cut
