"""Who held a post on a day, or in any stretch of time, as far as the documents tell.

Answers for each known candidate `attested`, `possible` or `excluded`, with the sightings that say so.
Refuses to name one person where the evidence allows more: between two sightings of the same person nobody is
attested, and somebody whom no text names may have held the post whenever nobody is.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Literal

import pandas as pd

from hanoi_lib.errors import HanoiError
from hanoi_lib.spans import parse_span
from hanoi_lib.store import Tables
from hanoi_lib.tenures.handovers import find_table_tenures, name_posts
from hanoi_lib.tenures.memberships import format_window
from hanoi_lib.tenures.sightings import FORMER, Sighting
from hanoi_lib.tenures.tenures import Tenure
from hanoi_lib.wording import say_date, say_list

Status = Literal["attested", "possible", "excluded"]
STATUSES: tuple[Status, ...] = ("attested", "possible", "excluded")
COLUMNS = ("person_id", "name", "post_id", "post", "status", "reason", "attestations")


@dataclass(frozen=True, slots=True)
class Asked:
    """The stretch of time that is asked about."""

    edtf: str
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Answer:
    """What one tenure says of it."""

    tenure: Tenure
    status: Status
    reason: str
    attestations: tuple[str, ...]


def holders(tables: Tables, post: str, on: str) -> pd.DataFrame:
    """Each candidate for a post on a day or any other EDTF date, the surest first.

    `post` is a post_id, or role and body in words ("Secretary of the Hanoi Party Committee"). Acting holders
    of the post are candidates for theirs (`post` tells), and neither exclude nor are excluded by a full one.

    Raises:
        HanoiError: no such post in the tables, or `on` is no date.

    >>> rows = {"documents": [{"document_id": "d", "path": "d.txt"}],
    ...         "persons": [{"person_id": "an", "name": "Le Van An"}],
    ...         "organizations": [{"organization_id": "party", "name": "Hanoi Party Committee"}],
    ...         "posts": [{"post_id": "party/secretary", "role": "secretary", "organization_id": "party",
    ...                    "seats": "one"}],
    ...         "attestations": [{"attestation_id": "d/0-9", "person_id": "an", "post_id": "party/secretary",
    ...                           "date": "2021-02-03", "tense": "present", "document_id": "d", "start": 0,
    ...                           "end": 9, "exact": "Secretary"}]}
    >>> found = holders(Tables.from_rows(rows), "secretary of the Hanoi Party Committee", "2021-02-03")
    >>> list(zip(found["name"], found["status"], found["attestations"]))
    [('Le Van An', 'attested', ('d/0-9',))]
    >>> list(holders(Tables.from_rows(rows), "party/secretary", "2024")["status"])
    ['possible']
    """
    asked, names = _parse_asked(on), name_posts(tables)
    wanted = _find_posts(post, names)
    single = set(tables.posts.loc[tables.posts["seats"] == "one", "post_id"])
    persons = dict(zip(tables.persons["person_id"], tables.persons["name"], strict=True))
    rows = []
    for post_id, group in groupby(find_table_tenures(tables, wanted), key=lambda tenure: tenure.post_id):
        for best in find_answers(list(group), asked, persons, post_id in single):
            rows.append(
                {
                    "person_id": best.tenure.person_id,
                    "name": persons[best.tenure.person_id],
                    "post_id": post_id,
                    "post": names[post_id],
                    "status": best.status,
                    "reason": best.reason,
                    "attestations": best.attestations,
                }
            )
    rows.sort(key=lambda row: (wanted.index(row["post_id"]), STATUSES.index(row["status"]), row["name"]))
    frame = pd.DataFrame(rows, columns=pd.Index(COLUMNS))
    return frame.astype({name: "string" for name in COLUMNS if name != "attestations"})


def find_answers(
    tenures: Sequence[Tenure], asked: Asked, persons: Mapping[str, str], single: bool
) -> list[Answer]:
    """One answer per person from the tenures of one post, by person."""
    answers = [_ask(tenure, asked) for tenure in tenures]
    return list(_best_of_each(list(_exclude(answers, asked, persons)) if single else answers))


def say_holders(found: pd.DataFrame, post: str, on: str) -> str:
    """An answer of `holders` in words.

    >>> nobody = pd.DataFrame([], columns=["name", "status", "post"])
    >>> say_holders(nobody, "Secretary of the Hanoi Party Committee", "2021-02-03")
    'Secretary of the Hanoi Party Committee, 3 February 2021: no text tells.'
    """
    full, acting = found[found["post"] == post], found[found["post"] != post]
    told = _say_statuses(full)
    for other, group in acting[acting["status"] != "excluded"].groupby("post"):
        told += [f"as {str(other).split(' of the ')[0].lower()}: {'; '.join(_say_statuses(group))}"]
    return f"{post}, {say_date(on)}: {'; '.join(told) or 'no text tells'}."


def _say_statuses(found: pd.DataFrame) -> list[str]:
    attested, possible = ([*found.loc[found["status"] == status, "name"]] for status in STATUSES[:2])
    told = [f"{say_list(attested)} attested"] if attested else []
    if possible:
        told.append(
            f"{say_list(possible)} possible" + ("" if attested else ", or somebody whom no text names")
        )
    if len(found) and not told:
        told.append("nobody whom a text names")
    return told


# the question


def _parse_asked(on: str) -> Asked:
    span = parse_span(on)
    if span is None:
        raise HanoiError(f"{on!r} is no date", "Write it as 2025-06-16, 2025-06, 2025 or 2024/2025.")
    return Asked(on, span.start or date.min, span.end or date.max)


def _find_posts(post: str, names: dict[str, str]) -> list[str]:
    """The post that is meant, and then the acting ones beside it."""
    said = {name.lower(): key for key, name in names.items()}
    key = post if post in names else said.get(post.lower())
    if key is None:
        known = say_list(sorted(names.values())[:8]) or "none"
        raise HanoiError(f"no post {post!r} in the tables", f"Posts are, for instance: {known}.")
    body, _, role = key.rpartition("/")
    beside = (f"{body}/{word}-{role}" for word in ("acting", "interim"))
    return [key, *(one for one in beside if one in names)]


# the answers


def _ask(tenure: Tenure, asked: Asked) -> Answer:
    """What a tenure by itself says of the time asked about."""
    seen = tuple(s.attestation_id for s in tenure.sightings if _shows(s, asked))
    if seen:
        return Answer(tenure, "attested", "a text shows them in the post", seen)
    if asked.last < tenure.start.low.day:
        when = f"they came no earlier than {say_date(tenure.start.low.day.isoformat())}"
        return Answer(tenure, "excluded", when, (tenure.start.low.source,))
    if asked.first > tenure.end.high.day:
        when = f"they had left by {say_date(tenure.end.high.day.isoformat())}"
        return Answer(tenure, "excluded", when, (tenure.end.high.source,))
    before, after = _nearest(tenure, asked)
    told = [f"seen {'last' if not after else 'before'}, {_when(before)}"] if before else []
    told += [f"seen {'first' if not before else 'again'}, {_when(after)}"] if after else []
    near = tuple(s.attestation_id for s in (before, after) if s)
    around = [s for s in tenure.core if s.edtf and _may_be_within(s, asked)]
    if around:
        told += [f"seen at some time {_at(around[0])}"]
        near += (around[0].attestation_id,)
    if not near:
        near = tuple(s.attestation_id for s in tenure.sightings)
        told = [
            f"called a former holder by {say_date(tenure.over.text)}" if tenure.over.text else "seen undated"
        ]
    return Answer(tenure, "possible", " and ".join(told), near)


def _shows(sighting: Sighting, asked: Asked) -> bool:
    """Whether a text certainly shows the person in the post within the time asked about."""
    if sighting.edtf is None or sighting.vague:
        return False
    for window in (sighting.first, sighting.last):
        if asked.first <= window.low.day and window.high.day <= asked.last:
            return True
    return sighting.first.high.day <= asked.last and asked.first <= sighting.last.low.day


def _may_be_within(sighting: Sighting, asked: Asked) -> bool:
    return sighting.first.low.day <= asked.last and asked.first <= sighting.last.high.day


def _nearest(tenure: Tenure, asked: Asked) -> tuple[Sighting | None, Sighting | None]:
    """The last sighting that was before, and the first after."""
    before = [s for s in tenure.core if s.last.high.day < asked.first]
    after = [s for s in tenure.core if s.first.low.day > asked.last]
    return (
        max(before, key=lambda s: s.order, default=None),
        min(after, key=lambda s: (s.first.low.day, s.order), default=None),
    )


def _at(sighting: Sighting) -> str:
    """When a sighting was that may have been within the time asked about, or not."""
    when = _when(sighting)
    return when if when.startswith(("by ", "between ")) else f"in {when}"


def _when(sighting: Sighting) -> str:
    return say_date(format_window(sighting.last))


def _exclude(answers: Sequence[Answer], asked: Asked, persons: Mapping[str, str]) -> Iterator[Answer]:
    """On a day on which somebody is seen in a post that one person holds, nobody else is possible; unless
    they came or left on it, for then two held it.
    """
    firm = [a for a in answers if a.status == "attested" and _is_whole_day(a, asked)]
    for answer in answers:
        others = [a for a in firm if a.tenure.person_id != answer.tenure.person_id]
        if answer.status != "possible" or not others:
            yield answer
        else:
            reason = f"{persons[others[0].tenure.person_id]} is seen in the post, which one person holds"
            yield Answer(answer.tenure, "excluded", reason, others[0].attestations)


def _is_whole_day(answer: Answer, asked: Asked) -> bool:
    """Whether the question is for one day, and the person neither came nor left on it."""
    seen = [s for s in answer.tenure.sightings if s.attestation_id in answer.attestations]
    return asked.first == asked.last and all(s.tense in ("present", "since", "new", *FORMER) for s in seen)


def _best_of_each(answers: Sequence[Answer]) -> Iterator[Answer]:
    """Of each person the surest of several tenures; where all are excluded, the nearest in time says why."""
    for _, group in groupby(answers, key=lambda answer: answer.tenure.person_id):
        yield min(group, key=lambda answer: STATUSES.index(answer.status))
