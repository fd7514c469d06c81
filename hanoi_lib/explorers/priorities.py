"""The explorers of what is put first: themes, years, programmes, undertakings and how clear these are.

Declared like those in views.py, which says what a `View` is.
"""

from hanoi_lib.charts import programmes, themes, undertakings, years
from hanoi_lib.explorers.explorers import Explorer
from hanoi_lib.explorers.views import DOCUMENT, SEARCH, Filter, View
from hanoi_lib.store import Tables

THEMES = View(
    "themes",
    "What the documents speak of",
    "sentence",
    "passages and themes",
    "row_id",
    themes.build_theme_rows,
    themes.chart_theme_rows,
    themes.say_themes,
    (
        Filter("name", "Theme"),
        DOCUMENT,
        Filter("speaker", "Who says it"),
        Filter("period", "Published", "period"),
        SEARCH,
    ),
    (("name", "Theme"), ("words", "Words")),
    "{name} ({words}): {exact}",
)
YEARS = View(
    "years",
    "What is promised for which year",
    "promise",
    "targets and commitments",
    "row_id",
    years.build_year_rows,
    years.chart_year_rows,
    years.say_years,
    (
        Filter("year", "By when"),
        Filter("kind_name", "Kind"),
        Filter("area", "Area"),
        DOCUMENT,
        SEARCH,
    ),
    (("when_text", "By when"), ("promise", "What"), ("kind_name", "Kind"), ("area", "Area")),
    "{when_text}: {promise}",
)
PROGRAMMES = View(
    "programmes",
    "Numbered sets of work",
    "set",
    "programmes",
    "programme_id",
    programmes.build_programme_rows,
    programmes.chart_programme_rows,
    programmes.say_programmes,
    (DOCUMENT, SEARCH),
    (("set_name", "Set"), ("listing", "The text"), ("told", "Items"), ("when", "Published")),
    "{set_name}, {listing}",
)
UNDERTAKINGS = View(
    "undertakings",
    "Who undertakes, asks or directs what",
    "undertaking",
    "commitments",
    "commitment_id",
    undertakings.build_undertaking_rows,
    undertakings.chart_undertaking_rows,
    undertakings.say_undertakings,
    (
        Filter("actor", "Actor"),
        Filter("whom", "Addressed to"),
        Filter("kind_name", "Kind"),
        Filter("year", "By when"),
        DOCUMENT,
        SEARCH,
    ),
    (
        ("actor", "Actor"),
        ("counterpart", "Addressed to"),
        ("kind_name", "Kind"),
        ("what", "What"),
        ("due_text", "By when"),
    ),
    "{pair}: {what}",
)
CLARITY = View(
    "clarity",
    "What the undertakings name",
    "undertaking",
    "commitments",
    "commitment_id",
    undertakings.build_undertaking_rows,
    undertakings.chart_clarity_rows,
    undertakings.say_clarity,
    (
        Filter("named", "Names"),
        Filter("open", "Does not name"),
        Filter("actor", "Actor"),
        Filter("kind_name", "Kind"),
        DOCUMENT,
        SEARCH,
    ),
    (
        ("what", "What"),
        ("person", "Person"),
        ("time", "Time"),
        ("accountability", "Accountability"),
        ("product", "Product"),
        ("authority", "Authority"),
    ),
    "{what} (names {clear})",
)


def explore_themes(tables: Tables) -> Explorer:
    """What the documents speak of, by theme, document, speaker and date of publication.

    >>> explore_themes(Tables.from_rows({})).selection.empty
    True
    """
    return Explorer(tables, THEMES)


def explore_years(tables: Tables) -> Explorer:
    """What is promised for which year, by kind, area and document.

    >>> explore_years(Tables.from_rows({})).selection.empty
    True
    """
    return Explorer(tables, YEARS)


def explore_programmes(tables: Tables) -> Explorer:
    """Numbered sets of work: what they declare and what they list.

    >>> explore_programmes(Tables.from_rows({})).selection.empty
    True
    """
    return Explorer(tables, PROGRAMMES)


def explore_undertakings(tables: Tables) -> Explorer:
    """Who undertakes, asks for, proposes or directs what, by actor, counterpart, kind and time.

    >>> explore_undertakings(Tables.from_rows({})).selection.empty
    True
    """
    return Explorer(tables, UNDERTAKINGS)


def explore_clarity(tables: Tables) -> Explorer:
    """Which of person, task, time, accountability, product and authority each undertaking names.

    >>> explore_clarity(Tables.from_rows({})).selection.empty
    True
    """
    return Explorer(tables, CLARITY)
