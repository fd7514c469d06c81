"""The short texts of own/examples.yml, each named by what it shows, are read as they say.

Those that are not yet read rightly stand in own/known_failures.yml with what is wrong: each must fail, so
that the list can only grow shorter. The examples held back count as a sum: nobody shall mend a rule for one.
"""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from hanoi_lib.documents import Document
from hanoi_lib.pipeline import read_statements

OWN = Path(__file__).parent / "own"
EXAMPLES: list[dict[str, Any]] = yaml.safe_load((OWN / "examples.yml").read_text(encoding="utf-8"))
KNOWN: dict[str, Any] = yaml.safe_load((OWN / "known_failures.yml").read_text(encoding="utf-8"))
OPEN = [example for example in EXAMPLES if not example.get("held_back")]
HELD_BACK = [example for example in EXAMPLES if example.get("held_back")]
# What attestations call the person; the other columns are named as in the tables.
COLUMNS = {"person": "name"}

Row = dict[str, Any]


@cache
def read_example(text: str) -> dict[str, list[Row]]:
    """The rows of a text, as of a document of its own."""
    return dict(read_statements(Document("example", "example.txt", text, "")).rows)


def is_as_said(row: Row, wanted: Row) -> bool:
    """Whether a row has every wanted value; a list of values means any of them."""
    return all(
        row.get(COLUMNS.get(column, column)) in (value if isinstance(value, list) else [value])
        for column, value in wanted.items()
        if column != "table"
    )


def count_unread(rows: list[Row], wanted: list[Row]) -> Iterator[Row]:
    """The wanted rows that are not there; no row stands for two of them."""
    free = list(rows)
    for one in sorted(wanted, key=lambda w: sum(is_as_said(row, w) for row in rows)):
        match = next((row for row in free if is_as_said(row, one)), None)
        if match is None:
            yield one
        else:
            free.remove(match)


def find_mistakes(example: dict[str, Any]) -> Iterator[str]:
    """What is not read as the example says, a line each."""
    rows = read_example(example["text"])
    published = rows["documents"][0]["published"]
    if example["published"] not in (None, published):
        yield f"published: {published}, not {example['published']}"
    for table in {wanted["table"]: None for wanted in example["expect"]}:
        wanted = [one for one in example["expect"] if one["table"] == table]
        for one in count_unread(rows[table], wanted):
            yield f"not among {len(rows[table])} {table}: {one}"
    for table in example.get("expect_none", ()):
        for row in rows[table]:
            yield f"{table}: nothing to be read in {row['exact']!r}"
    for table, number in example.get("exactly", {}).items():
        if len(rows[table]) != number:
            yield f"{table}: {len(rows[table])} rows, not {number}"


def mark_known(example: dict[str, Any]) -> Any:  # noqa: ANN401 - pytest names no type for its parameters
    """The example as a parameter; a known failure must fail."""
    reason = KNOWN["examples"].get(example["name"])
    marks = [pytest.mark.xfail(strict=True, reason=reason)] if reason else []
    return pytest.param(example, id=example["name"], marks=marks)


@pytest.mark.parametrize("example", [mark_known(example) for example in OPEN])
def test_an_example_is_read_as_it_says(example: dict[str, Any]) -> None:
    """Every row that must be there is, with the columns that matter, and none that must not."""
    assert list(find_mistakes(example)) == []


def test_the_examples_held_back_are_read_as_well_as_noted() -> None:
    """Their number, and nothing else of them, is told; the note is raised when more are read rightly."""
    right = sum(not list(find_mistakes(example)) for example in HELD_BACK)
    assert right >= KNOWN["held_back_right"], f"{right} of {len(HELD_BACK)} examples held back"


def test_every_known_failure_is_an_open_example_with_its_reason() -> None:
    """No failure stays listed whose example is gone, renamed or held back."""
    assert set(KNOWN["examples"]) <= {example["name"] for example in OPEN}
    assert all(len(reason.split()) > 3 for reason in KNOWN["examples"].values())


def test_the_names_of_the_examples_are_unique() -> None:
    """A name stands for one example."""
    assert len({example["name"] for example in EXAMPLES}) == len(EXAMPLES)


@pytest.mark.parametrize(
    ("example", "mistake"),
    [
        ({"published": "2001"}, "published: None, not 2001"),
        ({"expect": [{"table": "observations", "value": [7, 9]}]}, "not among 1 observations"),
        ({"expect": [{"table": "observations", "value": 8}] * 2}, "not among 1 observations"),
        ({"expect_none": ["observations"]}, "nothing to be read in '8 per cent'"),
        ({"exactly": {"events": 1}}, "events: 0 rows, not 1"),
    ],
    ids=["date", "value", "one row for two", "row too many", "number of rows"],
)
def test_a_wrong_reading_is_seen(example: dict[str, Any], mistake: str) -> None:
    """The comparison above can fail, in each of its parts."""
    text: dict[str, Any] = {"text": "Exports rose by 8 per cent.", "published": None, "expect": []}
    (found,) = find_mistakes(text | example)
    assert mistake in found
