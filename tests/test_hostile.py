"""Whatever a document holds, four times as much of it takes about four times as long to read, never sixteen.

Input is untrusted: a pattern that tries every way to part a run of brackets, or a reader that holds each
number against every other, would let one file stop a run. Only this process's time on the processor counts,
so that other work on the machine does not matter; twice what is due leaves room for what is left of chance.
"""

import gc
import time

import pytest

from hanoi_lib.documents import Document
from hanoi_lib.pipeline import read_statements

LEAST = 4_000  # characters: beyond what is read as one sentence
ENOUGH = 0.05  # seconds, so that a clock's tick is nothing
TIMES = 4  # how much more is read; at twice as much, chance and the caches of a processor weigh too heavily
SLACK = 2.0

# What is repeated. Without a line break it is one paragraph, without a full stop one sentence.
HOSTILE = {
    "digits": "1",
    "digits and commas": "1,234,",
    "digits and dots": "1.234",
    "numbers": "12 ",
    "years": "2025 ",
    "spans of years": "2025-2030 ",
    "dates": "on June 16, 2025 ",
    "dates run together": "1/1/2025",
    "percentages": "5% ",
    "shares of shares": "5% of GRDP ",
    "ranges of ranges": "from 1 to ",
    "amounts in open brackets": "VND1 (US$1 ",
    "open brackets": "(",
    "closed brackets": ")",
    "quotes": '"a" ',
    "commas": ",",
    "words and commas": "a, ",
    "full stops": ".",
    "dashes": "1-",
    "em dashes": "— ",
    "pipes": "a | ",
    "spaces": " ",
    "letters without a space": "a",
    "capitals without a space": "A",
    "capital letters": "A B ",
    "names": "Nguyen Van ",
    "posts": "Secretary of the Hanoi Party Committee, ",
    "offices": "Chairman Secretary Member ",
    "posts with names": "Chairman Nguyen Van A, Secretary Tran Van B, ",
    "of of of": "of ",
    "and and and": "grew and ",
    "committees": "the committee ",
    "districts": "Ba Dinh District, ",
    "undertakings": "Hanoi will build a road and ",
    "requests of requests": "asked Hanoi to ",
    "semicolons": "build roads; ",
    "meetings": "Hanoi met and opened the session ",
    "numbered sets": "three groups of tasks: ",
    "ordinals": "first, second, third, ",
    "short sentences": "It grew. ",
    "sentences with figures": "Hanoi's GRDP grew by 8 percent in 2024, said Tran Sy Thanh. ",
    "short lines": "Hanoi\n",
    "rows of a list": "- GRDP: 8%\n",
    "headings of teasers": "Related news\n",
    "questions and answers": "Reporter: What?\nAnswer: 8 percent in 2024.\n",
    "speakers": "Nguyen Van A: yes\n",
    "combining marks": "a\u0300\u0301",
    "signs without width": "a\u200b",
}


def measure(text: str) -> float:
    """The seconds of processor time that reading a text takes."""
    document = Document("d", "d.txt", text, "")
    gc.collect()
    begun = time.process_time()
    read_statements(document)
    return time.process_time() - begun


def find_size(unit: str) -> int:
    """How often to repeat something so that reading it takes long enough to be measured, up to a megabyte."""
    size = LEAST // len(unit)
    while measure(unit * size) < ENOUGH and size * len(unit) < 500_000:
        size *= 2
    return size


@pytest.mark.parametrize("unit", HOSTILE.values(), ids=HOSTILE)
def test_more_text_takes_its_share_of_time_and_no_more(unit: str) -> None:
    """A measurement that says otherwise is repeated, and the quickest of each length count."""
    size = find_size(unit)
    once, more = measure(unit * size), measure(unit * size * TIMES)
    for _ in range(8):
        if more > SLACK * TIMES * once:
            once, more = min(once, measure(unit * size)), min(more, measure(unit * size * TIMES))
    assert more <= SLACK * TIMES * once, f"{once:.2f} s, {TIMES} times as much {more:.2f} s"
