"""One executed notebook -> one HTML page that needs no network, no kernel and no other file.

Answers what nbconvert leaves open: figures drawn from what the notebook saved, filters over the whole page,
and for every mark the sentence behind it. From a notebook whose outputs are saved. Refuses a notebook with a
failed or never executed cell.

Nothing from a document can run: text goes into JSON with its angle brackets escaped, HTML is cleaned, and the
page's own policy allows two scripts by their hash, ours and plotly.js.
"""

from __future__ import annotations

import base64
import copy
import gzip
import hashlib
import html
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import nbformat
from bs4 import BeautifulSoup
from nbconvert import HTMLExporter
from nbformat import NotebookNode
from plotly.offline import get_plotlyjs, get_plotlyjs_version
from traitlets.config import Config

from hanoi_lib.errors import UnshareableNotebook
from hanoi_lib.reports.drawings import BASIC_TRACES, PLOTLY, Paragraphs, check_figure, prepare_figure
from hanoi_lib.reports.markup import text_of, tidy_html, unquote

TEMPLATE = Path(__file__).parent / "template"
SCRIPTS = (
    "marks.js",
    "answers.js",
    "folds.js",
    "clusters.js",
    "notes.js",
    "phones.js",
    "prospects.js",
    "report.js",
)  # in this order
# Stands for plotly.js until the page is written, so that nbconvert does not have to parse it as HTML.
BUNDLE_MARK = "plotly.js-goes-here"


@dataclass(frozen=True, slots=True)
class Frame:
    """What the template needs besides the cells; all of it ready to stand in the page."""

    title: str
    question: str
    finding: str
    policy: str
    css: str
    script: str
    paragraphs: str
    plotly_version: str
    bundle_mark: str = BUNDLE_MARK


@dataclass(frozen=True, slots=True)
class Page:
    """A finished report: its HTML and what an index says about it."""

    title: str
    question: str
    finding: str
    figures: int
    html: str


def export_page(notebook: NotebookNode, name: str) -> Page:
    """Return the page of an executed notebook; `name` is what an error calls it.

    Cells tagged `notebook-only` are left out ("Put another year between the quotation marks"), and of those
    tagged `show-code` the code is shown. Raises UnshareableNotebook, naming the cell, where the notebook is
    not fit to be shared.
    """
    check_executed(notebook, name)
    notebook = copy.deepcopy(notebook)
    notebook.cells = [cell for cell in notebook.cells if "notebook-only" not in cell.metadata.get("tags", [])]
    paragraphs = Paragraphs()
    outputs = [output for output in find_outputs(notebook) if PLOTLY in output.get("data", {})]
    traces: set[str] = set()
    for number, output in enumerate(outputs, start=1):
        traces |= check_figure(output["data"][PLOTLY], f"{name}, figure {number}")
        output["data"][PLOTLY] = prepare_figure(output["data"], number, paragraphs)
    bundle, source = read_bundle(traces)
    script = "".join(map(read_template, SCRIPTS))
    question, finding = take_header(notebook)
    frame = Frame(
        title=notebook.metadata.get("title") or text_of(question) or name,
        question=question,
        finding=finding,
        policy=build_policy(script, source),
        css=read_template("report.css"),
        script=script,
        paragraphs=paragraphs.to_json(),
        plotly_version=get_plotlyjs_version(),
    )
    page, _ = build_exporter().from_notebook_node(notebook, resources={"page": frame})
    heading = BeautifulSoup(question, "html.parser").h1
    asked = text_of(str(heading or question))
    return Page(frame.title, asked, finding, len(outputs), page.replace(BUNDLE_MARK, bundle))


def build_exporter() -> HTMLExporter:
    """Return nbconvert's HTML exporter with our template, without code, prompts, scripts and live widgets."""
    config = Config()
    priority = [
        PLOTLY,
        "text/html",
        "text/markdown",
        "image/svg+xml",
        "image/png",
        "image/jpeg",
        "text/plain",
    ]
    config.NbConvertBase.display_data_priority = priority
    config.HTMLExporter.extra_template_basedirs = [str(TEMPLATE.parent)]
    config.HTMLExporter.template_name = TEMPLATE.name
    config.HTMLExporter.exclude_anchor_links = True
    exporter = HTMLExporter(config=config)
    exporter.exclude_input = exporter.exclude_input_prompt = exporter.exclude_output_prompt = True
    exporter.register_filter("tidy", tidy_html)
    exporter.register_filter("said", unquote)
    return exporter


# ---- What a notebook must be like ----------------------------------------------------------------


def find_outputs(notebook: NotebookNode) -> Iterator[NotebookNode]:
    """Every output of every code cell, in order."""
    for cell in notebook.cells:
        yield from cell.get("outputs", [])


def check_executed(notebook: NotebookNode, name: str) -> None:
    """Raise UnshareableNotebook for the first cell that failed or was never run."""
    for number, cell in enumerate(notebook.cells, start=1):
        if cell.cell_type != "code" or not cell.source.strip():
            continue
        failed = [output for output in cell.outputs if output.output_type == "error"]
        if failed:
            raise UnshareableNotebook(
                f"{name}: cell {number} failed with {failed[0].ename}: {failed[0].evalue}",
                "Open the notebook, mend that cell and run all cells.",
            )
        if cell.execution_count is None:
            raise UnshareableNotebook(
                f"{name}: cell {number} was never run", "Run all cells and save the notebook."
            )


# ---- The head of the page ------------------------------------------------------------------------


def take_header(notebook: NotebookNode) -> tuple[str, str]:
    """Take the cell tagged `question` and the first output tagged `finding` out of the notebook, as HTML."""
    question = finding = ""
    for cell in list(notebook.cells):
        tags = cell.metadata.get("tags", [])
        if cell.cell_type == "markdown" and "question" in tags and not question:
            question = render_markdown(cell.source)
            notebook.cells.remove(cell)
        elif cell.cell_type == "code" and "finding" in tags and not finding:
            finding = "".join(render_words(output) for output in cell.outputs)
            cell.outputs = [output for output in cell.outputs if not render_words(output)]
    if question and "<h1" not in question:
        question = question.replace("<p>", "<h1>", 1).replace("</p>", "</h1>", 1)
    return question or f"<h1>{html.escape(notebook.metadata.get('title', 'Report'))}</h1>", finding


def render_markdown(source: str) -> str:
    """Markdown as the rest of the page shows it."""
    cell = nbformat.v4.new_notebook(cells=[nbformat.v4.new_markdown_cell(source)])
    exporter = build_exporter()
    context = {"cell": cell.cells[0], "resources": {}}
    return tidy_html(exporter.markdown2html(context, source)).strip()


def render_words(output: NotebookNode) -> str:
    """The HTML of an output that is words; empty for figures, tables and warnings."""
    data = output.get("data", {})
    if PLOTLY in data or output.get("name") == "stderr":
        return ""
    if "text/markdown" in data:
        return render_markdown(data["text/markdown"])
    if "text/html" in data:
        return "" if "<table" in data["text/html"] else tidy_html(data["text/html"])
    text = unquote(data.get("text/plain", "") or output.get("text", ""))
    return "".join(f"<p>{html.escape(line)}</p>" for line in text.splitlines() if line.strip())


# ---- Scripts and policy --------------------------------------------------------------------------


def read_template(name: str) -> str:
    """One of the files that make up a page."""
    return (TEMPLATE / name).read_text(encoding="utf-8")


def read_bundle(traces: set[str]) -> tuple[str, str]:
    """Return plotly.js, packed for the page and as it will run there.

    npm's plotly.js-basic-dist-min, a quarter of the size and ready a second sooner, serves where it
    has the traces that the figures use and is of the version that plotly.py writes for.
    """
    small = TEMPLATE / f"plotly-basic-{get_plotlyjs_version()}.min.js.gz"
    if traces <= BASIC_TRACES and small.exists():
        packed = small.read_bytes()
        source = gzip.decompress(packed).decode()
    else:
        source = get_plotlyjs()
        packed = gzip.compress(source.encode(), compresslevel=9, mtime=0)
    return base64.b64encode(packed).decode(), source


def build_policy(*scripts: str) -> str:
    """Content-Security-Policy: nothing may be fetched, and no script runs but these."""
    digests = (base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() for script in scripts)
    allowed = " ".join(f"'sha256-{digest}'" for digest in digests) or "'none'"
    return (
        f"default-src 'none'; script-src {allowed}; style-src 'unsafe-inline'; img-src data: blob:;"
        " base-uri 'none'; form-action 'none'"
    )
