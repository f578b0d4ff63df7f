"""Assurance cases of gsn2x."""

import pytest
from hypothesis import HealthCheck, given, settings

from argmap.exchange.content import Content
from argmap.exchange.registry import detect, read
from argmap.model.errors import UnreadableError
from argmap.model.project import Project
from exchange_maps import there_and_back
from exchange_rich import rich_maps

CASE = """\
module: {name: The bridge, brief: x}
G1:
  text: The bridge is safe.
  supportedBy: S1
  inContextOf: [C1, A1]
C1: {text: In summer}
A1: {text: No flood}
S1:
  text: Part by part
  supportedBy: [G2, G3, S2]
S2: {text: The rest, supportedBy: Sn2}
G2:
  text: The piers are safe.
  supportedBy: [Sn1, G9]
  defeated: true
Sn1:
  text: Survey of the piers
  url: http://survey.example
  horizontalIndex: {relative: -3}
Sn2: {text: Photographs}
CG1:
  text: A pier has a crack.
  supportedBy: CSn1
  challenges: G2
CSn1: {text: Photograph of the crack}
G3: {text: The deck is safe., undeveloped: true}
CSn2: {text: A part was forgotten., challenges: S1}
Goal-x: {nodeType: Solution, text: Typed by hand}
odd: {text: Of no type}
"""


def test_goals_strategies_and_solutions_make_a_map() -> None:
    found = read(CASE.encode(), "bridge.gsn.yaml")
    project = found.project
    step = project.claims["g1"].pro[0]
    assert step.premises == ("g2", "g3", "sn2")
    assert step.because == "Part by part The rest"
    assert step.unless == ("csn2",)
    assert project.claims["g2"].con[0].premises == ("cg1",)
    assert project.claims["cg1"].pro[0].premises == ("csn1",)
    assert project.claims["g1"].remark == "Context: In summer. Assumption: No flood."
    assert project.evidence["goal-x"].shows == "Typed by hand"
    assert project.sources[project.evidence["sn1"].source or ""].title == "http://survey.example"
    assert project.settings.title == "The bridge"


def test_what_a_map_cannot_hold_is_reported() -> None:
    types = {each.type for each in read(CASE.encode(), "x").loss.losses}
    wanted = {"context", "assumption", "element", "element.defeated", "module", "strategy", "supportedBy"}
    assert wanted | {"element.horizontalIndex"} <= types


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(rich_maps())
def test_a_map_comes_back_the_same(project: Project) -> None:
    back = there_and_back(project, "gsn")
    assert dict(back.claims) == dict(project.claims)
    assert dict(back.evidence) == dict(project.evidence)


def test_it_is_told_by_content() -> None:
    assert detect(Content(CASE.encode(), "x.txt")).name == "gsn"
    assert detect(Content(b"G1:\n text: A\nG2:\n text: B\n", "x.yaml")).name == "gsn"


@pytest.mark.parametrize(
    "text",
    ["foo: {text: x}\n", "- G1\n", "G1: {text: x, supportedBy: " + "[" * 100_000 + "]" * 100_000 + "}"],
)
def test_what_cannot_be_understood_fails_with_one_message(text: str) -> None:
    with pytest.raises(UnreadableError):
        read(text.encode(), "x.yaml", "gsn")


def test_circles_of_strategies_and_wrong_shapes_do_no_harm() -> None:
    text = """\
G1: {text: [1], supportedBy: {a: b}, challenges: G1, inContextOf: [[]]}
G2: {supportedBy: [G2, S1]}
S1: {supportedBy: [S1, S2, G9]}
S2: {supportedBy: [S1]}
Sn1: {text: 1, url: [x]}
"""
    found = read(text.encode(), "x.yaml", "gsn")
    assert set(found.project.claims) == {"g1", "g2"}
    assert any(each.type == "strategy" for each in found.loss.losses)
