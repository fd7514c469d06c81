"""What happened when: example sentences as news from Vietnamese cities words them."""

import time

import pytest
from edtf import parse_edtf

from hanoi_lib.dates.moments import find_moments
from hanoi_lib.dates.published import find_published
from hanoi_lib.documents import Document
from hanoi_lib.events.events import find_events
from hanoi_lib.events.happenings import Event
from hanoi_lib.passages import find_passages
from hanoi_lib.places import find_places
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
    "In Hue on Tuesday, Mr. An, Secretary of the city, received the ambassador of Chile.": [
        ("session", "2023-05-09", "Hue")
    ],
    "The 9th session opened in the meeting hall on May 9.": [("session", "2023-05-09", "Hanoi")],
    "The mayor attended the launch of the ferry on May 9.": [("launch", "2023-05-09", "Hanoi")],
    "The land will be handed over on May 20.": [],
    "The mayor spoke of housing on Tuesday. He was addressing a conference on the suburbs.": [
        ("session", "2023-05-09", "Hanoi")
    ],
    "A book on boats, published last week, is long.": [],
    "The plan, issued this week, is long.": [("decision", "2023-05-08/2023-05-14", "Hanoi")],
    "The directive, of May 3, 2019, is still read.": [("decision", "2019-05-03", "Hanoi")],
    "In March 2021, at the 9th provincial congress, An was elected Secretary.": [
        ("congress", "2021-03", "Hanoi"),
        ("appointment", "2021-03", "Hanoi"),
    ],
    "An was assigned by the Politburo to be the Secretary in March 2021.": [
        ("appointment", "2021-03", "Hanoi")
    ],
    "The city praised the completion of the investment plan for 2022.": [],
    "Hanoi marked the 20th anniversary of its merger on May 4.": [("other", "2023-05-04", "Hanoi")],
    "On the sidelines of the forum on May 4, the city signed an agreement.": [
        ("session", "2023-05-04", "Hanoi"),
        ("decision", "2023-05-04", "Hanoi"),
    ],
    "The Prime Minister came to Hanoi on May 4. Revenue came to $4 million on May 5.": [
        ("session", "2023-05-04", "Hanoi")
    ],
    "On Tuesday the envoy met with leaders of Hue and Da Nang.": [
        ("session", "2023-05-09", "Hue"),
        ("session", "2023-05-09", "Da Nang"),
    ],
    "Deputies will put their questions to the administration on May 12.": [
        ("session", "2023-05-12", "Hanoi")
    ],
    "The law was passed on March 3 and is set to take effect from July 1.": [
        ("decision", "2023-03-03", "Hanoi"),
        ("decision", "2023-07-01", "Hanoi"),
    ],
    "The council met on May 8. Two days earlier, the mayor had inspected the pier.": [
        ("session", "2023-05-08", "Hanoi"),
        ("session", "2023-05-06", "Hanoi"),
    ],
    "The regulations, issued three years ago, are out of date.": [("decision", "2020", "Hanoi")],
    "On May 4, during its 5th session, the council elected An Vice Chairman.": [
        ("session", "2023-05-04", "Hanoi"),
        ("appointment", "2023-05-04", "Hanoi"),
    ],
    "The council has gathered for its 18th session, which lasts until May 12.": [
        ("session", "2023-05-10/2023-05-12", "Hanoi")
    ],
    "The plan was adopted on May 4, as the congress came to an end.": [
        ("decision", "2023-05-04", "Hanoi"),
        ("congress", "2023-05-04", "Hanoi"),
    ],
    "The programme began in January 2016.": [("launch", "2016-01", "Hanoi")],
    "The council decided on May 5 that the fee is to fall.": [("decision", "2023-05-05", "Hanoi")],
    "From July 1, 2026, motorbikes will meet their first limits.": [],
    "Born in Hue, An became Deputy Prime Minister in August 2007.": [("appointment", "2007-08", "Vietnam")],
    "After two days of work, on the afternoon of May 4, the congress wrapped up.": [
        ("congress", "2023-05-04", "Hanoi")
    ],
    "He praised the 12th session of the council that opened on May 3.": [("session", "2023-05-03", "Hanoi")],
    # a start told around what is started, a meeting told with "which met", the first day of one
    "The city put a new bridge into operation on May 4.": [("launch", "2023-05-04", "Hanoi")],
    "The line was put into commercial operation on May 4.": [("launch", "2023-05-04", "Hanoi")],
    "The 16th Congress, which met from November 1 to 3, 2015, chose it.": [
        ("congress", "2015-11-01/2015-11-03", "Hanoi")
    ],
    "He spoke on May 5, the opening day of the fifth session of the council.": [
        ("session", "2023-05-05", "Hanoi")
    ],
    "An took up his present post in 2014.": [("appointment", "2014", "Hanoi")],
    # what is decided without a text, and what a text tells with it
    "The congress voted for the change on May 6.": [("decision", "2023-05-06", "Hanoi")],
    "Deputies voted on May 9 to lower the fee.": [("decision", "2023-05-09", "Hanoi")],
    "On May 3 the Party Central Committee expelled him.": [("decision", "2023-05-03", "Vietnam")],
    "The Politburo named him as the candidate on May 3.": [("decision", "2023-05-03", "Vietnam")],
    "A fee was approved under a resolution adopted on May 4, when the council met for its 9th session.": [
        ("decision", "2023-05-04", "Hanoi"),
        ("session", "2023-05-04", "Hanoi"),
    ],
    "The Capital Law, which the council passed on May 2, takes effect on July 1, 2024.": [
        ("decision", "2023-05-02", "Hanoi"),
        ("decision", "2024-07-01", "Hanoi"),
    ],
    "The council met on Monday and filled the post of chairman.": [
        ("session", "2023-05-08", "Hanoi"),
        ("appointment", "2023-05-08", "Hanoi"),
    ],
    "The council relieved him of his post on May 4 and elected Ms. Ha as his successor.": [
        ("appointment", "2023-05-04", "Hanoi"),
        ("appointment", "2023-05-04", "Hanoi"),
    ],
    "The council had its first meeting on Tuesday and decided on the holders of the posts.": [
        ("session", "2023-05-09", "Hanoi"),
        ("decision", "2023-05-09", "Hanoi"),
    ],
    "At the 13th session of the council held on May 5, deputies approved a resolution on fees.": [
        ("session", "2023-05-05", "Hanoi"),
        ("decision", "2023-05-05", "Hanoi"),
    ],
    "Previously, on the afternoon of April 15, the Politburo announced a plan.": [
        ("decision", "2023-04-15", "Vietnam")
    ],
    "The office was set up on January 14 to serve the council.": [("reorganisation", "2023-01-14", "Hanoi")],
    # people called like provinces
    "Mr. Bui Hoa Binh died on May 4.": [("other", "2023-05-04", "Hanoi")],
    "Le Thanh Hoa was elected Chairman on May 4.": [("appointment", "2023-05-04", "Hanoi")],
    "Hoa Binh held its congress on May 4.": [("congress", "2023-05-04", "Hoa Binh")],
    # another meeting of the same day
    "The council met this morning. Earlier in the day the Party Committee had met.": [
        ("session", "2023-05-10", "Hanoi"),
        ("session", "2023-05-10", "Hanoi"),
    ],
    # counted from the day before it
    "The resolution, issued on January 28, 2022, and the policies approved five months later help.": [
        ("decision", "2022-01-28", "Hanoi"),
        ("decision", "2022-06", "Hanoi"),
    ],
    # what follows is of the same kind
    "Work on the roads began on May 2. The bridge followed on May 5.": [
        ("launch", "2023-05-02", "Hanoi"),
        ("launch", "2023-05-05", "Hanoi"),
    ],
    "Secretary Le Van An received the Cuban ambassador on May 8.": [("session", "2023-05-08", "Hanoi")],
    "In April Hanoi celebrated the 60th anniversary of the bridge.": [("other", "2023-04", "Hanoi")],
    "The line is to be in use in 2027.": [("launch", "2027", "Hanoi")],
    "From June, the city will cut the number of its departments from 20 to 13.": [
        ("reorganisation", "2023-06", "Hanoi")
    ],
    "Registration opens on May 20 and closes on June 5.": [("launch", "2023-05-20", "Hanoi")],
    "He heeds the 14th National Party Congress. The congress is due in January 2026.": [
        ("congress", "2026-01", "Vietnam")
    ],
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
    "The boats have carried passengers since March 3.": [("launch", "2023-03-03", "Hanoi")],
    "Trams began trial runs in February last year.": [("launch", "2022-02", "Hanoi")],
    "The districts are to be abolished on July 1.": [("reorganisation", "2023-07-01", "Hanoi")],
    "He recalled the summer of 2004, when it rained.": [],
    "It has grown since in 2004, when Hue became a centrally run city.": [("reorganisation", "2004", "Hue")],
    "Mr. An was removed by the council on April 7.": [("appointment", "2023-04-07", "Hanoi")],
    "The barrier was removed by workers on April 7.": [],
    "On April 14 the People's Committee put the Department of Trade in charge of finding a site.": [
        ("decision", "2023-04-14", "Hanoi")
    ],
    "The Party Committee on April 23 settled how the land is to be used.": [
        ("decision", "2023-04-23", "Hanoi")
    ],
    "Trams are wanted, its 11th congress resolved on April 15.": [("congress", "2023-04-15", "Hanoi")],
    "It was higher than in 2004, when Hue became a centrally run city.": [("reorganisation", "2004", "Hue")],
    "Figures reported to the municipal People's Council on Tuesday show so.": [
        ("session", "2023-05-09", "Hanoi")
    ],
    "The decision, signed on May 4 and made public the next day, is short.": [
        ("decision", "2023-05-04", "Hanoi")
    ],
    "Mr. An was elected Chairman this morning. The council elected him at its eighth session.": [
        ("appointment", "2023-05-10", "Hanoi"),
        ("session", "2023-05-10", "Hanoi"),
    ],
    "The council met on May 9 and elected An Chairman. It is the council's eighth session.": [
        ("appointment", "2023-05-09", "Hanoi"),
        ("session", "2023-05-09", "Hanoi"),
    ],
    "The rules have been in force since March 1.": [("decision", "2023-03-01", "Hanoi")],
    "The council sat on May 5 and 6.": [("session", "2023-05-05/2023-05-06", "Hanoi")],
    "The dog sat on May 5 in the sun.": [],
    "The city went over to two-tier government on April 1.": [("reorganisation", "2023-04-01", "Hanoi")],
    "Mr. An handed in his resignation on May 3.": [("appointment", "2023-05-03", "Hanoi")],
    "Deputies will be called together again in September.": [("session", "2023-09", "Hanoi")],
    "Work on the pier begins in June. The quay follows in the third quarter.": [
        ("launch", "2023-06", "Hanoi"),
        ("launch", "2023-07/2023-09", "Hanoi"),
    ],
    "There is a plan for water. The Prime Minister signed it on February 24.": [
        ("decision", "2023-02-24", "Vietnam")
    ],
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
    "Police launched an investigation on May 3.",
    "He decided not to resign on May 4.",
    "They formed a queue on May 4.",
    "It received the Prime Minister's decision on May 4.",
    "The city received 5,000 visitors on May 3.",
    "He marked the words of the report on May 3.",
    "The Hanoi Book Fair 2023 is large.",
    "The city cut the number of road accidents in April.",
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
    "Le Van An, a former head of the office, who retired on May 1, was away.": "Retirement of Le Van An",
    "Le Van An, whom the council elected as its Chairman on May 1, was away.": "Election of Le Van An",
    "On May 3 the Party Central Committee expelled him from the Party.": "Expulsion from the Party",
    "Deputies voted on May 9 to lower the fee.": "Decision to lower the fee",
    "He was named Secretary of the Ha Noi Party Committee on May 9.": (
        "Appointment as Secretary of the Hanoi Party Committee"
    ),
    "On Thursday the Politburo held a working session with the Standing Boards of the Ha Noi City"
    " Party Committee and of the Thua Thien-Hue Provincial Party Committee.": (
        "Working session with the Standing Boards of the Hanoi Party Committee"
    ),
    "A meeting of the boards of the Ha Noi Party Committee, of the Hue Party Committee and the HCM City"
    " Party Committee was held on May 3.": "Meeting of the boards of the Hanoi Party Committee",
    "The Politburo on Tuesday held a working session with the boards of the largest and most active"
    " Party Committee, the HCM City Party Committee.": (
        "Working session with the boards of the largest and most active Party Committee"
    ),
}


@pytest.mark.parametrize(("text", "title"), TITLES.items(), ids=list(TITLES))
def test_names_an_event_in_plain_words(text: str, title: str) -> None:
    """A title is a noun phrase made of the text's own words."""
    assert [e.title for e in find(text)] == [title]


QUOTED = {
    "The secretary on Monday held a working session with the leaders.": "on Monday held a working session",
    "He spoke at the 9th session of the council on May 8.": "the 9th session of the council on May 8",
    "A bridge was inaugurated on May 3.": "was inaugurated on May 3",
    "On May 3, the council will open its session.": "On May 3, the council will open its session",
    "The council met on Monday, and unanimously elected An Chairman.": "met on Monday",
}


@pytest.mark.parametrize(("text", "exact"), QUOTED.items(), ids=list(QUOTED))
def test_quotes_whole_phrases(text: str, exact: str) -> None:
    """A citation begins with the preposition, article or auxiliary of what it tells."""
    plain = f"date 2023-05-10 {text}"
    assert plain[find(text)[0].start : find(text)[0].end] == exact


HOSTILE = [
    "met on May 3 ",
    "The session was held on June 5, 2020 and ",
    "elected ",
    "resolution of May 3, 2020 issued ",
    "June ",
    "A",
    "elected AAAA whom ",
    "On May 3 the council voted and ",
]


@pytest.mark.parametrize("words", HOSTILE)
def test_time_grows_with_the_length_alone(words: str) -> None:
    """A sentence without an end costs no more per word than others do."""

    def measure(times: int) -> float:
        start = time.process_time()
        find(f"HANOI {words * times}.")
        return time.process_time() - start

    measure(10)  # what is loaded once
    # The quickest of some runs: whatever else the machine does only adds to a run.
    quick, slow = (min(measure(times) for _ in range(3)) for times in (400, 1600))
    assert slow < 3 * 4 * quick + 0.3
