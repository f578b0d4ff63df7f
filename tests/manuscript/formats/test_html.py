import pytest
from manuscript_files import called, read

PANDOC = """<!DOCTYPE html>
<html><head><title>The Year</title><style>i {}</style></head><body>
<h1>Begin</h1>
<p>It began&nbsp;in <em>June</em>.<a href="#fn1" class="footnote-ref" id="fnref1"
role="doc-noteref"><sup>1</sup></a> More.</p>
<blockquote><p>Quoted</p></blockquote><ul><li>one</li></ul>
<section id="footnotes" class="footnotes" role="doc-endnotes"><hr /><ol>
<li id="fn1"><p>Smith &amp; Lee.<a href="#fnref1" class="footnote-back" role="doc-backlink">↩︎</a></p>
<p>More.</p></li>
</ol></section></body></html>"""
WORD = (
    '<html><body><p>Text.<a href="#_ftn1" name="_ftnref1" title=""><span>[1]</span></a></p><div><hr><div '
    "id=ftn1>"
    '<p><a href="#_ftnref1" name="_ftn1" title=""><span>[1]</span></a> The '
    "note.</p></div></div></body></html>"
)
GUTENBERG = (
    '<html><body><p>Text.<a name="FNanchor_1"></a><a href="#Footnote_1" class="fnanchor">[1]</a></p>'
    '<div class="footnotes"><h3>FOOTNOTES:</h3><div class="footnote"><p><a name="Footnote_1"></a>'
    '<a href="#FNanchor_1"><span class="label">[1]</span></a> The note.</p></div></div></body></html>'
)
CALIBRE = (
    '<html><body><p>Text.<a id="fr1" href="#fn1" class="c"><sup>1</sup></a></p>'
    '<p><a id="fn1" href="#fr1">1</a>. The note.</p></body></html>'
)
INDESIGN = (
    '<html><body><p>Text.<span><a class="_idFootnoteLink" href="#f-1" id="f-1-backlink">1</a></span></p>'
    '<div class="_idFootnotes"><div class="_idFootnote" id="f-1"><p><a class="_idFootnoteAnchor" '
    'href="#f-1-backlink">1</a>\tThe note.</p></div></div></body></html>'
)
LIBREOFFICE = (
    '<html><body><p>Text.<a class="sdfootnoteanc" name="sdfootnote1anc" '
    'href="#sdfootnote1sym"><sup>1</sup></a></p>'
    '<div id="sdfootnote1"><p><a class="sdfootnotesym" name="sdfootnote1sym" href="#sdfootnote1anc">1</a>'
    'The note.</p></div><div title="footer"><p>7</p></div></body></html>'
)
SUP_AROUND = (
    '<html><body><p>Text.<sup><a href="#n1">1</a></sup></p><h2>Notes</h2>'
    '<p id="n1">1. The note.</p></body></html>'
)


def test_a_page_of_pandoc_has_its_notes_lines_and_kinds():
    reading = read(PANDOC, "a.html")
    assert [(b.kind, b.level, b.text, b.line) for b in reading.blocks] == [
        ("heading", 1, "Begin", 3),
        ("paragraph", 0, "It began in *June*. More.", 4),
        ("quotation", 0, "Quoted", 6),
        ("item", 0, "one", 6),
    ]
    assert called(reading.blocks[1], reading) == [("June*.", "Smith & Lee. More.")]
    assert [(n.number, n.line) for n in reading.notes] == [(1, 8)]
    assert reading.title == "The Year"


@pytest.mark.parametrize("page", [WORD, GUTENBERG, CALIBRE, INDESIGN, LIBREOFFICE, SUP_AROUND])
def test_pages_of_other_programs_have_their_note_and_nothing_else_as_one(page):
    reading = read(page, "a.html")
    assert called(reading.blocks[0], reading) == [("Text.", "The note.")]
    assert [(n.number, n.text) for n in reading.notes] == [(1, "The note.")]
    assert [b.text for b in reading.blocks if b.kind == "paragraph"] == ["Text."]


def test_a_link_that_is_only_a_number_is_no_marker():
    page = '<html><body><p>See <a href="#p12">12</a>.</p><p id="p12">Twelve.</p></body></html>'
    reading = read(page, "a.html")
    assert reading.notes == ()
    assert reading.blocks[0].text == "See 12."


def test_two_markers_may_call_one_note():
    page = (
        '<html><body><p>a<sup id="r1"><a href="#n">[1]</a></sup> b<sup id="r2"><a href="#n">[1]</a></sup></p>'
        '<ol><li id="n">^ <a href="#r1">a</a> <a href="#r2">b</a> The note.</li></ol></body></html>'
    )
    reading = read(page, "a.html")
    assert [m.key for m in reading.blocks[0].markers] == ["note:n", "note:n"]
    assert len(reading.notes) == 1


def test_dangling_markers_and_uncalled_notes_are_kept():
    page = (
        '<html><body><p>a<sup><a href="#n9">9</a></sup></p>'
        '<aside role="doc-footnote" id="n2"><p>Alone.</p></aside></body></html>'
    )
    reading = read(page, "a.html")
    assert [m.key for m in reading.blocks[0].markers] == ["note:n9"]
    assert [(n.key, n.text) for n in reading.notes] == [("note:n2", "Alone.")]
