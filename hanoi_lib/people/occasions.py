"""When a text shows somebody in a post: the day of the meeting they act at, a period it names, else its own
date.

Answers in EDTF from the moments of the document and its date. A change is dated by the day nearest to it in
its sentence, a former holder by the period that the text gives, or as some time up to the document's date.
Refuses to be more exact than both of them.
"""

import re
from collections.abc import Sequence
from datetime import timedelta

from hanoi_lib.dates.moments import Moment, Moments, Published
from hanoi_lib.passages import Passage
from hanoi_lib.places import DATELINE
from hanoi_lib.spans import parse_span

RECENT = timedelta(days=10)  # news tells of a meeting within days; an older day belongs to what it recalls
NEAR = 400  # characters of a sentence within which a day can be that of a change
BEFORE = 1500  # characters of a paragraph before a sentence that may tell the day of "the ceremony"
LEAD = 2  # passages that tell an article's own news
OPENING = 6  # passages among which a document says what meeting it tells of
CHANGES = {"start": "new", "end": "gone"}  # what is left of a change whose day is not told
_MEETING = re.compile(
    r"\b(?:sessions?|meetings?|conferences?|ceremon(?:y|ies)|congress|visit(?:ed|s)?|worked with"
    r"|working with|met"
    r"|meets|meet|received|receives|hosted|hosts|chaired|chairs|opened|opens|attended|attends|inspected"
    r"|forum|talks"
    r"|seminar|symposium|event|inspection|reception|presided|co-chaired|held)\b",
    re.I,
)
_NEWS = re.compile(
    r"\b(?:elected|appointed|named|assigned|dismissed|relieved|removed|approved|adopted|signed|announced|issued"
    r"|in the presence of|got under way|broke ground|inaugurated|launched|kicked off"
    r"|told (?:the |its |local )?(?:[a-z]+ )?(?:leaders|council|committee|officials))\b"
)
_AHEAD = ("deadline", "since", "after", "from")
_PERIOD = re.compile(r"[^.;]{0,12}\b(?:from|between|in|during|since|until|till|for)\b| \($")
_UNTIL = re.compile(r"\W{0,3}(?:\w+ ){0,3}(?:until|till|up to|before)\s")
_LASTING = re.compile(r"\W{0,3}(?:\w+ ){0,3}(?:until|till|up to)\s")
_BEHIND = re.compile(r",? (?:in |on )?")
_SINCE = re.compile(r",? since (?:(?:early|late|mid-?) ?)?")
_AT = re.compile(r"(?:At|Speaking at|Addressing|Attending|Chairing|During) (?:a|an|the|its|their)\b")
_IN = re.compile(
    r"(?:(?:Prior|Previously|Earlier|Later|Before that|After that|Before this|Prior to that),? )?"
    r"(?:[Ii]n|[Ff]rom|[Bb]etween|[Dd]uring) (?:the )?"
)
# "In September 2020, Deputy Secretary X met voters": what the title stands right behind dates it
_TITLE_NEXT = re.compile(r",? (?:the |then |former )*[A-Z][^,;.]{0,110}")
_ON = re.compile(
    r"(?:(?:Earlier|Previously|Later),? )?(?:[Oo]n|[Ii]n) (?:the (?:morning|afternoon|evening) of )?"
)
_HEAD = re.compile(r"\W{0,3}date \d{4}-\d\d-\d\d")
_THEN = re.compile(r"\bthen\b[^.;]{0,120}$", re.I)
_AT_IT = re.compile(r"(?:At|During) (?:the|this|that) ")
_TO = re.compile(r"\s(?:to|until|till|and|-)\s")
_DAY = re.compile(r"\d{4}(?:-\d\d){0,2}")


class Occasion:
    """When one document's people are seen. `date` is that of a sighting whose sentence gives none: the day of
    its meeting, else the document's own date."""

    def __init__(
        self, plain: str, passages: Sequence[Passage], moments: Moments, published: Published | None
    ) -> None:
        """Find the meeting that the document tells of in its opening."""
        self._plain, self._moments = plain, moments
        self._meetings: dict[int, str | None] = {}  # by the start of the passage
        self._span = parse_span(published.edtf) if published else None
        # Where the text states its own date, which is no meeting's.
        self._head = (published.start, published.end) if published and published.basis == "stated" else (0, 0)
        opening = [p for p in passages if p.kind in ("body", "standfirst", "caption", "headline")][:OPENING]
        undated = published is None or published.basis != "stated"
        lead = (
            day for p in opening[:LEAD] if (day := self._meeting(p) or (self._news(p) if undated else None))
        )
        meeting = next(lead, None) or next((day for p in opening if (day := self._meeting(p))), None)
        self.date = meeting or (published.edtf if published else None)
        self._dated = meeting is not None

    def date_of(self, passage: Passage, end: int, tense: str) -> str | None:
        """The date of one sighting whose office ends at `end`; None where nothing tells."""
        if tense == "past":
            return self._then(passage, end) or self._period(passage, end)
        if tense == "present" and (begun := self._since(passage, end)):
            return f"{begun}/{self._last_day(self._meeting(passage) or self.date)}"
        if tense in ("start", "end") and (day := self._change(passage, end)):
            return day
        recalled = self._recalled(passage, end) if tense == "present" else None
        return recalled or self._meeting(passage) or self.date

    def tense_of(self, passage: Passage, end: int, tense: str) -> str:
        """How the sighting that `date_of` dates is meant: a change that no day is told of is `new` or `gone`,
        a former holder whose last day is told is `until`, and a present one whose first is told is `since`.
        """
        if tense == "present" and self._since(passage, end):
            return "since"
        if tense == "past":
            return "until" if self._is_until(passage, end) else tense
        if tense not in CHANGES or self._dated or self._change(passage, end) or self._meeting(passage):
            return tense
        return CHANGES[tense]

    def _meeting(self, passage: Passage) -> str | None:
        """The day of the meeting that a sentence tells of, the last if it has several ("opened ..., closed
        today").
        """
        if passage.start not in self._meetings:
            told = _MEETING.search(self._plain, passage.start, passage.end)
            days = self._past_days(passage.start, passage.end) if told else []
            opening = passage.start + 120 if _AT.match(self._plain, passage.start) else passage.start
            recent = [m.edtf for m in days if self._is_recent(m) and not self._is_paper(m)]
            named = [m.edtf for m in days if m.start < opening]  # "At a meeting on ...": however long ago
            self._meetings[passage.start] = max(named or recent, default=None)
        return self._meetings[passage.start]

    def _news(self, passage: Passage) -> str | None:
        """The day of what a sentence reports as news, where that is no meeting: "was named on May 5"."""
        if not _NEWS.search(self._plain, passage.start, passage.end):
            return None
        days = self._past_days(passage.start, passage.end)
        return max((m.edtf for m in days if self._is_recent(m) and not self._is_paper(m)), default=None)

    def _past_days(self, start: int, end: int) -> list[Moment]:
        """The days that a span names as past, without the document's own."""
        return [m for m in self._moments.within(start, end) if self._is_past_day(m)]

    def _is_past_day(self, moment: Moment) -> bool:
        day = parse_span(moment.edtf) if moment.kind == "day" else None
        if day is None or day.start is None or self._head[0] <= moment.start < self._head[1]:
            return False
        if moment.lead in _AHEAD or moment.comparison or moment.vision:
            return False
        return self._span is None or self._span.end is None or day.start <= self._span.end

    def _is_recent(self, moment: Moment) -> bool:
        day = parse_span(moment.edtf)
        oldest = self._span.start if self._span else None
        return oldest is None or (day is not None and day.start is not None and day.start >= oldest - RECENT)

    def _is_paper(self, moment: Moment) -> bool:
        """Whether a day is that of a document ("Decision No 567, dated July 14")."""
        return self._plain[max(0, moment.start - 6) : moment.start] == "dated "

    def _change(self, passage: Passage, end: int) -> str | None:
        """When an appointment or dismissal was, however long ago: "last week" right behind it, a day, a month
        before it.
        """
        start = max(passage.start, end - NEAR)
        within = self._moments.within(start, end + 12)
        rough = [m for m in within if m.kind in ("month", "other")]
        years = [m for m in within if m.kind == "year" and not m.vision]
        behind = (
            m for m in (*rough, *years) if m.start >= end and _BEHIND.fullmatch(self._plain, end, m.start)
        )
        fronted = (m for m in years if _IN.fullmatch(self._plain, passage.start, m.start))
        days = self._past_days(start, min(passage.end, end + NEAR))
        days = [m for m in days if ";" not in self._plain[min(m.start, end) : max(m.start, end)]]
        day = min(days, key=lambda m: abs(m.start - end), default=None)
        return next(
            (m.edtf for m in (*behind, day, *(m for m in rough if m.lead == "in"), *fronted) if m), None
        )

    def _period(self, passage: Passage, end: int) -> str | None:
        """The period named right after a former office, or some time up to the document's date."""
        after = self._after(passage, end)
        if fronted := self._fronted(passage):
            return fronted
        if after and _PERIOD.match(self._plain[end : after[0].start]):
            first = after[0]
            if _UNTIL.fullmatch(self._plain, end, first.start) or first.lead == "deadline":
                return f"[..{first.edtf}]"
            if len(after) > 1 and _TO.fullmatch(self._plain, first.end, after[1].start):
                return f"{first.edtf}/{after[1].edtf}"
            if first.lead != "since":
                return first.edtf
        return self.before(None)

    def _recalled(self, passage: Passage, end: int) -> str | None:
        """The day or month long ago that a sentence opens with, where the title follows at once."""
        start = self._opening(passage)
        first = next(iter(self._moments.within(start, min(end, start + 60))), None)
        if first is None or first.kind not in ("day", "month") or first.comparison or first.vision:
            return None
        when = parse_span(first.edtf)
        fronts = _ON.fullmatch(self._plain, start, first.start)
        if not fronts or not _TITLE_NEXT.fullmatch(self._plain, first.end, end) or when is None:
            return None
        now = self._span.start if self._span else None
        is_old = now is not None and when.end is not None and when.end < now - RECENT
        return first.edtf if is_old else None

    def _then(self, passage: Passage, end: int) -> str | None:
        """The day of what a sentence tells of the "then Chairman": its own, else that of the event before."""
        if not _THEN.search(self._plain, passage.start, end):
            return None
        days = self._past_days(passage.start, passage.end)
        if not days and _AT_IT.match(self._plain, passage.start):
            start = max(0, passage.start - BEFORE)
            start = max(start, self._plain.rfind("\n", start, passage.start) + 1)
            days = self._past_days(start, passage.start)
        return days[-1].edtf if days else None

    def before(self, date: str | None) -> str | None:
        """Some time up to a date, else up to the document's."""
        day = self._last_day(date or self.date)
        return f"[..{day}]" if day else None

    def _last_day(self, date: str | None) -> str:
        return next(reversed(_DAY.findall(date or "")), "")

    def _since(self, passage: Passage, end: int) -> str | None:
        """Since when a present office has been held ("Chairman since July 2023")."""
        first = next(iter(self._after(passage, end)), None)
        if first is None or first.lead != "since" or not _SINCE.fullmatch(self._plain, end, first.start):
            return None
        until = self._last_day(self._meeting(passage) or self.date)
        return first.edtf if _DAY.fullmatch(first.edtf) and first.edtf <= until else None

    def _after(self, passage: Passage, end: int) -> list[Moment]:
        return [m for m in self._moments.within(end, min(passage.end, end + 60)) if not m.vision]

    def _is_until(self, passage: Passage, end: int) -> bool:
        """Whether a former office is told with its last day or year ("until 2020"); not so "before 2020"."""
        after = self._after(passage, end)
        if not after or self._fronted(passage):
            return False
        return _LASTING.match(self._plain, end, after[0].end) is not None and bool(
            _PERIOD.match(self._plain[end : after[0].start])
            and self._period(passage, end) == f"[..{after[0].edtf}]"
        )

    def _opening(self, passage: Passage) -> int:
        """Where a sentence begins, behind its dateline."""
        dateline = DATELINE.match(self._plain, passage.start, passage.end)
        start = dateline.end() if dateline else passage.start
        if head := _HEAD.match(self._plain, start, passage.end):
            start = head.end()
        return start + self._plain.startswith(" ", start)

    def _fronted(self, passage: Passage) -> str | None:
        """The period that a sentence begins with: "From 2010 to 2015 she was ..."."""
        start = self._opening(passage)
        first, second = [*self._moments.within(start, start + 60), None, None][:2]
        if first is None or not _IN.fullmatch(self._plain, start, first.start):
            return None
        if second and _TO.fullmatch(self._plain, first.end, second.start):
            return f"{first.edtf}/{second.edtf}"
        return first.edtf if "/" in first.edtf else None
