"""charts.py and what it draws with: findings as titles, ids on every mark, uncertainty that can be seen."""

import json
from collections.abc import Callable
from datetime import date

import pandas as pd
import plotly.graph_objects as go
import pytest

from hanoi_lib.charts import charts
from hanoi_lib.charts.marks import WIDTH, Mark, build_axis, find_label
from hanoi_lib.charts.placing import place_marks
from hanoi_lib.charts.scales import find_ticks
from hanoi_lib.charts.theme import shorten, wrap
from hanoi_lib.spans import Span, parse_span
from hanoi_lib.store import Tables

Make = Callable[..., Tables]
Chart = Callable[[Tables], go.Figure]
CHARTS = (
    charts.chart_coverage,
    charts.chart_timeline,
    charts.chart_leadership,
    charts.chart_targets,
    charts.chart_horizons,
)


def list_ids(figure: go.Figure) -> set[str]:
    """All row ids that the marks of a figure carry."""
    cells = [cell for trace in figure.data for cell in trace.customdata]
    return {row_id for cell in cells for row_id in ([cell] if isinstance(cell, str) else cell)}


@pytest.mark.parametrize(
    ("chart", "title"),
    [
        (charts.chart_coverage, "One document, five sentences: something was read in 5 of them"),
        (charts.chart_timeline, "Two dated events between 2021 and 2022"),
        (
            charts.chart_leadership,
            "Two secretaries of the Party Committee are attested between 2021 and 2024; "
            "no text tells the day of the change",
        ),
        (charts.chart_targets, "GRDP: one reported figure and one aim"),
        (charts.chart_horizons, "One aim in words, for 2030"),
    ],
)
def test_title_states_the_finding(make_tables: Make, chart: Chart, title: str) -> None:
    """A chart's title says what its rows say."""
    assert chart(make_tables()).layout.title.text.replace("<br>", " ") == f"<b>{title}</b>"


@pytest.mark.parametrize(
    ("chart", "ids"),
    [
        (charts.chart_coverage, {"p1", "p2", "p3", "p4", "p5"}),
        (charts.chart_timeline, {"e1", "e2"}),
        (charts.chart_leadership, {"a1", "a2"}),
        (charts.chart_targets, {"reported:o1", "target:t1"}),
        (charts.chart_horizons, {"t2"}),
    ],
)
def test_every_row_is_a_mark_and_every_mark_a_row(make_tables: Make, chart: Chart, ids: set[str]) -> None:
    """Marks carry the ids of exactly the rows that are drawn."""
    assert list_ids(chart(make_tables())) == ids


@pytest.mark.parametrize("chart", CHARTS)
def test_marks_and_their_ids_go_together(make_tables: Make, chart: Chart) -> None:
    """Every trace has one id per mark, so that none opens another's sentence."""
    for trace in chart(make_tables()).data:
        assert len(trace.customdata) == len(trace.x) == len(trace.y)


@pytest.mark.parametrize("chart", CHARTS)
def test_only_traces_that_the_reports_can_draw(make_tables: Make, chart: Chart) -> None:
    """Scatter and bar traces, as SVG, without binary arrays, the same bytes every time."""
    figures = [chart(make_tables()).to_json() for _ in range(2)]
    assert figures[0] == figures[1]
    assert "bdata" not in figures[0]
    assert {trace["type"] for trace in json.loads(figures[0])["data"]} <= {"scatter", "bar"}


@pytest.mark.parametrize("chart", CHARTS)
def test_empty_tables_give_a_sentence(make_tables: Make, chart: Chart) -> None:
    """Nothing to draw is said in words, with as many traces as a full figure has."""
    empty, full = chart(Tables.from_rows({})), chart(make_tables())
    assert "press Reset" in empty.layout.annotations[0].text
    assert [trace.name for trace in empty.data] == [trace.name for trace in full.data]


@pytest.mark.parametrize("chart", CHARTS)
def test_tables_are_left_alone(make_tables: Make, chart: Chart) -> None:
    """Drawing changes no table."""
    tables = make_tables()
    before = {name: frame.copy() for name, frame in tables.frames()}
    chart(tables)
    for name, frame in tables.frames():
        pd.testing.assert_frame_equal(frame, before[name])


def test_document_text_is_no_markup(make_tables: Make) -> None:
    """What a document says cannot become a tag of plotly's."""
    sentence = charts.chart_coverage(make_tables()).to_json()
    assert "<growth>" not in sentence
    assert wrap("<b>&") == "&lt;b&gt;&amp;"


def test_day_and_range_look_different(make_tables: Make) -> None:
    """A known day is a filled mark; a year is a hollow one on a bar."""
    marks, ranges, _ = charts.chart_timeline(make_tables()).data
    filled = dict(zip(marks.customdata, marks.marker.color, strict=True))
    assert filled["e1"] != "white"
    assert filled["e2"] == "white"
    assert set(ranges.customdata) == {"e2"}


def test_tenure_fades_from_the_sighting_on(make_tables: Make) -> None:
    """Nothing thick is drawn between two holders, and what is merely possible grows paler."""
    possible = charts.chart_leadership(make_tables()).data[1]
    pieces = [
        (start, colour)
        for ids, start, colour, width in zip(
            possible.customdata, possible.base, possible.marker.color, possible.width, strict=True
        )
        if list(ids) == ["a1"] and width == 0.1 and start >= "2021-03-03"
    ]
    lightness = [int(colour[1:3], 16) for _, colour in sorted(pieces)]
    assert len(pieces) > 5
    assert lightness == sorted(lightness)
    thick = [start for start, width in zip(possible.base, possible.width, strict=True) if width > 0.2]
    assert not [start for start in thick if "2021-03-04" <= start < "2024-05-05"]


def test_a_bracket_spans_the_days_within_which_the_next_holder_came(make_tables: Make) -> None:
    """From the last sighting of one to the first of the other, below the bar of the one."""
    bars = charts.chart_leadership(make_tables()).data[1]
    lines = [n for n, width in enumerate(bars.width) if width < 0.05]
    day = 24 * 60 * 60 * 1000
    assert [(bars.base[n][:10], round(bars.x[n] / day)) for n in lines] == [
        ("2021-03-03", (date(2024, 5, 5) - date(2021, 3, 3)).days)
    ]
    assert "others may have held it in between" in bars.hovertext[lines[0]]


def test_a_former_holder_is_marked_but_not_attested(make_tables: Make) -> None:
    """A triangle where a text calls somebody former, and no bar from the last sighting to it."""
    seen = [("2021-03-03", "present"), ("[..2023-01-01]", "past")]
    rows = [
        {
            "attestation_id": f"a{n}",
            "person_id": "an",
            "post_id": "party/secretary",
            "date": when,
            "tense": tense,
            "exact": "Secretary An Van Binh",
        }
        for n, (when, tense) in enumerate(seen)
    ]
    held = {"membership_id": "m1", "person_id": "an", "post_id": "party/secretary"}
    bounds = {"start_date": "[..2021-03-03]", "end_date": "[2021-03-03..2023-01-01]"}
    held |= {"first_attested": "2021-03-03", "last_attested": "2021-03-03"} | bounds
    membership = held | {"attestations": ["a0", "a1"]}
    marks, bars, *_ = charts.chart_leadership(make_tables(attestations=rows, memberships=[membership])).data
    assert list(marks.marker.symbol) == ["diamond", "triangle-left"]
    thick = [start[:10] for start, width in zip(bars.base, bars.width, strict=True) if width > 0.2]
    assert set(thick) == {"2021-03-03"}


def test_aim_without_a_period_stands_hollow_at_its_document(make_tables: Make) -> None:
    """No year is made up for a figure whose text names none."""
    aim = {
        "indicator": "fdi",
        "label": "FDI",
        "measure": "level",
        "comparator": "=",
        "unit": "USD",
        "value": 1e9,
    }
    tables = make_tables(targets=[aim | {"target_id": "t1", "kind": "quantitative", "exact": "8-9%"}])
    marks = charts.chart_targets(tables, indicator="fdi").data[0]
    assert (marks.x[0], marks.marker.color[0]) == ("2024-05-06", "white")


@pytest.mark.parametrize("chart", CHARTS[1:])
def test_first_trace_tells_that_the_axis_is_of_time(make_tables: Make, chart: Chart) -> None:
    """When data change, plotly.js guesses the axis from the first trace: it must hold days, not lengths."""
    first = chart(make_tables()).data[0]
    assert all(date.fromisoformat(day) for day in first.x)


def test_range_of_an_aim_is_as_high_as_the_range(make_tables: Make) -> None:
    """Drawn to scale, 8-9% is a bar from 8 to 9, above the 7% that was reported."""
    marks, ranges, _ = charts.chart_targets(make_tables(), indicator="grdp").data
    height = dict(zip(ranges.customdata, ranges.width, strict=True))
    row = dict(zip(marks.customdata, marks.y, strict=True))
    assert height["target:t1"] > 0.3 > height["reported:o1"]
    assert row["target:t1"] < row["reported:o1"]  # rows are counted from the top


def test_indicator_and_area_narrow_the_chart(make_tables: Make) -> None:
    """An indicator that is not there leaves a sentence, an area that is there leaves its rows."""
    assert not list_ids(charts.chart_targets(make_tables(), indicator="exports"))
    assert list_ids(charts.chart_targets(make_tables(), area="Hanoi")) == {"reported:o1", "target:t1"}


def test_labels_of_a_crowded_week_do_not_touch() -> None:
    """Events on neighbouring days stand in rows of their own, and no label leaves the plot on the right."""
    days = [Span(date(2025, 6, day), date(2025, 6, day), "day") for day in range(1, 13)]
    old = Span(date(2008, 1, 1), date(2008, 1, 1), "day")
    marks = [
        Mark(f"e{n}", "Session", span, "A session with a long title", "", "#000000")
        for n, span in enumerate([old, *days])
    ]
    axis = build_axis([mark.span for mark in marks])
    places = place_marks(marks, ["Session"], axis).places
    boxes = [(place.row, *find_label(place.mark, axis, place.left)) for place in places]
    for number, (row, start, end) in enumerate(boxes):
        assert end <= WIDTH
        assert all(row != other or end < first or start > last for other, first, last in boxes[number + 1 :])


@pytest.mark.parametrize("count", [1, 5, 40])
def test_scales_have_few_round_ticks(count: int) -> None:
    """Whatever the size of the values, a panel has two to six round ticks."""
    ticks = find_ticks(0, count * 1.23e12)
    assert 2 <= len(ticks) <= 6


@pytest.mark.parametrize(
    ("edtf", "first", "last", "kind"),
    [
        ("2025-06-16", date(2025, 6, 16), date(2025, 6, 16), "day"),
        ("2025-02", date(2025, 2, 1), date(2025, 2, 28), "within"),
        ("2025-01/2025-06", date(2025, 1, 1), date(2025, 6, 30), "throughout"),
        ("[2021-02..2025-06-16]", date(2021, 2, 1), date(2025, 6, 16), "within"),
        ("[..2021-03]", None, date(2021, 3, 31), "within"),
        ("2045/..", date(2045, 1, 1), None, "throughout"),
    ],
)
def test_spans_keep_what_a_date_leaves_open(
    edtf: str, first: date | None, last: date | None, kind: str
) -> None:
    """An EDTF date becomes the days it allows, and an open end stays open."""
    span = parse_span(edtf)
    assert span is not None
    assert (span.start, span.end, span.kind) == (first, last, kind)


def test_long_labels_end_between_words() -> None:
    """A label is cut at a space and says so."""
    assert shorten("Politburo working session with the Board", 30) == "Politburo working session…"
