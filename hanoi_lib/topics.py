"""What a quantity is of: the indicator's code and a label in the text's own words.

Answers by grammar: the counted noun ("526 commune-level units"), the noun bound to an amount ("$2.9 billion in
foreign direct investment"), the whole of a share ("1% of land area"), else the subject named before it ("Exports
totalled $10 billion, up 13.8%"). A part of a series ("revenue from land") has no code, only its label.

Reads `vocabulary/indicators.yml`.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from hanoi_lib.places import DATELINE
from hanoi_lib.quantities import Quantity
from hanoi_lib.scan import Term, load_vocabulary


@dataclass(frozen=True, slots=True)
class Topic:
    """What a figure is about. `code` is None where no indicator fits; `bound` says that grammar, not nearness, tells it."""

    code: str | None
    label: str
    bound: bool = False
    end: int = 0
    """Where the words end that grammar binds to the right of a quantity: they are no later quantity's subject."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """The span of one sentence with what the scan found in it."""

    plain: str
    start: int
    end: int
    quantities: Sequence[Quantity]
    indicators: Sequence[Term]


def without_abbreviations(plain: str, terms: Sequence[Term]) -> list[Term]:
    """The terms without those in brackets that only abbreviate the one before: "gross domestic product (GDP)"."""
    return [t for i, t in enumerate(terms) if not (i and plain[terms[i - 1].end : t.start] == " (" and plain[t.end : t.end + 1] == ")" and terms[i - 1].value.startswith(t.value))]


@cache
def groups() -> dict[str, frozenset[str]]:
    """The groups of codes that `indicators.yml` declares beside the phrases."""
    content = load_vocabulary("indicators")
    named = {key: frozenset(content[key]) for key in ("economy_wholes", "weak", "money", "flow", "national", "commodities", "counted")}
    return named | {f"percent_{kind}": frozenset(codes) for kind, codes in content["percent"].items()}


_OPEN = r"(?:\s(?:(?:(?:was|were|is|are)\s)?(?:earned|made) from|(?:(?:was|were|is|are)\s)?(?:spent|paid) (?:on|for)|in|of|worth of|for|from|into))?\s(?:(?:the|its|total|city's|annual|a|new|overall|combined|their|average|this|state)\s){0,3}"
_BINDS = re.compile(_OPEN + r"$", re.I)
_GROWTH_BINDS = re.compile(r"\s?\)?(?:\sas (?:many|much))?(?:\s(?:annual|yearly|average|year-on-year|higher|annually))?(?:\s(?:growth|increase|rise|drop|fall|decline|expansion|reduction))?(?:\s(?:rate|pace))?" + _OPEN + r"$", re.I)
# "growth of 8 per cent is expected from industry": the verb stands between a figure and what it is of
_EXPECTED_OF = re.compile(
    r"\s(?:is|are|was|were|has been|have been)\s(?:expected|forecast|projected|targeted|planned|recorded|seen|set|reported|achieved)\s(?:from|in|for|by)\s(?:the\s|its\s)?", re.I
)
_OF = re.compile(r"\s?of\s", re.I)
_WORD = re.compile(r"[A-Za-z][\w'&.-]*")


@cache
def _nouns() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Plurals without s, words in s that are none, and the words at which a noun phrase ends."""
    things = load_vocabulary("things")
    return frozenset(things["plural_nouns"]), frozenset(things["no_plurals"]), frozenset(things["noun_stops"])


def counted_noun(plain: str, start: int, end: int) -> tuple[int, int] | None:
    """The plural noun phrase right after a number: "126 new wards and communes in" -> "new wards and communes".

    A list of nouns belongs together ("wards, communes and towns") where no number parts it.
    """
    place, last = start, None
    if such := _SUCH.match(plain, start, end):
        place = such.end()
    for _ in range(7):
        match = _NOUN_WORD.match(plain, place, end)
        if not match or match.group(1).lower() in _nouns()[2]:
            break
        place = match.end()
        word = match.group(1).lower()
        if _is_plural(word):
            last = place
            more = _MORE_NOUNS.match(plain, place, end)
            if more and _is_plural(more[1].lower()):
                return start + 1, more.end()
            if not _PLURAL_NEXT.match(plain, place, end):
                break
    return (start + 1, last) if last else None


_NOUN_WORD = re.compile(r"\s?([A-Za-z][\w'-]*)")
_PLURAL_NEXT = re.compile(r"\s[a-z-]{1,22}s\b")
_MORE_NOUNS = re.compile(r"(?:,\s[a-z][\w-]*s){0,3}\s(?:and|or)\s(?:[a-z][\w-]*[^s\s]\s)?([a-z][\w-]*s)\b")
_SUCH = re.compile(r"\s(?:such|other)(?=\s)")


def _is_plural(word: str) -> bool:
    plural, singular, _ = _nouns()
    return word in plural or (len(word) > 3 and word.endswith("s") and not word.endswith("ss") and word not in singular)


def find_topic(
    sentence: Sentence, index: int, noun: tuple[int, int] | None, history: Sequence[Topic], told: Topic | None = None
) -> Topic | None:
    """What the quantity at `index` is of, or None where its own sentence does not say.

    `history` holds the topics of the quantities before it in the sentence; the last holds until another subject is
    named. `told` is the series spoken of last, for words that only stand for one ("revenue", "commitments").
    """
    quantity = sentence.quantities[index]
    if quantity.unit is None and noun:
        return _of_noun(sentence, noun)
    running = history[-1] if history else None
    special = (
        _respectively(sentence, index, history)
        or _of_thing(sentence, quantity)
        or _of_part_counted(sentence, index, running)
        or _in_respect(sentence, index, history)
        or _part_of_sum(sentence, index, running)
        or _per_head(sentence, quantity, running)
    )
    return special or _find_plain_topic(sentence, index, history, told)


def _find_plain_topic(sentence: Sentence, index: int, history: Sequence[Topic], told: Topic | None) -> Topic | None:
    """What grammar binds to the quantity, what is spoken of, or what follows: in this order."""
    quantity = sentence.quantities[index]
    running = history[-1] if history else None
    bound = _find_bound(sentence, index, running)
    if not (bound and bound.bound and bound.code) and (echo := _find_echo(sentence, index, history, told)):
        return echo
    bound, running = fit_topic(bound, quantity), fit_topic(running, quantity)
    if not (bound and bound.bound) and (growth := _of_growth_told(sentence, quantity)):
        return growth
    if not bound and not running and _is_growth(sentence, quantity):
        return Topic("grdp", "growth", bound=True)
    if bound or (running and not _has_own_subject(sentence, index, running)):
        return bound or running
    if running and running.code:
        return Topic(None, subject_label(sentence, quantity))
    following = fit_topic(_of_following(sentence, index), quantity)
    return _of_extent(sentence, quantity) or following or _of_growth(sentence, quantity)


def _find_bound(sentence: Sentence, index: int, running: Topic | None) -> Topic | None:
    """What stands before the colon of a row, right behind the quantity, or before it as its subject."""
    quantity = sentence.quantities[index]
    return (
        _of_row(sentence, quantity)
        or _of_right(sentence, index, running)
        or _of_money(sentence, quantity)
        or _of_worth(sentence, index)
        or _of_subject(sentence, index, running.end if running else 0)
    )


def _of_thing(sentence: Sentence, quantity: Quantity) -> Topic | None:
    """ "A $1.5 billion display plant": the money is what the thing costs."""
    if quantity.unit not in MONEY or sentence.plain[max(0, quantity.start - 3) : quantity.start] != " a ":
        return None
    thing = _COSTLY.match(sentence.plain, quantity.end, sentence.end)
    return Topic(None, thing[1], bound=True) if thing else None


def _of_part_counted(sentence: Sentence, index: int, running: Topic | None) -> Topic | None:
    """ "325 of 386 communes, or 84.2 per cent": a share of things counted is no figure of their series."""
    last = sentence.quantities[index - 1] if index else None
    if not (last and running and last.unit is None and sentence.quantities[index].unit == "percent"):
        return None
    linked = _OR_SHARE.search(sentence.plain[last.end : sentence.quantities[index].start][-40:])
    return Topic(None, running.label, bound=True) if linked and running.code in groups()["weak"] else None


# "VND322 trillion of it was collected in the old city"; "of which 26 trillion came from the State"
_OF_IT = re.compile(r"\sof\s(?:it|this|that|the (?:sum|total|amount|money)|which|this (?:sum|total|amount))\b", re.I)
_OF_WHICH = re.compile(r"(?:\b(?:of which|of this|of it|of that|of the (?:sum|total|amount|money)|including|includes|among (?:it|this)),?\s(?:[\w-]+\s){0,5})$", re.I)
_OPENS_PART = re.compile(r"\W*(?:Of|Among|In) (?:which|this|these|those|them|the (?:sum|total|figure|amount|number))\b,?")
_FROM_PART = re.compile(r"\)?,?\s(?:[a-z]+\s){0,3}?(?:from|for|in|by|went|came)\s(?:the\s)?(?P<what>(?:[\w-]+\s?){1,3})")


def _part_of_sum(sentence: Sentence, index: int, running: Topic | None) -> Topic | None:
    """A part of a sum told before has no series of its own: "including 26 trillion from the State"."""
    quantity = sentence.quantities[index]
    if quantity.unit is None or not _MONEY.fullmatch(quantity.unit):
        return None
    left = sentence.plain[max(sentence.start, quantity.start - 60) : quantity.start]
    of_it = _OF_IT.match(sentence.plain, quantity.end, sentence.end)
    part = _FROM_PART.match(sentence.plain, of_it.end() if of_it else quantity.end, sentence.end)
    opens = _OPENS_PART.match(sentence.plain, sentence.start, quantity.start)
    if opens and not _of_right(sentence, index, running):
        return Topic(None, subject_label(sentence, quantity), bound=True)
    if not of_it and not (part and _OF_WHICH.search(left)):
        return None
    taken_from = part and sentence.plain[quantity.end : part.start("what")].strip() == "from" and running and running.code
    if _of_right(sentence, index, running) and not of_it and not taken_from:
        return None
    label = running.label if running else "sum"
    return Topic(None, f"{label}: {part['what'].strip()}" if part else f"part of {label}", bound=True)


_MONEY = re.compile(r"[A-Z]{3}")
_COSTLY = re.compile(r"\)?\s(?!increase|rise|drop|fall|decrease|budget|surplus|deficit|year|month)((?:[a-z][\w-]*\s){0,2}[a-z][\w-]*)\b")
_RESPECT = re.compile(r"\sin\s(?:the\s|their\s)?(?:(?P<number>number|quantity|headcount)|(?P<money>(?:registered |total )?capital|value|revenue|turnover))\b(?!\s(?:city|region)\b)")


def _in_respect(sentence: Sentence, index: int, history: Sequence[Topic]) -> Topic | None:
    """ "1,500 firms with VND20 trillion of capital, up 9% in number and 28% in capital": each of its own."""
    quantity = sentence.quantities[index]
    told = _RESPECT.match(sentence.plain, quantity.end, sentence.end) if quantity.unit in ("percent", "times") else None
    if told is None:
        return None
    counted = [t for t, q in zip(history, sentence.quantities, strict=False) if q.unit is None]
    money = [t for t, q in zip(history, sentence.quantities, strict=False) if q.unit in ("VND", "USD")]
    if not (counted and money):
        return None
    return counted[-1] if told["number"] else money[-1]


_OR_SHARE = re.compile(r"(?:,\sor|\sor|,\sequal to(?!\w)|,\sequivalent to|,\saccounting for|,\smaking up)\s?(?:about |over |nearly |some |more than |around )?$")
_FOREIGN = re.compile(r"\b(?:foreign|FDI)\b.*\b(?:projects|enterprises|firms|companies)$|\bforeign-invested\b", re.I)
MONEY = ("VND", "USD")
_AREAS = ("m2", "km2", "ha", "km", "m", "m3", "t")


def fit_topic(topic: Topic | None, quantity: Quantity) -> Topic | None:
    """The topic a quantity of this unit can be of: money next to visitors is what they spend, next to people nothing."""
    if topic is not None and topic.code in ("manufacturing", "services", "industry_and_construction", "agriculture") and quantity.unit == "USD":
        return Topic(None, topic.label, topic.bound)  # what a sector drew
    if topic is None or topic.code not in groups()["counted"] or quantity.unit is None:
        return topic
    if quantity.unit in ("VND", "USD"):
        return Topic("tourism_revenue", "revenue", topic.bound) if topic.code in ("tourist_arrivals", "international_arrivals") else None
    return None if quantity.unit in _AREAS else topic


_CLAUSES = re.compile(r"[;:]\s|,\s(?:and\s|while\s|whereas\s|but\s|with\s)?|\s(?:and|while|whereas|but)\s")


@cache
def _echoes() -> tuple[tuple[str, frozenset[str], frozenset[str]], ...]:
    table = load_vocabulary("indicators")["echoes"]
    return tuple((code, frozenset(entry["words"]), frozenset(entry["after"])) for code, entry in table.items())


def _find_echo(sentence: Sentence, index: int, history: Sequence[Topic], told: Topic | None) -> Topic | None:
    """The series that a word stands for by what was told before: "Revenue is to exceed VND116 trillion" of tourism."""
    quantity = sentence.quantities[index]
    known = _known_series(sentence, quantity, history, told)
    if known is None or quantity.unit not in (*MONEY, "percent", "times"):
        return None
    floor = history[-1].end if history else 0
    start = max(floor, sentence.quantities[index - 1].end if index else sentence.start)
    clause = _CLAUSES.split(sentence.plain[start : quantity.start])[-1]
    words = _WORD.findall(clause.lower())[-9:]
    for code, names, after in _echoes():
        named = _heads(words, names) if known.code in after else []
        if named and not re.search(rf"{named[-1]} (?:of|from|in|for) [a-z]", clause):
            return Topic(code, named[-1], bound=True)
    return None


def _known_series(sentence: Sentence, quantity: Quantity, history: Sequence[Topic], told: Topic | None) -> Topic | None:
    """The series spoken of: the last in the sentence, foreign investment where foreign firms are its subject, else `told`."""
    running = history[-1] if history else None
    if running and running.code is None and _FOREIGN.search(running.label):
        return Topic("fdi", running.label)
    known = next((t for t in reversed(history) if t.code), told)
    if known is None or (running and not running.code):
        foreign = (t for t in sentence.indicators if t.value == "fdi" and t.end < quantity.start)
        return next((Topic("fdi", "foreign investment") for _ in foreign), known)
    return known


def _heads(words: Sequence[str], names: frozenset[str]) -> list[str]:
    """Those of the words that head their noun phrase: not "capital" in "capital increases"."""
    nexts = [*words[1:], "of"]
    return [w for w, following in zip(words, nexts, strict=False) if w in names and (following in _fillers() or following.endswith("ed"))]


_SUBJECT_OPENS = re.compile(r"(?:(?:the|a|an|its|their|some|other|total|overall|average|annual|new|most)\s){0,2}([a-z][a-z'-]*)")


@cache
def _fillers() -> frozenset[str]:
    """Words that go on telling of the subject named before."""
    return frozenset(load_vocabulary("cues")["fillers"])


_CONTRASTS = re.compile(r";\s|,?\s(?:while|whereas)\s")
_GROWTH_NOUN = re.compile(r"\b(?:increase|rise|growth|decrease|drop|fall|decline|reduction|surge|jump|expansion|gain)s? of\s(?:\w+\s){0,3}$")


def _has_own_subject(sentence: Sentence, index: int, running: Topic) -> bool:
    """Whether words before a quantity name a subject of its own, though no indicator: "and mining shrank by"."""
    between = sentence.plain[max(sentence.quantities[index - 1].end, running.end) : sentence.quantities[index].start]
    if running.code is None and not running.bound and len(_WORD.findall(between)) > 2:
        return True
    parts = _CLAUSES.split(between)
    strong = _CONTRASTS.split(between)
    if len(strong) > 1 and (contrast := _SUBJECT_OPENS.match(strong[-1])) and contrast[1] not in _fillers() and not contrast[1].endswith(("ed", "ly", "ing")):
        return True
    opening = _SUBJECT_OPENS.match(parts[-1]) if len(parts) > 1 else None
    if opening is None or _GROWTH_NOUN.search(parts[-1]) or opening[1] in _fillers() or opening[1].endswith(("ed", "ly")):
        return False
    tells = [w for w in _WORD.findall(parts[-1][opening.end() :]) if w.lower() not in _fillers()]
    return bool(tells) or not opening[1].endswith("ing")  # "mining shrank by", but "falling by"


_EACH = re.compile(r"\s(?:of (?:housing|floor space|living space|floor area)\s)?(?:each|per (?:person|capita|head|inhabitant|resident)|a (?:head|person))\b|\s(?:of housing|of floor space|of living space)\b")
# "each Hanoian will earn", "the average farmer earned"
_EACH_EARNS = re.compile(r"\b(?:each|every|the average|a typical)\s(?:[\w-]+\s){1,3}?(?:(?:will|can|should|now|would|to)\s){0,2}earn\w*\s(?:\w+\s){0,3}$", re.I)
_COVERS = re.compile(r"\b(?:cover\w*|stretch\w*|extend\w*|sprawl\w*|occup\w+|area of|span\w*|spread\w*|measur\w+)\s(?:\w+\s){0,3}$", re.I)


def _earns(sentence: Sentence, quantity: Quantity) -> bool:
    """ "Each resident earned VND60 million"; "its people to earn VND58 million each"."""
    left = sentence.plain[max(sentence.start, quantity.start - 80) : quantity.start]
    return bool(_EACH_EARNS.search(left) or (_EARNS.search(left) and _EACH.match(sentence.plain, quantity.end, sentence.end)))


_EARNS = re.compile(r"\bearn\w*\s(?:\w+\s){0,3}$")


def _of_extent(sentence: Sentence, quantity: Quantity) -> Topic | None:
    """What covers so many square kilometres is told by its area."""
    before = sentence.plain[max(sentence.start, quantity.start - 50) : quantity.start]
    if quantity.unit == "m2" and _EACH.match(sentence.plain, quantity.end, sentence.end):
        return Topic("housing_floor_area", "floor area per person", True)
    return Topic("land_area", "area", True) if quantity.unit in ("km2", "ha") and _COVERS.search(before) else None


_PER_HEAD = re.compile(r"\)?\sper\s(?:capita|head|person)\b")
_INCOME = re.compile(r"\bincomes?\b", re.I)


def _per_head(sentence: Sentence, quantity: Quantity, running: Topic | None) -> Topic | None:
    """ "Income of 2,450 USD per capita", "GRDP of US$5,000 per capita": the head count makes it another indicator."""
    if quantity.unit in MONEY and _earns(sentence, quantity):
        return Topic("income_per_capita", "income per person", True)
    told = _PER_HEAD.match(sentence.plain, quantity.end, sentence.end)
    if told is None:
        return None
    words = told.group().strip()
    if _INCOME.search(sentence.plain[max(sentence.start, quantity.start - 80) : quantity.start]):
        return Topic("income_per_capita", f"income {words}", True)
    subject = _of_subject(sentence, sentence.quantities.index(quantity)) or running
    return Topic("grdp_per_capita", f"{subject.label} {words}", True) if subject and subject.code == "grdp" else subject


_GOAL_OF = re.compile(r"\b(?:goal|target)s? of\s(?:\w+\s){0,2}$")
_GROWTH_AFTER = re.compile(r"\s(?:\w+\s)?growth\b")
_GROWTH_BEFORE = re.compile(r"\bgrowth (?:rate |goal |target )*(?:of|at|to|is|was|from|between|achieved|reached|hit|averaged|reaching|stood at|came to)\s(?:\w+\s){0,2}$")


_GROWTH_OPENS = re.compile(r"(?:^|[.;:,]\s)(?:the |its |economic |average |annual |while |but |and )?(?:growth)\s(?:rate\s)?(?:was|is|slowed|accelerated|picked up|eased|stood|reached|came|hit|averaged|of)\s(?:\w+\s){0,3}$", re.I)


# A place that grows is its economy: "The city is expected to grow 8.5 per cent", "Hai Phong grew by 10.3 per cent"
_PLACE_GREW = re.compile(
    r"(?:[A-Z][\w-]+(?:\s(?:City|Province))?|\b(?:city|province|capital|country|locality|municipality)),?\s"
    r"(?:(?:had|has|have|was|is|were|are|will|would|should|expected|estimated|forecast|projected|set|due|to|also|already|only|it|then|hopes|aims|wants|plans|targets)\s){0,5}"
    r"(?:grow|grew|grown|growing|expand|expanded|grows)\s(?:by\s|at\s)?(?:\w+\s){0,4}$"
)


def _of_growth_told(sentence: Sentence, quantity: Quantity) -> Topic | None:
    """Growth told as a subject: "The city is to grow by 8.5 per cent"; "growth slowed to 7.95 per cent"."""
    left = sentence.plain[max(sentence.start, quantity.start - 90) : quantity.start]
    told = quantity.unit == "percent" and (_PLACE_GREW.search(left) or _GROWTH_OPENS.search(left[-60:]))
    return Topic("grdp", "growth", bound=True) if told else None


def _is_growth(sentence: Sentence, quantity: Quantity) -> bool:
    return quantity.unit == "percent" and bool(_GROWTH_AFTER.match(sentence.plain, quantity.end, sentence.end))


def _of_growth(sentence: Sentence, quantity: Quantity) -> Topic | None:
    """Growth of nothing named is the economy's: "sustainable double-digit growth"; so is a goal in percent."""
    left = sentence.plain[max(sentence.start, quantity.start - 50) : quantity.start]
    before = _GOAL_OF.search(left) or _GROWTH_BEFORE.search(left)
    told = _is_growth(sentence, quantity) or (quantity.unit == "percent" and before)
    return Topic("grdp", "growth", bound=True) if told else None


def _respectively(sentence: Sentence, index: int, history: Sequence[Topic]) -> Topic | None:
    """ "A, B and C grew by 13%, 7% and 2%, respectively": the n-th number is of the n-th indicator named or told of."""
    run = listed_run(sentence, index)
    if "respectively" not in sentence.plain[sentence.quantities[max(0, run[0] - 1)].end : sentence.end]:
        return None
    before = [t for t in sentence.indicators if t.end <= sentence.quantities[run[0]].start]
    if len(run) == 2 and before and before[-1].value == "trade" and (both := _both_ways(sentence, before[-1])):
        return both[run.index(index)]
    place, size = run.index(index), len(run)
    told = history[: len(history) - place]
    if size > 1 and len(told) >= size and any(t.code for t in told[-size:]):
        return told[len(told) - size + place]
    if size > 1 and len(before) >= size:
        return _topic(sentence, before[len(before) - size + place], bound=True)
    return None


def listed_run(sentence: Sentence, index: int) -> list[int]:
    """The quantities that stand in one list with the one at `index`: "13%, 7% and 2%"."""
    run = [index]
    while run[0] and _is_listed(sentence, run[0] - 1):
        run.insert(0, run[0] - 1)
    while run[-1] + 1 < len(sentence.quantities) and _is_listed(sentence, run[-1]):
        run.append(run[-1] + 1)
    return run


def _both_ways(sentence: Sentence, term: Term) -> tuple[Topic, Topic] | None:
    """ "Export and import turnover": two series under one name."""
    label = sentence.plain[term.start : term.end].lower()
    if " and " not in label:
        return None
    ways = (Topic("exports", label, True), Topic("imports", label, True))
    return ways if label.index("export") < label.index("import") else ways[::-1]


def _is_listed(sentence: Sentence, index: int) -> bool:
    """Whether nothing but a comma or "and" parts a quantity from the next of its kind."""
    one, other = sentence.quantities[index], sentence.quantities[index + 1]
    return one.unit == other.unit and bool(re.fullmatch(r",?\s(?:and\s)?", sentence.plain[one.end : other.start]))


_ROW = re.compile(r"\W{0,3}(?P<label>[A-Z][^:;.]{2,70}):\s(?:about |over |nearly |more than |around |at least |approximately )?")


def _of_row(sentence: Sentence, quantity: Quantity) -> Topic | None:
    """A row of a list, "Households affected: 17,590", is told by what stands before its colon."""
    row = _ROW.fullmatch(sentence.plain, sentence.start, quantity.start)
    if row is None:
        return None
    named = [t for t in sentence.indicators if t.end <= row.end("label") and t.value != "none" and not _goes_on(sentence, t, row.end("label"))]
    shares = [t for t in named if t.value not in groups()["economy_wholes"]]
    best = (shares or named)[0] if named else None
    if best and re.match(r"share|proportion|rate|ratio", row["label"], re.I) and best.value in groups()["economy_wholes"]:
        best = None  # "Share of the budget spent on transport"
    return Topic(best.value if best else None, row["label"], bound=True)


def _goes_on(sentence: Sentence, term: Term, end: int) -> bool:
    """Whether a row's label says more of a general word: "Residents relocated so far"."""
    return term.value in groups()["weak"] and bool(re.match(r"\s[a-z]+ed\b", sentence.plain[term.end : end]))


_WORTH = re.compile(r"\b(?P<noun>[a-z][\w-]*(?: [a-z][\w-]*)?) (?:worth|valued at|costing) (?:a total of |some |about |over |more than |nearly )?$")


def _of_worth(sentence: Sentence, index: int) -> Topic | None:
    """ "236 new projects worth $812.4 million": the money is what the things are worth."""
    start = sentence.quantities[index].start
    worth = _WORTH.search(sentence.plain[max(sentence.start, start - 60) : start])
    if worth and worth["noun"].split()[-1].lower() in ("goods", "products", "merchandise", "is", "was", "are", "were", "now", "be", "already"):
        return None
    if worth and any(t.end == max(sentence.start, start - 60) + worth.end("noun") and t.value != "none" for t in sentence.indicators):
        return None  # "Public investment worth VND15 trillion" is that investment
    return Topic(None, f"{worth['noun']} worth", bound=True) if worth else None


_IN_NOUN = re.compile(r"\s(?:in|worth of)\s((?:[a-z][\w-]*\s){0,3}?(?:funding|loans|loan|credit|capital|revenue|profit|profits|taxes|tax|aid|grants|value|fees|investment|savings|assets|budget|goods|bonds|assistance|support|costs|damage|losses|contracts))\b")


def _of_money(sentence: Sentence, quantity: Quantity) -> Topic | None:
    """ "$250 million in funding": money of a kind that is no indicator."""
    match = _IN_NOUN.match(sentence.plain, quantity.end, sentence.end)
    return Topic(None, match.group(1), True, match.end()) if match else None


def _of_noun(sentence: Sentence, noun: tuple[int, int]) -> Topic:
    named = [t for t in sentence.indicators if noun[0] <= t.start < noun[1] and t.value != "none" and not _is_some_people(sentence, t)]
    label = sentence.plain[noun[0] : noun[1]]
    whole = [t for t in named if t.end >= noun[1] - 1]
    if _VISITED.match(sentence.plain, noun[1], sentence.end) and label.split()[-1].lower() in ("people", "persons", "guests"):
        return Topic("tourist_arrivals", label, bound=True)
    best = max(whole or named, key=lambda t: t.end - t.start, default=None)
    if best is not None and best.value in groups()["money"]:
        best = None  # "4,029 foreign-invested projects": a number of things is no amount of money
    if best is None and _FIRMS.search(label) and _FOUNDED.match(sentence.plain, noun[1], sentence.end):
        return Topic("new_enterprises", label, bound=True)
    return Topic(best.value if best else None, label, bound=True)


_POPULATED = re.compile(r"\b(?:population|inhabitants|populous|residents|census)\b", re.I)
_HAS_PEOPLE = re.compile(r"\b(?:(?:has|had|have|home to)\s(?:[\w-]+\s){0,3}|of\s(?:about |over |nearly |some |around |almost |more than )?)[\d.,]+(?:\smillion)?\s$")


def _is_some_people(sentence: Sentence, term: Term) -> bool:
    """ "gave work to 57,000 people": people are the population only where the sentence counts inhabitants."""
    if sentence.plain[term.start : term.end].lower() != "people":
        return False
    if _POPULATED.search(sentence.plain, sentence.start, sentence.end):
        return False
    return not _HAS_PEOPLE.search(sentence.plain[max(sentence.start, term.start - 40) : term.start])


_VISITED = re.compile(r"\s(?:have\s|had\s|has\s)?(?:visited|stayed overnight|travelled to|traveled to|came to see|came to visit)\b")
_FIRMS = re.compile(r"\b(?:enterprises|businesses|companies|firms)$", re.I)
_FOUNDED = re.compile(r"\s(?:[\w%,$.]+\s){0,7}?(?:founded|established|set up|newly registered|came into being|registered for establishment)\b")


def whole_of(sentence: Sentence, quantity: Quantity) -> tuple[int, int] | None:
    """The span of what a percentage is a share of: "9 per cent of its area" -> "its area"."""
    of = _OF.match(sentence.plain, quantity.end, sentence.end)
    if not of:
        return None
    stop = re.compile(r"[,;.:()]|\s(?:and|by|in \d{4}|while|with|are|is|was|were|to|at|on|as|which|that|have|has|live)\b|\s\d").search(sentence.plain, of.end(), sentence.end)
    return of.end(), stop.start() if stop else sentence.end


def _of_right(sentence: Sentence, index: int, running: Topic | None) -> Topic | None:
    """The indicator that grammar binds to the right of an amount: "in exports", "GRDP growth", "of land area"."""
    quantity = sentence.quantities[index]
    limit = sentence.quantities[index + 1].start if index + 1 < len(sentence.quantities) else sentence.end
    after = [t for t in sentence.indicators if quantity.end <= t.start < limit]
    if quantity.unit == "percent" and (whole := whole_of(sentence, quantity)):
        return _of_whole(sentence, index, whole, after, running)
    binds = _GROWTH_BINDS if quantity.unit in ("percent", "percentage_point", "times") else _BINDS
    for term in after[:1]:
        if (binds.fullmatch(sentence.plain, quantity.end, term.start) or _EXPECTED_OF.fullmatch(sentence.plain, quantity.end, term.start)) and not re.match(r"\s(?:rose|grew|fell|reached|totall?ed)\b", sentence.plain[term.end : term.end + 12]):
            topic = _topic(sentence, term, bound=True)
            return Topic(topic.code, topic.label, True, term.end)
    return None


_WHOLE_ECONOMY = re.compile(r"(?:the|its)\s(?:figure|level|result|number|amount)s?\s(?:of|in|for|recorded)|that\s(?:of|in)|what it was|(?:the\s|its\s|total\s|their\s|national\s|overall\s|\w+'s\s){0,3}(?:output|economy|economic structure|it\b|them\b|total\b\W*$|turnover|value)")


def _of_whole(sentence: Sentence, index: int, whole: tuple[int, int], after: list[Term], running: Topic | None) -> Topic | None:
    """A share is of the subject where the whole is the economy or a plan, else of the whole."""
    inside = [t for t in after if whole[0] <= t.start < whole[1]]
    clause = re.compile(r"[,;]\s").search(sentence.plain, whole[1], sentence.end)
    limit = clause.start() if clause else sentence.end
    told = [t for t in after if whole[1] <= t.start < limit and t.value in groups()["percent_share"] and _tells(sentence, t)]
    words = sentence.plain[whole[0] : whole[1]]
    if words.strip().endswith("'s") and running:  # "107.9 percent of the ministry's plan and 87.1 percent of the city's"
        return running
    if inside and inside[0].value == "public_investment" and _DISBURSE.search(sentence.plain[max(sentence.start, sentence.quantities[index].start - 40) : sentence.quantities[index].start]):
        return _topic(sentence, inside[0], bound=True)  # "disburse 95% of the public investment capital"
    planned = tells_plan(sentence, sentence.quantities[index]) or _PLANNED.search(words)
    if planned and not any(t.value in groups()["economy_wholes"] for t in inside):
        return _of_subject(sentence, index) or running
    if planned or any(t.value in groups()["economy_wholes"] for t in inside) or _WHOLE_ECONOMY.match(words):
        return _of_subject(sentence, index) or running
    if told:
        return _topic(sentence, told[0], bound=True)
    subject = _of_subject(sentence, index)
    whole_tells = bool(inside) and inside[0].value in _WHOLES
    if subject and subject.code in groups()["percent_share"] and (subject.code not in groups()["weak"] or (" " in subject.label and not whole_tells)):
        return subject
    counted = inside and inside[0].value not in _WHOLES
    return Topic(None, words.strip(), bound=True) if counted or not inside else _topic(sentence, inside[0], bound=True)


def _tells(sentence: Sentence, term: Term) -> bool:
    """Whether a term is more than a general word: "access to hygienic water" tells what "waste" alone may not."""
    return term.value not in groups()["weak"] or " " in sentence.plain[term.start : term.end]


# Wholes that a share is of; of communes, firms or officials a share says something else than how many there are.
_WHOLES = frozenset({"population", "land_area", "party_members", "wastewater_treated", "waste_collected", "clean_water", "health_insurance", "urbanisation", "green_space",
                     "digital_services", "women_in_leadership", "young_in_leadership", "unemployment", "poverty", "public_transport", "housing_floor_area", "health_records"})
# Matches " of the capital assigned", " of what the Government had asked for", " higher than planned", " above its target".
_PLAN_WHOLE = re.compile(
    r"\)?(?:,?\s(?:of|against)|\s(?:higher|more|lower|less|above|over|below)(?:\sthan)?)\s(?:[A-Za-z'-]+\s){0,7}?"
    r"(?:plans?|targets?|estimates?|goals?|quotas?|forecasts?|projections?|planned|assigned|allocated|allotted|asked for|wants?|wanted|expected|envisaged|budgeted|hoped|required)\b",
    re.I,
)


def tells_plan(sentence: Sentence, quantity: Quantity) -> re.Match[str] | None:
    """The words right behind a percentage that hold it against a plan, in whatever words the plan is told."""
    if quantity.unit != "percent":
        return None
    return _PLAN_WHOLE.match(sentence.plain, quantity.end, sentence.end)


_DISBURSE = re.compile(r"\bdisburs\w+\s(?:\w+\s){0,3}$", re.I)
_PLANNED = re.compile(r"\b(?:plan|plans|target|targets|estimate|estimates|goal|quota|forecast|projection)\b")


def _of_subject(sentence: Sentence, index: int, bound_to: int = 0) -> Topic | None:
    """The indicator named last before the quantity and after the quantity before it."""
    quantity = sentence.quantities[index]
    floor = max(bound_to, sentence.quantities[index - 1].end if index else sentence.start)
    before = [t for t in sentence.indicators if floor <= t.start and t.end <= quantity.start]
    for term in reversed(before):
        between = sentence.plain[term.end : quantity.start]
        if _is_denominator(sentence, term):
            continue
        if term.value == "fdi" and _OWNED_BY.search(sentence.plain[max(sentence.start, term.start - 30) : term.start]) and (whole := [t for t in before if t.end < term.start and t.value in _PARTED]):
            return Topic(None, sentence.plain[whole[-1].start : term.end], bound=True)  # "the exports of foreign-invested firms"
        if term.value in groups()["weak"] and not _binds_weakly(sentence, term, between):
            continue
        return _topic(sentence, term, bound=len(between) < 45)
    return None


_IN_STRUCTURE = re.compile(r"\s(?:sector\s|industry\s)?(?:in|to)\s(?:the\s|its\s|total\s|city's\s){0,2}(?:economic structure|economy|structure|GRDP|GDP)\b")


_OWNED_BY = re.compile(r"\b(?:of|by|from)\s(?:the\s)?$")


def _is_denominator(sentence: Sentence, term: Term) -> bool:
    """ "the digital economy's contribution to GRDP": GRDP is what something else is a part of."""
    left = sentence.plain[max(sentence.start, term.start - 40) : term.start]
    if _IN_STRUCTURE.match(sentence.plain, term.end, sentence.end):
        return False  # "the proportion of services in the economic structure"
    return term.value in groups()["economy_wholes"] and bool(
        re.search(r"(?:share|proportion|contribution|contribut\w+|ratio|weight|percentage|%|per ?cent)\s(?:\w+\s){0,5}(?:of|to|in)\s(?:the\s|total\s|city's\s){0,2}$", left, re.I)
        or re.search(r"(?:%|per ?cent)\sof\s(?:the\s|total\s|city's\s){0,2}$", left, re.I)
    )


_MODIFIES = re.compile(r"\s(?:sector|industry|industries|zone|zones|park|parks|development|company|companies|area|areas|infrastructure|system|services|authority|department|centre|center|hub|model|project|projects)\b(?!\s(?:rose|grew|fell|declin|climb|contract|expand|shrank|shrunk|drop|decreas|surg|rebound|gain|edg|saw|record|post|achiev|reach|hit|attain|advanc|slow|maintain|remain|jump|slid|dipp|enjoy|increas|account|contribut|will|is|was|has|at|with|to|by))", re.I)


def _binds_weakly(sentence: Sentence, term: Term, between: str) -> bool:
    """A general word counts only as a subject: close by, with nothing but a verb phrase between."""
    if sentence.plain[term.start : term.end].lower() == "people":  # counts as a noun or a whole only
        return False
    if between.strip() == ":":
        return True
    opens = re.fullmatch(r"\W*(?:the\s|its\s|total\s)?", sentence.plain[sentence.start : term.start], re.I)
    if opens and len(between) < 110 and not re.search(r"[.;]\s|,\s(?:and|while|but)\s", between) and ":" in between:
        return True
    if len(between) > 75 or re.search(r"[.;:]\s", between) or _MODIFIES.match(sentence.plain, term.end):
        return False
    left = sentence.plain[max(sentence.start, term.start - 14) : term.start]
    return not re.search(r"\b(?:for|by|among|with|between|through|to)\s(?:\w+\s)?$", left, re.I) or len(between) < 6 or bool(re.search(r"\bwith\s$", left))


# Phrases of general codes that tell enough by themselves: "for foreign markets", "goods abroad"
_TELLING = re.compile(r"[a-z]+ (?:foreign|abroad|overseas)|from abroad|abroad|overseas", re.I)


def _of_following(sentence: Sentence, index: int) -> Topic | None:
    """An indicator after the quantity in its clause, where none stands before it ("a 7.5% target for GRDP growth")."""
    quantity = sentence.quantities[index]
    limit = sentence.quantities[index + 1].start if index + 1 < len(sentence.quantities) else sentence.end
    for term in sentence.indicators:
        between = sentence.plain[quantity.end : term.start]
        if quantity.end <= term.start < limit and len(between) < 60 and not re.search(r"[.;:]|, (?:while|and|but)\b", between) and (term.value not in groups()["weak"] or _TELLING.match(sentence.plain, term.start, term.end)):
            return _topic(sentence, term)
    return None


def _topic(sentence: Sentence, term: Term, bound: bool = False) -> Topic:
    label = sentence.plain[term.start : term.end]
    if term.value == "none":
        return Topic(None, label, True)
    if part := _part(sentence, term):
        return Topic(None, part, bound)
    return Topic(term.value, label, bound)


_FROM = re.compile(
    r"\s(?:from|of|by)\s(?!\w+ing\b|the\s(?:city|capital|province|whole|country|economy|year|first|locality|area|period|state)\b|goods|all\b|its|[A-Z\d$]|over|about|nearly|more|around|at\b|some|up\b|just|almost|January|no\b|not\b|less|fewer|between|almost|roughly|approximately|least|only|just|last|this|a\s|an\s|year|month)"
    r"((?:[a-z][\w'-]*\s?){1,4})"
)
_PARTED = frozenset({"budget_revenue", "fdi", "exports", "imports", "registered_capital", "public_investment", "retail_sales", "tourism_revenue", "social_investment", "new_enterprises"})


def _part(sentence: Sentence, term: Term) -> str | None:
    """The name of a part of a series ("revenue from land", "rice exports"), or None for the whole."""
    if term.value not in _PARTED:
        return None
    label = sentence.plain[term.start : term.end]
    if from_what := _FROM.match(sentence.plain, term.end, sentence.end):
        if term.value == "tourism_revenue" or label.lower().startswith(("exports of goods", "disburse")) or (term.value == "public_investment"):
            return None
        return f"{label}{from_what.group(0)}".strip()
    before = re.search(r"([a-z][a-z-]*)\s$", sentence.plain[max(sentence.start, term.start - 24) : term.start], re.I)
    if before and before.group(1).lower() in groups()["commodities"]:
        return f"{before.group(1)} {label}"
    return None


def subject_label(sentence: Sentence, quantity: Quantity) -> str:
    """The words a figure without an indicator is told by: the noun phrase that opens its clause."""
    opening = DATELINE.match(sentence.plain, sentence.start, quantity.start)
    start = opening.end() if opening else sentence.start
    clause = re.split(r"[;:]\s|,\s(?:while|and|but|with)\s|\s(?:while|whereas)\s", sentence.plain[start : quantity.start])[-1]
    words = _WORD.findall(clause)
    kept = [w for w in words if w.lower() not in ("the", "a", "an", "and", "it", "by", "in", "of", "to")]
    return " ".join(kept[:8]) or "figure"
