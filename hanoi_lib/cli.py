"""The command `hanoi`: build tables, check them, measure them, render reports and pictures, open JupyterLab.

Progress goes to stderr, results to stdout. The exit status is 0 when all went well, 1 when a part failed and
the rest was done, 2 when nothing could be done; then nothing was written, and what was there stays as it was.
"""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from datetime import date
from importlib.metadata import version
from pathlib import Path
from urllib.parse import quote

from hanoi_lib.errors import HanoiError, UnshareableNotebook

# Only what every command needs is imported here: `hanoi --help` should not wait for plotly.

EVERY = 50  # documents between two lines of progress where lines cannot be overwritten


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status.

    >>> main(["build", "no-such-folder", "--output", "tables"])
    2
    """
    options = _build_parser().parse_args(arguments)
    run: Callable[[argparse.Namespace], int] = options.run
    try:
        return run(options)
    except HanoiError as error:
        print(f"hanoi: {error}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130  # what a shell expects of a command that was interrupted


def _build_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="hanoi", description="News reports as tables that cite their words."
    )
    parser.add_argument("--version", action="version", version=f"hanoi {version('hanoi-lib')}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    build = commands.add_parser("build", help="read a folder of documents into tables")
    build.add_argument("documents", type=Path, metavar="DOCUMENTS", help="folder of .txt files")
    build.add_argument(
        "--output", type=Path, required=True, metavar="TABLES", help="folder for the CSV files"
    )
    build.add_argument("--parquet", action="store_true", help="also write TABLES/parquet/")
    build.add_argument("--sqlite", action="store_true", help="also write TABLES/hanoi.sqlite")
    build.add_argument("--quiet", action="store_true", help="say nothing but errors")
    build.set_defaults(run=run_build)

    check = commands.add_parser("check", help="check that tables keep their schema and their citations hold")
    check.add_argument("tables", type=Path, metavar="TABLES", help="folder that hanoi build wrote")
    check.set_defaults(run=run_check)

    evaluate = commands.add_parser("evaluate", help="hold what is read against annotated texts")
    evaluate.add_argument(
        "folders",
        type=Path,
        nargs="*",
        metavar="DOCUMENTS GOLD",
        help="two folders; by default the project's own sets",
    )
    evaluate.add_argument("--errors", action="store_true", help="list every miss and every false row")
    evaluate.add_argument("--readme", action="store_true", help="print only the table of the README")
    evaluate.add_argument("--output", type=Path, metavar="FILE", help="also write the counts as CSV")
    evaluate.add_argument(
        "--measure",
        type=Path,
        default=Path("tests/score.py"),
        metavar="FILE",
        help="what pairs rows and gold",
    )
    evaluate.set_defaults(run=run_evaluate)

    report = commands.add_parser("report", help="render notebooks to HTML files that need no network")
    report.add_argument("--notebook", nargs="+", metavar="NAME", help="only these, such as 02_leadership")
    report.add_argument(
        "--notebooks", type=Path, default=Path("notebooks"), metavar="DIR", help="where they lie"
    )
    report.add_argument("--output", type=Path, default=Path("reports"), help="folder for the HTML files")
    report.set_defaults(run=run_report)

    figures = commands.add_parser("figures", help="draw the charts of notebooks as pictures for slides")
    figures.add_argument("--notebook", nargs="+", metavar="NAME", help="only these, such as 02_leadership")
    figures.add_argument(
        "--notebooks", type=Path, default=Path("notebooks"), metavar="DIR", help="where they lie"
    )
    figures.add_argument("--output", type=Path, default=Path("figures"), help="folder for the pictures")
    figures.add_argument("--format", choices=("png", "svg"), default="png", help="by default png")
    figures.set_defaults(run=run_figures)

    lab = commands.add_parser("lab", help="open JupyterLab on a notebook")
    lab.add_argument("notebook", type=Path, nargs="?", metavar="NOTEBOOK", help="by default the first")
    lab.add_argument("options", nargs="*", metavar="OPTION", help="for jupyter lab itself, after NOTEBOOK --")
    lab.set_defaults(run=run_lab)
    return parser


def run_build(options: argparse.Namespace) -> int:
    """Documents -> tables; 1 if some documents could not be read."""
    from hanoi_lib.pipeline import build
    from hanoi_lib.store import write_tables

    progress = Progress(sys.stderr.isatty())
    tables = build(options.documents, progress=None if options.quiet else progress.show)
    errors = tables.documents["error"].dropna()
    for error in errors:
        print(f"hanoi: not read: {error}", file=sys.stderr)
    if len(errors) == len(tables.documents):
        raise HanoiError(f"nothing in {options.documents} could be read", "Nothing was written.")
    write_tables(tables, options.output, parquet=options.parquet, sqlite=options.sqlite)
    if not options.quiet:
        counts = {name: len(frame) for name, frame in tables.frames()}
        print(format_summary(options.output, counts, len(errors)))
    return 1 if len(errors) else 0


def format_summary(output: Path, counts: dict[str, int], errors: int) -> str:
    """What a build did: documents read, rows per table, sentences not read.

    >>> print(format_summary(Path("tables"), {"documents": 3, "events": 12, "silences": 2}, 1))
    2 of 3 documents read, tables in tables
          12  events
           2  sentences hold something that was not read (silences.csv)
           1  document could not be read (the column error of documents.csv says why)
    """
    read, rows = counts["documents"] - errors, dict(counts)
    silences = rows.pop("silences")
    del rows["documents"]
    lines = [f"{read} of {read + errors} documents read, tables in {output}"]
    lines += [f"{count:8,}  {name}" for name, count in rows.items() if count]
    clause = "sentence holds" if silences == 1 else "sentences hold"
    lines += [f"{silences:8,}  {clause} something that was not read (silences.csv)"]
    if errors:
        noun = "document" if errors == 1 else "documents"
        lines += [f"{errors:8,}  {noun} could not be read (the column error of documents.csv says why)"]
    return "\n".join(lines)


class Progress:
    """How far a build is: one line that renews itself on a terminal, else a line now and then."""

    def __init__(self, renews: bool) -> None:
        """`renews` where a line can be overwritten."""
        self.renews = renews

    def show(self, done: int, total: int, name: str) -> None:
        """Tell that `done` of `total` documents are read, `name` the last of them."""
        if self.renews:
            # \\x1b[K wipes what a longer name left behind.
            print(
                f"\r{done} of {total}  {name[:60]}\x1b[K",
                end="\n" if done == total else "",
                file=sys.stderr,
                flush=True,
            )
        elif done % EVERY == 0 and done:
            print(f"{done} of {total} documents", file=sys.stderr, flush=True)


def run_check(options: argparse.Namespace) -> int:
    """Tables and documents -> their broken promises; 1 if there are any."""
    from hanoi_lib.integrity import find_problems
    from hanoi_lib.store import read

    tables = read(options.tables)
    problems = find_problems(tables)
    for problem in problems:
        print(problem)
    rows = sum(len(frame) for _, frame in tables.frames())
    print(f"{len(problems)} problems in {rows:,} rows" if problems else f"all is well in {rows:,} rows")
    return 1 if problems else 0


def run_evaluate(options: argparse.Namespace) -> int:
    """Documents and gold -> how much of it is read, and how rightly."""
    from hanoi_lib.evaluation import ALL, SETS, evaluate, format_claims, format_scores, format_scores_csv

    if options.folders and len(options.folders) != 2:
        raise HanoiError("two folders are needed", "Name the documents and their gold, or neither.")
    sets = {str(options.folders[0]): options.folders} if options.folders else SETS
    figures, measured = [], {}
    for name, (documents, gold) in sets.items():
        scores = measured[name] = evaluate(Path(documents), Path(gold), options.measure, options.errors)
        figures.append((name, scores[ALL].rate(scores[ALL].right)[2]))
        if not options.readme:
            print(name, *format_scores(scores), "", sep="\n")
    if options.readme:
        print(format_claims(figures))
    if options.output:
        options.output.write_text(format_scores_csv(measured), encoding="utf-8")
    return 0


def run_report(options: argparse.Namespace) -> int:
    """Notebooks -> HTML files; 1 if a notebook failed, which then is missing from the rest."""
    from hanoi_lib.reports.report import render

    today = date.today()  # what only the index says
    return _print_paths(lambda notebooks, say: render(notebooks, options.output, say, today=today), options)


def run_figures(options: argparse.Namespace) -> int:
    """Notebooks -> pictures of their charts; 1 if a notebook failed, whose charts then are missing."""
    from hanoi_lib.reports.slides import draw_slides

    return _print_paths(
        lambda notebooks, say: draw_slides(notebooks, options.output, options.format, say), options
    )


def _print_paths(
    write: Callable[[list[Path], Callable[[str], None]], list[Path]], options: argparse.Namespace
) -> int:
    notebooks = find_notebooks(options.notebooks, options.notebook)
    try:
        paths = write(notebooks, lambda line: print(line, file=sys.stderr))
    except UnshareableNotebook as error:
        print(f"hanoi: {error}", file=sys.stderr)
        return 1
    for path in paths:
        print(path)
    return 0


def find_notebooks(folder: Path, names: Sequence[str] | None = None) -> list[Path]:
    """The notebooks of a folder in the order of their names; with `names` only these.

    Raises:
        HanoiError: there are none, or none of that name.
    """
    found = {path.stem: path for path in sorted(folder.glob("*.ipynb"))}
    if not found:
        raise HanoiError(
            f"no notebooks in {folder}", "Run this from the project's folder, or name it: --notebooks."
        )
    wanted = [name.removesuffix(".ipynb") for name in names or found]
    if unknown := [name for name in wanted if name not in found]:
        raise HanoiError(f"no notebook {unknown[0]} in {folder}", f"There are {', '.join(found)}.")
    return [found[name] for name in wanted]


def run_lab(options: argparse.Namespace) -> int:
    """Become JupyterLab, on the notebook named or the first one."""
    notebook = options.notebook or find_notebooks(Path("notebooks"))[0]
    if not notebook.is_file():
        raise HanoiError(f"no such notebook: {notebook}", "hanoi lab without a name opens the first one.")
    here, notebook = Path.cwd(), notebook.resolve()
    # Where the notebook lies in the project, the project's folder is shown beside it: its data belong to it.
    root = here if notebook.is_relative_to(here) else notebook.parent
    settings = [
        f"--ServerApp.root_dir={root}",
        f"--LabApp.default_url=/lab/tree/{quote(notebook.relative_to(root).as_posix())}",
        "--LabApp.news_url=None",  # nothing here asks the network for news or new versions
        "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
    ]
    command = [sys.executable, "-m", "jupyterlab", *settings, *options.options]
    os.execv(sys.executable, command)


if __name__ == "__main__":
    sys.exit(main())
