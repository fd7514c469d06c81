"""build(): a folder of documents -> Tables. The only module that knows all the others, and the order of the
readers.

`read_statements` is a pure function of one document: same bytes, same rows, no clock, no network, no other
document. Only `_join` sees all documents, and it works on small tables. A file that cannot be read becomes
a row of `documents` with its error; it never stops the run.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any, Protocol

from hanoi_lib.audit.checks import build_checks
from hanoi_lib.audit.claims import find_claims
from hanoi_lib.audit.derived import build_derived
from hanoi_lib.audit.outcomes import build_outcomes
from hanoi_lib.audit.weekdays import find_weekdays
from hanoi_lib.credits import find_publisher, find_title
from hanoi_lib.dates.moments import find_moments
from hanoi_lib.dates.published import Published, find_published
from hanoi_lib.documents import Document, document_id, read_document
from hanoi_lib.errors import NoDocuments, UnreadableDocument
from hanoi_lib.events.events import find_events
from hanoi_lib.figures.figures import find_figures
from hanoi_lib.passages import Passage, find_passages
from hanoi_lib.people.bodies import parse_body
from hanoi_lib.people.names import family_and_given, slug
from hanoi_lib.people.people import People, find_people
from hanoi_lib.people.roles import seats
from hanoi_lib.places import find_places
from hanoi_lib.scan import find_terms
from hanoi_lib.schema import TABLES
from hanoi_lib.silences import find_silences
from hanoi_lib.store import Tables
from hanoi_lib.tenures.memberships import build_memberships
from hanoi_lib.undertakings.aims import find_aims
from hanoi_lib.undertakings.commitments import find_commitments
from hanoi_lib.undertakings.programmes import find_programmes
from hanoi_lib.undertakings.setters import Setters

Row = dict[str, Any]


class _Spanned(Protocol):
    """Anything a reader found: a span of `Document.plain`."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


@dataclass(frozen=True, slots=True)
class Statements:
    """What one document says: rows by table, ready but for what needs other documents."""

    rows: Mapping[str, list[Row]]
    spellings: Mapping[str, set[str]] = field(default_factory=dict)
    """The ways the document writes each person's name, by person_id."""


def build(folder: Path | str, progress: Callable[[int, int, str], None] | None = None) -> Tables:
    """Read every document under a folder into tables.

    `progress` is told how many documents are read, of how many, and the last one's name.

    Raises:
        NoDocuments: the folder is missing or holds no file.

    >>> build("no-such-folder")
    Traceback (most recent call last):
    ...
    hanoi_lib.errors.NoDocuments: no-such-folder does not exist. Name the folder that holds the documents.
    """
    root = Path(folder)
    paths = _find_files(root)
    read: list[Statements] = []
    texts: dict[str, str] = {}
    failed: list[Row] = []
    for done, path in enumerate(paths, start=1):
        try:
            document = _read_once(path, root, texts)
        except UnreadableDocument as error:
            failed.append(
                {"document_id": _free_id(path, root, texts, failed), "path": error.path, "error": str(error)}
            )
        else:
            texts[document.document_id] = document.text
            read.append(read_statements(document))
        if progress:
            progress(done, len(paths), path.name)
    return Tables.from_rows(_join(read, failed), texts, root)


def _find_files(root: Path) -> list[Path]:
    if not root.is_dir():
        raise NoDocuments(
            root,
            "does not exist" if not root.exists() else "is no folder",
            "Name the folder that holds the documents.",
        )
    found = (
        p
        for p in root.rglob("*")
        if p.is_file() and not any(part.startswith(".") for part in p.relative_to(root).parts)
    )
    paths = sorted(found, key=lambda p: p.relative_to(root).as_posix())
    if not paths:
        raise NoDocuments(
            root, "is empty", "Put the articles into it as text files (.txt, UTF-8), one file each."
        )
    return paths


def _read_once(path: Path, root: Path, texts: Mapping[str, str]) -> Document:
    """Read a file whose stem no earlier file has: the stem names the document in every row."""
    if document_id(path) in texts:
        raise UnreadableDocument(
            path.relative_to(root).as_posix(),
            "another file has the same name",
            "Rename one of them: the name is the document's id.",
        )
    return read_document(path, root)


def _free_id(path: Path, root: Path, texts: Mapping[str, str], failed: Sequence[Row]) -> str:
    """An id for a file that could not be read; that of its whole path where its stem is taken."""
    taken = {*texts, *(row["document_id"] for row in failed)}
    return path.stem if path.stem not in taken else path.relative_to(root).as_posix()


def read_statements(document: Document) -> Statements:
    """Everything one document says, from its bytes alone.

    >>> text = "HANOI, May 5, 2025 — Exports rose by 8 percent in April."
    >>> said = read_statements(Document("d", "d.txt", text, ""))
    >>> [(row["indicator"], row["value"], row["period"]) for row in said.rows["observations"]]
    [('exports', 8.0, '2025-04')]
    """
    passages = find_passages(document)
    terms = find_terms(document.plain)
    places = find_places(document.plain, passages, terms)
    published = find_published(document, passages)
    moments = find_moments(document, passages, published)
    people = find_people(document, passages, terms, places, moments, published)
    figures = find_figures(document, passages, terms, places, moments, published)
    aims = find_aims(document, passages, terms, places, moments, people)
    rows = {
        "documents": [
            _document_row(
                document, find_title(document, passages), find_publisher(document, passages), published
            )
        ],
        "attestations": _cite(document, "attestation_id", people.attestations),
        "events": _cite(
            document, "event_id", find_events(document, passages, terms, places, moments, published)
        ),
        "observations": _cite(document, "observation_id", (f for f in figures if not f.aim)),
        "targets": _cite(document, "target_id", [*(f for f in figures if f.aim), *aims]),
        "commitments": _cite(
            document, "commitment_id", find_commitments(document, passages, terms, places, moments, people)
        ),
        "programmes": _cite(document, "programme_id", find_programmes(document, passages)),
        "checks": [
            *find_claims(document, passages, moments, figures),
            *find_weekdays(document, moments, published),
        ],
    }
    setters = Setters(document.plain, passages, places) if rows["targets"] else None
    for row in rows["targets"]:
        row["kind"] = "qualitative" if row.get("value") is None else "quantitative"
        if setters and row["set_by"] in (None, row["area"], places.main):
            row["set_by"] = setters.at(row["plain_start"], row["plain_end"]) or row["set_by"]
    rows["passages"] = [
        _citation(document, p)
        | {"passage_id": _span_id(document, p), "kind": p.kind, "speaker_id": _speaker(people, p)}
        for p in passages
    ]
    cited = [
        (row["plain_start"], row["plain_end"]) for name in rows for row in rows[name] if "plain_start" in row
    ]
    rows["silences"] = [
        _citation(document, p) | {"passage_id": _span_id(document, p), "cue": cue}
        for p, cue in find_silences(document, passages, terms, moments, cited)
    ]
    return Statements(rows, _spellings(document, people))


def _speaker(people: People, passage: Passage) -> str | None:
    """Who says a passage, if it is a person the document names: a title may stand for nobody it names."""
    speaker = people.spoken_by(passage)
    return speaker if any(mention.person_id == speaker for mention in people.mentions) else None


def _document_row(
    document: Document, title: str | None, publisher: str | None, published: Published | None
) -> Row:
    return {
        "document_id": document.document_id,
        "title": title,
        "publisher": publisher,
        "published": published.edtf if published else None,
        "published_basis": published.basis if published else None,
        "language": "en",
        "path": document.path,
        "sha256": document.sha256,
        "characters": len(document.text),
        "words": len(document.text.split()),
    }


def _citation(document: Document, found: _Spanned) -> Row:
    start, end = document.span(found.start, found.end)
    return {
        "document_id": document.document_id,
        "start": start,
        "end": end,
        "exact": document.text[start:end],
    }


def _span_id(document: Document, found: _Spanned) -> str:
    start, end = document.span(found.start, found.end)
    return f"{document.document_id}/{start}-{end}"


def _cite(document: Document, key: str, found: Iterable[Any]) -> list[Row]:
    """Rows with their citation and id; a second row on the same span gets "-2" behind its id."""
    seen: Counter[str] = Counter()
    rows = []
    for one in sorted(found, key=lambda f: (f.start, f.end)):
        span_id = _span_id(document, one)
        seen[span_id] += 1
        number = f"-{seen[span_id]}" if seen[span_id] > 1 else ""
        rows.append(
            {column.name: getattr(one, column.name) for column in fields(one)}
            | {"plain_start": one.start, "plain_end": one.end}
            | _citation(document, one)
            | {key: span_id + number}
        )
    return rows


def _spellings(document: Document, people: People) -> dict[str, set[str]]:
    written: dict[str, set[str]] = {}
    for mention in people.mentions:
        written.setdefault(mention.person_id, {mention.name}).add(document.exact(mention.start, mention.end))
    return written


# what joins documents


def _join(read: Sequence[Statements], failed: Sequence[Row]) -> dict[str, list[Row]]:
    """The rows of all documents together with persons, bodies, posts and memberships."""
    rows = {name: [row for said in read for row in said.rows.get(name, ())] for name in TABLES}
    rows["documents"] += failed
    sightings = rows["attestations"]
    for row in sightings:
        row["post_id"] = f"{slug(row['organization'])}/{slug(row['role'])}"
    rows["persons"] = list(_persons(read))
    rows["posts"] = list(_posts(sightings))
    rows["organizations"] = list(_organizations(sightings))
    seated = {row["post_id"]: row["seats"] for row in rows["posts"]}
    published = {row["document_id"]: row.get("published") for row in rows["documents"]}
    rows["memberships"] = build_memberships(sightings, seated, published)
    rows["outcomes"] = build_outcomes(rows)
    rows["derived"] = build_derived(rows, published)
    rows["checks"] = build_checks(rows, published)
    return {name: [_declared(name, row) for row in found] for name, found in rows.items()}


def _declared(table: str, row: Row) -> Row:
    """A row without what only the joining needed."""
    return {column: row.get(column) for column in TABLES[table].column_names}


def _persons(read: Sequence[Statements]) -> Iterator[Row]:
    spellings: dict[str, set[str]] = {}
    for said in read:
        for person, written in said.spellings.items():
            spellings.setdefault(person, set()).update(written)
    for person, written in spellings.items():
        name = next(w for w in sorted(written) if slug(w) == person and w.isascii() and not w.isupper())
        family, given = family_and_given(name)
        yield {
            "person_id": person,
            "name": name,
            "family_name": family,
            "given_name": given,
            "other_names": sorted(written - {name}),
        }


def _posts(sightings: Iterable[Row]) -> Iterator[Row]:
    posts = {row["post_id"]: row for row in sightings}
    for post_id, row in posts.items():
        yield {
            "post_id": post_id,
            "role": row["role"],
            "organization_id": slug(row["organization"]),
            "seats": seats(row["role"], row["organization"]),
        }


def _organizations(sightings: Iterable[Row]) -> Iterator[Row]:
    """The bodies of all posts and those above them."""
    areas = {row["organization"]: row["area"] for row in sightings}
    names = list(areas)
    while names:
        name = names.pop()
        body = parse_body(name)
        parent = body.parent if body else None
        if parent and parent not in areas:
            areas[parent] = None
            names.append(parent)
    for name, area in areas.items():
        body = parse_body(name)
        yield {
            "organization_id": slug(name),
            "name": name,
            "parent_id": slug(body.parent) if body and body.parent else None,
            "area": area or (body.area if body else None),
        }
