"""A note to its citations."""

import pytest

from argmap.manuscript.citations.split import split_note


@pytest.mark.parametrize(
    ("note", "pieces"),
    [
        ("Baker, *Mills*, p. 3.", ["Baker, *Mills*, p. 3."]),
        ("Baker, *Mills*, p. 3; Carter, *Bread*, p. 5.", ["Baker, *Mills*, p. 3", "Carter, *Bread*, p. 5."]),
        ("Baker, *Mills; a history*, p. 3.", ["Baker, *Mills; a history*, p. 3."]),
        ("Baker, “Mills; a history,” p. 3; Ibid.", ["Baker, “Mills; a history,” p. 3", "Ibid."]),
        ("Baker (London; Leeds, 1987); Carter.", ["Baker (London; Leeds, 1987)", "Carter."]),
        ("Bäcker, „Mühlen; Flüsse“, S. 3; Karrer.", ["Bäcker, „Mühlen; Flüsse“, S. 3", "Karrer."]),
        (
            "Baker, *Mills*, p. 3. See also Carter, *Bread*.",
            ["Baker, *Mills*, p. 3.", "See also Carter, *Bread*."],
        ),
        ("Dunn, “Duty,” 3. But see Evans, *Law*, 4.", ["Dunn, “Duty,” 3.", "But see Evans, *Law*, 4."]),
        ("See Baker, *Mills*; cf. Carter.", ["See Baker, *Mills*", "cf. Carter."]),
        ("Baker &amp; Carter, p. 3; Dunn.", ["Baker &amp; Carter, p. 3", "Dunn."]),
        ("Baker “never closed, p. 3; Carter, p. 4.", ["Baker “never closed, p. 3", "Carter, p. 4."]),
        (";;; ; .", []),
        ("", []),
    ],
)
def test_a_note_is_split_between_its_citations(note, pieces):
    assert split_note(note) == pieces


ANOTHER = [
    # a signal word, also in brackets and after a dash
    ("A. Baker, Mills (1987) 3. See, also, C. Carter, Bread (1990).", "See, also, C. Carter, Bread (1990)."),
    (
        "Baker, Mühlen (Köln 1987) 3 ff. — Siehe auch Karrer, Brot (1990) 7.",
        "Siehe auch Karrer, Brot (1990) 7.",
    ),
    ("A. Baker, Mills (1987), 3, cf. Carter, Bread (1990).", "cf. Carter, Bread (1990)."),
    # a clause that leads to one
    ("A. Baker, Mills (1987). For bread in sieges, see C. Carter, Bread (1990).", "For bread in sieges, see"),
    ("Baker, Mühlen (1987) 3. Zum Brot siehe auch Karrer, Brot (1990) 7.", "Zum Brot siehe auch"),
    ("A. Baker, Mills (1987). Millers were poor. On guilds, see E. Evans, Guilds (1999).", "On guilds, see"),
    ("Baker, Mühlen (1987) 3. Ähnlich auch Karrer, Brot (1990) 7.", "Ähnlich auch Karrer"),
    # another author after a citation that has come to its end
    ("Baker, op. cit., n. 7, p. 79. C. Carter, Bread (1990) 4.", "C. Carter, Bread (1990) 4."),
    ("A. Baker, ‘Mills’ (1987) 4 Flour 9. Millers said ‘no’. C. Carter, Bread (1990) 4.", "C. Carter, Bread"),
    ("Ann Baker, *Mills*, p. 3. John Carter, *Bread*, p. 5.", "John Carter, *Bread*, p. 5."),
    ("Baker 1979, S. 66 ff. Karrer/Dahm 1972, S. 8.", "Karrer/Dahm 1972, S. 8."),
    (
        "A. Baker, ‘Mills’ in Rivers, ed. E. Evans (1996) 74 C. Carter, Bread (1995) 12.",
        "C. Carter, Bread (1995)",
    ),
    # words that join two
    ("‘Mills’ in Rivers (1995) and ‘Bread and War’ (1996) 20 Flour 9.", "‘Bread and War’ (1996) 20 Flour 9."),
    ("Baker, op. cit., n. 21 and Carter, op. cit., n. 24.", "Carter, op. cit., n. 24."),
    ("Baker (oben N. 8) 89 sowie Karrer, Brot (1990) 7.", "Karrer, Brot (1990) 7."),
    (
        "A. Baker, Mills (1985). It held till 1991 (see Rex v. Dunn (1991) 3 L.R. 7).",
        "see Rex v. Dunn (1991)",
    ),
]


@pytest.mark.parametrize(("note", "second"), ANOTHER)
def test_another_citation_opens_without_a_semicolon(note, second):
    pieces = split_note(note)
    assert len(pieces) == 2
    assert pieces[1].startswith(second)
    assert note.startswith(pieces[0])


@pytest.mark.parametrize(
    "note",
    [
        "A. Baker, ‘Mills’ in Rivers, ed. C. Carter (1991) 77.",
        "A. Baker, C. Carter and E. Evans, Mills (1991) 77.",
        "A. Baker, ‘Mills’ in Rivers, eds. C. Carter and E. Evans (1991) 59.",
        "A. Baker, Mills (trans. C. Carter, 1991) 125–6 s. 146.",
        "A. Baker, ‘Mills; or, Bread’ (1991) Flour J. 470 at 485 and 481.",
        "A. Baker, ‘The Miller’s Bread; a History’ (1991) 77.",
        'Baker, „Mühlen; Flüsse", S. 3.',
        "A. Baker, Mills (1991) 28. Baker’s view was narrow. For ‘mill’ read ‘mills’.",
        "Letter from Baker to Carter, p. 12. May 1650, and 3 June 1650.",
        "Millers were poor in 1650. For bread they had none to see.",
        "Bender v. Bender [1919] 2 K.B. 571.",
        "A. Baker, Mills, Vol. 2 and Vol. 3, pp. 3 and 9.",
    ],
)
def test_one_citation_stays_whole(note):
    assert split_note(note) == [note]


@pytest.mark.parametrize(
    "piece",
    [
        ";",
        "a;",
        "‘a;",
        "1. A. B, ",
        "1 and A. B, ",
        "(see A 1) ",
        "For a, see A. ",
        "(a;",
        "“a;",
        "*a;",
        "See A. ",
    ],
)
def test_a_hundred_thousand_pieces_are_split_in_time(piece):
    split_note(piece * 100_000)
