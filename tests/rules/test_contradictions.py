"""Special cases of the rules on claims that cannot be true together, and on what schools say to them."""

import textwrap
import time

from argmap.rules.case import Case
from argmap.rules.contradictions import contradictions
from argmap.rules.example import find_in_example
from argmap.rules.registry import find_rule
from tests.makers import a_claim, a_project, some_evidence


def messages(rule: str, text: str) -> list[str]:
    return [f.message for f in find_in_example(find_rule(rule), textwrap.dedent(text))]


def pairs(**claims: object) -> list[tuple[str, str]]:
    project = a_project({key: a_claim(**fields) for key, fields in claims.items()})  # type: ignore[arg-type]
    return [(pair.first, pair.second) for pair in contradictions(Case(project))]


def test_a_contradiction_said_on_both_sides_is_one():
    assert pairs(a={"contradicts": "b"}, b={"contradicts": "a"}) == [("a", "b")]


def test_claims_that_each_object_to_the_other_contradict_each_other():
    assert pairs(a={"con": ["b"]}, b={"con": ["a"]}) == [("a", "b")]


def test_an_objection_from_one_side_is_no_contradiction():
    assert pairs(a={"con": ["b"]}, b={}) == []
    assert pairs(a={"con": [{"from": ["b", "c"]}]}, b={"con": ["a"]}, c={}) == []


def test_a_claim_does_not_contradict_itself_or_what_is_not_there():
    assert pairs(a={"contradicts": ("a", "gone")}) == []


def test_both_of_a_pair_stand_only_if_both_are_supported():
    text = """
    claims:
      a: {text: A., contradicts: b, for: [e1]}
      b: {text: B., for: [gone]}
    evidence:
      e1: {shows: One., form: record}
    """
    assert messages("contradictory-claims", text) == []


def test_evidence_read_both_ways_with_a_warrant_on_each_side_is_no_fault():
    text = """
    claims:
      a: {text: A., contradicts: b, for: [{from: e1, because: It says so.}]}
      b: {text: B., for: [{from: e1, because: It may mean that.}]}
    evidence:
      e1: {shows: One., form: record}
    """
    assert messages("same-evidence-both-ways", text) == []
    assert len(messages("same-evidence-both-ways", text.replace(", because: It may mean that.", ""))) == 1


def test_a_rival_without_support_need_not_be_faced():
    text = """
    claims:
      a: {text: A., contradicts: b, for: [e1]}
      b: {text: B.}
    evidence:
      e1: {shows: One., form: record}
    """
    assert messages("contrary-not-faced", text) == []


def test_a_hub_of_contradictions_takes_no_longer_for_each():
    many = 20_000
    claims = {f"c{i}": a_claim(contradicts="hub", pro=["e"]) for i in range(many)}
    claims["hub"] = a_claim(pro=[f"c{i}" for i in range(many)], con=[f"c{i}" for i in range(many)])
    case = Case(a_project(claims, {"e": some_evidence()}))
    case.judgement  # noqa: B018  # worked out once for all rules
    started = time.process_time()
    for name in ("contradictory-claims", "same-evidence-both-ways", "contrary-not-faced"):
        find_rule(name).run(case)
    assert time.process_time() - started < 10


def test_one_term_in_two_senses_is_found_whatever_its_letters():
    text = """
    claims:
      a: {text: A., defines: {Arson: On purpose.}}
      b: {text: B., defines: {arson: on purpose}}
      c: {text: C., defines: {ARSON: By neglect.}}
    """
    assert messages("equivocal-term", text) == ["claims 'a' and 'c' define 'ARSON' in two ways"]


SCHOOLS = """
scholars:
  weathers: {name: Ann Weathers, schools: [orthodox], works: [w]}
  moor: {name: Anna Moor, schools: [revisionist], works: [m]}
schools:
  orthodox: {name: Orthodox}
  revisionist: {name: Revisionist}
sources:
  w: {type: book, title: W}
  m: {type: book, title: M}
  n: {type: book, title: N}
"""


def test_a_work_whose_writer_is_not_known_speaks_for_no_school():
    claim = "claims:\n  a: {text: A., schools: {revisionist: {stance: holds, cite: [n, w]}}}\n"
    assert messages("school-misattribution", claim + SCHOOLS) == []
    assert messages("school-by-opponents", claim + SCHOOLS) == []
    known = claim.replace("[n, w]", "[w]")
    assert len(messages("school-misattribution", known + SCHOOLS)) == 1
    assert len(messages("school-by-opponents", known + SCHOOLS)) == 1


def test_a_member_who_says_so_bears_out_the_school():
    claim = """
claims:
  a:
    text: A.
    schools: {revisionist: {stance: holds, cite: [w]}}
    scholars: {moor: {stance: holds, cite: n}}
"""
    assert messages("school-misattribution", claim + SCHOOLS) == []


def test_scholars_who_hold_flatly_stand_against_a_school_that_rejects():
    claim = (
        "claims:\n  a: {text: A., held_by: [moor], schools: {revisionist: {stance: rejects, cite: [n]}}}\n"
    )
    assert messages("school-against-its-scholars", claim + SCHOOLS) == [
        "school 'revisionist' rejects claim 'a', which 'moor' of that school holds"
    ]


def test_the_authors_own_school_need_not_be_faced():
    settings = 'settings: |\n  author = "moor"\n'
    claim = "claims:\n  a: {text: A., schools: {revisionist: {stance: holds, cite: [m]}}}\n"
    assert messages("school-unfaced", settings + claim + SCHOOLS) == []
    other = claim.replace("revisionist", "orthodox")
    assert messages("school-unfaced", settings + other + SCHOOLS) == [
        "claim 'a' of 'orthodox' is neither granted nor contested"
    ]


def test_what_speaks_against_the_author_is_faced_where_it_is_used():
    text = """
    settings: |
      author = "moor"
    claims:
      a: {text: A., schools: {orthodox: {stance: holds, cite: [w]}}}
      b: {text: B., held_by: [moor], against: [a]}
    """
    assert messages("school-unfaced", textwrap.dedent(text) + SCHOOLS) == []
