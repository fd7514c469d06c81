"""The meeting at which an article's own news was made, where only the news has a day.

Answers with the meeting of "The council elected him this morning at its eighth session", dated by what was
done there, and of "the mayor said on Tuesday. He was speaking at a conference on housing", dated by what was
said. Refuses where the article dates a meeting of its own.
"""

import re
from collections.abc import Sequence
from typing import Final

from hanoi_lib.dates.moments import Moment
from hanoi_lib.events.happenings import Event
from hanoi_lib.passages import Passage

OPENING: Final = 5  # sentences, from the headline on, that tell an article's own news
_NOUN: Final = (
    r"(?:session|meeting|plenum|sitting|conference|ceremony|seminar|workshop|forum|dialogue|teleconference"
    r"|talks)\b"
)
# "elected him at its eighth session", "speaking at a conference on", "while chairing the first meeting of"
_AT: Final = re.compile(
    r"\b(?:[Aa]t|[Dd]uring|(?:[Cc]hair|[Aa]ddress|[Aa]ttend)(?:ed|ing)|[Pp]resid(?:ed|ing) over) "
    rf"(?P<meeting>(?:the|an?|its|his|her|their|this|[Tt]he [a-z]+'s)"
    rf" (?:(?!ground-?breaking|inaugurat|launch)[\w'-]+ ){{0,5}}?{_NOUN})"
)
# "elected him at its eighth session"
_DONE: Final = re.compile(
    r"\b(?:elected|adopted|approved|passed|voted|dismissed|appointed|relieved|decided)\b"
    r"[^.;]{0,120}? (?=at|during)"
)
_IT_IS: Final = re.compile(rf"\b(?:It|This) (?:is|was) (?P<meeting>(?:its|the) (?:[\w'-]+ ){{1,4}}?{_NOUN})")
_SPOKE: Final = re.compile(
    r"\b(?:said|told|asked|reported|stressed|spoke|speaking|noted|urged|requested|affirmed|emphasi[sz]ed|called"
    r"|highlighted|proposed|received|welcomed|greeted|made the (?:request|statement|remarks?))\b"
)


def find_sitting(
    plain: str, article: Sequence[Passage], recent: Sequence[Event], said: Sequence[Moment], area: str | None
) -> list[Event]:
    """The meeting of the recent appointment or decision, or of what was `said` on a recent day, in the place
    that the article is about; none if it tells the day of a meeting.
    """
    if any(e.kind in ("session", "congress") for e in recent):
        return []
    opening = article[:OPENING]
    news = next((e for e in recent if e.kind in ("appointment", "decision")), None)
    days = [(n, m.edtf) for n, p in enumerate(opening) for m in said if _is_said(plain, p, m)]
    date = news.date if news else days[0][1] if days else None
    near = opening if news else opening[max(0, days[0][0] - 1) : days[0][0] + 3] if days else []
    for passage in near:
        done = _DONE.search(plain, passage.start, passage.end) if news else None
        at = _AT.search(plain, done.end() if done else passage.start, passage.end)
        found = (at if done or not news else None) or _IT_IS.search(plain, passage.start, passage.end)
        if found and date:
            start, end = found.span("meeting")
            title = re.sub(r"^(?:its|the|an?|his|her|their|this) ", "", plain[start:end])
            where = news.area if news else area
            return [Event(start, end, "session", title[:1].upper() + title[1:], date, where)]
    return []


def _is_said(plain: str, passage: Passage, moment: Moment) -> bool:
    """Whether a sentence says something on the day that it names."""
    within = passage.start <= moment.start < passage.end
    return within and _SPOKE.search(plain, passage.start, passage.end) is not None
