"""Claims: the arithmetic of one sentence, held against itself; and days of the week against their dates."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hanoi_lib.documents import Document
from hanoi_lib.pipeline import read_statements

proves = settings(derandomize=True, max_examples=60, deadline=None)
OWN = ("share", "sum", "remainder", "percent or points", "weekday")


def check(sentence: str) -> list[tuple[str, str, str | None]]:
    """Kind, verdict and what follows, of each check of one sentence."""
    text = f"HANOI, May 5, 2025 — {sentence}\n"
    rows = read_statements(Document("d", "d.txt", text, "")).rows["checks"]
    for row in rows:
        for cited in row["citations"]:
            assert text[cited["start"] : cited["end"]] == cited["exact"]
    return [(row["kind"], row["verdict"], row["expected"]) for row in rows if row["kind"] in OWN]


SENTENCES = [
    ("Four of 16 members of the board are women, accounting for 25%.", ("share", "holds", "25%")),
    ("Three out of the 12 lines, or 25 percent, are under way.", ("share", "holds", "25%")),
    ("The council passed 325 of 386 resolutions (84.2 percent).", ("share", "holds", "84.2%")),
    ("Seven of 20 members are women, accounting for 30%.", ("share", "differs", "35%")),
    ("The city has 168 units, comprising 113 wards, 54 communes and one special zone.",
     ("sum", "holds", "168")),
    ("There will be nine districts, including three urban districts, two towns and four rural districts.",
     ("sum", "holds", "9")),
    ("The bureau has 20 members, comprising 12 men and nine women.", ("sum", "differs", "21")),
    ("Of the 22 projects, 15 are finished and the remaining seven are under way.",
     ("remainder", "holds", "7")),
    ("Of the 22 projects, 15 are finished and the remaining eight are under way.",
     ("remainder", "differs", "7")),
    ("The urbanisation rate is 50%, 8% higher than five years ago.",
     ("percent or points", "ambiguous", "41–43% if points")),
    ("The meeting took place on Tuesday, January 14, 2025.", ("weekday", "holds", "Tuesday")),
    ("The meeting took place on Monday, January 14, 2025.", ("weekday", "differs", "Tuesday")),
    ("The council met on Friday (14 March 2025).", ("weekday", "holds", "Friday")),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "expected"), SENTENCES)
def test_claims_are_held_against_what_follows(sentence: str, expected: tuple[str, str, str]) -> None:
    """Each kind of claim, true and false."""
    assert check(sentence) == [expected]


@pytest.mark.parametrize(
    "sentence",
    [
        "Four of 16 members are women, and 25% of the staff are under 40.",  # another percentage
        "The board has 16 members, including four women and nine officials.",  # the list need not be complete
        "The team has 20 players, comprising 12 men and several guests.",  # a part without a number
        "Services grew by 7.3%, up from 6.1% a year earlier.",  # growth is no share
        "Services made up 51.4% of the economy and grew by 9.4%.",  # growth of the economy, not of the share
        "Two of them were opened, and 40% of the money was spent.",  # no whole
        "The council met on Tuesday.",  # the date follows from the day, not the other way round
    ],
)
def test_what_would_have_to_be_guessed_gives_no_check(sentence: str) -> None:
    """No claim, or not enough said to test it."""
    assert check(sentence) == []


@proves
@given(st.integers(1, 60), st.integers(1, 60))
def test_a_share_rounded_from_its_counts_always_holds(part: int, rest: int) -> None:
    """However a share is rounded, the counts that it was taken from agree with it."""
    whole = part + rest
    for digits in (0, 1, 2):
        share = f"{part / whole * 100:.{digits}f}"
        found = check(f"They finished {part} of {whole} projects, accounting for {share}%.")
        assert [verdict for _, verdict, _ in found] == ["holds"]


@proves
@given(st.lists(st.integers(2, 90), min_size=2, max_size=4), st.integers(-1, 1))
def test_a_complete_list_holds_exactly_where_it_adds_up(parts: list[int], off: int) -> None:
    """One more or less than the parts make is a difference: things are counted, not rounded."""
    kinds = ("wards", "communes", "towns", "zones")
    told = [f"{n} {kind}" for n, kind in zip(parts, kinds, strict=False)]
    listed = ", ".join(told[:-1]) + " and " + told[-1]
    found = check(f"The city now has {sum(parts) + off} units, comprising {listed}.")
    assert [verdict for _, verdict, _ in found] == ["differs" if off else "holds"]


@proves
@given(st.dates(date(2000, 1, 1), date(2049, 12, 31)))
def test_every_day_holds_with_its_own_name_only(day: date) -> None:
    """Any date with the day of the week that the calendar gives it, and with the next one."""
    days = [f"{d:%A}" for d in (day, day + timedelta(days=1))]
    told = f"{day:%B} {day.day}, {day.year}"
    verdicts = [check(f"The city held a meeting on {name}, {told}.") for name in days]
    assert [[v for _, v, _ in found] for found in verdicts] == [["holds"], ["differs"]]
