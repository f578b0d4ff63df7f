from manuscript_files import a_docx, call, called, note, p, r, read

ITALIC = "<w:i/>"
STYLES = """
<w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style>
<w:style w:type="paragraph" w:styleId="Mine"><w:basedOn w:val="berschrift1"/></w:style>
<w:style w:type="paragraph" w:styleId="Zitat"><w:name w:val="Quote"/></w:style>
<w:style w:type="character" w:styleId="E"><w:name w:val="Emphasis"/><w:rPr><w:i/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>
<w:style w:type="paragraph" w:styleId="Loop"><w:name w:val="Loop"/><w:basedOn w:val="Loop"/></w:style>
"""


def test_notes_have_places_numbers_and_their_paragraphs_joined():
    body = p(r("It began."), call(7)) + p(r("See "), r("Pravda", ITALIC), call(9), r(" too."))
    notes = note(9, p(r("Ibid."))) + note(
        7, p(r("Smith, "), r("The ", ITALIC), r("War", ITALIC)), p(r("More."))
    )
    reading = read(a_docx(body, notes), "a.docx")
    assert [(n.number, n.text, n.line) for n in reading.notes] == [
        (1, "Smith, *The War* More.", 1),
        (2, "Ibid.", 2),
    ]
    assert called(reading.blocks[1], reading) == [("ravda*", "Ibid.")]
    assert reading.blocks[1].text == "See *Pravda* too."


def test_inserted_text_is_read_and_deleted_text_with_its_note_is_not():
    deleted = f"<w:del><w:r><w:delText>gone</w:delText></w:r>{call(2)}</w:del>"
    body = p(r("One "), f"<w:ins>{r('new')}</w:ins>", deleted, r("."), call(3))
    notes = note(2, p(r("Gone."))) + note(3, p(r("Kept."), f"<w:del>{r('x')}</w:del>"))
    reading = read(a_docx(body, notes), "a.docx")
    assert reading.blocks[0].text == "One new."
    assert [(n.number, n.text) for n in reading.notes] == [(1, "Kept.")]


def test_a_deleted_paragraph_end_joins_two_paragraphs():
    body = p(r("One "), properties="<w:rPr><w:del/></w:rPr>") + p(r("two."))
    assert [b.text for b in read(a_docx(body), "a.docx").blocks] == ["One two."]


def test_headings_quotations_and_items_are_known_by_style_in_any_language():
    body = (
        p(r("A"), style="Mine") + p(r("B"), style="Zitat") + p(r("C"), properties='<w:outlineLvl w:val="1"/>')
        + p(r("D"), properties='<w:numPr><w:numId w:val="3"/></w:numPr>') + p(r("E"), style="Loop")
        + p(r("F 3"), style="TOC1") + p(r("a "), r("g", '<w:rStyle w:val="E"/>'))
    )  # fmt: skip
    kinds = [(b.kind, b.level, b.text) for b in read(a_docx(body, styles=STYLES), "a.docx").blocks]
    assert kinds == [
        ("heading", 1, "A"),
        ("quotation", 0, "B"),
        ("heading", 2, "C"),
        ("item", 0, "D"),
        ("paragraph", 0, "E"),
        ("paragraph", 0, "a *g*"),
    ]


def test_numbers_begin_again_with_every_section_where_the_document_says_so():
    section = '<w:sectPr><w:footnotePr><w:numRestart w:val="eachSect"/></w:footnotePr></w:sectPr>'
    body = p(r("a"), call(1), call(2), properties=section) + p(r("b"), call(3)) + section
    notes = "".join(note(n, p(r(f"n{n}"))) for n in (1, 2, 3))
    assert [n.number for n in read(a_docx(body, notes), "a.docx").notes] == [1, 2, 1]


def test_a_first_number_from_the_settings_counts():
    settings = '<w:footnotePr><w:numStart w:val="5"/></w:footnotePr>'
    data = a_docx(p(r("a"), call(1)), note(1, p(r("n"))), settings=settings)
    assert read(data, "a.docx").notes[0].number == 5


def test_endnotes_beside_footnotes_get_numbers_of_their_own():
    body = p(r("a"), call(1), call(1, "endnote"))
    reading = read(
        a_docx(body, note(1, p(r("foot"))), endnotes=note(1, p(r("end")), kind="endnote")), "a.docx"
    )
    assert [(n.number, n.text) for n in reading.notes] == [(1, "foot"), (1001, "end")]
    assert "endnote 1 is called 1001" in reading.remarks[0]


def test_a_marker_without_a_note_and_a_note_without_a_marker_are_kept():
    reading = read(a_docx(p(r("a"), call(4)), note(5, p(r("alone")))), "a.docx")
    assert [m.key for m in reading.blocks[0].markers] == ["footnote:4"]
    assert [(n.key, n.number) for n in reading.notes] == [("footnote:5", None)]


def test_a_mark_of_the_authors_own_is_not_counted():
    body = p(
        r("a"), '<w:r><w:footnoteReference w:id="1" w:customMarkFollows="1"/><w:t>*</w:t></w:r>', call(2)
    )
    reading = read(a_docx(body, note(1, p(r("star"))) + note(2, p(r("one")))), "a.docx")
    assert reading.blocks[0].text == "a"
    assert [(n.number, n.text) for n in reading.notes] == [(None, "star"), (1, "one")]


def test_text_boxes_are_read_once():
    box = f"<w:txbxContent>{p(r('boxed'))}</w:txbxContent>"
    both = (
        f"<w:r><mc:AlternateContent xmlns:mc='m'><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
    )
    body = p(r("a"), both + "</mc:AlternateContent></w:r>", r("b"))
    assert sorted(b.text for b in read(a_docx(body), "a.docx").blocks) == ["ab", "boxed"]
