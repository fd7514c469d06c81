"""Arithmetic that a document does itself, in one sentence: shares, sums, remainders, a share that rose by
"8%".

Answers with a check for each claim whose numbers stand in the sentence: "four of 16 members, accounting for
25%"; "168 units: 113 wards, 54 communes and a special zone"; "of 22 projects 15 are done, the remaining
seven..."; "nearly 20%, 8% higher than before". A pure function of one document. Refuses what it would have
to guess: a list that may be incomplete, parts that may overlap, a percentage of something else.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, reduce
from operator import add

from hanoi_lib.audit.margins import Margin, exactly, find_margin, say_margin
from hanoi_lib.audit.verdicts import Row, Verdict, build_check, judge
from hanoi_lib.dates.moments import Moments
from hanoi_lib.documents import Document
from hanoi_lib.figures.facts import Figure
from hanoi_lib.figures.quantities import Quantity, find_quantities
from hanoi_lib.passages import Passage

# Matches " of ", " out of the ", " of its "; between part and whole.
_OF = re.compile(r"(?: [a-z]+){0,2} (?:out )?of (?:the |its |their |all )?(?:total (?:of )?)?")
# Matches " are female, accounting for ", " communes (", " members, or "; between the whole and the share.
_SHARE_OF = re.compile(
    r"[^.;]{0,80}?(?:\b(?:account(?:ing|s|ed) for|equal to|equivalent to|mak(?:ing|es) up"
    r"|represent(?:ing|s|ed)|constitut(?:ing|es|ed)|or|a (?:rate|share|proportion) of)|\()"
    r"\s?(?:about |nearly |over |some )?"
)
# Matches ", comprising ", " consisting of ", ": "; between a whole and the first of its parts.
_ALL_PARTS = re.compile(
    r"[^.;:]{0,60}?,? (?:compris(?:ing|es|ed)|consist(?:ing|s|ed) of|made up of|composed of)\s(?:of )?"
)
_SOME_PARTS = re.compile(r"[^.;:]{0,60}?(?::| -|,? (?:including|with|of which|of them|namely))\s")
# What joins two parts: " wards, ", " communes and ".
_NEXT_PART = re.compile(r"(?: [A-Za-z'-]+){1,5}(?:,| and|, and| plus)\s")
_UNREAD_PART = re.compile(r"\b(?:an?|another|one|several|some|other)\s(?!total\b)\w+", re.I)
_OPENS = re.compile(r"\b(?:of|out of|among) (?:the |its |their |these |a total of )?$", re.I)
_LEFT = re.compile(r"\bthe (?:remaining|other|rest of the|rest,?) $", re.I)
# Matches ", up ", " (an increase of "; between a share and the change of it.
_ROSE = re.compile(r",? \(?(?:up|down|an? (?:increase|rise|gain|fall|drop|decrease|decline) of) (?:by )?")
_HIGHER = re.compile(r"\)? (?:percent |per cent )?(?:higher|lower|more|less|above|below|up|down)\b")


@dataclass(frozen=True)
class _Claimed:
    """A quantity of a sentence with the margin that its words leave, which few are asked for."""

    quantity: Quantity
    exact: str

    @cached_property
    def margin(self) -> Margin:
        q = self.quantity
        row = {"value": q.value, "value_max": q.value_max, "comparator": q.comparator, "exact": self.exact}
        return find_margin(row | {"unit": q.unit or "count"})

    @property
    def is_count(self) -> bool:
        return self.quantity.unit is None and not self.quantity.scaled and self.quantity.value_max is None


def find_claims(
    document: Document, passages: Sequence[Passage], moments: Moments, figures: Iterable[Figure]
) -> Iterator[Row]:
    """The checks of one document, in the order of its text."""
    shares = {f.start: f for f in figures if f.unit == "percent" and f.measure == "share"}
    for passage in passages:
        if passage.kind != "boilerplate":
            reader = _Reader(document, passage, _find_claimed(document, passage, moments))
            yield from reader.shares()
            yield from reader.sums()
            yield from reader.remainders()
            yield from reader.points(shares)


def _find_claimed(document: Document, passage: Passage, moments: Moments) -> list[_Claimed]:
    taken = [(m.start, m.end) for m in moments.within(passage.start, passage.end)]
    found = find_quantities(document.plain, passage.start, passage.end, taken)
    return [_Claimed(q, document.plain[q.start : q.end]) for q in found]


class _Reader:
    """The claims of one sentence."""

    def __init__(self, document: Document, passage: Passage, found: Sequence[_Claimed]) -> None:
        self.document, self.passage, self.found = document, passage, found

    def shares(self) -> Iterator[Row]:
        """Part, whole and percentage: the percentage follows from the two."""
        for part, whole, share in zip(self.found, self.found[1:], self.found[2:], strict=False):
            if not (part.is_count and whole.is_count and share.quantity.unit == "percent"):
                continue
            if _OF.fullmatch(self._between(part, whole)) and _SHARE_OF.fullmatch(self._between(whole, share)):
                yield from self._share(part, whole, share)

    def _share(self, part: _Claimed, whole: _Claimed, share: _Claimed) -> Iterator[Row]:
        if whole.margin.low <= 0:
            return
        follows = part.margin / whole.margin * exactly(100)
        told = say_margin(follows, "percent")
        what = f"{self._words(part)} of {self._words(whole)} is {told}; the text says {self._words(share)}"
        verdict = judge(follows, share.margin)
        yield self._check("share", verdict, what, told, self._words(share), [part, whole, share])

    def sums(self) -> Iterator[Row]:
        """A whole and its parts, listed one by one: together they are the whole."""
        for number, whole in enumerate(self.found):
            parts = self._find_parts(number) if whole.is_count else []
            if len(parts) < 2:
                continue
            lead = self._between(whole, parts[0])
            complete = bool(_ALL_PARTS.fullmatch(lead)) and not self._may_miss(whole, parts)
            if complete or _SOME_PARTS.fullmatch(lead):
                yield from self._sum(whole, parts, complete)

    def _find_parts(self, number: int) -> list[_Claimed]:
        parts: list[_Claimed] = []
        for one in self.found[number + 1 :]:
            joined = not parts or _NEXT_PART.fullmatch(self._between(parts[-1], one))
            if not (one.is_count and joined):
                break
            parts.append(one)
        return parts

    def _may_miss(self, whole: _Claimed, parts: Sequence[_Claimed]) -> bool:
        """Whether the list may hold a part that is told without a number, or goes on after it."""
        listed = self.document.plain[whole.quantity.end : self.passage.end]
        return any(
            not any(p.quantity.start <= whole.quantity.end + m.start() < p.quantity.end for p in parts)
            for m in _UNREAD_PART.finditer(listed)
        )

    def _sum(self, whole: _Claimed, parts: Sequence[_Claimed], complete: bool) -> Iterator[Row]:
        total = reduce(add, (part.margin for part in parts))
        verdict = judge(total, whole.margin)
        if verdict == "differs" and not complete:
            return  # some of the parts, or parts that overlap
        listed = " + ".join(self._words(part) for part in parts)
        what = f"{listed} make {say_margin(total)}; the text says {self._words(whole)}"
        yield self._check("sum", verdict, what, say_margin(total), self._words(whole), [whole, *parts])

    def remainders(self) -> Iterator[Row]:
        """A whole, a part of it and what is left."""
        for whole, part, rest in zip(self.found, self.found[1:], self.found[2:], strict=False):
            if not (whole.is_count and part.is_count and rest.is_count):
                continue
            if _OPENS.search(self._before(whole)) and _LEFT.search(self._before(rest)):
                follows = whole.margin - part.margin
                told, left = say_margin(follows), self._words(rest)
                what = f"{self._words(whole)} less {self._words(part)} leaves {told}; the text says {left}"
                verdict = judge(follows, rest.margin)
                yield self._check("remainder", verdict, what, told, left, [whole, part, rest])

    def points(self, shares: dict[int, Figure]) -> Iterator[Row]:
        """A share that changed by so many percent: of itself, or of the whole?"""
        for share, change in zip(self.found, self.found[1:], strict=False):
            if share.quantity.start not in shares or change.quantity.unit != "percent":
                continue
            lead = self._between(share, change)
            rose = _ROSE.fullmatch(lead)
            if rose or (lead in (", ", " (") and _HIGHER.match(self._after(change))):
                yield from self._points(share, change, _falls(lead + self._after(change)[:20]))

    def _points(self, share: _Claimed, change: _Claimed, falls: bool) -> Iterator[Row]:
        by = -change.margin if falls else change.margin
        if by.low <= -100:
            return
        points = say_margin(share.margin - by, "percent")
        percent = say_margin(share.margin / (exactly(1) + by * exactly(0.01)), "percent")
        what = (
            f"a share of {self._words(share)} that changed by {self._words(change)} was {points} before if "
            f"percentage points are meant, {percent} if percent of the share"
        )
        either = f"{points} if points", f"{percent} if percent"
        yield self._check("percent or points", "ambiguous", what, *either, [share, change])

    def _check(
        self, kind: str, verdict: Verdict, what: str, expected: str, found: str, cited: Sequence[_Claimed]
    ) -> Row:
        rows = []
        for one in cited:
            start, end = self.document.span(one.quantity.start, one.quantity.end)
            rows.append(
                {
                    "document_id": self.document.document_id,
                    "start": start,
                    "end": end,
                    "exact": self.document.text[start:end],
                }
            )
        return build_check(kind, verdict, what, expected, found, rows)

    def _words(self, one: _Claimed) -> str:
        return " ".join(self.document.exact(one.quantity.start, one.quantity.end).split())

    def _between(self, one: _Claimed, other: _Claimed) -> str:
        return self.document.plain[one.quantity.end : other.quantity.start]

    def _before(self, one: _Claimed) -> str:
        return self.document.plain[max(self.passage.start, one.quantity.start - 40) : one.quantity.start]

    def _after(self, one: _Claimed) -> str:
        return self.document.plain[one.quantity.end : min(self.passage.end, one.quantity.end + 40)]


def _falls(words: str) -> bool:
    return bool(re.search(r"\b(?:down|fall|drop|decrease|decline|lower|less|below)\b", words))
