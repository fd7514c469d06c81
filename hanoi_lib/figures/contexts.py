"""What a figure is of where its sentence needs the ones before it: "revenue", "of them", "Hanoi was second
with".

Answers with the topic a sentence gives or, where it leaves the subject open, with the one it takes up.
Refuses bare numbers for which neither an indicator nor a noun is told.
"""

import re
from dataclasses import replace
from functools import cache

from hanoi_lib.figures.articles import Article
from hanoi_lib.figures.quantities import Quantity
from hanoi_lib.figures.sentences import MONEY, Sentence, Topic, groups
from hanoi_lib.figures.subjects import subject_label
from hanoi_lib.figures.threads import RUN, Running, Thread
from hanoi_lib.figures.topics import find_topic, fit_topic, is_taken_up
from hanoi_lib.scan import load_vocabulary


def find_matter(
    article: Article,
    thread: Thread,
    sentence: Sentence,
    index: int,
    noun: tuple[int, int] | None,
    running: Running,
) -> Topic | None:
    """What the quantity at `index` is of; None where it measures nothing that is told."""
    q = sentence.quantities[index]
    if who := _find_who(thread, sentence, index, q):
        return Topic(who, str(thread.noun), True)
    if q.unit is None and _is_foreign_part(thread, sentence, q, running):
        return Topic("international_arrivals", "foreign visitors among them", True)
    if q.unit is None and not noun:
        return _find_bare(article, thread, sentence, index, running)
    if noun and noun[0] > q.end + 1:
        return _of_part(sentence, noun)
    topic = find_topic(sentence, index, noun, running.topics, thread.coded)
    if topic is not None:
        return _in_report(thread, sentence, q, _same_units(thread, topic))
    return _find_earlier(article, thread, sentence, index) or _named_by_words(thread, sentence, q)


def _same_units(thread: Thread, topic: Topic) -> Topic:
    """ "A target of 17,384 units" after social housing units: the same ones."""
    same = thread.noun is not None and thread.noun.lower().endswith(" units")
    if topic.label.lower() != "units" or not same or thread.topic is None:
        return topic
    return Topic(thread.topic.code if thread.topic.label == thread.noun else None, str(thread.noun), True)


def _of_part(sentence: Sentence, noun: tuple[int, int]) -> Topic:
    """A part of the things counted is told by what is said of them, if that is an indicator's phrase."""
    shares = groups()["percent_share"] - groups()["weak"]
    told = [t.value for t in sentence.indicators if t.start >= noun[1] and t.value in shares]
    return Topic(told[0] if told else None, sentence.plain[noun[0] : noun[1]], True)


def _named_by_words(thread: Thread, sentence: Sentence, q: Quantity) -> Topic:
    """A figure of no indicator is told by its clause's subject, and an amount by what was counted before."""
    subject = subject_label(sentence, q)
    leans = (
        leans_back(sentence)
        or _ITS.search(sentence.plain, sentence.start, q.start)
        or (q.unit not in MONEY and not _OWN_SUBJECT.match(sentence.plain, sentence.start, q.start))
    )
    goes_on = thread.noun and leans and thread.quiet < RUN and q.unit not in ("percent", None)
    return Topic(None, f"{thread.noun}: {subject}" if goes_on else subject)


def _find_earlier(article: Article, thread: Thread, sentence: Sentence, index: int) -> Topic | None:
    """The topic of the sentence before, where this one opens with a pronoun or names only a place."""
    if thread.topic is None:
        return None
    q = sentence.quantities[index]
    if _names_nothing(article, thread, sentence, index):
        return fit_topic(thread.coded, q)
    return fit_topic(thread.topic, q) if leans_back(sentence) or is_taken_up(sentence, q) else None


def _of_some_projects(sentence: Sentence, q: Quantity) -> bool:
    """ "126 new projects with a capital of $750 million", "$307 million for 175 existing ones": a part."""
    if q.unit not in MONEY:
        return False
    left = sentence.plain[max(sentence.start, q.start - 110) : q.start]
    if " total " in left[-40:]:
        return False
    return bool(_SOME_WITH.search(left) or _FOR_SOME.match(sentence.plain, q.end, sentence.end))


_SOME = (
    r"(?:new(?:ly[ -]\w+)?|fresh|existing|adjusted|operating|operational|ongoing|current|older)"
    r"\s(?:\w+\s)?(?:projects?|ones)"
)
_SOME_WITH = re.compile(rf"\b{_SOME}\b[^.;]{{0,60}}$")
_SOME_SHARE = re.compile(
    rf"\b{_SOME}\s(?:accounted for|made up|contributed|attracted|drew"
    rf"|received)\s(?:\w+\s){{0,2}}$",
    re.I,
)
_FOR_SOME = re.compile(
    rf"\)?\s(?:(?:was|were|had been)\s\w+\s)?(?:for|in|from|into|to"
    rf"|by)\s(?:the\s)?(?:[\d,]+\s)?{_SOME}\b"
)


def _in_report(thread: Thread, sentence: Sentence, q: Quantity, topic: Topic) -> Topic:
    """In a report on foreign investment "registered capital" and "disbursed" are foreign investment's."""
    if topic.code == "social_investment" and topic.label.lower().startswith("total investment"):
        project = _PROJECT.search(sentence.plain, sentence.start, sentence.end)
        return replace(topic, code=None) if project else topic
    if (
        topic.code == "fdi"
        and q.unit in MONEY
        and _SOME_SHARE.search(sentence.plain[max(sentence.start, q.start - 90) : q.start])
    ):
        return Topic(None, f"{topic.label} of some projects", True)
    reported = thread.coded is not None and thread.coded.code == "fdi"
    foreign = reported or any(t.value == "fdi" for t in sentence.indicators)
    if topic.code in ("fdi", "registered_capital") and reported and _of_some_projects(sentence, q):
        return Topic(None, f"{topic.label} of some projects", True)
    if topic.code == "registered_capital" and foreign:
        founded = _FIRMS.search(sentence.plain, sentence.start, sentence.end)
        return topic if founded else replace(topic, code="fdi")
    if topic.code != "public_investment" or not topic.label.lower().startswith("disburs"):
        return topic
    return replace(topic, code="fdi") if foreign else topic


def _find_who(thread: Thread, sentence: Sentence, index: int, q: Quantity) -> str | None:
    """ "Nine of them, or 13.8%, are women, and six are younger than 40", of a committee's members."""
    if thread.noun is None or thread.noun.rpartition(" ")[2].lower() not in _LEADERS:
        return None
    if q.unit not in (None, "percent"):
        return None
    who = _WHO.match(sentence.plain, q.end, sentence.end)
    return None if who is None else "women_in_leadership" if who["women"] else "young_in_leadership"


_LEADERS = frozenset(["members", "officials", "leaders", "cadres", "deputies", "secretaries"])
_WHO = re.compile(
    r"(?:\sof (?:them|these|whom))?,?(?:\s\(?or\s[\d.,]+\s?(?:%|per ?cent)\)?,?)?\s(?:is|are|were|was)\s"
    r"(?:(?P<women>women|female|a woman)|(?:younger than|under|below|aged under)\s\d)"
)


def _is_foreign_part(thread: Thread, sentence: Sentence, q: Quantity, running: Running) -> bool:
    """ "3.9 million visitors, 1.45 million of them international"."""
    whole = running.topics[-1] if running.topics else thread.topic
    if whole is None or whole.code != "tourist_arrivals":
        return False
    return bool(_OF_THEM_FOREIGN.match(sentence.plain, q.end, sentence.end))


# "The road is 112.8 km long" is of the road; "the city wants to build 96.8 km" of what was counted before
_OWN_SUBJECT = re.compile(
    r"\W*(?:The|An?)\s(?!(?:city|province|capital|authorit|council|committee|government|plan|project|programme))[a-z]+\s"
)
_ITS = re.compile(r"\b(?:[Ii]ts|[Tt]heir)\b")
_PROJECT = re.compile(
    r"\b(?:projects?|lines?|routes?|plants?|bridges?|roads?|parks?|airports?|ports?|km"
    r"|railway|station)\b"
)
_FIRMS = re.compile(r"\b(?:enterprises|businesses|companies|firms|start-ups)\b")
_OF_THEM_FOREIGN = re.compile(
    r"\sof (?:them|these|those|whom|which)\s(?:(?:were|are|came|being|was)\s)?(?:international"
    r"|foreign\w*|from abroad|from overseas|overseas|from other countries)\b",
    re.I,
)


def _find_bare(
    article: Article, thread: Thread, sentence: Sentence, index: int, running: Running
) -> Topic | None:
    """A number without unit or noun: an amount of the indicator named, or of the things counted just
    before.
    """
    plain, q = article.plain, sentence.quantities[index]
    after = next((t for t in sentence.indicators if t.start >= q.end), None)
    if after and _PREDICATE.fullmatch(plain, q.end, after.start):
        return Topic(after.value, plain[after.start : after.end], True)
    fewer = _FEWER.match(plain, q.end, sentence.end)
    if index and running.topics and (fewer or _goes_on(sentence, index)):
        return running.topics[-1]
    topic = find_topic(sentence, index, None, running.topics)
    if topic is not None and (_is_row(sentence, q, topic) or (topic.code and (q.scaled or q.value >= 1000))):
        return topic
    if (
        thread.asked
        and q.value >= 100
        and not q.in_words
        and _ANSWERS.search(article.left(sentence.start, q.start, 30))
    ):
        return thread.asked
    left = article.left(sentence.start, q.start, 60)
    if (q.scaled or q.value >= _MANY) and _AMOUNTS.search(left) and not q.in_words:
        return Topic(None, subject_label(sentence, q), True)
    if told := _THERE_WERE.search(left) or _PART_OF.search(left):
        return Topic(None, told[1], True)
    if thread.noun is None or thread.quiet > 1 or not _counts_earlier(article, sentence, q):
        return None
    same = thread.topic is not None and thread.topic.label == thread.noun
    return Topic(thread.topic.code if same and thread.topic else None, thread.noun, True)


# "By November it was 184,500", "we have 120", "I expect 190,000"
_ANSWERS = re.compile(
    r"\b(?:it|this|that|they|we|I|there)\s(?:[a-z]+\s){1,3}(?:about |around |over |nearly |some "
    r"|more than )?$",
    re.I,
)
_PREDICATE = re.compile(r"\s(?:(?:were|are|being)\s(?:from\s)?)?")


def _goes_on(sentence: Sentence, index: int) -> bool:
    """ "144,000 social housing units by 2030 and no fewer than 500,000 by 2035": as many of the same."""
    before, q = sentence.quantities[index - 1], sentence.quantities[index]
    counted = before.unit is None and q.unit is None and q.value >= 1000 <= before.value
    return counted and bool(_AND_THEN.fullmatch(sentence.plain, before.end, q.start))


_AND_THEN = re.compile(
    r"[^,;.]{2,60}(?:,\s|\sand\s|,\sand\s)(?:(?:in|by)\s\d{4}\s)?(?:about\s|no fewer than\s|at least\s"
    r"|over\s|some\s|nearly\s"
    r"|a minimum of\s|more than\s|up to\s)?"
)


def _is_row(sentence: Sentence, q: Quantity, topic: Topic) -> bool:
    """Whether a label stands before the number with a colon: "Residents relocated so far: 740"."""
    before = sentence.plain[sentence.start : q.start]
    return topic.bound and before.endswith(": ") and topic.label.lower() in before.lower()


def _counts_earlier(article: Article, sentence: Sentence, q: Quantity) -> bool:
    """Whether the words around a bare number take up what was counted: "into 126", "92 of them", "48
    fewer".
    """
    plain, left = article.plain, article.left(sentence.start, q.start, 40)
    if _TIME_TO.search(left):
        return False  # "from 15 days to three"
    opens = (
        _OPENS.search(left)
        if q.start - sentence.start > 40
        else _OPENS_ALL.fullmatch(left) or _OPENS.search(left)
    )
    if not opens and _OF_GROUP.match(plain, sentence.start, q.start):
        opens = _AFTER_COMMA.search(left)
    alone = opens and _STANDS_ALONE.match(plain, q.end, sentence.end)
    referring = _OF_THEM.match(plain, q.end, sentence.end) or _FEWER.match(plain, q.end, sentence.end)
    return bool(alone or referring or _MOVED.search(left))


_MANY = 1000
# "Ridership averaged 35,000 a day"
_AMOUNTS = re.compile(
    r"\b(?:averag(?:ed|es|ing)|totall?(?:ed|ing|s)|numbered|amounted to|reached"
    r"|hit|stood at|stands at|came to|comes to"
    r"|rose to|fell to|grew to|dropped to|exceeded|surpassed|topped)\s(?:[a-z]+\s){0,2}$"
)
_ABOUT = (
    r"(?:about |nearly |over |some |more than |another |a further |an additional |around |almost |only "
    r"|just )?"
)
_THERE_WERE = re.compile(
    r"\b((?:[a-z][\w-]*\s)?[a-z]+s), of (?:which|whom) there (?:are|were|will be)\s(?:about |some "
    r"|over |nearly |more than )?$"
)
# "the former offices, of which 214 stand empty"
_PART_OF = re.compile(
    r"\b((?:[a-z][\w-]*\s){0,2}[a-z]+s), of (?:which|whom)\s(?:about |some |over "
    r"|nearly |more than |only )?$"
)
_FEWER = re.compile(r"\s(?:fewer|more|less)\b")
_OF_THEM = re.compile(r"\s(?:of them|of these|of those|of which|today)\b", re.I)
_MOVED = re.compile(
    r"\b(?:aim|target|goal|number|total)\s(?:for\s(?:\w+\s){1,3})?(?:is|was|stood at|stands at|of)"
    r"\s(?:now\s)?$|\b(?:into|against|instead of"
    r"|to|become|becomes|became|from|keep|keeps|leaves?|remain|retain)\s(?:only\s|just\s)?$"
    r"|\b(?:there (?:are|were|will be))\s$|\b(?:reduction|cut|fall|drop|decline|decrease|increase"
    r"|rise)s?\s(?:of|by)\s$",
    re.I,
)
_STANDS_ALONE = re.compile(
    r"\s(?:still|stand|fall|fell|meet|lie|live|lag|face|belong|need|lack|depend|have|has|were|are|will|remain|had|left|[a-z]+ed)\b",
    re.I,
)
_OF_GROUP = re.compile(
    r"\W*(?:[Oo]ut of|[Oo]f|[Aa]mong)\s(?:the\s|its\s|these\s)?(?:[\w-]+['’]s\s)?"
    r"[\d.,]+\s(?:[\w-]+\s){0,3}?[\w-]+s\b"
)
_AFTER_COMMA = re.compile(r",\s" + _ABOUT + "$")
_TIME_TO = re.compile(
    r"\b(?:day|month|year|hour|minute|week)s?\s(?:now\s)?(?:to|instead of)\s(?:just\s|only\s)?$"
)
_OPENS = re.compile(r"(?:,\s(?:but|and|while)\s|;\s|[a-z]\sand\s)" + _ABOUT + r"$", re.I)
_OPENS_ALL = re.compile(_ABOUT, re.I)


@cache
def _place_fillers() -> frozenset[str]:
    """Words around a place and an amount that name nothing."""
    return frozenset(load_vocabulary("cues")["place_fillers"])


def _names_nothing(article: Article, thread: Thread, sentence: Sentence, index: int) -> bool:
    """Whether a clause tells an amount of a place without a noun for it: "Hanoi was second with $3.1
    billion".
    """
    q = sentence.quantities[index]
    if q.unit not in (*MONEY, "percent") or thread.quiet >= RUN or not thread.coded:
        return False
    floor = sentence.quantities[index - 1].end if index else sentence.start
    kinds = ("city", "province", "country", "own")
    if not any(article.terms.of(kind, floor, q.start) for kind in kinds):
        return False
    words = _LOWER.findall(_CLAUSE.split(article.plain[floor : q.start])[-1])
    return sum(word not in _place_fillers() for word in words) <= 1


_CLAUSE = re.compile(r"[;:]\s|,\s(?:while|and|but)\s")
_LOWER = re.compile(r"(?<![A-Za-z'-])[a-z][a-z'-]+")


def leans_back(sentence: Sentence) -> bool:
    """Whether a sentence leaves its subject to the one before: it opens with a pronoun."""
    return bool(_PRONOUN.match(sentence.plain, sentence.start, sentence.end))


# Matches an opening "It", "They", "In the same period, this", "But the two rates"; must not match "The city".
_PRONOUN = re.compile(
    r"\W*(?:and\s|but\s|(?:a|one|two|three|five) (?:year|month)s? (?:earlier|before|ago|later),?\s"
    r"|(?:last|this|next) year,?\s|(?:in|by|for|from|during|under|according to)\s[\w\s,-]{0,40}?,?\s"
    r"|(?:once|when|if|after|as|since|because|until|before|although|though)\s[^,;.:]{5,70},\s)?"
    r"(?:it|they|this|that|these|the sector|the (?:[\w-]+\s){0,2}?"
    r"(?:figures?|total|number|(?:two )?rates?|shares?|proportion|ratio|percentage|amount|result|sum|growth"
    r"|index|indicator|volume|tally"
    r"|average(?=\s(?:rose|grew|was|is|went|climbed|fell|increased|stood|came|reached|inched|edged)\b)"
    r"|increase|former|latter))\b"
    r"(?!\s(?:of|for|in)\s(?!the\b|last\b|this\b|a\b)[a-z])",
    re.I,
)
