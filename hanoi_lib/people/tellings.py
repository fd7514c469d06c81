"""What one document tells of who holds what: its sentences read in order, with what was named before in mind.

Answers with links of persons and offices, sentence by sentence, completed by the text around them: whose city
"municipal" is, which body "the committee" and a bare "Chairman X" mean, whom "he" means. A bare title is
completed only where the document is about one place, and never for somebody whose post it tells in full
elsewhere.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from hanoi_lib.needles import Needles
from hanoi_lib.passages import Passage
from hanoi_lib.people.bodies import COUNTRY, Body, parse_body
from hanoi_lib.people.links import find_links
from hanoi_lib.people.names import is_historical
from hanoi_lib.people.naming import Naming
from hanoi_lib.people.offices import Office, find_offices
from hanoi_lib.people.pairs import Item, Link
from hanoi_lib.people.roles import seats
from hanoi_lib.people.sharing import share_bodies
from hanoi_lib.people.verbal import find_verbal
from hanoi_lib.places import Places
from hanoi_lib.scan import Terms

_CHAIRED = re.compile(r"(?:People's Council|People's Committee|National Assembly)$")
_NEW = re.compile(r"\b(?:new|newly[ -]\w+) $")
_WHERE = re.compile(r", where\b(?=[^.;:]{0,100}$)")
_FRONTS = re.compile(r"In (?:the )?(?:[a-z-]+ ){0,4}")
_FRONTED = re.compile(r"(?: [Pp]rovince| [Cc]ity)?,")
_ORIGIN = re.compile(
    r"\b(?:born|native|hails?|comes|originally|hometown|from|and|with|of leaders)\b[^.;]{0,40}$"
)
_PROVINCIAL = re.compile(r"\b[Pp]rovinc(?:e|ial)\b")
_PRONOUN = re.compile(
    r"\W{0,2}(He|She|The \d\d-year-old)\b"
    r"|\b(he|she)(?= (?:(?:had|has|also) ){0,2}"
    r"(?:been|was|became|led|headed|held|belongs|sits|(?:also )?served as)\b)"
)
_PRONOUNS = Needles("he|she|year-old", whole=True)
_BODY = re.compile(
    r"\b(?:Party|People's) (?:Committee|Council) of (?:[A-Z]\w+ ){0,3}[A-Z]\w+"
    r"|\b[Ss]teering [Cc]ommittee (?:for|on) (?:the )?(?P<task>[\w' -]{3,60}?)"
    r"(?=[,.;]| (?:which|that|who|held|on)\b)"
    r"|\b(?:(?:Standing|Executive) (?:Board|Committee) of the )?"
    r"(?:[A-Z][\w.]{0,20}(?:'s)? |municipal |provincial |city's ){1,5}"
    r"(?:Party |People's |Central |National )?"
    r"(?:Committee|Council|Assembly|Commission|Statistics Office|Police"
    r"|Department of [A-Z]\w+(?:(?:, [A-Z]\w+){0,2} and [A-Z]\w+)?)\b"
)


def _read_body(found: re.Match[str], here: str | None) -> Body | None:
    """A body that the article names by itself; a steering committee has the name of its task."""
    return (
        Body(f"Steering Committee for {found['task']}") if found["task"] else parse_body(found.group(), here)
    )


@dataclass(frozen=True, slots=True)
class Telling:
    """A link in its passage."""

    passage: Passage
    link: Link


# "for the 2021-2026 term", ", term 2015-2020", "for the 10th term, 2021-2026", "in the 2016-2021 phase"
_TERM = re.compile(
    r",? (?:(?:for|in|of|during) )?(?:the )?(?:"
    r"(?:term|tenure)(?: of)? \d{4} ?- ?\d{2,4}|\d{4} ?- ?\d{2,4} (?:term|tenure|phase|period)"
    r"|(?:same|new|current|next|\d{1,2}(?:st|nd|rd|th)) (?:term|tenure)(?:,? \d{4} ?- ?\d{2,4})?)\b"
)
_MEMORY = 40  # how many bodies or places back a text is held to be remembered


def _overlap(one: Office, other: Office) -> bool:
    return one.start < other.end and other.start < one.end


def _is_called(body: Body, noun: str) -> bool:
    """Whether "the council" can mean a body: itself one, not a part of one."""
    name = body.name.lower().partition(" for ")[0] if body.name.startswith("Steering") else body.name.lower()
    return (name.endswith(noun) and " of the " not in name) or (noun == "department" and f"{noun} of" in name)


class Tellings:
    """One document read: `tellings` of who holds what, `offices` named without a holder, `pronouns` with whom
    they mean.
    """

    def __init__(self, passages: Sequence[Passage], naming: Naming, terms: Terms, places: Places) -> None:
        """Read the passages, which hold no boilerplate, in order."""
        self._passages, self._naming, self._terms, self._places = passages, naming, terms, places
        self._text = naming.masked
        self._named = sorted([(n.start, n.end, n.name) for n in naming.names] + naming.shorts)
        provinces = (t for t in terms.of("province") if self._text[t.start].isupper())
        self._provinces = [(t.start, t.value, t.end) for t in provinces]
        self._lines = [p.start for p in passages]
        self._office_bodies: list[tuple[int, Body]] = []
        self._sure = naming.known(n.name for n in naming.names if n.sure)
        self._subject: str | None = None
        self._man: str | None = None
        self._last: Link | None = None
        self._held: Link | None = None
        self._read: list[Telling] = []
        self.offices: list[Office] = []
        self.pronouns: list[tuple[int, int, str]] = []
        for passage in passages:
            self._read_passage(passage)
        told_in_full = ((t.link.person, t.link.office) for t in self._read if t.link.office.body)
        self._told = {(person, office.role.split()[-1]) for person, office in told_in_full}
        self.tellings = [t for t in map(self._settled, self._read) if t.link.office.body]
        told = {t.link.office.start for t in self.tellings}
        self.offices = [office for office in self.offices if office.start not in told]

    def _read_passage(self, passage: Passage) -> None:
        roles = self._terms.of("role", passage.start, passage.end)
        people = self._people_in(passage)
        offices = find_offices(self._text, passage.start, passage.end, roles, self) if roles else []
        offices = share_bodies(self._text, offices)
        if people:
            offices = self._with_verbal(offices, passage)
        self._office_bodies += [(o.end - 1, o.body) for o in offices if o.body]
        if people and (offices or self._last_told(passage) or self._speaks_of_deputy(passage)):
            holders = [Item(o.start, self._with_term(o.end), office=o) for o in offices]
            items = sorted([*people, *holders], key=lambda i: i.start)
            last = self._last_told(passage)
            links = find_links(self._text, passage.start, passage.end, items, last, self._held)
            self._read += [Telling(passage, link) for link in links if not is_historical(link.person)]
            self._last = next((k for k in reversed(links) if self._is_new(k)), self._last)
            self._held = next((k for k in links if self._is_sole(k)), self._held)
        self.offices += offices
        if people and passage.kind in ("body", "standfirst", "answer"):
            # "The Cat Linh line is late, Mr. An said": who looks like a name may be none
            self._subject = next((i.person for i in people if i.person in self._sure), people[0].person)
            self._man = self._man if " Thi " in (self._subject or " Thi ") else self._subject

    def _last_told(self, passage: Passage) -> Link | None:
        """The appointment last told, else the post of whom the text speaks, for "his predecessor"."""
        if self._last or self._held is None or self._held.person != self._subject:
            return self._last
        return self._held if "predecessor" in self._text[passage.start : passage.end] else None

    def _speaks_of_deputy(self, passage: Passage) -> bool:
        return self._held is not None and self._text.find(" deputy ", passage.start, passage.end) >= 0

    def _is_sole(self, link: Link) -> bool:
        """Whether a link shows the only holder of a post."""
        role, body = link.office.role, link.office.body
        return body is not None and link.tense == "present" and seats(role, body.name) == "one"

    def _with_verbal(self, offices: list[Office], passage: Passage) -> list[Office]:
        """The offices of a sentence with those that its verbs tell."""
        found = list(find_verbal(self._text, passage.start, passage.end, self.here))
        leads = [o for o in found if o.term == "leads"]  # "heads" is a noun elsewhere
        offices = [o for o in offices if not any(_overlap(o, other) for other in leads)]
        free = [o for o in found if not any(_overlap(o, other) for other in offices)]
        return sorted([*offices, *free], key=lambda office: office.start) if free else offices

    def _with_term(self, end: int) -> int:
        """The end of an office with the term it is held for: ", term 2015-2020", "for the same term"."""
        term = _TERM.match(self._text, end)
        return term.end() if term else end

    def _is_new(self, link: Link) -> bool:
        """Whether a link tells of an appointment to a post of one seat, or of "the new Secretary"."""
        office = link.office
        if office.body is None or seats(office.role, office.body.name) != "one":
            return False
        before = self._text[max(0, office.start - 16) : office.start]
        return link.tense == "start" or (link.tense == "present" and bool(_NEW.search(before)))

    def _people_in(self, passage: Passage) -> list[Item]:
        first, last = (bisect_left(self._named, (place,)) for place in (passage.start, passage.end))
        items = [Item(start, end, who) for start, end, who in self._named[first:last]]
        has_pronoun = _PRONOUNS.within(self._text[passage.start : passage.end])
        for pronoun in _PRONOUN.finditer(self._text, passage.start, passage.end) if has_pronoun else ():
            at_start = pronoun[1] and pronoun.start() <= passage.start
            items += self._pronoun(*pronoun.span(1)) if at_start else []
            before = {item.person for item in items if item.start < pronoun.start()}
            if pronoun[2] and len(before) <= 1:  # "In Hue, Mr. An said, he had been ..."
                items += self._pronoun(*pronoun.span(2), next(iter(before), None))
        return sorted(items, key=lambda i: i.start)

    def _pronoun(self, start: int, end: int, who: str | None = None) -> list[Item]:
        """The person that "he" or "she" means: whom the sentence before spoke of first; a woman's name is no
        "he".
        """
        who = who or self._subject
        if who and " Thi " in who and self._text[start:end].lower() == "he":
            who = self._man
        if who is None:
            return []
        self.pronouns.append((start, end, who))
        return [Item(start, end, who, pronoun=True)]

    # what the text around a sentence tells

    def here(self, place: int) -> str | None:
        """The place that "municipal", "provincial" and "the city" mean at an offset: the document's own.

        "In Hue, where the municipal Party Secretary ..." is about Hue, whatever the document is about.
        """
        if where := _WHERE.search(self._text, max(0, place - 100), place):
            there = self._places.localities(max(0, where.start() - 40), where.start())
            if there and there[-1].end == where.start():
                return there[-1].value
        if turned_to := self._told_of(place):
            return turned_to
        main = self._places.main if self._places.main != COUNTRY else None
        if _PROVINCIAL.search(self._text, max(0, place - 40), place + 90):
            index = bisect_left(self._provinces, (place,))
            known = {value for _, value, _ in self._provinces[:_MEMORY]}
            sentence = self._lines[bisect_right(self._lines, place) - 1] if self._lines else 0
            near = self._provinces[index - 1] if index else None
            if near and near[0] >= sentence and not self._is_origin(near[0]):
                return near[1]
            return main if main in known or not index else self._provinces[index - 1][1]
        return main

    def _is_origin(self, place: int) -> bool:
        """Whether a province is only where somebody comes from."""
        return _ORIGIN.search(self._text, max(0, place - 60), place) is not None

    def _told_of(self, place: int) -> str | None:
        """The place that a paragraph has turned to: "In the southern province of Vinh Long, ..."."""
        index = bisect_right(self._lines, place) - 1
        paragraph = self._passages[max(index, 0)].paragraph
        for passage in reversed(self._passages[max(0, index - _MEMORY) : index + 1]):
            if passage.paragraph != paragraph:
                break
            start = passage.start
            for near in self._places.localities(start, start + 60)[:1]:
                fronts = _FRONTS.fullmatch(self._text, start, near.start)
                if fronts and _FRONTED.match(self._text, near.end):
                    return near.value
        return None

    def last_body(self, noun: str, place: int) -> Body | None:
        """The body last named before an offset, of those whose name ends in a word (in any, if empty)."""
        recent = [*self._before(self._named_bodies, place), *self._before(self._office_bodies, place)]
        fitting = [b for b in recent if not noun or _is_called(b[1], noun)]
        return max(fitting, key=lambda b: b[0])[1] if fitting else None

    def _before(self, bodies: list[tuple[int, Body]], place: int) -> list[tuple[int, Body]]:
        """The last few bodies before an offset."""
        index = bisect_left(bodies, place, key=lambda b: b[0])
        return bodies[max(0, index - _MEMORY) : index]

    @cached_property
    def _named_bodies(self) -> list[tuple[int, Body]]:
        """The councils, committees and assemblies that the article names by themselves."""
        named = (
            (m.start(), _read_body(m, self.here(m.start())))
            for p in self._passages
            for m in _BODY.finditer(self._text, p.start, p.end)
        )
        return [(start, body) for start, body in named if body]

    # bare titles

    def _settled(self, telling: Telling) -> Telling:
        """A telling whose office names no body, with the one that the text around it tells."""
        office = telling.link.office
        if office.body or not office.bare or self._is_told(telling.link):
            return telling
        role, body = office.role, self._implied(office)
        if (
            office.term == "party chief"
            and body is None
            and self._text[office.start : office.end][0].isupper()
        ):
            role, body = "general secretary", Body("Communist Party of Vietnam", COUNTRY)
        return replace(telling, link=replace(telling.link, office=replace(office, role=role, body=body)))

    def _is_told(self, link: Link) -> bool:
        """Whether the document tells in full which post of that kind the person holds."""
        return (link.person, link.office.role.split()[-1]) in self._told

    def _implied(self, office: Office) -> Body | None:
        """The body of a bare title where a document is about one place.

        A chairman's is the council or committee that the paragraph has named last, else the people's
        committee.
        """
        here = self.here(office.start)
        if office.term in ("secretary", "deputy secretary"):
            return Body(f"{here} Party Committee", here) if here else None
        if office.term not in ("chairman", "vice chairman"):
            return None
        start = self._paragraph(office.start)
        recent = self._before(self._named_bodies, office.start) + self._before(
            self._office_bodies, office.start
        )
        near = [(at, body) for at, body in recent if at >= start and _CHAIRED.search(body.name)]
        return (
            max(near, key=lambda b: b[0])[1]
            if near
            else Body(f"{here} People's Committee", here)
            if here
            else None
        )

    def _paragraph(self, place: int) -> int:
        """Where the paragraph of an offset begins."""
        index = bisect_right(self._lines, place) - 1
        while index > 0 and self._passages[index - 1].paragraph == self._passages[index].paragraph:
            index -= 1
        return self._passages[max(index, 0)].start
