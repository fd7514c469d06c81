"""Checks over tables: currencies, bounds, revisions, growth, declared items; no false alarm."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hanoi_lib.audit.checks import build_checks, check_programmes
from hanoi_lib.audit.currencies import check_rates, find_rates
from hanoi_lib.audit.limits import check_limits
from hanoi_lib.audit.revisions import check_growth, check_revisions
from hanoi_lib.pipeline import build
from hanoi_lib.store import Tables

ROOT = Path(__file__).parent.parent
PUBLISHED = {"early": "2024-01-10", "late": "2025-02-20", "undated": None}
proves = settings(derandomize=True, max_examples=100)
Row = dict[str, Any]


def make_figure(exact: str, value: float, unit: str = "USD", **columns: object) -> Row:
    """A reported figure on exports of Hanoi in 2023, where nothing else is said."""
    row: Row = {"indicator": "exports", "measure": "level", "area": "Hanoi", "period": "2023", "unit": unit}
    row |= {"value": value, "comparator": "=", "exact": exact, "document_id": "early", "label": "exports"}
    row |= columns
    row.setdefault("start", sum(map(ord, exact)) % 9000)
    return row | {"end": row["start"] + len(exact), "observation_id": f"{row['document_id']}/{row['start']}"}


def make_pair(trillions: float, billions: float, **columns: object) -> Row:
    """An amount in two currencies."""
    exact = f"VND{trillions:g} trillion (US${billions:g} billion)"
    equivalent = {"equivalent_value": billions * 1e9, "equivalent_unit": "USD"}
    return make_figure(exact, trillions * 1e12, "VND", **equivalent, **columns)


def tell(checks: Any) -> list[tuple[str, str]]:  # noqa: ANN401 - any iterable of rows
    """Kind and verdict of each."""
    return [(row["kind"], row["verdict"]) for row in checks]


# currencies


def test_two_pairs_of_a_year_are_held_against_each_other() -> None:
    """One row for the two of them, citing both."""
    agree = find_rates([make_pair(370, 14.2), make_pair(116, 4.4)], PUBLISHED)
    apart = find_rates([make_pair(370, 14.2), make_pair(116, 5.4)], PUBLISHED)
    assert tell(check_rates(agree)) == [("currency pair", "holds")]
    found = list(check_rates(apart))
    assert tell(found) == [("currency pair", "differs")]
    assert len(found[0]["citations"]) == 2


def test_one_wrong_pair_does_not_make_the_others_wrong() -> None:
    """Each is held against the middle of the others."""
    pairs = [make_pair(t, b) for t, b in ((24.1, 1), (48.3, 2), (72.2, 3), (96, 8))]
    verdicts = {
        row["citations"][0]["exact"]: row["verdict"] for row in check_rates(find_rates(pairs, PUBLISHED))
    }
    assert [exact for exact, verdict in verdicts.items() if verdict == "differs"] == [pairs[3]["exact"]]


@pytest.mark.parametrize(
    "columns", [{"document_id": "late"}, {"document_id": "undated"}, {"period": "2015"}], ids=str
)
def test_pairs_of_other_years_are_not_compared(columns: Row) -> None:
    """Another year, no year, or an amount of long ago that may have been converted then."""
    assert not list(check_rates(find_rates([make_pair(370, 14.2), make_pair(16, 1, **columns)], PUBLISHED)))


@proves
@given(st.integers(100, 999), st.floats(21000, 27000), st.floats(-0.02, 0.02))
def test_what_was_converted_at_nearly_one_rate_holds(trillions: int, rate: float, drift: float) -> None:
    """Whoever converts at about the rate of the year and rounds makes no difference."""
    pairs = [
        make_pair(trillions, round(trillions * 1e3 / rate, 1)),
        make_pair(2 * trillions, round(2 * trillions * 1e3 / (rate * (1 + drift)), 1)),
    ]
    assert tell(check_rates(find_rates(pairs, PUBLISHED))) == [("currency pair", "holds")]


# bounds


def test_a_rate_of_a_whole_above_100_differs() -> None:
    """Of what is known for a rate; a ratio of two amounts may be above 100."""
    share = {"measure": "share", "unit": "percent"}
    assert tell(check_limits([make_figure("104%", 104, indicator="health_insurance", **share)])) == [
        ("rate above 100", "differs")
    ]
    assert not list(check_limits([make_figure("100%", 100, indicator="health_insurance", **share)]))
    assert not list(check_limits([make_figure("120%", 120, indicator=None, **share)]))


@pytest.mark.parametrize(("part", "verdict"), [(4.7e6, "holds"), (23e6, "differs")])
def test_a_part_is_no_more_than_its_whole(part: float, verdict: str) -> None:
    """Guests from abroad are guests."""
    rows = [
        make_figure("21.5 million", 21.5e6, "count", indicator="tourist_arrivals"),
        make_figure(f"{part / 1e6:g} million", part, "count", indicator="international_arrivals"),
    ]
    assert tell(check_limits(rows)) == [("part of a whole", verdict)]


def test_parts_and_wholes_of_other_periods_and_documents_are_not_compared() -> None:
    """Nor is a whole that the document tells twice."""
    whole = make_figure("21.5 million", 21.5e6, "count", indicator="tourist_arrivals")
    part = make_figure("23 million", 23e6, "count", indicator="international_arrivals")
    twice = [whole, whole | {"value": 22e6, "start": 9500}, part]
    for rows in ([whole, part | {"period": "2022"}], [whole, part | {"document_id": "late"}], twice):
        assert not list(check_limits(rows))


def test_exports_and_imports_make_trade() -> None:
    """Within the rounding of the three."""
    rows = [
        make_figure("$16.7 billion", 16.7e9),
        make_figure("$37.7 billion", 37.7e9, indicator="imports"),
        make_figure("$54.5 billion", 54.5e9, indicator="trade"),
    ]
    assert ("sum", "holds") in tell(check_limits(rows))
    rows[2] = make_figure("$58.5 billion", 58.5e9, indicator="trade")
    assert ("sum", "differs") in tell(check_limits(rows))


@pytest.mark.parametrize(("services", "verdict"), [(64, "holds"), (79, "differs")])
def test_sectors_are_at_most_the_economy(services: float, verdict: str) -> None:
    """What is missing from 100% are taxes; more than 100% cannot be."""
    shares = {"services": services, "industry_and_construction": 23.5, "agriculture": 1.5}
    rows = [
        make_figure(f"{value:g}%", value, "percent", indicator=code, measure="share")
        for code, value in shares.items()
    ]
    assert tell(check_limits(rows)) == [("shares of a whole", verdict)]


# the same figure twice, growth


def test_a_figure_told_twice_holds_or_was_revised_with_both_dates() -> None:
    """The statement gives what each document says and when."""
    first = make_figure("$16.7 billion", 16.7e9)
    same = make_figure("16.72 billion", 16.72e9, document_id="late")
    other = make_figure("$17.1 billion", 17.1e9, document_id="late")
    assert tell(check_revisions([first, same], PUBLISHED)) == [("same figure twice", "holds")]
    (found,) = check_revisions([other, first], PUBLISHED)
    assert found["verdict"] == "differs"
    assert found["statement"] == (
        "exports of Hanoi, 2023: USD 16.7 billion (10 January 2024), USD 17.1 billion (20 February 2025)"
    )


@pytest.mark.parametrize(
    "columns",
    [{"period": "2022"}, {"area": "Vietnam"}, {"unit": "VND"}, {"measure": "of_target"}, {"period": None}],
    ids=str,
)
def test_figures_that_are_not_the_same_are_not_compared(columns: Row) -> None:
    """Another period, place or unit, a part of one of several plans, no period at all."""
    rows = [
        make_figure("$16.7 billion", 16.7e9),
        make_figure("$9 billion", 9e9, document_id="late", **columns),
    ]
    assert not list(check_revisions(rows, PUBLISHED))


def test_a_forecast_is_not_a_telling() -> None:
    """What a document of January says of the whole year is no result that a later one revises."""
    early = make_figure("$20 billion", 20e9, period="2024")
    late = make_figure("$19 billion", 19e9, period="2024", document_id="late")
    assert not list(check_revisions([early, late], PUBLISHED))


@pytest.mark.parametrize(("base", "verdict"), [(14.2e9, "holds"), (13.1e9, "ambiguous")])
def test_growth_is_held_against_the_year_before(base: float, verdict: str) -> None:
    """Where they do not fit, one of three figures was revised: which, nobody says."""
    rows = [
        make_figure("$16.7 billion", 16.7e9),
        make_figure("17.6%", 17.6, "percent", measure="change"),
        make_figure(f"${base / 1e9} billion", base, period="2022"),
    ]
    assert tell(check_growth(rows)) == [("growth", verdict)]
    real = [row | {"indicator": "grdp"} for row in rows]
    assert not list(check_growth(real)), "growth at constant prices says nothing about amounts"


@proves
@given(st.integers(10, 9999), st.integers(-60, 300))
def test_growth_reckoned_from_two_levels_always_holds(before: int, percent: int) -> None:
    """However the level after a growth is rounded, the level before agrees with it."""
    after = round(before * (1 + percent / 100), 1)
    rows = [
        make_figure(f"${after} million", after * 1e6),
        make_figure(f"{percent}%", percent, "percent", measure="change"),
        make_figure(f"${before} million", before * 1e6, period="2022"),
    ]
    assert tell(check_growth(rows)) == [("growth", "holds")]


# declared items, and everything together


@pytest.mark.parametrize(
    ("declared", "listed", "verdicts"),
    [(3, 3, ["holds"]), (12, 0, ["ambiguous"]), (5, 3, ["ambiguous"]), (3, 4, ["differs"]), (None, 4, [])],
)
def test_declared_items_are_held_against_those_listed(
    declared: int | None, listed: int, verdicts: list[str]
) -> None:
    """A text may leave out items, but not list more than it declares."""
    row = {"label": "key tasks", "declared_items": declared, "listed_items": listed}
    found = check_programmes([row | make_figure("key tasks", 0)])
    assert [check["verdict"] for check in found] == verdicts


def test_no_text_of_the_project_gives_a_false_alarm(corpus: Tables) -> None:
    """Every difference was looked at: a revised figure, or a rate of another time."""
    rates = {
        "VND16.3 trillion ($700 million)",  # of 2020, when works were planned that 2025 reports
        "VND241.7 trillion (US$9.86 billion)",  # 6% above that of four days before: the dong fell in 2022
    }
    differing = corpus.checks[corpus.checks["verdict"] == "differs"]
    for kind, cited in zip(differing["kind"], differing["citations"], strict=True):
        assert kind == "same figure twice" or cited[0]["exact"] in rates
        assert len({citation["document_id"] for citation in cited}) == 2


def test_every_check_cites_the_words_it_tested(corpus: Tables) -> None:
    """All citations of all checks stand in their documents; each check has an id of its own."""
    cited = [citation for citations in corpus.checks["citations"] for citation in citations]
    for one in cited:
        assert corpus.documents_text(one["document_id"])[one["start"] : one["end"]] == one["exact"]
    assert corpus.checks["citations"].map(len).min() >= 1
    assert not corpus.checks["check_id"].duplicated().any()


def test_checks_are_the_same_in_any_order_of_documents() -> None:
    """Which document is read first changes no check."""
    names = ("attestations", "posts", "persons", "organizations", "targets", "programmes")
    rows: dict[str, list[Row]] = {name: [] for name in names}
    figures = [
        make_pair(370, 14.2),
        make_pair(116, 5.4),
        make_figure("$17.1 billion", 17.1e9, document_id="late"),
    ]
    one, other = (
        {row["check_id"].split("/")[0] for row in build_checks({**rows, "observations": order}, PUBLISHED)}
        for order in (figures, figures[::-1])
    )
    assert one == other == {"currency-pair"}


def test_practice_texts_hold() -> None:
    """A Friday that was one, sectors that are no more than the economy, a rate that two amounts share."""
    checks = build(ROOT / "tests" / "practice" / "documents").checks
    told = set(zip(checks["kind"], checks["verdict"], strict=True))
    assert {("weekday", "holds"), ("shares of a whole", "holds"), ("currency pair", "holds")} <= told
    assert {verdict for _, verdict in told} == {"holds", "ambiguous"}


def test_the_interview_is_read_as_its_arithmetic_asks() -> None:
    """Four of 16 are 25%; "8% higher" of a share can be meant in two ways."""
    checks = build(ROOT / "data" / "documents").checks
    shares = checks[checks["kind"].isin(["share", "percent or points"])]
    assert sorted(zip(shares["kind"], shares["verdict"], strict=True)) == [
        ("percent or points", "ambiguous"),
        ("share", "holds"),
    ]
