"""placing.py: labels where there is room, circles where there is none; in the figure and on a page."""

import json
from collections.abc import Callable, Mapping
from itertools import pairwise
from pathlib import Path
from typing import Any

import plotly.graph_objects as go
import pytest
from playwright.sync_api import Page, expect

from hanoi_lib.charts.marks import Mark, build_axis
from hanoi_lib.charts.placing import GAP, HIGH, LABELLED, place_marks
from hanoi_lib.explorers import explorers
from hanoi_lib.explorers.explorers import Explorer
from hanoi_lib.spans import parse_span
from hanoi_lib.store import Tables

Make = Callable[..., Tables]
EARLY = "2015-01-05"


def write_events() -> list[dict[str, Any]]:
    """A session early on, fifty in the spring of 2025, six of them on unknown days; and three launches."""
    days = [EARLY, *(f"2025-{3 + n % 3:02}-{1 + n // 2:02}" for n in range(44)), *["2025-05"] * 6]
    kinds = [*(("session", day) for day in days), *(("launch", f"202{n}-06-01") for n in (0, 1, 5))]
    return [
        {
            "event_id": f"e{n:02}",
            "kind": kind,
            "title": f"{kind.capitalize()} {n}",
            "date": date,
            "area": "Hanoi",
            "exact": "Secretary An Van Binh",
        }
        for n, (kind, date) in enumerate(kinds)
    ]


@pytest.fixture(scope="module")
def dense(make_tables: Make) -> Explorer:
    """The explorer of these events."""
    return explorers.explore_timeline(make_tables(events=write_events()))


@pytest.fixture
def fresh(dense: Explorer) -> Explorer:
    """The same, with nothing chosen."""
    dense.reset()
    return dense


def list_marks(trace: go.Scatter) -> list[tuple[str, ...]]:
    """The ids behind each mark that is drawn."""
    return [tuple([ids] if isinstance(ids, str) else ids) for ids in trace.customdata]


def make_marks(dates: list[str]) -> list[Mark]:
    """A mark of one lane for each date."""
    spans = [parse_span(date) for date in dates]
    return [Mark(f"e{n:03}", "A", span, "Some words", "", "#000000") for n, span in enumerate(spans) if span]


CROWDS = {
    "one day": ["2025-03-01"] * 30,
    "every day": [f"2025-{1 + n // 28:02}-{1 + n % 28:02}" for n in range(150)],
    "far apart": [f"{1950 + 4 * n}-01-01" for n in range(20)],
    "years and days": [*["2021", "2022", "2023"] * 9, *["2022-05-05", "2022-05-06"] * 9],
}


@pytest.mark.parametrize("dates", CROWDS.values(), ids=list(CROWDS))
def test_nothing_covers_anything_in_a_crowd(dates: list[str]) -> None:
    """In each row symbols and circles stand apart, and each mark is in one place, or in one circle."""
    marks = make_marks(dates)
    axis = build_axis([mark.span for mark in marks])
    placed = place_marks(marks, ["A"], axis)
    alone = [(place.row, axis.pixel(place.mark.day)) for place in placed.places if place.alone]
    circles = [
        (cluster.row, (axis.pixel(cluster.marks[0].day) + axis.pixel(cluster.marks[-1].day)) / 2)
        for cluster in placed.clusters
    ]
    for row in {row for row, _ in alone + circles}:
        at = sorted(pixel for other, pixel in alone + circles if other == row)
        assert all(end - start >= GAP - 1e-6 for start, end in pairwise(at))
    held = [mark.row_id for cluster in placed.clusters for mark in cluster.marks]
    seen = [place.mark.row_id for place in placed.places if place.alone]
    assert sorted(held + seen) == [mark.row_id for mark in marks]
    assert all(len(cluster.marks) > 1 for cluster in placed.clusters)


def test_a_circle_holds_no_known_and_unknown_days(fresh: Explorer) -> None:
    """What is certain and what is not stand in rows of their own, the circles filled and hollow."""
    sure = dict(zip(fresh.rows["event_id"], fresh.rows["date"].str.len() == 10, strict=True))
    marks = fresh.draw().data[0]
    for ids, colour, text in zip(list_marks(marks), marks.marker.color, marks.text, strict=True):
        assert {sure[row_id] for row_id in ids} == {colour != "white"}
        assert text == (str(len(ids)) if len(ids) > 1 else "")


def test_few_marks_keep_their_labels() -> None:
    """Up to a number of them each mark has a label, however close they stand."""
    marks = make_marks(["2025-03-01"] * LABELLED[0])
    placed = place_marks(marks, ["A"], build_axis([mark.span for mark in marks]))
    assert not placed.clusters
    assert all(place.labelled for place in placed.places)


def test_many_lanes_give_up_their_labels() -> None:
    """Where all labels would make a chart that nobody scrolls through, lanes are crowded sooner."""
    marks = [
        Mark(f"{lane}/{n}", lane, mark.span, mark.label, "", mark.colour)
        for lane in (f"lane {number}" for number in range(30))
        for n, mark in enumerate(make_marks(["2025-03-01"] * 8))
    ]
    lanes = list(dict.fromkeys(mark.lane for mark in marks))
    placed = place_marks(marks, lanes, build_axis([mark.span for mark in marks]))
    assert max(placed.ends.values()) <= HIGH
    assert len(placed.clusters) == len(lanes)


def test_a_closer_look_parts_them(fresh: Explorer) -> None:
    """The closer, the fewer stand behind one mark; of a few days all have their labels."""
    circles = []
    for window in ("", "2025-01-01 2025-07-01", "2025-03-01 2025-04-01", "2025-03-01 2025-03-09"):
        fresh.window = window.split()
        circles.append(max(len(ids) for ids in list_marks(fresh.draw().data[0]) if "e00" not in ids))
    assert circles == sorted(circles, reverse=True)
    assert circles[0] > 40
    labels = fresh.draw().data[2]
    day = dict(zip(fresh.rows["event_id"], fresh.rows["date"], strict=True))
    near = {row_id for row_id, date in day.items() if "2025-03-01" <= date <= "2025-03-09"}
    assert near <= set(labels.customdata)


def test_a_window_shows_its_days(fresh: Explorer) -> None:
    """The axis ends where one looks, and all marks are still there."""
    fresh.window = ["2025-03-01", "2025-04-01"]
    figure = fresh.draw()
    assert list(figure.layout.xaxis.range) == fresh.window
    assert sorted(row_id for ids in list_marks(figure.data[0]) for row_id in ids) == sorted(
        fresh.rows["event_id"]
    )


def test_buttons_look_closer(fresh: Explorer) -> None:
    """Closer looks where most there is to see; wider, earlier and later stay within; All shows everything."""
    looking = fresh.controls.looking
    assert looking is not None
    whole = looking.told.value
    assert whole.startswith("Shown: ")
    assert looking.box.layout.display == "flex"
    looking.buttons["Closer"].click()
    first, last = fresh.window
    assert first > EARLY
    assert first < "2025-04-01" < last
    looking.buttons["Earlier"].click()
    assert fresh.window[0] < first
    assert looking.told.value != whole
    looking.buttons["Wider"].click()
    assert fresh.window == []
    looking.buttons["Closer"].click()
    looking.buttons["All"].click()
    assert (fresh.window, looking.told.value) == ([], whole)


def test_where_nothing_is_to_part_there_are_no_buttons(make_tables: Make) -> None:
    """A chart whose marks all have their labels has no buttons above it; neither has one without marks."""
    explorer = explorers.explore_timeline(make_tables())
    looking = explorer.controls.looking
    assert looking is not None
    assert looking.box.layout.display == "none"
    explorer.state = {"exact": "no such words"}
    assert looking.box.layout.display == "none"


def test_hover_tells_the_first_titles(fresh: Explorer) -> None:
    """A circle says how many it stands for, names some and counts the rest."""
    marks = fresh.draw().data[0]
    hover, ids = max(zip(marks.hovertext, list_marks(marks), strict=True), key=lambda one: len(one[1]))
    assert f"<b>Session: {len(ids)} close together</b>" in hover
    assert "Session 1" in hover
    assert f"and {len(ids) - 4} more" in hover


# ---- On a page -----------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def report(dense: Explorer, render_figure: Callable[[go.Figure], Path]) -> Path:
    """A report with the chart of these events."""
    dense.reset()
    return render_figure(dense.figure())


@pytest.fixture
def opened(page: Page, report: Path) -> Page:
    """That report in a browser."""
    page.goto(report.as_uri())
    page.wait_for_selector("html[data-ready]", timeout=60_000)
    return page


PLOT = "document.querySelector('#figure-1 .plot')"


def read(page: Page, path: str) -> Any:  # noqa: ANN401 - whatever the page holds there
    """Something of the figure as the page drew it."""
    return page.evaluate(f"JSON.parse(JSON.stringify({PLOT}.{path}))")


def list_all(marks: Mapping[str, Any], labels: Mapping[str, Any]) -> list[list[Any]]:
    """For each mark its day, row, number, symbol and ids; for each label its day, row, words and side."""
    ids = [[one] if isinstance(one, str) else list(one) for one in marks["customdata"]]
    drawn = zip(marks["x"], marks["y"], marks["text"], marks["marker"]["symbol"], ids, strict=True)
    told = zip(labels["x"], labels["y"], labels["text"], labels["textposition"], strict=True)
    return [sorted([x, round(y, 6), *rest] for x, y, *rest in rows) for rows in (drawn, told)]


def list_drawn(explorer: Explorer) -> list[list[Any]]:
    """What the kernel draws."""
    marks, _, labels = explorer.draw().to_plotly_json()["data"]
    return list_all(marks, labels)


def list_seen(page: Page) -> list[list[Any]]:
    """What the page has drawn."""
    marks, _, labels = read(page, "data")
    return list_all(marks, labels)


@pytest.mark.browser
def test_a_page_draws_what_the_notebook_draws(opened: Page, fresh: Explorer) -> None:
    """The same marks, circles and labels in the same places: of everything, and of each closer look."""
    assert list_seen(opened) == list_drawn(fresh)
    for button in ("Closer", "Closer", "Closer", "Earlier", "Closer"):
        opened.get_by_role("button", name=button, exact=True).press("Enter")
        opened.wait_for_timeout(100)
        window = [end[:10] for end in read(opened, "layout.xaxis.range")]
        opened.evaluate(f"Plotly.relayout({PLOT}, {{ 'xaxis.range': {json.dumps(window)} }})")
        opened.wait_for_timeout(100)
        fresh.window = window
        assert list_seen(opened) == list_drawn(fresh)


@pytest.mark.browser
def test_circles_dissolve_by_keyboard(opened: Page) -> None:
    """Closer and closer until no circle is left in sight; All brings back what was there."""
    before = read(opened, "data[0].text")
    closer = opened.get_by_role("button", name="Closer", exact=True)
    closer.focus()
    for _ in range(9):
        opened.keyboard.press("Enter")
        opened.wait_for_timeout(60)
    expect(closer).to_be_focused()
    start, end = read(opened, "layout.xaxis.range")
    marks = read(opened, "data[0]")
    assert not any(text and start < x < end for x, text in zip(marks["x"], marks["text"], strict=True))
    opened.get_by_role("button", name="All", exact=True).click()
    assert read(opened, "data[0].text") == before


@pytest.mark.browser
def test_a_period_is_looked_at_closer(opened: Page) -> None:
    """What a period leaves takes the whole width, circles part; reset shows all again."""
    before = read(opened, "layout.xaxis.range")
    opened.locator("[name=from]").fill("2025-05-01")
    expect(opened.locator(".filtered:visible")).to_be_visible()
    start, _ = read(opened, "layout.xaxis.range")
    assert start > "2025-01"
    opened.get_by_role("button", name="Reset").click()
    expect(opened.locator(".filtered:visible")).to_have_count(0)
    assert read(opened, "layout.xaxis.range") == before


@pytest.mark.browser
def test_a_circle_opens_all_it_stands_for(opened: Page) -> None:
    """A click lists every citation, and the circle stays strong while the others fade."""
    texts = read(opened, "data[0].text")
    at = max(range(len(texts)), key=lambda n: int(texts[n] or 0))
    box = opened.locator("#figure-1 .scatterlayer .trace").first.locator(".point").nth(at).bounding_box()
    assert box
    opened.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    expect(opened.locator("#evidence article")).to_have_count(int(texts[at]))
    assert read(opened, "data[0].selectedpoints") == [at]
    opened.keyboard.press("Escape")
    expect(opened.locator("#evidence")).to_be_hidden()


@pytest.mark.browser
def test_the_wheel_parts_circles_and_a_double_click_joins_them(opened: Page) -> None:
    """Zooming with the mouse places the marks anew."""
    before = read(opened, "data[0].text")
    box = opened.locator("#figure-1 .nsewdrag").first.bounding_box()
    assert box
    opened.mouse.move(box["x"] + box["width"] * 0.92, box["y"] + box["height"] / 2)
    opened.keyboard.down("Control")
    for _ in range(12):
        opened.mouse.wheel(0, -200)
        opened.wait_for_timeout(80)
    opened.keyboard.up("Control")
    opened.wait_for_timeout(500)
    after = read(opened, "data[0].text")
    assert max(int(text or 0) for text in after) < max(int(text or 0) for text in before)
    opened.mouse.dblclick(box["x"] + 30, box["y"] + 10)
    opened.wait_for_timeout(500)
    assert read(opened, "data[0].text") == before
