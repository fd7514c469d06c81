"""The declarations themselves: complete, and pointing to each other rightly."""

from dataclasses import fields

import pytest

from hanoi_lib.schema import TABLES, Table, format_columns, format_tables
from hanoi_lib.store import Tables


def test_tables_has_one_attribute_per_table() -> None:
    """A table that is declared is one that `Tables` holds, in the same order."""
    assert [field.name for field in fields(Tables) if not field.kw_only] == list(TABLES)


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_keys_are_columns_that_exist(table: Table) -> None:
    """A key, and a column that points elsewhere, is declared; what it points to has a key of one column."""
    assert set(table.key) <= set(table.column_names)
    for key in table.foreign_keys:
        assert key.column in table.column_names
        assert len(TABLES[key.table].key) == 1


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_columns_are_told_apart_and_explained(table: Table) -> None:
    """No name stands twice, and each has a meaning of its own words."""
    assert len(set(table.column_names)) == len(table.columns)
    for column in table.columns:
        assert column.meaning and column.meaning != column.name


def test_every_statement_points_to_its_document() -> None:
    """Whatever cites a document points to a row of documents."""
    for table in TABLES.values():
        if table.cites:
            assert "documents" in [key.table for key in table.foreign_keys if key.column == "document_id"]


def test_prints_name_every_column() -> None:
    """Both prints hold every table and column; Markdown cells are not broken by a pipe."""
    for text in (format_tables(), format_columns()):
        for table in TABLES.values():
            assert table.name in text
            assert all(f"`{name}`" in text for name in table.column_names)
        assert {line.count("|") for line in text.splitlines() if line.startswith("|")} == {4}
