"""Rows -> DataFrames that keep what the schema declares, and the check that what they point to is there.

Whatever breaks a declaration is refused with the table, the row and the column named; nothing is repaired in
silence.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from math import isfinite
from numbers import Integral, Real
from typing import Any

import pandas as pd

from hanoi_lib.errors import InvalidRows
from hanoi_lib.schema import TABLES, Column, Table

DTYPES = {"string": "string", "integer": "Int64", "number": "Float64", "array": "object"}


def build_frame(name: str, rows: Iterable[Mapping[str, Any]]) -> pd.DataFrame:
    """One table from its rows: the declared columns in their order and types, sorted by key.

    A column that a row does not mention, None, pd.NA, NaN and "" are all missing. Arrays become tuples; a
    missing one is empty. Numbers in keys count as numbers: a document's rows stand in the order of its text.

    Raises:
        InvalidRows: a column is unknown, a value missing or of another type, or two rows have the same key.

    >>> build_frame("organizations", [{"organization_id": "city-council", "name": "City Council"}])
      organization_id          name parent_id  area
    0    city-council  City Council      <NA>  <NA>
    """
    table = TABLES[name]
    rows = sorted(rows, key=lambda row: tuple(sort_key(row.get(column)) for column in table.key))
    _check_known(table, rows)
    columns = {column.name: _build_column(table, column, rows) for column in table.columns}
    frame = pd.DataFrame(columns, columns=pd.Index(table.column_names))
    _check_key(table, frame)
    return frame


def sort_key(value: object) -> tuple[str | int, ...]:
    """Texts in their order, the numbers in them by size.

    >>> sorted(["b/7-9", "a/10-12", "a/9-12"], key=sort_key)
    ['a/9-12', 'a/10-12', 'b/7-9']
    """
    # re.split with a group gives text and digits by turns, so only like is ever compared with like.
    parts = re.split(r"([0-9]+)", "" if value is None else str(value))
    return tuple(int(part) if place % 2 else part for place, part in enumerate(parts))


def is_missing(value: object) -> bool:
    """Whether a cell holds nothing."""
    return value is None or value is pd.NA or (isinstance(value, str) and not value) or value != value  # NaN


def check_references(frames: Mapping[str, pd.DataFrame]) -> None:
    """Check that every id that points to another table finds its row there.

    Raises:
        InvalidRows: one does not; the first is named.
    """
    for table in TABLES.values():
        for key in table.foreign_keys:
            column = frames[table.name][key.column]
            (target,) = TABLES[key.table].key
            lost = column[column.notna() & ~column.isin(frames[key.table][target])]
            if not lost.empty:
                raise InvalidRows(
                    f"{table.name}, row {lost.index[0]}: {key.column} {lost.iloc[0]!r} is not in {key.table}",
                    "Build the tables anew; if it stays, what builds this table forgot a row.",
                )


def _check_known(table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    known = set(table.column_names)
    for row in rows:
        if unknown := row.keys() - known:
            raise InvalidRows(
                f"{table.name}: no such column: {', '.join(sorted(unknown))}",
                f"The columns are {', '.join(table.column_names)}.",
            )


def _build_column(table: Table, column: Column, rows: Sequence[Mapping[str, Any]]) -> "pd.Series[Any]":
    values = [_build_cell(table, column, row) for row in rows]
    return pd.Series(values, dtype=DTYPES[column.type])


def _build_cell(table: Table, column: Column, row: Mapping[str, Any]) -> object:
    value = row.get(column.name)
    if isinstance(value, (list, tuple)) and column.type == "array":
        return tuple(value)
    if is_missing(value):
        if column.type == "array":
            return ()
        if not column.nullable:
            raise _invalid(table, column, row, "is missing")
        return pd.NA
    if not _fits(column, value):
        wanted = f"one of {', '.join(column.values)}" if column.values else column.type
        raise _invalid(table, column, row, f"is {value!r}, not {wanted}")
    return value


def _fits(column: Column, value: object) -> bool:
    if column.values:
        return value in column.values
    if column.type == "string":
        return isinstance(value, str)
    if column.type == "array" or isinstance(value, bool):
        return False
    if column.type == "integer":
        return isinstance(value, Integral)
    return isinstance(value, Real) and isfinite(value)


def _invalid(table: Table, column: Column, row: Mapping[str, Any], problem: str) -> InvalidRows:
    key = " ".join(str(row.get(name)) for name in table.key)
    cited = f" ({row.get('document_id')}: {row.get('exact')!r})" if table.cites else ""
    return InvalidRows(
        f"{table.name} {key}{cited}: {column.name} {problem}", "See docs/tables.md for what it may hold."
    )


def _check_key(table: Table, frame: pd.DataFrame) -> None:
    twice = frame.duplicated(list(table.key))
    if twice.any():
        key = " ".join(str(frame.loc[twice, name].iloc[0]) for name in table.key)
        raise InvalidRows(f"{table.name}: two rows have the key {key}", "Each row needs a key of its own.")
