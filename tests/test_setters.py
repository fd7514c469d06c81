"""Who set an aim: the council, committee or congress that decided, not the place the aim is for."""

import pytest

from hanoi_lib.documents import Document
from hanoi_lib.pipeline import read_statements

SET_BY = {
    "The Hue People's Council on Friday voted for a growth target of 9% for 2025.": "Hue People's Council",
    "The municipal People's Committee has issued a plan. Hue is to grow by 9% in 2025.": (
        "Hue People's Committee"
    ),
    "Hue is to grow by 9% in 2025 under a plan approved by the municipal Party Committee.": (
        "Hue Party Committee"
    ),
    "The 17th Congress of the Hue Party Organisation set 20 targets. Growth is to be 9% a year by 2030.": (
        "17th Hue Party Congress"
    ),
    "The congress closed on Friday. By 2030, Hue is to be a garden city.": "Hue Party Congress",
    "The Politburo's Resolution No. 54 asks for growth of 9% a year in Hue in 2025-2030.": "Politburo",
    "In a plan to implement the Politburo's resolution, Hue aims at growth of 9% in 2025.": "Hue",
    "Hue aims at growth of 9% in 2025.": "Hue",
}


@pytest.mark.parametrize("text", SET_BY)
def test_an_aim_is_set_by_who_decided_on_it(text: str) -> None:
    """Whoever passed, issued or asked for it, named in full; else the place itself."""
    rows = read_statements(Document("d", "d.txt", f" date 2024-08-14 HUE - {text}", "")).rows["targets"]
    assert [row["set_by"] for row in rows] == [SET_BY[text]]


def test_a_decision_told_long_before_sets_no_aim() -> None:
    """What was decided pages ago is another matter."""
    news = "The garden of the old palace was opened to visitors again after two years of work. " * 40
    text = (
        f" date 2024-08-14 HUE - The Hue People's Council passed a plan. {news}Hue is to grow by 9% in 2025."
    )
    rows = read_statements(Document("d", "d.txt", text, "")).rows["targets"]
    assert [row["set_by"] for row in rows if row["value"] == 9] == ["Hue"]
