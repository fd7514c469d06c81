"""Offices that share what is named once: "Vice President and General Secretary of the Front".

Answers with the offices of one sentence, completed by the body or the place that stands behind the last of
them. Refuses to share over anything but "and", "cum" or a comma.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from hanoi_lib.people.bodies import COUNTRY, Body
from hanoi_lib.people.offices import Office

_JOINED = (" and ", " and concurrently ", " cum ", ", ", ", and ")
_PLACELESS = re.compile(r"of the (?:Party (?:Standing )?|People's )(?:Committee|Council)$")


def share_bodies(text: str, offices: Sequence[Office]) -> list[Office]:
    """Offices of one body that is named once, at the end: "Vice President and General Secretary of the
    Front".
    """
    found = list(offices)
    for i in range(len(found) - 2, -1, -1):
        this, following = found[i], found[i + 1]
        between = text[this.end : following.start]
        if between in _JOINED and (body := _of_same_place(text[this.start : this.end], this, following)):
            found[i] = this = replace(this, body=body)
        shares = this.body is None or (this.assumed and following.body != this.body)
        shares = shares and this.role not in ("minister", "deputy minister")
        if shares and following.tail and between in (" and ", " and concurrently "):
            role = this.role.removeprefix("state ") if this.assumed else this.role
            found[i] = replace(this, body=following.body, role=role, assumed=False)
    return found


def _of_same_place(phrase: str, this: Office, following: Office) -> Body | None:
    """The body of the place named last: "Secretary of the Party Committee and Chairman of Ba Dinh"."""
    place = following.body.area if following.body and following.tail else None
    if this.body is None or this.body.area is None or place in (None, COUNTRY, this.body.area):
        return None
    if place is None or not _PLACELESS.search(phrase) or this.body.area not in this.body.name:
        return None
    return Body(this.body.name.replace(this.body.area, place, 1), place)
