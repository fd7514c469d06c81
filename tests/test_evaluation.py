"""The evaluation measures what it says, and the README claims no more than it measures."""

import json
import re
from pathlib import Path

import pytest

from hanoi_lib.cli import main
from hanoi_lib.evaluation import ALL, SETS, Score, evaluate, format_claims, format_scores, read_scores

ROOT = Path(__file__).parent.parent
MEASURE = ROOT / "tests" / "score.py"
TEXT = (
    " date 2023-05-06 HUE — "
    "Hue's exports rose by 8 per cent in April 2023, and its imports fell by 3 per cent.\n"
)
FACT = {
    "table": "observations",
    "exact": "8 per cent",
    "document_id": "a",
    "indicator": "exports",
    "label": "exports",
    "measure": "change",
    "area": "Hue",
    "period": "2023-04",
    "comparator": "=",
    "value": 8,
    "value_max": None,
    "unit": "percent",
    "equivalent_value": None,
}
DATED = {"table": "documents", "document_id": "a", "published": "2023-05-06", "published_basis": "stated"}


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    """A text with two figures; gold with one of them, the other in another year, and a third."""
    documents, gold = tmp_path / "documents", tmp_path / "gold"
    documents.mkdir()
    gold.mkdir()
    (documents / "a.txt").write_text(TEXT, encoding="utf-8")
    (documents / "unscored.txt").write_text(TEXT, encoding="utf-8")
    wrong = FACT | {"indicator": "imports", "label": "imports", "value": -3, "period": "2022"}
    missed = FACT | {"indicator": "fdi", "label": "fdi", "value": 77}
    (gold / "a.jsonl").write_text("\n".join(map(json.dumps, (DATED, FACT, wrong, missed))), encoding="utf-8")
    return documents, gold


def test_found_right_missed_and_false_are_told_apart(folders: tuple[Path, Path]) -> None:
    """A row with a wrong period is found but not right, and a document without gold is left out."""
    scores = evaluate(*folders, measure=MEASURE)
    assert scores["observations"] == Score(gold=3, rows=2, found=2, right=1)
    assert scores["documents"] == Score(gold=1, rows=1, found=1, right=1)


def test_a_table_with_few_facts_is_left_out_of_the_sum(folders: tuple[Path, Path]) -> None:
    """Three facts say nothing about a library."""
    assert evaluate(*folders, measure=MEASURE)[ALL] == Score()


def test_errors_are_listed_on_request(folders: tuple[Path, Path], capsys: pytest.CaptureFixture[str]) -> None:
    """`hanoi evaluate --errors` names what was missed or read wrongly before the table."""
    documents, gold = map(str, folders)
    assert main(["evaluate", documents, gold, "--errors", "--measure", str(MEASURE)]) == 0
    printed = capsys.readouterr().out
    assert re.search(r'^- observations a .*"fdi"', printed, re.MULTILINE)
    assert re.search(r"^~ observations a .*'period': \('2023-04', '2022'\)", printed, re.MULTILINE)
    assert re.search(r"^observations +3 +2", printed, re.MULTILINE)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["only-one"], "two folders are needed"),
        (["none", "none"], "no gold in none"),
        (["--measure", "none.py"], "none.py is not there"),
    ],
    ids=["one folder", "no gold", "no measure"],
)
def test_what_is_missing_is_named(
    arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Exit status 2 and a line that says what is missing."""
    if "--measure" not in arguments:
        arguments = [*arguments, "--measure", str(MEASURE)]
    assert main(["evaluate", *arguments]) == 2
    assert message in capsys.readouterr().err


def test_the_rates_agree_with_the_printed_table() -> None:
    """What is shown is precision, recall and F1 of the same counts."""
    line = list(format_scores({"events": Score(gold=4, rows=5, found=4, right=2)}))[1]
    assert line.split() == ["events", "4", "5", "0.800", "1.000", "0.889", "0.400", "0.500", "0.444"]


def test_the_makefile_calls_the_command() -> None:
    """`make evaluate` is what the README names."""
    assert re.search(
        r"^evaluate:.*\n\t\$\(BIN\)/hanoi evaluate --output data/scores\.csv$",
        (ROOT / "Makefile").read_text(),
        re.MULTILINE,
    )


def test_the_kept_scores_are_those_that_the_readme_claims() -> None:
    """Both are written by one run: hanoi evaluate --readme --output data/scores.csv."""
    kept = read_scores(ROOT / "data" / "scores.csv")
    figures = [(name, scores[ALL].rate(scores[ALL].right)[2]) for name, scores in kept.items()]
    assert dict(figures).keys() == SETS.keys()
    claimed = format_claims(list(read_claims().items()))
    assert format_claims(figures) == claimed


def read_claims() -> dict[str, float]:
    """What the README claims: set -> F1."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    block = re.search(r"<!-- scores: .* -->\n(.*)\n<!-- end of scores -->", text, re.DOTALL)
    assert block
    rows = re.findall(r"^\| (.+?) \| (\d\.\d\d) \|$", block[1], re.MULTILINE)
    assert format_claims([(name, float(figure)) for name, figure in rows]) == block[1]
    return {name: float(figure) for name, figure in rows}


@pytest.mark.parametrize("name", SETS)
def test_the_readme_claims_no_more_than_is_measured(name: str) -> None:
    """If this fails, mend what was lost; after new texts renew the block (hanoi evaluate --readme)."""
    documents, gold = SETS[name]
    total = evaluate(ROOT / documents, ROOT / gold, MEASURE)[ALL]
    assert total.rate(total.right)[2] >= read_claims()[name]
