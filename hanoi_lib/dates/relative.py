"""Times told from today, or from a day that the text has named: "last week", "Tuesday", "two days earlier".

Answers with the days they cover, given the range in which the document's own day lies. Refuses to be finer
than the unit that is counted, and to choose where that range leaves several days open.
"""

from datetime import date, timedelta
from typing import Final

from hanoi_lib.dates.anchors import Parts, Setting
from hanoi_lib.dates.expressions import parse_number
from hanoi_lib.dates.forms import WEEKDAYS
from hanoi_lib.dates.stretches import Stretch, month, of_days, year
from hanoi_lib.dates.tenses import Tense


def read_later(parts: Parts, setting: Setting) -> Stretch | None:
    """So long after what the sentence has named, or before today; no finer than the unit it is counted in."""
    if "before" in parts:
        return _read_days_before(parts, setting)
    if parts["way"].lower() == "ago":
        return _read_ago(parts, setting)
    memory, unit = setting.memory, parts["unit"].lower()
    named = memory.day or memory.sentence
    if named is None or named.kind not in ("day", "month", "year"):
        return None
    count = _read_count(parts)
    if unit == "day":
        later = named.first + timedelta(days=count)
        return of_days(later, later) if named.kind == "day" else None
    if unit == "month":
        return month(named.first.year, named.first.month + count) if named.kind != "year" else None
    return year(named.first.year + count)


def _read_ago(parts: Parts, setting: Setting) -> Stretch | None:
    """So long before the document's own day; no finer than the unit it is counted in."""
    now, unit, count = setting.now, parts["unit"].lower(), _read_count(parts)
    if now is None:
        return None
    if unit == "year":
        return year(now.year - count) if now.year else None
    if unit == "month":
        early, late = (month(d.year, d.month - count) for d in (now.first, now.last))
        return early if early == late else None
    then = now.first - timedelta(days=count)
    return of_days(then, then) if now.first == now.last else None


def _read_days_before(parts: Parts, setting: Setting) -> Stretch | None:
    """So many days before the day last named."""
    named = setting.memory.day or setting.memory.latest.get("day")
    then = named.first - timedelta(days=_read_count(parts)) if named else None
    return of_days(then, then) if then else None


def _read_count(parts: Parts) -> int:
    return 1 if parts["n"].lower().startswith("a") else parse_number(parts["n"])


STEPS: Final = {"last": -1, "the previous": -1, "this": 0, "next": 1}


def read_week(parts: Parts, setting: Setting) -> Stretch | None:
    """The last, this or the next week, where the document's day leaves only one."""
    if setting.now is None:
        return None
    monday, other = (d - timedelta(days=d.weekday()) for d in (setting.now.first, setting.now.last))
    first = monday + timedelta(days=7 * STEPS[parts["ref"].lower()])
    return (
        Stretch(first, first + timedelta(days=6), "other", f"{first}/{first + timedelta(days=6)}")
        if monday == other
        else None
    )


def read_day_ref(parts: Parts, setting: Setting) -> Stretch | None:
    """Today and the days around it, "the same day", "later in the day"."""
    words, now, named = parts["ref"].lower(), setting.now, setting.memory.latest.get("day")
    if "same" in words and setting.memory.day:
        return setting.memory.day
    if words.endswith("in the day"):
        return (
            setting.memory.day
            or named
            or (of_days(now.first, now.last) if now and now.first == now.last else None)
        )
    if "same" in words or words.startswith("that"):
        return setting.memory.latest.get("day ahead", named) if setting.tense == "future" else named
    if "day" in words.split():
        by = 1 if "following" in words or "next" in words else -1
        day = setting.memory.day or named
        return of_days(day.first + timedelta(days=by), day.first + timedelta(days=by)) if day else None
    by = {"yesterday": -1, "tomorrow": 1}.get(words, 0)
    if now is None or (by and now.first != now.last):
        return None
    if now.first != now.last:  # said on the document's own day, of which only the range is known
        return (
            Stretch(now.first, now.last, "day", f"[{now.first}..{now.last}]")
            if (now.last - now.first).days < 62
            else None
        )
    return of_days(now.first + timedelta(days=by), now.first + timedelta(days=by))


def read_weekday(parts: Parts, setting: Setting) -> Stretch | None:
    """The day of the week that is nearest by the tense of its sentence."""
    now, number = setting.now, WEEKDAYS.index(parts["w"].lower())
    if now is None:
        return None
    which = parts.get("which", "").lower()
    found = {_nearest_weekday(today, number, which, setting.tense) for today in (now.first, now.last)}
    return of_days(only := found.pop(), only) if len(found) == 1 else None


def _nearest_weekday(today: date, number: int, which: str, tense: Tense | None) -> date:
    if which == "next" or (not which and tense == "future") or (which == "this" and tense != "past"):
        return today + timedelta(days=(number - today.weekday() - 1) % 7 + 1)
    back = (today.weekday() - number) % 7
    return today - timedelta(days=back or 7 if which == "last" else back)
