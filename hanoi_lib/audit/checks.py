"""All checks of all documents: what each says held against itself, against the others, and against
arithmetic.

Input: the rows of the other tables, by their names, and when the documents were published. Output: the rows
of `checks`, in no order. Each kind has its module: claims and weekdays (one document), currencies, limits,
revisions (several), contradictions of office holders. A check that could not be computed gives no row.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from hanoi_lib.audit.currencies import check_rates, find_rates
from hanoi_lib.audit.limits import check_limits
from hanoi_lib.audit.revisions import check_growth, check_revisions
from hanoi_lib.audit.verdicts import Row, Verdict, build_check
from hanoi_lib.tenures.contradictions import build_post_checks
from hanoi_lib.wording import say_count

Rows = Mapping[str, Sequence[Mapping[str, Any]]]


def build_checks(rows: Rows, published: Mapping[str, object]) -> list[Row]:
    """The checks of all kinds, each once.

    >>> names = ("attestations", "posts", "persons", "organizations", "observations", "targets", "programmes")
    >>> build_checks({name: [] for name in names}, {})
    []
    """
    reported, aimed = rows["observations"], rows["targets"]
    told = [{**row, "role": "reported"} for row in reported] + [{**row, "role": "target"} for row in aimed]
    found = [
        *rows.get("checks", ()),
        *check_rates(find_rates(told, published)),
        *check_limits(told),
        *check_revisions(reported, published),
        *check_growth(reported),
        *check_programmes(rows["programmes"]),
        *build_post_checks(rows, published),
    ]
    return list({str(row["check_id"]): dict(row) for row in found}.values())


def check_programmes(programmes: Sequence[Mapping[str, Any]]) -> Iterator[Row]:
    """The number of items that a text declares against those that it lists.

    A text may leave out some of them, but not list more than there are.

    >>> row = {"label": "task groups", "declared_items": 12, "listed_items": 0, "document_id": "a",
    ...        "start": 0, "end": 18, "exact": "twelve task groups"}
    >>> [(check["verdict"], check["found"]) for check in check_programmes([row])]
    [('ambiguous', 'none listed')]
    """
    for row in programmes:
        if row.get("declared_items") is None:
            continue
        declared, listed = int(row["declared_items"]), int(row["listed_items"])
        verdict: Verdict = "holds" if declared == listed else "differs" if listed > declared else "ambiguous"
        counted = f"{listed} listed" if listed else "none listed"
        expected, label = say_count(declared, "item"), row["label"]
        lists = say_count(listed, "of them", "of them") if listed else "none of them"
        what = f"the text declares {declared} {label} and lists {lists}"
        yield build_check("declared items", verdict, what, expected, counted, [row])
