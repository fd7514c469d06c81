"""Who held which post, when: a lane per post, a bar per holder, a mark per sighting.

Input: the tables. Output: rows (one per sighting, with what its membership allows) and the figure drawn from
them. Solid is what a text attests; thin and fading is what no text rules out. Two holders are never joined:
somebody else may have held the post between their sightings.
"""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from hanoi_lib.charts import theme
from hanoi_lib.charts.evidence import add_days, add_evidence, say_hover, say_sources
from hanoi_lib.charts.lanes import LETTER, WIDTH, Axis, build_axis, draw_bars, lane_layout, pack
from hanoi_lib.spans import Span, parse_span
from hanoi_lib.store import Tables
from hanoi_lib.tenures.handovers import successions
from hanoi_lib.wording import capitalise, say_count, say_date

COLOURS = (theme.BLUE, theme.GREEN, theme.PURPLE, theme.OCHRE, theme.RED, theme.OLIVE)  # by body, in turn
ROW, LOW = 40, 30  # pixels of a holder's row: the bar and the name above it; and where there are many
MANY = 40  # rows
STEPS = 14  # pieces of a fading bar
THICK, THIN = 0.3, 0.1
READING = (
    "Diamond: a text shows the person in the post (hollow: on some day within the pale bar). "
    "Triangle: a text calls them a former holder. "
    "Thick: between the first and the last sighting. Thin and fading: possible, no more. "
    "Bracket below a bar: within these days the next known holder came."
)
Piece = tuple[Any, float, date, timedelta, str, float]


def build_leadership_rows(tables: Tables) -> pd.DataFrame:
    """Sightings with person, post, body and the bounds of their membership, in the order of time."""
    rows = tables.attestations.merge(tables.persons[["person_id", "name"]], on="person_id")
    rows = rows.merge(tables.posts[["post_id", "role", "organization_id", "seats"]], on="post_id")
    bodies = tables.organizations[["organization_id", "name"]].rename(columns={"name": "organization"})
    rows = rows.merge(bodies, on="organization_id").merge(
        _match_memberships(tables), on="attestation_id", how="left"
    )
    rows = rows.merge(_match_successions(tables), on="membership_id", how="left")
    rows = add_evidence(tables, add_days(rows, "date"))
    rows = rows.assign(
        post=[capitalise(f"{row['role']}, {row['organization']}") for row in rows.to_dict("records")],
        former=[_is_former(row) for row in rows.to_dict("records")],
        date_text=pd.Series([_say_seen(row) for row in rows.to_dict("records")], rows.index, "string"),
        middle=[span.middle.isoformat() if span else "" for span in map(parse_span, rows["date"])],
    )
    return rows.astype({"post": "string"}).sort_values(["middle", "attestation_id"], ignore_index=True)


def _is_former(row: Mapping[Any, Any]) -> bool:
    """Whether a text says no more than that the person had left by a day."""
    span = parse_span(row["date"])
    return row["tense"] == "gone" or (row["tense"] == "past" and span is not None and span.start is None)


def _say_seen(row: Mapping[Any, Any]) -> str:
    when = say_date(row["date"])
    return f"had left {when if when.startswith('by ') else f'by {when}'}" if _is_former(row) else when


def _match_memberships(tables: Tables) -> pd.DataFrame:
    """The membership that rests on each sighting."""
    bounds = ["membership_id", "first_attested", "last_attested", "start_date", "end_date"]
    pairs = tables.memberships[["attestations", *bounds]].explode("attestations")
    return pairs.rename(columns={"attestations": "attestation_id"}).astype({"attestation_id": "string"})


def _match_successions(tables: Tables) -> pd.DataFrame:
    """The next known holder after each membership, and within which days they came."""
    found = successions(tables)
    return pd.DataFrame(
        {
            "membership_id": [one for one, _ in found["memberships"]],
            "next_name": found["successor"],
            "next_window": found["window"],
        }
    ).astype("string")


def chart_leadership_rows(rows: pd.DataFrame) -> go.Figure:
    """The figure of rows from `build_leadership_rows`, all of them or some."""
    rows = rows[[parse_span(value) is not None for value in rows["date"]]]
    if rows.empty:
        nothing = [_draw_sightings([], {}), draw_bars("possible", [], []), _draw_names([], {})]
        return theme.chart_nothing(
            nothing, "Nobody matches this choice. Add a post or a person, or press Reset."
        )
    tenures = [group for _, group in rows.groupby("membership_id", sort=False)]
    axis = build_axis([span for group in tenures for span in _spans(group)], least=900, percent=14)
    places, ends = _place(tenures, order_posts(rows), axis)
    colours = {body: COLOURS[n % len(COLOURS)] for n, body in enumerate(dict.fromkeys(rows["organization"]))}
    pieces = [
        piece for group in tenures for piece in _build_pieces(group, places[_key(group)], axis, colours)
    ]
    traces = [
        _draw_sightings(rows.to_dict("records"), places, colours),
        draw_bars("possible", [piece for piece, _ in pieces], [hover for _, hover in pieces]),
        _draw_names(tenures, places, axis),
    ]
    names = {post: _say_post(post) for post in ends}
    figure = go.Figure(traces, layout=lane_layout(ends, axis, names))
    height = round(max(ends.values()) * (ROW if max(ends.values()) <= MANY else LOW))
    return theme.dress(figure, say_leadership(rows), READING, say_sources(rows), height)


def _key(group: pd.DataFrame) -> str:
    return str(group["membership_id"].iloc[0])


def _spans(group: pd.DataFrame) -> list[Span]:
    """All dates of a tenure that are known, so that the axis holds them."""
    row = group.iloc[0]
    texts = [*group["date"], row["start_date"], row["end_date"]]
    return [span for span in map(parse_span, texts) if span]


def order_posts(rows: pd.DataFrame) -> list[str]:
    """Posts that one person holds at a time first, most holders leading; those of one body together."""
    posts = rows.groupby(["organization", "post"]).agg(
        number=("person_id", "nunique"), seats=("seats", "first")
    )
    posts = posts.reset_index()
    posts["rank"] = posts["number"].where(posts["seats"] == "one", 0)
    posts["most"] = posts.groupby("organization")["rank"].transform("max")
    order = ["most", "organization", "rank", "number", "post"]
    return [
        str(post) for post in posts.sort_values(order, ascending=[False, True, False, False, True])["post"]
    ]


def _say_post(post: str) -> str:
    role, _, body = post.partition(", ")
    return f"<b>{theme.wrap(theme.shorten(role, 30), 99)}</b><br>{theme.wrap(theme.shorten(body, 36), 99)}"


def _label(group: pd.DataFrame) -> tuple[str, str]:
    """A holder's name, and when the texts show them."""
    first, last = group["first_attested"].iloc[0], group["last_attested"].iloc[0]
    when = say_date(first)
    if first != last:
        when += (" to " if when[:1].isdigit() else ", last ") + say_date(last)
    return str(group["name"].iloc[0]), f"left {when}" if group["former"].all() else when


def _place(
    groups: list[pd.DataFrame], posts: list[str], axis: Axis
) -> tuple[dict[str, float], dict[str, float]]:
    """A row for each tenure, in the lane of its post, where neither bars nor names touch."""
    places: dict[str, float] = {}
    ends: dict[str, float] = {}
    top = 0.0
    for post in posts:
        rows: list[list[tuple[float, float]]] = []
        for group in (group for group in groups if group["post"].iloc[0] == post):
            places[_key(group)] = top + pack(rows, _box(group, axis)) + 0.68
        top += max(len(rows), 1)
        ends[post] = top
    return places, ends


def _box(group: pd.DataFrame, axis: Axis) -> tuple[float, float]:
    (start, end), (first, last) = _window(group, axis), _known(group)
    length = LETTER * 1.1 * len("  ".join(_label(group)))
    name = axis.pixel(last) - length if _is_late(group, axis) else axis.pixel(first)
    return min(axis.pixel(start) - 6, name), max(axis.pixel(end) + 6, name + length)


def _is_late(group: pd.DataFrame, axis: Axis) -> bool:
    """Whether a name that begins above the first sighting would run over the right edge."""
    return axis.pixel(_known(group)[0]) + LETTER * 1.1 * len("  ".join(_label(group))) > WIDTH


def _held(group: pd.DataFrame) -> list[Span]:
    """When a text shows the person in the post; when one calls them former, where nothing else is known."""
    dates = group.loc[~group["former"], "date"] if not group["former"].all() else group["date"]
    return [span for span in map(parse_span, dates) if span]


def _known(group: pd.DataFrame) -> tuple[date, date]:
    """The first day of the first sighting and the last of the last."""
    spans = _held(group)
    return min(span.first for span in spans), max(span.last for span in spans)


def _window(group: pd.DataFrame, axis: Axis) -> tuple[date, date]:
    """From when to when the person may have held the post; an open end reaches a tenth of the axis."""
    first, last = _known(group)
    start, end = parse_span(group["start_date"].iloc[0]), parse_span(group["end_date"].iloc[0])
    air = timedelta(days=max((axis.end - axis.start).days // 10, 60))
    earliest = start.start if start and start.start else first - air
    latest = end.end if end and end.end else last + air
    return min(earliest, first), max(latest, last)


def _build_pieces(
    group: pd.DataFrame, row: float, axis: Axis, colours: Mapping[str, str]
) -> list[tuple[Piece, str]]:
    """The bars of one tenure, each with what it says when pointed at."""
    ids, colour = list(group["attestation_id"]), colours[group["organization"].iloc[0]]
    name, when = _label(group)
    (first, last), (start, end) = _known(group), _window(group, axis)
    one, many = _certain(group)
    hover = (
        f"<b>{theme.wrap(name, 60)}</b><br>{theme.wrap(str(group['post'].iloc[0]), 60)}<br>attested {when}"
    )
    maybe = (
        hover
        + f"<br>may have begun {_say_bound(group, 'start_date')}"
        + f"<br>may have ended {_say_bound(group, 'end_date')}"
    )
    before = [
        (ids, row, day, length, theme.fade_colour(colour, s), THIN) for day, length, s in _fade(first, start)
    ]
    after = [
        (ids, row, day, length, theme.fade_colour(colour, s), THIN) for day, length, s in _fade(last, end)
    ]
    pale = [(ids, row, first, last - first + timedelta(days=1), theme.fade_colour(colour, 0.35), THICK)]
    solid = [(ids, row, one, many - one + timedelta(days=1), colour, THICK)] if many > one else []
    drawn = [(piece, maybe) for piece in before + after] + [(piece, hover) for piece in pale + solid]
    return drawn + _build_bracket(group, row, axis)


def _build_bracket(group: pd.DataFrame, row: float, axis: Axis) -> list[tuple[Piece, str]]:
    """A line with ends, below a holder's bar, over the days within which the next known holder came."""
    window = parse_span(group["next_window"].iloc[0])
    if window is None or window.start is None or window.end is None:
        return []
    ids, length = list(group["attestation_id"]), window.end - window.start
    cap = max((axis.end - axis.start) / 700, timedelta(days=1))
    post, name = (theme.wrap(str(group[column].iloc[0]), 60) for column in ("post", "next_name"))
    hover = (
        f"<b>{post}</b><br>next known holder: {name}"
        f"<br>changed hands {say_date(group['next_window'].iloc[0])}<br>others may have held it in between"
    )
    pieces: list[Piece] = [(ids, row + 0.24, window.start, length, theme.GREY, 0.03)]
    pieces += [(ids, row + 0.24, day, cap, theme.GREY, 0.13) for day in (window.start, window.end - cap)]
    return [(piece, hover) for piece in pieces]


def _certain(group: pd.DataFrame) -> tuple[date, date]:
    """The days between which the person surely held the post: the first and last certain sighting."""
    spans = _held(group)
    begun, over = parse_span(group["start_date"].iloc[0]), parse_span(group["end_date"].iloc[0])
    days = [min(span.last for span in spans), max(span.first for span in spans)]
    first = begun.first if begun and begun.kind == "day" else days[0]
    last = over.first if over and over.kind == "day" else days[1]
    return first, last


def _say_bound(group: pd.DataFrame, column: str) -> str:
    return say_date(group[column].iloc[0]) or "a day no text bounds"


def _fade(near: date, far: date) -> list[tuple[date, timedelta, float]]:
    """Pieces from a known day towards the farthest possible one, ever paler."""
    if near == far:
        return []
    step = (far - near) / STEPS
    pieces = [(near + step * n, step, 0.62 * (1 - n / STEPS) + 0.06) for n in range(STEPS)]
    return [(min(day, day + length), abs(length), strength) for day, length, strength in pieces]


def _draw_sightings(
    rows: list[dict[Any, Any]], places: Mapping[str, float], colours: Mapping[str, str] | None = None
) -> go.Scatter:
    spans = [parse_span(row["date"]) for row in rows]
    inks = [(colours or {})[row["organization"]] for row in rows]
    return go.Scatter(
        name="sightings",
        mode="markers",
        x=[span.middle.isoformat() for span in spans if span],
        y=[places[str(row["membership_id"])] for row in rows],
        marker={
            "symbol": ["triangle-left" if row["former"] else "diamond" for row in rows],
            "size": 11,
            "opacity": 1,
            "color": [
                ink if span and span.kind == "day" else "white" for ink, span in zip(inks, spans, strict=True)
            ],
            "line": {"width": 2, "color": inks},
        },
        customdata=[row["attestation_id"] for row in rows],
        hovertext=[say_hover(row, row["name"], f"{row['post']}, {row['date_text']}") for row in rows],
        hovertemplate="%{hovertext}<extra></extra>",
    )


def _draw_names(
    groups: list[pd.DataFrame], places: Mapping[str, float], axis: Axis | None = None
) -> go.Scatter:
    late = [bool(axis and _is_late(group, axis)) for group in groups]
    return go.Scatter(
        name="names",
        mode="text",
        x=[_known(group)[right].isoformat() for group, right in zip(groups, late, strict=True)],
        y=[places[_key(group)] - 0.2 for group in groups],
        text=[f"<b>{theme.wrap(name, 99)}</b>  {when}" for name, when in map(_label, groups)],
        textposition=["top left" if right else "top right" for right in late],
        textfont={"size": 12, "color": theme.INK},
        customdata=[list(group["attestation_id"]) for group in groups],
        hoverinfo="skip",
        cliponaxis=False,
    )


def say_leadership(rows: pd.DataFrame) -> str:
    """The finding: the post with most holders, how many, over which years."""
    if rows.empty:
        return "Nobody was found in any post"
    post = order_posts(rows)[0]
    spans = [span for span in map(parse_span, rows.loc[rows["post"] == post, "date"]) if span]
    first, last = min(span.first for span in spans).year, max(span.last for span in spans).year
    role, _, body = post.partition(", ")
    years = f"between {first} and {last}" if first != last else f"in {first}"
    number = int(rows.loc[rows["post"] == post, "person_id"].nunique())
    holder = say_count(number, role.lower(), _plural(role.lower()))
    return f"{capitalise(holder)} of the {body} {'is' if number == 1 else 'are'} attested {years}"


def _plural(role: str) -> str:
    """Secretaries, chairmen, members, chiefs."""
    if role.endswith("y"):
        return role[:-1] + "ies"
    return role[:-3] + "men" if role.endswith("man") else role + "s"
