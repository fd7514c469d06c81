"""What must hold of everything that is read from every corpus, whatever its documents say."""

import shutil
import string
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import edtf
import pytest

from hanoi_lib.integrity import find_problems
from hanoi_lib.pipeline import build
from hanoi_lib.schema import TABLES, Table
from hanoi_lib.store import Tables, read, write_tables

STATEMENTS = [name for name, table in TABLES.items() if table.cites and name not in ("passages", "silences")]
SPACE = string.whitespace + "\ufeff\u200b\u00a0"
ROOT = Path(__file__).parent.parent

Row = dict[str, Any]


def list_rows(tables: Tables, name: str) -> list[Row]:
    """The rows of one table."""
    rows: list[Row] = getattr(tables, name).to_dict("records")
    return rows


def list_citations(tables: Tables) -> Iterator[tuple[Table, Row]]:
    """Every row that cites words, with its table."""
    for name, table in TABLES.items():
        if table.cites:
            yield from ((table, row) for row in list_rows(tables, name))


def test_every_document_is_read_and_says_something(corpus: Tables) -> None:
    """None fails, none is empty of statements: the promises below are about rows that are there."""
    assert corpus.documents["error"].isna().all()
    said = {row["document_id"] for name in STATEMENTS for row in list_rows(corpus, name)}
    assert said == set(corpus.documents["document_id"])


def test_every_row_cites_the_words_of_its_document(corpus: Tables) -> None:
    """text[start:end] is exact, and is not empty; the id says the same span."""
    for table, row in list_citations(corpus):
        text = corpus.documents_text(row["document_id"])
        assert row["exact"] and text[row["start"] : row["end"]] == row["exact"], (table.name, row)
        assert row[table.key[0]].startswith(f"{row['document_id']}/{row['start']}-{row['end']}")


def test_no_statement_cites_what_the_page_put_around_the_article(corpus: Tables) -> None:
    """Not one character of a statement lies in boilerplate."""
    page: dict[str, set[int]] = {}
    for row in list_rows(corpus, "passages"):
        if row["kind"] == "boilerplate":
            page.setdefault(row["document_id"], set()).update(range(row["start"], row["end"]))
    for name in STATEMENTS:
        for row in list_rows(corpus, name):
            assert page.get(row["document_id"], set()).isdisjoint(range(row["start"], row["end"])), row


def test_every_statement_lies_in_a_sentence(corpus: Tables) -> None:
    """Its first and last character are those of passages: what is cited can be shown in its surroundings."""
    inside: dict[str, set[int]] = {}
    for row in list_rows(corpus, "passages"):
        inside.setdefault(row["document_id"], set()).update(range(row["start"], row["end"]))
    for name in STATEMENTS:
        for row in list_rows(corpus, name):
            assert {row["start"], row["end"] - 1} <= inside[row["document_id"]], row


def test_sentences_stand_in_order_and_do_not_overlap(corpus: Tables) -> None:
    """Each begins where the one before has ended, and together they hold all but white space."""
    for document in corpus.documents["document_id"]:
        text, end = corpus.documents_text(document), 0
        for row in list_rows(corpus, "passages"):
            if row["document_id"] == document:
                assert row["start"] >= end and not text[end : row["start"]].strip(SPACE)
                end = row["end"]
        assert not text[end:].strip(SPACE)


def test_keys_tell_rows_apart(corpus: Tables) -> None:
    """No key is missing or twice there."""
    for name, table in TABLES.items():
        keys = getattr(corpus, name)[list(table.key)]
        assert not keys.isna().any(axis=None) and not keys.duplicated().any(), name


def test_every_pointer_leads_to_a_row(corpus: Tables) -> None:
    """A foreign key is missing or is the key of a row that is there."""
    for name, table in TABLES.items():
        for pointer in table.foreign_keys:
            there = set(getattr(corpus, pointer.table)[TABLES[pointer.table].key[0]])
            assert set(getattr(corpus, name)[pointer.column].dropna()) <= there, (name, pointer.column)


def list_dates(tables: Tables) -> Iterator[tuple[str, str]]:
    """Every date of every table with its column."""
    for name, table in TABLES.items():
        for column in table.columns:
            if column.unit == "EDTF":
                yield from (
                    (f"{name}.{column.name}", date) for date in getattr(tables, name)[column.name].dropna()
                )


def test_every_date_is_edtf(corpus: Tables) -> None:
    """The edtf library reads each of them, one day in a range by its two ends, as `hanoi check` does."""
    columns = {date: column for column, date in list_dates(corpus)}
    assert columns
    for date, column in columns.items():
        is_range = date.startswith("[") and ".." in date
        ends = [end for end in date.strip("[]").split("..") if end] if is_range else [date]
        assert ends, (column, date)
        for end in ends:
            assert edtf.parse_edtf(end), (column, date)


def test_intervals_begin_before_they_end(corpus: Tables) -> None:
    """2026/2030, never 2030/2026."""
    for column, date in list_dates(corpus):
        for sign in ("/", ".."):
            if sign in date.strip("[]"):
                first, last = date.strip("[]").split(sign)
                width = min(len(first.strip("~?")), len(last.strip("~?")))
                assert first[:width] <= last[:width] or ".." in (first, last), (column, date)


def test_ranges_of_values_rise(corpus: Tables) -> None:
    """value_max is more than value: for a fall, further from zero."""
    for name in ("observations", "targets"):
        frame = getattr(corpus, name)
        ranges = frame[frame["value_max"].notna()]
        assert (ranges["value_max"].abs() > ranges["value"].abs()).all(), name


def test_hanoi_check_finds_nothing(corpus: Tables) -> None:
    """The promises that can be checked on disk hold."""
    assert find_problems(corpus) == []


@pytest.mark.parametrize("document", ["growth-model", "politburo-sessions"])
def test_a_changed_letter_orphans_exactly_the_rows_that_cite_it(document: str) -> None:
    """Every other row of the document still holds, and none is attached to other words."""
    tables = build(ROOT / "data" / "documents")
    text = tables.documents_text(document)
    cited = [row for _, row in list_citations(tables) if row["document_id"] == document]
    for place in range(0, len(text), 101):
        changed = text[:place] + ("#" if text[place] != "#" else "*") + text[place + 1 :]
        orphans = [row for row in cited if changed[row["start"] : row["end"]] != row["exact"]]
        assert orphans == [row for row in cited if row["start"] <= place < row["end"]]


def test_a_changed_byte_on_disk_is_noticed_for_its_document_alone(tmp_path: Path) -> None:
    """The rows of the changed document can no longer be looked up; those of all others can."""
    shutil.copytree(ROOT / "data" / "documents", tmp_path / "documents")
    write_tables(build(tmp_path / "documents"), tmp_path / "tables")
    path = tmp_path / "documents" / "growth-model.txt"
    path.write_bytes(path.read_bytes().replace(b"a", b"e", 1))
    (problem,) = find_problems(read(tmp_path / "tables"))
    assert problem.startswith("documents growth-model: ") and "has changed since it was read" in problem
