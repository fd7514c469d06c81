"""Figures aimed at: which of a text's figures are targets, for when, and which are reports all the same.

Each text stands below a head that dates it to 14 August 2024.
"""

from typing import Any

import pytest

from hanoi_lib.documents import Document
from hanoi_lib.pipeline import read_statements

HEAD = " date 2024-08-14 DA NANG - "
Told = tuple[str, float, str | None]


def read(text: str) -> list[Told]:
    """Whether a figure is aimed at or reported, its value and its period, in order."""
    rows = read_statements(Document("d", "d.txt", HEAD + text, "")).rows
    aims = [("aim", row) for row in rows["targets"] if row["kind"] == "quantitative"]
    told: list[tuple[str, dict[str, Any]]] = [*aims, *(("report", row) for row in rows["observations"])]
    ordered = sorted(told, key=lambda pair: pair[1]["start"])
    return [(kind, row["value"], row["period"]) for kind, row in ordered]


# How a figure is aimed at
VERBS = {
    "Growth of 9% has been pencilled in for 2025.": [("aim", 9, "2025")],
    "The People's Council fixed GRDP growth for next year at 7.5-8%.": [("aim", 7.5, "2025")],
    "The Government has tasked Da Nang with achieving growth of 8% in 2025.": [("aim", 8, "2025")],
    "The task of raising growth to 8% in 2025 has been assigned by the Government.": [("aim", 8, "2025")],
    "The bar has been set at 12 million visitors for 2025.": [("aim", 12e6, "2025")],
    "The Prime Minister assigned Da Nang 1,200 social housing units for 2025.": [("aim", 1200, "2025")],
    "Some 15 schools are to be built in 2025.": [("aim", 15, "2025")],
    "Public transport should meet 30% of demand in 2030, against 19% today.": [
        ("aim", 30, "2030"),
        ("report", 19, "2024-08-14"),
    ],
    "Budget revenue is set at VND165 trillion for 2025, of which domestic revenue is VND83 trillion.": [
        ("aim", 165e12, "2025"),
        ("aim", 83e12, "2025"),
    ],
}
# When it is to be reached
TIMES = {
    "The digital economy should account for 25% and 35% of GRDP in 2025 and 2030 respectively.": [
        ("aim", 25, "2025"),
        ("aim", 35, "2030"),
    ],
    "Services will make up 60% of GRDP by 2025 and 65% by 2030, industry 25% and 28%, respectively.": [
        ("aim", 60, "2025"),
        ("aim", 65, "2030"),
        ("aim", 25, "2025"),
        ("aim", 28, "2030"),
    ],
    "By 2025, 2030 and 2045, GRDP per capita is to reach $8,300, $12,000 and $36,000, respectively.": [
        ("aim", 8300, "2025"),
        ("aim", 12000, "2030"),
        ("aim", 36000, "2045"),
    ],
    "Next year's goals include growth of 9% and an unemployment rate of under 3%.": [
        ("aim", 9, "2025"),
        ("aim", 3, "2025"),
    ],
    "GRDP is to grow 8% in 2025, a springboard for the 2026-2030 period. Exports should rise by 9%.": [
        ("aim", 8, "2025"),
        ("aim", 9, "2025"),
    ],
}
# What was aimed at once
ONCE = {
    "In 2023 the city planned to build 1,000 flats but finished few of them.": [("aim", 1000, "2023")],
    "The plan for 2023 was growth of 9%; the city achieved 7%.": [("aim", 9, "2023"), ("report", 7, "2023")],
    "Some 3,000 workers were to be trained in 2023.": [("aim", 3000, "2023")],
    "In 2023, when a growth of 12% had been targeted, the economy expanded by 10%.": [
        ("aim", 12, "2023"),
        ("report", 10, "2023"),
    ],
}
# What is no aim
REPORTS = {
    "The city's growth continues to exceed 10%, the office said.": [("report", 10, None)],
    "Loans helped the province to reach a growth of 8% in 2023.": [("report", 8, "2023")],
    "The city has 12 industrial parks, and plans another by 2030.": [("report", 12, None)],
    "The scheme has cost VND300 billion to date.": [("report", 300e9, None)],
    "The 15 departments are to be reduced to 12 by March 2025.": [
        ("report", 15, None),
        ("aim", 12, "2025-03"),
    ],
    "The district, where 12 villages pour out what they no longer need, waits for a plant.": [
        ("report", 12, None)
    ],
    "In the first eight months of 2024, retail sales are projected to rise by 13%.": [
        ("report", 13, "2024-01/2024-08")
    ],
    "In 2024, GRDP is expected to grow by 6.1% (against a 7% plan).": [
        ("report", 6.1, "2024"),
        ("aim", 7, "2024"),
    ],
    "The city would achieve 18 of the 23 targets for 2024.": [("report", 18, None), ("report", 23, "2024")],
    "The airport can handle 4 million passengers a year and is to be enlarged by 2030.": [
        ("report", 4e6, None)
    ],
    "The programme aims to plant one million trees by 2025; 640,000 are in the ground.": [
        ("aim", 1e6, "2025"),
        ("report", 640e3, None),
    ],
    "The plan for 2025 was adopted with 50 of 52 deputies in favour.": [
        ("report", 50, None),
        ("report", 52, None),
    ],
    "From the present 62%, the urbanisation rate should climb to 75% in 2030.": [
        ("report", 62, None),
        ("aim", 75, "2030"),
    ],
    "It is estimated that budget revenue will reach VND12 trillion in 2024, equal to 110% of the estimate.": [
        ("report", 12e12, "2024"),
        ("report", 110, "2024"),
    ],
}


@pytest.mark.parametrize("text", VERBS)
def test_words_that_set_a_figure_make_it_an_aim(text: str) -> None:
    """Set, fixed, assigned, pencilled in: whatever the verb, what is laid down for later is a target."""
    assert read(text) == VERBS[text]


@pytest.mark.parametrize("text", TIMES)
def test_an_aim_is_for_its_own_time(text: str) -> None:
    """Figures and times in step, the year of somebody's goals, and no time that is only prepared for."""
    assert read(text) == TIMES[text]


@pytest.mark.parametrize("text", ONCE)
def test_an_aim_of_a_time_gone_by_keeps_it(text: str) -> None:
    """What was planned, targeted or to be done in a year that is over is an aim for that year."""
    assert read(text) == ONCE[text]


@pytest.mark.parametrize("text", REPORTS)
def test_what_is_so_already_is_no_aim(text: str) -> None:
    """What continues, what came of something, what there is, and what is held against a plan are reports."""
    assert read(text) == REPORTS[text]


ROWS = "GRDP growth: 8%\nBudget revenue: VND25 trillion\nExports: $2.3 billion\nPoverty rate: 0.5%"
AIMED = [("aim", 8, "2025"), ("aim", 25e12, "2025"), ("aim", 2.3e9, "2025"), ("aim", 0.5, "2025")]


@pytest.mark.parametrize(
    "lead",
    [
        "\n\nKey targets for 2025\n",
        "\n\nFor 2025 the resolution lists:\n",
        " The council agreed on these figures for 2025:\n",
        " It has set the following targets for 2025:\n",
    ],
)
@pytest.mark.parametrize("bullet", ["", "- ", "(a) ", "1. "])
def test_rows_are_for_the_time_that_leads_them(lead: str, bullet: str) -> None:
    """A heading or a sentence ahead of rows tells of all of them that they are aimed at, and for when."""
    opening = "The council met on Monday. It was the last session of the year, and the hall was full."
    closing = "The chairman thanked the deputies of Da Nang for their work and wished them well."
    rows = "\n".join(bullet + row for row in ROWS.split("\n"))
    assert read(f"{opening}{lead}{rows}\n\n{closing}") == AIMED
