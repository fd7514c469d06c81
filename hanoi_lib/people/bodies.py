"""What body a phrase names: "the municipal Party Committee", "Central Organisation Commission", "city's
Department of Health".

Answers with one name per body, whichever way a text writes it, with the place it belongs to and the body
above it. A phrase without its place ("the city's People's Council") is completed by the place it is handed.
Refuses phrases that are no body's name: better none than a wrong one.

Reads `vocabulary/organizations.yml` and the cities and provinces of `vocabulary/places.yml`.
"""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from hanoi_lib.scan import load_vocabulary

COUNTRY = "Vietnam"


@dataclass(frozen=True, slots=True)
class Body:
    """An organization: its one name, the place it is of and the body above it, where known."""

    name: str
    area: str | None = None
    parent: str | None = None


# One spelling for what British and American papers write differently.
_SPELLINGS = (("isation", "ization"), ("viet nam", "vietnam"), ("labor", "labour"), ("defense", "defence"))
_ASIDE = re.compile(r"\s?\([^()]{1,40}\)")
_ORDINAL = re.compile(r"^(?:\d{1,3}(?:st|nd|rd|th)(?:-(?:tenure|term))?\s)")
_INNER_ORDINAL = re.compile(r" \d{1,2}(?:st|nd|rd|th)(?:-(?:tenure|term))? (?=(?:Party|People's|Central) )")
_UNIT = re.compile(
    r"(?:(?P<name>[A-Z].*) (?P<unit>district|ward|commune|township|town|special zone)|(?P<number>district"
    r"|ward) (?P<n>\d{1,2}))",
    re.I,
)
_PLACE_OF = re.compile(r"(?:[a-z-]+ ){0,3}(?:city|province) of (?P<name>[A-Z].*)")
_NEW = re.compile(
    r"^(?:[Tt]he )?(?:(?:new|current|previous|present|merged|newly established|newly merged) )?"
)
_CAPITALS = re.compile(r"[A-Z0-9][\w.-]*(?: [A-Z0-9][\w.-]*){0,4}")
_MINISTRY = re.compile(r"ministry of (?P<a>.+)|(?P<b>.+) ministry")
_DEPARTMENT = re.compile(
    r"(?:(?P<before>.+?)(?:'s)? )?Department (?:of"
    r"|for) (?P<field>(?!.*'s).+?)(?: of (?:the )?(?P<after>[A-Z].+|city|province|capital))?$"
)
_OWNED = re.compile(r"(?P<owner>.+?)'s (?P<part>[^']+)$")
_PART_OF = re.compile(r"(?P<part>[^']+?) of (?:the )?(?P<owner>.+)$")


def normalise(phrase: str) -> str:
    """Lower case, American spelling, no article, no bracketed abbreviation.

    >>> normalise("the Party Central Committee (PCC)'s Organisation Commission")
    "party central committee's organization commission"
    """
    low = _ORDINAL.sub("", _ASIDE.sub("", phrase).lower().removeprefix("the ").strip())
    for other, ours in _SPELLINGS:
        low = low.replace(other, ours) if ours not in low else low
    return low


@dataclass(frozen=True, slots=True)
class _Known:
    """`organizations.yml` ready for look-ups, every phrase normalised."""

    national: dict[str, Body]
    within: dict[str, str]
    ministries: dict[str, str]
    nouns: frozenset[str]
    nameless: frozenset[str]
    place_words: frozenset[str]
    places: dict[str, str]
    provinces: frozenset[str]
    """Their capitals often have the same name."""
    local: re.Pattern[str]
    cores: dict[str, str]


@cache
def _known() -> _Known:
    read = load_vocabulary("organizations")
    national: dict[str, Body] = {}
    for name, about in read["national"].items():
        body = Body(name, about.get("area", COUNTRY), about["parent"])
        national.update(dict.fromkeys([normalise(name), *map(normalise, about["also"])], body))
    cores = {normalise(p): name for name, phrases in read["local"].items() for p in [name, *phrases]}
    within = {normalise(p): name for name, phrases in read["within"].items() for p in [name, *phrases]}
    ministries = {normalise(p): name for name, other in read["ministries"].items() for p in [name, *other]}
    core = "|".join(map(re.escape, sorted(cores, key=len, reverse=True)))
    places = load_vocabulary("places")["terms"]
    return _Known(
        national,
        within,
        ministries,
        frozenset(read["nouns"]),
        frozenset(read["nameless"]),
        frozenset(read["place_words"]),
        {"ho chi minh": "Ho Chi Minh City"}
        | {
            p: name
            for kind in ("city", "province")
            for name, phrases in places[kind].items()
            for p in phrases
        },
        frozenset(p for phrases in places["province"].values() for p in phrases),
        re.compile(rf"(?:(?P<before>.+?)(?:'s)? )??(?P<core>{core})(?: (?:of|in) (?:the )?(?P<after>.+))?"),
        cores,
    )


@lru_cache(maxsize=4096)
def parse_place(phrase: str, here: str | None) -> str | None:
    """The city, province or district that a phrase before or after a body's name stands for.

    `here` is the place that "municipal" and "the city" mean.

    >>> [parse_place(p, "Hanoi") for p in ("Quang Ninh provincial", "municipal", "Ha Long City")]
    ['Quang Ninh', 'Hanoi', 'Ha Long']
    >>> parse_place("Economic", "Hanoi") is None
    True
    """
    known = _known()
    phrase = phrase.removeprefix("the ").removeprefix("former ")
    named = _PLACE_OF.fullmatch(phrase)
    words = _ORDINAL.sub("", named["name"] if named else phrase).removesuffix("'s").split()
    if not words:
        return here
    if " ".join(words).lower() in known.places:
        return known.places[" ".join(words).lower()]
    if all(word.lower() in known.place_words for word in words):
        if here and not _is_kind(words, here):
            return None
        return here or ("Hanoi" if words[0].startswith("capital") else None)
    is_city = words[-1].lower() == "city"
    while words and words[-1].lower() in known.place_words:
        words.pop()
    name = " ".join(words).removesuffix("'s")
    if is_city and name.lower() in known.provinces:
        return f"{name} City"  # the capital, not the province of the same name
    if name.lower() in known.places:
        return known.places[name.lower()]
    unit = _UNIT.fullmatch(name)
    if unit and unit["n"]:
        return f"{unit['number'].capitalize()} {unit['n']}"
    if unit and _CAPITALS.fullmatch(unit["name"]):
        return f"{unit['name']} {unit['unit'].title()}"
    return name if _is_local_name(name) or (is_city and _SYLLABLE.fullmatch(name)) else None


def _is_kind(words: list[str], here: str) -> bool:
    """Whether a place can be called so: no province is "municipal", no city "provincial"."""
    is_province = here.lower() in _known().provinces
    lower = {word.lower() for word in words}
    return lower.isdisjoint(("city", "city's", "municipal") if is_province else ("provincial", "province's"))


_SYLLABLE = re.compile(r"[A-Z][bcdghklmnpqrstvx]{0,2}[aeiouy]{1,3}(?:ch|ng|nh|[cmnpt])?")
_VIETNAMESE = re.compile(
    r"(?:[A-Z](?:[bcdghklmnpqrstvx]{0,2})[aeiouy]{1,3}(?:ch|ng|nh|[cmnpt])?(?: |$)"
    r"|[AEIOUY][aeiouy]{0,2}(?:ch|ng|nh|[cmnpt])?(?: |$)){2,3}"
)


def _is_local_name(name: str) -> bool:
    """Whether an unknown place has the form of a Vietnamese one: two or three syllables ("Ha Long")."""
    return bool(_VIETNAMESE.fullmatch(name))


@lru_cache(maxsize=4096)  # a text names the same few bodies over and over
def parse_body(phrase: str, here: str | None = None, *, named: bool = True) -> Body | None:
    """The body that a phrase names, None if it names none; without `named` only bodies of a known kind.

    >>> [parse_body(p, "Da Nang").name for p in ("Hanoi City Party Committee", "municipal People's Council")]
    ['Hanoi Party Committee', "Da Nang People's Council"]
    >>> parse_body("Party Central Committee's Organisation Commission").name
    'Central Organization Commission'
    >>> parse_body("growth model") is None
    True
    """
    phrase = _NEW.sub("", _ASIDE.sub("", phrase)).removesuffix("'s").strip()
    phrase = _INNER_ORDINAL.sub(" ", phrase).replace("Party's Committee", "Party Committee")
    low = normalise(phrase)
    if low in _known().national:
        return _known().national[low]
    return (
        _local(phrase, here)
        or _ministry(low)
        or _department(phrase, here)
        or _part(phrase, here)
        or (_named(phrase, here) if named else None)
    )


def _local(phrase: str, here: str | None) -> Body | None:
    low = normalise(phrase)
    found = _known().local.fullmatch(low)
    if found is None:
        return None
    offset = len(phrase) - len(low)  # spellings may differ in length only where no local body is named
    if offset:
        phrase = phrase[offset:] if phrase.lower().endswith(low) else low
    before = phrase[: found.end("before")] if found["before"] else ""
    after = phrase[found.start("after") :] if found["after"] else ""
    core = _known().cores[found["core"]]
    owner = _known().national.get(normalise(after or before)) if (after or before) else None
    if owner is not None and owner.name != "Communist Party of Vietnam":
        is_long = owner.name.endswith("Committee")
        name = f"{core} of the {owner.name}" if is_long else f"{owner.name} {core}"
        return Body(name, owner.area, owner.name)
    place = parse_place(after or before, here)
    if place is None or (after and before and parse_place(before, here) is None):
        return None
    return Body(f"{place} {core}", place)


def _ministry(low: str) -> Body | None:
    found = _MINISTRY.fullmatch(low)
    field = found and _known().ministries.get((found["a"] or found["b"]).removeprefix("vietnamese "))
    return ministry(field) if field else None


def ministry(field: str) -> Body:
    """The ministry of a field as the vocabulary writes it ("Home Affairs")."""
    return Body(f"Ministry of {field}", COUNTRY, "Government")


def parse_field(phrase: str) -> str | None:
    """The field of a minister ("Planning and Investment", "Foreign"), None if no ministry has it."""
    return _known().ministries.get(normalise(phrase))


def _department(phrase: str, here: str | None) -> Body | None:
    """A city's or province's department; without a place only if it is one that each of them has."""
    found = _DEPARTMENT.fullmatch(phrase)
    if found is None:
        return _field_department(phrase, here)
    where = found["after"] or found["before"] or ""
    if not where and parse_field(found["field"]) is None:
        return None
    place = parse_place(where, here)
    return Body(f"{place} Department of {found['field']}", place) if place else None


def _field_department(phrase: str, here: str | None) -> Body | None:
    """As in "the municipal Home Affairs Department", "Hanoi Transport Department"."""
    words = phrase.split()
    if len(words) < 2 or words[-1] != "Department":
        return None
    for count in range(len(words) - 1):
        field = " ".join(words[count:-1])
        if parse_field(field):
            place = parse_place(" ".join(words[:count]), here)
            return Body(f"{place} Department of {field}", place) if place else None
    return None


def _part(phrase: str, here: str | None) -> Body | None:
    """A part of a body that is named with it: "the Hanoi Party Committee's Standing Board"."""
    for pattern in (_OWNED, _PART_OF):
        found = pattern.fullmatch(phrase)
        own = found and normalise(found["part"])
        part = _part_called(own) if own else None
        central = _known().national.get(f"party central committee's {own}") if own else None
        owner = parse_body(found["owner"], here) if found and (part or central) else None
        if owner and central and owner.name == "Party Central Committee":
            return central
        if owner and part:
            return Body(f"{part} of the {owner.name}", owner.area, owner.name)
    if phrase[:1].isupper() or phrase.startswith("municipal"):
        for low, part in _known().within.items():  # "Hanoi Party Committee Standing Board"
            if normalise(phrase).endswith(" " + low):
                whose = phrase[: -len(low) - 1].removesuffix("'s")
                whose += " Committee" if whose.endswith("Party") else ""  # "Hanoi Party Standing Committee"
                owner = _local(whose, here)
                return Body(f"{part} of the {owner.name}", owner.area, owner.name) if owner else None
    return None


_COMMISSION = re.compile(
    r"(?P<of>.+) (?:commission|committee|board|department)|(?:commission|board) (?:for|on|of) (?P<on>.+)"
)


def _part_called(phrase: str) -> str | None:
    """The name of a Party committee's own part, whichever word for commission a text has."""
    known = _known().within
    if phrase in known:
        return known[phrase]
    found = _COMMISSION.fullmatch(phrase)
    return known.get(f"{found['of'] or found['on']} commission") if found else None


_SMALL = frozenset(("of", "and", "for", "the"))
_AND_ROLE = re.compile(r" and (?:[A-Z][a-z]+ )?(?:Director|Chairman|Secretary|President|Head|Minister)\b")
_STARTS = frozenset(("of", "and", "for", "on", "in", "to", "under"))


def _named(phrase: str, here: str | None) -> Body | None:
    """Any other body by its proper name: capitalised words with a body's noun at the end, or before "of"."""
    words = phrase.split()
    if (
        len(words) < 2
        or words[0].lower() in _STARTS
        or words[-1] in _SMALL
        or phrase.lower() in _known().nameless
    ):
        return None
    if is_placeless(phrase):
        return None
    while words and words[0] in _known().place_words:
        words = [here, *words[1:]] if here and len(words) > 1 else words[1:]
    if len(words) < 2 or not all(w[:1].isupper() or w[:1].isdigit() or w in _SMALL for w in words):
        return None
    if " and the " in phrase or _AND_ROLE.search(phrase):  # two bodies, or another post
        return None
    heads = [words[-1], *(words[i - 1] for i in range(1, len(words)) if words[i] in ("of", "for", "on"))]
    if not any(_singular(w) in _known().nouns for w in heads):
        return None
    name = " ".join(words).replace("isation", "ization")
    area = next((place for p, place in _known().places.items() if f" {p} " in f" {name.lower()} "), None)
    return Body(name, area)


def is_placeless(phrase: str) -> bool:
    """Whether a local body's place is not told or not understood: "municipal Party Committee of Shanghai"."""
    found = _known().local.fullmatch(normalise(phrase))
    before = found["before"].split() if found and found["before"] else []
    return bool(before) and all(word in _known().place_words for word in before)


def _singular(word: str) -> str:
    return word.lower().rstrip(",").removesuffix("'s")
