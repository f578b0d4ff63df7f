"""Where sentences end, and what they are called."""

import pytest

from argmap.manuscript.sentences import sentence_spans
from manuscript_makers import a_manuscript


def sentences(text):
    return [text[a:b] for a, b in sentence_spans(text)]


@pytest.mark.parametrize(
    "whole",
    [
        "Mr. A. B. Baker wrote to Dr. Carter in Jan. 1950 about No. 3.",
        "See vol. 2, pp. 3-5, ed. Dunn, ca. 1950, for the U.S. Army's part in it.",
        "The price was 3.5 million, i.e. too much, cf. ch. 4.",
        "“Why?” he asked the miller.",
        "They gave flour … and bread to the army.",
        "Die Mühle lag z.B. am Fluss, vgl. Abb. 3 usw. im Anhang.",
    ],
)
def test_one_sentence_stays_one(whole):
    assert sentences(whole) == [whole]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("He left. She stayed.", ["He left.", "She stayed."]),
        ("He said “No.” She left.", ["He said “No.”", "She left."]),
        ("Why? Because! So.", ["Why?", "Because!", "So."]),
        ("It ended in 1950. The mill burnt.", ["It ended in 1950.", "The mill burnt."]),
        ("He lived in the U.S. The mill stood.", ["He lived in the U.S.", "The mill stood."]),
        ("(He left.) She stayed.", ["(He left.)", "She stayed."]),
        ("他走了。她留下。", ["他走了。", "她留下。"]),
        ("No stop at the end", ["No stop at the end"]),
        ("", []),
        (" \t ", []),
    ],
)
def test_sentences_end_where_readers_end_them(text, parts):
    assert sentences(text) == parts


def test_a_sentence_knows_its_line_notes_and_name():
    text = (
        "The river runs.¹ The mill\nturns at night² and by\nday. The miller sleeps.³\n\n"
        "¹ A.\n\n² B.\n\n³ C.\n"
    )
    (paragraph,) = a_manuscript(text).paragraphs
    assert [(s.anchor, s.line, s.notes) for s in paragraph.sentences] == [
        ("text.1.1", 1, ("text.1",)),
        ("text.1.2", 1, ("text.2",)),
        ("text.1.3", 3, ("text.3",)),
    ]


def test_full_stops_without_end_are_read_in_time():
    assert len(sentences("A. " * 20_000)) == 1
    assert len(sentences(". " * 20_000)) == 20_000
    assert len(sentences("He came. " * 20_000)) == 20_000
