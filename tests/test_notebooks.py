"""The notebooks as committed: executed, small, stable, in words; and notebooks.py, which makes them so."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest

from hanoi_lib.charts import findings
from hanoi_lib.explorers.notebooks import WIDGET, execute_notebook, format_notebook
from hanoi_lib.store import read

FOLDER = Path(__file__).parent.parent / "notebooks"
NOTEBOOKS = sorted(FOLDER.glob("*.ipynb"))
LINES = 5  # of a code cell; what needs more belongs into the library
BYTES = 900_000  # the largest holds every sentence with the themes it names
PLOTLY = "application/vnd.plotly.v1+json"
FORBIDDEN = re.compile(
    r"^\s*(?:def|class|for|while|lambda|%|!)\b|\bimport re\b|</?\w+>|[%!]\w+$", re.MULTILINE
)

each = pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)


def read_code(path: Path) -> list[nbformat.NotebookNode]:
    """The code cells of a notebook."""
    cells = nbformat.read(path, as_version=4).cells
    return [cell for cell in cells if cell.cell_type == "code"]


def test_the_notebooks_are_there() -> None:
    """The tests below look at something."""
    assert [path.stem[:2] for path in NOTEBOOKS][:4] == ["00", "01", "02", "03"]


@each
def test_every_cell_was_executed_in_order(path: Path) -> None:
    """Each code cell has its number, from one on, and none ended in an error."""
    cells = read_code(path)
    assert [cell.execution_count for cell in cells] == list(range(1, len(cells) + 1))
    assert not [
        output for cell in cells for output in cell.outputs if output.output_type in ("error", "stream")
    ]


@each
def test_cells_that_show_something_have_shown_it(path: Path) -> None:
    """A cell whose last line is a value has an output."""
    for cell in read_code(path):
        last = cell.source.split("\n")[-1]
        assert bool(cell.outputs) == (not re.match(r"\w[\w.]* = |import |from ", last)), cell.source


@each
def test_cells_hold_names_and_choices_only(path: Path) -> None:
    """Code cells are short and define, parse and format nothing."""
    for cell in read_code(path):
        assert len(cell.source.split("\n")) <= LINES
        assert not FORBIDDEN.search(cell.source), cell.source


@each
def test_notebook_is_small_and_without_widget_state(path: Path) -> None:
    """What is saved is what a reader sees, and no more."""
    text = path.read_text(encoding="utf-8")
    assert len(text.encode()) < BYTES
    assert WIDGET not in text
    assert "widgets" not in json.loads(text)["metadata"]


@each
def test_notebook_has_an_explorer(path: Path) -> None:
    """Every notebook has a figure whose marks lead to their sentences."""
    data = [output["data"] for cell in read_code(path) for output in cell.outputs if "data" in output]
    figures = [one[PLOTLY] for one in data if PLOTLY in one]
    assert figures
    assert all(figure["layout"]["meta"]["hanoi"]["rows"] for figure in figures)


@each
def test_notebook_asks_and_answers(path: Path) -> None:
    """The first cell asks, and the first tagged answer is one that the library computed."""
    notebook = nbformat.read(path, as_version=4)
    assert "question" in notebook.cells[0].metadata["tags"]
    answer = next(cell for cell in notebook.cells if "finding" in cell.metadata.get("tags", []))
    assert answer.source.startswith("findings.")
    assert answer.outputs[0]["data"]["text/markdown"]
    assert notebook.metadata["title"] == notebook.cells[0].source.split("\n")[0].lstrip("# ")


@each
def test_notebook_is_saved_as_the_library_saves_it(path: Path) -> None:
    """Nobody's editor has left times, versions or ids in it."""
    assert format_notebook(nbformat.read(path, as_version=4)) == path.read_text(encoding="utf-8")


@each
def test_notebook_names_no_place_of_this_machine(path: Path) -> None:
    """No absolute path and no address in memory gets into a notebook."""
    assert not re.search(r'"/(?:home|root|work|Users|tmp)/|0x[0-9a-f]{8}', path.read_text(encoding="utf-8"))


def test_executing_twice_changes_nothing(tmp_path: Path) -> None:
    """Two runs of a notebook give the same bytes, though every run makes new widgets."""
    cells = [
        nbformat.v4.new_markdown_cell("# Sum", id="a"),
        nbformat.v4.new_code_cell("import ipywidgets\nipywidgets.IntText(2)", id="b"),
    ]
    path = tmp_path / "sum.ipynb"
    path.write_text(nbformat.writes(nbformat.v4.new_notebook(cells=cells)), encoding="utf-8")
    saved = []
    for _ in range(2):
        execute_notebook(path)
        saved.append(path.read_bytes())
    assert saved[0] == saved[1]
    assert b"IntText(value=2)" in saved[0]
    assert WIDGET.encode() not in saved[0]


def test_executing_says_nothing_that_is_not_for_its_user(tmp_path: Path) -> None:
    """The command prints the names of the notebooks; no warning of a kernel comes in between."""
    path = tmp_path / "sum.ipynb"
    cells = [nbformat.v4.new_code_cell("1 + 1", id="a")]
    path.write_text(nbformat.writes(nbformat.v4.new_notebook(cells=cells)), encoding="utf-8")
    command = [sys.executable, "-m", "hanoi_lib.explorers.notebooks", str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=FOLDER.parent)
    assert done.stdout.split() == [str(path)]
    assert "IPKernelApp" not in done.stderr and "WARNING" not in done.stderr


def test_a_changed_table_shows_in_nbval(tmp_path: Path) -> None:
    """When a table says something else, nbval fails at the cell that tells it and shows both sentences."""
    for part in ("data/documents", "data/tables"):
        shutil.copytree(FOLDER.parent / part, tmp_path / part)
    notebook = tmp_path / "notebooks" / "01_timeline.ipynb"
    notebook.parent.mkdir()
    notebook.write_bytes((FOLDER / notebook.name).read_bytes())
    table = tmp_path / "data" / "tables" / "events.csv"
    table.write_text("".join(table.read_text(encoding="utf-8").splitlines(True)[:-1]), encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "--nbval", "--nbval-current-env", "-q", "--color=no"]
    command += ["-p", "no:cacheprovider", "--rootdir", str(tmp_path), str(notebook)]
    done = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path, check=False)
    finding = next(cell for cell in read_code(notebook) if "finding" in cell.metadata.get("tags", []))
    before = finding.outputs[0]["data"]["text/markdown"]
    after = str(findings.tell_timeline(read(table.parent)))
    assert done.returncode == 1 and before != after
    assert before in done.stdout and after in done.stdout
