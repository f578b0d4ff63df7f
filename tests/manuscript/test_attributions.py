"""Who is said to hold what."""

import pytest

from argmap.manuscript.attributions import find_attributions

AUTHORS = {"baker", "carter"}


def told(text, authors=()):
    return [(a.holders, a.form) for a in find_attributions(text, authors)]


@pytest.mark.parametrize(
    "text",
    [
        "A. Baker argued that the mill was old.",
        "A. Baker argues that the mill was old.",
        "A. Baker has rightly argued that the mill was old.",
        "According to A. Baker, the mill was old.",
        "In A. Baker’s view, the mill was old.",
        "A. Baker's main argument is the age of the mill.",
        "It was argued by A. Baker that the mill was old.",
        "A. Baker (1987) claims that the mill was old.",
        "As A. Baker noted, the mill was old.",
        "A. Baker, a miller herself, insists that it was old.",
    ],
)
def test_somebody_who_holds_something_is_named(text):
    assert ("A. Baker",) in [holders for holders, form in told(text) if form == "named"]


def test_several_hold_it_together():
    assert told("Baker and Carter argue that the mill was old.") == [(("Baker", "Carter"), "named")]


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("Many historians believe that it was old.", "Many historians"),
        ("Revisionist scholars argued that it was old.", "Revisionist scholars"),
    ],
)
def test_groups_hold_something_too(text, group):
    assert told(text) == [((group,), "group")]


def test_a_group_with_names_is_named():
    assert told("Scholars such as Baker and Carter argued that it was old.")[-1] == (
        ("Baker", "Carter"),
        "named",
    )


@pytest.mark.parametrize(
    "text", ["It is widely believed that it was old.", "It has been argued that it was old."]
)
def test_what_nobody_is_said_to_hold_is_unattributed(text):
    assert told(text) == [((), "unattributed")]


@pytest.mark.parametrize(
    "text",
    [
        "The mill was old.",
        "Baker did not come to the mill.",
        "The Baker report was lost.",
        "The establishment of the mill by Baker took years.",
        "Baker wanted to establish a mill.",
        "He wrote “Carter argued that it was old”.",
        "In May it was found.",
        "",
    ],
)
def test_nothing_is_made_up(text):
    assert told(text, AUTHORS) == []


def test_an_author_whom_the_text_cites_is_known():
    (known,) = find_attributions("Baker argued that it was old.", AUTHORS)
    (unknown,) = find_attributions("Evans argued that it was old.", AUTHORS)
    assert (known.known, unknown.known) == (True, False)


def test_a_known_author_some_words_before_the_verb_is_found():
    assert told("Carter in his book on bread also argued that it was old.", AUTHORS) == [
        (("Carter",), "named")
    ]


@pytest.mark.parametrize(
    "piece", ["Aaa Bbb ", "Aaa and ", "A. ", "scholars such as Aaa ", "Aaa, b said ", "a"]
)
def test_long_sentences_are_read_in_time(piece):
    find_attributions(piece * 10_000, {"aaa"})
