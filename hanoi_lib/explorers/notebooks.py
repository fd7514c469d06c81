"""Notebooks run and saved so that a second run changes nothing.

`python -m hanoi_lib.explorers.notebooks notebooks/*.ipynb` runs them. Input: paths of notebooks.
Output: the same, executed, without widget state (megabytes of it, none of which outlives the kernel),
without times, versions and the ids that every run makes anew.
"""

import sys
from pathlib import Path

import nbformat
from nbconvert.preprocessors import ExecutePreprocessor

WIDGET = "application/vnd.jupyter.widget-view+json"
KERNEL = {
    "kernelspec": {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}
# The kernel speaks with us over loopback, and would warn of that once per notebook.
QUIET = ["--IPKernelApp.log_level=ERROR"]
SECONDS = 300  # for one cell; the first widget of a kernel takes five of them


def execute_notebook(path: Path) -> None:
    """Run a notebook in its own folder and save it with its outputs.

    Raises:
        CellExecutionError: a cell failed; the file is left as it was.
    """
    notebook = nbformat.read(path, as_version=4)
    runner = ExecutePreprocessor(
        timeout=SECONDS, store_widget_state=False, record_timing=False, extra_arguments=QUIET
    )
    runner.preprocess(notebook, {"metadata": {"path": str(path.parent)}})
    path.write_text(format_notebook(notebook), encoding="utf-8")


def format_notebook(notebook: nbformat.NotebookNode) -> str:
    """The notebook as it is saved: only what its reader sees, in an order that does not change."""
    notebook.metadata = nbformat.from_dict({**KERNEL, "title": find_title(notebook)})
    for cell in notebook.cells:
        cell.metadata.pop("execution", None)
        for output in cell.get("outputs", []):
            output.get("data", {}).pop(WIDGET, None)
    nbformat.validate(notebook)
    return str(nbformat.writes(notebook)) + "\n"


def find_title(notebook: nbformat.NotebookNode) -> str:
    """The text of the first heading."""
    lines = (
        line for cell in notebook.cells if cell.cell_type == "markdown" for line in cell.source.split("\n")
    )
    return next((line.lstrip("# ") for line in lines if line.startswith("# ")), "")


def main() -> None:
    """Execute the notebooks named on the command line."""
    for name in sys.argv[1:]:
        print(name)
        execute_notebook(Path(name))


if __name__ == "__main__":
    main()
