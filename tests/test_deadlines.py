"""By when something is to be done: which of the times in a sentence is the action's own."""

# ruff: noqa: E501 - an example sentence is read at once on one line

import pytest

from hanoi_lib.dates.moments import find_moments
from hanoi_lib.dates.published import find_published
from hanoi_lib.documents import Document
from hanoi_lib.passages import find_passages
from hanoi_lib.undertakings.deadlines import find_deadline, find_opening

OPENING = "date 2023-05-10 Officials met in the hall by the lake on Wednesday to speak about the year ahead of them.\n"


def read(sentence: str) -> tuple[str | None, str | None]:
    """The time in front of the "~" of a sentence and the time behind it."""
    text = OPENING + sentence.replace("~", "")
    document = Document("example", "example.txt", text, "")
    passages = find_passages(document)
    moments = find_moments(document, passages, find_published(document, passages))
    verb = len(OPENING) + sentence.index("~")
    return find_opening(text, moments, len(OPENING), verb), find_deadline(text, moments, verb, len(text))


TIMES = {
    "The city will ~clear the land by the end of June 2023.": (None, "2023-06"),
    "The city will ~clear the land in the third quarter of 2023 or by August 15, 2023.": (None, "2023-08-15"),
    "In 2024, the city will ~clear the land by the lake.": ("2024", None),
    "On May 3, 2023 the chairman said that the city will ~clear the land.": (None, None),
    "The city will ~carry out the law, which was adopted on March 5, 2022.": (None, None),
    "The city will ~review the 2025 targets and publish its planning to 2030.": (None, None),
    "The city will ~clear the land so that a school can open in 2025.": (None, None),
    "The city will ~keep the rules of the 2020-2025 term.": (None, None),
}


@pytest.mark.parametrize("sentence", TIMES)
def test_a_time_is_due_only_where_it_belongs_to_the_action(sentence: str) -> None:
    """Deadlines first; no time of a law, of a speech, of a plan's name, of an effect or of a term."""
    assert read(sentence) == TIMES[sentence]
