"""How aims stand and where growth would lead: which outcome counts, what is reckoned, what stays open."""

import json
from pathlib import Path
from typing import Any

import pytest
import traitlets
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Page

from hanoi_lib.audit.outcomes import build_outcomes
from hanoi_lib.audit.prospects import Prospect, as_json, find_prospects, project, say_need, say_prospect
from hanoi_lib.audit.standings import build_standings
from hanoi_lib.charts import aim_findings
from hanoi_lib.charts.standings import build_standing_rows, chart_standing_rows, say_standings
from hanoi_lib.explorers.aims import explore_prospects, explore_standings
from hanoi_lib.explorers.controls import show_evidence
from hanoi_lib.store import Tables

Row = dict[str, Any]
SCRIPT = Path(__file__).parent.parent / "hanoi_lib" / "reports" / "template" / "prospects.js"
TEXT = "GRDP is to grow 8%, then 9%, income to reach $9,000. It grew 7%, then 8.2%; income was $7,000."
GROWTH = {
    "indicator": "grdp",
    "label": "GRDP",
    "measure": "change",
    "area": "Hanoi",
    "comparator": "=",
    "unit": "percent",
}
INCOME = GROWTH | {"indicator": "income_per_capita", "label": "income", "measure": "level", "unit": "USD"}


def cite(row: Row, document: str, exact: str) -> Row:
    """A row with its words and its document."""
    start = TEXT.index(exact)
    return row | {"document_id": document, "start": start, "end": start + len(exact), "exact": exact}


def make_tables(targets: list[Row], observations: list[Row]) -> Tables:
    """Tables of two documents with the same text: `first` of 2024, `later` of January 2026."""
    days = {"first": "2024-12-10", "later": "2026-01-20"}
    documents = [{"document_id": key, "path": f"{key}.txt", "published": day} for key, day in days.items()]
    aims = [row | {"target_id": f"t{n}", "kind": "quantitative"} for n, row in enumerate(targets)]
    figures = [row | {"observation_id": f"o{n}", "status": "reported"} for n, row in enumerate(observations)]
    rows = {"documents": documents, "targets": aims, "observations": figures}
    return Tables.from_rows(rows | {"outcomes": build_outcomes(rows)}, texts=dict.fromkeys(days, TEXT))


@pytest.fixture
def tables() -> Tables:
    """Three aims: one for 2025 with three later figures, one for 2030 with none, one of money ahead."""
    aims = [GROWTH | {"period": "2025", "value": 8.0}, GROWTH | {"period": "2026/2030", "value": 9.0}]
    told = [
        cite(GROWTH | {"period": "2025-01/2025-06", "value": 7.0}, "later", "7%"),
        cite(GROWTH | {"period": "2025", "value": 8.2}, "later", "8.2%"),
        cite(GROWTH | {"period": "2025", "value": 7.9, "area": "Hue"}, "later", "8.2"),
        cite(INCOME | {"period": "2024", "value": 7000.0}, "later", "$7,000"),
    ]
    targets = [cite(aims[0], "first", "8%"), cite(aims[1], "first", "9%")]
    return make_tables(
        [*targets, cite(INCOME | {"period": "2030", "value": 9000.0}, "first", "$9,000")], told
    )


# How aims stand


def test_the_figure_of_the_very_period_counts(tables: Tables) -> None:
    """Half a year's growth and another city's figure have rows of their own, but decide nothing."""
    rows = tables.outcomes[tables.outcomes["target_id"] == "t0"]
    assert sorted(rows["verdict"]) == ["met", "not_comparable", "not_comparable"]
    counted = build_standings(tables).set_index("target_id")
    assert list(counted.loc["t0", ["verdict", "observation_id"]]) == ["met", "o1"]
    assert counted.loc["t1", "verdict"] == "no_evidence"


def test_a_mark_opens_both_sentences(tables: Tables) -> None:
    """The row of an aim cites the aim, and the figure that it is held against."""
    rows = build_standing_rows(tables).set_index("target_id", drop=False)
    shown = show_evidence(rows.iloc[list(rows.index).index("t0")])
    assert shown.count('<section aria-label="Cited sentence"') == 2
    assert "8%</mark>" in shown and "8.2%</mark>" in shown
    meta = explore_standings(tables).figure().layout.meta["hanoi"]["rows"]["t0"]
    assert [one["exact"] for one in meta["more"]] == ["8.2%"]


def test_the_title_counts_what_is_drawn(tables: Tables) -> None:
    """Verdicts are in the title, in words beside the marks, and in their symbols."""
    rows = build_standing_rows(tables)
    assert say_standings(rows) == (
        "Of three aims with a number, one was met, one has a figure that cannot be compared "
        "and one has no later figure"
    )
    marks, _, labels = chart_standing_rows(rows).data
    assert "met: +8.2% for 2025" in [text.strip("\u00a0") for text in labels.text]
    assert {"circle", "diamond-open"} <= set(marks.marker.symbol)
    assert say_standings(rows.head(0)) == "No aim with a number was found"


def test_every_aim_is_in_the_chart_of_every_corpus(corpus: Tables) -> None:
    """No aim with a number is lost between the table and the marks."""
    rows = build_standing_rows(corpus)
    drawn = {row_id for ids in chart_standing_rows(rows).data[0].customdata for row_id in ids}
    aims = corpus.targets[corpus.targets["kind"] == "quantitative"]
    assert drawn == set(rows["target_id"]) == set(aims["target_id"])


def test_aims_without_later_figures_are_said_to_be_just_that() -> None:
    """Nothing but silence gives a sentence, a chart, and no table of comparisons."""
    tables = make_tables([cite(GROWTH | {"period": "2025", "value": 8.0}, "first", "8%")], [])
    assert str(aim_findings.tell_standings(tables)).startswith("No later figure answers the one aim")
    assert "no later figure" in str(aim_findings.list_standings(tables))
    assert list(chart_standing_rows(build_standing_rows(tables)).data[0].marker.symbol) == ["diamond-open"]


# Where growth would lead


def test_prospects_are_aims_ahead_with_what_they_start_from(tables: Tables) -> None:
    """The aim for 2025 is over in 2026; money starts from the last level, growth from the year before."""
    growth, income = find_prospects(tables)
    assert (growth.kind, growth.base, growth.base_year, growth.horizon) == ("growth", 100.0, 2025, 2030)
    assert (income.kind, income.base, income.base_year, income.horizon) == ("level", 7000.0, 2024, 2030)
    assert growth.growth == 8.2 and growth.growth_told.endswith("for 2025: +8.2%")


def test_what_growth_says_nothing_of_is_no_prospect() -> None:
    """Shares, ranks, sums of several years, and aims of which less is better."""
    refused: list[Row] = [
        {"indicator": "urbanisation", "measure": "share", "period": "2030"},
        {"indicator": "competitiveness_rank", "measure": "rank", "unit": None, "period": "2030"},
        {"indicator": "exports", "measure": "level", "unit": "USD", "period": "2026/2030"},
        {"indicator": "poverty", "measure": "change", "period": "2026/2030"},
        {"period": "2026/2030", "comparator": "<="},
    ]
    rows = [cite(GROWTH | {"value": 8.0} | row, "later", "8%") for row in refused]
    assert not find_prospects(make_tables(rows, []))


levels = st.floats(1, 1e5, allow_nan=False)
AIM = Prospect("t", None, "n", "level", "a", "USD", 1.0, 1.0, False, None, 2025, "", 2030, 8.0, "")


@settings(max_examples=300, deadline=None, derandomize=True)
@given(levels, levels, st.integers(1, 40))
def test_the_growth_needed_leads_to_the_aim(base: float, goal: float, years: int) -> None:
    """Compounded over the years it gives just the level aimed at, and no growth gives the base."""
    aim = Prospect(**(dict(as_json(AIM)) | {"low": goal, "high": goal}))
    needed = project(aim, 0, base, 2025, 2025 + years).needed
    assert project(aim, needed, base, 2025, 2025 + years).value == pytest.approx(goal, rel=1e-6)
    assert project(aim, 0, base, 2025, 2025 + years).value == base


@settings(max_examples=200, deadline=None, derandomize=True)
@given(st.floats(-5, 20), st.floats(0.1, 20), st.integers(1, 40), st.booleans())
def test_growth_reaches_an_aim_of_growth_exactly_where_it_is_as_high(
    growth: float, aimed: float, years: int, strict: bool
) -> None:
    """Whatever the years, and only beyond it where more than the aim is asked."""
    aim = Prospect(**(dict(as_json(AIM)) | {"kind": "growth", "low": aimed, "high": aimed, "strict": strict}))
    reached = project(aim, growth, 100, 2025, 2025 + years).reached
    assert reached == (growth > aimed or (growth == aimed and not strict))


def test_an_aim_without_a_base_asks_for_one() -> None:
    """Nothing is reckoned from nothing, nor backwards."""
    assert say_prospect(AIM, 8, None, 2025, 2030).startswith("No document tells a level")
    assert say_prospect(AIM, 8, 100, 2030, 2030).startswith("The horizon has to lie after")
    assert say_need(AIM, None, 2025, 2030) == "n. No document tells what it starts from"


def test_assumptions_move_figure_and_words(tables: Tables) -> None:
    """Setting the state moves the controls, moving the controls sets the state; both tell what follows."""
    explorer = explore_prospects(tables)
    assert explorer.widget is not None
    income = next(one.aim_id for one in explorer.prospects if one.kind == "level")
    explorer.assumed = {"aim": income, "growth": 4.0}
    assert explorer.answer.startswith("At 4% a year, USD 7,000 in 2024 would become USD 8,857 in 2030.")
    assert "does not reach the aim" in explorer.answer
    explorer.assumed = {**explorer.assumed, "growth": 5.0}
    assert "That reaches the aim" in explorer.answer
    assert max(explorer.controls.figure.data[1].y) == pytest.approx(7000 * 1.05**6)
    with pytest.raises(traitlets.TraitError, match="no aim 'x'"):
        explorer.assumed = {"aim": "x"}


def test_without_aims_ahead_there_is_a_sentence() -> None:
    """No control is shown that could do nothing."""
    explorer = explore_prospects(Tables.from_rows({}))
    assert "press" not in explorer.answer and explorer.answer.startswith("No aim")
    assert explorer.draw().layout.annotations[0].text == explorer.answer


@pytest.mark.browser
def test_the_page_says_what_the_library_says(page: Page, corpus: Tables) -> None:
    """For every aim ahead, some growths, bases and years: the same words, to the letter."""
    asked: list[tuple[dict[str, Any], dict[str, Any]]] = [
        (dict(as_json(one)), {"growth": growth, "base": base, "base_year": one.base_year, "horizon": horizon})
        for one in find_prospects(corpus)
        for growth in (-2.5, 0.0, one.growth, 13.3)
        for base in (one.base, 1234567.0, None)
        for horizon in (one.horizon, one.horizon + 7)
    ]
    page.add_script_tag(content=SCRIPT.read_text(encoding="utf-8") + "; window.told = prospects;")
    script = "asked => asked.map(([aim, chosen]) => [told.say(aim, chosen), told.need(aim, chosen)])"
    said = page.evaluate(script, json.loads(json.dumps(asked)))
    for (aim, chosen), (words, need) in zip(asked, said, strict=True):
        one = Prospect(**aim)
        assert words == say_prospect(one, **chosen)
        assert need == say_need(one, chosen["base"], chosen["base_year"], chosen["horizon"])
