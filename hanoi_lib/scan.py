"""One pass over a document for every phrase of the vocabulary, shared by all readers.

Answers which known phrases stand where (`Term`), from `Document.plain` and the YAML files in `vocabulary/`.
Phrases match whole words without regard to case. What a phrase means in its sentence is for the readers to
say, not for this module: overlapping terms of different kinds are all reported; of one kind only the
longest.

A vocabulary file maps each kind of term to `value: [phrases]`; phrases are written without diacritics.
"""

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import ahocorasick_rs
import yaml

from hanoi_lib.needles import is_word


@dataclass(frozen=True, slots=True)
class Term:
    """A phrase of the vocabulary found in `Document.plain`."""

    start: int
    end: int
    kind: str
    value: str


class Terms:
    """The terms of one document, sorted by place, asked for by kind."""

    def __init__(self, terms: Iterable[Term]) -> None:
        """Take terms sorted by place, at least those of one kind."""
        self._by_kind: dict[str, list[Term]] = {}
        for term in terms:
            self._by_kind.setdefault(term.kind, []).append(term)
        self._starts = {kind: [term.start for term in found] for kind, found in self._by_kind.items()}

    def of(self, kind: str, start: int = 0, end: int | None = None) -> list[Term]:
        """Terms of one kind that begin within [start, end), in order."""
        found = self._by_kind.get(kind, [])
        if not found:
            return found
        starts = self._starts[kind]
        return found[bisect_left(starts, start) : len(starts) if end is None else bisect_left(starts, end)]


@cache
def load_vocabulary(name: str) -> dict[str, Any]:
    """The parsed content of `vocabulary/<name>.yml`."""
    text = files("hanoi_lib").joinpath("vocabulary", f"{name}.yml").read_text(encoding="utf-8")
    content: dict[str, Any] = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    return content


# The files whose phrases are scanned for: each holds `terms: {kind: {value: [phrases]}}` and maybe more.
SCANNED = ("places", "organizations", "roles", "indicators", "cues", "things", "events", "undertakings")


@cache
def _matcher(names: tuple[str, ...]) -> tuple[ahocorasick_rs.AhoCorasick, list[list[tuple[str, str]]]]:
    meanings: dict[str, list[tuple[str, str]]] = {}
    for name in names:
        for kind, values in load_vocabulary(name)["terms"].items():
            for value, phrases in values.items():
                for phrase in phrases:
                    meanings.setdefault(str(phrase).lower(), []).append((kind, str(value)))
    return ahocorasick_rs.AhoCorasick(list(meanings)), list(meanings.values())


def find_terms(plain: str, names: tuple[str, ...] = SCANNED) -> Terms:
    """Every phrase of the vocabulary files `names` in `plain`, whole words only, the longest of each kind
    where they overlap.
    """
    matcher, meanings = _matcher(names)
    lower = plain.lower()
    if len(lower) != len(plain):  # a capital that lowers to two letters would shift every offset after it
        lower = "".join(c if len(c.lower()) != 1 else c.lower() for c in plain)
    hits: dict[str, list[Term]] = {}
    for index, start, end in matcher.find_matches_as_indexes(lower, overlapping=True):
        if is_word(lower, start, end):
            for kind, value in meanings[index]:
                hits.setdefault(kind, []).append(Term(start, end, kind, value))
    return Terms(term for found in hits.values() for term in _longest(found))


def _longest(terms: list[Term]) -> list[Term]:
    kept: list[Term] = []
    for term in sorted(terms, key=lambda t: (t.start, -t.end)):
        if not kept or term.start >= kept[-1].end:
            kept.append(term)
    return kept
