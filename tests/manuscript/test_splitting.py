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


@pytest.mark.parametrize("piece", [";", "a;", "(a;", "“a;", "*a;", "See A. "])
def test_a_hundred_thousand_pieces_are_split_in_time(piece):
    split_note(piece * 100_000)
