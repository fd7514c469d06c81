"""The nouns and verbs of a sentence that can tell an event: a meeting, a decision, an appointment, a launch.

Answers with `Deed`s from the terms of the vocabulary and the words around them: "opened" is of a session
or opens a road, a decision needs a text to decide on, "the merged communes" tell nothing. When they
happened is for `events`.

Reads `vocabulary/events.yml`.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from hanoi_lib.events.idioms import find_told
from hanoi_lib.events.objects import WORKS, fills_office, lacks_object
from hanoi_lib.passages import Passage
from hanoi_lib.scan import Term, Terms, load_vocabulary


@dataclass(frozen=True, slots=True)
class Deed:
    """A noun or verb that can tell an event. `does` is what a verb does; nouns have none.

    `thing` is the noun that a verb is about, where known: the meeting held, the text passed.
    """

    start: int
    end: int
    kind: str
    does: str | None = None
    thing: tuple[int, int] | None = None

    @property
    def is_meeting(self) -> bool:
        """Whether it is the noun of a meeting."""
        return self.does is None and self.kind in ("session", "congress")


@cache
def _deeds() -> dict[str, str]:
    deeds: dict[str, str] = load_vocabulary("events")["deeds"]
    return deeds


def find_deeds(plain: str, terms: Terms, passage: Passage) -> list[Deed]:
    """The deeds of one sentence, in order."""
    named = [
        t
        for t in terms.of("event_noun", passage.start, passage.end)
        if not _PART_OF_DAY.match(plain, t.end)
        and (plain[t.start : t.end] != "launch" or _ARTICLE.search(plain, passage.start, t.start))
        and not _ANNIVERSARY.search(plain, max(passage.start, t.start - 40), t.start)
    ]
    meeting = [t for t in named if _is_verb(plain, passage, t)]
    nouns = [Deed(t.start, t.end, t.value) for t in named if t not in meeting]
    verbs = [
        v
        for t in terms.of("event_verb", passage.start, passage.end)
        if (v := _verb(plain, terms, passage, t, nouns))
    ]
    for term in meeting:
        verb = _of_meeting(Term(term.start, term.end, "event_verb", "Holding"), "", "", plain, nouns)
        verbs += [verb] if verb else []
    texts = terms.of("event_text", passage.start, passage.end)
    dated = [
        Deed(t.end, t.end + len(m.group()), "decision", "Dating", (t.start, t.end))
        for t in texts
        if (m := _OF_DAY.match(plain, t.end))
    ]
    parted = [Deed(*told) for told in find_told(plain, passage.start, passage.end)]
    return sorted([*nouns, *verbs, *dated, *parted], key=lambda t: t.start)


_ARTICLE: Final = re.compile(r"\b(?:the|its|their|official) $")  # before a noun that is a verb too
_ANNIVERSARY: Final = re.compile(r"\banniversary of (?:[\w'-]+ ){0,2}$")  # of what is celebrated
# "the opening day of the session", "her opening speech"; "meeting hall", "a conference centre"
_PART_OF_DAY: Final = re.compile(
    r"(?<=opening) (?:day|speech|remarks?|address)\b"
    r"|(?:(?<=meeting)|(?<=ference)|(?<=bition)) (?:halls?|rooms?|cent(?:re|er)s?|venue|agenda|minutes)\b"
)


def _is_verb(plain: str, passage: Passage, term: Term) -> bool:
    """Whether "meeting" is what somebody does: "the congress, which is meeting from"."""
    is_word = plain[term.start : term.end] == "meeting"
    return is_word and bool(_IS.search(plain, max(passage.start, term.start - 6), term.start))


_IS: Final = re.compile(r"\b(?:is|are|was|were) $")
# "Resolution No 15 of May 5, 2022", "Resolution 59 of 2020"
_OF_DAY: Final = re.compile(
    r"(?: (?:No\.? ?)?[\w/-]*\d[\w/-]*)?,? of (?=(?:\d{1,2} )?(?:January|February|March|April"
    r"|May|June|July|August|September|October|November|December)\b)"
    r"| (?:No\.? ?)?\d[\w/-]* of (?=20\d\d\b)"
)


# "to meet the 2025 growth targets", "met all requirements": what is met is no person.
_NOT_THE_VERB: Final = re.compile(
    r"(?:-| of\b| to (?!traffic)\b"
    r"| (?:(?!with |and |in |on |at )[\w'-]+ ){0,4}(?:requirements|targets?|needs?|demands?|goals?|criteria"
    r"|standards|expectations|objectives|deadlines?|plans?|limits|opposition|resistance|difficulties|obstacles)\b)",
    re.I,
)
# What is decided here needs no text: people are voted out of a party, a course is voted for.
_WITHOUT_TEXT: Final = ("Decision", "Settlement", "Nomination", "Expulsion", "Discipline")


# "newly elected", "the report", "the start"
_NOT_A_DEED: Final = re.compile(
    r"(?:\b(?:[Nn]ewly|recently|the|an?|its|their|new|duly)(?: first| new)?[ -]|-)$"
)
# "signed on July 14 and made public": one decision, and its day has been told
_MADE: Final = re.compile(r"\b(?:signed|adopted|approved|issued|passed|dated) on [^.;,]{3,30} and $")
_MAY_BE: Final = re.compile(r"(?<!so that it )(?<!so that they )\b(?:can|could|may|might) (?:be )?$")
_PERSONNEL: Final = re.compile(
    r"\b(?:appointments?|nominations?|assignments?|transfers?|rotations?|dismissals?"
    r"|choice|personnel|naming|appointing|assigning|that name|new (?:[a-z]+ )?secretary)\b",
    re.I,
)


def _verb(plain: str, terms: Terms, passage: Passage, term: Term, nouns: Sequence[Deed]) -> Deed | None:
    """A verb of the vocabulary as a trigger, if what stands around it makes it tell an event."""
    deed = term.value
    before, after = (
        plain[max(passage.start, term.start - 120) : term.start],
        plain[term.end : min(passage.end, term.end + 120)],
    )
    if deed == "Issuance" and plain[term.start : term.end] == "issues" and not _issues(terms, before, term):
        return None
    if (
        _NOT_A_DEED.search(before)
        or (deed == "Announcement" and _MADE.search(before))
        or _MAY_BE.search(before)
        or (deed in ("Meeting", "Opening session") and _NOT_THE_VERB.match(after))
    ):
        return None
    if deed in ("Holding", "Opening session"):
        return _of_meeting(term, before, after, plain, nouns)
    if deed == "Meeting" and (met_for := _met_for(plain, term, nouns)):
        return met_for
    return (
        _of_office(plain, term, after)
        if _deeds()[deed] == "appointment"
        else _of_kind(plain, terms, passage, term, after)
    )


def _of_kind(plain: str, terms: Terms, passage: Passage, term: Term, after: str) -> Deed | None:
    """A verb of any kind but appointments; one of deciding mostly needs a text."""
    deed, kind = term.value, _deeds()[term.value]
    if deed == "Decision" and _INTO_POST.search(after):
        return Deed(term.start, term.end, "appointment", "Election")
    if lacks_object(plain, terms, passage, term, after):
        return None
    if deed in _WITHOUT_TEXT:
        return Deed(term.start, term.end, kind, deed)
    if kind == "decision" and _PERSONNEL.search(after[:60]):
        return Deed(term.start, term.end, "appointment", deed, _find_text(plain, terms, passage, term))
    if kind == "decision" and _IT.match(after):
        return Deed(term.start, term.end, kind, deed)
    if kind == "decision":
        text = _find_text(plain, terms, passage, term)
        if text and _HANDED.match(plain, term.start) and not _PAPER.match(plain, text[0]):
            return None  # land or works, not a decision
        return (
            Deed(term.start, term.end, kind, deed, text)
            if text or deed in ("Entry into force", "Validity")
            else None
        )
    return Deed(term.start, term.end, kind, deed)


def _of_office(plain: str, term: Term, after: str) -> Deed | None:
    """A verb that brings people into office or out of it."""
    deed, kind = term.value, _deeds()[term.value]
    if deed == "Appointment" and _CANDIDATE.search(after[:60]):
        return Deed(term.start, term.end, "decision", "Nomination")
    if plain.startswith("removed by", term.start) and not _BY_A_BODY.match(after):
        return None
    if deed in ("Appointment", "Filling") and not fills_office(plain[term.start : term.end].lower(), after):
        return None
    return Deed(term.start, term.end, kind, deed)


_HANDED: Final = re.compile(r"hand(?:ed|s)? over", re.I)
_PAPER: Final = re.compile(
    r"(?:[a-z]+ )?(?:decision|resolution|decree|law|directive|document|report|notice)", re.I
)
_INTO_POST: Final = re.compile(r"^[^.;]{3,110} (?:in)?to the (?:post|position|office)s? of ")
# "The Prime Minister signed it on"
_IT: Final = re.compile(r" (?:it|them) (?:on|in|at|this|last|yesterday|today)\b")
_BY_A_BODY: Final = re.compile(
    r" (?:the |its )?(?:[\w'-]+ ){0,4}(?:[Cc]ouncil|[Cc]ommittee|[Aa]ssembly|Politburo|Secretariat"
    r"|[Cc]ongress)\b"
)
# "named him as the candidate": chosen, not yet in office
_CANDIDATE: Final = re.compile(
    r"^(?: [\w'-]+){0,6} (?:as |to be )?(?:the|its|a|their)?(?: \w+)? ?candidate\b"
)


def _issues(terms: Terms, before: str, term: Term) -> bool:
    """Whether "issues" is the verb: a text follows at once and no verb that takes issues stands before."""
    is_noun = re.search(
        r"\b(?:discuss\w*|address\w*|solv\w+|resolv\w+|tackl\w+|on|of|these|such|key|many|other)\s$",
        before,
        re.I,
    )
    return not is_noun and bool(terms.of("event_text", term.end, term.end + 32))


_ADVERBIAL: Final = re.compile(r"\W*(?:by|on|at|in|this|last|yesterday|today|$)\b")


def _find_text(plain: str, terms: Terms, passage: Passage, term: Term) -> tuple[int, int] | None:
    """The text decided on: behind the verb, or before a passive or relative one ("a plan announced by")."""
    behind = terms.of("event_text", term.end, min(passage.end, term.end + 110))
    before = [t for t in terms.of("event_text", max(passage.start, term.start - 110), term.start)]
    told_of = term.value in ("Dating", "Entry into force", "Validity")
    is_backward = told_of or _ADVERBIAL.match(plain, term.end, passage.end)
    behind = behind if term.value != "Entry into force" else []  # a text takes effect, and nothing of its own
    found = before[-1:] or behind[:1] if is_backward else behind[:1] or before[-1:]
    return (found[0].start, found[0].end) if found else None


_WHICH: Final = re.compile(r",? (?:which|that) (?:had |has |also )?")
_FOR: Final = re.compile(r" for (?:its|their|the|an?) (?:[\w'-]+ ){0,4}$")


def _met_for(plain: str, term: Term, nouns: Sequence[Deed]) -> Deed | None:
    """ "Met for its 10th session", "the congress, which met": the session, the congress is what was held."""
    place = bisect_left(nouns, term.end, key=lambda n: n.start)
    before = nouns[: bisect_left(nouns, term.start, key=lambda n: n.start)][-1:]
    if before and before[0].is_meeting and _WHICH.fullmatch(plain, before[0].end, term.start):
        return Deed(term.start, term.end, before[0].kind, "Holding", (before[0].start, before[0].end))
    noun = nouns[place] if place < len(nouns) else None
    if (
        noun
        and noun.is_meeting
        and noun.start - term.end < 60
        and _FOR.fullmatch(plain, term.end, noun.start)
    ):
        return Deed(term.start, term.end, noun.kind, "Holding", (noun.start, noun.end))
    return None


def _of_meeting(term: Term, before: str, after: str, plain: str, nouns: Sequence[Deed]) -> Deed | None:
    """Held, opened, began: of the meeting that is object or subject, else an opening or a start of work."""
    first = bisect_left(nouns, term.start - 230, key=lambda n: n.start)
    for noun in nouns[first : bisect_left(nouns, term.end + 61, key=lambda n: n.start)]:
        if noun.is_meeting and _is_beside(plain, noun, term):
            return Deed(term.start, term.end, noun.kind, term.value, (noun.start, noun.end))
    words = plain[term.start : term.end].lower()
    if term.value == "Holding" or words.startswith(("clos", "conclu", "wrap", "came to", "comes to", "end")):
        return None
    if words.startswith("open"):  # what has a name in quotes is a conference or the like
        return Deed(term.start, term.end, "session" if after.startswith(' "') else "launch", "Opening")
    if WORKS.search(before[-60:]) or WORKS.search(after[:30]):
        return Deed(term.start, term.end, "launch", "Start")
    return None


def _is_beside(plain: str, noun: Deed, verb: Term) -> bool:
    """Whether a meeting is the object or the subject of a verb."""
    if 0 <= noun.start - verb.end <= 60:
        return not re.search(r"[,;.]", plain[verb.end : noun.start])
    if not 0 <= verb.start - noun.end <= 160:
        return False
    between = _AUXILIARY.sub("", PLACING.sub("", _THAT.sub("", plain[noun.end : verb.start])))
    return not _CLAUSE.search(between)


_THAT: Final = re.compile(r",? (?:that|which) $")  # "the session of the council that opened on"
_AUXILIARY: Final = re.compile(r"\b(?:had|has|have|will|would)(?: \w+ly)? $")
# What may stand as a verb between a meeting and its day: "the session, which was held on"
PLACING: Final = re.compile(
    r"\b(?:held|took place|taking place|takes place|scheduled|set|due|slated|planned"
    r"|dated|organi[sz]ed|opened|convened|chaired|hosted"
    r"|got under way|kicked off|began|started|runs?|ran|last(?:s|ed)?|is|was|were|be|been|to be)\b",
    re.I,
)
# Signs that another clause with a subject of its own has begun.
_CLAUSE: Final = re.compile(
    r";|\b(?:that|said|told|he|she|they|promised|heard|urged|asked|noted|will|would"
    r"|has|had|have|(?<!\bthe )(?<!\bits )(?<! an )[a-z]{3,}ed)\b"
)
