"""One indicator over all documents: what one line joins, what it keeps apart, and how it is asked for."""

from collections.abc import Callable
from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hanoi_lib.audit.series import COLUMNS, series
from hanoi_lib.errors import HanoiError
from hanoi_lib.store import Tables

Make = Callable[..., Tables]
FIGURE = {"indicator": "grdp", "label": "GRDP", "measure": "change", "area": "Hanoi", "period": "2024",
          "comparator": "=", "value": 7.0, "unit": "percent", "status": "reported", "start": 0, "end": 4,
          "exact": "7.0%"}  # fmt: skip


def make_tables(*figures: dict[str, Any]) -> Tables:
    """Tables of figures like FIGURE but for what is given; `told` is when their document was published."""
    rows = [FIGURE | {k: v for k, v in figure.items() if k != "told"} for figure in figures]
    days = {figure.get("told", "2025-01-05"): None for figure in figures}
    documents = [
        {"document_id": f"d{n}", "path": f"d{n}.txt", "published": day} for n, day in enumerate(days)
    ]
    places = {day: f"d{n}" for n, day in enumerate(days)}
    for n, (row, figure) in enumerate(zip(rows, figures, strict=True)):
        row |= {"observation_id": f"o{n}", "document_id": places[figure.get("told", "2025-01-05")]}
    return Tables.from_rows({"documents": documents, "observations": rows})


PERIODS = {
    "2024": "year",
    "2024-01/2024-06": "half year",
    "2024-01/2024-09": "nine months",
    "2024-04/2024-06": "quarter",
    "2024-01/2024-08": "eight months",
    "2024-05": "month",
    "2024-05-31": "day",
    "2021/2025": "five years",
    "2024~": "period open or roughly known",
    "2021/..": "period open or roughly known",
    "": "no period stated",
}


@pytest.mark.parametrize(("period", "length"), PERIODS.items(), ids=[p or "none" for p in PERIODS])
def test_periods_of_another_length_are_of_another_line(period: str, length: str) -> None:
    """Half a year, nine months, a year and a term are never joined."""
    found = series(make_tables({"period": period}, {"period": "2020-01/2020-11"}), "grdp")
    row = found[found["observation_id"] == "o0"].iloc[0]
    assert row["length"] == length
    assert found["line"].nunique() == 2 and row["line"].endswith(length)


@pytest.mark.parametrize(
    "other",
    [
        {"unit": "VND"},
        {"measure": "level"},
        {"area": "Hue"},
        {"area": None},
        {"label": "private GRDP"},
    ],
    ids=str,
)
def test_other_things_are_of_another_line(other: dict[str, Any]) -> None:
    """What differs in unit, measure, place or in the thing counted is no point of the same line."""
    assert series(make_tables({}, other), "grdp")["line"].nunique() == 2


def test_a_line_joins_what_is_told_alike() -> None:
    """The years of one place are one line in the order of time, whatever the label says beside the series."""
    told = [{"period": "2024"}, {"period": "2022", "label": "growth"}, {"period": "2023", "label": "economy"}]
    found = series(make_tables(*told), "grdp", "Hanoi")
    assert list(found["line"].unique()) == ["GRDP, growth, Hanoi, percent, year"]
    assert list(found["to"]) == ["2022-12-31", "2023-12-31", "2024-12-31"]


def test_a_revision_keeps_what_it_revises() -> None:
    """Told 7.0, then 7.0 again, then 7.2: three rows, one revision, and the last of them counts."""
    told = [("2025-01-05", 7.0), ("2025-02-05", 7.0), ("2025-03-05", 7.2)]
    found = series(make_tables(*({"told": day, "value": value} for day, value in told)), "grdp")
    assert list(found["value"]) == [7.0, 7.0, 7.2]
    assert list(found["revision"]) == [0, 0, 1]
    assert list(found["latest"]) == [False, False, True]


def test_two_figures_of_one_document_revise_nothing() -> None:
    """A text that tells two figures for a year leaves it open which one holds."""
    found = series(make_tables({"value": 6.3}, {"value": 7.3}), "grdp")
    assert list(found["revision"]) == [0, 0] and all(found["latest"])


def test_figures_of_no_stated_period_revise_nothing() -> None:
    """Nobody knows that they are of the same time, nor where in time they stand."""
    told: list[dict[str, Any]] = [
        {"period": None, "value": 1.0},
        {"period": None, "value": 2.0, "told": "2026-01-05"},
        {},
    ]
    found = series(make_tables(*told), "grdp")
    assert all(found["latest"])
    assert list(found["to"].isna()) == list(found["length"] == "no period stated")


def test_every_figure_of_every_indicator_is_in_its_series_with_its_citation(corpus: Tables) -> None:
    """No figure is lost or told twice, and each cites what the observation cites."""
    observations = corpus.observations[corpus.observations["indicator"].notna()]
    cited = ["document_id", "start", "end", "exact", "value", "period"]
    for indicator, rows in observations.groupby("indicator"):
        found = series(corpus, str(indicator)).set_index("observation_id")
        assert list(series(corpus, str(indicator)).columns) == list(COLUMNS)
        pd.testing.assert_frame_equal(
            found[cited].sort_index(), rows.set_index("observation_id")[cited].sort_index()
        )


@settings(max_examples=100, deadline=None, derandomize=True)
@given(st.permutations([("2024", 1.0, "2025-01-05"), ("2023", 2.0, "2025-01-05"), ("2024", 3.0, "2026-01-05"),
                        ("2024-01/2024-06", 4.0, "2026-01-05")]))  # fmt: skip
def test_the_order_of_reading_does_not_matter(told: list[tuple[str, float, str]]) -> None:
    """The same figures in any order give the same series."""
    found = series(make_tables(*({"period": p, "value": v, "told": t} for p, v, t in told)), "grdp")
    assert list(zip(found["value"], found["revision"], strict=True)) == [
        (4.0, 0),
        (2.0, 0),
        (1.0, 0),
        (3.0, 1),
    ]


def test_what_is_not_there_is_said_with_what_is() -> None:
    """A code or a place without figures is refused, naming those that have some."""
    tables = make_tables({}, {"indicator": "fdi", "label": "FDI", "area": "Hue"})
    with pytest.raises(HanoiError, match=r"no figure of 'grpd' was reported. There are fdi and grdp."):
        series(tables, "grpd")
    with pytest.raises(HanoiError, match=r"for 'Hue'. There are figures of Hanoi."):
        series(tables, "grdp", "Hue")
    with pytest.raises(HanoiError, match="report no figure at all"):
        series(Tables.from_rows({}), "grdp")


def test_columns_say_what_they_hold() -> None:
    """Every column of a series is explained."""
    assert all(meaning for meaning in COLUMNS.values())
    assert len(set(COLUMNS.values())) == len(COLUMNS)
