"""Numbered sets of work: what counts as one, what it declares and what the text lists of it."""

# ruff: noqa: E501 - an example sentence is read at once on one line

import pytest

from hanoi_lib.documents import Document
from hanoi_lib.passages import find_passages
from hanoi_lib.undertakings.programmes import find_programmes


def read(text: str) -> list[tuple[int, int, str]]:
    """Declared items, listed items and label of each set in a text."""
    document = Document("example", "example.txt", text, "")
    return [
        (p.declared_items, p.listed_items, p.label)
        for p in find_programmes(document, find_passages(document))
    ]


SETS = {
    "Tourism, the sea-based economy and high technology should be the three pillars of the city, the mayor said.": [
        (3, 3, "pillars")
    ],
    "The plan has two sets of goals, one for the old quarters and one for the new ones, which differ in many ways.": [
        (2, 0, "sets of goals")
    ],
    "The congress adopted 26 targets, four breakthroughs and nine groups of tasks for the coming term, the report says.": [
        (26, 0, "targets"),
        (4, 0, "breakthroughs"),
        (9, 0, "groups of tasks"),
    ],
    "The resolution names three strategic breakthroughs in institutions, infrastructure and people, the chairman said.": [
        (3, 3, "strategic breakthroughs")
    ],
    "The plan rests on four pillars: clean water, green transport; quiet streets; safe food; and an honest government.": [
        (4, 4, "pillars")
    ],
    "All offices must observe the motto of “five proactives” when they deal with the papers of residents and firms.": [
        (5, 0, "proactives")
    ],
    "The department works at both ends of the street and has two aids, namely cameras and wardens on foot.": [
        (2, 2, "aids")
    ],
    "The plan names three focal areas: a) clinics; b) ports; and c) night schools, according to the head of the board.": [
        (3, 3, "focal areas")
    ],
    "The programme stands on three legs: ports, forests and a skilled workforce, according to the head of the board.": [
        (3, 3, "legs")
    ],
    "The Prime Minister set the province six key tasks, including faster disbursement and simpler procedures this year.": [
        (6, 0, "key tasks")
    ],
    "They will pursue seven priority programmes, namely schools, clinics, roads, parks, markets, water and lighting.": [
        (7, 7, "priority programmes")
    ],
}
NO_SETS = (
    "Of the 22 tasks that the resolution gives to the city, seven have been completed so far, its chairman reported.",
    "The city runs eight digital platforms, 110 projects, four districts and 20 schools, which residents know well.",
    "Hanoi met 22 of the 24 targets that the council had assigned to it, and all five goals of the year were exceeded.",
    "The 17th Congress agreed on Resolution 15, on Line 2 and on Ring Road 4, the 12th session of the council heard.",
    "The city faces three major issues that worry its people and that residents raise at every meeting with officials.",
    "Rain fell in three districts: Ba Vi, Thach That and Quoc Oai, where the dykes were watched through the night.",
    "The plan follows the United Nations and its 17 Sustainable Development Goals, the vice chairman told reporters.",
)


@pytest.mark.parametrize("text", SETS)
def test_a_counted_set_of_work_is_found_with_what_is_listed_of_it(text: str) -> None:
    """Declared is the text's number; listed is what a colon, "namely" or an exact list behind it holds."""
    assert read(text) == SETS[text]


@pytest.mark.parametrize("text", NO_SETS)
def test_counted_things_and_parts_of_a_set_are_no_programme(text: str) -> None:
    """What is merely counted, met in part, numbered by name or suffered is no ordering of work."""
    assert read(text) == []


def test_ordinals_in_the_sentences_that_follow_are_the_list() -> None:
    """ "First", "Secondly" and "The third" each open an item, in their order."""
    text = (
        "The mayor named three urgent tasks. First, the dyke is to be raised before the rains. "
        "Secondly, the market must move. The third is a new school for the ward by the lake."
    )
    document = Document("example", "example.txt", text, "")
    (programme,) = find_programmes(document, find_passages(document))
    assert programme.items == (
        "the dyke is to be raised before the rains",
        "the market must move",
        "a new school for the ward by the lake",
    )


def test_ordinals_within_one_sentence_are_the_list() -> None:
    """ "The first is ..., the second is ... and the third is ..." below the set."""
    text = (
        "She set out three requirements for the board of the port. "
        "The first is unity, the second is discipline at work and the third is results that residents can see."
    )
    document = Document("example", "example.txt", text, "")
    (programme,) = find_programmes(document, find_passages(document))
    assert programme.items == ("unity", "discipline at work", "results that residents can see")


def test_bullets_below_the_sentence_are_the_list() -> None:
    """Lines that open with a dash or a number in brackets are items, up to the declared number."""
    text = (
        "The council closed its session on Friday after four days of work and many questions from its members.\n"
        "Its resolution for the coming year sets two key targets, which the deputies approved, as follows:\n"
        "(1) Cleaner air in every ward of the city, measured by the stations that are to be set up by the summer.\n"
        "(2) Shorter queues at every office that hands out papers, so that nobody waits for more than ten minutes.\n"
        "The session ended with a concert in the old opera house, which most of the deputies are said to have enjoyed."
    )
    assert read(text) == [(2, 2, "key targets")]


def test_proposals_told_a_sentence_each_are_counted() -> None:
    """A set of proposals is listed by the sentences in which they are made, without a break."""
    text = (
        "The chairman brought three proposals to the ministry. He proposed a second bridge over the canal. "
        "He also asked for night trains to the port. He suggested a fund for old houses. The minister thanked him."
    )
    assert read(text) == [(3, 3, "proposals")]


def test_a_set_told_twice_is_one_and_takes_the_fuller_list() -> None:
    """The same number of the same kind of thing is the same set, whatever the second telling calls it."""
    text = (
        "The city carries out five orientations and tasks.\n"
        "Of the five directions, namely ports, roads, schools, parks and markets, ports come first for the city."
    )
    assert read(text) == [(5, 5, "directions")]
