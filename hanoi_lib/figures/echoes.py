"""Words that stand for a series told before: "revenue" after tourists, "commitments" after foreign
investment.

Answers with the series such a word takes up. Refuses words that head no noun phrase ("capital
increases") or say themselves what they are of. Reads the `echoes` of `vocabulary/indicators.yml`.
"""

import re
from collections.abc import Sequence
from functools import cache

from hanoi_lib.figures.quantities import Quantity
from hanoi_lib.figures.sentences import MONEY, WORD, Sentence, Topic, fillers
from hanoi_lib.figures.subjects import CLAUSES
from hanoi_lib.scan import load_vocabulary

_FOREIGN = re.compile(
    r"\b(?:foreign|FDI)\b.*\b(?:projects|enterprises|firms|companies)$|\bforeign-invested\b", re.I
)


# What may stand before such a word without telling another kind: "total revenue", but not "business revenue"
_PLAIN = frozenset(
    [
        "total",
        "local",
        "domestic",
        "state",
        "gross",
        "registered",
        "new",
        "foreign",
        "implemented",
        "disbursed",
    ]
)


_IN_KIND = re.compile(r"\)?\s(?:in|of) (?:total )?([a-z]+)\b")  # "VND60 trillion in revenue", after tourists


@cache
def _echoes() -> tuple[tuple[str, frozenset[str], frozenset[str]], ...]:
    table = load_vocabulary("indicators")["echoes"]
    return tuple(
        (code, frozenset(entry["words"]), frozenset(entry["after"])) for code, entry in table.items()
    )


def find_echo(sentence: Sentence, index: int, history: Sequence[Topic], told: Topic | None) -> Topic | None:
    """The series that a word stands for by what was told before: "Revenue is to exceed VND116 trillion"
    of tourism.
    """
    quantity = sentence.quantities[index]
    known = _known_series(sentence, quantity, history, told)
    if known is None or quantity.unit not in (*MONEY, "percent", "times"):
        return None
    floor = history[-1].end if history else 0
    start = max(floor, sentence.quantities[index - 1].end if index else sentence.start)
    clause = CLAUSES.split(sentence.plain[start : quantity.start])[-1]
    words = WORD.findall(clause.lower())[-9:]
    if behind := _IN_KIND.match(sentence.plain, quantity.end, sentence.end):
        words.append(behind[1])
    for code, names, after in _echoes():
        named = _heads(words, names) if known.code in after else []
        if named and not re.search(
            rf"{named[-1]} (?:of|from|in|for) (?!about|around|over|nearly|some|more|at |almost|up )[a-z]",
            clause,
        ):
            return Topic(code, named[-1], bound=True)
    return None


def _known_series(
    sentence: Sentence, quantity: Quantity, history: Sequence[Topic], told: Topic | None
) -> Topic | None:
    """The series spoken of: the last in the sentence, foreign investment where foreign firms are its
    subject, else `told`.
    """
    running = history[-1] if history else None
    if running and running.code is None and _FOREIGN.search(running.label):
        return Topic("fdi", running.label)
    known = next((t for t in reversed(history) if t.code), told)
    if known is None or (running and not running.code):
        foreign = (t for t in sentence.indicators if t.value == "fdi" and t.end < quantity.start)
        return next((Topic("fdi", "foreign investment") for _ in foreign), known)
    return known


def _heads(words: Sequence[str], names: frozenset[str]) -> list[str]:
    """Those of the words that head their noun phrase: not "capital" in "capital increases"."""
    nexts = [*words[1:], "of"]
    return [
        w
        for w, following, last in zip(words, nexts, ["", *words], strict=False)
        if (f"{last} {w}" in names or (w in names and (not last or last in fillers() or last in _PLAIN)))
        and (following in fillers() or following.endswith("ed"))
    ]
