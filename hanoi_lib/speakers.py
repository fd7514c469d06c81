"""Who says a sentence: in direct speech, in reported speech, or as the one whose answer an interview prints.

Answers from the persons that stand beside a verb of saying in the sentence itself. Refuses to carry a speaker over to
sentences that show no sign of speech.
"""

import re

from hanoi_lib.passages import Passage

SAYS = (
    r"(?:said|says|stress(?:ed|es)|noted|notes|add(?:ed|s)|told|tells|affirm(?:ed|s)|emphasi[sz](?:ed|es)|stated|states"
    r"|explain(?:ed|s)|recall(?:ed|s)|suggest(?:ed|s)|point(?:ed|s) out|under(?:lined|scored)|highlight(?:ed|s)|hailed|urge[ds]"
    r"|request(?:ed|s)|ask(?:ed|s)|call(?:ed|s) (?:for|on|upon)|propose[ds]|reiterated|report(?:ed|s)|remark(?:ed|s)"
    r"|acknowledged|believe[ds]|hope[ds]|pledge[ds]|promise[ds]|confirm(?:ed|s)|announce[ds]|asserted|praised|lauded|described"
    r"|reminded|encouraged|recommended|warn(?:ed|s)|admit(?:ted|s)|shared|commented|declared|expressed|instructed|directed"
    r"|demanded|wanted|concluded|welcomed|thanked|vowed|insisted|observed|argued|agreed|set out|attributed|presented)"
)
AFTER = re.compile(
    rf"(?:(?:also|then|further|later|has|had|once more|again|in his speech|in her speech),? ){{0,2}}{SAYS}\b"
)
_ASIDE = re.compile(r"(?: \([^()]{1,60}\))?, [^\"]{3,170}?, (?=[a-z])")
_ACCORDING = re.compile(r"\b[Aa]ccording to (?:the )?[^.;\"]{0,110}$")
_INVERTED = re.compile(rf"(?:[,\"]\"?|\bas) {SAYS} (?:the )?[^.;\"]{{0,110}}$")

# After "..., said X": the sentence ends, goes on with what else was said, or an apposition ends it.
_CLOSES = re.compile(
    r"\W{0,3}$|[.;\"]|,? (?:adding|noting|who|while|as|at|on|in|during|after)\b|, [^\"]{3,170}?(?:[.\"]|, \")"
)


def says(plain: str, passage: Passage, start: int, end: int) -> bool:
    """Whether the person named at plain[start:end] says the passage.

    True for "X said", "X, the mayor, also stressed", "according to Y", '"...," said Z'.
    """
    after = plain[end : min(passage.end, end + 220)]
    aside = _ASIDE.match(after)
    rest = after[aside.end() :] if aside else after.lstrip(" ,")
    before = plain[max(passage.start, start - 150) : start]
    inverted = _INVERTED.search(before) and _CLOSES.match(rest if aside is None else after)
    return bool(AFTER.match(rest) or _ACCORDING.search(before) or inverted)
