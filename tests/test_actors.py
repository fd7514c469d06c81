"""Who acts in front of a verb: persons, places and bodies, short forms led back to the full name."""

# ruff: noqa: E501 - an example sentence is read at once on one line

import pytest

from hanoi_lib.dates.moments import find_moments
from hanoi_lib.dates.published import find_published
from hanoi_lib.documents import Document
from hanoi_lib.passages import find_passages
from hanoi_lib.people.people import find_people
from hanoi_lib.places import find_places
from hanoi_lib.scan import find_terms
from hanoi_lib.undertakings.actors import Actors

OPENING = "date 2023-05-10 Chairman of the Hanoi People's Committee Le Van Binh met the press about the city's lakes on Wednesday.\n"


def read(sentence: str) -> str | None:
    """The name of whoever acts in front of the "~" of a sentence, which stands for the verb's place."""
    text = OPENING + sentence.replace("~", "")
    document = Document("example", "example.txt", text, "")
    passages = find_passages(document)
    terms, published = find_terms(document.plain), find_published(document, passages)
    moments, places = (
        find_moments(document, passages, published),
        find_places(document.plain, passages, terms),
    )
    people = find_people(document, passages, terms, places, moments, published)
    actors = Actors(document.plain, passages, terms, places, people)
    actor = actors.before(len(OPENING), len(OPENING) + sentence.index("~"))
    return actor.name if actor else None


WHO = {
    "In the coming year, Hanoi ~will dredge the western lake and plant trees along its shore.": "Hanoi",
    "Accordingly, the city ~will dredge the western lake and plant trees along its shore.": "Hanoi",
    "The chairman said that his city ~would dredge the western lake and plant some trees.": "Hanoi",
    "The Standing Board of the Hanoi Party Committee ~will submit the plan for the lakes.": "Standing Board of the Hanoi Party Committee",
    "In May, the 17th Hanoi Party Committee also ~issued the plan for the western lakes.": "Hanoi Party Committee",
    "On Friday the municipal Department of Finance ~will publish the list of the costs.": "Hanoi Department of Finance",
    "Departments and districts ~will publish the list of the costs before the summer.": "Departments and districts",
    "Le Van Binh, who grew up by the lake, on Wednesday ~asked the police for patience.": "Le Van Binh",
    "He ~asked the police for patience, and the people by the lake for their support.": "Le Van Binh",
    "Ba Dinh District ~will merge two of its wards, which have shrunk for many years.": "Ba Dinh District",
}
NOBODY = (
    "The rate of poor households in Hanoi ~will fall, and so will the number of the fires.",
    "The road around the western lake ~will be closed for a fair on the coming weekend.",
    "People in Hanoi ~will enjoy cleaner air, as the new filters are at work by then.",
)


@pytest.mark.parametrize("sentence", WHO)
def test_the_subject_is_named_as_an_analyst_would_name_it(sentence: str) -> None:
    """Articles and ordinals go, "the city" and "municipal" become the city's name, "he" the person."""
    assert read(sentence) == WHO[sentence]


@pytest.mark.parametrize("sentence", NOBODY)
def test_what_cannot_act_is_no_actor(sentence: str) -> None:
    """A rate, a road and people who merely live in a place undertake nothing."""
    assert read(sentence) is None


def test_it_is_the_place_or_body_that_acts_before() -> None:
    """ "It" goes back to the actor of the sentence before, and to nobody where a thing was spoken of."""
    assert read("The city has a plan for the lake. It ~will dredge the western part of it soon.") == "Hanoi"
    assert read("The new line is 12 km long and has ten stations. It ~will open before the fair.") is None
