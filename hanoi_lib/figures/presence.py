"""Whether a figure is of today or what is counted is there, whatever its sentence says of what is to come.

Answers for one quantity from the words beside it: "28.8 per cent today", the districts that
"have committed to spend", the 14 districts a road "will run through", the deputies who voted.
"""

import re

from hanoi_lib.figures.articles import Article
from hanoi_lib.figures.quantities import Quantity
from hanoi_lib.figures.sentences import Sentence


def is_now(article: Article, sentence: Sentence, q: Quantity) -> bool:
    """Whether a quantity tells how things stand today: "28.8 per cent today", "against 2 square metres"."""
    if _NOW.match(sentence.plain, q.end, sentence.end):
        return True
    left = article.left(sentence.start, q.start, 60)
    if _STILL.search(left):
        return True
    return bool(_AGAINST.search(left)) or (q.unit is None and left.endswith(" instead of "))


_NOW = re.compile(
    r",?(?:\s[a-z]+){0,3}?,?\s(?:is|are|remains?) still\b"
    r"|\s(?:of (?:them|these) )?(?:is|are) (?:[a-z]+ ){0,2}(?:already|now|currently|at present|today)\b"
    r"|\)?\s(?:(?:of|per)\s[a-z ]{2,24}\s)?(?:today|now|at present|currently)\b"
)
# "currently produces around 5,400 tonnes", but not "now wants to produce"
_STILL = re.compile(
    r"\b(?:currently|at present|at the moment|now)\s(?!(?:is|are)\s(?:to|planned|expected|aimed|set)\b|plan"
    r"|aim|want|seek|target|to\b|must|should|will|need|ha[sd]|have|be\b|revised|set|put"
    r"|expect|hope)[^,;]{0,46}$",
    re.I,
)
_AGAINST = re.compile(
    r"\bfrom\s(?:this|last|the previous)\syear's\s(?:estimated\s|level of\s)?$"
    r"|\b(?:against|compared (?:to|with)|up from|down from|from the (?:present|current))\s(?:the\s"
    r"|about\s|only\s|just\s|present\s|current\s|over\s|nearly\s){0,2}$",
    re.I,
)


def is_there(article: Article, sentence: Sentence, q: Quantity, left: str) -> bool:
    """Whether what is counted is there already: who voted or pledged, what a road "will run through"."""
    if _VOTED.search(left) or _OF_VOTES.match(article.plain, q.end, sentence.end):
        return True
    if q.unit is not None:
        return False
    if not q.scaled and _OF_TARGETS.match(article.plain, q.end, sentence.end):
        return True
    if _PLEDGED.match(article.plain, q.end, sentence.end):
        return True
    existing = _PLACED.search(left) or _EXISTING.match(article.plain, q.end, sentence.end)
    return not q.scaled and bool(existing)


# "was passed with 429 of 433 deputies in favour, reaching 99.07%"
_VOTED = re.compile(
    r"\b(?:in favou?r|votes|ballots),?\s(?:\([^)]*|(?:or|reaching|equal to|equivalent to)\s)?$", re.I
)
_OF_VOTES = re.compile(
    r"\s(?:(?:out\s)?of\s)?(?:the\s|all\s)?(?:[\d.,]+\s)?"
    r"(?:votes|ballots|deputies|delegates)\b(?!\s(?:to|will|are to))"
)
# "would achieve 18 of the 23 targets": those have been set
_OF_TARGETS = re.compile(
    r"\s(?:(?:out\s)?of\s(?:the\s|its\s|all\s)?(?:\d+|[a-z-]+)\s)?(?:[a-z-]+\s){0,3}?(?:targets|indicators|goals)\b"
)
# "Twenty-five of 30 districts have committed to disburse": they have, whatever they will do
_PLEDGED = re.compile(
    r"(?:\s(?:out )?of (?:the |its )?[\d.,]+)?(?:\s[\w-]+){1,4}?s?\s(?:have|has|had)\s"
    r"(?:already\s|also\s|now\s)?(?:committed|pledged|agreed|promised|registered|signed|proposed|asked|applied"
    r"|volunteered)\b|(?:\s[\w-]+){1,3}?s\swill\s(?:work|serve|attend|join|take part|sit|represent|vote|speak"
    r"|compete|gather)\b"
)
_PLACED = re.compile(
    r"\b(?:through|across|at|among|among the|obstacles in|in all|in the|of the)\s(?:about |over |more than "
    r"|nearly |some )?$",
    re.I,
)
# "clear 12 stalled projects", "12 communes that still have them": what is there already
_EXISTING = re.compile(
    r"\s(?:[a-z-]+\s){0,2}?(?:stalled|overdue|delayed|pending|unfinished|existing|outstanding|abandoned"
    r"|idle|unused|vacant"
    r"|surplus|redundant|backlogged|key|ongoing|slow-moving|suspended|remaining|dilapidated"
    r"|old)\s[a-z-]+(?:\s[a-z-]+)?s\b"
    r"|\s[a-z]+s (?:that|which|who) still\b|\s(?:still |already )?(?:stand|remain|lie|belong)\b"
)
