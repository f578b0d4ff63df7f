"""What every rule must have, and how rules are found and chosen."""

import re
from importlib import import_module
from pathlib import Path

import pytest

import argmap.files
import argmap.rules
from argmap.model.errors import RegistrationError, UnknownNameError
from argmap.model.finding import Finding, Severity, Spot
from argmap.model.project import Project
from argmap.rules import registry
from argmap.rules.case import Case
from argmap.rules.registry import FAMILIES, Rule, all_rules, choose, find_rule, listed_rules, project_rule

RULES = list(all_rules().values())
HELPERS = {
    "__init__",
    "at_hand",
    "authorship",
    "below",
    "case",
    "contradictions",
    "dates",
    "example",
    "found",
    "hints",
    "ignoring",
    "listing",
    "lists",
    "occasions",
    "phrases",
    "quotation_phrases",
    "reach",
    "registry",
    "review_phrases",
    "shares",
    "support",
    "uses",
    "words",
}
PROJECTS = Path(__file__).parent.parent / "projects"
every_rule = pytest.mark.parametrize("rule", RULES, ids=[rule.name for rule in RULES])


def test_every_module_is_a_rule_named_after_it_or_a_known_helper():
    (folder,) = argmap.rules.__path__
    modules = {path.stem for path in Path(folder).glob("*.py")}
    assert modules - HELPERS == {rule.name.replace("-", "_") for rule in RULES}


def test_the_list_of_rules_says_of_each_what_it_says_itself():
    listed = [(name, rule.name, rule.family, rule.on) for name, rule in listed_rules().items()]
    assert listed == [(name, rule.name, rule.family, rule.on) for name, rule in all_rules().items()]


@every_rule
def test_a_rule_stands_in_the_module_of_its_name(rule: Rule):
    name = rule.name.replace("-", "_")
    assert rule.check.__module__ == f"argmap.rules.{name}"
    assert getattr(import_module(rule.check.__module__), name) is rule.check


@every_rule
def test_a_rule_has_a_name_and_a_known_family(rule: Rule):
    assert re.fullmatch(r"[a-z]+(-[a-z]+)+", rule.name)
    assert rule.family in FAMILIES


@every_rule
def test_a_rule_says_what_is_wrong_why_and_how_to_put_it_right(rule: Rule):
    assert re.fullmatch(r"[A-Z][^\n]+[^.]\.", rule.title)
    assert len(rule.reason.split()) > 15
    assert list(re.findall(r"^([A-Z][a-z ]+)::$", rule.doc, re.MULTILINE)) == ["Found in", "Not in"]
    assert rule.example("Found in") != rule.example("Not in")
    module = import_module(rule.check.__module__).__doc__ or ""
    assert re.fullmatch(r"[A-Z][^\n]+\.", module)


@every_rule
def test_a_rule_has_a_bad_and_a_good_project(rule: Rule):
    assert (PROJECTS / rule.name / "bad" / "expected.txt").is_file()
    assert (PROJECTS / rule.name / "good").is_dir()


def test_every_fault_that_reading_reports_has_a_rule():
    (folder,) = argmap.files.__path__
    code = "".join(path.read_text(encoding="utf-8") for path in Path(folder).glob("*.py"))
    reported = set(re.findall(r"""(?:\bfault|Complaint)\(\s*"([a-z]+-[a-z]+)",""", code))
    reported |= set(re.findall(r"""\brule\b[^=\n]*=\s*"([a-z]+-[a-z]+)\"""", code))
    assert {"unreadable-file", "bad-value", "duplicate-id", "empty-project"} <= reported
    assert reported <= set(all_rules())


def test_rules_come_by_family_and_name():
    order = [(list(FAMILIES).index(rule.family), rule.name) for rule in RULES]
    assert order == sorted(order)
    assert {rule.family for rule in RULES} == set(FAMILIES)


def test_an_example_keeps_its_indentation():
    assert find_rule("unsupported-claim").example("Found in").startswith("claims:\n  attack-first:")


def test_rules_are_chosen_by_name_and_by_family():
    assert choose(["self-support"]) == ["self-support"]
    assert {find_rule(name).family for name in choose(["logic"])} == {"logic"}
    assert "unused-source" not in choose(ignore=["citations"])
    assert choose([], extend_select=["all"]) == [rule.name for rule in RULES]
    assert choose() == [rule.name for rule in RULES if rule.on]


def test_several_rules_may_be_divided_by_commas():
    assert choose(["self-support,files"]) == choose(["self-support", "files"])
    assert choose(ignore=["wording, files"]) == choose(ignore=["wording", "files"])


def test_an_unknown_rule_is_refused_with_the_nearest():
    with pytest.raises(UnknownNameError, match="did you mean 'self-support'"):
        choose(["self-suport"])
    with pytest.raises(UnknownNameError, match="no rule 'logic'"):
        find_rule("logic")


def test_two_rules_of_one_name_are_refused():
    def other(case: Case) -> list[Finding]:
        return []

    with pytest.raises(RegistrationError, match="two rules are called 'self-support'"):
        project_rule("self-support", family="logic")(other)


def test_a_rule_stamps_its_name_and_severity(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(registry, "_RULES", {})

    @project_rule("no-such-fault", family="logic", severity=Severity.NOTE)
    def no_such_fault(case: Case) -> list[Finding]:
        return [Finding("dull", Spot("a.yaml"))]

    (found,) = registry._RULES["no-such-fault"].run(Case(Project()))
    assert (found.rule, found.severity) == ("no-such-fault", Severity.NOTE)
