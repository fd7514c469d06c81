"""One sentence as the readers of figures see it, and the topic that a figure in it has.

Answers with records: `Sentence` (its span, the quantities in it, the indicators named) and `Topic`
(code, label), and with the groups of codes that `indicators.yml` declares. Refuses nothing: it only
holds what others found.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from hanoi_lib.figures.quantities import Quantity
from hanoi_lib.scan import Term, load_vocabulary


@dataclass(frozen=True, slots=True)
class Topic:
    """What a figure is about. `code` is None where no indicator fits; `bound` says that grammar, not
    nearness, tells it.
    """

    code: str | None
    label: str
    bound: bool = False
    end: int = 0
    """Where the words end that grammar binds to the right of a quantity: they are no later quantity's
    subject.
    """


@dataclass(frozen=True, slots=True)
class Sentence:
    """The span of one sentence with what the scan found in it."""

    plain: str
    start: int
    end: int
    quantities: Sequence[Quantity]
    indicators: Sequence[Term]


def without_abbreviations(plain: str, terms: Sequence[Term]) -> list[Term]:
    """The terms without those in brackets that only abbreviate: "gross domestic product (GDP)".

    Nor is a verb a term: "accounts for".
    """
    kept = [t for t in terms if not (plain.startswith("accounts for", t.start))]
    return [t for i, t in enumerate(kept) if not (i and _abbreviates(plain, kept[i - 1], t))]


def _abbreviates(plain: str, full: Term, term: Term) -> bool:
    bracketed = plain[full.end : term.start] == " (" and plain.startswith(")", term.end)
    return bracketed and full.value.startswith(term.value)


@cache
def groups() -> dict[str, frozenset[str]]:
    """The groups of codes that `indicators.yml` declares beside the phrases."""
    content = load_vocabulary("indicators")
    named = {
        key: frozenset(content[key])
        for key in (
            "economy_wholes",
            "weak",
            "money",
            "flow",
            "national",
            "commodities",
            "counted",
            "unranked",
            "standing",
            "rates",
            "many",
        )
    }
    return named | {f"percent_{kind}": frozenset(codes) for kind, codes in content["percent"].items()}


WORD = re.compile(r"[A-Za-z][\w'&.-]*")

MONEY = ("VND", "USD")


@cache
def fillers() -> frozenset[str]:
    """Words that go on telling of the subject named before."""
    return frozenset(load_vocabulary("cues")["fillers"])
