"""Numbers, dates and lists as a person would write them: VND 492.3 trillion, 16 June 2025.

Input: values as the tables hold them (EDTF, ISO 4217, `percent`, `count`). Output: short English text.
What is not understood is passed on as it stands, never dropped; a missing value gives an empty string.
"""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Context, Decimal
from typing import Any

import pandas as pd

from hanoi_lib.spans import POINT

MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]  # strftime would follow the locale
HUNDREDTH = Decimal("0.01")
SCALES = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))
SMALL = [
    "no",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
]
COMPARATORS = {"~": "about ", ">": "over ", ">=": "at least ", "<": "under ", "<=": "at most "}
SIGNS = {"percent": "%", "percentage_point": " points", "km2": " km²", "m2": " m²", "times": " times"}
# Months of an interval that readers know by a name of their own.
STRETCHES = {
    (1, 3): "first quarter of",
    (4, 6): "second quarter of",
    (7, 9): "third quarter of",
    (10, 12): "fourth quarter of",
    (1, 6): "first half of",
    (7, 12): "second half of",
    (1, 9): "first nine months of",
}


def is_missing(value: object) -> bool:
    """Whether a cell says nothing."""
    return value is None or value is pd.NA or (isinstance(value, float) and value != value) or value == ""


def say(value: object) -> str:
    """A cell as text; nothing for a missing one."""
    return "" if is_missing(value) else str(value)


def say_count(number: int, one: str, many: str | None = None) -> str:
    """A number with its noun, in words up to twelve.

    >>> say_count(3, "secretary", "secretaries"), say_count(1, "event"), say_count(40, "event")
    ('three secretaries', 'one event', '40 events')
    """
    figure = SMALL[number] if 0 <= number < len(SMALL) else f"{number:,}"
    return f"{figure} {one if number == 1 else many or one + 's'}"


def say_list(words: Sequence[str]) -> str:
    """Words joined as in a sentence.

    >>> say_list(["a", "b", "c"])
    'a, b and c'
    """
    return words[0] if len(words) == 1 else ", ".join(words[:-1]) + " and " + words[-1] if words else ""


def capitalise(sentence: str) -> str:
    """The first letter in upper case, the rest as it is (unlike str.capitalize)."""
    return sentence[:1].upper() + sentence[1:]


def say_number(value: float) -> str:
    """A bare number: thousands separated, large ones by their scale, no zeros behind the point.

    >>> say_number(492.3e12), say_number(27000), say_number(7.6), say_number(-6)
    ('492.3 trillion', '27,000', '7.6', '−6')
    >>> say_number(2.885e6)
    '2.89 million'
    """
    sign, size = ("−" if value < 0 else ""), abs(value)
    for scale, name in SCALES:
        if size >= scale:
            return f"{sign}{_trim(size / scale)} {name}"
    return sign + _trim(size)


def _trim(value: float) -> str:
    # Half up from what is written, as people and browsers round: 2.885 is 2.89, though its binary is less.
    rounded = Decimal(repr(float(value))).quantize(HUNDREDTH, ROUND_HALF_UP, Context(prec=400))
    return f"{rounded:,f}".rstrip("0").rstrip(".")


def say_amount(value: object, value_max: object = None, unit: object = None) -> str:
    """A number or range with its unit; currencies in front, as ISO codes.

    >>> say_amount(492.3e12, None, "VND"), say_amount(10.5, 11, "percent"), say_amount(12e3, 13e3, "USD")
    ('VND 492.3 trillion', '10.5–11%', 'USD 12,000–13,000')
    """
    if is_missing(value):
        return ""
    numbers = [float(n) for n in (value, value_max) if not is_missing(n)]  # type: ignore[arg-type]  # a cell is any object
    parts = [say_number(n) for n in dict.fromkeys(numbers)]
    if len(parts) == 2 and parts[0].split()[1:] == parts[1].split()[1:]:
        parts[0] = parts[0].split()[0]  # 10–11 billion, not 10 billion–11 billion
    name = say(unit)
    if re.fullmatch(r"[A-Z]{3}", name):
        return f"{name} {'–'.join(parts)}"
    sign = "" if name in ("", "count") else SIGNS.get(name, f" {name}")
    return "–".join(parts) + sign


def say_figure(row: Mapping[Any, Any]) -> str:
    """An observation or a target: comparator, amount and what its measure makes of it.

    >>> say_figure({"value": 7.6, "unit": "percent", "measure": "change", "comparator": "="})
    '+7.6%'
    >>> say_figure({"value": 100, "measure": "rank", "comparator": "<="})
    'among the first 100'
    """
    amount = say_amount(row.get("value"), row.get("value_max"), row.get("unit"))
    comparator, measure = say(row.get("comparator")), say(row.get("measure"))
    if measure == "rank" and amount:
        return f"among the first {amount}" if comparator in ("<", "<=") else f"rank {amount}"
    if measure == "change" and amount and not amount.startswith("−"):
        amount = "+" + amount
    return COMPARATORS.get(comparator, "") + amount


def say_day(day: date) -> str:
    """A day without leading zeros.

    >>> say_day(date(2025, 6, 16))
    '16 June 2025'
    """
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def say_date(edtf: object) -> str:
    """An EDTF date in words.

    >>> say_date("2025-06-16"), say_date("2026~"), say_date("2025-01/2025-06")
    ('16 June 2025', 'about 2026', 'first half of 2025')
    >>> say_date("[2025-06-16..2025-06-20]"), say_date("[..2021-03]"), say_date("2025-06-20/2025-06-26")
    ('between 16 and 20 June 2025', 'by March 2021', '20–26 June 2025')
    >>> say_date("2026/2030"), say_date("2045/.."), say_date("[2025-08-21..]")
    ('2026–2030', 'from 2045 on', '21 August 2025 or later')
    """
    text = say(edtf).strip()
    if text.startswith(("[", "{")):
        left, right = _ends(text.strip("[]{}"), "..")
        if not left or not right:
            return f"by {_say_point(right)}" if right else f"{_say_point(left)} or later" if left else ""
        return "between " + _join(left, right, " and ")
    if "/" in text:
        left, right = _ends(text, "/")
        if not left or not right:
            return f"until {_say_point(right)}" if right else f"from {_say_point(left)} on" if left else ""
        return _say_stretch(left, right) or _join(left, right, "–")
    return _say_point(text)


def _ends(text: str, separator: str) -> tuple[str, str]:
    left, _, right = text.partition(separator)
    return left.strip(" ."), right.strip(" .")


def _say_point(text: str) -> str:
    match = POINT.fullmatch(text)
    if match is None:
        return text
    words = [str(int(match[3]))] if match[3] else []
    words += [MONTHS[int(match[2]) - 1]] if match[2] else []
    return ("about " if match[4] else "") + " ".join([*words, match[1]])


def _say_stretch(left: str, right: str) -> str:
    """First half of 2025, where two months make one; nothing otherwise."""
    first, last = POINT.fullmatch(left), POINT.fullmatch(right)
    if first is None or last is None or first[1] != last[1] or not first[2] or not last[2]:
        return ""
    if first[3] or last[3]:
        return ""
    name = STRETCHES.get((int(first[2]), int(last[2])))
    return f"{name} {first[1]}" if name else ""


def _join(left: str, right: str, separator: str) -> str:
    """Two ends, what they share said once: 20–26 June 2025, 28 June – 2 July 2025."""
    one, two = _say_point(left).split(), _say_point(right).split()
    if one == two:
        return " ".join(one)
    if len(one) == len(two):
        shared = next(n for n, (a, b) in enumerate(zip(reversed(one), reversed(two), strict=True)) if a != b)
        one = one[: len(one) - shared]
    spaced = separator == "–" and (len(one) > 1 or len(two) > len(one) + 2)
    return " ".join(one) + (" – " if spaced else separator) + " ".join(two)
