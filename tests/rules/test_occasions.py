"""A rule that has no occasion in a project finds nothing there, and has no reason not to run."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from argmap.audit.run import case_of
from argmap.files.project import read_parts
from argmap.rules.found import Found
from argmap.rules.occasions import OCCASIONS, has_occasion
from argmap.rules.registry import all_rules, find_rule
from random_records import A_PROJECT, write_project

PROJECTS = Path(__file__).parents[1] / "projects"
CORPUS = Path(__file__).parents[2]

PLAIN = "claims: {war: {text: War came., kind: interpretive, part: I, for: order}}"
SHOWN = "evidence: {order: {shows: The order was given., source: kim, locator: {page: 4}}}"
BOOKS = '[{"id": "kim", "type": "book", "title": "War", "author": [{"family": "Kim"}], "issued": "1951"}]'


def without_occasion(root: Path) -> set[str]:
    """Run the rules that have no occasion; gives their names."""
    parts = read_parts(root)
    case = case_of(root, parts.project())
    idle = {name for name in OCCASIONS if not has_occasion(name, case)}
    for rule in map(find_rule, idle):
        found = Found(case, [], frozenset(), [0] * len(case.project.settings.ignores), {})
        subjects = {"file": parts.files, "project": [case], "findings": [found]}
        for subject in subjects[rule.scope]:
            assert rule.run(subject) == [], rule.name
    return idle


@pytest.mark.parametrize("name", sorted(folder.name for folder in PROJECTS.iterdir()))
def test_a_rule_has_occasion_where_it_finds_something(name: str):
    assert name not in without_occasion(PROJECTS / name / "bad")
    without_occasion(PROJECTS / name / "good")


def test_the_rules_without_occasion_find_nothing_in_the_corpus():
    assert "text-missing" in without_occasion(CORPUS)


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(made=A_PROJECT)
def test_the_rules_without_occasion_find_nothing_at_random(
    tmp_path_factory: pytest.TempPathFactory, made: dict[str, Any]
):
    root = tmp_path_factory.mktemp("random")
    write_project(root, made)
    without_occasion(root)


def test_a_plain_argument_gives_occasion_to_few_rules(project):
    files = {"argmap.toml": "", "claims/a.yaml": PLAIN, "evidence/a.yaml": SHOWN, "evidence/b.json": BOOKS}
    assert set(OCCASIONS) - without_occasion(project(files)) == {"isolated-claim"}


def test_only_rules_need_an_occasion():
    assert OCCASIONS.keys() <= all_rules().keys()
