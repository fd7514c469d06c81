"""Sentences that hold a figure, a date, an office or an aim and gave no row: what the reading passed over.

Answers, for each sentence of the article that no statement cites, which of these cues it holds. A sentence
with a row is read; a sentence without a cue has nothing for the tables. What is left is listed, so that an
analyst can read it.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from hanoi_lib.dates.moments import Moments
from hanoi_lib.documents import Document
from hanoi_lib.figures.modality import AIM
from hanoi_lib.figures.quantities import find_quantities
from hanoi_lib.passages import Passage
from hanoi_lib.scan import Terms


def find_silences(
    document: Document,
    passages: Sequence[Passage],
    terms: Terms,
    moments: Moments,
    cited: Iterable[tuple[int, int]],
) -> Iterator[tuple[Passage, str]]:
    """The passages that hold a cue but none of the spans in `cited`, with their cues ("date, figure")."""
    spans = sorted(cited)
    starts = [start for start, _ in spans]
    for passage in passages:
        if passage.kind == "boilerplate" or _is_cited(passage, spans, starts):
            continue
        if cue := find_cue(document.plain, passage, terms, moments):
            yield passage, cue


def find_cue(plain: str, passage: Passage, terms: Terms, moments: Moments) -> str:
    """The cues that a sentence holds, in words; empty where it holds none."""
    start, end = passage.start, passage.end
    within = moments.within(start, end)
    held = {
        "aim": any(t.value == AIM for t in terms.of("modality", start, end)),
        "date": bool(within),
        "figure": bool(find_quantities(plain, start, end, [(m.start, m.end) for m in within])),
        "office": bool(terms.of("role", start, end)),
    }
    return ", ".join(cue for cue, found in held.items() if found)


def _is_cited(passage: Passage, spans: Sequence[tuple[int, int]], starts: Sequence[int]) -> bool:
    after = bisect_left(starts, passage.end)
    return any(end > passage.start for _, end in spans[max(0, after - 40) : after])
