"""``argmap check --changed`` and ``--watch``."""

import json
import os
import signal
import subprocess
import sys
import time

import pytest

BARE = "claims:\n  a: {text: It is so.}\n"


def git(root, *words):
    given = ("-c", "user.name=n", "-c", "user.email=n@example.org", "-c", "init.defaultBranch=main")
    subprocess.run(["git", "-C", str(root), *given, *words], check=True, capture_output=True)


def shown(command, root, revision="HEAD"):
    words = ("--changed", revision, "--format", "json", "--select", "unsupported-claim")
    whole = json.loads(command("check", root, *words).out)
    return [finding["subjects"][0] for finding in whole["findings"]]


@pytest.fixture
def tracked(project):
    root = project({"sub/claims/a.yaml": BARE})
    git(root, "init")
    git(root, "add", ".")
    git(root, "commit", "-m", "first")
    return root / "sub"


def test_what_was_there_is_held_back(command, tracked):
    assert shown(command, tracked) == []


def test_what_is_new_is_shown(command, tracked):
    (tracked / "claims/b.yaml").write_text("claims:\n  b: {text: It was.}\n")
    assert shown(command, tracked) == ["b"]


def test_what_stands_in_a_touched_line_is_shown(command, tracked):
    (tracked / "claims/a.yaml").write_text("# remark\nclaims:\n  a: {text: It is so indeed.}\n")
    assert shown(command, tracked) == ["a"]


def test_what_only_moved_is_not(command, tracked):
    (tracked / "claims/a.yaml").write_text(f"# remark\n\n{BARE}")
    assert shown(command, tracked) == []


@pytest.mark.parametrize("revision", ["nowhere", "--all", "", "HEAD:sub"])
def test_an_unknown_revision_is_told(command, tracked, revision):
    printed = command("check", tracked, f"--changed={revision}")
    assert (printed.code, printed.err) == (2, f"argmap: git knows no revision '{revision}' here\n")


def test_a_folder_outside_git_is_told(command, project, monkeypatch):
    root = project({"claims/a.yaml": BARE})
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(root.parent))
    printed = command("check", root, "--changed", "HEAD")
    assert printed.code == 2
    assert "is not in a git work tree" in printed.err


def test_a_machine_without_git_is_told(command, tracked, monkeypatch):
    monkeypatch.setenv("PATH", "")
    printed = command("check", tracked, "--changed", "HEAD")
    assert printed.code == 2
    assert "--changed needs git" in printed.err


@pytest.mark.skipif(sys.platform == "win32", reason="interrupts are sent otherwise there")
def test_watching_checks_again_after_a_save_and_stops_when_told(project):
    pytest.importorskip("watchfiles")
    root = project({"claims/a.yaml": BARE})
    out = root.parent / "out.txt"
    words = [sys.executable, "-m", "argmap", "check", str(root), "--watch", "--format", "concise"]
    with out.open("wb") as stream:
        running = subprocess.Popen(words, stdout=stream, stderr=subprocess.STDOUT, env={**os.environ})
        try:
            wait_for(out, "in 1 claim,")
            time.sleep(0.5)
            (root / "claims/a.yaml").write_text(BARE + "  b: {text: It was.}\n")
            wait_for(out, "in 2 claims,")
            running.send_signal(signal.SIGINT)
            assert running.wait(10) == 0
        finally:
            running.kill()
            running.wait()
    assert "Traceback" not in out.read_text()


def wait_for(out, text):
    end = time.monotonic() + 15
    while text not in out.read_text():
        assert time.monotonic() < end, out.read_text()
        time.sleep(0.05)
