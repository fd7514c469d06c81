"""The audit as charts, tables and words: what differs first, every citation shown, kind where all is well."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from hanoi_lib.charts import audits
from hanoi_lib.charts.checks import VERDICTS, build_check_rows
from hanoi_lib.charts.listings import Listing
from hanoi_lib.charts.reading import READ, build_reading_rows
from hanoi_lib.evaluation import Score, format_scores_csv, read_scores
from hanoi_lib.explorers.audits import explore_checks, explore_reading
from hanoi_lib.explorers.controls import show_evidence
from hanoi_lib.reports.drawings import Paragraphs
from hanoi_lib.store import Tables

TEXTS = {
    "one": "Exports reached $16.7 billion in 2023, and 12 of 48 plans (25%) were met.",
    "two": "In 2023 exports came to $17.1 billion.\nEverybody was content by 2030.",
}


def cite(document: str, exact: str) -> dict[str, Any]:
    """A citation of words in one of the texts."""
    start = TEXTS[document].index(exact)
    return {"document_id": document, "start": start, "end": start + len(exact), "exact": exact}


def make_tables(*verdicts: str) -> Tables:
    """Two documents, and a check of each verdict between them; a share within the first."""
    kinds = {"check_id": "share/x", "kind": "share", "statement": "12 of 48 is 25%", "verdict": "holds"}
    share = kinds | {"citations": [cite("one", "12"), cite("one", "48"), cite("one", "25%")]}
    both = [cite("one", "$16.7 billion"), cite("two", "$17.1 billion")]
    twice = [
        {
            "check_id": f"twice/{v}",
            "kind": "same figure twice",
            "statement": "exports",
            "verdict": v,
            "citations": both,
        }
        for v in verdicts
    ]
    sentences = [("one", TEXTS["one"]), *(("two", line) for line in TEXTS["two"].split("\n"))]
    passages = [
        cite(document, words) | {"passage_id": f"{document}/{n}", "kind": "body"}
        for n, (document, words) in enumerate(sentences)
    ]
    figure = {"label": "exports", "status": "reported", "value": 1.0, "comparator": "=", "unit": "USD"}
    told = [figure | both[n] | {"observation_id": f"{both[n]['document_id']}/{n}"} for n in (0, 1)]
    silence = passages[2] | {"cue": "date, aim"}
    del silence["kind"]
    rows: dict[str, list[dict[str, Any]]] = {
        "documents": [{"document_id": name, "path": f"{name}.txt"} for name in TEXTS],
        "passages": passages,
        "observations": told,
        "silences": [silence],
        "checks": [share, *twice],
    }
    return Tables.from_rows(rows, TEXTS)


def test_what_differs_comes_first() -> None:
    """Then what stays open, then what holds."""
    rows = build_check_rows(make_tables("holds", "ambiguous", "differs"))
    assert list(rows["verdict"]) == ["differs", "ambiguous", "holds", "holds"]
    assert list(VERDICTS) == ["differs", "ambiguous", "holds"]


def test_a_check_shows_each_of_its_citations() -> None:
    """In JupyterLab, in the figure's rows and in a report; words of one sentence are quoted together."""
    explorer = explore_checks(make_tables("differs"))
    by_id = {row["check_id"]: row for row in explorer.rows.to_dict("records")}
    assert by_id["share/x"]["exact"] == "12 of 48 plans (25%"
    shown = show_evidence(explorer.rows.iloc[0])
    assert shown.count("<mark") == 2 and "$16.7 billion" in shown and "$17.1 billion" in shown
    row = explorer.figure().layout.meta["hanoi"]["rows"]["twice/differs"]
    assert row["cited"] == "one/16-29" and [one["id"] for one in row["more"]] == ["two/24-37"]
    cited = Paragraphs().cite(row)
    assert (cited["paragraph"], cited["more"][0]["paragraph"]) == (0, 1)
    assert "before" not in cited["more"][0]


def test_marks_are_checks_in_lanes_of_their_kind() -> None:
    """Each check is one mark, and filters leave some of them."""
    explorer = explore_checks(make_tables("differs", "holds"))
    marks = [key for trace in explorer.figure().data for key in trace.customdata]
    assert sorted(marks) == ["share/x", "twice/differs", "twice/holds"]
    explorer.state = {"verdict": ["differs"]}
    assert list(explorer.selection["check_id"]) == ["twice/differs"]
    explorer.state = {"words": "48 is"}
    assert list(explorer.selection["check_id"]) == ["share/x"]


def test_open_checks_stand_beside_both_sentences() -> None:
    """Whole sentences, one column for each text; where nothing is open, it says so."""
    listed = audits.list_open_checks(make_tables("differs"))
    assert isinstance(listed, Listing)
    (row,) = listed.frame.to_dict("records")
    assert row["What the text says"] == TEXTS["one"]
    assert row["What another text says"] == TEXTS["two"].split("\n")[0]
    assert audits.list_open_checks(make_tables("holds")) == "Nothing differs, and nothing stays open."


@pytest.mark.parametrize(
    ("verdicts", "words"),
    [
        (["differs"], "Two checks of what the documents say: one differs; one holds."),
        (
            ["ambiguous"],
            "Two checks of what the documents say: nothing differs and one stays open; one holds.",
        ),
        ([], "One check of what the documents say: nothing differs; one holds."),
    ],
)
def test_the_finding_is_computed(verdicts: list[str], words: str) -> None:
    """How many checks, and what came out."""
    assert audits.tell_checks(make_tables(*verdicts)).startswith(words)


def test_sentences_are_read_or_passed_over() -> None:
    """What weighs most is what a sentence is drawn as; sentences with nothing in them are left out."""
    rows = build_reading_rows(make_tables())
    assert list(rows["state"]) == [READ, READ, "aim"]
    assert rows["holds"].iloc[2] == ["aim", "date"]
    assert explore_reading(make_tables()).finding == (
        "Three sentences hold something for the tables; 2 of them were read (67%)"
    )
    frame = audits.list_coverage(make_tables()).frame
    assert list(frame["Read"]) == ["100%", "50%"] and list(frame["Not: aim"]) == [0, 1]


def test_nothing_to_audit_is_told_kindly() -> None:
    """No document, no checks, no scores: sentences, not errors."""
    empty = Tables.from_rows({})
    assert audits.tell_checks(empty) == "Nothing could be checked."
    assert audits.list_open_checks(empty) == "Nothing differs, and nothing stays open."
    assert audits.list_derived(empty).frame.empty and audits.list_coverage(empty).frame.empty
    assert audits.tell_scores({}) == "How well it reads was not measured here."
    assert audits.list_scores({}).frame.empty
    for explorer in (explore_checks(empty), explore_reading(empty)):
        assert "matches this choice" in explorer.figure().layout.annotations[0].text


def test_derived_figures_are_listed_with_their_range(make_tables: Callable[..., Tables]) -> None:
    """About so much, between which values, reckoned how."""
    derived = {"derived_id": "plan/x", "kind": "plan", "label": "plan", "comparator": "~", "value": 500e12}
    derived |= {
        "low": 495e12,
        "high": 505e12,
        "unit": "VND",
        "formula": "VND 300 trillion ÷ 60%",
        "inputs": [],
    }
    (row,) = audits.list_derived(Tables.from_rows({"derived": [derived]})).frame.to_dict("records")
    assert row["As written"] == "about VND 500 trillion"
    assert row["Allowed by rounding"] == "VND 495–505 trillion"


def test_scores_are_kept_as_counts_and_tell_what_to_trust(tmp_path: Path) -> None:
    """What is written is what is read; too few facts tell nothing."""
    held = {
        "events": Score(20, 20, 20, 19),
        "targets": Score(20, 20, 18, 15),
        "programmes": Score(3, 3, 3, 3),
    }
    held |= {"commitments": Score(20, 20, 9, 8), "all facts": Score(63, 63, 50, 45)}
    sets = {"the five documents": {"events": Score(8, 10, 8, 6)}, audits.LATEST: held}
    path = tmp_path / "scores.csv"
    path.write_text(format_scores_csv(sets), encoding="utf-8")
    assert read_scores(path) == sets
    assert read_scores(tmp_path / "none.csv") == {}
    assert audits.tell_scores(sets) == (
        "In texts that nobody had looked at before: events can be relied on; commitments have to be read for "
        "oneself; of targets, the sentence behind a row is worth a look."
    )
    listed = audits.list_scores(sets).frame.set_index("Read")["So"].to_dict()
    assert listed["events"] == "trust it" and listed["programmes"] == "too few to tell"
    assert listed["all facts"] == ""
