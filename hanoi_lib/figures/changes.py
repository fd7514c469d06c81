"""Whether an amount or a count is a level, or what was gained or lost: "1,200 more", "a drop of VND10tn".

Answers with the reading of a quantity that is no percentage. Refuses to take a word for growth as its own
where the amount is what something grew to.
"""

import re

from hanoi_lib.figures.numerals import ABOUT
from hanoi_lib.figures.spots import BY, CHANGE, FALLING, LEVEL, Reading, Spot


def of_amount(spot: Spot) -> Reading:
    """An amount or count: a level unless the words next to it tell growth or fall by that much."""
    if fewer := spot.follows(_FEWER):
        return Reading(CHANGE, 1 if fewer["word"] == "more" else -1)
    follows = spot.follows(_MORE)
    if follows and not spot.follows(_OR_MORE):
        return Reading(CHANGE, -1 if follows["word"].lower() in FALLING else 1)
    if spot.change is None:
        listed = spot.running and _LISTED.fullmatch(spot.sentence.plain, spot.floor, spot.q.start)
        return spot.running if spot.running and listed else Reading(LEVEL)
    between = spot.words(spot.change.end, spot.q.start)
    if BY.search(spot.left) and len(between) < 30:
        return Reading(CHANGE, int(spot.change.value))
    word = spot.words(spot.change.start, spot.change.end).lower()
    gained = spot.words(spot.change.start - 3, spot.change.start) != "to "  # "is to gain VND118 trillion"
    if (
        gained
        and _NEXT.fullmatch(between)
        and (_GAIN.fullmatch(word) or (word in ("up", "down") and spot.q.unit))
    ):
        return Reading(CHANGE, int(spot.change.value))
    if spot.q.unit is None and word in ("added", "adding") and _NEXT.fullmatch(between):
        return Reading(CHANGE)
    trims = spot.q.unit is None and _TRIM.fullmatch(word) and not _INTO.search(between)
    return Reading(CHANGE, -1) if trims else Reading(LEVEL)


# "22,000 fewer civil servants", "13 more communes"
_FEWER = re.compile(r"\s(?P<word>fewer|less|more)\s(?!than\b|or\b|and\b|each\b)[a-z]")
_MORE = re.compile(
    r"\s?(?:(?!(?:ha(?:ve|s|d)|with|is|are|was|were|to|of)\b)[a-z]+\s){0,2}"
    r"(?P<word>higher|lower|more|less|fewer|increase|decrease)\b"
    r"(?:\s(?:than|from|compared|year|against|over)\b|[,.;]|$)",
    re.I,
)
_OR_MORE = re.compile(r"\s?(?:or|and)\s")
_LISTED = re.compile(r"[\w' -]{0,80}(?:, and|,| and)\s")
_NEXT = re.compile(rf"\s(?:(?:of|by|in)\s)?{ABOUT}")
_GAIN = re.compile(
    r"(?:increase|rise|growth|gain|decrease|drop|fall|decline|reduction|cut)s?|increase of|rise of"
)
_TRIM = re.compile(
    r"trim(?:med|ming)?|reduce|cut(?:s|ting)?|reduc(?:ed|ing)|abolished|eliminated|scrapped|axed"
    r"|dissolved|slashed"
    r"|shed(?:ding)?|lost|downsized"
)
_INTO = re.compile(r"\b(?:to|from|into)\s|,\s|\b(?:while|and)\s")
