"""`hanoi check` finds what is broken, and what the project ships is not."""

from pathlib import Path
from typing import Any

import pytest

from hanoi_lib.integrity import find_problems
from hanoi_lib.pipeline import build
from hanoi_lib.store import Tables

ROOT = Path(__file__).parent.parent
TEXT = "Hanoi met on June 16. Related news"


def make_tables(change: dict[str, Any]) -> Tables:
    """One document with a sentence, an event in it and boilerplate after it; `change` changes the event."""
    cite = {"document_id": "a", "start": 13, "end": 20, "exact": "June 16"}
    event = {**cite, "event_id": "a/13-20", "kind": "session", "title": "it met", "date": "2025-06-16"}
    body = {"passage_id": "a/0-21", "start": 0, "end": 21, "kind": "body", "exact": TEXT[:21]}
    page = {"passage_id": "a/22-34", "start": 22, "end": 34, "kind": "boilerplate", "exact": TEXT[22:]}
    rows: dict[str, list[dict[str, Any]]] = {
        "documents": [{"document_id": "a", "path": "a.txt"}],
        "passages": [{**passage, "document_id": "a"} for passage in (body, page)],
        "events": [event | change],
    }
    return Tables.from_rows(rows, {"a": TEXT})


def test_sound_tables_have_no_problems() -> None:
    """Nothing is reported where all is well."""
    assert find_problems(make_tables({})) == []


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"exact": "June 17"}, "the document has 'June 16' there, not 'June 17'"),
        ({"start": 12, "event_id": "a/12-20"}, "the document has ' June 16' there"),
        ({"date": "16 June"}, "date '16 June' is not EDTF"),
        ({"event_id": "a/1-2"}, "the id does not say what it cites, a/13-20"),
        (
            {"event_id": "a/22-34", "start": 22, "end": 34, "exact": "Related news"},
            "it cites what the web page put around the article",
        ),
    ],
)
def test_a_broken_promise_is_named(change: dict[str, Any], problem: str) -> None:
    """Each kind of broken promise is found, once, with its table and row."""
    (found,) = find_problems(make_tables(change))
    assert found.startswith("events ") and problem in found


def test_a_second_row_of_a_span_has_a_number() -> None:
    """A suffix tells two rows of one span apart; that is no broken id."""
    assert find_problems(make_tables({"event_id": "a/13-20-2"})) == []


def test_a_missing_text_is_named() -> None:
    """Citations that cannot be checked are not taken to be right."""
    rows = {
        "documents": [{"document_id": "a", "path": "a.txt"}, {"document_id": "b", "path": "b", "error": "x"}]
    }
    (found,) = find_problems(Tables.from_rows(rows))
    assert found.startswith("documents a: the text of a is not at hand")


@pytest.mark.parametrize("folder", ["data/documents", "tests/practice/documents"])
def test_every_promise_holds_on_real_documents(folder: str) -> None:
    """Citations, ids and dates of everything that is read from the documents at hand."""
    tables = build(ROOT / folder)
    assert find_problems(tables) == []
    assert len(tables.observations) and len(tables.attestations) and len(tables.events)


def test_checks_and_derived_figures_must_point_to_what_is_there() -> None:
    """A check that cites other words than the text's, and a figure reckoned from no row, are named."""
    cited = {"document_id": "a", "start": 0, "end": 5, "exact": "Hanoi"}
    check = {"check_id": "c", "kind": "share", "statement": "s", "verdict": "holds"}
    derived = {
        "derived_id": "x",
        "kind": "plan",
        "label": "l",
        "comparator": "=",
        "value": 1.0,
        "unit": "USD",
    }
    for citations, inputs, problems in (([cited], [], 0), ([cited | {"exact": "Hue"}], ["a/1-2"], 2)):
        rows: dict[str, list[dict[str, Any]]] = {
            "documents": [{"document_id": "a", "path": "a.txt"}],
            "checks": [check | {"citations": citations}],
            "derived": [derived | {"formula": "1 ÷ 1", "inputs": inputs}],
        }
        assert len(find_problems(Tables.from_rows(rows, {"a": TEXT}))) == problems
