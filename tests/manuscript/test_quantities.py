"""Numbers with their units."""

import pytest

from argmap.manuscript.quantities import find_quantities, number


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("some 300 men came", [(300, "men")]),
        ("1,200 tons of grain", [(1200, "tons")]),
        ("two hundred and six soldiers", [(206, "soldiers")]),
        ("four thousand and twenty people", [(4020, "people")]),
        ("a dozen carts and three dozen guns", [(36, "guns")]),
        ("$10.5 million was paid", [(10_500_000, "$")]),
        ("£300 and 12%", [(300, "£"), (12, "%")]),
        ("12 per cent of 40 km", [(12, "per cent"), (40, "km")]),
        ("ten heavy guns", [(10, "guns")]),
        ("1.5 million tonnes", [(1_500_000, "tonnes")]),
        ("in 1643 the army came", []),
        ("page 12", []),
        ("", []),
    ],
)
def test_numbers_are_found_with_what_they_count(text, found):
    assert [(q.value, q.unit) for q in find_quantities(text)] == found


@pytest.mark.parametrize(("text", "value"), [("", None), ("and", None), ("many", None), ("twenty-one", 21)])
def test_numbers_in_words_are_read(text, value):
    assert number(text) == value


@pytest.mark.parametrize("piece", ["hundred ", "1,000 ", "1 ", "two and "])
def test_long_runs_of_numbers_are_read_in_time(piece):
    find_quantities(piece * 10_000)
