"""Derived figures: what follows from what was read, never more exact than it, and with all that went in."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hanoi_lib.audit.derived import build_derived
from hanoi_lib.documents import Document
from hanoi_lib.pipeline import build, read_statements
from hanoi_lib.store import Tables
from hanoi_lib.wording import is_missing

ROOT = Path(__file__).parent.parent
Row = dict[str, Any]
proves = settings(derandomize=True, max_examples=100, deadline=None)
PUBLISHED = {"d": "2025-07-01"}


def derive(*figures: Row) -> list[Row]:
    """What follows from some figures; those with `target_id` are aimed at."""
    rows = [dict(row) for row in figures]
    aims = [row for row in rows if "target_id" in row]
    reported = [row for row in rows if "target_id" not in row]
    return build_derived({"observations": reported, "targets": aims, "passages": []}, PUBLISHED)


def make_figure(exact: str, value: float, unit: str, **columns: object) -> Row:
    """A reported figure on exports of Hanoi in 2023, where nothing else is said."""
    row: Row = {"indicator": "exports", "measure": "level", "area": "Hanoi", "period": "2023", "unit": unit}
    row |= {
        "value": value,
        "comparator": "=",
        "exact": exact,
        "document_id": "d",
        "label": "exports",
        "start": 0,
    }
    row |= columns
    return row | {"end": row["start"] + len(exact), "observation_id": f"d/{row['start']}"}


def make_aim(exact: str, value: float, unit: str, **columns: object) -> Row:
    """The same as an aim."""
    return make_figure(exact, value, unit, **columns) | {"target_id": "d/aim", "observation_id": None}


def read_derived(*sentences: str) -> list[Row]:
    """What follows from what sentences of one document say."""
    text = "HANOI, July 1, 2025 — " + " ".join(sentences)
    rows = read_statements(Document("d", "d.txt", text, "")).rows
    return build_derived(rows, PUBLISHED)


# the plan behind a part of it


def test_the_plan_behind_its_part_has_the_range_that_rounding_leaves() -> None:
    """60% of a plan is 59.5 to 60.5% of it; the plan is the year's where the text says so."""
    (row,) = read_derived(
        "Budget revenue reached VND300 trillion, or 60% of the annual target, in the first half of 2025."
    )
    assert (row["kind"], row["period"], row["unit"]) == ("plan", "2025", "VND")
    assert (row["value"], row["comparator"], row["formula"]) == (500e12, "~", "VND 300 trillion ÷ 60%")
    assert (row["low"], row["high"]) == (pytest.approx(495e12, rel=1e-3), pytest.approx(505.1e12, rel=1e-3))
    assert len(row["inputs"]) == 2


def test_over_so_much_gives_a_plan_of_at_least_so_much() -> None:
    """An open end stays open."""
    (row,) = read_derived("In 2024, budget revenue reached over VND300 trillion, or 60% of the plan.")
    assert (row["comparator"], row["high"], row["period"]) == (">=", None, None)


def test_two_parts_of_one_amount_are_of_two_plans() -> None:
    """What was paid out was more than the state had assigned and less than the city had planned."""
    derived = build(ROOT / "tests" / "practice" / "documents").derived
    plans = derived[derived["inputs"].map(lambda ids: ids[0].endswith("/1085-1099"))]
    assert sorted(plans["formula"]) == ["VND 89 trillion ÷ 106.8%", "VND 89 trillion ÷ 86.2%"]
    assert set(plans["comparator"]) == {">="}


@pytest.mark.parametrize(
    "sentence",
    [
        "In 2024, budget revenue exceeded the estimate by 8%, at VND333 trillion.",
        "In 2024, budget revenue was VND333 trillion, 8% higher than the estimate.",
    ],
)
def test_by_how_much_a_plan_was_exceeded_is_no_part_of_it(sentence: str) -> None:
    """8% above a plan is not 8% of it."""
    assert [row for row in read_derived(sentence) if row["kind"] == "plan"] == []


@proves
@given(st.integers(50, 900), st.integers(2, 150))
def test_the_true_plan_lies_in_the_range(plan: int, percent: int) -> None:
    """Whatever was planned, rounding its part and the percentage does not lead past it."""
    reached = round(plan * percent / 100 + 0.03, 1)
    told = round(reached / plan * 100)
    amount = make_figure(f"{reached} trillion", reached * 1e12, "VND", indicator="budget_revenue")
    part = make_figure(f"{told}%", told, "percent", indicator="budget_revenue", measure="of_target", start=40)
    rows = [row for row in derive(amount, part) if row["kind"] == "plan"]
    for row in rows:
        assert (row["low"] or 0) <= plan * 1e12 <= (row["high"] or float("inf"))
    assert len(rows) == (told > 0)


# rates of exchange, levels before and after


def test_an_amount_in_two_currencies_has_a_rate() -> None:
    """So many dong for a dollar, when the document appeared."""
    pair = {"equivalent_value": 2e9, "equivalent_unit": "USD"}
    (row,) = derive(make_figure("VND51 trillion (US$2 billion)", 51e12, "VND", period=None, **pair))
    assert (row["kind"], row["value"], row["unit"]) == ("exchange_rate", 25500, "VND/USD")
    assert row["low"] < 25500 < row["high"] and row["period"] == "2025-07-01"


def test_a_level_and_its_growth_give_the_level_before() -> None:
    """In percent, in points of a share, in the unit itself."""
    (row,) = derive(
        make_figure("$11 billion", 11e9, "USD"), make_figure("10%", 10, "percent", measure="change", start=20)
    )
    assert (row["kind"], row["period"], row["value"]) == ("earlier_level", "2022", 10e9)
    assert row["formula"] == "USD 11 billion ÷ (1 + 10%)"
    share = {"indicator": "poverty", "measure": "share"}
    points = {"indicator": "poverty", "measure": "change", "start": 20}
    (row,) = derive(
        make_figure("1.2%", 1.2, "percent", **share),
        make_figure("0.4 points", -0.4, "percentage_point", **points),
    )
    assert (row["value"], row["low"], row["high"]) == (1.6, 1.5, 1.7)
    (row,) = derive(
        make_figure("VND86 million", 86e6, "VND", indicator="grdp_per_capita"),
        make_figure("VND10 million", 10e6, "VND", indicator="grdp_per_capita", measure="change", start=20),
    )
    assert (row["value"], row["low"], row["high"]) == (76e6, 75e6, 77e6)


@pytest.mark.parametrize(
    "columns",
    [{"indicator": "grdp"}, {"period": "2023-10"}, {"period": None}, {"period": "2021/2025"}],
    ids=str,
)
def test_growth_that_says_nothing_of_a_year_before_gives_no_level(columns: Row) -> None:
    """Growth at constant prices, of a month, of no known period, over a term."""
    level = make_figure("$11 billion", 11e9, "USD", **columns)
    assert derive(level, make_figure("10%", 10, "percent", **columns, measure="change", start=20)) == []


def test_two_growths_of_one_level_give_none_before() -> None:
    """Against the month before or the year before: which, the table does not say."""
    changes = [make_figure(f"{n}%", n, "percent", measure="change", start=20 * n) for n in (4, 7)]
    assert derive(make_figure("$11 billion", 11e9, "USD"), *changes) == []


@proves
@given(st.integers(10, 9999), st.integers(-60, 300))
def test_the_true_level_before_lies_in_the_range(before: int, percent: int) -> None:
    """Whatever it was, rounding the level after it does not lead past it."""
    after = round(before * (1 + percent / 100), 1)
    growth = make_figure(f"{percent}%", percent, "percent", measure="change", start=20)
    (row,) = derive(make_figure(f"${after} million", after * 1e6, "USD"), growth)
    assert row["low"] <= before * 1e6 <= row["high"]


def test_an_aimed_growth_gives_a_level_where_the_year_before_is_known() -> None:
    """Exports of 2023 and growth aimed at for 2024."""
    growth = {"measure": "change", "period": "2024"}
    base, aim = make_figure("$10 billion", 10e9, "USD"), make_aim("5-6%", 5, "percent", value_max=6, **growth)
    (row,) = derive(base, aim)
    assert (row["kind"], row["period"], row["value"], row["unit"]) == ("later_level", "2024", 10.5e9, "USD")
    assert row["low"] <= 9.5e9 * 1.045 and row["high"] >= 10.5e9 * 1.065
    assert derive(base | {"period": "2021"}, aim) == [], "another year's level is no base"


# the growth that an aim needs


def test_needed_growth_compounds_from_the_last_level_to_the_aim() -> None:
    """Twice as much in five years takes 14.9% a year; the earlier of two levels is not asked."""
    base, aim = (
        make_figure("$10.0 billion", 10e9, "USD"),
        make_aim("$20.0 billion", 20e9, "USD", period="2028"),
    )
    (row,) = derive(make_figure("$9 billion", 9e9, "USD", period="2020", start=60), base, aim)
    assert (row["kind"], row["measure"], row["unit"]) == ("needed_growth", "change", "percent")
    assert (row["period"], row["value"]) == ("2024/2028", 14.87)
    assert row["formula"] == "(USD 20 billion ÷ USD 10 billion)^(1/5) − 1"


def test_a_share_needs_points() -> None:
    """From 20% to 30% in five years are two points a year."""
    share = {"indicator": "digital_economy", "measure": "share"}
    (row,) = derive(
        make_figure("20%", 20, "percent", **share), make_aim("30%", 30, "percent", period="2028", **share)
    )
    assert (row["value"], row["unit"], row["low"], row["high"]) == (2.0, "percentage_point", 1.8, 2.2)


@pytest.mark.parametrize(
    "columns",
    [
        {"period": "2023"},
        {"period": "2026/2030"},
        {"unit": "VND"},
        {"area": "Hue"},
        {"period": None},
        {"measure": "rank"},
    ],
    ids=str,
)
def test_aims_that_no_level_leads_to_need_no_growth(columns: Row) -> None:
    """Not later, over a term, in another unit, of another place, without a year, of another measure."""
    aim = make_aim("$20 billion", 20e9, "USD") | {"period": "2028"} | columns
    assert derive(make_figure("$10 billion", 10e9, "USD"), aim) == []


def test_half_a_year_is_no_base_for_a_year() -> None:
    """What flows in over a period is not compared with what is to flow in over another."""
    half = make_figure("$5 billion", 5e9, "USD", period="2023-01/2023-06")
    assert derive(half, make_aim("$20 billion", 20e9, "USD", period="2028")) == []


@proves
@given(st.integers(11, 999), st.integers(-20, 40), st.integers(1, 20))
def test_growing_as_needed_reaches_the_aim(base: int, percent: int, years: int) -> None:
    """The growth that leads from one level to the other lies in the range reckoned from both as rounded."""
    aim = round(base * (1 + percent / 100) ** years, 1)
    if aim <= 0.1:
        return
    level = make_figure(f"${base} million", base * 1e6, "USD")
    wanted = make_aim(f"${aim} million", aim * 1e6, "USD", period=str(2023 + years))
    (row,) = derive(level, wanted)
    true = ((aim / base) ** (1 / years) - 1) * 100
    assert row["low"] - 1e-6 <= true <= row["high"] + 1e-6


# all of them


def test_derived_figures_tell_their_inputs_and_stay_in_their_range(corpus: Tables) -> None:
    """Every input is a row that was read; value and range agree; nothing has the id of what was read."""
    known = {*corpus.observations["observation_id"], *corpus.targets["target_id"]}
    for row in corpus.derived.to_dict("records"):
        assert row["inputs"] and set(row["inputs"]) <= known
        low, high = (None if is_missing(row[end]) else float(row[end]) for end in ("low", "high"))
        assert low is not None or high is not None
        assert row["derived_id"] not in known
        slack = abs(row["value"]) * 1e-3  # value and ends are each rounded to a few digits
        assert low is None or low - slack <= row["value"]
        assert high is None or row["value"] <= high + slack
