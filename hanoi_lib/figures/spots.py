"""A quantity among the words that may tell its measure, and the reading they give.

Answers with the records `Reading` (measure and sign) and `Spot` (a quantity with what stands around it),
and with the words for a fall that readers of measures share. Refuses nothing: it only holds what was found.
"""

import re
from dataclasses import dataclass

from hanoi_lib.figures.numerals import ABOUT
from hanoi_lib.figures.quantities import Quantity
from hanoi_lib.figures.sentences import Sentence
from hanoi_lib.scan import Term, Terms

LEVEL, CHANGE, SHARE, RANK, OF_TARGET = "level", "change", "share", "rank", "of_target"

BY = re.compile(
    rf"\bby\s{ABOUT}$",
    re.I,
)
FALLING = frozenset(
    ["lower", "less", "fewer", "decline", "drop", "fall", "decrease", "reduction"]
) | frozenset(["contraction", "cut", "down", "below", "cheaper", "worse"])


@dataclass(frozen=True, slots=True)
class Reading:
    """The measure of a quantity and its sign (-1 for a fall)."""

    measure: str
    sign: int = 1


@dataclass(frozen=True, slots=True)
class Spot:
    """A quantity with the words around it that may tell its measure."""

    sentence: Sentence
    terms: Terms
    q: Quantity
    floor: int
    """Where the quantity before it ends."""
    left: str
    code: str | None
    running: Reading | None
    bracketed: Reading | None
    """The measure of a percentage in brackets before it, that the next in brackets shares."""
    change: Term | None
    """The change word that governs the quantity: the last between the quantity before it and itself."""

    def follows(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """What a pattern matches right behind the quantity."""
        return pattern.match(self.sentence.plain, self.q.end, self.sentence.end)

    def words(self, start: int, end: int) -> str:
        """A stretch of the text."""
        return self.sentence.plain[start:end]

    def sign(self) -> int:
        """The sign of the change word, else of the last one in the sentence."""
        if self.change is not None:
            return int(self.change.value)
        earlier = [c for c in self.terms.of("change", self.sentence.start, self.q.start) if c.value != "0"]
        return int(earlier[-1].value) if earlier else 1
