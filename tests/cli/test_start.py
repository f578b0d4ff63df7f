"""A check of a book imports what it needs, and nothing that takes longer than the check."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

RUN = "from argmap.cli import main; main()"
NEVER = {
    *("pydantic", "pydantic_core", "annotated_types", "typing_extensions"),
    *("typer", "click", "rich", "numpy", "lxml", "jinja2", "yaml", "ruamel.yaml", "bibtexparser"),
    *("dataclasses", "inspect", "importlib.metadata", "email", "zoneinfo", "socket", "zipfile", "tomllib"),
    *("pickle", "hashlib", "html", "difflib", "tempfile", "threading", "subprocess", "pkgutil", "ctypes"),
    *("argmap.files.amend", "argmap.files.review_file", "argmap.files.misfits", "argmap.report.sarif"),
}
"""What a check of records that fit, with nothing to put right, has no use for."""
OFF = {"argmap.rules.opaque_id", "argmap.rules.vague_word", "argmap.rules.unstated_warrant"}

CLAIMS = """claims:
  the-store-burnt:
    text: The store burnt down in the winter of 1950.
    kind: factual
    part: I
    when: 1950-12
    held_by: [kim]
    for:
      - ash-lay-there
      - from: [watch-saw-it]
        because: The watch stood there.
        strength: good
  nobody-set-it:
    text: Nobody set the store on fire.
    against: the-store-burnt
schools:
  old: {name: The old view}
scholars:
  kim: {name: Kim, schools: old}
expect:
  the-store-burnt: supported
"""
EVIDENCE = """evidence:
  ash-lay-there:
    shows: Ash lay where the store had been.
    source: kim-1951
    locator: {page: 4}
    made: 1951
  watch-saw-it:
    shows: The watch saw fire.
    form: testimony
    by: watch
    source: kim-1951
    locator: f. 3
"""
FILES: dict[str, str | bytes] = {
    "argmap.toml": 'title = "A fire"\nauthor = "kim"\n[parts]\nI = {title = "One", notes = 3}\n',
    "claims/a.yaml": CLAIMS,
    "evidence/a.yaml": EVIDENCE,
    "evidence/s.json": '[{"id": "kim-1951", "type": "book", "title": "Ash"}]',
}


def imported(root: Path, *words: str) -> set[str]:
    """What a process imports from its start to its end."""
    told = [sys.executable, "-X", "importtime", "-c", RUN, "check", "--no-cache", str(root), *words]
    done = subprocess.run(told, capture_output=True, text=True, encoding="utf-8", env=os.environ, check=False)
    assert done.returncode in (0, 1), done.stderr[-2000:]
    assert "claims" in done.stdout
    lines = (line for line in done.stderr.splitlines() if line.startswith("import time:"))
    return {line.rpartition("|")[2].strip() for line in lines}


@pytest.mark.parametrize("words", [(), ("--format", "concise"), ("--ignore", "wording")])
def test_a_cold_check_imports_next_to_nothing(project, words):
    found = imported(project(FILES), *words)
    assert sorted(found & (NEVER | OFF)) == []


def test_only_the_rules_that_were_chosen_are_loaded(project):
    found = imported(project(FILES), "--select", "unsupported-claim")
    assert "argmap.rules.unsupported_claim" in found
    assert "argmap.rules.unused_source" not in found
    assert "argmap.rules.opaque_id" in imported(project(FILES), "--extend-select", "opaque-id")


def test_only_the_rules_that_have_occasion_are_loaded(project):
    circle = "claims: {c: {text: So it was., for: d}, d: {text: That too., for: c}}\n"
    names = {"argmap.rules.circular_support", "argmap.rules.self_support", "argmap.rules.bad_value"}
    assert names & imported(project(FILES)) == set()
    found = imported(project(FILES | {"claims/b.yaml": circle}))
    assert names & found == names - {"argmap.rules.bad_value"}


def test_a_record_that_does_not_fit_is_told_in_full(project, command):
    files = FILES | {"claims/b.yaml": "claims: {c: {text: So., kind: causl}}\n"}
    told = command("check", project(files), "--no-cache").out
    assert "did you mean 'causal'?" in told


def test_a_check_that_ends_early_says_so_to_the_last_word(project, tmp_path):
    root = project(FILES)
    for words, code in (
        (("--format", "json"), {0, 1}),
        (("--format", "jsno"), {2}),
        (("--select", "x"), {2}),
    ):
        with (tmp_path / "out").open("wb") as out:
            told = [sys.executable, "-c", RUN, "check", "--no-cache", str(root), *words]
            done = subprocess.run(told, stdout=out, stderr=subprocess.PIPE, check=False)
        text = (tmp_path / "out").read_text(encoding="utf-8")
        assert done.returncode in code
        assert text.endswith("}\n") if done.returncode < 2 else done.stderr.startswith(b"argmap: ")
