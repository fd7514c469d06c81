"""Places in rankings, and ordinals that are none."""

import pytest

from hanoi_lib.figures.ranks import find_ranks

RANKS = {
    "ranked ninth among 63 provinces": ("rank", "=", 9),
    "ranked 9th nationwide": ("rank", "=", 9),
    "came first in the country": ("rank", "=", 1),
    "stood second after Hanoi": ("rank", "=", 2),
    "fell to 14th place": ("rank", "=", 14),
    "climbed to fourth place": ("rank", "=", 4),
    "is the third-largest economy": ("rank", "=", 3),
    "is among the top 100": ("rank", "<=", 100),
    "is in the top ten": ("rank", "<=", 10),
    "is one of the world's 50 most liveable cities": ("rank", "<=", 50),
    "topped the ranking": ("rank", "=", 1),
    "led the ranking": ("rank", "=", 1),
    "did two places better": ("change", "=", 2),
    "went up three places": ("change", "=", 3),
    "dropped two places": ("change", "=", -2),
    "did four places worse": ("change", "=", -4),
}


def read(words: str) -> list[tuple[str, str, float]]:
    """Measure, comparator and value of each rank of a sentence."""
    text = f"Hue {words}."
    return [(rank.measure, rank.comparator, rank.value) for rank in find_ranks(text, 0, len(text))]


@pytest.mark.parametrize(("words", "rank"), RANKS.items(), ids=RANKS)
def test_places_in_a_ranking(words: str, rank: tuple[str, str, float]) -> None:
    """The place held, or the places won and lost; the top so many is at most that."""
    assert read(words) == [rank]


@pytest.mark.parametrize(
    "words",
    [
        "opened its ninth session",
        "began the second phase",
        "held the 17th Congress",
        "grew in the first half of the year",
        "met in the 1st ward",
        "taxed the top 5 per cent",
        "named two places to visit",
    ],
)
def test_ordinals_that_rank_nothing(words: str) -> None:
    """Occasions, phases, halves of a year, wards, and places that one can go to."""
    assert [rank for rank in read(words) if rank[0] == "rank"] == []


def test_only_the_sentence_is_searched() -> None:
    """What stands before or behind it belongs to another."""
    text = "It ranked first in Vietnam. It was glad. It ranked second in Vietnam."
    assert list(find_ranks(text, 28, 40)) == []
