"""What can go wrong, in words that name the file or the table and say what to do.

Everything the library raises on purpose is a `HanoiError`; any other exception is a mistake of ours.
"""

from pathlib import Path


class HanoiError(Exception):
    """Something the caller can mend. `str(error)` says what is wrong and what to do about it.

    >>> raise HanoiError("no such folder: letters", "Check the spelling.")
    Traceback (most recent call last):
    ...
    hanoi_lib.errors.HanoiError: no such folder: letters. Check the spelling.
    """

    def __init__(self, problem: str, remedy: str) -> None:
        """`problem` without a full stop, `remedy` as a sentence."""
        super().__init__(f"{problem}. {remedy}")
        self.problem = problem
        self.remedy = remedy


class NoDocuments(HanoiError):
    """A folder from which nothing can be built: missing, empty, or without a single readable document."""

    def __init__(self, folder: Path | str, problem: str, remedy: str) -> None:
        """`problem` continues the folder's name: "is empty"."""
        super().__init__(f"{folder} {problem}", remedy)
        self.folder = str(folder)


class UnreadableDocument(HanoiError):
    """One file that is no text, is empty, or is in an encoding that it does not declare."""

    def __init__(self, path: Path | str, problem: str, remedy: str) -> None:
        """`path` as the documents table names it: relative to the folder that is built."""
        super().__init__(f"{path}: {problem}", remedy)
        self.path = str(path)


class MissingText(HanoiError):
    """The text behind a citation is not at hand: its file is gone, or is no longer the one that was read."""


class UnreadableTables(HanoiError):
    """A folder of tables that is missing, incomplete, or not what the schema declares."""


class InvalidRows(HanoiError):
    """Rows that break the declaration of their table: our mistake, or an edited file."""


class UnshareableNotebook(HanoiError):
    """A notebook of which no report can be made: a cell fails or was never run, a mark cites no row."""
