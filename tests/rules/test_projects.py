"""A bad and a good project for every rule."""

from pathlib import Path

import pytest

from argmap.check import check_project
from argmap.rules.registry import all_rules

PROJECTS = Path(__file__).parent.parent / "projects"
NAMES = sorted(all_rules())
every_rule = pytest.mark.parametrize("name", NAMES)


@every_rule
def test_the_bad_project_gives_what_is_expected(name: str, request: pytest.FixtureRequest, command):
    root = PROJECTS / name / "bad"
    printed = command("check", root, "--format", "concise", "--select", name).out
    expected = root / "expected.txt"
    if request.config.getoption("--update-expected"):
        expected.write_text(printed, encoding="utf-8")
    assert printed == expected.read_text(encoding="utf-8")
    assert f" {name}: " in printed


@every_rule
def test_the_good_project_is_clean_under_every_rule(name: str):
    audit = check_project(PROJECTS / name / "good")
    assert [finding.message for finding in audit] == []
    assert name not in {skipped.rule for skipped in audit.not_checked}


def test_there_is_no_project_for_a_rule_that_is_gone():
    assert sorted(folder.name for folder in PROJECTS.iterdir()) == NAMES
