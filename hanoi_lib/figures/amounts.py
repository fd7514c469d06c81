"""What stands right beside an amount and tells it: "$2.9 billion in exports", "Households affected:
17,590".

Answers with the topic bound by grammar to the right of an amount, by a row's label, or by what the
money is worth.
"""

import re

from hanoi_lib.figures.quantities import Quantity
from hanoi_lib.figures.sentences import Sentence, Topic, groups
from hanoi_lib.figures.series import topic_of
from hanoi_lib.figures.wholes import of_whole, whole_of
from hanoi_lib.scan import Term

_OPEN = (
    r"(?:\s(?:(?:(?:was|were|is|are)\s)?(?:earned|made) from|(?:(?:was|were|is|are)\s)?(?:spent"
    r"|paid) (?:on|for)|(?:was|were|is|are)\scapital\sfrom|in|of|worth of|for|from|into))?\s(?:(?:the"
    r"|its|total|city's|annual|a|new"
    r"|overall|combined|their|average|this|state)\s){0,3}"
)
_BINDS = re.compile(_OPEN + r"$", re.I)

_GROWTH_BINDS = re.compile(
    r"\s?\)?(?:\sas (?:many|much))?(?:\s(?:annual|yearly|average|year-on-year|higher|annually)"
    r")?(?:\s(?:growth|increase|rise|drop|fall|decline|expansion|reduction|contribution))?(?:\s(?:rate|pace))?"
    + _OPEN
    + r"$",
    re.I,
)

# "growth of 8 per cent is expected from industry": the verb stands between a figure and what it is of
_EXPECTED_OF = re.compile(
    r"\s(?:is|are|was|were|has been|have been)\s(?:expected|forecast|projected|targeted|planned"
    r"|recorded|seen|set|reported|achieved)\s(?:from|in|for|by)\s(?:the\s|its\s)?",
    re.I,
)

_ROW = re.compile(
    r"\W{0,3}(?P<label>[A-Za-z][^:;.]{2,70}):\s(?:about |over |nearly |more than |around |at least "
    r"|approximately )?"
)


# A sentence that leads a list is no row's label: "The zone is made up of three sites: 120 hectares in"
_SAYS = re.compile(r"(?<!that)(?<!which)(?<!who)\s(?:is|are|was|were|has|had)\s")


def of_row(sentence: Sentence, quantity: Quantity) -> Topic | None:
    """A row of a list, "Households affected: 17,590", is told by what stands before its colon."""
    opens = sentence.plain.rfind("; ", sentence.start, quantity.start) + 2
    row = _ROW.fullmatch(sentence.plain, max(opens, sentence.start), quantity.start)
    if row is None or _SAYS.search(row["label"]):
        return None
    named = [
        t
        for t in sentence.indicators
        if row.start("label") <= t.start
        and t.end <= row.end("label")
        and t.value != "none"
        and not _goes_on(sentence, t, row.end("label"))
    ]
    shares = [t for t in named if t.value not in groups()["economy_wholes"]]
    best = (shares or named)[0] if named else None
    if (
        best
        and re.match(r"share|proportion|rate|ratio", row["label"], re.I)
        and best.value in groups()["economy_wholes"]
    ):
        best = None  # "Share of the budget spent on transport"
    if best and best.value == "administrative_units" and quantity.unit == "percent":
        best = None  # "Communes meeting new rural standards: 82%"
    return Topic(best.value if best else None, row["label"], bound=True)


def _goes_on(sentence: Sentence, term: Term, end: int) -> bool:
    """Whether a row's label says more of a general word: "Residents relocated so far"."""
    return term.value in groups()["weak"] and bool(re.match(r"\s[a-z]+ed\b", sentence.plain[term.end : end]))


# "One worker produces goods and services worth", "the city is to turn out goods and services worth"
_OUTPUT = re.compile(
    r"(?P<worker>\b(?:worker|employee|labourer)\b.{0,30})?\b(?:turn\w* out|produc\w+|generat\w+)"
    r" goods and services (?:worth|valued at|to the value of)\s(?:[a-z]+ ){0,2}$"
)
_WORTH = re.compile(
    r"\b(?P<noun>[a-z][\w-]*(?: [a-z][\w-]*)?) (?:worth|valued at|costing) (?:a total of |some "
    r"|about |over |more than |nearly )?$"
)


def of_worth(sentence: Sentence, index: int) -> Topic | None:
    """ "236 new projects worth $812.4 million": the money is what the things are worth."""
    start = sentence.quantities[index].start
    if output := _OUTPUT.search(sentence.plain[max(sentence.start, start - 90) : start]):
        return Topic("labour_productivity" if output["worker"] else "grdp", "goods and services", bound=True)
    worth = _WORTH.search(sentence.plain[max(sentence.start, start - 60) : start])
    if worth and worth["noun"].split()[-1].lower() in (
        "goods",
        "products",
        "merchandise",
        "is",
        "was",
        "are",
        "were",
        "now",
        "be",
        "already",
    ):
        return None
    if worth and any(
        t.end == max(sentence.start, start - 60) + worth.end("noun") and t.value != "none"
        for t in sentence.indicators
    ):
        return None  # "Public investment worth VND15 trillion" is that investment
    return Topic(None, f"{worth['noun']} worth", bound=True) if worth else None


_IN_NOUN = re.compile(
    r"\s(?:in|worth of)\s((?:[a-z][\w-]*\s){0,3}?(?:funding|loans|loan|credit|capital|revenue"
    r"|profit|profits|taxes|tax|aid|grants|value|fees|investment|savings|assets|budget|goods|bonds"
    r"|assistance|support|costs|damage|losses|contracts))\b"
)


def of_money(sentence: Sentence, quantity: Quantity) -> Topic | None:
    """ "$250 million in funding": money of a kind that is no indicator."""
    match = _IN_NOUN.match(sentence.plain, quantity.end, sentence.end)
    return Topic(None, match.group(1), True, match.end()) if match else None


# "95 per cent with health insurance", "80 per cent have access to"
_HAVING = re.compile(r"\s(?:with|have|has|having|covered by|using)\s(?:a\s|the\s|access to\s)?")


def of_right(sentence: Sentence, index: int, running: Topic | None) -> Topic | None:
    """The indicator that grammar binds to the right of an amount: "in exports", "GRDP growth", "of land
    area".
    """
    quantity = sentence.quantities[index]
    limit = sentence.quantities[index + 1].start if index + 1 < len(sentence.quantities) else sentence.end
    after = [t for t in sentence.indicators if quantity.end <= t.start < limit]
    if quantity.unit == "percent" and (whole := whole_of(sentence, quantity)):
        return of_whole(sentence, index, whole, after, running)
    binds = _GROWTH_BINDS if quantity.unit in ("percent", "percentage_point", "times") else _BINDS
    shares = groups()["percent_share"] - groups()["weak"]
    if (
        quantity.unit == "percent"
        and after
        and after[0].value in shares
        and _HAVING.fullmatch(sentence.plain, quantity.end, after[0].start)
    ):
        return topic_of(sentence, after[0], bound=True)
    for term in after[:1]:
        if (
            binds.fullmatch(sentence.plain, quantity.end, term.start)
            or _EXPECTED_OF.fullmatch(sentence.plain, quantity.end, term.start)
        ) and not re.match(
            r"\s(?:rose|grew|fell|reached|totall?ed)\b", sentence.plain[term.end : term.end + 12]
        ):
            topic = topic_of(sentence, term, bound=True)
            return Topic(topic.code, topic.label, True, term.end)
    return None
