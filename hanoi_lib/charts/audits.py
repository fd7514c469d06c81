"""The audit in sentences and tables: what differs, what follows, what was passed over, how well it reads.

Input: the tables, and the scores that `hanoi evaluate --output` wrote. Output: `Told` and `Listing` for a
notebook. Every number in them is computed. Where nothing differs, that is said, and nothing is made of it.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from hanoi_lib.audit.margins import Margin, say_margin
from hanoi_lib.charts.checks import build_check_rows, say_checks
from hanoi_lib.charts.findings import Told
from hanoi_lib.charts.listings import Listing
from hanoi_lib.charts.reading import PASSED, READ, build_reading_rows, say_reading, say_share
from hanoi_lib.evaluation import ALL, Score
from hanoi_lib.store import Tables
from hanoi_lib.wording import capitalise, is_missing, say, say_amount, say_count, say_date, say_list

TRUSTED, CHECKED = 0.85, 0.7  # F1 of facts right in every column, in texts held out
SENTENCE = 320  # characters of a sentence in a cell
ENOUGH = 10  # facts from which on a rate says something
LATEST = "own texts, held out"
NAMES = {"documents": "documents (their date)"}
KINDS = {
    "plan": "the plan of which a part was reached",
    "exchange_rate": "rate of exchange",
    "earlier_level": "level before",
    "later_level": "level after",
    "needed_growth": "growth needed a year",
}
ISO = {"VND/USD": "VND", "USD/VND": "USD"}


def tell_checks(tables: Tables) -> Told:
    """What came out of the checks, by kind.

    >>> tell_checks(Tables.from_rows({}))
    Nothing could be checked.
    """
    rows = build_check_rows(tables)
    if rows.empty:
        return Told(f"{say_checks(rows)}.")
    held = int((rows["verdict"] == "holds").sum())
    counts = rows["kind_name"].value_counts().to_dict()
    kinds = say_list([f"{str(name).lower()} ({number})" for name, number in counts.items()])
    return Told(f"{say_checks(rows)}; {say_count(held, 'holds', 'hold')}. Checked were: {kinds}.")


def list_open_checks(tables: Tables) -> Listing | Told:
    """The checks that differ or stay open, with the sentences that they rest on, side by side."""
    rows = build_check_rows(tables)
    rows = rows[rows["verdict"] != "holds"]
    if rows.empty:
        return Told("Nothing differs, and nothing stays open.")
    told = {key: list(group.to_dict("records")) for key, group in tables.passages.groupby("document_id")}
    cited = [_list_sentences([row, *row["more"]], told) for row in rows.to_dict("records")]
    rows = rows.assign(one=[words[0] for words in cited], other=[" / ".join(words[1:]) for words in cited])
    columns = [("verdict", "Verdict"), ("told", "What was tested"), ("one", "What the text says")]
    columns += [("other", "What another text says")] if any(rows["other"]) else []
    return Listing(rows, columns, SENTENCE)


def _list_sentences(
    cited: Sequence[Mapping[Any, Any]], told: Mapping[Any, Sequence[Mapping[Any, Any]]]
) -> list[str]:
    """The sentences that some citations stand in, each once."""
    found = []
    for one in cited:
        inside = (p for p in told.get(one["document_id"], ()) if p["start"] <= one["start"] < p["end"])
        found.append(str(next((p["exact"] for p in inside), one["exact"])))
    return list(dict.fromkeys(found))


def tell_derived(tables: Tables) -> Told:
    """How many figures follow from those that were read.

    >>> tell_derived(Tables.from_rows({}))
    Nothing follows from the figures that were read.
    """
    counts = tables.derived["kind"].value_counts()
    if counts.empty:
        return Told("Nothing follows from the figures that were read.")
    parts = [f"{name} ({counts[kind]})" for kind, name in KINDS.items() if kind in counts]
    whole = capitalise(say_count(len(tables.derived), "figure follows", "figures follow"))
    return Told(f"{whole} from what the documents say: {say_list(parts)}. No document tells them.")


def list_derived(tables: Tables) -> Listing:
    """Derived figures: what, of where and when, between which values, and how it was reckoned."""
    records = tables.derived.to_dict("records")
    rows = tables.derived.assign(
        what=[KINDS[row["kind"]] for row in records],
        of=[", ".join(filter(None, map(say, (_name(row), row["area"])))) for row in records],
        when=[say_date(row["period"]) for row in records],
        figure=[_say_value(row) for row in records],
        between=[_say_range(row) for row in records],
    )
    order = [list(KINDS).index(kind) for kind in rows["kind"]]
    rows = rows.assign(order=order).sort_values(["order", "derived_id"])
    columns = [("what", "Derived"), ("of", "Of"), ("when", "When"), ("figure", "As written")]
    return Listing(rows, [*columns, ("between", "Allowed by rounding"), ("formula", "Reckoned as")])


def _name(row: Mapping[Any, Any]) -> str:
    return say(row["label"])


def _say_value(row: Mapping[Any, Any]) -> str:
    sign = {"~": "about ", ">=": "at least ", "<=": "at most "}.get(str(row["comparator"]), "")
    return sign + say_amount(row["value"], None, ISO.get(row["unit"], row["unit"]))


def _say_range(row: Mapping[Any, Any]) -> str:
    low, high = (None if is_missing(row[end]) else float(row[end]) for end in ("low", "high"))
    ends = Margin(float("-inf") if low is None else low, float("inf") if high is None else high)
    return say_margin(ends, row["unit"])


def tell_reading(tables: Tables) -> Told:
    """How many sentences hold something, how many were read, and which document was read least.

    >>> tell_reading(Tables.from_rows({}))
    No sentence holds anything for the tables.
    """
    rows = build_reading_rows(tables)
    shares = {
        str(name): float((group["state"] == READ).mean())
        for name, group in rows.groupby("document", sort=False)
    }
    least = min(shares, key=lambda name: shares[name], default=None)
    where = f" Least was read of “{least}” ({shares[least]:.0%})." if least and len(shares) > 1 else ""
    return Told(f"{say_reading(rows)}.{where}")


def list_coverage(tables: Tables) -> Listing:
    """Each document: sentences with something in them, what part was read, and what was passed over."""
    rows = build_reading_rows(tables)
    found = []
    for name, group in rows.groupby("document", sort=False):
        cues = {cue: sum(cue in held for held in group["holds"]) for cue in PASSED}
        share = say_share(group).removesuffix(" read")
        found.append({"document": name, "sentences": f"{len(group):,}", "read": share} | cues)
    frame = pd.DataFrame(found, columns=["document", "sentences", "read", *PASSED])
    passed = [(cue, f"Not: {cue}") for cue in PASSED]
    head = [("document", "Document"), ("sentences", "Sentences"), ("read", "Read")]
    return Listing(frame, [*head, *passed])


def tell_scores(scores: Mapping[str, Mapping[str, Score]]) -> Told:
    """Of which tables what is read can be trusted, by texts that nobody looked at while rules were written.

    >>> tell_scores({})
    How well it reads was not measured here.
    """
    latest = scores.get(LATEST, {}).items()
    held = {table: _rate(score) for table, score in latest if table != ALL and score.gold >= ENOUGH}
    if not held:
        return Told("How well it reads was not measured here.")
    trusted = [table for table, rate in held.items() if rate >= TRUSTED]
    poor = [table for table, rate in held.items() if rate < CHECKED]
    trusted, poor = ([NAMES.get(table, table) for table in some] for some in (trusted, poor))
    parts = [f"{say_list(trusted)} can be relied on"] if trusted else []
    parts += [f"{say_list(poor)} have to be read for oneself"] if poor else []
    rest = [table for table, rate in held.items() if CHECKED <= rate < TRUSTED]
    parts += [f"of {say_list(rest)}, the sentence behind a row is worth a look"] if rest else []
    return Told(f"In texts that nobody had looked at before: {'; '.join(parts)}.")


def list_scores(scores: Mapping[str, Mapping[str, Score]]) -> Listing:
    """Each table: in how far what is read is found and right, by set of texts, and what to make of it."""
    tables = list(dict.fromkeys(table for by_table in scores.values() for table in by_table))
    found = []
    for table in tables:
        row = {name: _say_rate(by_table.get(table)) for name, by_table in scores.items()}
        advice = "" if table == ALL else _advise(scores.get(LATEST, {}).get(table))
        found.append({"table": NAMES.get(table, table)} | row | {"advice": advice})
    frame = pd.DataFrame(found, columns=["table", *scores, "advice"])
    return Listing(
        frame, [("table", "Read"), *((name, capitalise(name)) for name in scores), ("advice", "So")]
    )


def _rate(score: Score) -> float:
    return score.rate(score.right)[2]


def _say_rate(score: Score | None) -> str:
    return f"{_rate(score):.2f} (of {score.gold:,})" if score and score.gold else ""


def _advise(score: Score | None) -> str:
    if score is None or score.gold < ENOUGH:
        return "too few to tell"
    if _rate(score) >= TRUSTED:
        return "trust it"
    return "look at the sentence" if _rate(score) >= CHECKED else "read for yourself"
