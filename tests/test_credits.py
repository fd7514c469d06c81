"""Title and publisher: what a document itself says of them."""

import pytest

from hanoi_lib.credits import find_publisher, find_title
from hanoi_lib.documents import Document
from hanoi_lib.passages import find_passages

BODY = "The People's Council of Hue opened its session on Monday, with the budget of the next year before it."
MORE = "Deputies asked for a bridge over the river, and the chairman told them that work would begin in May."


def read(text: str) -> tuple[str | None, str | None]:
    """Title and publisher of a text."""
    document = Document("d", "d.txt", text, "")
    passages = find_passages(document)
    return find_title(document, passages), find_publisher(document, passages)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"Hue council opens session\n\n{BODY}\n\n{MORE}\n", "Hue council opens session"),
        (f"Huế council “opens” session\n\n{BODY}\n\n{MORE}\n", "Huế council “opens” session"),
        (f"Home | World | Life\n\nHue council opens session\n\n{BODY}\n", "Hue council opens session"),
        (f"{BODY}\n\n{MORE}\n", None),
        (f"{BODY}\n\nWhat comes next for Hue\n\n{MORE}\n", None),
        (f" date 2024-05-02 Hue council opens session\n\n{BODY}\n\n{MORE}\n", "Hue council opens session"),
        (
            f"THU AN - Thursday, 02/05/2024 18:32\n\nHue council opens session\n\n{BODY}\n",
            "Hue council opens session",
        ),
        (
            f"Law on bridges: what Hue plans\n\n1. From bill to law\n\n{BODY}\n",
            "Law on bridges: what Hue plans",
        ),
        (
            f"Ships sold to the east of Norway\n\nHue council opens session\n\n{BODY}\n",
            "Hue council opens session",
        ),
        (f"Thua Thien Hue City\n\nHue council opens session\n\n{BODY}\n", "Hue council opens session"),
    ],
    ids=[
        "headline",
        "as the text writes it",
        "below a menu",
        "none",
        "a heading further down is none",
        "without the date at its head",
        "below a byline with a date",
        "above a numbered heading",
        "below another article's",
        "below a place's name",
    ],
)
def test_the_title_is_the_headline(text: str, title: str | None) -> None:
    """As the text writes it; nothing is made up where it has none."""
    assert read(text)[0] == title


@pytest.mark.parametrize(
    ("text", "publisher"),
    [
        (f"THE HANOI TIMES — {BODY}\n", "The Hanoi Times"),
        (f"Hue (VNA) – {BODY}\n", "VNA"),
        (f"{BODY}\n\n{MORE} — VNS\n", "VNS"),
        (f"{BODY}\n\n{MORE} — VNA/VNS\n", "VNA/VNS"),
        (f"{BODY}\n\n{MORE} VNA/VNS\n", "VNA/VNS"),
        (f"{BODY}\n\n{MORE} — VNS\n\nThe bridge of Hue. VNA Photo\n", "VNS"),
        (f"Hue, VNA - {BODY}\n", "VNA"),
        (f"HUE, 2 May 2024 (Tuoi Tre) — {BODY}\n", "Tuoi Tre"),
        (f"(VOV)   Share   Print\n\nHue council opens session\n\n{BODY}\n", "VOV"),
        (f"HUE CITY PORTAL\n\nHue council opens session\n\n{BODY}\n", "Hue City Portal"),
        (
            f"{BODY}\n\nThe chairman spoke to Nhan Dan Online about the bridge that is to be built.\n",
            "Nhan Dan Online",
        ),
        (f"{BODY}\n\nThe council. VNA/VNS Photo\n\n{MORE}\n", None),
        (f"{BODY}\n\nThe council. Photo: The Hanoi Times\n\n{MORE}\n", None),
        (f"{BODY}\n\n{MORE}\n\nRelated news\n\nShips sold, says VNS — VNS\n", None),
        (f"{BODY}\n\n{MORE}\n", None),
    ],
    ids=[
        "dateline",
        "agency in the dateline",
        "closing credit",
        "two in the closing credit",
        "a closing credit without a dash",
        "a closing credit above a caption",
        "agency behind the place",
        "newspaper in the dateline",
        "the page's head",
        "a city's portal",
        "to whom somebody spoke",
        "a photo's agency",
        "a photo's newspaper",
        "a teaser's agency",
        "none",
    ],
)
def test_the_publisher_is_whom_the_text_credits_itself_to(text: str, publisher: str | None) -> None:
    """In its dateline or its last words; a photograph's credit and a teaser's are none."""
    assert read(text)[1] == publisher
