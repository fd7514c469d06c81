"""Numbers with unit, range, comparator and second currency, as news writes them; and what is no quantity."""

import pytest

from hanoi_lib.figures.quantities import Quantity, find_quantities


def read(words: str, taken: str = "") -> list[Quantity]:
    """The quantities of a sentence that holds these words; `taken` are words that another reader has read."""
    text = f"It was {words}, they said."
    start = text.index(taken) if taken else 0
    return find_quantities(text, 0, len(text), [(start, start + len(taken))] if taken else [])


def amounts(words: str) -> list[tuple[float, float | None, str | None]]:
    """Value, end of the range and unit of each."""
    return [(q.value, q.value_max, q.unit) for q in read(words)]


MONEY = {
    "VND370 trillion": (370e12, "VND"),
    "VND 370 trillion": (370e12, "VND"),
    "370 trillion dong": (370e12, "VND"),
    "370 trillion VND": (370e12, "VND"),
    "VND1.2 million billion": (1.2e15, "VND"),
    "VND3.1 quadrillion": (3.1e15, "VND"),
    "5 thousand billion dong": (5e12, "VND"),
    "17,926 billion dong": (17_926e9, "VND"),
    "1.234.567 VND": (1_234_567, "VND"),
    "VND25,455": (25_455, "VND"),
    "US$4.4bn": (4.4e9, "USD"),
    "$250m": (250e6, "USD"),
    "USD 3.5 billion": (3.5e9, "USD"),
    "3.5 billion US dollars": (3.5e9, "USD"),
}


@pytest.mark.parametrize(("words", "amount"), MONEY.items(), ids=MONEY)
def test_money_before_or_after_the_number(words: str, amount: tuple[float, str]) -> None:
    """In any spelling of the currency and any scale, one amount."""
    assert amounts(words) == [(amount[0], None, amount[1])]


UNITS: dict[str, tuple[float, str | None]] = {
    "8%": (8, "percent"),
    "7,5%": (7.5, "percent"),
    "8 per cent": (8, "percent"),
    "8 percent": (8, "percent"),
    "1.5 percentage points": (1.5, "percentage_point"),
    "2.2 times": (2.2, "times"),
    "two-fold": (2, "times"),
    "15,000 hectares": (15_000, "ha"),
    "3 million sq.m": (3e6, "m2"),
    "3,358 square kilometres": (3358, "km2"),
    "240 km": (240, "km"),
    "12 years": (12, "year"),
    "30 days": (30, "time"),
    "526 communes": (526, None),
    "14.5m passengers": (14.5e6, None),
    "6.8 million": (6.8e6, None),
}


@pytest.mark.parametrize(("words", "amount"), UNITS.items(), ids=UNITS)
def test_units_in_their_symbols(words: str, amount: tuple[float, str | None]) -> None:
    """Spelt out or not; a bare number has none, because it may count the noun behind it."""
    assert amounts(words) == [(amount[0], None, amount[1])]


WORDS = {
    "twelve groups": 12,
    "twenty-one wards": 21,
    "a dozen schools": 12,
    "three hundred households": 300,
    "half a million people": 5e5,
}


@pytest.mark.parametrize(("words", "value"), WORDS.items(), ids=WORDS)
def test_words_for_numbers(words: str, value: float) -> None:
    """Up to a hundred, and with a scale behind them; marked as words."""
    (quantity,) = read(words)
    assert quantity.value == value and quantity.in_words


RANGES = {
    "7.5-8 per cent": [(7.5, 8, "percent")],
    "7.5% to 8%": [(7.5, 8, "percent")],
    "US$8,300-8,500": [(8300, 8500, "USD")],
    "US$8,300 to US$8,500": [(8300, 8500, "USD")],
    "between 10 and 12 projects": [(10, 12, None)],
    "2-3 million people": [(2e6, 3e6, None)],
    "8 and 9 per cent": [(8, None, "percent"), (9, None, "percent")],
    "cut from 14 to 7 departments": [(14, None, None), (7, None, None)],
    "up 12.6% to $22 billion": [(12.6, None, "percent"), (22e9, None, "USD")],
    "up 9.5 percent to 6.8 million": [(9.5, None, "percent"), (6.8e6, None, None)],
    "4 of 16 members": [(4, None, None), (16, None, None)],
}


@pytest.mark.parametrize(("words", "found"), RANGES.items(), ids=RANGES)
def test_a_range_is_one_quantity_and_a_move_is_two(
    words: str, found: list[tuple[float, float | None, str | None]]
) -> None:
    """Two ends of one range share their unit and scale; what rose "by" and "to" is no range."""
    read_as = amounts(words)
    assert [(value, most) for value, most, _ in read_as] == [(value, most) for value, most, _ in found]
    assert read_as[-1][2] == found[-1][2]


COMPARATORS = {
    "30%": "=",
    "a total of 30%": "=",
    "about 30%": "~",
    "some 30%": "~",
    "nearly 30%": "~",
    "approximately 30%": "~",
    "over 30%": ">",
    "more than 30%": ">",
    "exceeding 30%": ">",
    "at least 30%": ">=",
    "no less than 30%": ">=",
    "30% or higher": ">=",
    "30% and above": ">=",
    "30+": ">=",
    "up to 30%": "<=",
    "no more than 30%": "<=",
    "30% or less": "<=",
    "less than 30%": "<",
    "under 30%": "<",
    "well over VND30": ">",
}


@pytest.mark.parametrize(("words", "comparator"), COMPARATORS.items(), ids=COMPARATORS)
def test_words_that_say_how_a_number_is_meant(words: str, comparator: str) -> None:
    """Before the number or behind it; they are no part of the cited words."""
    (quantity,) = read(words)
    assert (quantity.comparator, quantity.value) == (comparator, 30)


MULTIPLES = {
    "double-digit growth": (10, "percent", ">="),
    "more than doubled": (2, "times", ">"),
    "tripled": (3, "times", "="),
    "halved": (0.5, "times", "="),
}


@pytest.mark.parametrize(("words", "amount"), MULTIPLES.items(), ids=MULTIPLES)
def test_numbers_hidden_in_words(words: str, amount: tuple[float, str, str]) -> None:
    """Words that tell a multiple or a least number of digits."""
    assert [(q.value, q.unit, q.comparator) for q in read(words)] == [amount]


PAIRS = {
    "VND116 trillion (US$4.4 billion)": (116e12, "VND", 4.4e9, "USD"),
    "US$4.4 billion (VND116 trillion)": (4.4e9, "USD", 116e12, "VND"),
    "116 trillion VND (over 4.4 billion USD)": (116e12, "VND", 4.4e9, "USD"),
    "VND116 trillion, equivalent to US$4.4 billion": (116e12, "VND", 4.4e9, "USD"),
}


@pytest.mark.parametrize(("words", "amount"), PAIRS.items(), ids=PAIRS)
def test_one_amount_in_two_currencies_is_one_quantity(
    words: str, amount: tuple[float, str, float, str]
) -> None:
    """In brackets in either order, or said to be equivalent; the whole is cited."""
    (q,) = read(words)
    assert (q.value, q.unit, q.equivalent_value, q.equivalent_unit) == amount
    assert q.end - q.start == len(words)


@pytest.mark.parametrize(
    "words", ["VND116 trillion (12%)", "US$4 billion (US$5 billion)", "12% (US$4 billion)"]
)
def test_brackets_that_hold_another_thing_are_no_equivalent(words: str) -> None:
    """A share beside an amount, or the same currency again, is a quantity of its own."""
    assert [q.equivalent_value for q in read(words)] == [None, None]


@pytest.mark.parametrize(("words", "value"), [("-3.4%", -3.4), ("minus 3 per cent", -3), ("(-2%)", -2)])
def test_a_sign_before_the_number(words: str, value: float) -> None:
    """A minus that stands alone before a number; "from 3-4" has none."""
    assert [q.value for q in read(words)] == [value]


def test_a_dash_that_opens_a_line_is_a_bullet() -> None:
    """It makes no number negative."""
    text = "- 7 per cent of the plan"
    assert [q.value for q in find_quantities(text, 0, len(text))] == [7]


NAMES = [
    "the 17th Congress",
    "the 70th anniversary",
    "Resolution 15-NQ/TW",
    "Decree No. 10",
    "Resolutions of type 68-KL",
    "Ring Road 4",
    "Line 2A",
    "District 1",
    "Phase 2",
    "Typhoon No 3",
    "version 2.0.1",
    "Covid-19",
    "A80",
    "Industry 4.0",
    "a 100-year plan",
    "five-star hotels",
    "nobody and nothing",
]


@pytest.mark.parametrize("words", NAMES)
def test_numbers_that_only_name_are_no_quantities(words: str) -> None:
    """Ordinals, and numbers of resolutions, roads, lines, districts, versions."""
    assert read(words) == []


def test_a_clocks_time_is_no_quantity() -> None:
    """Neither hours nor minutes count anything."""
    assert read("at 10:30 in the hall") == []


def test_what_another_reader_has_read_is_passed_over() -> None:
    """A year that was read as a date is no number."""
    assert [q.value for q in read("8% in 2025")] == [8, 2025]
    assert [q.value for q in read("8% in 2025", taken="2025")] == [8]


def test_the_cited_words_are_the_number_with_its_unit() -> None:
    """Without the words of its comparator, and without the space around it."""
    text = "It was nearly VND116 trillion, they said."
    (quantity,) = find_quantities(text, 0, len(text))
    assert text[quantity.start : quantity.end] == "VND116 trillion"
