"""The README's commands are those that are run, and what it shows is what argmap prints."""

import re
import shlex
from pathlib import Path

import pytest

import argmap
from argmap.cli.app import PANELS

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = [
    line for block in re.findall(r"```sh\n(.*?)```", README, re.DOTALL) for line in block.splitlines()
]


def test_ci_calls_the_test_command_of_the_readme():
    tests = next(line for line in COMMANDS if line.endswith("pytest -n auto"))
    assert tests in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


def test_the_picture_is_what_argmap_draws():
    drawn = argmap.load(ROOT).draw("stalin-turned-january-1950", depth=2).svg()
    assert (ROOT / "docs" / "turn.svg").read_text(encoding="utf-8") == drawn


def test_the_finding_shown_is_one_that_check_prints(command):
    shown = re.search(r"```text\n(.*?)```", README, re.DOTALL)
    assert shown is not None
    assert shown[1] in command("check", ROOT).out


@pytest.mark.parametrize("line", [line for line in COMMANDS if line.startswith("argmap ")])
def test_every_command_of_the_tour_runs(line, command, tmp_path, monkeypatch):
    words = shlex.split(line, comments=True)[1:]
    names = {name.rstrip("_") for panel in PANELS.values() for name in panel} | {"manuscript"}
    assert words[0].replace("-", "_") in names
    if words[0] == "new":
        monkeypatch.chdir(tmp_path)
    elif words[0] == "manuscript":
        monkeypatch.chdir(a_project_with_a_manuscript(tmp_path))
        words = [word.replace(".docx", ".txt").replace(".pdf", ".txt") for word in words]
    elif words[0] == "convert":
        monkeypatch.chdir(tmp_path)
        (tmp_path / words[1]).write_text("[Tower]: The tower burned.\n  + [Smoke]: There was smoke.\n")
    elif written := {"--out", "--single"} & {*words}:
        at = words.index(written.pop()) + 1
        words[at] = str(tmp_path / words[at])
        monkeypatch.chdir(ROOT)
    else:
        monkeypatch.chdir(ROOT)
    result = command(*words)
    assert result.code == 0, result.err


def a_project_with_a_manuscript(folder: Path) -> Path:
    (folder / "claims").mkdir()
    (folder / "argmap.toml").write_text('title = "The Bells"\n')
    (folder / "claims" / "a.yaml").write_text("claims: {c: {text: The tower burned.}}\n")
    (folder / "kim.txt").write_text("Then the great bell fell into the nave.\n")
    (folder / "thesis.txt").write_text(
        "The tower burned, and “the great bell fell.”¹\n\n¹ Edda Kim, *Bells*, Ardel: Linde, 1998, p. 4.\n",
        encoding="utf-8",
    )
    return folder
