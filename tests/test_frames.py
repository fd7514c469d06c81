"""Rows become frames that keep the schema, or are refused with a reason."""

from typing import Any

import pandas as pd
import pytest

from hanoi_lib.errors import InvalidRows
from hanoi_lib.frames import build_frame, check_references
from hanoi_lib.schema import TABLES

EVENT = {
    "event_id": "a/10-14",
    "kind": "session",
    "title": "a meeting",
    "date": "2025-06-16",
    "document_id": "a",
    "start": 10,
    "end": 14,
    "exact": "June",
}


def test_columns_stand_in_declared_order_and_type() -> None:
    """A frame has the declared columns and types whatever order a row names them in."""
    frame = build_frame(
        "programmes", [{"items": ["x"], "label": "tasks", "listed_items": 1, **_cite("a", 0, 4)}]
    )
    assert tuple(frame.columns) == TABLES["programmes"].column_names
    assert [str(frame[name].dtype) for name in ("label", "declared_items", "items")] == [
        "string",
        "Int64",
        "object",
    ]
    assert frame["items"][0] == ("x",)


def _cite(document: str, start: int, end: int) -> dict[str, Any]:
    key = f"{document}/{start}-{end}"
    return {"programme_id": key, "document_id": document, "start": start, "end": end, "exact": "word"}


def test_a_table_without_rows_keeps_its_types() -> None:
    """An empty frame can be joined and compared like a full one."""
    frame = build_frame("observations", [])
    assert str(frame["value"].dtype) == "Float64" and str(frame["label"].dtype) == "string"


def test_rows_stand_in_the_order_of_the_text() -> None:
    """Numbers in ids are sorted as numbers: 9 before 10."""
    rows = [{**EVENT, "event_id": key} for key in ("b/1-2", "a/10-14", "a/9-14", "a/10-14-2")]
    assert list(build_frame("events", rows)["event_id"]) == ["a/9-14", "a/10-14", "a/10-14-2", "b/1-2"]


@pytest.mark.parametrize("missing", [None, "", pd.NA, float("nan")])
def test_every_way_of_saying_nothing_is_missing(missing: object) -> None:
    """None, "", pd.NA and NaN all become pd.NA."""
    frame = build_frame("events", [{**EVENT, "area": missing}])
    assert frame["area"][0] is pd.NA


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"colour": "red"}, "no such column: colour"),
        ({"title": None}, "title is missing"),
        ({"title": 3}, "title is 3, not string"),
        ({"start": 1.5}, "start is 1.5, not integer"),
        ({"start": True}, "start is True, not integer"),
        ({"kind": "party"}, "kind is 'party', not one of congress"),
        ({"date": ["2025"]}, "date is"),
    ],
)
def test_a_row_that_breaks_the_schema_is_refused(change: dict[str, Any], message: str) -> None:
    """The message names table, row and column."""
    with pytest.raises(InvalidRows) as caught:
        build_frame("events", [{**EVENT, **change}])
    assert message in str(caught.value) and "events" in str(caught.value)


@pytest.mark.parametrize("value", [float("inf"), "7", [7]])
def test_a_figure_is_a_finite_number(value: object) -> None:
    """Infinity and texts are no values."""
    row = {**_cite("a", 0, 4), "observation_id": "a/0-4", "label": "x", "status": "reported", "value": value}
    del row["programme_id"]
    with pytest.raises(InvalidRows, match="value is"):
        build_frame("observations", [row])


def test_two_rows_with_one_key_are_refused() -> None:
    """The key that stands twice is named."""
    with pytest.raises(InvalidRows, match="two rows have the key a/10-14"):
        build_frame("events", [EVENT, EVENT])


def test_a_pointer_to_nowhere_is_refused() -> None:
    """An id that is not in the table it points to is named; a missing one is fine."""
    frames = {name: build_frame(name, []) for name in TABLES}
    body = {"organization_id": "party", "name": "Party"}
    frames["organizations"] = build_frame("organizations", [body])
    check_references(frames)
    frames["organizations"] = build_frame("organizations", [{**body, "parent_id": "state"}])
    with pytest.raises(InvalidRows, match="parent_id 'state' is not in organizations"):
        check_references(frames)
