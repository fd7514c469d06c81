"""Which person of a sentence holds which office of it.

Answers with links, from the persons and offices of one sentence in order and the masked text between them
(`relations`). A run of offices belongs to the name right behind it, else to the one before it. Plural offices
belong to every name of a list. Who took whose place ("elected Y in his place", "takes over from Z") takes the
office from what was told before.
"""

import re
from collections.abc import Sequence

from hanoi_lib.people.handovers import Handovers
from hanoi_lib.people.pairs import Item, Link
from hanoi_lib.people.relations import (
    find_choice,
    find_grant,
    find_relation,
    is_added,
    is_filled,
    is_heading,
    is_introducing,
    is_listed,
    is_only_replacing,
    is_right_before,
)

_RESPECTIVELY = re.compile(r"[^.;]{0,40}\brespectively\b")
_ALSO_PAST = re.compile(r" (?:and|cum) ")  # "former Secretary and Chairman X" was both
# Behind an office or a holder: both are of the past, whatever the tense before.
_WAS_THEN = re.compile(
    r"(?: of the Party)?"
    r"(?:(?: \(|,? (?:from|between|in|during) )(?:[A-Z][a-z]+ )?(?:19|20)\d\d ?(?:-|to|and|until) "
    r"?(?:[A-Z][a-z]+ )?(?:\d\d){1,2}\b(?! (?:term|tenure|period))"
    r"|,? until (?:[A-Z][a-z]+ )?(?:19|20)\d\d\b)"
)
_IS_DEAD = re.compile(r",? who (?:has )?(?:died|passed away)\b")
_CAREER = re.compile(r"(?: \([^()]{1,60}\))?; (?:and )?")  # between the posts of one person's career
_AND_THE = re.compile(r",? and (?:the )?|; (?:and )?(?:the )?")


def find_links(
    text: str,
    start: int,
    end: int,
    items: Sequence[Item],
    last: Link | None = None,
    held: Link | None = None,
) -> list[Link]:
    """The links of one sentence, text[start:end], whose persons and offices are `items` in order.

    `last` is the appointment last told, which says what post "takes over from" speaks of; `held` the post of
    the one that the text spoke of before, for "his deputy".
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
    sentence.join_chosen()
    sentence.join_counterparts()
    sentence.join_deputies(held)
    sentence.join_successors(last)
    return sentence.links


class _Sentence(Handovers):
    """Joins each run of offices of one sentence with the person before or after it, from left to right."""

    def run(self, place: int) -> int:
        """The end of the run of coordinated offices that begins with items[place]."""
        stop = place + 1
        while stop < len(self.items) and self.items[stop].office and self._goes_on(place, stop):
            stop += 1
        return stop

    def _goes_on(self, first: int, place: int) -> bool:
        """Whether an office is another one of the same person: "X held the posts of A; B; and C"."""
        gap = self._gap(place - 1, place)
        of_one = first > 0 and len({item.person for item in self.items if item.person}) == 1
        return is_added(*gap) or (of_one and _CAREER.fullmatch(*gap) is not None)

    def join(self, first: int, stop: int) -> None:
        """Link the run items[first:stop]."""
        person = self._person_before(first)
        relation = None if person is None else self._relation(person, first)
        after = stop if stop < len(self.items) and self.items[stop].person else None
        if after is not None and is_right_before(*self._gap(stop - 1, after)):
            # "X, Politburo member, PM Y": the last is Y's, the others X's, unless X has titles before the
            # name too
            own = person not in self._leads or self.text.startswith(", who ", self.items[first - 1].end)
            split = stop - 1 if relation and own else first
            self._after_name(person, first, split, relation)
            while split < stop - 1 and self._stands_alone(split):
                split += 1
            self._before_name(split, stop)
        elif after is not None and person in self._leads and self._begins_another(person, first, stop):
            self._before_name(first, stop)
        elif after is not None and (given := self._given(first, stop)):
            for i in range(first, stop):
                self._add(after, i, self.items[i].start, self.items[after].end, given)
        elif relation:
            self._after_name(person, first, stop, relation)
        elif after is not None and self._introduces(stop - 1, after):
            self._before_name(first, stop)

    def _given(self, first: int, stop: int) -> str | None:
        """Whether offices are given to the person behind them, or taken from them."""
        before = self.text[max(self.start, self.items[first].start - 90) : self.items[first].start]
        return find_grant(self.text, before, self.items[stop - 1].end, self.items[stop].start)

    def _begins_another(self, person: int | None, first: int, stop: int) -> bool:
        """Whether a run is the next person's: "Head X, and the President of the union, Y, were"."""
        apart = person == first - 1 and _AND_THE.fullmatch(*self._gap(first - 1, first))
        return bool(apart) and is_introducing(*self._gap(stop - 1, stop))

    def _introduces(self, office: int, person: int) -> bool:
        gap = self._gap(office, person)
        return is_introducing(*gap) or (self._heads_list(office) and is_heading(*gap))

    def _heads_list(self, place: int) -> bool:
        """Whether an office is plural, or a slip for it ("Vice Chairman, including X and Y")."""
        office = self.items[place].office
        behind = self.text[self.items[place].end : self.items[place].end + 12]
        return office is not None and (office.plural or behind.startswith(", including"))

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
        if _RESPECTIVELY.match(self.text, self.items[stop - 1].end):
            return self._pair(person, first, stop, relation)
        people = [person]
        while self._is_plural(first) and people[0] and self._are_listed(people[0] - 1, people[0]):
            people.insert(0, people[0] - 1)
        if relation == "successor" and person and self.items[person - 1].person:
            for i in range(first, stop):
                self._add(person - 1, i, self.items[person - 1].start, self.items[i].end, "replaced")
        relation = "start" if relation == "successor" else relation
        for one in people:
            for i in range(first, stop):
                self._add(
                    one,
                    i,
                    self._lead(one) if relation == "replaced" else self.items[one].start,
                    self.items[i].end,
                    relation,
                )
        successor = self.items[person - 1] if relation == "replaced" and person else None
        if successor and successor.person and is_only_replacing(self.text, successor.end, self._lead(person)):
            self._add(person - 1, first, successor.start, self.items[stop - 1].end, "start")

    def _pair(self, person: int, first: int, stop: int, tense: str) -> None:
        """ "X and Y were named chairman of A and chairman of B, respectively"."""
        one = person - (stop - first - 1)
        people = range(max(one, 0), person + 1)
        if one >= 0 and all(self._are_listed(left, left + 1) for left in people[:-1]):
            for i, place in enumerate(people, first):
                self._add(place, i, self.items[place].start, self.items[i].end, tense)

    def _before_name(self, first: int, stop: int) -> None:
        """Offices before a name; plural ones belong to every name of the list after them."""
        if first == stop:
            return
        self._leads[stop] = start = self.items[first].start
        tense = "start" if is_filled(self.text[max(self.start, start - 60) : start]) else "present"
        tense = tense if self._heads_list(stop - 1) else "present"
        for i in range(first, stop):
            was = i > first and self._is_past(i - 1) and _ALSO_PAST.fullmatch(*self._gap(i - 1, i))
            self._add(stop, i, self.items[i].start, self.items[stop].end, "past" if was else tense)
        last = stop
        while self._heads_list(stop - 1) and last + 1 < len(self.items) and self._are_listed(last, last + 1):
            last += 1
            for i in range(first, stop):
                if self._heads_list(i):
                    self._add(last, i, self.items[last].start, self.items[last].end, tense)

    def _is_past(self, place: int) -> bool:
        office = self.items[place].office
        return office is not None and office.past

    def _is_plural(self, place: int) -> bool:
        office = self.items[place].office
        return office is not None and office.plural

    def _are_listed(self, left: int, right: int) -> bool:
        both = self.items[left].person and self.items[right].person
        return bool(both) and is_listed(*self._gap(left, right))

    def _add(self, person: int, office: int, start: int, end: int, tense: str) -> None:
        name, post = self.items[person].person, self.items[office].office
        assert name is not None and post is not None
        end = post.end if end == self.items[office].end else end  # without the term
        if tense == "present" and self._is_over(person, office):
            tense = "past"
        self.links.append(Link(name, post, start, end, "past" if post.past else tense))

    def _is_over(self, person: int, office: int) -> bool:
        """Whether what follows says so: "Secretary from 2001 to 2006", "Secretary X, who died on Monday"."""
        dead = _IS_DEAD.match(self.text, self.items[person].end, self.end)
        return bool(dead or _WAS_THEN.match(self.text, self.items[office].end, self.end))

    def join_chosen(self) -> None:
        """Several who are elected with their posts told between: "elected X, director of ..., and Y as Vice
        Chairmen".
        """
        floor = self.start
        for place, item in enumerate(self.items):
            if item.office is None or (verb := find_choice(self.text, self.start, item.start)) is None:
                continue
            if item.office.plural:
                told = {(link.person, link.office) for link in self.links}
                chosen = [n for n in range(place) if self.items[n].start >= max(floor, verb)]
                for one in chosen:
                    if self.items[one].person and (self.items[one].person, item.office) not in told:
                        self._add(one, place, self.items[one].start, self.items[one].end, "start")
            floor = item.end
