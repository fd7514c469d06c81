"""When and where a figure holds: its period and its area, from the words around it.

The period is the time that stands next to the figure, else the last one named before it, else the first
after it in its clause; times that a figure is only compared with never are. The area is the place its
clause is about. What a sentence leaves open is for figures.py to take from the sentence before, or to
leave missing.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from hanoi_lib.dates import Moment
from hanoi_lib.enumerations import listed_run
from hanoi_lib.places import DATELINE, Places
from hanoi_lib.quantities import Quantity
from hanoi_lib.scan import Term, Terms
from hanoi_lib.sentences import Sentence
from hanoi_lib.wholes import tells_plan

_ADJACENT = re.compile(
    r"\)?\s?(?:[A-Za-z&%'-]+\s){0,4}?(?:in|of|for|by|during|over|as of|at|until|through|from"
    r"|within|on)\s(?:the\s)?(?:end of\s)?|\s?\(|\)?,?\s|,\s(?:in|by|during|over)\s(?:the\s)?",
    re.I,
)
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
    r"\b(?:national average|the country's|the nation's|nationwide|national"
    r"|the whole country(?:'s)?|the country as a whole|Viet\s?[Nn]am as a whole|the entire country"
    r"|country's average)\s(?:\w+\s){0,4}(?:of|at|by|was|is|rose|grew|reached|to)?\s?(?:\w+\s)?$",
    re.I,
)
_IN_PLACE = re.compile(r"[^,;.()]{0,45}\b(?:in|of|to|for)\s(?:the\s)?$")
# "Hoang Mai, from 14 to seven"; "In Dong Da, 17 wards": a row of a list that opens with its place.
_ROW_PLACE = re.compile(
    r"(?:(?:^|[;:]\s|\band\s)(?P<row>[A-Z][a-z]+(?:\s[A-Z][a-z]+){0,3}),\sfrom"
    r"|\bIn\s(?P<place>[A-Z][a-z]+(?:\s[A-Z][a-z]+){0,3}),)\s$"
)


def find_period(
    sentence: Sentence, index: int, moments: Sequence[Moment], aim_after: str | None
) -> Moment | None:
    """The moment that dates the quantity at `index`, or None where its sentence names none.

    `aim_after` is the day an aim lies ahead of: a time gone by that stands before an aim does not date it.
    """
    plain, q = sentence.plain, sentence.quantities[index]
    if elliptic := _elliptic(sentence, q, moments):
        return elliptic
    then = next((m for m in moments if m.start >= q.end and _IN_THEN.fullmatch(plain, q.end, m.start)), None)
    held = next(
        (
            m
            for m in moments
            if m.comparison
            and m.start >= q.end
            and _HELD_AGAINST.search(plain[max(sentence.start, q.start - 40) : q.start])
        ),
        None,
    )
    if held and _NEXT_TO.fullmatch(plain, q.end, held.start):
        return held  # "against 575 hotels a year ago"
    if then and then.comparison:
        return then  # "after contracting 5.58 per cent in the year before"
    plan = tells_plan(sentence, q)
    moments = [
        m
        for m in moments
        if not (
            plan and q.end < m.start and _OF_PLAN_TIME.fullmatch(plain, min(plan.end(), m.start), m.start)
        )
    ]
    beside = [m for m in moments if not is_compared(plain, sentence.start, m) and _is_beside(sentence, m, q)]
    own = [m for m in beside if not m.vision] or (beside if aim_after else [])
    next_start = (
        sentence.quantities[index + 1].start if index + 1 < len(sentence.quantities) else sentence.end
    )
    right = [m for m in own if m.start >= q.end and m.end <= next_start]
    if right and _ADJACENT.fullmatch(plain, q.end, right[0].start):
        return right[0]
    until = next((m for m in own if m.start >= q.end and m.lead == "deadline"), None)
    if until and not re.search(r"[,;:]\s", plain[q.end : until.start]):
        return until
    own = [m for m in own if not _dates_yardstick(sentence, index, m)]
    left = [
        m
        for m in own
        if m.end <= q.start
        and not _is_subordinate(plain, sentence.start, m)
        and not (aim_after and _ends_before(m.edtf, aim_after))
    ]
    if left:
        return left[-1]
    following = [
        m
        for m in own
        if m.start >= q.end
        and not _PARTED.search(plain, q.end, m.start)
        and not _OF_PLAN.search(plain[q.end : m.start])
    ]
    return following[0] if following else None


# "5.81 per cent in the first quarter, 5.91 per cent in the second": the noun is understood.
_NTH = re.compile(r"\sin the (?P<nth>first|second|third|fourth)(?=[,.;]|\s(?:and|which|but|while)\b)")
_NTHS = {"first": 1, "second": 2, "third": 3, "fourth": 4}


def _elliptic(sentence: Sentence, q: Quantity, moments: Sequence[Moment]) -> Moment | None:
    nth = _NTH.match(sentence.plain, q.end, sentence.end)
    named = [m for m in moments if m.kind in ("quarter", "half") and not m.comparison] if nth else []
    if not nth or not named or (named[0].kind == "half" and _NTHS[nth["nth"]] > 2):
        return None
    months = 3 if named[0].kind == "quarter" else 6
    last = _NTHS[nth["nth"]] * months
    return replace(named[0], edtf=f"{named[0].edtf[:4]}-{last - months + 1:02}/{named[0].edtf[:4]}-{last:02}")


# "a year after the Assembly approved it on June 16, 2022, Hanoi has ..."
_SUBORDINATE = re.compile(r"\b(?:after|since|when|before|until)\s[^,;]{5,80}$")


def _dates_yardstick(sentence: Sentence, index: int, moment: Moment) -> bool:
    """Whether a moment only dates an earlier figure that the statement is held against."""
    before = [o for o in sentence.quantities[:index] if o.end <= moment.start]
    if not before or moment.end > sentence.quantities[index].start:
        return False
    left = sentence.plain[max(sentence.start, before[-1].start - 60) : before[-1].start]
    return bool(
        _HELD_AGAINST.search(left) and _NEXT_TO.fullmatch(sentence.plain, before[-1].end, moment.start)
    )


def _is_subordinate(plain: str, start: int, moment: Moment) -> bool:
    """Whether a day only dates a subordinate clause that a comma closes."""
    if moment.kind != "day" or plain[moment.end : moment.end + 1] != ",":
        return False
    return bool(_SUBORDINATE.search(plain[max(start, moment.start - 90) : moment.start]))


_HELD_AGAINST = re.compile(
    r"\b(?:against|compared (?:to|with)|up from|down from|versus|higher than|lower than"
    r"|faster than|slower than)\s(?:about |some |nearly |only |just |over |more than |the |a "
    r"|an ){0,2}(?:(?:growth|expansion|increase|rise|drop|fall|decline|decrease)"
    r"\s(?:rate\s)?of\s)?$"
)
_NEXT_TO = re.compile(r"\)?\s(?:[a-z-]+\s){0,4}(?:(?:in|of|for|during)\s(?:the\s)?)?")
_IN_THEN = re.compile(r"\sin\s(?:the\s)?")
_OF_PLAN_TIME = re.compile(r"[^,;.]{0,40}")
_OF_PLAN = re.compile(
    r"\bof (?:the|its|this|their)\s(?:[\w']+\s){0,3}(?:plan|target|estimate|goal|forecast)"
    r"s?\s(?:set\s|assigned\s)?(?:for|of|in)\s(?:the\s)?(?:whole\s|full\s|entire\s)?$",
    re.I,
)


def _ends_before(edtf: str, day: str) -> bool:
    return last_day(edtf) < day


def last_day(edtf: str) -> str:
    """The last day an EDTF date allows, as ISO; an open end is the year 9999."""
    last = re.split(r"/|\.\.", edtf.strip("[]"))[-1].strip("~?") or "9999"
    return (last + "-12-31"[len(last) - 4 :])[:10]


def first_day(edtf: str) -> str:
    """The first day an EDTF date allows, as ISO; an open start is the year 0000."""
    first = re.split(r"/|\.\.", edtf.strip("[]"))[0].strip("~?") or "0000"
    return (first + "-01-01"[len(first) - 4 :])[:10]


_PARTED = re.compile(r";|\b(?:against|compared|than|versus|whereas|while|from|that of|as in)\b")


_YARDSTICK = re.compile(
    r"\btimes\s(?:as (?:much|many|high|large)\sas\s)?(?:that|those|the\s(?:number|figure|level"
    r"|total|result|value|amount))s?\s(?:of|in|for|recorded in)\s(?:the\s)?$|"
    r"\b(?:than|against|compared\s(?:to|with)|versus|(?:%|per ?cent|points?|times|rise|increase"
    r"|growth|drop|fall|decline|decrease|gain)\s(?:over|from|above|below|of))\s"
    r"(?:(?:in|the|that|of|level|same|corresponding|period|figure|figures|number|first|second"
    r"|third|fourth|quarter|half|six|nine|three|months|year|a|during|for|its|result|results"
    r"|recorded|their)\s){0,8}$",
    re.I,
)


def is_compared(plain: str, start: int, moment: Moment) -> bool:
    """Whether a moment is what a figure is held against: "5.8% over the same quarter of 2021"."""
    if moment.comparison or _ITS_RESULT.match(plain, moment.end):
        return True
    return bool(_YARDSTICK.search(plain[max(start, moment.start - 90) : moment.start]))


_ITS_RESULT = re.compile(r"(?:'s)?\s(?:result|level|figure|number|total|value)s?\b(?!\s(?:of|was|is|at|to))")


def _is_beside(sentence: Sentence, moment: Moment, q: Quantity) -> bool:
    """Whether a moment and a quantity stand in the same brackets, or the moment alone in them right
    behind it.
    """
    before_moment = sentence.plain[sentence.start : moment.start]
    if before_moment.count("(") <= before_moment.count(")"):
        return True
    opened = sentence.start + before_moment.rfind("(")
    alone = re.match(r"\)", sentence.plain[moment.end : moment.end + 1]) and moment.start - opened < 12
    return q.start > opened or bool(alone and opened - q.end < 3)


def find_area(
    sentence: Sentence, index: int, places: Places, terms: Terms, national: bool, running: str | None
) -> str | None:
    """The place the quantity at `index` is about, or None where its sentence names none.

    `national` says that its indicator speaks of the whole country unless a city is named; `running` is the area of the
    quantity before it, which a move keeps ("from 14 to seven").
    """
    plain, q = sentence.plain, sentence.quantities[index]
    if index and _MOVES_TO.fullmatch(plain, sentence.quantities[index - 1].end, q.start):
        return running
    dateline = DATELINE.match(plain, sentence.start, q.start)
    named = places.localities(dateline.end() if dateline else sentence.start, q.start)
    if national and not named:
        return "Vietnam"
    smaller = [s for s in places.smaller(sentence.start, q.start) if ";" not in plain[s[1] : q.start]]
    joined = smaller and plain[max(sentence.start, smaller[-1][0] - 4) : smaller[-1][0]].lower() == "and "
    if (
        smaller
        and not joined
        and not _LIES_IN.search(plain[max(sentence.start, smaller[-1][0] - 30) : smaller[-1][0]])
        and _OWNS.fullmatch(plain, smaller[-1][1], q.start)
    ):
        return smaller[-1][2]
    if _NATIONAL.search(plain[max(sentence.start, q.start - 70) : q.start]):
        return "Vietnam"
    if row := _ROW_PLACE.search(plain[max(sentence.start, q.start - 50) : q.start]):
        return _row_place(row["row"] or row["place"], places)
    next_start = (
        sentence.quantities[index + 1].start if index + 1 < len(sentence.quantities) else sentence.end
    )
    if listed := _listed_place(sentence, index, named):
        return listed
    abroad = [
        t
        for t in terms.of("country", q.end, next_start)
        if plain[t.start : t.end] in ("Vietnam", "Viet Nam") and _IN_PLACE.fullmatch(plain, q.end, t.start)
    ]
    if abroad and not named:
        return "Vietnam"
    after = [p for p in places.localities(q.end, next_start) if _IN_PLACE.fullmatch(plain, q.end, p.start)]
    if after and not (named and _is_country_share(plain, q, after[0].start)):
        return after[0].value
    country = [
        t
        for t in terms.of("country", sentence.start, q.start)
        if plain[t.start : t.end] in ("Vietnam", "Viet Nam")
    ]
    if (
        country
        and (not named or country[-1].start > named[-1].start)
        and _SUBJECT.match(plain, country[-1].end, q.start)
    ):
        return "Vietnam"
    return _subject_place(sentence, q, named, places.main)


_CLAUSE_START = re.compile(
    r"(?:^|[;:]\s|,\s(?:and)\s|,?\s(?:while|whereas|but)\s|[.,]\s)(?:\W|(?:in|for|at|the|as for"
    r"|meanwhile,|also|of|former|new|old|whole|entire)\s){0,3}$",
    re.I,
)


def enumerated(plain: str, named: Sequence[Term]) -> list[list[Term]]:
    """Places in groups, one for each enumeration ("Hung Yen and Bac Ninh")."""
    groups: list[list[Term]] = []
    for place in named:
        if groups and re.fullmatch(r",\s(?:and\s)?|\sand\s", plain[groups[-1][-1].end : place.start]):
            groups[-1].append(place)
        else:
            groups.append([place])
    return groups


def _listed_place(sentence: Sentence, index: int, named: Sequence[Term]) -> str | None:
    """The place of the n-th figure of a list that follows an enumeration of as many places, with
    "respectively".
    """
    run = listed_run(sentence, index)
    if len(run) < 2 or "respectively" not in sentence.plain[sentence.start : sentence.end]:
        return None
    before = [t for t in named if t.end <= sentence.quantities[run[0]].start]
    group = enumerated(sentence.plain, before)[-1:]
    return group[0][run.index(index)].value if group and len(group[0]) == len(run) else None


def _subject_place(sentence: Sentence, q: Quantity, named: Sequence[Term], main: str | None) -> str | None:
    """The last place named before a quantity that its clause is about; others are only passed on the way."""
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


def _is_country_share(plain: str, q: Quantity, place: int) -> bool:
    return plain[q.end : place].strip().startswith("of")
