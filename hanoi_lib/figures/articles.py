"""What the readers of figures share about one document.

Answers with the text, what others found in it, and the days between which the document was published.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from hanoi_lib.dates.moments import Moment, Moments, Published
from hanoi_lib.needles import Guarded
from hanoi_lib.passages import Passage
from hanoi_lib.places import DATELINE, Places
from hanoi_lib.scan import Terms


@dataclass(frozen=True, slots=True)
class Article:
    """One document, with what was found in it before figures are read."""

    plain: str
    terms: Terms
    places: Places
    moments: Moments
    published: Published | None
    survey: bool
    """Whether the text tells of several places in turn, none of them its own."""
    local_product: bool
    """Whether the text knows no GRDP: then its GDP is the city's, as news wrote until about 2015."""

    @property
    def now(self) -> str | None:
        """The last day on which the document can have been published."""
        return self.published.now.last.isoformat() if self.published else None

    @property
    def today(self) -> str | None:
        """The first day on which the document can have been published; None where that is only a guess."""
        if self.published is None or self.published.edtf.endswith("~"):
            return None
        return self.published.now.first.isoformat()

    def left(self, floor: int, place: int, width: int) -> str:
        """What stands before a place, `width` characters at most, not beyond `floor`."""
        return self.plain[max(floor, place - width) : place]

    def opening(self, passage: Passage) -> int:
        """Where a passage begins behind its dateline."""
        return _find_opening(self.plain, passage.start, passage.end)

    def moments_of(self, passage: Passage) -> Sequence[Moment]:
        """The times a passage names, but for the document's own date in its dateline or head."""
        head = self.published
        dated = head is not None and head.basis == "stated"
        named = self.moments.within(self.opening(passage), passage.end)
        return [m for m in named if not (dated and head and head.start <= m.start < head.end)]

    def is_date_line(self, passage: Passage) -> bool:
        """Whether a line only dates the document: "Published: 14 January 2022 - 8:15 AM"."""
        head = self.published
        if head is None or head.basis != "stated":
            return False
        return passage.start <= head.start < passage.end and passage.end - head.end < 24


# "Hue, 20 June 2025:", "HANOI, Aug 29, 2023 (VNA) --"
_DATED = re.compile(
    r"\W{0,3}(?:[A-Z][A-Za-z .'-]{2,40}, )?(?:[A-Z][a-z]+\.? \d{1,2}|\d{1,2} [A-Z][a-z]+\.?)"
    r"(?:,? \d{4})?(?: \([A-Z/]+\))?\s?(?:—|--|-|:)\s"
)


@lru_cache(maxsize=1024)  # each reader of a sentence begins there
def _find_opening(plain: str, start: int, end: int) -> int:
    lead = plain[start : min(end, start + 120)]
    if not any(mark in lead for mark in ("—", "--", "-", ": ")):
        return start
    dateline = DATELINE.match(plain, start, end) or _DATED.match(plain, start, end)
    return start if dateline is None else dateline.end() + plain.startswith(" ", dateline.end())


_REGIONAL = Guarded(r"\bGRDP\b|\bregional (?:gross )?(?:domestic )?product\b", "grdp|regional", re.I)


def describe(
    plain: str, terms: Terms, places: Places, moments: Moments, published: Published | None
) -> Article:
    """What the readers of figures share about a document."""
    old = published is None or published.now.first.year <= _OWN_GDP
    local = old and not _REGIONAL.search(plain) and places.main not in (None, "Vietnam")
    return Article(plain, terms, places, moments, published, _is_survey(plain, places), local)


def _is_survey(plain: str, places: Places) -> bool:
    if places.main in (None, "Vietnam"):
        return True
    named = Counter(term.value for term in places.localities(0, len(plain)))
    return len(named) >= _SEVERAL and named[str(places.main)] * 5 <= named.total() * 2


_SEVERAL = 3
_OWN_GDP = 2017  # until then news wrote of a city's GDP
