import time

import pytest

from argmap.rules.case import Case
from argmap.rules.near_duplicate_claims import near_duplicate_claims
from makers import a_claim, a_project

FIRE = "The old bell tower of the town burned down in the spring."


def messages(**texts: str) -> list[str]:
    project = a_project({key: a_claim(text=text) for key, text in texts.items()})
    return [finding.message for finding in near_duplicate_claims(Case(project))]


def test_the_same_words_in_another_order_are_the_same():
    assert messages(a=FIRE, b="In the spring the old bell tower of the town burned down!") == [
        "claims 'a' and 'b' say the same"
    ]


def test_nearly_the_same_words_come_with_their_likeness():
    assert messages(a=FIRE, b=FIRE.replace("spring", "summer")) == [
        "claims 'a' and 'b' say nearly the same (93 of 100)"
    ]


def test_each_claim_is_told_its_nearest_before_it_and_only_that():
    other = FIRE.replace("spring", "late summer")
    assert messages(a=FIRE, b=other, c=other.replace("late ", ""), d=FIRE) == [
        "claims 'a' and 'b' say nearly the same (89 of 100)",
        "claims 'b' and 'c' say nearly the same (96 of 100)",
        "claims 'a' and 'd' say the same",
    ]


@pytest.mark.parametrize(
    "other",
    [
        "The bell tower did not burn down in the spring, old as the town was.",
        FIRE.replace("burned down", "did not burn down"),
        FIRE.replace("the spring", "the spring of 1712"),
        "The council had the tower rebuilt in stone within a year.",
    ],
)
def test_a_negation_a_number_or_other_words_make_another_claim(other: str):
    assert messages(a=FIRE, b=other) == []


def test_another_name_makes_another_claim_if_it_is_known_for_a_name():
    """A name is a word that stands with a capital inside some claim."""
    visits = {
        "a": "Kim went to Moscow in the spring of that year.",
        "b": "Mao went to Moscow in the spring of that year.",
    }
    assert messages(**visits) == ["claims 'a' and 'b' say nearly the same (96 of 100)"]
    assert messages(**visits, c="All depended on Kim and on Mao.") == []


def test_the_same_said_of_two_times_is_not_the_same():
    claims = {"a": a_claim(text=FIRE, when="1712"), "b": a_claim(text=FIRE, when="1722")}
    assert list(near_duplicate_claims(Case(a_project(claims)))) == []


@pytest.mark.parametrize("side", ["pro", "con"])
def test_a_claim_may_be_an_argument_on_its_like(side: str):
    claims = {"a": a_claim(text=FIRE), "b": a_claim(text=FIRE, **{side: ["a"]})}
    assert list(near_duplicate_claims(Case(a_project(claims)))) == []


def test_a_book_is_compared_in_a_moment():
    """The target is 0.15 s for 250 claims; ten times as many must not take a hundred times as long."""
    words = [f"{start}{end}" for start in "bdfgklmnprst" for end in ("ack", "ell", "ing", "oon", "ust")]

    def project(size: int) -> Case:
        texts = (" ".join(words[(i * 7 + j * j * (i % 11 + 1)) % 60] for j in range(16)) for i in range(size))
        return Case(a_project({f"c{i:05}": a_claim(text=text) for i, text in enumerate(texts)}))

    small, large = project(250), project(2500)
    assert seconds(small) < 0.15
    assert seconds(large) < 3


def seconds(case: Case) -> float:
    times = []
    for _ in range(3):
        start = time.perf_counter()
        list(near_duplicate_claims(case))
        times.append(time.perf_counter() - start)
    return min(times)
