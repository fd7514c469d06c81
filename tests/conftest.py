"""What several test files share: a small executed notebook, made without running it, corpora, a browser."""

import json
import os
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import nbformat
import numpy as np
import plotly.graph_objects as go
import pytest
import yaml
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output
from playwright.sync_api import Browser, Page, sync_playwright

from hanoi_lib.pipeline import build
from hanoi_lib.reports.report import render
from hanoi_lib.store import Tables

ROOT = Path(__file__).parent.parent
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
CORPORA = ("data", "tests/practice", "tests/own/dev", "tests/own/heldout")

# A document may hold anything; nothing of this may run, or end the place where it stands.
HOSTILE = "</script><img src=x onerror=\"document.body.dataset.hit='1'\"> & <b>bold</b> \u2028"
KINDS = ("session", "decision", "launch")


def make_row(number: int) -> dict[str, Any]:
    """One event of the sample: twelve of them, a month apart, the last without a date."""
    day = f"2025-{number + 1:02}-15"
    person = "Nguyễn Văn A" if number % 2 else "Trần Thị B"
    return {
        "cells": {"title": f"Event {number}", "date": day, "kind": KINDS[number % 3]},
        "filter": {"kind": KINDS[number % 3], "person": [person, "Lê C"] if number % 4 == 0 else person},
        "from": None if number == 11 else day,
        "to": None if number == 11 else day,
        "document_id": "sample",
        "document": "A sample <document>",
        "published": "published 1 January 2026",
        "speaker": None if number % 2 else "Trần Thị B",
        "before": f"𝐁efore {number}, ",
        "exact": f"the Đống Đa council met for the {number}th time",
        "after": HOSTILE if number == 3 else " and went home.",
    }


def make_explorer(name: str, title: str) -> dict[str, Any]:
    """What an explorer of the sample says about its figure."""
    return {
        "explorer": name,
        "title": title,
        "description": f"{title}, in words.",
        "table": "events",
        "key": "event_id",
        "filters": [
            {"column": "kind", "label": "Kind", "kind": "choice"},
            {"column": "person", "label": "Person", "kind": "choice"},
            {"column": "date", "label": "Period", "kind": "period"},
            {"column": "exact", "label": "Search", "kind": "text"},
        ],
        "columns": [["title", "Event"], ["date", "Date"], ["kind", "Kind"]],
        "rows": {f"sample/{number}-{number + 5}": make_row(number) for number in range(12)},
    }


def make_figures() -> list[go.Figure]:
    """A mark per row in its lane, a bar per kind that counts rows, and a figure that no explorer made."""
    days, bars = make_explorer("days", "Days"), make_explorer("kinds", "Kinds") | {"aggregate": "count"}
    ids = list(days["rows"])
    marks = go.Scatter(
        x=[row["cells"]["date"] for row in days["rows"].values()],
        y=np.arange(12) % 3 + 0.5,
        customdata=ids,
        mode="markers",
    )
    groups = [ids[first::3] for first in range(3)]
    counts = go.Bar(
        x=[len(group) for group in groups],
        y=list(KINDS),
        orientation="h",
        customdata=groups,
        text=["4"] * 3,
        textposition="outside",
    )
    timeline = go.Figure(marks, {"meta": {"hanoi": days}, "height": 320})
    timeline.update_layout(
        yaxis={"range": [3.1, -0.1], "tickvals": [0.5, 1.5, 2.5], "ticktext": list(KINDS)},  # three lanes
        title={"text": "<b>A council that met<br>twelve times</b>", "subtitle": {"text": "A dot is a day"}},
    )
    return [
        timeline,
        go.Figure(counts, {"meta": {"hanoi": bars}, "height": 260}),
        go.Figure(go.Scatter(y=[1, 3, 2])),
    ]


def show(figure: go.Figure, words: str, number: int) -> NotebookNode:
    """A code cell that displayed a figure with its description."""
    data = {"application/vnd.plotly.v1+json": json.loads(figure.to_json()), "text/plain": words}
    data["application/vnd.jupyter.widget-view+json"] = {"model_id": "0" * 32}
    cell: NotebookNode = new_code_cell(
        "explore()", execution_count=number, outputs=[new_output("display_data", data)]
    )
    return cell


@pytest.fixture(scope="session")
def render_figure(tmp_path_factory: pytest.TempPathFactory) -> Callable[[go.Figure], Path]:
    """Makes the report of a notebook that shows one figure."""

    def render_one(figure: go.Figure) -> Path:
        folder = tmp_path_factory.mktemp("figure")
        nbformat.write(new_notebook(cells=[show(figure, "a figure", 1)]), folder / "figure.ipynb")
        return render([folder / "figure.ipynb"], folder, execute=False)[0]

    return render_one


@pytest.fixture(scope="session")
def sample_notebook(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An executed notebook with three figures, a table and a document that tries to run a script."""
    html = (
        '<style>th {}</style><table border="1"><thead><tr><th></th><th>n</th></tr></thead>'
        "<tbody><tr><th>0</th><td>1,200</td></tr></tbody></table>"
        f'<a href="https://example.org/x" onclick="alert(1)">{HOSTILE}</a>'
    )
    finding = [new_output("execute_result", {"text/plain": "'It met <twelve> times.'"}, execution_count=1)]
    table = [new_output("execute_result", {"text/html": html, "text/plain": "n"}, execution_count=5)]
    cells = [
        new_markdown_cell("# How often did the council meet?\n\nAnd why?", metadata={"tags": ["question"]}),
        new_markdown_cell("Press the button.", metadata={"tags": ["notebook-only"]}),
        new_code_cell("find()", execution_count=1, metadata={"tags": ["finding"]}, outputs=finding),
        new_markdown_cell("## By day\n\nSee [the start](00_start_here.ipynb)."),
        *(
            show(figure, f"Description <{number}>", number)
            for number, figure in enumerate(make_figures(), start=2)
        ),
        new_code_cell("table", execution_count=5, metadata={"tags": ["show-code"]}, outputs=table),
        new_code_cell(
            "warn()", execution_count=6, outputs=[new_output("stream", name="stderr", text="a warning")]
        ),
    ]
    for number, cell in enumerate(cells):
        cell["id"] = f"cell-{number}"
    notebook = new_notebook(
        cells=cells, metadata={"title": "The council", "language_info": {"name": "python"}}
    )
    path: Path = tmp_path_factory.mktemp("notebooks") / "sample.ipynb"
    nbformat.write(notebook, path)
    return path


@pytest.fixture(scope="session", params=CORPORA)
def corpus(request: pytest.FixtureRequest) -> Tables:
    """The tables of each corpus in turn, built once from the documents in its folder."""
    return build(ROOT / request.param / "documents")


@pytest.fixture(scope="session")
def make_tables() -> Callable[..., Tables]:
    """Makes the tables of sample.yml; a table that is named takes the given rows instead."""
    sample = yaml.safe_load((ROOT / "tests" / "sample.yml").read_text(encoding="utf-8"))

    def cite(row: dict[str, Any]) -> dict[str, Any]:
        start = sample["text"].find(row.get("exact", "\0"))
        end = start + len(row.get("exact", ""))
        return row if start < 0 else {"document_id": "news", "start": start, "end": end} | row

    def make(**instead: list[dict[str, Any]]) -> Tables:
        rows = sample["rows"] | instead
        cited = {table: [cite(row) for row in listed] for table, listed in rows.items()}
        return Tables.from_rows(cited, texts={"news": sample["text"]})

    return make


# ---- A browser -----------------------------------------------------------------------------------

CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
# No address but this machine's own resolves, and the browser looks for nothing on its own account.
OFFLINE = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking"
    " --disable-component-update --disable-sync --host-resolver-rules=MAP+*+~NOTFOUND,EXCLUDE+127.0.0.1"
)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's chromium, cut off from the network."""
    if CHROMIUM is None:
        pytest.skip("no chromium here: apt-get install chromium, or set CHROMIUM to its path")
    with sync_playwright() as playwright:
        arguments = [argument.replace("+", " ") for argument in OFFLINE.split()]
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=arguments)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def reports(sample_notebook: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the reports of the sample and of the real notebooks as saved."""
    folder = tmp_path_factory.mktemp("reports")
    render([sample_notebook, *NOTEBOOKS], folder, execute=False)
    return folder


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A window in which any request, console message of trouble or failed script fails the test."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page, trouble = context.new_page(), list[str]()
    page.on(
        "console",
        lambda message: trouble.append(message.text) if message.type in ("error", "warning") else None,
    )
    page.on("pageerror", lambda error: trouble.append(str(error)))
    page.on("request", lambda request: trouble.append(request.url) if is_remote(request.url) else None)
    page.route(re.compile("^(?!file:|data:|blob:)"), lambda route: route.abort())
    yield page
    context.close()
    assert trouble == []


def is_remote(address: str) -> bool:
    """Whether an address is anything but the page itself."""
    return not address.startswith(("file:", "data:", "blob:"))


@pytest.fixture
def visit(page: Page, reports: Path) -> Callable[..., Page]:
    """Opens the report of a notebook and waits until it says that its figures are drawn."""

    def open_report(name: str, fragment: str = "", window: Page = page) -> Page:
        window.goto((reports / f"{name}.html").as_uri() + fragment)
        if name != "index":
            window.wait_for_selector("html[data-ready]", timeout=30_000)
        return window

    return open_report
