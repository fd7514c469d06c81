"""A file's bytes -> Document: the text as read, and a folded twin of it that the readers search.

Answers what the document says, from its bytes alone. The folded twin (`plain`) writes every letter without
diacritics and every quote, dash and space in its ASCII form, so that "Hà Nội", "Ha Noi" and a decomposed
"Hà Nội" read alike; `Document.span` leads from its offsets back to those of the text as read. Refuses
whatever is not text: the error names the file and says what to do.
"""

import hashlib
import re
import sys
import unicodedata
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from hanoi_lib.errors import UnreadableDocument

# Signs that news writes in several ways; each is folded to one, always one character for one.
_SIGNS = {
    **dict.fromkeys("‘’‚‛`´ʼ′", "'"),
    **dict.fromkeys("“”„‟«»″", '"'),
    **dict.fromkeys("‐‑‒–−﹣-", "-"),  # the em dash stays: it parts clauses, the others part words and ranges
    **dict.fromkeys(
        "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t", " "
    ),
    "đ": "d",
    "Đ": "D",
    "―": "—",
}
# Characters that take no room in a line, combining marks among them: dropped from `plain`, never from `text`.
_DROPPED = re.compile(
    "[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f\u200b\u200c\u200d\u2060\ufeff\u00ad]"
)


def _letter(code: int) -> str | None:
    """The ASCII letter under the diacritics of one precomposed character, or None if there is none."""
    base = unicodedata.normalize("NFD", chr(code))[0]
    return base if base.isascii() and base.isalpha() else None


_FOLD = {ord(sign): plain for sign, plain in _SIGNS.items()} | {
    code: letter for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00)) if (letter := _letter(code))
}


def fold(text: str) -> str:
    """`text` without diacritics and with plain quotes, dashes and spaces; combining marks are dropped.

    >>> fold("Hà Nội – “Đà Nẵng”")
    'Ha Noi - "Da Nang"'
    """
    return _DROPPED.sub("", text.translate(_FOLD))


@dataclass(frozen=True)
class Document:
    """One document as read. Offsets into `text` are Unicode code points, ends exclusive."""

    document_id: str
    path: str
    text: str
    sha256: str

    @cached_property
    def plain(self) -> str:
        """The folded text that readers search; same length as `text` unless it holds combining marks."""
        return fold(self.text)

    @cached_property
    def _offsets(self) -> tuple[int, ...] | None:
        """For each character of `plain` its place in `text`; None where both run in step."""
        if len(self.plain) == len(self.text):
            return None
        kept = tuple(place for place, c in enumerate(self.text) if not _DROPPED.match(c))
        return (*kept, len(self.text))

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The span of `text` that a non-empty span of `plain` stands for.

        >>> d = Document("d", "d.txt", "Ha\\u0300 No\\u0323\\u0302i", "")
        >>> d.span(0, 2), d.span(3, 6)
        ((0, 3), (4, 9))
        """
        if self._offsets is None:
            return start, end
        return self._offsets[start], self._offsets[end]

    def exact(self, start: int, end: int) -> str:
        """The words of `text` under a span of `plain`."""
        start, end = self.span(start, end)
        return self.text[start:end]


def read_document(path: Path, root: Path | None = None) -> Document:
    """Read one file.

    `path` in the result is relative to `root` (the folder that is built), with forward slashes.

    Raises:
        UnreadableDocument: the file is empty, is no text, or is in an encoding that nothing in it declares.
    """
    name = path.relative_to(root).as_posix() if root else path.name
    try:
        content = path.read_bytes()
    except OSError as error:
        raise UnreadableDocument(
            name,
            f"the file cannot be opened ({error.strerror})",
            "Check that it exists and that you may read it.",
        ) from error
    text = _decode(content, name)
    if not text.strip():
        raise UnreadableDocument(
            name, "the file is empty", "Put the article's text into it, or remove the file."
        )
    return Document(document_id(path), name, text, hashlib.sha256(content).hexdigest())


def document_id(path: Path) -> str:
    """The file's stem, interned because every row of the document carries it."""
    return sys.intern(path.stem)


def _decode(content: bytes, name: str) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        encoding = "utf-16"
    else:
        encoding = "utf-8-sig"
        if b"\x00" in content:
            raise UnreadableDocument(
                name, "this is no text file", "Save the article as plain text (.txt, UTF-8)."
            )
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableDocument(
            name,
            f"byte {error.start} is not {encoding.upper().removesuffix('-SIG')}",
            "Save the file as UTF-8, for example with: iconv -f WINDOWS-1258 -t UTF-8 OLD > NEW",
        ) from error
