"""Offices told by a verb: "who chairs the council", "elected to the Politburo", "picked to lead it".

Answers with the spans of verb and body as offices, the role by what a body's head is called. Refuses bodies
of no known kind, and what a body's name only stands before ("heads the council's delegation").
"""

import re
from collections.abc import Callable, Iterator

from hanoi_lib.needles import Needles
from hanoi_lib.people.bodies import Body, parse_body
from hanoi_lib.people.offices import Office

# "elected to the 12th Party Central Committee", "assigned to join the Secretariat"
_MEMBERSHIP = re.compile(
    r"\b(?:to|(?<=sits )on|(?<=sat )on|(?<=seat )on|(?<= term )on) (?:join )?the "
    r"(?:\d{1,2}(?:st|nd|rd|th)(?:-(?:tenure|term))? )?"
    r"(?P<body>Politburo|Political Bureau|Secretariat|(?:(?:CPV|Party) )?Central Committee)\b(?!'s| [A-Z])"
)
# "chairs the Hanoi People's Committee", "to lead its Inspection Commission"
_LEADS = re.compile(
    r"\b(?P<verb>chairs|heads|leads|has chaired|has headed|has led|(?<=\bto )(?:chair|head|lead)) (?:the )?"
    r"(?P<body>(?:(?:[A-Z][\w'-]*|of|for|the|and|municipal|provincial|city's|district's?)[ ]?){1,14})"
)
_ENDS = re.compile(r"(?:'s)?(?=[,.;:)]|$| (?:and|since|until|as|at|in|after|who|which|for|from|while|by)\b)")
_CUES = Needles(
    "chairs |heads |leads |has chaired |has headed |has led |to chair |to head |to lead "
    "|politburo|political bureau|secretariat|central committee"
)
_CALLED = (
    ("Party Committee", "secretary"),
    ("People's Committee", "chairman"),
    ("People's Council", "chairman"),
    ("National Assembly", "chairman"),
    ("Front Committee", "chairman"),
    ("Police", "director"),
)


def find_verbal(text: str, start: int, end: int, here: Callable[[int], str | None]) -> Iterator[Office]:
    """The offices that verbs of text[start:end] tell; `here` says what "municipal" means at an offset."""
    if not _CUES.within(text[start:end]):
        return
    for m in _MEMBERSHIP.finditer(text, start, end):
        yield Office(m.start(), m.end(), "member", parse_body(m["body"]), tail=True, term="member")
    for m in _LEADS.finditer(text, start, end):
        words = m["body"].rstrip().split(" ")
        for count in range(len(words), 0, -1):
            phrase = " ".join(words[:count])
            stop = m.start("body") + len(phrase)
            body = parse_body(phrase, here(m.start()), named=False) if _ENDS.match(text, stop) else None
            if body:
                yield Office(m.start(), stop, _role(m["verb"], body), body, tail=True, term="leads")
                break


def _role(verb: str, body: Body) -> str:
    """What whoever leads a body is called."""
    if "chair" in verb:
        return "chairman"
    called = (role for name, role in _CALLED if body.name.endswith(name) and " of the " not in body.name)
    return next(called, "director" if "Department of" in body.name else "head")
