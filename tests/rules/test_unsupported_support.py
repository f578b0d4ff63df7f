import textwrap

from hypothesis import given
from hypothesis import settings as effort

from argmap.model.project import Project
from argmap.rules.case import Case
from argmap.rules.example import find_in_example
from argmap.rules.registry import find_rule
from maps import maps

EVIDENCE = """
evidence:
  e1: {shows: One.}
  bad: {shows: Bad., authenticity: forged}
"""


def found(text: str) -> list[tuple[str, str]]:
    """Rule and message of what the two rules on support that is missing find."""
    rules = [find_rule("unsupported-claim"), find_rule("unsupported-support")]
    text = textwrap.dedent(text) + EVIDENCE
    return [(f.rule[12:], f.message) for rule in rules for f in find_in_example(rule, text)]


def test_a_claim_falls_with_what_it_rests_on_all_the_way_up():
    assert found("claims:\n  a: {text: A., for: [b]}\n  b: {text: B., for: [c]}\n  c: {text: C.}\n") == [
        ("claim", "nothing is given for claim 'c'"),
        ("support", "claim 'a' rests on a claim that does not stand: 'b'"),
        ("support", "claim 'b' rests on a claim that does not stand: 'c'"),
    ]


def test_one_argument_that_fails_for_a_reason_of_its_own_makes_it_the_other_rule():
    assert found("claims:\n  a: {text: A., for: [b, bad]}\n  b: {text: B.}\n") == [
        ("claim", "nothing that is given for claim 'a' is worth anything"),
        ("claim", "nothing is given for claim 'b'"),
    ]


def test_a_claim_that_is_outweighed_gives_no_support_either():
    text = """
    claims:
      a: {text: A., for: [{from: [b, e1]}]}
      b: {text: B., for: [{from: e1, strength: weak}], against: [e1]}
    """
    assert found(text) == [("support", "claim 'a' rests on a claim that does not stand: 'b'")]


def test_a_claim_with_one_good_leg_is_not_reported():
    assert found("claims:\n  a: {text: A., for: [b, e1]}\n  b: {text: B.}\n") == [
        ("claim", "nothing is given for claim 'b'")
    ]


@effort(deadline=None)
@given(maps())
def test_every_unsupported_claim_is_reported_by_exactly_one_of_the_two(project: Project):
    case = Case(project)
    reported = [
        finding.subjects[0]
        for name in ("unsupported-claim", "unsupported-support")
        for finding in find_rule(name).run(case)
    ]
    verdicts = case.judgement.verdicts
    assert sorted(reported) == [key for key, v in verdicts.items() if v.verdict == "unsupported"]
