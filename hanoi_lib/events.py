"""What happened, or is to happen, on a date that the text states or allows to resolve.

Answers with one `Event` for each meeting, decision, appointment, launch and the like that the grammar of its sentence
binds to a moment: "a working session with ... on June 16", "on October 22 issued a resolution", "The congress, held
from October 11 to 13". An article's own news without a day ("has signed and promulgated") has the document's date.
Refuses years that are merely mentioned, deadlines of plans, and dates that belong to figures.

Reads `vocabulary/events.yml`.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from hanoi_lib.dates import Moment, Moments, Published
from hanoi_lib.documents import Document
from hanoi_lib.passages import Passage
from hanoi_lib.places import Places
from hanoi_lib.scan import Term, Terms, load_vocabulary
from hanoi_lib.spans import parse_span
from hanoi_lib.tenses import find_tense
from hanoi_lib.titles import build_title


@dataclass(frozen=True, slots=True)
class Event:
    """One happening: the words that tell it, its kind, a short noun phrase, when (EDTF) and where."""

    start: int
    end: int
    kind: str
    title: str
    date: str
    area: str | None


@dataclass(frozen=True, slots=True)
class _Trigger:
    """A noun or verb that can tell an event. `deed` is what a verb does; nouns have none.

    `thing` is the noun that a verb is about where that is known: the meeting that was held, the text that was passed.
    """

    start: int
    end: int
    kind: str
    deed: str | None = None
    thing: tuple[int, int] | None = None

    @property
    def is_meeting(self) -> bool:
        return self.deed is None and self.kind in ("session", "congress")


@dataclass(frozen=True, slots=True)
class _Reading:
    """One document with all that is known of it."""

    plain: str
    terms: Terms
    places: Places
    moments: Moments
    published: Published | None


def find_events(
    document: Document, passages: Sequence[Passage], terms: Terms, places: Places, moments: Moments, published: Published | None
) -> tuple[Event, ...]:
    """The events of the article in order, each once; one row for each area of a meeting with several."""
    reading = _Reading(document.plain, terms, places, moments, published)
    article = [p for p in passages if p.kind != "boilerplate"]
    found = [event for passage in article for event in _find_dated(reading, passage)]
    found += _find_own(reading, article, found)
    return tuple(_once(sorted(found, key=lambda e: (e.start, e.end))))


def _once(events: Sequence[Event]) -> Iterator[Event]:
    """The first telling of each; a day inside an interval already told is the same event told again."""
    told: list[Event] = []
    for event in events:
        if not any(_is_same(e, event) or _is_same(event, e) for e in told):
            told.append(event)
            yield event


def _is_same(told: Event, event: Event) -> bool:
    """A place has one meeting of a day; of decisions, launches and appointments it may have several."""
    if told.kind != event.kind or told.area != event.area:
        return False
    if event.kind in ("session", "congress", "census"):
        return _covers(told.date, event.date)
    ours, theirs = _words(told), _words(event)
    return told.date == event.date and (not (ours and theirs) or bool(ours & theirs))


def _words(event: Event) -> frozenset[str]:
    """What a title is about: its words without those that say where and what kind of deed."""
    words = re.findall(r"[a-z0-9][\w/-]+", event.title.lower().partition(" of ")[2] or event.title.lower())
    return frozenset(w for w in words if w not in (event.area or "").lower() and len(w) > 2) - _COMMON


_COMMON: Final = frozenset(
    "the and for with its from resolution plan decision project programme program law party committee people city chairman secretary vice deputy post"
    " standing municipal provincial council new".split()
)


def _covers(outer: str, inner: str) -> bool:
    if outer == inner:
        return True
    a, b = parse_span(outer), parse_span(inner)
    if a is None or b is None or None in (a.start, a.end, b.start, b.end) or "/" not in outer:
        return False
    return a.first <= b.first and b.last <= a.last


# -- what can tell an event ------------------------------------------------------------------------------------------


@cache
def _deeds() -> dict[str, str]:
    deeds: dict[str, str] = load_vocabulary("events")["deeds"]
    return deeds


def _find_triggers(reading: _Reading, passage: Passage) -> list[_Trigger]:
    nouns = [_Trigger(t.start, t.end, t.value) for t in reading.terms.of("event_noun", passage.start, passage.end)]
    verbs = [v for t in reading.terms.of("event_verb", passage.start, passage.end) if (v := _verb(reading, passage, t, nouns))]
    return sorted([*nouns, *verbs], key=lambda t: t.start)


_WORKS: Final = re.compile(r"\b(?:work|works|construction|projects?|operations?|services?|building|route|line|roads?|bridges?)\b", re.I)
_OFFICE: Final = re.compile(
    r"\b(?:secretary|chair(?:man|woman|person)|president|minister|head|director|chief|member|mayor|deputy|vice|leader|judge|committee)\b", re.I
)
_NOT_THE_VERB: Final = re.compile(
    r"(?: (?:of|to (?!traffic)|requirements|targets?|needs?|demands?|goals?|criteria|standards|expectations)|-| the (?:requirements|targets?|needs?|demands?|goals?|criteria|standards))\b",
    re.I,
)
# "newly elected", "the report", "the start"
_NOT_A_DEED: Final = re.compile(r"(?:\b(?:newly|recently|the|an?|its|their|new|duly)(?: first| new)?[ -]|-)$", re.I)
_PERSONNEL: Final = re.compile(r"\b(?:appointments?|nominations?|assignments?|transfers?|rotations?|dismissals?|personnel|new (?:[a-z]+ )?secretary)\b", re.I)


def _verb(reading: _Reading, passage: Passage, term: Term, nouns: Sequence[_Trigger]) -> _Trigger | None:
    """A verb of the vocabulary as a trigger, if what stands around it makes it tell an event."""
    plain, deed = reading.plain, term.value
    before, after = plain[max(passage.start, term.start - 120) : term.start], plain[term.end : min(passage.end, term.end + 120)]
    if _NOT_A_DEED.search(before) or (deed in ("Meeting", "Opening session") and _NOT_THE_VERB.match(after)):
        return None
    if deed in ("Holding", "Opening session"):
        return _of_meeting(term, before, after, plain, nouns)
    kind = _deeds()[deed]
    if kind == "decision" and _PERSONNEL.search(after[:60]):
        return _Trigger(term.start, term.end, "appointment", deed)
    if kind == "decision":
        text = _find_text(reading, passage, term)
        return _Trigger(term.start, term.end, kind, deed, text) if text or deed == "Entry into force" else None
    if deed == "Appointment" and (after.startswith(" by ") or not _OFFICE.search(after[:70])):
        return None
    return _Trigger(term.start, term.end, kind, deed)


def _find_text(reading: _Reading, passage: Passage, term: Term) -> tuple[int, int] | None:
    """The text decided on: behind the verb, or before it where it is passive or relative ("a plan announced by")."""
    behind = reading.terms.of("event_text", term.end, min(passage.end, term.end + 110))
    before = [t for t in reading.terms.of("event_text", max(passage.start, term.start - 110), term.start)]
    is_backward = term.value == "Dating" or re.match(r"\W*(?:by|on|at|in|this|last|yesterday|today|$)\b", reading.plain[term.end : passage.end])
    found = before[-1:] or behind[:1] if is_backward else behind[:1] or before[-1:]
    return (found[0].start, found[0].end) if found else None


def _of_meeting(term: Term, before: str, after: str, plain: str, nouns: Sequence[_Trigger]) -> _Trigger | None:
    """Held, opened, began: of the meeting that is its object or its subject; else an opening or a start of work."""
    for noun in nouns:
        is_object = 0 <= noun.start - term.end <= 60 and not re.search(r"[,;.]", plain[term.end : noun.start])
        is_subject = 0 <= term.start - noun.end <= 160 and not _CLAUSE.search(_PLACING.sub("", plain[noun.end : term.start]))
        if noun.kind in ("session", "congress") and (is_object or is_subject):
            return _Trigger(term.start, term.end, noun.kind, term.value, (noun.start, noun.end))
    words = plain[term.start : term.end].lower()
    if term.value == "Holding" or words.startswith(("clos", "conclu", "wrap", "came to", "comes to", "end")):
        return None
    if words.startswith("open"):
        return _Trigger(term.start, term.end, "launch", "Opening")
    if _WORKS.search(before[-60:]) or _WORKS.search(after[:30]):
        return _Trigger(term.start, term.end, "launch", "Start")
    return None


# What may stand as a verb between a meeting and its day: "the session, which was held on"
_PLACING: Final = re.compile(
    r"\b(?:held|took place|taking place|takes place|scheduled|set|due|slated|planned|dated|organi[sz]ed|opened|convened|chaired|hosted"
    r"|got under way|kicked off|began|started|is|was|were|be|been|to be)\b",
    re.I,
)
# Signs that another clause with a subject of its own has begun.
_CLAUSE: Final = re.compile(r";|\b(?:that|said|told|he|she|they|promised|heard|urged|asked|noted|will|would|has|had|have|[a-z]{3,}ed)\b")


# -- which of them a moment belongs to ----------------------------------------------------------------------------------


def _find_dated(reading: _Reading, passage: Passage) -> Iterator[Event]:
    moments = [m for m in reading.moments.within(passage.start, passage.end) if _is_eligible(reading, m)]
    if not moments:
        return
    triggers = _find_triggers(reading, passage)
    bound = [(m, t) for m in moments for t in _governing(reading.plain, passage, m, triggers)]
    for number, (moment, trigger) in enumerate(bound):
        is_frame = all(t != trigger for _, t in bound[:number])
        if not (is_frame and any(t == trigger and _within(m.edtf, moment.edtf) for m, t in bound)):
            yield from _events(reading, passage, moment, trigger)


def _within(inner: str, outer: str) -> bool:
    """Whether a date lies inside a coarser one: "this year: ... on September 2"."""
    a, b = parse_span(outer), parse_span(inner)
    return bool(a and b and inner != outer and a.first <= b.first and b.last <= a.last)


def _is_eligible(reading: _Reading, moment: Moment) -> bool:
    if moment.comparison or moment.vision or _is_limit(reading.plain, moment) or moment.kind in ("years", "term", "other"):
        return False
    published = reading.published
    is_own_date = published is not None and published.basis == "stated" and moment.start < published.end and published.start < moment.end
    return not is_own_date


def _is_limit(plain: str, moment: Moment) -> bool:
    """"By June", "since June", "as of June" date no event; "in time for National Day on September 2" does."""
    in_time = moment.lead == "deadline" and "in time for" in plain[max(0, moment.start - 50) : moment.start]
    return moment.lead in ("deadline", "since", "as_of", "after") and not in_time


_HEAD: Final = re.compile(
    r"\W*(?:(?:earlier|later|also|and|but|then|just|early|late)\W+)?(?:(?:on|in|at|from|during|by)\s)?(?:the\s)?(?:(?:morning|afternoon|evening) of\s)?",
    re.I,
)
_DATELINE: Final = re.compile(
    r"^(?:date [\d-]{10} )?(?:[A-Z][A-Z .'-]{2,40}(?:, [^—]{0,40}?)?|[A-Z][\w ,]{2,30}\([A-Z/]+\))\s?(?:—|--?)\s"
)
_GOES_ON: Final = re.compile(r"\)?,? (?:when|where|as|at|during|in|for|with) ", re.I)
_REACH: Final = 170


def _governing(plain: str, passage: Passage, moment: Moment, triggers: Sequence[_Trigger]) -> list[_Trigger]:
    """The noun or verb whose time the moment gives, with what is done at that meeting: none, one or two."""
    left = [t for t in triggers if t.end <= moment.start and ";" not in plain[t.end : moment.start]]
    right = [t for t in triggers if t.start >= moment.end and ";" not in plain[moment.end : t.start]]
    if moment.kind not in ("day", "days"):
        return _governing_loosely(plain, passage, moment, left, right)
    before = _DATELINE.sub("", plain[passage.start : moment.start])
    after = plain[moment.end : passage.end]
    between = plain[moment.end : right[0].start] if right else ""
    follows = right[0] if right and (_is_next(between) if right[0].deed else between == " ") else None
    if follows:
        host = left[-1] if left and left[-1].is_meeting and _binds(plain, left[-1], moment, 60) else None
        return [host, follows] if host and host.kind != follows.kind else [follows]
    if _HEAD.fullmatch(before):
        return right[:1] if right and right[0].start - moment.end < _REACH else []
    if left and _binds(plain, left[-1], moment, _REACH):
        return [left[-1], *_done_at(plain, left)]
    if right and (right[0].start - moment.end < _REACH and _GOES_ON.match(after)):
        return right[:1]
    return []


def _is_next(between: str) -> bool:
    """Nothing but an adverb or an auxiliary between a moment and the verb."""
    return re.fullmatch(r"[)\]]?,? ?(?:[a-z]+ ){0,2}", between) is not None


def _binds(plain: str, trigger: _Trigger, moment: Moment, reach: int) -> bool:
    """Whether nothing between a trigger and the moment on its right claims the moment for itself."""
    between = plain[trigger.end : moment.start]
    if len(between) > reach:
        return False
    if trigger.deed is not None and re.search(r"\b(?:who|which|that|whose)\b", between):
        return False
    if trigger.deed is None:
        return find_tense(_PLACING.sub("", between) + " .", len(between) + 2, len(between) + 2) != "past"
    return moment.lead != "from" or trigger.kind in ("launch", "reorganisation") or trigger.deed in ("Holding", "Entry into force", "Opening session")


def _done_at(plain: str, left: Sequence[_Trigger]) -> list[_Trigger]:
    """What else is told with a meeting: "was elected Secretary at its 38th meeting, held on", "a ceremony to announce"."""
    *others, meeting = left
    if meeting.deed and others and others[-1].is_meeting and plain[others[-1].end : meeting.start] == " to ":
        return others[-1:]
    if meeting.deed in ("Holding", "Opening session") and others and others[-1].is_meeting:
        *others, meeting = others
    if not others or not (meeting.is_meeting or meeting.kind in ("session", "congress")):
        return []
    verb = others[-1]
    joined = re.search(r"\b(?:at|during|in) (?:[\w'-]+ ){0,5}$", plain[verb.end : meeting.start])
    return [verb] if verb.kind in ("appointment", "decision") and verb.deed and joined else []


def _governing_loosely(plain: str, passage: Passage, moment: Moment, left: Sequence[_Trigger], right: Sequence[_Trigger]) -> list[_Trigger]:
    """For a month, quarter or year: only where it stands right by the word it dates."""
    before = _DATELINE.sub("", plain[passage.start : moment.start])
    opens = re.search(r"(?:^|[,;:] (?:and |but )?|\band )(?:in |later |in late |in early )?$", before, re.I)
    if opens and right and moment.kind == "month" and right[0].deed:
        between = plain[moment.end : right[0].start].removeprefix(",")
        if len(between) < 80 and not re.search(r"[,;\d]", between):
            return right[:1]
    if left and moment.lead in ("in", None) and _is_close(left[-1], plain[left[-1].end : moment.start], moment):
        return left[-1:]
    return []


def _is_close(trigger: _Trigger, between: str, moment: Moment) -> bool:
    if trigger.deed is None:
        if trigger.kind == "session" and moment.kind not in ("month",):
            return False
        return len(between) < 60 and not re.search(r"[,;\d]|\b(?:was|were|had|has|will)\b", between)
    if trigger.kind in ("decision", "session", "congress"):
        return bool(re.fullmatch(r"(?: again| by (?:the )?(?:[A-Z][\w']+ ?(?:of |the )*){1,5}| back)? (?:in |early in |late in )?(?:the )?", between))
    if moment.kind in ("year", "half", "quarter") and trigger.kind != "launch":
        return bool(re.fullmatch(r" (?:back )?in ", between))
    return len(between) < 130 and not re.search(r"[;%$]", between)


# -- the row ------------------------------------------------------------------------------------------------------------


def _events(reading: _Reading, passage: Passage, moment: Moment, trigger: _Trigger) -> Iterator[Event]:
    thing = trigger.thing or (trigger.start, trigger.end)
    start, end = min(trigger.start, moment.start, thing[0]), max(trigger.end, moment.end, thing[1])
    title = _title(reading.plain, passage, trigger, moment.start)
    for area in _areas(reading, passage, trigger):
        yield Event(start, end, trigger.kind, title, moment.edtf, area)


def _title(plain: str, passage: Passage, trigger: _Trigger, limit: int) -> str:
    dateline = _DATELINE.match(plain[passage.start : passage.end])
    start = passage.start + (dateline.end() if dateline else 0)
    return build_title(plain, start, passage.end, (trigger.start, trigger.end), trigger.deed, trigger.thing, limit)


@cache
def _national() -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(map(re.escape, load_vocabulary("events")["national"])) + r")(?!')\b", re.I)


def _areas(reading: _Reading, passage: Passage, trigger: _Trigger) -> list[str | None]:
    """The city an event is about: the article's own where its sentence names it or no other; both of a joint meeting."""
    plain, main = reading.plain, reading.places.main
    named = [t for t in reading.places.localities(passage.start, passage.end) if not _is_dateline(plain, passage, t.end)]
    names = list(dict.fromkeys(t.value for t in named))
    first, last = trigger.thing or (trigger.start, trigger.end)
    if trigger.kind in ("session", "congress") and plain[first:last].endswith("s"):
        with_whom = list(dict.fromkeys(t.value for t in named if t.start > last))
        if len(with_whom) > 1:
            return list(with_whom)
    if _is_national(plain, passage, trigger):
        return ["Vietnam"]
    if not names:
        return [_named_before(reading, passage)]
    if main in names:
        return [main]
    nearest = min(named, key=lambda t: min(abs(t.start - trigger.end), abs(trigger.start - t.end)))
    return [nearest.value]


def _named_before(reading: _Reading, passage: Passage) -> str | None:
    """The place that the paragraph speaks of up to here, else the document's own."""
    start = max(reading.plain.rfind("\n", 0, passage.start), 0)
    names = [t.value for t in reading.places.localities(start, passage.start)]
    return names[-1] if names and reading.places.main not in names else reading.places.main


def _is_dateline(plain: str, passage: Passage, end: int) -> bool:
    dateline = _DATELINE.match(plain, passage.start, passage.end) or _DATELINE.match(plain[passage.start : passage.end])
    return dateline is not None and end <= passage.start + len(dateline.group())


def _is_national(plain: str, passage: Passage, trigger: _Trigger) -> bool:
    """A national conference, or what the National Assembly or the Politburo decides, is the country's."""
    first, last = trigger.thing or (trigger.start, trigger.end)
    if trigger.kind in ("session", "congress"):
        return bool(re.search(r"\bnational\b", plain[max(passage.start, first - 12) : last], re.I))
    if trigger.kind != "decision":
        return False
    return bool(_national().search(plain, max(passage.start, trigger.start - 60), min(passage.end, trigger.end + 45)))


# -- news without a day of its own ----------------------------------------------------------------------------------------

_NEW_HOLDER: Final = re.compile(r"\b(?:is|becomes|became|as) the (?:city's |province's )?new (?=[A-Z]|party |municipal |provincial )")
_HAS: Final = re.compile(r"\b(?:has|have) (?:been |just |officially |recently )?$", re.I)
LEAD: Final = 3  # sentences, from the headline on, in which an article tells its own news


def _find_own(reading: _Reading, article: Sequence[Passage], dated: Sequence[Event]) -> Iterator[Event]:
    """What the article reports as its own news: a decision of its headline, who was elected at its meeting."""
    meetings = [e for e in dated if e.kind in ("session", "congress") and _is_recent(reading, e)]
    meeting = max(meetings, key=lambda e: e.date[-10:], default=None)
    decided = any(e.kind == "decision" and _is_recent(reading, e) for e in dated)
    for number, passage in enumerate(article):
        if any(_is_eligible(reading, m) and m.kind in ("day", "days") for m in reading.moments.within(passage.start, passage.end)):
            continue
        for trigger in _find_triggers(reading, passage):
            if any(e.start <= trigger.start < e.end for e in dated):
                continue
            if trigger.kind == "decision" and decided:
                continue
            date = _own_date(reading, passage, trigger, meeting, number)
            if date:
                area = _areas(reading, passage, trigger)[0]
                title = _title(reading.plain, passage, trigger, passage.end)
                yield Event(trigger.start, _clause_end(reading.plain, passage, trigger), trigger.kind, title, date, area)
        yield from _find_new_holder(reading, passage, article[number + 1 : number + 2])


def _is_recent(reading: _Reading, event: Event) -> bool:
    now, span = reading.published.now if reading.published else None, parse_span(event.date)
    return bool(now and span and span.kind in ("day", "throughout") and 0 <= (now.last - span.last).days <= 370 and abs((now.first - span.last).days) <= 8)


def _own_date(reading: _Reading, passage: Passage, trigger: _Trigger, meeting: Event | None, number: int) -> str | None:
    plain = reading.plain
    tense = find_tense(plain[passage.start : passage.end], trigger.end - passage.start, trigger.end - passage.start)
    has = _HAS.search(plain[max(passage.start, trigger.start - 25) : trigger.start])
    if trigger.kind == "appointment" and trigger.deed in ("Election", "Dismissal", "Appointment"):
        told = plain[trigger.start : trigger.end].lower().endswith(("ed", "office", "in", "from", "of"))
        if passage.kind == "headline" or tense != "past" or not told:
            return None
        return meeting.date if meeting else reading.published.edtf if reading.published and has and number <= LEAD else None
    if trigger.kind != "decision" or trigger.deed in ("Dating", "Announcement", "Entry into force") or not reading.published:
        return None
    is_headline = passage.kind == "headline" and number == 0 and plain[trigger.start : trigger.end].endswith("s")
    return reading.published.edtf if is_headline or (has and number <= LEAD) else None


def _clause_end(plain: str, passage: Passage, trigger: _Trigger) -> int:
    stop = re.search(r"[,;.](?:\s|$)", plain[trigger.end : passage.end])
    return trigger.end + stop.start() if stop else passage.end


def _find_new_holder(reading: _Reading, passage: Passage, following: Sequence[Passage]) -> Iterator[Event]:
    """"X is the new Secretary": appointed on the day that the sentence or the next one gives to the decision."""
    match = _NEW_HOLDER.search(reading.plain, passage.start, passage.end)
    if match is None:
        return
    for near in (passage, *following):
        for moment in reading.moments.within(near.start, near.end):
            if moment.kind == "day" and moment.tense == "past" and _is_eligible(reading, moment):
                trigger = _Trigger(match.start(), match.end(), "appointment", "Appointment")
                for event in _events(reading, passage, moment, trigger):
                    yield replace(event, start=match.start(), end=_clause_end(reading.plain, passage, trigger))
                return
