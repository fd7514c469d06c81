"""Where an event takes place, or whose it is: the city, the province, the country.

Answers with the names that `area` carries, from the places its sentence names and the document's own.
What the National Assembly or the Politburo decides is Vietnam's; a meeting with two cities has both.

Reads `national` of `vocabulary/events.yml`.
"""

import re
from functools import cache
from typing import Final

from hanoi_lib.events.deeds import Deed
from hanoi_lib.passages import Passage
from hanoi_lib.places import Places
from hanoi_lib.scan import load_vocabulary

DATELINE: Final = re.compile(
    r"^(?:date [\d-]{10} )?(?:[A-Z][A-Z .'-]{2,40}(?:, [^—]{0,40}?)?"
    r"|[A-Z][\w ,]{2,30}\([A-Z/]+\))\s?(?:—|--?)\s|^date [\d-]{10} "
)


@cache
def _national() -> re.Pattern[str]:
    """National bodies, but not "the Politburo's decision" on a post, which is its city's."""
    bodies = "|".join(map(re.escape, load_vocabulary("events")["national"]))
    return re.compile(rf"\b(?:{bodies})\b(?!'s (?!resolution|conclusion|directive|law|decree))", re.I)


PARAGRAPH: Final = 1500  # characters before a sentence that may tell what place it speaks of
NEAR: Final = 70  # characters beyond which a place in the sentence is another matter's


def find_areas(plain: str, places: Places, passage: Passage, deed: Deed) -> list[str | None]:
    """The article's own place where the sentence names it or none, else the nearest; all of a joint one."""
    main = places.main
    named = [
        t for t in places.localities(passage.start, passage.end) if not _is_dateline(plain, passage, t.end)
    ]
    names = list(dict.fromkeys(t.value for t in named))
    first, last = deed.thing or (deed.start, deed.end)
    if deed.kind in ("session", "congress") and (plain[first:last].endswith("s") or deed.does == "Meeting"):
        until = _PURPOSE.search(plain, last, passage.end) if deed.does else None
        end = until.start() if until else passage.end
        with_whom = list(dict.fromkeys(t.value for t in named if last < t.start < end))
        if len(with_whom) > 1:
            return list(with_whom)
    if _is_national(plain, passage, deed):
        return ["Vietnam"]
    if deed.kind == "session" and main and _WITH_LOCALS.match(plain, last, passage.end):
        return [main]  # wherever they met
    if deed.kind == "appointment" and (
        re.search(r"\bNational Assembly $", plain[passage.start : deed.start])
        or _OF_THE_STATE.match(plain, deed.end, passage.end)
    ):
        return ["Vietnam"]
    if deed.kind == "appointment":  # "Born in Hai Duong, he was elected"
        named = [t for t in named if 0 <= t.start - deed.end <= 110]
        names = [t.value for t in named]
    if not names:
        return [_named_before(plain, places, passage)]
    if main in names:
        return [main]
    distance, nearest = min((min(abs(t.start - deed.end), abs(deed.start - t.end)), t.value) for t in named)
    return [nearest] if distance <= NEAR or main is None else [main]


_WITH_LOCALS: Final = re.compile(
    r" with (?:the )?(?:key |senior )?(?:provincial|municipal|city|local|its) (?:[a-z]+ )?"
    r"(?:authorities|leaders|officials)"
)
# What a meeting was for, or when: "worked with the two cities to discuss"
_PURPOSE: Final = re.compile(r" (?:to|on|about|in|at|before|after|during|where|when|which|who)\b|[;:.]")
# "became Deputy Prime Minister", "was elected to the Politburo", "appointed Minister of Finance"
_OF_THE_STATE: Final = re.compile(
    r" (?:as |to |to be |to join )?(?:the |a )?(?:new |\d{1,2}(?:st|nd|rd|th)(?:-\w+)? )?"
    r"(?:(?:Deputy |Vice )?Prime Minister|(?:Deputy )?Minister of|(?:Vice )?State President|Politburo"
    r"|Secretariat|(?:Party )?General Secretary|(?:Party )?Central Committee"
    r"|(?:Vice )?Chair(?:man|woman) of the National Assembly|member of the (?:Politburo|Party Central))\b"
)


def _named_before(plain: str, places: Places, passage: Passage) -> str | None:
    """The place that the paragraph speaks of up to here, else the document's own."""
    start = max(
        plain.rfind("\n", max(0, passage.start - PARAGRAPH), passage.start), passage.start - PARAGRAPH, 0
    )
    names = [t.value for t in places.localities(start, passage.start)]
    own = [t.value for t in places.terms.of("own", passage.start, passage.end)]
    if "province" in own and "city" not in own and places.terms.of("province"):
        return places.main  # "the provincial Secretary", after the province's capital was named
    return names[-1] if names and places.main not in names else places.main


def _is_dateline(plain: str, passage: Passage, end: int) -> bool:
    dateline = DATELINE.match(plain, passage.start, passage.end) or DATELINE.match(
        plain[passage.start : passage.end]
    )
    return dateline is not None and end <= passage.start + len(dateline.group())


_OF_THE_NATION: Final = re.compile(r" of (?:the )?(?:National Assembly|Government|Central|Vietnam)\b")
_CONGRESS: Final = re.compile(r"\b(national )?(?:party )?congress\b", re.I)


def _is_national_before(plain: str, first: int, last: int) -> bool:
    """Whether "the congress" is a national one, named shortly before."""
    if plain[max(0, first - 4) : last].lower() != "the congress":
        return False
    before = list(_CONGRESS.finditer(plain, max(0, first - PARAGRAPH), first))
    return bool(before and before[-1][1])


def _is_national(plain: str, passage: Passage, deed: Deed) -> bool:
    """A national conference, or what the National Assembly or the Politburo decides, is the country's."""
    first, last = deed.thing or (deed.start, deed.end)
    if deed.kind in ("session", "congress"):
        named = plain[max(passage.start, first - 12) : last]
        of_state = deed.kind == "congress" and _OF_THE_NATION.match(plain, last, passage.end)
        is_named = re.search(r"\b(?:[Nn]ational|NATIONAL|NA)\b", named) or of_state
        return bool(is_named) or _is_national_before(plain, first, last)
    if deed.kind != "decision":
        return False
    if deed.does == "Dating" and _national().search(plain, max(passage.start, first - 20), first):
        return True
    end = min(passage.end, deed.end + 45)
    stop = plain.find(",", deed.end, end) if deed.does != "Dating" else -1
    return bool(_national().search(plain, max(passage.start, deed.start - 60), end if stop < 0 else stop))
