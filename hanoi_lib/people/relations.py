"""What the words between a person and an office say: the person holds it, held it, comes to hold it, ceases
to.

Answers from the words between the two and those right before the person; each pattern is for the whole of
what stands between, so that nothing unknown is skipped. Refuses what is only planned ("will be introduced to
be elected").

present   X, Secretary of ... / X, who is also ... / X is ... / X (left), 51, a member of ...
past      X, who was ... / X had been ...
start     X was elected ... / elected X as ... / X becomes ...
end       X was dismissed as ... / relieved X of the post of ...
replaced  Y succeeds X as ... (X had left it when Y was appointed)
successor X was replaced by Y as ... (the same, told of Y)

Reads the ranks of `vocabulary/names.yml`.
"""

import re
from dataclasses import dataclass
from functools import cache

from hanoi_lib.people.offices import MASK
from hanoi_lib.people.roles import known_roles
from hanoi_lib.scan import load_vocabulary

_ARTICLES = (
    rf"(?:(?:also|concurrently|currently|now|as|then|both|one of|{'|'.join(sorted(known_roles().drop))}"
    rf"|[A-Z]\w+-appointed) )"
    r"{0,4}(?:\d\d-year-old )?"
)
_CHOSEN = (
    r"(?:re-?)?(?:elected|appointed|named|assigned|designated|promoted|chosen|selected|picked|voted|approved"
    r"|installed|sworn in|confirmed|transferred|rotated|unveiled)"
)
_CHOOSING = (
    rf"(?:{_CHOSEN}|voted for|elects|appoints|names|assigns|electing|appointing|naming|assigning"
    r"|(?:decisions?|decided|resolutions?|plan) (?:that|to|which) (?:elect|appoint|name|assign|transfer)"
    r"|approving|designates|designating|(?:election|appointment|assignment|choice|selection) of)"
)
_RELIEVED = r"(?:relieved|dismissed|removed|discharged|sacked|suspended|stripped|released|ousted)"
_RELIEVING = (
    rf"(?:{_RELIEVED}|relieves|dismisses|removes|relieving|dismissing|removing"
    r"|(?:voted|decided|agreed|decisions?|resolutions?) to (?:dismiss|relieve|remove))"
)
_REPLACING = (
    r"(?:takes? over from|took over from|taking over from|replaces?|replaced|replacing|succeeds?|succeeded"
    r"|succeeding|in place of|predecessor(?: in [A-Z][\w ]{2,20})?,?)"
)
_POST = (
    r"(?:(?:the|a|his|her|their) )?(?:new )?(?:posts?|positions?|office|role|title|seat|job|duties|duty"
    r"|tasks?"
    r"|responsibilit(?:y|ies)) (?:of|as) "
)
_TO_BE = r"(?:as |into |to be |to become |to serve as |to hold |to )?"
_HONORIFIC = r"(?:(?:Mr|Ms|Mrs|Dr|[Cc]omrade)\.? )?"

_BEFORE_CHOSEN = re.compile(rf"\b{_CHOOSING} (?:the )?{_HONORIFIC}$")
_BEFORE_RELIEVED = re.compile(rf"\b{_RELIEVING} (?:the )?{_HONORIFIC}$")
# right before a person who held the post before the one that the text has told of
BEFORE_REPLACED = re.compile(rf"(?<!will )(?<!would )(?<!may )\b{_REPLACING} (?:the )?{_HONORIFIC}$")
_ONLY_REPLACES = re.compile(rf"(?:,? (?:has |who )?){_REPLACING} {_HONORIFIC}")
# right before a person who took the place of the one named before: "X has been replaced by Y as"
_BEFORE_SUCCESSOR = re.compile(rf" (?:was|is|has been|had been|,) (?:replaced|succeeded) by {_HONORIFIC}$")
_CHOICE = re.compile(rf"\b{_CHOOSING} ")
_CHOICE_BEFORE = re.compile(rf"\b{_CHOOSING} (?:[\w-]+ ){{0,4}}$")
_VERBAL = re.compile(r"(?:chairs|heads|leads|has (?:chaired|headed|led)) ")  # the office itself is a verb
_TO_POST = re.compile(
    rf"(?: (?:of|for|at) [^.;,{MASK}]{{3,60}})?,? (?:as|to be|to become"
    rf"|(?:to (?:hold|take|assume|take over)|into) {_POST.removesuffix(' ')}|to serve as) (?:the |new )*$"
)
# "the appointment decision of Deputy Secretary to X", "the dismissal of the Chairman for X"
_GRANTED = re.compile(
    r"\b(?:appointment|election|assignment|designation|promotion|approv(?:al|ed|es|ing))\b[^.;]{0,70}$"
)
_TAKEN = re.compile(r"\b(?:dismissal|removal|relief|discharge)\b[^.;]{0,70}$")
_GRANTED_TO = re.compile(rf"(?: of [^.;,{MASK}]{{2,40}})? (?:to|for) (?:the )?{_HONORIFIC}$")
_NO_FACT = re.compile(
    r"\b(?:will|would|candidates?|nominat\w+|propos\w+|introduc\w+|not|may|recommend\w*|to be elected)\b"
)
_IS_PAST = re.compile(
    r"\b(?:no longer|until (?:now|recently|today|then)|previously|formerly|had also been|was|were|served as"
    r"|had been|used to be|had served|used to work|worked as|held|assumed|filled|headed|led"
    r"|had (?:headed|led)|has (?:also|previously|earlier|formerly) been)\b"
)
_BECOMES = re.compile(
    r"\b(?:becomes|became|has become|takes office|took office|takes over|took over"
    r"|takes|took|has taken|has assumed|assumes|assumed|got)\b"
)


@dataclass(frozen=True, slots=True)
class _Gaps:
    """Patterns for the whole of what stands between an office and a name, or two of either."""

    tight: re.Pattern[str]
    loose: re.Pattern[str]
    colon: re.Pattern[str]
    added: re.Pattern[str]
    listed: re.Pattern[str]
    including: re.Pattern[str]
    inverse: re.Pattern[str]
    work: re.Pattern[str]
    verbal: re.Pattern[str]
    apposition: re.Pattern[str]
    copula: re.Pattern[str]
    capacity: re.Pattern[str]
    appointed: re.Pattern[str]
    whom: re.Pattern[str]
    chosen: re.Pattern[str]
    relieved: re.Pattern[str]
    removed: re.Pattern[str]
    leaving: re.Pattern[str]


@cache
def _gaps() -> _Gaps:
    ranks = sorted(map(str, load_vocabulary("names")["ranks"]), key=len, reverse=True)
    rank = rf"(?:(?:{'|'.join(map(re.escape, ranks))}) ){{0,3}}"
    # "(second, left)", ", 51", ", born in 1970"
    picture = r"(?: ?\([^()]{1,60}\))?"
    aside = (
        rf"{picture}(?:, (?:aged )?\d\d(?: years old)?)?"
        rf"(?:, born (?:in|on) [^,.;{MASK}]{{4,60}}(?:,(?= [a-z]))?)?"
        rf"(?:, (?:a native of|from) [^.;{MASK}]{{4,60}},)?"
    )
    be = r"(?:(?:is|was|are|were|has been|have been|had been|gets|got|being) )?"
    when = r"(?:(?:on|in) [A-Z][a-z]+(?: \d{1,2})?(?:, \d{4})?,? )?"
    adverb = r"(?:(?:recently|officially|unanimously|also|just|today|yesterday|formally|first|then|later) )?"
    patterns = {
        "tight": rf" {rank}",
        "loose": rf"{aside}(?:, (?:namely )?| - | — ){rank}",
        "colon": rf"[^.;:,{MASK}]{{0,50}}: {rank}",
        "added": rf"(?:, (?:from|in|since) [^,.;{MASK}]{{3,40}})?(?:, General)?(?:,? and |, | cum )"
        rf"(?:who (?:is|was) |before that |earlier )?{_ARTICLES}",
        "listed": rf"{picture}(?:,| and|, and) {rank}",
        "including": rf",? (?:including|include|includes|included|namely|are|were):? {rank}",
        "verbal": rf"{aside}(?:,? (?:and )?who)?(?: (?:also|now|currently|still))? ",
        "work": r"'s (?:work|years|time|tenure|term|terms|stint|experience) as ",
        "inverse": rf" is (?:now |currently )?(?:the )?{rank}",
        "apposition": rf"{aside}(?:, |,? (?=who )| - | — | \()(?:{_who()}|{_until()})(?:and )?{_ARTICLES}",
        "copula": rf"{aside}(?:,? and|,)? (?:who )?(?:like (?:him|her|them) )?"
        rf"(?:also |now |then |currently )?{_is()} (?:also "
        rf"|now )?{_ARTICLES}",
        "capacity": rf"[^.;{MASK}]{{0,60}}\b{_as()} {_ARTICLES}",
        "appointed": (
            rf"{aside}(?:(?:,| and) [^.;{MASK}]{{3,160}},)?,? (?:who )?{adverb}{be}(?:also |then "
            rf"|just )?{when}{adverb}"
            rf"{_CHOSEN}(?: and {_CHOSEN})? {when}(?:by [^.;,{MASK}]{{3,80}} )?"
            rf"{when}{_TO_BE}(?:{_POST})?{_ARTICLES}"
        ),
        "whom": rf"{aside},? whom [^.;,{MASK}]{{3,80}} {_CHOSEN} {_TO_BE}(?:{_POST})?{_ARTICLES}",
        "chosen": rf"{aside}(?:, [^.;{MASK}]{{3,120}},)? (?:{_TO_BE}|for )(?:{_POST})?{_ARTICLES}",
        "relieved": (
            rf"{aside},? (?:who )?{be}{adverb}{_RELIEVED} (?:from|of|as) (?:his |her |their )?(?:{_POST})?"
            rf"{_ARTICLES}"
        ),
        "leaving": (
            rf"{aside}(?:,? and|,)? (?:who )?(?:has )?(?:ceases to be|ceased to be|steps down as"
            rf"|stepped down as|steps aside as|stepped aside as|quits as|quit as"
            rf"|resigns as|resigned as|retires as|retired as"
            rf"|(?:leaves|left|hands over|handed over|gives up|gave up|relinquish(?:es|ed)"
            rf"|(?:resigns|resigned|retires|retired|withdraws|withdrew) from)"
            rf" (?:the|his|her) (?:posts?|positions?|job|role|work|duties|office) (?:of|as)) "
            rf"{_ARTICLES}"
        ),
        "removed": rf"{aside}(?:, who [^.;{MASK}]{{3,120}},)? (?:from|of|as) (?:his |her "
        rf"|their )?(?:{_POST})?{_ARTICLES}",
    }
    return _Gaps(**{name: re.compile(pattern) for name, pattern in patterns.items()})


def _who() -> str:
    return (
        r"(?:who (?:is|are|was|were|has been|had been|serves|served|becomes|became|remains|used to be"
        r"|had served"
        r"|has served)(?: also| concurrently| now| currently)? )?"
    )


def _until() -> str:
    return r"(?:until now |until recently |until today |previously |formerly )"


def _is() -> str:
    return (
        r"(?:is no longer|was no longer|belongs|sits|has a seat|is|was"
        r"|becomes|became|remains|serves as|served as"
        r"|(?:has|had) (?:(?:also|previously|earlier|formerly) )?been(?: serving as)?"
        r"|has become|has served as|is (?:now )?serving (?:a|his|her) (?:[a-z]+ )?term"
        r"|took office as|takes office as|took over as|takes over as|also serves as|also served as|used to be"
        r"|had served as|(?:used to work|worked|had worked) as"
        r"|(?:(?:has )?(?:taken|assumed)|takes|took|assumes|got) (?:over |up |on )?(?:the|his|her) (?:new )?"
        r"(?:role|post|position|office|job) (?:of|as)|(?:is holding|holds) the (?:post|position|office) of)"
    )


def _as() -> str:
    return (
        r"(?:comes to the (?:job|post|position) as|in (?:his|her) (?:capacity|role|position|post) as"
        r"|takes office as|took office as|doubles as|serves as|serving as|and concurrently"
        r"|stay(?:s|ed) on as|continue[sd] as|w[io]ns? another term as|(?:retain(?:s|ed)?|keeps?|kept)"
        r" (?:the|his|her|their) (?:post|position)s? (?:of|as)"
        r"|(?<!has )(?<!have )(?<!to )(?:held|assumed|filled)"
        r" (?:(?:the|many|various|several|a number of|key|important|other|following) ){1,3}"
        r"(?:posts?|positions?|roles?)(?: of| as|,? including|,? such as|:)"
        r"|(?:headed|led|(?:has|had) (?:headed|led|been (?:running|leading|heading)))"
        r" (?:the|its|his|her) [^.;,\x01]{3,60} as"
        r"|(?:went into|entered|faced) the (?:vote|election|ballot|session|meeting|congress) as"
        r"|who sits on the (?:Standing|Executive) (?:Board|Committee) as"
        r"|and (?:who )?(?:before that|previously|earlier|later) (?:was|had been|had also been|served as"
        r"|had served as))"
    )


def is_right_before(text: str, office_end: int, name: int) -> bool:
    """Whether an office stands right before a name, with nothing but a rank between."""
    return _gaps().tight.fullmatch(text, office_end, name) is not None


def is_introducing(text: str, office_end: int, name: int) -> bool:
    """Whether an office introduces a name: "the Chairman, X, said", "the new Chairman is X".

    A name between commas only: in "signed by the Prime Minister, Ms. X becomes" a new clause begins.
    """
    gaps = _gaps()
    if text.startswith(", ", office_end) and _RUNS_ON.match(text, name):
        return False
    return any(p.fullmatch(text, office_end, name) for p in (gaps.loose, gaps.colon, gaps.inverse))


# A masked name, then a verb
_RUNS_ON = re.compile(
    rf"{MASK}+ (?:is|was|will|has|had|becomes?|became|takes?|took|holds?|continues?|remains?|[a-z]+ed)\b"
)


def is_heading(text: str, office_end: int, name: int) -> bool:
    """Whether a plural office begins a list of its holders ("six Vice Chairmen, including X and Y")."""
    return _gaps().including.fullmatch(text, office_end, name) is not None


def is_added(text: str, end: int, start: int) -> bool:
    """Whether two offices are one person's, as far as what stands between them tells."""
    return _gaps().added.fullmatch(text, end, start) is not None and ", as " not in text[end:start]


def is_listed(text: str, end: int, start: int) -> bool:
    """Whether two names are neighbours in a list."""
    return _gaps().listed.fullmatch(text, end, start) is not None


def is_only_replacing(text: str, end: int, start: int) -> bool:
    """Whether one name replaces the other: "Y succeeds X"."""
    return _ONLY_REPLACES.fullmatch(text, end, start) is not None


def find_relation(text: str, before: str, end: int, office: int) -> str | None:
    """How a person stands to the office after the name, text[end:office] between them; None if in no way.

    `before` is what stands right before the person and the offices that precede the name.
    """
    gaps, between = _gaps(), text[end:office]
    if _NO_FACT.search(between):
        return None
    if told := _told_before(text, before, end, office):
        return told
    if _BEFORE_RELIEVED.search(before) and gaps.removed.fullmatch(text, end, office):
        return "end"
    if gaps.relieved.fullmatch(text, end, office) or gaps.leaving.fullmatch(text, end, office):
        return "end"
    if gaps.appointed.fullmatch(text, end, office) or gaps.whom.fullmatch(text, end, office):
        return "start"
    if _VERBAL.match(text, office) and gaps.verbal.fullmatch(text, end, office):
        return "present"
    if any(p.fullmatch(text, end, office) for p in (gaps.copula, gaps.apposition, gaps.capacity)):
        return "start" if _BECOMES.search(between) else "past" if _IS_PAST.search(between) else "present"
    return "past" if gaps.work.fullmatch(text, end, office) else None


def _told_before(text: str, before: str, end: int, office: int) -> str | None:
    """What a verb in front of the person makes of it: "appointed X as", "replacing X", "replaced by X"."""
    between = text[end:office]
    if _TO_POST.fullmatch(between) and _BEFORE_CHOSEN.search(before):
        return "start"  # "appointed X, director of ..., as Secretary"
    if not _gaps().chosen.fullmatch(text, end, office) or between.startswith(", "):
        return None
    if BEFORE_REPLACED.search(before):
        return "replaced"
    if _BEFORE_SUCCESSOR.search(before):
        return "successor"
    return "start" if _BEFORE_CHOSEN.search(before) else None


def find_grant(text: str, before: str, office_end: int, name: int) -> str | None:
    """Whether an office is given to the person behind it, or taken: "the appointment decision of X to Y"."""
    if not _GRANTED_TO.fullmatch(text, office_end, name):
        return None
    return "start" if _GRANTED.search(before) else "end" if _TAKEN.search(before) else None


def find_choice(text: str, start: int, office: int) -> int | None:
    """Where "elected" ends in "elected X, ..., and Z, ..., as Vice Chairmen", the office at the end."""
    if not _TO_POST.search(text[max(start, office - 60) : office]):
        return None
    start = max(start, office - 1500)
    verb = _CHOICE.search(text, start, office)
    return verb.end() if verb and not _NO_FACT.search(text, start, verb.end()) else None


def is_filled(before: str) -> bool:
    """Whether an office after `before` is being filled: "elected three new members, including X"."""
    return _CHOICE_BEFORE.search(before) is not None and not _NO_FACT.search(before)


def is_being_chosen(before: str) -> bool:
    """Whether the person after `before` is elected or appointed there."""
    return _BEFORE_CHOSEN.search(before) is not None
