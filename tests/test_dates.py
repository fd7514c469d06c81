"""What a time in a sentence stands for: example sentences as news from Vietnamese cities words them."""

import pytest
from edtf import parse_edtf

from hanoi_lib.dates.moments import Moment, find_moments
from hanoi_lib.dates.published import find_published
from hanoi_lib.documents import Document
from hanoi_lib.passages import find_passages


def find(text: str, day: str = "2023-05-10") -> list[Moment]:
    """The moments of a text published on `day` (a Wednesday unless another is given), without that day."""
    document = Document("example", "example.txt", f"date {day} {text}", "")
    passages = find_passages(document)
    published = find_published(document, passages)
    assert published is not None
    moments = list(find_moments(document, passages, published))
    for moment in moments:
        parse_edtf(moment.edtf)
    return moments[1:]


def read(text: str, day: str = "2023-05-10") -> dict[str, str]:
    """The words and the EDTF of each moment."""
    document = f"date {day} {text}"
    return {document[m.start : m.end]: m.edtf for m in find(text, day)}


WRITTEN_OUT = {
    "The bridge opened on 14 January 2025.": "2025-01-14",
    "The bridge opened on January 14, 2025.": "2025-01-14",
    "The bridge opened on Jan. 14, 2025.": "2025-01-14",
    "The bridge opened on Tuesday, January 14, 2025.": "2025-01-14",
    "The bridge opened on the 14th of January 2025.": "2025-01-14",
    "The bridge opened on 14/1/2025.": "2025-01-14",
    "The bridge opened on 14-01-2025.": "2025-01-14",
    "The bridge opened on 1/14/2025.": "2025-01-14",  # no fourteenth month
    "The fair ran from June 20-26, 2022.": "2022-06-20/2022-06-26",
    "The fair ran from June 20 to 26, 2022.": "2022-06-20/2022-06-26",
    "The fair ran from 20 to 26 June 2022.": "2022-06-20/2022-06-26",
    "The fair ran from June 28 to July 2, 2022.": "2022-06-28/2022-07-02",
    "The census was taken in April 2019.": "2019-04",
    "It fell in the first half of 2022.": "2022-01/2022-06",
    "It fell in H1 2022.": "2022-01/2022-06",
    "It fell in the third quarter of 2022.": "2022-07/2022-09",
    "It fell in Q3 2022.": "2022-07/2022-09",
    "It fell in the first nine months of 2022.": "2022-01/2022-09",
    "It fell in the first two quarters of 2022.": "2022-01/2022-06",
    "It fell in the last six months of 2022.": "2022-07/2022-12",
    "It fell in 10 months of 2022.": "2022-01/2022-10",
    "It rose from January to October 2022.": "2022-01/2022-10",
    "He led the office from April 2008 to September 2010.": "2008-04/2010-09",
    "It is meant for 2021-2025.": "2021/2025",
    "It is meant for the 2025-30 term.": "2025/2030",
    "It is meant for 2021 - 2025.": "2021/2025",
    "It grew from 2016 to 2020.": "2016/2020",
    "It grew between 2016 and 2020.": "2016/2020",
    "It will be built by the 2030s.": "2030/2039",
    "It will be ready in mid-2025.": "2025",
    "It will be ready by the end of January 2024.": "2024-01",
    "By 2030 the city will be green.": "2030",
}


@pytest.mark.parametrize(("text", "edtf"), WRITTEN_OUT.items(), ids=list(WRITTEN_OUT))
def test_reads_what_is_written_out(text: str, edtf: str) -> None:
    """A time with its year needs nothing else."""
    assert [m.edtf for m in find(text)] == [edtf]


SETTLED = {
    "The council met today.": "2023-05-10",
    "The council met this morning.": "2023-05-10",
    "The council met yesterday.": "2023-05-09",
    "The council met on Tuesday.": "2023-05-09",
    "The council met on Wednesday.": "2023-05-10",
    "The council met on Friday afternoon.": "2023-05-05",
    "The council met last Wednesday.": "2023-05-03",
    "The council will meet on Friday.": "2023-05-12",
    "The council will meet next Monday.": "2023-05-15",
    "The council met on April 28.": "2023-04-28",
    "The council met on December 9.": "2022-12-09",
    "The council will meet on December 9.": "2023-12-09",
    "The council will meet on January 5.": "2024-01-05",
    "He asked the wards to finish before August 30.": "2023-08-30",
    "He demanded that the wards finish before January 30.": "2024-01-30",
    "The tunnel was closed in November.": "2022-11",
    "The tunnel will close in November.": "2023-11",
    "The tunnel was closed last month.": "2023-04",
    "The tunnel was closed last June.": "2022-06",
    "It is to open in July next year.": "2024-07",
    "It grew well this year.": "2023",
    "It grew well last year.": "2022",
    "It hopes to do better next year.": "2024",
    "It grew well in the first four months of the year.": "2023-01/2023-04",
    "It grew well in the first quarter.": "2023-01/2023-03",
    "It shrank in the fourth quarter.": "2022-10/2022-12",
    "It hopes to do better in the second half of the year.": "2023-07/2023-12",
    "It has been built over the past five years.": "2018/2023",
    "It will be built over the next ten years.": "2023/2033",
    "The list is due by the year-end.": "2023",
    "It fell between January and April.": "2023-01/2023-04",
    "It fell in January-April.": "2023-01/2023-04",
    "Four-month revenue fell.": "2023-01/2023-04",
    "It has grown so far this year.": "2023",
}


@pytest.mark.parametrize(("text", "edtf"), SETTLED.items(), ids=list(SETTLED))
def test_settles_what_is_left_open_by_the_day_of_the_article(text: str, edtf: str) -> None:
    """Past tense looks back and future tense ahead from the day the article was published."""
    assert [m.edtf for m in find(text)] == [edtf]


NAMED_BEFORE = {
    "It grew in 2021-2025. Revenue for the five years doubled.": ["2021/2025", "2021/2025"],
    "It grew in the first half of 2022. Over the same six months exports fell.": ["2022-01/2022-06"] * 2,
    "It met on May 8. On the same day it voted.": ["2023-05-08", "2023-05-08"],
    "It met on May 8. As of December 9 the tax was paid. On the same day it voted.": [
        "2023-05-08",
        "2022-12-09",
        "2023-05-08",
    ],
    "By 2025 it will be rich. The goal for the same year is calm.": ["2025", "2025"],
    "It is set for the 2020-2025 term. The share was lower in the previous term.": ["2020/2025", "2015/2020"],
    "Imports rose in April. The bill for the month was high.": ["2023-04", "2023-04"],
    "In 2022 it grew. It was estimated at 5 for the whole year.": ["2022", "2023"],
    "For 2024 it set ten tasks for the year.": ["2024", "2024"],
    "It set 5% for 2026, the first year of the 2026-2030 plan. It hopes for more that year.": [
        "2026",
        "2026/2030",
        "2026",
    ],
    "In January-April it grew. Exports came to 5 billion in four months.": ["2023-01/2023-04"] * 2,
    "There were 724 shops on March 31, against 575 a year ago.": ["2023-03-31", "2022-03-31"],
    "In the first quarter it grew, twice as much as a year before.": ["2023-01/2023-03", "2022-01/2022-03"],
    "Prices rose in April, 4% more than in March and 6% more than a year earlier.": [
        "2023-04",
        "2023-03",
        "2022-04",
    ],
}


@pytest.mark.parametrize(("text", "edtf"), NAMED_BEFORE.items(), ids=list(NAMED_BEFORE))
def test_settles_what_points_back_by_what_was_named(text: str, edtf: list[str]) -> None:
    """The same day and the five years are those last named; yardsticks do not count."""
    assert [m.edtf for m in find(text)] == edtf


NOTHING = [
    "The 17th Congress and the 12th session set out 15 tasks.",
    "Resolution 15-NQ/TW and Resolution No 136/2024/QH15 say so.",
    "After 12 years of implementing the law, he is 57.",
    "Ring Road 4 is 112.8 kilometres long and cost VND2015 billion.",
    "It begins at 9:30 in Room 2024.",
    "The park covers 2025 hectares and holds 1,998 trees.",
    "It may march on and will not fall.",
    "The work took eight months and cost a lot in two months.",
    "A 100-year plan and a three-month-old shop stand side by side.",
    "Over 2000 people came, a second time.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_takes_no_other_number_for_a_time(text: str) -> None:
    """Ordinals, numbers of resolutions, ages, durations, measures and clock times are no dates."""
    assert read(text) == {}


LEADS = {
    "It will be ready by 2030.": "deadline",
    "It will be ready before June 2030.": "deadline",
    "It will be kept until 2030.": "deadline",
    "It has stood since 2019.": "since",
    "As of July 31, 2022, it was done.": "as_of",
    "It will be free from July 1.": "from",
    "It grew in 2022.": "in",
}


@pytest.mark.parametrize(("text", "lead"), LEADS.items(), ids=list(LEADS))
def test_tells_how_the_preposition_binds_a_time(text: str, lead: str) -> None:
    """The preposition is no part of the span, but its sense is kept."""
    (moment,) = find(text)
    assert moment.lead == lead


YARDSTICKS = {
    "Exports rose 5% from a year earlier.": True,
    "Exports rose 5% year-on-year.": True,
    "Exports rose 5% over the same period last year.": True,
    "Exports were higher than in 2021.": True,
    "Exports rose 5% against the previous year.": True,
    "Exports were 1.6 times those of 2021.": True,
    "It was an increase of 34% over 2021.": True,
    "Exports rose 5% in 2021.": False,
    "Exports rose 5% over the past five years.": False,
    "Exports rose, compared with 3% in 2021.": False,
    "The session wrapped up on May 6.": False,
    "Exports grew by 5% a year from 2016 to 2020.": False,
}


@pytest.mark.parametrize(("text", "expected"), YARDSTICKS.items(), ids=list(YARDSTICKS))
def test_tells_yardsticks_from_periods(text: str, expected: bool) -> None:
    """A time that a figure is compared with is not the figure's own."""
    assert [m.comparison for m in find(text)] == [expected]


def test_takes_the_past_year_for_the_one_that_is_ending() -> None:
    """In December it is that year, in January the one before; in summer it is none."""
    text = "In the past year exports grew."
    assert [list(read(text, day).values()) for day in ("2018-12-21", "2019-01-08", "2019-07-08")] == [
        ["2018"],
        ["2018"],
        [],
    ]


def test_tells_a_vision_from_a_deadline() -> None:
    """ "With a vision to 2045" is what a plan looks ahead to."""
    plan, vision = find("The plan is for 2026-2030, with a vision to 2045.")
    assert (plan.vision, vision.vision, vision.edtf) == (False, True, "2045")


def test_keeps_which_part_of_a_time_is_meant() -> None:
    """EDTF has no late July; the part is kept beside the month."""
    (moment,) = find("As of late July 2022 it was done.")
    assert (moment.edtf, moment.edge) == ("2022-07", "late")


def test_leaves_open_what_the_evidence_leaves_open() -> None:
    """A text of which only the term is known has no "this year" and no "yesterday"."""
    text = "The congress for the 2020-2025 term began its work. It did well this year and met yesterday."
    document = Document("example", "example.txt", text, "")
    passages = find_passages(document)
    published = find_published(document, passages)
    assert published is not None
    found = [m.edtf for m in find_moments(document, passages, published)]
    assert published.edtf == "2020~"
    assert "yesterday" not in [text[m.start : m.end] for m in find_moments(document, passages, published)]
    assert found[0] == "2020/2025"


def test_finds_moments_by_place() -> None:
    """`within` gives those that begin in a stretch of the text."""
    text = "date 2023-05-10 It met on May 8. It met again on May 9."
    document = Document("example", "example.txt", text, "")
    passages = find_passages(document)
    moments = find_moments(document, passages, find_published(document, passages))
    assert [m.edtf for m in moments.within(text.index("again"), len(text))] == ["2023-05-09"]
    assert len(moments) == 3


LATER = {
    "It met on January 28, 2022, and voted five months later.": ("five months later", "2022-06"),
    "It met on January 28, 2022, and voted four days later.": ("four days later", "2022-02-01"),
    "It met in 2019 and again two years later.": ("two years later", "2021"),
    "It met on May 6. Earlier in the day it rained.": ("Earlier in the day", "2023-05-06"),
    "Earlier in the day it rained.": ("Earlier in the day", "2023-05-10"),
}


@pytest.mark.parametrize(("text", "expected"), LATER.items(), ids=list(LATER))
def test_counts_from_what_was_named(text: str, expected: tuple[str, str]) -> None:
    """ "Later" counts from the day named before it, no finer than its unit."""
    words, edtf = expected
    assert read(text)[words] == edtf


def test_leaves_open_what_is_counted_from_nothing() -> None:
    """ "Later" without a day in its sentence, or counted in months from a mere year, is no date."""
    assert read("It met five months later.") == {}
    assert "five months later" not in read("It met in 2019 and again five months later.")
