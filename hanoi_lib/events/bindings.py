"""Which deeds of a sentence a moment dates: the grammar between a date and what happened on it.

Answers from the order of the words: "a session on June 16", "on June 16 held a session", "On June 16
the council held", "was elected at its 38th meeting, held on". A day reaches over its clause; a month or
a year only to the word that it stands beside. Refuses a moment that another verb between them claims.
"""

import re
from collections.abc import Sequence
from typing import Final

from hanoi_lib.dates.moments import Moment
from hanoi_lib.dates.tenses import find_tense
from hanoi_lib.events.deeds import PLACING, Deed
from hanoi_lib.events.venues import DATELINE
from hanoi_lib.passages import Passage

_HEAD: Final = re.compile(
    r"\W*(?:in (?-i:(?:[A-Z][a-z]+ ){1,4}))?(?:(?:earlier|later|previously|meanwhile"
    r"|accordingly|also|and|but|then|just|early|late)\W+)?(?:(?:on|in|at|since"
    r"|from|during|by)\s)?(?:the\s)?(?:(?:morning|afternoon|evening) of\s)?",
    re.I,
)
# "After two days of work, on the afternoon of September 30, the congress"
_AFTER_OPENING: Final = re.compile(r", on (?:the )?(?:(?:morning|afternoon|evening) of )?$")
_NEW_CLAUSE: Final = re.compile(r"[,;] (?:and|but|while) (?:on|from) $", re.I)
_GOES_ON: Final = re.compile(r"\)?,? (?:when|where|as|at|during|in|for|with) ", re.I)
# "on July 5, the opening day of the fifth session"
_OPENING_DAY: Final = re.compile(
    r", (?:the )?(?:opening|first|second|last|final|closing) day of (?:the |its |their )?(?:[\w'-]+ ){0,4}"
)
_REACH: Final = 170
# "was adopted on October 25, when the council met"
_WHEN: Final = re.compile(r",? (?:when|as|where) (?:the |its |their |a )?(?:[\w'-]+ ){1,6}$")
# "met on Wednesday and elected", "met and adopted": one subject does both
_AND_THEN: Final = re.compile(
    r"(?:[\w' -]{0,80})(?:,? and|, then)(?: (?:also|then|later|unanimously|jointly))? "
)


def find_bound(plain: str, passage: Passage, moment: Moment, deeds: Sequence[Deed]) -> list[Deed]:
    """The noun or verb whose time the moment gives, with what is done at that meeting: none, one or two."""
    deeds = _in_time(moment, deeds)
    left = [t for t in deeds if t.end <= moment.start and ";" not in plain[t.end : moment.start]]
    right = [t for t in deeds if t.start >= moment.end and ";" not in plain[moment.end : t.start]]
    if moment.kind not in ("day", "days"):
        return _governing_loosely(plain, passage, moment, left, right)
    before = DATELINE.sub("", plain[passage.start : moment.start])
    after = plain[moment.end : passage.end]
    between = plain[moment.end : right[0].start] if right else ""
    follows = right[0] if right and (_is_next(between) if right[0].does else between == " ") else None
    if (
        follows
        and between.startswith(",")
        and left
        and left[-1].does
        and _ADJACENT.fullmatch(plain, left[-1].end, moment.start)
    ):
        follows = None  # "the law, which was passed on June 28, takes effect"
    if follows:
        host = left[-1] if left and left[-1].is_meeting and _binds(plain, left[-1], moment, 60) else None
        return [host, follows] if host and host.kind != follows.kind else [follows]
    if _HEAD.fullmatch(before) or (not left and _AFTER_OPENING.search(before)):
        return _with_next(plain, right) if right and right[0].start - moment.end < _REACH else []
    if right and _NEW_CLAUSE.search(before) and not re.search(r"[,;]", plain[moment.end : right[0].start]):
        return right[:1]
    if right and right[0].is_meeting and _OPENING_DAY.fullmatch(plain, moment.end, right[0].start):
        return right[:1]
    if left and _binds(plain, left[-1], moment, _REACH):
        with_it = [*_done_at(plain, left), *_done_then(plain, passage, left, right)]
        return [left[-1], *with_it, *_told_next(plain, moment, left[-1], right, with_it)]
    if right and (right[0].start - moment.end < _REACH and _GOES_ON.match(after)):
        return right[:1]
    return []


_LASTING: Final = ("Service", "Validity")  # told of what has gone on since a day


def _in_time(moment: Moment, deeds: Sequence[Deed]) -> list[Deed]:
    """The deeds that can have begun "since" a day ("has carried passengers since"), else all others."""
    lasting = [d for d in deeds if d.does in _LASTING]
    if moment.lead == "since":
        return lasting or [d for d in deeds if d.kind == "reorganisation"]
    return [d for d in deeds if d.does not in _LASTING]


def _with_next(plain: str, deeds: Sequence[Deed]) -> list[Deed]:
    """The first of several verbs, and the second where one subject does both."""
    first, *others = deeds
    if first.does and others and _is_joined(plain, first.end, others[0]):
        return [first, others[0]]
    if first.is_meeting and others and _is_done_there(plain, first.end, others[0]):
        return [first, others[0]]
    return [first]


# "On November 14, during its 5th session, the council elected"
_THERE: Final = re.compile(r"[^;]{0,140}, (?:the |its )?(?:[\w'-]+ ){1,6}")


def _is_done_there(plain: str, end: int, deed: Deed) -> bool:
    """Whether a verb of some weight tells what a meeting did that a sentence opens with."""
    weighty = deed.does is not None and deed.kind in ("decision", "appointment", "launch")
    return weighty and _THERE.fullmatch(plain, end, deed.start) is not None


def _is_joined(plain: str, end: int, deed: Deed) -> bool:
    """Whether a verb of some weight goes on what ended at `end`."""
    weighty = deed.does not in (None, "Announcement") and deed.kind in ("decision", "appointment", "launch")
    return weighty and _AND_THEN.fullmatch(plain, end, deed.start) is not None


def _told_next(
    plain: str, moment: Moment, deed: Deed, right: Sequence[Deed], told: Sequence[Deed]
) -> list[Deed]:
    """What the sentence goes on to tell of the same day: "when the council met", "and elected"."""
    if not right or right[0] in told:
        return []
    if _WHEN.fullmatch(plain, moment.end, right[0].start):
        return [right[0]] if right[0].kind != deed.kind else []
    return [right[0]] if (deed.does or deed.is_meeting) and _is_joined(plain, moment.end, right[0]) else []


_ADJACENT: Final = re.compile(r" (?:on|in|at)? ?(?:the (?:morning|afternoon|evening) of )?")


# "on June 16 issued", "today was officially opened"
_NEXT: Final = re.compile(
    r"[)\]]?,? ?(?:(?:was|were|is|be|been|has|have|had|will|would|also|jointly|then|\w+ly) ){0,3}", re.I
)


def _is_next(between: str) -> bool:
    """Nothing but adverbs and auxiliaries between a moment and the verb."""
    return _NEXT.fullmatch(between) is not None


# "its 11th congress resolved on October 15"
_DOES: Final = re.compile(
    r" (?:\w+ly )?(?:resolved|decided|voted|declared|learned|adjourned|agreed|heard) on "
)
# "opens on May 2 and closes on", "started and will be finished in"
_OTHER_VERB: Final = re.compile(
    r"\band (?:[a-z]+ ){0,2}(?:clos|end|finish|complet|conclud|made public|announced"
    r"|will\b|was\b|were\b|is\b|are\b|has\b|had\b)"
)


def _binds(plain: str, deed: Deed, moment: Moment, reach: int) -> bool:
    """Whether nothing between a deed and the moment on its right claims the moment for itself."""
    between = plain[deed.end : moment.start]
    if len(between) > reach:
        return False
    if deed.does is not None and (
        re.search(r"\b(?:who|which|that(?! of\b)|whose)\b", between) or _OTHER_VERB.search(between)
    ):
        return False
    if deed.is_meeting and _DOES.fullmatch(between):
        return True
    if deed.does is None:
        return find_tense(PLACING.sub("", between) + " .", len(between) + 2, len(between) + 2) != "past"
    return (
        moment.lead != "from"
        or deed.kind in ("launch", "reorganisation")
        or deed.does in ("Holding", "Entry into force", "Opening session")
    )


def _done_at(plain: str, left: Sequence[Deed]) -> list[Deed]:
    """What else is told with a meeting: "elected at its 38th meeting, held on", "a ceremony to announce"."""
    *others, meeting = left
    if meeting.does and others and others[-1].is_meeting and plain[others[-1].end : meeting.start] == " to ":
        return others[-1:]
    if meeting.does in ("Holding", "Opening session") and others and others[-1].is_meeting:
        *others, meeting = others
    if not others or not (meeting.is_meeting or meeting.kind in ("session", "congress")):
        return []
    verb = others[-1]
    joined = re.search(r"\b(?:at|during|in) (?:[\w'-]+ ){0,5}$", plain[verb.end : meeting.start])
    return [verb] if verb.kind in ("appointment", "decision") and verb.does and joined else []


def _done_then(plain: str, passage: Passage, left: Sequence[Deed], right: Sequence[Deed]) -> list[Deed]:
    """What the sentence tells after its opening "At a ceremony on June 30,"."""
    meeting = left[-2] if left[-1].does == "Holding" and left[1:] else left[-1]
    opening = re.fullmatch(
        r"\W*(?:at|during|in|on the sidelines of|as part of) (?:[\w'-]+ ){0,6}",
        DATELINE.sub("", plain[passage.start : meeting.start]),
        re.I,
    )
    if not (opening and meeting.is_meeting and right and right[0].does):
        return []
    return [right[0]] if right[0].kind in ("appointment", "decision", "launch") else []


def _governing_loosely(
    plain: str, passage: Passage, moment: Moment, left: list[Deed], right: list[Deed]
) -> list[Deed]:
    """For a month, quarter or year: only where it stands right by the word it dates."""
    before = DATELINE.sub("", plain[passage.start : moment.start])
    if right and moment.kind == "month" and (at := _AT_A.match(plain, moment.end, passage.end)):
        there = [d for d in right if d.is_meeting and d.end <= at.end()][:1]
        done = [d for d in right if d.does and 0 <= d.start - at.end() < 80][:1]
        if done and _HEAD.fullmatch(before):
            return [*there, *done]
    opens = re.search(
        r"(?:^|[,;:] (?:and |but )?|\band,? )(?:in |from |later |in late |in early )?$", before, re.I
    )
    if opens and right and moment.kind == "month" and right[0].does:
        between = plain[moment.end : right[0].start].removeprefix(",")
        begins = moment.lead != "from" or right[0].kind in ("launch", "reorganisation")
        if begins and len(between) < 80 and not re.search(r"[,;\d]", between):
            return right[:1]
    if right and moment.lead == "in" and _is_told_when(plain, moment, right[0]):
        return right[:1]
    if (
        left
        and moment.lead in ("in", None)
        and not _is_named_after(plain, left[-1], moment)
        and _is_close(left[-1], plain[left[-1].end : moment.start], moment)
    ):
        return left[-1:]
    return []


def _is_named_after(plain: str, deed: Deed, moment: Moment) -> bool:
    """Whether a year only says which plan it is: "the completion of the plan for 2025"."""
    between = plain[deed.end : moment.start]
    return between.endswith((" for ", " for the ")) and not _DUE.search(between)


# "In October 2015, at the 10th provincial congress, he was elected"
_AT_A: Final = re.compile(r",? (?:at|during) (?:the|its|an?|their) [^,;]{3,90},")


def _is_told_when(plain: str, moment: Moment, deed: Deed) -> bool:
    """Whether a clause that explains the moment tells the deed."""
    weighty = deed.kind in ("reorganisation", "launch", "appointment")
    return weighty and _WHEN_IT.fullmatch(plain, moment.end, deed.start) is not None


# "in 2004, when Can Tho became a centrally run city"
_WHEN_IT: Final = re.compile(r",? when (?:the |its |their |a )?(?:[\w'-]+ ){1,6}")
# "the congress, which is scheduled for early 2026"
_DUE: Final = re.compile(
    r",? (?:(?:which|that) )?(?:is |was )?(?:due|scheduled|slated|planned|set|to be held|held)(?: for)?\b"
)


def _is_close(deed: Deed, between: str, moment: Moment) -> bool:
    if deed.does is None:
        if deed.kind == "session" and moment.kind not in ("month", "other"):
            return False
        if deed.kind == "other" and moment.lead != "in":  # "Book Fair 2023" is a name
            return False
        between = _DUE.sub("", between)
        return len(between) < 60 and not re.search(r"[,;\d]|\b(?:was|were|had|has|will)\b", between)
    if deed.kind in ("decision", "session", "congress"):
        return bool(
            re.fullmatch(
                r"(?: again| back| by (?:the )?(?:[A-Z][\w']{1,30} (?:of |the ){0,2}){1,5}\b"
                r"| (?:the|an?|its|this) (?:\w+ ){0,2}"
                r"(?:project|plan|law|resolution|scheme|programme|strategy|decision|policy|decree|directive"
                r"|agreement|memorandum|contract|regulation)"
                r"(?: with (?:the )?[A-Z][\w']{1,30}(?: [A-Z][\w']{1,30}){0,3})?)?"
                r" ?(?:in |early in |late in )?(?:the )?",
                between,
            )
        )
    if moment.kind == "year" and deed.does == "Completion" and moment.tense == "future":
        return False  # a plan
    if moment.kind in ("year", "half", "quarter") and deed.kind != "launch":
        return bool(re.fullmatch(r" (?:back )?in ", between))
    return len(between) < 130 and not re.search(r"[;%]", between)
