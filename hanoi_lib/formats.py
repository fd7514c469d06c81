"""One table <-> CSV, Parquet, SQLite, and the data package that describes the CSV files.

The same frames give the same bytes. CSV: UTF-8, "\\n", a missing value is an empty cell, numbers are plain
digits in their shortest form that reads back the same, arrays are JSON. Nothing here opens a document or
decides where files go.
"""

import hashlib
import json
import sqlite3
from collections.abc import Callable, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

import pandas as pd

from hanoi_lib.errors import UnreadableTables
from hanoi_lib.frames import build_frame
from hanoi_lib.schema import TABLES, Column, Table, Type

_PARSERS: dict[Type, Callable[[str], Any]] = {
    "string": str,
    "integer": int,
    "number": float,
    "array": json.loads,
}
_SQL_TYPES = {"string": "TEXT", "integer": "INTEGER", "number": "REAL", "array": "TEXT"}


def format_number(value: float) -> str:
    """A number in its shortest form that reads back the same, without exponent.

    >>> format_number(492_300_000_000_000.0), format_number(7.6), format_number(-6.0), format_number(1e-7)
    ('492300000000000', '7.6', '-6', '0.0000001')
    """
    digits = format(Decimal(repr(float(value) + 0.0)), "f")  # + 0.0: there is no negative nothing
    return digits.rstrip("0").rstrip(".") if "." in digits else digits


def format_cell(column: Column, value: Any) -> str:  # noqa: ANN401 - a cell holds whatever its column declares
    """A value as it stands in a CSV cell."""
    if column.type == "array":
        return json.dumps(value, ensure_ascii=False)
    if value is pd.NA:
        return ""
    return format_number(value) if column.type == "number" else str(value)


def format_csv(table: Table, frame: pd.DataFrame) -> str:
    """A table as the text of its CSV file."""
    cells = [[_quote(format_cell(column, value)) for value in frame[column.name]] for column in table.columns]
    lines = [",".join(table.column_names), *map(",".join, zip(*cells, strict=True))]
    return "\n".join(lines) + "\n"


def _quote(cell: str) -> str:
    # Python's own writer leaves a lone carriage return unquoted, and every reader then sees a new row.
    return '"' + cell.replace('"', '""') + '"' if any(sign in cell for sign in ',"\n\r') else cell


def parse_csv(table: Table, path: Path) -> pd.DataFrame:
    """A table from its CSV file.

    Raises:
        UnreadableTables: the file is missing, or has other columns or values than the schema declares.
    """
    try:
        cells = pd.read_csv(path, dtype="string", keep_default_na=False, na_values=[""], encoding="utf-8")
    except (OSError, ValueError) as error:
        raise UnreadableTables(
            f"{path} cannot be read ({error})", "Build the tables anew: hanoi build."
        ) from error
    if tuple(cells.columns) != table.column_names:
        raise UnreadableTables(
            f"{path} has the columns {', '.join(cells.columns)} instead of {', '.join(table.column_names)}",
            "It is from another version; build the tables anew: hanoi build.",
        )
    return _parse_cells(table, cells, path)


def _parse_cells(table: Table, cells: pd.DataFrame, path: Path) -> pd.DataFrame:
    try:
        columns = {column.name: _parse_column(column, cells[column.name]) for column in table.columns}
    except ValueError as error:
        raise UnreadableTables(f"{path}: {error}", "Undo what was changed by hand, or build anew.") from error
    # Only rows of the declared shape come back, whoever edited the file in between.
    rows = zip(*columns.values(), strict=True)
    return build_frame(table.name, (dict(zip(columns, row, strict=True)) for row in rows))


def _parse_column(column: Column, cells: "pd.Series[str]") -> list[Any]:
    parse = _PARSERS[column.type]
    return [parse(cell) if isinstance(cell, str) else None for cell in cells]


def describe_package(contents: Mapping[str, bytes], documents: str | None) -> dict[str, Any]:
    """The data package of the CSV files in `contents`, by table name.

    `documents` is the folder of the documents relative to the tables: there citations find their text again.
    """
    package: dict[str, Any] = {
        "profile": "tabular-data-package",
        "name": "hanoi-tables",
        "title": "What news reports say of a city's leadership",
        "description": "Every statement cites the words it was read from: exact is text[start:end] of the "
        "document, counted in Unicode code points. Dates are EDTF (ISO 8601-2). Arrays are JSON.",
    }
    if documents is not None:
        package["documents"] = documents
    package["resources"] = [_describe_resource(TABLES[name], content) for name, content in contents.items()]
    return package


def _describe_resource(table: Table, content: bytes) -> dict[str, Any]:
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "path": f"{table.name}.csv",
        "description": f"One row is {table.description}.",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
        "schema": describe_schema(table),
    }


def describe_schema(table: Table) -> dict[str, Any]:
    """A table's declaration as a Frictionless Table Schema."""
    return {
        "fields": [_describe_field(table, column) for column in table.columns],
        "missingValues": [""],
        "primaryKey": list(table.key),
        "foreignKeys": [
            {
                "fields": [key.column],
                # The standard writes a table's pointing to itself as a resource without a name.
                "reference": {
                    "resource": "" if key.table == table.name else key.table,
                    "fields": list(TABLES[key.table].key),
                },
            }
            for key in table.foreign_keys
        ],
    }


def _describe_field(table: Table, column: Column) -> dict[str, Any]:
    constraints: dict[str, Any] = {} if column.nullable else {"required": True}
    if (column.name,) == table.key:
        constraints["unique"] = True
    if column.values:
        constraints["enum"] = list(column.values)
    unit = {"unit": column.unit} if column.unit else {}
    rest = {"constraints": constraints} if constraints else {}
    return {"name": column.name, "type": column.type, "description": column.meaning, **unit, **rest}


def write_parquet(frame: pd.DataFrame, table: Table, path: Path) -> None:
    """One Parquet file; texts, integers and floats keep their types, arrays are JSON as in the CSV files."""
    import pyarrow as pa  # here, because most runs never write Parquet and pyarrow is slow to load
    import pyarrow.parquet as pq

    types = {"string": pa.string(), "integer": pa.int64(), "number": pa.float64(), "array": pa.string()}
    names = table.column_names
    columns = [pa.array(_plain(column, frame), types[column.type]) for column in table.columns]
    pq.write_table(pa.Table.from_arrays(columns, names=list(names)), path)


def write_sqlite(frames: Mapping[str, pd.DataFrame], path: Path) -> None:
    """One SQLite file with every table, its keys declared."""
    connection = sqlite3.connect(path)
    try:
        with connection:
            for table in TABLES.values():
                connection.execute(format_sql(table))
                places = ", ".join("?" for _ in table.columns)
                rows = zip(*(_plain(column, frames[table.name]) for column in table.columns), strict=True)
                connection.executemany(f'INSERT INTO "{table.name}" VALUES ({places})', rows)
    finally:
        connection.close()


def format_sql(table: Table) -> str:
    """The statement that creates a table; names are quoted because "end" is a word of SQL."""
    required = {column.name: "" if column.nullable else " NOT NULL" for column in table.columns}
    lines = [f'"{column.name}" {_SQL_TYPES[column.type]}{required[column.name]}' for column in table.columns]
    key = ", ".join(f'"{name}"' for name in table.key)
    lines.append(f"PRIMARY KEY ({key})")
    for points in table.foreign_keys:
        (target,) = TABLES[points.table].key
        lines.append(f'FOREIGN KEY ("{points.column}") REFERENCES "{points.table}" ("{target}")')
    return f'CREATE TABLE "{table.name}" (\n  ' + ",\n  ".join(lines) + "\n)"


def _plain(column: Column, frame: pd.DataFrame) -> list[Any]:
    """A column's values as Python's own, None where missing."""
    values = frame[column.name]
    if column.type == "array":
        return [format_cell(column, value) for value in values]
    return [None if value is pd.NA else value for value in values.tolist()]
