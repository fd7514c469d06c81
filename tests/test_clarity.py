"""clarity.py: what an undertaking names is told by its words, and what it does not name stays missing."""

import pytest

from hanoi_lib.priorities.clarity import CLARITIES, build_clarity, find_clarities, find_sentences
from hanoi_lib.scan import find_terms, load_vocabulary
from hanoi_lib.store import Tables

VOCABULARY = load_vocabulary("clarity")
PLAN = {"kind": "plan", "actor": "Hai Phong", "counterpart": None, "action": "do something", "due": None}


def find(sentence: str = "", **row: str | None) -> dict[str, str]:
    """What a plan of the city names, some columns of its row changed."""
    return find_clarities(PLAN | row, sentence, {"Le Van An"})


@pytest.mark.parametrize(
    ("row", "person"),
    [
        ({"actor": "Department of Transport"}, "Department of Transport"),
        ({"actor": "Le Van An"}, "Le Van An"),
        ({"actor": "Lê Văn An"}, "Lê Văn An"),
        ({"actor": "Hai Phong"}, None),
        ({"actor": "agencies"}, None),
        ({"kind": "directive", "actor": "Le Van An", "counterpart": "Hai Phong"}, None),
        ({"kind": "directive", "actor": "Le Van An", "counterpart": "Standing Board"}, "Standing Board"),
        (
            {"kind": "request", "actor": "Hai Phong", "counterpart": "Ministry of Finance"},
            "Ministry of Finance",
        ),
        ({"kind": "request", "actor": "Le Van An"}, None),
    ],
)
def test_person_is_whoever_is_to_do_it(row: dict[str, str], person: str | None) -> None:
    """Of a plan its actor, else whom it is addressed to; a city and a crowd are nobody."""
    assert find(**row).get("person") == person


@pytest.mark.parametrize(
    ("action", "clear"),
    [
        ("open a second terminal", True),
        ("renovating the old market", True),
        ("strengthen discipline", False),
        ("strengthening discipline", False),
        ("actively promote trade", False),
        ("focus on three fields", False),
        ("more support for farmers", False),
        ("increased cooperation", False),
        ("creates 500 jobs", False),  # of degree, for all its number
    ],
)
def test_task_is_a_deed_not_a_degree(action: str, clear: bool) -> None:
    """What can be done at some point is a task; what can only be done more is none."""
    assert ("task" in find(action=action)) is clear


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("The vice chairman takes responsibility for it.", "takes responsibility"),
        ("A steering committee will be set up.", "steering committee"),
        ("It is to be done under the supervision of the council.", "supervision"),
        ("They agreed on a partnership of shared responsibility.", None),  # an attitude
        ("The head of the department spoke of it.", None),  # who speaks
        ("The city will open a school.", None),
    ],
)
def test_accountability_is_who_answers_for_it(sentence: str, words: str | None) -> None:
    """The first words of the sentence that say so."""
    assert find(sentence).get("accountability") == words


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("It will be built under the Capital Law.", "under the Capital Law"),
        ("The plan needs the approval of the council.", "approval"),
        ("It asked to allow night flights.", "allow"),
        ("The city will open a school.", None),
    ],
)
def test_authority_is_what_it_rests_on(sentence: str, words: str | None) -> None:
    """A law, a decision, or whoever has to allow it."""
    assert find(sentence).get("authority") == words


@pytest.mark.parametrize(
    ("action", "words"),
    [
        ("open two bridges", "bridges"),
        ("issue an action plan", "action plan"),
        ("plant 100,000 shrubs", "100,000 shrubs"),
        ("borrow VND90 billion", "VND90 billion"),
        ("cut costs by 15%", "15%"),
        ("open night flights to the airport", None),  # the airport is there
        ("answer within 15 days", None),
        ("carry out what Article 9 says", None),
        ("spend July 9 answering questions", None),
        ("be ready in 2030 years after", None),
        ("improve discipline", None),
    ],
)
def test_product_is_what_will_be_there(action: str, words: str | None) -> None:
    """A thing built or issued, or a number of them; neither a date nor what stands there already."""
    assert find(action=action).get("product") == words


def test_time_is_that_of_the_row() -> None:
    """A date is taken as read; without one it is missing."""
    assert find(due="2027-05-19")["time"] == "2027-05-19"
    assert "time" not in find()


def test_words_of_a_sentence_do_not_make_a_product() -> None:
    """The bridge of another clause is not what is undertaken."""
    assert "product" not in find(
        "The bridge is old and the city will answer the letters.", action="answer the letters"
    )


def test_every_phrase_can_be_found_and_stands_for_one_thing() -> None:
    """The vocabulary is written as folded text is."""
    listed = VOCABULARY["terms"]["clarity"]
    phrases = [str(phrase) for words in listed.values() for phrase in words]
    assert len(set(phrases)) == len(phrases)
    assert set(listed) == {"none", "accountability", "authority", "product"}
    for phrase in phrases:
        assert [(t.start, t.end) for t in find_terms(phrase, ("clarity",)).of("clarity")] == [
            (0, len(phrase))
        ]


def test_the_sentence_is_the_one_that_holds_the_row() -> None:
    """Not the one before, not that of another document; the row's own words where there is none."""
    text = "An inspector was named. The city will open a park."
    passages = [
        {
            "passage_id": f"{d}/{start}",
            "document_id": d,
            "start": start,
            "end": end,
            "kind": "body",
            "exact": text[start:end],
        }
        for d in ("a", "b")
        for start, end in ((0, 23), (24, 50))
    ]
    row = {
        "kind": "plan",
        "actor": "the city",
        "action": "open a park",
        "start": 24,
        "end": 50,
        "exact": text[24:],
    }
    rows = [row | {"commitment_id": f"{d}/1", "document_id": d} for d in ("a", "b")]
    documents = [{"document_id": d, "path": f"{d}.txt"} for d in ("a", "b")]
    tables = Tables.from_rows({"documents": documents, "passages": passages, "commitments": rows})
    assert find_sentences(tables, tables.commitments) == [text[24:]] * 2
    assert build_clarity(tables)["accountability"].isna().all()
    bare = Tables.from_rows({"documents": documents, "commitments": rows})
    assert find_sentences(bare, bare.commitments) == [text[24:]] * 2


def test_nothing_named_is_made_up(corpus: Tables) -> None:
    """In each of the project's texts what is named stands in the row or its sentence."""
    rows = build_clarity(corpus)
    assert list(rows["commitment_id"]) == list(corpus.commitments["commitment_id"])
    assert 0 < rows[list(CLARITIES)].notna().sum().sum() < rows[list(CLARITIES)].size
    assert rows["time"].equals(rows["due"])
    assert not set(rows["person"].dropna()) - set(rows["actor"]) - set(rows["counterpart"].dropna())
