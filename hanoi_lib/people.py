"""Who is named in a document, in which post of which body, and who says what.

Answers with mentions of persons (full names, and the short forms and titles that lead back to them), with attestations
("this text shows this person in this post on that date") and with the speaker of a passage. Everything is read from one
document: an office is a person's only where both stand beside each other in a way that says so (`links`). Refuses
historical figures, bylines, and offices whose body the text does not tell. "Former Secretary X" attests the past only.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property

from hanoi_lib.bodies import Body, parse_body
from hanoi_lib.dates import Moments, Published
from hanoi_lib.documents import Document
from hanoi_lib.links import Item, Link, find_links
from hanoi_lib.names import Name, family_and_given, find_names, is_english, is_historical, is_syllable, slug
from hanoi_lib.occasions import find_occasion, parse_sighting
from hanoi_lib.offices import MASK, Office, find_offices
from hanoi_lib.passages import Passage
from hanoi_lib.places import Places
from hanoi_lib.scan import Terms, load_vocabulary
from hanoi_lib.speakers import find_speakers, says


@dataclass(frozen=True, slots=True)
class Mention:
    """A person named in `Document.plain`: by the full name, or by a short form, title or pronoun that stands for it."""

    start: int
    end: int
    person_id: str
    name: str
    full: bool = True


@dataclass(frozen=True, slots=True)
class Attestation:
    """A span that shows a person in a post. `tense` is present, past, start (appointed) or end (relieved)."""

    start: int
    end: int
    person_id: str
    name: str
    role: str
    organization: str
    area: str | None
    date: str | None
    tense: str = "present"


class People:
    """The persons of one document: `mentions` by name, `attestations`, and who is meant where."""

    def __init__(
        self,
        plain: str,
        mentions: Sequence[Mention],
        stand_ins: Sequence[Mention],
        attestations: Sequence[Attestation],
        passages: Sequence[Passage] = (),
    ) -> None:
        """Take mentions by name, pronouns and titles that stand for a person, and the article's passages."""
        self.mentions = tuple(sorted(mentions, key=lambda m: m.start))
        self.attestations = tuple(attestations)
        self._plain = plain
        self._all = sorted((*mentions, *stand_ins), key=lambda m: (m.start, m.end))
        self._starts = [m.start for m in self._all]
        self._named = [m.start for m in self.mentions]
        self._speakers = find_speakers(plain, passages, self._said_by)

    def within(self, start: int, end: int) -> list[Mention]:
        """Mentions that begin within a span, pronouns and titles that stand for a person among them."""
        return self._all[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def last_before(self, place: int) -> Mention | None:
        """The person last named before an offset."""
        index = bisect_left(self._named, place)
        return self.mentions[index - 1] if index else None

    def subject(self, start: int, end: int) -> Mention | None:
        """The person that a clause begins with: nothing but a title or an adverbial stands before."""
        first = next(iter(self.within(start, end)), None)
        return first if first and len(self._plain[start : first.start].split()) <= 14 else None

    def spoken_by(self, passage: Passage) -> str | None:
        """The id of the person who says a passage, in direct or reported speech; None where the text leaves it open."""
        return self._speakers.get(passage.start)

    def _said_by(self, passage: Passage) -> str | None:
        """Who says a passage by that passage alone."""
        if passage.speaker:
            wanted = passage.speaker.title()
            return next((m.person_id for m in self.mentions if m.name == wanted), None)
        people = self.within(passage.start, passage.end)
        return next((m.person_id for m in people if says(self._plain, passage, m.start, m.end)), None)


def find_people(
    document: Document,
    passages: Sequence[Passage],
    terms: Terms,
    places: Places,
    moments: Moments,
    published: Published | None,
) -> People:
    """Every person whom a document names outside boilerplate, and every post it shows them in."""
    article = [p for p in passages if p.kind != "boilerplate"]
    reader = _Reader(document.plain, article, terms, places)
    occasion = find_occasion(document.plain, article, moments, published)
    found = [
        Attestation(
            link.start,
            link.end,
            slug(link.person),
            link.person,
            link.office.role,
            link.office.body.name,
            link.office.body.area,
            parse_sighting(document.plain, passage, link.office.end, link.tense, moments, occasion),
            link.tense,
        )
        for passage, link in reader.links
        if link.office.body
    ]
    return People(document.plain, reader.mentions(), reader.stand_ins(), _first_tellings(found), article)


def _first_tellings(attestations: Iterable[Attestation]) -> list[Attestation]:
    """One row per person, post and date, citing the first telling; that somebody was appointed then outweighs a sighting."""
    kept: dict[tuple[str, str, str, str | None], Attestation] = {}
    for one in sorted(attestations, key=lambda a: a.start):
        key = (one.person_id, one.role, one.organization, one.date)
        first = kept.setdefault(key, one)
        if first.tense == "present" and one.tense in ("start", "end"):
            kept[key] = replace(first, tense=one.tense)
    return list(kept.values())


@cache
def _place_names() -> frozenset[str]:
    known = load_vocabulary("places")["terms"]
    return frozenset(
        p for kind in ("city", "province") for phrases in known[kind].values() for p in phrases if " " in p
    )


@cache
def _titles() -> frozenset[str]:
    names = load_vocabulary("names")
    return frozenset(
        w.rstrip(".") for key in ("titles", "ranks") for phrase in names[key] for w in str(phrase).split()
    )


_WORD_BEFORE = re.compile(r"([A-Za-z.']+) $")
_CHAIRED = re.compile(r"(?:Council|People's Committee|Assembly)$")
_PROVINCIAL = re.compile(r"\b[Pp]rovinc(?:e|ial)\b")
_PRONOUN = re.compile(r"\W{0,2}(He|She)\b")
_BODY = re.compile(
    r"\b(?:(?:Standing|Executive) (?:Board|Committee) of the )?(?:[A-Z][\w.]*(?:'s)? |municipal |provincial |city's ){1,5}(?:Party |People's |Central |National )?"
    r"(?:Committee|Council|Assembly)\b"
)


class _Reader:
    """Reads one document's passages in order, remembering whom and what was named."""

    def __init__(self, plain: str, passages: Sequence[Passage], terms: Terms, places: Places) -> None:
        self.plain, self.passages, self.terms, self.places = plain, passages, terms, places
        self.names = [
            name
            for p in passages
            for name in find_names(plain, p.start, p.end, _place_names(), p.kind == "headline")
        ]
        self.masked = self._mask()
        self.shorts = self._find_shorts()
        self._bodies: list[
            tuple[int, Body]
        ] = []  # those of offices; the others are looked for when one is asked for
        self._pronouns: list[Mention] = []
        self._offices: list[Office] = []
        self._subject: str | None = None
        self.links: list[tuple[Passage, Link]] = []
        for passage in passages:
            self._read(passage)
        self._held = {link.person for _, link in self.links}

    def _mask(self) -> str:
        parts, place = [], 0
        for name in self.names:
            parts += [self.plain[place : name.start], MASK * (name.end - name.start)]
            place = name.end
        return "".join([*parts, self.plain[place:]])

    # -- who is named

    def _is_titled(self, name: Name) -> bool:
        word = _WORD_BEFORE.search(self.plain[max(0, name.start - 30) : name.start])
        return bool(word and word.group(1).rstrip(".") in _titles()) or self._follows_role(name.start)

    def _speaks(self, name: Name) -> bool:
        """Whether a full name of three syllables or more is said to say something."""
        passage = next((p for p in self.passages if p.start <= name.start < p.end), None)
        return bool(name.sure and passage and says(self.plain, passage, name.start, name.end))

    def _follows_role(self, start: int) -> bool:
        return any(t.end == start - 1 for t in self.terms.of("role", start - 40, start))

    def _find_shorts(self) -> list[tuple[int, int, str]]:
        """Given names that stand alone for somebody named in full elsewhere in the document."""
        given: dict[str, set[str]] = {}
        for name in self.names:
            if not is_english(
                short := family_and_given(name.name)[1]
            ):  # "He" is a pronoun, whoever is called so
                given.setdefault(short, set()).add(name.name)
        unique = {
            short: next(iter(full)) for short, full in given.items() if len(full) == 1 and len(short) > 1
        }
        if not unique:
            return []
        pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, unique))})\b(?![ -][A-Z])")
        return [
            (m.start(), m.end(), unique[m.group()])
            for p in self.passages
            for m in pattern.finditer(self.masked, p.start, p.end)
            if self._stands_alone(m.start(), p.start)
        ]

    def _stands_alone(self, start: int, floor: int) -> bool:
        word = _WORD_BEFORE.search(self.masked[max(floor, start - 24) : start])
        if word is None or not word.group(1)[0].isupper() or not is_syllable(word.group(1)):
            return True
        return word.group(1).rstrip(".") in _titles() or self._follows_role(start)

    def mentions(self) -> list[Mention]:
        """Persons by name; a run of syllables is a person only where a title, an office or a verb of saying tells."""
        known = {n.name for n in self.names if self._is_titled(n) or self._speaks(n)} | self._held
        known = {name for name in known if not is_historical(name)}
        full = [Mention(n.start, n.end, slug(n.name), n.name) for n in self.names if n.name in known]
        return full + [Mention(a, b, slug(who), who, full=False) for a, b, who in self.shorts if who in known]

    def stand_ins(self) -> list[Mention]:
        """Pronouns and titles without a name ("the General Secretary") that stand for one person of the document."""
        holders: dict[tuple[str, str | None], set[str]] = {}
        for _, link in self.links:
            body = link.office.body.name if link.office.body else None
            for key in ((link.office.role, body), (link.office.role, None)):
                holders.setdefault(key, set()).add(link.person)
        found = list(self._pronouns)
        for office in self._offices:
            who = holders.get((office.role, office.body.name if office.body else None), set())
            if office.term == "party chief" and not who:
                who = holders.get(("general secretary", None), set())
            if len(who) == 1:
                name = next(iter(who))
                found.append(Mention(office.start, office.end, slug(name), name, full=False))
        return found

    # -- who holds what

    def _read(self, passage: Passage) -> None:
        roles = self.terms.of("role", passage.start, passage.end)
        people = self._people_in(passage)
        offices = self._offices_in(passage, roles) if roles else []
        items = sorted([*people, *(Item(o.start, o.end, office=o) for o in offices)], key=lambda i: i.start)
        if offices:
            links = find_links(self.masked, passage.start, passage.end, items, self._last_appointment())
            self.links += [(passage, self._settled(k)) for k in links if not is_historical(k.person)]
        elif people and self._last_appointment():
            links = find_links(self.masked, passage.start, passage.end, items, self._last_appointment())
            self.links += [(passage, k) for k in links]
        linked = {link.office.start for _, link in self.links}
        self._offices += [o for o in offices if o.start not in linked]
        if people and passage.kind in ("body", "standfirst", "answer"):
            self._subject = people[0].person

    def _last_appointment(self) -> Link | None:
        return next((link for _, link in reversed(self.links) if link.tense == "start"), None)

    def _offices_in(self, passage: Passage, roles: list) -> list[Office]:  # type: ignore[type-arg]
        offices = find_offices(self.masked, passage.start, passage.end, roles, self)
        self._bodies += [(o.end - 1, o.body) for o in offices if o.body]
        return offices

    def _settled(self, link: Link) -> Link:
        """A link whose office names no body, with the one that the text before it tells.

        "Deputy Secretary X" is of the Party Committee last named, "Chairman X" of the body that the sentence has named,
        "Party chief X" the country's unless X is a city's elsewhere.
        """
        office = link.office
        if office.body:
            return link
        if office.role.endswith("secretary") and office.term in ("secretary", "deputy secretary"):
            return replace(link, office=replace(office, body=self.last_body("party committee", office.start)))
        if office.term in ("chairman", "vice chairman"):
            return replace(link, office=replace(office, body=self._body_in_sentence(office.start)))
        if office.term != "party chief":
            return link
        local = {k.person for _, k in self.links if k.office.role == "secretary"}
        if link.person in local or not self.masked[link.office.start : link.office.end].startswith("Party"):
            return link
        body = Body("Communist Party of Vietnam", "Vietnam")
        return replace(link, office=replace(link.office, role="general secretary", body=body))

    def _people_in(self, passage: Passage) -> list[Item]:
        full = [Item(n.start, n.end, n.name) for n in self.names if passage.start <= n.start < passage.end]
        short = [Item(a, b, who) for a, b, who in self.shorts if passage.start <= a < passage.end]
        pronoun = _PRONOUN.match(self.plain, passage.start, passage.end)
        if pronoun and self._subject and not (pronoun.group(1) == "He" and " Thi " in self._subject):
            start, end = pronoun.span(1)
            self._pronouns.append(Mention(start, end, slug(self._subject), self._subject, full=False))
            short.append(Item(start, end, self._subject, pronoun=True))
        return sorted(full + short, key=lambda i: i.start)

    def here(self, place: int) -> str | None:
        """The place that "municipal", "provincial" and "the city" mean at an offset: the document's own."""
        main = self.places.main if self.places.main != "Vietnam" else None
        if _PROVINCIAL.search(self.masked, max(0, place - 40), place + 90):
            provinces = [
                t.value for t in self.terms.of("province", 0, place) if self.plain[t.start].isupper()
            ]
            return main if main in provinces or not provinces else provinces[-1]
        return main

    @cached_property
    def _named_bodies(self) -> list[tuple[int, Body]]:
        """The councils, committees and assemblies that the article names by themselves."""
        named = (
            (m.start(), parse_body(m.group(), self.here(m.start())))
            for p in self.passages
            for m in _BODY.finditer(self.masked, p.start, p.end)
        )
        return [(start, body) for start, body in named if body]

    def _body_in_sentence(self, place: int) -> Body | None:
        """The one council, committee or assembly that the sentence has named before an offset."""
        floor = max((p.start for p in self.passages if p.start <= place), default=0)
        named = {
            body
            for start, body in self._named_bodies
            if floor <= start < place and _CHAIRED.search(body.name)
        }
        return named.pop() if len(named) == 1 else None

    def last_body(self, noun: str, place: int) -> Body | None:
        """The body last named before an offset, of those whose name ends in a word."""
        bodies = sorted([*self._named_bodies, *self._bodies], key=lambda b: -b[0])
        before = (body for start, body in bodies if start < place)
        return next((body for body in before if not noun or body.name.lower().endswith(noun)), None)
