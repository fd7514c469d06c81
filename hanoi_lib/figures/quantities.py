"""Numbers with their unit, range, comparator and the same amount in a second currency.

Answers what quantities a stretch of text holds, from its words alone: "nearly VND116 trillion (US$4.4
billion)" is one quantity of 116e12 VND, about, with 4.4e9 USD beside it. It does not ask what a
quantity is of, nor whether it was reached or aimed at: that is for figures.py. Refuses numbers that
only name something ("Resolution 15", "Ring Road 4", "17th Congress", "Line 2A", "a 100-year plan") and
whatever the caller marks as taken (dates).

Reads `vocabulary/units.yml`.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from hanoi_lib.figures.comparators import find_comparator
from hanoi_lib.figures.numerals import any_of, number, scale, unit, words
from hanoi_lib.needles import Guarded, Needles
from hanoi_lib.scan import load_vocabulary


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as written: its span (without the comparator's words), value, range, unit and comparator.

    `unit` is None for a bare number, which may count the noun that follows.
    """

    start: int
    end: int
    value: float
    value_max: float | None
    unit: str | None
    comparator: str
    equivalent_value: float | None = None
    equivalent_unit: str | None = None
    in_words: bool = False
    scaled: bool = False
    """Whether "million" and the like follow: such a number is an amount of something even without a unit."""


@cache
def _pattern() -> re.Pattern[str]:
    """One amount, or a range of two that share their unit.

    Matches: "VND370 trillion", "US$8,300-8,500", "7.5-8%", "from 10.5 to 11 per cent", "twelve".
    Must not match inside: "15-NQ/TW", "2A", "v2.0.1", "A80", "12th".
    """
    known = words()
    ones = any_of(word for word, value in known.numbers.items() if 1 <= value < 10)
    tens = any_of(word for word, value in known.numbers.items() if 20 <= value < 100)
    in_words = rf"(?:{tens}[- ]{ones}|{any_of(known.numbers)})"
    digits = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,3}(?:\.\d{3}){2,}|\d+(?:[.,]\d+)?"
    scales, currency = any_of(known.scales), any_of(known.before)
    # no unit is the code that opens the next amount: "by 2045 VND830 million"
    units = any_of([*known.units, *known.after]) + r"(?!\s?\d)"
    return re.compile(
        rf"""(?<![\w.,:/$-]) (?P<minus>-(?<=[\s(]-)|\bminus\s)?
        (?:(?P<cur>{currency})\s?)? (?:(?P<num>{digits})|(?P<word>\b{in_words}\b))
        (?:\s?-?(?P<scale>{scales}))? (?:\s?(?P<unit1>{units}))?
        (?:
            \s?(?P<link>-|\bto\b|\band\b|\bor\b)\s?
            (?:(?P<cur2>{currency})\s?)? (?P<num2>{digits}|\b{in_words}\b)
            (?:\s?(?P<scale2>{scales}))? (?:\s?(?P<unit2>{units}))?
        )?
        (?P<plus>\+)?
        """,
        re.I | re.X,
    )


@cache
def _may_hold() -> Needles:
    """What every quantity is written with: a digit, a word for a number or one that multiplies."""
    return Needles("|".join([*"0123456789", *words().numbers, "digit", *_MULTIPLES]))


# What shows that a number names rather than counts: a sign or letter stuck to it, or an ordinal's ending.
_GLUED = re.compile(
    r"(?:[A-Za-z]|-(?!per\s?cent|percent|(?:member|bed|room|seat|strong)\b)[A-Za-z]|[./]\d"
    r"|/[A-Za-z]|:\d\d|-\d|th\b|st\b|nd\b|rd\b)"
)


@cache
def _named() -> re.Pattern[str]:
    """A word whose number names a thing, with the numbers before in its list: "Resolutions 15 and", "Line
    No. ".
    """
    naming = "|".join(re.escape(word) for word in load_vocabulary("units")["naming"])
    return re.compile(rf"\b(?:{naming})(?:\s?(?:No|no|Nos)\.?)?(?:\s\d+[A-Z]?(?:,|\sand|\sto))*\s?$")


_MOVES = re.compile(
    r"\b(?:rais\w+|increas\w+|reduc\w+|rose|rising|ris(?:es?|en)|fell|fall\w*|cut\w*|lower\w*"
    r"|drop\w*|declin\w+|grew|gr(?:ows?|own)\b|up|down|climb\w*|improv\w+|"
    r"mov\w+|merg\w+|streamlin\w+|jump\w*|went|go(?:es|ing)?|shr(?:ink|ank)\w*|expand\w*|trimm\w+"
    r"|lift\w*|bring\w*|brought|chang\w+|shift\w*|downsiz\w+|double\w*)\b[^.;]{0,70}$|[A-Za-z],\s$",
    re.I,
)
_EQUIVALENT = re.compile(r"\s?(?:\(|,?\s?(?:equivalent to|or equivalent to|equal to|or about|or)\s)", re.I)


def find_quantities(
    plain: str, start: int, end: int, taken: Iterable[tuple[int, int]] = ()
) -> list[Quantity]:
    """Every quantity in plain[start:end], in order; spans in `taken` (dates) are passed over.

    >>> [(q.value, q.unit, q.comparator) for q in find_quantities("grew 7.5-8%, over 12 projects", 0, 29)]
    [(7.5, 'percent', '='), (12.0, None, '>')]
    """
    return list(_find(plain, start, end, tuple(sorted(taken))))


@lru_cache(
    maxsize=1024
)  # one sentence is read for its figures, for what it claims and for what it leaves open
def _find(plain: str, start: int, end: int, busy: tuple[tuple[int, int], ...]) -> tuple[Quantity, ...]:
    if not _may_hold().within(plain[start:end]):
        return ()
    found = [q for match in _matches(plain, start, end, busy) for q in _read(plain, start, end, match)]
    return tuple(_paired(plain, _double_digits(plain, start, end, found)))


def _matches(plain: str, start: int, end: int, busy: Sequence[tuple[int, int]]) -> Iterator[re.Match[str]]:
    """The matches outside the spans taken; where a match runs into one ("in 2024 and 72 fewer"), reading
    goes on behind it.
    """
    place = start
    while match := _pattern().search(plain, place, end):
        struck = [e for s, e in busy if s < match.end() and match.start() < e]
        if not struck:
            yield match
        place = max(struck[0] if struck else match.end(), match.start() + 1)


def _read(plain: str, start: int, end: int, m: re.Match[str]) -> Iterator[Quantity]:
    """The quantities of one match: one, or two where the link joins no range ("from 14 to 7", "4% to $22
    billion").
    """
    left = plain[max(start, m.start() - 90) : m.start()]
    if _is_name(plain, end, m, left):
        return
    first = _first(plain, start, end, m, left)
    if not m["link"]:
        yield first
        return
    second = _second(m)
    if _is_range(m, left, first.unit, second.unit):
        yield _joined(m, first, second)
        return
    shared = m["link"].lower() == "and" and second.unit in ("percent", "percentage_point")
    moved = first.unit is None and (m["link"].lower() == "to" or shared)  # "down 3.1 and 41 per cent"
    yield replace(first, unit=second.unit) if moved else first
    yield second


def _first(plain: str, start: int, end: int, m: re.Match[str], left: str) -> Quantity:
    """The first number of a match, with what stands before it and its sign; "m" means million in "$250m",
    "1.96m".
    """
    millions = m["unit1"] == "m" and not m["scale"] and bool(m["cur"] or "." in (m["num"] or ""))
    size = 1e6 if millions else scale(m["scale"])
    stop = m.start("link") if m["link"] else m.end()
    return Quantity(
        m.start(),
        m.start() + len(plain[m.start() : stop].rstrip()),
        round(_signed(m, start) * size, 6),
        None,
        unit(None if millions else m["unit1"], m["cur"]),
        find_comparator(left, plain[m.end() : min(end, m.end() + 30)], bool(m["plus"])),
        in_words=bool(m["word"]),
        scaled=bool(m["scale"]) or millions,
    )


def _second(m: re.Match[str]) -> Quantity:
    """The number behind the link of a match."""
    return Quantity(
        m.start("cur2") if m["cur2"] else m.start("num2"),
        m.end(),
        round(number(m["num2"]) * scale(m["scale2"]), 6),
        None,
        unit(m["unit2"], m["cur2"]),
        "=",
        in_words=m["num2"].isalpha(),
        scaled=bool(m["scale2"]),
    )


def _joined(m: re.Match[str], first: Quantity, second: Quantity) -> Quantity:
    """The two ends of a range as one: they share the unit and the scale told with the second."""
    return replace(
        first,
        end=second.end,
        value=first.value if m["scale"] else round(first.value * scale(m["scale2"]), 6),
        value_max=second.value,
        unit=first.unit or second.unit,
        scaled=first.scaled or second.scaled,
    )


def _is_range(m: re.Match[str], left: str, unit1: str | None, unit2: str | None) -> bool:
    """Whether a link joins the two ends of one range.

    No range: two units ("12.6% to $22 billion"), "and" without "between", and a move ("cut from 14 to 7").
    """
    link = m["link"].lower()
    if unit1 and unit2 and unit1 != unit2:
        return False
    if link == "to" and m["unit1"] and not m["unit2"]:  # "rose 9.5 percent to 6.8 million"
        return False
    if _falls(m):
        return False  # "from 131,000 to 128,500"
    if (
        link == "to"
        and not unit2
        and left.endswith(" by ")
        and number(m["num2"]) > 2 * number(m["num"] or m["word"])
    ):
        return False  # "will fall by 53 to 526"
    if link == "and":
        return bool(re.search(r"\bbetween\s(?:about\s)?$", left, re.I))
    if link == "or":  # "one or two zones", but not "12 per cent or 26 in all"
        return not unit1 and not m["scale"] and _is_next_above(m)
    if link == "-":
        return not m["word"]
    opened = re.search(r"\bfrom\s(?:\w+\s){0,2}$", left, re.I)
    return not (opened and _MOVES.search(left[: opened.start()])) and not (m["word"] or m["num2"].isalpha())


def _falls(m: re.Match[str]) -> bool:
    """Whether the second number of a match is below the first: where something went, and no range."""
    low = number(m["num"] or m["word"]) * scale(m["scale"] or m["scale2"])
    return number(m["num2"]) * scale(m["scale2"]) < low


def _is_next_above(m: re.Match[str]) -> bool:
    """Whether the second number of a match is the next few above the first."""
    low, high = number(m["num"] or m["word"]), number(m["num2"])
    return 0 < high - low <= max(2.0, low / 2)


def _is_name(plain: str, end: int, m: re.Match[str], left: str) -> bool:
    follows = plain[m.end() : min(end, m.end() + 4)]
    if not (m["unit2"] or m["unit1"]) and _GLUED.match(follows):
        return True
    return not m["cur"] and bool(_named().search(left))


def _signed(m: re.Match[str], start: int) -> float:
    """The first number with its sign; a dash that opens a line is a bullet."""
    value = number(m["num"] or m["word"])
    return -value if m["minus"] and m.start() > start else value


_MULTIPLES = {"doubl": 2.0, "tripl": 3.0, "trebl": 3.0, "quadrupl": 4.0, "halv": 0.5, "twice": 2.0}
_MULTIPLIED = Guarded(
    r"\b(?<!be )(?:doubl(?:ed|ing)|tripl(?:ed|ing)|trebl(?:ed|ing)|quadrupl(?:ed|ing)|halv(?:ed"
    r"|ing)"
    r"|twice(?=\s(?:as|the|that|last|more)\b))\b",
    "|".join(_MULTIPLES),
    re.I,
)
_DOUBLE_DIGIT = Guarded(r"\b(?:double|two)[- ]digits?\b", "digit", re.I)


def _double_digits(plain: str, start: int, end: int, found: list[Quantity]) -> list[Quantity]:
    """ "Double-digit growth" says at least 10 percent; "tripled" says three times."""
    extra = [
        Quantity(m.start(), m.end(), 10.0, None, "percent", ">=")
        for m in _DOUBLE_DIGIT.finditer(plain, start, end)
    ]
    for m in _MULTIPLIED.finditer(plain, start, end):
        comparator = find_comparator(plain[max(start, m.start() - 40) : m.start()], "", False)
        extra.append(
            Quantity(
                m.start(),
                m.end(),
                next(times for word, times in _MULTIPLES.items() if m.group().lower().startswith(word)),
                None,
                "times",
                comparator,
                in_words=True,
            )
        )
    return sorted([*found, *extra], key=lambda q: q.start) if extra else found


def _paired(plain: str, quantities: list[Quantity]) -> list[Quantity]:
    """Join an amount with the same amount in another currency: in brackets, or after "equivalent to"."""
    paired: list[Quantity] = []
    for q in quantities:
        last = paired[-1] if paired else None
        if last and _is_equivalent(plain, last, q):
            closes = plain[q.end : q.end + 1] == ")"
            paired[-1] = replace(last, end=q.end + closes, equivalent_value=q.value, equivalent_unit=q.unit)
        else:
            paired.append(q)
    return paired


_MONEY = re.compile(r"[A-Z]{3}")


def _is_equivalent(plain: str, first: Quantity, second: Quantity) -> bool:
    if not (first.unit and second.unit and _MONEY.fullmatch(first.unit) and _MONEY.fullmatch(second.unit)):
        return False
    if first.unit == second.unit or first.equivalent_unit:
        return False
    between = plain[first.end : second.start]
    return (
        len(between) < 40 and bool(_EQUIVALENT.match(between)) and ")" not in between and ";" not in between
    )
