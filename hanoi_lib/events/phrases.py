"""Where the phrase begins that tells an event, so that a citation opens as a reader would quote it.

Answers from the words in front: "on" Thursday, "its 20th" session, "is to be" opened. Refuses to reach into
a dateline or over more words than such a phrase has.
"""

import re
from dataclasses import replace
from typing import Final

from hanoi_lib.dates.moments import Moment
from hanoi_lib.events.deeds import Deed
from hanoi_lib.events.venues import DATELINE
from hanoi_lib.passages import Passage

_BEFORE_DATE: Final = re.compile(
    r"\b(?:on|in|at|from|since|early|late|earlier|later)(?: the (?:morning|afternoon|evening) of)? $", re.I
)
_ORDINAL: Final = r"\d{1,3}(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth"
_PART: Final = rf"(?:[A-Z][\w'.&-]*|{_ORDINAL}|of(?= (?:the )?[A-Z])|the(?= [A-Z]))"
_BEFORE_NOUN: Final = re.compile(
    r"\b(?:(?:(?:[Tt]he|[Aa]n?|[Ii]ts|his|her|their|[Tt]his) )(?:(?!held|hold|open)[a-z-]+ ){0,2}"
    rf"(?:{_PART} ){{0,8}}|(?:{_ORDINAL}|[A-Z][\w'.&-]*) (?:{_PART} ){{0,8}})$",
)
_BEFORE_VERB: Final = re.compile(
    r"\b(?:(?:was|were|is|are|be|been|has|have|had|will|would|should|to|also|officially|first) ){1,4}$", re.I
)
_REACH: Final = 80  # characters that such words may take


def find_phrase_start(plain: str, passage: Passage, start: int, deed: Deed) -> int:
    """Where the phrase begins whose last words stand at `start`: its preposition, article or auxiliary."""
    is_noun = start == deed.thing[0] if deed.thing else start == deed.start and deed.does is None
    pattern = _BEFORE_NOUN if is_noun else _BEFORE_VERB if start == deed.start else _BEFORE_DATE
    dateline = DATELINE.match(plain[passage.start : passage.end])
    floor = max(passage.start + (dateline.end() if dateline else 0), start - _REACH)
    leading = pattern.search(plain[floor:start]) if floor < start else None
    return floor + leading.start() if leading else start


def leave_date(plain: str, passage: Passage, moment: Moment, deed: Deed) -> Passage:
    """The sentence without what leads up to its date, where the subject of the deed stands behind that."""
    first = min(deed.start, deed.thing[0]) if deed.thing else deed.start
    subject = re.sub(
        r"\b(?:was|were|been|officially|\w+ly|also|had|has|have|will|to|be)\b", "", plain[moment.end : first]
    )
    return replace(passage, start=moment.end) if re.search(r"^,? (?:the )?\w[^,;]*$", subject) else passage
