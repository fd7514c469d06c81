"""Who speaks in a sentence, for whom and to whom: what a verb of undertaking leaves to the text around it.

Answers with the subject of a verb, with whoever says a sentence, and with whether they stand above a city or
below it, from one document read in order. Refuses a subject where somebody who is not named says so.
"""

import re

from hanoi_lib.needles import Guarded
from hanoi_lib.passages import Passage
from hanoi_lib.people.people import People
from hanoi_lib.undertakings.actors import BODY, PERSON, Actor, Actors
from hanoi_lib.undertakings.constructions import PRESENTED, TASKS_SET

_PUT_FORWARD = ("proposals", "recommendations", "requests", "petitions")
_SAYS = Guarded(
    r"\b(?:said|says|according\sto|commented|complained)\b", "said|says|according|commented|complained"
)
_FINITE = re.compile(r"\b(?:has|have|had|will|said|told|put|gave|took|set|met|[a-z]{3,}ed)\s")
_IN_A_ROW = re.compile(r"(?:[,;]|\band|\bthen)\s*$")
_PASSIVE = re.compile(r"\b(?:was|were|is|are|been|be|being)\s(?:also\s)?$")
REACH = 400  # characters in front of a verb among which what governs it is looked for


class Speech:
    """Follows who speaks through one document; keeps in mind who spoke last and to whom."""

    def __init__(self, plain: str, actors: Actors, people: People) -> None:
        """Take the document's folded text, and who acts in it."""
        self.plain, self.actors = plain, actors
        self.local = {a.person_id for a in people.attestations if a.area not in (None, "Vietnam")}
        self.ids = {m.name: m.person_id for m in people.mentions}
        self.spoke: tuple[int, Actor] | None = None  # paragraph and speaker
        self._known: tuple[int, Actor | None, bool] | None = None  # the last sentence asked about
        self.addressed: str | None = None  # the body above that proposals are put to

    def note(self, passage: Passage, sentence: str) -> None:
        """Remember who spoke, and the body above that the text says was spoken to."""
        speaker, _ = self.told(passage)
        if speaker is None and (tasks := TASKS_SET.search(sentence)):
            subject = self.actors.before(passage.start, passage.start + tasks.start())
            speaker = subject if subject and subject.kind == PERSON else None
        if speaker:
            self.spoke = (passage.paragraph, speaker)
        told_of = any(noun in sentence for noun in _PUT_FORWARD)
        if told_of and (presented := PRESENTED.search(sentence)):
            start, end = presented.span("whom")
            self.addressed = self.actors.named(passage.start + start, passage.start + end)

    def speaker(self, passage: Passage, reach: int = 0) -> Actor | None:
        """Who says the sentence: told in it, else whoever spoke in the paragraph (or `reach` back)."""
        speaker, says = self.told(passage)
        if speaker or says:
            return speaker  # none where somebody says so who is not named
        if self.spoke and passage.paragraph - self.spoke[0] <= reach:
            return self.spoke[1]
        return None

    def told(self, passage: Passage) -> tuple[Actor | None, bool]:
        """The speaker that a sentence names, and whether anybody says it at all; found once a sentence."""
        if self._known is None or self._known[0] != passage.start:
            says = _SAYS.search(self.plain, passage.start, passage.end)
            self._known = (passage.start, self.actors.speaker(passage), says is not None)
        return self._known[1:]

    def subject(self, passage: Passage, verb: int) -> Actor | None:
        """The subject of a verb, else of the first in a row of verbs, else the speaker."""
        if _PASSIVE.search(self.plain, max(passage.start, verb - 12), verb):
            return None
        before = self.actors.before(passage.start, verb)
        return before or self._first_subject(passage, verb) or self.speaker(passage)

    def _first_subject(self, passage: Passage, verb: int) -> Actor | None:
        """The nearest subject of a verb before: "The committee has issued ..., directed ..."."""
        if not _IN_A_ROW.search(self.plain, max(passage.start, verb - 6), verb):
            return None
        verbs = list(_FINITE.finditer(self.plain, max(passage.start, verb - REACH), verb))
        for nearest in reversed(verbs):
            subject = self.actors.before(passage.start, nearest.start())
            if subject or nearest.group().startswith(("said", "told")):
                return subject
        return None

    def is_above(self, actor: Actor) -> bool:
        """Whether an actor speaks for the whole state or Party rather than for a city."""
        if actor.kind == PERSON:
            return self.ids.get(actor.name, "") not in self.local
        local = self.actors.places.localities(actor.start, actor.end)
        return actor.kind == BODY and not local and self.actors.is_national(actor.name)

    def kind_of(self, actor: Actor, whom: str | None) -> str:
        """A request goes up, a directive down."""
        upwards = whom is not None and self.actors.is_national(whom) and not self.is_above(actor)
        return "request" if upwards else "directive"

    def proposes(self, actor: Actor, verb: str) -> bool:
        """ "Suggested" and "recommended" are polite for a directive where somebody above says so."""
        polite = verb.startswith(("suggest", "recommend"))
        return verb.startswith("propos") or (polite and not self.is_above(actor))
