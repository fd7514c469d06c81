"""What one sentence leaves for the next: topic, period, area, whether aims are told.

Answers with the records `Thread` (over sentences) and `Running` (within one), which the readers of figures
fill as they go: notices.py and reporting.py with what a passage says, figures.py with what it read.
"""

from dataclasses import dataclass, field

from hanoi_lib.figures.sentences import Topic
from hanoi_lib.figures.spots import Reading

RUN = 4  # sentences


@dataclass(slots=True)
class Thread:
    """What later sentences may take from earlier ones."""

    topic: Topic | None = None
    coded: Topic | None = None
    """The last topic that is an indicator's."""
    index: Topic | None = None
    """The ranking that places were last told in, where it is no indicator's."""
    measure: Reading | None = None
    noun: str | None = None
    period: str | None = None
    aim_period: str | None = None
    area: str | None = None
    modality: str | None = None
    quiet: int = 0
    """How many sentences without a figure came last: a run of results ends after a few."""
    named_ago: int = 0
    """How many sentences ago the period was named: what follows soon is of it."""
    paragraph: int = -1
    told_in: int = -1
    """The paragraph of the last figure."""
    in_points: bool = False
    """Whether the sentence before told percentage points."""
    lead_modality: str | None = None
    lead_period: str | None = None
    spanned: str | None = None
    """The years reported on last: what is told as "a year on average" is of them."""
    in_span: bool = False
    """Whether no single year was reported on since: then what was done was done in all of those years."""
    as_of: str | None = None
    """The day up to which the figures of this paragraph were told: "By October 31 the city had collected"."""
    of_term: str | None = None
    """The term that the figure before is of: those of its paragraph go on with it."""
    term: str | None = None
    asked_period: str | None = None
    asked_modality: str | None = None
    asked: Topic | None = None
    """What an interview's question is about."""
    planned: int = 0
    """For how many more passages what is told in the present is what a plan holds."""


@dataclass(slots=True)
class Running:
    """What later quantities of one sentence may take from earlier ones."""

    topics: list[Topic] = field(default_factory=list)
    measure: Reading | None = None
    bracketed: Reading | None = None
    unit: str | None = None
    area: str | None = None
    carried: str | None = None
    """The modality that a list or a question lends to a sentence without a verb for it."""
    goes_on: str | None = None
    """The modality that a run of aims lends to the next sentence where it speaks of the same series."""
    series: Topic | None = None
    planned: bool = False
    """Whether what is told in the present is what a plan holds."""
    period: str | None = None
    """The period of the figure reported last in the sentence: a plan it is held against has it too."""
    periods: list[str | None] = field(default_factory=list)
    """The period of each figure told before in the sentence."""
    month: str | None = None
    """The month that the sentence's figures are of where only "month on month" tells it."""
