"""Who is named, who holds what, and who speaks: example sentences of news from Vietnamese cities."""

import pytest

from hanoi_lib.dates.moments import find_moments
from hanoi_lib.dates.published import find_published
from hanoi_lib.documents import Document, fold
from hanoi_lib.passages import Passage, find_passages
from hanoi_lib.people.people import People, find_people
from hanoi_lib.places import Places
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


def read_with_passages(text: str) -> tuple[People, tuple[Passage, ...]]:
    """The people of a text about Hanoi, and its passages."""
    return read(text), find_passages(Document("example", "example.txt", TODAY + text, ""))


def document_words(text: str, start: int, end: int) -> str:
    """The folded words of a text between two offsets of its document."""
    return fold(TODAY + text)[start:end]


ROUGHLY = {"new": "start", "gone": "end", "until": "past"}  # whether the day is told is tested by itself


def told(text: str, place: str = "Hanoi") -> list[tuple[str, str, str, str]]:
    """What a text attests: person, role, organization, tense."""
    found = read(text, place).attestations
    return [(a.name, a.role, a.organization, ROUGHLY.get(a.tense, a.tense)) for a in found]


def now(*rows: tuple[str, str, str]) -> list[tuple[str, str, str, str]]:
    """The same as sightings of the present."""
    return [(*row, "present") for row in rows]


BEFORE = {
    "Secretary of the Hanoi Party Committee Le Thu Ha opened the fair on Friday, saying it would help "
    "craft villages.": now(("Le Thu Ha", "secretary", "Hanoi Party Committee")),
    "Hà Nội Party Secretary Lê Thu Hà opened the fair on Friday, saying that it would help craft "
    "villages sell more.": now(("Le Thu Ha", "secretary", "Hanoi Party Committee")),
    "The fair was opened on Friday by municipal Party chief LÊ THU HÀ, who said that it would help the "
    "craft villages.": now(("Le Thu Ha", "secretary", "Hanoi Party Committee")),
    "NA Chairman Dang Quoc Viet and Deputy PM Bui Van Lap attended the ceremony, which drew hundreds of "
    "local residents.": now(
        ("Dang Quoc Viet", "chairman", "National Assembly"),
        ("Bui Van Lap", "deputy prime minister", STATE),
    ),
    "Finance Minister Hoang Duc Minh told deputies that the ministry would pay out the money by the end "
    "of the quarter.": now(("Hoang Duc Minh", "minister", "Ministry of Finance")),
    "Deputy Minister of Culture, Sports and Tourism Ta Quang Loc praised the city for its effort to "
    "preserve the quarter.": now(
        ("Ta Quang Loc", "deputy minister", "Ministry of Culture, Sports and Tourism")
    ),
    "Minister of Public Security General Mai Van Tin thanked the local police force for what it had "
    "achieved this year.": now(("Mai Van Tin", "minister", "Ministry of Public Security")),
    "The delegation was received by Standing Vice Chairwoman of the municipal People's Council Phung Thi "
    "Nga on Monday.": now(("Phung Thi Nga", "standing vice chairman", "Hanoi People's Council")),
    "Acting Chairman of the city's People's Committee Vu Dinh Khoa said that the work would be finished "
    "before Tet.": now(("Vu Dinh Khoa", "acting chairman", "Hanoi People's Committee")),
    "Politburo member, Secretary of the Party Central Committee and head of its Inspection Commission Do "
    "Van Hoe spoke first.": now(
        ("Do Van Hoe", "member", "Politburo"),
        ("Do Van Hoe", "secretary", CENTRAL),
        ("Do Van Hoe", "head", "Central Inspection Commission"),
    ),
    "Party General Secretary and State President Cao Ba Long met voters of three districts in the "
    "capital on Saturday.": now(
        ("Cao Ba Long", "general secretary", PARTY), ("Cao Ba Long", "state president", STATE)
    ),
    "President Cao Ba Long hosted a banquet in honour of the guests, the Presidential Office said in a "
    "press release.": now(("Cao Ba Long", "state president", STATE)),
    "Deputy Prime Ministers Bui Van Lap and Ha Kim Son joined the conference from the headquarters of "
    "the Government.": now(
        ("Bui Van Lap", "deputy prime minister", STATE), ("Ha Kim Son", "deputy prime minister", STATE)
    ),
    "Standing Board member of the Hanoi Party Committee and director of the Hanoi Police Dam Van Tho "
    "reported on traffic.": now(
        ("Dam Van Tho", "member", "Standing Committee of the Hanoi Party Committee"),
        ("Dam Van Tho", "director", "Hanoi Police"),
    ),
    "Hanoi Mayor Vu Dinh Khoa promised on Sunday that every ward would have a clinic of its own before "
    "the school year.": now(("Vu Dinh Khoa", "chairman", "Hanoi People's Committee")),
    "Chief of Police of Hanoi Major General Dam Van Tho and Deputy Director of the Hanoi Department of "
    "Health, Dr. Ngo Thi Bac, spoke.": now(
        ("Dam Van Tho", "chief", "Hanoi Police"),
        ("Ngo Thi Bac", "deputy director", "Hanoi Department of Health"),
    ),
    "The six Vice Chairmen of the Hanoi People's Council, including Ta Quang Loc and Dam Van Tho, also "
    "took part.": now(
        ("Ta Quang Loc", "vice chairman", "Hanoi People's Council"),
        ("Dam Van Tho", "vice chairman", "Hanoi People's Council"),
    ),
    "The new Party Secretary of the central province of Ha Tinh is Mr. Tran Quoc To, who was born there "
    "in 1971.": now(("Tran Quoc To", "secretary", "Ha Tinh Party Committee")),
    "Ho Chi Minh City's Party chief Mai Van Tin and his wife were among the guests of the evening in the "
    "Opera House.": now(("Mai Van Tin", "secretary", "Ho Chi Minh City Party Committee")),
    "In the southern province of Vinh Long, Secretary of the provincial Party Committee Mai Van Tin "
    "spoke of orchards.": now(("Mai Van Tin", "secretary", "Vinh Long Party Committee")),
    "The newly elected Vice Secretary of the Hanoi Party Committee, Tran Quoc To, thanked the delegates "
    "for their trust.": now(("Tran Quoc To", "deputy secretary", "Hanoi Party Committee")),
}

TITLES = {
    "Hanoi Party Committee Secretary": ("secretary", "Hanoi Party Committee"),
    "Hanoi Party Committee's Permanent Deputy Secretary": (
        "permanent deputy secretary",
        "Hanoi Party Committee",
    ),
    "Chairman of the Vietnam Fatherland Front Committee of Hai Duong": (
        "chairman",
        "Hai Duong Fatherland Front Committee",
    ),
    "Secretary of the Ha Tinh City Party Committee": ("secretary", "Ha Tinh City Party Committee"),
    "Chairman of Hanoi's 16th People's Council": ("chairman", "Hanoi People's Council"),
    "Director of the municipal Home Affairs Department": ("director", "Hanoi Department of Home Affairs"),
    "member of the Hanoi Party Standing Committee": (
        "member",
        "Standing Committee of the Hanoi Party Committee",
    ),
    "head of the CPV Central Committee's Organisation Commission": (
        "head",
        "Central Organization Commission",
    ),
    "Secretary of the Party Committee of Ha Noi": ("secretary", "Hanoi Party Committee"),
    "Party Secretary of Da Nang": ("secretary", "Da Nang Party Committee"),
    "Secretary of Soc Son District Party Committee": ("secretary", "Soc Son District Party Committee"),
    "Vice Secretary of HCMC's Party Committee": ("deputy secretary", "Ho Chi Minh City Party Committee"),
    "Hanoi People's Council Chairwoman": ("chairman", "Hanoi People's Council"),
    "Chairman of the People's Committee of the central coastal city of Da Nang": (
        "chairman",
        "Da Nang People's Committee",
    ),
    "Chairman of the 16th-tenure Hanoi People's Council": ("chairman", "Hanoi People's Council"),
    "Chairman of Ba Dinh District": ("chairman", "Ba Dinh District People's Committee"),
    "Vice Chairwoman of the Hanoi People's Committee": ("vice chairman", "Hanoi People's Committee"),
    "city mayor": ("chairman", "Hanoi People's Committee"),
    "vice mayor of Hanoi": ("vice chairman", "Hanoi People's Committee"),
    "Director of the Hanoi Department of Planning and Architecture": (
        "director",
        "Hanoi Department of Planning and Architecture",
    ),
    "Deputy Director of the municipal Department of Health": (
        "deputy director",
        "Hanoi Department of Health",
    ),
    "National Assembly (NA) Chairman": ("chairman", "National Assembly"),
    "Permanent Vice Chairman of the National Assembly": ("permanent vice chairman", "National Assembly"),
    "Vice State President": ("vice president", STATE),
    "Vietnamese President": ("state president", STATE),
    "PM": ("prime minister", STATE),
    "Permanent Deputy Prime Minister": ("permanent deputy prime minister", STATE),
    "Deputy Foreign Minister": ("deputy minister", "Ministry of Foreign Affairs"),
    "Minister of Labour, Invalids and Social Affairs": (
        "minister",
        "Ministry of Labour, Invalids and Social Affairs",
    ),
    "General Secretary of the Communist Party of Vietnam Central Committee": ("general secretary", PARTY),
    "General Secretary of the Vietnam Fatherland Front Central Committee": (
        "general secretary",
        "Vietnam Fatherland Front Central Committee",
    ),
    "permanent member of the Party Central Committee's Secretariat": ("permanent member", "Secretariat"),
    "member of the Standing Board of the Hanoi Party Committee": (
        "member",
        "Standing Committee of the Hanoi Party Committee",
    ),
    "head of the Party Central Committee's Commission for Internal Affairs": (
        "head",
        "Central Internal Affairs Commission",
    ),
    "Chief of the Party Central Committee's Office": ("chief", "Party Central Committee Office"),
    "State Auditor General": ("auditor general", "State Audit Office of Vietnam"),
    "Governor of the State Bank of Vietnam": ("governor", "State Bank of Vietnam"),
}

AFTER = {
    "Le Thu Ha, who chairs the Hanoi People's Council, opened the fair.": now(
        ("Le Thu Ha", "chairman", "Hanoi People's Council")
    ),
    "Le Thu Ha now heads the Inspection Commission of the Hanoi Party Committee.": now(
        ("Le Thu Ha", "head", "Inspection Commission of the Hanoi Party Committee")
    ),
    "Le Thu Ha, Director of the Ho Chi Minh National Academy of Politics, spoke in Hanoi.": now(
        ("Le Thu Ha", "director", "Ho Chi Minh National Academy of Politics")
    ),
    "Le Thu Ha, Head of the Board for Propaganda and Education of the Hanoi Party Committee, spoke.": now(
        ("Le Thu Ha", "head", "Propaganda and Education Board of the Hanoi Party Committee")
    ),
    "Le Thu Ha, the 51-year-old Party chief of Hue, spoke.": now(
        ("Le Thu Ha", "secretary", "Hue Party Committee")
    ),
    "Le Thu Ha went into the vote as Deputy Secretary of the Hanoi Party Committee.": now(
        ("Le Thu Ha", "deputy secretary", "Hanoi Party Committee")
    ),
    "Secretary of the Hanoi Party Committee Le Thu Ha, who like him sits on the Politburo, and Chairman of "
    "the Hanoi People's Committee Tran Van Binh cut the ribbon.": now(
        ("Le Thu Ha", "secretary", "Hanoi Party Committee"),
        ("Le Thu Ha", "member", "Politburo"),
        ("Tran Van Binh", "chairman", "Hanoi People's Committee"),
    ),
    "Le Thu Ha is serving her second term on the Party Central Committee.": now(
        ("Le Thu Ha", "member", CENTRAL)
    ),
    "Ta Quang Loc, Secretary of the Party Committee, Chairman of the People's Council of Gia Loc Commune, "
    "spoke for the communes.": now(
        ("Ta Quang Loc", "secretary", "Gia Loc Commune Party Committee"),
        ("Ta Quang Loc", "chairman", "Gia Loc Commune People's Council"),
    ),
    "Le Thu Ha, Secretary of the Party Committee of the Viet Nam Fatherland Front and Central Mass "
    "Organisations, was there.": now(
        ("Le Thu Ha", "secretary", "Party Committee of the Fatherland Front and Central Mass Organizations")
    ),
    "Le Thu Ha, Secretary of the Hanoi Party Committee, opened the fair on Friday, saying it would help "
    "the villages.": now(("Le Thu Ha", "secretary", "Hanoi Party Committee")),
    "Ms. Phung Thi Nga (second, left), Chairwoman of the Hanoi People's Council, visits a family in Dong "
    "Anh District.": now(("Phung Thi Nga", "chairman", "Hanoi People's Council")),
    "Le Thu Ha, 51, a member of the Political Bureau and permanent member of the Party Central "
    "Committee's Secretariat, spoke.": now(
        ("Le Thu Ha", "member", "Politburo"), ("Le Thu Ha", "permanent member", "Secretariat")
    ),
    "Guests were Ta Quang Loc, Minister of Home Affairs; Dam Van Tho, Chief of the Office of the "
    "Government; and Mai Van Tin.": now(
        ("Ta Quang Loc", "minister", "Ministry of Home Affairs"),
        ("Dam Van Tho", "chief", "Government Office"),
    ),
    "Ta Quang Loc, who is also head of the Hanoi delegation of National Assembly deputies, passed on "
    "what voters had asked.": now(("Ta Quang Loc", "head", "Hanoi National Assembly Delegation")),
    "Ta Quang Loc and Dam Van Tho, Vice Chairmen of the Hanoi People's Committee, inspected the dyke "
    "before the storm came.": now(
        ("Ta Quang Loc", "vice chairman", "Hanoi People's Committee"),
        ("Dam Van Tho", "vice chairman", "Hanoi People's Committee"),
    ),
    "According to Ngo Dinh Bac, director of the city's Department of Health, all the patients have since "
    "gone home.": now(("Ngo Dinh Bac", "director", "Hanoi Department of Health")),
    "Kieu Van Dat, Chairman of Thanh Tri District People's Committee, said the market would open in time "
    "for the holiday.": now(("Kieu Van Dat", "chairman", "Thanh Tri District People's Committee")),
    "Mai Van Tin is Chairman of the Committee for Economic Affairs of the National Assembly and a native "
    "of the city.": now(
        ("Mai Van Tin", "chairman", "Committee for Economic Affairs of the National Assembly")
    ),
}

CHANGES = {
    "The Politburo approved Le Thu Ha, a member of the Party Central Committee, to hold the position of "
    "Secretary of the Hanoi Party Committee.": [
        ("Le Thu Ha", "member", "Party Central Committee", "present"),
        ("Le Thu Ha", "secretary", "Hanoi Party Committee", "start"),
    ],
    "On Monday the appointment decision of Secretary of the Hanoi Party Committee was handed to the city; it "
    "names Le Thu Ha.": [],
    "He handed over the appointment decision of Secretary of the Hanoi Party Committee to Le Thu Ha.": [
        ("Le Thu Ha", "secretary", "Hanoi Party Committee", "start")
    ],
    "The council voted on the dismissal of the Chairman of the Hanoi People's Committee for Mai Van Tin.": [
        ("Mai Van Tin", "chairman", "Hanoi People's Committee", "end")
    ],
    "Le Thu Ha has been picked to lead the Hanoi People's Council.": [
        ("Le Thu Ha", "chairman", "Hanoi People's Council", "start")
    ],
    "Le Thu Ha gives up her work as Secretary of the Hanoi Party Committee.": [
        ("Le Thu Ha", "secretary", "Hanoi Party Committee", "end")
    ],
    "Under a decision signed by the Prime Minister, Le Thu Ha becomes Chairwoman of the Hanoi People's "
    "Committee.": [("Le Thu Ha", "chairman", "Hanoi People's Committee", "start")],
    "All members of the new Hanoi Party Committee have voted for Le Thu Ha as its Secretary.": [
        ("Le Thu Ha", "secretary", "Hanoi Party Committee", "start")
    ],
    "Mai Van Tin has been replaced by Le Thu Ha as Secretary of the Hanoi Party Committee.": [
        ("Mai Van Tin", "secretary", "Hanoi Party Committee", "past"),
        ("Le Thu Ha", "secretary", "Hanoi Party Committee", "start"),
    ],
    "Le Thu Ha became Secretary of the Hanoi Party Committee on May 2 after Mai Van Tin stepped down.": [
        ("Le Thu Ha", "secretary", "Hanoi Party Committee", "start"),
        ("Mai Van Tin", "secretary", "Hanoi Party Committee", "past"),
    ],
    "Le Thu Ha, Secretary of the Hanoi Party Committee, spoke. Her predecessor Mai Van Tin listened.": [
        ("Le Thu Ha", "secretary", "Hanoi Party Committee", "present"),
        ("Mai Van Tin", "secretary", "Hanoi Party Committee", "past"),
    ],
    "The congress has elected Vu Dinh Khoa to the Politburo, and Ha Kim Son reported to the Secretariat.": [
        ("Vu Dinh Khoa", "member", "Politburo", "start")
    ],
    "In July, Vu Dinh Khoa was elected to the 12th Party Central Committee, as he had hoped.": [
        ("Vu Dinh Khoa", "member", "Party Central Committee", "start")
    ],
    "The council elected Vu Dinh Khoa, Head of the Hanoi Party Committee's Inspection Commission, term "
    "2015-2020, as Vice Chairman of the People's Council for the 2021-2026 term.": [
        ("Vu Dinh Khoa", "head", "Inspection Commission of the Hanoi Party Committee", "present"),
        ("Vu Dinh Khoa", "vice chairman", "Hanoi People's Council", "start"),
    ],
    "The council elected Mr. Tran Van Bay, Chief Inspector of Ho Chi Minh City, as Vice Chairman of the Ho "
    "Chi Minh City People's Committee.": [
        ("Tran Van Bay", "chief inspector", "Ho Chi Minh City Inspectorate", "present"),
        ("Tran Van Bay", "vice chairman", "Ho Chi Minh City People's Committee", "start"),
    ],
    "Vu Dinh Khoa, whom the National Assembly elected as its Chairman on Friday, thanked the deputies.": [
        ("Vu Dinh Khoa", "chairman", "National Assembly", "start")
    ],
    "Head of the Hanoi Party Committee's Inspection Commission, Vu Dinh Khoa, and the President of the "
    "Hanoi Labour Federation, Ha Kim Son were elected as Vice Chairmen of the People's Committee.": [
        ("Vu Dinh Khoa", "head", "Inspection Commission of the Hanoi Party Committee", "present"),
        ("Ha Kim Son", "president", "Hanoi Federation of Labour", "present"),
        ("Ha Kim Son", "vice chairman", "Hanoi People's Committee", "start"),
    ],
    "The Hanoi People's Council on Friday elected Vu Dinh Khoa Chairman of the municipal People's "
    "Committee.": [("Vu Dinh Khoa", "chairman", "Hanoi People's Committee", "start")],
    "The Politburo has appointed Le Thu Ha as Secretary of the Hanoi Party Committee for the rest of the "
    "2020-2025 term.": [("Le Thu Ha", "secretary", "Hanoi Party Committee", "start")],
    "Vu Dinh Khoa, Deputy Secretary of the Hanoi Party Committee, was elected to be Chairman of the "
    "People's Committee.": [
        ("Vu Dinh Khoa", "deputy secretary", "Hanoi Party Committee", "present"),
        ("Vu Dinh Khoa", "chairman", "Hanoi People's Committee", "start"),
    ],
    "Le Thu Ha was assigned by the Politburo to the post of Secretary of the Hanoi Party Committee, "
    "replacing Cao Ba Long.": [
        ("Le Thu Ha", "secretary", "Hanoi Party Committee", "start"),
        ("Cao Ba Long", "secretary", "Hanoi Party Committee", "past"),
    ],
    "Vu Dinh Khoa was dismissed from the position of Chairman of the Hanoi People's Committee at a "
    "meeting of the council.": [("Vu Dinh Khoa", "chairman", "Hanoi People's Committee", "end")],
    "The council relieved Vu Dinh Khoa of his post as Chairman of the People's Committee and elected Ha "
    "Kim Son in his place.": [
        ("Vu Dinh Khoa", "chairman", "Hanoi People's Committee", "end"),
        ("Ha Kim Son", "chairman", "Hanoi People's Committee", "start"),
    ],
}

CHANGES |= {
    "Cao Ba Long ceases to be Secretary of the Hai Phong Party Committee and becomes Secretary of the "
    "Hanoi Party Committee.": [
        ("Cao Ba Long", "secretary", "Hai Phong Party Committee", "end"),
        ("Cao Ba Long", "secretary", "Hanoi Party Committee", "start"),
    ],
    "Vu Dinh Khoa is the new Chairman of the Hanoi People's Committee. His predecessor Mai Van Tin "
    "retired in March.": [
        ("Vu Dinh Khoa", "chairman", "Hanoi People's Committee", "present"),
        ("Mai Van Tin", "chairman", "Hanoi People's Committee", "past"),
    ],
    "Le Thu Ha succeeds Cao Ba Long as Secretary of the Hanoi Party Committee, the Politburo announced "
    "on Sunday.": [
        ("Le Thu Ha", "secretary", "Hanoi Party Committee", "start"),
        ("Cao Ba Long", "secretary", "Hanoi Party Committee", "past"),
    ],
    "Le Thu Ha has become Secretary of the Hanoi Party Committee, a post that had been vacant for almost "
    "two months.": [("Le Thu Ha", "secretary", "Hanoi Party Committee", "start")],
    "The council elected Mr. Ta Quang Loc, Director of the Department of Home Affairs; and Ms. Mai Thi Tin, "
    "a doctor, as Vice Chairmen of the Hanoi People's Committee for the 16th term.": [
        ("Ta Quang Loc", "director", "Hanoi Department of Home Affairs", "present"),
        ("Ta Quang Loc", "vice chairman", "Hanoi People's Committee", "start"),
        ("Mai Thi Tin", "vice chairman", "Hanoi People's Committee", "start"),
    ],
    "Ta Quang Loc and Dam Van Tho were named Chairman of Dong Anh District and Chairman of Soc Son "
    "District, respectively.": [
        ("Ta Quang Loc", "chairman", "Dong Anh District People's Committee", "start"),
        ("Dam Van Tho", "chairman", "Soc Son District People's Committee", "start"),
    ],
    "The Politburo appointed Le Thu Ha, Minister of Justice, as Secretary of the Hanoi Party Committee on "
    "Monday.": [
        ("Le Thu Ha", "minister", "Ministry of Justice", "present"),
        ("Le Thu Ha", "secretary", "Hanoi Party Committee", "start"),
    ],
    "The council dismissed Mr. Mai Van Tin as Vice Chairman of the People's Committee, as he is going to "
    "retire in June.": [("Mai Van Tin", "vice chairman", "Hanoi People's Committee", "end")],
}

PAST = {
    "Le Thu Ha was Chairwoman of the Members' Council of the Saigon Rice Group and Vice Chairwoman of the "
    "National Assembly Office.": [
        ("Le Thu Ha", "chairman", "Members' Council of the Saigon Rice Group", "past"),
        ("Le Thu Ha", "vice chairman", "National Assembly Office", "past"),
    ],
    "Until June, Mai Van Tin had led the Party Committee of Lao Cai as its Secretary.": [
        ("Mai Van Tin", "secretary", "Lao Cai Party Committee", "past")
    ],
    "In those weeks Mai Van Tin had been running the administration as Acting Chairman.": [
        ("Mai Van Tin", "acting chairman", "Hanoi People's Committee", "past")
    ],
    "Former Chairman of the People's Council of the former province of Binh Duong Mai Van Tin was there.": [
        ("Mai Van Tin", "chairman", "Binh Duong People's Council", "past")
    ],
    "Voters praised Mai Van Tin's work as Chairman of the Hanoi People's Committee.": [
        ("Mai Van Tin", "chairman", "Hanoi People's Committee", "past")
    ],
    "Mai Van Tin is no longer Chairman of the Hanoi People's Committee, the council said in a press "
    "release on Friday.": [("Mai Van Tin", "chairman", "Hanoi People's Committee", "past")],
    "Former Secretary of the Hanoi Party Committee Cao Ba Long attended the ceremony together with "
    "hundreds of veterans.": [("Cao Ba Long", "secretary", "Hanoi Party Committee", "past")],
    "Mai Van Tin, then Chairman of the Hanoi People's Committee, had promised to tear down the building "
    "within a year.": [("Mai Van Tin", "chairman", "Hanoi People's Committee", "past")],
    "Mai Van Tin, who was Chairman of the Hanoi People's Committee until 2020, said that the plan had "
    "been sound enough.": [("Mai Van Tin", "chairman", "Hanoi People's Committee", "past")],
    "Mai Van Tin, Chairman of the Hanoi People's Committee from 2011 to 2015, has been awarded a medal by "
    "the State.": [("Mai Van Tin", "chairman", "Hanoi People's Committee", "past")],
    "Hundreds came to the funeral of General Secretary Cao Ba Long, who died on Monday at the age of "
    "eighty.": [("Cao Ba Long", "general secretary", PARTY, "past")],
    "Former Secretary of the Party Committee cum Chairman of Ba Dinh District Ta Quang Loc wrote down "
    "what he remembered.": [
        ("Ta Quang Loc", "secretary", "Ba Dinh District Party Committee", "past"),
        ("Ta Quang Loc", "chairman", "Ba Dinh District People's Committee", "past"),
    ],
    "Ta Quang Loc previously held the posts of Director of the Department of Finance; Secretary of Ba "
    "Dinh District Party Committee.": [
        ("Ta Quang Loc", "director", "Hanoi Department of Finance", "past"),
        ("Ta Quang Loc", "secretary", "Ba Dinh District Party Committee", "past"),
    ],
    "The late General Secretary Cao Ba Long had written the preface to the book, which was presented in "
    "Hanoi on Sunday.": [("Cao Ba Long", "general secretary", PARTY, "past")],
}

NOTHING = (
    "Le Thu Ha will replace Mai Van Tin as Chairman of the Hanoi People's Committee in the new year.",
    "Cadres keep studying and following President Ho Chi Minh's ideology, morality and lifestyle, the "
    "report points out.",
    "Trucks are banned from Le Duan Street, Vo Nguyen Giap street and Tran Hung Dao Bridge until the end "
    "of the month.",
    "The new school stands in Hoang Mai District, next to Nguyen Trai Park and the Phan Dinh Phung Ward "
    "headquarters.",
    "Children fly kites on the dyke. Photo: Pham Van Hung/The Hanoi News",
    "The Secretary of the Hanoi Party Committee asked every district to report on the matter before the "
    "end of May.",
    "Members of the Standing Board of the Hanoi Party Committee will take turns to receive residents at "
    "the office.",
    "Vu Dinh Khoa will be introduced to the council to be elected as Chairman of the Hanoi People's "
    "Committee in June.",
    "Candidates for chairman of the club must be residents of the city and over eighteen years old, the "
    "rules say.",
    "The Hanoi Party Committee thanked Bach Mai Hospital, whose director is Dam Van Tho, for what it had "
    "done.",
    "Deputy head of the committee Ta Quang Loc showed the guests round the Hanoi People's Committee and "
    "its museum.",
    "Ta Quang Loc, director of the Hanoi National University's museum, showed the guests round the rooms.",
    "Secretary of the municipal Party Committee of Shanghai Li Qiang met officials in Hanoi on Monday, "
    "and Ta Quang Loc was there.",
    "Ta Quang Loc, Secretary of the Party Committee for the 2020-2025 term of the Red River Trading Group, "
    "met officials.",
    "He asked the Chairman of the Hanoi People's Committee to report, and Dam Van Tho was told to write "
    "it down at once.",
)


@pytest.mark.parametrize("sentence", BEFORE)
def test_an_office_belongs_to_the_name_right_behind_it(sentence: str) -> None:
    """Titles before a name, stacked, abbreviated, qualified, plural: each is one attestation."""
    assert told(sentence) == BEFORE[sentence]


@pytest.mark.parametrize("title", TITLES)
def test_a_title_is_one_role_in_one_body(title: str) -> None:
    """However a text writes a title, role and body have one name."""
    sentence = f"At the ceremony on Friday {title} Doan Van Khai told the guests that work would go on."
    assert told(sentence) == now(("Doan Van Khai", *TITLES[title]))


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


CONTEXT = {
    "a department is the one named last": (
        "The municipal Department of Health lacks nurses. It needs 500 more, said Le Thu Ha, Director of the "
        "department.",
        now(("Le Thu Ha", "director", "Hanoi Department of Health")),
    ),
    "a part of the committee is of the one named last": (
        "The Hanoi Party Committee met. Le Thu Ha, Head of the committee's Board for Propaganda and "
        "Education, spoke.",
        now(("Le Thu Ha", "head", "Propaganda and Education Board of the Hanoi Party Committee")),
    ),
    "he is the man spoken of before a woman": (
        "Vu Dinh Khoa came to the hall on Friday morning. Bui Thi Lan handed him the decision at the door. "
        "He remains Secretary of the Party Central Committee.",
        now(("Vu Dinh Khoa", "secretary", "Party Central Committee")),
    ),
    "a council's chairman is that of the council named before": (
        "The Hanoi People's Council met on Friday. Council Chairman Le Thu Ha said that all was ready.",
        now(("Le Thu Ha", "chairman", "Hanoi People's Council")),
    ),
    "the commission of a committee that is not understood is none": (
        "Le Thu Ha was appointed by the Hanoi Party Standing Committee as Head of the Organization "
        "Commission of the committee.",
        [],
    ),
    "provincial is of the province that the sentence names": (
        "The new leaders of Hai Duong are Le Thu Ha, Chairwoman of the Provincial People's Committee, and "
        "two others.",
        now(("Le Thu Ha", "chairman", "Hai Duong People's Committee")),
    ),
    "a bare title is completed from its person's full one": (
        "Secretary of the Hanoi Party Committee Le Thu Ha opened the fair on Friday, saying it would "
        "help the villages. "
        "Secretary Le Thu Ha then visited the stalls of three villages, tasted their tea and asked about "
        "their prices.",
        now(("Le Thu Ha", "secretary", "Hanoi Party Committee")),
    ),
    "a bare secretary is the city's": (
        "Deputy Secretary Le Thu Ha opened the fair on Friday, saying that it would help craft villages "
        "sell their goods.",
        now(("Le Thu Ha", "deputy secretary", "Hanoi Party Committee")),
    ),
    "a bare chairman is of the body that the paragraph is about": (
        "The Hanoi People's Council met on Friday to review what had been done. Chairman Le Thu Ha "
        "opened the meeting.",
        now(("Le Thu Ha", "chairman", "Hanoi People's Council")),
    ),
    "a company's chairman is not the city's": (
        "Sunrise Chairman Le Thu Ha opened the fair on Friday, saying that it would help craft villages "
        "sell their goods.",
        [],
    ),
    "the committee is the one named last": (
        "The Soc Son District Party Committee met on Friday to discuss who should lead it during the "
        "rest of the term. "
        "Le Thu Ha was elected Secretary of the committee with all of the forty-one votes cast by the "
        "members present.",
        [("Le Thu Ha", "secretary", "Soc Son District Party Committee", "start")],
    ),
    "Party chief alone is the country's": (
        "Party chief Cao Ba Long met voters of three districts on Friday and listened to what they had "
        "to say on housing.",
        now(("Cao Ba Long", "general secretary", PARTY)),
    ),
    "he is whom the sentence before spoke of": (
        "Vu Dinh Khoa promised on Friday that the work would be finished soon. He is Chairman of the "
        "Hanoi People's Committee.",
        now(("Vu Dinh Khoa", "chairman", "Hanoi People's Committee")),
    ),
    "a counterpart holds the same post elsewhere": (
        "Le Thu Ha, Secretary of the Hanoi Party Committee, and her Hai Phong counterpart Mai Van Tin "
        "signed the agreement.",
        now(
            ("Le Thu Ha", "secretary", "Hanoi Party Committee"),
            ("Mai Van Tin", "secretary", "Hai Phong Party Committee"),
        ),
    ),
    "where a sentence goes elsewhere, so does the city": (
        "The delegation went on to Hai Phong, where Mai Van Tin, Secretary of the municipal Party "
        "Committee, received it.",
        now(("Mai Van Tin", "secretary", "Hai Phong Party Committee")),
    ),
    "the council's chairman is of the council named before": (
        "The Hanoi People's Council met on Friday. The Council's Vice Chairman Mai Van Tin opened the "
        "meeting at eight.",
        now(("Mai Van Tin", "vice chairman", "Hanoi People's Council")),
    ),
    "told twice is told once, with the first words": (
        "Hanoi Party Secretary Le Thu Ha opened the fair on Friday, saying that it would help craft "
        "villages sell more. "
        "Le Thu Ha, Secretary of the Hanoi Party Committee, was given a vase that had been made in Bat "
        "Trang for her.",
        now(("Le Thu Ha", "secretary", "Hanoi Party Committee")),
    ),
}


@pytest.mark.parametrize("case", CONTEXT)
def test_the_text_around_completes_a_title(case: str) -> None:
    """What a sentence leaves open is taken from what was named before, or left open."""
    text, wanted = CONTEXT[case]
    assert told(text) == wanted


DATES = {
    "since when somebody has chaired": (
        "Le Thu Ha, who has chaired the Hanoi People's Council since 2020, opened the fair.",
        "2020/2023-05-10",
    ),
    "long ago, where the sentence opens with the month and the title": (
        "In September 2020, Secretary of the Hanoi Party Committee Le Thu Ha met the builders.",
        "2020-09",
    ),
    "what figures are told of is no date of the title": (
        "In March, exports rose, said Secretary of the Hanoi Party Committee Le Thu Ha.",
        "2023-05-10",
    ),
    "the day of the event before, for who held it then": (
        "Ground was broken on March 5, 2019. At the ceremony Le Thu Ha, then Secretary of the Hanoi Party "
        "Committee, thanked the builders.",
        "2019-03-05",
    ),
    "a period told behind an adverb": (
        "Before that, from March 2015 to June 2018, Le Thu Ha was Secretary of the Hanoi Party Committee.",
        "2015-03/2018-06",
    ),
    "the article's day": ("Hanoi Party Secretary Le Thu Ha asked the districts to report.", "2023-05-10"),
    "the day of the meeting": (
        "Hanoi Party Secretary Le Thu Ha chaired a meeting with the districts on May 8 "
        "and asked them to report.",
        "2023-05-08",
    ),
    "the day of an appointment": (
        "Le Thu Ha was elected Secretary of the Hanoi Party Committee on April 4, when "
        "the committee met in Ha Dong.",
        "2023-04-04",
    ),
    "the year of an appointment long ago": ("Le Thu Ha became Deputy Prime Minister in 2013.", "2013"),
    "the years in brackets": (
        "Le Thu Ha was Secretary of the Hanoi Party Committee (2010-2015).",
        "2010/2015",
    ),
    "some day up to the article's": (
        "Former Hanoi Party Secretary Le Thu Ha attended the opening.",
        "[..2023-05-10]",
    ),
    "the years that the text names": (
        "Le Thu Ha, who was Secretary of the Hanoi Party Committee from 2010 to 2015, "
        "attended the opening ceremony.",
        "2010/2015",
    ),
    "the years that the sentence begins with": (
        "Le Thu Ha attended the opening. From 2010 to 2015 she was Secretary of the Hanoi Party Committee.",
        "2010/2015",
    ),
    "the day of an older meeting that the sentence names": (
        "The districts are late. At a meeting on March 3, Hanoi Party Secretary Le Thu Ha had asked the "
        "districts to report by "
        "the end of May.",
        "2023-03-03",
    ),
    "from the month since which they hold it": (
        "Le Thu Ha, Secretary of the Hanoi Party Committee since July 2021, spoke to us.",
        "2021-07/2023-05-10",
    ),
    "what has gone on since then is no office": (
        "Le Thu Ha, Secretary of the Hanoi Party Committee, said: since 2021 much has been done.",
        "2023-05-10",
    ),
    "up to the year that the text names": (
        "Le Thu Ha, who was Secretary of the Hanoi Party Committee until 2015, attended "
        "the opening of the exhibition.",
        "[..2015]",
    ),
}


def test_a_deputy_stands_below_the_one_the_text_speaks_of() -> None:
    """ "His deputy" has the deputy's post in the body of whom the sentence before was about."""
    text = "Cao Ba Long, Secretary of the Hue Party Committee, spoke first. His deputy Vo Van Tam followed."
    found = {(a.name, a.role, a.organization) for a in read(text).attestations}
    assert found == {
        ("Cao Ba Long", "secretary", "Hue Party Committee"),
        ("Vo Van Tam", "deputy secretary", "Hue Party Committee"),
    }


def test_who_is_replaced_had_left_by_the_day_of_the_appointment() -> None:
    """However long ago: a term that the sentence names is the next one's, and the article's day is later."""
    text = (
        "On April 4, Le Thu Ha was elected Secretary of the Hanoi Party Committee for the 2020-2025 term. "
        "She takes over from Cao Ba Long."
    )
    found = {a.name: (a.date, a.tense) for a in read(text).attestations}
    assert found == {"Le Thu Ha": ("2023-04-04", "start"), "Cao Ba Long": ("[..2023-04-04]", "past")}


@pytest.mark.parametrize("case", DATES)
def test_a_sighting_is_dated_by_what_the_text_says(case: str) -> None:
    """The meeting, the change, the period; else the article's own date."""
    text, wanted = DATES[case]
    assert [a.date for a in read(text).attestations] == [wanted]


SAID = {
    "Le Thu Ha said the fair would help craft villages.": "le-thu-ha",
    "Le Thu Ha, the city's leader, also stressed that the fair would help craft villages.": "le-thu-ha",
    "According to Secretary of the Hanoi Party Committee Le Thu Ha, the fair will help craft "
    "villages.": "le-thu-ha",
    '"The fair will help craft villages sell what they make," said Ms. Le Thu Ha.': "le-thu-ha",
    "The fair, Ms. Le Thu Ha noted, would help craft villages sell what they make.": "le-thu-ha",
    "The fair was opened in the presence of Ms. Le Thu Ha.": None,
    "Ms. Le Thu Ha will attend the fair in Bat Trang, the organisers said.": None,
}


@pytest.mark.parametrize("sentence", SAID)
def test_a_sentence_belongs_to_whoever_says_it(sentence: str) -> None:
    """Direct and reported speech, before and after the name; nothing where nobody speaks."""
    people, passages = read_with_passages(sentence)
    assert [people.spoken_by(p) for p in passages if p.kind != "boilerplate"] == [SAID[sentence]]


def test_a_quotation_of_several_sentences_has_one_speaker() -> None:
    """The sentences within one pair of marks, and a quotation that goes on after it."""
    people, passages = read_with_passages(
        '"The fair helps craft villages. They sell more there than in a year," said Ms. Le Thu Ha. '
        '"We shall repeat it." The fair closed on Sunday.'
    )
    assert [people.spoken_by(p) for p in passages] == ["le-thu-ha", "le-thu-ha", "le-thu-ha", None]


def test_he_said_is_whoever_spoke_last() -> None:
    """A quotation that names nobody goes on with the last speaker; a woman is no "he"."""
    people, passages = read_with_passages(
        'Ta Quang Loc said the fair was a success. "Everything was sold," he said.\n\n'
        'Ms. Le Thi Ha said the fair was too short. "Many came too late," he said.\n\n'
        'Dam Van Tho opened the fair. "It will be repeated," he said.'
    )
    loc, ha = "ta-quang-loc", "le-thi-ha"
    assert [people.spoken_by(p) for p in passages] == [loc, loc, ha, None, None, None]


def test_the_answers_of_an_interview_are_those_of_whom_its_opening_names() -> None:
    """Where neither questions nor answers are marked."""
    people, passages = read_with_passages(
        "Ta Quang Loc, director of the Hanoi Department of Health, speaks to Ha Noi Nay newspaper.\n\n"
        "Are there enough beds in the hospitals of the city this winter?\n\n"
        "There are enough beds for everybody. We have bought a thousand of them.\n\n"
        "What will the department do about the queues in the morning?\n\n"
        "Patients can book a time by telephone from next month."
    )
    answers = [people.spoken_by(p) for p in passages if p.kind == "answer"]
    assert len(answers) == 3 and set(answers) == {"ta-quang-loc"}
    assert {people.spoken_by(p) for p in passages if p.kind == "question"} == {None}


def test_short_forms_and_titles_lead_back_to_the_person() -> None:
    """Given name, title and pronoun are mentions of the one full name; a street of the same name is none."""
    text = (
        "Hanoi Party Secretary Lê Thu Hà opened the fair. Ha praised the villages. She bought a vase. "
        "The Hanoi Party Secretary left at noon. Le Thu Ha Street was closed."
    )
    people, _ = read_with_passages(text)
    meant = [document_words(text, m.start, m.end) for m in people.within(0, 10_000)]
    assert meant == ["Le Thu Ha", "Ha", "She", "Hanoi Party Secretary"]
    assert {m.person_id for m in people.within(0, 10_000)} == {"le-thu-ha"}
