"""Rules that tell of several like faults of a claim at once, and words that mean no more than they say."""

import textwrap

import pytest

from argmap.model.finding import Finding
from argmap.rules.example import find_in_example
from argmap.rules.registry import find_rule

EVIDENCE = """
evidence:
  e1: {shows: One., form: record}
  e2: {shows: Two., form: record}
"""


def found(rule: str, text: str) -> list[Finding]:
    return find_in_example(find_rule(rule), textwrap.dedent(text) + EVIDENCE)


def test_scholars_of_one_uncited_stance_are_named_together():
    text = """
    claims:
      a: {text: A., for: [e1], scholars: {orlin: holds, brandt: holds, costa: rejects, dorn: silent}}
    scholars:
      {orlin: {name: O}, brandt: {name: B}, costa: {name: C}, dorn: {name: D}}
    """
    both, one = found("stance-without-citation", text)
    assert both.message == "scholars 'orlin' and 'brandt' are said to hold claim 'a' without a source"
    assert both.subjects == ("a", "orlin", "brandt")
    assert len(both.related) == 1
    assert one.message == "scholar 'costa' is said to reject claim 'a' without a source"


def test_arguments_without_a_warrant_are_told_together():
    text = """
    claims:
      a: {text: A., kind: causal, for: [e1, e2, {from: b, because: Why.}], against: [b]}
      b: {text: B., for: [e1]}
    """
    support, objection = found("unstated-warrant", text)
    assert support.subjects == ("a", "e1", "e2")
    assert len(support.related) == 1
    assert objection.message == "nothing says why 'b' would speak against claim 'a'"


@pytest.mark.parametrize(
    ("kind", "bearing", "told"),
    [
        ("factual", "direct", 0),
        ("historiographical", "direct", 0),
        ("causal", "direct", 1),
        ("factual", "silence", 1),
    ],
)
def test_documents_that_show_the_claim_need_no_warrant(kind: str, bearing: str, told: int):
    text = f"claims:\n  a: {{text: A., kind: {kind}, for: [{{from: e1, bearing: {bearing}}}]}}\n"
    assert len(found("unstated-warrant", text)) == told


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("All fell", 1),
        ("It fell as a whole", 0),
        ("Above all it fell", 0),
        ("All but one fell", 0),
        ("The whole fell", 1),
    ],
)
def test_phrases_with_all_in_them_leave_something_out(words: str, told: int):
    assert len(found("scope-escalation", f"claims:\n  a: {{text: {words}., for: [e1]}}\n")) == told


def test_claims_of_others_and_judgements_may_go_unsupported_with_a_note():
    text = """
    settings: |
      author = "me"
    claims:
      a: {text: A., held_by: [me]}
      b: {text: B., scholars: {me: qualifies}}
      c: {text: C., held_by: [me], kind: evaluative}
    scholars: {me: {name: Me}}
    """
    assert [(each.subjects, str(each.severity)) for each in found("unsupported-claim", text)] == [
        (("a",), "warning"),
        (("b",), "note"),
        (("c",), "note"),
    ]


def test_a_claim_with_which_nothing_falls_may_go_unsupported_with_a_note():
    text = """
    claims:
      stands: {text: Stands., for: [idle, e1]}
      falls: {text: Falls., for: [needed]}
      idle: {text: Idle.}
      needed: {text: Needed.}
      alone: {text: Alone.}
    """
    assert [(each.subjects[0], str(each.severity)) for each in found("unsupported-claim", text)] == [
        ("alone", "warning"),
        ("idle", "note"),
        ("needed", "warning"),
    ]
