"""The project as a whole: what is committed is what it says it is, and a clone needs nothing else."""

import hashlib
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import frictionless
import pytest

from hanoi_lib.cli import main
from hanoi_lib.schema import TABLES

ROOT = Path(__file__).parent.parent
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))

DOCUMENTS = {
    "action-program": "b2d4497c57257a9a7b02fe512f2fbec61a833c37c04dc558dd743de53ec9de2c",
    "growth-model": "61cc29b2c80a4fc535ad5a10b2039e3b5ae0346980af1ef88c990d8843031577",
    "politburo-sessions": "6bfa97157180034f2a949085fb58bf686ed51d17fab741f866af59b09725e14c",
    "to-lam-working-session": "e4b8593488a7510f838c2766a06b1574895f056cf76cce998b5a51b15ae4e10b",
    "vuong-dinh-hue-interview": "66aad598df50db437134cdb3336f1795d699c9f331d26fa7ec79c0825c16fc27",
}


def list_committed() -> Iterator[tuple[Path, str]]:
    """Every text file that git knows or would take, with its content."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.splitlines()
    for name in listed:
        try:
            yield Path(name), (ROOT / name).read_text(encoding="utf-8")
        except (UnicodeDecodeError, FileNotFoundError):
            continue  # a picture, or a file that was just removed


@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_documents_are_as_received(name: str) -> None:
    """Not one byte of a source is edited; every citation counts on it."""
    content = (ROOT / "data" / "documents" / f"{name}.txt").read_bytes()
    assert hashlib.sha256(content).hexdigest() == DOCUMENTS[name]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tables that the code builds from the project's documents now, in the same place beside them."""
    data = tmp_path_factory.mktemp("project") / "data"
    (data / "documents").mkdir(parents=True)
    for path in sorted((ROOT / "data" / "documents").iterdir()):
        (data / "documents" / path.name).write_bytes(path.read_bytes())
    assert main(["build", str(data / "documents"), "--output", str(data / "tables"), "--quiet"]) == 0
    return data / "tables"


@pytest.mark.parametrize("name", [*(f"{table}.csv" for table in TABLES), "datapackage.json"])
def test_the_committed_tables_are_what_the_code_builds(name: str, built: Path) -> None:
    """`make tables` would change nothing; if this fails, run it and look at the difference."""
    assert (ROOT / "data" / "tables" / name).read_bytes() == (built / name).read_bytes()


def test_the_data_package_is_valid_for_others(built: Path) -> None:
    """Frictionless reads every table and finds types, required values, keys and pointers kept."""
    report = frictionless.validate(str(built / "datapackage.json"))
    assert report.valid, report.flatten(["fieldName", "rowNumber", "message"])


def test_building_twice_gives_the_same_bytes(built: Path, tmp_path: Path) -> None:
    """No clock, no chance, no order of a set; the second time in a process with another hash seed."""
    tables = built.parent / "again"
    command = [sys.executable, "-m", "hanoi_lib.cli", "build", str(built.parent / "documents")]
    environment = {"PYTHONHASHSEED": "4711", "PATH": "", "HOME": str(tmp_path)}
    subprocess.run([*command, "--output", str(tables), "--quiet"], check=True, cwd=ROOT, env=environment)
    for path in sorted(built.iterdir()):
        assert (tables / path.name).read_bytes() == path.read_bytes(), path.name


def test_environment_yml_is_what_pyproject_says(tmp_path: Path) -> None:
    """`make lock` would not change it."""
    made = tmp_path / "environment.yml"
    folder = Path(sys.executable).parent
    subprocess.run([str(ROOT / ".ci" / "environment"), str(folder), str(made)], check=True, cwd=ROOT)
    assert made.read_text() == (ROOT / "environment.yml").read_text()


def test_the_lock_pins_and_hashes_every_dependency() -> None:
    """Each dependency of pyproject.toml is there, everything has a hash, and no index is named."""
    lock = (ROOT / "requirements.lock").read_text()
    entries = re.split(r"\n(?=[a-z])", lock)[1:]
    pinned = {re.split(r"==", entry)[0] for entry in entries}
    assert all("--hash=sha256:" in entry and "==" in entry for entry in entries)
    project = PYPROJECT["project"]
    for dependency in project["dependencies"] + project["optional-dependencies"]["test"]:
        assert re.split(r"[<>=]", dependency)[0] in pinned
    assert "://" not in lock and "index-url" not in lock


def test_every_dependency_has_its_reason() -> None:
    """A comment beside each says what it is for."""
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    project = PYPROJECT["project"]
    for dependency in project["dependencies"] + project["optional-dependencies"]["test"]:
        assert re.search(rf'"{re.escape(dependency)}", *# \w', text), dependency


def test_every_exception_to_a_rule_has_its_reason() -> None:
    """Behind each noqa, type: ignore and rule that is switched off stands why."""
    mark = re.compile(r"# (?:noqa|type: ignore)(?:\[[a-z, -]+\])?:?(?P<rest>.*)")
    for path, text in list_committed():
        if path.suffix == ".py":
            for line in text.splitlines():
                if found := mark.search(line):
                    assert re.search(r"[a-z]+ [a-z]+", found["rest"]), f"{path}: {line.strip()}"
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    for rule in PYPROJECT["tool"]["ruff"]["lint"]["ignore"]:
        assert re.search(rf'"{rule}",? *# \w', text), rule


def test_nothing_committed_knows_this_machine() -> None:
    """No file holds a path of somebody's machine or the host of a package registry."""
    # Written in pieces, so that this line does not find itself.
    places = r"(?<![\w.])/(?:work|farm|root|home|Users)/[A-Za-z.]"
    hosts = "|".join([r"pythonh" r"osted\.org", r"py" r"pi\.org", r"npm" r"js\.org", r"deb\.deb" r"ian\.org"])
    pattern = re.compile(f"{places}|{hosts}")
    for path, text in list_committed():
        assert not (found := pattern.search(text)), f"{path}: {found and found[0]}"
