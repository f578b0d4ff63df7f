from manuscript_files import called, read

TEXT = """---
title: "The Long Year"
---

# Beginnings {#begin}

The war began in *June*.[^1] One note stands inside^[See *Pravda*, 4 May.] the
text[^late], and one is missing.[^none]

> Quoted[^1b]

[^1]: Smith, *War*, p. 4.
[^1b]: Ibid.

    A second paragraph.

- an item

[^late]: Late.
[^unused]: Nobody calls me.
"""


def test_labels_inline_notes_and_late_definitions_are_notes_at_their_places():
    reading = read(TEXT, "a.md")
    paragraph = reading.blocks[1]
    assert called(paragraph, reading) == [
        ("June*.", "Smith, *War*, p. 4."),
        ("inside", "See *Pravda*, 4 May."),
        ("e text", "Late."),
        ("ssing.", "?"),
    ]
    assert [m.line for m in paragraph.markers] == [7, 7, 8, 8]
    assert reading.title == "The Long Year"


def test_a_note_of_two_paragraphs_is_one_text_and_uncalled_notes_are_kept():
    notes = {note.key: (note.text, note.line, note.number) for note in read(TEXT, "a.md").notes}
    assert notes["note:1b"] == ("Ibid. A second paragraph.", 13, None)
    assert notes["note:unused"] == ("Nobody calls me.", 20, None)
    assert len(notes) == 5


def test_headings_quotations_and_items_are_told_apart():
    kinds = [(b.kind, b.level, b.text, b.line) for b in read(TEXT, "a.md").blocks]
    assert kinds[0] == ("heading", 1, "Beginnings", 5)
    assert kinds[2] == ("quotation", 0, "Quoted", 10)
    assert kinds[3] == ("item", 0, "an item", 17)


def test_citations_by_key_give_entries_and_locators_and_stay_in_the_text():
    text = "So [see @lee2001, pp. 33-35; -@kim] says, and @mao50 [p. 4].[^1] Write to a@b.org.\n\n"
    text += "[^1]: @lee2001, p. 9.\n"
    reading = read(text, "a.md")
    assert [(c.entry, c.locator, c.note) for c in reading.citations] == [
        ("lee2001", "pp. 33-35", None),
        ("kim", None, None),
        ("mao50", "p. 4", None),
        ("lee2001", "p. 9", "note:1"),
    ]
    assert "[see @lee2001, pp. 33-35; -@kim]" in reading.blocks[0].text


def test_code_with_a_marker_calls_no_note():
    reading = read("Type `[^1]` here.\n\n[^1]: x\n", "a.md")
    assert reading.blocks[0].markers == ()


def test_plain_text_is_markdown_only_if_it_defines_notes():
    assert read("So.[^1]\n\n[^1]: Ibid.\n", "a.txt").format == "markdown"
    assert read("a < b and \\section and *so*\n", "a.txt").format == "text"
