"""How a stretch of text that tells what is to be done is parted into actions."""

import pytest

from hanoi_lib.undertakings.actions import BASE, GERUND, find_actions, is_vague

PARTED = {
    (BASE, "complete the road by 2025, build two tunnels, and open the museum in time for the fair."): [
        "complete the road by 2025",
        "build two tunnels",
        "open the museum in time for the fair",
    ],
    (BASE, "complete rules for the staff; select and send clerks abroad; strictly inspect the offices."): [
        "complete rules for the staff",
        "select and send clerks abroad",
        "strictly inspect the offices",
    ],
    (BASE, "use the river's old arms to build a park that draws visitors and create jobs."): [
        "use the river's old arms to build a park that draws visitors and create jobs"
    ],
    (BASE, "pilot flexible land use, better budgeting, and new partnerships with firms."): [
        "pilot flexible land use, better budgeting, and new partnerships with firms"
    ],
    (BASE, "build a data centre in the park, he added, and propose a law on data."): [
        "build a data centre in the park",
        "propose a law on data",
    ],
    (BASE, "issue bonds for the bridge, and work on it will begin in November."): [
        "issue bonds for the bridge"
    ],
    (BASE, "develop crafts such as: paper; lacquer; silk; and the design of lamps."): [
        "develop crafts such as: paper; lacquer; silk; and the design of lamps"
    ],
    (BASE, "hand over the land by June, and the builders to work at night,” said the mayor."): [
        "hand over the land by June",
        "the builders to work at night",
    ],
    (GERUND, "renovating the canal, modernising two plants, and expanding the park."): [
        "renovating the canal",
        "modernising two plants",
        "expanding the park",
    ],
}


@pytest.mark.parametrize(("form", "text"), PARTED)
def test_actions_are_parted_where_a_verb_with_an_object_begins(form: str, text: str) -> None:
    """Purposes, shared objects and lists of things stay whole; who said so is left out."""
    text = text.replace("”", '"')
    assert [text[start:end] for start, end in find_actions(text, 0, len(text), form)] == PARTED[
        form, text.replace('"', "”")
    ]


VAGUE = (
    "play a leading role",
    "be lean and honest",
    "recognise their position",
    "open",
    "reach a growth of 8%",
)
CHECKABLE = ("submit the plan by June", "merge 13 wards into three", "plant trees along the lake")


@pytest.mark.parametrize("action", VAGUE)
def test_what_nobody_could_check_is_vague(action: str) -> None:
    """Being, striving and growing to a figure are no deeds."""
    assert is_vague(action, BASE)


@pytest.mark.parametrize("action", CHECKABLE)
def test_a_deed_with_an_object_is_not_vague(action: str) -> None:
    """Somebody could later look whether it was done."""
    assert not is_vague(action, BASE)
