"""What everybody is measured on: the project's documents and practice texts, and what the gold says of them.

Needs nothing but Python, because the peers live in an environment without the library.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
# Folders of documents and of what a careful reader found in them.
SETS = {
    ROOT / "data/documents": ROOT / "tests/gold",
    ROOT / "tests/practice/documents": ROOT / "tests/practice/gold",
}
# Nobody looked at these while the library was written: not for the clock, but for what is found.
HELD_OUT = {ROOT / "tests/own/heldout/documents": ROOT / "tests/own/heldout/gold"}
PAGE = """<!doctype html><html><head><title>{title}</title></head><body>
<nav><a href="/">Home</a> <a href="/politics">Politics</a> <a href="/economy">Economy</a></nav>
<article><h1>{title}</h1>
{paragraphs}
</article><footer><a href="/about">About us</a> <a href="/contact">Contact</a></footer></body></html>"""


@dataclass(frozen=True, slots=True)
class Text:
    """One document, in every form that somebody reads."""

    document_id: str
    path: Path
    text: str
    page: str
    day: str | None
    """A day on which the gold says it was published, for those who must be told."""


def read_gold(folders: Iterable[Path]) -> list[dict[str, Any]]:
    """Every required fact in these folders."""
    paths = [path for folder in folders for path in sorted(folder.glob("*.jsonl"))]
    lines = [line for path in paths for line in path.read_text(encoding="utf-8").splitlines()]
    return [row for line in lines if line.strip() and not (row := json.loads(line)).get("optional")]


def read_texts(folders: Iterable[Path]) -> list[Text]:
    """The texts of these folders."""
    gold = read_gold((SETS | HELD_OUT).values())
    days = {row["document_id"]: _last_day(row["published"]) for row in gold if row["table"] == "documents"}
    paths = [path for folder in folders for path in sorted(folder.glob("*.txt"))]
    return [_text(path, days.get(path.stem)) for path in paths]


def _text(path: Path, day: str | None) -> Text:
    text = path.read_text(encoding="utf-8")
    lines = [escape(line) for line in text.splitlines() if line.strip()]
    page = PAGE.format(title=lines[0], paragraphs="\n".join(f"<p>{line}</p>" for line in lines[1:]))
    return Text(path.stem, path, text, page, day)


def _last_day(published: str) -> str:
    """The last day that an EDTF date allows; the middle of a month or year that it leaves open."""
    last = published.strip("[]~").split("..")[-1].split("/")[-1]
    return last + "-06-15"[len(last) - 4 :] if len(last) == 4 else (last + "-15")[:10]
