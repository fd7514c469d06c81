"""The explorers of what is put first: themes, years, programmes, undertakings and how clear these are.

Declared like those in views.py, which says what a `View` is.
"""

from hanoi_lib.charts import themes
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
    (("name", "Theme"), ("words", "Words"), ("document", "Document"), ("when", "Published")),
    "{name} ({words}): {exact}",
)


def explore_themes(tables: Tables) -> Explorer:
    """What the documents speak of, by theme, document, speaker and date of publication.

    >>> explore_themes(Tables.from_rows({})).selection.empty
    True
    """
    return Explorer(tables, THEMES)
