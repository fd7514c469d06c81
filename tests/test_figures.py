"""A sentence with numbers becomes figures: what they are of, how measured, when, where, and whether aimed at.

Each sentence stands alone, below a head that dates it to 10 October 2024.
"""

from typing import Any

import pytest

from hanoi_lib.documents import Document
from hanoi_lib.pipeline import read_statements

HEAD = " date 2024-10-10 "
Row = dict[str, Any]


def read(text: str) -> list[Row]:
    """The observations and targets of a text, in order."""
    rows = read_statements(Document("d", "d.txt", HEAD + text, "")).rows
    return sorted([*rows["observations"], *rows["targets"]], key=lambda row: row["start"])


def read_columns(text: str, *columns: str) -> list[tuple[Any, ...]]:
    """Some columns of each figure."""
    return [tuple(row[column] for column in columns) for row in read(text)]


SERIES = {
    "Hue's GRDP grew by 8 per cent in 2023.": [("grdp", "change", 8)],
    "Hue's per capita GRDP reached VND70 million in 2023.": [("grdp_per_capita", "level", 70e6)],
    "The industrial production index of Hue rose 6.1% in 2023.": [("industrial_production", "change", 6.1)],
    "Retail sales in Hue were up 11%.": [("retail_sales", "change", 11)],
    "The consumer price index of Hue fell 0.4%.": [("consumer_prices", "change", -0.4)],
    "Hue collected VND12 trillion for its budget revenue in 2023.": [("budget_revenue", "level", 12e12)],
    "Hue's budget revenue reached VND12 trillion in 2023.": [("budget_revenue", "level", 12e12)],
    "Disbursement of public investment in Hue reached 73% of the plan.": [
        ("public_investment", "of_target", 73)
    ],
    "Hue exported goods worth $1.1 billion in 2023.": [("exports", "level", 1.1e9)],
    "Hue drew $2.9 billion in foreign direct investment.": [("fdi", "level", 2.9e9)],
    "Hue welcomed 3.2 million visitors in 2023.": [("tourist_arrivals", "level", 3.2e6)],
    "The population of Hue is 1.2 million.": [("population", "level", 1.2e6)],
    "The urbanisation rate of Hue was 62% in 2023.": [("urbanisation", "share", 62)],
    "The digital economy makes up 17% of Hue's GRDP.": [("digital_economy", "share", 17)],
    "The poverty rate in Hue fell to 1.5% in 2023.": [("poverty", "share", 1.5)],
    "Hue ranked ninth in the Provincial Competitiveness Index in 2023.": [
        ("competitiveness_rank", "rank", 9)
    ],
    "Hue was merged from 40 communes in 2023.": [("administrative_units", "level", 40)],
    "Hue trimmed six departments in 2023.": [(None, "change", -6)],
    "Hue planted 1,400 trees in 2023.": [(None, "level", 1400)],
    "Exports of Hue rose 8%, and imports fell 3% in 2023.": [
        ("exports", "change", 8),
        ("imports", "change", -3),
    ],
    "Exports and imports of Hue rose by 8% and 3%, respectively.": [
        ("exports", "change", 8),
        ("imports", "change", 3),
    ],
}


@pytest.mark.parametrize(("text", "figures"), SERIES.items(), ids=SERIES)
def test_what_a_figure_is_of_and_how_it_is_measured(text: str, figures: list[tuple[Any, ...]]) -> None:
    """Its series, or none; a level, a change with its sign, a share, a rank, a part of a plan."""
    assert read_columns(text, "indicator", "measure", "value") == figures


PERIODS = {
    "Hue's GRDP grew by 8% in 2023.": "2023",
    "In 2023, Hue's GRDP grew by 8%.": "2023",
    "In the first nine months of 2024, Hue's GRDP grew by 8%.": "2024-01/2024-09",
    "Hue's GRDP grew by 8% in the third quarter of 2023.": "2023-07/2023-09",
    "Hue's exports rose by 8% in September.": "2024-09",
    "Hue's exports rose by 8% last month.": "2024-09",
    "Hue's exports rose by 8% last year.": "2023",
    "Hue's GRDP grew by 8% a year in the 2021-2023 period.": "2021/2023",
    "Hue's exports rose by 8% against 2022.": None,
    "Hue's exports in 2023 rose by 8% against 2022.": "2023",
    "Hue's exports rose by 8%.": None,
}


@pytest.mark.parametrize(("text", "period"), PERIODS.items(), ids=PERIODS)
def test_the_period_is_what_the_sentence_says(text: str, period: str | None) -> None:
    """Wherever it stands; never what the figure is only compared with; missing where none is named."""
    assert read_columns(text, "period") == [(period,)]


def test_a_run_of_results_keeps_its_period() -> None:
    """Sentences after the first inherit it until another is named."""
    text = (
        "In the first half of 2024, Hue's GRDP grew by 8%. Exports rose by 9%. "
        "In August 2024, exports rose by 7%. Imports fell by 4%."
    )
    months = ["2024-01/2024-06", "2024-01/2024-06", "2024-08", "2024-08"]
    assert [period for (period,) in read_columns(text, "period")] == months


AREAS = {
    "Hue's exports rose by 8% in 2023.": "Hue",
    "Exports in Hue rose by 8% in 2023.": "Hue",
    "The city's exports rose by 8% in 2023, and people in Hue were glad.": "Hue",
    "Hue was glad that Vietnam's GDP grew by 7% in 2023.": "Vietnam",
    "Hue was glad that the national average was 7% in 2023.": "Vietnam",
}


@pytest.mark.parametrize(("text", "area"), AREAS.items(), ids=AREAS)
def test_the_area_is_the_place_the_figure_is_about(text: str, area: str) -> None:
    """A national figure is the country's, whatever city the text is about."""
    assert read_columns(text, "area") == [(area,)]


def test_two_places_in_one_sentence_keep_their_figures() -> None:
    """Each figure belongs to the place its clause is about."""
    text = "Hue's exports rose by 8% in 2023, while Da Nang's exports rose by 5%."
    assert read_columns(text, "area", "value") == [("Hue", 8), ("Da Nang", 5)]


AIMS = {
    "Hue aims for GRDP growth of 9% in 2025.": (True, "2025"),
    "Hue targets exports of $2 billion by 2030.": (True, "2030"),
    "By 2030, Hue's urbanisation rate will reach 70%.": (True, "2030"),
    "Hue strives to welcome 5 million visitors in 2025.": (True, "2025"),
    "Hue plans to build 5,000 flats in the 2026-2030 period.": (True, "2026/2030"),
    "Exports of Hue are expected to reach $2 billion in 2025.": (True, "2025"),
    "Hue's exports should reach $2 billion in 2025.": (True, "2025"),
    "Hue's exports reached $1 billion in 2023.": (False, "2023"),
    "Hue's exports totalled $1 billion in 2023.": (False, "2023"),
    "Hue's exports were estimated at $1 billion in 2023.": (False, "2023"),
    "Hue's exports in 2023 reached $1 billion, exceeding the target.": (False, "2023"),
    "Hue fulfilled 98% of its export target in 2023.": (False, "2023"),
}


@pytest.mark.parametrize(("text", "aim"), AIMS.items(), ids=AIMS)
def test_aims_are_told_from_results(text: str, aim: tuple[bool, str]) -> None:
    """By the verb that governs the figure; what is held against a plan is a result."""
    assert read_columns(text, "aim", "period") == [aim]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Hue's exports reached $1 billion in 2023.", "reported"),
        ("Hue's exports were estimated at $1 billion in 2023.", "estimated"),
    ],
)
def test_what_is_estimated_says_so(text: str, status: str) -> None:
    """As the text has it, a result is reported or estimated."""
    assert read_columns(text, "status") == [(status,)]


AMOUNTS = {
    "Hue's exports reached nearly $1.1 billion in 2023.": ("~", 1.1e9, None, "USD"),
    "Hue aims for GRDP growth of 8-9% in 2025.": ("=", 8, 9, "percent"),
    "Hue aims for GRDP growth of 9% or higher in 2025.": (">=", 9, None, "percent"),
    "Hue aims for double-digit GRDP growth in 2025.": (">=", 10, None, "percent"),
    "Hue has over 40 communes.": (">", 40, None, "count"),
    "Hue was among the top 10 in the Provincial Competitiveness Index in 2023.": ("<=", 10, None, None),
}


@pytest.mark.parametrize(("text", "amount"), AMOUNTS.items(), ids=AMOUNTS)
def test_the_amount_is_as_written(text: str, amount: tuple[Any, ...]) -> None:
    """Comparator, value, end of the range and unit; a rank has no unit."""
    assert read_columns(text, "comparator", "value", "value_max", "unit") == [amount]


def test_one_amount_in_two_currencies_is_one_figure() -> None:
    """The second is its equivalent."""
    text = "Hue's budget revenue reached VND12 trillion (US$480 million) in 2023."
    columns = ("value", "unit", "equivalent_value", "equivalent_unit")
    assert read_columns(text, *columns) == [(12e12, "VND", 480e6, "USD")]


NOTHING = [
    "The 17th Congress of Hue's Party Committee adopted Resolution 15-NQ/TW.",
    "The road took 12 years and will be open for 30 days.",
    "The two cities signed an agreement on Ring Road 4.",
    "The man, 47 years old, lives at No 5 Le Loi Street.",
    "One of the deputies was glad.",
    "Hue held its 4th session at 8 a.m. on October 9.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_numbers_that_measure_nothing_are_no_figures(text: str) -> None:
    """Names, ordinals, durations, ages, addresses and what only points back."""
    assert [row["exact"] for row in read(text)] == []


def test_a_figure_told_twice_is_one_row() -> None:
    """Citing the first telling."""
    text = "Hue's exports rose by 8% in 2023. It rained for a while. Hue's exports rose by 8% in 2023."
    (row,) = read(text)
    assert row["start"] < 60


def test_a_teasers_figure_is_no_figure() -> None:
    """What the page put around the article says nothing about it."""
    article = "Hue's exports rose by 8% in 2023, and all were glad to see it."
    text = f"{article}\n\nRelated news\n\nHai Phong sells 17 ships\n"
    assert [row["value"] for row in read(text)] == [8]


def test_the_rows_of_a_list_take_their_verb_from_above() -> None:
    """A sentence that ends in a colon says what its list is: aims, and for when."""
    text = (
        "Hue set these targets for 2025:\n- GRDP growth: 9%\n- Exports: $2 billion\n- Tourists: 5 million\n"
    )
    found = read_columns(text, "aim", "indicator", "period", "value")
    assert found == [
        (True, "grdp", "2025", 9),
        (True, "exports", "2025", 2e9),
        (True, "tourist_arrivals", "2025", 5e6),
    ]
