import re
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.rules.case import Case
from argmap.rules.words import MOST_LETTERS, claim_words
from makers import a_claim, a_project

TEXTS = st.lists(st.text(alphabet="aBc1_ '’-.,\n\tÄßıİſé漢", min_size=1, max_size=20), max_size=4)


def words_of(*texts: str):
    return claim_words(Case(a_project({f"c{i}": a_claim(text=text) for i, text in enumerate(texts)})))


@given(TEXTS)
def test_words_are_those_of_the_folded_text_with_apostrophes_inside_them(texts: list[str]):
    pattern = re.compile(r"\w+(?:['’]\w+)*")
    claims = {f"c{i}": a_claim(text=text) for i, text in enumerate(texts) if text.split()}
    found = claim_words(Case(a_project(claims)))
    expected = [pattern.findall(claim.text.casefold()) for claim in claims.values()]
    assert [found.listed(text) for text in range(len(claims))] == expected
    assert [[list(found.numbers)[number] for number in own] for own in found.texts] == expected
    assert list(map(set, found.texts)) == list(map(set, found.different))
    assert found.counts == Counter(word for words in expected for word in set(words))
    assert all(len(set(own)) == len(own) for own in found.different)


@given(TEXTS)
def test_names_are_words_with_a_capital_within_a_text(texts: list[str]):
    pattern = re.compile(r"(?<=\w )[^\W\d_a-z]\w*")
    claims = {f"c{i}": a_claim(text=text) for i, text in enumerate(texts) if text.split()}
    found = claim_words(Case(a_project(claims)))
    assert found.names == {
        name.casefold() for claim in claims.values() for name in pattern.findall(claim.text)
    }


def test_words_of_several_plain_texts_stay_apart():
    found = words_of("One two, two.", "3 men_and (four)!")
    assert [found.listed(0), found.listed(1)] == [["one", "two", "two"], ["3", "men_and", "four"]]


def test_only_the_beginning_of_a_long_text_is_looked_at():
    found = words_of("x " * (MOST_LETTERS // 2) + "End of Kim", "It saw Mao.")
    assert found.counts == {"x": 1, "it": 1, "saw": 1, "mao": 1}
    assert found.names == {"mao"}


def test_a_word_is_counted_once_a_text():
    assert words_of("Two and two.", "Two men.").counts["two"] == 2


@pytest.mark.parametrize(
    ("text", "is_given"),
    [
        ("Nobody came.", True),
        ("NOBODY came.", True),
        ("Somebody came.", False),
        ("Nobody's horse came.", True),
        ("It was nobody’s.", True),
        ("no-body, nobody-at-all", True),
        ("x " * MOST_LETTERS, True),
        ("Nothıng came.", True),
    ],
)
def test_claims_are_given_in_which_a_word_may_stand(text: str, is_given: bool):
    assert words_of(text, "Another claim.").saying({"nobody"}) == (["c0"] if is_given else [])
