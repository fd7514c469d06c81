"""How clear an undertaking is, by the six things that official work plans ask to be clear.

Answers, for each commitment, which of person, task, time, accountability, product and authority the text
names for it, and by which words, from its row and the sentence it stands in:

- person: whoever is to do it is a person or a body, not a city or "agencies";
- task: a deed that is done at some point, not one of degree ("strengthen", "focus on");
- time: a date by which, as the row has it;
- accountability: who answers for it, leads it or looks after it;
- product: what will be there when it is done: a thing built or issued, or a number of them;
- authority: the law, decision or approval that it rests on or asks for.

What a sentence does not name is missing; it may stand elsewhere in the document, or be known to everybody
there. It says what the text names, not whether the undertaking is a good one.

Reads `terms.clarity`, `bodies` and `degree` of `vocabulary/clarity.yml`.
"""

import re
from collections.abc import Collection, Mapping
from functools import cache
from typing import Any

import pandas as pd

from hanoi_lib.documents import fold
from hanoi_lib.scan import find_terms, load_vocabulary
from hanoi_lib.store import Tables
from hanoi_lib.wording import say

CLARITIES = ("person", "task", "time", "accountability", "product", "authority")
FILE = ("clarity",)
# What a verb is about, up to the first word that leads away from it: "open | flights | to the airport",
# "plant | trees".
_OBJECT = re.compile(
    r"\S+\s(.*?)(?=\s(?:to|for|at|in|on|from|by|into|through|along|that|which|where|based)\s|\Z)"
)
# "5,000 flats", "85%", "VND90 billion". Must not match years and terms of time.
_AMOUNT = re.compile(
    r"(?:VND|US\$|\$)\s?\d[\d,.]*(?:\s(?:m|b|tr)illion)?"
    r"|(?<![\w.,/-])(?!(?:19|20)\d\d\b)\d[\d,.]*(?:\s?%|\s?per\s?cent|\s?(?:km|ha)\b"
    r"|\s(?!days?\b|weeks?\b|months?\b|years?\b|quarters?\b|hours?\b)(?:[a-z-]+\s){0,2}?[a-z]{2,}s\b)"
)

# What stands before a number that only names something: "Resolution 15", "Ring Road 4", "July 9".
_NAMING = re.compile(r"(?:\b[A-Z][a-z]+\.?|\bNo\.?)\s\Z")


def build_clarity(tables: Tables) -> pd.DataFrame:
    """The commitments with a column for each of CLARITIES: the words that name it, or missing.

    >>> build_clarity(Tables.from_rows({})).empty
    True
    """
    rows = tables.commitments
    names = {fold(name) for name in tables.persons["name"]}
    sentences = find_sentences(tables, rows)
    found = [
        find_clarities(row, sentence, names)
        for row, sentence in zip(rows.to_dict("records"), sentences, strict=True)
    ]
    columns = {
        name: pd.Series([one.get(name) for one in found], index=rows.index, dtype="string")
        for name in CLARITIES
    }
    return rows.assign(**columns)


def find_sentences(tables: Tables, rows: pd.DataFrame) -> list[str]:
    """The sentence in which each row begins; its own words where no passage holds them."""
    passages = {key: group.to_dict("records") for key, group in tables.passages.groupby("document_id")}
    return [
        next(
            (
                str(one["exact"])
                for one in passages.get(row["document_id"], [])
                if one["start"] <= row["start"] < one["end"]
            ),
            str(row["exact"]),
        )
        for row in rows.to_dict("records")
    ]


def find_clarities(row: Mapping[Any, Any], sentence: str, names: Collection[str]) -> dict[str, str]:
    """What a commitment names, by the words that do so; `names` are those of persons.

    >>> row = {"kind": "plan", "actor": "Transport Board", "action": "open two bridges", "due": "2030"}
    >>> find_clarities(row, "The Transport Board will open two bridges by 2030.", ())
    {'person': 'Transport Board', 'task': 'open two bridges', 'time': '2030', 'product': 'bridges'}
    """
    plain, action = fold(sentence), fold(say(row["action"]))
    doer = say(row["actor"] if row["kind"] == "plan" else row.get("counterpart"))
    found = {
        "person": doer if _is_somebody(doer, names) else "",
        "task": "" if _degree().match(action) else action,
        "time": say(row.get("due")),
        "accountability": _find_words(plain, "accountability"),
        "product": _find_words(_find_object(action), "product") or _find_amount(action),
        "authority": _find_words(plain, "authority"),
    }
    return {name: words for name, words in found.items() if words}


def _is_somebody(doer: str, names: Collection[str]) -> bool:
    """Whether somebody could be asked: a person known by name, or a body."""
    return fold(doer) in names or bool(_bodies().search(fold(doer)))


def _find_words(plain: str, clarity: str) -> str:
    """The first words that name it; those that two things could be named by count for the longer phrase."""
    found = (term for term in find_terms(plain, FILE).of("clarity") if term.value == clarity)
    return next((plain[term.start : term.end] for term in found), "")


def _find_object(action: str) -> str:
    found = _OBJECT.match(action)
    return found[1] if found else ""


def _find_amount(action: str) -> str:
    found = (one for one in _AMOUNT.finditer(action) if not _NAMING.search(action[: one.start()]))
    return next((one[0] for one in found), "")


@cache
def _bodies() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(load_vocabulary('clarity')['bodies'])})\b")


@cache
def _degree() -> re.Pattern[str]:
    """A verb of degree at the beginning, in any of its forms, after adverbs."""
    verbs = "|".join(sorted(load_vocabulary("clarity")["degree"], key=len, reverse=True))
    stems = re.sub(r"e\b", "", verbs)
    return re.compile(
        rf"(?:also\s|to\s|and\s|\w+ly\s){{0,2}}(?:{verbs}|(?:{stems})(?:e|es|s|ed|d|ing))\b", re.I
    )
