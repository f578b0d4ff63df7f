"""Files made to hurt end in one clear message that names them, soon."""

import io
import time
import zipfile

import pytest
from manuscript_files import W, a_docx, a_pdf, an_epub, an_odt, p, r, read, zipped

from argmap.model.errors import UnreadableError

LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'
OUTSIDE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
DEEP = 100_000


def refused(data, name, match):
    start = time.perf_counter()
    with pytest.raises(UnreadableError, match=match) as caught:
        read(data, name)
    assert time.perf_counter() - start < 5
    assert name in str(caught.value)
    assert "\n" not in str(caught.value)


def a_docx_of(document: bytes | str) -> bytes:
    return zipped({"[Content_Types].xml": "<Types/>", "word/document.xml": document})


def test_empty_files_are_refused():
    for suffix in ("md", "tex", "docx", "odt", "html", "epub", "pdf"):
        refused(b" \n", f"a.{suffix}", "is empty")


def test_documents_without_text_are_refused():
    refused(a_docx(""), "a.docx", "no text")
    refused(an_odt(""), "a.odt", "no text")
    refused(an_epub({}), "a.epub", "no text")
    refused("<html><body></body></html>", "a.html", "no text")
    refused("\\documentclass{book}\\begin{document}\\end{document}", "a.tex", "no text")
    refused("---\n", "a.md", "no text")


@pytest.mark.parametrize("share", [0.3, 0.6, 0.95])
def test_cut_archives_are_refused(share):
    for data, name in ((a_docx(p(r("x" * 99))), "a.docx"), (an_odt("<text:p>x</text:p>"), "a.odt"),
                       (an_epub({"a.xhtml": "<p>x</p>"}), "a.epub")):  # fmt: skip
        refused(data[: int(len(data) * share)], name, "damaged")


def test_a_part_with_flipped_bytes_is_refused():
    data = bytearray(a_docx(p(r("It began. " * 50))))
    at = data.index(b"word/document.xml") + 40
    data[at : at + 20] = b"\x00" * 20
    refused(bytes(data), "a.docx", "damaged")


def test_archives_that_unpack_to_far_too_much_are_refused():
    bomb = zipped({"[Content_Types].xml": "x", "word/document.xml": b"\x00" * 60_000_000})
    refused(bomb, "bomb.docx", "unpack to 60 MB")


def test_a_part_larger_than_it_declares_is_refused():
    data = bytearray(a_docx_of(f'<w:document xmlns:w="{W}">' + " " * 5000 + "</w:document>"))
    for at in (data.index(b"word/document.xml") - 30 + 22, data.rindex(b"word/document.xml") - 46 + 24):
        data[at : at + 4] = (100).to_bytes(4, "little")
    refused(bytes(data), "a.docx", "damaged|more than it declares")


def test_archives_of_very_many_files_are_refused():
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for n in range(20_001):
            archive.writestr(f"word/{n}", "")
        archive.writestr("[Content_Types].xml", "")
    refused(buffer.getvalue(), "many.docx", "more than 20,000 files")


def test_passwords_are_named():
    data = bytearray(a_docx(p(r("x"))))
    for at in (data.index(b"PK\x03\x04") + 6, *(i + 8 for i in _all(data, b"PK\x01\x02"))):
        data[at] |= 1
    refused(bytes(data), "a.docx", "password")
    refused(
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "b.docx", "password"
    )
    locked = zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": b"\x01\x02",
                     "META-INF/manifest.xml": "<m><manifest:encryption-data/></m>"})  # fmt: skip
    refused(locked, "a.odt", "password")


def _all(data: bytearray, sought: bytes) -> list[int]:
    found, at = [], data.find(sought)
    while at >= 0:
        found.append(at)
        at = data.find(sought, at + 1)
    return found


def test_older_and_other_kinds_are_named_with_what_to_do():
    refused(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, "a.doc", "save it as .docx")
    refused(b"{\\rtf1\\ansi Hello}", "a.rtf", "RTF")
    refused(zipped({"x.txt": "hello"}), "a.docx", "no format that argmap reads")


@pytest.mark.parametrize("declaration", [LAUGHS, OUTSIDE])
def test_entities_are_refused_everywhere(declaration):
    word = declaration + f'<w:document xmlns:w="{W}"><w:body><w:p>&a;</w:p></w:body></w:document>'
    refused(a_docx_of(word), "a.docx", "entities")
    refused(a_docx_of(word.encode("utf-16")), "a.docx", "entities")
    refused(f"<?xml version='1.0'?>{declaration}<html><p>&a;</p></html>", "a.html", "entities")
    office = (
        declaration + '<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"/>'
    )
    refused(office, "a.fodt", "entities")
    refused(
        an_epub({"a.xhtml": "x"}, {"OEBPS/a.xhtml": declaration + "<html>&a;</html>"}), "a.epub", "entities"
    )


def test_very_deep_nesting_is_refused():
    inside = "<w:p>" * DEEP + "</w:p>" * DEEP
    refused(a_docx(inside), "a.docx", "damaged|deep")
    refused(an_odt("<text:list>" * DEEP + "</text:list>" * DEEP), "a.odt", "damaged|deep")
    refused("<html>" + "<div>" * DEEP + "x", "a.html", "too deeply")
    refused(an_epub({"a.xhtml": "<div>" * DEEP + "x"}), "a.epub", "too deeply")


ENDLESS = {
    "tex": ["{", "\\emph{", "\\footnote{", "\\footnote[", "\\begin{quote}", "\\enquote{", "\\cite["],
    "md": ["[^a", "^[", ">", "- ", "*a ", "[@"],
    "html": ["<a ", "<", "<b>", "<sup><a href='#a'>1</a></sup>"],
}


def read_or_refused(data, name):
    """Whether it could be read; if not, the message names the file."""
    start = time.perf_counter()
    said = name
    try:
        read(data, name)
    except UnreadableError as error:
        said = str(error)
    return name in said and time.perf_counter() - start < 5


@pytest.mark.parametrize(
    ("suffix", "piece"), [(s, piece) for s, pieces in ENDLESS.items() for piece in pieces]
)
def test_pieces_repeated_without_end_are_read_or_refused_soon(suffix, piece):
    start = "\\documentclass{book}\n" if suffix == "tex" else ""
    assert read_or_refused(start + "x " + piece * 20_000, f"a.{suffix}")


def test_a_pdf_that_is_cut_is_read_or_refused():
    whole = a_pdf([[(50, 500, 11, "F1", f"Line {n} of a short page of text")] for n in range(9)])
    assert all(read_or_refused(whole[: int(len(whole) * share)], "a.pdf") for share in (0.1, 0.5, 0.9, 0.99))
