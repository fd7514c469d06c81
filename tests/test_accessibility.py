"""What every report owes to those who read it by ear, by keys, with weak eyes or without wanting motion."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

Visit = Callable[..., Page]

HERE = Path(__file__).parent
NAMES = ["sample", *(path.stem for path in sorted((HERE.parent / "notebooks").glob("*.ipynb")))]
CONTRAST = (HERE / "contrast.js").read_text(encoding="utf-8")
# Two looks in which every colour and every layout occurs.
LOOKS = {"light desk": ("light", 1280), "dark phone": ("dark", 390)}

each = pytest.mark.parametrize("name", NAMES)
both = pytest.mark.parametrize("look", LOOKS)


@pytest.fixture
def dress(page: Page) -> Callable[[str], None]:
    """Gives the window one of LOOKS."""

    def put_on(look: str) -> None:
        scheme, width = LOOKS[look]
        page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        page.set_viewport_size({"width": width, "height": 900})

    return put_on


def find_violations(page: Page) -> list[str]:
    """What axe-core objects to, rule by rule, with the elements."""
    found = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
    return [f"{rule['id']}: {[node['html'][:160] for node in rule['nodes'][:3]]}" for rule in found]


def find_faint(page: Page) -> list[str]:
    """Texts with too little contrast; the page has some to look at."""
    seen = page.evaluate(CONTRAST)
    assert seen["texts"] > 10
    return list(dict.fromkeys(seen["faint"]))


def open_everything(page: Page) -> None:
    """All tables under figures, the evidence of a row, and a filter's menu, side by side."""
    for table in page.locator("details.rows").all():
        table.evaluate("each => { each.open = true; }")
    page.locator("button.cite").first.click()
    page.locator("details.choice").first.evaluate("each => { each.open = true; }")
    expect(page.locator("#evidence mark").first).to_be_visible()


def leave_nothing(page: Page) -> None:
    """Filters that no row passes."""
    page.locator("#filters input:is([name=search], [name=to])").last.fill("1066")
    expect(page.locator(".empty:visible").first).to_be_visible()


@both
@each
def test_no_violation_in_any_state(visit: Visit, dress: Callable[[str], None], name: str, look: str) -> None:
    """axe finds nothing in a report with everything open in it, nor with nothing left in it."""
    dress(look)
    page = visit(name)
    open_everything(page)
    assert find_violations(page) == []
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    leave_nothing(page)
    assert find_violations(page) == []


@both
@each
def test_every_text_is_legible(visit: Visit, dress: Callable[[str], None], name: str, look: str) -> None:
    """Words on the page and words drawn in figures have AA's contrast, also while a row is highlighted."""
    dress(look)
    page = visit(name)
    assert find_faint(page) == []
    open_everything(page)
    assert find_faint(page) == []


@both
def test_the_index_too(visit: Visit, dress: Callable[[str], None], look: str) -> None:
    """The index has no violation and no faint text."""
    dress(look)
    page = visit("index")
    assert find_violations(page) == []
    assert find_faint(page) == []


@each
def test_every_figure_has_words_and_rows(visit: Visit, name: str) -> None:
    """Beside each figure stand its description and, where an explorer drew it, the table of its rows."""
    page = visit(name)
    for figure in page.locator("figure").all():
        assert len(str(figure.locator("[role=img]").get_attribute("aria-label"))) > 10
        saved = json.loads(str(figure.locator(".figure-json").text_content()))
        assert figure.locator("details.rows tbody tr").count() > 0 or not saved["explorer"]


# Every control that keys must reach; what a closed menu or table holds is reached once it is open.
CONTROLS = "a[href], button, input, select, summary, [tabindex='0']"
FOCUSED = """() => {
  const element = document.activeElement, look = getComputedStyle(element);
  const { top, bottom, left, right } = element.getBoundingClientRect();
  return { lost: element === document.body, name: element.outerHTML.slice(0, 160),
    ringed: look.outlineStyle !== "none" && parseFloat(look.outlineWidth) >= 2,
    seen: bottom > 0 && top < innerHeight && right > 0 && left < innerWidth };
}"""
MOVING = """all => all.filter((each) => {
  const look = getComputedStyle(each);
  return /[1-9]/.test(look.transitionDuration + look.animationDuration);
}).length"""


@each
def test_keys_reach_everything(visit: Visit, page: Page, name: str) -> None:
    """Tab walks through all controls, each with a ring around it, in the window while it has the focus."""
    page.emulate_media(reduced_motion="reduce")  # else the page is still on its way there
    visit(name)
    controls = page.locator(CONTROLS).evaluate_all("all => all.filter((one) => one.checkVisibility()).length")
    for _ in range(controls):
        page.keyboard.press("Tab")
        focused = page.evaluate(FOCUSED)
        assert focused["ringed"] and focused["seen"] and not focused["lost"], focused["name"]
    page.keyboard.press("Tab")
    assert page.evaluate(FOCUSED)["lost"], "more can be focused than is there to be used"


@each
def test_motion_is_spared(visit: Visit, page: Page, name: str) -> None:
    """For those who asked for less motion, nothing slides, fades or scrolls by itself."""
    page.emulate_media(reduced_motion="reduce")
    visit(name)
    assert page.locator("body *").evaluate_all(MOVING) == 0
    assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"
