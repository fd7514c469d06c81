"""Plans that are told in the present: what opens a run of them, what ends it, which headings lead one."""

import pytest

from hanoi_lib.figures.plans import find_heading, find_opening, is_present

OPENINGS = [
    ("Under the action plan, forest cover is 42 per cent.", "plan"),
    ("According to the draft resolution, growth averages 9%.", "plan"),
    ("In the second scenario the economy grows faster.", "plan"),
    ("In the first, exports rise by a tenth.", "plan"),
    ("The council approved the development plan for 2026-2030.", "plan"),
    ("The congress adopted a resolution with a series of indicators.", "plan"),
    ("The housing programme until 2035 was approved on Monday.", "plan"),
    ("So far the plan has cost VND2 trillion.", "state"),
    ("Exports exceeded the target.", "state"),
    ("Exports rose by 8%.", None),
    ("The bridge was opened in March.", None),
]


@pytest.mark.parametrize(("text", "opening"), OPENINGS)
def test_an_opening_is_told_from_how_things_stand(text: str, opening: str | None) -> None:
    """A plan opens a run of planned figures; words for how things stand end it."""
    assert find_opening(text) == opening


@pytest.mark.parametrize(
    ("words", "present"),
    [
        ("is", True),
        ("are", True),
        ("reaches", True),
        ("accounts for", True),
        ("reached", False),
        ("was", False),
    ],
)
def test_only_the_present_tells_what_a_plan_holds(words: str, present: bool) -> None:
    """The past tells a report even where a plan is spoken of."""
    assert is_present(words) is present


@pytest.mark.parametrize(
    ("heading", "says"),
    [
        ("Targets for 2026", "plan"),
        ("What comes next", "plan"),
        ("Results of the year", "state"),
        ("Where the city stands today", "state"),
        ("Society", None),
    ],
)
def test_a_heading_tells_aims_or_results_or_neither(heading: str, says: str | None) -> None:
    """The rows below "Targets for 2026" are aims; a mere subject changes nothing."""
    assert find_heading(heading) == says
