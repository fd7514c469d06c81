"""How every chart looks: one plotly template, colours with symbols beside them, title, caption, empty state.

Colours are Okabe and Ito's, darkened where white paper asks for it; none carries a meaning alone, each stands
with a symbol, a thickness or a label. Only scatter and bar traces are drawn, because the report pages carry
plotly's basic bundle, which would draw any other kind as a scatter without a word.
"""

import textwrap
from collections.abc import Sequence
from functools import lru_cache
from html import escape

import plotly.graph_objects as go

INK, GREY, RULE, BAND = "#1f2328", "#5b6470", "#d8dce1", "#f5f6f8"
BLUE, RED, GREEN, PURPLE = "#0067a5", "#b8450b", "#00735c", "#8a3f7d"
OCHRE, SKY, BLACK, OLIVE = "#96690a", "#2f7fb5", "#33383e", "#5f6b16"
FONT = "Inter, 'Segoe UI', Roboto, 'Noto Sans', 'Liberation Sans', Arial, sans-serif"
LINE = 96  # characters of a title or caption before it is broken
HEAD, FOOT = 82, 78  # pixels above and below the plot

TEMPLATE = go.layout.Template(
    layout={
        "font": {"family": FONT, "size": 12.5, "color": INK},
        "paper_bgcolor": "white",
        "plot_bgcolor": "white",
        "hovermode": "closest",
        "hoverlabel": {
            "align": "left",
            "bgcolor": "white",
            "bordercolor": GREY,
            "font": {"family": FONT, "size": 12.5},
        },
        "hoverlabel_font": {"family": FONT, "size": 12.5},
        "showlegend": False,
        "barmode": "overlay",
        "dragmode": "pan",
        "xaxis": {
            "gridcolor": RULE,
            "zeroline": False,
            "ticks": "outside",
            "tickcolor": RULE,
            "automargin": True,
            "tickangle": 0,
        },
        "yaxis": {
            "showgrid": False,
            "zeroline": False,
            "automargin": True,
            "fixedrange": True,
            "ticklabeloverflow": "allow",  # else plotly measures every label anew at each change
        },
        "autosize": True,
        "modebar": {"remove": ["select2d", "lasso2d", "autoScale2d"], "color": GREY, "bgcolor": "white"},
        "margin": {"l": 20, "r": 24, "t": HEAD, "b": FOOT},
        "title": {"xanchor": "left", "font": {"size": 18}},
    }
)


@lru_cache(maxsize=50_000)  # a live chart says the same of its marks at every change
def wrap(text: str, width: int = LINE) -> str:
    """Text for plotly's labels: what HTML would read as markup made harmless, long lines broken."""
    return "<br>".join(escape(line, quote=False) for line in textwrap.wrap(text, width)) or ""


def shorten(text: str, length: int) -> str:
    """The beginning of a long label, cut between words.

    >>> shorten("Working session with the Standing Board", 28)
    'Working session with the…'
    """
    if len(text) <= length:
        return text
    return text[: length - 1].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"


def say_part(head: str, lines: Sequence[str], most: int = 5) -> str:
    """What appears beside the pointer: the lane and kind, and the first of the rows."""
    shown = [f"· {wrap(shorten(' '.join(line.split()), 110), 62)}" for line in lines[:most]]
    more = [f"and {len(lines) - most} more"] if len(lines) > most else []
    return "<br>".join([f"<b>{wrap(head, 60)}</b>", *shown, *more])


def fade_colour(colour: str, alpha: float) -> str:
    """A colour mixed with white paper: opaque, so that overlapping stretches do not add up.

    >>> fade_colour("#000000", 0.25)
    '#bfbfbf'
    """
    parts = (int(colour[n : n + 2], 16) for n in (1, 3, 5))
    return "#" + "".join(f"{round(255 + (part - 255) * alpha):02x}" for part in parts)


def dress(
    figure: go.Figure, title: str, reading: str, caption: str, height: int, legend: int = 0
) -> go.Figure:
    """Give a figure its finding as title, how to read it below, and its sources at the foot."""
    lines = textwrap.wrap(title, 82)
    heading = f"<b>{'<br>'.join(escape(line, quote=False) for line in lines)}</b>"
    below = wrap(reading, 118)
    top = HEAD + legend + 23 * (len(lines) - 1) + 14 * max(below.count("<br>") - 1, 0)
    figure.update_layout(
        template=TEMPLATE,
        height=height + top + FOOT,
        margin={"t": top},
        title={
            "text": heading,
            "subtitle": {"text": below, "font": {"size": 12.5, "color": GREY}},
            "x": 0.012,
            "xref": "container",
            "y": 1,
            "yref": "container",
            "yanchor": "top",
            "pad": {"t": 14 + 12 * (len(lines) - 1)},  # plotly lifts a title by half a line for each line
        },
    )
    figure.add_annotation(
        text=wrap(caption, 128),
        xref="paper",
        yref="paper",
        x=0,
        y=0,
        yshift=-34,
        xanchor="left",
        yanchor="top",
        align="left",
        showarrow=False,
        font={"size": 11, "color": GREY},
    )
    return figure


def chart_nothing(traces: Sequence[go.Scatter | go.Bar], reason: str) -> go.Figure:
    """What stands in the place of a chart when nothing is left to draw: a sentence, not a blank."""
    figure = go.Figure(list(traces))
    figure.update_layout(
        template=TEMPLATE,
        height=240,
        title={"text": "", "subtitle": {"text": ""}},
        xaxis={"visible": False, "type": "linear", "range": [0, 1]},
        yaxis={"visible": False, "range": [0, 1]},
    )
    figure.add_annotation(
        text=wrap(reason, 80),
        x=0.5,
        y=0.5,
        xref="paper",
        yref="paper",
        showarrow=False,
        font={"size": 15, "color": GREY},
    )
    return figure
