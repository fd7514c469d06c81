"""What an office is called, how many may hold it, and which words around a role belong to it.

Answers with the entries of `vocabulary/roles.yml` and with the words before and after a role that qualify it
("then Standing") or may name its body ("of the municipal Party Committee"). Whether they do name one is for
`offices` to say.
"""

import re
from dataclasses import dataclass
from functools import cache

from hanoi_lib.scan import load_vocabulary

Words = list[
    tuple[int, str]
]  # each word with its start, where it stands before a role, or its end, where after it
_LONGEST = 16  # words of a body's name


@dataclass(frozen=True, slots=True)
class Roles:
    """`roles.yml` ready for look-ups."""

    bodies: dict[str, tuple[str, str]]
    """For each term that tells its own body: role and body."""
    apart: dict[str, str]
    """The role that "deputy" or "vice" makes of another ("deputy minister"), by how texts write it."""
    keep: frozenset[str]
    drop: frozenset[str]
    past: frozenset[str]
    several: frozenset[str]
    body_words: frozenset[str]
    """What a body's name may hold in lower case."""
    seats: dict[tuple[str, str], str]


_LISTS = ("keep", "drop", "past", "several", "body_words")


@cache
def known_roles() -> Roles:
    """The vocabulary, read once."""
    read = load_vocabulary("roles")
    keep, drop, past, several, body_words = (frozenset(map(str.lower, map(str, read[k]))) for k in _LISTS)
    apart = {
        str(phrase): role
        for role, phrases in read["terms"]["role"].items()
        for phrase in phrases
        if str(phrase).startswith(("deputy ", "vice "))
    }
    posts = {tuple(at.split(" @ ")): number for at, number in read["seats"].items()}
    seated = {(role, body): str(number) for (role, body), number in posts.items()}
    bodies = {term: (role, body) for term, (role, body) in read["bodies"].items()}
    return Roles(bodies, apart, keep, drop, past, several, body_words, seated)


def seats(role: str, organization: str) -> str:
    """Whether one person or several can hold a post at a time.

    >>> seats("secretary", "Hanoi Party Committee")
    'one'
    >>> seats("standing deputy secretary", "Hanoi Party Committee")
    'several'
    """
    known = known_roles()
    if (role, organization) in known.seats:
        return known.seats[role, organization]
    words = role.split()
    while words and words[0] in known.keep and " ".join(words) not in known.several:
        words.pop(0)
    return "several" if " ".join(words) in known.several else "one"


# A word with what stands before it; a comma only inside a ministry's or department's field.
_NEXT = re.compile(
    r"(, (?=[A-Z])|\s)?((?:[A-Z][\w&/-]{0,30}|\d{1,2}(?:st|nd|rd|th)(?:-[a-z]+)?|(?<=District )\d{1,2}"
    r"|[a-z][a-z-]{0,20}|\([A-Z]{2,6}\))(?:'s?)?)"
)
_FIELDS = re.compile(r"(?:[Mm]inistry|[Dd]epartment|Commission|Committee) (?:of|for)\b|(?:Culture|Labou?r)\b")
_OF = re.compile(r" ?(?:of|at|for|in) (?:the )?")
_PREVIOUS = re.compile(
    r"(?:^|(?<=[\s(\"',;:/—-]))([A-Z]\w{0,20}-(?:appointed|elected|designate)"
    r"|[A-Z0-9][\w&/]{0,30}(?:'s)?|[a-z][a-z-]{0,20}(?:'s)?|\([A-Z]{2,6}\)(?:'s)?)[ -]$"
)
# What stands between the words of a body's name.
_SMALL = frozenset(
    ("of", "in", "and", "the", "for", "its", "new", "previous", "current", "merged", "present", "former")
)


def words_before(text: str, floor: int, place: int) -> Words:
    """Up to nine words right before an offset that may belong to a role there, in reading order."""
    words: Words = []
    while place > floor and len(words) < 9:
        window = max(floor, place - 40)
        found = _PREVIOUS.search(text[window:place])
        if found is None or not _may_stand_before(found[1]):
            break
        place = window + found.start(1)
        words.append((place, found[1]))
    return words[::-1]


def _may_stand_before(word: str) -> bool:
    known = known_roles()
    return not word[0].islower() or any(
        word in words for words in (known.body_words, known.keep, known.drop, known.past)
    )


def words_after(text: str, place: int, end: int) -> Words:
    """The words right of a role that may name its body, after "of the"; no word follows another without a
    space.
    """
    link = _OF.match(text, place, end)
    words: Words = []
    place = link.end() if link else end
    while len(words) < _LONGEST:
        found = _NEXT.match(text, place, end)
        if found is None or not _may_stand_after(found[2]) or (words and not found[1]):
            break
        if found[1] == ", " and not _FIELDS.search(text, place - 80, place):
            break
        place = found.end()
        words.append((place, found.group()))
    return words


def _may_stand_after(word: str) -> bool:
    plain = word.removesuffix("'s").removesuffix("'")
    return not word[0].islower() or plain in known_roles().body_words or plain in _SMALL


def split_qualifiers(words: Words) -> tuple[Words, Words]:
    """The qualifiers at the end of a run of words ("former", "Standing"), and what stands before them.

    >>> split_qualifiers([(0, "Hanoi"), (6, "Standing")])
    ([(6, 'Standing')], [(0, 'Hanoi')])
    """
    known = known_roles()
    place = len(words)
    kinds = (known.keep, known.past, known.drop)
    while place and any(words[place - 1][1].lower().rpartition("-")[2] in kind for kind in kinds):
        place -= 1
    qualifiers = words[place:]
    while (
        qualifiers and qualifiers[0][1].lower().rpartition("-")[2] in known.drop
    ):  # "the new", "a": no part of the office
        qualifiers = qualifiers[1:]
    return qualifiers, words[:place]
