"""Who held what on any day, worked out beforehand: each post's answer, and since when it is the answer.

Input: the tables. Output: for each post the days on which the answer changes, with the answer in words. What
it says is what `officeholders.holders` says of that day.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import groupby
from typing import Any

from hanoi_lib.charts.folding import order_areas
from hanoi_lib.store import Tables
from hanoi_lib.tenures.handovers import find_table_tenures
from hanoi_lib.tenures.officeholders import Answer, Asked, find_answers
from hanoi_lib.tenures.tenures import Tenure
from hanoi_lib.wording import capitalise, say, say_list

DAY = timedelta(days=1)
ATTESTED = ", attested"
NOBODY = "Nobody whom a text names."


def build_answers(tables: Tables) -> dict[str, Any]:
    """`posts`, the city's first and in each place those of one seat and most holders, each with its answers:
    [first day, words], in the order of time.

    `nobody` is the answer that names nobody. `first` and `last` are the days between which texts tell
    anything, `day` the latest of those on which they attest most. Nothing of it where no text tells anything.

    >>> build_answers(Tables.from_rows({}))
    {}
    """
    tenures = find_table_tenures(tables)
    days = [day for tenure in tenures for day in _list_days(tenure)]
    if not days:
        return {}
    first, last = date(min(days).year, 1, 1), date(min(max(days).year, date.max.year - 1), 12, 31)
    bodies = tables.organizations.set_index("organization_id")
    persons = dict(zip(tables.persons["person_id"], tables.persons["name"], strict=True))
    posts = {str(row["post_id"]): row for row in tables.posts.to_dict("records")}
    held = {key: list(group) for key, group in groupby(tenures, key=lambda tenure: tenure.post_id)}
    told = []
    for post_id in _order(tables, held):
        row, body = posts[post_id], say(bodies.at[posts[post_id]["organization_id"], "name"])
        answers = _follow(held[post_id], first, persons, row["seats"] == "one")
        told.append({"post": capitalise(f"{row['role']}, {body}"), "answers": list(answers)})
    return {
        "first": first.isoformat(),
        "last": last.isoformat(),
        "day": _find_best_day(told) or first.isoformat(),
        "nobody": NOBODY,
        "posts": told,
    }


def _order(tables: Tables, held: Mapping[str, Sequence[Tenure]]) -> list[str]:
    """The posts in the order of places; in each those of one seat first, most holders leading."""
    rows = tables.attestations.merge(tables.posts, on="post_id").merge(
        tables.organizations[["organization_id", "area"]], on="organization_id"
    )
    areas = order_areas(rows)
    places = {row["post_id"]: areas.index(say(row["area"])) for row in rows.to_dict("records")}
    single = set(tables.posts.loc[tables.posts["seats"] == "one", "post_id"])
    return sorted(held, key=lambda key: (places[key], key not in single, -len(held[key]), key))


def find_answer(answers: Sequence[Sequence[str]], day: str) -> str:
    """What a post's answers say of a day, in words.

    >>> find_answer([["2024-01-01", "Nobody."], ["2024-06-01", "An."]], "2024-07-01")
    'An.'
    """
    return next((words for since, words in reversed(answers) if since <= day), "")


def say_day_answers(answers: Mapping[str, Any], day: str, posts: Collection[str]) -> list[tuple[str, str]]:
    """Some posts, each with its answer for a day."""
    asked = (one for one in answers.get("posts", ()) if one["post"] in posts)
    return [(one["post"], find_answer(one["answers"], day)) for one in asked]


def _find_best_day(told: Sequence[Mapping[str, Any]]) -> str | None:
    attested = Counter(day for post in told for day, words in post["answers"] if ATTESTED in words)
    return max(attested, key=lambda day: (attested[day], day), default=None)


def _follow(
    tenures: Sequence[Tenure], first: date, persons: Mapping[str, str], single: bool
) -> Iterator[list[str]]:
    """The answer from the first day on, and each one that differs from the one before."""
    said = None
    for day in sorted({first, *(day for tenure in tenures for day in _list_changes(tenure) if day > first)}):
        asked = Asked(day.isoformat(), day, day)
        words = say_answers(find_answers(tenures, asked, persons, single), persons)
        if words != said:
            yield [day.isoformat(), words]
        said = words


def _list_days(tenure: Tenure) -> Iterator[date]:
    """The days that a tenure's sightings name."""
    for sighting in tenure.sightings:
        for window in (sighting.first, sighting.last):
            yield from (end.day for end in window if end.text)


def _list_changes(tenure: Tenure) -> Iterator[date]:
    """The days on which what is known of a tenure may change: where a date begins, and after it ends."""
    yield from _list_days(tenure)
    ends = [end for s in tenure.sightings for window in (s.first, s.last) for end in window]
    for bound in (*ends, *tenure.start, *tenure.end):
        if bound.text:
            yield bound.day
            yield bound.day + DAY


def say_answers(answers: Sequence[Answer], persons: Mapping[str, str]) -> str:
    """Who is attested and who possible, with why, in one sentence."""
    attested = [persons[a.tenure.person_id] for a in answers if a.status == "attested"]
    possible = [f"{persons[a.tenure.person_id]} ({a.reason})" for a in answers if a.status == "possible"]
    if attested:
        also = f"; possible too: {say_list(possible)}" if possible else ""
        return f"{say_list(attested)}{ATTESTED}{also}."
    if possible:
        return f"Nobody attested. Possible: {', '.join(possible)}, or somebody whom no text names."
    return NOBODY
