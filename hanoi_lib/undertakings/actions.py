"""What is to be done, action by action: the stretch behind a verb of undertaking, parted at each verb.

Answers with spans of `Document.plain`: "submit a plan in June, to clear the road and to keep order" is three.
Refuses to part a purpose ("to build a hub that attracts talent and creates jobs") or verbs that share an
object ("select and send cadres"), and tells which actions nobody could later check (`is_vague`).

Reads `actions` of `vocabulary/undertakings.yml`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from hanoi_lib.scan import load_vocabulary

# How actions are told: "to build", "building", "a data centre", "(would be) put into operation".
BASE, GERUND, NOUN, PASSIVE = "base", "gerund", "noun", "passive"

# Where a list may be parted; whether the word that follows is a verb is looked up, not matched.
_WORD = r"(?:then\s|also\s|[a-z]+ly\s)?(?P<next>[a-z]+)\s(?!and\b|of\b|is\b|are\b|or\b)"
_PARTING = {
    # "; build", ", and to keep", ", and that fees", ", and the contractors to work" | ", open", " and open"
    BASE: re.compile(
        r"(?P<strong>;\s+(?:and\s+)?(?:to\s+)?(?=[a-z])"
        r"|(?:,\s+(?:and\s+)?|\s+and\s+)(?:to\s+(?=[a-z]+\s)|that\s+(?=[a-z]))"
        r"|,\s+and\s+(?:on\s)?(?=the\s(?:[\w'-]+\s){1,4}to\s[a-z])"
        r"|,?\s+and\s+(?:must|will|would|should|shall)\s+(?:also\s+)?(?=[a-z])"
        r"|\s+and,\s+(?=(?:from|by|in|on|before)\s[^,.;]{2,20},\s[a-z]))"
        rf"|(?:,\s+(?:and\s+|as\swell\sas\s+)?|\s+and\s+|\s+as\swell\sas\s+)(?={_WORD})"
    ),
    # "as well as introducing" | ", modernising", " and expanding"
    GERUND: re.compile(
        r"(?P<strong>;\s+(?:and\s+)?|,?\s+as\swell\sas\s+(?=[a-z]+ing\s))"
        rf"|(?:,\s+(?:and\s+|while\s+)?|\s+and\s+)(?={_WORD})"
    ),
}
_PARTING[NOUN] = _PARTING[GERUND]
_PARTING[PASSIVE] = re.compile(r"(?P<strong>;\s)|(?P<next>\b\B)")  # one deed, whatever follows
_PURPOSE = re.compile(
    r"\s(?:to|so\sthat|in\sorder\sto|that|which|where|who|if|when|because|since|as\swell\sas)\s[a-z]"
)
_JOINED = re.compile(r"[,;]\s|\sand\s")
# "forecast the difficulties and prepare for them": one action, told with two verbs
_SAME_OBJECT = re.compile(r"[a-z]+\s(?:[a-z]+\s){0,2}?(?:them|it|their)\b")
_TIME_FIRST = re.compile(r"(?:from|by|in|on|before|until|after)\s")  # "and, from 2026 on, ban"
_SAID = re.compile(
    r"""\.?,?["']?,?\s(?:he|she|(?:the\s)?[A-Z][\w ]{2,40}|the\s[\w ]{3,40})\s
        (?:said|says|added|stressed|noted|told|affirmed|emphasi[sz]ed|underlined)\b
    |,\s[A-Z][^.;"]{3,110}?
        \s(?:said|told|added|stressed|noted|affirmed|announced|promised|explained|confirmed)
        (?=\s[\w ]{0,30}$|\W|$)
    |,?"\s(?:said|added|stressed|noted)\b
    |,\s(?:said|according\sto|adding|saying|calling)\b
    |\s(?:said|added)\s[A-Z]""",
    re.X,
)
# "..., he added, and propose": the actions go on behind who said so.
_RESUMES = re.compile(
    r"[\",]{0,2}\s(?:he|she|[A-Z]\w+|the\s[\w ]{3,30})\s(?:said|added|stressed|noted),\s"
    r"(?:and|while)\s(?P<next>[a-z]+)\s"
)
# A clause with a subject of its own: "..., and work on it will begin".
_OTHER = re.compile(
    r",\s(?:and|while|whilst|but|with)\s(?:(?!to\b)[\w'-]+\s){1,7}?(?:will|would|is|are|was|were|has|have|had)\s"
    r"|,\s(?:which|who)\s"
)
_CREDIT = re.compile(r"[.\s]*(?:—|-{1,2})\s*[A-Z]{2,6}(?:/[A-Z]{2,6})*[./\s]*$")
# Growth to a figure is a target, not a deed.
_REACHES = re.compile(
    r"(?:reach|grow|rise|increase|attain|achieve|expand|raise|hit|exceed|keep|maintain|account|attract|earn|collect)\b"
    r"[^.;]{0,80}\d"
)
_DOUBLED = frozenset(
    ("submit", "cut", "set", "put", "permit", "plan", "run", "stop", "commit", "transfer", "let", "get")
)


@dataclass(frozen=True)
class _Verbs:
    known: frozenset[str]
    vague: re.Pattern[str]
    weak: re.Pattern[str]
    states: re.Pattern[str]
    vague_nouns: re.Pattern[str]


@cache
def _verbs() -> _Verbs:
    words = load_vocabulary("undertakings")["actions"]
    first = {phrase.split()[0] for phrase in words["verbs"]}
    return _Verbs(
        known=frozenset(first | {gerund(verb) for verb in first}),
        vague=_starts_with(words["vague"]),
        weak=_starts_with(words["weak"]),
        states=_starts_with(words["states"]),
        vague_nouns=re.compile(rf"(?:[a-z-]+\s){{0,3}}?(?:{'|'.join(words['vague_nouns'])})\b"),
    )


def _starts_with(phrases: list[str]) -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(sorted(phrases, key=len, reverse=True))})\b")


def gerund(verb: str) -> str:
    """The -ing form of a verb.

    >>> gerund("make"), gerund("submit"), gerund("build")
    ('making', 'submitting', 'building')
    """
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")):
        return verb[:-1] + "ing"
    return verb + (verb[-1] if verb in _DOUBLED else "") + "ing"


def find_actions(plain: str, start: int, end: int, form: str) -> Iterator[tuple[int, int]]:
    """The spans of the actions told from `start` on, at most up to `end`, in order."""
    told = find_end(plain, start, end)
    colon = plain.find(": ", start, told)  # what a colon opens is a list inside the action
    for cut in _PARTING[form].finditer(plain, start, told if colon < 0 else colon):
        if _opens_action(plain, cut, told) if cut["strong"] else _is_cut(plain, start, cut, form):
            yield start, cut.start()
            start = cut.end()
    yield start, told
    resumed = _RESUMES.match(plain, told, end)
    if resumed and resumed["next"] in _verbs().known:
        yield resumed.start("next"), find_end(plain, resumed.start("next"), end)


def find_end(plain: str, start: int, end: int) -> int:
    """Where actions end: before who said so, before a clause of its own, without the full stop."""
    text = plain[start:end]
    for pattern in (_SAID, _OTHER, _CREDIT):
        if found := pattern.search(text):
            text = text[: found.start()]
    return start + len(text.rstrip(" .,;:!?\"'/"))


def _opens_action(plain: str, cut: re.Match[str], end: int) -> bool:
    """Whether a verb stands behind a semicolon, at once or behind an adverb ("strictly inspect")."""
    behind = plain[cut.end() : min(end, cut.end() + 60)].split()[:2]
    named = behind[:1] == ["the"] or cut["strong"].rstrip().endswith(("that", " to", "and,"))
    return named or any(word.lower() in _verbs().known for word in behind)


def _is_cut(plain: str, start: int, cut: re.Match[str], form: str) -> bool:
    """Whether a verb behind "and" or a comma begins an action: both have an object of their own."""
    following, piece = cut["next"], plain[start : cut.start()]
    if following not in _verbs().known or following.endswith("ing") != (form != BASE):
        return False
    if _TIME_FIRST.match(piece):
        return False
    goes_on = cut.group().strip() == "and" and _SAME_OBJECT.match(plain, cut.end())
    return not goes_on and len(_JOINED.split(piece)[-1].split()) > 1 and not _PURPOSE.search(piece)


def is_state(text: str) -> bool:
    """Whether a verb of being opens the text: that tells an aim, whatever follows."""
    return bool(_verbs().states.match(text))


def is_vague(action: str, form: str) -> bool:
    """Whether nobody could later check that an action was done.

    >>> is_vague("submit the plan by June", "base"), is_vague("play a leading role", "base")
    (False, True)
    """
    action = action.removeprefix("not ")
    words = action.split()
    if form == NOUN:
        return not words or bool(_verbs().vague_nouns.match(action))
    unfit = len(words) < 2 or not words[0][:1].islower()
    return unfit or bool(_verbs().vague.match(action) or _REACHES.match(action))


def is_weak(action: str) -> bool:
    """Whether an action is a matter of degree ("improve"): too little for a plan without date or list."""
    return bool(_verbs().weak.match(action))


# A verb of undertaking starts anew behind one of these; what stands between is its subject and time.
_ANEW = re.compile(r"(?:[,;]|\.?\"|\b(?:and|while|whilst|but))(?=\s)")
_BINDS = re.compile(r"\b(?:that|which|who|whose|where|so|if|when|because)\b")
FAR = 800  # characters between two verbs beyond which they have nothing to do with each other


def find_part(plain: str, start: int, end: int) -> int | None:
    """Where actions told from `start` end because a further verb of undertaking begins at `end`.

    None where that verb only belongs to what is asked for.
    """
    between = plain[start:end]
    if len(between) > FAR:
        return end
    cut = max((m.start() for m in _ANEW.finditer(between)), default=None)
    if cut is None or _BINDS.search(between, cut) or len(between) - cut > 60:
        return None
    bound = max((m.end() for m in _BINDS.finditer(between)), default=-1)
    return None if 0 <= len(between) - 40 < bound else start + cut
