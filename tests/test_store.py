"""A folder of tables: written whole or not at all, the same each time, and read back with its texts."""

import hashlib
import json
import sqlite3
from pathlib import Path
from typing import Any

import frictionless
import pandas as pd
import pyarrow.parquet as pq
import pytest

from hanoi_lib import store
from hanoi_lib.charts.evidence import add_evidence
from hanoi_lib.errors import HanoiError, InvalidRows, MissingText, UnreadableTables
from hanoi_lib.schema import TABLES
from hanoi_lib.store import Tables, read, write_tables

TEXT = "Hanoi, “capital” of Vietnam\r\ngrew 7.6 percent.\n"


@pytest.fixture
def tables(tmp_path: Path) -> Tables:
    """One document in a folder, and a row or two of most kinds that it gave."""
    documents = tmp_path / "documents"
    documents.mkdir()
    (documents / "a.txt").write_bytes(TEXT.encode())
    digest = hashlib.sha256(TEXT.encode()).hexdigest()
    cite = {"document_id": "a", "start": 34, "end": 45, "exact": TEXT[34:45]}
    rows: dict[str, list[dict[str, Any]]] = {
        "documents": [
            {"document_id": "a", "path": "a.txt", "sha256": digest, "characters": len(TEXT), "words": 7}
        ],
        "passages": [
            {**cite, "passage_id": "a/0-46", "start": 0, "end": 46, "kind": "body", "exact": TEXT[:46]}
        ],
        "persons": [{"person_id": "to-lam", "name": "To Lam", "other_names": ["Tô Lâm"]}],
        "observations": [
            {
                **cite,
                "observation_id": "a/34-45",
                "label": "growth",
                "value": 7.6,
                "unit": "percent",
                "status": "reported",
            }
        ],
    }
    return Tables.from_rows(rows, {"a": TEXT}, documents)


def read_bytes(folder: Path) -> dict[str, bytes]:
    """Every file of a folder."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_what_is_written_reads_back_the_same(tables: Tables, tmp_path: Path) -> None:
    """Rows, types and the documents' texts, also from a folder that does not exist yet."""
    write_tables(tables, tmp_path / "new" / "tables")
    again = read(tmp_path / "new" / "tables")
    for (_, frame), (_, other) in zip(tables.frames(), again.frames(), strict=True):
        pd.testing.assert_frame_equal(frame, other)
    assert again.documents_text("a") == TEXT


def test_the_same_tables_give_the_same_bytes(tables: Tables, tmp_path: Path) -> None:
    """CSV, data package, Parquet and SQLite have no clock and no chance in them."""
    for name in ("one", "two"):
        write_tables(tables, tmp_path / name, parquet=True, sqlite=True)
    one, two = read_bytes(tmp_path / "one"), read_bytes(tmp_path / "two")
    assert len(one) == 2 * len(TABLES) + 2
    assert one == two


def test_the_data_package_is_valid_for_others(tables: Tables, tmp_path: Path) -> None:
    """Frictionless reads every file, and finds types, required values, keys and pointers kept."""
    write_tables(tables, tmp_path / "tables")
    report = frictionless.validate(str(tmp_path / "tables" / "datapackage.json"))
    assert report.valid, report.flatten(["fieldName", "message"])
    assert len(report.tasks) == len(TABLES)


def test_the_data_package_notices_a_change(tables: Tables, tmp_path: Path) -> None:
    """The validation above can fail: an edited number is seen."""
    write_tables(tables, tmp_path / "tables")
    path = tmp_path / "tables" / "observations.csv"
    path.write_text(path.read_text("utf-8").replace("7.6,", "many,"), "utf-8")
    assert not frictionless.validate(str(tmp_path / "tables" / "datapackage.json")).valid


def test_sqlite_and_parquet_hold_the_same_rows(tables: Tables, tmp_path: Path) -> None:
    """Numbers stay numbers, pointers hold, missing is NULL."""
    write_tables(tables, tmp_path / "tables", parquet=True, sqlite=True)
    connection = sqlite3.connect(tmp_path / "tables" / "hanoi.sqlite")
    assert connection.execute('SELECT value, area, "end" FROM observations').fetchall() == [(7.6, None, 45)]
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    connection.close()
    rows = pq.read_table(tmp_path / "tables" / "parquet" / "observations.parquet").to_pylist()
    assert (rows[0]["value"], rows[0]["area"], rows[0]["end"]) == (7.6, None, 45)


def test_a_failed_write_leaves_what_was_there(
    tables: Tables, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A full disk halfway changes no file and leaves nothing behind."""
    write_tables(tables, tmp_path / "tables")
    before = read_bytes(tmp_path)

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(store, "write_sqlite", fail)
    empty = Tables.from_rows({})
    with pytest.raises(HanoiError, match="No space left on device"):
        write_tables(empty, tmp_path / "tables", sqlite=True)
    assert read_bytes(tmp_path) == before


def test_other_files_in_the_folder_stay(tables: Tables, tmp_path: Path) -> None:
    """An analyst's notes beside the tables survive a build; Parquet from an earlier run is renewed."""
    folder = tmp_path / "tables"
    write_tables(Tables.from_rows({}), folder, parquet=True)
    (folder / "notes.md").write_text("mine")
    write_tables(tables, folder)
    assert (folder / "notes.md").read_text() == "mine"
    assert pq.read_table(folder / "parquet" / "observations.parquet").num_rows == 1


def test_a_file_in_the_way_is_named(tables: Tables, tmp_path: Path) -> None:
    """--output that names a file is refused, and the file stays."""
    (tmp_path / "tables").write_text("mine")
    with pytest.raises(HanoiError, match="tables cannot be written"):
        write_tables(tables, tmp_path / "tables")
    assert (tmp_path / "tables").read_text() == "mine"


def test_both_folders_can_be_moved_together(tables: Tables, tmp_path: Path) -> None:
    """The way to the documents is relative."""
    write_tables(tables, tmp_path / "tables")
    package = json.loads((tmp_path / "tables" / "datapackage.json").read_text())
    assert package["documents"] == "../documents"


def test_a_text_that_is_gone_or_changed_is_not_quoted(tables: Tables, tmp_path: Path) -> None:
    """A citation is never shown in a text that it was not read from."""
    write_tables(tables, tmp_path / "tables")
    path = tmp_path / "documents" / "a.txt"
    path.write_text("Hanoi, another text")
    with pytest.raises(MissingText, match="has changed since it was read"):
        read(tmp_path / "tables").documents_text("a")
    path.unlink()
    with pytest.raises(MissingText, match="the text of a is not at hand"):
        read(tmp_path / "tables").documents_text("a")


def test_without_the_text_the_cited_words_remain(tables: Tables, tmp_path: Path) -> None:
    """Tables that travel without their documents still show what they cite, and say what is missing."""
    write_tables(tables, tmp_path / "tables")
    (tmp_path / "documents" / "a.txt").unlink()
    again = read(tmp_path / "tables")
    with pytest.warns(UserWarning, match="the text of a is not at hand"):
        evidence = add_evidence(again, again.observations)
    assert evidence["exact"][0] == TEXT[34:45]
    assert not evidence["before"][0] and not evidence["after"][0]


def test_a_folder_without_tables_is_named(tmp_path: Path) -> None:
    """Missing, empty, or with a broken data package: the message says how to get tables."""
    for folder in (tmp_path / "none", tmp_path):
        with pytest.raises(UnreadableTables, match="hanoi build DOCUMENTS"):
            read(folder)
    (tmp_path / "datapackage.json").write_text("{")
    with pytest.raises(UnreadableTables, match="anew"):
        read(tmp_path)


def test_a_file_that_is_gone_is_named(tables: Tables, tmp_path: Path) -> None:
    """Half a folder is not read as if it were whole."""
    write_tables(tables, tmp_path / "tables")
    (tmp_path / "tables" / "posts.csv").unlink()
    with pytest.raises(UnreadableTables, match=r"posts\.csv"):
        read(tmp_path / "tables")


def test_an_edited_pointer_is_refused(tables: Tables, tmp_path: Path) -> None:
    """A row that points to a document that is not there is not read."""
    write_tables(tables, tmp_path / "tables")
    path = tmp_path / "tables" / "passages.csv"
    path.write_bytes(path.read_bytes().replace(b"a/0-46,a,", b"a/0-46,b,"))
    with pytest.raises(InvalidRows, match="document_id 'b' is not in documents"):
        read(tmp_path / "tables")
