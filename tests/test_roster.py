"""The people of the five documents: how they are written, what they are, who speaks how much."""

from pathlib import Path

import pandas as pd
import pytest

from hanoi_lib.pipeline import build
from hanoi_lib.store import Tables
from hanoi_lib.tenures.roster import list_people

FIVE = Path(__file__).parent.parent / "data" / "documents"


@pytest.fixture(scope="module")
def five() -> Tables:
    """The tables of the five documents."""
    return build(FIVE)


@pytest.fixture(scope="module")
def people(five: Tables) -> pd.DataFrame:
    """Everybody, by id."""
    return list_people(five).set_index("person_id")


def test_every_spelling_and_every_post_is_listed(people: pd.DataFrame) -> None:
    """With and without diacritics, short and in full; two posts of one person."""
    assert {"To Lam", "Tô Lâm"} <= set(people["spellings"]["to-lam"])
    assert people.loc["nguyen-phu-trong", "posts"] == (
        "General secretary of the Communist Party of Vietnam",
        "State president of the Socialist Republic of Vietnam",
    )


def test_the_first_and_the_last_sighting_are_told(people: pd.DataFrame) -> None:
    """As the tables date them."""
    assert list(people.loc["to-lam", ["first_attested", "last_attested"]]) == ["2024-11-27", "2025-08-21"]


def test_everybody_is_there_once_and_every_sentence_counted(five: Tables, people: pd.DataFrame) -> None:
    """Nobody is missing; the sentences quoted are those that have a speaker."""
    assert sorted(people.index) == sorted(five.persons["person_id"])
    assert people["passages_quoted"].sum() == five.passages["speaker_id"].notna().sum()
    assert people["attestations"].sum() == len(five.attestations)


def test_no_documents_no_people() -> None:
    """An empty table, with its columns."""
    assert list_people(Tables.from_rows({})).empty
