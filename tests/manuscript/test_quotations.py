"""Quotations, and the notes that cover them."""

import pytest

from argmap.manuscript.quotations import find_quotations, outside_quotations, quoted_spans
from manuscript_makers import a_manuscript


def quoted(text):
    return [text[a:b] for a, b in quoted_spans(text)[0]]


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ('He said "no flour" and left', ["no flour"]),
        ("He said “no flour” and left", ["no flour"]),
        ("Er sagte „kein Mehl“ und ging", ["kein Mehl"]),
        ("Il dit « pas de farine »", [" pas de farine "]),
        ("He said “no ‘fine’ flour” today", ["no ‘fine’ flour"]),
        ('He said “no flour" and left', ["no flour"]),
        ('"One" and “two” and "three"', ["One", "two", "three"]),
        ("nothing", []),
        ("", []),
    ],
)
def test_marks_are_paired_by_their_kind(text, inside):
    assert quoted(text) == inside


@pytest.mark.parametrize("text", ["a “b c", "a” b c", 'a " b', "a « b", "“"])
def test_a_mark_without_its_partner_is_told(text):
    spans, loose = quoted_spans(text)
    assert spans == []
    assert len(loose) == 1


def test_a_quotation_belongs_to_the_note_that_follows_it():
    text = (
        "He gave “all the flour”¹ and “some bread,” as he wrote.² Then “nothing more” came.\n\n"
        "A new day: “the last loaf”.\n\n¹ A.\n\n² B.\n"
    )
    found, loose = find_quotations(a_manuscript(text))
    assert [(q.text, q.note, q.direct, q.anchor) for q in found] == [
        ("all the flour", "text.1", True, "text.1.1"),
        ("some bread,", "text.2", False, "text.1.1"),
        ("nothing more", None, False, "text.1.2"),
        ("the last loaf", None, False, "text.2.1"),
    ]
    assert loose == []


def test_a_marker_behind_the_full_stop_is_direct():
    (found,), _ = find_quotations(a_manuscript("He gave “all the flour.”¹\n\n¹ A.\n"))
    assert found.direct


def test_a_quotation_over_a_page_end_is_whole():
    text = "He gave¹ “all the flour that\n\n¹ A.\n\nthe mill had”.² So he said.\n\n² B.\n"
    (found,), _ = find_quotations(a_manuscript(text))
    assert (found.text, found.note) == ("all the flour that the mill had", "text.2")


def test_very_short_quotations_can_be_left_out():
    manuscript = a_manuscript("The “A” and the “mill” burnt down in the night of the feast.\n")
    assert [q.text for q in find_quotations(manuscript)[0]] == ["mill"]
    assert [q.text for q in find_quotations(manuscript, least=1)[0]] == ["A", "mill"]


def test_what_stands_outside_quotations_keeps_its_places():
    text = "He “may” leave and “might” stay"
    assert "".join(piece for _, piece in outside_quotations(text)) == "He  leave and  stay"
    assert all(text[start : start + len(piece)] == piece for start, piece in outside_quotations(text))


@pytest.mark.parametrize("mark", ['"', "“", "”", "„", "«", '" a ', "“a "])
def test_a_hundred_thousand_marks_are_read_in_time(mark):
    quoted_spans(mark * 100_000)
