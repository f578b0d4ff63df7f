"""What a project asks of its own records."""

import textwrap

import pytest

from argmap.files.settings_file import parse_settings
from argmap.rules.example import find_in_example
from argmap.rules.registry import NotCheckedError, find_rule

MAP = """
claims:
  a: {text: Six words are in this one., kind: factual, part: I, for: [e1, {from: [e2, b]}], held_by: [x, y]}
  b: {text: Another., kind: causal, hedge: may, for: [e1], against: [{from: e2, answer: a}]}
evidence:
  e1: {shows: One., kind: diary, form: record, source: s1, cited: [I.1, I.2], by: [x]}
  e2: {shows: Two., kind: diary, form: testimony, source: s2}
scholars:
  x: {name: X, schools: [red]}
  y: {name: Y}
schools:
  red: {name: Red}
sources:
  s1: {type: book, title: One, author: [{family: X}]}
  s2: {type: book, title: Two}
"""


def found(requirement: str, rule: str = "unmet-requirement") -> list[str]:
    """Messages on the map above under one requirement."""
    settings = "[[rules.require]]\nname = 'asked'\n" + textwrap.dedent(requirement) + "\n"
    text = MAP + "settings: |\n" + textwrap.indent(settings, "  ")
    return [finding.message for finding in find_in_example(find_rule(rule), text)]


@pytest.mark.parametrize(
    ("counted", "of_a", "of_b"),
    [
        ("for", 2, 1),
        ("against", 0, 1),
        ("answers", 0, 1),
        ("premises", 3, 1),
        ("evidence", 2, 1),
        ("documents", 2, 1),
        ("sources", 2, 1),
        ("kinds", 1, 1),
        ("forms", 2, 1),
        ("holders", 2, 0),
        ("schools", 1, 0),
        ("words", 6, 1),
    ],
)
def test_what_is_counted_of_a_claim(counted: str, of_a: int, of_b: int):
    assert found(f"at-least = {{{counted} = 100}}") == [
        f"claim 'a' has {of_a} of the 100 {counted} asked for (asked)",
        f"claim 'b' has {of_b} of the 100 {counted} asked for (asked)",
    ]


def test_evidence_and_sources_can_be_asked_for_something_too():
    assert found("of = 'evidence'\nat-least = {notes = 1, makers = 1, uses = 2}") == [
        "evidence 'e2' has 0 of the 1 notes asked for (asked)",
        "evidence 'e2' has 0 of the 1 makers asked for (asked)",
    ]
    assert found("of = 'sources'\nat-least = {authors = 1}\nat-most = {uses = 0}") == [
        "source 's1' has 1 uses where 0 are the most (asked)",
        "source 's2' has 0 of the 1 authors asked for (asked)",
        "source 's2' has 1 uses where 0 are the most (asked)",
    ]


@pytest.mark.parametrize(
    ("where", "chosen"),
    [
        ("{}", "ab"),
        ("{kind = 'factual'}", "a"),
        ("{kind = ['factual', 'causal']}", "ab"),
        ("{hedge = true}", "b"),
        ("{hedge = false}", "a"),
        ("{kind = 'causal', hedge = false}", ""),
        ("{held_by = 'y'}", "a"),
        ("{against = true}", "b"),
        ("{verdict = 'supported'}", "ab"),
    ],
)
def test_records_are_chosen_by_the_values_of_fields(where: str, chosen: str):
    messages = found(f"where = {where}\ngiven = ['when']")
    assert messages == [f"claim '{key}' has no 'when' (asked)" for key in chosen]


def test_the_reason_is_the_help():
    rule = find_rule("unmet-requirement")
    text = (
        MAP + "settings: |\n  [[rules.require]]\n  name = 'n'\n  given = ['when']\n  because = 'Why not.'\n"
    )
    assert {finding.help for finding in find_in_example(rule, text)} == {"Why not."}


@pytest.mark.parametrize(
    ("requirement", "told"),
    [
        ("given = ['wen']", "cannot run: claims have no field 'wen'"),
        ("of = 'evidence'\nat-least = {kinds = 2}", "cannot run: 'kinds' is not counted of evidence"),
        ("where = {kind = 'factual'}", "asks for nothing"),
        ("at-least = {words = 0}", "asks for nothing"),
        ("at-least = {for = 3}\nat-most = {for = 2}", "cannot be met: no count of 'for'"),
        ("at-most = {for = -1}", "cannot be met"),
        ("where = {kind = 'factuall'}\ngiven = ['when']", "did you mean 'factual'?"),
        ("where = {part = 'IX'}\ngiven = ['when']", "applies to none of the 2 claims"),
    ],
)
def test_a_requirement_that_can_find_nothing_is_itself_found(requirement: str, told: str):
    (message,) = found(requirement, "idle-requirement")
    assert told in message


def test_where_no_requirement_can_run_that_is_said():
    with pytest.raises(NotCheckedError, match="no requirement"):
        found("given = ['wen']")


def test_a_requirement_that_can_run_does_so_beside_one_that_cannot():
    assert len(found("given = ['when']\n[[rules.require]]\nname = 'other'\ngiven = ['wen']")) == 2


def test_a_requirement_without_a_name_is_a_bad_setting_shown_in_its_place():
    text = b"title = 'x'\n[[rules.require]]\nname = 'a'\n[[rules.require]]\nnam = 'b'\n"
    settings, faults = parse_settings("argmap.toml", text)
    assert [entry.name for entry in settings.rules.require] == ["a"]
    assert {fault.help for fault in faults} == {"add 'name ='", "did you mean 'name'?"}


def test_the_finding_stands_at_its_own_table():
    rule = find_rule("idle-requirement")
    tables = (
        "[[rules.require]]\nname = 'a'\ngiven = ['when']\n[[rules.require]]\nname = 'b'\ngiven = ['wen']\n"
    )
    (finding,) = find_in_example(rule, MAP + "settings: |\n" + textwrap.indent(tables, "  "))
    assert finding.place is not None
    assert finding.place.line == 4
