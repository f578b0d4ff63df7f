"""The short way to ``argmap check`` prints what the long way prints, and nothing that is out of date."""

import json
import os
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from argmap.cli import quick
from argmap.cli.app import run
from argmap.cli.quick import quick_check
from argmap.files import kept, state
from argmap.files.local_file import LOCAL_FILE
from argmap.manuscript.receipt_file import RECEIPTS_FILE
from argmap.model.reviews import REVIEWS_FILE
from argmap.rules.found import BASELINE_FILE

CLAIM = "claims: {a: {text: The store burnt down in the night., for: [ash]}}\n"
ASH = "evidence: {ash: {shows: Ash lay where the store had been.}}\n"
FILES: dict[str, str | bytes] = {
    "argmap.toml": "title = 'A'\n",
    "claims/a.yaml": CLAIM,
    "evidence/a.yaml": ASH,
}


@dataclass(frozen=True)
class Answer:
    """What the short way gave back."""

    code: int
    out: str
    err: str
    kept: bool
    """Whether it was printed before."""


class _LeftError(BaseException):
    pass


@pytest.fixture
def short(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    """Run ``argmap check`` the short way, with a cache of its own."""

    def leave(code: int) -> None:
        raise _LeftError(code)

    monkeypatch.setenv("ARGMAP_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.setattr(quick, "leave", leave)
    monkeypatch.setattr(quick, "_SETTLED", -(10**18))
    monkeypatch.setattr(state, "surroundings", lambda: b"here")

    def run_check(*words: object) -> Answer:
        capsys.readouterr()
        try:
            code, was_kept = quick_check(["check", *map(str, words)]), False
        except _LeftError as left:
            code, was_kept = left.args[0], True
        printed = capsys.readouterr()
        assert code is not None
        return Answer(code, printed.out, printed.err, was_kept)

    return run_check


# what is printed


def test_an_unchanged_project_is_answered_with_the_same_bytes_and_the_same_code(short, project, command):
    root = project(FILES)
    first, second = short(root), short(root)
    long = command("check", root)
    assert (first.kept, second.kept) == (False, True)
    assert (first.code, first.out, first.err) == (second.code, second.out, second.err)
    assert (long.code, long.out, long.err) == (first.code, first.out, first.err)


def test_the_code_of_a_failing_check_is_kept(short, project):
    root = project(FILES | {"claims/b.yaml": "claims: {b: {text: It is., for: [nobody]}}\n"})
    assert [short(root).code for _ in range(2)] == [1, 1]
    assert short(root, "--fail-on", "never").code == 0


def test_each_set_of_options_has_its_own_answer(short, project):
    root = project(FILES)
    printed = {form: short(root, "--format", form).out for form in ("full", "json", "sarif")}
    again = {form: short(root, "--format", form) for form in printed}
    assert {form: answer.out for form, answer in again.items()} == printed
    assert all(answer.kept for answer in again.values())
    assert not short(root, "--select", "wording").kept


def test_colour_has_its_own_answer(short, project, monkeypatch):
    root = project(FILES)
    plain = short(root)
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert short(root).out != plain.out
    assert short(root).kept


@pytest.mark.parametrize("option", ["--no-cache", "--diff", "--fix", "--unsafe-fixes"])
def test_what_asks_for_more_is_done_anew(short, project, option):
    root = project(FILES)
    assert not any(short(root, option).kept for _ in range(2))


def test_what_a_process_need_not_put_away_is_handed_over(project, capsys):
    alive: list[object] = []
    code = quick_check(["check", "--no-cache", str(project(FILES))], alive)
    assert code == 0
    assert capsys.readouterr().out
    assert [type(each).__name__ for each in alive] == ["ProjectParts", "Case", "Audit"]


def test_a_check_writes_nothing_into_the_project(short, project):
    root = project(FILES)
    before = sorted(root.rglob("*"))
    short(root)
    short(root)
    assert sorted(root.rglob("*")) == before


OTHER = CLAIM.replace("night", "light")
CHANGES: dict[str, Callable[[Path], object]] = {
    "an edit of the same length": lambda root: (root / "claims/a.yaml").write_text(
        CLAIM.replace("night", "light")
    ),
    "a new file": lambda root: (root / "claims/b.yaml").write_text("claims: {}\n"),
    "a new name": lambda root: (root / "claims/a.yaml").rename(root / "claims/b.yaml"),
    "a file less": lambda root: (root / "evidence/a.yaml").unlink(),
    "other settings": lambda root: (root / "argmap.toml").write_text("title = 'B'\n"),
    "settings less": lambda root: (root / "argmap.toml").unlink(),
    "local settings": lambda root: (root / LOCAL_FILE).write_text(""),
    "reviews": lambda root: (root / REVIEWS_FILE).write_text("reviews: {}\n"),
    "receipts": lambda root: (root / RECEIPTS_FILE).write_text("[]"),
    "a baseline": lambda root: (root / BASELINE_FILE).write_text("{}"),
    "a folder that leads out": lambda root: (root / "claims/out").symlink_to(root.parent, True),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_a_changed_project_is_checked_anew(short, project, change):
    root = project(FILES)
    short(root)
    assert short(root).kept
    change(root)
    assert not short(root).kept


def test_a_file_that_was_only_touched_has_not_changed(short, project):
    root = project(FILES)
    short(root)
    os.utime(root / "claims/a.yaml")
    assert short(root).kept


def test_every_file_of_the_project_that_is_read_is_looked_at():
    named = {LOCAL_FILE, REVIEWS_FILE, RECEIPTS_FILE, BASELINE_FILE, "argmap.toml", "pyproject.toml"}
    assert named == set(state.OWN_FILES)


def test_a_text_outside_the_project_counts(short, project, tmp_path):
    text = tmp_path / "text.txt"
    text.write_text("The store burnt down.\n")
    root = project(FILES | {LOCAL_FILE: f"[texts]\nkim = {json.dumps(str(text))}\n"})
    short(root)
    assert short(root).kept
    text.write_text("The store stood still.\n")
    assert not short(root).kept
    assert short(root).kept
    text.unlink()
    assert not short(root).kept


def test_a_manuscript_that_turns_up_counts(short, project):
    root = project(FILES | {"argmap.toml": "title = 'A'\nmanuscripts = ['book.md']\n"})
    short(root)
    assert short(root).kept
    (root / "book.md").write_text("# A book\n\nIt burnt down.\n")
    assert not short(root).kept


def test_a_baseline_that_the_options_name_counts(short, project, tmp_path):
    root, file = project(FILES), tmp_path / "base.json"
    file.write_text('{"version": 1, "counts": {}}')
    first = short(root, "--baseline", file)
    file.write_text('{"version": 1, "counts":  {}}')
    assert not short(root, "--baseline", file).kept
    assert first.err == short(root, "--baseline", file).err


def test_another_argmap_checks_anew(short, project, monkeypatch):
    root = project(FILES)
    short(root)
    monkeypatch.setattr(state, "marks", lambda paths: (b"other", 0))
    assert not short(root).kept


def test_another_environment_checks_anew(short, project, monkeypatch):
    root = project(FILES)
    short(root)
    monkeypatch.setattr(state, "surroundings", lambda: b"elsewhere")
    assert not short(root).kept


def test_what_is_installed_is_part_of_the_environment(tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "path", [*sys.path, str(tmp_path)])
    before = state.surroundings()
    assert state.surroundings() == before
    (tmp_path / "plugin.dist-info").mkdir()
    os.utime(tmp_path, (1, 1))
    assert state.surroundings() != before


def test_a_project_that_changes_during_the_check_is_not_kept(short, project, monkeypatch):
    root = project(FILES)
    before = kept.find

    def meddle(key: bytes) -> object:
        (root / "claims/a.yaml").write_text(OTHER)
        return before(key)

    monkeypatch.setattr(kept, "find", meddle)
    short(root)
    assert not list((root.parent / "cache").glob("*"))


@pytest.mark.skipif(sys.platform == "win32", reason="files are read again there")
def test_files_that_have_been_at_rest_are_not_read_again_after_the_check(short, project, monkeypatch):
    monkeypatch.setattr(state, "_TICK", -(10**18))
    root, reads = project(FILES), []
    before = state.project_state
    monkeypatch.setattr(state, "project_state", lambda *asked: reads.append(asked) or before(*asked))
    assert [short(root).kept for _ in range(2)] == [False, True]
    assert len(reads) == 2


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_what_was_at_rest_and_changes_during_the_check_is_not_kept(short, project, monkeypatch, change):
    monkeypatch.setattr(state, "_TICK", -(10**18))
    root, before = project(FILES), kept.find
    os.utime(root / "claims/a.yaml", (10**9, 10**9))

    def meddle(key: bytes) -> object:
        change(root)
        if (root / "claims/a.yaml").exists():
            os.utime(root / "claims/a.yaml", (10**9, 10**9))
        return before(key)

    monkeypatch.setattr(kept, "find", meddle)
    time.sleep(0.02)  # longer than the clock of a disk stands still
    short(root)
    assert not list((root.parent / "cache").glob("*"))


def test_a_text_written_a_moment_ago_is_not_trusted(short, project, monkeypatch):
    monkeypatch.setattr(quick, "_SETTLED", 10**18)
    root = project(FILES)
    assert not any(short(root).kept for _ in range(2))


# the file that keeps it


def test_a_spoilt_file_is_made_anew(short, project):
    root = project(FILES)
    right = short(root).out
    Path(kept.kept_file()).write_bytes(b"not a database at all, " * 500)
    assert [short(root).kept for _ in range(3)] == [False, False, True]
    assert short(root).out == right


def test_values_of_another_kind_are_not_used(short, project):
    root = project(FILES)
    short(root)
    with sqlite3.connect(kept.kept_file()) as database:
        database.execute("UPDATE printed SET out = x'00ff'")
    database.close()
    assert not short(root).kept


def test_a_locked_file_costs_nothing_but_time(short, project, monkeypatch):
    monkeypatch.setattr(kept, "_WAIT", 0.01)
    root = project(FILES)
    right = short(root).out
    database = sqlite3.connect(kept.kept_file(), isolation_level=None)
    database.execute("BEGIN EXCLUSIVE")
    answer = short(root)
    database.close()
    assert (answer.out, answer.err, answer.kept) == (right, "", False)


def test_a_folder_that_cannot_be_made_costs_nothing_but_time(short, project, tmp_path, monkeypatch):
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("ARGMAP_CACHE_DIR", str(tmp_path / "file" / "cache"))
    assert [short(project(FILES)).err for _ in range(2)] == ["", ""]


def test_what_is_kept_does_not_grow_without_end(short, project, monkeypatch):
    root = project(FILES)
    monkeypatch.setattr(kept, "WHOLE", 3 * len(short(root, "--format", "json").out))
    for number in range(20):
        (root / "argmap.toml").write_text(f"title = 'number {number:2}'\n")
        assert not short(root, "--format", "json").kept
    with sqlite3.connect(kept.kept_file()) as database:
        count, held = database.execute("SELECT count(*), sum(length(out)) FROM printed").fetchone()
    database.close()
    assert 1 <= count <= 4
    assert held <= kept.WHOLE
    assert short(root, "--format", "json").kept


# in processes of their own

ANSWER = "from argmap.cli import main; main()"
OPENED = """
import sys
opened = []
sys.addaudithook(lambda event, values: opened.append(values[0]) if event == "open" else None)
import argmap.cli.quick as quick, atexit, json, os
quick.quick_check(["check", *sys.argv[1:]])
print(json.dumps([os.path.abspath(name) for name in opened if isinstance(name, str)]), file=sys.stderr)
"""


def _process(code: str, *words: object, cache: Path) -> "subprocess.Popen[str]":
    told = [sys.executable, "-X", "importtime", "-c", code, *map(str, words)]
    environment = {**os.environ, "ARGMAP_CACHE_DIR": str(cache)}
    return subprocess.Popen(
        told, env=environment, text=True, encoding="utf-8", stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )


def test_two_processes_at_once_print_what_one_prints(project, command, tmp_path):
    root = project(FILES)
    right = command("check", root).out
    for _ in range(2):
        both = [_process(ANSWER, "check", root, cache=tmp_path / "cache") for _ in range(3)]
        assert [one.communicate(timeout=120)[0] for one in both] == [right] * 3


def test_an_answer_imports_next_to_nothing(project, tmp_path):
    root = project(FILES)
    for _ in range(3):  # the first may have to wait until its own modules have been at rest
        told = _process(ANSWER, "check", root, cache=tmp_path / "cache").communicate(timeout=120)[1]
        imported = {line.rpartition("|")[2].strip() for line in told.splitlines()}
    assert "_sqlite3" in imported
    assert not imported & {"typer", "pydantic", "yaml_rs", "pathlib", "typing", "re", "argmap.cli.checking"}


def test_every_file_that_a_check_opens_is_looked_at(project, tmp_path):
    text = tmp_path / "text.txt"
    text.write_text("The store burnt down in the night.\n")
    quote = "evidence: {ash: {shows: Ash., source: kim, quote: {exact: burnt down in the night}}}\n"
    own = {
        "evidence/a.yaml": quote,
        "evidence/s.json": '[{"id": "kim", "type": "book", "title": "Ash"}]',
        "argmap.toml": "manuscripts = ['book.md']\n",
        "book.md": "# A book\n\nIt “burnt down in the night”.[^1]\n\n[^1]: Kim, *Ash*, p. 1.\n",
        LOCAL_FILE: f"[texts]\nkim = {json.dumps(str(text))}\n",
        REVIEWS_FILE: "reviews: {}\n",
        RECEIPTS_FILE: "[]",
        BASELINE_FILE: '{"version": 1, "counts": {}}',
    }
    root = project(FILES | own)
    told = _process(OPENED, root, cache=tmp_path / "cache").communicate(timeout=120)[1]
    opened = {Path(name) for name in json.loads(told.splitlines()[-1])}
    mine = {path for path in opened if path.is_relative_to(tmp_path) and path.parent.name != "cache"}
    seen = {root / name for name in (*state.OWN_FILES, *FILES, *own)} | {text}
    assert {text, root / "book.md", root / "claims/a.yaml"} <= mine
    assert mine <= seen


def test_a_missing_folder_is_told_the_same_way(short, command, tmp_path):
    words = [tmp_path / "missing"]
    assert short(*words).err == command("check", *words).err
    assert run(["check", str(words[0])]) == short(*words).code == 2
