"""Who held which post, when: a lane per post, a bar per holder, a mark per sighting.

Input: the tables. Output: rows (one per sighting, with what its membership allows) and the figure drawn from
them. Solid is what a text attests; thin and fading is what no text rules out. Two holders are never joined:
somebody else may have held the post between their sightings.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from hanoi_lib.charts import theme
from hanoi_lib.charts.evidence import add_days, add_evidence, group_rows, say_hover, say_sources
from hanoi_lib.charts.folding import Lane, build_lanes, describe_lanes, name_closed, order_posts
from hanoi_lib.charts.holders import (
    SHORT,
    Holder,
    build_holder,
    build_pieces,
    build_thick,
    find_mark,
    list_spans,
)
from hanoi_lib.charts.lanes import draw_bars, lane_layout, space
from hanoi_lib.charts.marks import Axis, build_axis
from hanoi_lib.spans import parse_span
from hanoi_lib.store import Tables
from hanoi_lib.tenures.handovers import successions
from hanoi_lib.wording import capitalise, say_count, say_date

COLOURS = (theme.BLUE, theme.GREEN, theme.PURPLE, theme.OCHRE, theme.RED, theme.OLIVE)  # by body, in turn
ROW, LOW = 40, 34  # pixels of a holder's row: the bar and the name above it; and where there are more than
FEW = 12  # rows
READING = (
    "◆ shown in the post on that day (◇ on some day within the pale bar). ◁ called a former holder. "
    "▬ thick: between the first and the last sighting. ─ thin and fading: possible, no more. "
    "├─┤ below a bar: within these days the next known holder came."
)
FOLDED = " In one row: a body with the number of people seen in it; its posts unfold at the plus sign."


def build_leadership_rows(tables: Tables) -> pd.DataFrame:
    """Sightings with person, post, body and the bounds of their membership, in the order of time."""
    rows = tables.attestations.merge(tables.persons[["person_id", "name", "other_names"]], on="person_id")
    rows = rows.merge(tables.posts[["post_id", "role", "organization_id", "seats"]], on="post_id")
    bodies = tables.organizations[["organization_id", "name", "area"]]
    bodies = bodies.rename(columns={"name": "organization"})
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
    rows["words"] = [
        " ".join([row["name"], *row["other_names"], row["post"], row["exact"]])
        for row in rows.to_dict("records")
    ]
    return rows.astype({"post": "string"}).sort_values(
        ["middle", "former", "attestation_id"], ascending=[True, False, True], ignore_index=True
    )


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


def chart_leadership_rows(
    rows: pd.DataFrame, opened: Collection[str] | None = None, *, whole: bool = False
) -> go.Figure:
    """The figure of rows from `build_leadership_rows`, all of them or some.

    `opened` names the bodies to show post by post; without it, as many as a screen holds. With `whole` what
    is folded away is drawn too, below what is seen, and `layout.meta` tells a page how to unfold it.
    """
    rows = rows[[parse_span(value) is not None for value in rows["date"]]]
    if rows.empty:
        return theme.chart_nothing(
            _draw([], [], Axis(date.min, date.max)),
            "Nobody matches this choice. Add a post or a person, or press Reset.",
        )
    groups = list(group_rows(rows, "membership_id").values())
    bodies = list(dict.fromkeys(rows.sort_values("organization")["organization"]))
    colours = {body: COLOURS[n % len(COLOURS)] for n, body in enumerate(bodies)}
    axis = build_axis([span for group in groups for span in list_spans(group)], least=900, percent=14)
    holders = [build_holder(group, colours[group[0]["organization"]]) for group in groups]
    seen, away = build_lanes(holders, order_posts(rows), axis, opened, whole)
    folded = [] if len(bodies) == 1 or whole or not any(lane.closed for lane in seen) else seen
    ends = {lane.label: lane.end for lane in seen}
    labels = {lane.label: _say_lane(lane) for lane in (*seen, *away)}
    figure = go.Figure(_draw([*seen, *away], folded, axis), layout=lane_layout(ends, axis, labels))
    figure.update_layout(xaxis2={"overlaying": "x", "range": [0, 1], "fixedrange": True, "visible": False})
    closed = any(lane.closed for lane in seen)
    if closed:  # the years where one begins to read
        figure.update_layout(xaxis_side="top")
    figure.update_layout(meta={"lanes": describe_lanes(seen, away, labels)})
    height = round(max(ends.values()) * (ROW if max(ends.values()) <= FEW else LOW))
    title, reading = say_leadership(rows) + say_changes(rows), READING + FOLDED * closed
    return theme.dress(figure, title, reading, say_sources(rows), height, legend=44 * closed)


def _say_lane(lane: Lane) -> str:
    if lane.closed:
        body, _, people = lane.label.rpartition(" ")
        return f"{theme.wrap(theme.shorten(body, 40), 99)} {people}"
    role, _, body = lane.label.partition(", ")
    return f"<b>{theme.wrap(theme.shorten(role, 30), 99)}</b><br>{theme.wrap(theme.shorten(body, 36), 99)}"


# the traces


def _draw(lanes: Sequence[Lane], folded: Sequence[Lane], axis: Axis) -> list[go.Scatter | go.Bar]:
    """Sightings, bars, names, and where bodies fold; always these four."""
    pieces = [
        piece
        for lane in lanes
        for holder, row in lane.rows
        for piece in (build_thick(holder, row, SHORT) if lane.closed else build_pieces(holder, row, axis))
    ]
    return [
        _draw_sightings(lanes),
        draw_bars("possible", [piece for piece, _ in pieces], [hover for _, hover in pieces]),
        _draw_names(lanes, axis),
        _draw_folds(folded),
    ]


def _draw_sightings(lanes: Sequence[Lane]) -> go.Scatter:
    marks = [
        (holder, row, told, span, lane.closed)
        for lane in lanes
        for holder, row in lane.rows
        for told in holder.rows
        if (span := find_mark(told))
    ]
    return go.Scatter(
        name="sightings",
        mode="markers",
        x=[span.middle.isoformat() for _, _, _, span, _ in marks],
        y=[row for _, row, *_ in marks],
        marker={
            "symbol": ["triangle-left" if told["former"] else "diamond" for _, _, told, *_ in marks],
            "size": [9 if closed else 11 for *_, closed in marks],
            "opacity": 1,
            "color": [holder.colour if span.kind == "day" else "white" for holder, _, _, span, _ in marks],
            "line": {"width": 2, "color": [holder.colour for holder, *_ in marks]},
        },
        customdata=[told["attestation_id"] for _, _, told, *_ in marks],
        hovertext=[
            say_hover(told, told["name"], f"{told['post']}, {told['date_text']}") for _, _, told, *_ in marks
        ],
        hovertemplate="%{hovertext}<extra></extra>",
    )


def _draw_names(lanes: Sequence[Lane], axis: Axis) -> go.Scatter:
    """Above the bar with its days, in a folded body beside it."""
    names = [name for lane in lanes for name in _list_names(lane, axis)]
    return go.Scatter(
        name="names",
        mode="text",
        x=[day.isoformat() for _, day, *_ in names],
        y=[row for _, _, row, *_ in names],
        text=[text for *_, text, _ in names],
        textposition=[position for *_, position in names],
        textfont={"size": 12, "color": theme.INK},
        customdata=[holder.ids for holder, *_ in names],
        hoverinfo="skip",
        cliponaxis=False,
    )


def _list_names(lane: Lane, axis: Axis) -> Iterator[tuple[Holder, date, float, str, str]]:
    """Each name with its day, row, words and where they stand."""
    if lane.closed:
        for holder, row, words, left in name_closed(lane, axis):
            text = space(theme.wrap(words, 99), left)
            yield holder, holder.known[not left], row, text, "middle left" if left else "middle right"
        return
    for holder, row in lane.rows:
        late = holder.is_late(axis)
        text = f"<b>{theme.wrap(holder.name, 99)}</b>  {holder.when}"
        yield holder, holder.known[late], row - 0.2, text, "top left" if late else "top right"


def _draw_folds(lanes: Sequence[Lane]) -> go.Scatter:
    """Where a body is opened and folded by a click: at the left end of its row, or of its first post."""
    firsts = list({lane.body: lane for lane in reversed(lanes)}.values())[::-1]
    return go.Scatter(
        name="folds",
        mode="markers+text",
        x=[0.014 for _ in firsts],
        y=[lane.top + (lane.height / 2 if lane.closed else 0.5) for lane in firsts],
        xaxis="x2",
        text=["+" if lane.closed else "\u2212" for lane in firsts],
        textfont={"size": 13, "color": theme.INK},
        marker={"symbol": "square", "size": 15, "color": "white", "line": {"width": 1, "color": theme.GREY}},
        meta=[lane.body for lane in firsts],
        customdata=[[one for holder, _ in lane.rows for one in holder.ids] for lane in firsts],
        hovertext=[f"{'Open' if lane.closed else 'Fold'} {theme.wrap(lane.body, 60)}" for lane in firsts],
        hovertemplate="%{hovertext}<extra></extra>",
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


def say_changes(rows: pd.DataFrame) -> str:
    """What is known of when that post changed hands, as the end of a sentence; nothing where it never did."""
    post = order_posts(rows)[0]
    held = rows[rows["post"] == post].drop_duplicates("membership_id")
    spans = [span for span in map(parse_span, held["next_window"]) if span]
    known = sum(span.kind == "day" for span in spans)
    if not spans:
        return ""
    if known == 0:
        return f"; no text tells the day of {'the' if len(spans) == 1 else 'a'} change"
    return f"; of {say_count(len(spans), 'change')} {say_count(known, 'has', 'have')} a known day"


def _plural(role: str) -> str:
    """Secretaries, chairmen, members, chiefs."""
    if role.endswith("y"):
        return role[:-1] + "ies"
    return role[:-3] + "men" if role.endswith("man") else role + "s"
