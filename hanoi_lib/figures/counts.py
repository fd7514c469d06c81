"""What a counted noun is of: "5,965 enterprises were set up", "13.87 million people have visited".

Answers with the topic of a number's own noun. A number of things is never an amount of money, and
people are the population only where inhabitants are counted.
"""

import re

from hanoi_lib.figures.sentences import Sentence, Topic, groups
from hanoi_lib.scan import Term


def _last_word(sentence: Sentence, noun: tuple[int, int]) -> str:
    """The last word of a counted noun, in lower case."""
    return sentence.plain[noun[0] : noun[1]].rpartition(" ")[2].lower()


def of_noun(sentence: Sentence, noun: tuple[int, int]) -> Topic:
    """The topic of a number that counts `noun`, the span of its noun phrase."""
    work = (t for t in sentence.indicators if t.start == noun[1] + 1 and t.value == "jobs_created")
    if found := next(work, None):
        # "17,000 people found work"
        return Topic(found.value, sentence.plain[noun[0] : found.end], bound=True)
    given = _GIVEN_WORK.match(sentence.plain, noun[1], sentence.end) or _WORK_FOR.search(
        sentence.plain, max(sentence.start, noun[0] - 80), noun[0]
    )
    if _last_word(sentence, noun) in _WORKERS and given:
        return Topic("jobs_created", sentence.plain[noun[0] : noun[1]], bound=True)
    named = [
        t
        for t in sentence.indicators
        if t.start < noun[1] and t.end > noun[0] and t.value != "none" and not _is_some_people(sentence, t)
    ]
    label = sentence.plain[noun[0] : noun[1]]
    if _PARTY_MEMBERS.fullmatch(label) and _HAS_MEMBERS.search(sentence.plain, sentence.start, noun[0]):
        return Topic("party_members", label, bound=True)
    whole = [t for t in named if t.end >= noun[1] - 1]
    if _VISITED.match(sentence.plain, noun[1], sentence.end) and label.split()[-1].lower() in (
        "people",
        "persons",
        "guests",
    ):
        return Topic("tourist_arrivals", label, bound=True)
    best = max(whole or named, key=lambda t: t.end - t.start, default=None)
    housed = label.lower() == "units" and not _LOCAL.search(sentence.plain, sentence.start, sentence.end)
    if best is not None and (housed or _OTHER_UNITS.fullmatch(label)):
        best = None  # "social housing units"
    if best is not None and not whole and best.value in groups()["rates"]:
        best = None  # "six wastewater treatment plants": rates are of what is treated, not of plants
    if best is not None and best.value in groups()["money"]:
        best = None  # "4,029 foreign-invested projects": a number of things is no amount of money
    if (
        best is None
        and _FIRMS.search(label)
        and _SET_UP.search(sentence.plain[max(0, noun[0] - 50) : noun[0]])
    ):
        return Topic("new_enterprises", label, bound=True)
    if best is None and _FIRMS.search(label) and _FOUNDED.match(sentence.plain, noun[1], sentence.end):
        return Topic("new_enterprises", label, bound=True)
    return Topic(best.value if best else None, label, bound=True)


_WORKERS = frozenset(["people", "persons", "workers", "labourers", "laborers", "locals", "residents"])
# "Jobs were found for 214,000 people"
_WORK_FOR = re.compile(
    r"\b(?:provid|creat|generat|giv|secur)\w+\s(?:new\s)?(?:jobs|employment|work)\sfor\s(?:[a-z]+\s){0,2}[\d.,]+(?:\s[a-z]+)?\s$|"
    r"\b(?:[Jj]obs|[Ee]mployment|[Ww]ork)\s(?:(?:was|were|has|have|been)\s){1,2}(?:found|created|provided|secured|generated)"
    r"\sfor\s(?:[a-z]+\s){0,2}[\d.,]+(?:\s[a-z]+)?\s$"
)
# "28,000 people were given jobs", "17,000 workers found employment"
_GIVEN_WORK = re.compile(
    r"(?:\sin(?:\s[A-Z]\w+){1,4})?\s(?:(?:were|was|have|had|been|who|has)\s){0,3}"
    r"(?:given|provided with|found|got|gained"
    r"|offered|helped (?:to )?find"
    r"|assisted in finding)\s(?:\w+\s)?(?:jobs|work|employment)\b"
)
# "the Party organisation has 460,000 members"
_PARTY_MEMBERS = re.compile(r"(?:new\s|official\s|probationary\s)?members")
_HAS_MEMBERS = re.compile(
    r"\bParty(?:'s)?(?: (?:cells?|organi[sz]ations?|branch(?:es)?|committees?))?"
    r"\b[^.;]{0,60}\b(?:has|have|had|numbers|counts)\b[^.;]{0,90}$"
)
_LOCAL = re.compile(r"\b(?:commune|ward|district|administrative|provinc|local|level|merg)")
# Units of something else than a city's administration
_OTHER_UNITS = re.compile(
    r"(?!.*\b(?:commune|ward|district|administrative|provincial|province|level|grassroots|local)\w*)(?:[\w'-]+\s)*?"
    r"(?!(?:new|old|such|other|existing|merged|total|all|these|those|its)\s)[\w'-]+\sunits",
    re.I,
)
_POPULATED = re.compile(r"\b(?:population|inhabitants|populous|residents|census)\b", re.I)

_HAS_PEOPLE = re.compile(
    r"\b(?:(?:has|had|have|home to)\s(?:[\w-]+\s){0,3}|[Oo]f\s(?:its |the )?(?:about |over |nearly "
    r"|some |around |almost |more than )?)[\d.,]+(?:\smillion)?\s$"
)


def _is_some_people(sentence: Sentence, term: Term) -> bool:
    """ "gave work to 57,000 people": people are the population only where the sentence counts inhabitants."""
    if sentence.plain[term.start : term.end].lower() != "people":
        return False
    if _POPULATED.search(sentence.plain, sentence.start, sentence.end):
        return False
    if sentence.plain.startswith((" live in ", " lived in ", " inhabit"), term.end):
        return False
    return not _HAS_PEOPLE.search(sentence.plain[max(sentence.start, term.start - 40) : term.start])


_VISITED = re.compile(
    r"\s(?:have\s|had\s|has\s)?(?:visited|stayed overnight|travelled to|traveled to|came to see"
    r"|came to visit)\b"
)

_FIRMS = re.compile(r"\b(?:enterprises|businesses|companies|firms)$", re.I)

_SET_UP = re.compile(
    r"\b(?:set up|established|founded|registered|licensed)\s(?:[a-z]+\s){0,3}[\d.,]+\s(?:new\s)?$"
)
_FOUNDED = re.compile(
    r"\s(?:[\w%,$.]+\s){0,7}?(?:founded|established|set up|newly registered|came into being"
    r"|registered for establishment|entered the market|joined the market)\b"
)
