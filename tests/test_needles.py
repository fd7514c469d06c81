"""Words that a text must hold before a pattern is tried on it."""

import gc
import re
from collections.abc import Iterable
from pathlib import Path

import pytest

from hanoi_lib.documents import read_document
from hanoi_lib.needles import Guarded, Needles
from hanoi_lib.pipeline import read_statements

ROOT = Path(__file__).parent.parent
FOLDERS = ("data/documents", "tests/practice/documents", "tests/own/dev/documents")

HELD: dict[str, tuple[Needles, str, bool]] = {
    "a word": (Needles("photo|picture"), "A picture of the hall", True),
    "with capitals": (Needles("photo|picture"), "PHOTO: Minh Anh", True),
    "inside a longer word": (Needles("photo|picture"), "The photographer left", True),
    "no word": (Needles("photo|picture"), "The hall was full", False),
    "no text": (Needles("photo|picture"), "", False),
    "a whole word": (Needles("one|ten", whole=True), "One of them", True),
    "a whole word beside a sign": (Needles("one|ten", whole=True), "ten-month", True),
    "no whole word": (Needles("one|ten", whole=True), "The zone is often shown", False),
    "a whole word behind a longer one": (Needles("one|ten", whole=True), "phone, then one", True),
}


@pytest.mark.parametrize(("needles", "text", "held"), HELD.values(), ids=HELD)
def test_what_a_text_holds(needles: Needles, text: str, held: bool) -> None:
    """One of the words in whatever capitals, inside a longer word only where whole ones are not asked for."""
    assert needles.within(text) is held


def test_only_the_stretch_asked_about_counts() -> None:
    """A word before or behind it does not make the pattern run, nor does the pattern reach it."""
    guarded = Guarded(r"doubl\w+", "doubl")
    text = "doubled, rose, doubling"
    assert guarded.search(text, 7, 14) is None
    assert [m.group() for m in guarded.finditer(text, 1)] == ["doubling"]


def _spans(found: Iterable[re.Match[str]]) -> list[tuple[int, int]]:
    return [match.span() for match in found]


def test_no_guard_keeps_a_pattern_from_what_it_would_find() -> None:
    """On every line of the project's texts each guarded pattern finds what it finds without its words."""
    documents = [read_document(path) for folder in FOLDERS for path in sorted((ROOT / folder).glob("*.txt"))]
    read_statements(documents[0])  # so that patterns made at first use are there
    guards = [one for one in gc.get_objects() if isinstance(one, Guarded)]
    lines = [line for document in documents for line in document.plain.splitlines()]
    missed = [
        (guard.pattern.pattern, line)
        for guard in guards
        for line in lines
        if _spans(guard.finditer(line)) != _spans(guard.pattern.finditer(line))
    ]
    assert guards
    assert missed == []
