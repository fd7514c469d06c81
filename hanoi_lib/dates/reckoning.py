"""The days that an expression of time covers, given what is known of the document's own day.

What an expression leaves open ("June 16", "this year", "the same period") is settled by the day or range
in which the document was published, by the tense of its sentence and by what the text named before.
Refuses to settle what the range leaves open: "this year" in a text of 2020 or 2021 is None.
"""

from collections.abc import Callable
from typing import Final

from hanoi_lib.dates.anchors import Parts, Setting, find_year, with_year
from hanoi_lib.dates.expressions import Expression, parse_day, parse_month, parse_number, parse_ordinal
from hanoi_lib.dates.relative import STEPS, read_day_ref, read_later, read_week, read_weekday
from hanoi_lib.dates.stretches import Stretch, before, day, days, month, months, shift, year, years


def find_stretch(expression: Expression, setting: Setting) -> Stretch | None:
    """The days an expression covers; None where the text leaves them open."""
    return _READERS[expression.form](expression.parts, setting)


def _read_iso(parts: Parts, _: Setting) -> Stretch | None:
    return day(int(parts["y"]), int(parts["m"]), int(parts["d"]))


def _read_numeric(parts: Parts, _: Setting) -> Stretch | None:
    number, month_number = int(parts["d"]), int(parts["m"])
    if month_number > 12 >= number:  # written the American way
        number, month_number = month_number, number
    return day(int(parts["y"]), month_number, number)


def _read_day(parts: Parts, setting: Setting) -> Stretch | None:
    first, last = parse_day(parts.get("d1") or parts["d"]), parse_day(parts.get("d2") or parts["d"])
    first_month = parse_month(parts["m"])
    last_month = parse_month(parts.get("m2") or parts["m"])

    def build(number: int) -> Stretch | None:
        return days(number, first_month, first, number + (last_month < first_month), last_month, last)

    return with_year(build, parts, setting)


def _read_month(parts: Parts, setting: Setting) -> Stretch | None:
    number = parse_month(parts.get("m") or parts["m2"])
    which, now = (parts.get("which") or "").lower(), setting.now
    if which and now and now.year and now.first.month == now.last.month:
        past = number < now.first.month
        return month(now.year + {"last": 0 if past else -1, "next": 1 if past else 0}.get(which, 0), number)
    return with_year(lambda y: month(y, number), parts, setting)


def _read_month_span(parts: Parts, setting: Setting) -> Stretch | None:
    first, last = parse_month(parts.get("m") or parts["m3"]), parse_month(parts.get("m2") or parts["m4"])
    return with_year(lambda y: months(y, first, (last - first) % 12 + 1), parts, setting)


def _read_month_year_span(parts: Parts, _: Setting) -> Stretch | None:
    first, last = parse_month(parts["m"]), parse_month(parts["m2"])
    count = 12 * (int(parts["y2"]) - int(parts["y"])) + last - first + 1
    return months(int(parts["y"]), first, count) if count > 0 else None


def _read_quarter(parts: Parts, setting: Setting) -> Stretch | None:
    number = int(parts["q"]) if "q" in parts else parse_ordinal(parts["n"])
    if number < 0 and not {"ref", "y"} & parts.keys():
        return _quarter_from_now(-1, setting)
    number = number if number > 0 else 4
    return with_year(lambda y: months(y, 3 * number - 2, 3, "quarter"), parts, setting)


def _quarter_from_now(by: int, setting: Setting) -> Stretch | None:
    now = setting.now
    if now is None or (now.first.year, (now.first.month - 1) // 3) != (
        now.last.year,
        (now.last.month - 1) // 3,
    ):
        return None
    return months(now.first.year, (now.first.month - 1) // 3 * 3 + 1 + 3 * by, 3, "quarter")


def _read_half(parts: Parts, setting: Setting) -> Stretch | None:
    second = parts.get("q") == "2" or ("n" in parts and parse_ordinal(parts["n"]) != 1)
    return with_year(lambda y: months(y, 7 if second else 1, 6, "half"), parts, setting)


def _read_quarters(parts: Parts, setting: Setting) -> Stretch | None:
    count = 3 * parse_number(parts["n"])
    first = 1 if parts["which"].lower() == "first" else 13 - count
    return with_year(lambda y: months(y, first, count, "half" if count == 6 else "months"), parts, setting)


def _first_months(count: int, parts: Parts, setting: Setting) -> Stretch | None:
    return with_year(lambda y: months(y, 1, count, "half" if count == 6 else "months"), parts, setting)


def _read_n_months(parts: Parts, setting: Setting) -> Stretch | None:
    count, which, now = parse_number(parts["n"]), parts["which"].lower(), setting.now
    if not 1 <= count <= 12:
        return None
    if which in ("first", "opening"):
        return _first_months(count, parts, setting)
    if (which in ("last", "final", "remaining") and "ref" in parts) or which == "remaining":
        return with_year(lambda y: months(y, 13 - count, count), parts, setting)
    if which not in ("next", "coming", "following") and (named := setting.memory.of_length(count)):
        return named
    if now is None or (now.first.year, now.first.month) != (now.last.year, now.last.month) or which == "same":
        return None
    if which in ("next", "coming", "following"):
        return months(now.first.year, now.first.month + 1, count)
    # A month that is all but over counts as past.
    return months(now.first.year, now.first.month - count + (now.first.day > 20), count)


def _read_months_of(parts: Parts, setting: Setting) -> Stretch | None:
    return _first_months(min(parse_number(parts["n"]), 12) or 1, parts, setting)


def _read_the_months(parts: Parts, setting: Setting) -> Stretch | None:
    count = parse_number(parts["n"])
    if not 2 <= count <= 12:
        return None
    named = setting.memory.of_length(count)
    if named and setting.tense == "past" and setting.now and named.first > setting.now.last:
        named = None  # the quarter to come is not what "in the three months" reports on
    # "in eight months" without "the" lasts that long, unless the text has spoken of just those months or
    # comes out when they are just over
    over = setting.now is not None and setting.now.first.month in (count, count + 1)
    return named or (_first_months(count, parts, setting) if "the" in parts or over else None)


def _read_n_month(parts: Parts, setting: Setting) -> Stretch | None:
    return _read_the_months({**parts, "the": "the"}, setting)


def _read_half_year(parts: Parts, setting: Setting) -> Stretch | None:
    return setting.memory.latest.get("half") or _first_months(6, parts, setting)


def _read_n_years(parts: Parts, setting: Setting) -> Stretch | None:
    which, unit = parts["which"].lower(), parts["unit"].lower()
    count = 10 if unit == "decade" else parse_number(parts["n"])
    if unit not in ("year", "decade") or which == "first":
        return None
    if which == "same":
        return setting.memory.of_length(12 * count)
    now = setting.now.year if setting.now else None
    if now is None:
        return None
    ahead = which in ("next", "coming", "following")
    for term in setting.memory.terms:  # "the next five years" of a text that names a term of five years
        near = term.first.year - now if ahead else now - term.last.year
        if near in (0, 1) and 0 <= term.months - 12 * count <= 12:
            return term
    return years(now, now + count) if ahead else years(now - count, now)


def _read_the_years(parts: Parts, setting: Setting) -> Stretch | None:
    count = parse_number(parts["n"])
    return setting.memory.of_length(12 * count) if count > 1 else None


def _read_years(parts: Parts, _: Setting) -> Stretch | None:
    first, second = (
        next(parts[name] for name in names if name in parts)
        for names in (("y", "y3", "y5"), ("y2", "y4", "y6"))
    )
    last = int(second) if len(second) == 4 else int(first[:2] + second)
    if not 0 < last - int(first) <= 60:
        return None
    return years(int(first), last, "term" if "tail" in parts else "years")


def _read_same_period(parts: Parts, setting: Setting) -> Stretch | None:
    what, memory = parts["what"].lower(), setting.memory
    named = memory.latest.get(what) if what in ("month", "quarter", "term") else memory.period
    if "prior" in parts:
        kind = next((k for k in ("term", "month", "quarter") if k in parts["prior"].lower()), "")
        return before(memory.latest.get(kind) or named)
    if "ref" not in parts:
        return named
    number = find_year(parts["ref"], setting)
    if number is None or named is None:
        return year(number) if number else None
    return shift(named, number - named.last.year)


def _read_year_ago(_: Parts, setting: Setting) -> Stretch | None:
    memory = setting.memory
    told = memory.day if memory.day and not memory.sentence else memory.told or memory.period
    if told and told.kind not in ("years", "term"):
        return shift(told, -1)
    return year(setting.now.year - 1) if setting.now and setting.now.year else None


def _read_month_ago(_: Parts, setting: Setting) -> Stretch | None:
    return before(setting.memory.latest.get("month"))


def _read_year(parts: Parts, setting: Setting) -> Stretch | None:
    number = find_year(parts.get("ref", "the year"), setting)
    return year(number) if number else None


def _read_month_ref(parts: Parts, setting: Setting) -> Stretch | None:
    words, now, named = parts["ref"].lower(), setting.now, setting.memory.latest.get("month")
    by = 1 if "next" in words or "following" in words else -1 if "last" in words or "previous" in words else 0
    if words.startswith("the"):
        return month(named.first.year, named.first.month + by) if named else None
    known = now and (now.first.year, now.first.month) == (now.last.year, now.last.month)
    return month(now.first.year, now.first.month + by) if now and known else None


def _read_quarter_ref(parts: Parts, setting: Setting) -> Stretch | None:
    if parts["ref"].lower() == "the":
        return setting.memory.latest.get("quarter")
    return _quarter_from_now(STEPS[parts["ref"].lower()], setting)


def _read_term(parts: Parts, setting: Setting) -> Stretch | None:
    words, memory = parts["ref"].lower(), setting.memory
    if words.endswith("period"):
        single = memory.period is not None and memory.period.kind == "year"
        return (
            (memory.latest.get("years") or memory.latest.get("term") or memory.period)
            if single
            else memory.period
        )
    ended = any(word in words for word in ("previous", "last", "past", "outgoing", " end", "closed"))
    if not memory.terms and "term" not in memory.latest:
        return _party_term(setting, ended, any(word in words for word in ("next", "coming", "new")))
    term = memory.latest.get("term") or next((t for t in memory.terms if t.kind == "term"), None)
    if term is None or not (ended or "next" in words or "coming" in words):
        return term
    if ended:
        return before(term)
    return shift(term, term.last.year - term.first.year)


_TERM = 5  # years between two Party congresses: 2015, 2020, 2025


def _party_term(setting: Setting, ended: bool, ahead: bool) -> Stretch | None:
    """The Party's term that a text of a congress year looks back on or ahead to, where it numbers none."""
    year = setting.now.year if setting.now else None
    if year is None or year % _TERM or ended == ahead:
        return None
    return years(year - _TERM, year, "term") if ended else years(year, year + _TERM, "term")


_READERS: Final[dict[str, Callable[[Parts, Setting], Stretch | None]]] = {
    "iso": _read_iso,
    "numeric": _read_numeric,
    "day_month_span": _read_day,
    "month_day_span": _read_day,
    "month_day": _read_day,
    "month_day_slash": _read_day,
    "day_month": _read_day,
    "month_span": _read_month_span,
    "month_year_span": _read_month_year_span,
    "quarter": _read_quarter,
    "n_quarters": _read_quarters,
    "half": _read_half,
    "n_months": _read_n_months,
    "months_of": _read_months_of,
    "the_months": _read_the_months,
    "n_month": _read_n_month,
    "half_year": _read_half_year,
    "n_years": _read_n_years,
    "decade": _read_n_years,
    "the_years": _read_the_years,
    "years": _read_years,
    "years_to": _read_years,
    "edge_month": _read_month,
    "month": _read_month,
    "edge_year": _read_year,
    "decades": lambda parts, _: years(int(parts["y"] + "0"), int(parts["y"] + "9")),
    "same_period": _read_same_period,
    "year_ago": _read_year_ago,
    "month_ago": _read_month_ago,
    "later": read_later,
    "year_ref": _read_year,
    "month_ref": _read_month_ref,
    "week_ref": read_week,
    "quarter_ref": _read_quarter_ref,
    "day_ref": read_day_ref,
    "weekday": read_weekday,
    "term_ref": _read_term,
    "year": lambda parts, _: year(int(parts["number"])),
}
