"""Whether a figure is aimed at, reported or estimated: what its sentence's verbs say of it.

Answers for a place in a sentence which verb or noun governs it ("aims to ... 8%", "grew 7.1%", "is
estimated at"). The nearest cue before the figure decides; without one the nearest after it. Words for a
plan that something is held against ("73% of the annual target", "exceeding the plan") are no aims.
Reads the `modality` terms of `vocabulary/cues.yml`.
"""

import re
from functools import cache

from hanoi_lib.scan import Term, Terms, load_vocabulary

AIM, REPORT, ESTIMATE, WEAK = "aim", "report", "estimate", "weak"


@cache
def _plan_nouns() -> frozenset[str]:
    return frozenset(load_vocabulary("cues")["plan_nouns"])


@cache
def _state_verbs() -> frozenset[str]:
    return frozenset(load_vocabulary("cues")["state_verbs"])


# What shows, right before such a word, that it is only a yardstick.
_YARDSTICK = re.compile(
    r"(?:%|per ?cent|half|quarter|third|double)\sof\s[^,;.]{0,60}$"
    r"|\b(?:exceed\w*|surpass\w*|met|meet\w*|against|than|fulfil\w*|beat\w*|miss\w*|outstrip\w*"
    r"|short of|below|above|behind|compared to|compared with)\s(?:\S+\s){0,3}$",
    re.I,
)


def find_cues(plain: str, terms: Terms, start: int, end: int) -> list[Term]:
    """The modality cues of a sentence in order.

    Left out are plans that something is merely held against, and participles behind "be" ("to be completed"):
    the verb before them governs.
    """
    cues = terms.of("modality", start, end)
    aims = {c.start for c in cues if c.value == AIM}
    return [
        c
        for c in cues
        if not _is_yardstick(plain, c, start)
        and not (c.value == REPORT and c.end + 1 in aims)  # "has been pencilled in"
        and not _SAYING.match(plain, c.end, end)
        and not (c.value == AIM and _UNWANTED.search(plain, max(start, c.start - 12), c.end))
        and not (c.value == AIM and _CAME_TO.search(plain[max(start, c.start - 50) : c.start]))
        and not (c.value == REPORT and _PASSIVE.search(plain[max(start, c.start - 24) : c.start]))
    ]


# "I should add that", "we must note": the modal goes with a verb of saying.
_SAYING = re.compile(
    r"\s(?:also\s|only\s)?(?:add|say|note|stress|mention|point out|thank|emphasi[sz]e|recall|admit"
    r"|remember|like to|be said|be noted|confess|know)\b"
)
# "what they no longer need"
_UNWANTED = re.compile(r"\b(?:no longer|not|never)\s(?:needs?|wants?|plans? to|seeks?|requires?)$")
# "continues to grow by", "helped the city to reach": it came to that
_CAME_TO = re.compile(
    r"\b(?:continue[sd]|managed|help(?:s|ed)|failed|began|enabled|allowed|contributed|succeeded)"
    r"\s(?:(?:the|its|it|them)\s)?(?:[\w']+\s){0,3}?(?=$)"
)
_PASSIVE = re.compile(
    r"\b(?:should|will|would|must|may|might|can|could)\s(?:\w+\s)?(?:have\s(?:been\s)?)?$"
    r"|\bbe\s(?:\w+ly\s)?(?:\w+\sand\s)?$"
)


def _is_yardstick(plain: str, cue: Term, start: int) -> bool:
    if cue.value != AIM or plain[cue.start : cue.end].lower() not in _plan_nouns():
        return False
    return bool(_YARDSTICK.search(plain[max(start, cue.start - 80) : cue.start]))


def governing(plain: str, cues: list[Term], place: int, end: int) -> Term | None:
    """The cue that governs what stands at `place`; None where there is none.

    A semicolon parts statements; a list under one verb ("will do A; B; C") keeps the verb it began with.
    """
    before = [cue for cue in cues if cue.start < place]
    near = [cue for cue in before if ";" not in plain[cue.end : place] and not _is_aside(plain, cue, place)]
    if near:
        return _settled(plain, near)
    if before and ": " in plain[before[-1].end : place]:
        return _settled(plain, before)  # "The targets are: growth of 11%; 90% of communes meeting ..."
    after = [
        c
        for c in cues
        if place <= c.start < end
        and not _PARTED.search(plain, place, c.start)
        and not (
            c.value == AIM and plain.endswith(" and ", place, c.start)
        )  # "handles 4 million and is to handle 13 million"
        and not (c.value in (REPORT, WEAK) and ": " in plain[place : c.start])
        and plain.count("(", place, c.start) <= plain.count(")", place, c.start)
        and plain[c.start : c.end].lower() not in _plan_nouns()
    ]
    if after:
        return after[0]
    return _settled(plain, before) if before else None


_RELATIVE = re.compile(r"\b(?:which|that|what|who)\s(?:[\w']+\s){0,3}$")


# What parts a figure from a verb behind it that is another clause's: "eleven belong to investors, who
# are to put in".
_PARTED = re.compile(r";|,\s(?:who|which|whose|where|while|but|and|so)\b")


def _is_aside(plain: str, cue: Term, place: int) -> bool:
    """Whether a cue only tells what a noun is ("the revenue which the State wants in 2024, and 57% of
    ...").
    """
    return "," in plain[cue.end : place] and bool(_RELATIVE.search(plain[max(0, cue.start - 40) : cue.start]))


def _settled(plain: str, cues: list[Term]) -> Term:
    """The last cue; a copula yields to a cue that stands before it in the same clause ("the target for
    2030 is 8%").
    """
    last = cues[-1]
    if last.value == REPORT and (aim := _ensured(plain, cues)):
        return aim
    if last.value == AIM and _TO_RESULT.fullmatch(plain, last.start, last.end):
        verb = next((c for c in reversed(cues[:-1]) if c.value in (AIM, REPORT, ESTIMATE)), last)
        return verb if _MOVED.match(plain, verb.start, verb.end) else last
    if last.value == ESTIMATE and plain[last.start : last.end].lower() in _BY_THE_WAY:
        # "aims to build 97 km at an estimated cost of"
        return next((c for c in reversed(cues[:-1]) if c.value in (AIM, REPORT)), last)
    if last.value == WEAK and not _HAVING.match(plain, last.start):
        for cue in reversed(cues[:-1]):
            if re.search(r"[,;:]\s(?!(?:which|or)\s)", plain[cue.end : last.start]):
                break
            if cue.value != WEAK:
                return cue
    return last


# "The scheme has cost", "The plan has 12 parts": no copula
_HAVING = re.compile(r"ha[sd]\b(?! to\b)", re.I)
# "grew by 11 percent to reach VND35 trillion"
_TO_RESULT = re.compile(r"to (?:reach|hit|exceed|total|attain|top|surpass)")
_MOVED = re.compile(
    r"(?:rose|grew|increased|recorded|posted|expanded|climbed|jumped|surged|soared|went up|picked up"
    r"|fell|declined|dropped"
    r"|decreased|contracted|shrank|gained|edged)"
)
_BY_THE_WAY = ("estimated", "an estimated", "estimated at")
_ENSURE = re.compile(r"\b(?:ensure|ensuring|make sure|see to it|so)\s(?:that\s)?[^;:]*$")


def _ensured(plain: str, cues: list[Term]) -> Term | None:
    """The aim that a present is subordinate to: "the aim is to ensure that growth reaches at least 8%"."""
    last = cues[-1]
    if not plain[last.start : last.end].split()[0].endswith("s"):
        return None
    for cue in reversed(cues[:-1]):
        if cue.value == AIM and _ENSURE.search(plain[cue.start : last.start]):
            return cue
    return None


def aimed_then(plain: str, cue: Term | None) -> bool:
    """Whether a cue tells what was aimed at in a time gone by: "planned to build", "the target was"."""
    return cue is not None and cue.value == AIM and _AIMED_THEN.match(plain, cue.start) is not None


_AIMED_THEN = re.compile(
    r"(?:had |was |were )?(?:planned|aimed|targeted|wanted|hoped|intended|sought|strove)\b|(?:was|were) to\b"
    r"|(?:the )?(?:target|goal|plan|objective)s?(?: for (?:the )?[\w ]{4,20}?)?\s(?:was|were|had been)\b",
    re.I,
)


def tells_state(plain: str, cue: Term | None, place: int) -> bool:
    """Whether the cue before `place` tells how things stand now rather than what came out over a period."""
    return (
        cue is not None
        and (cue.start < place or cue.value == WEAK)
        and plain[cue.start : cue.end].lower() in _state_verbs()
    )
