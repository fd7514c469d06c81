"""Whether a place in a sentence speaks of what has been or of what is still ahead.

Answers from the verbs and signal words of the sentence alone: the nearest before the place decides, else
the first after it. Answers None where nothing decides; a reader that needs to know must then look
elsewhere.
"""

import re
from bisect import bisect_right
from functools import lru_cache
from typing import Final, Literal

Tense = Literal["past", "future"]

_MODAL: Final = r"(?:will|would|shall|should|must)"
# "to be finished in late 2023" is one mark, so that "finished" does not count as past; "estimated to be"
# is a report.
_FUTURE: Final = (
    rf"(?:(?:is|are|was|were) )?(?:{_MODAL}"
    rf"|(?<!estimated )(?<!reported )(?<!considered )(?<!believed )to)(?: \w+ly| also"
    rf"| soon| then)? (?:be|have)(?: \w+ly)?(?: \w+ed| built| put| made)?\b"
    rf"|{_MODAL}|(?:can|could|may|might) (?:then |thus )?be(?: \w+ly)?(?: \w+ed| built| put| made)\b"
    r"|(?:is|are|be|was|were)(?: \w+ly| also| now)? (?:to(?! have)|set(?! up\b)|due"
    rf"|about|scheduled|slated|planned|expected|projected|forecast|targeted)\b"
    r"|set (?:for|to)|prepar(?:es|ing) to|bound to|ready to|scheduled|slated|due"
    r"|plan(?:s|ned)? to|plans|expect(?:s|ed)?|forecast|aim(?:s|ing|ed)?"
    r"|target(?:s|ing|ed)?|striv(?:es?|ing)|hop(?:es?|ing)|intend(?:s|ed)?|wants?"
    r"|upcoming|forthcoming|needs? to"
    r"|in time for|ahead of|looking ahead|going to|promis(?:es?|ed)|pledg(?:es?|ed)"
    r"|vow(?:s|ed)?|vision|orientations?|goals?|until"
)
# Regular pasts, and the irregular ones that news cannot do without; participles that are mostly
# adjectives stay out.
_PAST: Final = (
    r"was|were|had|been|did|grown|risen|fallen|taken|given|gone|shown|after|since"
    r"|following|held|met|told|said|rose|fell|grew|took|made"
    r"|gave|came|went|began|got|saw|paid|stood|won(?!')|became|brought|drew|sent|spent"
    r"|spoke|sought|signed|chose|hit|sold|bought|ran"
    r"|shrank|sank"
    r"|(?=[a-z]{2,20}ed\b)(?<!\bthe )(?<!\ban )(?<! a )(?<!\bits )"
    r"(?!need|indeed|speed|exceed|proceed|succeed|feed|seed|hundred|limited|united"
    r"|red\b|bed\b|shed\b|based|related|continued"
    r"|scheduled|planned|expected|projected|aimed|targeted|intended|promised|pledged"
    r"|vowed|wed\b|med\b|detailed|advanced|integrated)"
    r"[a-z]{2,20}ed"
)
# For lower-case text; the look at the next letter spares the ends of words.
_MARK: Final = re.compile(rf"\b(?=[a-z])(?:(?P<future>{_FUTURE})|(?P<past>{_PAST}))\b")
# "to carry out in June", "to open by": an infinitive right before the preposition looks ahead
_TO_DO: Final = re.compile(
    r"(?<!ed )(?<!\bmet )(?<!held )\bto (?!the\b|be\b)"
    r"[a-z]+(?: (?:out|up|down|over|on))? (?:in|on|by|from|before"
    r"|until|within)(?: (?:early|mid|late))? (?:the )?$"
)
# "at the council's next regular session in December"
_NEXT: Final = re.compile(r"\bnext (?:[a-z-]+ ){0,3}(?:session|meeting|congress|sitting) (?:in|on) $")
_DEADLINE: Final = re.compile(r"\b(?:by|before|until|till|within|no later than) (?:the )?(?:end of )?$", re.I)
_INFINITIVE: Final = re.compile(r"\bto (?!the\b|an?\b|its\b|their\b|his\b|her\b|this\b|that\b)[a-z]{2,}")
_ASKED: Final = re.compile(
    r"(?:ask|urg|request|instruct|told|order|requir|direct|call|propos|suggest|allow|assign|remind|encourag|demand|insist|recommend)"
)


def find_tense(sentence: str, start: int, end: int) -> Tense | None:
    """Past or future of what `sentence` tells at [start, end).

    >>> line = "The council, which met on June 3, asked the mayor to report by July."
    >>> find_tense(line, 26, 32), find_tense(line, 63, 67)
    ('past', 'future')
    """
    near = max(0, start - 60)
    if _TO_DO.search(sentence, near, start) or _NEXT.search(sentence, near, start):
        return "future"
    marks, ends = _find_marks(sentence)
    number = bisect_right(ends, start)
    is_due = bool(_DEADLINE.search(sentence, max(0, start - 40), start))
    if not number and marks and _SAID_THEN.fullmatch(marks[0].group()):
        return "past"
    if not number:
        return (_of(marks[0]) if marks else None) or ("future" if is_due else None)
    mark = marks[number - 1]
    return "future" if _is_overruled(sentence, start, mark, is_due) else _of(mark)


# "On Monday he promised that": the day of the promise, whatever it is for
_SAID_THEN: Final = re.compile(r"promised|pledged|vowed|hoped|intended|aimed|targeted", re.I)


@lru_cache(maxsize=256)  # a sentence is asked about once for each time it names
def _find_marks(sentence: str) -> tuple[list[re.Match[str]], list[int]]:
    """The marks of a sentence, and where each ends."""
    lower = sentence.lower()
    marks = list(_MARK.finditer(lower if len(lower) == len(sentence) else sentence))
    return marks, [mark.end() for mark in marks]


_REACH: Final = 200  # characters within which an infinitive governs


def _is_overruled(sentence: str, start: int, mark: re.Match[str], is_due: bool) -> bool:
    """Whether an infinitive governs instead: "asked the city to clear the road by", not "met to vote on"."""
    if mark["past"] is None:
        return False
    is_asked = _ASKED.match(mark["past"]) is not None
    if not _INFINITIVE.search(sentence, max(mark.end(), start - _REACH), start):
        wanted = is_asked and sentence.startswith(" that ", mark.end())
        return wanted and (is_due or mark["past"] != "told")  # "demanded that they finish in June"
    return is_due or is_asked


def _of(mark: re.Match[str] | None) -> Tense | None:
    if mark is None:
        return None
    return "future" if mark["future"] else "past"
