"""Tricky parts of the rules on the shape of the argument."""

import textwrap
import time

import pytest

from argmap.model.project import Project
from argmap.model.settings import Settings
from argmap.rules.case import Case
from argmap.rules.example import find_in_example
from argmap.rules.registry import NotCheckedError, find_rule
from makers import a_claim, a_project, some_evidence

EVIDENCE = "evidence:\n  e1: {shows: One., form: record}\n  e2: {shows: Two., form: record}\n"


def found(rule: str, text: str) -> list[str]:
    """Messages of a rule on records."""
    text = textwrap.dedent(text)
    return [finding.message for finding in find_in_example(find_rule(rule), text)]


def test_what_leads_to_the_thesis_may_lead_there_by_any_link():
    text = """
    settings: |
      thesis = "top"
    claims:
      top: {text: T., for: [{from: e1, unless: under}], against: [{from: e2, answer: met}], contradicts: r}
      under: {text: U.}
      met: {text: M.}
      doubt: {text: D.}
      r: {text: R.}
    evidence:
      e1: {shows: One., challenged_by: doubt}
      e2: {shows: Two.}
    """
    assert found("off-the-thesis", text) == []


def test_of_claims_that_hang_together_off_the_thesis_the_uppermost_is_named():
    text = """
    settings: |
      thesis = "top"
    claims:
      top: {text: T.}
      a: {text: A., for: [b]}
      b: {text: B., for: [c]}
      c: {text: C.}
    """
    assert found("off-the-thesis", text) == ["claim 'a' does not lead to the thesis 'top'"]


def test_a_circle_off_the_thesis_is_named_claim_by_claim():
    text = """
    settings: |
      thesis = "top"
    claims:
      top: {text: T.}
      a: {text: A., for: [b]}
      b: {text: B., for: [a]}
    """
    assert found("off-the-thesis", text) == [
        "claim 'a' does not lead to the thesis 'top' and goes round in a circle",
        "claim 'b' does not lead to the thesis 'top' and goes round in a circle",
    ]


def test_claims_of_others_need_not_lead_to_the_thesis():
    text = """
    settings: |
      thesis = "top"
      author = "me"
    claims:
      top: {text: T., held_by: [me]}
      a: {text: A., held_by: [you]}
    """
    assert found("off-the-thesis", text) == []


@pytest.mark.parametrize("settings", ["title = 'x'", "thesis = 'gone'"])
def test_without_a_thesis_that_is_there_the_rule_says_that_it_cannot_run(settings: str):
    with pytest.raises(NotCheckedError):
        found("off-the-thesis", f"settings: |\n  {settings}\nclaims: {{a: {{text: A.}}}}\n")


def test_two_arguments_from_one_premise_may_each_have_a_warrant_of_their_own():
    claim = "claims:\n  a: {text: A., for: [%s]}\n" + EVIDENCE
    two = "{from: e1, because: X.}, {from: e1, because: %s.}"
    assert found("repeated-link", claim % (two % "Y")) == []
    assert len(found("repeated-link", claim % (two % "X"))) == 1
    assert found("repeated-link", claim % "e1" + "\n") == []


def test_an_id_given_three_times_is_told_once():
    text = "claims:\n  a: {text: A., for: [{from: [e1, e1, e1]}]}\n" + EVIDENCE
    assert found("repeated-link", text) == ["'e1' stands twice under 'from' of 'a'"]


@pytest.mark.parametrize(
    ("longer", "is_redundant"),
    [
        ("{from: [e1, e2]}", True),
        ("{from: [e1, e2], strength: weak}", True),
        ("{from: [e1, e2], unless: c}", True),
        ("{from: [e1, e2], tendency: propaganda}", False),
        ("{from: [e1, e2], because: B.}", False),
    ],
)
def test_a_longer_argument_is_redundant_unless_it_is_read_otherwise(longer: str, is_redundant: bool):
    text = f"claims:\n  a: {{text: A., for: [e1, {longer}]}}\n  c: {{text: C.}}\n" + EVIDENCE
    assert bool(found("redundant-argument", text)) is is_redundant


@pytest.mark.parametrize("shorter", ["{from: e1, strength: weak}", "{from: e1, unless: c}"])
def test_a_shorter_argument_that_carries_less_makes_no_longer_one_redundant(shorter: str):
    text = f"claims:\n  a: {{text: A., for: [{shorter}, {{from: [e1, e2]}}]}}\n  c: {{text: C.}}\n" + EVIDENCE
    assert found("redundant-argument", text) == []


def test_what_is_one_sided_makes_nothing_redundant_on_the_other_side():
    text = "claims:\n  a: {text: A., for: [e1], against: [{from: [e1, e2]}]}\n" + EVIDENCE
    assert found("redundant-argument", text) == []


def test_a_fact_with_one_argument_of_its_own_does_not_rest_on_judgements():
    text = "claims:\n  a: {text: A., kind: factual, for: [%s]}\n  b: {text: B., kind: evaluative}\n"
    assert found("fact-from-opinion", text % "{from: [b, e1]}" + EVIDENCE)
    assert found("fact-from-opinion", text % "b, e1" + EVIDENCE) == []


def test_a_challenge_may_use_what_it_challenges_beside_other_evidence():
    text = """
    claims:
      a: {text: A., for: [e1]}
      doubt: {text: D., for: [%s]}
    evidence:
      e1: {shows: One., form: record, challenged_by: doubt}
      e2: {shows: Two., form: record}
    """
    assert found("objection-to-itself", text % "{from: [e1, e2]}") == [
        "evidence 'e1' is challenged by 'doubt', which rests on it alone"
    ]
    assert found("objection-to-itself", text % "e1, e2") == []
    assert found("objection-to-itself", (text % "").replace("for: []", "kind: factual")) == []


def test_a_scholar_may_hold_one_of_two_contradictory_claims_and_qualify_the_other():
    text = """
    claims:
      a: {text: A., held_by: [x], contradicts: b}
      b: {text: B., scholars: {x: %s}}
    scholars:
      x: {name: X}
    """
    assert found("holder-at-odds", text % "holds") == [
        "scholar 'x' is said to hold both 'a' and 'b', which cannot both be true"
    ]
    for stance in ("qualifies", "rejects", "silent"):
        assert found("holder-at-odds", text % stance) == []


def test_editions_in_a_circle_are_told_once_and_what_leads_there_is_not():
    text = """
    sources:
      a: {type: book, title: A, custom: {edition_of: b}}
      b: {type: book, title: B, custom: {edition_of: c}}
      c: {type: book, title: C, custom: {edition_of: b}}
      d: {type: book, title: D, custom: {edition_of: d}}
      e: {type: book, title: E, custom: {edition_of: gone}}
    """
    assert found("circular-edition", text) == [
        "each of 2 sources is said to be an edition of the next: 'b' and 'c'",
        "source 'd' is said to be an edition of itself",
    ]


def test_in_the_carneades_setting_weight_counts_and_bearing_does_not():
    text = """
    settings: |
      [verdicts]
      setting = "carneades"
    claims:
      a: {text: A., for: [{from: e1, weight: 0.3, bearing: direct}]}
    evidence:
      e1: {shows: One.}
    """
    (message,) = found("reading-without-effect", text)
    assert message.startswith("'bearing' has no effect")


def test_an_isolated_claim_may_be_the_only_one_or_the_thesis():
    assert found("isolated-claim", "claims: {a: {text: A.}}") == []
    text = "settings: |\n  thesis = 'a'\nclaims: {a: {text: A.}, b: {text: B.}}\n"
    assert found("isolated-claim", text) == ["claim 'b' rests on nothing and bears on nothing"]


def a_chain(length: int) -> Project:
    """Claims that rest on each other and on two pieces of evidence each."""
    claims = {
        f"c{i:06}": a_claim(
            text=f"In May 1950 {i + 20} guns were sent, and Moscow knew.",
            kind="factual",
            pro=[{"from": [f"c{i + 1:06}"]}, "e1", {"from": ["e1", "e2"]}] if i < length - 1 else ["e1"],
        )
        for i in range(length)
    }
    evidence = {"e1": some_evidence(made="1950-05"), "e2": some_evidence(made="1950-05")}
    return a_project(claims, evidence, settings=Settings(thesis="c000000"))


@pytest.mark.parametrize(
    "name",
    [
        "off-the-thesis",
        "isolated-claim",
        "redundant-argument",
        "repeated-link",
        "number-not-shown",
        "date-not-shown",
        "fact-from-opinion",
        "objection-to-itself",
        "two-claims-in-one",
        "topic-not-statement",
    ],
)
def test_a_long_chain_of_claims_is_walked_without_recursion(name: str):
    case = Case(a_chain(3_000))
    began = time.process_time()
    find_rule(name).run(case)
    assert time.process_time() - began < 5
