"""Small tables to read: frames with headings in words and no index, as HTML and as text.

Input: a DataFrame. Output: a `Listing`, which a notebook shows and a report sorts. Long cells are shortened;
the whole of them stays in the frame.
"""

from collections.abc import Sequence

import pandas as pd

from hanoi_lib.charts.theme import shorten
from hanoi_lib.wording import say

CELL = 110  # characters of a cell


class Listing:
    """A table for readers; `frame` holds what it shows."""

    def __init__(self, frame: pd.DataFrame, columns: Sequence[tuple[str, str]], cell: int = CELL) -> None:
        """Take some columns of a frame, each with its heading; `cell` is how long a cell may be."""
        self.cell = cell
        self.frame = frame[[column for column, _ in columns]].rename(columns=dict(columns))

    def __repr__(self) -> str:
        """The table as text.

        >>> Listing(pd.DataFrame({"a": ["x", None]}), [("a", "Letter")])
        Letter
             x
        <BLANKLINE>
        """
        return self._short().to_string(index=False)

    def _repr_html_(self) -> str:
        html = self._short().to_html(index=False, border=0, justify="left")
        # JupyterLab sets cells flush right, which suits columns of numbers only.
        for tag in ("td", "th"):
            html = html.replace(f"<{tag}>", f'<{tag} style="text-align: left">')
        return html

    def _short(self) -> pd.DataFrame:
        return self.frame.map(lambda cell: shorten(" ".join(say(cell).split()), self.cell))
