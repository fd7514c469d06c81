"""The pictures of the reports by what is in them, not by their pixels: marks, and words that can be read."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

Visit = Callable[..., Page]

HERE = Path(__file__).parent
NAMES = [path.stem for path in sorted((HERE.parent / "notebooks").glob("*.ipynb"))]
BOXES = (HERE / "boxes.js").read_text(encoding="utf-8")

each = pytest.mark.parametrize("name", NAMES)


def check_words(page: Page) -> dict[str, Any]:
    """What is drawn; the words of its figures stand apart, each whole."""
    found: dict[str, Any] = page.evaluate(BOXES)
    assert found["words"] > 0
    assert found["overlapping"] == [] and found["cut"] == []
    return found


@each
def test_words_on_the_desk_and_on_paper(visit: Visit, name: str) -> None:
    """All marks are drawn, no label runs into another or over the edge, on the screen and for paper alike."""
    page = visit(name)
    screen = check_words(page)
    assert screen["marks"] > 0
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    paper = check_words(page)
    assert paper["marks"] == screen["marks"]


@each
def test_words_on_a_phone(visit: Visit, page: Page, name: str) -> None:
    """On a phone the figures keep their width and their words."""
    page.set_viewport_size({"width": 390, "height": 800})
    assert check_words(visit(name))["marks"] > 0


@each
def test_words_of_a_choice(visit: Visit, name: str) -> None:
    """With one value of the first filter, and with a sentence of it open, the words still stand apart."""
    page = visit(name)
    page.locator("details.choice").first.evaluate("menu => { menu.open = true; }")
    page.locator("details.choice input[type=checkbox]").first.check()
    expect(page.locator(".filtered:visible").first).to_be_visible()
    check_words(page)
    page.keyboard.press("Escape")
    table = page.locator("details.rows:visible").first
    table.evaluate("each => { each.open = true; }")
    table.locator("tbody tr:not([hidden]) button.cite").first.click()
    expect(page.locator("#evidence mark").first).to_be_visible()
    check_words(page)


def test_the_measure_finds_what_it_looks_for(visit: Visit) -> None:
    """A label that is moved onto another, or half out of its figure, is found."""
    page = visit("01_timeline")
    label = page.locator("#figure-1 .textpoint text, #figure-1 .scatterlayer text").first
    move = "(label, x) => label.setAttribute('transform', `translate(${x},0)`)"
    label.evaluate(move, 5_000)
    assert page.evaluate(BOXES)["cut"] == [str(label.text_content()).strip()]
    label.evaluate("(label) => label.removeAttribute('transform')")
    label.evaluate(
        """(label) => {
          const other = [...label.closest("svg").querySelectorAll(".scatterlayer text")].at(-1);
          const [from, to] = [label.getBoundingClientRect(), other.getBoundingClientRect()];
          label.setAttribute("transform", `translate(${to.left - from.left},${to.top - from.top})`);
        }"""
    )
    assert len(page.evaluate(BOXES)["overlapping"]) == 1
