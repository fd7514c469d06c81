"""One aim or one reported figure with its dates as days: what outcomes and series are made from.

Input: rows of targets and observations, and when each document was published. Output: `Reading`s. A date that
a text leaves open stays open: whether one reading is later than another is only answered where it is sure.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from hanoi_lib.spans import Span, parse_span
from hanoi_lib.wording import is_missing, say, say_date, say_figure


@dataclass(frozen=True, slots=True)
class Reading:
    """A figure as a document tells it; `published` is its document's date.

    `span` is what its period allows; `days` its first and last day, where both are known for sure.
    """

    row_id: str
    document_id: str
    indicator: str
    label: str
    measure: str
    area: str
    period: str
    comparator: str
    value: float
    value_max: float
    unit: str
    equivalents: tuple[tuple[str, float], ...]
    estimated: bool
    span: Span | None
    days: tuple[date, date] | None
    published: Span | None

    @property
    def figure(self) -> str:
        """The figure in words: at least 8%."""
        row = {"measure": self.measure, "comparator": self.comparator, "unit": self.unit}
        return say_figure(row | {"value": self.value, "value_max": self.value_max})

    @property
    def when(self) -> str:
        """The period in words; empty where the text names none."""
        return say_date(self.period)


def read_targets(rows: Iterable[Mapping[str, Any]], published: Mapping[str, object]) -> list[Reading]:
    """The aims with a number, in the order of their ids."""
    return _read(rows, "target_id", published)


def read_observations(rows: Iterable[Mapping[str, Any]], published: Mapping[str, object]) -> list[Reading]:
    """The reported figures, in the order of their ids."""
    return _read(rows, "observation_id", published)


def _read(rows: Iterable[Mapping[str, Any]], key: str, published: Mapping[str, object]) -> list[Reading]:
    found = [parse_reading(row, key, published) for row in rows if not is_missing(row.get("value"))]
    return sorted(found, key=lambda reading: reading.row_id)


def parse_reading(row: Mapping[str, Any], key: str, published: Mapping[str, object]) -> Reading:
    """A row as a reading; `key` names the column of its id."""
    document_id = str(row["document_id"])
    value, value_max = float(row["value"]), row.get("value_max")
    second, span = row.get("equivalent_value"), parse_span(row.get("period"))
    return Reading(
        str(row[key]),
        document_id,
        say(row.get("indicator")),
        say(row.get("label")),
        say(row.get("measure")),
        say(row.get("area")),
        say(row.get("period")),
        say(row.get("comparator")) or "=",
        value,
        value if value_max is None or is_missing(value_max) else float(value_max),
        say(row.get("unit")),
        () if second is None or is_missing(second) else ((say(row.get("equivalent_unit")), float(second)),),
        say(row.get("status")) in ("estimated", "provisional"),
        span,
        _find_days(say(row.get("period")), span),
        parse_span(published.get(document_id)),
    )


def _find_days(period: str, span: Span | None) -> tuple[date, date] | None:
    if span is None or span.start is None or span.end is None or span.approximate:
        return None
    return None if period.startswith(("[", "{")) else (span.start, span.end)


def is_recalled(aim: Reading) -> bool:
    """Whether a text tells an aim whose time was over when it appeared: it was set before that time ended."""
    span, told = aim.span, aim.published
    return bool(span and span.end and told and told.start and span.end < told.start)


def find_day_set(aim: Reading) -> date | None:
    """The latest day on which an aim may have been set; None where its document may be of any day."""
    if is_recalled(aim) and aim.span:
        return aim.span.end
    return aim.published.end if aim.published else None


def is_later(report: Reading, aim: Reading) -> bool:
    """Whether a figure was surely reported after an aim was set, and is of no earlier time.

    What one document tells is told at one time, so it answers only the aims that it recalls.
    """
    day, told = find_day_set(aim), report.published
    if day is None or (report.document_id == aim.document_id and not is_recalled(aim)):
        return False
    last = report.span.end if report.span else None
    if told and told.start and told.start > day:
        return last is None or last >= day
    # No document reports a period before it is over, whenever it appeared itself; it may estimate it.
    open_end = told is None or told.end is None or told.end > day
    return open_end and not report.estimated and last is not None and last > day
