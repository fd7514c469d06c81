"""explorers.py, views.py, controls.py: the same choice in state, controls, figure, selection and panel."""

import gzip
import json
from collections.abc import Callable
from typing import Any

import plotly.graph_objects as go
import pytest
import traitlets

from hanoi_lib.charts import aim_findings, findings
from hanoi_lib.explorers import explorers
from hanoi_lib.explorers.controls import show_evidence
from hanoi_lib.explorers.explorers import PLOTLY, Explorer
from hanoi_lib.store import Tables

Make = Callable[..., Tables]
Explore = Callable[[Tables], Explorer]

EXPLORERS = (
    explorers.explore_documents,
    explorers.explore_timeline,
    explorers.explore_leadership,
    explorers.explore_targets,
    explorers.explore_horizons,
)


def list_ids(figure: go.Figure) -> set[str]:
    """All row ids that the marks of a figure carry."""
    cells = [cell for trace in figure.data for cell in trace.customdata]
    return {row_id for cell in cells for row_id in ([cell] if isinstance(cell, str) else cell)}


def tell(explorer: Explorer, told: dict[str, Any]) -> None:
    """Say what the figure in the browser says."""
    explorer.controls.plot.drawing._handle_custom_msg(told, [])


def click(explorer: Explorer, trace: str, *rows: str) -> None:
    """Click a mark of a figure that stands for some rows."""
    tell(explorer, {"trace": trace, "rows": rows, "body": None})


@pytest.fixture
def timeline(make_tables: Make) -> Explorer:
    """Two events: a session on 3 March 2021, a launch in 2022."""
    return explorers.explore_timeline(make_tables())


@pytest.mark.parametrize(
    ("state", "left"),
    [
        ({}, ["e1", "e2"]),
        ({"kind_name": ["Launch"]}, ["e2"]),
        ({"kind_name": []}, ["e1", "e2"]),
        ({"period": ["2022-06-01", ""]}, ["e2"]),
        ({"period": ["", "2021-12-31"]}, ["e1"]),
        ({"exact": "LINE wórk"}, ["e2"]),
        ({"kind_name": ["Launch"], "period": ["", "2021-12-31"]}, []),
    ],
)
def test_filters_narrow_selection_and_figure_alike(
    timeline: Explorer, state: dict[str, object], left: list[str]
) -> None:
    """What the state leaves is what the selection holds and what the figure draws."""
    timeline.state = state
    assert list(timeline.selection["event_id"]) == left
    assert list_ids(timeline.figure()) == set(left)
    assert list_ids(timeline.controls.figure) == set(left)


def test_unknown_filter_is_refused(timeline: Explorer) -> None:
    """A misspelt filter is named, and the state stays as it was."""
    with pytest.raises(traitlets.TraitError, match="kindname"):
        timeline.state = {"kindname": ["Launch"]}
    assert timeline.state == {}


def test_controls_set_the_state_and_follow_it(timeline: Explorer) -> None:
    """A tick changes the state, and a state set in code moves the ticks."""
    boxes = timeline.controls.pickers["kind_name"].parts[0].children
    boxes[0].value = True
    assert timeline.state == {"kind_name": [boxes[0].name]}
    timeline.state = {"kind_name": [boxes[1].name]}
    assert [box.value for box in boxes] == [False, True]


def test_controls_begin_with_the_state_they_find(timeline: Explorer) -> None:
    """A state set before the widget is shown is the one that it shows."""
    timeline.state = {"period": ["2022-01-01", ""]}
    assert timeline.controls.pickers["period"].value == ["2022-01-01", ""]


def test_click_opens_the_sentence(timeline: Explorer) -> None:
    """A click on a mark shows its words in the panel and chooses its row in the list."""
    click(timeline, "marks", "e2")
    assert timeline.chosen == ["e2"]
    assert ">Work on the line began in 2022</mark>" in timeline.controls.panel.value
    assert timeline.controls.list.value == "e2"


def test_list_opens_the_sentence(timeline: Explorer) -> None:
    """The list reaches every row without a pointer."""
    assert [row_id for _, row_id in timeline.controls.list.options] == ["e1", "e2"]
    timeline.controls.list.value = "e1"
    assert timeline.chosen == ["e1"]
    assert "session on March 3, 2021</mark>" in timeline.controls.panel.value


def test_sentence_goes_with_its_row(timeline: Explorer) -> None:
    """When a filter takes a row away, its sentence goes too."""
    timeline.chosen = ["e1"]
    timeline.state = {"kind_name": ["Launch"]}
    assert timeline.chosen == []
    assert "Click a mark" in timeline.controls.panel.value


def test_reset_brings_everything_back(timeline: Explorer) -> None:
    """After a choice that left nothing, the button restores figure, list and count."""
    timeline.state = {"period": ["1990-01-01", "1990-12-31"]}
    assert "No event matches" in timeline.controls.figure.layout.annotations[0].text
    timeline.controls.reset.click()
    assert timeline.state == {}
    assert list_ids(timeline.controls.figure) == {"e1", "e2"}
    assert "2 of 2 events" in timeline.controls.count.value
    assert timeline.controls.figure.layout.xaxis.visible


@pytest.mark.parametrize("explore", EXPLORERS)
def test_after_nothing_the_figure_is_as_before(make_tables: Make, explore: Explore) -> None:
    """A choice that left nothing to draw leaves no trace of itself in the live figure, its axes above all."""
    explorer = explore(make_tables())
    controls, words = explorer.controls, next((f for f in explorer.view.filters if f.kind != "choice"), None)
    before = controls.plot.drawing.packed
    if words is None:
        pytest.skip("every choice of this explorer leaves something")
    explorer.state = {words.column: "no such words" if words.kind == "text" else ["2999-01-01", ""]}
    assert explorer.selection.empty
    assert controls.plot.drawing.packed != before
    explorer.reset()
    assert controls.plot.drawing.packed == before


def test_mark_for_several_rows_opens_all(make_tables: Make) -> None:
    """A bar that sums up sightings shows the sentence of each, as the report does, and names no row alone."""
    people = explorers.explore_leadership(make_tables())
    click(people, "possible", "a1", "a2", "a1")
    assert people.chosen == ["a1", "a2"]
    panel = people.controls.panel.value
    assert panel.count("<blockquote") == panel.count("Copy citation") == 2
    assert "Two citations" in panel
    assert people.controls.list.value is None
    people.controls.list.value = "a2"
    assert people.chosen == ["a2"] and people.controls.panel.value.count("<blockquote") == 1


def test_row_of_several_citations_shows_all(make_tables: Make) -> None:
    """A row that rests on more than one sentence shows each of them."""
    row = explorers.explore_leadership(make_tables()).rows.iloc[0].to_dict()
    html = show_evidence(row | {"more": [row | {"exact": "other words", "start": 5, "end": 16}]})
    assert html.count("<blockquote") == 2 and ">other words</mark>" in html and "/5-16</code>" in html


def test_reset_of_several_filters_draws_once(timeline: Explorer) -> None:
    """Widgets that follow the state do not set it again one by one."""
    timeline.state = {"kind_name": ["Launch"], "period": ["2022-01-01", ""], "exact": "work"}
    assert timeline.controls.figure.data
    states = list[object]()
    timeline.observe(lambda change: states.append(change["new"]), "state")
    timeline.reset()
    assert states == [{}]
    assert not any(picker.value for picker in timeline.controls.pickers.values())


def test_window_follows_the_mouse_and_the_filters(timeline: Explorer) -> None:
    """What one looks at closer is drawn as it was in the browser; a choice shows all that is left."""
    window = ["2021-01-01 12:00", "2021-06-30"]
    tell(timeline, {"window": window})
    assert timeline.window == window
    assert str(timeline.controls.figure.layout.xaxis.range[0]).startswith("2021-01-01")
    timeline.state = {"kind_name": ["Launch"]}
    assert timeline.window == []


def test_figure_in_the_browser_is_the_one_in_the_kernel(timeline: Explorer) -> None:
    """What is packed for the browser is what `controls.figure` holds, now and after a change."""
    plot = timeline.controls.plot
    for state in ({}, {"kind_name": ["Launch"]}):
        timeline.state = state
        sent = json.loads(gzip.decompress(plot.drawing.packed))
        assert sent == json.loads(timeline.controls.figure.to_json())


def test_explorers_of_a_kernel_share_what_is_large(make_tables: Make) -> None:
    """plotly.js is sent once; what each explorer announces is small, so that a busy browser keeps up."""
    one, other = (explorers.explore_timeline(make_tables()).controls.plot for _ in range(2))
    assert one.library is other.library and len(one.library.packed) > 300_000
    assert len(json.dumps(one.get_state(drop_defaults=True), default=str)) < 8_000


@pytest.mark.parametrize("explore", EXPLORERS)
def test_one_output_serves_kernel_page_and_ear(make_tables: Make, explore: Explore) -> None:
    """An explorer's output holds the live widget, the figure with its rows, and the chart in words."""
    bundle = explore(make_tables())._repr_mimebundle_()
    assert "application/vnd.jupyter.widget-view+json" in bundle
    meta = bundle[PLOTLY]["layout"]["meta"]["hanoi"]
    drawn = {
        i
        for trace in bundle[PLOTLY]["data"]
        for cell in trace["customdata"]
        for i in ([cell] if isinstance(cell, str) else cell)
    }
    assert drawn == set(meta["rows"])
    assert bundle["text/plain"] == meta["description"]
    json.dumps(bundle[PLOTLY], allow_nan=False)


@pytest.mark.parametrize("explore", EXPLORERS)
def test_page_gets_what_filters_and_panel_need(make_tables: Make, explore: Explore) -> None:
    """Each row carries a value for each filter, a cell for each column, and its words in their paragraph."""
    explorer = explore(make_tables())
    meta = explorer.figure().layout.meta["hanoi"]
    choices = {f["column"] for f in meta["filters"] if f["kind"] == "choice"}
    for row_id, row in meta["rows"].items():
        assert choices <= set(row["filter"])
        assert set(row["cells"]) == {column for column, _ in meta["columns"]}
        source = explorer.rows.set_index(explorer.view.key).loc[row_id]
        assert row["exact"] == source["exact"]
        assert row["document"] == "News"


@pytest.mark.parametrize("explore", EXPLORERS)
def test_explorer_of_nothing_says_so(explore: Explore) -> None:
    """Empty tables give an explorer that can be shown and tells that there is nothing."""
    explorer = explore(Tables.from_rows({}))
    assert explorer.selection.empty
    assert "text/plain" in explorer._repr_mimebundle_()


def test_findings_follow_the_tables(make_tables: Make) -> None:
    """A sentence about the tables changes with them."""
    full = make_tables()
    assert str(findings.tell_leadership(full)).endswith(
        "An Van Binh (3 March 2021) and Chi Thi Dung (5 May 2024). No text tells the day of the change."
    )
    followed = findings.list_successions(full).frame
    assert followed.iloc[0].tolist()[1:] == [
        "An Van Binh",
        "Chi Thi Dung",
        "between 3 March 2021 and 5 May 2024",
    ]
    assert findings.list_successions(make_tables(attestations=[], memberships=[])).frame.empty
    assert aim_findings.tell_targets(full) == "GRDP: one reported figure and one aim."
