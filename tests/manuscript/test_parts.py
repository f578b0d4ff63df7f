"""Parts: where notes start again, and what each part is called."""

import pytest

from argmap.manuscript.parts import part_name
from manuscript_makers import a_manuscript

TWO = """Chapter I. The River

The river runs.¹ It is cold.²

¹ Eaves, p. 1.

² Ibid.

Chapter II. The Mill

The mill turns.¹ It is red.²

¹ Gill, p. 1.

² Ibid.
"""


def names(manuscript):
    return [(part.name, part.title) for part in manuscript.parts]


def test_a_part_begins_where_the_notes_start_again():
    manuscript = a_manuscript(TWO)
    assert names(manuscript) == [("I", "Chapter I. The River"), ("II", "Chapter II. The Mill")]
    assert [note.ref for note in manuscript.notes] == ["I.1", "I.2", "II.1", "II.2"]


def test_the_projects_titles_name_the_parts():
    assert [n for n, _ in names(a_manuscript(TWO, {"river": "The River", "mill": "The Mill"}))] == [
        "river",
        "mill",
    ]


def test_titles_that_the_text_does_not_have_change_nothing():
    assert [n for n, _ in names(a_manuscript(TWO, {"sea": "The open sea"}))] == ["I", "II"]


def test_numbering_may_start_again_many_times():
    text = "".join(
        f"Chapter {n}. Of Place {n}\n\nIt ran.¹ It fell.²\n\n¹ A, p. 1.\n\n² B, p. 2.\n\n"
        for n in range(1, 10)
    )
    manuscript = a_manuscript(text)
    assert [note.ref for note in manuscript.notes] == [f"{n}.{k}" for n in range(1, 10) for k in (1, 2)]
    assert manuscript.loose_ends == ()


def test_a_text_without_parts_is_one_part():
    manuscript = a_manuscript("The river runs.¹\n\n¹ Eaves, p. 1.\n")
    assert [note.ref for note in manuscript.notes] == ["text.1"]


def test_endnotes_at_the_end_of_a_book_under_their_chapters_titles_go_to_their_chapters():
    text = (
        "CHAPTER ONE\n\nThe River\n\nThe river runs.^1 It is cold.^2\n\n"
        "CHAPTER TWO\n\nThe Mill\n\nThe mill turns.^1 It is red.^2 It is old.^3\n\n"
        "NOTES\n\nChapter One: The River\n\n^1 Eaves, p. 1.\n^2 Ibid.\n\n"
        "Chapter Two: The Mill\n\n^1 Gill, p. 7.\n^2 Ibid.\n^3 Gill, p. 9.\n"
    )
    manuscript = a_manuscript(text)
    assert [note.ref for note in manuscript.notes] == ["1.1", "1.2", "2.1", "2.2", "2.3"]
    assert [note.marker_line for note in manuscript.notes] == [5, 5, 11, 11, 11]
    assert [p.text for p in manuscript.paragraphs][-1] == "The mill turns. It is red. It is old."


def test_numbered_headings_between_paragraphs_are_headings():
    long = "The river runs through the whole of the valley and turns every mill that stands on its banks."
    manuscript = a_manuscript(f"1. The River\n\n{long}\n\n2. The Mill\n\n{long}\n")
    assert [p.kind for p in manuscript.paragraphs] == ["heading", "paragraph"] * 2
    assert names(manuscript) == [("1", "1. The River"), ("2", "2. The Mill")]


def test_a_table_of_contents_begins_no_part():
    text = "Contents\n\nChapter I. The River\t1\n\nChapter II. The Mill\t9\n\n" + TWO
    manuscript = a_manuscript(text)
    assert [part.line for part in manuscript.parts] == [7, 15]


def test_the_bibliography_belongs_to_no_part():
    manuscript = a_manuscript(TWO + "\nBibliography\n\nEaves, Dan. *Rivers*. Leeds: Water Press, 1999.\n")
    assert [line.text for line in manuscript.listed] == ["Eaves, Dan. *Rivers*. Leeds: Water Press, 1999."]
    assert "Bibliography" not in [p.text for p in manuscript.paragraphs]


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Introduction", "intro"),
        ("CONCLUSION", "conclusion"),
        ("Einleitung", "intro"),
        ("IV. The Siege", "IV"),
        ("Chapter 3: Bread", "3"),
        ("Appendix B", "appendix-b"),
        ("Bread and water", "x"),
        ("", "x"),
    ],
)
def test_a_part_is_named_after_its_number_or_first_word(title, name):
    assert part_name(title, "x") == name


def test_two_parts_of_one_name_are_told_apart():
    text = TWO.replace("Chapter II. The Mill", "Chapter I. The Mill")
    assert [n for n, _ in names(a_manuscript(text))] == ["I", "I-2"]
