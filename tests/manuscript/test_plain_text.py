"""Plain text: which lines are notes, which numbers call them, and what is whole across page ends."""

import time

import pytest

from argmap.manuscript.line_segments import cut_lines
from argmap.manuscript.numerals import STYLES
from argmap.manuscript.registry import read_bytes
from argmap.model.errors import UnreadableError
from manuscript_makers import a_manuscript


def notes_of(text):
    return [(note.ref, note.text) for note in a_manuscript(text).notes]


def called(text):
    return [(note.number, note.marker_line) for note in a_manuscript(text).notes]


@pytest.mark.parametrize(
    ("marker", "note"),
    [("¹ ² ³", "¹ ² ³"), ("^1 ^2 ^3", "^1 ^2 ^3"), ("[1] [2] [3]", "[1] [2] [3]"), ("1 2 3", "1 2 3")],
)
@pytest.mark.parametrize("space", ["\n\n", "\n"])
def test_notes_are_found_however_their_numbers_are_written(marker, note, space):
    words = ["The mill is old.", "It is of stone.", "It is red."]
    body = " ".join(word + mark for word, mark in zip(words, marker.split(), strict=True))
    texts = ["Baker, Mills, p. 3.", "Ibid., p. 4.", "Carter, Bread, p. 5."]
    below = space.join(f"{mark} {text}" for mark, text in zip(note.split(), texts, strict=True))
    manuscript = a_manuscript(f"{body}\n\n{below}\n")
    assert [n.text for n in manuscript.notes] == texts
    assert [n.marker_line for n in manuscript.notes] == [1, 1, 1]
    assert manuscript.paragraphs[0].text == " ".join(words)
    assert manuscript.loose_ends == ()


def test_a_note_may_stand_right_behind_its_number():
    assert notes_of("The mill is old.³⁹ It is red.⁴⁰\n\n³⁹The bailiff, p. 3.\n\n⁴⁰ Ibid.\n") == [
        ("text.39", "The bailiff, p. 3."),
        ("text.40", "Ibid."),
    ]


def test_a_paragraph_that_starts_with_a_marker_after_a_page_break_is_no_note():
    text = (
        "The miller wrote to the bailiff and asked for grain¹ and was told that he\n\n¹ Baker, p. 1.\n\n"
        "² would have none until the feast.³ Then he closed the mill.\n\n² Baker, p. 2.\n\n³ Ibid.\n"
    )
    manuscript = a_manuscript(text)
    assert [note.text for note in manuscript.notes] == ["Baker, p. 1.", "Baker, p. 2.", "Ibid."]
    assert [note.marker_line for note in manuscript.notes] == [1, 5, 5]


def test_a_marker_that_lost_its_superscript_is_found_between_its_neighbours():
    text = (
        "The mill is old.¹\n\nIt stood long.2 Then it fell.\n\nIt burnt.³\n\n"
        "¹ A, p. 1.\n\n² B, p. 2.\n\n³ C, p. 3.\n"
    )
    assert called(text) == [(1, 1), (2, 3), (3, 5)]
    assert "long. Then" in a_manuscript(text).paragraphs[1].text


def test_a_marker_on_a_line_of_its_own_is_found():
    assert called("It is old.¹\n\nIt stood.\n\n2\n\nIt burnt.³\n\n¹ A.\n\n² B.\n\n³ C.\n") == [
        (1, 1),
        (2, 5),
        (3, 7),
    ]


def test_a_note_may_go_on_in_the_lines_below():
    text = "It is old.¹ It burnt.²\n\n¹ See the letters,\nhttp://mills.example/one\n² Ibid.\n"
    assert notes_of(text)[0] == ("text.1", "See the letters, http://mills.example/one")


def test_a_note_broken_by_a_page_end_goes_on_above_the_notes_of_the_next_page():
    text = (
        "The miller left.1 Nobody followed him into the hills that year.2\n"
        "1 Baker, Mills, p. 4.\n"
        "2 The letters were lost, as is told in the diary of the\n"
        "\fThe mill stood empty.3 The river went on.\n\n"
        "bailiff's widow.\n\n"
        "3 Baker, Mills, p. 5.\n"
    )
    manuscript = a_manuscript(text)
    assert (
        manuscript.notes[1].text == "The letters were lost, as is told in the diary of the bailiff's widow."
    )
    assert [p.text for p in manuscript.paragraphs][1:] == ["The mill stood empty. The river went on."]


def test_a_sentence_broken_by_a_page_end_and_its_notes_is_whole():
    text = "The miller gave¹ the flour to\n\n¹ Baker, p. 1.\n\nthe army that came.² He left.\n\n² Ibid.\n"
    (paragraph,) = a_manuscript(text).paragraphs
    assert paragraph.text == "The miller gave the flour to the army that came. He left."
    first = paragraph.sentences[0]
    assert (first.text, first.notes) == (
        "The miller gave the flour to the army that came.",
        ("text.1", "text.2"),
    )


def test_a_hard_wrapped_page_with_form_feeds_is_read_as_pdftotext_leaves_it():
    text = (
        "The mill stood at the bend of the river for three centuries.1 It ground corn for\n"
        "the town, and later for the army, which paid badly.2 The bailiff kept an ac-\n"
        "1 Ann Baker, The Mills of the Valley (London: Field Press, 1987), 12.\n"
        "2 Ibid., 14.\n\n"
        "17\n"
        "\fcount of the carts, which in\n"
        "1643 were many.3 That is all.\n\n"
        "3 Baker, Mills, 40.\n"
    )
    manuscript = a_manuscript(text)
    (paragraph,) = manuscript.paragraphs
    assert paragraph.text.endswith(
        "The bailiff kept an account of the carts, which in 1643 were many. That is all."
    )
    assert [(n.number, n.marker_line, n.line) for n in manuscript.notes] == [(1, 1, 3), (2, 2, 4), (3, 8, 10)]
    assert [s.line for s in paragraph.sentences] == [1, 1, 2, 8]


def test_running_heads_and_page_numbers_are_no_text():
    pages = [
        f"{n} THE MILL\nThe miller came to the town on day {n} and he\n"
        f"said nothing of it.{n}\n\n{n} Baker, p. {n}.\n"
        for n in range(1, 6)
    ]
    manuscript = a_manuscript("\f".join(pages))
    assert [n.marker_line for n in manuscript.notes] == [3, 8, 13, 18, 23]
    assert all("THE MILL" not in p.text for p in manuscript.paragraphs[1:])
    assert [n.text for n in manuscript.notes] == [f"Baker, p. {n}." for n in range(1, 6)]


def test_a_hyphen_at_a_line_end_stays_in_a_compound():
    text = (
        "It is well made. It is well done. The well-\nknown miller was of well-known stock, so they\n"
        "said, and rich.\n"
    )
    assert "The well-known miller" in a_manuscript(text).paragraphs[0].text


def test_numbered_lines_of_a_list_are_no_notes():
    text = "Three things count:\n\n1. The river runs.\n\n2. The mill turns.\n\n3. The miller sleeps.\n"
    manuscript = a_manuscript(text)
    assert manuscript.notes == ()
    assert [p.kind for p in manuscript.paragraphs] == ["paragraph", "item", "item", "item"]


@pytest.mark.parametrize("power", ["a field of 12 km² of barley", "the law E=mc² holds", "40 m³ of water"])
def test_a_power_is_no_marker(power):
    assert a_manuscript(f"There is {power} here.\n").paragraphs[0].text == f"There is {power} here."


def test_years_and_figures_in_a_text_without_notes_stay():
    text = "In 1643 the army came. It had 300 men. They stayed 12 days.\n"
    assert a_manuscript(text).paragraphs[0].text == text.strip()


@pytest.mark.parametrize("heading", ["Notes", "NOTES", "Endnotes", "Anmerkungen"])
def test_endnotes_of_a_chapter_leave_their_heading_behind(heading):
    text = f"The river runs.1 It is cold.2\n\n{heading}\n\n1. Eaves, Rivers, p. 3.\n2. Ibid., p. 4.\n"
    manuscript = a_manuscript(text)
    assert [n.text for n in manuscript.notes] == ["Eaves, Rivers, p. 3.", "Ibid., p. 4."]
    assert [p.text for p in manuscript.paragraphs] == ["The river runs. It is cold."]


def test_the_space_before_a_marker_that_stands_apart_goes_with_it():
    text = "The mill is old [1]. The river is cold [2].\n\n[1] Baker, p. 1.\n[2] Ibid.\n"
    assert a_manuscript(text).paragraphs[0].text == "The mill is old. The river is cold."


def test_loose_ends_are_told():
    text = "It is old.¹ It burnt.³ It fell.⁴\n\n¹ A, p. 1.\n\n² B, p. 2.\n\n³ C, p. 3.\n"
    told = [(end.kind, end.ref) for end in a_manuscript(text).loose_ends]
    assert told == [("marker-without-note", "text.4"), ("note-without-marker", "text.2")]


@pytest.mark.parametrize("data", [b"", b" \n\n ", b"\xef\xbb\xbf"])
def test_a_file_without_text_is_refused(data):
    with pytest.raises(UnreadableError):
        read_bytes(data, "text.txt")


def test_a_style_gives_the_number_and_text_of_an_opening():
    openings = [
        style.opening(line) for style, line in zip(STYLES, ["¹²A b", "^3 A", "[4] A", "5. A"], strict=True)
    ]
    assert openings == [(12, "A b"), (3, "A"), (4, "A"), (5, "A")]


def test_a_line_of_nothing_but_dashes_takes_no_longer_than_its_share():
    start = time.perf_counter()
    segments, words = cut_lines("- " * 200_000 + "a")
    assert time.perf_counter() - start < 2
    assert len(segments) == 1
    assert not words
