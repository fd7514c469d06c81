"""Who says a sentence: in direct speech, in reported speech, or as the one whose answer an interview prints.

Answers from the person beside a verb of saying in the sentence itself ("X said", "according to X"), and for
the other sentences of a quotation from the one that says whose it is. Refuses to carry a speaker over to
sentences that show no sign of speech.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from itertools import groupby

from hanoi_lib.passages import Passage

_SAYS = (
    r"(?:said|says|stress(?:ed|es)|noted|notes|add(?:ed|s)|told|tells|affirm(?:ed|s)|emphasi[sz](?:ed|es)"
    r"|stated|states|explain(?:ed|s)|recall(?:ed|s)|suggest(?:ed|s)|point(?:ed|s) out|under(?:lined|scored)"
    r"|highlight(?:ed|s)|hailed|urge[ds]|request(?:ed|s)|ask(?:ed|s)|call(?:ed|s) (?:for|on|upon)|propose[ds]"
    r"|reiterated|report(?:ed|s)|remark(?:ed|s)|acknowledged|believe[ds]|hope[ds]|pledge[ds]|promise[ds]"
    r"|confirm(?:ed|s)|announce[ds]|asserted|praised|lauded|described|reminded|encouraged|recommended"
    r"|warn(?:ed|s)|admit(?:ted|s)|shared|commented|declared|expressed|instructed|directed|demanded|wanted"
    r"|concluded|welcomed|thanked|vowed|insisted|observed|argued|agreed|set out|attributed|presented)"
)
_ADVERBS = r"(?:(?:also|then|further|later|has|had|once more|again|in his speech|in her speech),? ){0,2}"
_AFTER = re.compile(rf"{_ADVERBS}{_SAYS}\b")
_ASIDE = re.compile(r"(?: \([^()]{1,60}\))?, [^\"]{3,170}?, (?=[a-z])")
_STOPPED = re.compile(r"\b(Mr|Mrs|Ms|Dr|Prof|Assoc|Gen|Lt|Maj|Col|Sr|Sen|No)\.")  # stops that end no clause
_ACCORDING = re.compile(r"\b[Aa]ccording to (?:the )?[^.;\"]{0,110}$")
_INVERTED = re.compile(rf"(?:[,\"]\"?|\bas) {_SAYS} (?:the )?[^.;\"]{{0,110}}$")
# After "..., said X": the sentence ends or goes on with what else was said; an apposition may come first.
_CLOSES = re.compile(
    r"\W{0,3}$|[.;\"]|,? (?:adding|noting|who|while|as|at|on|in|during|after)\b|, [^\"]{3,170}?(?:[.\"]|, \")"
)


# '..., " he said', "The work, he added, ...": whoever spoke last goes on.
_GOES_ON = re.compile(
    rf"(?:[,?!\"]\"? |^\W{{0,3}})(he|she|He|She|[Tt]he (?:official|leader)) {_ADVERBS}{_SAYS}\b"
)
_INTERVIEW = re.compile(
    r"\b(?:(?:talk(?:s|ed)|speaks|spoke|chat(?:s|ted)|gave an interview|granted an interview"
    r"|answer(?:s|ed))(?: (?:to|with|about|questions|the|a)\b| [A-Z])"
    r"|interview(?:s|ed)?(?: with)?"
    r"|(?:reporters?|correspondent) (?:asked|talked (?:to|with)|spoke (?:to|with)))\b"
)


def says(plain: str, passage: Passage, start: int, end: int) -> bool:
    """Whether the person named at plain[start:end] says the passage.

    True for "X said", "X, the mayor, also stressed", "according to Y", '"...," said Z'.
    """
    after = plain[end : min(passage.end, end + 220)]
    aside = _ASIDE.match(after)
    rest = after[aside.end() :] if aside else after.lstrip(" ,")
    before = _STOPPED.sub(r"\1", plain[max(passage.start, start - 150) : start])
    if _AFTER.match(rest) or _ACCORDING.search(before):
        return True
    return bool(
        _INVERTED.search(before) and _CLOSES.match(after) and not re.match(r", [^\"]*\bwill\b", after)
    )


def find_speakers(
    plain: str,
    passages: Sequence[Passage],
    speaker: Callable[[Passage], str | None],
    named: Callable[[Passage], list[str]],
) -> dict[int, str]:
    """The speakers of one article's sentences by the offset where the sentence starts.

    `speaker` tells who says a sentence by that sentence alone, `named` whom it names.
    """
    found: dict[int, str] = {}
    last: str | None = None
    for _, paragraph in groupby(passages, key=lambda p: p.paragraph):
        before: str | None = None
        for quotation in _quotations(plain, paragraph):
            who = next((w for p in quotation if (w := speaker(p))), None)
            if who is None and _is_quotation(plain, quotation):
                who = before
            if who is None and last and _goes_on(plain, quotation, last):
                who = last
            found.update({p.start: who for p in quotation if who})
            before = who
            if who or any(person != last for p in quotation for person in named(p)):
                last = who
    asked = find_interviewee(plain, passages, named)
    return found | {p.start: asked for p in passages if asked and p.kind == "answer" and p.start not in found}


def find_interviewee(
    plain: str, passages: Sequence[Passage], named: Callable[[Passage], list[str]]
) -> str | None:
    """Who answers in an interview that does not say so at each answer: the one that its opening names.

    None where it names several.
    """
    if not any(p.kind == "answer" for p in passages):
        return None
    for passage in passages:
        if passage.kind in ("question", "answer"):
            continue
        people = dict.fromkeys(named(passage))
        if len(people) == 1 and _INTERVIEW.search(plain, passage.start, passage.end):
            return next(iter(people))
    return None


def _goes_on(plain: str, passages: Sequence[Passage], last: str) -> bool:
    """Whether "he said" of a sentence is whoever spoke last; a woman's name is no "he"."""
    found = _GOES_ON.search(plain[passages[0].start : passages[-1].end])
    return found is not None and (found[1].lower() != "he" or "-thi-" not in last)


def _quotations(plain: str, paragraph: Iterable[Passage]) -> list[list[Passage]]:
    """The sentences of a paragraph; those that one pair of quotation marks holds together are one group."""
    groups: list[list[Passage]] = []
    is_open = False
    for passage in paragraph:
        if is_open:
            groups[-1].append(passage)
        else:
            groups.append([passage])
        is_open ^= plain.count('"', passage.start, passage.end) % 2 == 1
    return groups if not is_open else [[p] for group in groups for p in group]  # a mark is missing: no guess


def _is_quotation(plain: str, passages: Sequence[Passage]) -> bool:
    """Whether sentences are nothing but what somebody said."""
    text = plain[passages[0].start : passages[-1].end].strip()
    return text.startswith('"') and text.endswith('"')
