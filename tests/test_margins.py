"""Margins: what written figures stand for, and that reckoning with them never becomes more exact."""

from math import inf

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from hanoi_lib.audit.margins import Margin, exactly, find_equivalent, find_margin, say_margin

NUMBERS = st.floats(-1e6, 1e6, allow_nan=False)
POSITIVE = st.floats(1e-3, 1e6, allow_nan=False)
proves = settings(derandomize=True, max_examples=200)


@st.composite
def held(draw: st.DrawFn, numbers: st.SearchStrategy[float] = NUMBERS) -> tuple[float, Margin]:
    """A value and a margin that it lies in, open at the top now and then."""
    low, value, high = sorted(draw(st.tuples(numbers, numbers, numbers)))
    return value, Margin(low, inf if draw(st.booleans()) and low > 0 else high)


def is_in(value: float, margin: Margin) -> bool:
    """Whether a margin holds a value, but for what floating point loses."""
    return margin.meets(exactly(value))


@proves
@given(held(), held())
def test_sums_and_differences_hold_what_their_parts_allow(
    one: tuple[float, Margin], other: tuple[float, Margin]
) -> None:
    """Whatever the true values are, their sum and difference lie in those of the margins."""
    assert is_in(one[0] + other[0], one[1] + other[1])
    assert is_in(one[0] - other[0], one[1] - other[1])


@proves
@given(held(), held(POSITIVE))
def test_products_and_quotients_hold_what_their_parts_allow(
    one: tuple[float, Margin], other: tuple[float, Margin]
) -> None:
    """So do their product and quotient."""
    assert is_in(one[0] * other[0], one[1] * other[1])
    assert is_in(one[0] / other[0], one[1] / other[1])


@proves
@given(held(POSITIVE), st.integers(1, 40))
def test_roots_hold_what_their_radicand_allows(one: tuple[float, Margin], degree: int) -> None:
    """So does a root."""
    assert is_in(one[0] ** (1 / degree), one[1].root(degree))


@proves
@given(held(), held())
def test_meeting_is_mutual_and_known_values_meet_where_they_are_equal(
    one: tuple[float, Margin], other: tuple[float, Margin]
) -> None:
    """Two margins meet both ways or not at all; one lies above the other or they meet, never both."""
    assert one[1].meets(other[1]) == other[1].meets(one[1])
    assert not (one[1].is_above(other[1]) and one[1].meets(other[1]))


def test_nothing_is_divided_by_what_may_be_zero() -> None:
    """A margin around zero is refused as a divisor."""
    with pytest.raises(ZeroDivisionError):
        exactly(1) / Margin(-1, 1)


@proves
@given(st.integers(1, 9999), st.integers(0, 3), st.sampled_from(["", " million", " trillion"]))
def test_a_number_rounded_as_it_is_written_lies_in_its_margin(n: int, digits: int, scale: str) -> None:
    """Whoever rounds a value to the digits of the text writes a figure whose margin holds the value."""
    size = {"": 1.0, " million": 1e6, " trillion": 1e12}[scale]
    value = n / 7
    written = f"{value:.{digits}f}"
    assume(float(written) > 0)
    row = {"value": float(written) * size, "unit": "percent", "exact": written + scale, "comparator": "="}
    assert is_in(value * size, find_margin(row))


ROWS = [
    # words, value, upper value, unit, comparator: from, to
    ("25%", 25, None, "percent", "=", 24.5, 25.5),
    ("7.21 percent", 7.21, None, "percent", "=", 7.205, 7.215),
    ("7,5%", 7.5, None, "percent", "=", 7.45, 7.55),
    ("VND370 trillion", 370e12, None, "VND", "=", 369.5e12, 370.5e12),
    ("VND11,650 billion", 11650e9, None, "VND", "=", 11649.5e9, 11650.5e9),
    ("10.5-11 per cent", 10.5, 11, "percent", "=", 10.45, 11.5),
    ("16 members", 16, None, "count", "=", 16, 16),
    ("Four", 4, None, "count", "=", 4, 4),
    ("1,888 procedures", 1888, None, "count", "=", 1888, 1888),
    ("27,000 records", 27000, None, "count", "=", 26500, 27500),
    ("2.5 million records", 2.5e6, None, "count", "=", 2.45e6, 2.55e6),
    ("21 million", 21e6, None, "count", ">", 21e6, inf),
    ("10 percent", 10, None, "percent", ">=", 10, inf),
    ("4%", 4, None, "percent", "<", -inf, 4),
    ("VND116 trillion", 116e12, None, "VND", "~", 115e12, 117e12),
    ("20%", 20, None, "percent", "~", 19, 21),
    ("tripled", 3, None, "times", "=", 2.7, 3.3),
]


@pytest.mark.parametrize(("exact", "value", "top", "unit", "comparator", "low", "high"), ROWS)
def test_figures_stand_for_what_their_rounding_leaves(
    exact: str, value: float, top: float | None, unit: str, comparator: str, low: float, high: float
) -> None:
    """The last digit written, the comparator and the kind of thing decide how far a figure reaches."""
    row = {"value": value, "value_max": top, "unit": unit, "comparator": comparator, "exact": exact}
    margin = find_margin(row)
    assert [margin.low, margin.high] == pytest.approx([low, high])


def test_the_other_currency_may_be_about_so_much() -> None:
    """ "Nearly" in the brackets widens the second amount only."""
    row = {"equivalent_value": 4.4e9, "equivalent_unit": "USD", "exact": "VND116 trillion (US$4.4 billion)"}
    about = row | {"exact": "VND116 trillion (nearly US$4.4 billion)"}
    assert find_equivalent(row).low == pytest.approx(4.35e9)
    assert find_equivalent(about).low == pytest.approx(4.3e9)


@pytest.mark.parametrize(
    ("margin", "unit", "words"),
    [
        (Margin(489.8e12, 524.1e12), "VND", "VND 489.8–524.1 trillion"),
        (exactly(25), "percent", "25%"),
        (Margin(83.3e12, inf), "VND", "VND 83.3 trillion or more"),
        (Margin(-inf, 4), "percent", "4% or less"),
        (Margin(-inf, inf), "percent", "anything"),
        (Margin(25955, 26782), "VND/USD", "VND 25,955–26,782 per USD"),
    ],
)
def test_margins_are_told_in_words(margin: Margin, unit: str, words: str) -> None:
    """A range, a known value, an open end, a rate."""
    assert say_margin(margin, unit) == words
