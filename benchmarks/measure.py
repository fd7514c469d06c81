"""Time, memory and findings of the library beside its peers: what `make benchmark` runs.

Every contender waits in a process of its own and reads all texts once in each round, one after the other, so
that whatever else the machine does falls on all of them. Times are processor seconds, medians over the
rounds; a ratio is taken within each round before the median is.
"""

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from itertools import chain
from pathlib import Path
from statistics import median
from types import TracebackType
from typing import Any

from benchmarks.contenders import BUILD, CONTENDERS, OURS, Contender, Mark
from benchmarks.findings import KINDS, format_share, load_measure
from benchmarks.texts import HELD_OUT, ROOT, SETS, read_gold, read_texts

# One core for everybody: without this numpy starts a thread for each.
ENVIRONMENT = os.environ | dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
ENVIRONMENT |= {"PYTHONWARNINGS": "ignore"}
README = ROOT / "README.md"
FACTORS = (1, 2, 4, 8)
FOLDERS = tuple(SETS)


class Worker:
    """A contender's process."""

    def __init__(self, contender: Contender, python: str, folders: Iterable[Path]) -> None:
        """Start it and wait until it is ready."""
        command = [python, "-m", "benchmarks.worker", contender.name, *map(str, folders)]
        pipe = subprocess.PIPE
        self._process = subprocess.Popen(
            command, stdin=pipe, stdout=pipe, text=True, cwd=ROOT, env=ENVIRONMENT
        )
        hello = self._answer()
        self.version: str | None = hello["version"]
        self.start: float = hello["start"]

    def ask(self, question: str) -> Any:  # noqa: ANN401 - as many kinds of answers as questions
        """Its answer: see benchmarks.worker."""
        assert self._process.stdin
        self._process.stdin.write(f"{question}\n")
        self._process.stdin.flush()
        return self._answer()

    def _answer(self) -> Any:  # noqa: ANN401 - the same
        assert self._process.stdout
        line = self._process.stdout.readline()
        if not line:
            raise SystemExit(f"{self._process.args!r} ended with status {self._process.wait()}")
        return json.loads(line)

    def __enter__(self) -> "Worker":
        """It waits for questions."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None
    ) -> None:
        """No more questions: it ends."""
        self._process.communicate()


def take_turns(workers: Sequence[Worker], rounds: int) -> list[list[float]]:
    """Seconds of each worker in each round; a first round, in which everything is loaded, does not count."""
    times = [[worker.ask("pass") for worker in workers] for _ in range(rounds + 1)]
    return [list(column) for column in zip(*times[1:], strict=True)]


def ratio(times: Sequence[float], unit: Sequence[float]) -> float:
    """The median of the ratios within each round."""
    return median(time / one for time, one in zip(times, unit, strict=True))


def import_seconds(imports: Sequence[tuple[str, str]], rounds: int) -> list[float]:
    """Processor seconds to import each (python, module), each time in a fresh process, in turns."""
    code = "import time; begun = time.process_time(); import {}; print(time.process_time() - begun)"
    times: list[list[float]] = [[] for _ in imports]
    for _ in range(rounds):
        for seconds, (python, module) in zip(times, imports, strict=True):
            command = [python, "-c", code.format(module)]
            done = subprocess.run(
                command, capture_output=True, text=True, check=True, cwd=ROOT, env=ENVIRONMENT
            )
            seconds.append(float(done.stdout.split()[-1]))
    return [median(seconds) for seconds in times]


def compare(peers: str, rounds: int) -> Iterator[str]:
    """The table of contenders, and what importing costs."""
    pythons = [peers if contender.peer else sys.executable for contender in CONTENDERS]
    with ExitStack() as stack:
        workers = [
            stack.enter_context(Worker(c, p, FOLDERS)) for c, p in zip(CONTENDERS, pythons, strict=True)
        ]
        times = take_turns(workers, rounds)
        memory = [worker.ask("memory") / 1e6 for worker in workers]
        found = [find_cells(worker) for worker in workers]
    modules = [(p, c.module) for p, c in zip(pythons, CONTENDERS, strict=True)]
    *imports, lazily, pandas = import_seconds(
        [*modules, (sys.executable, "hanoi_lib"), (sys.executable, "pandas")], min(rounds, 5)
    )
    yield from table_head("", "does", "time, `re` = 1", "peak memory, MB", "import, s", "ready, s", *KINDS)
    for i, contender in enumerate(CONTENDERS):
        cells = [" ".join(filter(None, (contender.name, workers[i].version))), contender.task]
        cells += [
            f"{ratio(times[i], times[0]):.1f}",
            f"{memory[i]:.0f}",
            f"{imports[i]:.2f}",
            f"{workers[i].start:.2f}",
        ]
        yield table_row(*cells, *found[i])
    size = sum(len(text.text) for text in read_texts(FOLDERS))
    yield ""
    yield f"{size:,} characters of text; one `re` pass took {median(times[0]) * 1000:.0f} ms."
    yield f"`import hanoi_lib` alone takes {lazily:.2f} s, `import pandas` {pandas:.2f} s."


def find_cells(worker: Worker) -> list[str]:
    """What it finds of each kind: in the texts that are timed, and in those held out."""
    measure = load_measure()
    shares = []
    for folders in (SETS, HELD_OUT):
        marks = [Mark(*mark) for folder in folders for mark in worker.ask(f"marks {folder}")]
        gold = read_gold(folders.values())
        shares.append([format_share(kind, marks, gold, measure) for kind in KINDS])
    return [" / ".join(filter(None, pair)) for pair in zip(*shares, strict=True)]


def grow(rounds: int) -> Iterator[str]:
    """The tables of growth: more documents, and longer ones."""
    with tempfile.TemporaryDirectory() as folder:
        for what, who, write in (("documents", BUILD, write_copies), ("one document", OURS, write_longer)):
            folders = [Path(folder) / what / str(factor) for factor in FACTORS]
            sizes = [write(path, factor) for path, factor in zip(folders, FACTORS, strict=True)]
            with ExitStack() as stack:
                workers = [stack.enter_context(Worker(who, sys.executable, [path])) for path in folders]
                times = take_turns(workers, rounds)
                memory = [worker.ask("memory") / 1e6 for worker in workers]
            yield from table_head(what, "characters", "time, shortest = 1", "peak memory, MB")
            for i, factor in enumerate(FACTORS):
                yield table_row(
                    f"{factor} x",
                    f"{sizes[i] / sizes[0]:.2f} x",
                    f"{ratio(times[i], times[0]):.2f}",
                    f"{memory[i]:.0f}",
                )
            yield ""


def write_copies(folder: Path, factor: int) -> int:
    """Every text so many times, each under another name; the number of characters."""
    folder.mkdir(parents=True)
    texts = read_texts(FOLDERS)
    for copy in range(factor):
        for text in texts:
            (folder / f"{text.document_id}-{copy}.txt").write_text(text.text, encoding="utf-8")
    return factor * sum(len(text.text) for text in texts)


def write_longer(folder: Path, factor: int) -> int:
    """One document of every eighth, fourth, second paragraph of all texts, or of all: it repeats nothing."""
    folder.mkdir(parents=True)
    paragraphs = [line for text in read_texts(FOLDERS) for line in text.text.splitlines() if line.strip()]
    text = "\n\n".join(paragraphs[:: FACTORS[-1] // factor])
    (folder / "long.txt").write_text(text, encoding="utf-8")
    return len(text)


def table_head(*headings: str) -> Iterator[str]:
    """The first two lines of a table: words to the left, figures to the right."""
    yield table_row(*headings)
    yield table_row(*("---" if heading in ("", "does") else "---:" for heading in headings))


def table_row(*cells: str) -> str:
    """One line of a table."""
    return f"| {' | '.join(cells)} |"


def write_readme(block: str, name: str = "benchmark") -> None:
    """Put the tables where the README shows them: between the marks of that name."""
    text = README.read_text(encoding="utf-8")
    marks = rf"(<!-- {name}: .* -->\n).*(\n<!-- end of {name} -->)"
    new, count = re.subn(marks, lambda found: found[1] + block + found[2], text, flags=re.DOTALL)
    if not count:
        raise SystemExit(f"README.md has no place for the {name}.")
    README.write_text(new, encoding="utf-8")


def main() -> None:
    """Measure, print, and only if asked write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("peers", help="the python of the benchmark's environment")
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--readme", action="store_true", help="write the tables into README.md")
    options = parser.parse_args()
    lines = []
    for line in chain(compare(options.peers, options.rounds), [""], grow(options.rounds)):
        lines.append(line)
        print(line, flush=True)
    if options.readme:
        write_readme("\n".join(lines).strip())


if __name__ == "__main__":
    main()
