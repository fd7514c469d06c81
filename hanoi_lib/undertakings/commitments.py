"""Who undertakes, asks for, proposes or directs what, and until when.

Answers with one row for each thing that could later be checked: "the city will build a data centre" (plan),
"asked the Government to ..." (request), "proposed allowing ..." (proposal), "Hanoi should pilot ..." said by
a leader (directive). The verb and its actor come from clauses.py, the single actions from actions.py, their
time from deadlines.py. Refuses reports of what was done, wishes ("must be lean"), aims (aims.py), and what a
document tells a second time.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from hanoi_lib.dates.moments import Moments
from hanoi_lib.documents import Document
from hanoi_lib.passages import Passage
from hanoi_lib.people.people import People
from hanoi_lib.places import Places
from hanoi_lib.scan import Terms
from hanoi_lib.undertakings.actions import PASSIVE, find_actions, find_end, is_state, is_vague, is_weak
from hanoi_lib.undertakings.actors import Actors
from hanoi_lib.undertakings.clauses import Clause, ClauseReader
from hanoi_lib.undertakings.deadlines import find_deadline, find_opening


@dataclass(frozen=True, slots=True)
class Commitment:
    """One undertaking: its span in `Document.plain`, its kind, who to whom, the action, by when (EDTF)."""

    start: int
    end: int
    kind: str
    actor: str
    counterpart: str | None
    action: str
    due: str | None


# "will submit three affairs": the sentences that follow may tell them one by one.
_SET = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|\d{1,2})\s(?:[a-z]+\s){0,3}?"
    r"(?:affairs|issues|matters|tasks|proposals|things|measures|works|contents|solutions)\b"
)
_ITEM = re.compile(
    r"(?:First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth)(?:ly)?,\s(?:it\sis\s)?", re.I
)
_BY = re.compile(r"\W{0,2}(?:\d{1,2}\.\s)?(?:By|Before|No\slater\sthan|Within)\s")
_UNTIL = re.compile(r"\suntil\s")  # "have until tomorrow to report"
_TO_BODY = re.compile(r"\bto\s((?:the\s)?[A-Z][\w']*(?:\s[A-Z][\w']*){0,4})")
SAME = 60  # how many rows back a second telling is looked for
_STEM = re.compile(r"[a-z0-9]{3,}")
_COMMON = frozenset(("the", "and", "for", "its", "that", "with", "from"))


def find_commitments(
    document: Document,
    passages: Sequence[Passage],
    terms: Terms,
    places: Places,
    moments: Moments,
    people: People,
) -> tuple[Commitment, ...]:
    """What is undertaken, asked for, proposed and directed in a document, in order, each thing once."""
    reader = _Reader(document.plain, Actors(document.plain, passages, terms, places, people), moments, people)
    article = [p for p in passages if p.kind in ("body", "answer", "question")]
    kept: list[Commitment] = []
    place = 0
    while place < len(article):
        rows, read = reader.read(article, place)
        kept += [row for row in rows if not any(_is_same(row, told) for told in kept[-SAME:])]
        place += read
    return tuple(kept)


def _is_same(one: Commitment, other: Commitment) -> bool:
    """Whether two rows tell the same thing: half of their stems are common."""
    if one.actor != other.actor:
        return False
    a, b = _stems(one.action), _stems(other.action)
    return len(a & b) * 2 >= len(a | b)


@lru_cache(maxsize=256)  # a row is held against every later one
def _stems(action: str) -> frozenset[str]:
    return frozenset(word[:5] for word in _STEM.findall(action.lower())) - _COMMON


class _Reader:
    """Reads sentence after sentence; keeps in mind what an interview's question asked about."""

    def __init__(self, plain: str, actors: Actors, moments: Moments, people: People) -> None:
        self.plain, self.actors, self.moments = plain, actors, moments
        self.clauses = ClauseReader(plain, actors, people)
        self.announced: list[Commitment] = []  # what announced a list
        self.year_asked: str | None = None

    def read(self, article: Sequence[Passage], place: int) -> tuple[list[Commitment], int]:
        """The rows of the sentence at `place`, and how many sentences they were read from."""
        passage = article[place]
        if self.actors.is_question(passage):
            self.year_asked = self._year(passage)
            return [], 1
        rows = [row for clause in self.clauses.read(passage) for row in self._rows(passage, clause)]
        if rows and (items := self._items(article, place, rows[-1])):
            told = any(_is_same(rows[-1], other) for other in self.announced)
            self.announced.append(rows[-1])
            return rows[:-1] + ([] if told else items), 1 + len(items)
        if self.year_asked and self.actors.is_answer(passage):
            rows = [row if row.due else replace(row, due=self.year_asked) for row in rows]
            self.year_asked = None  # the question's year holds for the first thing that is answered
        return rows, 1

    def _year(self, question: Passage) -> str | None:
        """The year that a question asks about ("your direction in 2021")."""
        found = [
            m
            for m in self.moments.within(question.start, question.end)
            if m.kind == "year" and m.lead == "in"
        ]
        return found[-1].edtf if found and found[-1].tense != "past" else None

    def _rows(self, passage: Passage, clause: Clause) -> list[Commitment]:
        """A row for each action of a clause that could later be checked."""
        spans = list(find_actions(self.plain, clause.actions, clause.end, clause.form))
        if is_state(self.plain[slice(*spans[0])]):
            return []
        if clause.actor == clause.counterpart:
            return []
        ahead = clause.kind in ("plan", "proposal") or _BY.match(self.plain, passage.start)
        ahead = ahead or _UNTIL.search(self.plain, clause.start, clause.actions)
        opening = find_opening(self.plain, self.moments, passage.start, clause.actions) if ahead else None
        rows = []
        for start, end in spans:
            start += len("and ") if self.plain.startswith("and ", start) else 0  # "to urgently and focus on"
            action = self.plain[start:end]
            due = find_deadline(self.plain, self.moments, start, end)
            definite = clause.kind != "plan" or due is not None or len(spans) > 2
            if clause.form == PASSIVE and due is None:
                continue
            if not is_vague(action, clause.form) and (definite or not is_weak(action)):
                first = clause.start if start == clause.actions else start
                told = self.plain[first:end] if clause.form == PASSIVE else action
                rows.append(self._row(clause, first, end, told, due or opening))
        return rows

    def _row(self, clause: Clause, start: int, end: int, action: str, due: str | None) -> Commitment:
        kind = "proposal" if clause.kind == "plan" and action.startswith("propose ") else clause.kind
        whom = clause.counterpart
        if kind in ("plan", "proposal") and whom is None and (to := _TO_BODY.search(action)):
            whom = to[1].removeprefix("the ") if self.actors.is_national(to[1]) else None
        return Commitment(start, end, kind, clause.actor, whom, action, due)

    def _items(self, article: Sequence[Passage], place: int, row: Commitment) -> list[Commitment]:
        """A row for each thing of an announced set: "... three affairs. Firstly, ... Secondly, ..."."""
        items: list[Commitment] = []
        for passage in article[place + 1 : place + 13] if _SET.search(row.action) else ():
            opened = _ITEM.match(self.plain, passage.start, passage.end)
            if not opened:
                break
            end = find_end(self.plain, opened.end(), passage.end)
            items.append(replace(row, start=opened.end(), end=end, action=self.plain[opened.end() : end]))
        return items
