"""thumbnails.py: what a small drawing keeps of a figure, and what it leaves out."""

from typing import Any

import pytest

from hanoi_lib.reports.markup import json_for_script
from hanoi_lib.reports.thumbnails import GREY, draw_thumbnail, find_boxes, find_marks

LYING = {"type": "bar", "orientation": "h", "y": [1], "width": 1}


def make_page(*traces: dict[str, Any], **layout: object) -> str:
    """As much of a report as a thumbnail is made from."""
    figure = json_for_script({"figure": {"data": traces, "layout": layout}})
    return f'<figcaption id="a">Two</figcaption><script class="figure-json" type="x">{figure}</script>'


@pytest.mark.parametrize(
    ("trace", "places"),
    [
        ({"x": [1, 2], "y": [3, 4]}, [(1, 1, 3, 3), (2, 2, 4, 4)]),
        ({"x": ["0001-01-02"], "y": [0]}, [(2, 2, 0, 0)]),
        ({"type": "bar", "x": [1], "y": [5]}, [(0.6, 1.4, 0, 5)]),
        (LYING | {"x": [86_400_000], "base": ["0001-01-02"]}, [(2, 3, 0.5, 1.5)]),
        (
            {
                "type": "bar",
                "orientation": "h",
                "y": [1],
                "x": [86_400_000],
                "base": ["0001-01-02"],
                "width": 1,
            },
            [(2, 3, 0.5, 1.5)],
        ),
        ({"x": [1], "y": ["a name"]}, []),
        ({"x": [None, 2], "y": [1, 1]}, [(2, 2, 1, 1)]),
        ({"x": [1], "y": [1], "mode": "text"}, []),
    ],
)
def test_places(trace: dict[str, Any], places: list[tuple[float, ...]]) -> None:
    """Bars and marks stand where their numbers and days put them; words, names and gaps have no place."""
    found = [(box.left, box.right, box.top, box.bottom) for box in find_boxes(trace)]
    assert found == [pytest.approx(place) for place in places]


def test_first_row_is_on_top_where_the_axis_says_so() -> None:
    """A range that is turned round, as in charts of lanes, is drawn so."""
    drawn = draw_thumbnail(make_page({"x": [1, 2], "y": [0, 9]}, yaxis={"range": [10, -1]}))
    first, second = (float(part.split('"')[0]) for part in drawn.split('cy="')[1:])
    assert first < second


def test_nothing_but_colours_gets_in() -> None:
    """What a figure calls a colour and is none becomes grey; the title is the text that the page has."""
    drawn = draw_thumbnail(make_page({"x": [1], "y": [1], "marker": {"color": '"/><script>x()</script>'}}))
    assert drawn.startswith('<svg class="thumbnail"') and 'aria-label="Two"' in drawn
    assert "script" not in drawn and GREY in drawn


@pytest.mark.parametrize("page", ["<p>words</p>", make_page(), make_page({"x": [1], "y": ["a name"]})])
def test_no_thumbnail(page: str) -> None:
    """A report without a figure, or with one that cannot be placed, has none."""
    assert draw_thumbnail(page) == ""


def test_the_fullest_figure_is_drawn_with_its_bars_stacked() -> None:
    """Of two figures the one with more marks; bars lie end to end; what is out of its range is left out."""
    bar = {"type": "bar", "orientation": "h", "x": [2, 3], "y": [0, 9]}
    stacked = {"barmode": "stack", "yaxis": {"range": [2, -1]}}
    assert [box.left for box in find_marks({"data": [bar, bar], "layout": stacked})] == [0, 0, 2, 3]
    drawn = draw_thumbnail(make_page({"x": [1], "y": [1]}) + make_page(bar, bar, **stacked))
    assert drawn.count("<rect") == 2 and "<circle" not in drawn
