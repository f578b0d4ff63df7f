"""Locators in print."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.citing.places import place_of
from argmap.citing.wording import pages, plain
from argmap.model.locator import parse_locator


@pytest.mark.parametrize(
    ("locator", "address", "pinpoint"),
    [
        (
            {"fond": "059a", "opis": "5a", "papka": 11, "delo": 3, "list": "92"},
            "f. 059a, op. 5a, p. 11, d. 3",
            "l. 92",
        ),
        ({"fond": 558, "opis": 11, "delo": 62, "list": "71-72ob"}, "f. 558, op. 11, d. 62", "ll. 71–72ob"),
        (
            {"record_group": 242, "series": "SA 2009", "box": 5, "item": 3},
            "RG 242, SA 2009, box 5, item 3",
            "",
        ),
        ({"record_group": "RG 59", "box": 5, "folder": 2}, "RG 59, box 5, folder 2", ""),
        ({"series": "FO 371", "piece": 84053, "folio": "FK1015/1"}, "FO 371/84053", "FK1015/1"),
        ({"series": "FO 371", "piece": 84053, "folio": "12-14"}, "FO 371/84053", "fols. 12–14"),
        ({"scheme": "cia", "document": "CIA-RDP79R00971A", "page": "4-6"}, "CIA-RDP79R00971A", "4–6"),
        ({"year": 1950, "volume": 7, "document": 85, "page": "157-158"}, "", "doc. 85, 157–58"),
        ({"date": "1950-06-25", "page": 1, "column": 3}, "", "1, col. 3"),
        ({"scheme": "pages", "chapter": 4, "page": "p. 101-108"}, "", "chap. 4, 101–8"),
        ({"scheme": "pages", "page": 12, "note": 3}, "", "12n3"),
        ("pp. 207-252", "", "207–52"),
        (363, "", "363"),
    ],
)
def test_places_are_printed_by_scheme(locator, address, pinpoint):
    place = place_of(parse_locator(locator))
    assert (place.address, place.pinpoint, place.words) == (address, pinpoint, "")


def test_a_locator_in_words_describes_a_document():
    assert place_of(parse_locator("Telegram to Mao, 1 May")).words == "Telegram to Mao, 1 May"


@given(st.integers(1, 99_999), st.integers(1, 400))
def test_a_shortened_range_can_be_read_back(first, more):
    start, end = pages(f"{first}-{first + more}").split("–")
    assert int(start) == first
    whole = start[: len(start) - len(end)] + end if len(end) < len(start) else end
    assert int(whole) == first + more


@given(st.text())
def test_plain_text_is_one_line_and_stays_as_it_is(text):
    once = plain(text)
    assert "\n" not in once
    assert plain(once) == once or "<" in text
