"""A person or an office where it stands, and the persons of one sentence joined with its offices.

Answers with `Item`s, what stands in a sentence, and `Link`s, who holds what in it. How they are joined is for
`links` and `handovers` to say.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from hanoi_lib.people.offices import Office


@dataclass(frozen=True, slots=True)
class Item:
    """A person or an office where it stands in the text; `person` is the full name."""

    start: int
    end: int
    person: str | None = None
    office: Office | None = None
    pronoun: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """A person in an office, the span that says so, and how: present, past, start, end or replaced."""

    person: str
    office: Office
    start: int
    end: int
    tense: str


class Pairs:
    """The persons and offices of one sentence, text[start:end], in order, and the links found so far."""

    def __init__(self, text: str, start: int, end: int, items: Sequence[Item]) -> None:
        """Take the sentence and what stands in it."""
        self.text, self.start, self.end, self.items = text, start, end, items
        self.links: list[Link] = []
        self._leads: dict[int, int] = {}  # for a person, where the offices right before the name begin
        self._owners: dict[int, int] = {}  # for the last office after a name, whose it is

    def _gap(self, left: int, right: int) -> tuple[str, int, int]:
        return self.text, self.items[left].end, self.items[right].start

    def _words_before(self, person: int, length: int = 60) -> str:
        start = self._lead(person)
        return self.text[max(self.start, start - length) : start]

    def _lead(self, person: int) -> int:
        return self._leads.get(person, self.items[person].start)
