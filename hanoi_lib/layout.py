"""The lines of a page -> which are the article's headline, standfirst, captions and body, and which are
boilerplate.

Answers from the shape of the lines and of those around them: a block of teasers may stand before,
between or after the article. Refuses to ask what an article is about, but for the words that headings
share with it.
"""

import re

from hanoi_lib.lines import (
    ANSWER,
    BULLET,
    CREDIT,
    DATE_ONLY,
    QUESTION,
    SPEAKER,
    TERMINAL,
    Line,
    is_date_line,
    is_furniture,
    is_prose,
    kinship,
    known_words,
    names_picture,
    page_words,
    strangeness,
)


def find_kinds(lines: list[Line]) -> list[str]:
    """The kind of every line: furniture first, then teaser blocks, then the parts of the article."""
    kinds = ["boilerplate" if is_furniture(line.text) else "" for line in lines]
    _mark_teasers(lines, kinds)
    _mark_repeats(lines, kinds)
    headings = _mark_rows(lines, kinds)
    _mark_strangers(lines, kinds)
    body = next((i for i, line in enumerate(lines) if not kinds[i] and is_prose(line.text)), len(lines))
    _mark_head(lines, kinds, body)
    for i in headings:
        kinds[i] = "headline"
    _mark_article(lines, kinds)
    return kinds


# "Budget revenue: VND25 trillion", and what of such a row is measured
_ROW = re.compile(r"[A-Z(][^:.?!]{2,70}:\s[^:]{0,60}\d[^:]{0,60}")
_MEASURED = re.compile(
    r":.*(?:\d\s?%|\d\sper\s?cent|(?:VN[DĐ]|US\$|USD|\$)\s?\d|\d\s(?:m|b|tr|quadr)illion\b|\d\s(?:VN[DĐ]|USD|dong)\b)"
)


def _mark_rows(lines: list[Line], kinds: list[str]) -> list[int]:
    """The rows of a table that is set as lines are body; the line above each run of them is its heading."""
    headings = []
    i = 0
    while i < len(lines):
        end = next(
            (j for j in range(i, len(lines)) if kinds[j] or not _ROW.fullmatch(lines[j].text)), len(lines)
        )
        if sum(bool(_MEASURED.search(line.text)) for line in lines[i:end]) > 1:
            kinds[i:end] = ["body"] * (end - i)
            above = lines[i - 1].text if i and not kinds[i - 1] else ""
            if _may_lead(above):
                headings.append(i - 1)
        i = max(end, i + 1)
    return headings


def _may_lead(text: str) -> bool:
    """Whether a line can be the heading of rows: no sentence, no date, no item."""
    other = TERMINAL.search(text) or is_prose(text) or is_date_line(text) or BULLET.match(text)
    return bool(text) and not other


def _mark_teasers(lines: list[Line], kinds: list[str]) -> None:
    """Boilerplate from a teaser heading until the article goes on, which may be never.

    The article goes on where two paragraphs of prose follow each other: a teaser is a heading with at
    most one paragraph under it. A closing credit ("— VNA") before the heading means that nothing is to come.
    """
    heading, _, _ = page_words()
    place = 0
    while place < len(lines):
        if not heading.search(lines[place].text):
            place += 1
            continue
        ended = any(CREDIT.search(line.text) for line in lines[:place])
        end = len(lines) if ended else _article_resumes(lines, kinds, place + 1)
        if end == len(lines) and not ended and not _has_begun(lines, kinds, place):
            end = _last_sentence(lines, kinds, place + 1)
        for i in range(place, end):
            kinds[i] = "boilerplate"
        place = max(end, place + 1)


def _has_begun(lines: list[Line], kinds: list[str], place: int) -> bool:
    return any(is_prose(line.text) for i, line in enumerate(lines[:place]) if not kinds[i])


def _last_sentence(lines: list[Line], kinds: list[str], place: int) -> int:
    """An article of one sentence, below a block of teasers: the last line that ends as sentences do."""
    ends = [i for i in range(place, len(lines)) if not kinds[i] and TERMINAL.search(lines[i].text)]
    return _headline_above(lines, kinds, ends[-1], place) if ends else len(lines)


def _article_resumes(lines: list[Line], kinds: list[str], place: int) -> int:
    for i in range(place, len(lines)):
        if not is_prose(lines[i].text) or kinds[i]:
            continue
        follows = next((j for j in range(i + 1, len(lines)) if not names_picture(lines[j].text)), len(lines))
        if follows < len(lines) and is_prose(lines[follows].text):
            return _headline_above(lines, kinds, i, place)
    return _last_paragraph(lines, kinds, place)


def _last_paragraph(lines: list[Line], kinds: list[str], place: int) -> int:
    """The article's last paragraph, alone behind a block of teasers, by the words it shares with the rest."""
    alone = [i for i in range(place, len(lines)) if not kinds[i] and is_prose(lines[i].text)]
    if len(alone) != 1 or not _has_begun(lines, kinds, place - 1):
        return len(lines)
    known = known_words(lines[: place - 1], kinds[: place - 1])
    return alone[0] if strangeness(lines[alone[0]].text, known) <= AKIN else len(lines)


AKIN = 0.6  # the share of strange words up to which a paragraph belongs to an article


def _headline_above(lines: list[Line], kinds: list[str], body: int, floor: int) -> int:
    """The article's own heading right above its first paragraph, with only date lines and furniture between.

    Only where the article has not begun before the teasers; otherwise it goes on with the paragraph itself.
    """
    if _has_begun(lines, kinds, floor - 1):
        return body
    top = body
    while top > floor and (
        kinds[top - 1] or DATE_ONLY.search(lines[top - 1].text) or is_prose(lines[top - 1].text)
    ):
        top -= 1
    return max(top - 1, floor)


def _mark_strangers(lines: list[Line], kinds: list[str]) -> None:
    """Headings around the article that share no words with it are teasers that no heading announces.

    Above the article all but the last heading must share most of their words with it; below it every line
    that is no prose, no caption and no row of a list that the article opened.
    """
    prose = [i for i, line in enumerate(lines) if not kinds[i] and is_prose(line.text)]
    if not prose:
        return
    known = known_words(lines, kinds)
    for i in range(prose[0]):
        heads_left = any(not kinds[j] and _may_head(lines[j].text) for j in range(i + 1, prose[0]))
        is_strange = not is_date_line(lines[i].text) and strangeness(lines[i].text, known) > 0.5
        if not kinds[i] and heads_left and is_strange:
            kinds[i] = "boilerplate"
    for i in range(prose[0] + 1, prose[-1]):
        title = not kinds[i] and kinds[i - 1] == "boilerplate" and _may_head(lines[i].text)
        if title and not is_prose(lines[i].text) and strangeness(lines[i].text, known) > 0.5:
            kinds[i] = "boilerplate"  # a teaser's title right below furniture
    listed = lines[prose[-1]].text.endswith(":")
    for i in range(prose[-1] + 1, len(lines)):
        opens = lines[i].text.endswith(":") and len(lines[i].text.split()) > 3
        listed = opens or (listed and (bool(BULLET.match(lines[i].text)) or ":" in lines[i].text))
        if (
            not kinds[i]
            and not listed
            and not names_picture(lines[i].text)
            and not TERMINAL.search(lines[i].text)
        ):
            kinds[i] = "boilerplate"


def _may_head(text: str) -> bool:
    """Whether a line can be the article's headline: no name alone, no date line, no item of a list."""
    words = text.split()
    is_name = len(words) == 4 and all(word[:1].isupper() for word in words)
    fits = len(words) >= 4 and not is_name and not text.isupper()
    return fits and not is_date_line(text) and not BULLET.match(text)


def _mark_repeats(lines: list[Line], kinds: list[str]) -> None:
    """A short line that repeats the one before it, word for word, is a teaser's linked title."""
    for i in range(1, len(lines)):
        if lines[i].text == lines[i - 1].text and not is_prose(lines[i].text):
            kinds[i] = "boilerplate"


def _mark_head(lines: list[Line], kinds: list[str], body: int) -> None:
    """What stands above the first paragraph: the headline is the heading that shares most words with the
    article, what follows it the standfirst, what stands before it the page's own.
    """
    heads = [
        i
        for i in range(body)
        if not kinds[i]
        and not DATE_ONLY.search(lines[i].text)
        and not is_date_line(lines[i].text)
        and not names_picture(lines[i].text)
    ]
    long = [i for i in heads if _may_head(lines[i].text)]
    opening = known_words(lines[body : body + 1], kinds[body : body + 1])
    known = known_words(lines, kinds)
    headline = max(long, key=lambda i: (kinship(lines[i].text, opening, known), -i), default=None)
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


def _is_standfirst(lines: list[Line], kinds: list[str], headline: int, body: int) -> bool:
    follows = next((i for i in range(body + 1, len(lines)) if not kinds[i]), None)
    return (
        follows is not None
        and not _DATELINE.search(lines[body].text)
        and bool(_DATELINE.search(lines[follows].text))
    )


def _mark_article(lines: list[Line], kinds: list[str]) -> None:
    asked = False
    for i, line in enumerate(lines):
        if kinds[i]:
            continue
        if len(line.text) < 400 and (names_picture(line.text) or _is_doubled(lines, i)):
            kinds[i] = "caption"
        elif QUESTION.match(line.text):
            kinds[i], asked = "question", True
        elif ANSWER.match(line.text) or (asked and SPEAKER.match(line.text)):
            kinds[i], asked = "answer", True
        elif (
            SPEAKER.match(line.text)
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
            not is_prose(line.text)
            and not DATE_ONLY.search(line.text)
            and not is_date_line(line.text)
            and not BULLET.match(line.text)
            and len(line.text) < 120
            and not TERMINAL.search(line.text)
        ):
            kinds[i] = "headline"
        else:
            kinds[i] = "body"
    _mark_interview(lines, kinds)


def _is_doubled(lines: list[Line], i: int) -> bool:
    """Whether a short line stands there twice: what a picture shows, and its caption."""
    doubled = i > 0 and i + 1 < len(lines) and lines[i + 1].text == lines[i].text
    return doubled and not is_prose(lines[i].text)


def _mark_interview(lines: list[Line], kinds: list[str]) -> None:
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
