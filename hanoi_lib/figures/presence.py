"""Whether what is counted is there already, whatever the verb of its sentence says of what is to come.

Answers for one quantity from the words beside it: the districts that "have committed to spend", the 14
districts a road "will run through", the 12 stalled projects that are to be cleared, the deputies who voted.
"""

import re

from hanoi_lib.figures.articles import Article
from hanoi_lib.figures.quantities import Quantity
from hanoi_lib.figures.sentences import Sentence


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
