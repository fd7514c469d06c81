"""What every report promises, seen in its HTML: complete, small, stable, and nothing in it can run."""

import base64
import gzip
import json
import re
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import nbformat
import pytest
from bs4 import BeautifulSoup, Tag
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output
from plotly.offline import get_plotlyjs_version

from hanoi_lib.errors import UnshareableNotebook
from hanoi_lib.reports.drawings import PLOTLY, plain
from hanoi_lib.reports.exporter import TEMPLATE, build_policy, export_page
from hanoi_lib.reports.markup import LARGE, embed_json, find_embedded, json_for_script, tidy_html
from hanoi_lib.reports.report import render

NOTEBOOKS = sorted((Path(__file__).parent.parent / "notebooks").glob("*.ipynb"))
SIZE = 2_500_000  # what a mail server lets through without a thought


@pytest.fixture(scope="module")
def reports(sample_notebook: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The HTML of every report, by its notebook's name: the sample and the real ones as saved."""
    pages = render([sample_notebook, *NOTEBOOKS], tmp_path_factory.mktemp("reports"), execute=False)
    return {page.stem: page.read_text(encoding="utf-8") for page in pages}


@pytest.fixture(scope="module", params=["sample", *(path.stem for path in NOTEBOOKS)])
def report(request: pytest.FixtureRequest, reports: dict[str, str]) -> tuple[str, BeautifulSoup]:
    """One report after the other: its name and its parsed HTML."""
    return request.param, BeautifulSoup(reports[request.param], "html.parser")


@pytest.fixture(scope="module")
def sample(reports: dict[str, str]) -> BeautifulSoup:
    """The report of the sample notebook."""
    return BeautifulSoup(reports["sample"], "html.parser")


def count_figures(name: str, sample_notebook: Path) -> int:
    """How many figures a notebook saved."""
    path = next((path for path in NOTEBOOKS if path.stem == name), sample_notebook)
    cells = nbformat.read(path, as_version=4).cells
    return sum(PLOTLY in output.get("data", {}) for cell in cells for output in cell.get("outputs", []))


def read_json(element: Tag) -> Any:  # noqa: ANN401  (whatever a page holds)
    """What a script element of JSON holds."""
    return json.loads(element.get_text())


# ---- Complete, and nothing to fetch --------------------------------------------------------------


def test_nothing_is_fetched(report: tuple[str, BeautifulSoup]) -> None:
    """No attribute of any element names an address outside the reports."""
    addresses = [
        element[attribute]
        for element in report[1](True)
        for attribute in ("src", "href", "srcset", "action", "data", "poster", "background")
        if element.has_attr(attribute)
    ]
    assert [one for one in addresses if not re.fullmatch(r"#.*|data:.*|[\w-]+\.html", str(one))] == []
    assert not re.search(r"@import|url\((?!data:)", report[1].style.get_text() if report[1].style else "")


def test_every_figure_is_there(report: tuple[str, BeautifulSoup], sample_notebook: Path) -> None:
    """A page holds each figure of its notebook once, with a description in words."""
    name, page = report
    figures = [read_json(element) for element in page.select("script.figure-json")]
    assert len(figures) == count_figures(name, sample_notebook)
    assert all(figure["figure"]["data"] for figure in figures)
    assert all(len(str(plot["aria-label"])) > 10 for plot in page.select(".plot"))


def test_plotly_is_there_once(report: tuple[str, BeautifulSoup]) -> None:
    """Exactly one plotly.js is packed into a page, of the version that plotly.py writes for."""
    packed = report[1].select('script[data-encoding="gzip+base64"]')
    assert len(packed) == 1
    source = gzip.decompress(base64.b64decode(packed[0].get_text())).decode()
    assert f"v{get_plotlyjs_version()}" in source[:200]
    assert source.count("Licensed under the MIT license") >= 1


def test_size(reports: dict[str, str]) -> None:
    """No report is too large to be mailed."""
    assert {name: len(page.encode()) for name, page in reports.items() if len(page.encode()) > SIZE} == {}


def test_no_code_and_no_prompts(report: tuple[str, BeautifulSoup], reports: dict[str, str]) -> None:
    """Readers see answers, not the code, warnings or widgets behind them."""
    assert not re.search(r"\bIn\s?\[|widget-view|require\.js|MathJax", reports[report[0]])


def test_page_says_what_it_is(report: tuple[str, BeautifulSoup]) -> None:
    """A page has a language, a title of its own, one main heading and one finding."""
    name, page = report
    assert page.html and page.html["lang"] == "en"
    assert page.title and page.title.get_text() not in ("", name, "Notebook")
    assert len(page("h1")) == 1 and len(page.select(".finding")) == 1


def test_same_bytes_each_time(sample_notebook: Path, tmp_path: Path) -> None:
    """Rendering twice gives identical files."""
    first, second = (render([sample_notebook], tmp_path / name, execute=False) for name in ("one", "two"))
    assert [page.read_bytes() for page in first] == [page.read_bytes() for page in second]


# ---- Nothing of a document can run ---------------------------------------------------------------


def test_policy_names_the_scripts(report: tuple[str, BeautifulSoup]) -> None:
    """The page allows two scripts by their hash and no other; nothing may be fetched."""
    policy = report[1].select_one('meta[http-equiv="Content-Security-Policy"]')
    assert policy and "default-src 'none'" in policy["content"]
    scripts = [element.get_text() for element in report[1]("script") if not element.get("type")]
    packed = report[1].select_one('script[data-encoding="gzip+base64"]')
    assert packed and len(scripts) == 1
    plotly = gzip.decompress(base64.b64decode(packed.get_text())).decode()
    assert policy["content"] == build_policy(scripts[0], plotly)
    assert "script-src 'sha256-" in policy["content"] and "unsafe-eval" not in policy["content"]


def test_index_runs_nothing(reports: dict[str, str]) -> None:
    """The index has no script and allows none."""
    assert "script-src 'none'" in reports["index"] and "<script" not in reports["index"]


def test_hostile_document_stays_text(sample: BeautifulSoup) -> None:
    """A quoted `</script><img onerror>` ends no script, makes no element and is read as it stood."""
    assert sample("img") == []
    assert not [element for element in sample(True) if any(name.startswith("on") for name in element.attrs)]
    paragraphs = read_json(sample.select("#paragraphs")[0])
    assert sum('</script><img src=x onerror="document' in paragraph for paragraph in paragraphs) == 1


@pytest.mark.parametrize(
    ("given", "left"),
    [
        ("<p onclick='x()'>a</p>", "<p>a</p>"),
        ("a<script>x()</script><style>p {}</style>b", "ab"),
        ('<a href="javascript:x()">a</a>', "<a>a</a>"),
        ('<a href="https://example.org">a</a>', "<a>a</a>"),
        ('<a href="01_timeline.ipynb">a</a>', '<a href="01_timeline.html">a</a>'),
        ('<img src="https://example.org/a.png" alt="a">', "a"),
        ('<iframe src="x.html"></iframe><form action="x">b</form>', "b"),
        ("<svg><script>x()</script></svg><b>a", "<b>a</b>"),
    ],
)
def test_html_is_cleaned(given: str, left: str) -> None:
    """Of the HTML of a cell remains what lays out text."""
    assert tidy_html(given) == left


@pytest.mark.parametrize("times", [1, LARGE])
def test_what_is_embedded_is_found_again(times: int) -> None:
    """JSON of any size comes out of a page as it went in; what is large takes less room."""
    value = ["</script> & Tô Lâm" * times]
    page = f"<p>{embed_json(value, 'id=a')}</p>{embed_json(0, 'id=b')}"
    assert find_embedded(page, "id=a") == [value] and find_embedded(page, "id=b") == [0]
    assert len(page) < LARGE


def test_json_for_script() -> None:
    """JSON in a script element reads back as it was and holds nothing that HTML could end at."""
    text = "</script><!--<script> & \u2028\u2029 Tô Lâm 𝐀"
    assert json.loads(json_for_script(text)) == text
    assert not set("<>&\u2028\u2029") & set(json_for_script(text))


# ---- Figures and words ---------------------------------------------------------------------------


def test_quotes_are_kept_once_and_cut_where_javascript_cuts(sample: BeautifulSoup) -> None:
    """Two explorers over the same rows share paragraphs; the places count UTF-16 units."""
    paragraphs = read_json(sample.select("#paragraphs")[0])
    rows = [read_json(element)["explorer"]["rows"] for element in sample.select("script.figure-json")[:2]]
    assert len(paragraphs) == 12 and all(len(each) == 12 for each in rows)
    row = rows[1]["sample/3-8"]
    quote = paragraphs[row["paragraph"]].encode("utf-16-le")[2 * row["start"] : 2 * row["end"]]
    assert quote.decode("utf-16-le") == "the Đống Đa council met for the 3th time"


def test_rows_stand_in_time(sample: BeautifulSoup) -> None:
    """Rows are listed by date, the undated last, though notebook files keep them by id."""
    explorer = read_json(sample.select("script.figure-json")[0])["explorer"]
    assert [row["cells"]["title"] for row in explorer["rows"].values()] == [f"Event {n}" for n in range(12)]


def test_title_becomes_text(sample: BeautifulSoup) -> None:
    """Title and subtitle leave the picture, where they would be clipped, and stand above it."""
    assert sample.select("figcaption")[0].get_text() == "A council that met twelve times"
    assert sample.select(".reading")[0].get_text() == "A dot is a day"
    assert "title" not in read_json(sample.select("script.figure-json")[0])["figure"]["layout"]


def test_arrays_are_decoded() -> None:
    """plotly's base64 arrays become lists, and NaN becomes null, so that the page can select single marks."""
    packed = {
        "dtype": "i2",
        "bdata": base64.b64encode(b"\x01\x00\x02\x00\xff\xff\x00\x00").decode(),
        "shape": "2, 2",
    }
    assert plain({"x": packed, "y": [float("nan"), 1]}) == {"x": [[1, 2], [-1, 0]], "y": [None, 1]}


def test_tags_say_what_a_reader_sees(sample: BeautifulSoup) -> None:
    """What speaks of the notebook alone is left out; code is shown only where its cell asks for it."""
    assert "Press the button" not in sample.get_text()
    assert [code.get_text() for code in sample.select("pre.code")] == ["table"]


def test_table_is_readable_to_all(sample: BeautifulSoup) -> None:
    """The table of a DataFrame has scopes, no empty heading, and numbers at the right."""
    table = sample.select_one(".html table")
    assert table and [th.get("scope") for th in table("th")] == ["col", "row"]
    assert [td.get_text() for td in table.select("td.number")] == ["1,200"]


# ---- What cannot be shared -----------------------------------------------------------------------


def make_notebook(*cells: NotebookNode) -> NotebookNode:
    """A notebook of these cells."""
    notebook: NotebookNode = new_notebook(cells=list(cells), metadata={"title": "t"})
    return notebook


def make_figure(trace: dict[str, Any], meta: dict[str, Any] | None = None) -> NotebookNode:
    """A notebook that displayed one trace."""
    figure = {"data": [trace], "layout": {"meta": {"hanoi": meta}} if meta else {}}
    return make_notebook(
        new_code_cell("f", execution_count=1, outputs=[new_output("display_data", {PLOTLY: figure})])
    )


REFUSED: dict[str, tuple[Callable[[], NotebookNode], str]] = {
    "failed": (
        lambda: make_notebook(
            new_markdown_cell("words"),
            new_code_cell(
                "1/0", execution_count=1, outputs=[new_output("error", ename="E", evalue="why", traceback=[])]
            ),
        ),
        "cell 2 failed with E: why",
    ),
    "never run": (lambda: make_notebook(new_code_cell("1")), "cell 1 was never run"),
    "webgl": (lambda: make_figure({"type": "scattergl", "y": [1]}), "figure 1: traces of type scattergl"),
    "map": (lambda: make_figure({"type": "scattermap"}), "traces of type scattermap"),
    "no such row": (
        lambda: make_figure({"y": [1], "customdata": [["a/1-2"]]}, {"rows": {"a/1-3": {}}}),
        "a mark stands for the row 'a/1-2'",
    ),
}


@pytest.mark.parametrize("case", REFUSED)
def test_refused(case: str) -> None:
    """What no page could show rightly is an error that names the place, not a page without it."""
    build, words = REFUSED[case]
    with pytest.raises(UnshareableNotebook, match=re.escape(words)):
        export_page(build(), "some.ipynb")


def test_larger_plotly_where_needed() -> None:
    """A trace that the small plotly.js lacks, and would draw as a scatter, brings the full one."""
    page = export_page(make_figure({"type": "box", "y": [1, 2, 4]}), "some.ipynb").html
    assert 1_500_000 < len(page) < SIZE


def test_small_plotly_is_current() -> None:
    """The packed small plotly.js is of plotly.py's version; else reports would silently grow by 1.5 MB.

    To renew it: `npm pack plotly.js-basic-dist-min@VERSION`, then `gzip -9n` its plotly-basic.min.js.
    """
    assert [path.name for path in TEMPLATE.glob("plotly-basic-*")] == [
        f"plotly-basic-{get_plotlyjs_version()}.min.js.gz"
    ]


# ---- Running notebooks, and the index ------------------------------------------------------------


def test_others_are_rendered_when_one_fails(tmp_path: Path) -> None:
    """Notebooks are run; one that fails is named with its cell, the others are written all the same."""
    for name, source in (("bad", "raise ValueError('no such table')"), ("good", "print(6 * 7)")):
        cells = [
            new_markdown_cell(f"# Is it {name}?", metadata={"tags": ["question"]}),
            new_code_cell(source),
        ]
        nbformat.write(make_notebook(*cells), tmp_path / f"{name}.ipynb")
    saved, lines = (tmp_path / "good.ipynb").read_bytes(), list[str]()
    with pytest.raises(
        UnshareableNotebook, match=r"bad\.ipynb: cell 2 failed with ValueError: no such table"
    ):
        render([tmp_path / "bad.ipynb", tmp_path / "good.ipynb"], tmp_path / "out", lines.append)
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["good.html", "index.html"]
    assert "42" in (tmp_path / "out" / "good.html").read_text(encoding="utf-8")
    assert "No report: bad.ipynb: cell 2" in (tmp_path / "out" / "index.html").read_text(encoding="utf-8")
    assert (tmp_path / "good.ipynb").read_bytes() == saved
    assert lines[0] == "1 of 2: bad.ipynb" and "2 of 2: good.ipynb" in lines


def test_missing_notebook(tmp_path: Path) -> None:
    """A notebook that is not there, or is none, is named."""
    (tmp_path / "text.ipynb").write_text("words")
    with pytest.raises(UnshareableNotebook, match=r"no such notebook: .*; text\.ipynb is no notebook"):
        render([tmp_path / "gone.ipynb", tmp_path / "text.ipynb"], tmp_path / "out", execute=False)


def test_index(sample_notebook: Path, tmp_path: Path) -> None:
    """The index gives each report's question, finding and link, and the documents, unread ones too."""
    (tmp_path / "documents.csv").write_text(
        "document_id,title,publisher,published,published_basis,words,error\n"
        "one,A <b> title,VNA,2025-06-16,stated,1200,\n"
        "two,,,,,,the encoding is unknown\n"
    )
    (tmp_path / "events.csv").write_text("event_id\na\nb\n")
    index = render([sample_notebook], tmp_path / "out", execute=False, tables=tmp_path)[-1]
    page = BeautifulSoup(index.read_text(encoding="utf-8"), "html.parser")
    assert [(a["href"], a.get_text()) for a in page.select(".reports a")] == [
        ("sample.html", "How often did the council meet?")
    ]
    assert "It met <twelve> times." in page.select(".reports li")[0].get_text()
    assert [dd.get_text() for dd in page("dd")] == ["1", "1,200", "2"]
    assert page.select_one(".report svg[aria-label='A council that met twelve times'] circle")
    rows = [[cell.get_text() for cell in row(["th", "td"])] for row in page.select("tbody tr")]
    assert rows[0] == ["A <b> title", "VNA", "16 June 2025", "1,200", "one"]
    assert rows[1][0] == "two" and rows[1][-1] == "Not read: the encoding is unknown"


def test_one_report_again_keeps_the_index(sample_notebook: Path, tmp_path: Path) -> None:
    """Rendering one notebook anew leaves the reports of its neighbours in the index."""
    for name in ("a", "b"):
        (tmp_path / f"{name}.ipynb").write_bytes(sample_notebook.read_bytes())
    whole = render([tmp_path / "a.ipynb", tmp_path / "b.ipynb"], tmp_path / "out", execute=False)[
        -1
    ].read_bytes()
    assert render([tmp_path / "a.ipynb"], tmp_path / "out", execute=False)[-1].read_bytes() == whole


def test_index_offers_the_tables(sample_notebook: Path, tmp_path: Path) -> None:
    """The tables lie beside the index, in an archive that is the same each time, and the link finds them."""
    (tmp_path / "events.csv").write_text("event_id\na\n")
    for name in ("one", "two"):
        render([sample_notebook], tmp_path / name, execute=False, tables=tmp_path)
    index = BeautifulSoup((tmp_path / "one" / "index.html").read_text(encoding="utf-8"), "html.parser")
    link = index.select_one("a[download]")
    assert link
    packed = tmp_path / "one" / str(link["href"])
    assert zipfile.ZipFile(packed).read("tables/events.csv") == b"event_id\na\n"
    assert packed.read_bytes() == (tmp_path / "two" / "tables.zip").read_bytes()


def test_index_tells_the_day_it_is_told(sample_notebook: Path, tmp_path: Path) -> None:
    """No page asks the clock; the command tells the index which day it is."""
    for day in (None, date(2026, 2, 3)):
        index = render([sample_notebook], tmp_path, execute=False, today=day)[-1].read_text(encoding="utf-8")
        assert ("Built on 3 February 2026" in index) == (day is not None)


def test_index_is_small(reports: dict[str, str]) -> None:
    """Thumbnails are there for every report that has a figure, and cost next to nothing."""
    assert reports["index"].count('<svg class="thumbnail"') == len(NOTEBOOKS) + 1
    assert len(reports["index"].encode()) < 500_000
