"""Which place a document, a sentence or a figure is about.

Answers with the English name without diacritics that `area` carries ("Hanoi", "Vietnam", "Hoan Kiem
District"), from the places and own-place words ("the city") that the text names. A dateline says where
a story was filed, not what it is about, so it counts only where nothing else does. Reads
`vocabulary/places.yml`.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from hanoi_lib.needles import Guarded
from hanoi_lib.passages import Passage
from hanoi_lib.scan import Term, Terms

LOCALITY = ("city", "province")
# "Hoa Lac Hi-tech Park", "Ba Dinh District", "Noi Bai International Airport": a proper name that ends
# in what it is.
_SMALLER = Guarded(
    r"\b((?!(?:In|At|From|For|On|Of|And|But|Near|Since|With|By|Under|To|When|As|Inside|Meanwhile)"
    r"\s)"
    r"(?:[A-Z][\w'-]*\s){1,6}(?:District|Ward|Commune|Township|Town|Park|Zone|Port|Airport"
    r"|Economic Corridor|County|Island|Quarter|Delta))\b",
    "district|ward|commune|town|park|zone|port|airport|economic corridor|county|island|quarter|delta",
)
DATELINE = re.compile(
    r"(?:date \d{4}-\d\d-\d\d )?[A-Z][A-Za-z .']{2,30}\((?:[A-Z]{2,6}/?){1,3}\)(?:,? "
    r"[A-Z][a-z]+\.? \d{1,2}(?:, \d{4})?)?\s?(?:-|—|--)\s|[A-Z][A-Za-z ]{2,20}, (?:VNA|VNS)\s?(?:-"
    r"|—|--)\s|\W*(?:date \d{4}-\d\d-\d\d )?[A-Z .,'-]{4,40}(?:\([A-Z/]+\))?[^a-z]{0,25}(?:—|--"
    r"| - )"
)


@dataclass(frozen=True)
class Places:
    """The places of one document: which it is about, and who speaks of what where."""

    terms: Terms
    plain: str
    main: str | None
    """The city or province the document is about; "Vietnam" for a national text; None where none is named."""

    @cached_property
    def _named(self) -> list[tuple[int, int, Term]]:
        """Every city and province named, by where it begins, the longer of two first."""
        terms = (t for kind in LOCALITY for t in self.terms.of(kind) if _is_name(self.plain, t))
        return sorted(((t.start, -t.end, t) for t in terms), key=lambda named: named[:2])

    def localities(self, start: int, end: int) -> list[Term]:
        """Cities and provinces named in a span, in order; of "Thua Thien-Hue" the province, not the city in
        its name.
        """
        kept: list[Term] = []
        first, last = (bisect_left(self._named, (place,)) for place in (start, end))
        for _, _, term in self._named[first:last]:
            if not kept or term.end > kept[-1].end:
                kept.append(term)
        return kept

    def of(self, start: int, end: int) -> str | None:
        """The city or province a span is about: the last it names, else the document's own."""
        named = self.localities(start, end)
        return named[-1].value if named else self.main

    def smaller(self, start: int, end: int) -> list[tuple[int, int, str]]:
        """Places inside a city that a span names by what they are: (start, end, name)."""
        return [
            (start + m.start(1), start + m.end(1), m.group(1))
            for m in _SMALLER.finditer(self.plain[start:end])
        ]


# "the Ha Long-Hai Phong railway", "the Hanoi-Lang Son expressway": a route is in neither of its ends
_ENDS_ROUTE = re.compile(r"[a-z][-–]$")
_OPENS_ROUTE = re.compile(r"[-–][A-Z][a-z]")


def _is_name(plain: str, term: Term) -> bool:
    """Whether a place term is written as a name ("Hue", but not "hue") or is an epithet ("southern
    metropolis").
    """
    if _ENDS_ROUTE.search(plain[max(0, term.start - 2) : term.start]) or _OPENS_ROUTE.match(plain, term.end):
        return False
    if plain[term.start : term.end].lower() == "hue" and _is_given_name(plain, term.start):
        return False
    if _FAMILY_NAME.search(plain[max(0, term.start - 24) : term.start]):
        return False
    return plain[term.start].isupper() or plain[term.start : term.start + 8] == "southern"


def _is_given_name(plain: str, place: int) -> bool:
    """Whether "Hue" ends a person's name, or stands for one named so before: "Hue recalled"."""
    before = plain[max(0, place - 16) : place]
    if _OF_A_PERSON.search(before):
        return True
    return bool(_RECALLS.match(plain, place + 3) or before.endswith(("Mr. ", "Mr ", "Ms. "))) and bool(
        _PERSON_HUE.search(plain, 0, place)
    )


_PERSON_HUE = re.compile(r"(?<!\w)[A-Z][a-z]+ (?!Thien)[A-Z][a-z]+ Hue\b")
_RECALLS = re.compile(
    r",? (?:also |further |then |he )?(?:said|says|added|recalled|noted|stressed|told|asked|urged"
    r"|went on|explained|affirmed"
    r"|emphasised|emphasized|reported|pointed|called|suggested|requested|praised|thanked|reminded"
    r"|promised)\b|'s\b|,"
)
# "Vuong Dinh Hue": the syllable ends a person's name; "In Hue" and "Thua Thien Hue" do not.
# "Mr. Le Hoa Binh", "Le Thanh Hoa": a title and a syllable, or a family name, make it a person's name.
_FAMILY_NAME = re.compile(
    r"(?<!\w)(?:Mr|Mrs|Ms|Dr|Deputy|Chairman|Chairwoman|Secretary|President|Minister|Director)"
    r"\.? [A-Z][a-z]{1,6} $"
    r"|(?<!\w)(?:Nguyen|Tran|Le|Pham|Hoang|Huynh|Phan|Vu|Vo|Dang|Bui|Ngo|Truong|Trinh|Luong|Doan"
    r"|Phung) $"
)
_OF_A_PERSON = re.compile(
    r"(?<!\w)(?!(?:In|For|At|To|From|And|But|Thien|Of|While|As|By|With)\s)[A-Z][a-z]+\s$"
)


def find_places(plain: str, passages: Sequence[Passage], terms: Terms) -> Places:
    """Count what the article names, headline and first paragraph weighing more, datelines nothing."""
    places = Places(terms, plain, None)
    votes: Counter[str] = Counter()
    seen_body = 0
    filed_in: str | None = None
    for passage in passages:
        if passage.kind == "boilerplate":
            continue
        start = passage.start
        if dateline := DATELINE.match(plain[passage.start : passage.end]):
            start += dateline.end()
            filed_in = filed_in or next((t.value for t in terms.of("city", passage.start, start)), None)
        weight = 4 if passage.kind == "headline" and not seen_body else 3 if seen_body < 3 else 1
        seen_body += passage.kind != "headline"
        for term in places.localities(start, passage.end):
            votes[term.value] += weight
        if any(
            plain[t.start : t.end].lower().startswith(("the capital", "the vietnamese"))
            for t in terms.of("own", start, passage.end)
        ):
            votes["Hanoi"] += 1  # "the capital" without a name is Vietnam's
    main = max(votes, key=lambda name: votes[name]) if votes else None
    national = sum(plain[t.start : t.end] in ("Vietnam", "Viet Nam") for t in terms.of("country"))
    if main and len(votes) > 3 and national and votes[main] < 0.4 * votes.total():
        main = "Vietnam"  # a text on many places is about none of them
    if main is None:
        main = "Vietnam" if terms.of("country") else filed_in
    return replace(places, main=main)
