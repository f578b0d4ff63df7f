"""Both examples of every rule's docstring, run."""

import pytest

from argmap.model.finding import Severity
from argmap.rules.example import find_in_example
from argmap.rules.registry import NotCheckedError, Rule, all_rules

RULES = list(all_rules().values())
every_rule = pytest.mark.parametrize("rule", RULES, ids=[rule.name for rule in RULES])


@every_rule
def test_the_rule_finds_its_own_example(rule: Rule):
    found = find_in_example(rule, rule.example("Found in"))
    assert found
    assert {(each.rule, each.severity) for each in found} == {(rule.name, rule.severity)}


@every_rule
def test_what_is_found_in_an_example_has_a_place_there(rule: Rule):
    for finding in find_in_example(rule, rule.example("Found in")):
        assert finding.place or finding.spot.file == "."
        assert all(related.place for related in finding.related)


@every_rule
def test_the_rule_does_not_find_the_example_that_puts_it_right(rule: Rule):
    assert find_in_example(rule, rule.example("Not in")) == []


@every_rule
@pytest.mark.parametrize("kind", ["Found in", "Not in"])
def test_no_example_is_broken_otherwise(rule: Rule, kind: str):
    """No other rule finds an error in it, though some may want more of so small a map."""
    assert errors(rule.example(kind)) <= {rule.name, "empty-project"}


def errors(text: str) -> set[str]:
    """Names of the rules that find an error in an example."""
    found = set()
    for rule in RULES:
        try:
            if rule.severity is Severity.ERROR and find_in_example(rule, text):
                found.add(rule.name)
        except NotCheckedError:
            continue
    return found
