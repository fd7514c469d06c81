"""Where one document names persons, and by which short forms it names them again.

Answers with the full names, the given names that stand for them ("Hoai"), and the text with full names
masked, so that other readers do not take them for parts of a body's name. Refuses a given name that two
persons share, or that is an English word ("He").
"""

import re
from collections.abc import Iterable, Sequence
from functools import cache

from hanoi_lib.passages import Passage
from hanoi_lib.people.names import Name, family_and_given, find_names, is_english, is_historical, is_syllable
from hanoi_lib.people.offices import MASK
from hanoi_lib.people.speakers import says
from hanoi_lib.scan import Terms, load_vocabulary

_WORD_BEFORE = re.compile(r"([A-Za-z.']+) $")
_CAPITALISED = re.compile(r"\b[A-Z][a-z]{1,6}\b(?![ -][A-Z])")


@cache
def _place_names() -> frozenset[str]:
    known = load_vocabulary("places")["terms"]
    return frozenset(
        p
        for kind in ("city", "province", "country")
        for phrases in known[kind].values()
        for p in phrases
        if " " in p
    )


@cache
def _titles() -> frozenset[str]:
    names = load_vocabulary("names")
    phrases = (str(phrase) for key in ("titles", "ranks") for phrase in names[key])
    return frozenset(word.rstrip(".") for phrase in phrases for word in phrase.split())


class Naming:
    """The names of one document's article, `names` in full and `shorts` as (start, end, full name)."""

    def __init__(self, plain: str, passages: Sequence[Passage], terms: Terms) -> None:
        """Find them in the passages given, which hold no boilerplate."""
        self._plain, self._terms = plain, terms
        self._found = [
            (name, p)
            for p in passages
            for name in find_names(plain, p.start, p.end, _place_names(), p.kind == "headline")
        ]
        self.names = [name for name, _ in self._found]
        self.masked = self._mask()
        self.shorts = self._find_shorts(passages)

    def _mask(self) -> str:
        parts, place = [], 0
        for name in self.names:
            parts += [self._plain[place : name.start], MASK * (name.end - name.start)]
            place = name.end
        return "".join([*parts, self._plain[place:]])

    def _find_shorts(self, passages: Sequence[Passage]) -> list[tuple[int, int, str]]:
        given: dict[str, set[str]] = {}
        for name in self.names:
            given.setdefault(family_and_given(name.name)[1], set()).add(name.name)
        unique = {
            short: next(iter(full))
            for short, full in given.items()
            if len(full) == 1 and len(short) > 1 and not is_english(short)
        }
        if not unique:
            return []
        return [
            (m.start(), m.end(), unique[m.group()])
            for p in passages
            for m in _CAPITALISED.finditer(self.masked, p.start, p.end)
            if m.group() in unique and self._stands_alone(m.start(), p.start)
        ]

    def _stands_alone(self, start: int, floor: int) -> bool:
        """Whether a given name is no part of a longer Vietnamese name ("Hoang Lam")."""
        word = _WORD_BEFORE.search(self.masked[max(floor, start - 24) : start])
        if word is None or not word[1][0].isupper() or not is_syllable(word[1]):
            return True
        return word[1].rstrip(".") in _titles() or self._follows_role(start)

    def known(self, holders: Iterable[str]) -> set[str]:
        """The names of persons: those of `holders`, and those that a title or a verb of saying tells."""
        told = {n.name for n, p in self._found if self._is_titled(n) or self._speaks(n, p)}
        return {name for name in told.union(holders) if not is_historical(name)}

    def _is_titled(self, name: Name) -> bool:
        word = _WORD_BEFORE.search(self._plain[max(0, name.start - 30) : name.start])
        return bool(word and word[1].rstrip(".") in _titles()) or self._follows_role(name.start)

    def _speaks(self, name: Name, passage: Passage) -> bool:
        return name.sure and says(self._plain, passage, name.start, name.end)

    def _follows_role(self, start: int) -> bool:
        return any(t.end == start - 1 for t in self._terms.of("role", start - 40, start))
