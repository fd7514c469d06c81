"""Notebooks -> reports that can be mailed: one self-contained HTML page each, and an index of them.

Answers "show me" for someone without Python: the figures, filters and sentences of a notebook, as it comes
out when run now. From the notebooks and, for the index, the folder of tables beside them. A notebook that
fails is named with its cell and left out; the others are written all the same. One page is `exporter.py`'s.
"""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import jinja2
import nbformat
import pandas as pd
from bs4 import BeautifulSoup
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError
from nbformat import NotebookNode

from hanoi_lib.charts.evidence import say_document, say_published
from hanoi_lib.errors import HanoiError, UnshareableNotebook
from hanoi_lib.explorers.notebooks import QUIET
from hanoi_lib.reports.exporter import TEMPLATE, Page, build_policy, export_page, read_template
from hanoi_lib.reports.thumbnails import draw_thumbnail
from hanoi_lib.schema import TABLES
from hanoi_lib.wording import say_count, say_date

TITLE = "Hanoi’s leadership in the news"
PACKED = "tables.zip"
CELL_SECONDS = 600  # a cell that takes longer is taken to hang


def render(
    notebooks: Sequence[Path],
    output: Path,
    progress: Callable[[str], None] | None = None,
    *,
    execute: bool = True,
    tables: Path | None = None,
    today: date | None = None,
) -> list[Path]:
    """Write one HTML page per notebook and `index.html` into `output`; return their paths, the index last.

    With `execute` each notebook is run first, on a copy: the files stay as they are. `tables` is the folder
    of CSV files that the index counts and offers as `tables.zip`, by default `../data/tables` as seen from
    the first notebook. `progress` is called with a line of text per notebook; `today` is what the index calls
    the day of the build: without it the same input gives the same bytes on any day. Raises
    UnshareableNotebook for notebooks that failed, after everything else is written.
    """
    say = progress or (lambda line: None)
    output.mkdir(parents=True, exist_ok=True)
    pages: dict[str, Page] = {}
    failures: list[HanoiError] = []
    for number, path in enumerate(notebooks, start=1):
        say(f"{number} of {len(notebooks)}: {path.name}")
        try:
            notebook = read_notebook(path)
            pages[f"{path.stem}.html"] = export_page(run(notebook, path) if execute else notebook, path.name)
        except HanoiError as failure:
            failures.append(failure)
            say(str(failure))
    if tables is None and notebooks:
        tables = notebooks[0].resolve().parent.parent / "data" / "tables"
    written = [write(output / name, page.html) for name, page in pages.items()]
    packed = pack_tables(tables) if tables else b""
    if packed:
        (output / PACKED).write_bytes(packed)
    index = build_index(
        read_others(notebooks, output) | pages, [str(failure) for failure in failures], tables, packed, today
    )
    written.append(write(output / "index.html", index))
    if failures:
        raise UnshareableNotebook("; ".join(failure.problem for failure in failures), failures[0].remedy)
    return written


def write(path: Path, text: str) -> Path:
    """Write a page with the same bytes on every system."""
    path.write_text(text, encoding="utf-8", newline="\n")
    return path


def read_notebook(path: Path) -> NotebookNode:
    """Read a notebook; raise UnshareableNotebook where there is none."""
    try:
        notebook: NotebookNode = nbformat.read(path, as_version=4)
        return notebook
    except FileNotFoundError:
        raise UnshareableNotebook(f"no such notebook: {path}", "Check the name.") from None
    except (nbformat.reader.NotJSONError, nbformat.ValidationError, UnicodeDecodeError):
        raise UnshareableNotebook(f"{path.name} is no notebook", "Give the path of an .ipynb file.") from None


def run(notebook: NotebookNode, path: Path) -> NotebookNode:
    """Run a notebook in its own folder and return it with fresh outputs."""
    # Widget state would be megabytes per figure, and a page without a kernel has no use for it.
    where = {"metadata": {"path": str(path.resolve().parent)}}
    client = NotebookClient(
        notebook, timeout=CELL_SECONDS, store_widget_state=False, resources=where, extra_arguments=QUIET
    )
    try:
        client.execute()
    except CellExecutionError:
        pass  # the failed cell now holds its error, and export_page names it
    except (CellTimeoutError, DeadKernelError) as error:
        number = next((n for n, cell in enumerate(notebook.cells, 1) if is_waiting(cell)), 1)
        reason = (
            f"took more than {CELL_SECONDS} s" if isinstance(error, CellTimeoutError) else "ended the kernel"
        )
        raise UnshareableNotebook(
            f"{path.name}: cell {number} {reason}", "Run the notebook to see why."
        ) from error
    return notebook


def is_waiting(cell: NotebookNode) -> bool:
    """Whether a code cell was begun and never finished."""
    timing = cell.metadata.get("execution", {})
    return "iopub.execute_input" in timing and "shell.execute_reply" not in timing


# ---- The index -----------------------------------------------------------------------------------


def read_others(notebooks: Sequence[Path], output: Path) -> dict[str, Page]:
    """The reports already in `output` of notebooks beside those rendered now: they stay in the index."""
    beside = {path.with_suffix(".html").name for each in notebooks for path in each.parent.glob("*.ipynb")}
    rendered = {path.with_suffix(".html").name for path in notebooks}
    return {name: read_page(output / name) for name in beside - rendered if (output / name).exists()}


def read_page(path: Path) -> Page:
    """What the index says about a report, from the report itself."""
    page = path.read_text(encoding="utf-8")
    head = BeautifulSoup(page.partition("<form")[0], "html.parser")
    question, finding = head.select_one("h1"), head.select_one(".finding")
    return Page(
        title=head.title.get_text() if head.title else path.stem,
        question=question.get_text(" ", strip=True) if question else path.stem,
        finding=finding.decode_contents() if finding else "",
        figures=page.count("<figure "),
        html=page,
    )


def build_index(
    pages: dict[str, Page], failures: Sequence[str], tables: Path | None, packed: bytes, today: date | None
) -> str:
    """Return index.html: what each report asks, shows and finds, and the documents and tables behind them."""
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(TEMPLATE), autoescape=False, keep_trailing_newline=True
    )
    documents = list_documents(tables) if tables else []
    return environment.get_template("contents.html.j2").render(
        title=TITLE,
        policy=build_policy(),
        css=read_template("report.css"),
        reports=[
            {"file": name, "page": page, "thumbnail": draw_thumbnail(page.html)}
            for name, page in sorted(pages.items())
        ],
        failures=failures,
        documents=documents,
        read=sum(not document["error"] for document in documents),
        rows=count_rows(tables) if tables else 0,
        words=sum(document["words"] for document in documents),
        say_count=say_count,
        built=say_date(today.isoformat()) if today else "",
        version=hashlib.sha256(packed).hexdigest()[:8] if packed else "",
        packed=PACKED,
        kilobytes=-(-len(packed) // 1000),
    )


def pack_tables(tables: Path) -> bytes:
    """The files of the tables' folder in one archive: the same bytes each time; none without any."""
    paths = sorted(path for path in tables.glob("*") if path.suffix in (".csv", ".json"))
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as packed:
        for path in paths:
            # Without a time of its own, the earliest that the format knows.
            entry = zipfile.ZipInfo(f"tables/{path.name}")
            entry.compress_type = zipfile.ZIP_DEFLATED
            packed.writestr(entry, path.read_bytes())
    return archive.getvalue() if paths else b""


def read_csv(path: Path) -> pd.DataFrame:
    """A table as text; empty where it was not built."""
    return pd.read_csv(path, dtype="string") if path.exists() else pd.DataFrame()


def list_documents(tables: Path) -> list[dict[str, Any]]:
    """The documents table as the index prints it."""
    rows = read_csv(tables / "documents.csv").astype(object)
    return [
        {
            "document_id": row["document_id"],
            "title": say_document(row, row["document_id"]),
            "publisher": "" if pd.isna(row["publisher"]) else row["publisher"],
            "published": say_published(row).removeprefix("published "),
            "words": 0 if pd.isna(row["words"]) else int(row["words"]),
            "error": "" if pd.isna(row.get("error")) else row["error"],
        }
        for row in rows.to_dict("records")
    ]


def count_rows(tables: Path) -> int:
    """How many rows cite a sentence, passages themselves and what gave no row apart."""
    stated = [table.name for table in TABLES.values() if table.cites]
    return sum(
        len(read_csv(tables / f"{name}.csv")) for name in stated if name not in ("passages", "silences")
    )
