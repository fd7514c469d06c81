"""The explorers in a real JupyterLab: run all, change every control, look at figure and sentence."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import nbformat
import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from benchmarks.lab import Lab, count_rows
from hanoi_lib.explorers.notebooks import KERNEL

pytestmark = pytest.mark.browser

ROOT = Path(__file__).parent.parent
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
SECONDS = 60_000  # a slow machine may take its time; a fast one does not wait

# What a figure shows, to tell one state of it from another.
DRAWN = """(plot) => plot.querySelectorAll(".point").length + " marks, " +
  [...plot.querySelectorAll("text")].filter((text) => !text.closest(".xtick"))
    .map((text) => text.textContent).sort().join("|")"""


@pytest.fixture(scope="module")
def lab(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lab]:
    """JupyterLab on a copy of notebooks and data."""
    folder = tmp_path_factory.mktemp("lab")
    for part in ("notebooks", "data/documents", "data/tables"):
        shutil.copytree(ROOT / part, folder / part)
    with Lab(folder) as lab:
        yield lab


@pytest.fixture
def window(browser: Browser) -> Iterator[Page]:
    """A window in which an error of a script fails the test."""
    context = browser.new_context(viewport={"width": 1400, "height": 1000})
    page, trouble = context.new_page(), list[str]()
    page.on("console", lambda message: trouble.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: trouble.append(str(error)))
    yield page
    context.close()
    assert trouble == []


def read_status(explorer: Locator) -> str:
    """What it says of its rows."""
    return explorer.locator("[role=status]", has_text=" of ").first.inner_text()


def change(control: Locator) -> None:
    """Choose something else: one value, a day far off, or words that nobody wrote."""
    tag, kind = control.evaluate("each => [each.tagName, each.type]")
    if tag == "SELECT":
        control.select_option(index=1)
    elif kind == "checkbox":
        control.check()
    elif kind == "date":
        control.fill(
            "1066-10-14" if "to" in control.evaluate("each => each.parentElement.innerText") else "2999-01-01"
        )
    else:
        control.fill("no such words anywhere")


def check_control(explorer: Locator, control: Locator, whole: str) -> None:
    """A change of a control changes count, figure and list; reset brings all of it back."""
    plot = explorer.locator(".js-plotly-plot").first
    before = plot.evaluate(DRAWN)
    change(control)
    expect(explorer.locator("[role=status]", has_text=" of ").first).not_to_have_text(whole, timeout=SECONDS)
    explorer.page.wait_for_function(
        "([plot, before]) => plot && (" + DRAWN + ")(plot) !== before",
        arg=[plot.element_handle(), before],
        timeout=SECONDS,
    )
    left, rows = count_rows(read_status(explorer))
    assert left < rows
    expect(explorer.locator(".widget-select:not(.widget-select-multiple) option")).to_have_count(left)
    explorer.locator("button.widget-button", has_text="Reset").click()
    expect(explorer.locator("[role=status]", has_text=" of ").first).to_have_text(whole, timeout=SECONDS)
    explorer.page.wait_for_function(
        "([plot, before]) => (" + DRAWN + ")(plot) === before",
        arg=[plot.element_handle(), before],
        timeout=SECONDS,
    )


def find_controls(explorer: Locator) -> list[Locator]:
    """One of each kind of filter: boxes to tick by their first, the others all."""
    boxes = explorer.locator("input[type=checkbox]").all()[:1]
    rest = "input[type=date], .widget-select-multiple select, .widget-dropdown select, .widget-text input"
    return [each for each in [*boxes, *explorer.locator(rest).all()] if each.is_visible()]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_every_control_of_a_notebook(lab: Lab, window: Page, path: Path) -> None:
    """Run All shows a live explorer; each control narrows its rows, a row of the list opens its sentence."""
    lab.run(window, f"notebooks/{path.name}")
    assert window.locator(".jp-RenderedText[data-mime-type='application/vnd.jupyter.stderr']").count() == 0
    explorer = window.locator(
        ".jp-OutputArea-output > .widget-vbox", has=window.locator(".js-plotly-plot")
    ).first
    explorer.scroll_into_view_if_needed()
    whole = read_status(explorer)
    assert count_rows(whole)[0] > 0 and explorer.locator(".js-plotly-plot .point").count() > 0
    controls = find_controls(explorer)
    assert len(controls) >= 2
    for control in controls:
        check_control(explorer, control, whole)
    explorer.locator(".widget-select:not(.widget-select-multiple) select").select_option(index=0)
    quote = explorer.locator("blockquote mark").first
    expect(quote).to_be_visible(timeout=SECONDS)
    assert quote.inner_text() in explorer.locator("blockquote").first.inner_text()


def test_click_on_a_mark_in_the_notebook(lab: Lab, window: Page) -> None:
    """A click on a mark shows its sentence, and the citation can be copied."""
    window.context.grant_permissions(["clipboard-read", "clipboard-write"])
    lab.run(window, "notebooks/01_timeline.ipynb")
    point = window.locator(".js-plotly-plot .scatterlayer .point").first
    point.scroll_into_view_if_needed()
    point.hover(force=True)
    window.wait_for_selector(".js-plotly-plot .hoverlayer .hovertext")
    point.click(force=True)
    quote = window.locator("blockquote mark").first
    expect(quote).to_be_visible(timeout=SECONDS)
    window.get_by_role("button", name="Copy citation").click()
    expect(window.get_by_role("button", name="Copied")).to_be_visible()
    assert f"“{quote.inner_text()}”" in window.evaluate("navigator.clipboard.readText()")


def test_closer_look_with_the_mouse(lab: Lab, window: Page) -> None:
    """Ctrl and the wheel show fewer days, as the kernel knows; a double click shows all of them again."""
    lab.run(window, "notebooks/01_timeline.ipynb")
    shown = window.get_by_text("Shown: ").first
    whole = shown.inner_text()
    room = window.locator(".js-plotly-plot .nsewdrag").first
    room.scroll_into_view_if_needed()
    room.hover(force=True)
    window.mouse.wheel(0, 1)
    window.keyboard.down("Control")
    window.mouse.wheel(0, -300)
    window.keyboard.up("Control")
    expect(shown).not_to_have_text(whole, timeout=SECONDS)
    assert shown.inner_text().startswith("Shown: ")
    room.dblclick(force=True, position={"x": 5, "y": 5})
    expect(shown).to_have_text(whole, timeout=SECONDS)


@pytest.fixture(scope="module")
def short(lab: Lab) -> str:
    """A notebook of one explorer, whose bars sum up what is promised for each year."""
    code = 'import hanoi_lib as hanoi\nhanoi.explore_years(hanoi.read("../data/tables"))'
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(code, id="a")], metadata=KERNEL)
    nbformat.write(notebook, lab.folder / "notebooks" / "years.ipynb")
    return "notebooks/years.ipynb"


def test_bar_of_several_sentences_opens_all(lab: Lab, window: Page, short: str) -> None:
    """A click on a bar shows the sentence of each row that it sums up, each with a citation to copy."""
    window.context.grant_permissions(["clipboard-read", "clipboard-write"])
    lab.run(window, short)
    rows = window.locator(".js-plotly-plot").evaluate(
        "plot => plot.data.filter(({ type }) => type === 'bar').flatMap(({ customdata }) => customdata)"
    )
    bars = window.locator(".js-plotly-plot .barlayer .point path")
    expect(bars).to_have_count(len(rows))
    number = max(range(len(rows)), key=lambda number: len(rows[number]))
    widest, told = bars.nth(number), rows[number]
    assert len(told) > 1
    widest.scroll_into_view_if_needed()
    widest.hover(force=True)
    window.wait_for_selector(".js-plotly-plot .hoverlayer .hovertext")
    widest.click(force=True)
    quotes = window.locator("blockquote mark")
    expect(quotes).to_have_count(len(told), timeout=SECONDS)
    window.get_by_role("button", name="Copy citation").last.click()
    expect(window.get_by_role("button", name="Copied")).to_be_visible()
    assert f"“{quotes.last.inner_text()}”" in window.evaluate("navigator.clipboard.readText()")


def test_browser_too_busy_for_anywidget(lab: Lab, browser: Browser, short: str) -> None:
    """Where anywidget gives a widget up after its two seconds, here at once, the figure still follows."""
    page, told = browser.new_page(viewport={"width": 1400, "height": 1000}), list[str]()
    page.add_init_script(
        "const own = AbortSignal.timeout.bind(AbortSignal);"
        "AbortSignal.timeout = (wait) => own(wait === 2000 ? 0 : wait);"
    )
    page.on("pageerror", lambda error: told.append(str(error)))
    lab.run(page, short)
    explorer = page.locator(".jp-OutputArea-output > .widget-vbox").first
    check_control(explorer, find_controls(explorer)[0], read_status(explorer))
    assert any("Failed to initialize model" in error for error in told)
    page.close()


def test_what_is_chosen_goes_on_in_the_next_cell(lab: Lab, window: Page) -> None:
    """The selection of a live explorer is a DataFrame in the kernel; a button writes it to a file."""
    folder = lab.folder / "notebooks"
    notebook = nbformat.read(folder / "01_timeline.ipynb", as_version=4)
    notebook.cells = [*notebook.cells[:5], nbformat.v4.new_code_cell("len(events.selection)", id="last")]
    nbformat.write(notebook, folder / "short.ipynb")
    lab.run(window, "notebooks/short.ipynb")
    window.locator(".widget-text input").first.fill("no such words anywhere")
    expect(window.locator("[role=status]", has_text="0 of ").first).to_be_visible(timeout=SECONDS)
    window.locator("button.widget-button", has_text="CSV").click()
    expect(window.locator("[role=status]", has_text="Saved timeline.csv")).to_be_visible(timeout=SECONDS)
    assert len((folder / "timeline.csv").read_text(encoding="utf-8-sig").splitlines()) == 1
    answer = window.locator(".jp-OutputArea-executeResult", has_text="0")
    window.locator(".jp-Cell").last.click()
    window.evaluate("window.jupyterapp.commands.execute('notebook:run-cell')")
    expect(answer.last).to_have_text(re.compile(r"0$"), timeout=SECONDS)
