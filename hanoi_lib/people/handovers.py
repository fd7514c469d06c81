"""Who holds a post because somebody else does or did: counterparts elsewhere, deputies, successors.

Answers with links for "his Hue counterpart Y", "his deputy Y", "elected Y in his place", "takes over from Z",
from what the sentence or the text before has told. Refuses them where no such post has been told.
"""

import re
from dataclasses import replace

from hanoi_lib.people.bodies import Body, parse_place
from hanoi_lib.people.pairs import Item, Link, Pairs
from hanoi_lib.people.relations import BEFORE_REPLACED, is_being_chosen
from hanoi_lib.people.roles import seats

_IN_PLACE = re.compile(
    r"\b(?:in (?:his|her) (?:place|stead)|to (?:replace|succeed) (?:him|her)"
    r"|as (?:his|her) (?:successor|replacement)|to the (?:vacant )?(?:post|position)(?! of| as))\b"
)
_PREDECESSOR = re.compile(r", (?:his|her) predecessor\b")
# "became Chairman on May 2 after X stepped down"
_AFTER = re.compile(r"\b(?:after|when) (?:(?:Mr|Ms|Mrs)\.? )?$")
_LEFT = re.compile(
    r" (?:had )?(?:stepped down|resigned|retired|left office|died|passed away"
    r"|was (?:dismissed|removed|relieved))\b"
)
_COUNTERPART = re.compile(r"\b(?:his|her|their) ((?:[A-Z][\w-]+ ){1,4})counterpart,? $")
_DEPUTY = re.compile(r"\b(?:[Hh]is|[Hh]er) deputy,? (?:(?:Mr|Ms|Mrs)\.? )?$")
_DEPUTIES = {
    "secretary": "deputy secretary",
    "chairman": "vice chairman",
    "director": "deputy director",
    "head": "deputy head",
    "minister": "deputy minister",
}


class Handovers(Pairs):
    """Joins persons with the posts that others hold, held or leave."""

    def join_deputies(self, last: Link | None) -> None:
        """Who stands below the one the text speaks of: "His deputy Y"."""
        for item in self.items:
            found = _DEPUTY.search(self.text[max(self.start, item.start - 24) : item.start])
            role = _DEPUTIES.get(last.office.role) if last else None
            if found and item.person and last and role and item.person != last.person:
                start = item.start - len(found.group())
                self.links.append(
                    Link(item.person, replace(last.office, role=role), start, item.end, "present")
                )

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
        here = next((link for link in self.links if link.tense == "start"), None)
        for person, item in enumerate(self.items):
            if item.person is None or item.pronoun:
                continue
            before = self._words_before(person)
            appointed = here or self._still(last, person)
            left = _AFTER.search(before) and _LEFT.match(self.text, item.end, self.end)
            if (
                appointed
                and item.person != appointed.person
                and (left or _PREDECESSOR.match(self.text, item.end, self.end))
            ):
                self._take_over(appointed, item, item.start, item.end, "replaced")
            elif relieved and in_place and item.person != relieved.person and is_being_chosen(before):
                self._take_over(relieved, item, item.start, in_place.end(), "start")
            elif appointed and item.person != appointed.person and (found := BEFORE_REPLACED.search(before)):
                self._take_over(
                    appointed, item, self._lead(person) - len(before) + found.start(), item.end, "replaced"
                )

    def _still(self, last: Link | None, person: int) -> Link | None:
        """The appointment last told, unless the sentence names another post before that has no holder."""
        linked = {id(link.office) for link in self.links}
        before = (item.office for item in self.items[:person] if item.office and item.office.body)
        return last if last and all(id(o) in linked or o.role == last.office.role for o in before) else None

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
