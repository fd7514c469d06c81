"""Where a text names a Vietnamese person: the spans of full names, and the short forms that lead back to
them.

Answers with spans of `Document.plain`. A name is a run of two to five capitalised Vietnamese syllables that a
family name begins ("Nguyen Duy Ngoc", "TO LAM"); after a title any run of such syllables will do. Refuses
streets, halls and wards called after people, photographers and other bylines, and the dead whom texts honour
with an old office.

Reads `vocabulary/names.yml`.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cache

from hanoi_lib.documents import fold
from hanoi_lib.scan import load_vocabulary

LONGEST = 5  # syllables in a name

# A Vietnamese syllable without its diacritics; matches Nguyen, Huynh, Y, Thuy; must not match Party, Hanoi,
# Street.
_ONSET = r"(?:ngh|ng|nh|gh|gi|kh|ph|qu|th|tr|ch|[bcdghklmnpqrstvx])?"
_SYLLABLE = re.compile(rf"{_ONSET}[aeiouy]{{1,3}}(?:ch|ng|nh|[cmnpt])?", re.I)
# Capitalised short words in a row; what they are is told word by word, so that no alternative is tried twice.
_RUN = re.compile(r"\b[A-Z](?:[a-z]{0,6}|[A-Z]{1,6})(?: [A-Z](?:[a-z]{0,6}|[A-Z]{1,6})\b){1,9}")
_WORD = re.compile(r"[A-Za-z]+")
# "Photo: Thanh Hai", "by Nguyen Van An", "VNA Photo Duong Giang": whoever made the picture or wrote the text.
_BYLINE = re.compile(
    r"(?:\b(?:interview(?:ed)?|photos?|photograph(?:er|ed)?|image|picture|graphics?|infographics?"
    r"|illustration|video|source|story|text|words"
    r"|translated|reported|edited|written|compiled|author"
    r"|reporter)\b[\s:/(]{1,3}(?:by[ :]{1,2})?(?:[A-Z][\w.]{1,20}[ /]){0,2}"
    r"|^\W{0,3}By[: ]{1,2})$",
    re.I,
)
_NAMED_AFTER = re.compile(r" [A-Z][a-z]")  # "Ho Chi Minh National Academy of Politics"
_AFTER_PLACE = re.compile(r"\s(?:and\s[A-Z]\w+\s)?([A-Za-z']+)")


@dataclass(frozen=True, slots=True)
class Name:
    """A full name as a text writes it; `sure` unless only a title before it can tell that it is a person."""

    start: int
    end: int
    name: str
    sure: bool


@dataclass(frozen=True, slots=True)
class _Words:
    """`names.yml`, each list as a set of lower-case words."""

    family: frozenset[str]
    weak: frozenset[str]
    english: frozenset[str]
    places: frozenset[str]
    historical: frozenset[str]


@cache
def _words() -> _Words:
    read = load_vocabulary("names")
    keys = ("family", "weak_family", "english", "places", "historical")
    return _Words(*(frozenset(str(word).lower() for word in read[key]) for key in keys))


def slug(name: str) -> str:
    """An id that can be read aloud.

    >>> slug("Bùi Thị Minh Hoài"), slug("Hanoi People's Committee")
    ('bui-thi-minh-hoai', 'hanoi-peoples-committee')
    """
    return "-".join(re.findall(r"[a-z0-9]+", fold(name).lower().replace("'", "")))


def is_syllable(word: str) -> bool:
    """Whether a word has the form of one Vietnamese syllable, as each part of a name has.

    >>> is_syllable("Nguyen"), is_syllable("Committee")
    (True, False)
    """
    return bool(_SYLLABLE.fullmatch(word))


def is_english(word: str) -> bool:
    """Whether a syllable is an English word too, which alone names nobody ("He", "In")."""
    return word.lower() in _words().english


def is_historical(name: str) -> bool:
    """Whether a name belongs to the honoured dead ("Ho Chi Minh"), of whatever office a text gives them."""
    return name.lower() in _words().historical


def family_and_given(name: str) -> tuple[str, str]:
    """The two parts of a Vietnamese name that people are called and filed by: the first and the last.

    >>> family_and_given("Bui Thi Minh Hoai")
    ('Bui', 'Hoai')
    """
    parts = name.split()
    return parts[0], parts[-1]


def find_names(
    plain: str, start: int, end: int, places: Collection[str] = (), headline: bool = False
) -> list[Name]:
    """The full names within one passage, in order.

    `places` are names of places in lower case ("ha nam"); a headline may write every word with a capital.
    """
    return [
        name
        for run in _RUN.finditer(plain, start, end)
        for name in _names_in(plain, run, start, end, places, headline)
    ]


def _names_in(
    plain: str, run: re.Match[str], floor: int, end: int, places: Collection[str], headline: bool
) -> Iterator[Name]:
    """The names in one run of capitalised words: each starts at a family name and takes what syllables
    follow.
    """
    words = [(m.start(), m.end(), m.group()) for m in _WORD.finditer(plain, run.start(), run.end())]
    place = 0
    while place < len(words) - 1:
        taken = _syllables(words, place, headline)
        taken = _before_place(words, place, taken, places)
        if taken >= 2 and _is_person(plain, words[place][0], words[place + taken - 1][1], floor, end, places):
            yield _name(words[place : place + taken])
            place += taken
        else:
            place += max(1, _place_length(words, place, places))


def _syllables(words: list[tuple[int, int, str]], place: int, headline: bool) -> int:
    """How many words from `place` on could be one name; 0 where no family name begins it."""
    known = _words()
    first = words[place][2]
    if first.lower() not in known.family and first.lower() not in known.weak:
        return 0
    count, before = 1, ""
    for _, _, word in words[place + 1 : place + LONGEST]:
        low = word.lower()
        ends = (low in known.places and before not in _MIDDLE) or (headline and low in known.english)
        if (
            ends
            or not _SYLLABLE.fullmatch(word)
            or (first.isupper() and len(first) > 1) != (word.isupper() and len(word) > 1)
        ):
            break
        before = low
        count += 1
    return count


_MIDDLE = ("van", "thi")  # what follows is a given name, be it "Bay"


def _place_length(words: list[tuple[int, int, str]], place: int, places: Collection[str]) -> int:
    """How many words from `place` on name a place ("Ha Nam" before a name); 0 where none do."""
    for count in (3, 2):
        if " ".join(word for _, _, word in words[place : place + count]).lower() in places:
            return count
    return 0


def _before_place(words: list[tuple[int, int, str]], place: int, taken: int, places: Collection[str]) -> int:
    """`taken`, or 0 where a place begins the run: "Ha Nam" alone, or before a name ("Ha Nam Le Thi Thu")."""
    length = _place_length(words, place, places)
    if not length or taken < length:
        return taken
    rest = taken - length
    if rest == 0 or (rest >= 2 and words[place + length][2].lower() in _words().family):
        return 0
    return taken


def _is_person(plain: str, start: int, end: int, floor: int, ceiling: int, places: Collection[str]) -> bool:
    name = plain[start:end].lower()
    if is_historical(name) and _NAMED_AFTER.match(plain, end, ceiling):
        return False
    if name in places or _BYLINE.search(plain[max(floor, start - 60) : start]):
        return False
    after = _AFTER_PLACE.match(plain, end, min(ceiling, end + 40))
    return after is None or after.group(1).lower().removesuffix("'s") not in _words().places


def _name(words: list[tuple[int, int, str]]) -> Name:
    first = words[0][2].lower()
    sure = first in _words().family and (len(words) > 2)
    return Name(words[0][0], words[-1][1], " ".join(word.capitalize() for _, _, word in words), sure)
