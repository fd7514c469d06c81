"""One pass finds every phrase of the vocabulary as a whole word, in any case, at its place."""

import pytest

from hanoi_lib.scan import SCANNED, Term, Terms, find_terms, load_vocabulary


def found(text: str, kind: str) -> list[tuple[str, str]]:
    """The terms of one kind: the words and what they stand for."""
    return [(text[term.start : term.end], term.value) for term in find_terms(text).of(kind)]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Hanoi grew", [("Hanoi", "Hanoi")]),
        ("Ha Noi grew", [("Ha Noi", "Hanoi")]),
        ("HANOI grew", [("HANOI", "Hanoi")]),
        (
            "in Hanoi, Da Nang and Can Tho.",
            [("Hanoi", "Hanoi"), ("Da Nang", "Da Nang"), ("Can Tho", "Can Tho")],
        ),
        ("Hanoians grew", []),
        ("(Hanoi)", [("Hanoi", "Hanoi")]),
        ("Hanoi's", [("Hanoi", "Hanoi")]),
        ("Hanoi-based", [("Hanoi", "Hanoi")]),
        ("", []),
    ],
    ids=[
        "name",
        "spelling",
        "capitals",
        "several",
        "part of a word",
        "brackets",
        "genitive",
        "hyphen",
        "nothing",
    ],
)
def test_whole_words_in_any_case(text: str, places: list[tuple[str, str]]) -> None:
    """A phrase inside a longer word is no find; signs around it do not matter."""
    assert found(text, "city") == places


def test_of_one_kind_the_longest_phrase_counts() -> None:
    """ "GRDP per capita" is not GRDP."""
    assert found("GRDP per capita rose", "indicator") == [("GRDP per capita", "grdp_per_capita")]


def test_terms_of_different_kinds_may_overlap() -> None:
    """What a phrase means in its sentence is for the readers to say."""
    text = "Chairman of the Hanoi People's Committee"
    kinds = {kind for kind in ("role", "city", "body") if found(text, kind)}
    assert {"role", "city"} <= kinds


def test_terms_are_asked_for_by_where_they_begin() -> None:
    """From the start on, before the end; in order; without an end up to the last."""
    terms = Terms([Term(0, 5, "a", "x"), Term(7, 9, "b", "y"), Term(10, 12, "a", "z")])
    assert [term.value for term in terms.of("a")] == ["x", "z"]
    assert [term.value for term in terms.of("a", 1)] == ["z"]
    assert [term.value for term in terms.of("a", 0, 10)] == ["x"]
    assert terms.of("c") == [] and terms.of("a", 1, 10) == []


def test_a_letter_that_lowers_to_two_shifts_nothing() -> None:
    """The dotted capital I of Turkish is two signs in lower case; places after it stay where they are."""
    text = "\u0130zmir and Hanoi"
    (term,) = find_terms(text).of("city")
    assert text[term.start : term.end] == "Hanoi"


@pytest.mark.parametrize("name", SCANNED)
def test_every_phrase_of_the_vocabulary_can_be_found(name: str) -> None:
    """It is written as folded text writes it, and is found as what it stands for."""
    for kind, values in load_vocabulary(name)["terms"].items():
        for value, phrases in values.items():
            for phrase in phrases:
                terms = find_terms(f"x {phrase} x").of(kind)
                assert (str(value), 2, 2 + len(str(phrase))) in [(t.value, t.start, t.end) for t in terms], (
                    phrase
                )


@pytest.mark.parametrize("name", SCANNED)
def test_no_phrase_of_a_kind_stands_for_two_things(name: str) -> None:
    """Within one kind a phrase has one meaning."""
    for kind, values in load_vocabulary(name)["terms"].items():
        phrases = [phrase for listed in values.values() for phrase in {str(one).lower() for one in listed}]
        assert sorted(phrases) == sorted(set(phrases)), kind
