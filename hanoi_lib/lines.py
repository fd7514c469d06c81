"""One line of a page and what its shape tells: prose, caption, date line, menu, share bar.

Answers from the line alone, whatever the article is about. Reads `vocabulary/page.yml`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from hanoi_lib.needles import Guarded
from hanoi_lib.scan import load_vocabulary


@dataclass(frozen=True, slots=True)
class Line:
    """One line that is not blank, without the white space around it."""

    start: int
    end: int
    text: str


TERMINAL = re.compile(r"""[.!?…:;]["')\]]{0,3}\s*$""")

# "... of the year. — VNA/VNS", "... of the year. VNA"
CREDIT = re.compile(
    r"""(?:(?:-{1,2}|—)\s*|(?:[.!?]["')]?|/\.)\s)\(?(?P<names>[A-Z]{2,6}(?:/[A-Z]{2,6})*)\)?\.?\s*$"""
)

DATE_ONLY = re.compile(
    r"""^\W*(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day\b\W*)?(?:
        \d{1,2}[/.-]\d{1,2}[/.-]\d{4} | \d{4}-\d{2}-\d{2} | \d{1,2}\ [a-z]{3,9},?\ \d{4}
        | [a-z]{3,9}\.?\ \d{1,2},\ \d{4}
    )\b""",
    re.I | re.X,
)

HAS_DATE = re.compile(
    r"\b\d{1,2}[/.-]\d{1,2}[/.-]\d{4}\b|\b\d{4}-\d{2}-\d{2}\b"
    r"|\b[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4}\b|\b\d{1,2} [A-Z][a-z]{2,8},? \d{4}\b"
)

# "THANH HAI - Saturday, 02/11/2024 18:32 (GMT+7)": a date with labels, a clock time, at most a byline
_BESIDE_DATE = re.compile(
    r"\b(?:published|posted|updated?|last|modified|on|at|by|gmt|source|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b"
    r"|\d{1,2}[:h.]\d{2}(?::\d{2})?|[^\w]|\d",
    re.I,
)


def is_date_line(text: str) -> bool:
    """Whether a line prints a date and little else.

    >>> is_date_line("THANH HAI - 02/11/2024 18:32"), is_date_line("What July 1, 2025 brings for us all")
    (True, False)
    """
    date = HAS_DATE.search(text)
    if date is None or len(text) > 100:
        return False
    return len(_BESIDE_DATE.sub(" ", text[: date.start()] + " " + text[date.end() :]).split()) <= 4


_SEPARATED = re.compile(r"[|»›>•·]|\s{2,}")

PHOTO = Guarded(
    r"\(?\b(?:photos?|illustration|image|picture|graphics?|infographics?|video)\b\s*(?::|by\b"
    r"|courtesy\b|credit\b)"
    r"|(?:[A-Z]{2,6}(?:/[A-Z]{2,6})*|\bfile|\billustrative)\s+photo\b"
    r"(?:(?-i:\s[A-Z][a-z]+){2,4})?\W*$|\bphoto\W*$|^\(?photo\b|- anh \d{1,2}$|\. anh: ",
    "photo|illustration|image|picture|graphic|video| anh | anh:",
    re.I,
)


def names_picture(text: str) -> bool:
    """Whether a line credits a picture: what stands under one.

    >>> names_picture("Deputies in the hall. Photo: Minh Anh"), names_picture("The hall was full.")
    (True, False)
    """
    return PHOTO.search(text) is not None


QUESTION = re.compile(
    r"^\W{0,2}(?:(?:reporter|interviewer|correspondent|journalist)(?-i:(?: [A-Z]\w+){0,5})"
    r"|question|q|pv)\s?:",
    re.I,
)

ANSWER = re.compile(r"^\W{0,2}(?:answer|a)\s?:", re.I)

SPEAKER = re.compile(
    r"^\W{0,2}(?:(?:Mr|Ms|Mrs|Dr|Prof|Assoc)\.? |(?:Chairm[ae]n|Chairwoman|Secretary|Minister"
    r"|Director|Vice Chairman) )*"
    r"([A-Z][a-z]+(?: [A-Z][a-z]+){1,4})\s?: "
)

BULLET = re.compile(r"^\s*(?:[-+*•▪●–—]\s|\(?\d{1,2}[.)]\s|\(?[a-z]\)\s)")


@cache
def page_words() -> tuple[re.Pattern[str], re.Pattern[str], frozenset[str]]:
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


# A caption and the paragraph that lost the break between them: "... (Photo: VNA)Can Tho (VNA) - The ..."
_GLUED = re.compile(r"\((?i:photo|source|image):? [^()]{2,60}\)\.?\s?(?=[A-Z].{60})")


def find_lines(plain: str) -> Iterator[Line]:
    """The lines of a text that are not blank; a caption's credit ends one."""
    for match in re.finditer(r"[^\r\n\u2028\u2029]+", plain):
        text, place = match.group(), 0
        for glued in _GLUED.finditer(text) if "hoto:" in text else ():
            yield from _line(text[place : glued.end()], match.start() + place)
            place = glued.end()
        yield from _line(text[place:], match.start() + place)


def _line(text: str, start: int) -> Iterator[Line]:
    stripped = text.strip()
    if stripped:
        start += text.index(stripped[0])
        yield Line(start, start + len(stripped), stripped)


_WITHIN = re.compile(r"[.,;] ")


@lru_cache(maxsize=1024)  # what a line is depends on those around it, which are asked again and again
def is_prose(text: str) -> bool:
    """A full sentence rather than a heading: ends like one, or is far too long for a heading.

    Long lines without a stop are menus, those that are all commas are keywords.
    """
    if TERMINAL.search(text) or CREDIT.search(text):
        return len(text) > 60
    return len(text) > 220 and _WITHIN.search(text) is not None and not _is_keywords(text)


def _is_keywords(text: str) -> bool:
    """Whether a line is a row of short phrases: "Hanoi's new plan, hanoi, vietnam news, ..."."""
    phrases = text.split(", ")
    return len(phrases) >= 6 and ". " not in text and max(map(len, phrases[1:])) <= 40


# "hoi nghi 1.jpg", and the buttons that go with a picture
_FILE = re.compile(r"[\w .()-]{1,60}\.(?:jpe?g|png|gif|webp)|leftcenterrightdel", re.I)


def is_furniture(text: str) -> bool:
    """Navigation, share bars, tags, counters, clocks; never a line of prose."""
    _, furniture, menu = page_words()
    if furniture.search(text) and len(text) < 160:
        return not (is_prose(text) and len(text) > 90)
    cells = [cell.strip(" :.").lower() for cell in _SEPARATED.split(text) if cell.strip()]
    if all(cell in menu for cell in cells):
        return True
    if _FILE.fullmatch(text) or (_is_keywords(text) and not TERMINAL.search(text)):
        return True
    if text.startswith((">>", "»")) or (" > " in text and not is_prose(text)):
        return True  # a teaser's arrow, or the way to the page: "Home > Investing > Foreign capital"
    if " | " in text and not is_prose(text) and not HAS_DATE.search(text):
        return True
    # Several short cells side by side are a menu; a date among them is the page's own date line.
    return len(cells) >= 4 and max(map(len, cells)) <= 30 and not HAS_DATE.search(text)


_WORD = re.compile(r"[a-z]{4,}")


def known_words(lines: list[Line], kinds: list[str]) -> set[str]:
    """The words of the article's paragraphs, by their first letters: "grow" knows "growth"."""
    prose = (line for line, kind in zip(lines, kinds, strict=True) if not kind and is_prose(line.text))
    return {word[:5] for line in prose for word in _WORD.findall(line.text.lower())}


def strangeness(text: str, known: set[str]) -> float:
    """The share of a heading\'s words that the article does not know."""
    words = _WORD.findall(text.lower())
    return sum(w[:5] not in known for w in words) / len(words) if words else 1.0


def kinship(text: str, opening: set[str], known: set[str]) -> float:
    """How much a heading speaks of the article: of its opening first of all; strange words count less."""
    words = {word[:5] for word in _WORD.findall(text.lower())}
    return 2 * len(words & opening) + len(words & known) - len(words - known) if known else 0
