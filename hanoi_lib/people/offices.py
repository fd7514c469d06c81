"""Which offices a sentence speaks of: "then Standing Deputy Secretary of the municipal Party Committee".

Answers with the span of each office phrase, its role and body by the names that the tables use, and whether
the words before it put it in the past. Who holds it is for `links` to say. Names of persons must be masked in
the text, so that no body's name runs on into one. Where the phrase tells no body, the office is reported
without one.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from hanoi_lib.people.bodies import (
    COUNTRY,
    Body,
    is_placeless,
    ministry,
    parse_body,
    parse_field,
    parse_place,
)
from hanoi_lib.people.roles import known_roles, split_qualifiers, words_after, words_before
from hanoi_lib.scan import Term, load_vocabulary

MASK = "\x01"  # stands for each character of a person's name


class Surroundings(Protocol):
    """What the text around a sentence tells: whose city it is, and which bodies were named before."""

    def here(self, place: int) -> str | None:
        """The place that "municipal" means at an offset."""

    def last_body(self, noun: str, place: int) -> Body | None:
        """The body last named before an offset, of those whose name ends in a word (in any, if empty)."""


@dataclass(frozen=True, slots=True)
class Office:
    """An office in a sentence; `body` is None where the phrase names none."""

    start: int
    end: int
    role: str
    body: Body | None
    past: bool = False
    plural: bool = False
    term: str = ""
    """The vocabulary's name of the phrase, which tells "Party chief" from "Secretary"."""
    assumed: bool = False
    """Whether the body is merely what the bare title means in Vietnam ("President")."""
    tail: bool = False
    """Whether the body stands behind the role, where an office before "and" may share it."""
    bare: bool = False
    """Whether neither side of the role names anything that could be a body ("Chairman X")."""


@dataclass(frozen=True, slots=True)
class _Reading:
    """The body that the words around a role name: behind the role up to `end`, or in the last `used` words
    before.
    """

    body: Body | None
    end: int
    used: int = 0
    assumed: bool = False
    role: str | None = None


# Between two roles: the second is added to the first, and no part of its body's name.
_ADDED = re.compile(r"(?:,| and|, and) (?:(?!and )[A-Za-z]+ ){0,2}$")
_RANKS = "|".join(map(re.escape, sorted(map(str, load_vocabulary("names")["ranks"]), key=len, reverse=True)))
_FAR = 200  # characters that a body's name may run on to
_RANKED = re.compile(
    rf",? (?:(?:{_RANKS}) ){{1,3}}(?={MASK})"
)  # a rank or "Mr" before a name ends a body's name
_PLURAL = re.compile(r"(?<!p\.)(?:s|men|women)$", re.I)


def find_offices(
    text: str, start: int, end: int, terms: list[Term], surroundings: Surroundings
) -> list[Office]:
    """The offices that the role terms of one sentence, text[start:end], begin; in order, none overlapping
    another.
    """
    found: list[Office] = []
    terms = [term for term in terms if not text.startswith("' Council", term.end)]  # "Members' Council"
    for term, following in zip(terms, [*terms[1:], None], strict=True):
        if found and term.start < found[-1].end:
            continue
        ranked = _RANKED.search(text, term.end, min(end, term.end + _FAR))
        ceiling = ranked.start() if ranked else end
        if following and (added := _ADDED.search(text[term.end : following.start])):
            ceiling = min(ceiling, term.end + added.start())
        floor = found[-1].end if found else start
        found.append(_Title(text, floor, ceiling, term, surroundings).office())
    return found


_TERM = re.compile(r" \d{1,2}(?:st|nd|rd|th)(?:-\w+)?$")  # "for the 10th": of a term, no part of a name
_OF_PLACE = re.compile(r"(?: for the [\w-]+ (?:term|tenure))? of (?:the )?(?:former )?[A-Z]")
_OF_THAT = re.compile(r" of (?:the|that|its) (?:[Cc]ommittee|[Cc]ouncil|[Cc]ongress|[Dd]epartment)\b")
_OWN_NOUN = re.compile(r"(?:the )?(Council|Committee|Assembly)")
_NATIONAL = (
    "Communist Party of Vietnam",
    "Party Central Committee",
    "Socialist Republic of Vietnam",
    "Government",
)
_PEOPLES_CHAIR = ("chairman", "vice chairman")
_SPOKEN_OF = re.compile(
    r"(?:its|their|(?:the )?(?P<owner>committee|council)'s) (?P<part>.+)"
    r"|(?:the )?(?:(?:new|previous|current|same) )?(?P<noun>[Cc]ommittee|[Cc]ouncil|[Cc]ommission"
    r"|[Aa]ssembly|board|front|union|department|ministry)"
)
_NOUN = re.compile(r"\b[Tt]he (committee|council|commission|assembly|front|union|department|ministry)\b")
_LED_BY_CHAIRS = ("Party Committee", "People's Committee", "People's Council", "National Assembly")
_ITS_OWN = re.compile(r"\b(?:its|their|whose) (?!posts? |positions? )(?:\w+ ){0,2}$")


class _Title:
    """One role with the words around it that may qualify it and name its body."""

    def __init__(self, text: str, floor: int, ceiling: int, term: Term, surroundings: Surroundings) -> None:
        self.text, self.term, self.around = text, term, surroundings
        self.here = surroundings.here(term.start)
        self.qualifiers, self.left = split_qualifiers(words_before(text, floor, term.start))
        self.right = words_after(text, term.end, ceiling)
        self.role, self.implied = known_roles().bodies.get(term.value, (term.value, ""))

    def office(self) -> Office:
        """The office with its body, its qualifiers and its whole span."""
        reading = self._reading()
        before = self.left[: len(self.left) - reading.used]
        outer, beyond = split_qualifiers(before) if reading.used else ([], before)
        role = reading.role or self.role
        if reading.used and beyond and (apart := self._apart(beyond[-1][1], role)):
            role, outer = apart, [beyond[-1], *outer]
        words = [word.lower().rstrip("-") for _, word in (*outer, *self.qualifiers)]
        kept = " ".join(w for w in words if w in known_roles().keep and w not in role.split())
        start = next(
            (w[0][0] for w in (outer, self.left[len(before) :], self.qualifiers) if w), self.term.start
        )
        phrase = self.text[self.term.start : self.term.end]
        return Office(
            start,
            reading.end,
            f"{kept} {role}".strip(),
            reading.body,
            any(w in known_roles().past for w in words),
            bool(_PLURAL.search(phrase)),
            self.term.value,
            reading.assumed,
            reading.end > self.term.end,
            not any(w[0].isupper() for _, w in (*before, *self.right))
            and not self.text.startswith((" of the ", " of its ", " at the "), self.term.end),
        )

    def _apart(self, word: str, role: str) -> str | None:
        """The role that a word far before it makes of it: "Deputy Foreign Minister"."""
        return known_roles().apart.get(f"{word.lower()} {role}")

    def _reading(self) -> _Reading:
        if self.role in ("minister", "deputy minister"):
            return self._portfolio()
        if self.implied and self.implied.startswith("~"):
            return self._of_place(self.implied.removeprefix("~ "))
        if self.implied and not self._is_elsewhere():
            return self._national(self.implied)
        return self._behind() or self._before() or self._bare()

    # the words around, longest phrase first

    def _phrases_behind(self) -> Iterator[tuple[str, int]]:
        for count in range(len(self.right), 0, -1):
            phrase = "".join(word for _, word in self.right[:count]).strip()
            if not _TERM.search(phrase) and not phrase.endswith(
                ("'s", "s'", " of", " the", " and", " for", " in", " on", " former", ",")
            ):
                yield phrase, self.right[count - 1][0]

    def _phrases_before(self) -> Iterator[tuple[str, int]]:
        for count in range(len(self.left), 0, -1):
            if self.left[-count][1] != "The":  # "The Da Nang Party chief" opens a sentence
                yield " ".join(word for _, word in self.left[-count:]), count

    # what they name

    def _behind(self) -> _Reading | None:
        """As in "Chairman of the People's Committee", "Standing Board member of the Party Committee"."""
        for phrase, end in self._phrases_behind():
            body = self._spoken_of(phrase) or parse_body(phrase, self.here)
            if phrase == "Vietnam" and self.text[end : end + 2].strip().istitle():  # "Vietnam People's ..."
                continue
            if body is None and self.role in _PEOPLES_CHAIR:  # "Chairman of Hanoi"
                place = parse_place(phrase, None)
                body = Body(f"{place} People's Committee", place) if place else None
            if body and not self._goes_on(phrase, end):
                return self._part_before(body, end)
        return None

    def _goes_on(self, phrase: str, end: int) -> bool:
        """Whether a body is of one that is not understood: "of the Party Committee of Shanghai", "of the
        Organization Commission of the committee".
        """
        local = phrase in ("Party Committee", "People's Committee", "People's Council")
        if _OF_THAT.match(self.text, end):
            return True
        return local and _OF_PLACE.match(self.text, end) is not None

    def _part_before(self, body: Body, end: int) -> _Reading:
        for phrase, used in self._phrases_before():
            part = parse_body(f"{body.name}'s {phrase}") if used <= 2 else None
            if part and part.parent == body.name:
                return _Reading(part, end, used)
        return _Reading(body, end)

    def _spoken_of(self, phrase: str) -> Body | None:
        """The body that "the committee" and "its Organization Commission" mean by what was named before."""
        found = _SPOKEN_OF.fullmatch(phrase.removesuffix("'s"))
        if found is None:
            return None
        if found["noun"]:
            return self._fitting(self.around.last_body(found["noun"].lower(), self.term.start))
        owner = self.around.last_body(found["owner"] or self._noun_before(), self.term.start)
        own = parse_body(f"{owner.name}'s {found['part']}") if owner else None
        return own or (
            parse_body(found["part"], self.here) if found["part"].startswith("Department") else None
        )

    def _noun_before(self) -> str:
        """What "its" stands for by the words before: "the council dismissed X as head of its Office"."""
        nouns = _NOUN.findall(self.text, max(0, self.term.start - 120), self.term.start)
        return nouns[-1] if nouns else ""

    def _fitting(self, body: Body | None) -> Body | None:
        """A body spoken of before, unless nobody is called so there: no People's Committee has a director."""
        if (
            body
            and body.name.endswith(_LED_BY_CHAIRS)
            and self.role.split()[-1] in ("director", "head", "chief")
        ):
            return None
        return body

    def _before(self) -> _Reading | None:
        """As in "NA Chairman", "Hanoi Chairman", "the Council's Vice Chairman", "elected its Chairman"."""
        if chaired := self._of_noun():
            return chaired
        for named in (False, True):  # "Friday" before "Hanoi Party Committee" is no part of its name
            for phrase, used in self._phrases_before():
                body = self._spoken_of(phrase) if phrase.endswith("'s") else None
                body = body or parse_body(phrase, self.here, named=named)
                if body is None and self.role in _PEOPLES_CHAIR:
                    place = parse_place(phrase, self.here)
                    body = Body(f"{place} People's Committee", place) if place else None
                if body:
                    return _Reading(body, self.term.end, used)
        if _ITS_OWN.search(self.text[max(0, self.term.start - 40) : self.term.start]):
            return _Reading(self._fitting(self.around.last_body("", self.term.start)), self.term.end)
        return None

    def _of_noun(self) -> _Reading | None:
        """As in "Council Chairman": of the council last named, else of the place's own."""
        word = self.left[-1][1] if self.left else ""
        alone = len(self.left) < 2 or not self.left[-2][1][0].isupper()
        if not (alone and _OWN_NOUN.fullmatch(word) and self.role in _PEOPLES_CHAIR):
            return None
        body = self.around.last_body(word.lower(), self.term.start)
        if body is None and self.here and word != "Assembly":
            body = Body(f"{self.here} People's {word}", self.here)
        return _Reading(body, self.term.end, 1) if body else None

    def _bare(self) -> _Reading:
        if self.term.value == "president":
            state = Body("Socialist Republic of Vietnam", COUNTRY)
            return _Reading(state, self.term.end, assumed=True, role="state president")
        end = next((end for phrase, end in self._phrases_behind() if is_placeless(phrase)), self.term.end)
        return _Reading(None, end)  # "Secretary of the City Party Committee" of a city that is not told

    def _portfolio(self) -> _Reading:
        """As in "Minister of Planning and Investment", "Finance Minister"."""
        for phrase, end in self._phrases_behind():
            field = parse_field(phrase)
            body = ministry(field) if field else parse_body(phrase)
            if body:
                return _Reading(body, end)
        for phrase, used in self._phrases_before():
            field = parse_field(phrase)
            if field:
                return _Reading(ministry(field), self.term.end, used)
        return _Reading(None, self.term.end)

    def _of_place(self, core: str) -> _Reading:
        """As in "Hanoi Party Secretary", "Party Secretary of Hanoi": the role tells all but the place."""
        for phrase, end in self._phrases_behind():
            body = parse_body(phrase, self.here)
            if body and body.name.endswith(core):
                return _Reading(body, end)
            if place := parse_place(phrase, self.here):
                used = self._place_words()
                return _Reading(Body(f"{place} {core}", place), end, used)
        for phrase, used in self._phrases_before():
            if place := parse_place(phrase, self.here):
                return _Reading(Body(f"{place} {core}", place), self.term.end, used)
        if self.here and self.term.value in ("party secretary", "deputy party secretary"):
            return _Reading(Body(f"{self.here} {core}", self.here), self.term.end)
        return _Reading(None, self.term.end)

    def _place_words(self) -> int:
        """How many words right before the role tell its kind of place: "Provincial Party Secretary of"."""
        return int(bool(self.left) and parse_place(self.left[-1][1], "Hue") == "Hue")

    def _is_elsewhere(self) -> bool:
        """Whether a title that implies a body is another's ("General Secretary of the Vietnam Fatherland
        Front").
        """
        body = next((b for phrase, _ in self._phrases_behind() if (b := parse_body(phrase))), None)
        return body is not None and body.name not in _NATIONAL and body.name != self.implied

    def _national(self, name: str) -> _Reading:
        """A title that implies its body, which the words around may repeat ("... of the Communist Party of
        Vietnam").
        """
        end = next((e for phrase, e in self._phrases_behind() if parse_body(phrase)), self.term.end)
        used = next(
            (n for phrase, n in self._phrases_before() if (b := parse_body(phrase)) and b.area == COUNTRY), 0
        )
        return _Reading(
            Body(name, COUNTRY), end, used, assumed=end == self.term.end and self.role == "vice president"
        )
