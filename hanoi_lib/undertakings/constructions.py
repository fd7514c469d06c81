"""The constructions by which news says that somebody asks, proposes, directs or undertakes something.

Answers with patterns, each with a group `action` where the action begins (and `whom`, `verb` where it has
them); the verbs come from the vocabulary, the grammar stands here. What a match means, and who acts in it, is
for clauses.py to say.

Reads `clauses` and `actions` of `vocabulary/undertakings.yml`.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from hanoi_lib.needles import Guarded
from hanoi_lib.scan import load_vocabulary
from hanoi_lib.undertakings.actions import BASE, GERUND


@dataclass(frozen=True)
class Constructions:
    """Patterns whose verbs the vocabulary lists."""

    asks: re.Pattern[str]
    asked: re.Pattern[str]
    tasked: re.Pattern[str]
    wants_that: re.Pattern[str]
    calls_for: re.Pattern[str]
    reminds: re.Pattern[str]
    pledges_thing: re.Pattern[str]
    will: re.Pattern[str]
    pledge: re.Pattern[str]
    analysts: Guarded
    triggers: Mapping[str, frozenset[str]]
    """Per reader the words of which one must stand in a sentence before its pattern is tried."""


_ADVERBS = (
    r"(?:(?:also|then|soon|further|only|always|now|still|again|(?!(?:re|ap|sup|com|multi)ply\s|rely\s)[a-z]+ly"
    r"(?:,?\s(?:and|but|yet)\s[a-z]+ly)?|not only|(?:work|strive|try)\sto),?\s){0,3}"
)
# Said of what somebody is meant to do; too common, word by word, to be looked for so
DESTINED = ("is to", "are to", "is about to", "are about to")
# "stressed the need to", "it is necessary to"
NEED = re.compile(
    r"\b(?:the\sneed|(?:it\s(?:is|was)\s|as\s)(?:necessary|essential|imperative|vital|crucial|important|needed)"
    rf"(?:\sfor\s[^.;,]{{2,50}}?)?)\sto\s{_ADVERBS}(?P<action>[a-z])"
)
# "attention should be given to renovating the river"
ATTENTION = re.compile(
    r"\b(?:attention|priority|emphasis|focus|importance)\s(?:should|must|needs\sto)\s(?:also\s)?be\s"
    r"(?:given|paid|placed|put)\s(?:to|on)\s(?P<action>[a-zA-Z])"
)
# "Hanoi should pilot", "the departments have to finish"
MUST = re.compile(
    rf"\b(?:should|must|needs?\sto|has\sto|have\sto|ought\sto|(?:has|have)\s(?:been\sgiven\s)?until\s[^.;,]{{3,40}}?\sto)\s(?:continue\sto\s)?{_ADVERBS}(?P<action>[a-z])"
)
# "put the Department of Finance in charge of drawing up"
CHARGED = re.compile(
    r"\bput(?:s|ting)?\s(?P<whom>(?:the\s)?[A-Z][^.;]{3,90}?)\sin\scharge\sof\s(?P<action>[a-z]+ing\s)"
    r"|\b(?:gave|gives|giving|given)\s(?P<those>(?:the\s|all\s|its\s|[A-Z])[^.;]{3,60}?)"
    r"\s(?:until\s[^.;,]{3,40}?|(?:a|one|two|three|four|five|six|ten|\d{1,3})\s(?:more\s)?(?:day|week|month|year)s?)"
    r"\sto\s(?P<deed>[a-z])"
    r"|\b(?:task|charg|entrust)(?:s|ed|ing|es)\s(?P<tasked>(?:the\s|all\s|its\s|[A-Z])[^.;,]{3,80}?)"
    r"\swith\s(?P<work>[a-z]+ing\s)"
)
# the groups that say whom and what, and how it is told
CHARGED_WAYS = (("whom", "action", GERUND), ("those", "deed", BASE), ("tasked", "work", GERUND))
# "coordinates with central agencies to propose": in a report on a programme the present tells what is planned
COORDINATES = re.compile(
    r"\b(?:coordinates?|cooperates?|works?|is\sworking|collaborates?)\s(?:closely\s)?with\s(?P<whom>[^.;,]{3,60}?)\sto\s"
    r"(?P<action>propose|petition|submit)\b"
)
# "made two pledges: to bring ..., and to answer ..."
NAMED = re.compile(
    r"\b(?:made|makes|gave|set\sout|put\sforward|submitted|presented|issued)\s(?:\w+\s){1,4}"
    r"(?P<noun>pledge|promise|commitment|request|proposal|instruction|demand)s?\s?:\sto\s(?P<action>[a-z])"
)
NAMED_KINDS = {
    "request": "request",
    "proposal": "proposal",
    "instruction": "directive",
    "demand": "directive",
}
# "a testing centre would be put into operation", "the roads are to be finished": with a date, a plan of
# whoever says so, else of the city; what will be raised to a figure is an aim
PASSIVE_PLAN = re.compile(
    r"(?P<verb>\b(?:would|will|shall|must|(?:is|are|was|were)\s(?:due\s)?to)\s(?:also\s|then\s|soon\s|all\s)?be\s)"
    r"(?P<action>(?:put\sinto|set\sup|handed\sover|carried\sout|drawn\sup|ready\b(?!\sto)|in\splace"
    r"|(?:fully|officially|basically|gradually|[a-z]+ly)?\s?(?:open|complet|built|build|finish|inaugurat|start|launch|upgrad|expand"
    r"|install|establish|merg|mov|repair|relocat|demolish|clear|renovat|restor|issu|submitt|draft|publish|remov"
    r"|plant|dredg|connect|replac|finali[sz]|pilot|introduc|transferr|allocat|disburs|abolish|construct"
    r"|hand|fix|trial|digiti[sz]|resettl)(?:ed|d|t)?)\b)(?!\s(?:to|by)\s(?:about\s|around\s|over\s|more\sthan\s)?[$\d])"
)
# "assigned him to hold the post of", "to be the Secretary", "to join the Standing Board": an office is filled
POSTED = re.compile(
    r"(?:(?:serve|act|work)\s(?:[\w'-]+\s){0,5}?as|(?:hold|take|assume)\s(?:[\w'-]+\s){0,5}?"
    r"(?:posts?|positions?|role|office|duties)|(?:be|become|stand\sfor)\s(?:[\w'-]+\s){0,5}?"
    r"(?:[Ss]ecretary|[Cc]hair(?:man|woman|person)?|[Hh]ead|[Dd]irector|[Mm]embers?|posts?)"
    r"|(?:join|participate\sin)\s(?:[\w'-]+\s){0,5}?(?:[Bb]oard|[Cc]ommittee))\b"
)
# "... to report and the contractors to finish"
ANOTHER = re.compile(
    rf"(?:,|;|,?\sand|,?\swhile)\s(?P<whom>(?:the\s|all\s|[A-Z])[^.;,:]{{3,80}}?)\sto\s{_ADVERBS}(?P<action>[a-z])"
)
MEASURED = re.compile(
    r"(?:[a-z]+\s){0,3}\d[\d.,]*\s?(?:%|per\s?cent|million|billion|trillion|hectares|km|kilomet|sq|square|met)"
)
# "presented the Central Party Committee and the government with five proposals": what follows is put to them
PRESENTED = re.compile(
    r"\b(?:presented|submitted|put forward|reported|petitioned|made)\s(?:to\s)?(?P<whom>the\s[^.;,]{3,80}?)\s"
    r"(?:with\s)?(?:\w+\s){0,3}(?:proposals|recommendations|requests|petitions)\b"
)
# whom a city stands over
UNITS = re.compile(
    r"(?:(?:[Tt]he|[Aa]ll|[Ee]ach|[Ee]very|[Ll]ocal|[Ii]ts)\s)*(?:districts?|wards?|communes?|departments?|units?|agenc(?:y|ies)|contractors?"
    r"|investors?)(?:\s(?:and|or)\s(?:districts|wards|communes|departments|units|agencies|towns))?"
    r"|(?:[Tt]he\s)?(?:municipal\s|city\s|provincial\s)?Departments?\sof\s[A-Z][\w, ]{3,60}"
    r"|(?:[Tt]he\s)?People's\sCommittees?\sof\s(?:the\s)?(?:[A-Z]\w+\s){0,3}(?:[Dd]istrict|[Ww]ard|[Cc]ommune|[Tt]own)s?"
    r"|(?:[Tt]he\s)?(?:[A-Z]\w+\s){1,3}(?:District|Ward|Commune|Town)\sPeople's\sCommittee"
    r"|(?:commune|district|ward)-level\s(?:People's\sCommittees|authorities|units|administrations)"
)
DATED = re.compile(
    r"\d|\bby (?:J|F|Ma|A|S|O|N|D)[a-z]+\b|\b(?:end|quarter) of\b"
    r"|\bthis (?:week|month|year)\b|\bnext (?:week|month|year)\b|\btomorrow\b"
)
WHEN_FIRST = re.compile(
    r"(?:(?:immediately|right|shortly)\s)?(?:after|before|in|during|from|at|by|on)\s[^,]{3,60},\s(?:the\s)?"
)
HOW_LAST = re.compile(r"(?:\s[a-z]+ly)+$")
# "set three tasks", "outlined five requirements": the sentences that follow tell what must be done
TASKS_SET = re.compile(
    r"\b(?:set|sets|outlined|assigned|gave|put forward|laid out|listed|named|pointed (?:out|to))\s"
    r"(?:out\s)?(?:two|three|four|five|six|seven|eight|nine|ten|several|some|\d{1,2})\s(?:[a-z]+\s){0,2}"
    r"(?:tasks|requirements|instructions|points|issues|matters|things|solutions|measures|orientations)\b"
)
_TRIGGERS = {
    "asks": ("addressing",),
    "asked": ("addressed", "charging"),
    "charged": ("charging",),
    "wants_that": ("proposing", "addressing"),
    "calls_for": ("proposing", "calling"),
    "reminds": ("addressing", "warning"),
    "named": ("naming",),
    "passives": ("passing",),
    "pledges": ("pledging",),
    "needs": ("needing",),
    "musts": ("obliging",),
    "wills": ("intending", "coordinating"),
}


@cache
def load_constructions() -> Constructions:
    """The patterns whose verbs the vocabulary lists; above each what it matches."""
    words = load_vocabulary("undertakings")["clauses"]
    kinds = {name: "|".join(sorted(map(str, verbs), key=len, reverse=True)) for name, verbs in words.items()}
    says = r"(?:said|says?|argued?|argues|believed?|suggested?|noted?|commented|warned?|think)"
    # somebody who is addressed; a clause with a verb of its own is nobody
    whom = r"(?P<whom>(?!to\s|that\s|for\s)(?:(?!\sthat\s|\sbe\s)[^.;:\"]){2,140}?)"
    no_noun = r"(?!(?:the|an?|its|his|her|their|each|this)\s)"  # "assigned duties to the members" asks nobody
    return Constructions(
        # "asked the city to", "called on Hanoi to", "is asking the Ministry for"
        asks=re.compile(
            rf"\b(?P<verb>{kinds['addressing']})\s{whom}\s(?P<to>to|for)\s{no_noun}{_ADVERBS}(?P<action>[a-zA-Z$])"
        ),
        # "departments were told to", "the ministry is requested to"
        asked=re.compile(
            rf"\b(?:was|were|is|are|been)\s(?:also\s)?(?:{kinds['addressed']})\sto\s{_ADVERBS}(?P<action>[a-z])"
        ),
        # "the council has been tasked with submitting the rules"
        tasked=re.compile(
            r"\b(?:was|were|is|are|been)\s(?:also\s)?"
            r"(?:(?:tasked|charged|entrusted|assigned)\swith|put\sin\scharge\sof)\s"
            r"(?P<action>[a-z]+ing\s)"
        ),
        # "proposed that the Government allow", "requested that every department appoint", "proposed the PM to
        # support"
        wants_that=re.compile(
            rf"\b(?P<verb>{kinds['proposing']}|{kinds['addressing']})\s(?:that\s|(?=the\s|[A-Z]))"
            rf"(?P<whom>[^.;:\"]{{2,90}}?)(?<!\bthe)(?<!\bits)(?<!\btheir)(?<!\ball)(?<!\ba)\s(?:should\s|must\s|to\s)?(?P<action>(?:{_verb_list()}|be)\s)"
        ),
        # "proposed allowing", "suggested a fund", "called for more support", "proposes to build"
        calls_for=re.compile(
            rf"\b(?P<verb>{kinds['proposing']}|{kinds['calling']})\s(?P<action>(?!that\s|him|her|it\b)[a-zA-Z$\d])"
        ),
        # "reminded the communes that they must not recruit"
        reminds=re.compile(
            rf"\b(?P<verb>{kinds['addressing']}|warned)\s{whom}\sthat\s(?:they|it|he|she)\s"
            rf"(?:must|should|ha(?:d|s|ve)\sto|need(?:ed|s)?\sto)\s{_ADVERBS}(?P<action>[a-z])"
        ),
        # "pledged 1,000 more buses", "promised weekly inspections"
        pledges_thing=re.compile(
            rf"\b(?:{kinds['promising']})\s(?!(?:to|that|him|her|them|for|in|on|at|support)\b)(?P<action>[a-z$\d])"
        ),
        # "the city will build", "plans to complete", "is due to meet"
        will=re.compile(rf"\b(?P<verb>{kinds['intending']})\s{_ADVERBS}(?P<action>[a-z])"),
        # "promised that the province would merge", "pledged to hand over"
        pledge=re.compile(
            rf"\b(?:{kinds['pledging']})\s(?:to|that\s[^.;:\"]{{2,60}}?\s(?:would|will))\s{_ADVERBS}(?P<action>[a-z])"
        ),
        analysts=Guarded(
            rf"\b(?:{kinds['analysts']})\b[^.;\"]{{0,80}}?\b{says}\b"
            rf"|\b(?:[Aa]ccording\sto|said|says|suggested\sby)\s[^.;,]{{0,60}}?\b(?:{kinds['analysts']})\b",
            re.sub(r"s\?|\\", "", kinds["analysts"]).lower(),  # "experts?|Dr\\." as plain words
        ),
        triggers={reader: _first_words(words, names) for reader, names in _TRIGGERS.items()},
    )


def _verb_list() -> str:
    return "|".join(sorted(load_vocabulary("undertakings")["actions"]["verbs"], key=len, reverse=True))


def _first_words(words: Mapping[str, Sequence[str]], names: Sequence[str]) -> frozenset[str]:
    phrases = [str(phrase) for name in names for phrase in words[name]]
    destined = set(phrases).intersection(DESTINED)
    return frozenset({_telling(phrase) for phrase in set(phrases) - destined} | destined)


def _telling(phrase: str) -> str:
    """The first word that is not too common to be looked for: "going" of "is going to"."""
    return next(word for word in phrase.split() if word not in ("is", "are", "has") or word == phrase)
