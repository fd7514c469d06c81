"""What the tables say, in sentences: the answers that the notebooks read back.

Input: the tables. Output: `Told`, Markdown that a notebook displays and an index page can quote. Every number
and name in it is computed, so that a change in the tables changes the sentence.
"""

import pandas as pd

from hanoi_lib.charts.coverage import NOTHING, PAGE, build_coverage_rows
from hanoi_lib.charts.evidence import say_document
from hanoi_lib.charts.folding import order_posts
from hanoi_lib.charts.leadership import build_leadership_rows, say_changes, say_leadership
from hanoi_lib.charts.listings import Listing
from hanoi_lib.charts.timeline import build_timeline_rows, say_timeline
from hanoi_lib.spans import parse_span
from hanoi_lib.store import Tables
from hanoi_lib.tenures.handovers import successions
from hanoi_lib.tenures.roster import list_people
from hanoi_lib.wording import capitalise, say_count, say_date, say_list

KINDS = {
    "events": ("dated event", "dated events"),
    "observations": ("reported figure", "reported figures"),
    "targets": ("aim", "aims"),
    "commitments": ("undertaking", "undertakings"),
    "programmes": ("numbered programme", "numbered programmes"),
    "attestations": ("sighting of someone in office", "sightings of people in office"),
}


class Told(str):
    """A sentence or two that a notebook shows as text, not as a quoted string."""

    __slots__ = ()

    def __repr__(self) -> str:
        """The words themselves."""
        return str(self)

    def _repr_markdown_(self) -> str:
        return str(self)


def tell_documents(tables: Tables) -> Told:
    """How many documents gave what.

    >>> tell_documents(Tables.from_rows({}))
    No document was read.
    """
    if tables.documents.empty:
        return Told("No document was read.")
    gave = [say_count(len(getattr(tables, name)), *words) for name, words in KINDS.items()]
    return Told(f"{capitalise(say_count(len(tables.documents), 'document'))} gave {say_list(gave)}.")


def list_documents(tables: Tables) -> Listing:
    """The documents in the order of time: headline, publisher, when published, how that is known, length."""
    rows = tables.documents.assign(
        name=[say_document(row, row["document_id"]) for row in tables.documents.to_dict("records")],
        when=tables.documents["published"].map(say_date),
        length=tables.documents["words"].map(lambda words: "" if pd.isna(words) else f"{words:,}"),
        order=[
            span.middle.isoformat() if span else "" for span in map(parse_span, tables.documents["published"])
        ],
    ).sort_values(["order", "document_id"])
    columns = [("document_id", "Id"), ("name", "Document"), ("publisher", "Publisher"), ("when", "Published")]
    return Listing(rows, [*columns, ("published_basis", "The date is"), ("length", "Words")])


def list_rows(rows: pd.DataFrame, *columns: str) -> Listing:
    """Some columns of any rows, their names as headings.

    >>> list_rows(pd.DataFrame({"event_id": ["a/0-4"]}), "event_id")
    Event id
       a/0-4
    """
    return Listing(rows, [(column, capitalise(column.replace("_", " "))) for column in columns])


def list_vague_events(tables: Tables) -> Listing:
    """The events whose day no text tells."""
    rows = build_timeline_rows(tables)
    vague = [bool(span and span.kind != "day") for span in map(parse_span, rows["date"])]
    columns = [
        ("date_text", "When"),
        ("title", "Event"),
        ("exact", "Words in the text"),
        ("document", "Document"),
    ]
    return Listing(rows[vague], columns)


def tell_dating(tables: Tables) -> Told:
    """How many documents date themselves, and how the others were dated."""
    basis = tables.documents["published_basis"].value_counts()
    stated, inferred = int(basis.get("stated", 0)), int(basis.get("inferred", 0))
    rest = len(tables.documents) - stated - inferred
    parts = (
        [f"{say_count(stated, 'document states', 'documents state')} the day of publication"]
        if stated
        else []
    )
    parts += [f"{say_count(inferred, 'is', 'are')} dated from what the text says"] if inferred else []
    parts += [f"{say_count(rest, 'remains', 'remain')} undated"] if rest else []
    return Told(f"{capitalise(say_list(parts))}." if parts else "No document was read.")


def tell_silence(tables: Tables) -> Told:
    """How many sentences gave nothing."""
    rows = build_coverage_rows(tables)
    text = rows[rows["first"] != PAGE]
    nothing = int((text["first"] == NOTHING).sum())
    page = len(rows) - len(text)
    further = capitalise(say_count(page, "further passage belongs", "further passages belong"))
    apart = f" {further} to the web page around an article." if page else ""
    return Told(f"Nothing was read in {nothing:,} of {say_count(len(text), 'sentence')}.{apart}")


def tell_timeline(tables: Tables) -> Told:
    """How many events, when, and of how many the day is known."""
    rows = build_timeline_rows(tables)
    spans = [span for span in map(parse_span, rows["date"]) if span]
    exact = sum(span.kind == "day" for span in spans)
    if not spans:
        return Told(f"{say_timeline(rows)}.")
    known = capitalise(say_count(exact, "has a known day", "have a known day"))
    return Told(
        f"{say_timeline(rows)}. {known}; the others are drawn as the range that the texts leave open."
    )


def tell_leadership(tables: Tables) -> Told:
    """The post with most holders, and who they are."""
    rows = build_leadership_rows(tables)
    if rows.empty:
        return Told(f"{say_leadership(rows)}.")
    holders = rows[rows["post"] == order_posts(rows)[0]]
    named = [_say_holder(group) for _, group in holders.groupby("membership_id", sort=False)]
    changes = capitalise(say_changes(rows).removeprefix("; "))
    return Told(f"{say_leadership(rows)}: {say_list(named)}." + (f" {changes}." if changes else ""))


def _say_holder(group: pd.DataFrame) -> str:
    first, last = group["first_attested"].iloc[0], group["last_attested"].iloc[0]
    when = say_date(first) if first == last else f"{say_date(first)} and last {say_date(last)}"
    return f"{group['name'].iloc[0]} ({when})"


def list_successions(tables: Tables) -> Listing:
    """Who followed whom in posts that one person holds, and between which days the change fell.

    >>> list_successions(Tables.from_rows({})).frame.empty
    True
    """
    rows = successions(tables)
    rows = rows.assign(when=rows["window"].map(say_date).astype("string"))
    columns = [("post", "Post"), ("predecessor", "Known before"), ("successor", "Next known")]
    return Listing(rows, [*columns, ("when", "Changed hands, at least once,")])


def list_everybody(tables: Tables) -> Listing:
    """Every person in a post: posts, spellings, first and last sighting, how many sentences they say.

    >>> list_everybody(Tables.from_rows({})).frame.empty
    True
    """
    rows = list_people(tables)
    rows = rows[rows["attestations"] > 0]
    rows = rows.assign(
        held=["; ".join(posts) for posts in rows["posts"]],
        written=[", ".join(spellings[1:]) for spellings in rows["spellings"]],
        first=rows["first_attested"].map(say_date),
        last=rows["last_attested"].map(say_date),
        said=[f"{n:,}" for n in rows["passages_quoted"]],
    )
    columns = [("name", "Person"), ("held", "Posts"), ("written", "Also written"), ("first", "First seen")]
    return Listing(rows, [*columns, ("last", "Last seen"), ("said", "Sentences said")])
