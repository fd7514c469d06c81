"""Which city, province or smaller place a text, a sentence or a figure is about."""

import pytest

from hanoi_lib.documents import Document
from hanoi_lib.passages import find_passages
from hanoi_lib.places import Places, find_places
from hanoi_lib.scan import find_terms


def read(text: str) -> Places:
    """The places of a document."""
    document = Document("d", "d.txt", text, "")
    return find_places(document.plain, find_passages(document), find_terms(document.plain))


MAIN: dict[str, tuple[str, str | None]] = {
    "a city": ("Da Nang opened a market on Monday.", "Da Nang"),
    "a city in another spelling": ("Hà Nội opened a market on Monday.", "Hanoi"),
    "a short form": ("HCM City opened a market on Monday.", "Ho Chi Minh City"),
    "a province": ("Quang Ninh opened a market on Monday.", "Quang Ninh"),
    "the dateline is where it was written": (
        "HANOI — Can Tho opened a market on Monday, and the city has plans for another one of them.",
        "Can Tho",
    ),
    "only a dateline": ("HANOI — The market was opened on Monday, and there will be another one.", "Hanoi"),
    "the one named most": ("Hue and Hanoi met. Hue was glad. Hue paid for it. The guests left Hue.", "Hue"),
    "the capital": ("The capital opened a market on Monday.", "Hanoi"),
    "the country": ("Vietnam opened a market on Monday.", "Vietnam"),
    "many places and the country": (
        "Vietnam grew. Hanoi grew. Hue grew. Da Nang grew. Can Tho grew. Quang Ninh grew. Hai Phong grew.",
        "Vietnam",
    ),
    "nowhere": ("The market was opened on Monday.", None),
    "a colour": ("It was painted in a hue of red.", None),
}


@pytest.mark.parametrize(("text", "main"), MAIN.values(), ids=MAIN)
def test_the_place_a_document_is_about(text: str, main: str | None) -> None:
    """The city or province it names most; the country where it names many; nothing where it names none."""
    assert read(text).main == main


def test_boilerplate_names_nothing() -> None:
    """A teaser on another city does not move an article."""
    article = "Hue opened a market on Monday, and there were so many people that nobody could count them."
    teasers = "Da Nang sells ships\n\nDa Nang builds a port\n\nDa Nang grows\n"
    assert read(f"{article}\n\nRelated news\n\n{teasers}").main == "Hue"


def test_a_span_is_about_the_last_place_it_names() -> None:
    """And about the document's own where it names none."""
    text = "Hue and Da Nang met. It rained. Hue won. Hue was glad."
    places = read(text)
    assert places.of(0, text.index(" met")) == "Da Nang"
    assert places.of(text.index("It"), text.index(" won") - 4) == "Hue"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("It lies in Ba Dinh District.", ["Ba Dinh District"]),
        ("Hoa Lac Hi-tech Park has 100 firms.", ["Hoa Lac Hi-tech Park"]),
        ("It goes from Noi Bai Airport to Co Loa Commune.", ["Noi Bai Airport", "Co Loa Commune"]),
        ("In Ba Dinh District it rained.", ["Ba Dinh District"]),
        ("It lies in a district of the city.", []),
        ("The Park was closed.", []),
    ],
    ids=["district", "park", "two", "at the start of a sentence", "no name", "a name without its own words"],
)
def test_smaller_places_are_named_by_what_they_are(text: str, names: list[str]) -> None:
    """A proper name that ends in District, Ward, Park, Airport and the like, with its span."""
    found = read(text).smaller(0, len(text))
    assert [name for _, _, name in found if name != "The Park"] == names
    assert all(text[start:end] == name for start, end, name in found)


def test_a_province_that_holds_a_citys_name_is_the_province() -> None:
    """ "Thua Thien-Hue" names one place."""
    text = "Thua Thien-Hue opened a market."
    assert [term.value for term in read(text).localities(0, len(text))] != ["Hue"]
    assert len(read(text).localities(0, len(text))) == 1
