"""folding.py: lanes that fold by body, the city's own first, in the figure, in JupyterLab, on a page."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import plotly.graph_objects as go
import pytest
from playwright.sync_api import Page, expect

from hanoi_lib.charts.folding import ENOUGH, MANY, choose_open
from hanoi_lib.explorers import explorers
from hanoi_lib.explorers.explorers import Explorer
from hanoi_lib.store import Tables

Make = Callable[..., Tables]
BODIES = {"Hanoi": 4, "Vietnam": 2, "Hue": 3}  # bodies of each place; each has two posts of five holders


def write_rows() -> dict[str, list[dict[str, Any]]]:
    """Ninety holders of eighteen posts in nine bodies, each seen once."""
    rows: dict[str, list[dict[str, Any]]] = {
        name: [] for name in ("passages", "persons", "organizations", "posts", "attestations", "memberships")
    }
    for area, number in BODIES.items():
        for body in (f"{area} Board {n}" for n in range(number)):
            rows["organizations"].append({"organization_id": body, "name": body, "area": area})
            for role in ("secretary", "chairman"):
                post = {"post_id": f"{body}/{role}", "role": role, "organization_id": body, "seats": "one"}
                rows["posts"].append(post)
                for n in range(5):
                    add_holder(rows, post["post_id"], n)
    return rows


def add_holder(rows: dict[str, list[dict[str, Any]]], post_id: str, n: int) -> None:
    """The nth holder of a post, seen once in a year of their own."""
    key = f"{post_id}/{n}"
    rows["persons"].append({"person_id": key, "name": f"Lê Văn {key}", "other_names": []})
    date, ids = f"{2010 + n}-03-03", {"person_id": key, "post_id": post_id}
    words = {"exact": "Secretary An Van Binh", "tense": "present"}
    rows["attestations"].append({"attestation_id": f"a/{key}", "date": date} | ids | words)
    bounds = {"first_attested": date, "last_attested": date, "start_date": None, "end_date": None}
    rows["memberships"].append({"membership_id": key, "attestations": [f"a/{key}"]} | ids | bounds)


@pytest.fixture(scope="module")
def many(make_tables: Make) -> Explorer:
    """The explorer of many holders."""
    return explorers.explore_leadership(make_tables(**write_rows()))


@pytest.fixture
def fresh(many: Explorer) -> Explorer:
    """The same, with nothing chosen."""
    many.reset()
    return many


def list_lanes(explorer: Explorer) -> list[str]:
    """The names of the lanes that are drawn, from the top down, without their markup."""
    labels = explorer.draw().layout.yaxis.ticktext
    return [label.replace("<b>", "").replace("</b>", "").replace("<br>", ", ") for label in labels]


@pytest.mark.parametrize(
    ("sizes", "opened"),
    [
        ({"party": 5, "council": 5}, ["party", "council"]),
        ({"party": MANY, "council": ENOUGH - MANY}, ["party", "council"]),
        ({"party": MANY, "council": ENOUGH - MANY + 1}, ["party"]),
        ({"party": ENOUGH + 9, "council": 1}, ["party"]),
        ({"party": 9, "committee": 9, "council": 19}, ["party", "committee"]),
    ],
)
def test_as_much_stands_open_as_a_screen_holds(sizes: dict[str, int], opened: list[str]) -> None:
    """All bodies where they fit, else the first of them, and one at least."""
    assert choose_open(sizes) == opened


def test_the_city_comes_first_then_the_country(fresh: Explorer) -> None:
    """The city's bodies stand open post by post, then each body is one row with its people counted."""
    lanes = list_lanes(fresh)
    posts = [lane for lane in lanes if ", " in lane]
    assert posts[:2] == ["Chairman, Hanoi Board 0", "Secretary, Hanoi Board 0"]
    assert lanes[: len(posts)] == posts and all("Hanoi" in post for post in posts)
    assert lanes[len(posts) :] == [
        f"{area} Board {n} (10)"
        for area, number in BODIES.items()
        for n in range(len(posts) // 2 if area == "Hanoi" else 0, number)
    ]


def test_a_folded_chart_is_low(fresh: Explorer) -> None:
    """Folded, a body takes one row; opened, as many as it has holders."""
    folded = fresh.draw().layout.height
    fresh.opened = [f"{area} Board {n}" for area, number in BODIES.items() for n in range(number)]
    assert fresh.draw().layout.height > 2.2 * folded
    fresh.opened = []
    assert len(list_lanes(fresh)) == sum(BODIES.values())


def test_nothing_is_lost_in_the_fold(fresh: Explorer) -> None:
    """Every sighting is a mark, folded or not; a saved figure holds what is folded too, below the rest."""
    drawn = set(fresh.draw().data[0].customdata)
    assert drawn == set(fresh.rows["attestation_id"])
    saved = fresh.figure()
    lowest = max(saved.layout.yaxis.range)
    marks = list(zip(saved.data[0].customdata, saved.data[0].y, strict=True))
    assert {key for key, y in marks if y < lowest} == drawn
    assert len(marks) == 2 * len(drawn)


def test_a_name_finds_its_lanes(fresh: Explorer) -> None:
    """Typed with or without diacritics; what is left stands open."""
    fresh.state = {"words": "le van hue board 2/chairman/2"}
    assert list_lanes(fresh) == ["Chairman, Hue Board 2"]
    assert fresh.draw().data[0].customdata == ("a/Hue Board 2/chairman/2",)


def test_list_and_sign_open_a_body(fresh: Explorer) -> None:
    """The list in JupyterLab shows and changes what stands open; so does a click on a sign in the figure."""
    controls = fresh.controls
    folding = controls.folding
    assert folding is not None
    before = folding.list.value
    assert folding.box.layout.display == "flex" and "Hue Board 0" not in before
    assert "Hue Board 0" in controls.figure.data[-1].meta
    sign = {"trace": "folds", "rows": [""], "body": "Hue Board 0"}
    controls.plot.drawing._handle_custom_msg(sign, [])
    assert fresh.opened == [*before, "Hue Board 0"]
    assert "Chairman, Hue Board 0" in [
        text.replace("<b>", "").replace("</b><br>", ", ") for text in controls.figure.layout.yaxis.ticktext
    ]
    folding.list.value = ("Hue Board 1",)
    assert fresh.opened == ["Hue Board 1"]
    fresh.reset()
    assert folding.list.value == before


def test_where_all_fits_nothing_folds(make_tables: Make) -> None:
    """A short chart has no signs, no list and no lane in one row."""
    explorer = explorers.explore_leadership(make_tables())
    assert explorer.controls.folding is not None
    assert explorer.controls.folding.box.layout.display == "none"
    assert len(explorer.draw().data[-1].y) == 0
    assert not any(lane["closed"] for lane in explorer.draw().layout.meta["lanes"]["list"])


# ---- On a page -----------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def report(many: Explorer, render_figure: Callable[[go.Figure], Path]) -> Path:
    """A report with the chart of many holders."""
    many.reset()
    return render_figure(many.figure())


@pytest.fixture
def opened(page: Page, report: Path) -> Page:
    """That report in a browser."""
    page.goto(report.as_uri())
    page.wait_for_selector("html[data-ready]", timeout=60_000)
    return page


@pytest.mark.browser
def test_a_page_folds_as_the_notebook_does(opened: Page, fresh: Explorer) -> None:
    """The same lanes in the same order, before anything is chosen."""
    shown = opened.locator("#figure-1 .ytick text").evaluate_all(
        "all => all.map((e) => [...e.childNodes].map((c) => c.textContent).filter(Boolean).join(', '))"
    )
    assert shown == list_lanes(fresh)


@pytest.mark.browser
def test_a_page_unfolds_by_keyboard(opened: Page) -> None:
    """The name of a body is a button: Enter opens it, Enter again folds it, and it keeps the focus."""
    body = opened.get_by_role("button", name="Hue Board 1, post by post")
    lanes = opened.locator("#figure-1 .ytick")
    before = lanes.count()
    expect(body).to_have_attribute("aria-expanded", "false")
    body.press("Enter")
    expect(body).to_have_attribute("aria-expanded", "true")
    expect(lanes).to_have_count(before + 1)  # two posts for one row
    expect(body).to_be_focused()
    opened.keyboard.press("Enter")
    expect(lanes).to_have_count(before)
    opened.get_by_role("button", name="Fold all").click()
    expect(lanes).to_have_count(sum(BODIES.values()))
    opened.get_by_role("button", name="Reset").click()
    expect(lanes).to_have_count(before)


@pytest.mark.browser
def test_a_name_opens_its_lane_on_a_page(opened: Page) -> None:
    """A search by name leaves the person's lane, open, one row high, without buttons to fold it."""
    opened.get_by_label("Search").fill("le van hue board 2/chairman/2")
    lanes = opened.locator("#figure-1 .ytick")
    expect(lanes).to_have_count(1)
    expect(lanes).to_contain_text("Chairman")
    expect(opened.locator("#figure-1 .fold")).to_have_count(0)
    assert opened.locator("#figure-1 .scatterlayer .point").count() == 1
    assert float(str(opened.locator("#figure-1 .main-svg").first.get_attribute("height"))) < 140
