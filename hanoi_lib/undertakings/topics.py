"""Which place a text is speaking of from where on, and where an interview asks its questions.

Answers with what "the city" and "we" stand for, from the places that sentences open with or name alone.
Refuses to change the topic of a text that is about one place.

Reads `actors` of `vocabulary/undertakings.yml`.
"""

from collections import Counter
from collections.abc import Sequence
from functools import cache

from hanoi_lib.passages import Passage
from hanoi_lib.places import Places
from hanoi_lib.scan import load_vocabulary


def find_questions(plain: str, passages: Sequence[Passage]) -> tuple[int, ...]:
    """Where an interview's questions begin: marked ones, else two or more questions with a paragraph each."""
    marked = tuple(p.start for p in passages if p.kind == "question")
    paragraphs = Counter(p.paragraph for p in passages)
    alone = [p for p in passages if p.kind == "body" and paragraphs[p.paragraph] == 1]
    asked = tuple(p.start for p in alone if plain[p.end - 1] == "?")
    return marked or (asked if len(asked) > 1 else ())


def find_topics(plain: str, passages: Sequence[Passage], places: Places) -> list[tuple[int, str]]:
    """From where on the text speaks of which city or province: (offset, name), in order.

    Where a text is about one place, that is its topic throughout. Where it is about several, the topic is the
    one last named at the head of a sentence, or alone in one.
    """
    named: dict[str, int] = {}
    article = [p for p in passages if p.kind != "boilerplate"]
    for passage in article:
        for term in places.localities(passage.start, passage.end):
            named[term.value] = named.get(term.value, 0) + 1
    counts = sorted(named.values(), reverse=True)
    if len(counts) < 2 or counts[1] * 3 < counts[0]:
        return []
    topics = []
    for passage in article:
        here = places.localities(passage.start, passage.end)
        for epithet, name in _epithets().items():
            if name in named and (at := plain.find(epithet, passage.start, passage.end)) >= 0:
                topics.append((at, name))
        if here and (here[0].start - passage.start < 25 or len({t.value for t in here}) == 1):
            topics.append((here[0].start, here[0].value))
    return sorted(topics)


@cache
def _epithets() -> dict[str, str]:
    epithets: dict[str, str] = load_vocabulary("undertakings")["actors"]["epithets"]
    return epithets
