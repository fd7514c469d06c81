"""What a reader of a report can do with no network: see, filter, and click through to the sentence."""

import re
from collections.abc import Callable
from pathlib import Path

import nbformat
import pytest
from playwright.sync_api import Browser, Page, expect

from hanoi_lib.reports.drawings import PLOTLY

pytestmark = pytest.mark.browser

Visit = Callable[..., Page]

SECONDS = 2  # from opening a report to its figures being there, on a machine with nothing else to do
NOTEBOOKS = sorted((Path(__file__).parent.parent / "notebooks").glob("*.ipynb"))


@pytest.fixture
def sample(visit: Visit) -> Page:
    """The report of the sample notebook, opened."""
    return visit("sample")


def count_marks(page: Page, figure: int) -> int:
    """How many marks are drawn in a figure."""
    return page.locator(f"#figure-{figure} .plot :is(.scatterlayer, .barlayer) .point").count()


def bar_lengths(page: Page) -> list[int]:
    """What the bars of the second figure of the sample say and are drawn from."""
    lengths: list[int] = page.evaluate("[...document.querySelector('#figure-2 .plot').data[0].x]")
    return lengths


def choose(page: Page, label: str, value: str) -> None:
    """Tick one value of a filter."""
    menu = page.locator("details.choice", has=page.locator("summary", has_text=label))
    menu.locator("summary").click()
    menu.get_by_label(value).check()
    page.keyboard.press("Escape")


def click_mark(page: Page, figure: int, mark: int) -> None:
    """Click a mark with the mouse, as a reader would."""
    point = page.locator(f"#figure-{figure} .plot .point").nth(mark)
    point.scroll_into_view_if_needed()
    box = point.bounding_box()
    assert box
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.wait_for_timeout(100)  # plotly notices what the pointer is over in its own time
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)


# ---- Every report --------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["sample", *(path.stem for path in NOTEBOOKS)])
def test_figures_are_drawn(page: Page, visit: Visit, sample_notebook: Path, name: str) -> None:
    """A report draws every figure that its notebook saved, from the file alone."""
    path = next((path for path in NOTEBOOKS if path.stem == name), sample_notebook)
    cells = nbformat.read(path, as_version=4).cells
    saved = sum(PLOTLY in output.get("data", {}) for cell in cells for output in cell.get("outputs", []))
    visit(name)
    assert page.locator(".plot .main-svg .plot, .plot .main-svg .pielayer").count() >= saved
    assert sum(count_marks(page, figure) > 0 for figure in range(1, saved + 1)) == saved


@pytest.mark.parametrize("name", [path.stem for path in NOTEBOOKS])
def test_every_mark_leads_to_its_words(page: Page, visit: Visit, name: str) -> None:
    """In the real reports the first row of each table opens a quote that stands in its paragraph."""
    visit(name)
    for table in page.locator("details.rows").all():
        table.locator("summary").click()
        table.locator("button.cite").first.click()
        quote = page.locator("#evidence mark").first.inner_text()
        assert quote and quote in page.locator("#evidence blockquote").first.inner_text()
        page.keyboard.press("Escape")
        expect(page.locator("#evidence")).to_be_hidden()


@pytest.mark.parametrize("name", [path.stem for path in NOTEBOOKS])
def test_click_in_every_figure(page: Page, visit: Visit, name: str) -> None:
    """In the real reports a click on a mark of each explorer opens the words behind it."""
    visit(name)
    for figure in page.locator("figure:has(details.rows)").all():
        click_mark(page, int(str(figure.get_attribute("data-figure"))), 0)
        expect(page.locator("#evidence mark").first).to_be_visible()
        page.keyboard.press("Escape")


@pytest.mark.parametrize("name", [path.stem for path in NOTEBOOKS])
def test_search_leaves_nothing_and_comes_back(page: Page, visit: Visit, name: str) -> None:
    """A search that nothing matches empties each explorer with a sentence; reset brings all marks back."""
    visit(name)
    search = page.locator("#filters [name=search]")
    if search.count() == 0:
        pytest.skip("no explorer of this notebook searches in text")
    before = page.locator(".plot .point").count()
    search.fill("no such words anywhere")
    expect(page.locator(".empty:visible").first).to_contain_text("Nothing here matches")
    page.get_by_role("button", name="Reset").click()
    expect(page.locator(".empty:visible")).to_have_count(0)
    assert page.locator(".plot .point").count() == before


def test_ready_soon(page: Page, visit: Visit) -> None:
    """A report is there before one wonders; three times over, as others may use the machine."""
    visit("sample")
    assert int(page.evaluate("document.documentElement.dataset.ready")) < 3 * SECONDS * 1000


def test_hostile_document_does_not_run(sample: Page) -> None:
    """A document that quotes an image with a handler shows it as text."""
    sample.locator("details.rows summary").first.click()
    sample.get_by_role("button", name="Event 3").click()
    expect(sample.locator("#evidence blockquote")).to_contain_text("</script><img src=x onerror=")
    assert sample.locator("img").count() == 0
    assert sample.evaluate("document.body.dataset.hit") is None


def test_policy_stops_other_scripts(browser: Browser, visit: Visit) -> None:
    """Even a script that got into the page would not run: the policy names the two that may."""
    page = visit("sample", window=browser.new_page())
    page.evaluate(
        "document.body.append(Object.assign(document.createElement('script'), {text: 'window.hit = 1'}))"
    )
    assert page.evaluate("window.hit") is None
    page.close()


# ---- Filters -------------------------------------------------------------------------------------


def test_choice_drops_marks_and_rows_and_recounts_bars(sample: Page) -> None:
    """Choosing a kind leaves its marks, its rows, and bars that count only them; reset brings all back."""
    choose(sample, "Kind", "launch")
    expect(sample.get_by_role("status")).to_have_text("4 of 12 rows shown")
    assert (count_marks(sample, 1), bar_lengths(sample)) == (4, [4])
    assert sample.locator("#figure-1 tbody tr:not([hidden])").count() == 4
    choose(sample, "Person", "Lê C")
    expect(sample.get_by_role("status")).to_have_text("1 of 12 rows shown")
    assert (count_marks(sample, 1), bar_lengths(sample)) == (1, [1])
    assert sample.locator("#figure-2 .bartext").text_content() == "1"
    expect(sample.locator("#figure-2 .filtered")).to_contain_text("1 of the 12 rows")
    sample.get_by_role("button", name="Reset").click()
    expect(sample.get_by_role("status")).to_have_text("All 12 rows shown")
    assert (count_marks(sample, 1), bar_lengths(sample)) == (12, [4, 4, 4])


def test_empty_lanes_close(sample: Page) -> None:
    """Lanes in which no mark is left are taken out, and the figure shrinks by as much."""
    lanes, svg = sample.locator("#figure-1 .ytick text"), sample.locator("#figure-1 .main-svg").first
    expect(lanes).to_have_text(["session", "decision", "launch"])
    before = float(str(svg.get_attribute("height")))
    choose(sample, "Kind", "launch")
    expect(lanes).to_have_text(["launch"])
    assert float(str(svg.get_attribute("height"))) < before
    assert count_marks(sample, 1) == 4
    sample.get_by_role("button", name="Reset").click()
    expect(lanes).to_have_text(["session", "decision", "launch"])


def test_period(sample: Page) -> None:
    """A period keeps what may lie in it, by month too; what has no date may lie in any."""
    sample.get_by_label("Period, from").fill("2025-11")
    expect(sample.get_by_role("status")).to_have_text("2 of 12 rows shown")
    sample.get_by_label("Period, from").fill("")
    sample.get_by_label("to", exact=True).fill("2025-02")
    expect(sample.get_by_role("status")).to_have_text("3 of 12 rows shown")


def test_search_without_diacritics(sample: Page) -> None:
    """A search finds words of the cited sentences in any order, typed with or without diacritics."""
    sample.get_by_label("Search").fill("7TH dong da")
    expect(sample.get_by_role("status")).to_have_text("1 of 12 rows shown")
    assert count_marks(sample, 1) == 1


def test_nothing_left(sample: Page) -> None:
    """Where nothing matches stands a sentence with a way back, not an empty frame."""
    sample.get_by_label("Search").fill("quorum")
    expect(sample.locator("#figure-1 .empty")).to_be_visible()
    expect(sample.locator("#figure-1 .canvas")).to_be_hidden()
    sample.locator("#figure-1").get_by_role("button", name="Show all again").click()
    expect(sample.get_by_role("status")).to_have_text("All 12 rows shown")
    assert count_marks(sample, 1) == 12


def test_address_keeps_the_filters(sample: Page, visit: Visit) -> None:
    """The address names the filters, and opening it sets them: a view can be passed on."""
    choose(sample, "Person", "Lê C")
    sample.get_by_label("Search").fill("đống đa")
    expect(sample).to_have_url(re.compile("search="))
    fragment = sample.evaluate("location.hash")
    sample.goto("about:blank")
    visit("sample", fragment)
    expect(sample.get_by_role("status")).to_have_text("3 of 12 rows shown")
    assert sample.get_by_label("Search").input_value() == "đống đa"


def test_sorting(sample: Page) -> None:
    """A heading sorts its table, numbers by their size, and a second press turns it round."""
    sample.locator("#figure-1 summary").click()
    first = sample.locator("#figure-1 tbody tr").first
    sample.locator("#figure-1").get_by_role("button", name="Event", exact=True).click()
    expect(first).to_contain_text("Event 0")
    sample.locator("#figure-1").get_by_role("button", name="Event", exact=True).click()
    expect(first).to_contain_text("Event 11")
    expect(sample.locator("#figure-1 [aria-sort]")).to_have_attribute("aria-sort", "descending")


def test_download(sample: Page) -> None:
    """The rows that the filters leave can be saved as CSV, with quote and id."""
    choose(sample, "Person", "Lê C")
    expect(sample.get_by_role("status")).to_have_text("3 of 12 rows shown")
    sample.locator("#figure-1 summary").click()
    with sample.expect_download() as download:
        sample.locator("#figure-1").get_by_role("button", name="Download").click()
    lines = Path(download.value.path()).read_text(encoding="utf-8-sig").splitlines()
    assert len(lines) == 4
    assert (
        lines[1]
        == '"Event 0","2025-01-15","session","the Đống Đa council met for the 0th time","sample","sample/0-5"'
    )


# ---- Evidence ------------------------------------------------------------------------------------


def test_click_on_a_mark(sample: Page) -> None:
    """A click on a mark shows its sentence in its paragraph, with document, date, speaker and id."""
    click_mark(sample, 1, 2)
    evidence = sample.locator("#evidence")
    expect(evidence.locator("mark")).to_have_text("the Đống Đa council met for the 2th time")
    expect(evidence.locator("blockquote")).to_have_text(re.compile("^𝐁efore 2, the .* went home.$"))
    expect(evidence.locator(".source")).to_have_text(
        "A sample <document> · published 1 January 2026 · said by Trần Thị B"
    )
    expect(evidence.locator("code")).to_have_text("sample/2-7")
    expect(sample.locator('#figure-1 tr[aria-current="true"]')).to_have_attribute("data-row", "sample/2-7")


def test_click_on_an_aggregated_mark(sample: Page) -> None:
    """A bar shows all the sentences that it counts, and only those that the filters leave."""
    choose(sample, "Person", "Lê C")
    expect(sample.get_by_role("status")).to_have_text("3 of 12 rows shown")
    sample.get_by_role("button", name="Reset").click()
    expect(sample.get_by_role("status")).to_have_text("All 12 rows shown")
    click_mark(sample, 2, 0)
    expect(sample.locator("#evidence article")).to_have_count(4)
    expect(sample.locator("#evidence-title")).to_have_text("Where these 4 come from")


def test_keyboard(sample: Page) -> None:
    """By keys alone: from the table to the same quote, Escape closes, and focus is back where it was."""
    sample.locator("#figure-1 summary").focus()
    sample.keyboard.press("Enter")
    button = sample.get_by_role("button", name="Event 2")
    for _ in range(12):
        sample.keyboard.press("Tab")
        if button.evaluate("element => element === document.activeElement"):
            break
    sample.keyboard.press("Enter")
    expect(sample.locator("#evidence mark")).to_have_text("the Đống Đa council met for the 2th time")
    expect(sample.get_by_role("button", name="Close")).to_be_focused()
    sample.keyboard.press("Escape")
    expect(sample.locator("#evidence")).to_be_hidden()
    expect(button).to_be_focused()


def test_copy_citation(sample: Page) -> None:
    """The citation that is copied holds the quote, its source and the id of the row."""
    sample.context.grant_permissions(["clipboard-read", "clipboard-write"])
    click_mark(sample, 1, 0)
    sample.get_by_role("button", name="Copy citation").click()
    expect(sample.get_by_role("status")).to_have_text("Citation copied")
    assert sample.evaluate("navigator.clipboard.readText()") == (
        "“the Đống Đa council met for the 0th time” "
        "(A sample <document>, published 1 January 2026, said by Trần Thị B) [sample/0-5]"
    )


# ---- Other papers --------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["sample", *(path.stem for path in NOTEBOOKS)])
def test_nothing_is_wider_than_a_phone(page: Page, visit: Visit, name: str) -> None:
    """On a phone the page does not scroll sideways; a figure with many labels scrolls in its own frame."""
    page.set_viewport_size({"width": 390, "height": 800})
    visit(name)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    measure = "(e) => [e.clientWidth, e.scrollWidth > e.clientWidth, e.tabIndex]"
    for width, scrolls, tab in page.evaluate(f"[...document.querySelectorAll('.canvas')].map({measure})"):
        assert width <= 390 and tab == (0 if scrolls else -1)  # what scrolls can be scrolled by keys


def test_wheel_scrolls_and_zooms_with_control(sample: Page) -> None:
    """The wheel over a figure scrolls the page; with Ctrl, which is also what a pinch sends, it zooms."""
    axis = "document.querySelector('#figure-1 .plot').layout.xaxis.range"
    span = f"(([from, to]) => new Date(to) - new Date(from))({axis})"
    before = sample.evaluate(span)
    box = sample.locator("#figure-1 .plot").bounding_box()
    assert box
    sample.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    sample.mouse.wheel(0, -100)
    sample.wait_for_timeout(300)
    assert sample.evaluate(span) == before
    sample.keyboard.down("Control")
    sample.mouse.wheel(0, -200)
    sample.wait_for_timeout(500)
    assert sample.evaluate(span) < before


def test_print_keeps_figures_whole(sample: Page) -> None:
    """For paper the figures are drawn anew at its width, and afterwards at that of the window again."""
    width = "document.querySelector('#figure-1 .main-svg').clientWidth"
    before = sample.evaluate(width)
    sample.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert sample.evaluate(width) == 900
    sample.evaluate("dispatchEvent(new Event('afterprint'))")
    assert sample.evaluate(width) == before


def test_print_appends_the_sentences(sample: Page) -> None:
    """On paper each row that the figures show is a note, once; afterwards the page is as it was."""
    choose(sample, "Person", "Lê C")
    expect(sample.get_by_role("status")).to_have_text("3 of 12 rows shown")
    sample.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert sample.locator(".notes li").nth(1).text_content() == (
        "Event 4, 2025-05-15, decision “the Đống Đa council met for the 4th time”"
        " A sample <document> sample/4-9"
    )
    assert sample.locator(".notes li").count() == 3
    sample.evaluate("dispatchEvent(new Event('afterprint'))")
    assert sample.locator(".notes").count() == 0


def test_labels_name_their_notes_on_paper(visit: Visit) -> None:
    """What a figure calls 2 is the second note."""
    page = visit("01_timeline")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    labels: list[str] = page.evaluate("document.querySelector('.plot').data.at(-1).text")
    label = next(label for label in labels if "<sup>2</sup>" in label)
    note = str(page.locator(".notes li").nth(1).text_content())
    assert label.partition("…")[0].partition("<sup>")[0].strip() in note


def test_filters_leave_the_page_where_it_is(sample: Page) -> None:
    """By mouse or by key, a filter above the figures opens over what one is looking at."""
    sample.evaluate("scrollTo(0, 700)")
    sample.locator("#filters summary").first.focus()
    assert sample.evaluate("scrollY") == 700
    sample.locator("#filters summary").first.click()
    expect(sample.locator("#filters details").first).to_have_attribute("open", "")
    assert sample.evaluate("scrollY") == 700


def test_the_slider_tells_who_held_what_on_a_day(page: Page, visit: Visit) -> None:
    """By keyboard; the answer follows the day, and its posts follow the filters."""
    visit("02_leadership")
    asking, slider = page.locator(".asking"), page.get_by_role("slider", name="Who held what on")
    expect(asking).to_contain_text("Bui Thi Minh Hoai, attested.")
    slider.press("ArrowRight")
    expect(asking).to_contain_text("17 June 2025")
    expect(asking).not_to_contain_text("Bui Thi Minh Hoai, attested.")
    expect(asking.locator("dt:visible")).to_have_count(4)
    choose(page, "Post", "Deputy secretary, Hanoi Party Committee")
    expect(asking.locator("dt:visible")).to_have_text(["Deputy secretary, Hanoi Party Committee"])
