"""The subject a figure has in its clause: the indicator named before it, in words that grammar lets bind.

Answers with the topic named last before a figure, with whether its clause names a subject that is no
indicator, and with the words a figure without an indicator is told by. General words ("services",
"people") bind only as subjects.
"""

import re

from hanoi_lib.figures.nouns import noun_stops
from hanoi_lib.figures.quantities import Quantity
from hanoi_lib.figures.sentences import MONEY, WORD, Sentence, Topic, fillers, groups
from hanoi_lib.figures.series import PARTED, topic_of
from hanoi_lib.scan import Term

CLAUSES = re.compile(r"[;:,]\s(?:and\s|while\s|whereas\s|but\s|with\s)?|\s(?:and|while|whereas|but)\s")

_SUBJECT_OPENS = re.compile(
    r"(?:(?:the|a|an|its|their|some|other|total|overall|average|annual|new|most)"
    r"\s){0,2}([a-z][a-z'-]*)"
)

_CONTRASTS = re.compile(r";\s|,?\s(?:while|whereas)\s")

_GROWTH_NOUN = re.compile(
    r"\b(?:increase|rise|growth|decrease|drop|fall|decline|reduction|surge|jump|expansion|gain|leap|plunge|slump"
    r"|spike|climb|dip|slide|upswing|downturn|contraction|improvement|boost|hike|cut|loss)"
    r"s? of\s(?:\w+\s){0,3}$"
)


# "; two years ago it had been": a time that opens a clause is no subject
_TRADES = frozenset(["mining", "farming", "fishing", "banking", "processing", "shipping", "building"])
_THEN = re.compile(
    r"([,;]\s(?:and\s|but\s|while\s)?)(?:(?:a|one|two|three|four|five|ten)\s(?:years?|months?)\s"
    r"(?:ago|earlier|before|later)|(?:in|by)\s\d{4}|(?:last|this|next)\syear),?\s"
)


_WHICH = re.compile(r"\b([a-z][\w-]{3,}),? which (?:[a-z]+ ){1,3}$")
# "second nationwide, after Quang Ninh province at 11.89%"
_AFTER_PLACE = re.compile(
    r"\b(?:after|behind|ahead of|followed by)\s(?:[A-Z][\w-]*\s){1,4}(?:city\s|province\s)?"
    r"\(?(?:(?:at|with)\s)?(?:only\s)?$"
)
# "while the rate of trained labourers will rise to"
_RATE_OF = re.compile(
    r"(?:\band|\bwhile|\bwhereas|[,;])\s(?:the|its)\s(?:rate|share|number|proportion|percentage|ratio)"
    r"\sof\s(?:the\s)?([a-z][\w-]+)"
)
_BARE_RISE = re.compile(
    r"^,\san?\s(?:[a-z-]+\s)?(?:increase|rise|drop|fall|decline|leap|jump|surge|plunge|gain)\sof\s"
)


def has_own_subject(sentence: Sentence, index: int, running: Topic) -> bool:
    """Whether words before a quantity name a subject of its own, though no indicator: "and mining shrank
    by".
    """
    floor = max(sentence.quantities[index - 1].end, running.end)
    between = _THEN.sub(r"\1", sentence.plain[floor : sentence.quantities[index].start])
    if _AFTER_PLACE.search(between):
        return False
    if (rate := _RATE_OF.search(between)) and rate[1] not in fillers():
        return True
    words = [w for w in WORD.findall(_BARE_RISE.sub("", between)) if w.lower() not in fillers()]
    if running.code is None and not running.bound and len(words) > 1:
        return True
    if relative := _WHICH.search(between):
        return relative[1].lower() not in running.label.lower()  # "thanks to electronics, which jumped"
    parts = CLAUSES.split(between)
    strong = _CONTRASTS.split(between)
    if (
        len(strong) > 1
        and (contrast := _SUBJECT_OPENS.match(strong[-1]))
        and contrast[1] not in fillers()
        and not contrast[1].endswith(("ed", "ly", "ing"))
    ):
        return True
    opening = _SUBJECT_OPENS.match(parts[-1]) if len(parts) > 1 else None
    if (
        opening is None
        or _GROWTH_NOUN.search(parts[-1])
        or opening[1] in fillers()
        or opening[1].endswith(("ed", "ly"))
    ):
        return False
    tells = [w for w in WORD.findall(parts[-1][opening.end() :]) if w.lower() not in fillers()]
    if opening[1] in _TRADES:
        return True
    return bool(tells) or not opening[1].endswith("ing")  # "mining shrank by", but "falling by"


def of_subject(sentence: Sentence, index: int, bound_to: int = 0) -> Topic | None:
    """The indicator named last before the quantity and after the quantity before it."""
    quantity = sentence.quantities[index]
    floor = max(bound_to, sentence.quantities[index - 1].end if index else sentence.start)
    before = [t for t in sentence.indicators if floor <= t.start and t.end <= quantity.start]
    for term in reversed(before):
        between = sentence.plain[term.end : quantity.start]
        if (
            _is_denominator(sentence, term)
            or _in_brackets(sentence, term, quantity)
            or _is_no_money(term, quantity)
        ):
            continue
        if (
            term.value == "fdi"
            and _OWNED_BY.search(sentence.plain[max(sentence.start, term.start - 30) : term.start])
            and (whole := [t for t in before if t.end < term.start and t.value in PARTED])
        ):
            return Topic(
                None, sentence.plain[whole[-1].start : term.end], bound=True
            )  # "the exports of foreign-invested firms"
        if term.value in groups()["weak"] and not _binds_weakly(sentence, term, between):
            continue
        return topic_of(sentence, term, bound=len(between) < 45)
    return None


def _is_no_money(term: Term, quantity: Quantity) -> bool:
    """ "The income of rural residents", "revenue in the area": people and areas are worth none."""
    if quantity.unit not in MONEY or term.value in ("tourist_arrivals", "international_arrivals"):
        return False
    return term.value == "land_area" or term.value in groups()["counted"]


def _in_brackets(sentence: Sentence, term: Term, quantity: Quantity) -> bool:
    """Whether brackets set a term off from what is told: "the population (excluding visitors) is"."""
    opened = sentence.plain.rfind("(", sentence.start, term.start)
    if opened < 0 or sentence.plain.find(")", opened, term.start) >= 0:
        return False
    if opened + 1 == term.start and sentence.plain[term.end : term.end + 1] == ")":
        return False  # a name's own abbreviation
    return sentence.plain.find(")", term.end, quantity.start) >= 0


_IN_STRUCTURE = re.compile(
    r"\s(?:sector\s|industry\s)?(?:in|to)\s(?:the\s|its\s|total\s"
    r"|city's\s){0,2}(?:economic structure|economy|structure|GRDP|GDP)\b"
)

_OWNED_BY = re.compile(r"\b(?:of|by|from)\s(?:the\s)?$")


def _is_denominator(sentence: Sentence, term: Term) -> bool:
    """ "the digital economy's contribution to GRDP": GRDP is what something else is a part of."""
    left = sentence.plain[max(sentence.start, term.start - 80) : term.start]
    if _IN_STRUCTURE.match(sentence.plain, term.end, sentence.end):
        return False  # "the proportion of services in the economic structure"
    return term.value in groups()["economy_wholes"] and bool(
        re.search(
            r"(?:share|proportion|thirds?|half|quarters?|fifths?|tenths?|contribution|contribut\w+|ratio"
            r"|weight"
            r"|percentage|%|per ?cent)"
            r"\s(?:\w+\s){0,5}(?:of|to|in)\s(?:the\s|total\s|\w+'s\s){0,2}$",
            left,
            re.I,
        )
        or re.search(r"(?:%|per ?cent)\sof\s(?:the\s|total\s|\w+'s\s){0,2}$", left, re.I)
    )


_MODIFIES = re.compile(
    r"\s(?:sector|industry|industries|zone|zones|park|parks|development|company|companies|area"
    r"|areas|infrastructure|system|services|authority|department|centre|center|hub|model|project"
    r"|projects)\b(?!\s(?:rose|grew|fell|declin|climb|contract|expand|shrank|shrunk|drop|decreas"
    r"|surg|rebound|gain|edg|saw|record|post|achiev|reach|hit|attain|advanc|slow|maintain|remain"
    r"|jump|slid|dipp|enjoy|increas|account|contribut|will|is|was|has|at|with|to|by))",
    re.I,
)


_RELATIVE = re.compile(r",\s(?:which|who|whose|where)\s[^,;]{3,80},")


# "As for poverty, the rate was brought down"
_AS_FOR = re.compile(
    r"(?:^|[—–:]\s)\W*(?:as for|as to|turning to|with regard to|regarding|concerning|in terms of"
    r"|when it comes to)\s(?:the\s)?$",
    re.I,
)


def _binds_weakly(sentence: Sentence, term: Term, between: str) -> bool:
    """A general word counts only as a subject: close by, with nothing but a verb phrase between."""
    between = _RELATIVE.sub("", between)  # "Services, which make up two thirds of the economy, rose"
    if sentence.plain[term.start : term.end].lower() == "people":  # counts as a noun or a whole only
        return False
    if between.strip() == ":":
        return True
    if between.startswith(",") and _AS_FOR.search(
        sentence.plain[max(sentence.start, term.start - 40) : term.start]
    ):
        return True
    opens = re.fullmatch(r"\W*(?:the\s|its\s|total\s)?", sentence.plain[sentence.start : term.start], re.I)
    if (
        opens
        and len(between) < 110
        and not re.search(r"[.;]\s|,\s(?:and|while|but)\s", between)
        and ":" in between
    ):
        return True
    if len(between) > 75 or re.search(r"[.;:]\s", between) or _MODIFIES.match(sentence.plain, term.end):
        return False
    left = sentence.plain[max(sentence.start, term.start - 24) : term.start]
    if term.value == "administrative_units" and _LIES_IN.search(left):
        return False
    left = left[-14:]
    return (
        not re.search(r"\b(?:(?:for|by|among|with|between|through)\s(?:\w+\s)?|to\s)$", left, re.I)
        or len(between) < 6
        or left.endswith(("lowed by ", "lowed by the "))
        or bool(re.search(r"\bwith\s$", left))
    )


_LIES_IN = re.compile(r"\b(?:in|across|within|at|inside)\s(?:the\s)?(?:\w+\s){0,2}$", re.I)
# Phrases of general codes that tell enough by themselves: "for foreign markets", "goods abroad"
_TELLING = re.compile(r"[a-z]+ (?:foreign|abroad|overseas)|from abroad|abroad|overseas", re.I)


def of_following(sentence: Sentence, index: int) -> Topic | None:
    """An indicator after the quantity in its clause, where none stands before it ("a 7.5% target for GRDP
    growth").
    """
    quantity = sentence.quantities[index]
    limit = sentence.quantities[index + 1].start if index + 1 < len(sentence.quantities) else sentence.end
    width = 120 if _WITH.fullmatch(sentence.plain, sentence.start, quantity.start) else 60
    for term in sentence.indicators:
        between = sentence.plain[quantity.end : term.start]
        if (
            quantity.end <= term.start < limit
            and len(between) < width
            and not re.search(r"[.;:]|, (?:while|and|but)\b", between)
            and not ("," in between and _names_subject(sentence, quantity))
            and (term.value != "none" or quantity.unit in (*MONEY, "percent"))
            and (term.value not in groups()["weak"] or _TELLING.match(sentence.plain, term.start, term.end))
        ):
            return topic_of(sentence, term)
    return None


# "With 14.9% in the first quarter, the city achieved the highest growth in GRDP"
_WITH = re.compile(r"[^\w]*(?:with|at)\s(?:[a-z]+\s){0,2}", re.I)


def _names_subject(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether the clause before a quantity has words of its own: then what follows a comma is another's."""
    clause = CLAUSES.split(sentence.plain[max(sentence.start, quantity.start - 160) : quantity.start])[-1]
    return sum(w.lower() not in fillers() for w in WORD.findall(clause)) >= 2


def subject_label(sentence: Sentence, quantity: Quantity) -> str:
    """The words a figure without an indicator is told by: what it is of, else what opens its clause."""
    if quantity.unit not in ("percent", "percentage_point", "times", None) and (
        of := _of_what(sentence, quantity)
    ):
        return of
    if own := _own_words(sentence, quantity):
        return own
    clause = re.split(
        r"[;:]\s|,\s(?:while|and|but|with)\s|\s(?:while|whereas)\s",
        sentence.plain[sentence.start : quantity.start],
    )[-1]
    words = [w for w in WORD.findall(clause) if w.lower() not in _EMPTY]
    if all(w.lower() in fillers() for w in words):
        stop = _STOPS.search(sentence.plain, quantity.end, sentence.end)
        words += WORD.findall(sentence.plain[quantity.end : stop.start() if stop else sentence.end])[:6]
    while len(words) > 1 and (words[-1].lower() in fillers() - _KINDS or words[-1].lower() in _VERBS):
        words.pop()
    return " ".join(words[:8]) or "figure"


def _own_words(sentence: Sentence, quantity: Quantity) -> str | None:
    """What stands between the figure before and this one names it: "industry up 7%; and mining down 2%"."""
    index = sentence.quantities.index(quantity)
    if not index:
        return None
    between = _PIECES.split(sentence.plain[sentence.quantities[index - 1].end : quantity.start])[-1]
    words = [w for w in WORD.findall(between) if w.lower() not in fillers() | _EMPTY | _VERBS]
    named = [w for w in words if len(w) > _SHORT and w[0].islower() and not w.endswith("ed")]
    return " ".join(named[:8]) or None


_PIECES = re.compile(
    r"[;:]\s|,\s(?:and\s|while\s|whereas\s|but\s|with\s)?|^\W*and\s|\s(?:while|whereas|but)\s"
)
_SHORT = 3
_EMPTY = frozenset(
    ["the", "a", "an", "and", "it", "by", "in", "of", "to", "its", "their", "this", "that", "these"]
)
_VERBS = frozenset(
    [
        "contributes",
        "reaches",
        "rises",
        "accounts",
        "comes",
        "stands",
        "totals",
        "covers",
        "increased",
        "decreased",
        "declined",
        "dropped",
        "expanded",
        "climbed",
        "totalled",
        "stood",
    ]
)
_KINDS = frozenset(["rate", "rates", "share", "number", "proportion", "average", "value", "price", "prices"])
_STOPS = re.compile(r"[,;.:()]\s?|\s\d")
_OF = re.compile(
    r"\)?\s(?:of|worth of|on)\s(?:the\s|its\s|their\s|new\s"
    r"|a\s)?(?P<what>[a-z][\w-]*(?:\s[a-z][\w-]*){0,4})"
)


def _of_what(sentence: Sentence, quantity: Quantity) -> str | None:
    """ "21.5 km of urban railway into": what an amount is of, up to the word that ends its noun phrase."""
    told = _OF.match(sentence.plain, quantity.end, sentence.end)
    if told is None:
        return None
    words = told["what"].split()
    stop = next((i for i, w in enumerate(words) if w in noun_stops()), len(words))
    return " ".join(words[:stop]) or None
