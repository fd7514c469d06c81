"""The command line: what it writes, what it says, and how it ends when something is wrong."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from hanoi_lib.cli import Progress, find_notebooks, format_summary, main
from hanoi_lib.errors import HanoiError
from hanoi_lib.store import read

GOOD = "HANOI, June 16, 2025 - Hanoi's GRDP grew 7.6 percent in the first half of 2025.\n"


@pytest.fixture
def documents(tmp_path: Path) -> Path:
    """A folder with one readable document."""
    folder = tmp_path / "documents"
    folder.mkdir()
    (folder / "good.txt").write_text(GOOD, encoding="utf-8")
    return folder


def build(documents: Path, *options: str) -> int:
    """`hanoi build` into a folder beside the documents."""
    return main(["build", str(documents), "--output", str(documents.parent / "tables"), *options])


def snapshot(folder: Path) -> dict[Path, bytes]:
    """Every file of a folder."""
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_build_writes_tables_and_a_summary(documents: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Documents read, rows per table and sentences not read, on stdout."""
    assert build(documents) == 0
    out = capsys.readouterr().out
    assert "1 of 1 documents read" in out and "passages" in out and "not read (silences.csv)" in out
    assert read(documents.parent / "tables").documents_text("good") == GOOD


def test_build_writes_parquet_and_sqlite_on_request(documents: Path) -> None:
    """And only then."""
    tables = documents.parent / "tables"
    assert build(documents, "--quiet") == 0
    assert not (tables / "parquet").exists() and not (tables / "hanoi.sqlite").exists()
    assert build(documents, "--quiet", "--parquet", "--sqlite") == 0
    assert (tables / "parquet" / "events.parquet").exists() and (tables / "hanoi.sqlite").exists()


def test_quiet_says_nothing(documents: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A script that asks for quiet gets it."""
    assert build(documents, "--quiet") == 0
    captured = capsys.readouterr()
    assert captured.out + captured.err == ""


BAD = {
    "empty.txt": (b"", "empty"),
    "blank.txt": (b" \n\t\n", "empty"),
    "picture.txt": (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "no text"),
    "latin.txt": ("Ph\u00f3 Th\u1ee7 t\u01b0\u1edbng".encode("cp1258", "replace"), "UTF-8"),
    "half.txt": (b"\xff\xfeH\x00a", "UTF-16"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_named_and_the_rest_is_built(
    name: str, documents: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Status 1; the file, the reason and what to do on stderr and in the documents table."""
    content, reason = BAD[name]
    (documents / name).write_bytes(content)
    assert build(documents) == 1
    captured = capsys.readouterr()
    assert name in captured.err and reason in captured.err
    assert "1 of 2 documents read" in captured.out and "1  document could not be read" in captured.out
    tables = read(documents.parent / "tables")
    error = tables.documents.set_index("document_id")["error"]
    assert name in error[Path(name).stem] and error.isna()["good"]
    assert set(tables.passages["document_id"]) == {"good"}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_encodings_that_declare_themselves_are_read(encoding: str, tmp_path: Path) -> None:
    """UTF-8 with or without its mark and UTF-16 with it give the same text."""
    (tmp_path / "documents").mkdir()
    (tmp_path / "documents" / "a.txt").write_bytes(f"{GOOD}Hà Nội".encode(encoding))
    assert build(tmp_path / "documents", "--quiet") == 0
    assert read(tmp_path / "tables").documents_text("a") == f"{GOOD}Hà Nội"


@pytest.mark.parametrize("case", ["missing", "empty", "a file", "nothing readable"])
def test_where_nothing_can_be_built_nothing_changes(
    case: str, documents: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Status 2, the folder is named, and the tables of an earlier build stay as they were."""
    assert build(documents, "--quiet") == 0
    before = snapshot(documents.parent / "tables")
    (documents / "good.txt").unlink()
    if case in ("missing", "a file"):
        documents.rmdir()
    if case == "a file":
        documents.write_text(GOOD)
    if case == "nothing readable":
        (documents / "bad.txt").write_bytes(b"")
    assert build(documents) == 2
    captured = capsys.readouterr()
    assert str(documents) in captured.err and captured.out == ""
    assert "Traceback" not in captured.err
    assert snapshot(documents.parent / "tables") == before


def test_check_passes_what_build_wrote_and_finds_a_change(
    documents: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """0 and a count of rows; after a document changed, 1 and its name; without tables, 2."""
    assert build(documents, "--quiet") == 0
    tables = str(documents.parent / "tables")
    assert main(["check", tables]) == 0
    assert "all is well in" in capsys.readouterr().out
    (documents / "good.txt").write_text("Something else.")
    assert main(["check", tables]) == 1
    assert "good.txt has changed since it was read" in capsys.readouterr().out
    assert main(["check", str(documents)]) == 2


def test_the_summary_leaves_out_empty_tables() -> None:
    """Counts are grouped by thousands; one is not many."""
    text = format_summary(Path("t"), {"documents": 2, "passages": 1200, "posts": 0, "silences": 1}, 0)
    assert text.splitlines() == [
        "2 of 2 documents read, tables in t",
        "   1,200  passages",
        "       1  sentence holds something that was not read (silences.csv)",
    ]


def test_progress_renews_its_line_on_a_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    """On a terminal one line, ended when all is done; elsewhere a line every fifty documents."""
    for renews in (True, False):
        progress = Progress(renews)
        for done in range(1, 121):
            progress.show(done, 120, f"document-{done}")
    terminal, log = capsys.readouterr().err.split("\n", 1)
    assert terminal.count("\r") == 120 and "120 of 120" in terminal
    assert log.splitlines() == ["50 of 120 documents", "100 of 120 documents"]


def test_notebooks_are_found_by_name(tmp_path: Path) -> None:
    """All in order, or those named, with or without their ending; an unknown name is refused."""
    for name in ("01_b", "00_a"):
        (tmp_path / f"{name}.ipynb").write_text("{}")
    assert [path.stem for path in find_notebooks(tmp_path)] == ["00_a", "01_b"]
    assert [path.stem for path in find_notebooks(tmp_path, ["01_b.ipynb", "00_a"])] == ["01_b", "00_a"]
    with pytest.raises(HanoiError, match=r"no notebook 02 in .*\. There are 00_a, 01_b"):
        find_notebooks(tmp_path, ["02"])
    with pytest.raises(HanoiError, match="no notebooks in"):
        find_notebooks(tmp_path / "none")


def test_lab_becomes_jupyter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first notebook or the one named; options after -- reach jupyter; no news from the net."""
    calls: list[list[str]] = []
    monkeypatch.setattr(os, "execv", lambda _program, command: calls.append(command))
    monkeypatch.chdir(tmp_path)
    assert main(["lab"]) == 2
    Path("notebooks").mkdir()
    for name in ("00_start_here", "01_timeline"):
        Path("notebooks", f"{name}.ipynb").write_text("{}")
    main(["lab"])
    main(["lab", "notebooks/01_timeline.ipynb", "--", "--no-browser"])
    assert "--LabApp.default_url=/lab/tree/notebooks/00_start_here.ipynb" in calls[0]
    assert f"--ServerApp.root_dir={tmp_path.resolve()}" in calls[0]
    assert "--LabApp.default_url=/lab/tree/notebooks/01_timeline.ipynb" in calls[1]
    assert calls[1][-1] == "--no-browser"
    assert all("--LabApp.news_url=None" in call for call in calls)


def test_the_installed_command_ends_with_the_status(tmp_path: Path) -> None:
    """A shell sees the status, and an error is one line without a traceback."""
    command = [sys.executable, "-m", "hanoi_lib.cli", "build", "none", "--output", "tables"]
    result = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert result.returncode == 2
    assert result.stderr.count("\n") == 1 and result.stderr.startswith("hanoi: none")
    assert list(tmp_path.iterdir()) == []


def test_importing_the_library_does_not_load_the_charts() -> None:
    """`import hanoi_lib` and building tables cost no plotly, no widgets, no notebooks."""
    code = (
        "import sys, hanoi_lib; hanoi_lib.build, hanoi_lib.read; "
        "print({'plotly', 'ipywidgets', 'nbconvert', 'pyarrow.parquet'} & sys.modules.keys())"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "set()"
