"""themes.py: words that name a theme are found, names of bodies and what the page put around are not."""

import pytest

from hanoi_lib.priorities.themes import build_themes, count_words, find_themes
from hanoi_lib.scan import find_terms, load_vocabulary
from hanoi_lib.store import Tables

VOCABULARY = load_vocabulary("themes")
THEMES = VOCABULARY["terms"]["theme"]


@pytest.mark.parametrize(
    ("sentence", "themes"),
    [
        ("Two bridges and a metro line will be opened.", ["transport", "transport"]),
        ("It is about social housing for workers.", ["housing", "livelihood"]),
        ("Air pollution has become a concern.", ["environment"]),
        ("The smart city rests on digital infrastructure.", ["planning", "digital"]),
        ("The city must fight corruption and wastefulness.", ["corruption", "corruption"]),
        ("Party building comes first.", ["party"]),
        ("GRDP grew, and so did exports.", ["growth", "trade"]),
        ("The two-tier local government has been running since July.", ["administration"]),
    ],
)
def test_words_name_their_theme(sentence: str, themes: list[str]) -> None:
    """Every phrase counts once, in the order of the sentence."""
    assert [term.value for term in find_themes(sentence)] == themes


@pytest.mark.parametrize(
    "sentence",
    [
        "The Department of Health answered.",
        "The Ministry of Culture, Sports and Tourism agreed.",
        "The Health Department answered.",
        "The Public Security Ministry was asked.",
        "A fellow of the Academy of Science and Technology spoke.",
        "The port city follows.",  # an epithet
        "Nguyen Van Lam opened the session.",
        "A state-of-the-art building was shown.",
    ],
)
def test_names_and_sayings_are_no_theme(sentence: str) -> None:
    """Who acts is not what a text is about."""
    assert [term.value for term in find_themes(sentence)] == []


def test_a_body_named_in_passing_does_not_hide_a_theme() -> None:
    """Only the words of the name are left out."""
    found = [
        term.value for term in find_themes("The Ministry of Health wants more hospitals and safe water.")
    ]
    assert found == ["health", "environment"]


def test_the_longer_phrase_counts() -> None:
    """ "Public transport" is not also "transport", and green transport no greenery."""
    assert [(t.start, t.end, t.value) for t in find_themes("green transport")] == [(0, 15, "transport")]


def test_every_phrase_can_be_found_and_has_one_theme() -> None:
    """The vocabulary is written as folded text is, and no phrase stands under two themes."""
    phrases = [(str(phrase), theme) for theme, listed in THEMES.items() for phrase in listed]
    assert len({phrase for phrase, _ in phrases}) == len(phrases)
    for phrase, theme in phrases:
        terms = find_terms(f"x {phrase} x", ("themes",)).of("theme")
        assert (theme, 2, 2 + len(phrase)) in [(t.value, t.start, t.end) for t in terms], phrase


def test_every_theme_has_a_name() -> None:
    """Names and themes are the same list, but for what is no theme."""
    assert set(VOCABULARY["names"]) == set(THEMES) - {"none"}
    assert len(set(VOCABULARY["names"].values())) == len(VOCABULARY["names"])


def make_tables(*sentences: tuple[str, str]) -> Tables:
    """A document of some sentences, each with the kind of its passage."""
    text = " ".join(sentence for sentence, _ in sentences)
    passages = [
        {
            "passage_id": f"d/{text.index(sentence)}",
            "document_id": "d",
            "start": text.index(sentence),
            "end": text.index(sentence) + len(sentence),
            "kind": kind,
            "exact": sentence,
        }
        for sentence, kind in sentences
    ]
    documents = [{"document_id": "d", "path": "d.txt"}]
    return Tables.from_rows({"documents": documents, "passages": passages}, texts={"d": text})


def test_offsets_are_those_of_the_document() -> None:
    """The words stand where the row says, diacritics and combining marks before them or not."""
    tables = make_tables(
        ("Ha\u0300 No\u0323\u0302i lo ngại.", "body"), ("Giáo dục — education — là gốc.", "body")
    )
    (row,) = build_themes(tables).to_dict("records")
    assert tables.documents_text("d")[row["start"] : row["end"]] == row["words"] == "education"


def test_the_page_around_the_article_does_not_count() -> None:
    """Neither its words nor its themes."""
    tables = make_tables(("Schools open.", "body"), ("More on housing and land.", "boilerplate"))
    assert list(build_themes(tables)["theme"]) == ["education"]
    assert count_words(tables) == {"d": 2}


def test_mentions_of_every_corpus_cite_their_words(corpus: Tables) -> None:
    """In all the project's texts every row is the document's text between its ends."""
    rows = build_themes(corpus)
    assert len(rows) > 50
    for row in rows.to_dict("records"):
        assert corpus.documents_text(row["document_id"])[row["start"] : row["end"]] == row["words"]
    boilerplate = set(corpus.passages[corpus.passages["kind"] == "boilerplate"]["passage_id"])
    assert not boilerplate & set(rows["passage_id"])
