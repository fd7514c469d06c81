"""The grammar of an aim: "is to become", "sets its sights on becoming", "sees itself as", "the vision is a".

Answers with the pattern whose match ends where the words of an aim begin; its groups tell which grammar it
is. Refuses verbs for what is done on a day or lasts ("is to open", "will stay"). Whether there is an aim,
of whom and by when is for `aims`.
"""

import re

# What a place is to be; the aim begins behind these words.
_BEING = (
    r"(?:be\s(?:recogni[sz]ed|known|seen)\sas|(?:have\s)?(?:be|become|been)(?:\s(?:transformed|built|developed|turned|made|listed|ranked)\s(?:into|among))?|have|boast|enjoy"
    r"|(?:develop|turn|grow|evolve|transform)(?:\sitself)?(?:\s[a-z]+ly(?:\sand\s[a-z]+ly)?)?\sinto|(?:establish|position|assert)\sitself\sas|emerge\sas|remain"
    r"|(?:turn|transform|build|develop|shape|make)\s(?!into\b)[^.;,]{2,50}?\sinto"
    r"|make\s(?:[A-Z][\w-]+|the|its|it|this)\b[^.;,]{0,40}?(?=\s(?:an?|one\sof)\s)"
    r"|(?:(?:re)?affirm|assert|consolidate|strengthen|cement|confirm|maintain|uphold|keep)\s(?:its|their)"
    r"\s(?:role|position|standing|status|place)\sas|see(?=\san?\s(?!rise|fall|growth|drop|number|total))"
    r"|see\s[^.;,]{2,40}?\s(?:as|become|(?:turned|transformed|developed)\sinto))"
)
# The aim begins with these verbs.
_STANDING = r"(?:rank|stand(?!\sfor\b)|rise|join|belong|keep\space|catch\sup|achieve|attain)"
_MODAL = (
    r"(?:will|shall|should|would|must|(?:is|are)\s(?:(?:set|expected|envisioned|envisaged|hoped|slated|poised"
    r"|projected|forecast|predicted|planned|oriented|meant|due|determined)\s)?to|needs?\sto|plans?\sto|intends?\sto"
    r"|has\sto|have\sto)(?:,?\sby\s20\d\d,?)?(?:\s(?:also|then|soon|basically|fully|further|truly|(?:strive|work|try|continue)\sto))?"
)
_GOAL = (
    r"(?:aim|aims|aiming|strives?|striving|aspires?|hopes?|seeks?|targets?|targeting|envisions?|envisages?|wants?"
    r"|wishes|looks|expects?|means?|intends?|resolved|determined|vows?|wanted|hoped|aimed|aspired"
    r"|(?<!is\s)(?<!are\s)intended|sought)(?:\s(?!(?:to|is|are|was|were)\s)[\w'-]+){0,6}?,?\sto"
)
_GOAL_NOUN = (
    r"(?:goal|aim|target|objective|ambition|vision|aspiration)s?\b[^.;:]{0,60}?\s(?:is|are)"
    r"(?:\sfor\s[^.;]{1,60}?)?\sto"
)
# What is done on a day, or lasts: no state that a place is to reach.
_DEED = (
    r"(?:last|roll|do|hold|meet(?!\s(?:the\s)?(?:[a-z-]+\s)?(?:criteria|standards))|take|go|come|get|give|say|visit|attend|sign|welcome|receive|join|work"
    r"|miss|strive|aim|try|seek|discuss|submit|open|start|begin|finish|complete(?!\s(?:its|the)\s(?:industriali|moderni))|pay|put|stay|continue|learn|find|help|know)"
)
# "The aim is a tough one": what is thought of an aim
_OPINION = (
    r"(?:[a-z]+\s)?(?:challeng|difficult|big|major|tall|ambitious|high|realistic|key|long|clear|good|tough"
    r"|must)"
)
# Above each what it matches; the first that matches at a place wins.
CUE = re.compile(
    # "industrialisation is to be completed": a state reached, told with its subject
    r"(?P<reached>\b(?:is|are|must|should|will)\s(?:to\s)?be\s(?:basically\s|fully\s|largely\s)?"
    r"(?:completed|eradicated|eliminated|achieved))\b"
    # "will be", "is to become", "aims to be", "the goal is for the city to become", "Da Nang to become"
    rf"|\b(?:{_MODAL}|{_GOAL}|{_GOAL_NOUN}|[A-Z]\w+(?:\sCity)?\sto)\s(?:(?P<being>{_BEING})\s|(?={_STANDING}\s))"
    # "aims to modernise journalism", "the goal is to build ...", not "hopes to open the road"
    rf"|\b(?:{_GOAL}|{_GOAL_NOUN})\s(?P<doing>(?!{_DEED}\b)(?=[a-z]))"
    # "with the goal of becoming", "the vision of turning Hanoi into", "the goal of a green city",
    # "sets its sights on becoming", "orients it towards becoming"
    r"|\b(?:sights\son|forward\sto|towards?|direction\sof|aim(?:s|ed|ing)?\sat|hopes?\sof|way\sto)\s(?:becoming|being)"
    r"\s(?P<nearing>(?=[a-z]))"
    r"|\b(?:goal|aim|target|vision|ambition|dream|objective)s?\sof(?:(?=\san?\s[a-z])|\sbecoming|\sbeing"
    r"|\s(?:turning|transforming|building|developing|making)\s[^.;,]{2,50}?\sinto)\s(?P<turning>(?=[a-z]))"
    # "have a global city in mind", "envisions high living standards", "sees itself as a hub"
    r"|\b(?:have|has)\s(?P<mind>(?=an?\s[^.;]{3,60}\sin\smind)|in\smind\s(?=an?\s))"
    # "the vision to 2065 is a capital on a par with", "By 2030, Hanoi becomes a green city"
    rf"|\b(?:goal|aim|vision|ambition)\b[^.;:]{{0,40}}?\sis\s(?P<noun>(?=an?\s(?!{_OPINION})[a-z]))"
    r"|\b(?P<present>becomes)\s"
    r"|(?<!to\s)\b(?:envisions?|envisages?|sees(?=\s[^.;]{3,60}\sas\s)|pictures)\s(?P<seeing>(?:\w+\s){0,3}?as\s|(?=(?!that\b|how\b)[a-z]+\s[a-z]))"
)
AGAIN = re.compile(
    rf"(?:(?:and|or)\s)?(?:(?:by|in|until|towards?|for)\s(?:the\s)?(?:end\sof\s)?20\d\d,?\s)?(?:to\s)?(?:(?:will|is\sto|should)\s)?(?:{_BEING}\s(?!held|opened))?"
)
# What somebody makes of something, whoever it is: "I want to see a city", "he will turn it into a garden"
WORKED = ("see", "turn", "make", "build", "transform", "develop ", "shape")
