"""Periods as the arithmetic needs them: the year a figure is of, the same stretch a year before.

Input: EDTF strings. Refuses terms, open ends, approximate dates and single days: nothing was measured over
them that could be held against another year.
"""

import re

_YEAR = re.compile(r"(\d{4})")
_MONTHS = re.compile(r"(\d{4})-(\d\d)/(\d{4})-(\d\d)")
LONG = 6  # months; growth over less may be against the months before, not the year before


def find_year(period: str) -> int | None:
    """The year that a period is all of.

    >>> find_year("2024"), find_year("2024-01/2024-12"), find_year("2024-01/2024-06"), find_year("2021/2025")
    (2024, 2024, None, None)
    """
    if _YEAR.fullmatch(period):
        return int(period)
    months = _MONTHS.fullmatch(period)
    whole = months and months[1] == months[3] and (months[2], months[4]) == ("01", "12")
    return int(months[1]) if months and whole else None


def find_year_before(period: str) -> str | None:
    """The same year, or the same months where they are half a year or more, one year earlier.

    >>> find_year_before("2025-01/2025-06"), find_year_before("2025"), find_year_before("2025-06")
    ('2024-01/2024-06', '2024', None)
    """
    if _YEAR.fullmatch(period):
        return f"{int(period) - 1:04}"
    months = _MONTHS.fullmatch(period)
    if not months or months[1] != months[3] or int(months[4]) - int(months[2]) + 1 < LONG:
        return None
    year = f"{int(months[1]) - 1:04}"
    return f"{year}-{months[2]}/{year}-{months[4]}"
