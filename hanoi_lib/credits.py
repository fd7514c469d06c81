"""Title and publisher of a document: what the text itself says of them.

The title is the headline; the publisher is whom the text credits itself to, in its dateline ("THE HANOI
TIMES —", "Hanoi (VNA) –"), in its closing credit ("— VNA/VNS") or in the page's head. A photo credit is no
publisher. Reads `vocabulary/publishers.yml`.
"""

import re
from collections.abc import Sequence
from functools import cache

from hanoi_lib.documents import Document
from hanoi_lib.lines import CREDIT
from hanoi_lib.passages import Passage
from hanoi_lib.scan import load_vocabulary

# " date 2022-02-10 Can Tho to pilot ...": the head of an exported page before its title
_EXPORTED = re.compile(r"date \d{4}-\d\d-\d\d ")


def find_title(document: Document, passages: Sequence[Passage]) -> str | None:
    """The first headline, as the text writes it; None where the text has none."""
    headline = next(
        (p for p in passages if p.kind == "headline" and p.paragraph < _first_body(passages)), None
    )
    if headline is None:
        return None
    exported = _EXPORTED.match(document.plain, headline.start, headline.end)
    return document.exact(exported.end() if exported else headline.start, headline.end)


LONGEST_LINE = 60  # characters of a date line or a byline; a sentence is longer


def _first_body(passages: Sequence[Passage]) -> int:
    return next(
        (
            p.paragraph
            for p in passages
            if p.kind in ("body", "question", "answer") and p.end - p.start > LONGEST_LINE
        ),
        0,
    )


@cache
def _names() -> tuple[dict[str, str], re.Pattern[str]]:
    known = load_vocabulary("publishers")["publishers"]
    names = {str(phrase).lower(): name for name, phrases in known.items() for phrase in phrases}
    longest_first = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    return names, re.compile(rf"\b(?:{longest_first})\b", re.I)


# Where texts print their newsroom in the dateline: "Hanoi (VNA) -", "HUE, 1 July 2025 (Tuoi Tre) —", "THE
# HANOI TIMES —", "Can Tho, VNA -", "VGP -".
_DATELINE = re.compile(
    r".{0,40}?\([A-Z][\w/ ]{1,24}\)|[A-Z][A-Za-z ]{2,24}, [A-Z]{2,6} ?(?:-|—)|[^a-z]{0,60}"
)
# "told the Hanoi Times", "spoke to Tuoi Tre News about"
_TOLD = re.compile(
    r"\b(?:told|(?:spoke|talked|speaking|talking) (?:to|with)|(?:an |exclusive )?interview (?:with|to|for)"
    r"|answered questions (?:from|of)) (?:the )?(?P<name>[A-Z][A-Za-z]+(?: [A-Z][A-Za-z]+){0,3})"
)
_PORTAL = re.compile(r"(?:\b[A-Za-z]+ ){1,4}PORTAL$|(?:\b[A-Z][a-z]+ ){1,4}Portal$")
_MASTHEAD = 40  # characters of a page's own line beside its name


def find_publisher(document: Document, passages: Sequence[Passage]) -> str | None:
    """Whom the text credits itself to; None where it names nobody."""
    article = [p for p in passages if p.kind not in ("boilerplate", "caption")]
    return (
        _closing(document, article)
        or _in_dateline(document, article)
        or _masthead(document, passages)
        or _told(document, article)
    )


def _closing(document: Document, article: Sequence[Passage]) -> str | None:
    """As in "... of the year. — VNA/VNS" and "... of the year. VNA"."""
    for passage in reversed(article[-2:]):
        closing = CREDIT.search(document.plain, max(0, passage.start - len('." ')), passage.end)
        if closing and (closing.group().startswith(("-", "—")) or _is_known(closing["names"])):
            return closing["names"]
    return None


def _is_known(credited: str) -> bool:
    return credited.partition("/")[0].lower() in _names()[0]


def _in_dateline(document: Document, article: Sequence[Passage]) -> str | None:
    names, pattern = _names()
    for passage in article[:6]:
        dateline = _DATELINE.match(document.plain[passage.start : passage.end])
        if dateline and (found := pattern.search(dateline.group())):
            return names[found.group().lower()]
    return None


def _masthead(document: Document, passages: Sequence[Passage]) -> str | None:
    """The page's own name above the article, with little beside it: "(VOV)  Share  Print", "SGGP ENGLISH"."""
    names, pattern = _names()
    head = passages[: next((i for i, p in enumerate(passages) if _is_text(p)), 0)]
    for passage in (p for p in head if p.kind != "caption"):
        line = document.plain[passage.start : passage.end]
        found = pattern.search(line)
        if found and found.group()[0].isupper() and len(line) - len(found.group()) <= _MASTHEAD:
            return names[found.group().lower()] if passage.kind != "headline" else None
        if portal := _PORTAL.search(line):
            return portal.group().title()
    return None


def _is_text(passage: Passage) -> bool:
    return passage.kind in ("body", "question", "answer") and passage.end - passage.start > LONGEST_LINE


def _told(document: Document, article: Sequence[Passage]) -> str | None:
    names, pattern = _names()
    for passage in article[:12]:
        for told in _TOLD.finditer(document.plain, passage.start, passage.end):
            if found := pattern.match(told["name"]):
                return names[found.group().lower()]
    return None
