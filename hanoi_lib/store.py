"""`Tables`: everything the documents say, as DataFrames; and the way to a folder on disk and back.

Writing is all or nothing: files are made beside the folder and moved into it when every one of them is there.
Reading checks that the rows keep the schema and point to rows that exist. The documents' texts are not copied
into the tables; they are read from where the data package says they lie, and only if they are still the same.
"""

import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import KW_ONLY, dataclass, field
from pathlib import Path
from typing import Any

import pandas as pd

from hanoi_lib.documents import read_document
from hanoi_lib.errors import HanoiError, MissingText, UnreadableTables
from hanoi_lib.formats import describe_package, format_csv, parse_csv, write_parquet, write_sqlite
from hanoi_lib.frames import build_frame, check_references
from hanoi_lib.schema import TABLES

PACKAGE = "datapackage.json"
PARQUET, SQLITE = "parquet", "hanoi.sqlite"


@dataclass(frozen=True, eq=False, repr=False)
class Tables:
    """One DataFrame per table; see docs/tables.md for their columns.

    `folder` is where the documents lie, or None if that is not known.

    >>> rows = {"documents": [{"document_id": "a", "path": "a.txt"}]}
    >>> tables = Tables.from_rows(rows, texts={"a": "Hanoi."})
    >>> tables
    <Tables: 1 documents>
    >>> tables.documents_text("a")
    'Hanoi.'
    """

    documents: pd.DataFrame
    passages: pd.DataFrame
    persons: pd.DataFrame
    organizations: pd.DataFrame
    posts: pd.DataFrame
    attestations: pd.DataFrame
    memberships: pd.DataFrame
    events: pd.DataFrame
    observations: pd.DataFrame
    targets: pd.DataFrame
    commitments: pd.DataFrame
    programmes: pd.DataFrame
    outcomes: pd.DataFrame
    derived: pd.DataFrame
    silences: pd.DataFrame
    checks: pd.DataFrame
    _: KW_ONLY
    folder: Path | None = None
    _texts: dict[str, str] = field(default_factory=dict)

    @classmethod
    def from_rows(
        cls,
        rows: Mapping[str, Iterable[Mapping[str, Any]]],
        texts: Mapping[str, str] | None = None,
        folder: Path | None = None,
    ) -> "Tables":
        """Tables from rows by table name; a table without rows is empty.

        Raises:
            InvalidRows: a row breaks the schema, or points to a row that is not there.
        """
        frames = {name: build_frame(name, rows.get(name, ())) for name in TABLES}
        return cls.from_frames(frames, texts, folder)

    @classmethod
    def from_frames(
        cls,
        frames: Mapping[str, pd.DataFrame],
        texts: Mapping[str, str] | None = None,
        folder: Path | None = None,
    ) -> "Tables":
        """Tables from a frame for every table.

        Raises:
            InvalidRows: a row points to one that is not there.
        """
        check_references(frames)
        return cls(*(frames[name] for name in TABLES), folder=folder, _texts=dict(texts or {}))

    def frames(self) -> Iterator[tuple[str, pd.DataFrame]]:
        """Each table's name and rows, in the schema's order."""
        return ((name, getattr(self, name)) for name in TABLES)

    def documents_text(self, document_id: str) -> str:
        """The text of a document as read; the offsets of every citation count its characters.

        Raises:
            MissingText: the document's file is not at hand, or is not the one that was read.
        """
        if document_id not in self._texts:
            self._texts[document_id] = self._read_text(document_id)
        return self._texts[document_id]

    def _read_text(self, document_id: str) -> str:
        row = self.documents.set_index("document_id").loc[document_id]
        if self.folder is None or not (self.folder / row["path"]).is_file():
            raise MissingText(
                f"the text of {document_id} is not at hand",
                "Put the documents where they lay when the tables were built, or build the tables anew.",
            )
        path = self.folder / row["path"]
        if hashlib.sha256(path.read_bytes()).hexdigest() != row["sha256"]:
            raise MissingText(f"{path} has changed since it was read", "Build the tables anew: hanoi build.")
        return read_document(path).text

    def __repr__(self) -> str:
        """How many rows each table has."""
        counts = ", ".join(f"{len(frame)} {name}" for name, frame in self.frames() if len(frame))
        return f"<Tables: {counts or 'empty'}>"


def write_tables(tables: Tables, folder: Path | str, *, parquet: bool = False, sqlite: bool = False) -> None:
    """Write `<table>.csv` and `datapackage.json`; on request also Parquet and one SQLite file.

    What the folder held before is replaced only when everything is written. Parquet and SQLite files from an
    earlier run are renewed too, so that nothing in the folder is older than the rest; other files stay.

    Raises:
        HanoiError: the folder cannot be written.

    >>> with tempfile.TemporaryDirectory() as folder:
    ...     write_tables(Tables.from_rows({}), folder)
    ...     read(folder)
    <Tables: empty>
    """
    folder = Path(folder)
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        # Beside the folder, not in the system's own place for such files: moving is atomic on one disk only.
        made = Path(tempfile.mkdtemp(prefix=f".{folder.name}.", dir=folder.parent))
        try:
            _write_csv(tables, made, _relative(tables.folder, folder))
            if parquet or (folder / PARQUET).is_dir():
                _write_parquet(tables, made / PARQUET)
            if sqlite or (folder / SQLITE).is_file():
                write_sqlite(dict(tables.frames()), made / SQLITE)
            _move_files(made, folder)
        finally:
            shutil.rmtree(made, ignore_errors=True)
    except OSError as error:
        raise HanoiError(
            f"{folder} cannot be written ({error.strerror})", "Choose another --output."
        ) from error


def read(folder: Path | str) -> Tables:
    """The tables that `hanoi build` wrote into a folder.

    Raises:
        UnreadableTables: the folder is missing or incomplete, or a file is not what the schema declares.
        InvalidRows: a value breaks the schema.

    >>> read("no-such-folder")  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    ...
    hanoi_lib.errors.UnreadableTables: no tables in no-such-folder. Build them: ...
    """
    folder = Path(folder)
    try:
        package = json.loads((folder / PACKAGE).read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        remedy = f"Build them: hanoi build DOCUMENTS --output {folder}"
        raise UnreadableTables(f"no tables in {folder}", remedy) from error
    except (OSError, ValueError) as error:
        raise UnreadableTables(f"{folder / PACKAGE} cannot be read", "Build the tables anew.") from error
    frames = {name: parse_csv(table, folder / f"{name}.csv") for name, table in TABLES.items()}
    documents = package.get("documents")
    return Tables.from_frames(frames, folder=folder / documents if documents is not None else None)


def _write_csv(tables: Tables, folder: Path, documents: str | None) -> None:
    contents = {name: format_csv(TABLES[name], frame).encode() for name, frame in tables.frames()}
    for name, content in contents.items():
        (folder / f"{name}.csv").write_bytes(content)
    package = json.dumps(describe_package(contents, documents), indent=2, ensure_ascii=False)
    (folder / PACKAGE).write_bytes(f"{package}\n".encode())


def _write_parquet(tables: Tables, folder: Path) -> None:
    folder.mkdir()
    for name, frame in tables.frames():
        write_parquet(frame, TABLES[name], folder / f"{name}.parquet")


def _relative(documents: Path | None, tables: Path) -> str | None:
    """The way from the tables to the documents, so that both can be moved together."""
    if documents is None:
        return None
    try:
        return Path(os.path.relpath(documents.resolve(), tables.resolve())).as_posix()
    except ValueError:  # two drives of Windows: there is no way from one to the other
        return None


def _move_files(made: Path, folder: Path) -> None:
    """Move every file, the data package last: where it stands, the rest stands too."""
    files = sorted(
        (path for path in made.rglob("*") if path.is_file()), key=lambda path: path.name == PACKAGE
    )
    for path in files:
        target = folder / path.relative_to(made)
        target.parent.mkdir(parents=True, exist_ok=True)
        path.replace(target)
