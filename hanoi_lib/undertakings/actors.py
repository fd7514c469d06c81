"""Who acts in a sentence: the person, body or place in front of a verb, or behind one that is addressed.

Answers with the name an analyst would write ("Hanoi", "Hanoi People's Committee", "Nguyen Van Tung"), from
one document: "he", "the city", "the committee" and a bare surname are resolved by what the text names before.
Refuses subjects that cannot act (a rate, a road, a plan): then there is no actor.

Reads `actors` of `vocabulary/undertakings.yml`.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice

from hanoi_lib.passages import Passage
from hanoi_lib.people.names import is_syllable
from hanoi_lib.people.people import Mention, People
from hanoi_lib.places import Places
from hanoi_lib.scan import Terms, load_vocabulary
from hanoi_lib.undertakings.topics import find_questions, find_topics

PERSON, PLACE, BODY, OTHER = "person", "place", "body", "other"
# What may stand before a subject: punctuation, a conjunction, a verb of saying or a sentence's opening
# adverb.
_OPENS = re.compile(
    r"(?:[,;:.?!—-]|\b(?:that|and|but|while|whilst|whereas|so|if|when|where|as|which|because|since|although|then|said|says|added|time"
    r"|way|meanwhile|therefore|thus|hence|accordingly|20\d\d|year|period|month|\d{1,2}))$",
    re.I,
)
# What stands for a body that was named in full before.
_SHORT = frozenset(
    (
        "committee",
        "council",
        "people's committee",
        "people's council",
        "party committee",
        "standing committee",
        "standing board",
        "assembly",
        "board",
        "department",
        "ministry",
        "office",
    )
)
# ", he said", "the top legislator stressed": who said so without a name is whoever was named last.
_SAID_BY = re.compile(
    r"(?:\b[Hh]e|\b[Ss]he|\b[Tt]he\s(?:[A-Za-z]+\s){0,3}(?:leader|legislator|chief|official|[Cc]hairman"
    r"|[Cc]hairwoman|[Ss]ecretary|[Mm]inister|mayor))"
    r"\s(?:also\s|then\s)?(?:said|added|stressed|noted|affirmed|told|concluded|emphasi[sz]ed|underlined|continued|asserted|stated|urged|pointed)\b"
)
# "... Tran Van A on July 17 asked": when somebody acted stands between the name and the verb.
_OWN = re.compile(r"\b(?:his|her|our|their|its|my)\s(?:city|province|capital|locality)$")
_WHEN = re.compile(
    r"\s(?:on\s(?:[A-Z][a-z]+day|[A-Z][a-z]+\s\d{1,2}|\d{1,2}\s[A-Z][a-z]+)(?:,?\s\d{4})?,?(?:\s(?:morning|afternoon|evening))?"
    r"|yesterday|today|this\s(?:morning|afternoon|week))$"
)
# "In May, the ...", "On Friday the ...", "Accordingly, the ..."
_HAS = re.compile(r"\s(?:has|have|had)$")
# "The ministry, which drafted the bill, has promised"
# or "Ministries, he added, have to"
_ASIDE = re.compile(
    r",\s(?:which|who|whose)\s[^,;.]{3,90},$"
    r"|,\s(?:he|she|[A-Z]\w+)\s(?:said|added|stressed|noted|explained|promised|continued|concluded),$"
)
_OPENING = re.compile(
    r"(?:[A-Z]\w+,\s|[A-Z][a-z]+\s(?=the\s)|(?:In|On|At|By|From|Under|For|During|After)\s[^,]{1,40}?(?:,\s|\s(?=the\s)))"
)
# Its leaders stand for the city.
_CITY_ITSELF = re.compile(
    r"(?:\w+ )?(?:city|capital|province|locality)|officials"
    r"|(?:(?:(?:city|province|locality)(?:'s)?|municipal|provincial|local) )?"
    r"(?:leaders|authorities|leadership|administration)"
    r"|(?:city(?:'s)?|municipal|provincial) government"
)
_ADVERB = re.compile(
    r"(?:Instead|Afterwards|Later|Now|Today|Soon|Next|Finally|Still|Here|Previously|Once more)"
)
_WHOSE = re.compile(
    r"'s? (?:leaders|authorities|leadership|government|administration)"
)  # "Can Tho's leaders"
# "the northern port city of Hai Phong", "Da Nang city"
_KIND_OF = re.compile(r"(?:\b[Tt]he )(?:[a-z-]+ ){0,4}(?:city|province|capital) of $")
_CITY_OF = re.compile(r"(?:[Tt]he )?(?:[a-z-]+ ){0,4}(?:city|province|capital) of ")
_PRONOUN = re.compile(r"(?<![\w'])(?:he|she|it|we)\b", re.I)
_VERB = re.compile(
    r"\s(?:has|have|had|is|are|was|were|will|would|must|should|shall|plans|aims|wants|hopes|[a-z]{3,}ed|[a-z]{3,}s)\s"
)
_PROPER = re.compile(
    r"(?:\b[Ii]ts\s[a-z]+\s)?\b((?!It|He|She|They|This|That|These|Those|There|We|The|In|On|As|By|At|To|But|And|If|Its)[A-Z][a-z]+(?:\s[A-Z][a-z]+){0,3})$"
)
FULL_NAME = 6000  # characters in front of "the committee" among which its full name is looked for
LOOK_BACK = 160  # characters in front of a verb among which its subject is looked for


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts: the span of the words that say so, the name they stand for, and what it is."""

    start: int
    end: int
    name: str
    kind: str


@dataclass(frozen=True)
class _Patterns:
    subject: re.Pattern[str]
    adverbs: re.Pattern[str]
    national: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    """The patterns for bodies, from the vocabulary's nouns."""
    words = load_vocabulary("undertakings")["actors"]
    heads = "|".join(sorted(words["bodies"], key=len, reverse=True))
    joins = "|".join(words["adjectives"])
    # A body's name: capitals, the small words between them and its noun. Matches "the Standing Board of the
    # Hanoi Party Committee", "departments and districts", "local authorities"; not "the rate of poor
    # households".
    small = rf"{joins}|of|and|the|for|on|its|their|all|every|each|both|\d{{1,3}}(?:st|nd|rd|th)"
    word = rf"(?:[A-Z][\w.&'-]*|{small})"
    further = rf"(?:\sof\s|\sand\s|\son\s|\sfor\s|,\s)(?:{word}\s){{0,6}}(?:[A-Z][\w'-]*|{heads})\b"
    name = rf"(?:{word},?\s){{0,12}}(?:{heads})\b(?:{further}){{0,3}}"
    return _Patterns(
        subject=re.compile(rf"(?:^|[\s\"'(])({name})(?:'s?)?$"),
        adverbs=re.compile(rf"(?:[\s,]+(?:{'|'.join(words['adverbs'])}))+$"),
        national=re.compile("|".join(words["national"])),
    )


class Actors:
    """Finds who acts where in one document."""

    def __init__(
        self, plain: str, passages: Sequence[Passage], terms: Terms, places: Places, people: People
    ) -> None:
        """Take the readers' findings that tell who is named where."""
        self.plain, self.terms, self.places, self.people = plain, terms, places, people
        self._names = {m.person_id: m.name for m in people.mentions}
        self._questions = find_questions(plain, passages)
        self._sentences = [p.start for p in passages if p.kind != "boilerplate"]
        self._topics = find_topics(plain, passages, places)
        self._topic_starts = [start for start, _ in self._topics]

    def topic(self, place: int) -> str | None:
        """Which city or province the text is speaking of at `place`: what "the city" there stands for."""
        index = bisect_right(self._topic_starts, place) - 1
        return self._topics[index][1] if index >= 0 else self.places.main

    def speaker(self, passage: Passage) -> Actor | None:
        """Who says a sentence, in direct or reported speech; None for the reporter's own words."""
        spoken = self.people.spoken_by(passage)
        name = self._names.get(spoken, passage.speaker) if spoken else None
        if name is None and self.is_answer(passage) and self._questions:
            asked = self.people.last_before(self._questions[0])
            return Actor(passage.start, passage.start, asked.name, PERSON) if asked else None
        if name is None and (said := _SAID_BY.search(self.plain, passage.start, passage.end)):
            person = self._meant(said.start(), said.start() + len("he"))
            name = person.name if person else None
        return Actor(passage.start, passage.start, name, PERSON) if name else None

    def is_question(self, passage: Passage) -> bool:
        """Whether a passage is an interview's question, marked or not."""
        return passage.start in self._questions

    def is_answer(self, passage: Passage) -> bool:
        """Whether a passage is what somebody answers in an interview, so that "we" is who they speak for."""
        unmarked = bool(self._questions) and passage.kind == "body" and passage.start > self._questions[0]
        return passage.kind == "answer" or (unmarked and not self.is_question(passage))

    def before(self, start: int, verb: int) -> Actor | None:
        """Who stands as the subject right in front of a verb, not before `start`; None if that cannot act."""
        start = max(start, verb - LOOK_BACK)
        text = _WHEN.sub("", _patterns().adverbs.sub("", _HAS.sub("", self.plain[start:verb].rstrip())))
        text = _ASIDE.sub("", text)
        end = start + len(text)
        return (
            self._person(start, end)
            or self._place(start, end)
            or self._pronoun(start, end)
            or self._body(start, end)
            or self._proper(start, end)
        )

    def _person(self, start: int, end: int) -> Actor | None:
        """A person whose name or title ends here, or is followed by a title between commas."""
        text = self.plain[start:end]
        bare = end - 1 if text.endswith(",") else end
        for mention in reversed(self.people.within(start, end)):
            apposition = text.endswith(",") and self.plain[mention.end : mention.end + 1] == ","
            if mention.end in (end, bare) or apposition:
                return Actor(mention.start, mention.end, mention.name, PERSON)
        return None

    def _place(self, start: int, end: int) -> Actor | None:
        for term in self.places.localities(max(start, end - 40), end):
            if term.end != end:
                continue
            kind = _KIND_OF.search(self.plain, max(start, term.start - 50), term.start)
            first = kind.start() if kind else term.start
            if self._opens_clause(start, first):
                return Actor(first, end, term.value, PLACE)
        for term in self.terms.of("own", max(start, end - 40), end):
            name = self.topic(term.start)
            if term.end == end and name and name != "Vietnam" and self._opens_clause(start, term.start):
                return Actor(term.start, end, name, PLACE)
        if match := _OWN.search(self.plain, max(start, end - 20), end):
            name = self.topic(match.start())
            if match.end() == end and name and name != "Vietnam":
                return Actor(match.start(), end, name, PLACE)
        for first, last, name in self.places.smaller(max(start, end - 60), end):
            if last == end:
                return Actor(first, end, name, PLACE)
        return None

    def _opens_clause(self, start: int, first: int) -> bool:
        """Whether a noun phrase can be a subject: nothing makes it part of another ("people in Hanoi")."""
        before = self.plain[max(start, first - 24) : first].rstrip(" \"'(")
        if first - start < len(before) + 3 and _ADVERB.fullmatch(before):
            return True  # "Instead the city will"
        return first <= start or not before or bool(_OPENS.search(before))

    def _pronoun(self, start: int, end: int) -> Actor | None:
        match = _PRONOUN.search(self.plain, max(start, end - 8), end)
        if not match or match.end() != end:
            return None
        first, word = match.start(), match[0].lower()
        if word == "it":
            return self._antecedent(start, first, end)
        person = self._meant(first, end) if word in ("he", "she") else None
        name = person.name if person else self.topic(first) if word == "we" else None
        kind = PERSON if person else PLACE
        return Actor(first, end, name, kind) if name and name != "Vietnam" else None

    def _meant(self, first: int, end: int) -> Mention | None:
        """Whom "he" means: the one the sentence has named first, else the one the sentence before did."""
        index = bisect_right(self._sentences, first) - 1
        for start, stop in ((first, end), *self._sentence_and_before(index, first)):
            if person := next(iter(self.people.within(start, stop)), None):
                return person
        return self.people.last_before(first)

    def _sentence_and_before(self, index: int, first: int) -> list[tuple[int, int]]:
        """The sentence up to an offset and the one before it, as spans."""
        if index < 0:
            return []
        starts = self._sentences[max(0, index - 1) : index + 1]
        return [(starts[-1], first), (starts[0], starts[-1])]

    def _antecedent(self, start: int, first: int, end: int) -> Actor | None:
        """What "it" stands for: the place or body that acts before it, here or in the sentence before."""
        if first - start < len("At the same time, "):
            index = bisect_left(self._sentences, start) - 1
            start, first = (
                (max(self._sentences[index], first - LOOK_BACK), start) if index >= 0 else (start, start)
            )
        for verb in islice(_VERB.finditer(self.plain, start, first), 6):
            actor = self._place(start, verb.start()) or self._body(start, verb.start())
            if actor:
                return Actor(first, end, actor.name, actor.kind)
        return None

    def _body(self, start: int, end: int) -> Actor | None:
        low = max(start, end - LOOK_BACK)
        match = _patterns().subject.search(self.plain[low:end])
        if not match:
            return None
        opening = _OPENING.match(match[1])
        first = low + match.start(1) + (opening.end() if opening else 0)
        if not opening and not self._opens_clause(start, first):
            fronted = match[1].rfind(", the ")  # "By the end of June, the department"
            if fronted < 0:
                return None
            first += fronted + len(", ")
        if person := next(iter(self.people.within(first, end)), None):  # "Chairman X of the committee"
            return Actor(first, end, person.name, PERSON)
        return Actor(first, end, self.named(first, end), BODY)

    def _proper(self, start: int, end: int) -> Actor | None:
        """A name that none of the vocabularies knows, alone in front of the verb: a town, a company."""
        match = _PROPER.search(self.plain, max(start, end - 60), end)
        if not match or match.end() != end or not self._opens_clause(start, match.start()):
            return None
        called = {name for name in self._names.values() if name.split()[-1] == match[1]}
        if len(called) == 1:  # a given name that is an English word too: "Man also urged"
            return Actor(match.start(1), end, called.pop(), PERSON)
        words = match[1].split()
        kind = PERSON if len(words) > 2 and all(map(is_syllable, words)) else OTHER
        return Actor(match.start(1), end, match[1], kind)

    def named(self, start: int, end: int) -> str:
        """The name that words of the text stand for: no article, "the city" and "municipal" replaced."""
        words = re.sub(r"^(?:that|and|as|but|also)\s", "", self.plain[start:end].strip())
        words = re.sub(r"^(?:the|its|their|all|every|each|a|an|our|his|her)\s", "", words, flags=re.I)
        words = re.sub(r"\b\d{1,3}(?:st|nd|rd|th)[ -](?:tenure |term )?", "", words)
        topic = self.topic(start)
        if topic and topic != "Vietnam":
            words = re.sub(
                r"\b(?:municipal|provincial|city(?:'s)?|province(?:'s)?|capital's"
                r"|(?<![A-Z][a-z]{2} )(?<![a-z]{3} )(?:City|Provincial))\s(?=[A-Z])",
                f"{topic} ",
                words,
            )
            if _CITY_ITSELF.fullmatch(words):
                return topic
        if words == "it":
            return topic or words
        if match := re.fullmatch(r"government|central government", words):
            return match[0].split()[-1].title()
        for term in self.places.localities(start, end):
            if _WHOSE.fullmatch(self.plain, term.end, end):
                return term.value
            if term.end - term.start >= len(words) - 1 or _CITY_OF.fullmatch(self.plain, start, term.start):
                return term.value
        return self._in_full(words, start) if words.lower() in _SHORT else words

    def _in_full(self, short: str, start: int) -> str:
        """The full name of a body that is only called "the committee" here, from what was named before."""
        name = re.escape(short.title().replace("'S", "'s"))
        named = re.compile(
            rf"(?:[A-Z][\w']*\s){{1,5}}{name}\b|\b{name}\sof\s(?:the\s)?(?:[A-Z][\w']*\s?){{1,6}}"
        )
        found = list(named.finditer(self.plain, max(0, start - FULL_NAME), start))
        if found:
            first, last = found[-1].span()
            last = min(
                (m.start for m in self.people.within(first, last)), default=last
            )  # "... Affairs Vo An"
            short = re.sub(r"^The\s", "", self.plain[first:last].strip())
        topic = self.topic(start)
        local = short.lower() in ("people's committee", "people's council") and topic and topic != "Vietnam"
        return f"{topic} {short}" if local else short

    def is_national(self, text: str) -> bool:
        """Whether words name a body of the whole state or Party, to which a city only addresses requests."""
        return bool(_patterns().national.search(text))
