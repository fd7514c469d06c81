"""Who is named, who holds what, and who speaks: example sentences of news from Vietnamese cities."""

import pytest

from hanoi_lib.dates import find_moments
from hanoi_lib.documents import Document
from hanoi_lib.passages import find_passages
from hanoi_lib.people import People, find_people
from hanoi_lib.places import Places
from hanoi_lib.published import find_published
from hanoi_lib.scan import find_terms

PARTY, STATE, CENTRAL = (
    "Communist Party of Vietnam",
    "Socialist Republic of Vietnam",
    "Party Central Committee",
)
TODAY = "date 2023-05-10 "


def read(text: str, place: str = "Hanoi") -> People:
    """The people of a text that is about one place and was published on 10 May 2023."""
    document = Document("example", "example.txt", TODAY + text, "")
    passages = find_passages(document)
    published = find_published(document, passages)
    terms, moments = find_terms(document.plain), find_moments(document, passages, published)
    return find_people(document, passages, terms, Places(terms, document.plain, place), moments, published)


def told(text: str, place: str = "Hanoi") -> list[tuple[str, str, str, str]]:
    """What a text attests: person, role, organization, tense."""
    return [(a.name, a.role, a.organization, a.tense) for a in read(text, place).attestations]


def now(*rows: tuple[str, str, str]) -> list[tuple[str, str, str, str]]:
    """The same as sightings of the present."""
    return [(*row, "present") for row in rows]


BEFORE = {
    "Secretary of the Hanoi Party Committee Le Thu Ha opened the fair on Friday, saying it would help craft villages.": now(
        ("Le Thu Ha", "secretary", "Hanoi Party Committee")
    ),
    "Hà Nội Party Secretary Lê Thu Hà opened the fair on Friday, saying that it would help craft villages sell more.": now(
        ("Le Thu Ha", "secretary", "Hanoi Party Committee")
    ),
    "The fair was opened on Friday by municipal Party chief LÊ THU HÀ, who said that it would help the craft villages.": now(
        ("Le Thu Ha", "secretary", "Hanoi Party Committee")
    ),
    "NA Chairman Dang Quoc Viet and Deputy PM Bui Van Lap attended the ceremony, which drew hundreds of local residents.": now(
        ("Dang Quoc Viet", "chairman", "National Assembly"),
        ("Bui Van Lap", "deputy prime minister", STATE),
    ),
    "Finance Minister Hoang Duc Minh told deputies that the ministry would pay out the money by the end of the quarter.": now(
        ("Hoang Duc Minh", "minister", "Ministry of Finance")
    ),
    "Deputy Minister of Culture, Sports and Tourism Ta Quang Loc praised the city for its effort to preserve the quarter.": now(
        ("Ta Quang Loc", "deputy minister", "Ministry of Culture, Sports and Tourism")
    ),
    "Minister of Public Security General Mai Van Tin thanked the local police force for what it had achieved this year.": now(
        ("Mai Van Tin", "minister", "Ministry of Public Security")
    ),
    "The delegation was received by Standing Vice Chairwoman of the municipal People's Council Phung Thi Nga on Monday.": now(
        ("Phung Thi Nga", "standing vice chairman", "Hanoi People's Council")
    ),
    "Acting Chairman of the city's People's Committee Vu Dinh Khoa said that the work would be finished before Tet.": now(
        ("Vu Dinh Khoa", "acting chairman", "Hanoi People's Committee")
    ),
    "Politburo member, Secretary of the Party Central Committee and head of its Inspection Commission Do Van Hoe spoke first.": now(
        ("Do Van Hoe", "member", "Politburo"),
        ("Do Van Hoe", "secretary", CENTRAL),
        ("Do Van Hoe", "head", "Central Inspection Commission"),
    ),
    "Party General Secretary and State President Cao Ba Long met voters of three districts in the capital on Saturday.": now(
        ("Cao Ba Long", "general secretary", PARTY), ("Cao Ba Long", "state president", STATE)
    ),
    "President Cao Ba Long hosted a banquet in honour of the guests, the Presidential Office said in a press release.": now(
        ("Cao Ba Long", "state president", STATE)
    ),
    "Deputy Prime Ministers Bui Van Lap and Ha Kim Son joined the conference from the headquarters of the Government.": now(
        ("Bui Van Lap", "deputy prime minister", STATE), ("Ha Kim Son", "deputy prime minister", STATE)
    ),
    "Standing Board member of the Hanoi Party Committee and director of the Hanoi Police Dam Van Tho reported on traffic.": now(
        ("Dam Van Tho", "member", "Standing Committee of the Hanoi Party Committee"),
        ("Dam Van Tho", "director", "Hanoi Police"),
    ),
    "Hanoi Mayor Vu Dinh Khoa promised on Sunday that every ward would have a clinic of its own before the school year.": now(
        ("Vu Dinh Khoa", "chairman", "Hanoi People's Committee")
    ),
    "The newly elected Vice Secretary of the Hanoi Party Committee, Tran Quoc To, thanked the delegates for their trust.": now(
        ("Tran Quoc To", "deputy secretary", "Hanoi Party Committee")
    ),
}

AFTER = {
    "Le Thu Ha, Secretary of the Hanoi Party Committee, opened the fair on Friday, saying it would help the villages.": now(
        ("Le Thu Ha", "secretary", "Hanoi Party Committee")
    ),
    "Ms. Phung Thi Nga (second, left), Chairwoman of the Hanoi People's Council, visits a family in Dong Anh District.": now(
        ("Phung Thi Nga", "chairman", "Hanoi People's Council")
    ),
    "Le Thu Ha, 51, a member of the Political Bureau and permanent member of the Party Central Committee's Secretariat, spoke.": now(
        ("Le Thu Ha", "member", "Politburo"), ("Le Thu Ha", "permanent member", "Secretariat")
    ),
    "Guests were Ta Quang Loc, Minister of Home Affairs; Dam Van Tho, Chief of the Office of the Government; and Mai Van Tin.": now(
        ("Ta Quang Loc", "minister", "Ministry of Home Affairs"),
        ("Dam Van Tho", "chief", "Government Office"),
    ),
    "Ta Quang Loc, who is also head of the Hanoi delegation of National Assembly deputies, passed on what voters had asked.": now(
        ("Ta Quang Loc", "head", "Hanoi National Assembly Delegation")
    ),
    "Ta Quang Loc and Dam Van Tho, Vice Chairmen of the Hanoi People's Committee, inspected the dyke before the storm came.": now(
        ("Ta Quang Loc", "vice chairman", "Hanoi People's Committee"),
        ("Dam Van Tho", "vice chairman", "Hanoi People's Committee"),
    ),
    "According to Ngo Dinh Bac, director of the city's Department of Health, all the patients have since gone home.": now(
        ("Ngo Dinh Bac", "director", "Hanoi Department of Health")
    ),
    "Kieu Van Dat, Chairman of Thanh Tri District People's Committee, said the market would open in time for the holiday.": now(
        ("Kieu Van Dat", "chairman", "Thanh Tri District People's Committee")
    ),
    "Mai Van Tin is Chairman of the Committee for Economic Affairs of the National Assembly and a native of the city.": now(
        ("Mai Van Tin", "chairman", "Committee for Economic Affairs of the National Assembly")
    ),
}

CHANGES = {
    "The Hanoi People's Council on Friday elected Vu Dinh Khoa Chairman of the municipal People's Committee.": [
        ("Vu Dinh Khoa", "chairman", "Hanoi People's Committee", "start")
    ],
    "The Politburo has appointed Le Thu Ha as Secretary of the Hanoi Party Committee for the rest of the 2020-2025 term.": [
        ("Le Thu Ha", "secretary", "Hanoi Party Committee", "start")
    ],
    "Vu Dinh Khoa, Deputy Secretary of the Hanoi Party Committee, was elected to be Chairman of the People's Committee.": [
        ("Vu Dinh Khoa", "deputy secretary", "Hanoi Party Committee", "present"),
        ("Vu Dinh Khoa", "chairman", "Hanoi People's Committee", "start"),
    ],
    "Le Thu Ha was assigned by the Politburo to the post of Secretary of the Hanoi Party Committee, replacing Cao Ba Long.": [
        ("Le Thu Ha", "secretary", "Hanoi Party Committee", "start"),
        ("Cao Ba Long", "secretary", "Hanoi Party Committee", "end"),
    ],
    "Vu Dinh Khoa was dismissed from the position of Chairman of the Hanoi People's Committee at a meeting of the council.": [
        ("Vu Dinh Khoa", "chairman", "Hanoi People's Committee", "end")
    ],
    "The council relieved Vu Dinh Khoa of his post as Chairman of the People's Committee and elected Ha Kim Son in his place.": [
        ("Vu Dinh Khoa", "chairman", "Hanoi People's Committee", "end"),
        ("Ha Kim Son", "chairman", "Hanoi People's Committee", "start"),
    ],
}

PAST = {
    "Former Secretary of the Hanoi Party Committee Cao Ba Long attended the ceremony together with hundreds of veterans.": [
        ("Cao Ba Long", "secretary", "Hanoi Party Committee", "past")
    ],
    "Mai Van Tin, then Chairman of the Hanoi People's Committee, had promised to tear down the building within a year.": [
        ("Mai Van Tin", "chairman", "Hanoi People's Committee", "past")
    ],
    "Mai Van Tin, who was Chairman of the Hanoi People's Committee until 2020, said that the plan had been sound enough.": [
        ("Mai Van Tin", "chairman", "Hanoi People's Committee", "past")
    ],
    "The late General Secretary Cao Ba Long had written the preface to the book, which was presented in Hanoi on Sunday.": [
        ("Cao Ba Long", "general secretary", PARTY, "past")
    ],
}

NOTHING = (
    "Cadres keep studying and following President Ho Chi Minh's ideology, morality and lifestyle, the report points out.",
    "Trucks are banned from Le Duan Street, Vo Nguyen Giap street and Tran Hung Dao Bridge until the end of the month.",
    "The new school stands in Hoang Mai District, next to Nguyen Trai Park and the Phan Dinh Phung Ward headquarters.",
    "Children fly kites on the dyke. Photo: Pham Van Hung/The Hanoi News",
    "The Secretary of the Hanoi Party Committee asked every district to report on the matter before the end of May.",
    "Members of the Standing Board of the Hanoi Party Committee will take turns to receive residents at the office.",
    "Vu Dinh Khoa will be introduced to the council to be elected as Chairman of the Hanoi People's Committee in June.",
    "Candidates for chairman of the club must be residents of the city and over eighteen years old, the rules say.",
    "He asked the Chairman of the Hanoi People's Committee to report, and Dam Van Tho was told to write it down at once.",
)


@pytest.mark.parametrize("sentence", BEFORE)
def test_an_office_belongs_to_the_name_right_behind_it(sentence: str) -> None:
    """Titles before a name, stacked, abbreviated, qualified, plural: each is one attestation."""
    assert told(sentence) == BEFORE[sentence]


@pytest.mark.parametrize("sentence", AFTER)
def test_an_office_in_apposition_belongs_to_the_name_before_it(sentence: str) -> None:
    """Titles after a name, in lists, relative clauses and as what somebody is."""
    assert told(sentence) == AFTER[sentence]


@pytest.mark.parametrize("sentence", CHANGES)
def test_an_appointment_and_a_dismissal_are_told_apart(sentence: str) -> None:
    """Who is elected starts, who is relieved or replaced ends."""
    assert told(sentence) == CHANGES[sentence]


@pytest.mark.parametrize("sentence", PAST)
def test_a_former_office_attests_the_past_only(sentence: str) -> None:
    """Former, then, late, until: the tense is past."""
    assert told(sentence) == PAST[sentence]


@pytest.mark.parametrize("sentence", NOTHING)
def test_no_post_where_none_is_told(sentence: str) -> None:
    """Streets, bylines, the honoured dead, offices without a holder, plans and candidates."""
    assert told(sentence) == []
