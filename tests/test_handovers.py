"""Who followed whom: in small histories, and in the five documents."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from edtf import parse_edtf

from hanoi_lib.pipeline import build
from hanoi_lib.store import Tables
from hanoi_lib.tenures.handovers import successions

FIVE = Path(__file__).parent.parent / "data" / "documents"
SECRETARY = "hanoi-party-committee/secretary"
Seen = tuple[str, str | None, str]


@pytest.fixture(scope="module")
def five() -> Tables:
    """The tables of the five documents."""
    return build(FIVE)


@pytest.fixture(scope="module")
def make_post(make_tables: Callable[..., Tables]) -> Callable[..., Tables]:
    """Makes the tables of one post: sightings of An and Chi, each with date and tense."""

    def make(*seen: Seen, seats: str = "one") -> Tables:
        rows: list[dict[str, Any]] = [
            {
                "attestation_id": f"news/{n}-{n + 1}",
                "person_id": who,
                "post_id": "party/secretary",
                "date": when,
                "tense": tense,
                "document_id": "news",
                "start": n,
                "end": n + 1,
                "exact": "x",
            }
            for n, (who, when, tense) in enumerate(seen)
        ]
        post = {"post_id": "party/secretary", "role": "secretary", "organization_id": "party", "seats": seats}
        return make_tables(attestations=rows, posts=[post], memberships=[])

    return make


HISTORIES: dict[str, tuple[list[Seen], list[tuple[str, str, str]]]] = {
    "seen one after the other": (
        [("an", "2021-02", "present"), ("chi", "2025-06-16", "present")],
        [("an", "chi", "[2021-02-01..2025-06-16]")],
    ),
    "left and came on one day": (
        [("an", "2025-06-16", "end"), ("chi", "2025-06-16", "start")],
        [("an", "chi", "2025-06-16")],
    ),
    "an appointment closes the window": (
        [("an", "2025-06-10", "present"), ("chi", "2025-06-16", "start"), ("chi", "2025-07-01", "present")],
        [("an", "chi", "[2025-06-10..2025-06-16]")],
    ),
    "back again": (
        [("an", "2010", "present"), ("chi", "2014", "present"), ("an", "2018", "present")],
        [("an", "chi", "[2010..2014]"), ("chi", "an", "[2014..2018]")],
    ),
    "no text tells who came first": (
        [("an", "2024", "present"), ("chi", "2024-05-01", "present")],
        [],
    ),
    "one holder follows nobody": ([("an", "2024", "present"), ("an", "2025", "present")], []),
}


@pytest.mark.parametrize("case", HISTORIES)
def test_a_succession_is_told_with_its_window(case: str, make_post: Callable[..., Tables]) -> None:
    """Consecutive known holders whose order is certain, and nothing narrower than what was seen."""
    seen, wanted = HISTORIES[case]
    found = successions(make_post(*seen))
    assert list(zip(found["predecessor_id"], found["successor_id"], found["window"], strict=True)) == wanted
    assert all(parse_edtf(window) for window in found["window"])


def test_deputies_follow_nobody(make_post: Callable[..., Tables]) -> None:
    """Where several serve side by side, one seen later succeeds nobody."""
    seen = [("an", "2021-02", "present"), ("chi", "2025-06-16", "present")]
    assert successions(make_post(*seen, seats="several")).empty


def test_a_gap_is_told_as_one(five: Tables) -> None:
    """Three secretaries of the Hanoi Party Committee, two windows, each said to leave room for others."""
    found = successions(five)
    found = found[found["post_id"] == SECRETARY]
    assert list(found["predecessor"]) == ["Vuong Dinh Hue", "Bui Thi Minh Hoai"]
    assert list(found["successor"]) == ["Bui Thi Minh Hoai", "Nguyen Duy Ngoc"]
    assert found["statement"].str.endswith("and others may have held the post in between.").all()
    assert all(len(ids) == 2 for ids in found["attestations"])


def test_the_five_bound_three_secretaries_and_no_deputy(five: Tables) -> None:
    """None of the three joins the next without a gap; of the deputy nothing is known but one day."""
    bounds = five.memberships.set_index("membership_id")[["start_date", "end_date"]]
    assert list(bounds.loc[f"{SECRETARY}/vuong-dinh-hue"]) == ["[..2021-03]", "[2020-01-01..2025-06-16]"]
    assert list(bounds.loc[f"{SECRETARY}/bui-thi-minh-hoai"]) == [
        "[2020-01-01..2025-06-16]",
        "[2025-06-16..2026-12-31]",
    ]
    assert list(bounds.loc[f"{SECRETARY}/nguyen-duy-ngoc"]) == ["[2025-06-16..2026-12-31]", "[2026..]"]
    deputy = bounds.loc["hanoi-party-committee/deputy-secretary/nguyen-van-phong"]
    assert list(deputy) == ["[..2024-11-27]", "[2024-11-27..]"]


def test_the_city_and_the_country_have_each_their_party_chief(five: Tables) -> None:
    """The Hanoi Party Chief is not the Party's; a text that names no secretary of Hanoi gives none."""
    seen = five.attestations
    assert set(seen.loc[seen["person_id"] == "to-lam", "post_id"]) == {
        "communist-party-of-vietnam/general-secretary"
    }
    assert set(seen.loc[seen["person_id"] == "bui-thi-minh-hoai", "post_id"]) == {SECRETARY}
    named = set(seen.loc[seen["post_id"] == SECRETARY, "document_id"])
    assert named == {"vuong-dinh-hue-interview", "growth-model", "action-program"}
