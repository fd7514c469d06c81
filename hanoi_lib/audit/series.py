"""One indicator over all documents: every reported figure of it, apart where it is not the same thing.

Input: the tables, the code of an indicator, and the name of a place. Output: a tidy DataFrame, a row for each
telling. Figures of half a year, nine months, a year and a term are of different lines, and so are those in
other units and of other places or parts; a figure told anew is a revision of the one before, and stays.
Refuses to join, to convert and to fill anything in.
"""

from datetime import date, timedelta
from itertools import groupby
from typing import Any

import pandas as pd

from hanoi_lib.audit.kinds import find_thing
from hanoi_lib.audit.names import say_series
from hanoi_lib.audit.readings import Reading, parse_reading
from hanoi_lib.errors import HanoiError
from hanoi_lib.store import Tables
from hanoi_lib.wording import capitalise, say_count, say_list

# Each column with what it means; docs read it from here.
COLUMNS = {
    "line": "figures that one line may join: same measure, unit, area, length of period and thing counted",
    "indicator": "code of the series",
    "measure": "level, change, share, rank or of_target",
    "unit": "ISO 4217, SI, percent, percentage_point, count or times; missing for a rank",
    "area": "the place it is about",
    "label": "what is counted or measured, in the document's words",
    "length": "length of the period: day, month, quarter, half year, nine months, year, five years...",
    "period": "when the figure holds, EDTF; missing where the text names no period",
    "from": "first day of the period, ISO; missing where it is not known for sure",
    "to": "last day of the period, ISO; missing where it is not known for sure",
    "comparator": "how the figure stands to the value",
    "value": "the figure, or the lower end of a range",
    "value_max": "the upper end of a range; missing where there is none",
    "status": "reported, estimated or provisional",
    "published": "when its document was published, EDTF",
    "revision": "how often earlier documents had told the period otherwise; 0 for the first telling",
    "latest": "whether no later document tells the same period of the line otherwise",
    "observation_id": "the row of observations that it is",
    "document_id": "the document that says so",
    "start": "where the cited words begin",
    "end": "where they end",
    "exact": "the cited words",
}
LENGTHS = {1: "month", 3: "quarter", 6: "half year", 9: "nine months", 12: "year"}


def series(tables: Tables, indicator: str, area: str | None = None) -> pd.DataFrame:
    """Every reported figure of an indicator, of one area or of all, line by line in the order of time.

    `indicator` is a code such as `grdp`. The columns are those of `hanoi_lib.audit.series.COLUMNS`; `line`
    says which rows one line may join, `revision` and `latest` which figure of a period was told last. Figures
    of no stated period are a line of their own, which joins nothing.

    Raises:
        HanoiError: no figure of that indicator or area was reported; it names those there are.

    >>> rows = {"documents": [{"document_id": "d", "path": "d.txt", "published": "2025-07-02"}],
    ...         "observations": [{"observation_id": "d/0-4", "indicator": "grdp", "label": "GRDP",
    ...                           "measure": "change", "area": "Hanoi", "period": "2025-01/2025-06",
    ...                           "comparator": "=", "value": 7.6, "unit": "percent", "status": "reported",
    ...                           "document_id": "d", "start": 0, "end": 4, "exact": "7.6%"}]}
    >>> found = series(Tables.from_rows(rows), "grdp", "Hanoi")
    >>> list(zip(found["line"], found["to"], found["value"].tolist()))
    [('GRDP, growth, Hanoi, percent, half year', '2025-06-30', 7.6)]
    """
    rows = _select(tables.observations, indicator, area)
    published = dict(zip(tables.documents["document_id"], tables.documents["published"], strict=True))
    records = [{str(name): value for name, value in row.items()} for row in rows.to_dict("records")]
    told = [(parse_reading(row, "observation_id", published), row) for row in records]
    told.sort(key=lambda one: _order(one[0]))
    built: list[dict[str, Any]] = []
    for _, group in groupby(told, key=lambda one: (_name_line(one[0]), one[0].period)):
        built += _build_tellings(list(group), published)
    frame = pd.DataFrame(built, columns=list(COLUMNS))
    dtypes = {name: rows[name].dtype for name in COLUMNS if name in rows.columns}
    words = dict.fromkeys(("line", "length", "from", "to", "published"), "string")
    return frame.astype(dtypes | words | {"revision": "Int64", "latest": "boolean"})


def _select(observations: pd.DataFrame, indicator: str, area: str | None) -> pd.DataFrame:
    """The rows of an indicator and an area with a value; an error that names what there is, if none."""
    known = observations[observations["indicator"].notna() & observations["value"].notna()]
    rows = known[known["indicator"] == indicator]
    if rows.empty:
        there = sorted(set(known["indicator"]))
        remedy = f"There are {say_list(there)}." if there else "The documents report no figure at all."
        raise HanoiError(f"no figure of {indicator!r} was reported", remedy)
    if area is None:
        return rows
    of_area = rows[rows["area"] == area]
    if of_area.empty:
        there = sorted(set(rows["area"].dropna()))
        remedy = f"There are figures of {say_list(there)}." if there else "No figure of it names a place."
        raise HanoiError(f"no figure of {indicator!r} was reported for {area!r}", remedy)
    return of_area


def _order(reading: Reading) -> tuple[Any, ...]:
    """By line, by time, and within a period in the order of telling; what has no date stands last."""
    days = reading.days or (date.max, date.max)
    told = reading.published.end if reading.published and reading.published.end else date.max
    return (_name_line(reading), days[1], days[0], reading.period, told, reading.row_id)


def _name_line(reading: Reading) -> str:
    """What the figures of one line have in common, in words."""
    parts = [say_series(reading.indicator, reading.measure), find_thing(reading.indicator, reading.label)]
    parts += [reading.area or "no place named", reading.unit, say_length(reading)]
    return ", ".join(part for part in parts if part)


def say_length(reading: Reading) -> str:
    """The length of a reading's period in words, so that like is joined with like."""
    if reading.days is None:
        return "period open or roughly known" if reading.period else "no period stated"
    first, last = reading.days
    if first == last:
        return "day"
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    if first.day != 1 or (last + timedelta(days=1)).day != 1:
        return "days"
    if months % 12 == 0 and months > 12:
        return f"{say_count(months // 12, 'year')}"
    return LENGTHS.get(months, say_count(months, "month"))


def _build_tellings(
    told: list[tuple[Reading, dict[str, Any]]], published: dict[str, object]
) -> list[dict[str, Any]]:
    """The tellings of one period of one line.

    The same number told again is no revision, and two numbers of one document are two, none the other's.
    """
    rows: list[dict[str, Any]] = []
    revision, before = 0, set[tuple[str, float, float]]()
    for _, group in groupby(told, key=lambda one: one[0].document_id):
        tellings = list(group)
        numbers = {(one.comparator, one.value, one.value_max) for one, _ in tellings}
        revision += bool(before) and numbers != before
        before = numbers
        rows += [_build_row(one, row, published) | {"revision": revision} for one, row in tellings]
    stated = bool(told[0][0].period)
    return [row | {"latest": row["revision"] == revision or not stated} for row in rows]


def _build_row(reading: Reading, row: dict[str, Any], published: dict[str, object]) -> dict[str, Any]:
    first, last = (day.isoformat() for day in reading.days) if reading.days else (None, None)
    return (
        {name: row.get(name) for name in COLUMNS}
        | {"line": capitalise(_name_line(reading)), "length": say_length(reading)}
        | {"from": first, "to": last, "published": published.get(reading.document_id)}
    )
