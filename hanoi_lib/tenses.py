"""Whether a place in a sentence speaks of what has been or of what is still ahead.

Answers from the verbs and signal words of the sentence alone: the nearest before the place decides, in its own clause
first. Answers None where nothing decides; a reader that needs to know must then look elsewhere.
"""

import re
from typing import Final, Literal

Tense = Literal["past", "future"]

_FUTURE: Final = (
    r"will|would|shall|(?:is|are|be) (?:to|set|due|about|scheduled|slated|planned|expected|projected|forecast|targeted)"
    r"|to be|set for|scheduled|slated|due|plan(?:s|ned)?(?= to)|expect(?:s|ed)?|project(?:s|ed)(?= to)|forecast|aim(?:s|ing|ed)?"
    r"|target(?:s|ing|ed)?|striv(?:es?|ing)|hop(?:es?|ing)|intend(?:s|ed)?|wants?|upcoming|forthcoming|should|must|needs? to|can"
    r"|in time for|ahead of|looking ahead|going to|promis(?:es?|ed)|pledg(?:es?|ed)|vow(?:s|ed)?|vision|orientations?|goals?"
)
# Regular pasts, and the irregular ones that news cannot do without; participles that are mostly adjectives stay out.
_PAST: Final = (
    r"was|were|had|has|have|been|did|after|since|following|held|met|told|said|rose|fell|grew|took|made|gave|came|went"
    r"|began|got|saw|paid|stood|won|became|brought|drew|sent|spent|spoke|sought|signed|chose|hit|sold|bought|ran|shrank|sank"
    r"|(?!need|indeed|speed|exceed|proceed|succeed|feed|seed|hundred|limited|united|red\b|bed\b|shed\b|based|related|continued"
    r"|scheduled|planned|expected|projected|aimed|targeted|intended|promised|pledged|vowed|so-called|wed\b|med\b)[a-z]{2,20}ed"
)
_MARK: Final = re.compile(rf"\b(?:(?P<future>{_FUTURE})|(?P<past>{_PAST}))\b", re.I)
# "to carry out in June", "to open by": an infinitive right before the preposition looks ahead
_TO_DO: Final = re.compile(r"\bto (?!the\b)[a-z]+(?: (?:out|up|down|over|on))? (?:in|on|by|from|before|until|within) (?:the )?$", re.I)
_DEADLINE: Final = re.compile(r"\b(?:by|before|until|till|within|no later than) (?:the )?$", re.I)
_INFINITIVE: Final = re.compile(r"\bto (?!the\b|a\b|an\b|its\b|their\b|his\b|\d|[A-Z])[a-z]{2,}")


def find_tense(sentence: str, start: int, end: int) -> Tense | None:
    """Past or future of what `sentence` tells at [start, end).

    >>> line = "The council, which met on June 3, will vote on the plan by July."
    >>> find_tense(line, 26, 32), find_tense(line, 59, 63)
    ('past', 'future')
    """
    before = sentence[:start]
    if _TO_DO.search(before, max(0, start - 50)):
        return "future"
    clause = max(before.rfind(","), before.rfind(";"), before.rfind(" which "), before.rfind(" when ")) + 1
    mark = _last(before, clause)
    if mark is None and clause:
        mark = _last(before, 0)
    if _DEADLINE.search(before) and (mark is None or _is_overruled(before, mark)):
        return "future"
    return _tense(mark or _MARK.search(sentence, end))


def _last(text: str, start: int) -> re.Match[str] | None:
    last = None
    for last in _MARK.finditer(text, start):
        pass
    return last


def _is_overruled(before: str, mark: re.Match[str]) -> bool:
    """"asked the city to clear the road by": the infinitive, not the verb before it, governs a deadline."""
    return mark["past"] is not None and bool(_INFINITIVE.search(before, mark.end()))


def _tense(mark: re.Match[str] | None) -> Tense | None:
    if mark is None:
        return None
    return "future" if mark["future"] else "past"
