"""The noun that a number counts: "126 new wards and communes in" -> "new wards and communes".

Answers with the span of the plural noun phrase right behind a number, from the words alone. Refuses
phrases without a plural, which a number does not count. Reads `vocabulary/things.yml`.
"""

import re
from functools import cache

from hanoi_lib.scan import load_vocabulary


@cache
def _nouns() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Plurals without s, words in s that are none, and the words at which a noun phrase ends."""
    things = load_vocabulary("things")
    return frozenset(things["plural_nouns"]), frozenset(things["no_plurals"]), frozenset(things["noun_stops"])


def noun_stops() -> frozenset[str]:
    """The words at which a noun phrase ends."""
    return _nouns()[2]


def counted_noun(plain: str, start: int, end: int) -> tuple[int, int] | None:
    """The plural noun phrase right after a number: "126 new wards in" -> "new wards".

    A list of nouns belongs together ("wards, communes and towns") where no number parts it.
    """
    place, last = start, None
    if such := _SUCH.match(plain, start, end):
        place = such.end()
    if _TIME_AGO.match(plain, start, end):
        return None
    if _JOINED.match(plain, place, end):
        return None
    for _ in range(7):
        match = _NOUN_WORD.match(plain, place, end)
        if not match or match.group(1).lower() in _nouns()[2]:
            break
        place = match.end()
        word = match.group(1).lower()
        if _is_plural(word):
            last = place
            more = _MORE_NOUNS.match(plain, place, end)
            if more and _is_plural(more[1].lower()):
                return start + 1, more.end()
            if not _PLURAL_NEXT.match(plain, place, end):
                break
    return (start + 1, last) if last else None


# "up from 8.9 million five years earlier"
_TIME_AGO = re.compile(
    r"\s(?:a|one|two|three|four|five|six|seven|eight|nine|ten)\s(?:years?|months?|weeks?|days?)\b"
)
_NOUN_WORD = re.compile(r"\s?([A-Za-z][\w'-]*)")

_PLURAL_NEXT = re.compile(r"\s[a-z-]{1,22}s\b")

_MORE_NOUNS = re.compile(r"(?:,\s[a-z][\w-]*s){0,3}\s(?:and|or)\s(?:[a-z][\w-]*[^s\s]\s)?([a-z][\w-]*s)\b")

_JOINED = re.compile(r"\s(?:and|or)\s")
_SUCH = re.compile(r"\s(?:such|other)(?=\s)")


def _is_plural(word: str) -> bool:
    plural, singular, _ = _nouns()
    return word in plural or (
        len(word) > 3 and word.endswith("s") and not word.endswith("ss") and word not in singular
    )
