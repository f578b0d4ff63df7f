"""How far each rule sees is written down, and every rule of ours stands there."""

from argmap.rules.reach import REACHES, Whole
from argmap.rules.registry import all_rules, is_own
from argmap.rules.shares import Shares


def test_every_rule_on_projects_says_how_far_it_sees():
    on_projects = {name for name, rule in all_rules().items() if rule.scope == "project" and is_own(name)}
    assert on_projects == set(REACHES)


def test_where_a_rule_finds_nothing_is_told_by_a_count():
    places = {reach.where for reach in REACHES.values() if isinstance(reach, Whole)}
    assert places - {""} <= set(Shares._fields)
