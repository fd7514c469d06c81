"""Between which values a written figure lies, and what follows when one reckons with it.

Answers with a `Margin` for every figure as written: "25%" stands for 24.5 to 25.5, "VND370 trillion" for
369.5 to 370.5 trillion, "over 21 million" for that and more, "four of 16" for exactly four and 16. Sums,
differences, products and quotients of margins hold every result that the written figures allow, so nothing
reckoned here is more exact than what was read. Refuses to divide by what may be zero.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import inf, isclose, isfinite
from typing import Any

from hanoi_lib.figures.numerals import number, words
from hanoi_lib.wording import is_missing, say_amount

ABOUT = 0.05  # "about" is never taken for more than a twentieth of the figure
LOOSE = 0.1  # how far a multiple in words ("tripled") is from it, at most
CLOSE = 1e-9  # what two numbers differ by only because a computer reckoned them

_WRITTEN = re.compile(r"\d[\d.,]*\d|\d")


@dataclass(frozen=True, slots=True)
class Margin:
    """All values from `low` to `high`, both included; an open end is infinite."""

    low: float
    high: float

    def meets(self, other: "Margin") -> bool:
        """Whether one value lies in both.

        >>> Margin(24.5, 25.5).meets(Margin(25, 25)), Margin(24.5, 25.5).meets(Margin(26, 27))
        (True, False)
        """
        return _reaches(self.low, other.high) and _reaches(other.low, self.high)

    def is_above(self, other: "Margin") -> bool:
        """Whether every value lies above every value of the other."""
        return not _reaches(self.low, other.high)

    def __add__(self, other: "Margin") -> "Margin":
        """Every sum of two values."""
        return Margin(self.low + other.low, self.high + other.high)

    def __neg__(self) -> "Margin":
        """Every value with the other sign."""
        return Margin(-self.high, -self.low)

    def __sub__(self, other: "Margin") -> "Margin":
        """Every difference of two values."""
        return self + -other

    def __mul__(self, other: "Margin") -> "Margin":
        """Every product of two values."""
        ends = [_product(a, b) for a in (self.low, self.high) for b in (other.low, other.high)]
        return Margin(min(ends), max(ends))

    def __truediv__(self, other: "Margin") -> "Margin":
        """Every quotient of two values.

        Raises:
            ZeroDivisionError: the divisor may be zero.
        """
        if other.low <= 0 <= other.high:
            raise ZeroDivisionError(f"{other} holds zero")
        return self * Margin(1 / other.high, 1 / other.low)

    def root(self, degree: float) -> "Margin":
        """The root of every value; none may be negative."""
        return Margin(self.low ** (1 / degree), self.high ** (1 / degree))

    def widen(self, share: float) -> "Margin":
        """The same with so much of each positive end given on either side."""
        return Margin(self.low * (1 - share), self.high * (1 + share))


def _reaches(low: float, high: float) -> bool:
    return low <= high or isclose(low, high, rel_tol=CLOSE, abs_tol=CLOSE)


def _product(a: float, b: float) -> float:
    return 0.0 if a == 0 or b == 0 else a * b  # zero times an open end


def exactly(value: float) -> Margin:
    """The margin of a value that is known.

    >>> exactly(4) / exactly(16)
    Margin(low=0.25, high=0.25)
    """
    return Margin(float(value), float(value))


def find_margin(row: Mapping[str, Any]) -> Margin:
    """What a figure stands for, by its `value`, `value_max`, `comparator`, `unit` and the words in `exact`.

    >>> find_margin({"value": 25.0, "unit": "percent", "exact": "25%", "comparator": "="})
    Margin(low=24.5, high=25.5)
    >>> find_margin({"value": 10.5, "value_max": 11.0, "unit": "percent", "exact": "10.5-11%"})
    Margin(low=10.45, high=11.5)
    >>> find_margin({"value": 21e6, "unit": "count", "exact": "21 million", "comparator": ">"}).high
    inf
    """
    low = float(row["value"])
    high = low if is_missing(row.get("value_max")) else float(row["value_max"])
    unit, exact, comparator = row.get("unit"), str(row["exact"]), row.get("comparator")
    if comparator in (">", ">="):
        return Margin(low, inf)
    if comparator in ("<", "<="):
        return Margin(-inf, high)
    about = comparator == "~"
    return Margin(low - _half(low, exact, unit, about), high + _half(high, exact, unit, about))


def find_equivalent(row: Mapping[str, Any]) -> Margin:
    """The same for the amount in the other currency, which may have a comparator of its own.

    >>> exact = "240 billion VND (11 million USD)"
    >>> find_equivalent({"equivalent_value": 11e6, "equivalent_unit": "USD", "exact": exact})
    Margin(low=10500000.0, high=11500000.0)
    """
    value, exact = float(row["equivalent_value"]), str(row["exact"])
    about = bool(_OWN_COMPARATOR.search(exact.partition("(")[2]))
    half = _half(value, exact, row["equivalent_unit"], about)
    return Margin(value - half, value + half)


_OWN_COMPARATOR = re.compile(r"^\s*[A-Za-z]{4,}")  # "(nearly 11 million USD)", not "(US$4.4 billion)"


def _half(value: float, exact: str, unit: object, about: bool) -> float:
    """How far a value may be from what is written: half of its last digit, or more where it is about that."""
    step, last = _find_steps(value, exact, unit)
    return max(step / 2, min(last, abs(value) * ABOUT)) if about else step / 2


def _find_steps(value: float, exact: str, unit: object) -> tuple[float, float]:
    """What the last written digit is worth, and the last one that is not zero.

    Things counted one by one have no last digit: 16 members are 16. Zeros at the end of thousands were
    rounded.
    """
    for written in _WRITTEN.findall(exact):
        ratio = _find_scale(value, written)
        if ratio is None:
            continue
        decimals, zeros = _count_decimals(written), _count_zeros(written)
        last = ratio * 10.0 ** (zeros - decimals)
        if zeros >= 2 and abs(value) / ratio >= 1000:
            return last, last
        counted = unit == "count" and ratio == 1 and not decimals
        return (0.0 if counted else ratio * 10.0**-decimals), last
    return (0.0 if unit == "count" else 2 * LOOSE * abs(value)), abs(value)


def _find_scale(value: float, written: str) -> float | None:
    """What a written number was multiplied by to give the value: 1, a thousand, a million..."""
    try:
        size = number(written)
    except ValueError:
        return None
    for scale in _scales():
        if isclose(size * scale, abs(value), rel_tol=CLOSE):
            return scale
    return None


def _scales() -> Iterator[float]:
    known = {1.0, 1e3, 1e6, 1e9, 1e12, *words().scales.values()}
    yield from sorted(known)


def _count_decimals(written: str) -> int:
    if re.fullmatch(r"\d{1,3}(?:,\d{3})+", written) or re.fullmatch(r"\d{1,3}(?:\.\d{3}){2,}", written):
        return 0
    behind = re.search(r"[.,](\d+)$", written)
    return len(behind[1]) if behind else 0


def _count_zeros(written: str) -> int:
    """The zeros at the end of a whole number."""
    digits = written.replace(",", "")
    return 0 if _count_decimals(written) else len(digits) - len(digits.rstrip("0"))


def say_margin(margin: Margin, unit: object = None) -> str:
    """A margin in words.

    >>> say_margin(Margin(500e12, 512.4e12), "VND"), say_margin(exactly(25), "percent")
    ('VND 500–512.4 trillion', '25%')
    >>> say_margin(Margin(83.3, inf), "percent"), say_margin(Margin(-inf, 4), "percent")
    ('83.3% or more', '4% or less')
    """
    if not isfinite(margin.high):
        return f"{_say(margin.low, unit)} or more" if isfinite(margin.low) else "anything"
    if not isfinite(margin.low):
        return f"{_say(margin.high, unit)} or less"
    low, high = _say(margin.low, unit), _say(margin.high, unit)
    if low == high:
        return low
    told = str(say_amount(_round(margin.low), _round(margin.high), _ISO.get(str(unit), unit)))
    return _say_rate(told, unit)


_ISO = {"VND/USD": "VND", "USD/VND": "USD"}


def _say(value: float, unit: object) -> str:
    return _say_rate(say_amount(_round(value), None, _ISO.get(str(unit), unit)), unit)


def _say_rate(amount: str, unit: object) -> str:
    """A rate of exchange: so much for one of the other currency."""
    return f"{amount} per {str(unit).partition('/')[2]}" if str(unit) in _ISO else amount


def _round(value: float) -> float:
    """A number with the digits that a reader takes in: four of them, all before the point of small ones."""
    return float(f"{value:.4g}") if abs(value) < 1e4 else float(f"{value:.5g}")
