"""Who asks, proposes, directs or undertakes: the verb that says so, with its actor and whom it addresses.

Answers, sentence after sentence, with clauses: "asked the city to" (whom, then an infinitive), "requested
that every department appoint", "departments were told to", "called for", "stressed the need to", "Hanoi
should", "the city will", "promised that the province would". Refuses verbs without an actor that the text
names, analysts' remarks, conditions, and "we" from anybody who does not speak for a place.

The constructions themselves stand in constructions.py.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from hanoi_lib.needles import Guarded
from hanoi_lib.passages import Passage
from hanoi_lib.people.people import People
from hanoi_lib.undertakings.actions import BASE, GERUND, NOUN, PASSIVE, find_part
from hanoi_lib.undertakings.actors import BODY, PERSON, PLACE, Actor, Actors
from hanoi_lib.undertakings.constructions import (
    ATTENTION,
    CHARGED,
    COORDINATES,
    DATED,
    DESTINED,
    HOW_LAST,
    MUST,
    NAMED,
    NAMED_KINDS,
    NEED,
    PASSIVE_PLAN,
    PRESENTED,
    TASKS_SET,
    UNITS,
    WHEN_FIRST,
    load_constructions,
)


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


_PUT_FORWARD = ("proposals", "recommendations", "requests", "petitions")
_SAYS = Guarded(
    r"\b(?:said|says|according\sto|commented|complained)\b", "said|says|according|commented|complained"
)
# "asked the Government for", but "told the paper of his view for"
_ASKS_FOR = ("ask", "is asking", "request", "petition", "appeal", "urg")
_REPORTED = re.compile(
    r"\b(?:said|says|announced|added|confirmed|told|stated|noted|affirmed|reported|revealed|saying)\b"
)
_FINITE = re.compile(r"\b(?:has|have|had|will|said|told|put|gave|took|set|met|[a-z]{3,}ed)\s")
_IN_A_ROW = re.compile(r"(?:[,;]|\band|\bthen)\s*$")
_PASSIVE = re.compile(r"\b(?:was|were|is|are|been|be|being)\s(?:also\s)?$")
_LOWER = re.compile(r"[a-z]+")
_PERSONNEL = re.compile(
    r"(?:assign|appoint|elect|dismiss|nominate|transfer|relieve|remove|discipline|expel)\b"
)
REACH = 400  # characters in front of a verb among which what governs it is looked for


class ClauseReader:
    """Finds the clauses of one document's sentences, in order; keeps in mind who spoke last and to whom."""

    def __init__(self, plain: str, actors: Actors, people: People) -> None:
        """Take the document's folded text, and who acts in it."""
        self.plain, self.actors = plain, actors
        self._local = {a.person_id for a in people.attestations if a.area not in (None, "Vietnam")}
        self._ids = {m.name: m.person_id for m in people.mentions}
        self._spoke: tuple[int, Actor] | None = None  # paragraph and speaker
        self._known: tuple[int, Actor | None, bool] | None = None  # the last sentence asked about
        self._addressed: str | None = None  # the body above that proposals are put to

    def read(self, passage: Passage) -> list[Clause]:
        """The clauses of a sentence; of two that overlap the one that stands first."""
        sentence = self.plain[passage.start : passage.end]
        silent = sentence.startswith(("If ", "Unless ")) or load_constructions().analysts.search(sentence)
        kept: list[Clause] = []
        for clause in () if silent else self._candidates(passage):
            if kept and clause.actions <= kept[-1].actions:
                continue
            if kept and clause.start < kept[-1].end:
                end = find_part(self.plain, kept[-1].actions, clause.start)
                if end is None:
                    continue
                kept[-1] = replace(kept[-1], end=end)
            kept.append(clause)
        self._note(passage, sentence)
        return kept

    def _candidates(self, passage: Passage) -> list[Clause]:
        words = set(_LOWER.findall(self.plain, passage.start, passage.end))
        words |= {p for p in DESTINED if self.plain.find(f" {p} ", passage.start, passage.end) >= 0}
        readers = {
            "asks": self._asks,
            "asked": self._asked,
            "charged": self._charged,
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
        triggers = load_constructions().triggers
        tried = [read(passage) for name, read in readers.items() if not triggers[name].isdisjoint(words)]
        return sorted((clause for clauses in tried for clause in clauses), key=lambda c: c.start)

    def _note(self, passage: Passage, sentence: str) -> None:
        """Remember who spoke, and the body above that the text says was spoken to."""
        speaker, _ = self._told(passage)
        if speaker is None and (tasks := TASKS_SET.search(sentence)):
            subject = self.actors.before(passage.start, passage.start + tasks.start())
            speaker = subject if subject and subject.kind == PERSON else None
        if speaker:
            self._spoke = (passage.paragraph, speaker)
        told_of = any(noun in sentence for noun in _PUT_FORWARD)
        if told_of and (presented := PRESENTED.search(sentence)):
            start, end = presented.span("whom")
            self._addressed = self.actors.named(passage.start + start, passage.start + end)

    # ---- who

    def _speaker(self, passage: Passage, reach: int = 0) -> Actor | None:
        """Who says the sentence: told in it, else whoever spoke in the paragraph (or `reach` back)."""
        speaker, says = self._told(passage)
        if speaker or says:
            return speaker  # none where somebody says so who is not named
        if self._spoke and passage.paragraph - self._spoke[0] <= reach:
            return self._spoke[1]
        return None

    def _told(self, passage: Passage) -> tuple[Actor | None, bool]:
        """The speaker that a sentence names, and whether anybody says it at all; found once a sentence."""
        if self._known is None or self._known[0] != passage.start:
            says = _SAYS.search(self.plain, passage.start, passage.end)
            self._known = (passage.start, self.actors.speaker(passage), says is not None)
        return self._known[1:]

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
        for m in load_constructions().asks.finditer(self.plain, passage.start, passage.end):
            actor = self._subject(passage, m.start())
            if actor is None:
                continue
            if m["to"] == "for" and not m["verb"].startswith(_ASKS_FOR):
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
        for m in load_constructions().asked.finditer(self.plain, passage.start, passage.end):
            whom = self.actors.before(passage.start, m.start())
            actor = self._speaker(passage, reach=1)
            if whom and actor:
                kind = self._kind(actor, whom.name)
                yield Clause(kind, actor.name, whom.name, whom.start, m.start("action"), passage.end, BASE)

        for m in load_constructions().tasked.finditer(self.plain, passage.start, passage.end):
            whom = self.actors.before(passage.start, m.start())
            actor = self._speaker(passage, reach=1) or self._city(whom)
            if whom and actor and actor.name != whom.name:
                kind = self._kind(actor, whom.name)
                yield Clause(kind, actor.name, whom.name, whom.start, m.start("action"), passage.end, GERUND)

    def _charged(self, passage: Passage) -> Iterator[Clause]:
        for m in CHARGED.finditer(self.plain, passage.start, passage.end):
            if actor := self._subject(passage, m.start()):
                until = m["deed"] is not None
                whom = self.actors.named(*m.span("those" if until else "whom"))
                start, form = m.start("deed" if until else "action"), BASE if until else GERUND
                yield Clause(self._kind(actor, whom), actor.name, whom, m.start(), start, passage.end, form)

    def _wants_that(self, passage: Passage) -> Iterator[Clause]:
        for m in load_constructions().wants_that.finditer(self.plain, passage.start, passage.end):
            if actor := self._subject(passage, m.start()):
                kind = "proposal" if self._proposes(actor, m["verb"]) else self._kind(actor, m["whom"])
                whom = self.actors.named(*self._whom(*m.span("whom")))
                yield Clause(kind, actor.name, whom, m.start(), m.start("action"), passage.end, BASE)

    def _whom(self, start: int, end: int) -> tuple[int, int]:
        """Who is addressed, without when and how: "immediately after this, the committee urgently"."""
        if opening := WHEN_FIRST.match(self.plain, start, end):
            start = opening.end()
        how = HOW_LAST.search(self.plain, start, end)
        return start, how.start() if how else end

    def _reminds(self, passage: Passage) -> Iterator[Clause]:
        for m in load_constructions().reminds.finditer(self.plain, passage.start, passage.end):
            if actor := self._subject(passage, m.start()):
                kind, whom = self._kind(actor, m["whom"]), self.actors.named(*m.span("whom"))
                yield Clause(kind, actor.name, whom, m.start(), m.start("action"), passage.end, BASE)

    def _named(self, passage: Passage) -> Iterator[Clause]:
        for m in NAMED.finditer(self.plain, passage.start, passage.end):
            if actor := self._subject(passage, m.start()):
                kind = NAMED_KINDS.get(m["noun"], "plan")
                whom = None if kind == "plan" else self._addressed
                yield Clause(kind, actor.name, whom, m.start("noun"), m.start("action"), passage.end, BASE)

    def _passives(self, passage: Passage) -> Iterator[Clause]:
        """Only behind "said" or "announced" by somebody who speaks for the place."""
        for said in _REPORTED.finditer(self.plain, passage.start, passage.end):
            m = PASSIVE_PLAN.match(self.plain, said.end(), passage.end)
            speaker = self._subject(passage, said.start()) if m else None
            if m and speaker and self._ids.get(speaker.name) in self._local:
                yield Clause("plan", speaker.name, None, m.start(), m.start("action"), passage.end, PASSIVE)

    def _calls_for(self, passage: Passage) -> Iterator[Clause]:
        for m in load_constructions().calls_for.finditer(self.plain, passage.start, passage.end):
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
        for pattern, form in ((NEED, BASE), (ATTENTION, GERUND)):
            for m in pattern.finditer(self.plain, passage.start, passage.end):
                if actor := self._speaker(passage, reach=1):
                    whom = self.actors.topic(m.start())
                    yield Clause(
                        "directive", actor.name, whom, m.start(), m.start("action"), passage.end, form
                    )

    def _musts(self, passage: Passage) -> Iterator[Clause]:
        for m in MUST.finditer(self.plain, passage.start, passage.end):
            whom = self.actors.before(passage.start, m.start())
            actor = self._speaker(passage, reach=1) or self._city_over(whom, passage)
            if whom and actor and whom.kind in (PLACE, BODY) and actor.name != whom.name:
                kind = self._kind(actor, whom.name)
                yield Clause(kind, actor.name, whom.name, whom.start, m.start("action"), passage.end, BASE)

    def _city_over(self, whom: Actor | None, passage: Passage) -> Actor | None:
        """The city, where a report says what its units must do by a date: "The districts must ... by May"."""
        if whom is None or whom.kind != BODY or not UNITS.fullmatch(self.plain[whom.start : whom.end]):
            return None
        dated = DATED.search(self.plain, max(passage.start, whom.start - REACH), passage.end)
        return self._city(whom) if dated else None

    def _city(self, whom: Actor | None) -> Actor | None:
        """The city that a unit or committee belongs to."""
        city = self.actors.topic(whom.start) if whom and whom.kind == BODY else None
        return Actor(whom.start, whom.end, city, PLACE) if whom and city and city != "Vietnam" else None

    def _wills(self, passage: Passage) -> Iterator[Clause]:
        for m in load_constructions().will.finditer(self.plain, passage.start, passage.end):
            actor = self.actors.before(passage.start, m.start())
            reported = m["verb"] != "would" or _REPORTED.search(
                self.plain, max(passage.start, m.start() - REACH), m.start()
            )
            if m["verb"].endswith("decided to") and _PERSONNEL.match(self.plain, m.start("action")):
                continue  # that is done
            if m["verb"] in DESTINED and actor and actor.kind not in (PLACE, BODY):
                continue  # "poverty is to decline"
            if actor and actor.kind != PERSON and reported and self._may_say_we(passage, actor):
                yield Clause("plan", actor.name, None, actor.start, m.start("action"), passage.end, BASE)
        for m in COORDINATES.finditer(self.plain, passage.start, passage.end):
            actor = self.actors.before(passage.start, m.start())
            if actor and actor.kind != PERSON:
                whom = self.actors.named(*m.span("whom"))
                yield Clause("proposal", actor.name, whom, m.start(), m.start("action"), passage.end, BASE)

    def _may_say_we(self, passage: Passage, actor: Actor) -> bool:
        """Whether "we" is the city: in an interview, or from one of its leaders; a banker's "we" is not."""
        if self.plain[actor.start : actor.end].lower() != "we" or self.actors.is_answer(passage):
            return True
        speaker = self._speaker(passage)
        return speaker is not None and self._ids.get(speaker.name) in self._local

    def _pledges(self, passage: Passage) -> Iterator[Clause]:
        for m in load_constructions().pledge.finditer(self.plain, passage.start, passage.end):
            if actor := self._subject(passage, m.start()):
                yield Clause("plan", actor.name, None, m.start(), m.start("action"), passage.end, BASE)
        for m in load_constructions().pledges_thing.finditer(self.plain, passage.start, passage.end):
            if actor := self._subject(passage, m.start()):
                yield Clause("plan", actor.name, None, m.start(), m.start("action"), passage.end, NOUN)
