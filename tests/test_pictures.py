"""pictures.py, slides.py, saving.py: charts as files, by call, by command and by button."""

from collections.abc import Callable
from pathlib import Path

import plotly.graph_objects as go
import pytest

from hanoi_lib.charts.pictures import PIXELS, WIDTH, NoBrowser, save_picture
from hanoi_lib.cli import main
from hanoi_lib.errors import HanoiError
from hanoi_lib.explorers import explorers
from hanoi_lib.reports.slides import draw_slides
from hanoi_lib.store import Tables

Make = Callable[..., Tables]


@pytest.fixture
def no_browser(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine on which nothing can draw."""
    monkeypatch.setenv("BROWSER_PATH", "/nowhere/chromium")


def test_another_ending_is_refused(tmp_path: Path) -> None:
    """Only what can be drawn is asked for, before anything is started."""
    with pytest.raises(HanoiError, match=r"chart\.gif is no name of a picture\. End it with \.png or \.svg"):
        save_picture(go.Figure(), tmp_path / "chart.gif")


def test_without_a_browser_it_says_what_to_do(no_browser: None, tmp_path: Path) -> None:
    """No traceback of a library that nobody heard of, and no empty file."""
    with pytest.raises(NoBrowser, match="apt-get install chromium"):
        save_picture(go.Figure(), tmp_path / "chart.png")
    assert list(tmp_path.iterdir()) == []


def test_the_command_says_so_too(
    no_browser: None, sample_notebook: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """`hanoi figures` ends with status 2 and the advice; a name that is unknown is told at once."""
    folder = ["figures", "--notebooks", str(sample_notebook.parent), "--output", str(tmp_path / "out")]
    assert main([*folder, "--notebook", "other"]) == 2
    assert "no notebook other" in capsys.readouterr().err
    with pytest.raises(NoBrowser):
        draw_slides([sample_notebook], tmp_path / "out", execute=False)


def test_button_tells_what_went_wrong(
    no_browser: None, make_tables: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a notebook the advice stands beside the button."""
    monkeypatch.chdir(tmp_path)
    saving = explorers.explore_timeline(make_tables()).controls.saving
    saving.buttons["png"].click()
    assert "apt-get install chromium" in saving.status.value


def test_button_saves_the_rows(make_tables: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The table that is saved holds what is chosen, diacritics and all, and its citation."""
    monkeypatch.chdir(tmp_path)
    explorer = explorers.explore_timeline(make_tables())
    explorer.state = {"kind_name": ["Launch"]}
    explorer.controls.saving.buttons["csv"].click()
    assert "Saved timeline.csv beside this notebook" in explorer.controls.saving.status.value
    lines = (tmp_path / "timeline.csv").read_text(encoding="utf-8-sig").splitlines()
    assert lines[0].split(",") == list(explorer.selection.columns)
    assert len(lines) == 2 and "Work on the line began in 2022" in lines[1]


@pytest.mark.browser
@pytest.mark.usefixtures("browser")  # skips where there is none
def test_pictures_of_a_notebook(sample_notebook: Path, tmp_path: Path) -> None:
    """Every figure of a notebook becomes a picture of the promised size, with its words in it."""
    pictures = draw_slides([sample_notebook], tmp_path, "svg", execute=False)
    assert [path.name for path in pictures] == ["sample-1.svg", "sample-2.svg", "sample-3.svg"]
    assert "A dot is a day" in pictures[0].read_text(encoding="utf-8")
    assert f'width="{WIDTH}"' in pictures[0].read_text(encoding="utf-8")


@pytest.mark.browser
@pytest.mark.usefixtures("browser")
def test_picture_of_a_choice(make_tables: Make, tmp_path: Path) -> None:
    """An explorer draws what is chosen, with title, reading and sources, and the same each time."""
    explorer = explorers.explore_timeline(make_tables())
    explorer.state = {"kind_name": ["Launch"]}
    first, second = (explorer.save_picture(tmp_path / f"{n}.svg").read_text(encoding="utf-8") for n in "ab")
    assert first == second
    assert "One dated event" in first and "Source: one document" in first and "Session" not in first
    png = explorer.save_picture(tmp_path / "a.png").read_bytes()
    assert png[:4] == b"\x89PNG" and int.from_bytes(png[16:20], "big") == PIXELS * WIDTH
