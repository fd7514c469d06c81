"""Which measure a quantity is (level, change, share, rank, of_target) and its sign.

Answers from the words next to the number ("up 13.8%", "73% of the plan", "12.6% less") and, where they
are silent, from what a bare percentage of that indicator usually means. Reads the `change`, `share` and
`plan_word` terms of `vocabulary/cues.yml`.
"""

import re
from collections.abc import Callable

from hanoi_lib.figures.changes import of_amount
from hanoi_lib.figures.enumerations import listed_run
from hanoi_lib.figures.sentences import Sentence, groups
from hanoi_lib.figures.spots import BY, CHANGE, FALLING, LEVEL, OF_TARGET, SHARE, Reading, Spot
from hanoi_lib.figures.wholes import exceeds_plan, of_opening, tells_plan, whole_of
from hanoi_lib.scan import Term, Terms

_RELATIVE = ("percent", "percentage_point", "times", "point")
_AFTER_CHANGE = re.compile(
    r"\s?(?:\)\s?)?(?:(?:annual|yearly|year-on-year|monthly|slight|sharp|strong|modest|significant"
    r"|average|steep"
    r"|remarkable|overall)\s)?(?P<word>higher|lower|more|less|fewer|growth|increase|rise|expansion|gain|jump"
    r"|surge|decline|drop|fall|decrease|reduction|contraction|cut|down|below|above|up"
    r"|faster|cheaper|dearer|better|worse|year[- ]on[- ]year|compared (?:to|with)|against"
    r"|over the same period|from the (?:same|previous)|on the (?:month|year)|month[- ]on[- ]month"
    r"|than in|than a year)\b",
    re.I,
)
_ABOVE_AVERAGE = re.compile(
    r"\s(?:above|below|over|under|higher than|lower than|more than|less than)\s(?:the\s"
    r"|its\s)?(?:\w+\s)?average\b"
)
_DONE = re.compile(r"\bdisburs\w+")
# "96.6% of the figure of a year before", "112 percent of that of the same period last year": held
# against an earlier result
_SAME_SERIES = re.compile(
    r"\sof\s(?:that|the\s(?:figure|level|number|amount|result|value))s?\s(?:of|in|for"
    r"|recorded in)?\s?(?:the\s|a\s)?(?:same|corresponding|year|previous|last|first|\d{4})"
)
_GOAL = re.compile(r"\b(?:goal|target)s? of\s(?:\w+\s){0,2}$")
_PER_YEAR = re.compile(
    r"\s?(?:\)\s?)?(?:a year|per year|annually|per annum|yearly|each year|on average|every year"
    r"|/year|a month on average)\b",
    re.I,
)


def find_measure(
    sentence: Sentence,
    terms: Terms,
    index: int,
    code: str | None,
    running: Reading | None,
    bracketed: Reading | None = None,
) -> Reading:
    """The measure of the quantity at `index` whose indicator is `code`.

    `running` is the measure of the like quantity before it, which a list carries on: "services make up 65%,
    industry 23%", "trimmed 11 committees and six departments".
    """
    q = sentence.quantities[index]
    floor = sentence.quantities[index - 1].end if index else sentence.start
    left = sentence.plain[max(floor, q.start - 60) : q.start]
    cues = [c for c in terms.of("change", floor, q.start) if c.value != "0"]
    governing = [c for c in cues if ";" not in sentence.plain[c.end : q.start]]
    spot = Spot(
        sentence, terms, q, floor, left, code, running, bracketed, governing[-1] if governing else None
    )
    if q.unit not in _RELATIVE:
        return of_amount(spot)
    if _is_of_plan(spot):
        return Reading(OF_TARGET)
    return _BY_UNIT[q.unit](spot)


def _points(spot: Spot) -> Reading:
    """Points of an index: a change where a word tells one."""
    return Reading(CHANGE) if spot.change else spot.running or Reading(LEVEL)


def _percentage_points(spot: Spot) -> Reading:
    if spot.follows(_ABOVE_AVERAGE):
        return Reading(LEVEL)
    return _of_comparison(spot) or Reading(CHANGE, spot.sign())


def _times(spot: Spot) -> Reading:
    doubled = spot.words(spot.q.start, spot.q.end).isalpha()
    return Reading(CHANGE if doubled or spot.change or spot.follows(_TIMES_MORE) else LEVEL)


_TIMES_MORE = re.compile(
    r"\s(?:higher|as (?:much|many|high|large|fast)|more|that of|year|last year|over|compared"
    r"|against|increase"
    r"|rise|growth|the (?:national )?(?:rate|growth)|the (?:figure|number|total|result|amount"
    r"|level|value))\b"
)


def _percent(spot: Spot) -> Reading:
    """A percentage: the first rule that tells decides, else what it usually is of that indicator."""
    if spot.bracketed and _alone_in_bracket(spot):
        return spot.bracketed
    if of_opening(spot.sentence, spot.q):
        return Reading(SHARE)
    for rule in (_of_goal, _of_whole, _of_comparison, _of_rate, _of_words):
        if reading := rule(spot):
            return reading
    return spot.running or Reading(_usual(spot.code))


_BY_UNIT: dict[str, Callable[[Spot], Reading]] = {
    "percent": _percent,
    "percentage_point": _percentage_points,
    "point": _points,
    "times": _times,
}


def _alone_in_bracket(spot: Spot) -> bool:
    """ "(36.6 percent)", after "(49.9 percent of the estimate)"."""
    return spot.left.endswith("(") and spot.words(spot.q.end, spot.q.end + 1) == ")"


def _of_goal(spot: Spot) -> Reading | None:
    return Reading(_usual(spot.code)) if _GOAL.search(spot.left) else None


def _of_whole(spot: Spot) -> Reading | None:
    """ "9 per cent of its area"; but "96.6% of the figure of a year before" is held against a result."""
    whole = whole_of(spot.sentence, spot.q)
    done = _DONE.search(spot.left) or (whole and _DONE.search(spot.words(*whole)))
    if whole and spot.code == "public_investment" and done:
        return Reading(OF_TARGET)
    if spot.follows(_SAME_SERIES):
        return Reading(CHANGE)
    if whole is None:
        return None
    elliptical = spot.words(*whole).strip().endswith("'s")
    return spot.running if spot.running and elliptical else Reading(SHARE)


def _of_comparison(spot: Spot) -> Reading | None:
    """Words of growth or fall right behind the number: "8% higher", "8.7% and 20.1% less, respectively"."""
    sentence, last = spot.sentence, spot.q
    if "respectively" in sentence.plain[last.end : sentence.end]:
        last = sentence.quantities[listed_run(sentence, sentence.quantities.index(spot.q))[-1]]
    follows = _AFTER_CHANGE.match(sentence.plain, last.end, sentence.end)
    if follows is None:
        return None
    word = follows["word"].lower()
    if word in ("above", "below") and not spot.change:
        return Reading(CHANGE, -1 if word == "below" else 1)
    if word in _RISING:
        return Reading(CHANGE)
    return Reading(CHANGE, -1 if word in FALLING else spot.sign())


_RISING = frozenset(["higher", "more", "faster", "dearer", "increase", "rise", "gain", "jump", "surge"])


def _of_rate(spot: Spot) -> Reading | None:
    """ "Fell by 8%", "and that of others by 14 percent"; a rate of a whole is a share unless it "rose by"."""
    if BY.search(spot.left):
        if compared := _MORE_BY.search(spot.left):
            return Reading(CHANGE, -1 if compared["word"].lower() in FALLING else 1)
        if spot.change:
            return Reading(CHANGE, spot.sign())
        if spot.running and spot.running.measure == CHANGE:
            return spot.running
    told = spot.code and _usual(spot.code) == SHARE
    return Reading(SHARE) if told and not _is_right_after(spot) else None


# "growth fell to 5.1% from 6.2%": where a rate went, and no fall by that much
_LEVEL = re.compile(r"\b(?:to|from|below|under)\s(?:\w+\s){0,2}$")
_THAT_OF = re.compile(r"\b(?:that|those) of\b")
# "became cheaper, by 0.8%"
_MORE_BY = re.compile(
    r"\b(?P<word>cheaper|lower|less|fewer|worse|higher|more|dearer|larger|costlier|expensive|better),?\sby\s"
    r"(?:\w+\s)?$",
    re.I,
)


def _of_words(spot: Spot) -> Reading | None:
    """A word for a share or a change before the number: the later of the two decides."""
    if _OR.search(spot.left) and spot.code and spot.code.startswith("budget_"):
        return Reading(OF_TARGET)  # "VND36.2 trillion, or 33.7 percent"
    if spot.code and _usual(spot.code) == OF_TARGET and _DONE.search(spot.words(spot.floor, spot.q.start)):
        return Reading(OF_TARGET)
    share = _share_word(spot)
    towards = spot.change and not _is_right_after(spot)  # "the share should rise to 87 percent"
    if share and (not spot.change or towards or share.start > spot.change.start):
        return Reading(SHARE)
    if spot.change is not None:
        moved = _LEVEL.search(spot.words(spot.change.end, spot.q.start))
        if moved and spot.running and spot.running.measure == SHARE and _THAT_OF.search(spot.left):
            return spot.running  # "the share of services rose to 65%, while that of industry dropped to 22%"
        return Reading(CHANGE, 1 if moved else int(spot.change.value))
    return Reading(CHANGE) if spot.code and spot.follows(_PER_YEAR) else None


_OR = re.compile(r",\s(?:or|equal to|equivalent to)\s(?:[a-z]+\s)?$")


def _share_word(spot: Spot) -> Term | None:
    """The last word for a share; "rate" is none of growth: "the growth rate", "without oil, the rate was"."""
    shares = spot.terms.of("share", spot.floor, spot.q.start)
    if not shares or not spot.words(shares[-1].start, shares[-1].end).lower().endswith("rate"):
        return shares[-1] if shares else None
    growing = (
        spot.running
        and spot.running.measure in (CHANGE, OF_TARGET)
        and spot.words(shares[-1].end, shares[-1].end + 3) != " of"
    )
    return None if growing or _usual(spot.code) == CHANGE else shares[-1]


# "half of the plan for the year (51.6%)"
_IN_BRACKETS = re.compile(
    r"\bof (?:the|its|their|this)\s(?:[a-z']+\s){0,2}(?:plan|target|estimate|goal)\b[^.;()"
    r"]{0,24}\($"
)


_LIKE = re.compile(r"\sof\s(?:\w+\s){0,2}\d[\d.,-]*\s?(?:%|per)")


def _is_of_plan(spot: Spot) -> bool:
    """ "73% of the annual target", "fulfilling 98% of the plan", "exceeding the estimate by 5%"."""
    sentence, q = spot.sentence, spot.q
    before = sentence.plain[max(sentence.start, q.start - 60) : q.start]
    plan = tells_plan(sentence, q)
    if plan and _usual(spot.code) == CHANGE and _LIKE.match(sentence.plain, plan.end(), sentence.end):
        return False  # "11.03%, against a plan of 10.4%"
    if plan or _IN_BRACKETS.search(before) or exceeds_plan(sentence, q):
        return True
    whole = whole_of(sentence, q)
    if whole is None:
        return False
    clause = re.compile(r"[;.]").search(sentence.plain, whole[0], sentence.end)
    stop = min(whole[1] + 30, clause.start() if clause else sentence.end)
    return bool(spot.terms.of("plan_word", whole[0], stop))


def _usual(code: str | None) -> str:
    """What a bare percentage of an indicator tells."""
    measures = (m for m in (CHANGE, SHARE, OF_TARGET) if code in groups()[f"percent_{m}"])
    return next(measures, SHARE)


def _is_right_after(spot: Spot) -> bool:
    """Whether a change word stands directly before: "up 8%", "an increase of 8%"; not "rose to"."""
    if spot.change is None:
        return False
    between = spot.words(spot.change.end, spot.q.start)
    return len(between) < 34 and not _TOWARDS.search(between)


_TOWARDS = re.compile(r"\b(?:to|at|from|reaching|reached|below|under|above)\s", re.I)
