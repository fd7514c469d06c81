"""The widgets of a filter and what they choose, one kind for each kind of filter and number of values.

Each picker's `value` is what `views.filter_rows` takes; setting it moves the widgets.
"""

from collections.abc import Callable, Sequence
from datetime import date
from html import escape

import ipywidgets as widgets
import pandas as pd

from hanoi_lib.charts.theme import INK, shorten
from hanoi_lib.explorers.views import Filter, Wanted, list_choices
from hanoi_lib.wording import say

EVERYTHING = "all"
LABEL = 52  # characters of a value
BOXES = 9  # with more values than this, a list takes less room than boxes to tick


class Picker:
    """A filter's widgets and the value they stand for."""

    def __init__(self, filter_: Filter, parts: Sequence[widgets.Widget]) -> None:
        """Hold the widgets in one labelled box; none where there is nothing to choose."""
        self.filter = filter_
        self.parts = tuple(parts)
        label = make_label(filter_.label)
        self.box = widgets.VBox([label, *parts], layout={"margin": "0 20px 8px 0"}) if parts else None

    def observe(self, handler: Callable[[object], None]) -> None:
        """Call a handler when the reader changes anything."""
        for part in _flatten(self.parts):
            part.observe(handler, "value")

    @property
    def value(self) -> Wanted:
        """What the widgets choose, as `filter_rows` takes it; None for everything."""
        raise NotImplementedError

    @value.setter
    def value(self, wanted: Wanted) -> None:
        raise NotImplementedError


class Boxes(Picker):
    """A few values, each with a box to tick; no tick stands for all."""

    @property
    def value(self) -> list[str]:
        """The values ticked."""
        return [box.name for box in _flatten(self.parts) if box.value]

    @value.setter
    def value(self, wanted: Wanted) -> None:
        for box in _flatten(self.parts):
            box.value = box.name in (wanted or [])


class Choices(Picker):
    """Many values in a list that takes several."""

    @property
    def value(self) -> list[str]:
        """The values marked in the list."""
        return [str(value) for value in self.parts[0].value] if self.parts else []

    @value.setter
    def value(self, wanted: Wanted) -> None:
        if self.parts:
            self.parts[0].value = tuple(wanted or ())


class One(Picker):
    """One value at a time, or all."""

    @property
    def value(self) -> list[str]:
        """The value chosen, as a list."""
        return [self.parts[0].value] if self.parts and self.parts[0].value else []

    @value.setter
    def value(self, wanted: Wanted) -> None:
        if self.parts:
            self.parts[0].value = wanted[0] if wanted else ""


class Days(Picker):
    """From one day to another, either of them open."""

    @property
    def value(self) -> list[str] | None:
        """Both days as ISO dates, an open one empty."""
        days = [say(part.value.isoformat() if part.value else None) for part in self.parts]
        return days if any(days) else None

    @value.setter
    def value(self, wanted: Wanted) -> None:
        for part, day in zip(self.parts, wanted or ("", ""), strict=True):
            part.value = date.fromisoformat(day) if day else None


class Words(Picker):
    """Words to be found in the citations."""

    @property
    def value(self) -> str:
        """The words as typed."""
        return str(self.parts[0].value)

    @value.setter
    def value(self, wanted: Wanted) -> None:
        self.parts[0].value = wanted if isinstance(wanted, str) else ""


def make_picker(filter_: Filter, rows: pd.DataFrame) -> Picker:
    """The widgets that suit a filter and its values."""
    if filter_.kind == "text":
        return Words(filter_, [widgets.Text(placeholder=filter_.hint, layout={"width": "230px"})])
    if filter_.kind == "period":
        return Days(
            filter_,
            [
                widgets.DatePicker(
                    description=word, layout={"width": "210px"}, style={"description_width": "36px"}
                )
                for word in ("from", "to")
            ],
        )
    choices = list_choices(rows, filter_.column)
    if len(choices) < 2:
        return Choices(filter_, [])
    labels = [(f"{shorten(value, LABEL)} ({number})", value) for value, number in choices.items()]
    if filter_.single:
        return One(
            filter_,
            [
                widgets.Dropdown(
                    options=[(EVERYTHING, ""), *sorted(labels)], value="", layout={"width": "220px"}
                )
            ],
        )
    if len(choices) > BOXES:
        return Choices(
            filter_, [widgets.SelectMultiple(options=sorted(labels), rows=6, layout={"width": "260px"})]
        )
    return Boxes(
        filter_,
        [
            widgets.VBox(
                [_box(text, value) for text, value in labels],
                layout={"max_height": "178px", "overflow": "auto"},
            )
        ],
    )


def _box(text: str, value: str) -> widgets.Checkbox:
    box = widgets.Checkbox(
        description=text, indent=False, layout={"width": "auto", "min_width": "120px", "margin": "0"}
    )
    box.name = value
    return box


def _flatten(parts: Sequence[widgets.Widget]) -> list[widgets.Widget]:
    return [child for part in parts for child in getattr(part, "children", None) or [part]]


def make_label(text: str) -> widgets.HTML:
    """A heading above a control."""
    return widgets.HTML(f'<b style="color:{INK}">{escape(text)}</b>', layout={"margin": "0"})
