"""Which person of a sentence holds which office of it: what may stand between a name and an office.

Answers with links, from the persons and offices of one sentence and the masked text between them. The relation is one
of few: the office right before the name, in apposition after it, what somebody is, was, becomes or ceases to be, and
who took whose place. Refuses what is only planned ("will be", "candidate for") and whatever else stands between.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from hanoi_lib.bodies import Body, parse_place
from hanoi_lib.offices import MASK, Office
from hanoi_lib.roles import seats
from hanoi_lib.scan import load_vocabulary


@dataclass(frozen=True, slots=True)
class Item:
    """A person or an office where it stands in the text; `person` is the full name."""

    start: int
    end: int
    person: str | None = None
    office: Office | None = None
    pronoun: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """A person in an office, the span that says so, and how: present, past, start or end."""

    person: str
    office: Office
    start: int
    end: int
    tense: str


_ARTICLES = r"(?:(?:the|a|an|its|his|her|their|also|concurrently|currently|now|as|new|newly|then|both|one of|Vietnam's) ){0,4}"
_CHOSEN = (
    r"(?:re-?)?(?:elected|appointed|named|assigned|designated|promoted|chosen|selected|picked|voted|approved|installed"
    r"|sworn in|confirmed)"
)
_RELIEVED = r"(?:relieved|dismissed|removed|discharged|sacked|suspended|stripped|released|ousted)"
_POST = r"(?:(?:the|a|his|her|their) )?(?:new )?(?:posts?|positions?|office|role|title|seat|job|duties|duty|tasks?|responsibilit(?:y|ies)) (?:of|as) "
_WHEN = r"(?:(?:on|in) [A-Z][a-z]+(?: \d{1,2})?(?:, \d{4})?,? )?"
_ADVERB = r"(?:(?:recently|officially|unanimously|also|just|today|yesterday|formally) )?"
_NO_FACT = re.compile(
    r"\b(?:will|would|candidates?|nominat\w+|propos\w+|introduc\w+|not|may|recommend\w*|to be elected)\b"
)
_BECOMES = re.compile(r"\b(?:becomes|became|has become|takes office|took office|takes over|took over)\b")
_PAST = re.compile(r"\b(?:was|were|served as|had been|used to be|had served)\b")


@dataclass(frozen=True, slots=True)
class _Gaps:
    """What may stand between a name and an office; each pattern is for the whole gap."""

    tight: re.Pattern[str]
    loose: re.Pattern[str]
    colon: re.Pattern[str]
    between: re.Pattern[str]
    apposition: re.Pattern[str]
    copula: re.Pattern[str]
    appointed: re.Pattern[str]
    chosen: re.Pattern[str]
    relieved: re.Pattern[str]
    removed: re.Pattern[str]
    capacity: re.Pattern[str]
    list: re.Pattern[str]


@cache
def _gaps() -> _Gaps:
    words = sorted(map(str, load_vocabulary("names")["ranks"]), key=len, reverse=True)
    rank = rf"(?:(?:{'|'.join(map(re.escape, words))}) ){{0,3}}"
    aside = r"(?: ?\([^()]{1,60}\))?(?:, (?:aged )?\d\d(?: years old)?)?(?:, born in \d{4})?"
    be = r"(?:(?:is|was|are|were|has been|had been|gets|got|being) )?"
    who = (
        r"(?:who (?:is|are|was|were|has been|had been|serves|served|becomes|became|remains|used to be|had served|has served)"
        r"(?: also| concurrently| now| currently)? )?"
    )
    verb = (
        r"(?:is|was|becomes|became|remains|serves as|served as|has been|had been|has become|has served as|took office as"
        r"|takes office as|took over as|takes over as|also serves as|also served as|used to be|had served as)"
    )
    return _Gaps(
        tight=re.compile(rf",? {rank}(?<!, )" if not rank else rf" {rank}"),
        loose=re.compile(rf"{aside}, (?:namely )?{rank}"),
        colon=re.compile(rf"[^.;:{MASK}]{{0,50}}: {rank}"),
        between=re.compile(rf"(?:,? and |, | cum )(?:who (?:is|was) )?{_ARTICLES}"),
        apposition=re.compile(rf"{aside}(?:, |,? (?=who )| - | — | \()(?:{who})(?:and )?{_ARTICLES}"),
        copula=re.compile(
            rf"{aside},? (?:who )?(?:also |now |then |currently )?{verb} (?:also |now )?{_ARTICLES}"
        ),
        appointed=re.compile(
            rf"{aside}(?:(?:,| and) [^.;{MASK}]{{3,160}},)?,? (?:who )?{be}(?:also |then |just )?{_WHEN}{_ADVERB}{_CHOSEN} {_WHEN}"
            rf"(?:by [^.;,{MASK}]{{3,80}} )?{_WHEN}(?:as |to be |to become |to serve as |to hold |to )?(?:{_POST})?{_ARTICLES}"
        ),
        chosen=re.compile(
            rf"{aside}(?:, [^.;{MASK}]{{3,120}},)? (?:as |to be |to become |to serve as |to hold |to |for )?(?:{_POST})?{_ARTICLES}"
        ),
        relieved=re.compile(
            rf"{aside},? (?:who )?{be}{_ADVERB}{_RELIEVED} (?:from|of|as) (?:his |her |their )?(?:{_POST})?{_ARTICLES}"
        ),
        removed=re.compile(rf"{aside} (?:from|of|as) (?:his |her |their )?(?:{_POST})?{_ARTICLES}"),
        capacity=re.compile(
            rf"[^.;{MASK}]{{0,60}}\b(?:comes to the (?:job|post|position) as|in (?:his|her) (?:capacity|role|position|post) as"
            rf"|takes office as|took office as|doubles as|serves as|serving as|and concurrently) {_ARTICLES}"
        ),
        list=re.compile(rf"(?:,| and|, and) {rank}"),
    )


_HONORIFIC = r"(?:(?:Mr|Ms|Mrs|Dr|[Cc]omrade)\.? )?"
_ELECTING = re.compile(
    rf"\b(?:{_CHOSEN}|elects|appoints|names|assigns|electing|appointing|naming|assigning|(?:election|appointment|assignment) of)"
    rf" (?:the )?{_HONORIFIC}$"
)
_RELIEVING = re.compile(
    rf"\b(?:{_RELIEVED}|relieves|dismisses|removes|relieving|dismissing|removing) (?:the )?{_HONORIFIC}$"
)
_REPLACING = re.compile(
    rf"\b(?:takes? over from|took over from|taking over from|replaces?|replaced|replacing|succeeds?|succeeded|succeeding"
    rf"|in place of|predecessor,?) {_HONORIFIC}$"
)
_COUNTERPART = re.compile(r"\b(?:his|her|their) ((?:[A-Z][\w-]+ ){1,4})counterpart,? $")
_IN_PLACE = re.compile(
    r"\b(?:in (?:his|her) (?:place|stead)|to (?:replace|succeed) (?:him|her)|as (?:his|her) (?:successor|replacement))\b"
)


def find_links(
    masked: str, start: int, end: int, items: Sequence[Item], last: Link | None = None
) -> list[Link]:
    """The links of one sentence, masked[start:end], whose persons and offices are `items` in order.

    `last` is the appointment last told, which says what post "takes over from" speaks of.
    """
    sentence = _Sentence(masked, start, end, items)
    place = 0
    while place < len(items):
        if items[place].office is None:
            place += 1
            continue
        stop = sentence.run(place)
        sentence.join(place, stop)
        place = stop
    sentence.join_counterparts()
    sentence.join_replaced(last)
    return sentence.links


class _Sentence:
    """Joins each run of offices of one sentence with the person before or after it, from left to right."""

    def __init__(self, masked: str, start: int, end: int, items: Sequence[Item]) -> None:
        self.masked, self.start, self.end, self.items = masked, start, end, items
        self.links: list[Link] = []
        self._leads: dict[int, int] = {}  # where the offices right before a person begin
        self._trails: dict[int, int] = {}  # the last office after a person

    def run(self, place: int) -> int:
        """The end of the run of coordinated offices that begins with items[place]."""
        stop = place + 1
        while (
            stop < len(self.items) and self.items[stop].office and self._is(_gaps().between, stop - 1, stop)
        ):
            stop += 1
        return stop

    def _is(self, pattern: re.Pattern[str], left: int, right: int) -> bool:
        return pattern.fullmatch(self.masked, self.items[left].end, self.items[right].start) is not None

    def join(self, first: int, stop: int) -> None:
        """Link the run items[first:stop]."""
        person = self._person_before(first)
        tense = None if person is None else self._relation(person, first)
        after = stop if stop < len(self.items) and self.items[stop].person else None
        if after is not None and self._is(_gaps().tight, stop - 1, after):
            split = stop - 1 if person is not None and tense and person not in self._leads else first
            self._after_name(person, first, split, tense)
            while split < stop - 1 and self._stands_in(split):
                split += 1
            self._before_name(split, stop)
        elif tense:
            self._after_name(person, first, stop, tense)
        elif after is not None and (
            self._is(_gaps().loose, stop - 1, after) or self._is(_gaps().colon, stop - 1, after)
        ):
            self._before_name(first, stop)

    def _stands_in(self, place: int) -> bool:
        """Whether an office before others is somebody else: "reporting to the PM, municipal Party Secretary X"."""
        definite = (
            self.masked[max(self.start, self.items[place].start - 4) : self.items[place].start].lower()
            == "the "
        )
        return definite and self.masked[self.items[place].end : self.items[place + 1].start] == ", "

    def _person_before(self, first: int) -> int | None:
        """The person right before a run, offices of that person's own between them not counted."""
        place = first - 1
        if place >= 0 and self.items[place].office:
            return next((p for p, last in self._trails.items() if last == place), None)
        return place if place >= 0 else None

    def _relation(self, person: int, first: int) -> str | None:
        """How a person stands to the office after the name; None if in no way."""
        gaps, left = _gaps(), first - 1
        before = self.masked[
            max(self.start, self._leads.get(person, self.items[person].start) - 50) : self._leads.get(
                person, self.items[person].start
            )
        ]
        between = self.masked[self.items[left].end : self.items[first].start]
        if _NO_FACT.search(between):
            return None
        if _RELIEVING.search(before) and self._is(gaps.removed, left, first):
            return "end"
        if (
            _ELECTING.search(before)
            and self._is(gaps.chosen, left, first)
            and " " != between[:1] + between[-1:]
            and not between.startswith(", ")
        ):
            return "start"
        if self._is(gaps.relieved, left, first):
            return "end"
        if self._is(gaps.appointed, left, first):
            return "start"
        if any(self._is(pattern, left, first) for pattern in (gaps.copula, gaps.apposition, gaps.capacity)):
            if _BECOMES.search(between):
                return "start"
            return "past" if _PAST.search(between) else "present"
        return None

    def _after_name(self, person: int | None, first: int, stop: int, tense: str | None) -> None:
        """Offices after a name; plural ones belong to every name of the list before them."""
        if person is None or tense is None or first == stop:
            return
        self._trails[person] = stop - 1
        people = [person]
        office = self.items[first].office
        while (
            office
            and office.plural
            and people[0]
            and self.items[people[0] - 1].person
            and self._is(_gaps().list, people[0] - 1, people[0])
        ):
            people.insert(0, people[0] - 1)
        for one in people:
            for i in range(first, stop):
                self._add(one, i, self.items[one].start, self.items[i].end, tense)

    def _before_name(self, first: int, stop: int) -> None:
        """Offices before a name; plural ones belong to every name of the list after them."""
        self._leads[stop] = self.items[first].start
        for i in range(first, stop):
            self._add(stop, i, self.items[i].start, self.items[stop].end, "present")
        office, place = self.items[stop - 1].office, stop
        while (
            office
            and office.plural
            and place + 1 < len(self.items)
            and self.items[place + 1].person
            and self._is(_gaps().list, place, place + 1)
        ):
            place += 1
            self._add(place, stop - 1, self.items[place].start, self.items[place].end, "present")

    def _add(self, person: int, office: int, start: int, end: int, tense: str) -> None:
        name, post = self.items[person].person, self.items[office].office
        assert name is not None and post is not None
        self.links.append(Link(name, post, start, end, "past" if post.past else tense))

    def join_counterparts(self) -> None:
        """Who holds the same post elsewhere: "X, Secretary of the Hai Phong Party Committee, and his Hai Duong counterpart Y"."""
        for i, item in enumerate(self.items):
            found = (
                _COUNTERPART.search(self.masked[max(self.start, item.start - 60) : item.start])
                if item.person
                else None
            )
            model = next((k for k in reversed(self.links) if k.end <= item.start), None)
            body = model.office.body if model else None
            place = parse_place(found[1].strip(), None) if found and body else None
            if found and model and body and place and body.area and body.name.startswith(body.area):
                there = Body(place + body.name.removeprefix(body.area), place)
                start = item.start - len(found.group().lstrip())
                self.links.append(
                    Link(item.person or "", replace(model.office, body=there), start, item.end, "present")
                )

    def join_replaced(self, last: Link | None) -> None:
        """Who took whose place: "elected Y in his place", "takes over from Z"."""
        relieved = next((link for link in self.links if link.tense == "end"), None)
        in_place = _IN_PLACE.search(self.masked, self.start, self.end)
        appointed = next((link for link in self.links if link.tense == "start"), last)
        for i, item in enumerate(self.items):
            if item.person is None or item.pronoun:
                continue
            before = self.masked[
                max(self.start, self._leads.get(i, item.start) - 50) : self._leads.get(i, item.start)
            ]
            if relieved and in_place and item.person != relieved.person and _ELECTING.search(before):
                self.links.append(
                    replace(relieved, person=item.person, start=item.start, end=in_place.end(), tense="start")
                )
            elif (
                appointed
                and item.person != appointed.person
                and (found := _REPLACING.search(before))
                and _is_single(appointed.office)
            ):
                start = self._leads.get(i, item.start) - (len(before) - found.start())
                self.links.append(
                    replace(appointed, person=item.person, start=start, end=item.end, tense="end")
                )


def _is_single(office: Office) -> bool:
    return office.body is not None and seats(office.role, office.body.name) == "one"
