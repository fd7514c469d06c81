"""Sentences that hold something and gave no row are listed, each one of them and no other."""

from pathlib import Path

import pytest

from hanoi_lib.dates.moments import find_moments
from hanoi_lib.dates.published import find_published
from hanoi_lib.documents import Document
from hanoi_lib.passages import find_passages
from hanoi_lib.pipeline import read_statements
from hanoi_lib.scan import find_terms
from hanoi_lib.schema import TABLES
from hanoi_lib.silences import find_cue
from hanoi_lib.store import Tables

STATEMENTS = [name for name, table in TABLES.items() if table.cites and name not in ("passages", "silences")]


def read_cues(document: Document) -> dict[tuple[int, int], str]:
    """Every sentence of the article that holds a cue: its span in the text, and the cue."""
    passages = find_passages(document)
    terms, moments = (
        find_terms(document.plain),
        find_moments(document, passages, find_published(document, passages)),
    )
    cues = {
        document.span(p.start, p.end): find_cue(document.plain, p, terms, moments)
        for p in passages
        if p.kind != "boilerplate"
    }
    return {span: cue for span, cue in cues.items() if cue}


def test_sentences_with_a_cue_are_read_or_listed(corpus: Tables) -> None:
    """Sentences with a cue = sentences with rows + sentences listed, in every document of every corpus."""
    assert len(corpus.silences)
    for row in corpus.documents.itertuples():
        document_id = str(row.document_id)
        cues = read_cues(
            Document(document_id, Path(str(row.path)).name, corpus.documents_text(document_id), "")
        )
        listed = corpus.silences[corpus.silences["document_id"] == document_id]
        silent = {(r.start, r.end): r.cue for r in listed.itertuples()}
        cited = [
            (start, end)
            for name in STATEMENTS
            for document, start, end in getattr(corpus, name)[["document_id", "start", "end"]].itertuples(
                index=False
            )
            if document == document_id
        ]
        read = {span for span in cues if any(start < span[1] and span[0] < end for start, end in cited)}
        assert silent == {span: cue for span, cue in cues.items() if span not in read}, document_id


@pytest.mark.parametrize(
    ("sentence", "cue"),
    [
        ("Some of the 17 were tired.", "figure"),
        ("It was much talked about in March 2021.", "date"),
        ("A deputy secretary was there.", "office"),
        ("The district wants to be a better place.", "aim"),
        ("In March 2021 a deputy secretary was there.", "date, office"),
        ("The weather was fine and the people were happy.", ""),
        ("The 17th Congress was much talked about.", ""),
    ],
)
def test_what_a_sentence_holds_is_said(sentence: str, cue: str) -> None:
    """The cues in one order, so that they can be filtered; nothing where there is none."""
    document = Document("d", "d.txt", sentence, "")
    assert read_cues(document).get((0, len(sentence)), "") == cue


def test_what_the_page_put_around_the_article_is_not_listed() -> None:
    """A teaser's figure is no silence."""
    article = "Hue opened a market, the people said and were glad to see it."
    text = f"{article}\n\nRelated news\n\nHai Phong sold 17 ships\n"
    rows = read_statements(Document("d", "d.txt", text, "")).rows
    assert rows["silences"] == [] and {row["kind"] for row in rows["passages"]} == {"body", "boilerplate"}


def test_a_sentence_with_a_row_is_not_listed() -> None:
    """Though it holds more than the row says."""
    text = "Exports of Hue rose by 8 per cent in 2023, said the deputy secretary, who wants more."
    rows = read_statements(Document("d", "d.txt", text, "")).rows
    assert rows["observations"] and rows["silences"] == []


def test_many_rows_of_one_sentence_keep_the_next_from_being_listed_with_it() -> None:
    """A long list of figures in one sentence: it is read, the sentence after it is listed."""
    figures = ", ".join(f"{number} of oil mills in {number + 1900}" for number in range(11, 90))
    text = f"Hue built {figures}. A deputy secretary was there."
    silences = read_statements(Document("d", "d.txt", text, "")).rows["silences"]
    assert [row["exact"] for row in silences][-1] == "A deputy secretary was there."
