"""A page parted into the sentences of its article and what was put around them."""

import pytest

from hanoi_lib.documents import Document
from hanoi_lib.passages import KINDS, Passage, find_passages

FIRST = (
    "The People's Council of Hue opened its session on Monday, with the budget of the next year before it."
)
SECOND = (
    "Deputies asked for a bridge over the river, and the chairman told them that work would begin in May."
)
THIRD = "The session of the council in Hue will go on until Thursday, when the deputies vote on the budget."
ARTICLE = f"Hue council opens session on budget\n\n{FIRST}\n\n{SECOND}\n\n{THIRD}\n"


def read(text: str) -> list[tuple[str, str]]:
    """The sentences with their kind."""
    document = Document("d", "d.txt", text, "")
    return [(p.kind, document.exact(p.start, p.end)) for p in find_passages(document)]


def list_kind(text: str, kind: str) -> list[str]:
    """The sentences of one kind."""
    return [exact for found, exact in read(text) if found == kind]


@pytest.mark.parametrize(
    ("paragraph", "sentences"),
    [
        ("It grew. It fell.", ["It grew.", "It fell."]),
        ("Did it grow? It did! It did.", ["Did it grow?", "It did!", "It did."]),
        ("It grew by 7.5 per cent. Prices fell.", ["It grew by 7.5 per cent.", "Prices fell."]),
        ('He said: "It grew." She left.', ['He said: "It grew."', "She left."]),
        ("It grew (by a lot.) It fell.", ["It grew (by a lot.)", "It fell."]),
        ("Mr. Nam met Dr. Lan.", ["Mr. Nam met Dr. Lan."]),
        ("They met on Jan. 14 at No. 5 Hang Bai.", ["They met on Jan. 14 at No. 5 Hang Bai."]),
        ("The U.S. Embassy was there.", ["The U.S. Embassy was there."]),
        ("Nguyen V. An was there. He spoke.", ["Nguyen V. An was there.", "He spoke."]),
        ("It began at 8 a.m. Hanoi time.", ["It began at 8 a.m. Hanoi time."]),
        ("It sold goods to JSC Co. Ltd. Hanoi.", ["It sold goods to JSC Co. Ltd. Hanoi."]),
        ("Rice, tea, etc. are sold. It is so.", ["Rice, tea, etc. are sold.", "It is so."]),
        ("It was long… Then it ended.", ["It was long…", "Then it ended."]),
        ("It was 2024. 12 projects began.", ["It was 2024.", "12 projects began."]),
        ("It cost a lot. $5 million is much.", ["It cost a lot.", "$5 million is much."]),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_paragraph_is_parted_into_sentences(paragraph: str, sentences: list[str]) -> None:
    """Stops end sentences; those of abbreviations, initials and decimals do not."""
    page = f"{ARTICLE}\n{FIRST} {paragraph}\n\n{SECOND}\n"
    found = [exact for _, exact in read(page)]
    start = found.index(FIRST, found.index(FIRST) + 1) + 1
    assert found[start : start + len(sentences)] == sentences


def test_the_parts_of_an_article_are_told_apart() -> None:
    """Headline, standfirst under it, body."""
    page = ARTICLE.replace("budget\n\n", "budget\n\nThe deputies want a bridge and a school\n\n", 1)
    assert read(page) == [
        ("headline", "Hue council opens session on budget"),
        ("standfirst", "The deputies want a bridge and a school"),
        ("body", FIRST),
        ("body", SECOND),
        ("body", THIRD),
    ]


def test_a_text_without_a_headline_is_all_body() -> None:
    """Nothing is made a headline because it comes first."""
    assert [kind for kind, _ in read(f"{FIRST}\n{SECOND}\n")] == ["body", "body"]


def test_a_heading_within_the_article_is_a_headline() -> None:
    """It parts the text and is no sentence of it."""
    page = ARTICLE.replace(THIRD, f"Until Thursday\n\n{THIRD}\n\n{SECOND}")
    assert list_kind(page, "headline") == ["Hue council opens session on budget", "Until Thursday"]


TEASERS = [
    "Thua Thien province sells 40 ships to Norway",
    "New mayor named in Quy Nhon city on August 4",
]
FURNITURE = [
    "Home | Politics | Society | Economy | World",
    "HOME  POLITICS  BUSINESS  SPORTS  TRAVEL",
    "Share on Facebook",
    "Follow us on Google News",
    "Tags: Hue, council, budget",
    "Print  Email  Comment",
    ">> More on this",
    "Most read: Typhoon nears the coast",
]


@pytest.mark.parametrize("line", FURNITURE)
@pytest.mark.parametrize("place", ["before", "after"])
def test_what_surrounds_an_article_is_boilerplate(line: str, place: str) -> None:
    """Navigation, share bars and tags, above the article or below it; the article stays whole."""
    page = f"{line}\n\n{ARTICLE}" if place == "before" else f"{ARTICLE}\n{line}\n"
    assert list_kind(page, "boilerplate") == [line]
    assert [exact for kind, exact in read(page) if kind != "boilerplate"] == [
        exact for _, exact in read(ARTICLE)
    ]


def join(*lines: str) -> str:
    """Lines as paragraphs."""
    return "\n\n".join(lines) + "\n"


MORE = "Nobody expected that it would take so long, and yet they were all there when it was over."
HEADINGS = ["Related news", "READ MORE", "You may also like", "Latest stories:"]
HEADLINE = "Hue council opens session on budget"


@pytest.mark.parametrize("heading", HEADINGS)
@pytest.mark.parametrize("place", ["before", "between", "after"])
def test_teasers_under_a_heading_are_boilerplate(heading: str, place: str) -> None:
    """Before the article, between its paragraphs or after it: nothing of them is read as the article's."""
    block, article = [heading, *TEASERS], [HEADLINE, FIRST, SECOND, THIRD, SECOND]
    at = {"before": 0, "between": 3, "after": 5}[place]
    page = join(*article[:at], *block, *article[at:])
    assert list_kind(page, "boilerplate") == block
    assert list_kind(page, "body") == [FIRST, SECOND, THIRD, SECOND]
    assert list_kind(page, "headline") == [HEADLINE]


def test_a_teaser_may_have_a_paragraph_under_it() -> None:
    """One paragraph below a heading is its lead; two in a row are the article again."""
    lead = "Norway has bought forty ships from the yards of the province, and more will be built in 2026."
    page = join(HEADLINE, FIRST, SECOND, "Related news", TEASERS[0], lead, TEASERS[1])
    assert list_kind(page, "boilerplate") == ["Related news", TEASERS[0], lead, TEASERS[1]]


def test_a_last_paragraph_behind_teasers_is_the_articles_where_it_shares_its_words() -> None:
    """Alone behind a block within the article, told by what it speaks of."""
    page = join(HEADLINE, FIRST, SECOND, "Read more", TEASERS[0], THIRD)
    assert list_kind(page, "boilerplate") == ["Read more", TEASERS[0]]


def test_a_teasers_title_between_furniture_and_a_paragraph_is_boilerplate() -> None:
    """The paragraph below it is the article's, whatever it speaks of."""
    page = join(HEADLINE, FIRST, SECOND, "MUST READ", TEASERS[0], MORE)
    assert list_kind(page, "boilerplate") == ["MUST READ", TEASERS[0]]


def test_an_article_of_one_sentence_may_stand_below_teasers() -> None:
    """Where nothing else on the page ends as sentences do."""
    short = "Exports of Hue came to $1.01 billion."
    page = join("Trending", TEASERS[0], "Hue counts its exports", short)
    assert short not in list_kind(page, "boilerplate")


@pytest.mark.parametrize(
    "line",
    ["9.jpg", "leftcenterrightdel", "![]() |", "Hue's plan, hue, hue city, vietnam news, hue news, news"],
)
def test_what_goes_with_a_picture_or_a_search_is_boilerplate(line: str) -> None:
    """File names, buttons, keywords."""
    assert list_kind(join(HEADLINE, FIRST, line, SECOND, THIRD), "boilerplate") == [line]


def test_a_caption_ends_where_its_credit_does() -> None:
    """What follows on the same line is a paragraph that lost its break."""
    page = join(HEADLINE, FIRST, f"The hall of Hue. (Photo: VNA){SECOND}", THIRD)
    assert list_kind(page, "body") == [FIRST, SECOND, THIRD]


def test_a_line_that_stands_twice_is_a_picture_with_its_caption() -> None:
    """Of the two the first is kept."""
    page = join(HEADLINE, FIRST, "Secretary An", "Secretary An", SECOND, THIRD)
    assert list_kind(page, "caption") == ["Secretary An"]


def test_teasers_behind_the_closing_credit_end_the_page() -> None:
    """After "— VNS" nothing of the article is to come, however much prose stands there."""
    page = join(HEADLINE, FIRST, f"{SECOND} — VNS", "Related news", THIRD, FIRST)
    assert list_kind(page, "body") == [FIRST, f"{SECOND} — VNS"]


def test_teasers_that_no_heading_announces_are_boilerplate() -> None:
    """Headings that share no words with the article, below it."""
    page = join(HEADLINE, FIRST, SECOND, THIRD, *TEASERS)
    assert list_kind(page, "boilerplate") == TEASERS


@pytest.mark.parametrize(
    "caption",
    [
        "Deputies in the hall of the council in Hue. Photo: Minh Anh",
        "The chairman speaks. (Photo: VNA)",
        "The chairman at the session. VNA/VNS Photo",
        "The chairman at the session. VNA/VNS Photo Van Dung",
        "Illustration: Thu Ha",
    ],
)
def test_what_stands_under_a_picture_is_a_caption(caption: str) -> None:
    """It may be cited, but is no sentence of the body."""
    page = join(HEADLINE, FIRST, caption, SECOND, THIRD)
    assert [kind for kind, exact in read(page) if exact in caption] == ["caption"] * len(
        list_kind(page, "caption")
    )
    assert list_kind(page, "body") == [FIRST, SECOND, THIRD]
    assert " ".join(list_kind(page, "caption")) == caption


def test_the_sides_of_an_interview_are_told_apart() -> None:
    """Marked questions, and answers that go on over several paragraphs."""
    page = join(
        HEADLINE,
        FIRST,
        "Reporter: What comes next?",
        f"Answer: {SECOND}",
        THIRD,
        "Question: And then?",
        SECOND,
    )
    assert list_kind(page, "question") == ["Reporter: What comes next?", "Question: And then?"]
    assert list_kind(page, "answer") == [f"Answer: {SECOND}", THIRD, SECOND]


def test_who_answers_is_named_where_the_page_prints_it() -> None:
    """The name before the colon holds until another is printed."""
    text = join(HEADLINE, FIRST, "Reporter: What is next?", f"Mr. Nguyen Van An: {SECOND}", THIRD)
    answers = [p for p in find_passages(Document("d", "d.txt", text, "")) if p.kind == "answer"]
    assert [p.speaker for p in answers] == ["Nguyen Van An", "Nguyen Van An"]


def test_a_question_is_known_by_the_answer_below_it() -> None:
    """An interview that marks only who answers."""
    page = join(
        HEADLINE, FIRST, "What will the council do for the schools?", f"Ms. Tran Thi Lan: {SECOND}", THIRD
    )
    assert list_kind(page, "question") == ["What will the council do for the schools?"]


def test_a_paragraph_told_twice_is_kept_twice() -> None:
    """What repeats the article is no teaser; that one fact is one row is for the readers."""
    assert list_kind(join(HEADLINE, FIRST, SECOND, FIRST, THIRD), "body") == [FIRST, SECOND, FIRST, THIRD]


def test_a_linked_title_repeated_is_boilerplate() -> None:
    """A page that prints a teaser as picture text and as link."""
    page = join(HEADLINE, FIRST, SECOND, THIRD, TEASERS[0], TEASERS[0])
    assert list_kind(page, "boilerplate") == [TEASERS[0], TEASERS[0]]


def test_the_rows_of_a_list_are_the_articles() -> None:
    """Also at its end, where no sentence follows them."""
    rows = ["- GRDP growth: 8 per cent", "- Budget revenue: VND15 trillion", "- New jobs: 17,000"]
    page = join(
        HEADLINE, FIRST, SECOND, "The council of Hue set itself these targets for the year of 2026:", *rows
    )
    assert list_kind(page, "boilerplate") == [] and list_kind(page, "body")[-3:] == rows


@pytest.mark.parametrize("place", ["above", "between", "below"])
def test_rows_without_bullets_are_body_under_their_heading(place: str) -> None:
    """Lines of a label and a figure are a table of the article, wherever it stands, under its heading."""
    rows = ["Growth of GRDP: 8%", "Budget revenue: VND25 trillion", "Jobs: 35,000"]
    table = "\n".join(["Key targets for 2025", *rows])
    title, *paragraphs = ARTICLE.strip().split("\n\n")
    paragraphs.insert({"above": 0, "between": 1, "below": 3}[place], table)
    found = read("\n\n".join([title, *paragraphs, "Views: 1,234", "Hotline: 024 3942"]))
    assert ("headline", "Key targets for 2025") in found
    assert [exact for kind, exact in found if kind == "body" and exact in rows] == rows
    assert ("boilerplate", "Views: 1,234") in found


@pytest.mark.parametrize("separator", ["\n", "\r\n", "\r", "\u2028"])
def test_any_line_end_parts_paragraphs(separator: str) -> None:
    """Those of Windows, of old Macs and of word processors as well."""
    document = Document("d", "d.txt", separator.join([HEADLINE, FIRST, SECOND]), "")
    assert [p.paragraph for p in find_passages(document)] == [0, 1, 2]


@pytest.mark.parametrize("text", ["", "\n\n", "x", "?", "Related news", "\u00a0", "a\n" * 9, ARTICLE * 2])
def test_passages_stand_in_order_and_hold_all_text(text: str) -> None:
    """Whatever the page: known kinds, no overlap, nothing but white space left out."""
    document = Document("d", "d.txt", text, "")
    passages: tuple[Passage, ...] = find_passages(document)
    assert {p.kind for p in passages} <= set(KINDS)
    ends = [0, *(p.end for p in passages)]
    gaps = [document.plain[end : p.start] for end, p in zip(ends, passages, strict=False)]
    assert not "".join([*gaps, document.plain[ends[-1] :]]).strip()
    assert all(p.start < p.end for p in passages)
