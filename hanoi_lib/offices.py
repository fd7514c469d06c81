"""Which offices a sentence speaks of: "then Standing Deputy Secretary of the municipal Party Committee".

Answers with the span of each office phrase, its role and body by the names of data tables, and what the words before it
say of the time ("former", "outgoing"). Who holds it is for `people` to say. Names of persons must be masked, so that no
body's name runs on into one. Refuses roles whose body the phrase does not tell, except that it reports them as bare.

Reads `vocabulary/roles.yml`.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from hanoi_lib.bodies import Body, ministry, parse_body, parse_field, parse_place
from hanoi_lib.scan import Term, load_vocabulary

MASK = "\x01"  # stands for each character of a person's name
_LONGEST = 16  # words of a body's name


@dataclass(frozen=True, slots=True)
class Office:
    """An office in a sentence. `body` is None where the phrase names none; `tense` is present, past or ending."""

    start: int
    end: int
    role: str
    body: Body | None
    tense: str = "present"
    plural: bool = False
    term: str = ""
    """The vocabulary's name of the phrase, which tells "Party chief" from "Secretary"."""
    assumed: bool = False
    """Whether the body is what the bare title means in Vietnam ("President", "PM")."""
    tail: bool = False
    """Whether the body stands behind the role, where an office before "and" may share it."""


@dataclass(frozen=True, slots=True)
class _Roles:
    bodies: dict[str, tuple[str, str]]
    keep: frozenset[str]
    drop: frozenset[str]
    past: frozenset[str]
    ending: frozenset[str]
    several: frozenset[str]
    seats: dict[tuple[str, str], str]


@cache
def _deputies() -> dict[str, str]:
    """What a deputy's role is called that a text writes apart ("Deputy Foreign Minister")."""
    terms = load_vocabulary("roles")["terms"]["role"]
    return {str(phrase): role for role, phrases in terms.items() for phrase in phrases if str(phrase).startswith(("deputy ", "vice "))}


@cache
def _roles() -> _Roles:
    read = load_vocabulary("roles")
    sets = (frozenset(str(w).lower() for w in read[key]) for key in ("keep", "drop", "past", "ending", "several"))
    seats = {(role, body): n for at, n in read["seats"].items() for role, body in [at.split(" @ ")]}
    return _Roles({term: (role, body) for term, (role, body) in read["bodies"].items()}, *sets, seats)


def seats(role: str, organization: str) -> str:
    """Whether one person or several can hold a post at a time.

    >>> seats("secretary", "Hanoi Party Committee"), seats("standing deputy secretary", "Hanoi Party Committee")
    ('one', 'several')
    """
    known = _roles()
    if (role, organization) in known.seats:
        return known.seats[role, organization]
    words = role.split()
    while words and words[0] in known.keep and " ".join(words) not in known.several:
        words.pop(0)
    return "several" if " ".join(words) in known.several else "one"


# Words of a body's name, right of "of"; a comma only inside a ministry's or department's field.
_RIGHT = re.compile(r"(?:(, (?=[A-Z])|\s)?)((?:[A-Z][\w&/-]*|\d{1,2}(?:st|nd|rd|th)(?:-[a-z]+)?|(?<=District )\d{1,2}|[a-z][a-z-]*|\([A-Z]{2,6}\))(?:'s?)?)")
_LINK = re.compile(r" ?(?:of|at|for|in) (?:the )?")
_LEFT = re.compile(r"(?:^|(?<=[\s(\"',;:/—-]))([A-Z0-9][\w&/]*(?:'s)?|[a-z][a-z-]*(?:'s)?|\([A-Z]{2,6}\)(?:'s)?)[ -]$")
_LOWER = frozenset(
    "of and the for on in its municipal city city's provincial province province's capital capital's party committee "  # noqa: SIM905
    "committees people's council department standing board executive district ward commune town organization organisation "
    "administration police local government ministry central coastal northern southern delta commission chapter office "
    "delegation deputies na".split()  # as one text it can be read
)
_ADDED = re.compile(r"(?:,| and|, and) (?:[A-Za-z]+ ){0,2}$")
_PLURAL = re.compile(r"(?:s|men|women)$", re.I)
_COMMA_LISTS = re.compile(r"(?:[Mm]inistry|[Dd]epartment|Commission|Committee) (?:of|for)\b|(?:Culture|Labou?r)\b")


def find_offices(
    masked: str,
    start: int,
    end: int,
    terms: list[Term],
    here: Callable[[int], str | None],
    last_body: Callable[[str, int], Body | None],
) -> list[Office]:
    """The offices that the role terms of one sentence begin, in order, none overlapping another.

    `here` gives the place that "municipal" means at an offset, `last_body` the body last named before one whose name
    ends in a word ("committee"), or the body last named at all ("").
    """
    found: list[Office] = []
    for term, following in zip(terms, [*terms[1:], None], strict=True):
        if found and term.start < found[-1].end:
            continue
        floor = found[-1].end if found else start
        ceiling = _ceiling(masked, term, following, end)
        found.append(_read_office(masked, floor, ceiling, term, here(term.start), last_body))
    return _share_bodies(masked, found)


def _share_bodies(masked: str, found: list[Office]) -> list[Office]:
    """Offices of one body that is named once, at the end: "Vice President and General Secretary of the Front"."""
    for i in range(len(found) - 2, -1, -1):
        this, following = found[i], found[i + 1]
        shares = this.body is None or (this.assumed and following.body != this.body)
        if shares and masked[this.end : following.start] in (" and ", " and concurrently ") and following.tail:
            found[i] = replace(this, body=following.body, role=_unassumed(this), assumed=False)
    return found


def _unassumed(office: Office) -> str:
    return office.role.removeprefix("state ") if office.assumed else office.role


def _ceiling(masked: str, term: Term, following: Term | None, end: int) -> int:
    """Where the body's name ends at the latest: before the next role that "and" or a comma adds."""
    if following is None:
        return end
    added = _ADDED.search(masked[term.end : following.start])
    return term.end + added.start() if added else end


def _read_office(
    masked: str, floor: int, end: int, term: Term, here: str | None, last_body: Callable[[str, int], Body | None]
) -> Office:
    left = list(_words_before(masked, floor, term.start))
    quals, left = _split_qualifiers(left)
    right = _words_after(masked, term.end, end)
    body, role, stop, used, assumed = _body(masked, term, left, right, here, last_body)
    begin = left[-used][0] if used else (quals[0][0] if quals else term.start)
    outer, beyond = _split_qualifiers(left[: len(left) - used]) if used else ([], left)
    if used and beyond and beyond[-1][1].lower() in ("deputy", "vice") and f"{beyond[-1][1].lower()} {role}" in _deputies():
        role, outer = _deputies()[f"{beyond[-1][1].lower()} {role}"], [beyond[-1], *outer]  # "Deputy Foreign Minister"
    begin = outer[0][0] if outer else begin
    words = [word.lower().rstrip("-") for _, word in outer + quals]
    kept = " ".join(w for w in words if w in _roles().keep and w not in role.split())
    tense = "past" if any(w in _roles().past for w in words) else "present"
    tense = "ending" if any(w in _roles().ending for w in words) else tense
    plural = bool(_PLURAL.search(masked[term.start : term.end])) and not masked[term.start : term.end].lower().endswith("pm")
    return Office(begin, stop, f"{kept} {role}".strip(), body, tense, plural, term.value, assumed, stop > term.end)


def _words_before(masked: str, floor: int, place: int) -> Iterator[tuple[int, str]]:
    """Up to nine words right before an offset that may belong to an office, in reading order, each with its start."""
    words: list[tuple[int, str]] = []
    while place > floor and len(words) < 9:
        found = _LEFT.search(masked[max(floor, place - 40) : place])
        if found is None:
            break
        word = found.group(1)
        if not (word[0].isupper() or word[0] in "0123456789(" or _may_stand_before(word)):
            break
        place = max(floor, place - 40) + found.start(1)
        words.append((place, word))
    return reversed(words)


def _may_stand_before(word: str) -> bool:
    known = _roles()
    return any(word in words for words in (_LOWER, known.keep, known.drop, known.past, known.ending)) and word not in (
        "of", "in", "on", "for", "and", "its",
    )


def _split_qualifiers(words: list[tuple[int, str]]) -> tuple[list[tuple[int, str]], list[tuple[int, str]]]:
    """The qualifiers at the end of a run of words ("former", "Standing"), and what stands before them."""
    known = _roles()
    place = len(words)
    while place:
        word = words[place - 1][1].lower().removesuffix("'s") if words[place - 1][1] != "Vietnam's" else "vietnam's"
        if not (word in known.keep or word in known.past or word in known.ending or (word in known.drop)):
            break
        place -= 1
    quals = words[place:]
    while quals and quals[0][1].lower() in known.drop:  # "the new", "a": no part of the office
        quals = quals[1:]
    return quals, words[:place]


def _words_after(masked: str, place: int, end: int) -> list[tuple[int, str]]:
    """The words right of a role that may name its body, after "of the": each with its end."""
    link = _LINK.match(masked, place, end)
    if link is None:
        return []
    words: list[tuple[int, str]] = []
    place = link.end()
    while len(words) < _LONGEST:
        found = _RIGHT.match(masked, place, end)
        if found is None or not (found[2][0].isupper() or found[2][0] in "0123456789(" or found[2].removesuffix("'") in _LOWER or found[2] in ("mobilization", "'s")):
            break
        if words and not found[1] or found[1] == ", " and not _COMMA_LISTS.search(masked, place - 80, place):
            break
        place = found.end()
        words.append((place, found.group()))
    return words


def _body(
    masked: str,
    term: Term,
    left: list[tuple[int, str]],
    right: list[tuple[int, str]],
    here: str | None,
    last_body: Callable[[str, int], Body | None],
) -> tuple[Body | None, str, int, int, bool]:
    """Body, role, end of the office, how many words left of it the body takes, and whether it was assumed."""
    fixed = _roles().bodies.get(term.value)
    role = fixed[0] if fixed else term.value
    if term.value in ("minister", "deputy minister"):
        body, stop, used = _portfolio(term, left, right)
        return body, role, stop, used, False
    if fixed and fixed[1].startswith("~"):
        body, stop, used = _place_of(fixed[1].removeprefix("~ "), term, left, right, here)
        return body, role, stop, used, False
    if fixed and not _is_elsewhere(right):
        stop = _own_body(term, right, fixed[1])
        assumed = stop == term.end and role == "vice president"
        return Body(fixed[1], "Vietnam"), role, stop, _national_before(left), assumed
    for count in range(len(right), 0, -1):
        phrase = "".join(word for _, word in right[:count]).strip()
        body = _spoken_of(phrase, right[0][0], last_body) or (parse_body(phrase, here) if _ends_well(phrase) else None)
        if body is None and count == 1 and role in ("chairman", "vice chairman"):
            place = parse_place(phrase, None)
            body = parse_body(f"{place} People's Committee") if place else None
        if body:
            part, used = _part_before(left, body)
            return part, role, right[count - 1][0], used, False
    return _body_before(masked, term, left, here, last_body, role)


def _is_elsewhere(right: list[tuple[int, str]]) -> bool:
    """Whether a title that implies a body is one of another ("General Secretary of the Vietnam Fatherland Front")."""
    for count in range(len(right), 0, -1):
        body = parse_body("".join(word for _, word in right[:count]).strip())
        if body:
            return body.name not in ("Communist Party of Vietnam", "Party Central Committee", "Socialist Republic of Vietnam", "Government")
    return False


def _part_before(left: list[tuple[int, str]], body: Body) -> tuple[Body, int]:
    """The part of a body that stands before the role: "Standing Board member of the Hanoi Party Committee"."""
    for count in (2, 1):
        part = parse_body(f"{body.name}'s {' '.join(word for _, word in left[-count:])}") if len(left) >= count else None
        if part and part.parent == body.name:
            return part, count
    return body, 0


def _ends_well(phrase: str) -> bool:
    return not phrase.endswith((" of", " the", " and", " for", " in", " on", ","))


_ITS = re.compile(r"(?:its|their) (.+)|(?:the )?(committee|council|commission|assembly|front|union|board|department|ministry)")


def _spoken_of(phrase: str, place: int, last_body: Callable[[str, int], Body | None]) -> Body | None:
    """The body that "the committee" and "its Organization Commission" mean by what was named before."""
    found = _ITS.fullmatch(phrase.removeprefix("the ").replace("Council", "council").replace("Committee", "committee") if " " not in phrase else phrase)
    if found is None:
        return None
    if found[2]:
        return last_body(found[2], place)
    owner = last_body("", place)
    return parse_body(f"{owner.name}'s {found[1]}") if owner else None


def _body_before(
    masked: str, term: Term, left: list[tuple[int, str]], here: str | None,
    last_body: Callable[[str, int], Body | None], role: str,
) -> tuple[Body | None, str, int, int, bool]:
    for count in range(len(left), 0, -1):
        phrase = " ".join(word for _, word in left[-count:])
        body = parse_body(phrase, here)
        if body is None and role in ("chairman", "vice chairman") and term.start and count <= 4:
            place = parse_place(phrase, here)
            body = parse_body(f"{place} People's Committee") if place and phrase.lower() != "city's" else None
        if body:
            return body, role, term.end, count, False
    if re.search(r"\b(?:its|their) (?:\w+ ){0,2}$", masked[max(0, term.start - 40) : term.start]):
        return last_body("", term.start), role, term.end, 0, False
    if term.value == "president":
        return Body("Socialist Republic of Vietnam", "Vietnam"), "state president", term.end, 0, True
    return None, role, term.end, 0, False


def _portfolio(
    term: Term, left: list[tuple[int, str]], right: list[tuple[int, str]]
) -> tuple[Body | None, int, int]:
    for count in range(len(right), 0, -1):
        phrase = "".join(word for _, word in right[:count]).strip()
        field = parse_field(phrase)
        body = ministry(field) if field else parse_body(phrase)
        if body:
            return body, right[count - 1][0], 0
    for count in range(min(len(left), 6), 0, -1):
        field = parse_field(" ".join(word for _, word in left[-count:]))
        if field:
            return ministry(field), term.end, count
    return None, term.end, 0


def _place_of(
    core: str, term: Term, left: list[tuple[int, str]], right: list[tuple[int, str]], here: str | None
) -> tuple[Body | None, int, int]:
    """The place before ("Hanoi Party Secretary") or after ("Party Secretary of Hanoi") a role that tells its body."""
    for count in range(min(len(right), 8), 0, -1):
        phrase = "".join(word for _, word in right[:count]).strip()
        body = parse_body(phrase, here)
        if body and body.name.endswith(core):
            return body, right[count - 1][0], 0
        place = parse_place(phrase, here) if count < 6 else None
        if place:
            return Body(f"{place} {core}", place), right[count - 1][0], 0
    for count in range(min(len(left), 6), 0, -1):
        place = parse_place(" ".join(word for _, word in left[-count:]), here)
        if place:
            return Body(f"{place} {core}", place), term.end, count
    bare = term.value in ("party secretary", "deputy party secretary") and here
    return (Body(f"{here} {core}", here) if bare else None), term.end, 0


def _own_body(term: Term, right: list[tuple[int, str]], name: str) -> int:
    """Where a title ends that repeats the body it implies ("General Secretary of the Communist Party of Vietnam")."""
    for count in range(len(right), 0, -1):
        body = parse_body("".join(word for _, word in right[:count]).strip())
        if body and (body.area == "Vietnam" or body.name == name):
            return right[count - 1][0]
    return term.end


def _national_before(left: list[tuple[int, str]]) -> int:
    """How many words before a title repeat whose it is ("Communist Party of Vietnam General Secretary")."""
    for count in range(min(len(left), 6), 0, -1):
        body = parse_body(" ".join(word for _, word in left[-count:]))
        if body and body.area == "Vietnam":
            return count
    return 0


def located(office: Office, body: Body) -> Office:
    """The office with the body that its surroundings told."""
    return replace(office, body=body)
