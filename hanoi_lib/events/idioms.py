"""Deeds told by words that stand around or behind what is done: "put the line into service".

Answers with the fields of a `Deed` for the turns that no list of phrases can hold. Refuses them without the
thing that they are about.
"""

import re
from collections.abc import Iterator
from typing import Final

# start, end, kind, what it does, the thing that it is about
Told = tuple[int, int, str, str, tuple[int, int] | None]

# "put the bridge into operation", "put the line into commercial service"
_PUT: Final = re.compile(
    r"\bput(?:s|ting)? (?:the |its |an? )?(?P<thing>[^.;,]{3,80}?)(?: \w+ly)? into (?:\w+ )?"
    r"(?:operation|use|service)\b"
)
# "put the Department of Finance in charge of"
_CHARGED: Final = re.compile(
    r"\bput(?:s|ting)? (?P<thing>(?:the )?[A-Z][^.;]{3,90}?) in charge of (?=[a-z]+ing )"
)
# "From January 1 the province will be Hue City"
_CITY: Final = re.compile(
    r"\b[Pp]rovince (?P<verb>will be|will become|became|becomes) (?=(?:[A-Z]\w+ ){1,3}City\b)"
)

# "reported to the municipal People's Council on Tuesday", "told the leaders of the city on May 4"
_ADDRESSED: Final = re.compile(
    r"\b(?:reported to|told) (?:the )?(?:[\w']+ ){0,3}"
    r"(?:Council|council|Committee|committee|leaders|deputies)\b"
    r"(?=(?: of [^.;,]{3,50})? (?:on|this|yesterday)\b)"
)


def find_told(plain: str, start: int, end: int) -> Iterator[Told]:
    """The deeds of plain[start:end] that such a turn tells."""
    sentence = plain[start:end]
    if " into " in sentence:
        for m in _PUT.finditer(plain, start, end):
            yield m.start(), m.end(), "launch", "Start of operation", m.span("thing")
    if " in charge of " in sentence:
        for m in _CHARGED.finditer(plain, start, end):
            yield m.start(), m.end(), "decision", "Assignment", m.span("thing")
    if "told " in sentence or "reported to " in sentence:
        for m in _ADDRESSED.finditer(plain, start, end):
            yield m.start(), m.end(), "session", "Address", None
    if " City" in sentence:
        for m in _CITY.finditer(plain, start, end):
            yield m.start("verb"), m.end(), "reorganisation", "Change of status", None
