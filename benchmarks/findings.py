"""What was found of the gold's dates, quantities and people; benchmarks/README.md says what counts."""

import importlib.util
from collections.abc import Iterable, Iterator, Sequence
from types import ModuleType
from typing import Any

from benchmarks.contenders import Mark
from benchmarks.texts import ROOT

KINDS = ("dates", "quantities", "people")
Row = dict[str, Any]


def load_measure() -> ModuleType:
    """The measure of `make evaluate`; loaded by path, so that this process stays as small as it can."""
    spec = importlib.util.spec_from_file_location("measure", ROOT / "tests/score.py")
    assert spec and spec.loader  # Python knows how to load a .py file that is there
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def wanted_facts(kind: str, gold: Iterable[Row]) -> Iterator[Row]:
    """The gold facts of one kind; a person once for each document."""
    seen = set()
    for row in gold:
        table = row["table"]
        if kind == "dates" and table in ("events", "documents"):
            yield row | {"wanted": "date" if table == "events" else "published"}
        elif kind == "quantities" and table in ("observations", "targets") and row["value"] is not None:
            yield row | {"wanted": "value"}
        elif (
            kind == "people"
            and table == "attestations"
            and (one := (row["document_id"], row["person"])) not in seen
        ):
            seen.add(one)
            yield row | {"wanted": "person"}


def find_share(kind: str, marks: Sequence[Mark], gold: Sequence[Row], measure: ModuleType) -> float:
    """How many of the gold's facts of this kind are found, as a share."""
    facts = list(wanted_facts(kind, gold))
    return sum(any(_is_found(mark, row, measure) for mark in marks) for row in facts) / len(facts)


def _is_found(mark: Mark, row: Row, measure: ModuleType) -> bool:
    if mark.document_id != row["document_id"]:
        return False
    if mark.value is None:
        return bool(mark.start < row["end"] and row["start"] < mark.end)
    values = [reading[row["wanted"]] for reading in measure.readings(row)]
    if row["wanted"] == "value":
        near = measure.near({"start": mark.start, "end": mark.end}, row)
        return bool(near) and _size(mark.value, measure) in {_size(value, measure) for value in values}
    if row["wanted"] == "person":
        words = f" {measure.ascii_fold(mark.value)} "
        return any(f" {measure.ascii_fold(value)} " in words for value in values)
    return any(measure.agrees(mark.value, value) for value in values)


def _size(value: Any, measure: ModuleType) -> float | None:  # noqa: ANN401 - as it stands in a table
    number: float | None = measure.number(value)
    return None if number is None else abs(number)


def format_share(kind: str, marks: Sequence[Mark], gold: Sequence[Row], measure: ModuleType) -> str:
    """The share found, with a star where no values were given, only words marked; empty where nothing was."""
    marks = [mark for mark in marks if mark.kind == kind]
    if not marks:
        return ""
    star = "*" if all(mark.value is None for mark in marks) else ""
    return f"{find_share(kind, marks, gold, measure):.2f}{star}"
