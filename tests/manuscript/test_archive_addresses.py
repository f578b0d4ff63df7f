"""Addresses of documents."""

import pytest

from argmap.manuscript.citations.archive import find_address


@pytest.mark.parametrize(
    "text",
    [
        "RGASPI, Fond 558, Opis 11, Delo 62, Listy 71-72",
        "RGASPI, Font.558, Opis.11, Delo.62, Listy 71-72",
        "RGASPI, Fond.558, Opic.11, Delo.62, List 71–72",
        "RGASPI, F.558, OP.11, D.62, LL.71-72",
        "RTsKhIDNI, f. 558, op. 11, d. 62, l. 71-72",
    ],
)
def test_one_address_in_many_spellings(text):
    address = find_address(text)
    assert address is not None
    assert address.document == ("russian", "RGASPI", "558", "11", "62")
    assert address.get("list") == "71-72"


@pytest.mark.parametrize("name", ["TsAMO", "TSAMO", "TSAMORF", "TsAMO RF"])
def test_an_archive_under_several_names_is_one(name):
    address = find_address(f"{name}, Fond 3, Opis 4, Delo 5")
    assert address is not None
    assert address.repository == "TSAMO"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "FRUS, 1950, Vol. VII, pp. 3-5",
            {"scheme": "frus", "repository": "FRUS", "year": "1950", "volume": "7", "page": "3-5"},
        ),
        (
            "NARA, RG 242, SA 2005, Box 3, Item 4/5",
            {
                "scheme": "nara",
                "repository": "NARA",
                "record_group": "242",
                "series": "SA 2005",
                "box": "3",
                "item": "4/5",
            },
        ),
        ("TNA, FO 371/84053", {"scheme": "tna", "repository": "TNA", "reference": "FO 371/84053"}),
    ],
)
def test_other_schemes(text, expected):
    address = find_address(text)
    assert address is not None
    assert address.to_json() == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Baker, *Mills*, p. 3",
        "F. Dunn, D. Evans and L. Gill, *Bread*",
        "Vol. 3, p. 5",
        "a box of 3 items",
    ],
)
def test_what_is_no_address_is_none(text):
    assert find_address(text) is None
