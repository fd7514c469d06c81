"""The meeting at which an article's own news was made, where only the news has a day.

Answers with the meeting of "The council elected him this morning at its eighth session", dated by what was
done there. Refuses where the article dates a meeting of its own.
"""

import re
from collections.abc import Sequence
from typing import Final

from hanoi_lib.events.happenings import Event
from hanoi_lib.passages import Passage

OPENING: Final = 5  # sentences, from the headline on, that tell an article's own news
_MEETING: Final = (
    r"(?P<meeting>(?:its|the [a-z]+'s|the People's Council's) (?:[\w-]+(?:st|nd|rd|th)|first|second|third)"
    r" (?:(?:extraordinary|special|regular|thematic|plenary) )?(?:session|meeting|plenum|sitting))\b"
)
# "elected him at its eighth session", "It is the council's eighth session"
_DONE_AT: Final = re.compile(
    r"\b(?:elected|adopted|approved|passed|voted|dismissed|appointed|relieved|decided)\b"
    r"[^.;]{0,120}? (?:at|during) " + _MEETING
)
_IT_IS: Final = re.compile(r"\b(?:It|This) (?:is|was) " + _MEETING)


def find_sitting(plain: str, article: Sequence[Passage], recent: Sequence[Event]) -> list[Event]:
    """The meeting of the recent appointment or decision, if it is told without its day; else none."""
    news = next((e for e in recent if e.kind in ("appointment", "decision")), None)
    if news is None or any(e.kind in ("session", "congress") for e in recent):
        return []
    for passage in article[:OPENING]:
        found = _DONE_AT.search(plain, passage.start, passage.end) or _IT_IS.search(
            plain, passage.start, passage.end
        )
        if found:
            start, end = found.span("meeting")
            title = re.sub(r"^(?:its|the) ", "", plain[start:end])
            return [Event(start, end, "session", title[:1].upper() + title[1:], news.date, news.area)]
    return []
