"""One notebook as a page in four ways, opened without a network: what is there, and when.

`python -m benchmarks.pages PEERS` prints the tables: our report, two pages of nbconvert, and voila with its
kernel; then how soon a live explorer follows a control in JupyterLab. PEERS is the python of the benchmark's
environment, which has voila.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from shutil import which
from statistics import median
from urllib.error import URLError
from urllib.request import urlopen

import nbformat
from nbconvert import HTMLExporter
from nbformat import NotebookNode
from playwright.sync_api import Browser, Page, Request, sync_playwright
from playwright.sync_api import TimeoutError as PlaywrightTimeout

from benchmarks.lab import PATIENCE, ROOT, Lab, find_port
from benchmarks.measure import table_head, table_row, write_readme
from hanoi_lib.explorers.notebooks import KERNEL
from hanoi_lib.reports.report import render, run

NOTEBOOK = ROOT / "notebooks" / "01_timeline.ipynb"
OURS = "this library, `hanoi report`"
WAIT = 20  # seconds after which a page that is not ready never will be
SIZES = (200, 5_000)
ARGUMENTS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync --host-resolver-rules=MAP+*+~NOTFOUND,EXCLUDE+127.0.0.1"
)
# Figures whose marks are drawn, whoever drew them.
DRAWN = (
    "[...document.querySelectorAll('.js-plotly-plot')].filter((each) => each.querySelector('.point')).length"
)
# A notebook of one cell: so many events, a day apart, each with its words in one text.
EVENTS = """import hanoi_lib as hanoi
import pandas as pd
from hanoi_lib.store import Tables
text = " ".join(f"On day {{n}} the council of ward {{n}} met." for n in range({size}))
start = [text.index(f"On day {{n}} the") for n in range({size})]
days = pd.date_range("2000-01-01", periods={size}, freq="D").strftime("%Y-%m-%d")
rows = [
    dict(event_id=f"news/{{n}}", kind=["session", "launch"][n % 2], title=f"Meeting {{n}}", date=days[n],
         area="Hanoi", document_id="news", start=at, end=at + 8, exact=text[at:at + 8])
    for n, at in enumerate(start)
]
document = dict(document_id="news", published="2025", published_basis="stated", language="en",
                path="news.txt", sha256="", characters=len(text), words=9 * {size})
tables = Tables.from_rows({{"events": rows, "documents": [document]}}, texts={{"news": text}})
events = hanoi.explore_timeline(tables)
events"""


@dataclass(frozen=True, slots=True)
class Found:
    """What a browser without a network found of a page."""

    size: int | None
    requests: int
    figures: int
    seconds: float | None
    filters: str


def open_page(
    browser: Browser, address: str, own: str, size: int | None, narrow: Callable[[Page], None] | None
) -> Found:
    """Open a page, count what it asks for outside `own`, wait for figures, and try its filters."""
    page, asked = browser.new_page(), list[str]()

    def note(request: Request) -> None:
        if not request.url.startswith((own, "data:", "blob:")):
            asked.append(request.url)

    page.on("request", note)
    begun = time.perf_counter()
    page.goto(address, wait_until="commit", timeout=1000 * PATIENCE)
    seconds = None
    try:
        page.wait_for_function(f"() => {DRAWN} > 0", timeout=1000 * WAIT)
        seconds = time.perf_counter() - begun
    except PlaywrightTimeout:
        pass  # it never draws
    found = Found(size, len(asked), page.evaluate(DRAWN), seconds, try_filters(page, narrow))
    page.close()
    return found


def try_filters(page: Page, narrow: Callable[[Page], None] | None) -> str:
    """Whether a choice leaves fewer marks."""
    marks = "document.querySelectorAll('.js-plotly-plot .point').length"
    before = page.evaluate(marks)
    if narrow is None or not before:
        return "no"
    narrow(page)
    try:
        page.wait_for_function(f"() => {marks} < {before}", timeout=1000 * WAIT)
    except PlaywrightTimeout:
        return "no"
    return "yes"


def narrow_report(page: Page) -> None:
    """Search in our report."""
    page.locator("[name=search]").fill("session")


def narrow_widget(page: Page) -> None:
    """Tick the first box of an explorer."""
    page.locator(".widget-checkbox input").first.check()


def convert(notebook: NotebookNode) -> str:
    """As `jupyter nbconvert --to html` does it."""
    html: str = HTMLExporter().from_notebook_node(notebook)[0]
    return html


def embed(notebook: NotebookNode) -> NotebookNode:
    """The same notebook with each explorer's figure shown as PLOTLY_RENDERER=notebook shows it."""
    for cell in notebook.cells:
        if cell.cell_type == "code" and any("plotly" in kind for kind in _kinds(cell)):
            cell.source += ".figure()"
    os.environ["PLOTLY_RENDERER"] = "notebook"
    try:
        return run(notebook, NOTEBOOK)
    finally:
        del os.environ["PLOTLY_RENDERER"]


def _kinds(cell: NotebookNode) -> set[str]:
    return {kind for output in cell.outputs for kind in output.get("data", {})}


def compare(browser: Browser, peers: str, folder: Path, rounds: int) -> Iterator[str]:
    """The table of pages."""
    saved = nbformat.read(NOTEBOOK, as_version=4)
    render([NOTEBOOK], folder, execute=False)
    plain, embedded = folder / "plain.html", folder / "embedded.html"
    plain.write_text(convert(saved), encoding="utf-8")
    embedded.write_text(convert(embed(nbformat.from_dict(saved))), encoding="utf-8")
    pages = {
        OURS: (folder / f"{NOTEBOOK.stem}.html", narrow_report),
        "`jupyter nbconvert --to html`": (plain, None),
        "the same, `PLOTLY_RENDERER=notebook`": (embedded, None),
    }
    yield from table_head("", "needs", "size, MB", "requests outside", "figures", "ready, s", "filters alive")
    for name, (path, narrow) in pages.items():
        own, size = path.as_uri(), path.stat().st_size
        yield row(name, "a browser", [open_page(browser, own, own, size, narrow) for _ in range(rounds)])
    with Voila(peers, folder) as voila:
        tries = [open_page(browser, voila.address, voila.address, None, narrow_widget) for _ in range(rounds)]
    yield row("voila", "a server with a kernel", tries)


def row(name: str, needs: str, tries: Sequence[Found]) -> str:
    """One line of the table: the median of the times, the rest as the last try found it."""
    last, seconds = tries[-1], [found.seconds for found in tries if found.seconds is not None]
    size = "" if last.size is None else f"{last.size / 1e6:.1f}"
    ready = f"{median(seconds):.1f}" if seconds else "never"
    return table_row(name, needs, size, str(last.requests), str(last.figures), ready, last.filters)


class Voila:
    """A voila server on the notebook, from the peers' environment, with a kernel of ours."""

    def __init__(self, peers: str, folder: Path) -> None:
        """Start it."""
        kernel = folder / "jupyter" / "kernels" / "python3" / "kernel.json"
        kernel.parent.mkdir(parents=True)
        command = [sys.executable, "-m", "ipykernel_launcher", "-f", "{connection_file}"]
        kernel.write_text(json.dumps({"argv": command, "display_name": "Python 3", "language": "python"}))
        shared = [
            folder / "jupyter",
            Path(sys.prefix) / "share" / "jupyter",
        ]  # the second has the widgets' code
        environment = os.environ | {
            "JUPYTER_PATH": os.pathsep.join(map(str, shared)),
            "JUPYTER_CONFIG_DIR": str(folder / "config"),
            "PYTHONPATH": str(ROOT),
        }
        port = find_port()
        self.address = f"http://127.0.0.1:{port}/"
        options = ["--no-browser", f"--port={port}", "--Voila.ip=127.0.0.1"]
        self._log = (folder / "voila.log").open("w")
        self._process = subprocess.Popen(
            [peers, "-m", "voila", str(NOTEBOOK), *options],
            env=environment,
            stdout=self._log,
            stderr=self._log,
        )

    def __enter__(self) -> "Voila":
        """Wait until it answers."""
        for _ in range(10 * PATIENCE):
            try:
                urlopen(f"{self.address}voila/static/", timeout=5).close()
            except URLError as error:
                if "refused" not in str(error):
                    return self
                time.sleep(0.1)
        raise SystemExit("voila did not start")

    def __exit__(self, *_: object) -> None:
        """End it."""
        self._process.terminate()
        self._process.wait(PATIENCE)
        self._log.close()


def time_lab(browser: Browser, folder: Path, rounds: int) -> Iterator[str]:
    """How long it takes in JupyterLab from a tick until the figure shows what is left."""
    yield from table_head("marks in JupyterLab", "s from a tick to the new figure")
    with Lab(folder) as lab:
        for size in SIZES:
            path = folder / f"events-{size}.ipynb"
            cell = nbformat.v4.new_code_cell(EVENTS.format(size=size), id="events")
            nbformat.write(nbformat.v4.new_notebook(cells=[cell], metadata=KERNEL), path)
            page = browser.new_page(viewport={"width": 1400, "height": 1000})
            lab.run(page, path.name)
            box = page.locator(".widget-checkbox input").first
            yield table_row(f"{size:,}", f"{median(time_ticks(page, box.element_handle(), rounds)):.2f}")
            page.close()


TICK = """([box]) => new Promise((resolve) => {
  const plot = document.querySelector(".widget-vbox .js-plotly-plot");
  const count = () => plot.querySelectorAll(".scatterlayer .point").length;
  const [before, begun] = [count(), performance.now()];
  box.click();
  const done = () => requestAnimationFrame(() => resolve(performance.now() - begun));
  const look = () => (count() !== before ? done() : setTimeout(look, 5));
  look();
})"""


def time_ticks(page: Page, box: object, rounds: int) -> Iterator[float]:
    """Seconds of each of so many changes of a box, to and fro."""
    for _ in range(2 * rounds):
        yield page.evaluate(TICK, [box]) / 1000
        page.wait_for_timeout(500)


def main() -> None:
    """Measure and print, and write into the README if asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("peers", help="the python of the benchmark's environment")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--readme", action="store_true", help="write the tables into README.md")
    options = parser.parse_args()
    chromium = os.environ.get("CHROMIUM") or which("chromium")
    lines = []
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as name:
        arguments = [argument.replace("+", " ") for argument in ARGUMENTS.split()]
        browser = playwright.chromium.launch(executable_path=chromium, args=arguments)
        folder = Path(name)
        pages = compare(browser, options.peers, folder, options.rounds)
        for line in chain(pages, [""], time_lab(browser, folder, options.rounds)):
            lines.append(line)
            print(line, flush=True)
        browser.close()
    if options.readme:
        write_readme("\n".join(lines).strip(), "pages")


if __name__ == "__main__":
    main()
