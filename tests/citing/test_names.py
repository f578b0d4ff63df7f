"""Names in both orders."""

import pytest

from argmap.citing.people import as_heading, in_full, people


def only(name, language=""):
    (person,) = people([name], language)
    return person


@pytest.mark.parametrize(
    ("family", "given", "language"),
    [
        ("Kim", "Il Sung", ""),
        ("Kim", "Gye-Dong", ""),
        ("Mao", "Zedong", ""),
        ("Zhou", "Enlai", ""),
        ("Zhang", "Shu Guang", ""),
        ("Chen", "Jian", ""),
        ("Shin", "Bokryong", "ko"),
        ("Nguyen", "Tat Thanh", ""),
    ],
)
def test_korean_chinese_and_vietnamese_names_stand_family_first_without_a_comma(family, given, language):
    person = only({"family": family, "given": given}, language)
    assert person.straight == person.inverted == f"{family} {given}"


@pytest.mark.parametrize(
    ("family", "given", "language"),
    [
        ("Kim", "Samuel S.", ""),
        ("Lee", "Steven Hugh", ""),
        ("Lee", "William", ""),
        ("Chen", "Susan", ""),
        ("Rhee", "Syngman", ""),
        ("Stalin", "Joseph", "ko"),
        ("Wada", "Haruki", "ja"),
        ("Koo", "V. K. Wellington", ""),
    ],
)
def test_other_names_are_inverted(family, given, language):
    person = only({"family": family, "given": given}, language)
    assert (person.straight, person.inverted) == (f"{given} {family}", f"{family}, {given}")


def test_the_entry_has_the_last_word_on_the_order():
    assert only({"family": "Kim", "given": "Il Sung", "static-ordering": False}).straight == "Il Sung Kim"
    assert only({"family": "Nagy", "given": "Imre", "static-ordering": True}).inverted == "Nagy Imre"


def test_names_in_chinese_script_have_no_blank():
    assert only({"family": "毛", "given": "泽东"}).straight == "毛泽东"
    assert only({"family": "김", "given": "일성"}).inverted == "김일성"


def test_particles_suffixes_and_initials():
    berg = {"family": "Berg", "given": "J.P.", "non-dropping-particle": "van der", "suffix": "Jr."}
    assert (only(berg).straight, only(berg).inverted) == (
        "J. P. van der Berg Jr.",
        "Berg, J. P. van der, Jr.",
    )
    assert only(berg).brief == "van der Berg"
    humboldt = {"family": "Humboldt", "given": "Alexander", "dropping-particle": "von"}
    assert (only(humboldt).straight, only(humboldt).brief) == ("Alexander von Humboldt", "Humboldt")


def test_lists_of_names():
    three = people([{"family": "A", "given": "B"}, {"literal": "The Body"}, {"family": "C", "given": "D"}])
    assert in_full(three, 3, 1) == "B A, The Body, and D C"
    assert as_heading(three[:2], 6, 3) == "A, B, and The Body"


@pytest.mark.parametrize(
    "value", [None, 3, "x", [None, 3, {}, {"family": {}}, {"given": []}], {"family": "A"}]
)
def test_what_is_no_name_is_left_out(value):
    assert people(value) == ()
