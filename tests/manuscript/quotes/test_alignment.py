"""The place of a needle is the one that a plain table of edit distances gives."""

from hypothesis import given
from hypothesis import strategies as st

from argmap.manuscript.quotes.alignment import Hit, align

FEW_LETTERS = st.text(alphabet="abc", max_size=30).map(str.encode)


def aligned_by_table(needle: bytes, text: bytes, most: int) -> Hit | None:
    """Sellers' table: (errors, start) of each beginning of the needle at each place of the text."""
    row = [(0, -place) for place in range(len(text) + 1)]
    for letter in needle:
        above, row = row, [(row[0][0] + 1, row[0][1])]
        for place, other in enumerate(text):
            ways = (
                (above[place][0] + (letter != other), above[place][1]),
                (above[place + 1][0] + 1, above[place + 1][1]),
                (row[place][0] + 1, row[place][1]),
            )
            # of equally good ones the earliest start; it is kept as a negative number
            row.append(min(ways, key=lambda way: (way[0], -way[1])))
    errors, end = min((errors, place) for place, (errors, _) in enumerate(row))
    return Hit(-row[end][1], end, errors) if errors <= min(most, len(needle) - 1) else None


@given(FEW_LETTERS.filter(bool), FEW_LETTERS, st.integers(0, 12))
def test_a_needle_stands_where_it_has_the_fewest_errors(needle, text, most):
    found = align(needle, text, 0, len(text), most)
    expected = aligned_by_table(needle, text, most)
    if expected is None:
        assert found is None
    elif expected.distance == 0:
        assert found == Hit(text.find(needle), text.find(needle) + len(needle), 0)
    else:
        assert found == expected


@given(FEW_LETTERS.filter(bool), FEW_LETTERS, st.integers(-3, 35), st.integers(-3, 35), st.integers(0, 12))
def test_only_what_lies_between_the_two_places_is_looked_at(needle, text, low, high, most):
    inside = text[max(0, low) : max(0, high)]
    found, expected = align(needle, text, low, high, most), align(needle, inside, 0, len(inside), most)
    if found is not None:
        found = Hit(found.start - max(0, low), found.end - max(0, low), found.distance)
    assert found == expected


def test_a_needle_of_more_letters_than_a_machine_word_has_bits():
    words = b"thecommanderreportedthattheriverhadbeencrossedatnightbytwodivisionswithoutlossandthat"
    text = b"x" * 100 + words.replace(b"river", b"rivver").replace(b"two", b"tw") * 3 + b"y" * 100
    assert align(words, text, 0, len(text), 20) == Hit(100, 100 + len(words), 2)
