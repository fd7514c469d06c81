"""The README tells the truth: its tables, names, folders, notebooks and commands are those of the project."""

import re
from pathlib import Path

import pytest

import hanoi_lib
from hanoi_lib.cli import main
from hanoi_lib.schema import format_columns, format_tables

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_tables_are_those_of_the_schema() -> None:
    """What `python -m hanoi_lib.schema` prints stands between the marks."""
    printed = re.search(r"<!-- tables: .* -->\n(.*)\n<!-- end of tables -->", README, re.DOTALL)
    assert printed and printed[1] == format_tables()


def test_the_columns_are_those_of_the_schema() -> None:
    """docs/tables.md is what `python -m hanoi_lib.schema columns` prints."""
    assert (ROOT / "docs" / "tables.md").read_text(encoding="utf-8") == format_columns() + "\n"


def test_the_map_names_the_folders_that_are_there() -> None:
    """Every folder that the map names exists, and every module that it names."""
    table = README.split("## Where things are")[1]
    for folder in re.findall(r"^\| `([a-z_/]+)/` \|", table, re.MULTILINE):
        assert (ROOT / folder).is_dir(), folder
    modules = re.search(r"^\| `hanoi_lib/` \|(.*)", table, re.MULTILINE)
    assert modules
    for module in re.findall(r"`([a-z]+)`", modules[1]):
        assert (ROOT / "hanoi_lib" / f"{module}.py").is_file(), module


def test_every_notebook_is_listed() -> None:
    """No notebook is missing from the README, and none is listed that is not there."""
    listed = re.findall(r"^\| `(\d\d_[a-z_]+)` \|", README, re.MULTILINE)
    assert listed == sorted(path.stem for path in (ROOT / "notebooks").glob("*.ipynb"))


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md", "CHANGELOG.md"])
def test_links_lead_somewhere(page: str) -> None:
    """A link or picture within the project points to a file."""
    for target in re.findall(r"\]\(([^)#:]+)\)", (ROOT / page).read_text(encoding="utf-8")):
        assert (ROOT / target).is_file(), target


def test_the_cited_example_can_be_looked_up() -> None:
    """The words that the README cites stand where it says."""
    example = re.search(r'^> "([^"]+)" \(`([a-z-]+)/(\d+)-(\d+)`', README, re.MULTILINE)
    assert example
    words, document, start, end = example.groups()
    text = (ROOT / "data" / "documents" / f"{document}.txt").read_text(encoding="utf-8")
    assert text[int(start) : int(end)] == words


def test_every_make_target_that_is_named_exists() -> None:
    """The commands of README and CONTRIBUTING are those of the Makefile."""
    rules = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    text = README + (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    named = set(re.findall(r"(?:^    |`)make ([a-z]+)", text, re.MULTILINE))
    assert named >= {"report", "lab", "test"}
    assert named <= rules


@pytest.mark.parametrize("command", ["build", "check", "report", "figures", "lab"])
def test_every_command_explains_itself(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    """`hanoi COMMAND --help` works, and the README or the changelog names the command."""
    with pytest.raises(SystemExit) as ended:
        main([command, "--help"])
    assert ended.value.code == 0 and f"hanoi {command}" in capsys.readouterr().out
    assert f"hanoi {command}" in README


@pytest.mark.parametrize("name", hanoi_lib.__all__)
def test_every_public_name_is_there_and_explained(name: str) -> None:
    """Each name of `hanoi_lib` can be used and says what it is, with an example where it is a function."""
    thing = getattr(hanoi_lib, name)
    assert thing.__doc__ and thing.__doc__.strip()
    assert ">>>" in thing.__doc__
