import textwrap

import pytest

from argmap.rules.example import find_in_example
from argmap.rules.registry import find_rule


def subjects(text: str) -> list[tuple[str, ...]]:
    """Claim and evidence of every finding."""
    return [f.subjects for f in find_in_example(find_rule("single-source"), textwrap.dedent(text))]


EVIDENCE = """
evidence:
  e1: {shows: One., document: diary}
  e2: {shows: Two., document: diary}
  e3: {shows: Three.}
"""


def test_two_passages_of_one_document_are_one_witness():
    text = "claims:\n  c: {text: C., for: [e1, e2]}\n"
    assert subjects(text + EVIDENCE) == [("c", "e1", "e2")]
    assert subjects(text.replace("e2", "e3") + EVIDENCE) == []


def test_a_note_that_cites_another_document_gives_a_second():
    text = """
    claims:
      c: {text: C., for: [e1]}
    evidence:
      e1: {shows: One., document: diary, cited: [I.3]}
      e2: {shows: Two., document: letter, cited: [I.4]}
    """
    assert subjects(text) == [("c", "e1")]
    assert subjects(text.replace("I.4", "I.3")) == []
    assert subjects(text.replace("I.4", "I.3").replace("letter", "diary")) == [("c", "e1")]


def test_what_lies_below_claims_counts():
    text = """
    claims:
      top: {text: Top., for: [left, right]}
      left: {text: Left., for: [e1]}
      right: {text: Right., for: [e2]}
    """
    assert subjects(textwrap.dedent(text) + EVIDENCE) == [
        ("left", "e1"),
        ("right", "e2"),
        ("top", "e1", "e2"),
    ]


def test_a_circle_rests_on_what_any_claim_in_it_rests_on():
    text = """
    claims:
      a: {text: A., for: [b, e1]}
      b: {text: B., for: [a, e2]}
    """
    assert subjects(textwrap.dedent(text) + EVIDENCE) == [("a", "e1", "e2"), ("b", "e1", "e2")]
    assert subjects(textwrap.dedent(text).replace("e2", "e3") + EVIDENCE) == []


def test_an_argument_that_is_worth_nothing_is_no_second_leg():
    text = """
    claims:
      a: {text: A., for: [e1, {from: e3, unless: e2}]}
    """
    assert subjects(textwrap.dedent(text) + EVIDENCE) == [("a", "e1")]


def test_premises_that_carry_only_together_are_several_documents():
    assert subjects("claims:\n  a: {text: A., for: [{from: [e1, e3]}]}\n" + EVIDENCE) == []


def test_a_claim_that_does_not_stand_is_left_to_other_rules():
    text = "claims:\n  a: {text: A., for: [e1], against: [e3]}\n  b: {text: B.}\n"
    assert subjects(text + EVIDENCE) == []


@pytest.mark.parametrize("field", ["hedge: perhaps", "kind: historiographical", "held_by: [rival]"])
def test_where_one_document_will_do(field: str):
    settings = "settings: |\n  author = 'me'\n"
    text = f"claims:\n  a: {{text: A., held_by: [me], {field}, for: [e1]}}\n"
    if "held_by" in field:
        text = text.replace("held_by: [me], ", "")
    assert subjects(settings + text + EVIDENCE) == []


def test_a_record_of_the_act_shows_a_fact_by_itself():
    text = "claims:\n  a: {{text: A., kind: {}, for: [r]}}\nevidence:\n  r: {{shows: R., form: {}}}\n"
    assert subjects(text.format("factual", "record")) == []
    assert subjects(text.format("causal", "record")) == [("a", "r")]
    assert subjects(text.format("factual", "testimony")) == [("a", "r")]


def test_many_passages_are_not_all_listed():
    claims = f"claims:\n  a: {{text: A., for: [{', '.join(f'e{i}' for i in range(9))}]}}\n"
    items = "".join(f"  e{i}: {{shows: E., document: diary}}\n" for i in range(9))
    (finding,) = find_in_example(find_rule("single-source"), claims + "evidence:\n" + items)
    assert finding.message.endswith("'e0', 'e1', 'e2', 'e3', 'e4' and more")
