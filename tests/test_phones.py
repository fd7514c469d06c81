"""phones.js: bars fit a phone, each with its name above it and nothing lost."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import plotly.graph_objects as go
import pytest
from playwright.sync_api import Page, expect

from hanoi_lib.explorers import priorities
from hanoi_lib.store import Tables

pytestmark = pytest.mark.browser

Make = Callable[..., Tables]
BOXES = (Path(__file__).parent / "boxes.js").read_text(encoding="utf-8")
ACTORS = ("An", "The Standing Board of the Hanoi Party Committee, with all its commissions", "Hue")


@pytest.fixture(scope="module")
def report(make_tables: Make, render_figure: Callable[[go.Figure], Path]) -> Path:
    """A report with undertakings of three actors, one of a long name."""
    acts = [
        {
            "commitment_id": f"c{n}",
            "kind": ("plan", "request")[n % 2],
            "actor": ACTORS[n % 3],
            "action": "build a road",
            "exact": "Secretary An Van Binh",
        }
        for n in range(12)
    ]
    return render_figure(priorities.explore_undertakings(make_tables(commitments=acts)).figure())


def visit(page: Page, report: Path, width: int) -> None:
    """Open it in a window of so many pixels."""
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(report.as_uri())
    page.wait_for_selector("html[data-ready]", timeout=60_000)


def read(page: Page, script: str) -> Any:  # noqa: ANN401 - whatever the figure holds
    """Something of the plot as it is drawn."""
    return page.evaluate(f"(plot => {script})(document.querySelector('.plot'))")


def test_bars_fit_a_phone(page: Page, report: Path) -> None:
    """Nothing scrolls sideways, all bars are there, no words run into one another or over the edge."""
    visit(page, report, 1200)
    marks = read(page, "plot.querySelectorAll('.point').length")
    visit(page, report, 390)
    assert page.evaluate("(e => e.scrollWidth - e.clientWidth)(document.querySelector('.canvas'))") == 0
    found = page.evaluate(BOXES)
    assert (found["marks"], found["overlapping"], found["cut"]) == (marks, [], [])


def test_names_stand_above_their_bars(page: Page, report: Path) -> None:
    """Each lane has its name, above all that is drawn in it; one that is too long ends between words."""
    visit(page, report, 390)
    names = read(page, "plot.layout.annotations.map(({ text, y }) => [text, y])")
    tops = read(page, "plot.data.flatMap(({ y, width }) => y.map((at) => at - width / 2))")
    assert [int(y) for _, y in names] == [0, 1, 2]
    for _, at in names:
        assert all(top > at for top in tops if int(top) == int(at))
    assert {text for text, _ in names if "…" not in text} == {"An", "Hue"}
    [cut] = [text for text, _ in names if "…" in text]
    assert ACTORS[1].startswith(cut.removesuffix("…") + " ")


def test_filters_and_a_wider_window_keep_the_names(page: Page, report: Path) -> None:
    """A lane that is filtered away takes its name with it; in a wide window names stand beside the bars."""
    visit(page, report, 390)
    page.locator("details.choice[data-label=Actor]").evaluate("menu => { menu.open = true; }")
    page.locator("details.choice[data-label=Actor] input[value=An]").check()
    expect(page.locator(".filtered:visible")).to_be_visible()
    assert read(page, "plot.layout.annotations.map(({ text }) => text)") == ["An"]
    page.set_viewport_size({"width": 1200, "height": 800})
    expect(page.locator(".ytick")).to_have_text(["An"])
