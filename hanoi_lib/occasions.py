"""When a text shows somebody in a post: the day of the meeting they act at, a period it names, else its own date.

Answers in EDTF from the moments of the document and its date. A former holder is dated by the period that the text
gives, or as some time up to the document's date. Refuses to go below what both of them say.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from hanoi_lib.dates import Moment, Moments, Published
from hanoi_lib.passages import Passage
from hanoi_lib.spans import Span, parse_span

RECENT = timedelta(days=10)  # news tells of a meeting within days; an older day belongs to what it recalls
OPENING = 6  # passages among which a document says what meeting it tells of
_MEETING = re.compile(
    r"\b(?:sessions?|meetings?|conferences?|ceremon(?:y|ies)|congress|visit(?:ed|s)?|worked with|working with|met|meets|meet"
    r"|received|receives|hosted|hosts|chaired|chairs|opened|opens|attended|attends|inspected|announc\w+ the decision|forum"
    r"|talks|seminar|symposium|event|inspection|reception|voted|elected|appointed|presided|co-chaired|held)\b",
    re.I,
)
_AHEAD = ("deadline", "since", "after")


@dataclass(frozen=True, slots=True)
class Occasion:
    """When a document's people are seen: on the day of its meeting, or on its own date."""

    published: str | None
    span: Span | None
    meeting: str | None

    @property
    def date(self) -> str | None:
        """The date of a sighting whose sentence gives none of its own."""
        return self.meeting or self.published


def find_occasion(
    plain: str, passages: Sequence[Passage], moments: Moments, published: Published | None
) -> Occasion:
    """The meeting that a document tells of in its opening, with the document's own date beside it."""
    edtf = published.edtf if published else None
    span = parse_span(edtf) if edtf else None
    opening = [p for p in passages if p.kind in ("body", "standfirst", "caption", "headline")][:OPENING]
    days = (day for p in opening for day in _meeting_days(plain, p, moments, span))
    return Occasion(edtf, span, next(days, None))


def _meeting_days(plain: str, passage: Passage, moments: Moments, span: Span | None) -> list[str]:
    """The days of the meeting that a sentence tells of, the last first ("opened on Wednesday, closed today")."""
    if not _MEETING.search(plain, passage.start, passage.end):
        return []
    days = {
        m.edtf
        for m in moments.within(passage.start, passage.end)
        if _is_recent_day(m, span) and not _is_paper(plain, m)
    }
    return sorted(days, reverse=True)


def _is_paper(plain: str, moment: Moment) -> bool:
    """Whether a day is that of a document ("Decision No 567, dated July 14")."""
    return plain[max(0, moment.start - 6) : moment.start] == "dated "


def _is_recent_day(moment: Moment, span: Span | None) -> bool:
    if moment.kind != "day" or moment.lead in _AHEAD or moment.comparison or moment.vision:
        return False
    day = parse_span(moment.edtf)
    if day is None or day.start is None:
        return False
    if span is None:
        return True
    return (span.start is None or span.start - RECENT <= day.start) and (
        span.end is None or day.start <= span.end
    )


def parse_sighting(
    plain: str, passage: Passage, end: int, tense: str, moments: Moments, occasion: Occasion
) -> str | None:
    """The date of one sighting whose office ends at `end`, in EDTF; None where nothing tells."""
    if tense == "past":
        return _past(plain, passage, end, moments, occasion)
    if tense in ("start", "end") and (told := _change(passage, end, moments, occasion)):
        return told
    own = _meeting_days(plain, passage, moments, occasion.span)
    return own[0] if own else occasion.date


def _change(passage: Passage, end: int, moments: Moments, occasion: Occasion) -> str | None:
    """The day of an appointment or dismissal, however long ago: the one nearest to it; a month only right beside it."""
    days = [
        m
        for m in moments.within(passage.start, passage.end)
        if m.kind == "day" and _is_over(m, occasion.span)
    ]
    if days:
        return min(days, key=lambda m: abs(m.start - end)).edtf
    return next(
        (m.edtf for m in moments.within(passage.start, end + 30) if m.kind == "month" and m.lead == "in"),
        None,
    )


def _is_over(moment: Moment, span: Span | None) -> bool:
    day = parse_span(moment.edtf)
    ahead = moment.lead in _AHEAD or moment.comparison or moment.vision or day is None or day.start is None
    return not ahead and (
        span is None
        or span.end is None
        or (day is not None and day.start is not None and day.start <= span.end)
    )


_UNTIL = re.compile(r"^\W{0,3}(?:\w+ ){0,3}(?:until|till|up to|before)\s$")


def _past(plain: str, passage: Passage, end: int, moments: Moments, occasion: Occasion) -> str | None:
    """The period named right after a former office, or some time up to the document's date."""
    after = [m for m in moments.within(end, passage.end) if m.start - end <= 60 and not m.vision]
    if after and re.search(
        r"^[^.;]{0,12}\b(?:from|between|in|during|since|until|till|for)\b", plain[end : after[0].start]
    ):
        first = after[0]
        if _UNTIL.search(plain[end : first.start]) or first.lead == "deadline":
            return f"[..{first.edtf}]"
        if len(after) > 1 and re.fullmatch(r"\s(?:to|until|till|and|-)\s", plain[first.end : after[1].start]):
            return f"{first.edtf}/{after[1].edtf}"
        if first.lead != "since":
            return first.edtf
    latest = _latest(occasion)
    return f"[..{latest}]" if latest else None


def _latest(occasion: Occasion) -> str | None:
    """The last day, month or year that the document's date allows, as exactly as the date is written."""
    if not occasion.date:
        return None
    days = re.findall(r"\d{4}(?:-\d\d){0,2}", occasion.date)
    return days[-1] if days else None
