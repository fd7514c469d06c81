"""Which words name a time: the spans, and the time that the search for them takes."""

import time

import pytest

from hanoi_lib.dates.expressions import find_expressions
from hanoi_lib.dates.forms import FORMS


def read(sentence: str) -> list[tuple[str, str]]:
    """Form and words of each expression."""
    return [(e.form, sentence[e.start : e.end]) for e in find_expressions(sentence, 0, len(sentence))]


# One sentence for each form.
EXAMPLES = {
    "iso": ("It was 2024-11-27.", "2024-11-27"),
    "numeric": ("It was 14/1/2025.", "14/1/2025"),
    "n_quarters": ("It fell in the first two quarters.", "the first two quarters"),
    "day_month_span": ("It ran from 28 June to 2 July.", "28 June to 2 July"),
    "month_day_span": ("It ran from June 28 to July 2.", "June 28 to July 2"),
    "month_day_slash": ("It was December, 28/2016.", "December, 28/2016"),
    "month_day": ("It was on Tuesday, June 17.", "Tuesday, June 17"),
    "day_month": ("It was on 5 March 2021.", "5 March 2021"),
    "month_span": ("It fell in January-October.", "January-October"),
    "month_year_span": ("He led from April 2014 to March 2016.", "April 2014 to March 2016"),
    "quarter": ("It fell in late first quarter of 2021.", "late first quarter of 2021"),
    "half": ("It fell in the first half of the year.", "the first half of the year"),
    "half_year": ("It fell in the half-year.", "the half-year"),
    "n_months": ("It fell over the past six months.", "the past six months"),
    "months_of": ("It fell in 10 months of 2024.", "10 months of 2024"),
    "the_months": ("It fell over the seven months.", "the seven months"),
    "n_month": ("The nine-month total fell.", "nine-month"),
    "n_years": ("It grew over the past five years.", "the past five years"),
    "decade": ("It grew over the past decade.", "the past decade"),
    "the_years": ("It grew in the five years.", "the five years"),
    "years": ("It is for the 2025-30 term.", "2025-30"),
    "years_to": ("It grew from 2021 to 2024.", "2021 to 2024"),
    "edge_month": ("It is due by the end of May.", "the end of May"),
    "month": ("It fell in October.", "October"),
    "edge_year": ("It is due by the end of this year.", "the end of this year"),
    "decades": ("It was built in the 1990s.", "the 1990s"),
    "same_period": ("It fell in the same period last year.", "the same period last year"),
    "year_ago": ("It rose 5% year-on-year.", "year-on-year"),
    "month_ago": ("It rose 5% month on month.", "month on month"),
    "later": ("It opened two months later.", "two months later"),
    "year_ref": ("It fell last year.", "last year"),
    "month_ref": ("It fell last month.", "last month"),
    "week_ref": ("It fell last week.", "last week"),
    "quarter_ref": ("It fell this quarter.", "this quarter"),
    "day_ref": ("It met this afternoon.", "this afternoon"),
    "weekday": ("It met on Friday afternoon.", "Friday afternoon"),
    "term_ref": ("It fell in the previous term.", "the previous term"),
    "year": ("By 2030 it will be green.", "2030"),
}


@pytest.mark.parametrize("form", FORMS)
def test_every_form_is_found_by_its_example(form: str) -> None:
    """Each form of the grammar finds what it is for, and its whole span without the preposition."""
    sentence, words = EXAMPLES[form]
    assert read(sentence) == [(form, words)]


HOSTILE = [
    "1" * 4000,
    "2020-" * 1000,
    "June " * 1000,
    "the first " * 500,
    "(" * 4000,
    "from 2020 to " * 400,
    "x" * 4000,
    "of the year " * 400,
]


@pytest.mark.parametrize("text", HOSTILE, ids=[h[:12] for h in HOSTILE])
def test_time_grows_with_the_length_alone(text: str) -> None:
    """Twice the text takes about twice the time, whatever it holds."""

    def measure(sample: str) -> float:
        times = []
        for _ in range(3):
            start = time.process_time()
            list(find_expressions(sample, 0, len(sample)))
            times.append(time.process_time() - start)
        return min(times)

    assert measure(text * 4) < 4 * 3 * measure(text) + 0.2
