import pytest

from argmap.manuscript.quotes.records import Verdict
from manuscript.quotes.asking import ask, hits


@pytest.mark.parametrize(
    ("exact", "hit"),
    [
        ("the army had 100 million rounds, but others", ("digits", "inside")),
        ("on 15 May, for the consent of the Chinese", ("digits", "inside")),
        ("0 million rounds", ("digits", "before")),
        ("the army had 10", ("digits", "after")),
        ("Stalin did approve the attack at once", ("negation", "inside")),
        ("approve the attack at once", ("negation", "before")),
        ("Stalin did … approve the attack at once", ("negation", "gap")),
        ("Stalin did [indeed] approve the attack at once", ("negation", "inside")),
        ("historians believe that the army had", ("quantifier", "before")),
        ("All historians believe that the army had", ("quantifier", "inside")),
        ("the envoys exaggerated", ("modal", "before")),
        ("the letter reached the harbour before the ships had sailed", ("polarity", "inside")),
        ("The harvest was impossible in every province", ("polarity", "inside")),
        ("The harvest was [im]possible in every province", ("polarity", "inside")),
        ("The delegation, which had met him, left for Peking", ("negation", "inside")),
        ("the ships had sailed for the [northern] islands", ("polarity", "inside")),
    ],
)
def test_a_guarded_difference_is_an_alteration(exact, hit):
    check = ask(exact)
    assert check.verdict in (Verdict.ALTERED, Verdict.NEAR)
    assert hit in hits(check)


def test_possible_cut_out_of_impossible_is_an_alteration():
    check = ask(
        "possible for the ships", "It was impossible for the ships to leave the harbour in that month."
    )
    assert hits(check) == {("negation", "before")}


def test_grouping_digits_changes_no_number():
    check = ask("the loss of 10,000 men", "They spoke of the loss of 10000 men at the river, and of hunger.")
    assert check.verdict is Verdict.ALTERED
    assert not check.guards


def test_what_an_aside_swallowed_is_reported_and_weighs_nothing():
    check = ask("The delegation … left for Peking the next day")
    assert check.verdict is Verdict.ELIDED
    assert [(hit.guard.value, hit.words, hit.weighs) for hit in check.guards] == [
        ("negation", "never", False)
    ]


def test_a_swallowed_condition_is_reported():
    check = ask("said the chairman … the strangers cross the 38th parallel")
    assert ("condition", "unless", "gap") in {hit[:3] for hit in check.guards}
    assert check.verdict is Verdict.ALTERED


def test_a_negation_in_another_clause_is_not_cut_from_the_front():
    assert ask("left for Peking³ the next day").verdict is Verdict.EXACT


def test_the_month_of_may_is_no_modal():
    assert not ask("for the consent of the Chinese").guards


COLD = "At dawn it was −15 degrees in the valley, they wrote, and coal was $30 a ton\nthat week."


@pytest.mark.parametrize(
    ("exact", "clean"),
    [
        ("−15 degrees in the valley", True),
        ("-15 degrees in the valley", True),
        ("15 degrees in the valley", False),
        ("-30 a ton that week", False),
        ("$30 a ton that week", True),
        ("£30 a ton that week", False),
    ],
)
def test_a_sign_before_a_number_belongs_to_it(exact, clean):
    assert ask(exact, COLD).verdict.is_clean is clean
