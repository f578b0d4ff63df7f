"""Special cases of the rules on objections, answers and expectations."""

import textwrap

import pytest

from argmap.rules.example import find_in_example
from argmap.rules.registry import find_rule

EVIDENCE = """
evidence:
  e1: {shows: One., form: record, available: 1950}
  e2: {shows: Two., form: testimony, available: 1950}
  bad: {shows: Bad., authenticity: forged}
"""


def messages(rule: str, text: str) -> list[str]:
    return [f.message for f in find_in_example(find_rule(rule), textwrap.dedent(text) + EVIDENCE)]


def test_an_objection_that_is_worth_nothing_needs_no_answer():
    text = "claims:\n  a: {text: A., for: [e1], against: [bad, {from: e2, unless: e1}]}\n"
    assert messages("unanswered-objection", text) == []


def test_an_objection_that_may_be_worth_something_does():
    """Two claims attack each other: what each is worth stays open."""
    text = """
    claims:
      a: {text: A., for: [e2], against: [b]}
      b: {text: B., for: [e2], against: [a]}
    """
    assert messages("unanswered-objection", text) == [
        "nothing answers the objection to claim 'a' from 'b' (worth nothing to good)",
        "nothing answers the objection to claim 'b' from 'a' (worth nothing to good)",
    ]


def test_only_the_authors_claims_must_be_defended():
    claims = "claims:\n  a: {{text: A., for: [e1], against: [e2], {}}}\nscholars:\n  me: {{name: Me}}\n"
    settings = "settings: |\n  author = 'me'\n"
    for field, count in (
        ("held_by: [me]", 1),
        ("scholars: {me: qualifies}", 1),
        ("scholars: {me: rejects}", 0),
        ("kind: causal", 0),
    ):
        assert len(messages("unanswered-objection", settings + claims.format(field))) == count


def test_a_qualified_claim_is_not_asserted_flatly():
    claims = "claims:\n  a: {{text: A., for: [e2], against: [e1], {}}}\nscholars:\n  me: {{name: Me}}\n"
    settings = "settings: |\n  author = 'me'\n"
    for field, count in (
        ("held_by: [me]", 1),
        ("scholars: {me: holds}", 1),
        ("scholars: {me: qualifies}", 0),
    ):
        assert len(messages("flat-but-weak", settings + claims.format(field))) == count


def test_a_piece_of_evidence_may_be_an_answer():
    text = "claims:\n  a: {text: A., for: [e1], against: [{from: e2, answer: e1}]}\n"
    assert messages("answer-does-not-stand", text) == []


def test_an_answer_that_is_no_record_is_left_to_dangling_reference():
    text = "claims:\n  a: {text: A., for: [e1], against: [{from: e2, answer: gone}]}\n"
    assert messages("answer-does-not-stand", text) == []


@pytest.mark.parametrize(
    ("expected", "told"),
    [
        ("outweighed", None),
        ("{verdict: outweighed, grade: firm}", "is outweighed, not outweighed (firm) as expected"),
        ("{verdict: supported, grade: good}", "is outweighed, not supported (good) as expected"),
        ("[outweighed, supported]", "is outweighed, not supported as expected"),
        ("{verdict: supported, school: none-such}", None),
        ("{verdict: outweighed, as_of: 1900}", "is unsupported as of 1900, not outweighed as expected"),
    ],
)
def test_an_expectation_is_compared_with_the_verdict_before_its_audience(expected: str, told: str | None):
    text = f"claims:\n  a: {{text: A., for: [e2], against: [e1]}}\nexpect:\n  a: {expected}\n"
    found = messages("expected-verdict-not-met", text)
    assert [message.partition(" (for: ")[0] for message in found] == ([f"claim 'a' {told}"] if told else [])


def test_worth_is_told_in_numbers_in_the_carneades_setting():
    settings = "settings: |\n  [verdicts]\n  setting = 'carneades'\n"
    claim = "  a: {text: A., for: [{from: e1, weight: 0.3}], against: [{from: e2, weight: 0.6}]}\n"
    assert messages("flat-but-weak", f"{settings}claims:\n{claim}") == [
        "claim 'a' is asserted without a hedge and is outweighed (for: 0.3, against: 0.6)"
    ]
