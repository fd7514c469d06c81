"""What stands behind a row: its words in their paragraph, the document, its date, and who says it.

Input: rows that carry a citation (`document_id`, `start`, `end`, `exact`). Output: the same rows with the
columns of `EVIDENCE`, and short texts for hovering. The document's text is quoted as read, never repaired.
"""

import warnings
from collections.abc import Mapping
from typing import Any

import pandas as pd

from hanoi_lib.charts.theme import shorten, wrap
from hanoi_lib.errors import MissingText
from hanoi_lib.spans import parse_span
from hanoi_lib.store import Tables
from hanoi_lib.wording import say, say_count, say_date, say_list

EVIDENCE = ("document", "publisher", "published", "speaker", "before", "after")
AROUND = 360  # characters shown on either side of the cited words, where the paragraph is that long


def find_surroundings(text: str, start: int, end: int, around: int = AROUND) -> tuple[str, str]:
    """The rest of the paragraph before and after text[start:end]; an ellipsis where it is cut.

    >>> find_surroundings("One.\\nHanoi grew 7.6% in 2025.\\nTwo.", 16, 20)
    ('Hanoi grew ', ' in 2025.')
    """
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end)
    last = len(text) if last < 0 else last
    before, after = text[first:start], text[end:last]
    if len(before) > around:
        before = "… " + before[-around:].partition(" ")[2]
    if len(after) > around:
        after = after[:around].rpartition(" ")[0] + " …"
    return before.lstrip(), after.rstrip()


def add_evidence(tables: Tables, rows: pd.DataFrame, around: int = AROUND) -> pd.DataFrame:
    """The rows with the columns of EVIDENCE, as text; `speaker` is missing where nobody is quoted."""
    documents = tables.documents.set_index("document_id")
    titles = {key: say_document(documents.loc[key], str(key)) for key in documents.index}
    dates = {key: say_published(documents.loc[key]) for key in documents.index}
    words = [_around(tables, row, around) for row in rows.to_dict("records")]
    return rows.assign(
        document=rows["document_id"].map(titles).astype("string"),
        publisher=rows["document_id"].map(documents["publisher"]).astype("string"),
        published=rows["document_id"].map(dates).astype("string"),
        speaker=pd.Series(_find_speakers(tables, rows), index=rows.index, dtype="string"),
        before=pd.Series([before for before, _ in words], index=rows.index, dtype="string"),
        after=pd.Series([after for _, after in words], index=rows.index, dtype="string"),
    )


def _around(tables: Tables, row: Mapping[Any, Any], around: int) -> tuple[str, str]:
    try:
        text = tables.documents_text(str(row["document_id"]))
    except MissingText as error:
        # The cited words are in the tables and still right; only what stands around them is not at hand.
        warnings.warn(str(error), stacklevel=2)
        return "", ""
    return find_surroundings(text, int(row["start"]), int(row["end"]), around)


def _find_speakers(tables: Tables, rows: pd.DataFrame) -> list[str | None]:
    """Who says the sentence that holds each citation."""
    names = dict(zip(tables.persons["person_id"], tables.persons["name"], strict=True))
    spoken = tables.passages[tables.passages["speaker_id"].notna()]
    sentences = {key: list(group.to_dict("records")) for key, group in spoken.groupby("document_id")}
    return [
        next(
            (
                names.get(one["speaker_id"])
                for one in sentences.get(row["document_id"], [])
                if one["start"] <= row["start"] < one["end"]
            ),
            None,
        )
        for row in rows.to_dict("records")
    ]


def say_document(document: Mapping[Any, Any], document_id: str) -> str:
    """A document by its headline, or by its id and publisher where it has none."""
    title, publisher = say(document["title"]), say(document["publisher"])
    return title or (f"{document_id} ({publisher})" if publisher else document_id)


def say_published(document: Mapping[Any, Any]) -> str:
    """When a document appeared, and whether it says so itself."""
    when = say_date(document["published"])
    if not when:
        return "undated"
    inferred = say(document["published_basis"]) == "inferred"
    return f"published {when}" + (" (inferred)" if inferred else "")


def say_sources(rows: pd.DataFrame) -> str:
    """The line at the foot of a chart: whose reports, and how many documents."""
    publishers = sorted(set(rows["publisher"].dropna()))
    named = f" ({say_list(publishers)})" if 0 < len(publishers) <= 5 else ""
    return f"Source: {say_count(rows['document_id'].nunique(), 'document')}{named}."


def say_hover(row: Mapping[Any, Any], head: str, detail: str = "") -> str:
    """What appears beside the pointer: what the mark is, the cited words, where they stand."""
    quote = wrap(f"“{shorten(' '.join(str(row['exact']).split()), 280)}”", 62)
    parts = [f"<b>{wrap(head, 58)}</b>", wrap(detail, 62), quote, f"<i>{wrap(_place(row), 62)}</i>"]
    return "<br>".join(part for part in parts if part)


def _place(row: Mapping[Any, Any]) -> str:
    return f"{shorten(str(row['document']), 80)}, {row['published']}"


def add_days(rows: pd.DataFrame, column: str) -> pd.DataFrame:
    """The rows with `from` and `to`, the first and last day that an EDTF column allows: ISO, or missing."""
    spans = [parse_span(value) for value in rows[column]]
    ends = {
        "from": [span.start.isoformat() if span and span.start else None for span in spans],
        "to": [span.end.isoformat() if span and span.end else None for span in spans],
    }
    return rows.assign(
        **{name: pd.Series(days, index=rows.index, dtype="string") for name, days in ends.items()}
    )


def group_rows(rows: pd.DataFrame, *columns: str) -> dict[tuple[str, ...], list[dict[str, Any]]]:
    """The rows by the values of some columns, in the order in which these first appear.

    pandas would make a frame of each group, which takes seconds where there are hundreds of small ones.
    """
    groups: dict[tuple[str, ...], list[dict[str, Any]]] = {}
    for row in rows.to_dict("records"):
        told = {str(name): value for name, value in row.items()}
        groups.setdefault(tuple(str(row[column]) for column in columns), []).append(told)
    return groups
