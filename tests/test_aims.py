"""Aims without a number: which sentences hold one, for where and by when."""

# ruff: noqa: E501 - an example sentence is read at once on one line

import pytest

from hanoi_lib.dates.moments import find_moments
from hanoi_lib.dates.published import find_published
from hanoi_lib.documents import Document
from hanoi_lib.passages import find_passages
from hanoi_lib.people.people import find_people
from hanoi_lib.places import find_places
from hanoi_lib.scan import find_terms
from hanoi_lib.undertakings.aims import find_aims

Row = tuple[str, str, str]


def read(text: str) -> list[Row]:
    """Words, period and area of each aim in a text published on 10 May 2021."""
    opening = "date 2021-05-10 Officials met in the hall on Monday."
    document = Document("example", "example.txt", f"{opening}\n{text}", "")
    passages = find_passages(document)
    terms, published = find_terms(document.plain), find_published(document, passages)
    moments, places = (
        find_moments(document, passages, published),
        find_places(document.plain, passages, terms),
    )
    people = find_people(document, passages, terms, places, moments, published)
    found = find_aims(document, passages, terms, places, moments, people)
    return [(document.plain[a.start : a.end], a.period, str(a.area)) for a in found]


AIMS = {
    "Hue will be a garden city by 2030, President of the Planning Association Tran Van An told the paper.": [
        ("a garden city by 2030", "2030", "Hue")
    ],
    "The chairman said that by 2030 Lam Dong wanted to be a fairly developed province, and no less.": [
        ("a fairly developed province, and no less", "2030", "Lam Dong")
    ],
    "By 2030, Can Tho will become the gateway of the Mekong Delta, the resolution of the congress says.": [
        ("the gateway of the Mekong Delta", "2030", "Can Tho")
    ],
    "By 2045, Hue will be a garden city; a seat of learning; and be known for its quiet and its clear water.": [
        ("a garden city", "2045", "Hue"),
        ("a seat of learning", "2045", "Hue"),
        ("known for its quiet and its clear water", "2045", "Hue"),
    ],
    "Hanoi intends to be a centre of industry by 2030 and a smart city by 2045, and nobody there smiled at it.": [
        ("a centre of industry by 2030", "2030", "Hanoi"),
        ("a smart city by 2045, and nobody there smiled at it", "2045", "Hanoi"),
    ],
    "The vision towards 2045 is for Hai Phong to stand on par with the great ports; to become a city of islands.": [
        ("stand on par with the great ports", "2045", "Hai Phong"),
        ("a city of islands", "2045", "Hai Phong"),
    ],
    "Da Nang hopes that by 2030 it will be one of the region's centres for research and for the arts.": [
        ("one of the region's centres for research and for the arts", "2030", "Da Nang")
    ],
    "For 2045 the leaders of Hanoi have a garden city in mind, one with clean lakes and shaded streets.": [
        ("a garden city", "2045", "Hanoi")
    ],
    "The 2021-2025 scheme of Hanoi aims to modernise libraries and open them to every pupil of the city.": [
        ("modernise libraries and open them to every pupil of the city", "2021/2025", "Hanoi")
    ],
    "In Quang Ninh, industrialisation is to be basically completed by 2025, with incomes of US$8,000 a head.": [
        ("In Quang Ninh, industrialisation is to be basically completed by 2025", "2025", "Quang Ninh")
    ],
    "By 2030 Hanoi is to be a modern city, and by 2045 a global one that attracts talent from everywhere.": [
        ("a modern city", "2030", "Hanoi"),
        ("a global one that attracts talent from everywhere", "2045", "Hanoi"),
    ],
    "By 2035, Hai Phong is projected to become a hub for cold storage, and the plan is planned to be printed.": [
        ("a hub for cold storage, and the plan is planned to be printed", "2035", "Hai Phong")
    ],
    "With a vision to 2050, Hue becomes a heritage city of world stature, where people live long and well.": [
        ("a heritage city of world stature, where people live long and well", "2050", "Hue")
    ],
    "The plan has but one goal: by 2030, Da Nang becomes a marine economic centre, the newspaper writes.": [
        ("a marine economic centre, the newspaper writes", "2030", "Da Nang")
    ],
    "From now until 2030 Quang Ninh will continue to strengthen its position as a leading place for holidays.": [
        ("a leading place for holidays", "2030", "Quang Ninh")
    ],
    "The resolution lays down tasks of Hai Phong until 2045. By then it must have become a green port city.": [
        ("a green port city", "2045", "Hai Phong")
    ],
    "By 2035 I want to see a Hanoi whose rivers are clean, the chairman told those who had come to listen.": [
        ("a Hanoi whose rivers are clean", "2035", "Hanoi")
    ],
    "The vision to 2065 is a capital on a par with the great cities of Asia, one that Hanoi can be proud of.": [
        ("a capital on a par with the great cities of Asia, one that Hanoi can be proud of", "2065", "Hanoi")
    ],
    "The scheme orients Da Nang towards becoming a gateway for goods by 2030, with less paper and more trains.": [
        ("a gateway for goods by 2030, with less paper and more trains", "2030", "Da Nang")
    ],
    "Hue wants to be among the leading cities by 2030 and a hub of medicine by 2045.": [
        ("among the leading cities by 2030", "2030", "Hue"),
        ("a hub of medicine by 2045", "2045", "Hue"),
    ],
    "With ambitions of becoming a film city by 2030, Hue has invited directors to its gardens and palaces.": [
        ("a film city by 2030", "2030", "Hue")
    ],
    "Chairman Tran Van An wants Hue to become a garden city by 2030, and has told the council as much.": [
        ("a garden city by 2030, and has told the council as much", "2030", "Hue")
    ],
    "Hanoi envisions clean rivers and quiet streets by 2035, according to the plan that the council passed.": [
        ("clean rivers and quiet streets by 2035", "2035", "Hanoi")
    ],
}
NO_AIMS = (
    "In March 2020 Tran Van An was assigned by the Politburo to be the Secretary of Hanoi for the term 2020-2025.",
    "The Hanoi line is to be ready by the end of 2024, and the exhibition is expected to last until 2025.",
    "Hanoi wants to stay among the best in the index, in which it ranked first from 2017 to 2020, in every way.",
    "By 2030 75-80% of all days in Hanoi are to have good air, the plan of the People's Committee says.",
    "Hanoi will become a green and smart city, its leaders told the congress, which ended on Friday evening.",
    "By 2025 Hanoi will have 50 parks, and its income per head should reach US$8,300, the resolution says.",
    "The 18th congress of Hanoi will be held in 2025, and its documents will be sent to members before that.",
    "In 2020 Hanoi became a member of the network, and in 2021 it was chosen to lead it for the first time.",
    "By 2030 Hanoi aims to rank among the top 20 cities, with a growth of at least 8% a year from now on.",
    "By 2025 she will be the longest serving secretary of Hanoi, and this will be a year to remember.",
    "Tran Van An, 56, is to join the board of the Party Committee of Hanoi for the term from 2025 to 2030.",
    "Hanoi aims to fulfil and surpass its growth targets for 2025, and to carry out its plan for that year.",
    "The year 2026 must be a springboard for Hanoi on its way through the period from 2026 to 2030.",
    "Expressing his hope that Hue will become a startup centre, he told it to found 50,000 firms by 2030.",
    "Hanoi aims to speed up its public works in 2024, striving to spend 95 percent of the money it was given.",
    "The city must spend faster if it wants to use up the capital that Hanoi was assigned for 2025.",
    "The congress of Hanoi will be a landmark for the term 2025-2030, and nobody there doubted that.",
    "In 2025 visitors came to see the old town of Hanoi, and the tower will be put into operation soon.",
)


@pytest.mark.parametrize("text", AIMS)
def test_an_aim_with_a_horizon_is_a_row_for_each_part(text: str) -> None:
    """What a place is to be, by when and where: semicolons and further horizons part aims."""
    assert read(text) == AIMS[text]


@pytest.mark.parametrize("text", NO_AIMS)
def test_no_horizon_no_aim_and_no_figures(text: str) -> None:
    """Aims without a year, with a figure, of persons, and what is only scheduled give nothing."""
    assert read(text) == []


def test_the_same_year_is_that_of_the_sentence_before() -> None:
    """A horizon is inherited where the next sentence says so."""
    text = (
        "Da Nang is to be a green city by 2025, the congress decided. "
        "For the Party organisation, the goal for the same year is to have a stronger and cleaner leadership."
    )
    assert read(text)[1][0] == "a stronger and cleaner leadership"
    assert [period for _, period, _ in read(text)] == ["2025", "2025"]


def test_an_epithet_leads_back_to_the_city_it_means() -> None:
    """ "The southern hub" is Ho Chi Minh City, also in a text about two cities."""
    text = (
        "The Politburo met leaders of Hanoi and of Ho Chi Minh City on Monday. Hanoi is asked to keep its old town.\n"
        "By 2045 the southern hub is to be a leading centre of trade and of the arts in this part of the world."
    )
    assert [area for *_, area in read(text)] == ["Ho Chi Minh City"]
