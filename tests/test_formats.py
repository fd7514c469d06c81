"""Cells, files and the data package: what is written reads back the same, here and in other programs."""

import csv
import io
import json
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hanoi_lib.errors import UnreadableTables
from hanoi_lib.formats import describe_schema, format_csv, format_number, format_sql, parse_csv
from hanoi_lib.frames import build_frame
from hanoi_lib.schema import TABLES

# A document holds no NUL and a str read from a file no lone surrogate; anything else may stand in a cell.
TEXT = st.text(st.characters(exclude_characters="\x00", exclude_categories=["Cs"]), min_size=1)
NUMBER = st.floats(allow_nan=False, allow_infinity=False)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (492_300_000_000_000.0, "492300000000000"),
        (4.4e9, "4400000000"),
        (1e23, "100000000000000000000000"),
        (7.6, "7.6"),
        (0.1 + 0.2, "0.30000000000000004"),
        (-6.0, "-6"),
        (-0.0, "0"),
        (100.0, "100"),
        (2.5e-7, "0.00000025"),
    ],
)
def test_numbers_are_plain_digits(value: float, text: str) -> None:
    """No exponent, no ".0", nothing lost."""
    assert format_number(value) == text


@given(NUMBER)
def test_numbers_read_back_the_same(value: float) -> None:
    """Every float survives."""
    assert float(format_number(value)) == value


@settings(max_examples=60, deadline=None)
@given(rows=st.lists(st.tuples(TEXT, TEXT, NUMBER), max_size=4))
def test_csv_reads_back_the_same(
    rows: list[tuple[str, str, float]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Quotes, commas, any line ending and any script survive, for us and for Python's own reader."""
    table = TABLES["observations"]
    frame = build_frame(
        "observations",
        [
            {
                "observation_id": f"a/{place}-9",
                "label": label,
                "value": value,
                "status": "reported",
                "document_id": "a",
                "start": place,
                "end": 9,
                "exact": exact,
            }
            for place, (label, exact, value) in enumerate(rows)
        ],
    )
    path = tmp_path_factory.mktemp("csv") / "observations.csv"
    path.write_bytes(format_csv(table, frame).encode())
    pd.testing.assert_frame_equal(parse_csv(table, path), frame)
    others = list(csv.DictReader(io.StringIO(path.read_bytes().decode(), newline="")))
    assert [row["exact"] for row in others] == list(frame["exact"])


def test_arrays_are_json_in_a_cell() -> None:
    """Names with commas and diacritics stay apart and readable."""
    frame = build_frame("persons", [{"person_id": "a", "name": "A", "other_names": ["Tô, Lâm", "T"]}])
    text = format_csv(TABLES["persons"], frame)
    assert json.loads(next(csv.DictReader(io.StringIO(text)))["other_names"]) == ["Tô, Lâm", "T"]
    assert "Tô" in text


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"person_id,name\nx,y\n", "has the columns person_id, name instead of"),
        (b"\xff\xfe\x00", "cannot be read"),
        (b"", "cannot be read"),
        (b'person_id,name,family_name,given_name,other_names\nx,y,,,"[1"\n', "persons.csv"),
    ],
)
def test_a_file_that_is_not_the_table_is_refused(content: bytes, message: str, tmp_path: Path) -> None:
    """The message names the file and what to do."""
    path = tmp_path / "persons.csv"
    path.write_bytes(content)
    with pytest.raises(UnreadableTables, match="anew") as caught:
        parse_csv(TABLES["persons"], path)
    assert message in str(caught.value)


def test_schema_says_what_the_declaration_says() -> None:
    """Type, unit, meaning, required, unique, allowed values, key and pointers reach the data package."""
    schema = describe_schema(TABLES["posts"])
    fields = {field["name"]: field for field in schema["fields"]}
    assert fields["post_id"]["constraints"] == {"required": True, "unique": True}
    assert fields["seats"]["constraints"]["enum"] == ["one", "several"]
    assert schema["foreignKeys"][0]["reference"] == {
        "resource": "organizations",
        "fields": ["organization_id"],
    }
    figures = {field["name"]: field for field in describe_schema(TABLES["observations"])["fields"]}
    assert figures["period"]["unit"] == "EDTF" and "constraints" not in figures["period"]


def test_a_table_that_points_to_itself_says_so_as_the_standard_wants() -> None:
    """Table Schema names the own resource by an empty text."""
    assert describe_schema(TABLES["organizations"])["foreignKeys"][0]["reference"]["resource"] == ""


def test_sql_quotes_every_name() -> None:
    """`end` is a word of SQL and a column of ours."""
    assert '"end" INTEGER NOT NULL' in format_sql(TABLES["events"])
