"""Who is named in a document, in which post of which body, and who says what.

Answers with mentions of persons (full names, and the short forms and titles that lead back to them), with
attestations ("this text shows this person in this post on that date") and with the speaker of a passage.
Everything is read from one document: an office is a person's only where both stand beside each other in a way
that says so. Refuses historical figures, bylines, and offices whose body the text does not tell. "Former
Secretary X" attests the past only.
"""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from hanoi_lib.dates.moments import Moments, Published
from hanoi_lib.documents import Document
from hanoi_lib.passages import Passage
from hanoi_lib.people.names import slug
from hanoi_lib.people.naming import Naming
from hanoi_lib.people.occasions import Occasion
from hanoi_lib.people.speakers import find_speakers, says
from hanoi_lib.people.tellings import Telling, Tellings
from hanoi_lib.places import Places
from hanoi_lib.scan import Terms

NOW = ("present", "since")
Starts = Mapping[tuple[object, ...], str | None]  # by role and body; by passage, role and body


@dataclass(frozen=True, slots=True)
class Mention:
    """A person named in `Document.plain`: by the full name, or by a short form, title or pronoun that stands
    for it.
    """

    start: int
    end: int
    person_id: str
    name: str
    full: bool = True


@dataclass(frozen=True, slots=True)
class Attestation:
    """A span that shows a person in a post. `tense` is one of `schema.TENSES`."""

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
        self._ids = {m.name: m.person_id for m in self.mentions}
        self._speakers = find_speakers(plain, passages, self._said_by, self._persons_in)

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
        """The id of the person who says a passage, in direct or reported speech; None where the text leaves
        it open.
        """
        return self._speakers.get(passage.start)

    def _persons_in(self, passage: Passage) -> list[str]:
        return [mention.person_id for mention in self.within(passage.start, passage.end)]

    def _said_by(self, passage: Passage) -> str | None:
        """Who says a passage by that passage alone."""
        if passage.speaker:
            return self._ids.get(passage.speaker.title())
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
    naming = Naming(document.plain, article, terms)
    read = Tellings(article, naming, terms, places)
    occasion = Occasion(document.plain, article, moments, published)
    starts = _find_starts(read.tellings, occasion)
    found = [_attest(telling, occasion, starts) for telling in read.tellings]
    attestations = _first_tellings(found, occasion.date)
    mentions = _mentions(naming, {a.name for a in attestations})
    return People(document.plain, mentions, _stand_ins(read), attestations, article)


def _find_starts(tellings: Sequence[Telling], occasion: Occasion) -> Starts:
    """When somebody was appointed to each office, as first told, and as told in each sentence."""
    starts: dict[tuple[object, ...], str | None] = {}
    for passage, link in ((one.passage, one.link) for one in reversed(tellings)):
        if link.tense == "start":
            post, when = (
                (link.office.role, link.office.body),
                occasion.date_of(passage, link.office.end, "start"),
            )
            starts[post] = starts[passage.start, *post] = when
    return starts


def _attest(telling: Telling, occasion: Occasion, starts: Starts) -> Attestation:
    link, body = telling.link, telling.link.office.body
    assert body is not None, "tellings name a body"
    if link.tense == "replaced":  # whoever was replaced had left when the other was appointed
        post = (link.office.role, body)
        start = starts.get((telling.passage.start, *post)) or starts.get(post)
        date, tense = occasion.before(start), "past"
    else:
        date = occasion.date_of(telling.passage, link.office.end, link.tense)
        tense = occasion.tense_of(telling.passage, link.office.end, link.tense)
    who = slug(link.person)
    return Attestation(
        link.start, link.end, who, link.person, link.office.role, body.name, body.area, date, tense
    )


def _first_tellings(attestations: Iterable[Attestation], usual: str | None) -> list[Attestation]:
    """One row per person, post and date, citing the first telling; an appointment outweighs a sighting on its
    day, and one that tells since when outweighs the others.

    Sightings in the present are one, however often an article names somebody by the title: on the day that
    one of them gives, else on the `usual` one of the document.
    """
    kept: dict[tuple[str, ...], Attestation] = {}
    for one in sorted(attestations, key=lambda a: a.start):
        key = (one.person_id, one.role, one.organization, "" if one.tense in NOW else str(one.date))
        first = kept.setdefault(key, one)
        later = not (first.date and one.date and one.date < first.date)  # not a day that is recalled
        if first.tense == "present" == one.tense and first.date == usual != one.date and later:
            kept[key] = replace(first, date=one.date)
        elif first.tense == "present" and one.tense == "since":
            kept[key] = one
    return _with_changes(kept)


def _with_changes(kept: dict[tuple[str, ...], Attestation]) -> list[Attestation]:
    """A sighting and a change on the same day are one row: that of the first telling, as the change."""
    for *post, when in list(kept):
        one = kept[*post, when]
        now = kept.get((*post, ""))
        if when and now and one.date == now.date and one.tense in ("start", "end", "new", "gone"):
            kept[*post, ""] = replace(min(one, now, key=lambda a: a.start), tense=one.tense)
            del kept[*post, when]
    return sorted(kept.values(), key=lambda a: a.start)


def _mentions(naming: Naming, holders: set[str]) -> list[Mention]:
    known = naming.known(holders)
    full = [Mention(n.start, n.end, slug(n.name), n.name) for n in naming.names if n.name in known]
    return full + [Mention(a, b, slug(who), who, full=False) for a, b, who in naming.shorts if who in known]


def _stand_ins(read: Tellings) -> list[Mention]:
    """Pronouns and titles without a name ("the General Secretary") that stand for one person."""
    holders: dict[tuple[str, str | None], set[str]] = {}
    for telling in read.tellings:
        office = telling.link.office
        body = office.body.name if office.body else None
        for key in ((office.role, body), (office.role, None)):
            holders.setdefault(key, set()).add(telling.link.person)
    found = [Mention(start, end, slug(who), who, full=False) for start, end, who in read.pronouns]
    for office in read.offices:
        who = holders.get((office.role, office.body.name if office.body else None), set())
        if office.term == "party chief" and not who:
            who = holders.get(("general secretary", None), set())
        found += [Mention(office.start, office.end, slug(w), w, full=False) for w in who if len(who) == 1]
    return found
