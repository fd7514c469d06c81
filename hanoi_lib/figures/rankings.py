"""Places in a ranking -> figures: which indicator a rank is of, when and where.

Answers for each rank that ranks.py finds with the indicator named beside it, else, where the words name
no ranking of their own, with the series spoken of last.
"""

import re
from collections.abc import Sequence

from hanoi_lib.dates.moments import Moment
from hanoi_lib.figures.areas import enumerated
from hanoi_lib.figures.articles import Article
from hanoi_lib.figures.bearings import find_moment
from hanoi_lib.figures.facts import Figure
from hanoi_lib.figures.modality import AIM, governing
from hanoi_lib.figures.prospects import of_cue
from hanoi_lib.figures.quantities import Quantity
from hanoi_lib.figures.ranks import Rank
from hanoi_lib.figures.sentences import Sentence, Topic, groups
from hanoi_lib.figures.spots import CHANGE
from hanoi_lib.figures.threads import RUN, Thread
from hanoi_lib.scan import Term


def read_rank(
    article: Article,
    thread: Thread,
    sentence: Sentence,
    rank: Rank,
    moments: Sequence[Moment],
    cues: list[Term],
) -> Figure:
    """The figure that a place in a ranking is."""
    topic = _find_topic(thread, sentence, rank)
    aim = of_cue(governing(article.plain, cues, rank.start, sentence.end), thread.lead_modality) == AIM
    aim = aim and not _CAME.match(article.plain, rank.start, rank.end)  # "in which it ranked first"
    if aim and any(_BESIDE.fullmatch(article.plain, q.end, rank.start) for q in sentence.quantities):
        aim = thread.modality == AIM  # as the figure is that the place is of
    named = enumerated(article.plain, article.places.localities(sentence.start, rank.start))[-1:]
    place = named[0][0].value if named and len(named[0]) == 1 else None
    bodies = article.terms.of("body", sentence.start, sentence.end)
    return Figure(
        start=rank.start,
        end=rank.end,
        aim=aim,
        indicator=topic.code if topic else None,
        label=topic.label if topic else _words_around(sentence, rank),
        measure=rank.measure,
        area=place or _subject_area(article, thread, sentence, rank) or article.places.main,
        period=_find_period(article, thread, sentence, rank, moments, aim),
        comparator=rank.comparator,
        value=rank.value,
        value_max=None,
        unit="count" if rank.measure == CHANGE else None,
        equivalent_value=None,
        equivalent_unit=None,
        status="reported",
        set_by=(bodies[0].value if bodies else article.places.main) if aim else None,
    )


def _subject_area(article: Article, thread: Thread, sentence: Sentence, rank: Rank) -> str | None:
    """What the text goes on about, unless only places behind the rank gave it: "3rd, after Bac Giang"."""
    behind = {t.value for t in article.places.localities(rank.end, sentence.end)}
    return None if thread.area in behind else thread.area


def end_of_field(plain: str, rank: Rank, end: int) -> int:
    """Where the words end that say among how many a place is: "third among the 63 provinces"."""
    field_of = _FIELD.match(plain, rank.end, end)
    return field_of.end() if field_of else rank.end


def _find_topic(thread: Thread, sentence: Sentence, rank: Rank) -> Topic | None:
    plain = sentence.plain
    named = [t for t in sentence.indicators if t.value not in groups()["unranked"]]
    before = [t for t in named if t.start < rank.start < t.end + 140 and ";" not in plain[t.end : rank.start]]
    behind = [
        t for t in named if rank.end <= t.start < rank.end + 60 and "," not in plain[rank.end : t.start]
    ]
    for term in (*before[-1:], *behind[:1]):
        thread.index = None
        return Topic(term.value, plain[term.start : term.end])
    if _GROWTH.search(plain, sentence.start, sentence.end):
        return Topic("grdp", "growth", True)
    if index := _find_index(sentence, rank):
        thread.index = Topic(None, index, True)
        return thread.index
    if thread.quiet >= RUN or not _leans_on(sentence, rank):
        return None
    topic = thread.index or (thread.topic if thread.topic and thread.topic.code else thread.coded)
    return None if topic and topic.code in groups()["unranked"] else topic


def _find_index(sentence: Sentence, rank: Rank) -> str | None:
    """The name of the ranking in which a place is told, next to it in its sentence."""
    near = sentence.plain[max(sentence.start, rank.start - 160) : min(sentence.end, rank.end + 160)]
    named = [m[1] or m[2] for m in _INDEX.finditer(near)]
    return named[-1] if named else None


def _leans_on(sentence: Sentence, rank: Rank) -> bool:
    """Whether a place is told of what was spoken of last, rather than of a ranking it names itself."""
    words = sentence.plain[rank.start : rank.end]
    own = _RANKING.match(sentence.plain, rank.end, sentence.end) or re.search(r"'s \d", words)
    return not own and not re.search(r"\b(?:top|among)\b", words, re.I)


def _find_period(
    article: Article, thread: Thread, sentence: Sentence, rank: Rank, moments: Sequence[Moment], aim: bool
) -> str | None:
    place = Quantity(rank.start, rank.end, rank.value, None, None, "=")
    alone = Sentence(sentence.plain, sentence.start, sentence.end, [place], sentence.indicators)
    longer = [m for m in moments if m.kind not in ("day", "days")]
    if moment := find_moment(alone, 0, longer, article.today if aim else None):
        return moment.edtf
    if thread.quiet > RUN:
        return None
    return thread.aim_period if aim else thread.period


def _words_around(sentence: Sentence, rank: Rank) -> str:
    """A rank of no indicator is told by its own words, up to the next comma."""
    stop = _STOP.search(sentence.plain, rank.end, sentence.end)
    return sentence.plain[rank.start : min(stop.start() if stop else sentence.end, rank.end + 60)]


# "the Satisfaction Index of Public Administration Services", "the Digital Transformation Index", "in PAPI"
_INDEX = re.compile(
    r"\b((?:[A-Z][\w&-]+\s(?:(?:and|of|on|for)\s)?){1,8}(?:Index|Ranking|Rankings|Indicator)(?:\s\([A-Z-]{2,8}\))?)"
    r"|\b(PAR Index|SIPAS|PAPI|DTI|ICT Index|PII|PGI)\b"
)
_GROWTH = re.compile(r"\bin (?:terms? of )?(?:the )?(?:economic )?(?:growth|development|expansion)\b", re.I)
_CAME = re.compile(r"(?:ranked|came|was|placed|finished|stood)\b", re.I)
_BESIDE = re.compile(r"\)?(?:\sthis year|\sin \d{4})?,\s(?:or\s|and\s)?(?:the\s)?")
_STOP = re.compile(r"[;.]|,(?!\d)")
_FIELD = re.compile(
    r"\s(?:place\s|nationwide\s)?(?:among|out of|of|in)\s(?:all\s|the\s|[Vv]iet\s?[Nn]am's\s"
    r"|the country's\s|the nation's\s){0,2}(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven"
    r"|twelve)\b"
)
_RANKING = re.compile(
    r"[^,;.]{0,70}?\s(?:in|on)\s(?:the\s|a\s)?(?:[\w']+\s){0,9}?(?:index|ranking|rankings|list"
    r"|table|readiness|transformation)\b",
    re.I,
)
