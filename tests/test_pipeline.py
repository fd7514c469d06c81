"""From a folder to tables: each document for itself, whatever lies beside it; a bad file is a row."""

import shutil
from pathlib import Path
from typing import Any

import pytest

from hanoi_lib.documents import Document
from hanoi_lib.errors import NoDocuments
from hanoi_lib.pipeline import build, read_statements
from hanoi_lib.schema import TABLES
from hanoi_lib.store import Tables

FIVE = Path(__file__).parent.parent / "data" / "documents"
OF_DOCUMENTS = [name for name, table in TABLES.items() if "document_id" in table.column_names]
ACROSS = [name for name in TABLES if name not in OF_DOCUMENTS]
A = (
    "HANOI, May 5, 2025 — Exports of Hanoi rose by 8 percent in April, "
    "said Chairman of the Hanoi People's Committee Tran Sy Thanh."
)
B = "HUE, July 7, 2025 — The Hue People's Council opened a session on Monday. Tran Sy Thanh was there."


def write(folder: Path, files: dict[str, str | bytes]) -> Path:
    """Files in a folder that may not exist yet."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


def list_rows(tables: Tables, name: str, document: str | None = None) -> list[dict[str, Any]]:
    """The rows of a table without the file's path, in the order of their keys; on request of one document."""
    frame = getattr(tables, name).astype(object).where(lambda f: f.notna(), None)
    rows = frame.drop(columns="path", errors="ignore").to_dict("records")
    return sorted(
        (row for row in rows if document in (None, row.get("document_id"))),
        key=lambda row: tuple(str(row[column]) for column in TABLES[name].key),
    )


def test_other_documents_change_nothing_in_what_one_says(tmp_path: Path) -> None:
    """Alone or among others, a document gives the same rows with the same ids."""
    together = build(FIVE)
    for path in FIVE.iterdir():
        folder = tmp_path / path.stem
        folder.mkdir()
        shutil.copy(path, folder)
        alone = build(folder)
        for name in OF_DOCUMENTS:
            assert list_rows(alone, name) == list_rows(together, name, path.stem), (path.stem, name)


def test_the_order_of_files_changes_nothing(tmp_path: Path) -> None:
    """Read in the opposite order, the documents give the same rows, also where several are joined."""
    for number, path in enumerate(sorted(FIVE.iterdir())):
        write(tmp_path, {f"{9 - number}/{path.name}": path.read_bytes()})
    order: list[str] = []
    there = build(FIVE, lambda done, total, name: order.append(name))
    back = build(tmp_path, lambda done, total, name: order.insert(0, name))
    assert order[: len(order) // 2] == order[len(order) // 2 :]
    for name in TABLES:
        assert list_rows(there, name) == list_rows(back, name), name


def test_a_document_reads_the_same_twice() -> None:
    """No reader keeps anything of a document that the next one could see."""
    documents = [Document("a", "a.txt", A, ""), Document("b", "b.txt", B, "")]
    first = [read_statements(document) for document in documents]
    again = [read_statements(document) for document in reversed(documents)][::-1]
    assert first == again


def test_a_changed_document_leaves_the_rows_of_others_as_they_were(tmp_path: Path) -> None:
    """Editing one file and building anew changes no row of another."""
    before = build(write(tmp_path, {"a.txt": A, "b.txt": B}))
    after = build(write(tmp_path, {"a.txt": A.replace("8 percent", "9 percent")}))
    assert list_rows(before, "observations", "a") != list_rows(after, "observations", "a")
    for name in OF_DOCUMENTS:
        assert list_rows(before, name, "b") == list_rows(after, name, "b")


def test_one_person_in_two_documents_is_one_person(tmp_path: Path) -> None:
    """What joins documents sees them all."""
    tables = build(write(tmp_path, {"a.txt": A, "b.txt": B}))
    assert list(tables.persons["person_id"]) == ["tran-sy-thanh"]


def test_two_rows_on_the_same_words_have_different_ids() -> None:
    """The second has a suffix, the first none: a meeting with two cities is a row for each."""
    bodies = "the Standing Boards of the Hanoi Party Committee and the Hue Party Committee"
    text = f"The Politburo held working sessions with {bodies} on July 3, 2024."
    first, second = read_statements(Document("d", "d.txt", text, "")).rows["events"]
    assert {first["area"], second["area"]} == {"Hanoi", "Hue"} and first["exact"] == second["exact"]
    assert first["event_id"] == f"d/{first['start']}-{first['end']}"
    assert second["event_id"] == first["event_id"] + "-2"


def test_files_in_folders_are_read_with_their_path(tmp_path: Path) -> None:
    """The path is relative to the folder, with forward slashes; hidden files are passed over."""
    files: dict[str, str | bytes] = {"2025/may/a.txt": A, ".hidden/b.txt": B, ".b.txt": B}
    tables = build(write(tmp_path, files))
    assert list(tables.documents["path"]) == ["2025/may/a.txt"]
    assert list(tables.documents["document_id"]) == ["a"]


BAD: dict[str, tuple[bytes, str]] = {
    "an empty file": (b"", "bad.txt: the file is empty"),
    "white space only": (b" \r\n\t\n", "bad.txt: the file is empty"),
    "a picture": (b"\x89PNG\r\n\x1a\n\x00\x00", "bad.txt: this is no text file"),
    "another encoding": ("Phó Thủ".encode() + b"\xed\xf2", "is not UTF-8"),
    "half a UTF-16 character": (b"\xff\xfeH\x00a", "is not UTF-16"),
}


@pytest.mark.parametrize(("content", "problem"), BAD.values(), ids=BAD)
def test_a_bad_file_is_a_row_and_stops_nothing(content: bytes, problem: str, tmp_path: Path) -> None:
    """It has an id, its path and its error, no statement; the others are read as if it were not there."""
    tables = build(write(tmp_path, {"a.txt": A, "bad.txt": content, "c.txt": B}))
    row = tables.documents.set_index("document_id").loc["bad"]
    assert row["path"] == "bad.txt" and problem in row["error"] and row.drop(["path", "error"]).isna().all()
    assert set(tables.passages["document_id"]) == {"a", "c"}


def test_a_second_file_of_one_name_is_an_error_with_an_id_of_its_own(tmp_path: Path) -> None:
    """The stem names a document in every row, so it cannot stand for two."""
    tables = build(write(tmp_path, {"1/a.txt": A, "2/a.txt": B, "3/a.txt": b""}))
    documents = tables.documents.set_index("document_id")
    assert set(documents.index) == {"a", "2/a.txt", "3/a.txt"}
    assert "another file has the same name" in str(documents.loc["2/a.txt", "error"])
    assert set(tables.observations["document_id"]) == {"a"}


def test_only_bad_files_give_tables_without_statements(tmp_path: Path) -> None:
    """The caller sees from the documents table that nothing was read."""
    tables = build(write(tmp_path, {"a.txt": b"", "b.txt": b"\x00"}))
    assert tables.documents["error"].notna().all()
    assert all(getattr(tables, name).empty for name in TABLES if name != "documents")


@pytest.mark.parametrize(
    ("name", "problem"),
    [("none", "does not exist"), ("a.txt", "is no folder"), ("empty", "is empty")],
)
def test_a_folder_without_files_is_named(name: str, problem: str, tmp_path: Path) -> None:
    """Missing, a file, or empty: the message says which, and what to do."""
    write(tmp_path, {"a.txt": A, "empty/.hidden": b""})
    with pytest.raises(NoDocuments, match=rf"{name} {problem}\. \w+"):
        build(tmp_path / name)


def test_progress_is_told_for_every_file(tmp_path: Path) -> None:
    """How many are done, of how many, and the last one's name; bad ones too."""
    told: list[tuple[int, int, str]] = []
    build(write(tmp_path, {"a.txt": A, "b.txt": b""}), lambda *progress: told.append(progress))
    assert told == [(1, 2, "a.txt"), (2, 2, "b.txt")]
