"""Document -> sentences, each with its kind: what is the article, and what did the web page put around it.

Answers which spans of `Document.plain` are sentences of the article (headline, standfirst, caption,
question, answer, body) and which are boilerplate (navigation, share bars, teasers of other articles,
tags); layout.py tells the kinds of the lines. Refuses to guess at paragraphs that were broken over
several lines: a line is a paragraph.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from hanoi_lib.documents import Document
from hanoi_lib.layout import find_kinds
from hanoi_lib.lines import SPEAKER, Line, find_lines

KINDS = ("headline", "standfirst", "caption", "question", "answer", "body", "boilerplate")


@dataclass(frozen=True, slots=True)
class Passage:
    """One sentence: its span in `Document.plain`, its kind and the number of its paragraph (line)."""

    start: int
    end: int
    kind: str
    paragraph: int
    speaker: str | None = None
    """The name before the colon where the page prints one ("Mr. Vuong Dinh Hue: ..."), else None."""


# A sentence ends at . ! ? or … with its closing quotes, before white space and a sign that can open a
# sentence.
_STOP = re.compile(r"""[.!?…]["')\]]{0,3}\s+(?=["'(\[]{0,2}[A-Z0-9$])""")

# "14.5" never gets here (no space); these end in a stop that ends no sentence.
_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Assoc|Gen|Lt|Col|Maj|Sr|Jr|St|No|Nos|vs|approx|Jan|Feb|Mar|Apr|Jun"
    r"|Jul|Aug|Sept|Sep|Oct|Nov|Dec"
    r"|Inc|Ltd|Co|Corp|Art|Fig|a\.m|p\.m|i\.e|e\.g|U\.S|U\.K|U\.N)|(?:^|[\s(])[A-Z])\.$"
)


def find_passages(document: Document) -> tuple[Passage, ...]:
    """The sentences of a document in order; together they cover every line that is not blank."""
    lines = list(find_lines(document.plain))
    kinds = find_kinds(lines)
    passages: list[Passage] = []
    speaker = None
    for number, (line, kind) in enumerate(zip(lines, kinds, strict=True)):
        speaker = _speaker(line.text, kind, speaker)
        said_by = speaker if kind == "answer" else None
        for start, end in _sentences(line, kind):
            passages += [Passage(*part, kind, number, said_by) for part in _cut(document.plain, start, end)]
    return tuple(passages)


def _speaker(text: str, kind: str, before: str | None) -> str | None:
    named = SPEAKER.match(text) if kind == "answer" else None
    return named.group(1) if named else before


_LONGEST = 2000  # characters; no sentence of any newsroom comes near it


def _cut(plain: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A span in parts that no reader takes long over: what has no stop for pages on end is no sentence."""
    while end - start > _LONGEST:
        space = plain.rfind(" ", start + 1, start + _LONGEST)
        stop = space if space > start else start + _LONGEST
        yield start, stop
        start = stop + (plain[stop] == " ")
    if start < end:
        yield start, end


def _sentences(line: Line, kind: str) -> Iterator[tuple[int, int]]:
    if kind in ("boilerplate", "headline"):
        yield line.start, line.end
        return
    start = 0
    for stop in _STOP.finditer(line.text):
        mark = stop.start() + 1
        if line.text[start : mark - 1].strip("( ").isdigit():
            continue  # "1. Average growth": the number opens the row
        if not _ABBREVIATION.search(line.text[max(start, mark - 12) : mark]):
            yield line.start + start, line.start + len(line.text[: stop.end()].rstrip())
            start = stop.end()
    if start < len(line.text):
        yield line.start + start, line.end
