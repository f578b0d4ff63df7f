"""Two processes find what one finds, and nothing is left behind."""

import os
import signal
from pathlib import Path

import pytest

from argmap.audit import sharing
from argmap.audit.run import Choice, check_folder, reader
from argmap.files.project import read_project
from argmap.model.finding import Severity
from argmap.rules.case import Case
from argmap.rules.registry import NotCheckedError, Rule, choose

PROJECTS = Path(__file__).parents[1] / "projects"
FAULTY = sorted(PROJECTS.glob("*/bad"))[::6]

pytestmark = pytest.mark.skipif(not hasattr(os, "sched_getaffinity"), reason="one process on this platform")


@pytest.fixture
def two(monkeypatch):
    """Two processes however small the project, and the numbers of those that were started."""
    children: list[int] = []
    fork = os.fork

    def counted() -> int:
        child = fork()
        if child:
            children.append(child)
        return child

    monkeypatch.setattr(sharing, "FROM_RECORDS", 0)
    monkeypatch.setattr(sharing, "FROM_RULES", 1)
    monkeypatch.setattr(sharing, "_pays", lambda project: True)
    monkeypatch.setattr(os, "fork", counted)
    yield children
    for child in children:
        with pytest.raises(ChildProcessError):
            os.waitpid(child, os.WNOHANG)


@pytest.mark.parametrize("root", FAULTY, ids=lambda root: root.parent.name)
def test_two_processes_find_what_one_finds(root, monkeypatch, two):
    in_two = check_folder(root, Choice(select=("all",)))
    assert two
    monkeypatch.setattr(sharing, "_pays", lambda project: False)
    in_one = check_folder(root, Choice(select=("all",)))
    assert in_two.findings == in_one.findings
    assert in_two.held == in_one.held
    assert in_two.not_checked == in_one.not_checked


def a_rule(name, check):
    return Rule(name, "files", Severity.NOTE, "project", True, check)


def run(rules):
    root = FAULTY[0]
    return sharing.outcomes(Case(read_project(root)), rules, reader(root))


def test_what_a_copy_does_not_send_is_done_here(two):
    here = os.getpid()

    def only_here(case):
        if os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)
        return []

    assert run([a_rule(f"r{n}", only_here) for n in range(50)]) == [[]] * 50


def test_a_failure_in_a_rule_is_raised_wherever_it_ran(two):
    def broken(case):
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        run([a_rule(f"r{n}", broken) for n in range(50)])


def test_an_interruption_ends_both(two):
    here = os.getpid()

    def stopped(case):
        if os.getpid() == here:
            raise KeyboardInterrupt
        signal.pause()
        return []

    with pytest.raises(KeyboardInterrupt):
        run([a_rule(f"r{n}", stopped) for n in range(50)])


def test_why_a_rule_could_not_run_is_told(two):
    def idle(case):
        raise NotCheckedError("nothing to hold it against")

    assert run([a_rule(f"r{n}", idle) for n in range(50)]) == ["nothing to hold it against"] * 50


def test_without_room_for_another_process_one_does_it(two, monkeypatch):
    def full() -> int:
        raise BlockingIOError

    monkeypatch.setattr(os, "fork", full)
    rules = [rule for rule in choose() if rule.scope == "project"]
    assert len(run(rules)) == len(rules)


def test_one_core_is_left_alone(monkeypatch):
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0})
    monkeypatch.setattr(sharing, "FROM_RECORDS", 0)
    monkeypatch.setattr(os, "fork", lambda: pytest.fail("a second process"))
    rules = [rule for rule in choose() if rule.scope == "project"]
    assert len(run(rules)) == len(rules)
