"""Which themes the documents speak of, with the words that say so.

Answers, for every sentence of an article, which themes of `vocabulary/themes.yml` it names and by which
words, from the passages alone. What a web page put around an article is never counted. A theme is a matter of
words: a sentence that means one and says it in none of the listed words is not found, and a body's name
("Ministry of Health") is no theme. It says what is spoken of more, not what matters more.

Reads `terms.theme`, `names` and `bodies` of `vocabulary/themes.yml`.
"""

import re
from collections.abc import Iterator
from functools import cache

import pandas as pd

from hanoi_lib.documents import Document
from hanoi_lib.scan import Term, find_terms, load_vocabulary
from hanoi_lib.store import Tables

FILE = ("themes",)  # its phrases are looked for when themes are asked for, not when documents are read
NONE = "none"  # phrases that only keep others from being taken for a theme
COLUMNS = ("theme", "name", "words", "passage_id", "document_id", "start", "end")
BEFORE, AFTER = 90, 60  # characters around a phrase in which the rest of a body's name may stand


def find_themes(plain: str) -> Iterator[Term]:
    """The words of a folded text that name a theme; `value` is the theme's code.

    >>> [(term.value, term.start) for term in find_themes("Flooding keeps the Ministry of Health busy.")]
    [('disasters', 0)]
    """
    for term in find_terms(plain, FILE).of("theme"):
        if term.value != NONE and not _is_body(plain, term):
            yield term


def _is_body(plain: str, term: Term) -> bool:
    """Whether the words are part of a body's name: capitals, with the kind of body before or behind."""
    if not plain[term.start].isupper():
        return False
    opening, closing = _bodies()
    before, after = plain[max(term.start - BEFORE, 0) : term.start], plain[term.end : term.end + AFTER]
    return bool(opening.search(before) or closing.match(after))


@cache
def _bodies() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What stands before the words in "Department of Culture and Sports", and behind in "Health Ministry"."""
    nouns = "|".join(load_vocabulary("themes")["bodies"])
    joined = r"(?:,?\s(?:and\s|&\s)?)"
    named = rf"(?:[A-Z][\w-]*{joined}){{0,6}}"
    opening = re.compile(rf"\b(?:{nouns})\s(?:of|for|on)\s(?:the\s)?{named}\Z")
    return opening, re.compile(rf"{joined}{named}(?:{nouns})\b")


def build_themes(tables: Tables) -> pd.DataFrame:
    """One row for every time that a theme is named: its code and name, the words, and where they stand.

    Columns are those of COLUMNS; `words` is the document's text from `start` to `end`. In the order of the
    tables.

    >>> build_themes(Tables.from_rows({})).empty
    True
    """
    names = load_vocabulary("themes")["names"]
    rows = []
    for passage in _list_article(tables).to_dict("records"):
        sentence = Document("", "", str(passage["exact"]), "")
        for term in find_themes(sentence.plain):
            start, end = sentence.span(term.start, term.end)
            rows.append(
                {
                    "theme": term.value,
                    "name": names[term.value],
                    "words": sentence.text[start:end],
                    "passage_id": passage["passage_id"],
                    "document_id": passage["document_id"],
                    "start": passage["start"] + start,
                    "end": passage["start"] + end,
                }
            )
    return pd.DataFrame(rows, columns=list(COLUMNS))


def count_words(tables: Tables) -> dict[str, int]:
    """How many words each document's article has, without what the web page put around it.

    >>> count_words(Tables.from_rows({}))
    {}
    """
    counts: dict[str, int] = {}
    for passage in _list_article(tables).to_dict("records"):
        document = str(passage["document_id"])
        counts[document] = counts.get(document, 0) + len(str(passage["exact"]).split())
    return counts


def _list_article(tables: Tables) -> pd.DataFrame:
    return tables.passages[tables.passages["kind"] != "boilerplate"]
