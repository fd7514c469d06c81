"""How well documents are read: built tables held against what a careful reader found in the same texts.

Answers with precision, recall and F1 per table at two levels: `found` (the fact is there) and `right` (every
scored column agrees). Needs documents, their gold annotations (one JSONL file each) and the measure, a script
that pairs rows with gold: the library ships none of them, the project's `tests/` does. Nothing is learnt.
"""

import csv
import importlib.util
import json
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import floor
from pathlib import Path
from types import ModuleType
from typing import Any

from hanoi_lib.errors import HanoiError
from hanoi_lib.pipeline import build
from hanoi_lib.store import write_tables

Row = dict[str, Any]

MEASURE = Path("tests/score.py")
# What the README calls them, their documents and their gold, all within the project's folder.
SETS = {
    "the five documents": ("data/documents", "tests/gold"),
    "practice texts": ("tests/practice/documents", "tests/practice/gold"),
    "own texts, developed with": ("tests/own/dev/documents", "tests/own/dev/gold"),
    "own texts, held out": ("tests/own/heldout/documents", "tests/own/heldout/gold"),
}
ALL = "all facts"


@dataclass(frozen=True, slots=True)
class Score:
    """How many facts the gold holds, how many rows were read, and how many of these are found and right."""

    gold: int = 0
    rows: int = 0
    found: int = 0
    right: int = 0

    def rate(self, hits: int) -> tuple[float, float, float]:
        """Precision, recall and F1 of so many hits; 0 where there is nothing to hit.

        >>> Score(gold=8, rows=10, found=8, right=6).rate(6)
        (0.6, 0.75, 0.6666666666666666)
        >>> Score().rate(0)
        (0.0, 0.0, 0.0)
        """
        precision, recall = hits / self.rows if self.rows else 0.0, hits / self.gold if self.gold else 0.0
        return precision, recall, 2 * hits / (self.rows + self.gold) if hits else 0.0

    def add(self, other: "Score") -> "Score":
        """Both together."""
        return Score(
            self.gold + other.gold, self.rows + other.rows, self.found + other.found, self.right + other.right
        )


def load_measure(path: Path) -> ModuleType:
    """The script that pairs rows with gold.

    Raises:
        HanoiError: there is none.
    """
    if not path.is_file():
        raise HanoiError(f"{path} is not there", "Run this from the project's folder, or name it: --measure.")
    spec = importlib.util.spec_from_file_location("hanoi_measure", path)
    assert spec and spec.loader  # Python knows how to load a .py file that is there
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def evaluate(documents: Path, gold: Path, measure: Path = MEASURE, errors: bool = False) -> dict[str, Score]:
    """The score of every table that the measure knows, and of all facts together.

    A table with too few gold facts to say much stays out of the sum. With `errors` every fact that is missed
    (-), wrong (~) or not in the gold (+) is printed. Only documents that the gold speaks of are scored.

    Raises:
        HanoiError: documents, gold or measure are missing.
    """
    scorer, wanted = load_measure(measure), _read_gold(gold)
    with tempfile.TemporaryDirectory() as folder:
        write_tables(build(documents), Path(folder))
        read = scorer.read_built(folder)
    known = {row["document_id"] for row in wanted}
    dated = _score_dates(
        scorer, read["documents"], [row for row in wanted if row["table"] == "documents"], errors
    )
    scores = {}
    for table in scorer.FOUND:
        rows = [row for row in read[table] if row["document_id"] in known]
        tally = scorer.score_table(table, rows, [row for row in wanted if row["table"] == table], errors)
        scores[table] = Score(tally["gold"], tally["predicted"], tally["found"], tally["right"])
    total = Score()
    for score in scores.values():
        total = total.add(score) if score.gold >= scorer.ENOUGH else total
    return {"documents": dated} | scores | {ALL: total}


def _score_dates(scorer: ModuleType, read: list[Row], wanted: list[Row], errors: bool) -> Score:
    """Documents, right where their date agrees with the gold; they are no facts and stand apart."""
    dates = {row["document_id"]: row["published"] for row in read}
    found = [row for row in wanted if row["document_id"] in dates]
    right = 0
    for row in found:
        got = dates[row["document_id"]]
        good = any(scorer.agrees(got, reading["published"]) for reading in scorer.readings(row))
        right += good
        if errors and not good:
            print(f"~ documents {row['document_id']} got, wanted: {(got, row['published'])}")
    return Score(len(wanted), len(found), len(found), right)


def _read_gold(folder: Path) -> list[Row]:
    paths = sorted(folder.glob("*.jsonl"))
    if not paths:
        raise HanoiError(f"no gold in {folder}", "Name a folder with one JSONL file for each document.")
    lines = (line for path in paths for line in path.read_text(encoding="utf-8").splitlines())
    return [json.loads(line) for line in lines if line.strip()]


def format_scores(scores: dict[str, Score]) -> Iterator[str]:
    """The score table in lines.

    >>> print(*format_scores({"events": Score(gold=8, rows=10, found=8, right=6)}), sep="\\n")
    table          gold  rows      found P      R     F1    right P      R     F1
    events            8    10        0.800  1.000  0.889      0.600  0.750  0.667
    """
    yield f"{'table':14}{'gold':>5}{'rows':>6}" + "".join(
        f"{level + ' P':>13}{'R':>7}{'F1':>7}" for level in ("found", "right")
    )
    for table, score in scores.items():
        rates = [score.rate(hits) for hits in (score.found, score.right)]
        columns = "".join(f"{p:13.3f}{r:7.3f}{f1:7.3f}" for p, r, f1 in rates)
        yield f"{table:14}{score.gold:5}{score.rows:6}{columns}"


COLUMNS = ("texts", "table", "gold", "rows", "found", "right")


def format_scores_csv(sets: Mapping[str, Mapping[str, Score]]) -> str:
    """The scores of all sets as CSV, one row for each set and table, counts only: rates follow from them.

    >>> print(format_scores_csv({"these": {"events": Score(8, 10, 8, 6)}}), end="")
    texts,table,gold,rows,found,right
    these,events,8,10,8,6
    """
    lines = [",".join(COLUMNS)]
    for texts, scores in sets.items():
        for table, s in scores.items():
            lines.append(f"{_quote(texts)},{table},{s.gold},{s.rows},{s.found},{s.right}")
    return "\n".join(lines) + "\n"


def _quote(text: str) -> str:
    return f'"{text}"' if "," in text else text


def read_scores(path: Path | str) -> dict[str, dict[str, Score]]:
    """The scores that `hanoi evaluate --output` wrote, by set and table; none where there is no such file.

    >>> read_scores("no-such-file.csv")
    {}
    """
    path = Path(path)
    sets: dict[str, dict[str, Score]] = {}
    if path.is_file():
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                counts = (int(row[column]) for column in COLUMNS[2:])
                sets.setdefault(row["texts"], {})[row["table"]] = Score(*counts)
    return sets


def format_claims(figures: Iterable[tuple[str, float]]) -> str:
    """The README's table: sets and their F1, rounded down so that it never claims too much.

    >>> print(format_claims([("these texts", 0.9799)]))
    | texts | F1, facts right in every column |
    | --- | --- |
    | these texts | 0.97 |
    """
    rows = [f"| {name} | {floor(f1 * 100) / 100:.2f} |" for name, f1 in figures]
    return "\n".join(["| texts | F1, facts right in every column |", "| --- | --- |", *rows])
