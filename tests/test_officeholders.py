"""Who held a post on a day: attested, possible or excluded, and on whose word."""

from collections.abc import Callable
from pathlib import Path

import pytest

from hanoi_lib.errors import HanoiError
from hanoi_lib.pipeline import build
from hanoi_lib.store import Tables
from hanoi_lib.tenures.officeholders import holders, say_holders

FIVE = Path(__file__).parent.parent / "data" / "documents"
POST = "Secretary of the Hanoi Party Committee"
HUE, HOAI, NGOC = "Vuong Dinh Hue", "Bui Thi Minh Hoai", "Nguyen Duy Ngoc"


@pytest.fixture(scope="module")
def five() -> Tables:
    """The tables of the five documents."""
    return build(FIVE)


# date: who is attested, possible, excluded
ON = {
    "2019-12-31": ([], [HUE], [HOAI, NGOC]),
    "2020-06-01": ([], [HOAI, HUE], [NGOC]),
    "2023": ([], [HOAI, HUE], [NGOC]),
    "2025-06-16": ([HOAI], [], [NGOC, HUE]),
    "2025-06": ([HOAI], [NGOC, HUE], []),
    "2025-12-01": ([], [HOAI, NGOC], [HUE]),
    "2026": ([NGOC], [HOAI], [HUE]),
    "2019/2030": ([HOAI, NGOC, HUE], [], []),
    "2027-01-01": ([], [NGOC], [HOAI, HUE]),
}


@pytest.mark.parametrize("on", ON)
def test_every_candidate_is_attested_possible_or_excluded(on: str, five: Tables) -> None:
    """All that the sightings allow, and nobody else."""
    found = holders(five, POST, on)
    told = tuple(
        list(found.loc[found["status"] == status, "name"]) for status in ("attested", "possible", "excluded")
    )
    assert told == ON[on]


@pytest.mark.parametrize("on", ON)
def test_every_answer_names_the_sightings_that_say_so(on: str, five: Tables) -> None:
    """Each row cites attestations that are in the tables, and says why."""
    found = holders(five, POST, on)
    known = set(five.attestations["attestation_id"])
    assert all(ids and set(ids) <= known for ids in found["attestations"])
    assert (found["reason"] != "").all()


def test_a_gap_is_answered_with_all_who_may_have_filled_it(five: Tables) -> None:
    """Not one name, and not only the names that are known."""
    said = say_holders(holders(five, POST, "2023-01-01"), POST, "2023-01-01")
    assert said == f"{POST}, 1 January 2023: {HOAI} and {HUE} possible, or somebody whom no text names."


def test_a_day_between_two_sightings_of_one_person_is_possible_only(five: Tables) -> None:
    """Nobody is taken to have stayed between two sightings."""
    found = holders(five, "communist-party-of-vietnam/general-secretary", "2025-03-01")
    lam = found[found["person_id"] == "to-lam"].iloc[0]
    assert lam["status"] == "possible"
    assert lam["attestations"] == ("to-lam-working-session/26-56", "growth-model/14-38")


def test_who_comes_on_a_day_leaves_it_to_the_one_before_too(make_tables: Callable[..., Tables]) -> None:
    """On the day of an appointment two may have held the post; on the next one not."""
    seen = [("an", "2024-05-01", "present"), ("chi", "2024-06-01", "start"), ("chi", "2024-06-02", "present")]
    rows = [
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
    tables = make_tables(attestations=rows, memberships=[])
    for day, status in (("2024-06-01", "possible"), ("2024-06-02", "excluded")):
        found = holders(tables, "party/secretary", day).set_index("person_id")["status"]
        assert list(found.loc[["chi", "an"]]) == ["attested", status]


def test_an_acting_holder_is_told_apart(make_tables: Callable[..., Tables]) -> None:
    """Both are answered, each for the own post, and neither excludes the other."""
    posts = [
        {
            "post_id": f"party/{role.replace(' ', '-')}",
            "role": role,
            "organization_id": "party",
            "seats": "one",
        }
        for role in ("secretary", "acting secretary")
    ]
    rows = [
        {
            "attestation_id": f"news/{n}-{n + 1}",
            "person_id": who,
            "post_id": post["post_id"],
            "date": "2024-05-01",
            "tense": "present",
            "document_id": "news",
            "start": n,
            "end": n + 1,
            "exact": "x",
        }
        for n, (who, post) in enumerate(zip(("an", "chi"), posts, strict=True))
    ]
    found = holders(
        make_tables(attestations=rows, posts=posts, memberships=[]), "party/secretary", "2024-05-01"
    )
    assert list(zip(found["person_id"], found["post_id"], found["status"], strict=True)) == [
        ("an", "party/secretary", "attested"),
        ("chi", "party/acting-secretary", "attested"),
    ]
    said = say_holders(found, "Secretary of the Party Committee", "2024-05-01")
    assert said.endswith("An Van Binh attested; as acting secretary: Chi Thi Dung attested.")


@pytest.mark.parametrize(("post", "on"), [("mayor", "2024"), (POST, "last year")])
def test_a_question_that_means_nothing_is_refused(post: str, on: str, five: Tables) -> None:
    """With what to write instead."""
    with pytest.raises(HanoiError, match=r"Write it as|Posts are"):
        holders(five, post, on)
