"""Numbered sets of work: "three breakthrough stages", "twelve task groups", "six clarities: ...".

Answers which sets of tasks, stages, targets, proposals and the like a text counts, how many items it declares
and which of them it lists itself, from the sentences of one document. Refuses counted things ("eight digital
platforms", "110 projects"), the met part of a set ("14 of the 17 targets") and lists without a number. A set
is cited where its items are listed, else where it is told first.

Reads `sets` of `vocabulary/undertakings.yml`.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from hanoi_lib.documents import Document
from hanoi_lib.needles import Guarded
from hanoi_lib.passages import Passage
from hanoi_lib.scan import load_vocabulary

TELLINGS = 8  # of one set, among which the fullest list is looked for
LIST = 2000  # characters that a list within a sentence may take
FOLLOWING = 100  # sentences behind a telling in which its list is looked for


@dataclass(frozen=True, slots=True)
class Programme:
    """A numbered set: its span in `Document.plain`, what it is called, what it declares and what it lists."""

    start: int
    end: int
    label: str
    declared_items: int
    listed_items: int
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Telling:
    """One place where a set is named, with the sentence it stands in (by its index)."""

    start: int
    end: int
    number: int
    label: str
    family: frozenset[str]
    passage: int


_NUMBERS = {
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
    "thirteen": 13,
    "fourteen": 14,
    "fifteen": 15,
    "sixteen": 16,
    "seventeen": 17,
    "eighteen": 18,
    "nineteen": 19,
    "twenty": 20,
}
_NUMBER = rf"(?:\d{{1,2}}|{'|'.join(sorted(_NUMBERS, key=len, reverse=True))})"
# "(1)", "1.", "-", "First," and "Firstly,": what opens an item that has a sentence or a line of its own.
_ITEM = re.compile(r"^\W{0,2}(?:\(?\d{1,2}[.)]\s|[-+*•▪●]\s|[a-z]\)\s)")
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_ORDINAL = re.compile(rf"^\W{{0,2}}(?:the )?({'|'.join(_ORDINALS)})(?:ly)?\b(?:,| is| are| of all,)?\s", re.I)
_NEXT = re.compile(
    rf"[,;]?\s(?:and\s)?the ({'|'.join(_ORDINALS[1:])})\s(?=is\b|are\b|was\b|to\b|concerns\b|covers\b)", re.I
)
_OPENING = re.compile(r"^(?:it is|are|is)\s", re.I)
_SPLIT = re.compile(r",\s+(?:and\s+|as well as\s+)?|\s+and\s+|\s+as well as\s+")
# What may stand between a set and its list; only a colon or "namely" always opens one, after the rest the
# items must come out at the declared number ("including" often tells a part).
_OPENS = re.compile(
    r"""^["')\]]*(?:\s(?:of|for|in)(?:\s[\w'-]+){1,6})?(?:\sare)?(?:\sas\sfollows)?\s?:\s|^["']*,?\s(?:namely|i\.e\.,?|which\sare)\s""",
    re.X,
)
_MAY_OPEN = re.compile(
    r"""^["']*(?:(?:,?\s[\w'-]+){1,12}:\s|,?\s(?:including|covering|comprising|focusing\son|on|in(?!\s(?:the|this|its|\d))|of|are)\s|\s?(?:—|-)\s|\s\()"""
)


@cache
def _pattern() -> Guarded:
    """A number, up to three words that qualify, and a noun for ordered work.

    Matches "5 major orientations and tasks", "Twelve major task groups", "three strategic breakthroughs".
    Must not match "eight digital platforms", "17th Congress" or "2.5 tasks".
    """
    sets = load_vocabulary("undertakings")["sets"]
    nouns = "|".join(sorted((n for names in sets["nouns"].values() for n in names), key=len, reverse=True))
    weak = "|".join(sets["weak_nouns"])
    marks = "|".join(sets["marks"])
    # No article, preposition or further number may stand among the words that qualify.
    word = rf"(?!(?:{_NUMBER}|and|or|of|on|in|for|to|the|a|by|with|from|at|as|is|are|was|were)\b)[a-z][a-z-]*"
    qualified = rf"(?:{word},?\s){{0,4}}?"
    return Guarded(
        rf"(?<![\w.,/-])(?P<number>{_NUMBER})\s(?P<label>{qualified}(?P<noun>(?:{nouns})\b"
        rf"(?:(?:,|\sand|\sor)\s(?:{word}\s){{0,2}}?(?:{nouns})\b){{0,2}}(?:\sof\s(?:{nouns})\b)?)"
        rf"|(?:{word}\s){{0,2}}?(?P<mark>{marks})\s(?:{word}\s){{0,2}}?(?P<weak>{weak})\b)",
        f"{nouns}|{marks}",
        re.I,
    )


# A set of whatever kind that is opened at once: "three legs: ...", '"five pillars": ...', "two ends, namely
# ..."; as many items as the number says must follow.
_LISTED = Guarded(
    rf"""(?<![\w.,/-])(?P<number>{_NUMBER})\s(?P<label>(?:[a-z-]+\s)?(?P<noun>[a-z]{{3,20}}s))(?=["']{{0,2}}(?::|,\snamely)\s[a-z])""",
    ":|namely",
    re.I,
)
# "the principle of six clarities", "the motto of 'five proactives'": a slogan numbers whatever it likes.
_SLOGAN = Guarded(
    rf"""\b(?:principles?|motto|spirit|slogan|guideline)\sof\s(?:the\s)?["']?(?P<number>{_NUMBER})[\s-](?P<label>(?:[a-z-]+\s)?(?P<noun>[a-z]+(?:s|'s)))\b""",
    "principle|motto|spirit|slogan|guideline",
    re.I,
)
# A part of a set that was or was not reached is a figure, no set; what a city faces is no work of its own.
_PART = re.compile(
    rf"(?:(?:\d|{'|'.join(_NUMBERS)}|one|each|most|half|some|any|many)\s(?:out\s)?of|\bout\sof|\ball|\bfac(?:es?|ed|ing)|\bnearly|\bover|\babout|\btop)"
    r"(?:\s(?:the|its|these|their|those|all))?\s*$",
    re.I,
)


_OF_THEM = re.compile(r"\W*[Oo]f (?:the|its|their|these|those|all) ")
_COUNTED = re.compile(rf"[^.;:]{{0,80}}, (?:only |so far )?(?:{_NUMBER}|one|all|most|half|none)\b", re.I)


def find_programmes(document: Document, passages: Sequence[Passage]) -> tuple[Programme, ...]:
    """The numbered sets of a document in order, each once, with the fullest list that any telling gives."""
    plain = document.plain
    article = [p for p in passages if p.kind not in ("boilerplate", "caption")]
    groups: list[list[_Telling]] = []
    for telling in _tellings(plain, article):
        same = next((g for g in groups if _is_same(g[0], telling)), None)
        if same is None:
            groups.append([telling])
        else:
            same.append(telling)
    return tuple(_programme(plain, article, group) for group in groups)


def _tellings(plain: str, article: Sequence[Passage]) -> Iterator[_Telling]:
    for index, passage in enumerate(article):
        sentence = plain[passage.start : passage.end]
        found = [m for m in _pattern().finditer(sentence) if _is_set(sentence, m)]
        for pattern in (_SLOGAN, _LISTED):
            more = [
                m
                for m in pattern.finditer(sentence)
                if all(m.start("number") != f.start("number") for f in found)
            ]
            found += [m for m in more if pattern is _SLOGAN or _is_listed(sentence, m)]
        for match in sorted(found, key=lambda m: m.start("number")):
            yield _telling(match, passage.start, index)


def _is_set(sentence: str, match: re.Match[str]) -> bool:
    # The world's Sustainable Development Goals are a name, not the text's own ordering of work.
    named = match["label"].lower() == "sustainable development goals"
    if _COUNTED.match(sentence, match.end()) and _OF_THEM.fullmatch(sentence, 0, match.start()):
        return False  # "Of the 22 tasks, seven have been done"
    return not named and not _PART.search(sentence, max(0, match.start() - 30), match.start())


def _is_listed(sentence: str, match: re.Match[str]) -> bool:
    """Whether a list of just the number's length follows, and no places or people are counted."""
    number = _number(match["number"])
    things = match["noun"].lower() in load_vocabulary("undertakings")["sets"]["counted"]
    return not things and len(_items_within(sentence[match.end("label") :], number)) == number


def _number(word: str) -> int:
    return _NUMBERS.get(word.lower()) or int(word)


def _telling(match: re.Match[str], offset: int, passage: int) -> _Telling:
    number = _number(match["number"])
    groups = match.groupdict()
    family = _family(groups.get("noun") or groups.get("weak") or "")
    return _Telling(
        offset + match.start("number"), offset + match.end("label"), number, match["label"], family, passage
    )


@cache
def _families() -> dict[str, str]:
    sets = load_vocabulary("undertakings")["sets"]
    return {noun: family for family, nouns in sets["nouns"].items() for noun in nouns}


def _family(nouns: str) -> frozenset[str]:
    """What kind of set it is: "orientations and tasks" and "directions" are told apart from "stages"."""
    words = re.findall(r"[a-z]+", nouns.lower())
    return frozenset(_families().get(word, word) for word in words if word not in ("and", "of", "or"))


def _is_same(first: _Telling, later: _Telling) -> bool:
    return first.number == later.number and bool(first.family & later.family)


def _programme(plain: str, article: Sequence[Passage], tellings: Sequence[_Telling]) -> Programme:
    lists = [_items(plain, article, telling) for telling in tellings[:TELLINGS]]
    items = max(lists, key=len)  # the first of the longest
    first = tellings[lists.index(items)]  # cited where it is listed, else where it is told first
    return Programme(first.start, first.end, first.label.strip(), first.number, len(items), items)


def _items(plain: str, article: Sequence[Passage], telling: _Telling) -> tuple[str, ...]:
    """What the text lists of a set: behind it in the sentence, else in the sentences or lines that follow."""
    rest = plain[telling.end : min(telling.end + LIST, article[telling.passage].end)]
    if found := _items_within(rest, telling.number):
        return found
    if found := _items_before(plain[article[telling.passage].start : telling.start], telling.number):
        return found
    following = article[telling.passage + 1 : telling.passage + 1 + FOLLOWING]
    for items in (
        _items_ordinal(plain, following)[: telling.number],
        _items_lines(plain, following, telling.number),
    ):
        if items:
            return items
    if items := _items_taken_up(plain, following, telling):
        return items
    return _items_told(plain, following, telling) if "proposals" in telling.family else ()


def _items_within(rest: str, number: int) -> tuple[str, ...]:
    if opened := _OPENS.match(rest):
        return _parts(rest[opened.end() :], number)
    if opened := _MAY_OPEN.match(rest):
        parts = _parts(rest[opened.end() :], number)
        return parts if len(parts) == number else ()
    return ()


# "Tourism, the sea and high technology should be the three pillars"
_ARE_THE = re.compile(
    r"\s(?:are|were|(?:should|will|would|must|to|shall)\sbe|form|make\sup|as|become|considered)"
    r"\s(?:the|its|their|his|our)?\s?$"
)


def _items_before(text: str, number: int) -> tuple[str, ...]:
    """What stands in front as the subject, if it lists just as many."""
    verb = _ARE_THE.search(text)
    parts = _parts(text[: verb.start()], number + 1) if verb and number > 2 else ()
    return parts if len(parts) == number else ()


def _parts(text: str, number: int) -> tuple[str, ...]:
    """The items of a list in running text; semicolons part before commas do."""
    text = text.strip().rstrip('.)"')
    pieces = text.split(";") if ";" in text else _SPLIT.split(text)
    items = [re.sub(r"^(?:and\s|or\s)?(?:\(?[a-z\d]{1,2}\)\s)?", "", piece.strip()) for piece in pieces]
    items = [item for item in items if item]
    if ";" not in text:
        items = items[:number]  # what follows the last item ("..., with one focal point for each") is none
    return tuple(items) if len(items) > 1 else ()


def _items_ordinal(plain: str, following: Sequence[Passage]) -> tuple[str, ...]:
    """ "Firstly, ... Secondly, ...": each ordinal in its turn, from the next sentence on."""
    items: list[str] = []
    for passage in following:
        sentence = plain[passage.start : passage.end]
        opened = _ORDINAL.match(sentence)
        if opened and len(items) < len(_ORDINALS) and opened[1].lower() == _ORDINALS[len(items)]:
            # "The first is unity, the second is discipline" goes on within the sentence.
            parts = _NEXT.split(sentence[opened.end() :])
            named = [ordinal.lower() for ordinal in parts[1::2]]
            if named != list(_ORDINALS[len(items) + 1 : len(items) + 1 + len(named)]):
                parts = [sentence[opened.end() :]]
            items += [_OPENING.sub("", part).rstrip(".") for part in parts[::2]]
        elif not items or (opened and opened[1].lower() == "first"):
            break
    return tuple(items) if len(items) > 1 else ()


_TAKES_UP = re.compile(
    r"\s(?:are|deal\swith|includes?|covers?|comprises?|concern|focus\son|aim\sat|relate\sto)\s"
)


_THEY = re.compile(r"They|These|It(?=\s(?:includes|comprises|covers))")


def _items_taken_up(plain: str, following: Sequence[Passage], telling: _Telling) -> tuple[str, ...]:
    """ "The breakthrough programmes deal with ...": the set taken up by its name, all items at once."""
    named = re.compile(rf"(?:The|These|Those)\s{re.escape(telling.label)}", re.I)
    for number, passage in enumerate(following):
        opened = named.match(plain, passage.start, passage.end)
        if opened is None and number == 0:
            opened = _THEY.match(plain, passage.start, passage.end)
        verb = _TAKES_UP.match(plain, opened.end(), passage.end) if opened else None
        parts = _parts(plain[verb.end() : passage.end], telling.number) if verb else ()
        if len(parts) == telling.number:
            return parts
    return ()


def _items_lines(plain: str, following: Sequence[Passage], number: int) -> tuple[str, ...]:
    """Lines that open with a bullet or a number, right behind the sentence."""
    items: list[str] = []
    for passage in following:
        sentence = plain[passage.start : passage.end]
        if opened := _ITEM.match(sentence):
            items.append(sentence[opened.end() :].rstrip(".;"))
        elif not items or len(items) == number:
            break
    return tuple(items) if 1 < len(items) <= number else ()


@cache
def _asks() -> re.Pattern[str]:
    verbs = load_vocabulary("undertakings")["sets"]["told_by"]
    return re.compile(
        rf"\b(?:{'|'.join(verbs)})\s(?:for\s|that\s|the\s(?=provision))?(?P<item>.{{8,240}})", re.I
    )


def _items_told(plain: str, following: Sequence[Passage], telling: _Telling) -> tuple[str, ...]:
    """Proposals told one sentence each ("She called for ... He also proposed ..."), without a break."""
    items: list[str] = []
    for passage in following:
        asked = _asks().search(plain[passage.start : passage.end])
        if passage.kind == "headline" or not asked:
            break
        items.append(asked["item"].rstrip("."))
    return tuple(items) if 1 < len(items) <= telling.number else ()
