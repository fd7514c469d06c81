"""Which measure a quantity is (level, change, share, rank, of_target) and its sign.

Answers from the words next to the number ("up 13.8%", "73% of the plan", "12.6% less") and, where they are silent, from
what a bare percentage of that indicator usually means. Reads the `change`, `share` and `plan_word` terms of
`vocabulary/cues.yml`.
"""

import re
from dataclasses import dataclass

from hanoi_lib.quantities import Quantity
from hanoi_lib.scan import Term, Terms
from hanoi_lib.enumerations import listed_run
from hanoi_lib.sentences import Sentence, groups
from hanoi_lib.wholes import tells_plan, whole_of

LEVEL, CHANGE, SHARE, RANK, OF_TARGET = "level", "change", "share", "rank", "of_target"

_RELATIVE = ("percent", "percentage_point", "times", "point")
_TO = re.compile(r"\b(?:to|at|reaching|reached|of|is|was|be)\s(?:(?:about|around|over|nearly|more than|at least|some|almost|approximately|up to|below|under|less than)\s)?(?:a\s)?$", re.I)
_BY = re.compile(r"\bby\s(?:(?:about|around|over|nearly|more than|at least|some|almost|approximately|up to|only|just|another|a further)\s)?$", re.I)
_AFTER_CHANGE = re.compile(
    r"\s?(?:\)\s?)?(?P<word>higher|lower|more|less|fewer|growth|increase|rise|expansion|gain|jump|surge|decline|drop|fall|decrease|reduction|contraction|cut|down|below|above|up"
    r"|faster|cheaper|dearer|better|worse|year[- ]on[- ]year|compared (?:to|with)|against|over the same period|from the (?:same|previous)|on the (?:month|year)|month[- ]on[- ]month|than in|than a year)\b",
    re.I,
)
_ABOVE_AVERAGE = re.compile(r"\s(?:above|below|over|under|higher than|lower than|more than|less than)\s(?:the\s|its\s)?(?:\w+\s)?average\b")
_DONE = re.compile(r"\bdisburse\w*\b")
# "96.6% of the figure of a year before", "112 percent of that of the same period last year": held against an earlier result
_SAME_SERIES = re.compile(r"\sof\s(?:that|the\s(?:figure|level|number|amount|result|value))s?\s(?:of|in|for|recorded in)?\s?(?:the\s|a\s)?(?:same|corresponding|year|previous|last|first|\d{4})")
_GOAL = re.compile(r"\b(?:goal|target)s? of\s(?:\w+\s){0,2}$")
_PER_YEAR = re.compile(r"\s?(?:\)\s?)?(?:a year|per year|annually|per annum|yearly|each year|on average|every year|/year|a month on average)\b", re.I)
_FALLING = frozenset(["lower", "less", "fewer", "decline", "drop", "fall", "decrease", "reduction", "contraction", "cut", "down", "below", "cheaper", "worse"])


@dataclass(frozen=True, slots=True)
class Reading:
    """The measure of a quantity and its sign (-1 for a fall)."""

    measure: str
    sign: int = 1


def find_measure(sentence: Sentence, terms: Terms, index: int, code: str | None, running: Reading | None) -> Reading:
    """The measure of the quantity at `index` whose indicator is `code`.

    `running` is the measure of the like quantity before it, which a list carries on: "services make up 65%, industry
    23%", "trimmed 11 committees and six departments".
    """
    q = sentence.quantities[index]
    floor = sentence.quantities[index - 1].end if index else sentence.start
    left = sentence.plain[max(floor, q.start - 60) : q.start]
    if q.unit in _RELATIVE:
        return _relative(sentence, terms, q, floor, left, code, running)
    return _absolute(sentence, terms, q, floor, left, running)


def _relative(sentence: Sentence, terms: Terms, q: Quantity, floor: int, left: str, code: str | None, running: Reading | None) -> Reading:
    if _is_of_plan(sentence, terms, q):
        return Reading(OF_TARGET)
    if q.unit == "percentage_point" and _ABOVE_AVERAGE.match(sentence.plain, q.end, sentence.end):
        return Reading(LEVEL)
    if q.unit == "percentage_point":
        return Reading(CHANGE, _sign(sentence, terms, q, floor, left))
    if q.unit == "point":
        return Reading(CHANGE) if _change_cue(sentence, terms, q, floor) else running or Reading(LEVEL)
    if q.unit == "times":
        return _times(sentence, terms, q, floor, left)
    if _GOAL.search(left):
        return Reading(CHANGE) if _usual(code) == CHANGE else Reading(_usual(code))
    if code == "public_investment" and _DONE.search(left) and whole_of(sentence, q):
        return Reading(OF_TARGET)
    if _SAME_SERIES.match(sentence.plain, q.end, sentence.end):
        return Reading(CHANGE)
    if whole := whole_of(sentence, q):
        elliptical = sentence.plain[whole[0] : whole[1]].strip().endswith("'s")
        return running if running and elliptical else Reading(SHARE)
    last = q
    if "respectively" in sentence.plain[q.end : sentence.end]:
        last = sentence.quantities[listed_run(sentence, sentence.quantities.index(q))[-1]]
    follows = _AFTER_CHANGE.match(sentence.plain, last.end, sentence.end)  # "8.7% and 20.1% less, respectively"
    if follows:
        word = follows["word"].lower()
        told = _change_cue(sentence, terms, q, floor)
        if word in ("above", "below") and not told:
            return Reading(CHANGE, -1 if word == "below" else 1)
        return Reading(CHANGE, -1 if word in _FALLING else _sign(sentence, terms, q, floor, left))
    if running and running.measure == CHANGE and _BY.search(left) and not _change_cue(sentence, terms, q, floor):
        return running
    if _BY.search(left) and _change_cue(sentence, terms, q, floor):
        return Reading(CHANGE, _sign(sentence, terms, q, floor, left))
    usual = _usual(code)
    share = terms.of("share", floor, q.start)
    if share and running and running.measure == CHANGE and re.match(r"rate\s(?!of\b)", sentence.plain[share[-1].start : share[-1].end + 4], re.I):
        share = []  # "without oil, the rate was 7.49%" after growth
    change = _change_cue(sentence, terms, q, floor)
    if code and usual == SHARE and not _is_right_after(sentence, change, q):
        return Reading(SHARE)
    if share and (not change or share[-1].start > change.start) and not _is_growth_rate(sentence, share[-1], code):
        return Reading(SHARE)
    if change is not None:
        return Reading(CHANGE, int(change.value))
    if usual == OF_TARGET and code and _DONE.search(sentence.plain[floor : q.start]):
        return Reading(OF_TARGET)
    if _PER_YEAR.match(sentence.plain, q.end, sentence.end) and code:
        return Reading(CHANGE)
    return running or Reading(usual)


# "half of the plan for the year (51.6%)"
_IN_BRACKETS = re.compile(r"\bof (?:the|its|their|this)\s(?:[a-z']+\s){0,2}(?:plan|target|estimate|goal)\b[^.;()]{0,24}\($")


def _is_of_plan(sentence: Sentence, terms: Terms, q: Quantity) -> bool:
    """ "73% of the annual target", "fulfilling 98% of the plan", "exceeding the estimate by 5%"."""
    if tells_plan(sentence, q) or _IN_BRACKETS.search(sentence.plain[max(sentence.start, q.start - 60) : q.start]):
        return True
    whole = whole_of(sentence, q)
    return bool(whole and terms.of("plan_word", whole[0], min(whole[1] + 30, sentence.end)))


def _times(sentence: Sentence, terms: Terms, q: Quantity, floor: int, left: str) -> Reading:
    follows = sentence.plain[q.end : q.end + 30]
    if sentence.plain[q.start : q.end].isalpha():  # "doubled"
        return Reading(CHANGE)
    if re.match(r"\s(?:higher|as (?:much|many|high|large)|more|the figure|that of|year|last year|over|compared|against|increase|rise|growth)", follows) or _change_cue(sentence, terms, q, floor):
        return Reading(CHANGE)
    return Reading(LEVEL)


def _usual(code: str | None) -> str:
    for measure in (CHANGE, SHARE, OF_TARGET):
        if code in groups()[f"percent_{measure}"]:
            return measure
    return SHARE


def _is_growth_rate(sentence: Sentence, share: Term, code: str | None) -> bool:
    """ "The growth rate": its "rate" makes no share."""
    word = sentence.plain[share.start : share.end].lower()
    return word in ("rate", "structure", "coverage", "contribute", "contributing", "contributed", "weight") and _usual(code) == CHANGE and word == "rate"


def _is_right_after(sentence: Sentence, change: Term | None, q: Quantity) -> bool:
    """Whether a change word stands directly before the number: "up 8%", "an increase of 8%", "fell by 8%"; not "rose to"."""
    if change is None:
        return False
    between = sentence.plain[change.end : q.start]
    return len(between) < 34 and not re.search(r"\b(?:to|at|from|reaching|reached)\s", between, re.I)


def _change_cue(sentence: Sentence, terms: Terms, q: Quantity, floor: int) -> Term | None:
    """The change word that governs the quantity: the last between the quantity before it and itself."""
    cues = [c for c in terms.of("change", floor, q.start) if c.value != "0" and ";" not in sentence.plain[c.end : q.start]]
    return cues[-1] if cues else None


def _sign(sentence: Sentence, terms: Terms, q: Quantity, floor: int, left: str) -> int:
    cue = _change_cue(sentence, terms, q, floor)
    if cue is not None:
        return int(cue.value)
    earlier = [c for c in terms.of("change", sentence.start, q.start) if c.value != "0"]
    return int(earlier[-1].value) if earlier else 1


def _absolute(sentence: Sentence, terms: Terms, q: Quantity, floor: int, left: str, running: Reading | None) -> Reading:
    """An amount or count: a level unless the words next to it tell growth or fall by that much."""
    change = _change_cue(sentence, terms, q, floor)
    follows = re.match(r"\s?(?:[a-z]+\s){0,2}(?P<word>higher|lower|more|less|fewer|increase|decrease)\b(?:\s(?:than|from|compared|year|against|over)\b|[,.;]|$)", sentence.plain[q.end : q.end + 60], re.I)
    if follows and not re.match(r"\s?(?:or|and)\s", sentence.plain[q.end : q.end + 5]):
        return Reading(CHANGE, -1 if follows["word"].lower() in _FALLING else 1)
    if change is None:
        listed = running and re.fullmatch(r"[\w' -]{0,80}(?:, and|,| and)\s", sentence.plain[floor : q.start])
        return running if running and listed else Reading(LEVEL)
    between = sentence.plain[change.end : q.start]
    if _BY.search(left) and len(between) < 30:
        return Reading(CHANGE, int(change.value))
    word = sentence.plain[change.start : change.end].lower()
    if re.fullmatch(r"\s(?:(?:of|by|in)\s)?(?:about|around|over|nearly|more than|some|almost)?\s?", between) and word.rstrip("s") in ("increase", "rise", "growth", "gain", "decrease", "drop", "fall", "decline", "reduction", "cut", "increase of", "rise of", "loss"):
        return Reading(CHANGE, int(change.value))
    if word in _TRIMS and not re.search(r"\b(?:to|from|into)\s", between) and q.unit is None:
        return Reading(CHANGE, -1)
    return Reading(LEVEL)


_TRIMS = frozenset(["trimmed", "trim", "trimming", "cut", "cuts", "cutting", "reduced", "reducing", "abolished", "eliminated", "scrapped", "axed", "dissolved", "slashed", "shed", "shedding", "lost", "downsized", "up", "down"]) - {"up", "down"}
