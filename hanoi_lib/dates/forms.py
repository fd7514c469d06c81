"""The forms in which English news names a time, each a pattern with named parts.

Above each form stands what it matches. The order matters: a longer form that begins alike stands first.
With each stand the signs it can begin with. `expressions` searches for them.
"""

from typing import Final

MONTHS: Final = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
WEEKDAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
NUMBERS: Final = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
)  # fmt: skip
ORDINALS: Final = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": -1, "final": -1, "latter": -1}


# The smallest parts. All patterns ignore case; `_is_refused` then asks for the capitals that a month needs.
_MONTH = (
    r"(?:jan(?:uary|\.)?|feb(?:ruary|\.)?|mar(?:ch|\.)?|apr(?:il|\.)?|may|jun(?:e|\.)?|jul(?:y|\.)?|aug(?:ust|\.)?"
    r"|sept?(?:ember|\.)?|oct(?:ober|\.)?|nov(?:ember|\.)?|dec(?:ember|\.)?)(?![a-z])"
)
_FULL_MONTH = (
    r"(?:january|february|march|april|may|june|july|august|sept(?:ember|\.)|october"
    r"|november|december)(?![a-z])"
)
_YEAR = r"(?:19|20)\d\d(?![\d,]*\d)"
_DAY = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?![\d%:])(?!\.\d|,\d{3})"
_WEEKDAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day)"
_N = r"(?:\d{1,2}|" + "|".join(NUMBERS) + ")"
_ORDINAL = r"(?:first|second|third|fourth|last|final|latter|1st|2nd|3rd|4th)"
# What "nine-month" can be said of as a period; anything else lasts nine months.
_FIGURES = (
    r"(?:total|revenue|budget|export|import|trade|growth|grdp|gdp|figure|average|rate|amount|value|volume|tourist|visitor|data|result|performance|turnover|sales|output"
    r"|production|fdi|cpi|inflation|period|tally|income|collection|spending|disbursement|number|arrival)"
)
_DASH = r" ?- ?"
# A year by number or by where it stands: "of 2025", "this year". `ref` is the part that `dates` resolves.
_REF = (
    rf"(?P<ref>{_YEAR}|(?:this|last|next|that|the (?:same|current|previous|preceding"
    rf"|following|next|coming|last|whole))"
    rf" (?:calendar |fiscal )?year|(?:the|a) year (?:earlier|before)|the year|its year)(?![a-z])(?!-)"
)
_OF_REF = rf"(?:,? (?:of |in |for )?{_REF})"
_EDGE = (
    r"(?P<edge>the (?:first|second) half of(?= [jfmasond])|early|mid|middle|late|end"
    r"|the (?:end|beginning|start|middle|close|rest"
    r"|remainder) of|(?:end|beginning|start|middle|rest|remainder) of)[ -]?(?:the )?"
)
# What cannot stand after the second day of a pair, because then it was an amount: "from June 16 to 20
# percent".
_NO_UNIT = r"(?! ?(?:%|percent|per cent|million|billion|trillion|usd|vnd|km|ha\b|people|units?|projects?))"

# Above each form what it matches; the order matters: a longer form that begins alike stands first.
# The signs that expressions begin with, so that each word is held only against the forms that it can open.
_IN_MONTHS, _IN_WEEKDAYS, _IN_NUMBERS = "jfmasond", "mtwfs", "0123456789otfsen"
FORMS: Final[dict[str, tuple[str, str]]] = {
    # 2024-11-27; not 15-NQ/TW
    "iso": ("12", r"(?P<y>(?:19|20)\d\d)[-/](?P<m>0[1-9]|1[0-2])[-/](?P<d>0[1-9]|[12]\d|3[01])(?!\d)"),
    # 14/1/2025, 06-11-2019, 30.4.2021; not 136/2024/QH15
    "numeric": (
        "0123456789",
        rf"(?<![\d/.-])(?P<d>\d{{1,2}})(?P<sep>[/.-])(?P<m>\d{{1,2}})(?P=sep)(?P<y>{_YEAR})(?![/\d])",
    ),
    # the first two quarters of 2024
    "n_quarters": (
        "tflr",
        rf"(?:the )?(?P<which>first|last|remaining) (?P<n>two|three|2|3) quarters{_OF_REF}?",
    ),
    # 28 June - 2 July 2025, June 28 to July 2
    "day_month_span": (
        "0123456789",
        rf"(?P<d>{_DAY}) (?P<m>{_MONTH})(?:{_DASH}| to | and "
        rf"| through )(?P<d2>{_DAY}) (?P<m2>{_MONTH})(?:,? (?P<y>{_YEAR}))?",
    ),
    "month_day_span": (
        _IN_MONTHS,
        rf"(?P<m>{_MONTH}) (?P<d>{_DAY})(?:{_DASH}| to | and "
        rf"| through )(?P<m2>{_MONTH}) (?P<d2>{_DAY})(?:,? (?P<y>{_YEAR}))?",
    ),
    # December, 28/2016
    "month_day_slash": (_IN_MONTHS, rf"(?P<m>{_MONTH}),? (?P<d>\d{{1,2}})/(?P<y>{_YEAR})"),
    # Tuesday, January 14, 2025; June 20-26; October 11 to 13; July 8 and 9
    "month_day": (
        _IN_MONTHS + _IN_WEEKDAYS,
        rf"(?:{_WEEKDAY},? )?(?P<m>{_MONTH}) (?P<d>{_DAY})(?:(?:{_DASH}| to | and "
        rf"|(?:, \d{{1,2}}){{1,4}},? and )(?P<d2>{_DAY}){_NO_UNIT}(?! [a-z]+s\b))?{_OF_REF}?",
    ),
    # Friday, 5 March 2021; 8-10 July; the 16th of June
    "day_month": (
        "0123456789t" + _IN_WEEKDAYS,
        rf"(?:{_WEEKDAY},? )?(?:(?P<d1>{_DAY})(?:{_DASH}| to "
        rf"| and ))?(?P<d>{_DAY})(?: of)? (?P<m>{_MONTH}){_OF_REF}?",
    ),
    # January-October, from January to October 2024, between January and September
    "month_span": (
        _IN_MONTHS,
        rf"(?:(?P<m>{_FULL_MONTH})(?:{_DASH}| to | through )(?P<m2>{_FULL_MONTH})"
        rf"|(?<=\bbetween )(?P<m3>{_FULL_MONTH}) and (?P<m4>{_FULL_MONTH})){_OF_REF}?",
    ),
    # from April 2008 to September 2010, between April 2014 and March 2016
    "month_year_span": (
        _IN_MONTHS,
        rf"(?P<m>{_FULL_MONTH}),? (?P<y>{_YEAR})(?:{_DASH}| to | until | and "
        rf"| through )(?P<m2>{_FULL_MONTH}),? (?P<y2>{_YEAR})",
    ),
    # late first quarter of 2021, the third quarter, Q3 2024, Q1/2025
    "quarter": (
        "emltsrbf1234q",
        rf"(?:{_EDGE})?(?:the )?(?:(?P<n>{_ORDINAL})[ -]quarter"
        rf"|q(?P<q>[1-4])(?!\d)){_OF_REF}?(?:/(?P<y>{_YEAR}))?",
    ),
    # the first half of the year, H1 2019
    "half": (
        "emltsrbf12h",
        rf"(?:{_EDGE})?(?:the )?(?:(?P<n>first|second|last|latter|1st|2nd)[ -]half"
        rf"|h(?P<q>[12])(?!\d))(?! of (?:the |this |its )?(?:term|month|century|decade"
        rf"|tenure|match|week))(?! (?:an?|of the (?!year)))(?! of {_FULL_MONTH})(?:{_OF_REF})?",
    ),
    # growth in the half-year, half-year revenue
    "half_year": ("th", rf"the half-year(?! of)|half-year(?= {_FIGURES})"),
    # the first nine months of 2024, the past six months, over the same six months, nine-month, 10
    # months of 2024
    "n_months": (
        "tflpncsro",
        rf"(?:the )?(?P<which>first|last|past|previous|preceding|final|next|coming"
        rf"|following|same|remaining|opening) (?P<n>{_N}) months(?! (?:old|ago"
        rf"|earlier)){_OF_REF}?",
    ),
    "months_of": (
        "ta" + _IN_NUMBERS,
        rf"(?:(?P<the>the|these|all) )?(?P<n>{_N}) months (?:of|in) (?:the )?{_REF}",
    ),
    "the_months": (
        _IN_NUMBERS,
        rf"(?:(?P<the>the|these) |(?<=\bin )|(?<=\bafter ))(?P<n>{_N}) months"
        r"(?! (?:of|old|ago|earlier|before|after|since))",
    ),
    "n_month": (_IN_NUMBERS, rf"(?P<n>{_N})-month(?= (?:[a-z]+ ){{0,2}}?{_FIGURES})"),
    # the past five years, the next 10 years, the five years, the past decade; not "12 years of implementing"
    "n_years": (
        "tlpncfsr",
        rf"(?:the |these )?(?P<which>past|last|previous|preceding|next|coming|following"
        rf"|first|same|recent) (?P<n>{_N})[ -](?P<unit>year|week|day)s?(?! (?:ago|old"
        rf"|earlier))",
    ),
    "decade": ("tlpnc", r"(?:the |this )?(?P<which>past|last|previous|next|coming) (?P<unit>decade)"),
    "the_years": (
        "t" + _IN_NUMBERS,
        rf"(?:(?:the|these|this|that) |(?<=\bover )|(?<=\bduring ))(?P<n>{_N})"
        rf"(?: years|-year (?:period|term|plan|tenure))(?! (?:of|ago|earlier|before|after|since))",
    ),
    # 2025-30 term, 2021 - 2025, 2020-2025; from 2021 to 2024
    "years": (
        "12",
        rf"(?P<y>(?:19|20)\d\d)(?:{_DASH}|/)(?P<y2>(?:(?:19|20)\d\d"
        rf"|\d\d)(?![\d/-]))(?=(?P<tail>(?:[ -](?:party|council|city"
        rf"|national assembly))?[ -](?:term|tenure|mandate|office))?)",
    ),
    "years_to": (
        "12",
        rf"(?:(?<=\bfrom )|(?<=\bperiod ))(?P<y>{_YEAR}) (?:to|through"
        rf"|until) (?P<y2>{_YEAR})|(?P<y5>{_YEAR}) (?:to"
        rf"|through) (?P<y6>{_YEAR})(?= (?P<tail>term|tenure))"
        rf"|(?<=\bbetween )(?P<y3>{_YEAR}) and (?P<y4>{_YEAR})",
    ),
    # late July 2025, mid-October, the end of January 2024
    "edge_month": ("emltbsr", rf"{_EDGE}(?P<m>{_FULL_MONTH})(?! \d{{1,2}}\b){_OF_REF}?"),
    # September 2, handled above; June 2025, October of last year
    "month": (
        "lnt" + _IN_MONTHS,
        rf"(?:(?P<next>last|next|this) )?(?P<m>{_MONTH}){_OF_REF}|(?:(?P<which>last|next"
        rf"|this) )?(?P<m2>{_FULL_MONTH})(?! \d)",
    ),
    # the end of this year, mid-2025, early 2026, year-end; so far this year
    "edge_year": (
        "emltbsry",
        rf"(?:{_EDGE}{_REF}|(?P<close>(?:(?<=\bby )|(?<=\bat )|(?<=\bbefore )|(?<=\buntil )"
        rf"|the )year[ -]end(?! [a-z]+ing| session| meeting)|the year's end))",
    ),
    "decades": ("t", r"the (?P<y>(?:19|20)\d)0s"),
    # compared with the same period of 2022, the same period last year
    "same_period": (
        "tsc",
        rf"(?:the )?(?:same|corresponding) (?P<what>period|month|quarter|term)(?:{_OF_REF}"
        rf"| (?:of |in |from )?(?P<prior>(?:the )?(?:last|previous) (?:term|tenure|month"
        rf"|quarter|period)))?",
    ),
    # a year earlier, year-on-year; on the year
    "year_ago": (
        "aoty",
        r"(?:a|one|the) year (?:earlier|ago|before|prior)|year[- ]on[- ]year"
        r"|year[- ]over[- ]year|\by-?o-?y\b|\bon[ -](?:the )?year(?![ -](?:of|end|\d))",
    ),
    "month_ago": (
        "aotm",
        r"(?:a|one|the) month (?:earlier|ago|before|prior)|month[- ]on[- ]month"
        r"|month[- ]over[- ]month|\bm-?o-?m\b|\bon[ -](?:the )?month(?! of)",
    ),
    # five months later, a year later, four years ago, two days earlier; "a year ago" is above; not "sooner or
    # later"
    "later": (
        "a" + _IN_NUMBERS,
        rf"(?P<n>an?|{_N}) (?:(?P<unit>day|month|year)s? (?P<way>later(?! than)|ago)"
        r"|days? (?P<before>earlier|before)(?! the))",
    ),
    # this year, the previous year, the whole year
    "year_ref": (
        "tlnf",
        r"(?P<ref>(?:this|last|next|that|the (?:same|current|previous|preceding|following"
        r"|next|coming|last|past|whole|entire|full)) (?:calendar |fiscal )?year|full[- ]year"
        r"|(?:(?<=\bfor )|(?<=\bin )|(?<=\bduring )|(?<=\bthroughout )"
        r"|(?<!months of )(?<!days of )(?<!weeks of )(?<!part of )(?<=\bof )|(?<=\bover )"
        r"|(?<=\bwithin ))the year)(?![a-z-])(?! of)"
        # "next year's goals": the goals are for it; "last year's result" is what something is held against
        r"(?!'(?!s (?:[\w-]+ ){0,3}?"
        r"(?:targets?|goals?|plans?|objectives?|tasks?|estimates?|forecasts?|quota)\b))",
    ),
    "month_ref": (
        "tln",
        r"(?P<ref>(?:this|last|next|the (?:same|previous|following|current)) month"
        r"|(?:(?<=\bfor )|(?<=\bin )|(?<=\bduring )|(?<=\bof ))the month)(?! of)",
    ),
    "week_ref": ("tln", r"(?P<ref>this|last|next) week(?:end)?"),
    "quarter_ref": (
        "tln",
        r"(?P<ref>this|last|next|the previous|(?:(?<=\bin )|(?<=\bfor )|(?<=\bduring ))the) quarter(?! of)",
    ),
    # today, this afternoon, the same day, earlier in the day
    "day_ref": (
        "tysfnpel",
        r"(?P<ref>(?:earlier|later) in the day|today|tonight|yesterday|tomorrow"
        r"|this (?:morning|afternoon|evening)|(?:the )?same (?:day|morning|afternoon|evening)"
        r"|that (?:day|morning|afternoon|evening)|(?:the )?(?:following|next|previous) day"
        r"|the day before)(?!')",
    ),
    # on Tuesday, last Thursday, Friday afternoon
    "weekday": (
        "lnt" + _IN_WEEKDAYS,
        rf"(?:(?P<which>last|next|this) )?(?P<w>{_WEEKDAY})(?: (?:morning|afternoon|evening|night))?",
    ),
    # the 2020-2025 term is above; the previous term, this term, the period
    "term_ref": (
        "tiln",
        r"(?P<ref>the term (?:that|which) (?:has |is |was )?(?:just |now )?(?:ended|ending|closed)"
        r"|(?:the|this|that|its|their) (?:whole |entire |new |current |previous "
        r"|last |next |coming |same |past |outgoing )?(?:five-year )?(?:term|tenure)"
        r"|(?:last|next|this) term"
        r"|(?:the|this|that) (?:reviewed |reporting |surveyed )?period)"
        r"(?! (?:of|in|from|for|used)\b)(?!,? \d{4})(?![a-z-])",
    ),
    # By 2030, in 2024, the 2018 Index
    "year": ("12", rf"(?P<number>{_YEAR})"),
}
