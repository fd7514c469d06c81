"""What the tables say about priorities, in sentences and small tables that the notebook reads back.

Input: the tables. Output: `Told` and `Listing`, as in findings.py: every number in them is computed.
"""

from hanoi_lib.charts.findings import Told
from hanoi_lib.charts.listings import Listing
from hanoi_lib.charts.programmes import build_programme_rows
from hanoi_lib.charts.themes import build_theme_rows, say_themes, tell_shift
from hanoi_lib.charts.undertakings import build_undertaking_rows
from hanoi_lib.store import Tables


def tell_themes(tables: Tables) -> Told:
    """Which themes are named most, and which gained and lost over the documents.

    >>> tell_themes(Tables.from_rows({}))
    No theme was found.
    """
    rows = build_theme_rows(tables)
    return Told(f"{say_themes(rows)}. {tell_shift(rows)}".strip())


def list_themes(tables: Tables) -> Listing:
    """Each theme: mentions, documents, and the words that name it, most frequent first.

    >>> list_themes(Tables.from_rows({})).frame.empty
    True
    """
    rows = build_theme_rows(tables)
    rows = rows.assign(word=[words.lower().split(", ") for words in rows["words"]])
    groups = rows.groupby("name", sort=False).agg(
        mentions=("mentions", "sum"), sentences=("row_id", "size"), documents=("document_id", "nunique")
    )
    words = rows.explode("word").groupby("name")["word"].agg(lambda each: list(each.value_counts().index[:8]))
    groups = groups.assign(words=[", ".join(words[name]) for name in groups.index]).reset_index()
    groups = groups.sort_values(["mentions", "name"], ascending=[False, True])
    columns = [("name", "Theme"), ("mentions", "Mentions"), ("sentences", "Sentences")]
    return Listing(groups, [*columns, ("documents", "Documents"), ("words", "Words, most frequent first")])


def list_items(tables: Tables) -> Listing:
    """The items that numbered sets list, one a line.

    >>> list_items(Tables.from_rows({})).frame.empty
    True
    """
    rows = build_programme_rows(tables).explode("items")
    rows = rows[rows["items"].notna()]
    rows = rows.assign(number=rows.groupby("programme_id").cumcount() + 1)
    columns = [("set_name", "Set"), ("number", "No."), ("items", "Item"), ("document", "Document")]
    return Listing(rows, columns)


def list_clearest(tables: Tables, most: int = 10) -> Listing:
    """The undertakings that name most, with the words that name it.

    >>> list_clearest(Tables.from_rows({})).frame.empty
    True
    """
    rows = build_undertaking_rows(tables)
    rows = rows.assign(number=[len(named) for named in rows["named"]])
    rows = rows.sort_values("number", ascending=False, kind="stable").head(most)
    columns = [("what", "What"), ("person", "Person"), ("due_text", "Time")]
    return Listing(
        rows,
        [
            *columns,
            ("accountability", "Accountability"),
            ("product", "Product"),
            ("authority", "Authority"),
            ("document", "Document"),
        ],
    )
