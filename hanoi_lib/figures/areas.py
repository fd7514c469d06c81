"""Where a figure holds: the place its clause is about.

Answers with the area of a quantity, from the places named around it, or with None where its sentence
names none: what it leaves open is for figures.py to take from the paragraph or the document. Places
that are only passed on the way ("after that of Hai Phong") do not count.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from hanoi_lib.figures.enumerations import listed_run
from hanoi_lib.figures.numerals import ABOUT
from hanoi_lib.figures.quantities import Quantity
from hanoi_lib.figures.sentences import Sentence
from hanoi_lib.places import Places
from hanoi_lib.scan import Term, Terms


@dataclass(frozen=True, slots=True)
class _Spot:
    """A quantity with the places named around it."""

    sentence: Sentence
    index: int
    q: Quantity
    next_start: int
    """Where the quantity behind it begins."""
    places: Places
    terms: Terms
    named: Sequence[Term]
    """The cities and provinces named before it."""

    def left(self, place: int, width: int) -> str:
        """What stands before a place in the sentence."""
        return self.sentence.plain[max(self.sentence.start, place - width) : place]

    def countries(self, start: int, end: int) -> list[Term]:
        """Where Vietnam is named by name."""
        named = self.terms.of("country", start, end)
        return [t for t in named if self.sentence.plain[t.start : t.end] in ("Vietnam", "Viet Nam")]


def find_area(
    sentence: Sentence, index: int, places: Places, terms: Terms, national: bool, running: str | None
) -> str | None:
    """The place the quantity at `index` is about, or None where its sentence names none.

    `national` says that its indicator speaks of the whole country unless a city is named; `running` is the
    area of the quantity before it, which a move keeps ("from 14 to seven").
    """
    plain, q = sentence.plain, sentence.quantities[index]
    if index and _MOVES_TO.fullmatch(plain, sentence.quantities[index - 1].end, q.start):
        return running
    floor = sentence.quantities[index - 1].end if index else sentence.start
    like = index and sentence.quantities[index - 1].unit == q.unit
    if like and running == "Vietnam" and _AND_MORE.fullmatch(plain, floor, q.start):
        return running
    rises = q.unit in ("percent", "times") and _RISE_OF.fullmatch(plain, floor, q.start)
    if index and running == "Vietnam" and rises:
        return running
    named = places.localities(sentence.start, q.start)
    if national and not named:
        return "Vietnam"
    last = index + 1 == len(sentence.quantities)
    next_start = sentence.end if last else sentence.quantities[index + 1].start
    spot = _Spot(sentence, index, q, next_start, places, terms, named)
    return next((area for rule in _RULES if (area := rule(spot))), None)


def _of_smaller(spot: _Spot) -> str | None:
    """A place inside a city that has or is what is counted: "Ba Dinh District, which has 13 wards"."""
    plain, q = spot.sentence.plain, spot.q
    smaller = [
        s for s in spot.places.smaller(spot.sentence.start, q.start) if ";" not in plain[s[1] : q.start]
    ]
    if not smaller:
        return None
    start, end, name = smaller[-1]
    passed = spot.left(start, 4).lower() == "and " or _LIES_IN.search(spot.left(start, 30))
    return name if not passed and _OWNS.fullmatch(plain, end, q.start) else None


def _of_nation(spot: _Spot) -> str | None:
    plain, q = spot.sentence.plain, spot.q
    if _NATIONAL.search(spot.left(q.start, 70)) or _FOR_NATION.search(spot.left(q.start, 100)):
        return "Vietnam"
    if not spot.named and _GOVERNMENT.search(spot.left(q.start, 120)):
        return "Vietnam"
    return "Vietnam" if _NATIONWIDE.match(plain, q.end, spot.sentence.end) else None


def _of_row(spot: _Spot) -> str | None:
    row = _ROW_PLACE.search(spot.left(spot.q.start, 50))
    return _row_place(row["row"] or row["place"], spot.places) if row else None


def _behind(spot: _Spot) -> str | None:
    """A place right behind the quantity: "$24 billion to Vietnam", "17 wards in Dong Da"."""
    plain, end = spot.sentence.plain, spot.q.end
    abroad = [t for t in spot.countries(end, spot.next_start) if _IN_PLACE.fullmatch(plain, end, t.start)]
    if abroad and not spot.named:
        return "Vietnam"
    near = spot.places.localities(end, spot.next_start)
    after = [p for p in near if _IN_PLACE.fullmatch(plain, end, p.start)]
    shared = bool(after and spot.named) and plain[end : after[0].start].strip().startswith("of")
    return after[0].value if after and not shared else None


def _of_country(spot: _Spot) -> str | None:
    """Vietnam as the subject: "Vietnam's economy grew by"."""
    country = spot.countries(spot.sentence.start, spot.q.start)
    if not country or (spot.named and country[-1].start < spot.named[-1].start):
        return None
    return "Vietnam" if _SUBJECT.match(spot.sentence.plain, country[-1].end, spot.q.start) else None


_SUBJECT = re.compile(r"(?:'s)?\s(?:has|have|had|is|was|rose|grew|reached|[a-z]+ed|gdp|economy)\b", re.I)
_OWNS = re.compile(
    r"(?:,)?\s(?:which|has|have|had|houses|is|was|will|with|covers|hosts|received|that)\b[^;.]*"
    r"|'s\s[^;.]*"
)
# "the largest city of the Mekong Delta has ..." is about the city
_LIES_IN = re.compile(
    r"\b(?:city|province|part|gateway|centre|center|hub|localit(?:y|ies)|provinces|cities|heart)"
    r"\s(?:of|in)\s(?:the\s)?$",
    re.I,
)
_NATIONAL = re.compile(
    r"\b(?:national average|(?<!of )the country's|the nation's|nationwide"
    r"|national(?!\s(?:standard|target|party|day|highway|park|treasure|criteria|defence|exam|grid|relic|key))"
    r"|the whole country(?:'s)?|(?:and|than|while) the country(?:'s)?(?: with| at)?"
    r"|the country as a whole|Viet\s?[Nn]am as a whole|the entire country"
    r"|country's average)\s(?:(?!and\b)\w+\s){0,4}(?:of|at|by|was|is|rose|grew|reached|to)?\s?(?:\w+\s)?$",
    re.I,
)
# "help the country reach its growth target of 8 percent", "the national economy is forecast to grow by"
_FOR_NATION = re.compile(
    r"\bnational economy\s(?:(?!and\b)\w+\s){1,6}$|"
    r"\b(?:help|enable|allow|for|let|see)(?:s|ed|ing)? (?:the (?:whole )?country|the nation|Viet ?[Nn]am)"
    r" (?:to )?"
    r"(?:reach|achieve|attain|meet|hit|realise|realize|fulfil|maintain|sustain|grow)\s(?:[\w-]+\s){0,6}$"
)
# "the Government proposes growth of 10 percent"
_GOVERNMENT = re.compile(
    r"\bthe (?:central )?Government (?:[a-z]+ )?(?:propos|target|aim|set|want|expect|forecast|project)\w* "
    r"(?!th(?:e|at) (?:city|province))"
    r"[^.;]*$"
)
# "6.2 per cent nationwide", "double-digit national growth"
_NATIONWIDE = re.compile(
    r"\s(?:nationwide|nationally|(?:for|in) the (?:whole |entire )?country\b(?!['’]s| (?:with|that|to))"
    r"|of the country as a whole|national (?:economic |GDP )?growth)\b"
)
# "the country drew US$15.2 billion, 13.1% more than a year ago"
_RISE_OF = re.compile(
    r"\)?,\s(?:(?:up|down|rising|falling|an?\s(?:[\w-]+\s){1,2}of)\s)?(?:by\s)?"
    rf"{ABOUT}"
)
_AND_MORE = re.compile(r"(?:\s[\w-]+){0,3}(?:\sand|,\swith)\s(?:[\w-]+\s){0,2}")
_IN_PLACE = re.compile(r"[^,;.()]{0,45}\b(?:in|of|to|for)\s(?:the\s)?$")
# "Hoang Mai, from 14 to seven"; "In Dong Da, 17 wards": a row of a list that opens with its place.
_ROW_PLACE = re.compile(
    r"(?:(?:^|[;:]\s|\band\s)(?P<row>[A-Z][a-z]+(?:\s[A-Z][a-z]+){0,3}),\sfrom"
    r"|\bIn\s(?P<place>[A-Z][a-z]+(?:\s[A-Z][a-z]+){0,3}),)\s$"
)


_CLAUSE_START = re.compile(
    r"(?:^|[;:]\s|,\s(?:and)\s|,?\s(?:while|whereas|but)\s|[.,]\s)(?:\W|(?:in|for|at|the|as for"
    r"|meanwhile,|also|of|former|new|old|whole|entire)\s){0,3}$",
    re.I,
)


_GLUE = re.compile(
    r"(?:\s(?:capital|city|province))?(?:,\s(?:and\s)?|\sand\s)(?:the\s)?(?:(?:[\w-]+\s){0,4}(?:city|province)\sof\s)?",
    re.I,
)


def enumerated(plain: str, named: Sequence[Term]) -> list[list[Term]]:
    """Places in groups, one for each enumeration ("Hung Yen and Bac Ninh")."""
    groups: list[list[Term]] = []
    for place in named:
        if groups and _GLUE.fullmatch(plain[groups[-1][-1].end : place.start]):
            groups[-1].append(place)
        else:
            groups.append([place])
    return groups


def _listed_place(spot: _Spot) -> str | None:
    """The place of the n-th figure of a list that follows an enumeration of as many places, with
    "respectively".
    """
    sentence, index = spot.sentence, spot.index
    run = listed_run(sentence, index)
    if len(run) < 2 or "respectively" not in sentence.plain[sentence.start : sentence.end]:
        return None
    before = [t for t in spot.named if t.end <= sentence.quantities[run[0]].start]
    group = enumerated(sentence.plain, before)[-1:]
    return group[0][run.index(index)].value if group and len(group[0]) == len(run) else None


def _place_beside(spot: _Spot) -> str | None:
    """A place right before its figure: "Hanoi 6 percent", "Thanh Hoa (11.5 percent)"."""
    last = spot.named[-1] if spot.named else None
    return last.value if last and _BESIDE.fullmatch(spot.sentence.plain, last.end, spot.q.start) else None


_BESIDE = re.compile(rf"\s\(?(?:up\s|down\s)?{ABOUT}")


def _acting_place(spot: _Spot) -> str | None:
    """The last place named where it is what has or does something: "In FDI Bac Ninh was first with"."""
    last = spot.named[-1] if spot.named else None
    acts = last and _ACTS.fullmatch(spot.sentence.plain, last.end, spot.q.start)
    return last.value if last and acts and not _PASSED.search(spot.left(last.start, 20)) else None


_ACTS = re.compile(
    r"\s(?:was|came|ranked|stood|attracted|drew|lured|led|topped|grew|recorded|posted|saw|took|followed|finished)"
    r"\s[^,;.]{0,60}"
)
_PASSED = re.compile(
    r"\b(?:(?<!city )(?<!province )(?<!capital )of|than|behind|after|from|with|by|and)\s(?:the\s)?$"
)


def _place_with(spot: _Spot) -> str | None:
    """ "Hai Phong followed with US$300 million and Hanoi with US$250 million"."""
    last = spot.named[-1] if spot.named else None
    told = last and _WITH.fullmatch(spot.sentence.plain, last.end, spot.q.start)
    beside = last and _ADDED.search(spot.left(last.start, 24))
    return last.value if last and told and beside else None


_WITH = re.compile(r"(?:\s(?:city|province))?\s(?:with|at)\s(?:the\s|an?\s)?(?:[\w-]+\s){0,5}")
_ADDED = re.compile(
    r"(?:\band|,|\bafter|\bbehind|\bahead of|\bby|\bcity of|\bprovince of)\s(?:the\s)?$", re.I
)


def _subject_place(spot: _Spot) -> str | None:
    """The last place named before a quantity that its clause is about; others are only passed on the way."""
    sentence, named, main = spot.sentence, spot.named, spot.places.main
    if main and any(
        len(group) > 1 and main in {t.value for t in group}
        for group in enumerated(sentence.plain, named)[-1:]
    ):
        return main  # "Hanoi, Hung Yen and Bac Ninh have handed over ..."
    for place in reversed(named):
        before = sentence.plain[sentence.start : place.start]
        if (
            place.value == main
            or _CLAUSE_START.search(before[-24:])
            or sentence.plain[place.end : place.end + 2] == "'s"
        ):
            return place.value
    return None


_MOVES_TO = re.compile(r"\s?(?:[a-z]+\s){0,2}(?:to|into|become|becomes)\s(?:just\s|only\s)?")


def _row_place(name: str, places: Places) -> str:
    return next((full for _, _, full in places.smaller(0, len(places.plain)) if full.startswith(name)), name)


_RULES: tuple[Callable[[_Spot], str | None], ...] = (
    _of_smaller,
    _listed_place,
    _place_beside,
    _of_nation,
    _of_row,
    _behind,
    _of_country,
    _place_with,
    _acting_place,
    _subject_place,
)
