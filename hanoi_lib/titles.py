"""A short noun phrase for what a sentence tells: "Working session with the Hanoi Party Committee", "Election of A".

Answers from the words around the noun or verb that tells it. The words stay the text's own, so the title can be checked
against the citation; a verb becomes the noun that `vocabulary/events.yml` has for it.
"""

import re
from typing import Final

_LONGEST: Final = 90
# Words that belong to a noun on its right: capitals, ordinals, the adjectives of meetings.
_MODIFIERS: Final = re.compile(
    r"(?:(?:[A-Z][\w'.&-]*|\d{1,3}(?:st|nd|rd|th)|first|second|third|fourth|fifth|extraordinary|regular|annual|two-tier|year-end|working|of) ){1,7}$"
)
_STOP: Final = re.compile(
    r"[,;:()\"]|\s(?:on|held|which|who|that|when|where|while|and (?:is|was|will|has)|to (?:give|discuss|review|agree|be)|is|was|were|will|would|has|had|in|at|from|with"
    r" the participation|this|today|yesterday|last|next|set|due|for June)\b|\.(?:\s|$)|\s—"
)
_DETERMINER: Final = re.compile(r"^(?:the|a|an|its|his|her|their|this|that|it|also|by)\s+", re.I)
_PASSIVE: Final = re.compile(r"\b(?:was|were|been|be|is|are|being)(?: \w+ly)? $")


def build_title(plain: str, start: int, end: int, trigger: tuple[int, int], deed: str | None, moment: int) -> str:
    """The title of what [start, end) tells with the trigger's words, not reaching into the moment behind it."""
    first, last = trigger
    limit = moment if moment > last else end
    behind = _cut(plain[last:limit])
    if deed is None:
        modifiers = _MODIFIERS.search(plain[start:first])
        return _tidy((modifiers.group() if modifiers else "") + plain[first:last] + behind)
    subject = _subject(plain[start:first])
    is_passive = bool(_PASSIVE.search(plain[start:first]))
    thing = subject if is_passive or not behind.strip() else behind
    return _tidy(f"{_head(deed)} {_preposition(deed)} {_bare(thing)}" if _bare(thing) else _head(deed))


def _head(deed: str) -> str:
    return {"Opening session": "Meeting:", "Holding": "Meeting:", "Dating": "Issuance"}.get(deed, deed)


def _preposition(deed: str) -> str:
    return {"Opening session": "", "Holding": "", "Meeting": "with", "Appointment": "as"}.get(deed, "of")


def _cut(text: str) -> str:
    """Up to the first sign that another clause or circumstance begins."""
    stop = _STOP.search(text)
    return text[: stop.start()] if stop else text


def _subject(text: str) -> str:
    """The noun phrase in front of a verb, as far as its clause goes."""
    clause = re.split(r"[,;:—]\s|\s(?:that|which|as|when)\s", text.rstrip())[-1]
    return re.sub(r"\s*\b(?:was|were|been|be|is|are|will|would|has|have|had|being|just|to)\b\s*", " ", clause)


def _bare(text: str) -> str:
    text = text.strip(" .'\"-")
    while (bare := _DETERMINER.sub("", text)) != text:
        text = bare
    return re.sub(r"^(?:with|of)\s", "", text)


def _tidy(text: str) -> str:
    """One line, a capital first, cut at a word."""
    text = " ".join(text.split()).strip(" ,.;:")
    if len(text) > _LONGEST:
        text = text[:_LONGEST].rsplit(" ", 1)[0]
    text = re.sub(r"(?: (?:of|the|and|with|by|to|for|its))+$", "", text)
    return text[:1].upper() + text[1:]
