import pytest
from manuscript_files import a_docx, an_odt, called, read

NOTE = (
    '<text:note text:id="{0}" text:note-class="footnote"><text:note-citation>{1}</text:note-citation>'
    "<text:note-body><text:p>{2}</text:p></text:note-body></text:note>"
)
AUTOMATIC = (
    '<style:style style:name="T1" style:family="text"><style:text-properties fo:font-style="italic"/>'
    '</style:style><style:style style:name="P1" style:family="paragraph" '
    'style:parent-style-name="Quotations"/>'
)
TEXT = (
    "<text:tracked-changes><text:changed-region><text:deletion><text:p>gone</text:p></text:deletion>"
    "</text:changed-region></text:tracked-changes>"
    '<text:h text:outline-level="2">Begin</text:h><text:p>It was'
    '<text:s/><text:span text:style-name="T1">June</text:span>'
    + NOTE.format("ftn0", "1", 'Smith, <text:span text:style-name="T1">War</text:span></text:p><text:p>More')
    + " and<text:line-break/>on."
    + NOTE.format("ftn1", "2", "Ibid.")
    + '</text:p><text:p text:style-name="P1">Quoted</text:p>'
    "<text:list><text:list-item><text:p>one</text:p></text:list-item></text:list>"
)


@pytest.mark.parametrize("flat", [False, True])
def test_notes_stand_in_the_text_with_their_printed_numbers(flat):
    reading = read(an_odt(TEXT, AUTOMATIC, flat=flat), "a.odt")
    assert [(n.number, n.text, n.line) for n in reading.notes] == [
        (1, "Smith, *War* More", 2),
        (2, "Ibid.", 2),
    ]
    assert called(reading.blocks[1], reading) == [("*June*", "Smith, *War* More"), ("nd on.", "Ibid.")]
    assert reading.blocks[1].text == "It was *June* and on."


def test_headings_quotations_and_items_are_told_apart_and_deleted_text_is_left_out():
    kinds = [(b.kind, b.level, b.text) for b in read(an_odt(TEXT, AUTOMATIC), "a.odt").blocks]
    assert kinds == [
        ("heading", 2, "Begin"),
        ("paragraph", 0, "It was *June* and on."),
        ("quotation", 0, "Quoted"),
        ("item", 0, "one"),
    ]


def test_numbers_that_begin_again_are_given_as_printed():
    text = "".join(f"<text:p>a{NOTE.format(i, n, 'x')}</text:p>" for i, n in enumerate("1211"))
    assert [n.number for n in read(an_odt(text), "a.odt").notes] == [1, 2, 1, 1]


def test_content_settles_the_format_when_the_suffix_is_wrong():
    assert read(an_odt(TEXT, AUTOMATIC), "a.docx").format == "odt"
    assert read(a_docx("<w:p><w:r><w:t>a</w:t></w:r></w:p>"), "a.txt").format == "docx"
