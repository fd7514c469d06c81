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

from hanoi_lib.passages import Passage
from hanoi_lib.undertakings.actions import BASE, GERUND, NOUN, PASSIVE, find_part
from hanoi_lib.undertakings.actors import BODY, PERSON, PLACE, Actor
from hanoi_lib.undertakings.constructions import (
    ANOTHER,
    ATTENTION,
    CHARGED,
    CHARGED_WAYS,
    COORDINATES,
    DATED,
    DESTINED,
    HOW_LAST,
    MEASURED,
    MUST,
    NAMED,
    NAMED_KINDS,
    NEED,
    PASSIVE_PLAN,
    POSTED,
    UNITS,
    WHEN_FIRST,
    load_constructions,
)
from hanoi_lib.undertakings.speech import REACH, Speech


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


# "asked the Government for", but "told the paper of his view for"
_ASKS_FOR = ("ask", "is asking", "request", "petition", "appeal", "urg")
_REPORTED = re.compile(
    r"\b(?:said|says|announced|added|confirmed|told|stated|noted|affirmed|reported|revealed|saying)\b"
)
_LOWER = re.compile(r"[a-z]+")
_PERSONNEL = re.compile(
    r"(?:assign|appoint|elect|dismiss|nominate|transfer|relieve|remove|discipline|expel)\b"
)
# "When Da Nang proposed the idea, others": what had been before the sentence's own news
_BACKGROUND = re.compile(r"(?:When|After|Since|Once|Although|Though|While) [^,]{3,160},")
# "the idea, several localities also expressed their desire": a clause, and nobody who is addressed
_ASIDE = re.compile(r"\b(?:also|was|were|has|had|is|are|said|who|which)\b")
_THAT = re.compile(r"[a-z]+ that ")
_CONGRESS = re.compile(r"\bcongress(?:$| of )", re.I)
_CLAUSE_OPENS = re.compile(
    r"[,;:\"] |\b(?:that|and|while|but|which|where|said|says|announced|added|confirmed|told) "
)


class ClauseReader(Speech):
    """Finds the clauses of one document's sentences, in order."""

    def read(self, passage: Passage) -> list[Clause]:
        """The clauses of a sentence; of two that overlap the one that stands first."""
        sentence = self.plain[passage.start : passage.end]
        silent = sentence.startswith(("If ", "Unless ")) or load_constructions().analysts.search(sentence)
        told = _BACKGROUND.match(sentence)
        kept: list[Clause] = []
        for clause in () if silent else self._candidates(passage):
            if told and clause.actions < passage.start + told.end():
                continue
            if kept and clause.actions <= kept[-1].actions:
                continue
            if kept and clause.start < kept[-1].end:
                end = find_part(self.plain, kept[-1].actions, clause.start)
                if end is None:
                    continue
                kept[-1] = replace(kept[-1], end=end)
            kept.append(clause)
        self.note(passage, sentence)
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

    # ---- one reader for each construction

    def _asks(self, passage: Passage) -> Iterator[Clause]:
        for m in load_constructions().asks.finditer(self.plain, passage.start, passage.end):
            actor = self.subject(passage, m.start())
            if actor is None:
                continue
            if m["to"] == "for" and not m["verb"].startswith(_ASKS_FOR):
                continue
            if POSTED.match(self.plain, m.start("action")):
                continue  # "assigned Mr. An to hold the post of": an appointment
            self.spoke = (passage.paragraph, actor)
            if (m["to"] == "to") == m["action"].islower():
                whom = self.actors.named(*m.span("whom"))
                form = BASE if m["to"] == "to" else NOUN
                yield Clause(
                    self.kind_of(actor, m["whom"]),
                    actor.name,
                    whom,
                    m.start(),
                    m.start("action"),
                    passage.end,
                    form,
                )
            yield from self._asks_others(passage, m.end(), actor)

    def _asks_others(self, passage: Passage, start: int, actor: Actor) -> Iterator[Clause]:
        """ "... told A to report and B to finish": the same verb, with somebody else addressed."""
        for m in ANOTHER.finditer(self.plain, start, passage.end):
            whom = self.actors.before(m.start("whom"), m.end("whom"))
            if whom and whom.kind in (BODY, PLACE) and whom.start - m.start("whom") < len("the "):
                kind = self.kind_of(actor, whom.name)
                yield Clause(
                    kind, actor.name, whom.name, m.start("whom"), m.start("action"), passage.end, BASE
                )

    def _asked(self, passage: Passage) -> Iterator[Clause]:
        for m in load_constructions().asked.finditer(self.plain, passage.start, passage.end):
            whom = self.actors.before(passage.start, m.start())
            actor = self.speaker(passage, reach=1) or self._city(whom)
            if whom and actor and actor.name != whom.name:
                kind = self.kind_of(actor, whom.name)
                yield Clause(kind, actor.name, whom.name, whom.start, m.start("action"), passage.end, BASE)
        for m in load_constructions().tasked.finditer(self.plain, passage.start, passage.end):
            whom = self.actors.before(passage.start, m.start())
            actor = self.speaker(passage, reach=1) or self._city(whom)
            if whom and actor and actor.name != whom.name:
                kind = self.kind_of(actor, whom.name)
                yield Clause(kind, actor.name, whom.name, whom.start, m.start("action"), passage.end, GERUND)

    def _charged(self, passage: Passage) -> Iterator[Clause]:
        for m in CHARGED.finditer(self.plain, passage.start, passage.end):
            if actor := self.subject(passage, m.start()):
                those, deed, form = next(way for way in CHARGED_WAYS if m[way[1]] is not None)
                whom = self.actors.named(*m.span(those))
                kind = self.kind_of(actor, whom)
                yield Clause(kind, actor.name, whom, m.start(), m.start(deed), passage.end, form)

    def _wants_that(self, passage: Passage) -> Iterator[Clause]:
        for m in load_constructions().wants_that.finditer(self.plain, passage.start, passage.end):
            actor = self.subject(passage, m.start())
            if actor and not _ASIDE.search(m["whom"]) and not POSTED.match(self.plain, m.start("action")):
                whom: str | None = self.actors.named(*self._whom(*m.span("whom")))
                kind, start = self.kind_of(actor, m["whom"]), m.start("action")
                if m["action"].startswith("be"):  # "asked that the airport be upgraded": by those above
                    kind, whom = "directive" if self.is_above(actor) else "request", None
                    start = m.start("whom")
                kind = "proposal" if self.proposes(actor, m["verb"]) else kind
                yield Clause(kind, actor.name, whom, m.start(), start, passage.end, BASE)

    def _whom(self, start: int, end: int) -> tuple[int, int]:
        """Who is addressed, without when and how: "immediately after this, the committee urgently"."""
        if opening := WHEN_FIRST.match(self.plain, start, end):
            start = opening.end()
        how = HOW_LAST.search(self.plain, start, end)
        return start, how.start() if how else end

    def _reminds(self, passage: Passage) -> Iterator[Clause]:
        for m in load_constructions().reminds.finditer(self.plain, passage.start, passage.end):
            if actor := self.subject(passage, m.start()):
                kind, whom = self.kind_of(actor, m["whom"]), self.actors.named(*m.span("whom"))
                yield Clause(kind, actor.name, whom, m.start(), m.start("action"), passage.end, BASE)

    def _named(self, passage: Passage) -> Iterator[Clause]:
        for m in NAMED.finditer(self.plain, passage.start, passage.end):
            if actor := self.subject(passage, m.start()):
                kind = NAMED_KINDS.get(m["noun"], "plan")
                whom = None if kind == "plan" else self.addressed
                yield Clause(kind, actor.name, whom, m.start("noun"), m.start("action"), passage.end, BASE)

    def _passives(self, passage: Passage) -> Iterator[Clause]:
        """What will be done by a time: by whoever says so, if they speak for the place, else by the place."""
        for m in PASSIVE_PLAN.finditer(self.plain, passage.start, passage.end):
            start = self._thing(passage.start, m.start())
            speaker, _ = self.told(passage)
            if MEASURED.match(self.plain, start):
                continue  # "44 million square metres are to be built"
            if speaker and self.ids.get(speaker.name) not in self.local:
                continue
            actor = speaker.name if speaker else self.actors.topic(m.start())
            if actor and actor != "Vietnam":
                kind = "directive" if m["verb"].startswith("must") else "plan"
                yield Clause(kind, actor, None, start, m.start("action"), passage.end, PASSIVE)

    def _thing(self, start: int, verb: int) -> int:
        """Where the subject of a passive begins, as far as its clause goes."""
        cuts = [cut.end() for cut in _CLAUSE_OPENS.finditer(self.plain, max(start, verb - REACH), verb)]
        return cuts[-1] if cuts else max(start, verb - REACH)

    def _calls_for(self, passage: Passage) -> Iterator[Clause]:
        for m in load_constructions().calls_for.finditer(self.plain, passage.start, passage.end):
            if actor := self.subject(passage, m.start()):
                above = self.is_above(actor)
                whom = self.actors.topic(m.start()) if above else self.addressed
                kind = self.kind_of(actor, whom or self.plain[m.start() : m.start() + 60])
                if self.proposes(actor, m["verb"]):
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
                if actor := self.speaker(passage, reach=1):
                    whom = self.actors.topic(m.start())
                    yield Clause(
                        "directive", actor.name, whom, m.start(), m.start("action"), passage.end, form
                    )

    def _musts(self, passage: Passage) -> Iterator[Clause]:
        for m in MUST.finditer(self.plain, passage.start, passage.end):
            whom = self.actors.before(passage.start, m.start())
            actor = self.speaker(passage, reach=1) or self._city_over(whom, passage)
            if whom and actor and whom.kind in (PLACE, BODY) and actor.name != whom.name:
                kind = self.kind_of(actor, whom.name)
                yield Clause(kind, actor.name, whom.name, whom.start, m.start("action"), passage.end, BASE)

    def _city_over(self, whom: Actor | None, passage: Passage) -> Actor | None:
        """The city, where a report says what its units must do by a date: "The districts must ... by May"."""
        if whom is None or whom.kind != BODY or not UNITS.fullmatch(self.plain[whom.start : whom.end]):
            return None
        dated = DATED.search(self.plain, max(passage.start, whom.start - REACH), passage.end)
        return self._city(whom) if dated else None

    def _city(self, whom: Actor | None) -> Actor | None:
        """The city that a unit or committee belongs to."""
        below = whom and whom.kind == BODY and not self.actors.is_national(whom.name)
        city = self.actors.topic(whom.start) if whom and below else None
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
            if (actor and _CONGRESS.search(actor.name)) or self.plain.startswith("be ", m.start("action")):
                continue  # what is on its agenda; what is done by nobody told
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
        speaker = self.speaker(passage)
        return speaker is not None and self.ids.get(speaker.name) in self.local

    def _pledges(self, passage: Passage) -> Iterator[Clause]:
        for m in load_constructions().pledge.finditer(self.plain, passage.start, passage.end):
            if actor := self.subject(passage, m.start()):
                start = m.start("action")
                if self.plain.startswith("be ", start) and (that := _THAT.match(m.group())):
                    start = m.start() + that.end()  # "promised that the road would be finished"
                yield Clause("plan", actor.name, None, m.start(), start, passage.end, BASE)
        for m in load_constructions().pledges_thing.finditer(self.plain, passage.start, passage.end):
            if actor := self.subject(passage, m.start()):
                yield Clause("plan", actor.name, None, m.start(), m.start("action"), passage.end, NOUN)
