"""The explorers of the audit: what the documents say held against itself, and what was read in them."""

from hanoi_lib.charts import checks, reading
from hanoi_lib.explorers.explorers import Explorer
from hanoi_lib.explorers.views import SEARCH, Filter, View
from hanoi_lib.store import Tables

CHECKS = View(
    "checks",
    "What the documents say, held against itself",
    "check",
    "checks",
    "check_id",
    checks.build_check_rows,
    checks.chart_check_rows,
    checks.say_checks,
    (
        Filter("verdict", "Verdict"),
        Filter("kind_name", "Kind of check"),
        Filter("documents", "Document"),
        Filter("words", "Search", "text"),
    ),
    (
        ("told", "What was tested"),
        ("verdict", "Verdict"),
        ("expected", "Should be"),
        ("found", "Is"),
        ("kind_name", "Kind of check"),
    ),
    "{verdict}: {told}",
    checks.find_open,
)
READING = View(
    "reading",
    "What was read, and what was passed over",
    "sentence",
    "passages",
    "passage_id",
    reading.build_reading_rows,
    reading.chart_reading_rows,
    reading.say_reading,
    (Filter("document", "Document"), Filter("holds", "Passed over with"), SEARCH),
    (("document", "Document"), ("told", "What became of it"), ("kind", "Part of the article")),
    "{told}: {exact}",
    reading.find_passed,
)


def explore_checks(tables: Tables) -> Explorer:
    """What holds, what differs and what stays open, by verdict, kind of check and document.

    >>> explore_checks(Tables.from_rows({}))
    <Explorer checks: no checks of no checks>
    """
    return Explorer(tables, CHECKS)


def explore_reading(tables: Tables) -> Explorer:
    """Sentences that were read and those passed over, by document and by what they hold.

    >>> explore_reading(Tables.from_rows({})).selection.empty
    True
    """
    return Explorer(tables, READING)
