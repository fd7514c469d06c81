"""Who held which post between which bounds, from sightings alone."""

import itertools

import pytest
from edtf import parse_edtf

from hanoi_lib.tenures.memberships import build_memberships

Seen = tuple[str, str | None, str]
Tenure = tuple[str, str | None, str | None]

ONE_SEAT: dict[str, tuple[list[Seen], list[Tenure]]] = {
    "one sighting bounds one side of each date": (
        [("an", "2025-06-16", "present")],
        [("an", "[..2025-06-16]", "[2025-06-16..]")],
    ),
    "two holders leave a gap in which others may have served": (
        [("an", "2021-02", "present"), ("binh", "2025-06-16", "present")],
        [
            ("an", "[..2021-02]", "[2021-02-01..2025-06-16]"),
            ("binh", "[2021-02-01..2025-06-16]", "[2025-06-16..]"),
        ],
    ),
    "a date that is itself narrowed down enters with both its ends": (
        [
            ("an", "[2020..2021-03]", "present"),
            ("binh", "2025-06-16", "present"),
            ("chi", "2026~", "present"),
        ],
        [
            ("an", "[..2021-03]", "[2020-01-01..2025-06-16]"),
            ("binh", "[2020-01-01..2025-06-16]", "[2025-06-16..2026-12-31]"),
            ("chi", "[2025-06-16..2026-12-31]", "[2026..]"),
        ],
    ),
    "sightings of one person join, and the outer ones bound": (
        [("an", "2021", "present"), ("an", "2023-04-01", "present"), ("binh", "2024-05", "present")],
        [("an", "[..2021]", "[2023-04-01..2024-05-31]"), ("binh", "[2023-04-01..2024-05-31]", "[2024-05..]")],
    ),
    "an appointment gives the day": (
        [("an", "2021-02", "present"), ("binh", "2024-07-17", "start")],
        [("an", "[..2021-02]", "[2021-02-01..2024-07-17]"), ("binh", "2024-07-17", "[2024-07-17..]")],
    ),
    "who is told since when they hold it began then": (
        [("an", "2021-02", "present"), ("binh", "2023-07/2024-08-14", "since")],
        [("an", "[..2021-02]", "[2021-02..2023-07]"), ("binh", "2023-07", "[2024-08-14..]")],
    ),
    "since a year, told in that year": (
        [("an", "2023/2023-05-02", "since")],
        [("an", "[2023-01-01..2023-05-02]", "[2023-05-02..]")],
    ),
    "a predecessor had left when the next one came": (
        [("an", "[..2019-11-05]", "past"), ("binh", "2019-11-05", "start"), ("binh", "2023", "present")],
        [("an", "[..2019-11-05]", "[..2019-11-05]"), ("binh", "2019-11-05", "[2023..]")],
    ),
    "a dismissal gives the day": (
        [("an", "2022-06-07", "end"), ("binh", "2022-07-22", "start")],
        [("an", "[..2022-06-07]", "2022-06-07"), ("binh", "2022-07-22", "[2022-07-22..]")],
    ),
    "an appointment of the one in office is a further term": (
        [("an", "2020-02-07", "start"), ("an", "2020-10-13", "start")],
        [("an", "2020-02-07", "[2020-10-13..]")],
    ),
    "A, B, A are two tenures of A": (
        [("an", "2010", "present"), ("binh", "2014", "present"), ("an", "2018", "present")],
        [
            ("an", "[..2010]", "[2010..2014]"),
            ("binh", "[2010..2014]", "[2014..2018]"),
            ("an", "[2014..2018]", "[2018..]"),
        ],
    ),
    "back after a dismissal is a second tenure": (
        [("an", "2019-03-01", "end"), ("an", "2021-05", "present")],
        [("an", "[..2019-03-01]", "2019-03-01"), ("an", "[2019-03-01..2021-05-31]", "[2021-05..]")],
    ),
    "a former holder had left by then": (
        [("an", "2019", "present"), ("an", "[..2024-08-04]", "past")],
        [("an", "[..2019]", "[2019-01-01..2024-08-04]")],
    ),
    "a former holder seen nowhere else had left by then": (
        [("an", "[..2024-08-04]", "past")],
        [("an", "[..2024-08-04]", "[..2024-08-04]")],
    ),
    "a period that a text names is the tenure": (
        [("an", "2011/2014", "past"), ("binh", "2016", "present")],
        [("an", "[..2011]", "[2014..2016]"), ("binh", "[2014..2016]", "[2016..]")],
    ),
    "two who may have been seen in either order bound nobody": (
        [("an", "2024", "present"), ("binh", "2024-05-01", "present")],
        [("binh", "[..2024-05-01]", "[2024-05-01..]"), ("an", "[..2024]", "[2024..]")],
    ),
    "a date that may be before or after somebody else's changes nothing": (
        [
            ("an", "2024-05-01", "present"),
            ("binh", "2023-06-01", "present"),
            ("an", "[2015..2030]", "present"),
        ],
        [
            ("binh", "[..2023-06-01]", "[2023-06-01..2024-05-01]"),
            ("an", "[2023-06-01..2024-05-01]", "[2024-05-01..]"),
        ],
    ),
    "until a year tells the year of leaving": (
        [("an", "2018-03-01", "present"), ("an", "[..2020]", "until")],
        [("an", "[..2018-03-01]", "2020")],
    ),
    "newly come or gone tells no day": (
        [("an", "2020-03-01", "new"), ("an", "2022-03-01", "gone")],
        [("an", "[..2020-03-01]", "[2020-03-01..2022-03-01]")],
    ),
    "an undated sighting is kept and bounds nothing": (
        [("an", None, "present")],
        [("an", None, None)],
    ),
    "two on one day contradict each other and change no date": (
        [("an", "2024-05-01", "present"), ("binh", "2024-05-01", "present")],
        [("an", "[..2024-05-01]", "[2024-05-01..]"), ("binh", "[..2024-05-01]", "[2024-05-01..]")],
    ),
}

PUBLISHED = {"text": "2019-11-05"}

IN_A_TEXT: dict[str, tuple[list[Seen], list[Tenure]]] = {
    "a former holder had left when the text appeared": (
        [("an", "2016-04", "past")],
        [("an", "[..2016-04]", "[2016-04-01..2019-11-05]")],
    ),
    "a term that runs beyond the text was not served to its end": (
        [("an", "2015/2020", "past")],
        [("an", "[..2019-11-05]", "[2015-01-01..2019-11-05]")],
    ),
    "what holds in the present has no end": (
        [("an", "2019-11-01", "present")],
        [("an", "[..2019-11-01]", "[2019-11-01..]")],
    ),
}

SEVERAL_SEATS: dict[str, tuple[list[Seen], list[Tenure]]] = {
    "nobody is bounded by another": (
        [("an", "2021-02", "present"), ("binh", "2025-06-16", "present"), ("an", "2026", "present")],
        [("binh", "[..2025-06-16]", "[2025-06-16..]"), ("an", "[..2021-02]", "[2026..]")],
    ),
}


def rows(seen: list[Seen]) -> list[dict[str, str | None]]:
    """Sightings of one post."""
    return [
        {
            "attestation_id": f"text/{n}",
            "document_id": "text",
            "person_id": who,
            "post_id": "body/post",
            "date": when,
            "tense": tense,
        }
        for n, (who, when, tense) in enumerate(seen)
    ]


def held(
    seen: list[dict[str, str | None]], seats: str, published: dict[str, object] | None = None
) -> list[Tenure]:
    """Person, start and end of every membership."""
    return [
        (m["person_id"], m["start_date"], m["end_date"])
        for m in build_memberships(seen, {"body/post": seats}, published)
    ]


@pytest.mark.parametrize("case", ONE_SEAT)
def test_a_one_seat_post_bounds_its_holders_by_each_other(case: str) -> None:
    """Start and end are as wide as the sightings leave them, and no wider."""
    seen, wanted = ONE_SEAT[case]
    assert sorted(held(rows(seen), "one"), key=str) == sorted(wanted, key=str)


@pytest.mark.parametrize("case", IN_A_TEXT)
def test_a_former_holder_had_left_by_the_time_of_the_text(case: str) -> None:
    """When the text appeared bounds the end."""
    seen, wanted = IN_A_TEXT[case]
    assert held(rows(seen), "one", dict(PUBLISHED)) == wanted


@pytest.mark.parametrize("case", SEVERAL_SEATS)
def test_a_post_of_several_seats_bounds_nobody_by_another(case: str) -> None:
    """Deputies serve side by side."""
    seen, wanted = SEVERAL_SEATS[case]
    assert sorted(held(rows(seen), "several"), key=str) == sorted(wanted, key=str)


@pytest.mark.parametrize("case", ONE_SEAT)
def test_the_order_of_sightings_never_matters(case: str) -> None:
    """Every order of the same rows gives the same memberships."""
    seen = rows(ONE_SEAT[case][0])
    wanted = build_memberships(seen, {"body/post": "one"})
    assert all(
        build_memberships(list(order), {"body/post": "one"}) == wanted
        for order in itertools.permutations(seen)
    )


@pytest.mark.parametrize("case", ONE_SEAT)
def test_every_bound_is_a_date_that_others_can_read(case: str) -> None:
    """The edtf package parses each of them."""
    for _, *dates in held(rows(ONE_SEAT[case][0]), "one"):
        assert all(parse_edtf(text) for text in dates if text)


def test_a_membership_names_its_sightings_and_its_first_and_last() -> None:
    """Every attestation is in one membership; ids are unique and tell post and person."""
    found = build_memberships(
        rows([("an", "2010", "present"), ("binh", "2014", "present"), ("an", "2018", "present")]),
        {"body/post": "one"},
    )
    assert [m["membership_id"] for m in found] == ["body/post/an", "body/post/an-2", "body/post/binh"]
    assert [m["attestations"] for m in found] == [["text/0"], ["text/2"], ["text/1"]]
    assert [(m["first_attested"], m["last_attested"]) for m in found] == [
        ("2010", "2010"),
        ("2018", "2018"),
        ("2014", "2014"),
    ]
