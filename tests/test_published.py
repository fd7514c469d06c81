"""When a document was published: what pages and articles state, and what only follows from what they tell."""

import pytest
from edtf import parse_edtf

from hanoi_lib.dates.published import Published, find_published
from hanoi_lib.documents import Document
from hanoi_lib.passages import find_passages

BODY = (
    "The People's Council of the city met to talk about the roads, the schools and the river at great length."
)
MORE = (
    "Its members agreed that the roads come first, that the schools come next, and that the river can wait."
)
TITLE = "The council meets about the roads"


def find(text: str) -> Published | None:
    """The date of a text."""
    document = Document("example", "example.txt", text, "")
    published = find_published(document, find_passages(document))
    if published:
        parse_edtf(published.edtf)
    return published


STATED = {
    f"{TITLE}\n\nLast updated: 15-12-2019 | Reading time: 3 minutes\n\n{BODY}\n\n{MORE}": "2019-12-15",
    f"{TITLE}\n\nBao Nhan dan03/10/2025\n\n{BODY}\n\n{MORE}": "2025-10-03",
    f"Monday, July 16 2018\n\n{TITLE}\n\nUpdate: December, 22/2013 - 15:41\n\n{BODY}\n\n{MORE}": "2013-12-22",
    f"{TITLE}\n\n date 2022-02-10 Hue (Press) – {BODY}": "2022-02-10",
    f" date 2024-11-27 HANOI — {BODY}": "2024-11-27",
    f"HANOI, July 17, 2024 — {BODY}": "2024-07-17",
    f"HCM CITY, 1 July 2025 (Press) — {BODY}": "2025-07-01",
    f"{TITLE}\n\nFriday, 5 March 2021\n\n{BODY}\n\n{MORE}": "2021-03-05",
    f"{TITLE}\n\n12/11/2020   09:40 (GMT+7)\n\n{BODY}\n\n{MORE}": "2020-11-12",
    f"{TITLE}\n\nUpdate: December, 28/2016 - 10:30\n\n{BODY}\n\n{MORE}": "2016-12-28",
    f"{TITLE}\n\nUpdated: Jan. 14, 2025\n\n{BODY}\n\n{MORE}": "2025-01-14",
    f"Jul 08, 2022 / 23:10\n\n{TITLE}\n\n{BODY}\n\n{MORE}": "2022-07-08",
    f"{TITLE}\n\nby NDO/VNA25 October 2019 Last updated at 21:56 PM\n\n{BODY}\n\n{MORE}": "2019-10-25",
    f"{TITLE}\n\nPublished: 3 May 2022\nUpdated: 4 May 2022\n\n{BODY}\n\n{MORE}": "2022-05-03",
    f"{TITLE}\n\nAugust 2023\n\n{BODY}\n\n{MORE}": "2023-08",
    f"{TITLE}\n\n{BODY}\n\n{MORE}\n\nLast updated: 16:20, May 12, 2025\nPrint | Email": "2025-05-12",
}


@pytest.mark.parametrize(("text", "edtf"), STATED.items(), ids=list(STATED.values()))
def test_reads_the_date_a_page_states(text: str, edtf: str) -> None:
    """Heads, datelines and date lines state the day; of several the first publication counts."""
    published = find(text)
    assert published is not None
    assert (published.edtf, published.basis) == (edtf, "stated")


INFERRED = {
    # "today" and its day in one
    f"{BODY} The congress for the 2025-2030 term opened today, October 16.": "2025-10-16",
    # a dateline in small letters; a congress opens in the first year of its term
    "Hanoi, Sept. 25 -- The first congress of the board for the 2025-2030 term opened on September 25.": (
        "2025-09-25"
    ),
    # what is set to take effect is ahead
    f"{BODY} The rules, issued on June 26, 2024 and set to take effect from January 1, 2025, help.": (
        "[2024-06-26..2025-01-01]"
    ),
    # the end of a plan is no day of its telling; whoever speaks of the end of a year is in it
    f"{BODY} Work got under way on May 19, so that the bridge can be inaugurated on May 19, 2027. Six more "
    "are to start before the end of 2025.": "[2025-05-19..2025-12-31]",
    # a day told, a day ahead, the year from a period
    f"{BODY} He spoke on June 16. The trial is set for June 20-26. It grew in the first half of 2025.": (
        "[2025-06-16..2025-06-20]"
    ),
    # a day without its year was news of that year
    f"{BODY} The line entered service on August 8, 2024. He spoke on August 17.": "[2024-08-17..2024-12-31]",
    # all days have their year: nothing says when they were news no longer
    f"{BODY} The line entered service on August 8, 2024.": "[2024-08-08..]",
    # a term whose congress has met, a quarter still ahead
    f"{BODY} The congress for the 2020-2025 term was held. A plan is to be carried out in March 2021.": (
        "[2020-01..2021-03]"
    ),
    # nothing but a period
    f"{BODY} The plan for the 2026-2030 period names ten tasks.": "2026~",
    # what is compared with the year before is of this year
    f"{BODY} Revenue was 12% more than in the first half of 2023. He gave the figures on July 3.": (
        "[2024-07-03..2024-12-31]"
    ),
    # a dateline's day, its year from the text
    f"HANOI, June 14 (Press) — {BODY} By June 12, 2023, the city had paid 5 billion.": "2023-06-14",
    # a later full date whose tense is open gives the year, its month before the earliest bound
    f"{BODY} Work began in May 2012. Its first day: December 22, 2024. A second will open on January 4.": (
        "[2024-11-01..2025-01-04]"
    ),
    # a year that is being entered has not begun; a year that is spoken of as running may have
    f"{BODY} He spoke on December 9. Entering 2025, the city must act faster.": "[2024-12-09..2024-12-31]",
    f"{BODY} He spoke on July 1. 2024 will be crucial for the city.": "2024~",
    # what was reached by a month has been; "no later than" compares nothing
    f"{BODY} By the end of July 2024 half was spent. He spoke on August 25. Act no later than 2026.": (
        "[2024-08-25..2024-12-31]"
    ),
    # a term whose congress is told, not the one before
    f"{BODY} The congress elected X, Head for the 2015-2020 term, for the 2020-2025 term.": "2020~",
    # results of a year outlast the term that is named with them
    f"{BODY} The council of the 2021-2026 term met. In the first half of 2025 it grew.": "2025~",
    # aims far ahead say nothing of today
    f"{BODY} He spoke on May 3, 2022. By 2030 the city will be green.": "[2022-05-03..]",
}


@pytest.mark.parametrize(("text", "edtf"), INFERRED.items(), ids=list(INFERRED.values()))
def test_narrows_down_what_is_not_stated(text: str, edtf: str) -> None:
    """Not before the last day told, not after the first still ahead, and never finer than that."""
    published = find(text)
    assert published is not None
    assert (published.edtf, published.basis) == (edtf, "inferred")


UNKNOWN = [
    BODY,
    f"{BODY} It met on Tuesday, and again this year.",
    f"{BODY} It met on July 1.",
    f"{BODY} By 2030 the city will be green.",
    f"{BODY} The council for the 2021-2026 term elected two vice chairmen on November 14.",
    f"{BODY} Growth was the highest in the period 2011-2025.",
]


@pytest.mark.parametrize("text", UNKNOWN)
def test_gives_no_date_without_evidence(text: str) -> None:
    """Weekdays, days without any year and distant aims do not date a text."""
    assert find(text) is None


def test_reads_nothing_from_teasers() -> None:
    """The date beside the title of another article is that article's."""
    teasers = "Related news\nHanoi has a new park\n16/06/2025\nHanoi has a new lake\n15/06/2025"
    assert find(f"{TITLE}\n\n{BODY}\n\n{MORE} — VNA\n\n{teasers}") is None


def test_cites_the_words_that_show_the_date() -> None:
    """The span leads to the evidence."""
    text = f" date 2024-11-27 HANOI — {BODY}"
    published = find(text)
    assert published is not None
    assert text[published.start : published.end] == "date 2024-11-27"
