"""Answers for any day, worked out beforehand, and the slider that asks for them in JupyterLab."""

from collections.abc import Callable
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest

import hanoi_lib as hanoi
from hanoi_lib.explorers.answers import NOBODY, build_answers, find_answer
from hanoi_lib.store import Tables
from hanoi_lib.tenures.officeholders import holders
from hanoi_lib.wording import say_count

ROOT = Path(__file__).parent.parent
SECRETARY = "Secretary, Hanoi Party Committee"


@pytest.fixture(scope="module")
def five() -> Tables:
    """The tables of the five documents, as committed."""
    return hanoi.read(ROOT / "data" / "tables")


def test_the_answer_of_every_day_is_that_of_holders(five: Tables) -> None:
    """Every ninth day of all years, and every day on which an answer changes: same names, same status."""
    answers = build_answers(five)
    (post,) = (one for one in answers["posts"] if one["post"] == SECRETARY)
    first, last = date.fromisoformat(answers["first"]), date.fromisoformat(answers["last"])
    days = {(first + timedelta(days=n)).isoformat() for n in range(0, (last - first).days, 9)}
    for day in sorted(days | {since for since, _ in post["answers"]}):
        words = find_answer(post["answers"], day)
        attested, _, possible = words.partition("ossible")
        found = holders(five, "hanoi-party-committee/secretary", day).set_index("name")["status"]
        told = {"attested": attested, "possible": possible}
        for name, status in found.items():
            assert all((str(name) in part) == (status == kind) for kind, part in told.items()), (day, words)


def test_an_answer_leaves_room_for_the_unnamed(five: Tables) -> None:
    """Where nobody is attested, somebody whom no text names is possible."""
    answers = [words for post in build_answers(five)["posts"] for _, words in post["answers"]]
    assert all((", attested" in words) != ("somebody whom no text names" in words) for words in answers)


def test_an_answer_is_told_only_where_it_changes(five: Tables) -> None:
    """No post repeats itself."""
    for post in build_answers(five)["posts"]:
        words = [said for _, said in post["answers"]]
        assert all(one != other for one, other in pairwise(words))


def test_the_explorer_answers_for_the_day_and_the_posts_that_are_chosen(five: Tables) -> None:
    """It begins with a day on which somebody is attested; day and filters change what it says."""
    explorer = hanoi.explore_leadership(five)
    assert dict(explorer.answer)[SECRETARY] == "Bui Thi Minh Hoai, attested."
    explorer.day = "2023-01-01"
    assert dict(explorer.answer)[SECRETARY].startswith("Nobody attested. Possible: Bui Thi Minh Hoai")
    explorer.state = {"post": ["Deputy secretary, Hanoi Party Committee"]}
    assert [post for post, _ in explorer.answer] == ["Deputy secretary, Hanoi Party Committee"]


def test_the_slider_asks_and_the_words_follow(make_tables: Callable[..., Tables]) -> None:
    """Moving it sets the day; setting the day moves it; what documents say is escaped."""
    hostile = {"person_id": "an", "name": "<b>An</b>", "family_name": "An", "other_names": []}
    explorer = hanoi.explore_leadership(make_tables(persons=[hostile, {"person_id": "chi", "name": "Chi"}]))
    asking = explorer.controls.asking
    assert asking is not None
    explorer.day = "2021-03-03"
    assert "&lt;b&gt;An&lt;/b&gt;, attested." in asking.answer.value
    asking.slider.value += 1
    assert explorer.day == "2021-03-04"
    assert "4 March 2021" in asking.answer.value and "attested." not in asking.answer.value.replace(
        "Nobody attested.", ""
    )


def test_posts_of_which_nobody_is_named_are_counted_not_listed(five: Tables) -> None:
    """Below the posts that somebody may have held on the day; so a long list is still read."""
    explorer = hanoi.explore_leadership(five)
    asking = explorer.controls.asking
    assert asking is not None
    posts = len(explorer.answer)
    for post in explorer.answers["posts"]:
        post["answers"] = [["0001-01-01", NOBODY]]
    explorer.day = explorer.answers["first"]
    assert f"{say_count(posts, 'post').capitalize()}: nobody whom a text names." in asking.answer.value
    assert asking.answer.value.count("<dd") == 0


def test_a_report_gets_the_answers_with_the_figure(five: Tables) -> None:
    """What the page's slider looks up stands in the figure, beside the rows."""
    meta = hanoi.explore_leadership(five).figure().layout.meta["hanoi"]
    assert meta["answers"] == build_answers(five)
    assert "answers" not in hanoi.explore_timeline(five).figure().layout.meta["hanoi"]
