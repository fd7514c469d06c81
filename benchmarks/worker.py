"""One contender in a process of its own: `python -m benchmarks.worker NAME FOLDER ...`.

It loads, then answers each line it is sent with one line of JSON: `pass` reads all texts and gives the
processor seconds, `memory` the peak so far in bytes, `marks FOLDER` what is found in the texts of a folder.
"""

import json
import resource
import sys
import time
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any

from benchmarks.contenders import BY_NAME, Loaded
from benchmarks.texts import Text, read_texts


def peak_memory() -> int:
    """The most memory this process has held, in bytes."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else peak * 1024


def time_pass(loaded: Loaded, texts: Sequence[Text]) -> float:
    """Processor seconds to read all texts once."""
    loaded.forget()
    begun = time.process_time()
    loaded.read(texts)
    return time.process_time() - begun


def main() -> None:
    """Load, say so, then answer until nothing more is asked."""
    answers, sys.stdout = sys.stdout, sys.stderr  # whatever a library prints must not stand among the answers
    contender = BY_NAME[sys.argv[1]]
    texts = read_texts(map(Path, sys.argv[2:]))
    loaded = contender.load()
    loaded.read(texts[:1])
    answer: Any = {"version": contender.package and version(contender.package), "start": time.process_time()}
    print(json.dumps(answer), file=answers, flush=True)
    for question in map(str.strip, sys.stdin):
        if question == "pass":
            answer = time_pass(loaded, texts)
        elif question == "memory":
            answer = peak_memory()
        else:
            asked = read_texts([Path(question.removeprefix("marks "))])
            found = zip(asked, loaded.read(asked), strict=True)
            answer = [mark for text, one in found for mark in loaded.marks(text, one)]
        print(json.dumps(answer), file=answers, flush=True)


if __name__ == "__main__":
    main()
