"""Who undertakes, asks, proposes or directs what: example sentences of news from Vietnamese cities."""

# ruff: noqa: E501 - an example sentence is read at once on one line

import pytest

from hanoi_lib.dates.moments import find_moments
from hanoi_lib.dates.published import find_published
from hanoi_lib.documents import Document
from hanoi_lib.passages import find_passages
from hanoi_lib.people.people import find_people
from hanoi_lib.places import find_places
from hanoi_lib.scan import find_terms
from hanoi_lib.undertakings.commitments import Commitment, find_commitments

CHAIRMAN = "Chairman of the Hanoi People's Committee Le Van Binh"
SECRETARY = "General Secretary Tran Van Duc"


def find(text: str) -> tuple[Commitment, ...]:
    """The commitments of a text published on 10 May 2023."""
    opening = "date 2023-05-10 Officials met in the hall by the lake on Wednesday to speak about the year ahead of them."
    document = Document("example", "example.txt", f"{opening}\n{text}", "")
    passages = find_passages(document)
    terms, published = find_terms(document.plain), find_published(document, passages)
    moments, places = (
        find_moments(document, passages, published),
        find_places(document.plain, passages, terms),
    )
    people = find_people(document, passages, terms, places, moments, published)
    return find_commitments(document, passages, terms, places, moments, people)


def read(text: str) -> list[tuple[str, str, str]]:
    """Kind, actor and action of each commitment."""
    return [(c.kind, c.actor, c.action) for c in find(text)]


TOLD = {
    "Tickets will stay cheap in Hanoi. Instead the city will sell two of its car parks.": [
        ("plan", "Hanoi", "sell two of its car parks")
    ],
    "The People's Committee of Ba Vi district must clear the ground in Hanoi by August.": [
        ("directive", "Hanoi", "clear the ground in Hanoi by August")
    ],
    "Hanoi promised that the hall would be painted in June.": [
        ("plan", "Hanoi", "the hall would be painted in June")
    ],
    f"{SECRETARY} instructed that the report be printed by June.": [
        ("directive", "Tran Van Duc", "the report be printed by June")
    ],
    "Hanoi will plant limes this year and dredge five canals by 2025, Vice Chairman Bui Van Hai of the municipal "
    "People's Committee announced.": [
        ("plan", "Hanoi", "plant limes this year"),
        ("plan", "Hanoi", "dredge five canals by 2025"),
    ],
    "Hanoi's leaders asked the Prime Minister for VND2 trillion to repair the dykes.": [
        ("request", "Hanoi", "VND2 trillion to repair the dykes")
    ],
    "Hanoi's second tunnel is to be finished in 2024, and 40 families will be resettled by June.": [
        ("plan", "Hanoi", "Hanoi's second tunnel is to be finished in 2024"),
        ("plan", "Hanoi", "40 families will be resettled by June"),
    ],
    f"{CHAIRMAN} said a list of unsafe stairs would be ready in the third quarter.": [
        ("plan", "Le Van Binh", "a list of unsafe stairs would be ready in the third quarter")
    ],
    f"The map must be published by June, {CHAIRMAN} said.": [
        ("directive", "Le Van Binh", "The map must be published by June")
    ],
    f"{CHAIRMAN} told the Department of Health to open two wards and the Department of Finance to pay for more "
    "of them in July.": [
        ("directive", "Le Van Binh", "open two wards"),
        ("directive", "Le Van Binh", "pay for more of them in July"),
    ],
    f"{SECRETARY} wanted the Ministry of Justice to submit the bill in June.": [
        ("directive", "Tran Van Duc", "submit the bill in June")
    ],
    f"{CHAIRMAN} asked the districts to fully and regularly report on water.": [
        ("directive", "Le Van Binh", "report on water")
    ],
    f"{CHAIRMAN} gave the wards two weeks to clear the pavements.": [
        ("directive", "Le Van Binh", "clear the pavements")
    ],
    f"{SECRETARY} tasked the Hanoi People's Committee with drawing up rules for boats.": [
        ("directive", "Tran Van Duc", "drawing up rules for boats")
    ],
    "Hanoi has asked that the old pier be rebuilt before 2025.": [
        ("request", "Hanoi", "the old pier be rebuilt before 2025")
    ],
    "Hanoi is going to paint the bridges and, from July on, light them.": [
        ("plan", "Hanoi", "paint the bridges"),
        ("plan", "Hanoi", "from July on, light them"),
    ],
    f"{CHAIRMAN} was firm. The wards, he added, have until June 5 to reply to the owners.": [
        ("directive", "Le Van Binh", "reply to the owners")
    ],
    "The Department of Justice is to complete the handbook by July.": [
        ("plan", "Department of Justice", "complete the handbook by July")
    ],
    f"{CHAIRMAN} gave the districts until the end of June to clear the riverside.": [
        ("directive", "Le Van Binh", "clear the riverside")
    ],
    "The Department of Finance of Hanoi was put in charge of collecting the fees.": [
        ("directive", "Hanoi", "collecting the fees")
    ],
    "Hanoi is about to issue a plan for flood control.": [
        ("plan", "Hanoi", "issue a plan for flood control")
    ],
    "Poverty is to decline to below 2 per cent.": [],
    "The Hanoi People's Committee put the Department of Trade in charge of finding a site, and told both to report in June.": [
        ("directive", "Hanoi People's Committee", "finding a site"),
        ("directive", "Hanoi People's Committee", "report in June"),
    ],
    "The Hanoi Department of Health has undertaken to vaccinate all pupils in the third quarter.": [
        ("plan", "Hanoi Department of Health", "vaccinate all pupils in the third quarter")
    ],
    f"{SECRETARY} set three tasks. Hanoi must clean the canal in June. It must begin work on the tunnel by May.": [
        ("directive", "Tran Van Duc", "clean the canal in June"),
        ("directive", "Tran Van Duc", "begin work on the tunnel by May"),
    ],
    f"{CHAIRMAN} suggested that immediately after the session, the city police urgently clear the square.": [
        ("proposal", "Le Van Binh", "clear the square")
    ],
    "The Hanoi People's Committee has been tasked with submitting the rules to the council in the first quarter.": [
        ("directive", "Hanoi", "submitting the rules to the council in the first quarter")
    ],
    "By the end of June, the Department of Finance of Hanoi must submit a list of 45 projects to the council.": [
        ("directive", "Hanoi", "submit a list of 45 projects to the council")
    ],
    "The Ministry of Justice, which drafted the bill for Hanoi, has promised to publish the rules by July 1.": [
        ("plan", "Ministry of Justice", "publish the rules by July 1")
    ],
    f"{CHAIRMAN} undertook to meet the investors of all projects before August 15, whatever the weather.": [
        ("plan", "Le Van Binh", "meet the investors of all projects before August 15, whatever the weather")
    ],
    f"{SECRETARY} asked Hanoi to clean the canal in June, to plant trees along it, and to move the market.": [
        ("directive", "Tran Van Duc", "clean the canal in June"),
        ("directive", "Tran Van Duc", "plant trees along it"),
        ("directive", "Tran Van Duc", "move the market"),
    ],
    f"{CHAIRMAN} asked the Government to lower the fee for the bridge and to return the land by the lake.": [
        ("request", "Le Van Binh", "lower the fee for the bridge"),
        ("request", "Le Van Binh", "return the land by the lake"),
    ],
    f"{CHAIRMAN} instructed the Department of Finance to publish the list before July 1, he told reporters.": [
        ("directive", "Le Van Binh", "publish the list before July 1")
    ],
    f"{CHAIRMAN} requested that every department appoint a clerk, and that old papers be returned by August.": [
        ("directive", "Le Van Binh", "appoint a clerk"),
        ("directive", "Le Van Binh", "old papers be returned by August"),
    ],
    f"{CHAIRMAN} proposed that the Government allow the city to keep the fines that its police collect.": [
        ("proposal", "Le Van Binh", "allow the city to keep the fines that its police collect")
    ],
    f"{CHAIRMAN} proposed piloting a night market, as well as opening the old gate to visitors from abroad.": [
        ("proposal", "Le Van Binh", "piloting a night market"),
        ("proposal", "Le Van Binh", "opening the old gate to visitors from abroad"),
    ],
    f"{SECRETARY} suggested that Hanoi build a dyke along the upper river and replant the forest above it.": [
        ("directive", "Tran Van Duc", "build a dyke along the upper river"),
        ("directive", "Tran Van Duc", "replant the forest above it"),
    ],
    f"“Hanoi should merge its two museums and open the archive to everybody,” said {SECRETARY}.": [
        ("directive", "Tran Van Duc", "merge its two museums"),
        ("directive", "Tran Van Duc", "open the archive to everybody"),
    ],
    "The Hanoi People's Committee will issue a plan for the lakes in June and submit the accounts to the Government.": [
        ("plan", "Hanoi People's Committee", "issue a plan for the lakes in June"),
        ("plan", "Hanoi People's Committee", "submit the accounts to the Government"),
    ],
    "Hanoi plans to complete the ring road by 2025, build two tunnels, and open the museum in time for the fair.": [
        ("plan", "Hanoi", "complete the ring road by 2025"),
        ("plan", "Hanoi", "build two tunnels"),
        ("plan", "Hanoi", "open the museum in time for the fair"),
    ],
    f"{CHAIRMAN} promised that the city would repair the gate this year and pledged 200 more buses.": [
        ("plan", "Le Van Binh", "repair the gate this year"),
        ("plan", "Le Van Binh", "200 more buses"),
    ],
    f"{CHAIRMAN} made two pledges: to reopen the library by June, and to answer every letter within a week.": [
        ("plan", "Le Van Binh", "reopen the library by June"),
        ("plan", "Le Van Binh", "answer every letter within a week"),
    ],
    f"{CHAIRMAN} reminded contractors that they must not block the road to the hospital during the works.": [
        ("directive", "Le Van Binh", "not block the road to the hospital during the works")
    ],
    f"Hanoi will build a second archive, {CHAIRMAN} said.": [("plan", "Hanoi", "build a second archive")],
}
SILENT = (
    "The Hanoi Party Committee assigned Le Van Binh to hold the position of head of its Office from Monday.",
    "When Hanoi proposed a fair for boats in May, several other cities also said they wanted to hold one.",
    "About 44 million square metres of floor space are to be built in the five years from 2021 to 2025.",
    "The 17th Congress of the Hanoi Party Committee will elect 75 members and review the work of the term.",
    "Hanoi will gain further space when its new districts are drawn on the map in the year that is to come.",
    f"{CHAIRMAN} told the paper of his long-term view for Hanoi after a year that nobody has forgotten.",
    f"{CHAIRMAN} told deputies that revenue should come to about $20 billion, or 120% of the forecast.",
    "The Politburo has decided to assign ten of its members to the Secretariat, it was announced on Monday.",
    f"{SECRETARY} asked Hanoi to keep a close watch on the situation, to gather strength and to stay calm.",
    "We shall meet all targets, and the city will count 36 wards instead of 45, the people of Hanoi were told.",
    "Hanoi has completed the ring road, opened two tunnels and planted 5,000 trees since the start of the year.",
    "Hanoi will be a green city, will become a hub and will have a high quality of life, the resolution says.",
    "Experts said Hanoi should lower its fees and build more parks, but nobody in the hall agreed with them.",
    "If Hanoi can find the money, the city will build a tunnel under the river, residents of the ward believe.",
    "“We will open a new branch in June,” said Nguyen Van An, who runs a bank with offices in Hanoi and Hue.",
    f"{SECRETARY} said that Hanoi must play a leading role, remain united and be lean, honest and efficient.",
    "The budget of Hanoi should reach VND300 trillion and the growth rate will rise to 8% in the second half.",
    "The rate of poor households will fall, the weather will improve, and the road must have cost too much.",
)


@pytest.mark.parametrize("text", TOLD)
def test_each_action_is_a_row_with_its_kind_and_actor(text: str) -> None:
    """Requests go up and directives down; a list of verbs with objects of their own is parted."""
    assert read(text) == TOLD[text]


@pytest.mark.parametrize("text", SILENT)
def test_reports_wishes_conditions_and_remarks_are_no_commitments(text: str) -> None:
    """Nothing undertaken by an actor whom one could later hold to it: no row."""
    assert read(text) == []


DUE = {
    "Hanoi will open the museum before National Day, September 2.": "2023-09-02",
    "Le Van Binh, Chairman of the Hanoi People's Committee, proposed that the Government issue the rules in "
    "December.": "2023-12",
    "Le Van Binh, Chairman of the Hanoi People's Committee, told voters on May 8 that the city will build a "
    "wall.": None,
    "By June 15, the Department of Finance of Hanoi must submit a list of 45 projects.": "2023-06-15",
    "Hanoi will open the museum by the end of 2024.": "2024",
    "In 2024, Hanoi will open the museum by the lake.": "2024",
    "Hanoi will open the museum on September 2, 2024.": "2024-09-02",
    "Hanoi will open the museum, which was closed in 2020.": None,
    "Hanoi will carry out Resolution 15, which was adopted on May 5, 2022.": None,
    "Hanoi will publish its development planning by 2030, with a vision to 2050.": None,
    f"{CHAIRMAN} asked the police to clear the square before June 15.": "2023-06-15",
    f"{CHAIRMAN} asked the police to clear the square so that a fair can open in 2025.": None,
}


@pytest.mark.parametrize("text", DUE)
def test_due_is_the_time_of_the_action_and_of_nothing_else(text: str) -> None:
    """A deadline or the time a plan's sentence opens with; not a law's date, a plan's years or a hoped effect."""
    assert [c.due for c in find(text)] == [DUE[text]]


def test_an_announced_list_is_told_item_by_item_and_only_once() -> None:
    """ "Two proposals: First, ... Second, ..." gives the items; telling them again gives nothing."""
    text = (
        "In 2024, the Hanoi Party Committee will submit two proposals to the Politburo. "
        "First, it is a new law on the old quarter. Second, it is a fund for the craft villages.\n"
        "As was said before, in 2024 the Hanoi Party Committee will submit two proposals to the Politburo. "
        "First, there is the law on the old quarter. Second, there is the fund for villages."
    )
    assert [(c.action, c.due) for c in find(text)] == [
        ("a new law on the old quarter", "2024"),
        ("a fund for the craft villages", "2024"),
    ]


def test_an_answer_inherits_the_year_that_the_question_asks_about() -> None:
    """ "What will you do in 2024?" dates the first thing that is answered."""
    text = (
        f"{CHAIRMAN} answered our questions about the lakes, the roads and the schools of the capital.\n"
        "Reporter: What does the city mean to do about the lakes in 2024?\n"
        "Mr. Le Van Binh: The city will dredge the western lake and move the boats. The city will also build a pier."
    )
    assert [(c.action, c.due) for c in find(text)] == [
        ("dredge the western lake", "2024"),
        ("move the boats", "2024"),
        ("build a pier", None),
    ]


def test_a_passive_request_is_the_speakers() -> None:
    """ "Departments were told to ..." is put down to whoever spoke before, and addressed to the departments."""
    text = f"{SECRETARY} asked Hanoi to dredge its lakes. Departments were told to publish the list of fees by June."
    assert [(c.actor, c.counterpart) for c in find(text)] == [
        ("Tran Van Duc", "Hanoi"),
        ("Tran Van Duc", "Departments"),
    ]


def test_a_requests_counterpart_carries_over_to_what_is_called_for() -> None:
    """What is said to have been presented to the Government makes the calls that follow requests to it."""
    text = (
        f"{CHAIRMAN} presented the Government with two proposals. "
        "He called for the river to be dredged. Binh also urged for more funds in moving the old factory."
    )
    assert [(c.kind, c.counterpart) for c in find(text)] == [("request", "Government")] * 2
