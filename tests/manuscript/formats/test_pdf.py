import pytest
from manuscript_files import a_pdf, read

from argmap.model.errors import UnreadableError

FILL = "and so the ministers of the northern army went on with their long war"


def page(number, first, notes, marker, head="The Long Year"):
    """Running head, eight lines of text with a marker in the first, and notes in small print."""
    runs = [(50, 560, 10, "F1", f"{head} {number}"), (50, 520, 11, "F1", first)]
    end = 50 + 5.1 * len(first)
    runs += [(end, 524, 7, "F1", str(marker)), (end + 8, 520, 11, "F1", "Then more")]
    runs += [(50, 520 - 14 * k, 11, "F1", FILL) for k in range(1, 8)]
    y = 120.0
    for note, lines in notes:
        for k, line in enumerate(lines):
            if note and k == 0:
                runs.append((50, y + 3, 6, "F1", str(note)))
            runs.append((55 if note and k == 0 else 50, y, 9, "F1", line))
            y -= 11
    return runs


PAGES = [
    page(
        1,
        "The war began in June.",
        [(1, ["Smith, War, p. 4, where it is said that all the tele-", "grams went"])],
        1,
    ),
    page(2, "It went on in July.", [(0, ["by the northern road."]), (2, ["Ibid., p. 5."])], 2),
    page(3, "A new chapter had begun.", [(1, ["Lee, Peace, p. 9."]), (2, ["Ibid."])], 1),
    page(4, "And an end.", [(3, ["Kim, End, p. 1."])], 3),
]


def test_notes_are_small_print_with_a_raised_number_and_go_on_over_pages():
    reading = read(a_pdf(PAGES), "a.pdf")
    assert [(n.number, n.line, n.text) for n in reading.notes] == [
        (1, 1, "Smith, War, p. 4, where it is said that all the telegrams went by the northern road."),
        (2, 2, "Ibid., p. 5."),
        (1, 3, "Lee, Peace, p. 9."),
        (2, 3, "Ibid."),
        (3, 4, "Kim, End, p. 1."),
    ]


def test_markers_are_raised_numbers_and_know_their_page():
    reading = read(a_pdf(PAGES), "a.pdf")
    texts = {n.key: n.text[:4] for n in reading.notes}
    markers = [(texts[m.key], m.line, b.text[: m.offset][-5:]) for b in reading.blocks for m in b.markers]
    assert markers == [("Smit", 1, "June."), ("Ibid", 2, "July."), ("Lee,", 3, "egun."), ("Kim,", 4, " end.")]
    assert reading.unit == "page"


def test_running_lines_are_left_out_and_paragraphs_go_on_over_pages():
    reading = read(a_pdf(PAGES), "a.pdf")
    text = " ".join(block.text for block in reading.blocks)
    assert "Long Year" not in text
    assert "long war It went on in July." in text


def test_a_power_is_not_taken_for_the_marker_of_the_same_number():
    runs = page(1, "A road of 12 km", [(2, ["Smith, War."])], 2)
    runs += [(120, 412, 11, "F1", "so he said."), (175, 416, 7, "F1", "2")]
    reading = read(a_pdf([runs]), "a.pdf")
    assert [b.text[: m.offset][-5:] for b in reading.blocks for m in b.markers] == ["said."]


def test_notes_at_the_end_of_the_chapters_are_found_by_their_order():
    def text(first, marker):
        return page(9, first, [], marker)

    def ends(*notes):
        lines = [(50, 500 - 12 * k, 9, "F1", f"{n}. {said}") for k, (n, said) in enumerate(notes)]
        return [(50, 530, 11, "F1", "Notes"), *lines]

    pages = [text("It began.", 1), text("It went on.", 2), ends((1, "Smith, War."), (2, "Ibid.")),
             text("Again.", 1), text("And on.", 2), text("The end.", 3),
             ends((1, "Lee."), (2, "Kim."), (3, "Mao."))]  # fmt: skip
    reading = read(a_pdf(pages), "a.pdf")
    texts = {n.key: n.text for n in reading.notes}
    called = [(m.line, texts[m.key]) for b in reading.blocks for m in b.markers]
    assert called == [(1, "Smith, War."), (2, "Ibid."), (4, "Lee."), (5, "Kim."), (6, "Mao.")]


def test_a_raised_number_that_no_note_bears_is_text():
    runs = page(1, "The road was 12 km", [(1, ["Smith, War."])], 2)
    reading = read(a_pdf([runs]), "a.pdf")
    assert any("12 km 2 Then more" in block.text for block in reading.blocks)


def test_pictures_of_pages_and_broken_files_end_in_one_message():
    with pytest.raises(UnreadableError, match="OCR"):
        read(a_pdf([[], []]), "scan.pdf")
    with pytest.raises(UnreadableError, match=r"'cut.pdf'.*damaged"):
        read(b"%PDF-1.7\n1 0 obj\n<</Type", "cut.pdf")
