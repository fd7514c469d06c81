"""Whether tables on disk still hold what they promise: citations, ids and dates.

Answers with one line per broken promise, from `Tables` and the documents' texts. That rows keep the
schema and point to rows that exist is checked by whoever builds or reads `Tables`; nothing is mended here.
"""

from collections.abc import Iterator
from functools import cache

import edtf
import pandas as pd

from hanoi_lib.errors import MissingText
from hanoi_lib.schema import TABLES, Table
from hanoi_lib.store import Tables


def find_problems(tables: Tables) -> list[str]:
    """Every broken promise in words; none if all is well.

    >>> rows = {"documents": [{"document_id": "a", "path": "a.txt"}],
    ...         "silences": [], "passages": [{"passage_id": "a/0-5", "document_id": "a", "start": 0, "end": 5,
    ...                                       "kind": "body", "exact": "Hanoi"}]}
    >>> find_problems(Tables.from_rows(rows, texts={"a": "Hanoi grows."}))
    []
    >>> find_problems(Tables.from_rows(rows, texts={"a": "The city grows."}))
    ["passages a/0-5: the document has 'The c' there, not 'Hanoi'"]
    """
    texts, problems = _read_texts(tables)
    for name, frame in tables.frames():
        table = TABLES[name]
        problems += _find_bad_dates(table, frame)
        if table.cites:
            problems += _find_bad_citations(table, frame, texts)
            problems += _find_bad_ids(table, frame)
    problems += [*_find_bad_checks(tables, texts), *_find_bad_inputs(tables)]
    return problems + list(_find_cited_boilerplate(tables))


def _read_texts(tables: Tables) -> tuple[dict[str, str], list[str]]:
    texts, problems = {}, []
    for row in tables.documents[tables.documents["error"].isna()].itertuples():
        try:
            texts[str(row.document_id)] = tables.documents_text(str(row.document_id))
        except MissingText as error:
            problems.append(f"documents {row.document_id}: {error}")
    return texts, problems


def _find_bad_dates(table: Table, frame: pd.DataFrame) -> Iterator[str]:
    for column in table.columns:
        if column.unit == "EDTF":
            for key, date in zip(frame[table.key[0]], frame[column.name], strict=True):
                if isinstance(date, str) and not is_edtf(date):
                    yield f"{table.name} {key}: {column.name} {date!r} is not EDTF"


@cache  # the edtf library takes milliseconds for each, and many rows share a date
def is_edtf(date: str) -> bool:
    """Whether the `edtf` library can read a date.

    >>> is_edtf("[2021-02..2025-06-16]"), is_edtf("[..2025-06]"), is_edtf("June 2025")
    (True, True, False)
    """
    if date.startswith("[") and date.endswith("]") and ".." in date:
        # The standard allows ends of unequal precision, the library does not; so each end is read by itself.
        first, last = date[1:-1].split("..", 1)
        return bool(first or last) and all(is_edtf(end) for end in (first, last) if end)
    try:
        edtf.parse_edtf(date)
    except edtf.EDTFParseException:
        return False
    return True


def _find_bad_citations(table: Table, frame: pd.DataFrame, texts: dict[str, str]) -> Iterator[str]:
    for key, document, start, end, exact in _citations(table, frame):
        if document in texts and texts[document][start:end] != exact:
            yield f"{table.name} {key}: the document has {texts[document][start:end]!r} there, not {exact!r}"


def _find_bad_checks(tables: Tables, texts: dict[str, str]) -> Iterator[str]:
    """Citations of checks: each check has several, in a column of their own."""
    for check, cited in zip(tables.checks["check_id"], tables.checks["citations"], strict=True):
        for one in cited:
            text = texts.get(one["document_id"])
            if text is not None and text[one["start"] : one["end"]] != one["exact"]:
                yield f"checks {check}: the document does not have {one['exact']!r} there"


def _find_bad_inputs(tables: Tables) -> Iterator[str]:
    """What derived figures were reckoned from must be there."""
    known = {*tables.observations["observation_id"], *tables.targets["target_id"]}
    for key, inputs in zip(tables.derived["derived_id"], tables.derived["inputs"], strict=True):
        yield from (f"derived {key}: there is no figure {one}" for one in inputs if one not in known)


def _find_bad_ids(table: Table, frame: pd.DataFrame) -> Iterator[str]:
    for key, document, start, end, _ in _citations(table, frame):
        span = f"{document}/{start}-{end}"
        rest = key.removeprefix(span)
        if rest == key or (rest and not rest.removeprefix("-").isdecimal()):
            yield f"{table.name} {key}: the id does not say what it cites, {span}"


def _find_cited_boilerplate(tables: Tables) -> Iterator[str]:
    page = tables.passages[tables.passages["kind"] == "boilerplate"]
    spans = {
        str(document): list(zip(rows["start"], rows["end"], strict=True))
        for document, rows in page.groupby("document_id")
    }
    for name, frame in tables.frames():
        if not TABLES[name].cites or name == "passages":
            continue
        for key, document, start, end, _ in _citations(TABLES[name], frame):
            if any(first < end and start < last for first, last in spans.get(document, ())):
                yield f"{name} {key}: it cites what the web page put around the article"


def _citations(table: Table, frame: pd.DataFrame) -> "zip[tuple[str, str, int, int, str]]":
    columns = (table.key[0], "document_id", "start", "end", "exact")
    return zip(*(frame[column] for column in columns), strict=True)
