"""Whether a place in a sentence speaks of what has been or of what is ahead."""

import pytest

from hanoi_lib.dates.tenses import Tense, find_tense

# The place asked about is marked by an asterisk.
SENTENCES: dict[str, Tense | None] = {
    "The council met on *.": "past",
    "The congress, held in *, set the course.": "past",
    "The line had entered service on *.": "past",
    "After the census in *, the city counted again.": "past",
    "The trial is set for *, with full adoption later.": "future",
    "The road is to be finished in *.": "future",
    "The road was to be finished in *.": "future",
    "The city plans to build a park, attract firms, and open a school in *.": "future",
    "By * the city will be green.": "future",
    "By * the city had paid 5 billion.": "past",
    "He asked the wards to clear the road by *.": "future",
    "He asked the wards to clear the road in *.": "future",
    "He demanded that the wards finish by *.": "future",
    "They met to vote on *.": "past",
    "Revenue is estimated to be at 5 billion in *.": "past",
    "The plan must put the resolution, adopted on *, into practice.": "past",
    "They drew up plans to carry out in *.": "future",
    "The elevated road is for *.": None,
    "For * it has ten tasks.": None,
    "They finish early so that it can be inaugurated on *.": "future",
    "He was told to answer at the council's next regular session in *.": "future",
}


@pytest.mark.parametrize(("marked", "tense"), SENTENCES.items(), ids=list(SENTENCES))
def test_tells_past_from_future(marked: str, tense: Tense | None) -> None:
    """The nearest verb or signal word decides; where none does the answer is open."""
    place = marked.index("*")
    assert find_tense(marked.replace("*", "X"), place, place + 1) == tense
