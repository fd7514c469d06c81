"""What must stand beside a verb of many uses, so that it tells an event: what is merged, opened or filled.

Answers from the words behind a verb and before it: "cut the number of districts", "came to Hanoi", "was named
Secretary". Refuses verbs whose object is missing or another: "cut the number of accidents".
"""

import re
from typing import Final

from hanoi_lib.passages import Passage
from hanoi_lib.scan import Term, Terms

WORKS: Final = re.compile(
    r"\b(?:work|works|construction|projects?|operations?|services?|building|route|line|roads?|bridges?"
    r"|programmes?|programs?|schemes?|trials?|campaigns?)\b",
    re.I,
)
_OFFICE: Final = re.compile(
    r"\b(?:secretary|chair(?:man|woman|person)|president|minister|head|director|chief"
    r"|member|mayor|deputy|vice|leader|judge|committee)\b",
    re.I,
)
# "cut the number of its departments": what is reorganised, not the number of accidents
_BODIES: Final = re.compile(
    r"\b(?:departments?|agenc(?:y|ies)|offices?|boards?|bodies|units?|wards?|communes?|districts?|provinces?"
    r"|townships|apparatus|commissions?|committees?|villages|schools|ministries)\b"
)
# What must stand behind a verb of many uses: "received the ambassador", "marked the anniversary", "voted to".
_NEEDED: Final = {
    "Restructuring": _BODIES,
    "Reception": re.compile(
        r"\b(?:ambassador|delegation|envoy|minister|president|mayor|governor|consul|chairman|speaker|king)\b(?!'s)",
        re.I,
    ),
    "Settlement": re.compile(r"^ (?:on )?(?:how|which|whether|what|where|who)\b"),
    "Celebration": re.compile(
        r"\b(?:anniversar|birthday|\w+ day\b|festival|centenar|new year|liberation|tet\b)", re.I
    ),
    "Decision": re.compile(
        r"^(?!(?: \w+)? not )(?: [\w,]+){0,4} (?:to|for|on|in favour of|that) (?!dismiss)[a-z]"
    ),
}
# An inquiry is launched, but it is nothing that opens.
_INQUIRY: Final = re.compile(
    r"\b(?:investigation|probe|inquiry|search|crackdown|attack|appeal|lawsuit|inspection)"
)
_WHERE_TO: Final = re.compile(r" (?:the )?(?:[a-z-]+ ){0,4}(?:(?:city|province) of )?")
# "was assigned by the Politburo to be the Secretary"
_BY_WHOM: Final = re.compile(r" by (?:the )?[\w' ]{2,50}? (?:to (?:be|become|hold|serve|take|join)|as) ")


def lacks_object(plain: str, terms: Terms, passage: Passage, term: Term, after: str) -> bool:
    """Whether what a verb of many uses needs does not stand beside it."""
    needed = _NEEDED.get(term.value)
    if needed and not needed.search(after[:60]):
        return True
    if term.value == "Abolition":
        return not _BODIES.search(plain, max(passage.start, term.start - 60), term.end + 60)
    if term.value == "Completion":
        return not WORKS.search(plain, max(passage.start, term.start - 80), term.start)
    if term.value == "Visit" and plain.startswith(("c", "C", "t", "w"), term.start):
        return _leads_nowhere(plain, terms, term)
    return term.value == "Launch" and _INQUIRY.search(after[:60]) is not None


def _leads_nowhere(plain: str, terms: Terms, term: Term) -> bool:
    """Whether "came to" is no visit, for no city or province follows: "came to 20.3 trillion"."""
    there = [t for kind in ("city", "province") for t in terms.of(kind, term.end, term.end + 30)]
    return not there or not _WHERE_TO.fullmatch(plain, term.end, there[0].start)


def fills_office(verb: str, after: str) -> bool:
    """Whether an office follows: "named Secretary", "became head", not "became a member of the network"."""
    if verb.startswith("bec"):
        return bool(
            re.match(
                r" (?:the )?(?:[\w']+ ){0,3}(?:secretary|chair|president|minister|head|director|chief|mayor)",
                after,
                re.I,
            )
        )
    if verb.endswith((" office", " post", " oath")):
        return True
    if verb.startswith("fill"):
        return bool(
            re.match(
                r" (?:the |its |all |both |\w+ )?(?:[\w-]+ ){0,3}(?:posts|post|positions?|vacanc)", after
            )
        )
    if by := _BY_WHOM.match(after):
        return _OFFICE.search(after, by.end()) is not None
    return not after.startswith(" by ") and bool(_OFFICE.search(after[:70]))
