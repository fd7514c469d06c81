"""Every table declared once: its columns with type, unit and meaning, its key, the tables it points to.

The builders, the files on disk, the checks and the README all read these declarations; `frames.build_frame`
turns rows into a DataFrame that keeps them.

`python -m hanoi_lib.schema` prints the tables for the README; `python -m hanoi_lib.schema columns` prints
docs/tables.md, which tells what each column means.
"""

import sys
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Type = Literal["string", "integer", "number", "array"]


@dataclass(frozen=True, slots=True)
class Column:
    """One property. `unit` is what its values are counted or written in; `values` are all it may take."""

    name: str
    type: Type
    unit: str | None
    meaning: str
    nullable: bool = False
    values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ForeignKey:
    """`column` holds a key of `table`, or is missing."""

    column: str
    table: str


@dataclass(frozen=True, slots=True)
class Table:
    """One kind of thing. `description` completes "one row is ..."; `key` tells its rows apart."""

    name: str
    description: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    foreign_keys: tuple[ForeignKey, ...] = ()

    @property
    def column_names(self) -> tuple[str, ...]:
        """The columns in the order in which they stand in a file."""
        return tuple(column.name for column in self.columns)

    @property
    def cites(self) -> bool:
        """Whether each row cites the words it was read from."""
        return {"document_id", "start", "end", "exact"} <= set(self.column_names)


def _string(name: str, meaning: str, unit: str | None = None, *, values: tuple[str, ...] = ()) -> Column:
    return Column(name, "string", unit, meaning, values=values)


def _maybe(name: str, meaning: str, unit: str | None = None, *, values: tuple[str, ...] = ()) -> Column:
    return Column(name, "string", unit, meaning, nullable=True, values=values)


_CITATION = (
    _string("document_id", "the document that says so"),
    Column("start", "integer", "code points", "where the cited words begin in the document's text"),
    Column("end", "integer", "code points", "where they end; this character is no longer cited"),
    _string("exact", "the cited words: the document's text from start to end"),
)
_AREA = _maybe("area", "English name, without diacritics, of the place that the row is about")
_MEASURES = ("level", "change", "share", "rank", "of_target")
_FIGURE = (
    _maybe("indicator", "code of the series the figure belongs to; missing where it belongs to none"),
    _string("label", "what is counted or measured, in the document's words"),
    _maybe(
        "measure",
        "how much there is, how much it changed, a part of a whole, a place in an order, or a part of a plan",
        values=_MEASURES,
    ),
    _AREA,
    _maybe("period", "when the figure holds, or by when it is to be reached", "EDTF"),
    _maybe("comparator", "how the figure stands to the value", values=("=", "~", ">", ">=", "<", "<=")),
    Column("value", "number", "see unit", "the figure, or the lower end of a range", nullable=True),
    Column("value_max", "number", "see unit", "the upper end of a range", nullable=True),
    _maybe("unit", "ISO 4217, SI, percent, percentage_point, count or times; a rank has none"),
    Column("equivalent_value", "number", "see equivalent_unit", "the same amount of money", nullable=True),
    _maybe("equivalent_unit", "the other currency that it is given in", "ISO 4217"),
)


def _statement(name: str, about: str, *columns: Column, foreign_keys: tuple[ForeignKey, ...] = ()) -> Table:
    """A table whose rows each cite the words they were read from; document and span are its key."""
    key = f"{name.removesuffix('s')}_id"
    all_columns = (_string(key, "document and span"), *columns, *_CITATION)
    return Table(name, about, (key,), all_columns, (*foreign_keys, _DOCUMENT))


_DOCUMENT = ForeignKey("document_id", "documents")
TENSES = ("present", "since", "past", "until", "start", "end", "new", "gone")
_PERSON, _POST = ForeignKey("person_id", "persons"), ForeignKey("post_id", "posts")

_ALL = (
    Table(
        "documents",
        "one source file",
        ("document_id",),
        (
            _string("document_id", "the file's name without its ending"),
            _maybe("title", "the headline; missing where the text has none"),
            _maybe("publisher", "whom the text credits itself to"),
            _maybe("published", "when the text was published, as exactly as it lets us know", "EDTF"),
            _maybe(
                "published_basis", "said by the text, or narrowed down from it", values=("stated", "inferred")
            ),
            _maybe("language", "the language of the text", "ISO 639-1"),
            _string("path", "the file, relative to the folder of documents"),
            _maybe("sha256", "hash of the file's bytes", "hexadecimal digits"),
            Column("characters", "integer", "code points", "length of the text as read", nullable=True),
            Column("words", "integer", "words", "length of the text as read", nullable=True),
            _maybe("error", "why the file could not be read, and what to do; missing where it was read"),
        ),
    ),
    Table(
        "passages",
        "one sentence",
        ("passage_id",),
        (
            _string("passage_id", "document and span"),
            *_CITATION[:3],
            _string(
                "kind",
                "its part in the article; boilerplate is what the web page put around it and is never cited",
                values=("headline", "standfirst", "caption", "question", "answer", "body", "boilerplate"),
            ),
            _maybe("speaker_id", "the person who says it, in direct or reported speech"),
            _CITATION[3],
        ),
        (_DOCUMENT, ForeignKey("speaker_id", "persons")),
    ),
    Table(
        "persons",
        "one human",
        ("person_id",),
        (
            _string("person_id", "the full name as an ASCII slug"),
            _string("name", "the full name, family name first, without diacritics"),
            _maybe("family_name", "the first part of a Vietnamese name"),
            _maybe("given_name", "the part of the name that the person is called by"),
            Column("other_names", "array", None, "the other forms in which the documents write the name"),
        ),
    ),
    Table(
        "organizations",
        "one body",
        ("organization_id",),
        (
            _string("organization_id", "the name as an ASCII slug"),
            _string("name", "the name in English"),
            _maybe("parent_id", "the body that it is part of"),
            _AREA,
        ),
        (ForeignKey("parent_id", "organizations"),),
    ),
    Table(
        "posts",
        "one office in a body",
        ("post_id",),
        (
            _string("post_id", "body and role as an ASCII slug"),
            _string(
                "role",
                "the office in lower case, without the body; an acting holder's is a post of its own "
                "(`acting chairman`), which neither bounds the full holders nor is bounded by them",
            ),
            _string("organization_id", "the body"),
            _string("seats", "how many can hold it at a time", values=("one", "several")),
        ),
        (ForeignKey("organization_id", "organizations"),),
    ),
    _statement(
        "attestations",
        "one sighting: this text says this person holds this post",
        _string("person_id", "who"),
        _string("post_id", "in which post"),
        _maybe("date", "when the text shows the person in the post", "EDTF"),
        _string(
            "tense",
            "what the text says of the date: that the person holds the post (`present`), has held it from "
            "its beginning to its end and still does (`since`), was appointed "
            "(`start`) or left (`end`) on it, had newly come (`new`) or left (`gone`) by it, held the post "
            "until it and no longer (`until`), or is a former holder who held it then (`past`)",
            values=TENSES,
        ),
        foreign_keys=(_PERSON, _POST),
    ),
    Table(
        "memberships",
        "one person in one post without a known break, over all documents",
        ("membership_id",),
        (
            _string("membership_id", "post and person"),
            _string("person_id", "who"),
            _string("post_id", "in which post"),
            _maybe("first_attested", "date of the earliest sighting", "EDTF"),
            _maybe("last_attested", "date of the latest sighting", "EDTF"),
            _maybe(
                "start_date",
                "when it began, within the bounds that the sightings allow; others may have held the post "
                "between it and the end of the one before",
                "EDTF",
            ),
            _maybe("end_date", "when it ended, within the bounds that the sightings allow", "EDTF"),
            Column("attestations", "array", None, "the sightings it rests on, by attestation_id"),
        ),
        (_PERSON, _POST),
    ),
    _statement(
        "events",
        "something that happened, or is scheduled, on a stated or resolvable date",
        _string(
            "kind",
            "what kind of event",
            values=(
                "congress",
                "session",
                "decision",
                "appointment",
                "launch",
                "reorganisation",
                "census",
                "other",
            ),
        ),
        _string("title", "what happened, as a short phrase"),
        _string("date", "when, to the year at least", "EDTF"),
        _AREA,
    ),
    _statement(
        "observations",
        "one reported figure",
        *_FIGURE,
        _string("status", "how sure the text is of it", values=("reported", "estimated", "provisional")),
    ),
    _statement(
        "targets",
        "one aim for the future, with a number or without",
        _string("kind", "with a number or without", values=("quantitative", "qualitative")),
        *_FIGURE,
        _maybe("set_by", "the body or the plan that sets the aim"),
    ),
    _statement(
        "commitments",
        "someone undertakes, requests, proposes or directs something concrete",
        _string(
            "kind",
            "the actor will; asks someone above; suggests; tells someone below",
            values=("plan", "request", "proposal", "directive"),
        ),
        _string("actor", "who undertakes, asks, proposes or directs"),
        _maybe("counterpart", "whom it is addressed to"),
        _string("action", "what is to be done"),
        _maybe("due", "by when", "EDTF"),
    ),
    _statement(
        "programmes",
        'a numbered set: "three breakthrough stages", "twelve task groups"',
        _string("label", "what the items are"),
        Column("declared_items", "integer", "items", "how many the text says there are", nullable=True),
        Column("listed_items", "integer", "items", "how many of them the text lists itself"),
        Column("items", "array", None, "the items that it lists"),
    ),
    Table(
        "outcomes",
        "one target held against one figure that was reported later, or against none",
        ("outcome_id",),
        (
            _string("outcome_id", "the aim, and the figure if there is one"),
            _string("target_id", "the aim"),
            _maybe("observation_id", "the later figure; missing where none answers the aim"),
            _string(
                "verdict",
                "what the figure says of the aim: the period is over and it was reached or was not (`met`, "
                "`missed`), or is not over (`on_course`, `off_course`); the figure does not answer it "
                "(`not_comparable`); no later figure of its series and area does (`no_evidence`)",
                values=("met", "missed", "on_course", "off_course", "not_comparable", "no_evidence"),
            ),
            _maybe(
                "obstacle",
                "the one thing in which aim and figure differ so that they cannot be compared: what is "
                "measured, what it is about, unit, area, period, or a value that its comparator leaves open",
                values=("measure", "label", "unit", "area", "period", "value"),
            ),
            _string("reason", "both figures with their periods, and why they give the verdict, in words"),
            _maybe("successor_id", "the aim that a later document sets instead, for the same thing and time"),
        ),
        (
            ForeignKey("target_id", "targets"),
            ForeignKey("observation_id", "observations"),
            ForeignKey("successor_id", "targets"),
        ),
    ),
    Table(
        "derived",
        "one figure that no text tells but that follows from some that were read",
        ("derived_id",),
        (
            _string("derived_id", "kind and the rows it was reckoned from"),
            _string(
                "kind",
                "the plan of which a part was reached, the rate behind an amount in two currencies, the "
                "level before a change, the level after one, the growth a year that an aim needs",
                values=("plan", "exchange_rate", "earlier_level", "later_level", "needed_growth"),
            ),
            _maybe("indicator", "code of the series it belongs to"),
            _string("label", "what is counted or measured"),
            _maybe("measure", "that of the figure, as in observations", values=_MEASURES),
            _AREA,
            _maybe("period", "when it holds; of needed growth, from which year to which", "EDTF"),
            _string(
                "comparator",
                "how the figure stands to the value: `~` where rounding leaves a range",
                values=("=", "~", ">=", "<="),
            ),
            Column("value", "number", "see unit", "reckoned from the numbers as they are written"),
            Column("low", "number", "see unit", "the least that the inputs allow as rounded", nullable=True),
            Column("high", "number", "see unit", "the most that they allow", nullable=True),
            _string("unit", "as in observations; of a rate of exchange two ISO 4217 codes, `VND/USD`"),
            _string("formula", "how it was reckoned"),
            Column("inputs", "array", None, "what it was reckoned from, by observation_id and target_id"),
        ),
    ),
    Table(
        "silences",
        "one sentence that holds a figure, a date, an office or an aim and gave no row",
        ("passage_id",),
        (
            _string("passage_id", "the sentence"),
            _string("cue", "what in it should have been read"),
            *_CITATION,
        ),
        (ForeignKey("passage_id", "passages"), _DOCUMENT),
    ),
    Table(
        "checks",
        "one arithmetic or consistency test of what the documents say",
        ("check_id",),
        (
            _string("check_id", "what is tested and where"),
            _string("kind", "what kind of test"),
            _string("statement", "what is tested, in words"),
            _maybe("expected", "what should be there if the documents agree with themselves"),
            _maybe("found", "what is there"),
            _string(
                "verdict",
                "the words agree as far as they were rounded; not all of them can be true; or they can be "
                "read in more than one way or leave the answer open",
                values=("holds", "differs", "ambiguous"),
            ),
            Column("citations", "array", None, "the words tested: document_id, start, end and exact of each"),
        ),
    ),
)

TABLES: Mapping[str, Table] = {table.name: table for table in _ALL}


def format_tables() -> str:
    """The tables as Markdown, one line each, for the README."""
    lines = ["| table | one row is | columns |", "| --- | --- | --- |"]
    for table in TABLES.values():
        columns = ", ".join(f"`{name}`" for name in table.column_names)
        lines.append(f"| `{table.name}` | {table.description} | {columns} |")
    return "\n".join(lines)


def format_columns() -> str:
    """Every column of every table as Markdown, for docs/tables.md."""
    lines = ["# The tables and their columns", "", "Printed by `python -m hanoi_lib.schema columns`."]
    for table in TABLES.values():
        lines += ["", f"## {table.name}", "", f"One row is {table.description}.", ""]
        lines += ["| column | type | meaning |", "| --- | --- | --- |"]
        lines += [
            f"| `{column.name}` | {column.type} | {_describe(table, column)} |" for column in table.columns
        ]
    return "\n".join(lines)


def _describe(table: Table, column: Column) -> str:
    pointed = [key.table for key in table.foreign_keys if key.column == column.name]
    return "; ".join(
        [
            column.meaning,
            *([f"in {column.unit}" if column.unit != "EDTF" else "EDTF"] if column.unit else []),
            *([f"one of {', '.join(f'`{value}`' for value in column.values)}"] if column.values else []),
            *(["key"] if column.name in table.key else []),
            *(f"a row of `{name}`" for name in pointed),
            *(["may be missing"] if column.nullable and "missing" not in column.meaning else []),
        ]
    )


if __name__ == "__main__":
    print(format_columns() if sys.argv[1:] == ["columns"] else format_tables())
