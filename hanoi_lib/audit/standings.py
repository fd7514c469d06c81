"""Where each aim stands now: of all its outcomes the one that counts.

Input: the tables. Output: a row for each aim with a number. A figure of the very period aimed at counts
before one on the way, that before one that cannot be compared, and the latest before all others of its kind.
Figures of other places never count.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pandas as pd

from hanoi_lib.spans import Span, parse_span
from hanoi_lib.store import Tables

# The verdicts by how much they settle, and in words.
RANKS = {"met": 4, "missed": 4, "on_course": 3, "off_course": 3, "not_comparable": 2, "no_evidence": 1}
VERDICTS = {
    "met": "met",
    "missed": "missed",
    "off_course": "off course",
    "on_course": "on course",
    "not_comparable": "not comparable",
    "no_evidence": "no evidence",
}


def build_standings(tables: Tables) -> pd.DataFrame:
    """Of each aim with a number the outcome that counts, in the order of the aims.

    >>> build_standings(Tables.from_rows({})).empty
    True
    """
    outcomes = tables.outcomes
    periods = dict(zip(tables.observations["observation_id"], tables.observations["period"], strict=True))
    documents = dict(
        zip(tables.observations["observation_id"], tables.observations["document_id"], strict=True)
    )
    told = dict(zip(tables.documents["document_id"], tables.documents["published"], strict=True))
    order = [
        _rank(row, periods.get(row["observation_id"]), told.get(documents.get(row["observation_id"])))
        for row in outcomes.to_dict("records")
    ]
    ranked = outcomes.assign(order=pd.Series(order, index=outcomes.index, dtype="object"))
    best = ranked.sort_values("order", kind="stable").drop_duplicates("target_id", keep="last")
    return best.drop(columns="order").sort_index().reset_index(drop=True)


def _rank(row: Mapping[Any, Any], period: object, told: object) -> tuple[int, date, date, str]:
    """What settles more, is of later, and was told later, stands higher."""
    elsewhere = row["obstacle"] is not pd.NA and row["obstacle"] == "area"
    rank = 0 if elsewhere else RANKS[row["verdict"]]
    return rank, _find_last(parse_span(period)), _find_last(parse_span(told)), str(row["outcome_id"])


def _find_last(span: Span | None) -> date:
    return span.last if span else date.min
