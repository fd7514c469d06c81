"""Whether a run of sentences tells what is planned: "In the first scenario, GRDP grows by 8% a year".

Answers from the words that open such a run (a plan that is approved or said to hold, a heading "Targets
for 2026") and from those that end it ("so far", "at present"). News tells what a plan holds in the
present, as it tells how things stand; only what was said before parts the two. Refuses plans that
something is merely held against, which the past tells.
"""

import re
from typing import Literal

from hanoi_lib.needles import Guarded, Needles

RUN = 3  # passages within which a plan is still spoken of

Opening = Literal["plan", "state"]

_PLAN = (
    r"(?:(?:action|development|master|housing|implementation|detailed|draft|investment|socio-economic)"
    r"\s){0,2}(?:plan|programme|program|scheme|strategy|blueprint|roadmap|planning|scenario"
    r"|draft|orientations?)s?"
)
_HOLDS = re.compile(
    # "Under the action plan", "In the first scenario", "According to the draft resolution"
    r"\W*(?:under|according to|in line with|in)\s(?:the|this|its|a|that|another|both)\s(?:[\w'-]+\s){0,4}?"
    rf"(?:{_PLAN}|resolution)\b(?!\sof\s\w+\s\d)"
    # "In the first, ...", after two scenarios
    r"|\W*(?:in|under)\sthe\s(?:first|second|third|base|other|latter|former)(?:\s(?:one|scenario|case))?,"
    # "The second scenario is more ambitious", "The staffing plan issued in January goes further"
    rf"|\W*(?:the|this|a|its|another)\s(?:[\w'-]+\s){{0,3}}?(?:{_PLAN}|targets|goals|objectives)"
    r"(?:\s(?:which|that|issued|approved|adopted|set)\s[^,;]{3,80}?)?\s(?:is|are"
    r"|includes?|puts?|provides?|sees|foresees|envisages|sets?|aims?|calls?|covers|goes|speaks|names|lists|for)\b",
    re.I,
)
_TELLS = re.compile(
    # "approved the plan for", "sets five targets", "with two scenarios for"
    r"\b(?:approved?s?|adopt(?:s|ed)|passed|set|sets|setting|outlin(?:es|ed|ing)|unveil(?:s|ed)|list(?:s|ed)"
    r"|revis(?:es|ed)|rais(?:es|ed)|adjust(?:s|ed)|amend(?:s|ed)|updat(?:es|ed)|fix(?:es|ed)|agreed on"
    r"|settled on|voted for|proposed|announced|issued|assigned|confirmed|finali[sz]ed"
    r"|discussed|endorsed|laid down|lays down|defin(?:es|ed)|presented|with)\s(?:[\w',./-]+\s){0,8}?"
    rf"(?:(?:targets|goals|objectives|indicators)\b(?!\s(?:set|assigned|were|had|given))|{_PLAN}\sfor\b|scenarios)"
    # "The housing plan for 2021-2025 was approved"
    rf"|\b(?:{_PLAN})\s(?:for|to|until)\s[^,;]{{3,40}}?\s(?:was|were|has been|have been)"
    r"\s(?:\w+\s)?(?:approved|adopted|passed|endorsed|unveiled|issued)\b",
    re.I,
)
_STANDS = Guarded(
    r"\b(?:so far|to date|at present|at the moment|currently|today|now|as of|last year|in recent years"
    r"|already|until now|fulfil(?:led|ling)?|compared (?:to|with)|exceeded|results?)\b",
    "so far|to date|at present|at the moment|currently|today|now|as of|last year|in recent years|already"
    "|until now|fulfil|compared|exceeded|result",
    re.I,
)
_MAY_HOLD = Needles(
    "plan|program|scheme|strateg|blueprint|roadmap|scenario|draft|orientation|target|goal|objective|indicator"
    "|resolution|first|second|third|other|latter|former"
)


def find_opening(text: str) -> Opening | None:
    """Whether a sentence opens a run of planned figures, or tells how things stand.

    >>> find_opening("Under the scheme, 40 schools are built."), find_opening("So far 12 are open.")
    ('plan', 'state')
    """
    if _STANDS.search(text):
        return "state"
    holds = _MAY_HOLD.within(text) and (_HOLDS.match(text) or _TELLS.search(text))
    return "plan" if holds else None


def is_present(words: str) -> bool:
    """Whether a verb's words are in the present: "is", "reaches", "accounts for"; not "reached", "has".

    >>> [is_present(w) for w in ("is", "grows", "reached", "home to")]
    [True, True, False, False]
    """
    first = words.lower().split()[0]
    return first in ("is", "are") or (first.endswith("s") and first not in ("was", "has", "boasts", "houses"))


def is_groundwork(before: str) -> bool:
    """Whether what these words lead to is only prepared for.

    >>> is_groundwork("8% this year, laying the foundation for "), is_groundwork("a target for ")
    (True, False)
    """
    return _MAY_PREPARE.within(before[-90:]) and _PREPARES.search(before[-90:]) is not None


_MAY_PREPARE = Needles(
    "foundation|groundwork|basis|premise|momentum|springboard|launchpad|prerequisite|stage"
)
_PREPARES = re.compile(
    r"\b(?:foundations?|groundwork|basis|premise|momentum|springboard|launchpad|prerequisites?|stage)"
    r"\s(?:for|towards?|to)\b[^,;.]*$"
)


_HEAD_PLAN = re.compile(
    r"\b(?:targets?|goals?|objectives?|plans? for|aims?|tasks?|next|ahead|orientations?)\b", re.I
)
_HEAD_STATE = re.compile(
    r"\b(?:results?|achieve\w*|performance|today|now|so far|stands?|progress|review|last year|past)\b", re.I
)


def find_heading(text: str) -> Opening | None:
    """What a heading says of the rows below it: "Targets for 2026" or "Results of 2025"."""
    if _HEAD_STATE.search(text):
        return "state"
    return "plan" if _HEAD_PLAN.search(text) else None
