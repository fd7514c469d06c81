"""The series by name: codes and measures in words, as charts and reasons write them."""

from hanoi_lib.wording import capitalise, say

MEASURES = {"level": "", "change": "growth", "share": "share", "rank": "rank", "of_target": "share of plan"}
ACRONYMS = {"grdp": "GRDP", "gdp": "GDP", "fdi": "FDI", "per capita": "per head"}


def say_indicator(code: object) -> str:
    """The code of a series as words.

    >>> say_indicator("grdp_per_capita"), say_indicator("budget_revenue")
    ('GRDP per head', 'Budget revenue')
    """
    words = say(code).replace("_", " ")
    for plain, proper in ACRONYMS.items():
        words = words.replace(plain, proper)
    return capitalise(words)


def say_series(code: object, measure: object) -> str:
    """A series with what is measured of it.

    >>> say_series("grdp", "change"), say_series("exports", "level")
    ('GRDP, growth', 'Exports')
    """
    measured = MEASURES.get(say(measure), say(measure))
    return say_indicator(code) + (f", {measured}" if measured else "")
