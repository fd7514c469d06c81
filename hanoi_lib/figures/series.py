"""The series that a phrase names, or the part of one: "budget revenue", "budget revenue from land".

Answers with the topic of an indicator's phrase. A part of a series ("revenue from land", "rice
exports") has no code, only its label.
"""

import re

from hanoi_lib.figures.sentences import Sentence, Topic, fillers, groups
from hanoi_lib.scan import Term


def tells_enough(sentence: Sentence, term: Term) -> bool:
    """Whether a term is more than a general word: "access to hygienic water" tells what "waste" alone may
    not.
    """
    return term.value not in groups()["weak"] or " " in sentence.plain[term.start : term.end]


def topic_of(sentence: Sentence, term: Term, bound: bool = False) -> Topic:
    """The topic of an indicator\'s phrase: its series, or the part of it that the words around name."""
    label = sentence.plain[term.start : term.end]
    if term.value == "none":
        return Topic(None, label, True)
    if part := _part(sentence, term):
        return Topic(None, part, bound)
    return Topic(term.value, label, bound)


_FROM = re.compile(
    r"\s(?:from|of|by)\s(?!\w+ing\b|the\s(?:(?:two|three|four|former|old|new|whole)\s)?(?:localities|provinces|cities|city|capital|province|whole|country|economy|year|first"
    r"|locality|area|period|state)\b|goods|all\b|its|[A-Z\d$]|over|about|nearly|more|around|at\b"
    r"|some|up\b|just|almost|January|no\b|not\b|less|fewer|between|almost|roughly|approximately"
    r"|least|only|just|last|this|a\s|an\s|year|month)"
    r"((?:[a-z][\w'-]*\s?){1,4})"
)

PARTED = frozenset(
    {
        "budget_revenue",
        "fdi",
        "exports",
        "imports",
        "registered_capital",
        "public_investment",
        "retail_sales",
        "tourism_revenue",
        "social_investment",
        "new_enterprises",
    }
)


# Words before "services" that name the whole sector, or none of its parts.
_WHOLE = frozenset(
    [
        "trade",
        "local",
        "municipal",
        "provincial",
        "regional",
        "tertiary",
        "whole",
        "total",
        "city's",
        "commercial",
        "expects",
        "that",
        "made",
        "overall",
        "includes",
        "include",
        "comprises",
        "comprise",
        "keeps",
        "brings",
        "makes",
        "lifts",
        "helps",
        "sees",
        "lets",
        "gives",
    ]
)


def _kind_of_services(sentence: Sentence, term: Term, label: str) -> str | None:
    """ "Accommodation and food services", "services for individuals": kinds, not the sector."""
    if behind := _FOR_WHOM.match(sentence.plain, term.end, sentence.end):
        return f"{label}{behind.group()}"
    before = _KIND.search(sentence.plain[max(sentence.start, term.start - 40) : term.start])
    if not label.lower().startswith("service") or before is None:
        return None
    word = before["kind"].lower()
    return None if word in fillers() or word in _WHOLE else f"{before.group()}{label}".strip()


def _kind_of_industry(sentence: Sentence, term: Term) -> str | None:
    """ "The coal industry": one of them, not industry."""
    before = _KIND.search(sentence.plain[max(sentence.start, term.start - 40) : term.start])
    word = before["kind"].lower() if before else ""
    plain = not word or word in fillers() or word in _WHOLE or word.endswith(("ed", "ing")) or word == "heavy"
    return None if plain else f"{word} industry"


def _kind_of_prices(sentence: Sentence, term: Term, label: str) -> str | None:
    """ "Gold prices increased": of one thing, not of what consumers buy."""
    before = _KIND.search(sentence.plain[max(sentence.start, term.start - 40) : term.start])
    word = before["kind"] if before else ""
    return (
        f"{word} prices"
        if word and word.lower() not in fillers() | {"consumer", "average", "general"}
        else None
    )


_FOR_WHOM = re.compile(r"\sfor\s(?!the\s(?:first|whole|year)|\d|this|most|more)[a-z]+")
_KIND = re.compile(r"(?:\b[A-Za-z][a-z-]*\sand\s)?\b(?P<kind>[A-Za-z][A-Za-z-]+)\s$")


def _part(sentence: Sentence, term: Term) -> str | None:
    """The name of a part of a series ("revenue from land", "rice exports"), or None for the whole."""
    label = sentence.plain[term.start : term.end]
    if term.value == "services" and (kind := _kind_of_services(sentence, term, label)):
        return kind
    if term.value == "industry_and_construction" and label.lower() == "industry":
        return _kind_of_industry(sentence, term)
    if term.value == "consumer_prices" and label.lower().startswith("prices"):
        return _kind_of_prices(sentence, term, label)
    if term.value not in PARTED:
        return None
    if from_what := _FROM.match(sentence.plain, term.end, sentence.end):
        if (
            term.value == "tourism_revenue"
            or label.lower().startswith(("exports of goods", "disburse"))
            or (term.value == "public_investment")
        ):
            return None
        return f"{label}{from_what.group(0)}".strip()
    before = re.search(
        r"([a-z][a-z-]*)\s$", sentence.plain[max(sentence.start, term.start - 24) : term.start], re.I
    )
    if before and before.group(1).lower() in groups()["commodities"]:
        return f"{before.group(1)} {label}"
    return None
