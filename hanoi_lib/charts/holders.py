"""One holder of a post as something to draw: name, days, bars.

Input: the sightings of one membership, as `leadership` prepares them. Output: `Holder`s and the pieces of
their bars. Solid is what the texts attest; thin and fading is what no text rules out.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from hanoi_lib.charts import theme
from hanoi_lib.charts.marks import LETTER, WIDTH, Axis
from hanoi_lib.spans import Span, parse_span
from hanoi_lib.tenures.sightings import FOREVER, NEVER, Window, parse_sighting
from hanoi_lib.wording import say_date

STEPS = 10  # pieces of a fading bar
THICK, THIN, SHORT = 0.3, 0.1, 0.26  # of a row
Piece = tuple[tuple[Any, float, date, timedelta, str, float], str]  # a bar of `draw_bars`, and what it says


@dataclass(frozen=True, slots=True)
class Holder:
    """Who held a post, with the sightings that say so.

    `known` is from the first to the last day on which a sighting may have been, `certain` what surely lies
    between them; where nothing is certain, its first day is not before its last.
    """

    membership_id: str
    rows: tuple[dict[str, Any], ...]
    known: tuple[date, date]
    certain: tuple[date, date]
    colour: str

    @property
    def ids(self) -> list[str]:
        """The sightings, by id."""
        return [row["attestation_id"] for row in self.rows]

    @property
    def name(self) -> str:
        """The person's."""
        return str(self.rows[0]["name"])

    @property
    def post(self) -> str:
        """Role and body in words."""
        return str(self.rows[0]["post"])

    @property
    def body(self) -> str:
        """Whose post it is."""
        return str(self.rows[0]["organization"])

    @property
    def when(self) -> str:
        """When the texts show them."""
        first, last = self.rows[0]["first_attested"], self.rows[0]["last_attested"]
        when = say_date(first)
        if first != last:
            when += (" to " if when[:1].isdigit() else ", last ") + say_date(last)
        return f"left {when}" if all(row["former"] for row in self.rows) else when

    @property
    def length(self) -> float:
        """Pixels of the name and its days."""
        return LETTER * 1.1 * (len(self.name) + len(self.when) + 2)

    def is_late(self, axis: Axis) -> bool:
        """Whether a name that begins above the first sighting would run over the right edge."""
        return axis.pixel(self.known[0]) + self.length > WIDTH

    def window(self, axis: Axis) -> tuple[date, date]:
        """From when to when they may have held it; an open end reaches a tenth of the axis."""
        start, end = (parse_span(self.rows[0][column]) for column in ("start_date", "end_date"))
        air = timedelta(days=max((axis.end - axis.start).days // 10, 60))
        earliest = start.start if start and start.start else self.known[0] - air
        latest = end.end if end and end.end else self.known[1] + air
        return min(earliest, self.known[0]), max(latest, self.known[1])

    def box(self, axis: Axis) -> tuple[float, float]:
        """The pixels from left to right that bar and name take."""
        start, end = self.window(axis)
        name = axis.pixel(self.known[1]) - self.length if self.is_late(axis) else axis.pixel(self.known[0])
        return min(axis.pixel(start) - 6, name), max(axis.pixel(end) + 6, name + self.length)


def build_holder(group: Sequence[dict[str, Any]], colour: str) -> Holder:
    """The holder whose sightings these are, in the order of time."""
    rows = tuple(group)
    # A text that calls them former says when they held the post only where nothing else does.
    seen = [parse_sighting(row, {}) for row in rows if not row["former"]] or [
        parse_sighting(row, {}) for row in rows
    ]
    known = min(_low(s.first) for s in seen), max(_high(s.last) for s in seen)
    begun, over = parse_span(rows[0]["start_date"]), parse_span(rows[0]["end_date"])
    surely = min(_high(s.first) for s in seen), max(_low(s.last) for s in seen)
    first = begun.first if begun and begun.kind == "day" else surely[0]
    last = over.first if over and over.kind == "day" else surely[1]
    return Holder(str(rows[0]["membership_id"]), rows, known, (first, last), colour)


def _low(window: Window) -> date:
    return (window.low if window.low != NEVER else window.high).day


def _high(window: Window) -> date:
    return (window.high if window.high != FOREVER else window.low).day


def list_spans(group: Sequence[Mapping[str, Any]]) -> list[Span]:
    """All dates of a membership that are known, so that an axis holds them."""
    texts = [*(row["date"] for row in group), group[0]["start_date"], group[0]["end_date"]]
    return [span for span in map(parse_span, texts) if span]


def find_mark(row: Mapping[Any, Any]) -> Span | None:
    """Where a sighting's mark stands: at its date; at the end of a stretch that goes on to the text's day."""
    text = str(row["date"])
    return parse_span(text.rpartition("/")[2] if row["tense"] == "since" else text)


def build_pieces(holder: Holder, row: float, axis: Axis) -> list[Piece]:
    """The bars of a holder in a row of their own, each with what it says when pointed at."""
    ids, colour = holder.ids, holder.colour
    start, end = holder.window(axis)
    hover = _say(holder)
    maybe = (
        f"{hover}<br>may have begun {_say_bound(holder, 'start_date')}"
        f"<br>may have ended {_say_bound(holder, 'end_date')}"
    )
    faded = [
        ((ids, row, day, length, theme.fade_colour(colour, strength), THIN), maybe)
        for near, far in ((holder.known[0], start), (holder.known[1], end))
        for day, length, strength in _fade(near, far)
    ]
    return faded + build_thick(holder, row, THICK, hover) + _build_bracket(holder, row, axis)


def build_thick(holder: Holder, row: float, thickness: float, hover: str = "") -> list[Piece]:
    """From the first sighting to the last: pale where a sighting may have been, full where it surely was."""
    (first, last), (one, many), day = holder.known, holder.certain, timedelta(days=1)
    pale, words = theme.fade_colour(holder.colour, 0.35), hover or _say(holder)
    pieces: list[Piece] = [((holder.ids, row, first, last - first + day, pale, thickness), words)]
    if many > one:
        pieces.append(((holder.ids, row, one, many - one + day, holder.colour, thickness), words))
    return pieces


def _say(holder: Holder) -> str:
    return f"<b>{theme.wrap(holder.name, 60)}</b><br>{theme.wrap(holder.post, 60)}<br>attested {holder.when}"


def _build_bracket(holder: Holder, row: float, axis: Axis) -> list[Piece]:
    """A line with ends, below a holder's bar, over the days within which the next known holder came."""
    told = holder.rows[0]
    window = parse_span(told["next_window"])
    if window is None or window.start is None or window.end is None:
        return []
    length = window.end - window.start
    cap = max((axis.end - axis.start) / 700, timedelta(days=1))
    hover = (
        f"<b>{theme.wrap(holder.post, 60)}</b><br>next known holder: {theme.wrap(str(told['next_name']), 60)}"
        f"<br>changed hands {say_date(told['next_window'])}<br>others may have held it in between"
    )
    ends = (window.start, window.end - cap)
    line: Piece = ((holder.ids, row + 0.24, window.start, length, theme.GREY, 0.03), hover)
    return [line] + [((holder.ids, row + 0.24, day, cap, theme.GREY, 0.13), hover) for day in ends]


def _say_bound(holder: Holder, column: str) -> str:
    return say_date(holder.rows[0][column]) or "a day no text bounds"


def _fade(near: date, far: date) -> list[tuple[date, timedelta, float]]:
    """Pieces from a known day towards the farthest possible one, ever paler."""
    if near == far:
        return []
    step = (far - near) / STEPS
    pieces = [(near + step * n, step, 0.62 * (1 - n / STEPS) + 0.06) for n in range(STEPS)]
    return [(min(day, day + length), abs(length), strength) for day, length, strength in pieces]
