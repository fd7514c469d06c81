"""Every expression of time in an article, resolved to EDTF by the article's own evidence.

Answers with `Moments`, in order: "on Tuesday", "the first half of the year", "2025-30 term", "the same
period last year", each with what its sentence makes of it: a deadline, a beginning, a yardstick that a
figure is compared with, a vision. Settled from the document's date and from what the text named before;
what the text leaves open ("this year" where two years are possible) gives no moment. `find_published`
says when the document itself is from.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from hanoi_lib.dates.anchors import Setting
from hanoi_lib.dates.expressions import Expression, find_expressions
from hanoi_lib.dates.published import Published, find_published
from hanoi_lib.dates.reckoning import find_stretch
from hanoi_lib.dates.stretches import Memory, Now, Stretch, as_term
from hanoi_lib.dates.tenses import Tense, find_tense
from hanoi_lib.dates.yardsticks import is_comparison
from hanoi_lib.documents import Document
from hanoi_lib.passages import Passage

__all__ = ["Moment", "Moments", "Published", "find_moments", "find_published"]


NEWS: Final = 7  # days within which an article tells its own news


@dataclass(frozen=True, slots=True)
class Moment:
    """One expression of time, without its preposition.

    kind        day, days, month, quarter, half, months, year, years, term or other (a week)
    lead        how its preposition binds it: deadline (by, until, towards), since, from, as_of, after, in
    edge        early, mid, late, end or rest, where only that part is meant ("late July")
    comparison  a figure is measured against it ("a year earlier", "than in 2023"); it is not the figure's own
    vision      it is what a plan looks ahead to ("with a vision to 2045")
    tense       whether its sentence tells what has been or what is ahead
    """

    start: int
    end: int
    edtf: str
    kind: str
    lead: str | None = None
    edge: str | None = None
    comparison: bool = False
    vision: bool = False
    tense: Tense | None = None


class Moments(Sequence[Moment]):
    """The moments of one document, sorted by place."""

    def __init__(self, moments: Iterable[Moment] = ()) -> None:
        """Take moments in any order."""
        self._moments = sorted(moments, key=lambda m: m.start)
        self._starts = [moment.start for moment in self._moments]

    def within(self, start: int, end: int) -> list[Moment]:
        """Those that begin in [start, end)."""
        return self._moments[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def __getitem__(self, index):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN204  # Sequence's overloads
        """By position."""
        return self._moments[index]

    def __len__(self) -> int:
        """How many there are."""
        return len(self._moments)


def find_moments(document: Document, passages: Sequence[Passage], published: Published | None) -> Moments:
    """The moments of the article; none from boilerplate."""
    return Moments(_find(document.plain, passages, published))


def _find(plain: str, passages: Sequence[Passage], published: Published | None) -> Iterator[Moment]:
    article = [p for p in passages if p.kind != "boilerplate"]
    found = [(passage, list(find_expressions(plain, passage.start, passage.end))) for passage in article]
    memory = Memory(tuple(dict.fromkeys(_find_terms(plain, found))))
    now = published.now if published else None
    for passage, expressions in found:
        sentence = plain[passage.start : passage.end]
        memory.sentence = memory.day = None
        for expression in expressions:
            start, end = expression.start - passage.start, expression.end - passage.start
            tense = find_tense(sentence, start, end)
            # "halved from April 1" is told in the past of what may well be ahead: then the nearest counts
            settled_by = (
                None if tense == "past" and _FROM.search(sentence, max(0, start - 20), start) else tense
            )
            stretch = find_stretch(expression, Setting(now, settled_by, memory))
            if stretch:
                stretch = as_term(sentence[max(0, start - 40) : start], stretch)
                moment = _moment(sentence, start, end, expression, stretch, tense)
                if stretch.kind == "day" and not (
                    published and published.start <= expression.start < published.end
                ):
                    memory.day = stretch
                if not (
                    moment.comparison
                    or moment.vision
                    or expression.form in ("same_period", "later")
                    or _is_reach(moment)
                    or (moment.kind == "month" and _HELD_TO.search(sentence, max(0, start - 40), start))
                    or _is_remote(stretch, now)
                ):
                    memory.keep(stretch, tense)
                yield moment


# "fell by 1.4 percent from September": the month before, and no month that goes on to be spoken of
_HELD_TO: Final = re.compile(
    r"(?:%|per ?cent|points?|times|higher|lower|more|less|fewer) "
    r"(?:from|against|over|than(?: in)?|compared (?:to|with)) $"
)


def _is_reach(moment: Moment) -> bool:
    """A day up to which figures reach is not "the same day" of what follows."""
    return moment.kind == "day" and moment.lead in ("as_of", "since", "deadline")


def _is_remote(stretch: Stretch, now: Now | None) -> bool:
    """A day recalled from long before is not "the same day" either."""
    return stretch.kind == "day" and now is not None and abs((now.last - stretch.last).days) > NEWS


def _find_terms(plain: str, found: Sequence[tuple[Passage, list[Expression]]]) -> Iterator[Stretch]:
    """All terms and periods of years that the text names by number, wherever it does."""
    nothing = Setting(None, None, Memory())
    for passage, expressions in found:
        for expression in expressions:
            if expression.form in ("years", "years_to") and (stretch := find_stretch(expression, nothing)):
                yield as_term(plain[max(passage.start, expression.start - 40) : expression.start], stretch)


_LEADS: Final = re.compile(
    r"\b(?:(?P<deadline>by|until|till|before|within|no later than|prior to|towards?|to"
    r"|through|up to|ahead of|in time for(?: [\w' ]{1,30} on)?"
    r"|(?:by|before|until) (?:the )?(?:\w+ ){0,4}(?:day|tet|festival|anniversary|holidays?|congress)"
    r"(?:,| on| \())"
    r"|(?P<since>since)|(?P<as_of>as of|as at)|(?P<from>from|starting|beginning)|(?P<after>after|following)"
    r"|(?P<in>in|on|for|during|over|throughout|of|between|at))"
    r"(?: the(?: year| whole(?: of)?| end of| beginning of| period| term)?| its)?\s*$",
    re.I,
)
_FROM: Final = re.compile(r"\b(?:from|starting|effective|by|before|until) (?:on )?$", re.I)
_VISION: Final = re.compile(
    r"\b(?:vision|orientations?|orienting|oriented|outlook|an eye)\b[^.;,]{0,20}?\b(?:to|towards?|for|on"
    r"|until|by)\s(?:the year )?$",
    re.I,
)


def _moment(
    sentence: str, start: int, end: int, expression: Expression, stretch: Stretch, tense: Tense | None
) -> Moment:
    before = sentence[max(0, start - 80) : start]
    lead = _LEADS.search(before)
    return Moment(
        expression.start,
        expression.end,
        stretch.edtf,
        stretch.kind,
        lead.lastgroup if lead else None,
        _edge(expression.parts),
        is_comparison(before, sentence[end : end + 20], expression, stretch),
        bool(_VISION.search(before)),
        tense,
    )


_EDGES: Final = {
    "early": "early",
    "first": "early",
    "second": "late",
    "begin": "early",
    "start": "early",
    "mid": "mid",
    "late": "late",
    "rest": "rest",
    "remain": "rest",
    "end": "end",
    "close": "end",
}


def _edge(parts: dict[str, str]) -> str | None:
    if "close" in parts:
        return "end"
    words = parts.get("edge", "").lower().removeprefix("the ")
    return next((edge for word, edge in _EDGES.items() if words.startswith(word)), None)
