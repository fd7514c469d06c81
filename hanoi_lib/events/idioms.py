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

# "the council sat on December 5", "deputies gathered on Monday"
_SAT: Final = re.compile(
    r"\b(?:[Cc]ouncil|[Cc]ommittee|[Aa]ssembly|[Dd]eputies) (?P<verb>sat|sits|gathered|assembled)"
    r" (?=on\b|for\b|from\b)"
)
# "went over to two-tier local government on July 1"
_MODEL: Final = re.compile(
    r"\b(?:went over|goes over|go over|switched|switches|switch|moved|moves|turned|changed) to "
    r"(?:the |a )?(?:new )?two-(?:tier|level) (?:[a-z]+ ){0,2}(?:government|model|system|administration)\b"
)


# a word that must stand in the sentence, the turn, the kind and what is done
_TURNS: Final = (
    (" into ", _PUT, "launch", "Start of operation"),
    (" in charge of ", _CHARGED, "decision", "Assignment"),
    ("told ", _ADDRESSED, "session", "Address"),
    ("reported to ", _ADDRESSED, "session", "Address"),
    (" sat ", _SAT, "session", "Meeting"),
    (" sits ", _SAT, "session", "Meeting"),
    (" gathered ", _SAT, "session", "Meeting"),
    (" assembled ", _SAT, "session", "Meeting"),
    (" two-", _MODEL, "reorganisation", "Change of model"),
    (" City", _CITY, "reorganisation", "Change of status"),
)


def find_told(plain: str, start: int, end: int) -> Iterator[Told]:
    """The deeds of plain[start:end] that such a turn tells."""
    sentence = plain[start:end]
    tried: list[re.Pattern[str]] = []
    for cue, turn, kind, does in _TURNS:
        if cue in sentence and turn not in tried:
            tried.append(turn)
            for m in turn.finditer(plain, start, end):
                about = m.span("thing") if "thing" in turn.groupindex else None
                first = m.start("verb") if "verb" in turn.groupindex else m.start()
                yield first, m.end(), kind, does, about
