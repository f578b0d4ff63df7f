import pytest
from manuscript_files import an_epub, called, read

from argmap.model.errors import UnreadableError

ONE = (
    '<h1>One</h1>\n<p>It <i>began</i>.<a epub:type="noteref" href="notes.xhtml#n1" id="r1">1</a> '
    'And<sup><a href="notes.xhtml#n2" id="r2">2</a></sup>.</p>'
)
TWO = '<h1>Two</h1>\n<p>Again.<sup><a href="../text/notes.xhtml#n3" id="r1">1</a></sup></p>'
NOTES = (
    '<h1>Notes</h1>\n<p id="n1"><a href="one.xhtml#r1">1</a> First.</p>\n<p id="n2"><a '
    'href="one.xhtml#r2">2</a>. '
    'Second.</p>\n<p id="n3"><a href="two.xhtml#r1">1</a> Third.</p>'
)
BOOK = {"text/one.xhtml": ONE, "text/two.xhtml": TWO, "text/notes.xhtml": NOTES}


def test_notes_in_another_file_of_the_book_are_found():
    reading = read(an_epub(BOOK), "a.epub")
    assert [(n.number, n.text) for n in reading.notes] == [(1, "First."), (2, "Second."), (1, "Third.")]
    texts = [b for b in reading.blocks if b.markers]
    assert called(texts[0], reading) == [("egan*.", "First."), ("*. And", "Second.")]
    assert called(texts[1], reading) == [("Again.", "Third.")]
    assert reading.title == "A Book"


def test_lines_count_through_the_whole_book():
    assert [b.line for b in read(an_epub(BOOK), "a.epub").blocks] == [3, 4, 7, 8, 11]


def test_a_book_with_copy_protection_is_refused_and_scrambled_fonts_are_not():
    xml = (
        '<encryption xmlns:e="http://www.w3.org/2001/04/xmlenc#"><e:EncryptedData><e:EncryptionMethod '
        'Algorithm="{0}"/><e:CipherData><e:CipherReference URI="OEBPS/{1}"/></e:CipherData></e:EncryptedData>'
        "</encryption>"
    )
    aes = xml.format("http://www.w3.org/2001/04/xmlenc#aes128-cbc", "text/one.xhtml")
    with pytest.raises(UnreadableError, match="DRM"):
        read(an_epub(BOOK, {"META-INF/encryption.xml": aes}), "a.epub")
    font = xml.format("http://www.idpf.org/2008/embedding", "font.otf")
    assert read(an_epub(BOOK, {"META-INF/encryption.xml": font}), "a.epub").notes


def test_paths_that_lead_out_of_the_book_are_refused():
    with pytest.raises(UnreadableError, match="outside itself"):
        read(an_epub({"../../one.xhtml": ONE}), "a.epub")
