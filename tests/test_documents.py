"""A file's bytes become a text whose offsets never shift, and a twin of it that is easy to search."""

import hashlib
import unicodedata
from pathlib import Path
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hanoi_lib.documents import Document, fold, read_document
from hanoi_lib.errors import UnreadableDocument


def make_document(text: str) -> Document:
    """A document of this text."""
    return Document("d", "d.txt", text, "")


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("Hà Nội", "Ha Noi"),
        ("Đống Đa, đồng", "Dong Da, dong"),
        ("TP. HỒ CHÍ MINH", "TP. HO CHI MINH"),
        ("Phạm Thị Ánh Tuyết, Nguyễn Hữu Ưng", "Pham Thi Anh Tuyet, Nguyen Huu Ung"),
        ("“Yes”, ‘no’ and the city’s", "\"Yes\", 'no' and the city's"),
        ("2025–30, 7.5‑8%, −3", "2025-30, 7.5-8%, -3"),
        ("US$1\u00a0billion\u202fa\u2009year\there", "US$1 billion a year here"),
        ("the city \u2014 it said", "the city \u2014 it said"),
        ("zero\u200bwidth soft\u00adhyphen", "zerowidth softhyphen"),
        ("10 m² of m³", "10 m² of m³"),
        ("plain ASCII, 1,234.5%", "plain ASCII, 1,234.5%"),
        ("", ""),
    ],
    ids=[
        "diacritics",
        "d with a stroke",
        "capitals",
        "horned vowels",
        "quotes",
        "dashes that join",
        "spaces",
        "the dash that parts stays",
        "invisible signs",
        "small figures stay",
        "nothing to fold",
        "nothing",
    ],
)
def test_one_spelling_for_what_is_written_in_several(written: str, plain: str) -> None:
    """Diacritics, quotes, dashes and spaces are folded; what carries meaning stays."""
    assert fold(written) == plain


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_composed_and_decomposed_text_fold_alike(form: Literal["NFC", "NFD"]) -> None:
    """It does not matter how a newsroom's system writes its letters."""
    text = "Chủ tịch Ủy ban nhân dân thành phố Hà Nội Trần Sỹ Thanh, Đắk Lắk"
    folded = fold(unicodedata.normalize(form, text))
    assert folded == "Chu tich Uy ban nhan dan thanh pho Ha Noi Tran Sy Thanh, Dak Lak"


def test_offsets_of_decomposed_text_are_those_of_the_text_as_read() -> None:
    """A span found in the folded twin leads back to the words with all their marks."""
    text = unicodedata.normalize("NFD", "Ông Lê Trung Chinh ở Đà Nẵng")
    document = make_document(text)
    for word in ("Ong", "Le Trung Chinh", "Da Nang"):
        start = document.plain.index(word)
        exact = document.exact(start, start + len(word))
        assert fold(exact) == word and unicodedata.normalize("NFC", exact) in "Ông Lê Trung Chinh ở Đà Nẵng"


@given(st.text(st.sampled_from("ab Àệđ“–\u0301\u0323\u200b\ufeff\u00adé\u00a0𝐀"), max_size=40), st.data())
def test_every_span_leads_back_to_the_words_it_was_found_in(text: str, data: st.DataObject) -> None:
    """Whatever mix of marks and invisible signs: folding the cited words gives the words that were found."""
    document = make_document(text)
    if document.plain:
        start = data.draw(st.integers(0, len(document.plain) - 1))
        end = data.draw(st.integers(start + 1, len(document.plain)))
        assert fold(document.exact(start, end)) == document.plain[start:end]


@given(st.text(max_size=60))
def test_folding_twice_changes_nothing_more(text: str) -> None:
    """What is folded holds nothing that would be folded."""
    assert fold(fold(text)) == fold(text)


TEXT = "Hà Nội, 5 May 2024\r\n\r\nIt grew.\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_the_encodings_that_declare_themselves_are_read(encoding: str, tmp_path: Path) -> None:
    """UTF-8 with or without its mark, UTF-16 with it; the mark is no part of the text, line ends stay."""
    path = tmp_path / "a.txt"
    path.write_bytes(TEXT.encode(encoding))
    document = read_document(path)
    assert document.text == TEXT
    assert document.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_is_read_in_both_orders(encoding: str, tmp_path: Path) -> None:
    """The mark says which."""
    path = tmp_path / "a.txt"
    path.write_bytes(("\ufeff" + TEXT).encode(encoding))
    assert read_document(path).text == TEXT


@pytest.mark.parametrize(
    ("content", "problem", "remedy"),
    [
        (b"", "the file is empty", "remove the file"),
        (b"\xef\xbb\xbf \n\t", "the file is empty", "remove the file"),
        (b"PK\x03\x04\x00\x00", "this is no text file", "Save the article as plain text"),
        ("Hà Nội".encode("cp1258", "replace") + b" \xfe", "is not UTF-8", "Save the file as UTF-8"),
        ("Đà Nẵng".encode("utf-16-le"), "this is no text file", "Save the article as plain text"),
        (b"\xff\xfeH\x00a", "is not UTF-16", "Save the file as UTF-8"),
    ],
    ids=[
        "empty",
        "only white space",
        "an archive",
        "a Windows code page",
        "UTF-16 without a mark",
        "cut off",
    ],
)
def test_what_is_no_text_is_refused(content: bytes, problem: str, remedy: str, tmp_path: Path) -> None:
    """The error names the file, says what is wrong with it and what to do."""
    path = tmp_path / "2025" / "bad.txt"
    path.parent.mkdir()
    path.write_bytes(content)
    with pytest.raises(UnreadableDocument) as caught:
        read_document(path, tmp_path)
    assert str(caught.value).startswith("2025/bad.txt: ")
    assert problem in str(caught.value) and remedy in str(caught.value)


def test_a_file_that_is_gone_is_named(tmp_path: Path) -> None:
    """As any other file that cannot be read, with the system's reason."""
    with pytest.raises(UnreadableDocument, match=r"none\.txt: the file cannot be opened \(No such file"):
        read_document(tmp_path / "none.txt", tmp_path)


def test_the_id_is_the_files_stem(tmp_path: Path) -> None:
    """Whatever folder it lies in, and whatever its ending."""
    path = tmp_path / "report 3.final.txt"
    path.write_text("It grew.", encoding="utf-8")
    document = read_document(path, tmp_path)
    assert (document.document_id, document.path) == ("report 3.final", "report 3.final.txt")
