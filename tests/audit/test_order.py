"""Findings are the same in whatever order the records of a project are gone through."""

from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from argmap.audit.result import Audit
from argmap.audit.run import Choice, audit_read, case_of, check_folder, put_together, reader
from argmap.check import check_project
from argmap.files.project import read_parts
from argmap.model.dataclass import replace
from argmap.model.settings import Ignore, Settings
from argmap.model.vocabulary import RECORD_KINDS
from argmap.rules.case import Case
from audits import a_finding
from makers import a_claim, a_project
from random_records import A_PROJECT, BESIDE, write_project

PROJECTS = Path(__file__).parents[1] / "projects"
CORPUS = Path(__file__).parents[2]
EVERY_RULE = Choice(select=("all",))

Order = Callable[[list[str]], list[str]]


def backwards(keys: list[str]) -> list[str]:
    return sorted(keys, reverse=True)


def mixed(keys: list[str]) -> list[str]:
    return Random(7).sample(sorted(keys), len(keys))


def audited(root: Path, order: Order) -> Audit:
    """Audit a project with its records in some order."""
    parts = read_parts(root)
    project = parts.project()
    tables: dict[str, Any] = {
        kind: {key: records[key] for key in order(list(records))}
        for kind in RECORD_KINDS
        if (records := project.of_kind(kind))
    }
    return audit_read(case_of(root, replace(project, **tables)), parts, EVERY_RULE, reader(root))


def assert_same_in_any_order(root: Path) -> int:
    told = check_folder(root, EVERY_RULE, ordered=False)
    for order in (sorted, backwards, mixed):
        again = audited(root, order)
        assert again.findings == told.findings
        assert (again.held, again.not_checked) == (told.held, told.not_checked)
    return len(told.findings)


@pytest.mark.parametrize("name", sorted(folder.name for folder in PROJECTS.iterdir()))
def test_every_rule_finds_the_same(name: str):
    assert assert_same_in_any_order(PROJECTS / name / "bad") > 0
    assert_same_in_any_order(PROJECTS / name / "good")


def test_the_same_is_found_in_the_corpus():
    assert assert_same_in_any_order(CORPUS) > 100


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(made=A_PROJECT)
def test_the_same_is_found_in_projects_at_random(
    tmp_path_factory: pytest.TempPathFactory, made: dict[str, Any]
):
    root = tmp_path_factory.mktemp("random")
    write_project(root, made)
    assert_same_in_any_order(root)


def test_whoever_goes_on_with_the_project_of_an_audit_has_it_in_order(tmp_path: Path):
    (tmp_path / "argmap.toml").write_text(BESIDE["argmap.toml"], encoding="utf-8")
    (tmp_path / "claims").mkdir()
    told = "claims: {war: {text: War came.}, attack: {text: The North attacked.}}"
    (tmp_path / "claims" / "a.yaml").write_text(told, encoding="utf-8")
    assert list(check_project(tmp_path).project.claims) == ["attack", "war"]
    assert list(check_folder(tmp_path, Choice(), ordered=False).project.claims) == ["war", "attack"]


def test_findings_that_say_the_same_of_one_place_have_an_order():
    found = [a_finding("told", subjects=(key,)) for key in "ba"]
    held = [a_finding("told", subjects=(key,), rule="silent") for key in "dc"]
    case = Case(
        a_project({"a": a_claim()}, settings=Settings(ignores=(Ignore(rule="silent", reason="Told."),)))
    )
    for order in (found + held, [*reversed(held), *reversed(found)]):
        audit = put_together(case, [], [], order, [], Choice(), None)
        assert [finding.subjects for finding in audit] == [("a",), ("b",)]
        assert [each.finding.subjects for each in audit.held] == [("c",), ("d",)]
