"""Bounds of tenures, proved on simulated truths: what was, what texts told of it, what follows from them."""

import itertools
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from hanoi_lib.tenures.contradictions import build_post_checks
from hanoi_lib.tenures.sightings import FOREVER, NEVER
from hanoi_lib.tenures.tenures import find_tenures

FIRST = date(2010, 1, 1)
PEOPLE = ("an", "binh", "chi", "dung")
POSTS = ("body/secretary", "body/chairman")
MANNERS = ["start", "end", "new", "past", "until", "whole", "since"]
SEATS = dict.fromkeys(POSTS, "one")


@dataclass(frozen=True)
class Truth:
    """Somebody held a post from one day to another."""

    post: str
    person: str
    start: date
    end: date


Told = dict[str, Any]


def write(day: date, manner: str, slack: int) -> str | None:
    """A day as a text may date it: exactly, roughly, or not at all."""
    return {
        "day": day.isoformat(),
        "month": day.isoformat()[:7],
        "year": day.isoformat()[:4],
        "range": f"[{day - timedelta(days=slack)}..{day + timedelta(days=700 - slack)}]",
        "by": f"[..{day + timedelta(days=slack)}]",
        "none": None,
    }[manner]


@st.composite
def draw_truths(draw: st.DrawFn) -> list[Truth]:
    """One post after the other: holders who follow one another, at times after a vacancy, at times again."""
    truths: list[Truth] = []
    for post in POSTS:
        day = FIRST
        for person in draw(st.lists(st.sampled_from(PEOPLE), min_size=1, max_size=5)):
            earlier = [t for t in truths if (t.post, t.person) == (post, person)]
            vacancy = draw(st.integers(0, 90)) + (100 if earlier else 0)
            start = day + timedelta(days=vacancy)
            day = start + timedelta(days=draw(st.integers(70, 900)))
            truths.append(Truth(post, person, start, day))
    return truths


@st.composite
def draw_sighting(draw: st.DrawFn, truths: list[Truth]) -> tuple[Told, Truth]:
    """What one text tells of one tenure. Of somebody who comes back, texts tell the month at least, or no
    date: else nobody could say which tenure they mean.
    """
    truth = draw(st.sampled_from(truths))
    own = [t for t in truths if (t.post, t.person) == (truth.post, truth.person)]
    manners = ["day", "month", "by", "none"] + (["year", "range"] if len(own) == 1 else [])
    day = truth.start + timedelta(days=draw(st.integers(0, (truth.end - truth.start).days)))
    slack = draw(st.integers(0, 700))
    tense = draw(
        st.sampled_from(["present"] * 6 + ["start", "end", "new", "past", "until", "whole", "since"])
    )
    told = write(day, draw(st.sampled_from(manners)), slack)
    exact = ["day"] if len(own) > 1 else ["day", "month", "year"]
    if tense in ("start", "end"):
        told = write(truth.start if tense == "start" else truth.end, draw(st.sampled_from(exact)), 0)
    elif tense == "until":
        told = f"[..{write(truth.end, draw(st.sampled_from(exact)), 0)}]"
    elif tense == "past":
        back = min((t.start for t in own if t.start > truth.end), default=date(2040, 1, 1))
        told = f"[..{min(truth.end + timedelta(days=slack), back - timedelta(days=1))}]"
    elif tense == "whole":
        manner = draw(st.sampled_from(exact))
        tense, told = "past", f"{write(truth.start, manner, 0)}/{write(truth.end, manner, 0)}"
    elif tense == "since":
        told = f"{write(truth.start, draw(st.sampled_from(exact)), 0)}/{day}"
    return {"person_id": truth.person, "post_id": truth.post, "date": told, "tense": tense}, truth


@st.composite
def draw_case(draw: st.DrawFn) -> tuple[list[Told], dict[str, Truth]]:
    """Attestations of a simulated truth, and which tenure each is of."""
    truths = draw(draw_truths())
    drawn = draw(st.lists(draw_sighting(truths), min_size=1, max_size=9))
    rows = [row | {"attestation_id": f"text/{n}"} for n, (row, _) in enumerate(drawn)]
    return rows, {f"text/{n}": truth for n, (_, truth) in enumerate(drawn)}


@settings(max_examples=400, deadline=None, derandomize=True)
@given(draw_case())
def test_the_true_start_and_end_lie_within_the_bounds(case: tuple[list[Told], dict[str, Truth]]) -> None:
    """Of the tenures that a membership's sightings saw, one began and one ended within its bounds."""
    rows, truths = case
    for tenure in find_tenures(rows, SEATS):
        seen = [truths[s.attestation_id] for s in tenure.sightings]
        assert any(tenure.start.low.day <= t.start <= tenure.start.high.day for t in seen)
        assert any(tenure.end.low.day <= t.end <= tenure.end.high.day for t in seen)


@settings(max_examples=200, deadline=None, derandomize=True)
@given(draw_case(), st.randoms(use_true_random=False))
def test_the_order_of_documents_never_matters(
    case: tuple[list[Told], dict[str, Truth]],
    random: Any,  # noqa: ANN401 - hypothesis' own kind of Random
) -> None:
    """Shuffled sightings give the same tenures with the same bounds."""
    rows = list(case[0])
    wanted = find_tenures(rows, SEATS)
    random.shuffle(rows)
    assert find_tenures(rows, SEATS) == wanted


@settings(max_examples=400, deadline=None, derandomize=True)
@given(draw_case())
def test_a_further_sighting_never_widens_a_bound(case: tuple[list[Told], dict[str, Truth]]) -> None:
    """Unless it parts a tenure, or shows that it may have been parted (`checks` tells), or that a roughly
    dated sighting may be on either side of somebody else's and so bounds nothing.
    """
    rows, _ = case
    *fewer, added = rows
    before, after = find_tenures(fewer, SEATS), find_tenures(rows, SEATS)
    if find_checks(rows) - find_checks(fewer):
        return
    for one in before:
        own = {s.attestation_id for s in one.sightings}
        heirs = [t for t in after if own & {s.attestation_id for s in t.sightings}]
        core = {s.attestation_id for s in one.core}
        if len(heirs) == 1 and core <= {s.attestation_id for s in heirs[0].core}:
            (other,) = heirs
            joined = {s.attestation_id for s in other.sightings} - own - {added["attestation_id"]}
            assert joined or one.start.low.day <= other.start.low.day
            assert joined or other.start.high.day <= one.start.high.day
            assert joined or one.end.low.day <= other.end.low.day
            assert joined or other.end.high.day <= one.end.high.day


def find_checks(rows: list[Told]) -> set[str]:
    """The ids of what is contradictory or ambiguous in some sightings."""
    cited = [row | {"document_id": "text", "start": 0, "end": 1, "exact": "x"} for row in rows]
    tables = {
        "attestations": cited,
        "persons": [{"person_id": who, "name": who.title()} for who in PEOPLE],
        "organizations": [{"organization_id": "body", "name": "Body"}],
        "posts": [
            {"post_id": post, "role": post.split("/")[1], "organization_id": "body", "seats": "one"}
            for post in POSTS
        ],
    }
    return {str(row["check_id"]) for row in build_post_checks(tables)}


def test_ten_thousand_sightings_take_no_longer_than_their_number_asks() -> None:
    """Four times as many take little more than four times as long: everything is sorted, nothing paired."""

    def measure(number: int) -> float:
        days = [FIRST + timedelta(days=(n * 7919) % 9000) for n in range(number)]
        rows = [
            {
                "attestation_id": f"text/{n}",
                "person_id": f"person-{n * 31 % 97}",
                "post_id": POSTS[0],
                "date": write(day, ("day", "month", "year", "by", "none")[n % 5], 30),
                "tense": "present",
            }
            for n, day in enumerate(days)
        ]
        begun = time.process_time()
        find_tenures(rows, SEATS)
        return time.process_time() - begun

    few = min(measure(2500) for _ in range(3))
    assert min(measure(10_000) for _ in range(2)) < 10 * few


# tightness, against every world that the sightings allow

DAYS = 7
Window = tuple[int, int]


def day_of(number: int) -> date:
    """Day 0, 1, 2 of a short history."""
    return FIRST + timedelta(days=number)


@st.composite
def draw_windows(draw: st.DrawFn) -> list[tuple[str, Window]]:
    """A few sightings within a week, each on one of up to three days."""
    window = st.tuples(st.integers(0, DAYS - 1), st.integers(0, 2)).map(lambda w: (w[0], w[0] + w[1]))
    return draw(st.lists(st.tuples(st.sampled_from(PEOPLE[:3]), window), min_size=1, max_size=5))


def list_worlds(seen: list[tuple[str, Window]]) -> Iterator[tuple[int, ...]]:
    """Every day on which each sighting can have been."""
    return itertools.product(*(range(low, high + 1) for _, (low, high) in seen))


@settings(max_examples=300, deadline=None, derandomize=True)
@given(draw_windows())
def test_no_narrower_bounds_follow_from_the_sightings(seen: list[tuple[str, Window]]) -> None:
    """Each end of each bound is reached in a world that the sightings allow, and none goes beyond it.

    A tenure may reach from its first to its last sighting, and on either side as far as the next sighting of
    anybody else, or of the same person in another tenure.
    """
    rows = [
        {
            "attestation_id": f"{n}",
            "person_id": who,
            "post_id": POSTS[0],
            "tense": "present",
            "date": f"[{day_of(low)}..{day_of(high)}]",
        }
        for n, (who, (low, high)) in enumerate(seen)
    ]
    worlds = list(list_worlds(seen))
    for tenure in find_tenures(rows, SEATS):
        core = [int(s.attestation_id) for s in tenure.core]
        own = {int(s.attestation_id) for s in tenure.sightings}
        rest = [n for n in range(len(seen)) if n not in own]
        starts = [min(world[n] for n in core) for world in worlds]
        ends = [max(world[n] for n in core) for world in worlds]
        lows = [
            max((world[n] for n in rest if world[n] < first), default=-1)
            for world, first in zip(worlds, starts, strict=True)
        ]
        highs = [
            min((world[n] for n in rest if world[n] > last), default=99)
            for world, last in zip(worlds, ends, strict=True)
        ]
        assert tenure.start.low.day == (NEVER.day if min(lows) < 0 else day_of(min(lows)))
        assert tenure.start.high.day == day_of(max(starts))
        assert tenure.end.low.day == day_of(min(ends))
        assert tenure.end.high.day == (FOREVER.day if max(highs) == 99 else day_of(max(highs)))
