"""Where sightings contradict one another, and that nothing else is said to."""

from typing import Any

import pytest

from hanoi_lib.tenures.contradictions import build_post_checks
from hanoi_lib.tenures.memberships import build_memberships

Seen = tuple[str, str | None, str]

# kind, verdict, the sightings cited
CONTRADICTIONS: dict[str, tuple[list[Seen], list[tuple[str, str, list[int]]]]] = {
    "two holders on one day": (
        [("an", "2024-05-01", "present"), ("binh", "2024-05-01", "present")],
        [("one holder at a time", "differs", [0, 1])],
    ),
    "somebody else in the midst of a tenure that a text tells whole": (
        [("an", "2011/2014", "past"), ("binh", "2012-05-01", "present")],
        [("one holder at a time", "differs", [0, 1]), ("interruption", "ambiguous", [0, 1])],
    ),
    "an end before the start": (
        [("an", "2014/2011", "past")],
        [("order of dates", "differs", [0])],
    ),
    "left before being appointed": (
        [("an", "2020-03-01", "end"), ("an", "2021-03-01", "start")],
        [("return", "ambiguous", [0, 1])],
    ),
    "seen after leaving": (
        [("an", "2020-03-01", "end"), ("an", "2020-04-01", "present")],
        [("return", "ambiguous", [0, 1])],
    ),
    "two days of leaving": (
        [("an", "2020-03-01", "end"), ("an", "2020-03-02", "end")],
        [("leaving", "differs", [0, 1])],
    ),
    "appointed while in the post": (
        [("an", "2020-03-01", "present"), ("an", "2021-03-01", "start")],
        [("appointment", "ambiguous", [0, 1])],
    ),
    "somebody may have come in between": (
        [("an", "2010", "present"), ("an", "2018", "present"), ("binh", "[2011..2019]", "present")],
        [("interruption", "ambiguous", [0, 2, 1])],
    ),
}

AGREEMENTS: dict[str, list[Seen]] = {
    "handed over on one day": [("an", "2024-05-01", "end"), ("binh", "2024-05-01", "start")],
    "one after the other": [
        ("an", "2021", "present"),
        ("binh", "2024", "present"),
        ("an", "2026", "present"),
    ],
    "seen twice": [("an", "2021", "present"), ("an", "2024-05-01", "present")],
    "nothing is dated": [("an", None, "present"), ("binh", None, "present")],
}


def rows(seen: list[Seen]) -> list[dict[str, Any]]:
    """Sightings of one post."""
    return [
        {
            "attestation_id": f"text/{n}",
            "person_id": who,
            "post_id": "body/secretary",
            "date": when,
            "tense": tense,
            "document_id": "text",
            "start": n,
            "end": n + 1,
            "exact": "x",
        }
        for n, (who, when, tense) in enumerate(seen)
    ]


def check(seen: list[Seen], seats: str = "one") -> list[dict[str, Any]]:
    """The checks of some sightings."""
    post = {"post_id": "body/secretary", "role": "secretary", "organization_id": "body", "seats": seats}
    return build_post_checks(
        {
            "attestations": rows(seen),
            "persons": [{"person_id": who, "name": who.title()} for who in ("an", "binh")],
            "organizations": [{"organization_id": "body", "name": "Body"}],
            "posts": [post],
        }
    )


@pytest.mark.parametrize("case", CONTRADICTIONS)
def test_a_contradiction_is_told_with_both_citations(case: str) -> None:
    """Each is one row, in words, and cites the sightings that clash."""
    seen, wanted = CONTRADICTIONS[case]
    found = check(seen)
    cited = [[c["start"] for c in row["citations"]] for row in found]
    assert [(row["kind"], row["verdict"], ids) for row, ids in zip(found, cited, strict=True)] == wanted
    assert all(row["statement"] and row["found"] for row in found)


@pytest.mark.parametrize("case", AGREEMENTS)
def test_what_agrees_is_not_told(case: str) -> None:
    """No row where all texts can be right at once in one way."""
    assert check(AGREEMENTS[case]) == []


def test_deputies_may_serve_side_by_side() -> None:
    """Two on one day contradict each other only where one can hold the post."""
    assert check(CONTRADICTIONS["two holders on one day"][0], "several") == []


def test_a_contradiction_changes_no_date() -> None:
    """With a clash, both are bounded as if the other had not been seen."""
    clash = rows(CONTRADICTIONS["two holders on one day"][0])
    seats = {"body/secretary": "one"}
    alone = [m for row in clash for m in build_memberships([row], seats)]
    assert build_memberships(clash, seats) == alone
