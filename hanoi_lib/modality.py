"""Whether a figure is aimed at, reported or estimated: what its sentence's verbs say of it.

Answers for a place in a sentence which verb or noun governs it ("aims to ... 8%", "grew 7.1%", "is estimated at").
The nearest cue before the figure decides; without one the nearest after it. Words for a plan that something is held
against ("73% of the annual target", "exceeding the plan") are no aims. Reads the `modality` terms of
`vocabulary/cues.yml`.
"""

import re

from hanoi_lib.scan import Term, Terms

AIM, REPORT, ESTIMATE, WEAK = "aim", "report", "estimate", "weak"

_PLAN = frozenset(
    ["target", "targets", "targeted", "planned", "goal", "goals", "forecast", "forecasts", "expected", "projected", "projection", "objective", "objectives", "assigned", "proposed", "requirement", "expectation", "scenario", "ambition"]
)
# What shows, right before such a word, that it is only a yardstick.
_YARDSTICK = re.compile(
    r"(?:%|per ?cent|half|quarter|third|double)\sof\s[^,;.]{0,60}$"
    r"|\b(?:exceed\w*|surpass\w*|met|meet\w*|against|than|fulfil\w*|beat\w*|miss\w*|outstrip\w*|short of|below|above|behind|compared to|compared with)\s(?:\S+\s){0,3}$",
    re.I,
)


def find_cues(plain: str, terms: Terms, start: int, end: int) -> list[Term]:
    """The modality cues of a sentence in order, without plans that something is merely held against."""
    return [cue for cue in terms.of("modality", start, end) if not _is_yardstick(plain, cue, start)]


def _is_yardstick(plain: str, cue: Term, start: int) -> bool:
    if cue.value != AIM or plain[cue.start : cue.end].lower() not in _PLAN:
        return False
    return bool(_YARDSTICK.search(plain[max(start, cue.start - 80) : cue.start]))


def governing(plain: str, cues: list[Term], place: int, end: int) -> str | None:
    """The modality of what stands at `place`; None where no cue governs it.

    A semicolon parts statements; a list under one verb ("will do A; B; C") keeps the verb it began with.
    """
    before = [cue for cue in cues if cue.start < place]
    near = [cue for cue in before if ";" not in plain[cue.end : place]]
    if near:
        return _settled(plain, near)
    after = [cue for cue in cues if place <= cue.start < end and ";" not in plain[place : cue.start]]
    if after:
        return REPORT if after[0].value == WEAK else after[0].value
    return _settled(plain, before) if before else None


def _settled(plain: str, cues: list[Term]) -> str:
    """The last cue's modality; a copula yields to an aim that stands before it in the same clause."""
    last = cues[-1]
    if last.value != WEAK:
        return last.value
    for cue in reversed(cues[:-1]):
        if re.search(r"[,;:]\s", plain[cue.end : last.start]):
            break
        if cue.value != WEAK:
            return cue.value
    return REPORT
