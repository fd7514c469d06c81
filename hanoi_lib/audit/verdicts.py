"""One row of `checks`: what was tested, what would agree, what is there, the verdict, the words tested.

`holds` where the words agree within the rounding they are written with, `differs` where not all of them can
be true, `ambiguous` where they can be read in more than one way or leave the answer open.
"""

from collections.abc import Mapping, Sequence
from typing import Any, Literal

from hanoi_lib.audit.margins import Margin

Row = dict[str, Any]
Verdict = Literal["holds", "differs", "ambiguous"]

CITATION = ("document_id", "start", "end", "exact")


def build_check(
    kind: str,
    verdict: Verdict,
    statement: str,
    expected: str | None,
    found: str | None,
    cited: Sequence[Mapping[str, Any]],
) -> Row:
    """A check of what some rows say; `cited` are rows with a citation, in the order of the statement.

    >>> row = {"document_id": "a", "start": 0, "end": 3, "exact": "25%"}
    >>> build_check("share", "holds", "four of 16 are 25%", "25%", "25%", [row])["check_id"]
    'share/a/0-3'
    """
    citations = [{column: row[column] for column in CITATION} for row in cited]
    spans = list(dict.fromkeys(f"{c['document_id']}/{c['start']}-{c['end']}" for c in citations))
    return {
        "check_id": f"{kind.replace(' ', '-')}/{'+'.join(spans)}",
        "kind": kind,
        "statement": statement,
        "expected": expected,
        "found": found,
        "verdict": verdict,
        "citations": citations,
    }


def judge(expected: Margin, found: Margin) -> Verdict:
    """Whether what is there may be what should be, as both were rounded.

    >>> judge(Margin(24.97, 24.97), Margin(24.5, 25.5)), judge(Margin(30, 31), Margin(24.5, 25.5))
    ('holds', 'differs')
    """
    return "holds" if expected.meets(found) else "differs"
