"""Which person of a sentence holds which office of it.

Answers with links, from the persons and offices of one sentence in order and the masked text between them
(`relations`). A run of offices belongs to the name right behind it, else to the one before it. Plural offices
belong to every name of a list. Who took whose place ("elected Y in his place", "takes over from Z") takes the
office from what was told before.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from hanoi_lib.bodies import Body, parse_place
from hanoi_lib.offices import Office
from hanoi_lib.relations import (
    BEFORE_REPLACED,
    find_relation,
    is_added,
    is_being_chosen,
    is_introducing,
    is_listed,
    is_only_replacing,
    is_right_before,
)
from hanoi_lib.roles import seats


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


_IN_PLACE = re.compile(
    r"\b(?:in (?:his|her) (?:place|stead)|to (?:replace|succeed) (?:him|her)"
    r"|as (?:his|her) (?:successor|replacement))\b"
)
_PREDECESSOR = re.compile(r", (?:his|her) predecessor\b")
_COUNTERPART = re.compile(r"\b(?:his|her|their) ((?:[A-Z][\w-]+ ){1,4})counterpart,? $")


def find_links(
    text: str, start: int, end: int, items: Sequence[Item], last: Link | None = None
) -> list[Link]:
    """The links of one sentence, text[start:end], whose persons and offices are `items` in order.

    `last` is the appointment last told, which says what post "takes over from" speaks of.
    """
    sentence = _Sentence(text, start, end, items)
    place = 0
    while place < len(items):
        if items[place].office is None:
            place += 1
        else:
            stop = sentence.run(place)
            sentence.join(place, stop)
            place = stop
    sentence.join_counterparts()
    sentence.join_successors(last)
    return sentence.links


class _Sentence:
    """Joins each run of offices of one sentence with the person before or after it, from left to right."""

    def __init__(self, text: str, start: int, end: int, items: Sequence[Item]) -> None:
        self.text, self.start, self.end, self.items = text, start, end, items
        self.links: list[Link] = []
        self._leads: dict[int, int] = {}  # for a person, where the offices right before the name begin
        self._owners: dict[int, int] = {}  # for the last office after a name, whose it is

    def run(self, place: int) -> int:
        """The end of the run of coordinated offices that begins with items[place]."""
        stop = place + 1
        while stop < len(self.items) and self.items[stop].office and is_added(*self._gap(stop - 1, stop)):
            stop += 1
        return stop

    def _gap(self, left: int, right: int) -> tuple[str, int, int]:
        return self.text, self.items[left].end, self.items[right].start

    def _words_before(self, person: int, length: int = 60) -> str:
        start = self._lead(person)
        return self.text[max(self.start, start - length) : start]

    def _lead(self, person: int) -> int:
        return self._leads.get(person, self.items[person].start)

    def join(self, first: int, stop: int) -> None:
        """Link the run items[first:stop]."""
        person = self._person_before(first)
        relation = None if person is None else self._relation(person, first)
        after = stop if stop < len(self.items) and self.items[stop].person else None
        if after is not None and is_right_before(*self._gap(stop - 1, after)):
            # "X, Politburo member, PM Y": the last is Y's, the others X's, unless X has titles before the
            # name too
            split = stop - 1 if relation and person not in self._leads else first
            self._after_name(person, first, split, relation)
            while split < stop - 1 and self._stands_alone(split):
                split += 1
            self._before_name(split, stop)
        elif relation:
            self._after_name(person, first, stop, relation)
        elif after is not None and is_introducing(*self._gap(stop - 1, after)):
            self._before_name(first, stop)

    def _stands_alone(self, place: int) -> bool:
        """Whether an office before others is somebody else's: "reporting to the PM, municipal Party Secretary
        X".
        """
        start = self.items[place].start
        definite = self.text[max(self.start, start - 4) : start].lower() == "the "
        return definite and self.text[self.items[place].end : self.items[place + 1].start] == ", "

    def _person_before(self, first: int) -> int | None:
        """The person right before a run; that person's own offices between them do not count."""
        place = first - 1
        if place >= 0 and self.items[place].office:
            return self._owners.get(place)
        return place if place >= 0 else None

    def _relation(self, person: int, first: int) -> str | None:
        _, end, office = self._gap(first - 1, first)
        elided = office - end == 1 and self._words_before(person).endswith((", ", " and "))
        if elided and self.links and self.links[-1].tense == "start":
            return "start"  # "named X Secretary, Y Chairman and Z ..."
        return find_relation(self.text, self._words_before(person), end, office)

    def _after_name(self, person: int | None, first: int, stop: int, relation: str | None) -> None:
        """Offices after a name; plural ones belong to every name of the list before them."""
        if person is None or relation is None or first == stop:
            return
        self._owners[stop - 1] = person
        people = [person]
        while self._is_plural(first) and people[0] and self._are_listed(people[0] - 1, people[0]):
            people.insert(0, people[0] - 1)
        tense = "past" if relation == "replaced" else relation
        for one in people:
            for i in range(first, stop):
                self._add(
                    one,
                    i,
                    self._lead(one) if relation == "replaced" else self.items[one].start,
                    self.items[i].end,
                    tense,
                )
        successor = self.items[person - 1] if relation == "replaced" and person else None
        if successor and successor.person and is_only_replacing(self.text, successor.end, self._lead(person)):
            self._add(person - 1, first, successor.start, self.items[stop - 1].end, "start")

    def _before_name(self, first: int, stop: int) -> None:
        """Offices before a name; plural ones belong to every name of the list after them."""
        self._leads[stop] = self.items[first].start
        for i in range(first, stop):
            self._add(stop, i, self.items[i].start, self.items[stop].end, "present")
        last = stop
        while self._is_plural(stop - 1) and last + 1 < len(self.items) and self._are_listed(last, last + 1):
            last += 1
            self._add(last, stop - 1, self.items[last].start, self.items[last].end, "present")

    def _is_plural(self, place: int) -> bool:
        office = self.items[place].office
        return office is not None and office.plural

    def _are_listed(self, left: int, right: int) -> bool:
        both = self.items[left].person and self.items[right].person
        return bool(both) and is_listed(*self._gap(left, right))

    def _add(self, person: int, office: int, start: int, end: int, tense: str) -> None:
        name, post = self.items[person].person, self.items[office].office
        assert name is not None and post is not None
        self.links.append(Link(name, post, start, end, "past" if post.past else tense))

    def join_counterparts(self) -> None:
        """Who holds the same post elsewhere: "X, Secretary of the Hai Phong Party Committee, and his Hue
        counterpart Y".
        """
        for person, item in enumerate(self.items):
            found = _COUNTERPART.search(self._words_before(person)) if item.person else None
            if found is None or item.person is None:
                continue
            model = next((k for k in reversed(self.links) if k.end <= item.start), None)
            there = _elsewhere(model.office.body, found[1].strip()) if model else None
            if model and there:
                start = item.start - len(found.group())
                office = replace(model.office, body=there)
                self.links.append(Link(item.person, office, start, item.end, "present"))

    def join_successors(self, last: Link | None) -> None:
        """Who took whose place: "elected Y in his place", "takes over from Z"."""
        relieved = next((link for link in self.links if link.tense == "end"), None)
        in_place = _IN_PLACE.search(self.text, self.start, self.end)
        appointed = next((link for link in self.links if link.tense == "start"), last)
        for person, item in enumerate(self.items):
            if item.person is None or item.pronoun:
                continue
            before = self._words_before(person)
            if (
                appointed
                and item.person != appointed.person
                and _PREDECESSOR.match(self.text, item.end, self.end)
            ):
                self._take_over(appointed, item, item.start, item.end, "past")
            elif relieved and in_place and item.person != relieved.person and is_being_chosen(before):
                self._take_over(relieved, item, item.start, in_place.end(), "start")
            elif appointed and item.person != appointed.person and (found := BEFORE_REPLACED.search(before)):
                self._take_over(
                    appointed, item, self._lead(person) - len(before) + found.start(), item.end, "past"
                )

    def _take_over(self, link: Link, item: Item, start: int, end: int, tense: str) -> None:
        """Add who comes or goes in a post of one seat, unless the sentence has told it already."""
        told = any(k.person == item.person and k.office == link.office for k in self.links)
        body = link.office.body
        if (
            item.person
            and body
            and not told
            and (tense == "start" or seats(link.office.role, body.name) == "one")
        ):
            self.links.append(replace(link, person=item.person, start=start, end=end, tense=tense))


def _elsewhere(body: Body | None, phrase: str) -> Body | None:
    """The body of the same kind in another place."""
    place = parse_place(phrase, None)
    if body is None or body.area is None or place is None or not body.name.startswith(body.area):
        return None
    return Body(place + body.name.removeprefix(body.area), place)
