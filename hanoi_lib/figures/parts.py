"""Figures of parts: of a sum told before, of things counted, in one respect of two.

Answers from the words around a figure that it belongs to a part ("including 26 trillion from the
State") or to one of two things told before ("up 9% in number and 28% in capital"). A part has no code.
Refuses what stands for a whole.
"""

import re
from collections.abc import Sequence

from hanoi_lib.figures.amounts import of_right
from hanoi_lib.figures.numerals import ABOUT
from hanoi_lib.figures.quantities import Quantity
from hanoi_lib.figures.sentences import MONEY, Sentence, Topic, fillers, groups
from hanoi_lib.figures.series import topic_of
from hanoi_lib.figures.subjects import of_subject, subject_label


def of_thing(sentence: Sentence, quantity: Quantity) -> Topic | None:
    """ "A $1.5 billion display plant": the money is what the thing costs."""
    if quantity.unit not in MONEY or sentence.plain[max(0, quantity.start - 3) : quantity.start] != " a ":
        return None
    thing = _COSTLY.match(sentence.plain, quantity.end, sentence.end)
    return Topic(None, thing[1], bound=True) if thing else None


def of_bracket(sentence: Sentence, index: int) -> Topic | None:
    """ "Education (4.11%), transport (2.03%)": in a list each figure is of the words before its bracket."""
    if not any(_stands_in_bracket(sentence, i) for i in (index - 1, index + 1)):
        return None
    if not _stands_in_bracket(sentence, index):
        return None
    start = sentence.quantities[index].start
    floor = max(sentence.start, start - 80, sentence.quantities[index - 1].end if index else 0)
    told = _BEFORE_BRACKET.search(sentence.plain[floor:start])
    if told is None:
        return None
    place = floor + told.start("what")
    named = [t for t in sentence.indicators if place <= t.start < start and t.value != "none"]
    return topic_of(sentence, named[-1], bound=True) if named else Topic(None, told["what"], bound=True)


def _stands_in_bracket(sentence: Sentence, index: int) -> bool:
    """Whether nothing but a percentage stands in brackets behind words: "education (up 4.11%)"."""
    if not 0 <= index < len(sentence.quantities):
        return False
    q = sentence.quantities[index]
    return (
        q.unit == "percent"
        and sentence.plain[q.end : q.end + 1] == ")"
        and bool(_BEFORE_BRACKET.search(sentence.plain[max(sentence.start, q.start - 80) : q.start]))
    )


_BEFORE_BRACKET = re.compile(
    r"(?:^|[,;:]\s|\b(?:and|including|namely|as|across|were|by|in|for)\s)(?:the\s)?"
    r"(?P<what>(?!(?:and|namely|including|as|in|for|by|the|were)\s)[A-Za-z][\w-]*(?:\s(?:and\s|of\s)?[a-z][\w-]*){0,5})\s\((?:up\s|down\s"
    rf"|by\s){{0,2}}{ABOUT}$"
)


def of_counted_part(sentence: Sentence, index: int, running: Topic | None) -> Topic | None:
    """ "325 of 386 communes, or 84.2 per cent": a share of things counted is no figure of their series."""
    last = sentence.quantities[index - 1] if index else None
    if not (last and running and last.unit is None and sentence.quantities[index].unit == "percent"):
        return None
    end = sentence.quantities[index].end
    if _MORE.match(sentence.plain, end, sentence.end) or _OF_EARLIER.match(sentence.plain, end, sentence.end):
        return None
    linked = _OR_SHARE.search(sentence.plain[last.end : sentence.quantities[index].start][-40:])
    return Topic(None, running.label, bound=True) if linked and running.code in groups()["weak"] else None


# "VND322 trillion of it was collected in the old city"; "of which 26 trillion came from the State"
_OF_IT = re.compile(
    r"\sof\s(?:it|this|that|the (?:sum|total|amount|money)|which|this (?:sum|total|amount))\b", re.I
)

_OF_WHICH = re.compile(
    r"(?:\b(?:of which|of this|of it|of that|of the (?:sum|total|amount|money)|including|includes"
    r"|among (?:it|this)),?\s(?:[\w-]+\s){0,5})$",
    re.I,
)

# "of which VND48 trillion was domestic revenue and VND66 trillion came from customs"
_IS_PART = re.compile(
    r"\)?\s(?:(?:was|were|is|are)(?:\sfrom)?|(?:came|comes|coming) from"
    r"|(?:was|were) (?:collected|earned|raised) from)"
    r"\s(?:the\s|its\s)?(?P<what>(?!(?:for|to|in|by|on|at|up|expected|spent|allocated)\b)"
    r"[a-z][\w-]*(?:\s(?!(?:and|in|by|while|with|from)\b)[a-z][\w-]*){0,4})"
)
# "of which domestic collection makes up VND50 trillion"
_WHICH_PART = re.compile(
    r"\bof (?:which|this|that|it),?\s(?:the\s)?(?P<what>(?:[a-z][\w-]*\s){0,3}?[a-z][\w-]*)"
    r"\s(?:makes? up|made up|accounts? for|accounted for|contribut\w+|is|was|were|are"
    r"|reached|totalled|amounted to|came to|stood at)\s(?:[a-z]+\s){0,2}$"
)
_LAST_OF_WHICH = re.compile(
    r"(?:\bof which|\bincluding|\W(?:Of|Among) (?:which|this|that|the total|the sum))\b[^;]*$"
)
_OPENS_PART = re.compile(
    r"\W*(?:Of|Among|In) (?:which|this|these|those|them|the (?:sum|total|figure|amount|number))\b,?"
)

_FROM_PART = re.compile(
    r"\)?,?\s(?:[a-z]+\s){0,3}?(?:from|for|in|by|went|came)\s(?:the\s)?(?P<what>(?:[\w-]+\s?){1,3})"
)


def of_sum(sentence: Sentence, index: int, running: Topic | None) -> Topic | None:
    """A part of a sum told before has no series of its own: "including 26 trillion from the State"."""
    quantity = sentence.quantities[index]
    if quantity.unit is None or not _CURRENCY.fullmatch(quantity.unit):
        return None
    left = sentence.plain[max(sentence.start, quantity.start - 60) : quantity.start]
    of_it = _OF_IT.match(sentence.plain, quantity.end, sentence.end)
    if told := _IS_PART.match(sentence.plain, quantity.end, sentence.end):
        named = _LAST_OF_WHICH.search(sentence.plain, sentence.start, quantity.start)
        if named and told["what"].split()[-1] not in fillers():
            return Topic(None, told["what"].strip(), bound=True)
    if told := _WHICH_PART.search(left):
        return Topic(None, told["what"], bound=True)
    part = _FROM_PART.match(sentence.plain, of_it.end() if of_it else quantity.end, sentence.end)
    opens = _OPENS_PART.match(sentence.plain, sentence.start, quantity.start)
    if opens and not of_right(sentence, index, running) and not _has_series(sentence, index):
        return Topic(None, subject_label(sentence, quantity), bound=True)
    if not of_it and not (part and _OF_WHICH.search(left)):
        return None
    taken_from = (
        part
        and sentence.plain[quantity.end : part.start("what")].strip() == "from"
        and running
        and running.code
    )
    if of_right(sentence, index, running) and not of_it and not taken_from:
        return None
    if of_it and part is None:
        return Topic(None, subject_label(sentence, quantity), bound=True)  # "Domestic collection made up"
    label = running.label if running else "sum"
    return Topic(None, f"{label}: {part['what'].strip()}" if part else f"part of {label}", bound=True)


def _has_series(sentence: Sentence, index: int) -> bool:
    """ "Among them, GRDP is to exceed": what is said of a part of a sum names no series of its own."""
    subject = of_subject(sentence, index)
    return subject is not None and subject.code is not None


_CURRENCY = re.compile(r"[A-Z]{3}")

_COSTLY = re.compile(
    r"\)?\s(?!increase|rise|drop|fall|decrease|budget|surplus|deficit|year|month)"
    r"((?:[a-z][\w-]*\s){0,2}[a-z][\w-]*)\b"
)

_RESPECT = re.compile(
    r"\sin\s(?:the\s|their\s)?(?:(?P<number>number|quantity|headcount)|(?P<money>(?:registered "
    r"|total )?capital|value|revenue|turnover))\b(?!\s(?:city|region)\b)"
)


def in_respect(sentence: Sentence, index: int, history: Sequence[Topic]) -> Topic | None:
    """ "1,500 firms with VND20 trillion of capital, up 9% in number and 28% in capital": each of its own."""
    quantity = sentence.quantities[index]
    told = (
        _RESPECT.match(sentence.plain, quantity.end, sentence.end)
        if quantity.unit in ("percent", "times")
        else None
    )
    if told is None:
        return None
    counted = [t for t, q in zip(history, sentence.quantities, strict=False) if q.unit is None]
    money = [t for t, q in zip(history, sentence.quantities, strict=False) if q.unit in ("VND", "USD")]
    if not (counted and money):
        return None
    return counted[-1] if told["number"] else money[-1]


_MORE = re.compile(r"\s(?:more|less|fewer|higher|lower|above|below)\b")
_OF_EARLIER = re.compile(r"\sof (?:that|the (?:figure|number|total|level)) (?:recorded |seen )?(?:in|of) ")
_OR_SHARE = re.compile(
    r"(?:,\sor|\sor|,\sequal to(?!\w)|,\sequivalent to|,\saccounting for|,\smaking up)\s?(?:about "
    r"|over |nearly |some |more than |around )?$"
)
