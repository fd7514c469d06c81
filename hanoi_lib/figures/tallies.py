"""Which numbers count something an analyst would chart, and the noun they count.

Answers for a quantity whether it can be a figure at all, and for a bare number with its noun. Refuses
durations, ages, numbered programmes, fractions in words and numbers that only point back ("the two
cities", "one of the").
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from hanoi_lib.figures.articles import Article
from hanoi_lib.figures.nouns import counted_noun
from hanoi_lib.figures.numerals import ABOUT
from hanoi_lib.figures.quantities import Quantity
from hanoi_lib.figures.sentences import Sentence
from hanoi_lib.figures.threads import Thread
from hanoi_lib.figures.understood import ON_TO, ON_TO_ENDS


def is_counted(article: Article, q: Quantity, start: int, end: int) -> bool:
    """Whether a quantity of the sentence [start, end) can be a figure at all."""
    if q.unit == "time" or (q.value == 1 and q.unit == "USD"):  # "$1 = VND25,455"
        return False
    if q.unit == "times" and _MET.search(article.left(start, q.start, 16)):
        return False  # "the council met 13 times"
    if q.unit == "year":
        return "life expectancy" in article.left(start, q.start, 80).lower()
    if q.unit is None and _STARS.match(article.plain, q.end, end):
        return False  # "1-5 star hotels"
    if q.unit is None and 1990 <= q.value <= 2100 and _UNTIL.search(article.left(start, q.start, 16)):
        return False  # a year
    return q.unit is not None or q.scaled or not _points_back(article, q, start, end)


def _points_back(article: Article, q: Quantity, start: int, end: int) -> bool:
    """ "The two cities", "twelve task groups", "one of the", "both": numbers that measure nothing."""
    noun = counted_noun(article.plain, q.end, end)
    left = article.left(start, q.start, 24).lower()
    if noun and _orders(article, q, noun, left, end):
        return True
    if _RATE_BASE.search(left) or _IN_TEN.search(left) or _AGE.search(left) or _points_at_all(q, left):
        return True
    if q.value == 1 and q.in_words and q.value_max is None:
        return not (_TRIMS.search(left) and re.match(r"\s[A-Za-z]", article.plain[q.end : q.end + 2]))
    return q.in_words and bool(_THE.search(left)) and not _PARTITIVE.search(left)


def _points_at_all(q: Quantity, left: str) -> bool:
    """ "All the 30 districts", "these 30", "all three"; but "all 4,200 graves" are counted."""
    if not _ALL_THE.search(left) or _PARTITIVE.search(left):
        return False
    return q.in_words or not left.endswith("all ")


def _orders(article: Article, q: Quantity, noun: tuple[int, int], left: str, end: int) -> bool:
    """Whether a noun is one that numbers only order or measure: tasks, days, thirds, "and two provinces"."""
    plain, words = article.plain, article.plain[noun[0] : noun[1]]
    if _TIMES.search(words) or _FRACTION.search(words):
        return True
    partitive = _PARTITIVE.search(left) or _OF_NUMBER.match(plain, q.end, end)  # "fourteen of the 17 targets"
    ordering = article.terms.of("ordering_noun", noun[0], noun[1])
    if not partitive and any(t.end >= noun[1] - 1 or plain[t.end : t.end + 5] == " and " for t in ordering):
        return True
    if any(t.end >= noun[1] - 1 for t in article.terms.of("manner_noun", noun[0], noun[1])):
        return True
    return q.in_words and q.value <= 5 and left.endswith(" and ") and bool(_NEIGHBOURS.fullmatch(words))


_STARS = re.compile(r"[\s-]stars?\b", re.I)
_UNTIL = re.compile(r"\b(?:to|until|till|by|of|in|since|for)\s(?:the year\s)?$")
_MET = re.compile(r"\b(?:met|convened|sat|voted|gathered|visited|held)\s$")
_TIMES = re.compile(r"(?:days|months|years|weeks|hours|minutes|times)$")
_FRACTION = re.compile(r"\b(?:halves|thirds|quarters|fourths|fifths|sixths|tenths)$")
_NEIGHBOURS = re.compile(
    r"(?:other\s|neighbouring\s)?(?:provinces|cities|localities|neighbours|parties|countries)"
)
_OF_NUMBER = re.compile(r"\s(?:out\s)?of\s(?:the\s|its\s)?\d", re.I)
_TRIMS = re.compile(r"\b(?:trimmed|cut|abolished|eliminated|dissolved|scrapped|added|merged)\s$")
_AGE = re.compile(
    r"\b(?:aged|(?:members|officials|cadres|people|those|workers|leaders) (?:under|over|above|below))\s$"
)
_IN_TEN = re.compile(
    r"\b(?:one|two|three|four|five|six|seven|eight|nine|\d) in (?:every )?$"
)  # "eight in ten"
_ALL_THE = re.compile(r"\b(?:all the|all of the|all|these|those|the same)\s$")
_RATE_BASE = re.compile(r"\b(?:per|every|each|for every)\s$")  # "20 doctors for every 10,000 people"
_THE = re.compile(r"\b(?:the|these|those|both|all|his|her|\w+['’]s)\s$")
_PARTITIVE = re.compile(
    r"\b(?:\d+|\w+teen|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|most|all"
    r"|some|many|half|each|out) of (?:the|its|their|all)?\s?$"
)


def find_noun(article: Article, sentence: Sentence, index: int) -> tuple[int, int] | None:
    """The noun a bare number counts: behind it, or behind the number it is a part of ("325 of the 386
    communes").
    """
    plain, q = article.plain, sentence.quantities[index]
    if noun := counted_noun(plain, q.end, sentence.end):
        return noun
    if hyphenated := _HYPHENATED.match(plain, q.end, sentence.end):
        return hyphenated.span(1)
    if q.value == 1 and (single := _SINGULAR.match(plain, q.end, sentence.end)):
        return single.span(1)
    left = article.left(sentence.start, q.start, 120)
    if "from " in left[-20:] and (moved := _MOVED_FROM.search(left)):
        offset = q.start - len(left)
        return offset + moved.start(1), offset + moved.end(1)
    if index and _MOVED_TO.fullmatch(plain, sentence.quantities[index - 1].end, q.start):
        return find_noun(article, sentence, index - 1)
    if _is_in_step(sentence, index) or _did_to_more(sentence, index):
        return find_noun(article, sentence, index - 1)
    if number_of := _NUMBER_OF.search(left):
        offset = q.start - len(left)
        return offset + number_of.start(1), offset + number_of.end(1)
    following = sentence.quantities[index + 1] if index + 1 < len(sentence.quantities) else None
    if following and _OF_NEXT.fullmatch(plain, q.end, following.start):
        return counted_noun(plain, following.end, sentence.end)
    return None


_HYPHENATED = re.compile(r"-(member|bed|room|seat)\b")  # "a 69-member committee"
_SINGULAR = re.compile(r"\s((?:[A-Za-z][\w-]*\s){0,2}?[a-z]{3,})(?=\s(?:from|in|of|at|for|and)\b|[,.;])")


def _is_in_step(sentence: Sentence, index: int) -> bool:
    """ "45 clusters in Chuong My, 30 in Thach That": the things counted are understood."""
    plain, q = sentence.plain, sentence.quantities[index]
    if not index or q.in_words or sentence.quantities[index - 1].unit is not None:
        return False
    step = _STEP.fullmatch(plain, sentence.quantities[index - 1].end, q.start)
    return bool(step and ON_TO_ENDS.match(plain, q.end, sentence.end))


def _did_to_more(sentence: Sentence, index: int) -> bool:
    """ "Built 38 schools and upgraded 219": the things counted are understood."""
    plain, q = sentence.plain, sentence.quantities[index]
    if not index or sentence.quantities[index - 1].unit is not None:
        return False
    did = _AND_DID.fullmatch(plain, sentence.quantities[index - 1].end, q.start)
    return bool(did and _ENDS.match(plain, q.end, sentence.end))


_AND_DID = re.compile(
    r"(?:\s[a-z][\w-]*){1,5},?\s(?:and|but|while)\s(?:\w+\s)?[a-z]+ed\s"
    rf"{ABOUT}"
)
_ENDS = re.compile(r"\s(?:since|in|by|with|for|more|others)\b|[,.;]")
_STEP = re.compile(rf"(?:\s[a-z][\w-]*){{0,5}}{ON_TO}")
# "cut its public service units from 401 to 280": what moves stands before
_MOVED_FROM = re.compile(
    r"(?:\b(?:the|its|their|our|of|in|and)\s)((?!(?:the|its|their|our|of|in|and|number)\s)(?:[a-z][\w-]*\s){0,3}[a-z][\w-]*s)"
    r"(?:\s(?:fell|rose|dropped|grew|went|increased|decreased|was cut|were cut|was reduced|were reduced))?"
    rf"\sfrom\s{ABOUT}$"
)
_MOVED_TO = re.compile(rf"\sto\s{ABOUT}")
_NUMBER_OF = re.compile(r"\bnumber of (?:its |the |their )?((?:[\w-]+ ){0,3}?[\w-]+s)\b[^.;]*$")
_OF_NEXT = re.compile(
    r"\s(?:out\s)?of\s(?:the\s|its\s|their\s|a total of\s|some\s)?(?:\w+'s\s)?(?:total\s"
    r"|existing\s|current\s)?",
    re.I,
)


def in_points(thread: Thread, quantities: Sequence[Quantity]) -> list[Quantity]:
    """Points told after percentage points, or after percent where points were told before, are percentage
    points.
    """
    told, read = thread.in_points, []
    seen: set[str | None] = set()
    percent = any(q.unit == "percent" for q in quantities)
    for q in quantities:
        if q.unit == "point" and ("percentage_point" in seen or (told and percent)):
            q = replace(q, unit="percentage_point")
        seen.add(q.unit)
        read.append(q)
    thread.in_points = "percentage_point" in seen
    return read
