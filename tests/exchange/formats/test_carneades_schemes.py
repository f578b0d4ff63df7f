"""Carneades 4 YAML: what its schemes make of what is assumed."""

from argmap.exchange.registry import Imported, read
from argmap.model.project import Project
from argmap.verdict.judgement import judge


def imported(text: str) -> Imported:
    return read(text.encode(), "map.yml")


def is_met(project: Project) -> dict[str, bool]:
    judged = judge(project)
    return {k: judged[k].verdict == e[0].verdict for k, e in project.expectations.items()}


EXPERT = """\
language: {biased/1: "%s is biased.", says/2: "%s says: %s"}
argument_schemes:
  - id: expert_opinion
    variables: [W, D, S]
    premises:
      - expert(W,D)
      - says(W,S)
      - in_domain(S,D)
    exceptions:
      - untrustworthy(W)
    assumptions:
      - careful(W)
    conclusions:
      - S
  - {id: bias, variables: [W], premises: ["biased(W)"], conclusions: ["untrustworthy(W)"]}
statements:
  ¬old(mill): The mill is not old.
assumptions:
  - expert(kim, mills)
  - says(kim, ¬old(mill))
  - in_domain(¬old(mill), mills)
"""


def test_schemes_make_arguments_of_what_is_assumed() -> None:
    found = imported(EXPERT + "tests:\n  in:\n    - ¬old(mill)\n")
    argument = found.project.claims["not-old-mill"].pro[0]
    assert len(argument.premises) == 4
    assert argument.unless == ("untrustworthy-kim",)
    assert found.project.claims["says-kim-old-mill"].text == "kim says: ¬old(mill)"
    assert all(is_met(found.project).values())


def test_exceptions_made_by_other_schemes_undercut() -> None:
    found = imported(EXPERT + "  - biased(kim)\ntests:\n  out:\n    - ¬old(mill)\n")
    assert all(is_met(found.project).values())


def test_chains_of_schemes_end_and_issue_schemes_set_rivals_against_each_other() -> None:
    text = """\
issue_schemes:
  support: ["owes(X,Y)", "free(X,Y)"]
  height: ["height(X,H1)", "...", "height(X,Hn1)"]
  negation: ["¬P", "P"]
argument_schemes:
  - {id: s1, variables: [X, Y], conclusions: ["above(X,Y)"], premises: ["parent(X,Y)"]}
  - {id: s2, variables: [X, Y, Z], conclusions: ["above(X,Y)"], premises: ["parent(X,Z)", "above(Z,Y)"]}
  - {id: s3, variables: [X, Y], conclusions: ["owes(Y,X)"], premises: ["above(X,Y)"], weight: {constant: 0.5}}
  - {id: s4, variables: [X, Y], conclusions: ["free(Y,X)"], premises: ["above(X,Y)", "poor(Y)"]}
statements:
  height(a): A
  height(ann,tall): Tall.
  height(ann,short): Short.
  ¬poor(cy): Not poor.
assumptions:
  - parent(ann,bo)
  - parent(bo,cy)
  - poor(cy)
  - height(ann,tall)
tests:
  in: ["above(ann,cy)", "owes(bo,ann)", "free(cy,ann)"]
  out: ["owes(cy,ann)", "height(ann,short)", "¬poor(cy)"]
"""
    found = imported(text)
    assert all(is_met(found.project).values())
    assert found.project.claims["owes-cy-ann"].con


def test_schemes_without_end_are_cut_and_reported() -> None:
    chain = "".join(f"  - next(n{i},n{i + 1})\n" for i in range(300))
    text = (
        "argument_schemes:\n"
        '  - {id: a, variables: [X, Y], conclusions: ["far(X,Y)"], premises: ["next(X,Y)"]}\n'
        '  - {id: b, variables: [X, Y, Z], conclusions: ["far(X,Y)"], premises: ["far(X,Z)", "far(Z,Y)"]}\n'
        '  - {id: c, variables: [X], conclusions: ["far(s(X),X)"], premises: ["far(X,X)"]}\n'
        "assumptions:\n" + chain
    )
    found = imported(text)
    assert any("more arguments than are followed" in each.why for each in found.loss.losses)
