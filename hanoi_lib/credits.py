"""Title and publisher of a document: what the text itself says of them.

The title is the headline; the publisher is whom the text credits itself to, in its dateline ("THE HANOI
TIMES —", "Hanoi (VNA) –"), in its closing credit ("— VNA/VNS") or in the page's head. A photo credit is no
publisher. Reads `vocabulary/publishers.yml`.
"""

import re
from collections.abc import Sequence
from functools import cache

from hanoi_lib.documents import Document
from hanoi_lib.passages import Passage
from hanoi_lib.scan import load_vocabulary

_CLOSING = re.compile(r"(?:-{1,2}|—)\s*\(?(?P<names>[A-Z]{2,6}(?:/[A-Z]{2,6})*)\)?\.?\s*$")


def find_title(document: Document, passages: Sequence[Passage]) -> str | None:
    """The first headline, as the text writes it; None where the text has none."""
    headline = next(
        (p for p in passages if p.kind == "headline" and p.paragraph < _first_body(passages)), None
    )
    return document.exact(headline.start, headline.end) if headline else None


def _first_body(passages: Sequence[Passage]) -> int:
    return next(
        (p.paragraph for p in passages if p.kind in ("body", "question", "answer") and p.end - p.start > 60),
        0,
    )


@cache
def _names() -> tuple[dict[str, str], re.Pattern[str]]:
    known = load_vocabulary("publishers")["publishers"]
    names = {str(phrase).lower(): name for name, phrases in known.items() for phrase in phrases}
    longest_first = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    return names, re.compile(rf"\b(?:{longest_first})\b", re.I)


def find_publisher(document: Document, passages: Sequence[Passage]) -> str | None:
    """Whom the text credits itself to; None where it names nobody."""
    names, pattern = _names()
    article = [p for p in passages if p.kind != "boilerplate"]
    for passage in reversed(article[-2:]):
        if closing := _CLOSING.search(document.plain, passage.start, passage.end):
            return closing["names"]
    for passage in article[:6]:
        dateline = re.match(
            r".{0,40}?\([A-Z/]{2,12}\)|[^a-z]{0,60}",
            document.plain[passage.start : passage.end],
        )
        if passage.kind != "caption" and dateline and (found := pattern.search(dateline.group())):
            return names[found.group().lower()]
    head = passages[: next((i for i, p in enumerate(passages) if p.kind == "body"), 0)]
    for passage in head:
        found = pattern.fullmatch(document.plain[passage.start : passage.end].strip())
        if found:
            return names[found.group().lower()]
    told = next((m for p in article[:12] for m in [_TOLD.search(document.plain, p.start, p.end)] if m), None)
    return names.get(told["name"].lower()) if told else None


_TOLD = re.compile(r"\btold (?:the )?(?P<name>[A-Z][A-Za-z]+(?: [A-Z][A-Za-z]+){0,3})")
