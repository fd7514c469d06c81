"""Aims without a number: "By 2030, Hanoi will become a green, smart city" - what is to be, and by when.

Answers with one row for each aim (aims parted by semicolons are several), its words, a short label, the
place, the year or interval and who set it, from a sentence that has the grammar of an aim and a horizon, or
follows such a one. Refuses aims without a horizon and those that hold a figure (figures.py reads quantitative
targets), and whatever is only scheduled ("the congress will be held in 2025").
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hanoi_lib.dates.moments import Moment, Moments
from hanoi_lib.documents import Document
from hanoi_lib.passages import Passage
from hanoi_lib.people.people import People
from hanoi_lib.places import Places
from hanoi_lib.scan import Terms
from hanoi_lib.undertakings.actors import PERSON, Actors
from hanoi_lib.undertakings.aspirations import AGAIN, CUE, WORKED


@dataclass(frozen=True, slots=True)
class Aim:
    """An aim in words: its span in `Document.plain`, a short phrase for it, where, by when, set by whom."""

    start: int
    end: int
    label: str
    area: str | None
    period: str
    set_by: str | None


# "held", "opened", "expected": a passive tells what is done to something, not what it will be.
_PASSIVE = re.compile(
    r"(?:also\s|soon\s|officially\s|further\s)?(?:developed\s[a-z]+ly|able\b|ready\b|available\b|due\b|allowed\b|held|built|put\b|made|given|taken|sent|drawn|chosen|begun|shown|known"
    r"|(?!(?:civili[sz]|develop|advanc|unit|integrat|connect|moderni[sz]|digitali[sz]|industriali[sz])ed\b)[a-z]+(?:ed|ing))\b(?!,|\sand\s|-)"
)
_NO_AIM_SUBJECT = re.compile(
    r"\b(?:this|that|these|those|which|who|he|she|I|there|congress|meeting|session|conference|event|ceremony|question|answer"
    r"|exhibition|festival|fair|forum|summit|visit|election|law)(?:\sof\s[^,;]{1,40})?(?:\sin\s20\d\d)?$|(?:^|[—–-]\s)(?:the\s)?year\s20\d\d$",
    re.I,
)
# "to fulfil its targets": an aim of which nothing is told but that it is one
_FOR_ITS_OWN_SAKE = re.compile(
    r"(?:(?:fulfil|meet|achieve|reach|attain|surpass|exceed|complete|accomplish|reali[sz]e|hit|carry\sout|implement)l?"
    r"(?:,?\s(?:and|or)\s[a-z]+)?\s)(?:[\w'-]+\s){0,6}?(?:targets?|goals?|objectives?|plans?|tasks?|estimates?|indicators?)\b",
    re.I,
)
# "to be a start-up centre, the PM told it to have 50,000 firms by 2030": that time is another clause's
_ANOTHER = re.compile(r",\s(?!with\b|and\b|including\b|while\b|where\b|whose\b|when\b|[a-z]+ing\b)")
_CONDITION = re.compile(r"\b[Ii]f\s[^,;]*$")  # "must spend more if it wants to use up the capital"
# "was assigned to join the board": what a person is to be is an office
_OF_A_PERSON = re.compile(
    r"\b(?:assigned|appointed|elected|named|chosen|nominated|introduced|tasked|transferred|selected)\b[^,;]{0,90}$|,\s[3-7]\d,\s$"
)
# "75-80% of all days are to have good air": the share is the aim
_OF_A_SHARE = re.compile(r"(?:%|\bper\s?cent)\s(?:of\s)?[^,;]{0,40}$")
# New aims in one sentence: after a semicolon, at a parallel "to be", at a further horizon.
_PARTING = re.compile(
    r";\s+|(?:,\s+(?:and\s+)?|\s+and\s+)(?=to\s(?:be|become|rank|stand|rise)\b)|(?:,\s+|\s+)and\s+(?=to\s[a-z])"
    r"|[,;]?\s+(?:and|while)\s+(?=(?:by|in|until|towards?|for)\s(?:the\s)?(?:end\sof\s)?20\d\d)|,\s+(?=by\s20\d\d)|\s+when\s+(?=the\s|[A-Z])"
)
_SAID = re.compile(
    r""",\s(?:[A-Z][\w'-]+\s){0,4}(?:President|Chair(?:man|woman)|Secretary|Director|Minister|Head|Chief|Vice)\b|["']?,?["']?\s(?:(?:he|she|it|they|the\s[\w\s]{3,40}|[A-Z]\w+(?:\s[A-Z]\w+){0,4})\s(?:said|says|stressed|added|noted|affirmed
    |emphasi[sz]ed|underlined|told|stated|suggested)|(?:said|says|added|stressed|noted)\s|according\sto\s)""",
    re.X,
)
# A figure, in digits or words; names and durations that only look like one are not ("100-year", "4.0",
# "G20").
_FIGURE = re.compile(
    r"(?<![\w-])(?:(?:US)?\$|VND)?\d[\d.,]*(?!\d|-year|\.0)\s?%?|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|double"
    r"|doubled?|tripled?|half|halved?|double-digit|dozens|hundreds?|thousands?|million|billion|trillion)\b(?!-)"
    r"|\b(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)\s(?:\w+est|most|in|among|nationwide)\b"
)
# "With the aim of becoming a garden city, Hue will ...": the subject comes behind.
_BEHIND = re.compile(r",\s(?=[A-Z]|the\s)")
_FRONTED = re.compile(
    r"(?:^|[—–-]\s)(?:With|In|Aiming)\b[^.,;]*\b(?:of|at|to)\s(?:becoming\s|being\s|become\s)?$"
)
_HANGS_ON = re.compile(r",|\s(?:and|with|when|while|including)\s")
_NAMED_NUMBER = re.compile(
    r"(?:[Ii]ndustry|No\.?|Resolution|Conclusion|Road|Line|Directive|Decree|Project|Decision|Article)\s$"
)
_LEAD = re.compile(r"^(?:(?:By|In|Until)\s(?:the\send\sof\s)?20\d\d,?\s)?(?:the\s(?=[a-z])|an?\s|its\s)")
_CREDIT = re.compile(r"[.\s]*(?:—|-{1,2})\s*[A-Z]{2,6}(?:/[A-Z]{2,6})*[./\s]*$")
_TAIL = re.compile(
    r"\s(?:that|which|where|whose|who|so|in\sorder|by\s20\d\d|in\s20\d\d|as\swell\sas)\b.*$|,\s(?:one|where|with|which|whose|so)\b.*$"
)
_SAME = re.compile(r"\bsame\s(?:year|period|time|horizon)\b", re.I)
_PREPOSITION = re.compile(r"With|Under|For|From|Until|Towards?|After|Since")
# The subject of the verb is who is to be something.
_DIRECT = re.compile(r"(?:will|shall|should|would|must|is|are|has|have)\b|[a-z]+\sto\b")
_NOBODY = re.compile(r"\b(?:[Nn]o|[Nn]ot a single)\s(?:[a-z-]+\s){1,4}$")
_APPOSITION = re.compile(r"(?:,[^,;]{1,80},)?\s*")
_BY_THEN = re.compile(r"\bby\s(?:then|that\s(?:time|year))\b", re.I)
BEFORE = 400  # characters in front of an aim among which its place is looked for
HORIZONS = ("year", "years", "term")
LONGEST_LABEL = 12  # words


def find_aims(
    document: Document,
    passages: Sequence[Passage],
    terms: Terms,
    places: Places,
    moments: Moments,
    people: People,
) -> tuple[Aim, ...]:
    """The aims without a number that a document names, in order, each told once."""
    reader = _Reader(document.plain, moments, Actors(document.plain, passages, terms, places, people), people)
    aims: list[Aim] = []
    for passage in passages:
        if passage.kind in ("body", "answer", "standfirst"):
            aims += [aim for aim in reader.read(passage) if not any(_is_same(aim, told) for told in aims)]
    return tuple(aims)


def _is_same(aim: Aim, told: Aim) -> bool:
    return (aim.period, aim.area) == (told.period, told.area) and aim.label.lower() == told.label.lower()


class _Reader:
    """Reads sentence after sentence, and keeps in mind by when the last aim was to be reached."""

    def __init__(self, plain: str, moments: Moments, actors: Actors, people: People) -> None:
        self.plain, self.moments, self.actors, self.people = plain, moments, actors, people
        self.last: tuple[int, str] | None = None  # paragraph and period of the last sentence with an aim
        self.horizon: str | None = None  # the last time ahead that was named: "by then"

    def read(self, passage: Passage) -> list[Aim]:
        """The aims of one sentence."""
        horizons = self._ahead(passage.start, passage.end)
        period = self._first_period(passage, horizons)
        aims: list[Aim] = []
        opened = False  # whether the segments before held an aim that this one can go on with
        for start, end in _segments(self.plain, passage) if period else ():
            period = self._period(start, end) or period
            cue, first = self._first_cue(start, end)
            if cue:
                opened = first is not None
            else:
                again = AGAIN.match(self.plain, start, end)
                first = again.end() if again and opened else None
            for one, last in _parallels(self.plain, first, end, cue) if first is not None else ():
                by_then = self._deadline(one, last) or period
                if by_then and (aim := self._aim(passage, cue, one, last, by_then)):
                    aims.append(aim)
        self.last = (passage.paragraph, aims[-1].period) if aims else self._kept(passage, horizons)
        self.horizon = horizons[-1].edtf if horizons else self.horizon
        return aims

    def _kept(self, passage: Passage, horizons: Sequence[Moment]) -> tuple[int, str] | None:
        """A horizon named without an aim can still be meant by the next sentence's "the same year"."""
        return (passage.paragraph, horizons[-1].edtf) if horizons else None

    def _ahead(self, start: int, end: int) -> list[Moment]:
        """The times of a stretch by or in which something can be reached."""
        found = [m for m in self.moments.within(start, end) if m.kind in HORIZONS]
        return [m for m in found if not m.comparison and not _is_over(m)]

    def _first_period(self, passage: Passage, horizons: Sequence[Moment]) -> str | None:
        if horizons:
            return next((m.edtf for m in horizons if not m.vision), horizons[0].edtf)
        sentence = self.plain[passage.start : passage.end]
        if self.horizon and _BY_THEN.search(sentence):
            return self.horizon.rpartition("/")[2]
        if (
            self.last
            and (_SAME.search(sentence) or passage.paragraph == self.last[0])
            and not self._has_time(passage)
        ):
            return self.last[1] if _SAME.search(sentence) or _CONTINUES.search(sentence) else None
        return None

    def _has_time(self, passage: Passage) -> bool:
        return any(m.kind not in HORIZONS for m in self.moments.within(passage.start, passage.end))

    def _period(self, start: int, end: int) -> str | None:
        """The horizon of a stretch: a deadline before a period, and one that only names a plan last."""
        inside = self._ahead(start, end)
        inside = [m for m in inside if not m.vision] or inside  # "by 2030, with a vision to 2045": the 2030
        chosen = [m for m in inside if m.lead == "deadline"] or [m for m in inside if m.lead] or inside
        return chosen[0].edtf if chosen else None

    def _deadline(self, start: int, end: int) -> str | None:
        """By when one of several parallel aims is to be reached, where it says so itself."""
        inside = [m for m in self.moments.within(start, end) if m.kind == "year" and m.lead == "deadline"]
        return inside[-1].edtf if inside and not inside[-1].vision else None

    def _aim(
        self, passage: Passage, cue: re.Match[str] | None, first: int, end: int, period: str
    ) -> Aim | None:
        fronted = _FRONTED.search(self.plain[passage.start : first])
        behind = _BEHIND.search(self.plain, first, end) if fronted else None
        last = self._end(first, behind.start() if behind else end)
        if last - first < len("a hub city") or _FOR_ITS_OWN_SAKE.match(self.plain, first, last):
            return None
        verb = cue.start() if cue else first
        if last < end and (self._is_figures(cue, last, end) or self._is_anothers(passage, last, end)):
            return None
        label = _label(self.plain[first:last])
        return Aim(first, last, label, self._area(passage, verb, last), period, self._set_by(passage, verb))

    def _first_cue(self, start: int, end: int) -> tuple[re.Match[str] | None, int | None]:
        """The first words of a stretch that lead an aim, and where it begins; else the first that might."""
        cues = list(CUE.finditer(self.plain, start, end))
        begun = ((cue, first) for cue in cues if (first := self._start_of_cue(cue, start, end)) is not None)
        return next(begun, (cues[0] if cues else None, None))

    def _start_of_cue(self, cue: re.Match[str], start: int, end: int) -> int | None:
        """Where the aim's words begin: behind the cue, or with the subject where that is no place or body."""
        subject = self.plain[start : cue.start()]
        if cue["being"] and cue["being"].startswith(WORKED):
            return cue.end()
        if _NO_AIM_SUBJECT.search(subject.rstrip()) or self.plain.startswith("not ", cue.end()):
            return None
        if _OF_A_PERSON.search(subject) or _OF_A_SHARE.search(subject) or _CONDITION.search(subject):
            return None
        if self._is_own(cue, start):
            return None
        if nobody := _NOBODY.search(subject):
            return start + nobody.start()  # "no household will be poor"
        if cue["reached"]:
            return start
        if cue["present"] and not any(m.lead == "deadline" or m.vision for m in self._ahead(start, end)):
            return None
        if cue["being"] and _PASSIVE.match(self.plain, cue.end(), end):
            return None
        return cue.end()

    def _is_own(self, cue: re.Match[str], start: int) -> bool:
        """Whether a person is to be or to do something: "An, 56, is to join the board"."""
        if not _DIRECT.match(cue[0]):
            return False  # "An wants Hue to become"
        end = start + len(self.plain[start : cue.start()].rstrip())
        if any(place.end == end for place in self.actors.places.localities(max(start, end - 40), end)):
            return False  # "Hue" is a given name too
        subject = self.actors.before(start, cue.start())
        if subject is not None:
            return subject.kind == PERSON
        person = self.people.subject(start, cue.start())
        return person is not None and _APPOSITION.fullmatch(self.plain, person.end, cue.start()) is not None

    def _is_figures(self, cue: re.Match[str] | None, last: int, end: int) -> bool:
        """Whether what is to be done is told in a figure: "aims to speed it up, striving to spend 95%"."""
        doing = cue is not None and cue["doing"] is not None
        return doing and self._figure(last, self.plain[last:end]) is not None

    def _is_anothers(self, passage: Passage, last: int, end: int) -> bool:
        """Whether the only time of a stretch stands in the clause of a figure behind the aim."""
        if not _ANOTHER.match(self.plain, last, end):
            return False
        return not any(m.start < last for m in self._ahead(passage.start, passage.end))

    def _end(self, first: int, end: int) -> int:
        """The aim's end: before who said it, before a figure that hangs on, without the full stop."""
        text = _CREDIT.sub("", self.plain[first:end])
        if said := _SAID.search(text):
            text = text[: said.start()]
        if (figure := self._figure(first, text)) is not None:
            text = text[: max((m.start() for m in _HANGS_ON.finditer(text, 0, figure)), default=0)]
        if mind := re.search(r"\sin\smind\b", text):
            text = text[: mind.start()]
        return first + len(text.rstrip(" .,;:!?)\"'"))

    def _figure(self, first: int, text: str) -> int | None:
        """Where the first figure of a stretch stands that is no year and no part of a name."""
        for figure in _FIGURE.finditer(text):
            at = first + figure.start()
            dated = any(m.start <= at < m.end for m in self.moments.within(first, first + len(text)))
            if not dated and not _NAMED_NUMBER.search(text[: figure.start()]):
                return figure.start()
        return None

    def _area(self, passage: Passage, verb: int, last: int) -> str | None:
        """The place the aim is for: named before it or as the subject behind it, else the one in question."""
        named = self.actors.places.localities(max(passage.start, verb - BEFORE), verb)
        if not named and (behind := _BEHIND.match(self.plain, last, passage.end)):
            named = self.actors.places.localities(behind.end(), behind.end() + 1)
        return named[-1].value if named else self.actors.topic(verb)

    def _set_by(self, passage: Passage, verb: int) -> str | None:
        """Whoever says it, else the body or place that is the subject."""
        said_by = self.actors.speaker(passage) or self.actors.before(passage.start, verb)
        if said_by is None or _PREPOSITION.fullmatch(said_by.name):
            return self.actors.topic(verb)
        return said_by.name


def _is_over(moment: Moment) -> bool:
    """Whether a time is told as past and is no deadline: "ranked first from 2017 to 2021"."""
    return moment.tense == "past" and moment.lead in ("from", "since", "after")


# "an international megacity and a regional centre": nouns side by side, each with its article.
_BESIDE = re.compile(r"(?:,\s(?:and\s)?|\sand\s)(?=(?:an?|one\sof)\s)")
# "among the leading ones by 2030 and a hub by 2045"
_LATER = re.compile(r"(?P<due>\sby\s20\d\d),?\sand\s(?=(?:an?|one\sof|among|the)\s[^.;]{3,90}?\sby\s20\d\d)")
_ATTACHED = re.compile(r"\s(?:that|which|where|whose|with|for|who)\s")


def _parallels(plain: str, first: int, end: int, cue: re.Match[str] | None) -> Iterator[tuple[int, int]]:
    """What something is to be, noun by noun; what it is to have stays one aim, with all that is attached."""
    if cue and cue["being"]:
        for later in _LATER.finditer(plain, first, end):
            yield first, later.end("due")
            first = later.end()
    if (
        cue
        and cue["being"]
        and cue["being"].endswith(("be", "become"))
        and plain.startswith(("a ", "an ", "one "), first)
    ):
        for beside in _BESIDE.finditer(plain, first, end):
            if not _ATTACHED.search(plain, first, beside.start()):
                yield first, beside.start()
                first = beside.end()
    yield first, end


def _segments(plain: str, passage: Passage) -> Iterator[tuple[int, int]]:
    """The stretches of a sentence that can hold one aim each."""
    start = passage.start
    for cut in _PARTING.finditer(plain, passage.start, passage.end):
        yield start, cut.start()
        start = cut.end()
    yield start, passage.end


# A sentence that goes on about the aim of the one before: "It will also be", "The city is also to become".
_CONTINUES = re.compile(
    r"^(?:At the same time, |Also, |In addition, |Moreover, )?"
    r"(?:It|The\s(?:city|capital|province|goal|aim|target))\s(?:will|is|aims|must|should|wants|strives|also)\b"
)


def _label(text: str) -> str:
    """A short phrase for an aim: without article, relative clauses and date.

    >>> _label("a smart, modern city that attracts talent by 2030")
    'smart, modern city'
    """
    short = _TAIL.sub("", _LEAD.sub("", text))
    words = short.split()
    return " ".join(words[:LONGEST_LABEL]).rstrip(" ,;") if len(words) > LONGEST_LABEL else short.strip(" ,;")
