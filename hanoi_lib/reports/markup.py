"""HTML, JSON and words that come out of a notebook -> what may stand in a page that strangers open.

Answers how a cell's output is cleaned and how its tables are made readable to all. From text that may hold
anything, since documents are quoted in it. Refuses scripts, event handlers, styles, addresses outside the
reports and pictures that would have to be fetched.
"""

from __future__ import annotations

import ast
import gzip
import json
import re
from base64 import b64decode, b64encode
from typing import Any

from bleach.sanitizer import Cleaner
from bs4 import BeautifulSoup, Tag

Json = Any  # what json.loads gives: its shape is the explorers' contract, checked where it is read

TEXT_TAGS = (
    "a abbr b blockquote br caption cite code dd del details div dl dt em h1 h2 h3 h4 h5 h6 "
    "hr i img ins kbd li mark ol p pre q s section small span strong sub summary sup table "
    "tbody td tfoot th thead tr u ul"
)
TAGS = frozenset(TEXT_TAGS.split())

LARGE = 300_000  # characters of JSON beyond which it is packed, which leaves a sixth of it

NUMBER = re.compile(r"[-−+]?[\d,.]{1,30}\s?%?|–?")
MISSING = re.compile(r"^(<NA>|NaN|NaT|None|nan)$")  # as pandas prints what a text leaves open


def is_allowed(tag: str, attribute: str, value: str) -> bool:
    """Allow what lays out text and tables, links to places in the reports, and inline pictures."""
    if attribute == "href":
        return re.fullmatch(r"#[\w-]*|[\w-]{1,100}\.html(#[\w-]*)?", value) is not None
    if attribute == "src":
        return tag == "img" and value.startswith("data:image/")
    return attribute in (
        "alt",
        "class",
        "colspan",
        "id",
        "lang",
        "rowspan",
        "scope",
        "title",
        "tabindex",
        "role",
        "aria-label",
    )


def tidy_html(text: str) -> str:
    """Clean the HTML of a cell; give its tables headings with a scope and numbers to the right."""
    soup = BeautifulSoup(text, "html.parser")
    for element in soup(["style", "script"]):
        element.decompose()
    for picture in soup("img"):
        if not str(picture.get("src", "")).startswith("data:image/"):
            picture.replace_with(str(picture.get("alt", "")))  # it would have to be fetched
    for link in soup("a", href=re.compile(r"\.ipynb$")):
        link["href"] = str(link["href"]).removesuffix("ipynb") + "html"
    for table in soup("table"):
        tidy_table(table)
        headings = [heading.get_text(strip=True) for heading in table.select("thead th")]
        frame = {"class": "scroll", "tabindex": "0", "role": "group"}
        table.wrap(soup.new_tag("div", attrs={**frame, "aria-label": "Table: " + ", ".join(headings[:4])}))
    cleaner = Cleaner(tags=TAGS, attributes=is_allowed, protocols={"data", "http"}, strip=True)
    return str(cleaner.clean(str(soup))).strip()


def tidy_table(table: Tag) -> None:
    """Mark the headings of a table as such and the cells that hold numbers."""
    for heading in table("th"):
        if not heading.get_text(strip=True):
            heading.name = "td"  # an empty heading is announced and says nothing
        else:
            heading["scope"] = "col" if heading.find_parent("thead") else "row"
    for cell in table("td", string=MISSING):
        cell.string = "–"
    lines = [row(["td", "th"]) for row in table.select("tbody tr")]
    for column in zip(*lines, strict=False):
        if all(NUMBER.fullmatch(cell.get_text(strip=True)) for cell in column):
            for cell in column:
                cell["class"] = "number"


def unquote(text: str) -> str:
    """Return a text as it reads: the value of a string that a cell displayed with its quotes.

    >>> unquote("'Two of six targets'"), unquote("2 of 6")
    ('Two of six targets', '2 of 6')
    """
    text = text.strip()
    if text[:1] in ("'", '"') and text[-1:] == text[:1]:
        try:
            return str(ast.literal_eval(text))
        except (SyntaxError, ValueError):
            return text
    return text


def text_of(markup: str) -> str:
    """The words of a piece of HTML.

    >>> text_of("<h1>Who held <em>which</em> post?</h1>")
    'Who held which post?'
    """
    return " ".join(BeautifulSoup(markup, "html.parser").get_text(" ").split())


def json_for_script(value: Json) -> str:
    r"""JSON that may stand in a script element whatever text it holds.

    >>> json_for_script("</script><!-- & ")
    '"\\u003c/script\\u003e\\u003c!-- \\u0026 "'
    """
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return text


def embed_json(value: Json, attribute: str) -> str:
    """A script element that holds JSON, packed where it is large; report.js and find_embedded() unpack it.

    >>> embed_json([1], 'id="rows"')
    '<script type="application/json" id="rows">[1]</script>'
    """
    text = json_for_script(value)
    if len(text) < LARGE:
        return f'<script type="application/json" {attribute}>{text}</script>'
    packed = b64encode(gzip.compress(text.encode(), compresslevel=9, mtime=0)).decode()
    return f'<script type="text/plain" data-encoding="gzip+base64" {attribute}>{packed}</script>'


def find_embedded(page: str, attribute: str) -> list[Json]:
    """What embed_json() put into a page under this attribute, in the order of the page."""
    scripts = re.findall(r"<script ([^>]*)>([^<]*)</script>", page)  # nbconvert sorts what stands in the tag
    found = [(kind, text) for kind, text in scripts if attribute in kind]
    return [json.loads(gzip.decompress(b64decode(text)) if "gzip" in kind else text) for kind, text in found]
