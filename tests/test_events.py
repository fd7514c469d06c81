"""What happened when: example sentences as news from Vietnamese cities words them."""

import time

import pytest
from edtf import parse_edtf

from hanoi_lib.dates import find_moments
from hanoi_lib.documents import Document
from hanoi_lib.events import Event, find_events
from hanoi_lib.passages import find_passages
from hanoi_lib.places import find_places
from hanoi_lib.published import find_published
from hanoi_lib.scan import find_terms


def find(text: str) -> tuple[Event, ...]:
    """The events of a text published on Wednesday, 10 May 2023, about Hanoi unless it names another place."""
    document = Document(
        "example", "example.txt", f"date 2023-05-10 {text}\n\nHanoi is calm. Hanoi waits.", ""
    )
    passages = find_passages(document)
    published = find_published(document, passages)
    terms, moments = find_terms(document.plain), find_moments(document, passages, published)
    events = find_events(
        document, passages, terms, find_places(document.plain, passages, terms), moments, published
    )
    for event in events:
        parse_edtf(event.date)
        assert document.plain[event.start : event.end].strip()
    return events


def read(text: str) -> list[tuple[str, str, str | None]]:
    """Kind, date and area of each event."""
    return [(e.kind, e.date, e.area) for e in find(text)]


TOLD = {
    # meetings
    "He asked for it at a working session with the Hanoi Party Committee on May 8.": [
        ("session", "2023-05-08", "Hanoi")
    ],
    "The secretary on Monday held a working session with the leaders of Hanoi.": [
        ("session", "2023-05-08", "Hanoi")
    ],
    "The Hanoi council opened its 9th session on May 9.": [("session", "2023-05-09", "Hanoi")],
    "The congress, held from May 2 to 5, set the course.": [("congress", "2023-05-02/2023-05-05", "Hanoi")],
    "The 8th session of the council, which got under way on Monday, came to a close today.": [
        ("session", "2023-05-08", "Hanoi"),
        ("session", "2023-05-10", "Hanoi"),
    ],
    "The council is due to meet again in July next year.": [("session", "2024-07", "Hanoi")],
    "On May 4 the mayor met the envoy.": [("session", "2023-05-04", "Hanoi")],
    "The Politburo on Tuesday held working sessions with the boards of Hanoi and Hai Phong.": [
        ("session", "2023-05-09", "Hanoi"),
        ("session", "2023-05-09", "Hai Phong"),
    ],
    "The mayor chaired the national conference on floods on May 3.": [("session", "2023-05-03", "Vietnam")],
    "He told a conference in Da Nang on May 3 that prices fell.": [("session", "2023-05-03", "Da Nang")],
    "The 11th congress, which is meeting from May 8 to 12, took a vote on Tuesday.": [
        ("congress", "2023-05-08/2023-05-12", "Hanoi")
    ],
    "He spoke of the 14th congress, due in January 2026.": [("congress", "2026-01", "Hanoi")],
    # decisions
    "The 20th congress on May 5 issued a resolution on roads.": [
        ("congress", "2023-05-05", "Hanoi"),
        ("decision", "2023-05-05", "Hanoi"),
    ],
    "He cited Conclusion No 49-KL/TW, dated February 28, 2022.": [("decision", "2022-02-28", "Hanoi")],
    "He cited a notice of February 28, 2022.": [("decision", "2022-02-28", "Hanoi")],
    "The resolution, which the National Assembly adopted on May 6, is long.": [
        ("decision", "2023-05-06", "Vietnam")
    ],
    "A plan announced by the Hanoi People's Committee on May 9 names ten lakes.": [
        ("decision", "2023-05-09", "Hanoi")
    ],
    "The Hanoi Party Committee has issued a resolution on lakes.": [("decision", "2023-05-10", "Hanoi")],
    # people in office
    "Le Van An was elected Chairman at its 38th meeting, held on May 5.": [
        ("appointment", "2023-05-05", "Hanoi"),
        ("session", "2023-05-05", "Hanoi"),
    ],
    "In April the council elected Le Van An as Chairman.": [("appointment", "2023-04", "Hanoi")],
    "The post fell vacant when Mr An was dismissed in March.": [("appointment", "2023-03", "Hanoi")],
    "An became head of the office in September 2020.": [("appointment", "2020-09", "Hanoi")],
    # what opens, starts and merges
    "The pilot line entered service on April 8, 2022.": [("launch", "2022-04-08", "Hanoi")],
    "The trial run is set for June 20-26, with full adoption on July 1.": [
        ("launch", "2023-06-20/2023-06-26", "Hanoi"),
        ("launch", "2023-07-01", "Hanoi"),
    ],
    "Hanoi plans to open the park in time for National Day on September 2.": [
        ("launch", "2023-09-02", "Hanoi")
    ],
    "Ground was broken this morning on the western road.": [("launch", "2023-05-10", "Hanoi")],
    "Work on it will begin in November.": [("launch", "2023-11", "Hanoi")],
    "The province will open the expressway in 2025.": [("launch", "2025", "Hanoi")],
    "Two projects will get under way this year: a road in the third quarter, and a bridge on June 2.": [
        ("launch", "2023-07/2023-09", "Hanoi"),
        ("launch", "2023-06-02", "Hanoi"),
    ],
    "The two towns will become one city from July 1.": [("reorganisation", "2023-07-01", "Hanoi")],
    "After the census in April 2019 the city counted again.": [("census", "2019-04", "Hanoi")],
}


@pytest.mark.parametrize(("text", "events"), TOLD.items(), ids=list(TOLD))
def test_finds_what_is_bound_to_a_date(text: str, events: list[tuple[str, str, str | None]]) -> None:
    """A meeting, a decision, an appointment or a start has the date that its sentence gives it."""
    assert sorted(read(text), key=str) == sorted(events, key=str)


NOTHING = [
    "Exports rose 5% in April and 3% in the first quarter of 2023.",
    "By 2030 Hanoi will open ten parks.",
    "He asked the wards to finish the survey before June 30.",
    "As of May 1 the council had met twelve targets.",
    "The newly elected Chairman spoke of the 2019 plan.",
    "The budget approved for the 2021-2025 period is large.",
    "The meeting heard that exports fell on May 3.",
    "He has led the office since May 2019.",
    "The city aims to become a smart city by 2025.",
    "The park, which opened to crowds, costs more than in 2021.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_makes_no_event_of_a_date_in_another_role(text: str) -> None:
    """Periods of figures, deadlines, yardsticks and years in names are no events."""
    assert read(text) == []


def test_tells_the_same_event_once() -> None:
    """The first telling is the row; a day inside a meeting already told adds none."""
    events = find(
        "The congress was held from May 2 to 5. At the congress on May 4 he spoke. It closed on May 5."
    )
    assert [(e.kind, e.date) for e in events] == [("congress", "2023-05-02/2023-05-05")]


def test_keeps_two_launches_of_one_day_apart() -> None:
    """Two things that opened on the same day are two events."""
    events = find("The western bridge opened on May 3. The eastern tunnel was inaugurated on May 3.")
    assert [e.title for e in events] == ["Opening of western bridge", "Launch of eastern tunnel"]


def test_gives_what_a_meeting_decided_about_posts_its_day() -> None:
    """Who was elected at the article's own meeting was elected on its last day."""
    events = read(
        "The council closed its session on Tuesday. It elected Le Van An Vice Chairman with all votes."
    )
    assert events == [("session", "2023-05-09", "Hanoi"), ("appointment", "2023-05-09", "Hanoi")]


def test_dates_a_new_holder_by_the_ceremony() -> None:
    """Who is the new secretary became so on the day of the decision, not on that of an earlier event."""
    text = (
        "Le Van An is the new Secretary of the Hanoi Party Committee. He succeeds Vu Van Ba. "
        "The decision was announced at a ceremony on Monday."
    )
    assert ("appointment", "2023-05-08", "Hanoi") in read(text)


TITLES = {
    "He asked for it at a working session with the Hanoi Party Committee on May 8.": (
        "Working session with the Hanoi Party Committee"
    ),
    "The pilot line entered service on April 8, 2022.": "Start of operation of pilot line",
    "In April the council elected Le Van An as Chairman.": "Election of Le Van An as Chairman",
    "The resolution, which the National Assembly adopted on May 6, is long.": "Adoption of resolution",
    "Mr. An, who was dismissed in March, was away.": "Dismissal of Mr. An",
}


@pytest.mark.parametrize(("text", "title"), TITLES.items(), ids=list(TITLES))
def test_names_an_event_in_plain_words(text: str, title: str) -> None:
    """A title is a noun phrase made of the text's own words."""
    assert [e.title for e in find(text)] == [title]


HOSTILE = [
    "met on May 3 ",
    "The session was held on June 5, 2020 and ",
    "elected ",
    "resolution of May 3, 2020 issued ",
    "June ",
]


@pytest.mark.parametrize("words", HOSTILE)
def test_time_grows_with_the_length_alone(words: str) -> None:
    """A sentence without an end costs no more per word than others do."""

    def measure(times: int) -> float:
        start = time.perf_counter()
        find(f"HANOI {words * times}.")
        return time.perf_counter() - start

    measure(10)  # what is loaded once
    assert measure(1600) < 3 * 4 * measure(400) + 0.1
