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


@pytest.mark.parametrize(("strength", "told"), [("weak", "note"), ("limited", "warning")])
def test_a_weak_objection_is_a_note(strength: str, told: str):
    text = """
    claims:
      a: {text: A., for: [e1], against: [{from: e2, strength: STRENGTH}]}
      b: {text: B., for: [e1], against: [{from: e2, strength: STRENGTH, answer: c}]}
      c: {text: C.}
    """
    text = textwrap.dedent(text).replace("STRENGTH", strength) + EVIDENCE
    for rule in ("unanswered-objection", "answer-does-not-stand"):
        assert [str(each.severity) for each in find_in_example(find_rule(rule), text)] == [told]


@pytest.mark.parametrize(
    ("hedge", "rival", "told"),
    [
        ("", "held_by: [me]", 1),
        ("hedge: seems, ", "held_by: [me]", 0),
        ("hedge: seems, ", "held_by: [you]", 1),
    ],
)
def test_a_hedge_concedes_what_the_author_himself_objects(hedge: str, rival: str, told: int):
    text = f"""
    settings: |
      author = "me"
    claims:
      a: {{text: A., {hedge}held_by: [me], for: [e1], against: [b]}}
      b: {{text: B., {rival}, for: [e1]}}
    scholars: {{me: {{name: Me}}, you: {{name: You}}}}
    """
    assert len(messages("unanswered-objection", text)) == told


def test_what_a_cited_scholar_holds_is_given_on_his_word():
    text = """
    settings: |
      author = "me"
    claims:
      a: {text: A., held_by: [me], for: [{from: e2, bearing: circumstantial}], scholars: {you: STANCE}}
    scholars: {me: {name: Me}, you: {name: You}}
    sources: {s1: {type: book, title: One}}
    """
    cited = text.replace("STANCE", "{stance: holds, cite: s1}")
    assert messages("certainty-over-grade", cited) == []
    assert len(messages("certainty-over-grade", text.replace("STANCE", "holds"))) == 1


def test_only_the_authors_claims_must_be_defended():
    claims = "claims:\n  a: {{text: A., for: [e1], against: [e2], {}}}\nscholars:\n  me: {{name: Me}}\n"
    settings = "settings: |\n  author = 'me'\n"
    for field, count in (
        ("held_by: [me]", 1),
        ("scholars: {me: holds}", 1),
        ("scholars: {me: qualifies}", 0),
        ("held_by: [me], scholars: {me: qualifies}", 0),
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


def test_an_answer_need_not_stand_where_another_meets_the_objection():
    text = """
    claims:
      a: {text: A., for: [e1], against: [{from: e2, answer: [b, c]}, {from: e1, answer: [b]}]}
      b: {text: B.}
      c: {text: C., for: [e1]}
    """
    assert messages("answer-does-not-stand", text) == [
        "the answer 'b' to an objection to claim 'a' is unsupported"
    ]


def test_an_objection_that_is_worth_nothing_needs_no_answer_that_stands():
    text = "claims:\n  a: {text: A., for: [e1], against: [{from: bad, answer: b}]}\n  b: {text: B.}\n"
    assert messages("answer-does-not-stand", text) == []


def test_an_answer_to_several_objections_is_told_once_with_every_place():
    text = """
    claims:
      a: {text: A., for: [e1], against: [{from: e2, answer: b}, {from: e1, answer: b}]}
      b: {text: B.}
    """
    (found,) = find_in_example(find_rule("answer-does-not-stand"), textwrap.dedent(text) + EVIDENCE)
    assert found.message == "the answer 'b' to 2 objections to claim 'a' is unsupported"
    assert [related.message for related in found.related] == ["'b' is unsupported", "the same answer"]


@pytest.mark.parametrize(
    ("text", "told"),
    [("It clearly fell.", 1), ("Without doubt it fell.", 1), ("No paper proves that it fell.", 0)],
)
def test_a_denied_proof_is_no_sure_word(text: str, told: int):
    claim = f"claims:\n  a: {{text: {text}, for: [{{from: e2, bearing: inferential}}]}}\n"
    assert len(messages("certainty-over-grade", claim)) == told


@pytest.mark.parametrize(
    ("step", "told"), [("", 0), (", bearing: inferential", 1), (", strength: limited", 1)]
)
def test_a_direct_quotation_at_second_hand_is_no_overstatement(step: str, told: int):
    text = f"""
    claims:
      a: {{text: A., for: [{{from: e3{step}}}]}}
    evidence:
      e3: {{shows: Three., form: testimony, chain: [original, quoted-in(moor-1990)]}}
    """
    found = find_in_example(find_rule("certainty-over-grade"), textwrap.dedent(text))
    assert len(found) == told


def test_weak_support_is_a_warning_only_under_sure_words_or_an_important_claim():
    rule = find_rule("certainty-over-grade")
    claim = (
        "settings: |\n  thesis = 'top'\nclaims:\n  a: {{text: {} fell., for: [{{from: e2, bearing: {}}}]}}\n"
    )
    for text, bearing, told in (
        ("It", "circumstantial", ["note"]),
        ("It clearly", "circumstantial", ["warning"]),
        ("It clearly", "inferential", ["warning"]),
        ("It", "inferential", []),
    ):
        found = find_in_example(
            rule, claim.format(text, bearing) + "  top: {text: Top., for: [e1]}\n" + EVIDENCE
        )
        assert [str(each.severity) for each in found] == told
    text = claim.format("It", "circumstantial").replace("'top'", "'a'")
    assert [str(each.severity) for each in find_in_example(rule, text + EVIDENCE)] == ["warning"]


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
