"""The charts and explorers of what is put first: rates and counts follow the rows."""

import json
from collections.abc import Callable, Iterator
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import pytest

from hanoi_lib.charts import priority_findings as findings
from hanoi_lib.charts.themes import build_theme_rows, chart_theme_rows, say_themes, tell_shift
from hanoi_lib.charts.undertakings import MOST, build_undertaking_rows, chart_undertaking_rows
from hanoi_lib.charts.years import build_year_rows
from hanoi_lib.explorers import priorities
from hanoi_lib.explorers.explorers import PLOTLY, Explorer
from hanoi_lib.explorers.views import list_choices
from hanoi_lib.priorities.clarity import CLARITIES
from hanoi_lib.store import Tables

Explore = Callable[[Tables], Explorer]
EXPLORERS = (
    priorities.explore_themes,
    priorities.explore_years,
    priorities.explore_programmes,
    priorities.explore_undertakings,
    priorities.explore_clarity,
)

OLD = (
    "Two bridges, a road and a port were built. The city will plant trees by 2030. "
    "It has three pillars: tea, silk, salt."
)
NEW = (
    "Digital change comes first, then digital skills and one bridge. "
    "The mayor asked the Board to report by 2026."
)


def split(document: str, text: str) -> Iterator[dict[str, Any]]:
    """The sentences of a text as passages."""
    start = 0
    for sentence in text.split(". "):
        end = min(start + len(sentence) + 1, len(text))
        yield {
            "passage_id": f"{document}/{start}-{end}",
            "document_id": document,
            "start": start,
            "end": end,
        } | {
            "kind": "body",
            "exact": text[start:end],
        }
        start = end + 1


def cite(document: str, text: str, exact: str) -> dict[str, Any]:
    """The columns of a citation."""
    start = text.index(exact)
    return {"document_id": document, "start": start, "end": start + len(exact), "exact": exact}


@pytest.fixture(scope="module")
def tables() -> Tables:
    """An older text with a known day, a newer one whose day lies in a range."""
    documents = [
        {"document_id": "new", "title": "News", "published": "[2025-01-01..2025-02-01]", "path": "new.txt"},
        {"document_id": "old", "title": "Olds", "published": "2020-05-01", "path": "old.txt"},
    ]
    plant = cite("old", OLD, "The city will plant trees by 2030")
    ask = cite("new", NEW, "asked the Board to report by 2026")
    commitments = [
        {
            "commitment_id": "c1",
            "kind": "plan",
            "actor": "Hue",
            "action": "plant trees by 2030",
            "due": "2030",
        }
        | plant,
        {
            "commitment_id": "c2",
            "kind": "directive",
            "actor": "An",
            "counterpart": "Board",
            "action": "report",
        }
        | ask,
    ]
    aim = {
        "target_id": "t1",
        "kind": "qualitative",
        "label": "green city",
        "area": "Hue",
        "period": "2026/2030",
    }
    three = {"programme_id": "p1", "label": "pillars", "declared_items": 3, "listed_items": 3}
    five = {"programme_id": "p2", "label": "tasks", "declared_items": 5, "listed_items": 0, "items": []}
    return Tables.from_rows(
        {
            "documents": documents,
            "passages": [*split("old", OLD), *split("new", NEW)],
            "commitments": commitments,
            "targets": [aim | cite("old", OLD, "trees")],
            "programmes": [
                three | {"items": ["tea", "silk", "salt"]} | cite("old", OLD, "three pillars"),
                five | cite("new", NEW, "Digital"),
            ],
        },
        texts={"old": OLD, "new": NEW},
    )


def list_ids(figure: go.Figure) -> set[str]:
    """All row ids that the marks of a figure carry."""
    cells = [cell for trace in figure.data for cell in trace.customdata]
    return {row_id for cell in cells for row_id in ([cell] if isinstance(cell, str) else cell)}


def test_a_rate_is_mentions_by_the_words_of_the_article(tables: Tables) -> None:
    """Each mention adds a thousandth of the words, and a sentence counts as often as it names the theme."""
    rows = build_theme_rows(tables)
    (bars,) = chart_theme_rows(rows).data
    told = {
        (base, round(y)): text.strip() for base, y, text in zip(bars.base, bars.y, bars.text, strict=True)
    }
    assert f"{1000 * 3 / len(OLD.split()):.1f}" in told.values()
    of = dict(zip(map(tuple, bars.customdata), bars.meta["rates"], strict=True))
    sentence = next(ids for ids in of if ids[0].startswith("transport:old"))
    assert len(sentence) == 3 and len(set(sentence)) == 1
    assert of[sentence] == pytest.approx(1000 / len(OLD.split()))


def test_thickness_follows_the_rate(tables: Tables) -> None:
    """What is named twice as often in a text is twice as thick, so that a page can draw it anew."""
    (bars,) = chart_theme_rows(build_theme_rows(tables)).data
    for ids, rate, width in zip(bars.customdata, bars.meta["rates"], bars.width, strict=True):
        assert width == pytest.approx(len(ids) * rate * bars.meta["thickness"], abs=1e-4)


def test_documents_stand_in_the_order_of_time_and_vague_dates_are_hatched(tables: Tables) -> None:
    """The older text is the first column; the one that is not dated to the day is hatched."""
    (bars,) = chart_theme_rows(build_theme_rows(tables)).data
    for ids, base, pattern in zip(bars.customdata, bars.base, bars.marker.pattern.shape, strict=True):
        old = ids[0].partition(":")[2].startswith("old")
        assert (base, pattern) == ((0, "") if old else (1, "/"))


def test_the_finding_names_what_each_text_names_most(tables: Tables) -> None:
    """In the order of time, with the years of publication."""
    rows = build_theme_rows(tables)
    assert say_themes(rows) == (
        "Named most: infrastructure and transport (2020), then digital change and science (2025)"
    )
    assert say_themes(rows[rows["theme"] == "transport"]) == (
        "Infrastructure and transport has four mentions in two documents"
    )


def test_two_texts_make_no_movement(tables: Tables) -> None:
    """Too few documents give no gain and no loss; four give both, from early to late."""
    rows = build_theme_rows(tables)
    assert tell_shift(rows) == ""
    more = pd.concat([rows, rows.assign(document_id=rows["document_id"] + "er")]).sort_values(
        "middle", kind="stable", ignore_index=True
    )
    assert "digital change and science gained most (0.0 to" in tell_shift(more)
    assert "infrastructure and transport lost most" in tell_shift(more)


def test_a_year_counts_what_ends_in_it(tables: Tables) -> None:
    """A period belongs to its last year; what names no time is not there."""
    rows = build_year_rows(tables)
    assert dict(zip(rows["row_id"], rows["year"], strict=True)) == {
        "aim:t1": "2030",
        "undertaking:c1": "2030",
    }


def test_bars_count_their_rows(tables: Tables) -> None:
    """The length and the figure of each bar are the number of its ids."""
    for explore in (priorities.explore_years, priorities.explore_undertakings, priorities.explore_clarity):
        for trace in explore(tables).figure().data:
            assert trace.meta["aggregate"] == "count"
            assert (
                list(trace.x) == [len(ids) for ids in trace.customdata] == [int(text) for text in trace.text]
            )


def test_clarity_counts_every_undertaking_once_for_each_question(tables: Tables) -> None:
    """Named and not named add up to all of them."""
    named, missing = priorities.explore_clarity(tables).figure().data
    for row in {*named.y, *missing.y}:
        ids = [
            i
            for trace in (named, missing)
            for y, cell in zip(trace.y, trace.customdata, strict=True)
            if y == row
            for i in cell
        ]
        assert sorted(ids) == ["c1", "c2"]
    assert len({*named.y, *missing.y}) == len(CLARITIES)


def test_declared_and_listed_items_stand_on_one_bar(tables: Tables) -> None:
    """An outline as long as the promise, filled as far as it is kept."""
    declared, listed, labels = priorities.explore_programmes(tables).figure().data
    assert list(declared.x) == [3, 5]
    assert list(listed.x) == [3, 0]
    assert [text.strip() for text in labels.text] == ["all listed", "none listed"]
    assert list(findings.list_items(tables).frame["Item"]) == ["tea", "silk", "salt"]


def test_many_actors_share_a_lane(tables: Tables) -> None:
    """No undertaking is lost where there are more actors than lanes."""
    rows = build_undertaking_rows(tables)
    some = [rows.iloc[:1].assign(actor=f"A{n}", pair=f"A{n}", commitment_id=f"c{n}") for n in range(MOST + 9)]
    figure = chart_undertaking_rows(pd.concat(some, ignore_index=True))
    assert len(list_ids(figure)) == MOST + 9
    assert figure.layout.yaxis.ticktext[-1] == "9 others"
    assert len(figure.layout.yaxis.ticktext) == MOST + 1


@pytest.mark.parametrize("explore", EXPLORERS)
def test_every_row_is_a_mark_and_every_mark_a_row(tables: Tables, explore: Explore) -> None:
    """What is drawn is what the page is given, each with its sentence, and the bundle can be saved."""
    explorer = explore(tables)
    bundle = explorer._repr_mimebundle_()
    meta = bundle[PLOTLY]["layout"]["meta"]["hanoi"]
    assert list_ids(explorer.figure()) == set(meta["rows"]) != set()
    assert "bdata" not in json.dumps(bundle[PLOTLY], allow_nan=False)
    choices = {f["column"] for f in meta["filters"] if f["kind"] == "choice"}
    for row in meta["rows"].values():
        text = tables.documents_text(row["document_id"])
        assert row["before"].lstrip("… ") + row["exact"] in text
        assert choices <= set(row["filter"])


@pytest.mark.parametrize("explore", EXPLORERS)
def test_every_filter_narrows_rows_and_figure_alike(tables: Tables, explore: Explore) -> None:
    """For some values of each filter, the live figure shows what the selection holds, in the same traces."""
    explorer = explore(tables)
    traces = len(explorer.controls.figure.data)
    for filter_ in explorer.view.filters:
        tried: list[Any] = [["2024-01-01", ""]] if filter_.kind == "period" else ["digital"]
        if filter_.kind == "choice":
            tried = [[value] for value in list_choices(explorer.rows, filter_.column)][:3]
        for wanted in tried:
            explorer.state = {filter_.column: wanted}
            assert list_ids(explorer.controls.figure) == set(explorer.selection[explorer.view.key])
            assert len(explorer.controls.figure.data) == traces
    explorer.reset()
    assert list_ids(explorer.controls.figure) == set(explorer.rows[explorer.view.key])


@pytest.mark.parametrize("explore", EXPLORERS)
def test_nothing_to_draw_is_said(tables: Tables, explore: Explore) -> None:
    """Empty tables give a sentence in as many traces as a full figure has."""
    empty = explore(Tables.from_rows({}))
    assert "press Reset" in empty.figure().layout.annotations[0].text
    assert [t.name for t in empty.figure().data] == [t.name for t in explore(tables).figure().data]
    assert "text/plain" in empty._repr_mimebundle_()


def test_the_clearest_come_first(tables: Tables) -> None:
    """Undertakings in the order of how much they name, with the words that name it."""
    frame = findings.list_clearest(tables).frame
    assert list(frame["What"]) == ["Plant trees by 2030", "Report"]
    assert frame["Product"].isna().tolist() == [False, True]
