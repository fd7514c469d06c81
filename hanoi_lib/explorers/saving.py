"""Buttons below the chart: what is chosen now as a table or a picture, as a file beside the notebook."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import ipywidgets as widgets

from hanoi_lib.errors import HanoiError

if TYPE_CHECKING:
    from hanoi_lib.explorers.explorers import Explorer


class Saving:
    """Buttons that write `<explorer>.csv`, `.png` and `.svg` into the kernel's folder, and say so."""

    def __init__(self, explorer: "Explorer") -> None:
        """Make the buttons; nothing is written before one is pressed."""
        self.explorer = explorer
        self.status = widgets.HTML()
        self.buttons = {
            "csv": self._make("CSV", "Save these rows as a table", explorer.save_selection),
            "png": self._make("PNG", "Save this chart as a picture", explorer.save_picture),
            "svg": self._make("SVG", "Save this chart as a drawing", explorer.save_picture),
        }
        self.box = widgets.HBox([widgets.HTML("Save as"), *self.buttons.values(), self.status])

    def _make(self, name: str, tooltip: str, save: Callable[[Path], Path]) -> widgets.Button:
        button = widgets.Button(description=name, tooltip=tooltip, layout={"width": "56px"})
        button.on_click(lambda _: self._save(save, Path(f"{self.explorer.view.id}.{name.lower()}")))
        return button

    def _save(self, save: Callable[[Path], Path], path: Path) -> None:
        self._say(f"Writing {path} …")
        try:
            save(path)
        except (HanoiError, OSError) as error:
            self._say(str(error))
        else:
            self._say(f"Saved {path} beside this notebook")

    def _say(self, text: str) -> None:
        self.status.value = f'<span role="status">{text}</span>'
