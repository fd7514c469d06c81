"""What a percentage is a share of: "9 per cent of its area", "73% of the plan", "23% of the country's
GDP".

Answers with the words for the whole, with whether they are a plan, and with the topic the share has:
the subject where the whole is the economy, a plan or an earlier result, else the whole itself.
"""

import re
from itertools import pairwise

from hanoi_lib.figures.quantities import Quantity
from hanoi_lib.figures.sentences import Sentence, Topic, fillers, groups
from hanoi_lib.figures.series import tells_enough, topic_of
from hanoi_lib.figures.subjects import of_subject, subject_label
from hanoi_lib.scan import Term

_OF = re.compile(r"\s?of\s", re.I)


# "7.79%, above the 6.42% of the country": a yardstick's "of" tells whose it is
_HELD_TO = re.compile(r"\b(?:above|below|than|against|compared (?:to|with)) the $")


def whole_of(sentence: Sentence, quantity: Quantity) -> tuple[int, int] | None:
    """The span of what a percentage is a share of: "9 per cent of its area" -> "its area"."""
    of = _OF.match(sentence.plain, quantity.end, sentence.end)
    if not of or _HELD_TO.search(sentence.plain[max(sentence.start, quantity.start - 30) : quantity.start]):
        return None
    stop = re.compile(
        r"[,;.:()]|\s(?:and|by|in \d{4}|while|with|are|is|was|were|to|at|on|as|which|that|have|has"
        r"|live)\b|\s\d"
    ).search(sentence.plain, of.end(), sentence.end)
    return of.end(), stop.start() if stop else sentence.end


_WHOLE_ECONOMY = re.compile(
    r"(?:the|its)\s(?:figure|level|result|number|amount)s?\s(?:of|in|for|recorded)"
    r"|the (?:figure|level|total)$|that\s(?:of|in)"
    r"|what it was|(?:the\s|its\s|total\s|their\s|national\s|overall\s|\w+'s\s){0,3}(?:output"
    r"|economy|economic structure|it\b|them\b|total\b\W*$|turnover|value)"
)


def of_whole(
    sentence: Sentence, index: int, whole: tuple[int, int], after: list[Term], running: Topic | None
) -> Topic | None:
    """A share is of the subject where the whole is the economy or a plan, else of the whole."""
    plain, q = sentence.plain, sentence.quantities[index]
    inside = [t for t in after if whole[0] <= t.start < whole[1]]
    words = plain[whole[0] : whole[1]].strip()
    if words.endswith("'s") and running:
        return running  # "107.9 percent of the ministry's plan and 87.1 percent of the city's"
    disbursed = _DISBURSE.search(plain[max(sentence.start, q.start - 40) : q.start]) or "disbursed" in words
    if disbursed and inside and inside[0].value == "public_investment":
        return topic_of(sentence, inside[0], bound=True)  # "disburse 95% of the public investment capital"
    economy = any(t.value in groups()["economy_wholes"] for t in inside) or _WHOLE_ECONOMY.match(words)
    if economy and (source := _source(sentence, after)):
        return topic_of(sentence, source, bound=True)  # "16% of GRDP comes from the digital economy"
    if economy or tells_plan(sentence, q) or _PLANNED.search(words):
        subject = of_subject(sentence, index)
        if not subject and inside and _CONTRIBUTES.search(plain, max(sentence.start, q.start - 60), q.start):
            return topic_of(sentence, inside[0], bound=True)  # "the city contributes 16 percent of GDP"
        if not subject and not running and _DISBURSED.search(plain, q.end, sentence.end):
            return Topic("public_investment", "disbursed", bound=True)
        return subject or running or _of_clause(sentence, q)
    if told := _told_behind(sentence, whole[1], after):
        return topic_of(sentence, told, bound=True)
    if running and _WHICH.match(words):  # "garbage, 65 percent of which is buried"
        handled = _HANDLED.match(plain, whole[0], sentence.end) and running.code in groups()["percent_share"]
        return running if handled else Topic(None, running.label, bound=True)
    known = bool(inside) and inside[0].value in _WHOLES
    subject = of_subject(sentence, index)
    if subject and _is_share_of(subject, known):
        return subject
    return topic_of(sentence, inside[0], bound=True) if known else Topic(None, words, bound=True)


def _of_clause(sentence: Sentence, q: Quantity) -> Topic | None:
    """ "Renewable energy is to supply 30 percent of GRDP": what the clause says gives the share."""
    words = _LOWER.findall(sentence.plain[max(sentence.start, q.start - 90) : q.start])
    if sum(word not in fillers() for word in words) < _OWN_WORDS:
        return None  # "Hanoi accounts for"
    return Topic(None, subject_label(sentence, q), bound=True)


_LOWER = re.compile(r"(?<![A-Za-z'-])[a-z][a-z-]{3,}")
_OWN_WORDS = 3


def of_opening(sentence: Sentence, q: Quantity) -> Topic | None:
    """ "Of the GDP, 59.9 percent comes from services, 39.2 percent from industry": each is of its source."""
    if q.unit != "percent" or not _OF_ECONOMY.match(sentence.plain, sentence.start, q.start):
        return None
    source = _FROM.match(sentence.plain, q.end, sentence.end)
    term = next((t for t in sentence.indicators if source and t.start == source.end()), None)
    return topic_of(sentence, term, bound=True) if term else None


_OF_ECONOMY = re.compile(
    r"\W*(?:Of|In) (?:the |its |this |total )*(?:city's |province's )?"
    r"(?:GDP|GRDP|economy|output|economic structure)\b"
)
_FROM = re.compile(r"\s(?:(?:comes?|came|is|was|were|are)\s)?(?:from|by)\s(?:the\s|its\s)?")


def _source(sentence: Sentence, after: list[Term]) -> Term | None:
    """What a share of the economy is said to come from."""
    return next(
        (b for a, b in pairwise(after) if _COMES_FROM.fullmatch(sentence.plain, a.end, b.start)), None
    )


_CONTRIBUTES = re.compile(
    r"\b(?:(?:city|province|capital|locality|it|they)\b[^,;.]{0,30}|but |and |also )?"
    r"\bcontribut\w+\s(?:[a-z]+\s){0,2}$"
)
_HANDLED = re.compile(
    r"(?:which|them|these) (?:is|are|was|were) (?:now )?(?:collected|treated|gathered|processed)\b"
)
_WHICH = re.compile(r"(?:which|whom|them|these|those)\b")
_COMES_FROM = re.compile(
    r"\s(?:(?:is|was|are|were|will|should|to|be|now)\s){0,3}(?:came?|comes?|coming|stem\w*"
    r"|deriv\w+|generated|earned|contributed)"
    r"\s(?:from|by)\s(?:the\s|its\s)?"
)


def _told_behind(sentence: Sentence, place: int, after: list[Term]) -> Term | None:
    """What the clause says of the whole: "98.5% of the rural population with access to hygienic water"."""
    clause = _CLAUSE_ENDS.search(sentence.plain, place, sentence.end)
    limit = clause.start() if clause else sentence.end
    shares = groups()["percent_share"]
    behind = (t for t in after if place <= t.start < limit and t.value in shares)
    return next((t for t in behind if tells_enough(sentence, t)), None)


def _is_share_of(subject: Topic, known: bool) -> bool:
    """Whether a percentage of something else is told of its subject: "buses carry 20% of travellers"."""
    if subject.code not in groups()["percent_share"]:
        return False
    return subject.code not in groups()["weak"] or (" " in subject.label and not known)


_CLAUSE_ENDS = re.compile(r"[,;]\s")
# Wholes that a share is of; of communes, firms or officials a share says something else than how many
# there are.
_WHOLES = frozenset(
    {
        "population",
        "land_area",
        "party_members",
        "wastewater_treated",
        "waste_collected",
        "clean_water",
        "health_insurance",
        "urbanisation",
        "green_space",
        "digital_services",
        "women_in_leadership",
        "young_in_leadership",
        "unemployment",
        "poverty",
        "public_transport",
        "housing_floor_area",
        "health_records",
    }
)

# Matches " of the capital assigned", " of what the Government had asked for", " higher than planned", "
# above its target".
_PLAN_WHOLE = re.compile(
    r"\)?(?:,?\s(?:of|against)|\s(?:higher|more|lower|less|above|over|below)(?:\sthan)?)"
    r"\s(?:[A-Za-z'-]+\s){0,7}?"
    r"(?:plans?|targets?|estimates?|goals?|quotas?|forecasts?|projections?|planned|assigned"
    r"|allocated|allotted|asked for|wants?|wanted|expected|envisaged|budgeted|hoped|required)\b",
    re.I,
)


def tells_plan(sentence: Sentence, quantity: Quantity) -> re.Match[str] | None:
    """The words right behind a percentage that hold it against a plan, in whatever words the plan is told."""
    if quantity.unit != "percent":
        return None
    return _PLAN_WHOLE.match(sentence.plain, quantity.end, sentence.end)


def exceeds_plan(sentence: Sentence, quantity: Quantity) -> bool:
    """ "Exceeding the target assigned by the Government by 21%, and the council's target by 11%"."""
    if quantity.unit != "percent":
        return False
    told = _PLAN_BY.search(sentence.plain[max(sentence.start, quantity.start - 120) : quantity.start])
    return bool(told and _EXCEEDS.search(sentence.plain, sentence.start, quantity.start))


_PLAN_BY = re.compile(
    r"\b(?:plan|target|estimate|goal|forecast)s?\b[^.;,]{0,70}?\sby\s(?:about |around |nearly |over "
    r"|almost |more than |some )?$"
)
_EXCEEDS = re.compile(r"\b(?:exceed|surpass|outstrip|beat|overfulfil)\w*\s")
_DISBURSED = re.compile(r"\b(?:had|has|have|was|were|been) (?:been )?disbursed\b")
_DISBURSE = re.compile(r"\bdisburs\w+\s(?:\w+\s){0,3}$", re.I)

_PLANNED = re.compile(r"\b(?:plan|plans|target|targets|estimate|estimates|goal|quota|forecast|projection)\b")
