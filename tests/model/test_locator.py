"""Locators: reading, printing and writing them back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.model.locator import SCHEMES, expand_locator, parse_locator


@pytest.mark.parametrize(
    ("written", "scheme", "printed"),
    [
        ("pp. 5-8", "generic", "pp. 5-8"),
        (12, "generic", "12"),
        ({"text": "back cover"}, "generic", "back cover"),
        (
            {"list": "76-77", "fond": 45, "opis": 1, "delo": 331},
            "russian",
            "fond 45, opis 1, delo 331, list 76-77",
        ),
        ({"year": 1950, "volume": "VII", "document": 52}, "frus", "year 1950, vol. VII, document 52"),
        ({"record_group": 59, "box": 4}, "nara", "RG 59, box 4"),
        ({"piece": 84057}, "tna", "piece 84057"),
        ({"date": "1950-06-26", "page": 1}, "newspaper", "date 1950-06-26, p. 1"),
        ({"chapter": 3, "page": "5-8", "note": 2}, "pages", "ch. 3, p. 5-8, n. 2"),
        ({"scheme": "cia", "document": 52}, "cia", "document 52"),
        ({"scheme": "pages", "page": 5}, "pages", "p. 5"),
    ],
)
def test_a_locator_is_read_by_its_parts_and_printed_in_their_order(written, scheme, printed):
    locator = parse_locator(written)
    assert (locator.scheme, str(locator)) == (scheme, printed)


@pytest.mark.parametrize(
    ("written", "message"),
    [
        (None, "a locator is text, or parts"),
        (True, "a locator is text, or parts"),
        ({}, "a locator is text, or parts"),
        ([], "a locator is text, or parts"),
        ({"pge": 5}, "no locator has a part 'pge'"),
        ({"fond": 45, "chapter": 2}, "no locator scheme has the parts fond, chapter together"),
        ({"scheme": "soviet", "fond": 45}, "no locator scheme 'soviet'"),
        ({"scheme": "frus", "fond": 45}, "no locator scheme has the parts fond together"),
        ({"scheme": "frus"}, "needs a part besides its scheme, such as 'year'"),
        ({"scheme": "generic"}, "needs a part besides its scheme, such as 'text'"),
        ({"page": None}, "the part 'page' of a locator is text or a number"),
        ({"page": [5, 6]}, "the part 'page' of a locator is text or a number"),
        ({"page": True}, "the part 'page' of a locator is text or a number"),
    ],
)
def test_what_is_no_locator_is_refused_with_a_reason(written, message):
    with pytest.raises(ValueError, match=message):
        parse_locator(written)


values = st.one_of(st.integers(0, 9999), st.text(min_size=1, max_size=8))


@st.composite
def written_locators(draw: st.DrawFn) -> object:
    """A locator as an author may write it."""
    scheme = draw(st.sampled_from(sorted(SCHEMES)))
    if scheme == "generic":
        return draw(values)
    parts = draw(st.lists(st.sampled_from(SCHEMES[scheme]), min_size=1, unique=True))
    given = {part: draw(values) for part in parts}
    return {"scheme": scheme, **given} if draw(st.booleans()) else given


@given(written_locators())
def test_a_locator_written_back_is_read_as_the_same(written):
    locator = parse_locator(written)
    assert parse_locator(expand_locator(locator)) == locator
    assert parse_locator(locator) is locator


@given(written_locators())
def test_the_scheme_named_is_the_scheme_read(written):
    if isinstance(written, dict) and "scheme" in written:
        assert parse_locator(written).scheme == written["scheme"]


def test_the_scheme_is_written_only_where_the_parts_alone_name_another():
    assert expand_locator(parse_locator({"scheme": "russian", "fond": 45})) == {"fond": "45"}
    assert expand_locator(parse_locator({"scheme": "pages", "page": 5})) == {"scheme": "pages", "page": "5"}


def test_the_document_is_the_address_without_pages():
    frus = {"year": 1950, "document": 52, "page": 8}
    assert parse_locator(frus).document == "year=1950/document=52"
    assert parse_locator({"chapter": 3, "page": 8}).document is None
    assert parse_locator("p. 8").document is None
