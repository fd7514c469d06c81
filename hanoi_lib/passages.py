"""Document -> sentences, each with its kind: what is the article, and what did the web page put around it.

Answers which spans of `Document.plain` are sentences of the article (headline, standfirst, caption,
question, answer, body) and which are boilerplate (navigation, share bars, teasers of other articles,
tags). Works line by line on the shape of the lines: it never asks what an article is about. A block of
teasers may stand before, between or after the article. Refuses to guess at paragraphs that were broken
over several lines: a line is a paragraph.

Reads `vocabulary/page.yml`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from hanoi_lib.documents import Document
from hanoi_lib.scan import load_vocabulary

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


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    text: str


# A sentence ends at . ! ? or … with its closing quotes, before white space and a sign that can open a
# sentence.
_STOP = re.compile(r"""[.!?…]["')\]]{0,3}\s+(?=["'(\[]{0,2}[A-Z0-9$])""")
# "14.5" never gets here (no space); these end in a stop that ends no sentence.
_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Assoc|Gen|Lt|Col|Maj|Sr|Jr|St|No|Nos|vs|approx|Jan|Feb|Mar|Apr|Jun"
    r"|Jul|Aug|Sept|Sep|Oct|Nov|Dec"
    r"|Inc|Ltd|Co|Corp|Art|Fig|a\.m|p\.m|i\.e|e\.g|U\.S|U\.K|U\.N)|(?:^|[\s(])[A-Z])\.$"
)
_TERMINAL = re.compile(r"""[.!?…:;]["')\]]{0,3}\s*$""")
_CREDIT = re.compile(r"(?:-{1,2}|—)\s*\(?[A-Z]{2,6}(?:/[A-Z]{2,6})*\)?\.?\s*$")
_CLOCK = re.compile(r"\b\d{1,2}[:h]\d{2}\b|\bGMT\b")
_DATE_ONLY = re.compile(
    r"""^\W*(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day\b\W*)?(?:
        \d{1,2}[/.-]\d{1,2}[/.-]\d{4} | \d{4}-\d{2}-\d{2} | \d{1,2}\ [a-z]{3,9},?\ \d{4} | [a-z]{3,9}\.?\ \d{1,2},\ \d{4}
    )\b""",
    re.I | re.X,
)
_HAS_DATE = re.compile(
    r"\b\d{1,2}[/.-]\d{1,2}[/.-]\d{4}\b|\b\d{4}-\d{2}-\d{2}\b"
    r"|\b[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4}\b|\b\d{1,2} [A-Z][a-z]{2,8},? \d{4}\b"
)
_SEPARATED = re.compile(r"\s{2,}|\s*\|\s*|\s*[»›>•·]\s*")
_PHOTO = re.compile(
    r"\(?\b(?:photos?|illustration|image|picture|graphics?|infographics?|video)\b\s*(?::|by\b"
    r"|courtesy\b|credit\b)"
    r"|(?:[A-Z]{2,6}(?:/[A-Z]{2,6})*|\bfile|\billustrative)\s+photo\b\W*$|\bphoto\W*$|^\(?photo\b",
    re.I,
)
_QUESTION = re.compile(r"^\W{0,2}(?:reporter|question|q|pv|interviewer|correspondent|journalist)\s?:", re.I)
_ANSWER = re.compile(r"^\W{0,2}(?:answer|a)\s?:", re.I)
_SPEAKER = re.compile(
    r"^\W{0,2}(?:(?:Mr|Ms|Mrs|Dr|Prof|Assoc)\.? |(?:Chairm[ae]n|Chairwoman|Secretary|Minister"
    r"|Director|Vice Chairman) )*"
    r"([A-Z][a-z]+(?: [A-Z][a-z]+){1,4})\s?: "
)
_BULLET = re.compile(r"^\s*(?:[-+*•▪●–—]\s|\(?\d{1,2}[.)]\s|[a-z]\)\s)")


@cache
def _furniture() -> tuple[re.Pattern[str], re.Pattern[str], frozenset[str]]:
    """Patterns for lines that open a block of teasers, for lines that are page furniture, and the menu
    words.
    """
    page = load_vocabulary("page")
    teasers = "|".join(re.escape(p) for p in page["teaser_headings"])
    lines = "|".join(re.escape(p) for p in page["furniture_lines"])
    return (
        re.compile(
            rf"^\W*(?:{teasers}|(?:also|more|other|related|read|latest|recent|previous|newer|older)"
            rf"\b[^.!?]{{0,24}}\b(?:news|stories|articles|category|section|topics?))\W*$",
            re.I,
        ),
        re.compile(rf"^\W*(?:{lines})(?!\w)", re.I),
        frozenset(page["menu_words"]),
    )


def find_passages(document: Document) -> tuple[Passage, ...]:
    """The sentences of a document in order; together they cover every line that is not blank."""
    lines = list(_lines(document.plain))
    kinds = _kinds(lines)
    passages: list[Passage] = []
    speaker = None
    for number, (line, kind) in enumerate(zip(lines, kinds, strict=True)):
        speaker = _speaker(line.text, kind, speaker)
        said_by = speaker if kind == "answer" else None
        for start, end in _sentences(line, kind):
            passages += [Passage(*part, kind, number, said_by) for part in _cut(document.plain, start, end)]
    return tuple(passages)


def _speaker(text: str, kind: str, before: str | None) -> str | None:
    named = _SPEAKER.match(text) if kind == "answer" else None
    return named.group(1) if named else before


def _lines(plain: str) -> Iterator[_Line]:
    for match in re.finditer(r"[^\r\n\u2028\u2029]+", plain):
        text = match.group()
        stripped = text.strip()
        if stripped:
            start = match.start() + text.index(stripped[0])
            yield _Line(start, start + len(stripped), stripped)


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


def _sentences(line: _Line, kind: str) -> Iterator[tuple[int, int]]:
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


def _kinds(lines: list[_Line]) -> list[str]:
    """The kind of every line: furniture first, then teaser blocks, then the parts of the article."""
    kinds = ["boilerplate" if _is_furniture(line.text) else "" for line in lines]
    _mark_teasers(lines, kinds)
    _mark_repeats(lines, kinds)
    _mark_strangers(lines, kinds)
    body = next((i for i, line in enumerate(lines) if not kinds[i] and _is_prose(line.text)), len(lines))
    _mark_head(lines, kinds, body)
    _mark_article(lines, kinds)
    return kinds


def _is_prose(text: str) -> bool:
    """A full sentence rather than a heading: ends like one, or is far too long for a heading."""
    return (bool(_TERMINAL.search(text) or _CREDIT.search(text)) and len(text) > 60) or len(text) > 220


def _is_furniture(text: str) -> bool:
    """Navigation, share bars, tags, counters, clocks; never a line of prose."""
    _, furniture, menu = _furniture()
    if furniture.search(text) and len(text) < 160:
        return not (_is_prose(text) and len(text) > 90)
    cells = [cell.strip(" :.").lower() for cell in _SEPARATED.split(text) if cell.strip()]
    if all(cell in menu for cell in cells):
        return True
    if text.startswith((">>", "»")) or (" > " in text and not _is_prose(text)):
        return True  # a teaser's arrow, or the way to the page: "Home > Investing > Foreign capital"
    if " | " in text and not _is_prose(text) and not _HAS_DATE.search(text):
        return True
    # Several short cells side by side are a menu; a date among them is the page's own date line.
    return len(cells) >= 4 and max(map(len, cells)) <= 30 and not _HAS_DATE.search(text)


def _is_teaser_like(text: str) -> bool:
    return not _is_prose(text)


def _mark_teasers(lines: list[_Line], kinds: list[str]) -> None:
    """Boilerplate from a teaser heading until the article goes on, which may be never.

    The article goes on where two paragraphs of prose follow each other: a teaser is a heading with at most one
    paragraph under it. A closing credit ("— VNA") before the heading means that nothing is to come.
    """
    heading, _, _ = _furniture()
    place = 0
    while place < len(lines):
        if not heading.search(lines[place].text):
            place += 1
            continue
        ended = any(_CREDIT.search(line.text) for line in lines[:place])
        end = len(lines) if ended else _article_resumes(lines, kinds, place + 1)
        for i in range(place, end):
            kinds[i] = "boilerplate"
        place = max(end, place + 1)


def _article_resumes(lines: list[_Line], kinds: list[str], place: int) -> int:
    for i in range(place, len(lines)):
        if not _is_prose(lines[i].text) or kinds[i]:
            continue
        follows = next((j for j in range(i + 1, len(lines)) if not _PHOTO.search(lines[j].text)), len(lines))
        if follows < len(lines) and _is_prose(lines[follows].text):
            return _headline_above(lines, kinds, i, place)
    return len(lines)


def _headline_above(lines: list[_Line], kinds: list[str], body: int, floor: int) -> int:
    """The article's own heading right above its first paragraph: with nothing but date lines and furniture between.

    Only where the article has not begun before the teasers; otherwise the paragraph itself is where it goes on.
    """
    if any(_is_prose(line.text) for i, line in enumerate(lines[: floor - 1]) if not kinds[i]):
        return body
    top = body
    while top > floor and (
        kinds[top - 1] or _DATE_ONLY.search(lines[top - 1].text) or _is_prose(lines[top - 1].text)
    ):
        top -= 1
    return max(top - 1, floor)


_WORD = re.compile(r"[a-z]{4,}")


def _mark_strangers(lines: list[_Line], kinds: list[str]) -> None:
    """Headings around the article that share no words with it are teasers that no heading announces.

    Above the article all but the last heading must share most of their words with it; below it every line that is no
    prose, no caption and no row of a list that the article opened.
    """
    prose = [i for i, line in enumerate(lines) if not kinds[i] and _is_prose(line.text)]
    if not prose:
        return
    known = _known_words(lines, kinds)
    for i in range(prose[0]):
        heads_left = any(
            not kinds[j] and not _HAS_DATE.search(lines[j].text) and len(lines[j].text.split()) >= 4
            for j in range(i + 1, prose[0])
        )
        if (
            not kinds[i]
            and heads_left
            and not _HAS_DATE.search(lines[i].text)
            and _strangeness(lines[i].text, known) > 0.5
        ):
            kinds[i] = "boilerplate"
    listed = lines[prose[-1]].text.endswith(":")
    for i in range(prose[-1] + 1, len(lines)):
        opens = lines[i].text.endswith(":") and len(lines[i].text.split()) > 3
        listed = opens or (listed and (bool(_BULLET.match(lines[i].text)) or ":" in lines[i].text))
        if (
            not kinds[i]
            and not listed
            and not _PHOTO.search(lines[i].text)
            and not _TERMINAL.search(lines[i].text)
        ):
            kinds[i] = "boilerplate"


def _known_words(lines: list[_Line], kinds: list[str]) -> set[str]:
    """The words of the article's paragraphs, by their first letters: "grow" knows "growth"."""
    prose = (line for line, kind in zip(lines, kinds, strict=True) if not kind and _is_prose(line.text))
    return {word[:5] for line in prose for word in _WORD.findall(line.text.lower())}


def _strangeness(text: str, known: set[str]) -> float:
    words = _WORD.findall(text.lower())
    return sum(w[:5] not in known for w in words) / len(words) if words else 1.0


def _mark_repeats(lines: list[_Line], kinds: list[str]) -> None:
    """A short line that repeats the one before it, word for word, is a teaser's linked title."""
    for i in range(1, len(lines)):
        if lines[i].text == lines[i - 1].text and not _is_prose(lines[i].text):
            kinds[i] = "boilerplate"


def _mark_head(lines: list[_Line], kinds: list[str], body: int) -> None:
    """What stands above the first paragraph: the headline is the heading that shares most words with the
    article, what follows it the standfirst, what stands before it the page's own.
    """
    heads = [
        i
        for i in range(body)
        if not kinds[i] and not _DATE_ONLY.search(lines[i].text) and not _PHOTO.search(lines[i].text)
    ]
    long = [i for i in heads if len(lines[i].text.split()) >= 4 and not lines[i].text.isupper()]
    known = _known_words(lines, kinds)
    headline = min(long, key=lambda i: (_strangeness(lines[i].text, known), i), default=None)
    for i in heads:
        if i == headline:
            kinds[i] = "headline"
        elif headline is None:
            kinds[i] = "boilerplate" if len(lines[i].text.split()) < 4 else "standfirst"
        elif i < headline:
            kinds[i] = "boilerplate"
        elif len(lines[i].text.split()) >= 4:
            kinds[i] = "standfirst"
        else:
            kinds[i] = "boilerplate"
    # A first sentence right under the headline and before a dateline paragraph is the standfirst.
    if headline is not None and body < len(lines) - 1 and _is_standfirst(lines, kinds, headline, body):
        kinds[body] = "standfirst"


_DATELINE = re.compile(
    r"^[A-Z][A-Z .,'-]{3,40}(?:,? [A-Z][a-z]+\.? \d{1,2}(?:, \d{4})?)?\s*(?:\([A-Z/]+\))?\s*(?:—"
    r"|-)\s*\S"
)


def _is_standfirst(lines: list[_Line], kinds: list[str], headline: int, body: int) -> bool:
    follows = next((i for i in range(body + 1, len(lines)) if not kinds[i]), None)
    return (
        follows is not None
        and not _DATELINE.search(lines[body].text)
        and bool(_DATELINE.search(lines[follows].text))
    )


def _mark_article(lines: list[_Line], kinds: list[str]) -> None:
    asked = False
    for i, line in enumerate(lines):
        if kinds[i]:
            continue
        if _PHOTO.search(line.text) and len(line.text) < 400:
            kinds[i] = "caption"
        elif _QUESTION.match(line.text):
            kinds[i], asked = "question", True
        elif _ANSWER.match(line.text) or (asked and _SPEAKER.match(line.text)):
            kinds[i], asked = "answer", True
        elif (
            _SPEAKER.match(line.text)
            and i
            and kinds[i - 1] != "boilerplate"
            and lines[i - 1].text.endswith("?")
        ):
            # An interview that does not mark its questions: what stands above an answer and
            # ends in "?" was one.
            kinds[i], kinds[i - 1], asked = "answer", "question", True
        elif asked:
            kinds[i] = "answer"
        elif (
            not _is_prose(line.text)
            and not _DATE_ONLY.search(line.text)
            and not _BULLET.match(line.text)
            and len(line.text) < 120
            and not _TERMINAL.search(line.text)
        ):
            kinds[i] = "headline"
        else:
            kinds[i] = "body"
    _mark_interview(lines, kinds)


def _mark_interview(lines: list[_Line], kinds: list[str]) -> None:
    """An interview that marks neither questions nor answers: at least two paragraphs of its body are
    short questions.
    """
    asked = [
        i
        for i, line in enumerate(lines)
        if kinds[i] == "body" and line.text.endswith("?") and len(line.text) < 300
    ]
    if len(asked) < 2:
        return
    for i in range(asked[0], len(lines)):
        if kinds[i] == "body":
            kinds[i] = "question" if i in asked else "answer"
