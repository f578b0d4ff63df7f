"""Folders: found, listed, read and written."""

import gc
import os
import subprocess
import sys
from pathlib import Path

import pytest

from argmap.files import project
from argmap.files.atomic import write_bytes, write_text
from argmap.files.project import find_root, parse_file, project_files, read_bytes, read_project
from argmap.model.errors import ProjectNotFoundError, UnreadableError
from argmap.model.finding import Severity


def make(root: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    return root


SMALL = {
    "claims/b.yaml": "claims: {b: {text: x}}",
    "claims/deep/a.yml": "claims: {a: {text: x}}",
    "evidence/e.yaml": "evidence: {e: {shows: x, source: s}}",
    "evidence/s.json": '[{"id": "s", "title": "x"}]',
    "evidence/t.bib": "@book{t, title={x}}",
    "claims/.hidden.yaml": "x",
    "claims/.git/x.yaml": "x",
    "claims/readme.md": "x",
    "claims/s.json": "x",
    "other/c.yaml": "x",
}


def test_a_project_is_read_from_its_folders(tmp_path):
    found = read_project(make(tmp_path, SMALL))
    assert found.faults == ()
    assert (list(found.claims), list(found.evidence), list(found.sources)) == (["a", "b"], ["e"], ["s", "t"])
    assert found.files["claims", "a"] == "claims/deep/a.yml"
    assert project_files(tmp_path) == [
        "claims/b.yaml",
        "claims/deep/a.yml",
        "evidence/e.yaml",
        "evidence/s.json",
        "evidence/t.bib",
    ]


def test_a_project_without_files_is_empty_and_says_so(tmp_path):
    found = read_project(tmp_path)
    assert [(f.rule, f.severity) for f in found.faults] == [("empty-project", Severity.ERROR)]
    assert dict(found.claims) == {}


@pytest.mark.parametrize(
    "files",
    [
        {"argmap.toml": ""},
        {"pyproject.toml": "[project]\nname = 'x'\n[tool.argmap]\ntitle = 'x'\n"},
        {"pyproject.toml": "[tool.argmap.rules]\n"},
        {"claims/a.yaml": "", "evidence/a.yaml": ""},
    ],
)
def test_the_root_is_found_upwards(tmp_path, files):
    make(tmp_path, {**files, "claims/deep/er/a.yaml": ""})
    assert find_root(tmp_path) == tmp_path
    assert find_root(tmp_path / "claims" / "deep" / "er") == tmp_path
    assert find_root(tmp_path / "claims" / "deep" / "er" / "a.yaml") == tmp_path


def test_one_of_the_two_folders_is_enough_where_nothing_else_is_found(tmp_path):
    make(tmp_path, {"alone/claims/a.yaml": "", "whole/argmap.toml": "", "whole/claims/evidence/x.yaml": ""})
    assert find_root(tmp_path / "alone") == tmp_path / "alone"
    assert find_root(tmp_path / "whole" / "claims") == tmp_path / "whole"


def test_without_a_root_the_error_says_what_makes_one(tmp_path):
    make(tmp_path, {"pyproject.toml": "[tool.ruff]", "x/y.txt": ""})
    with pytest.raises(ProjectNotFoundError, match=r"argmap\.toml.*claims and evidence.*argmap new"):
        find_root(tmp_path / "x")
    with pytest.raises(ProjectNotFoundError, match="there is no folder"):
        find_root(tmp_path / "missing")
    with pytest.raises(ProjectNotFoundError, match="there is no folder"):
        read_project(tmp_path / "missing")


def test_links_out_of_the_project_are_not_followed(tmp_path):
    inner = make(tmp_path / "p", SMALL)
    make(tmp_path, {"secret/x.yaml": "claims: {secret: {text: x}}"})
    (inner / "claims" / "link.yaml").symlink_to(tmp_path / "secret" / "x.yaml")
    (inner / "claims" / "linked").symlink_to(tmp_path / "secret")
    (inner / "claims" / "loop").symlink_to(inner / "claims")
    (inner / "claims" / "same.yaml").symlink_to(inner / "claims" / "b.yaml")
    (inner / "claims" / "gone.yaml").symlink_to(inner / "nowhere.yaml")
    found = read_project(inner)
    assert "secret" not in found.claims
    assert [(f.spot.file, f.severity) for f in found.faults if "leads out" in f.message] == [
        ("claims/link.yaml", Severity.WARNING),
        ("claims/linked", Severity.WARNING),
    ]
    assert "claims/same.yaml" in project_files(inner)


def test_a_pipe_is_not_waited_for(tmp_path):
    make(tmp_path, SMALL)
    os.mkfifo(tmp_path / "claims" / "pipe.yaml")
    assert "claims/pipe.yaml" not in project_files(tmp_path)


def test_a_name_that_is_no_text_is_a_fault(tmp_path):
    make(tmp_path, SMALL)
    try:
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/claims/\xff.yaml")).touch()
    except OSError:
        pytest.skip("the file system takes no such name")
    (fault,) = read_project(tmp_path).faults
    assert (fault.rule, fault.message) == ("unreadable-file", "the file's name is not UTF-8")


def test_a_folder_without_permission_is_a_fault(tmp_path, monkeypatch):
    make(tmp_path, SMALL)
    real = os.scandir

    def refuse(path):
        if Path(path).name == "deep":
            raise PermissionError(13, "Permission denied", str(path))
        return real(path)

    monkeypatch.setattr(project.os, "scandir", refuse)
    found = read_project(tmp_path)
    assert [(f.rule, f.spot.file) for f in found.faults] == [("unreadable-file", "claims/deep/")]
    assert list(found.claims) == ["b"]


def test_a_file_without_permission_is_a_fault(tmp_path, monkeypatch):
    make(tmp_path, SMALL)
    real = Path.open

    def refuse(self, *args, **kwargs):
        if self.name == "b.yaml":
            raise PermissionError(13, "Permission denied", str(self))
        return real(self, *args, **kwargs)

    monkeypatch.setattr(Path, "open", refuse)
    found = read_project(tmp_path)
    assert [f.message for f in found.faults] == ["the file cannot be read: Permission denied"]
    assert list(found.claims) == ["a"]


def test_a_file_too_large_is_refused_unread(tmp_path, monkeypatch):
    make(tmp_path, SMALL)
    monkeypatch.setattr(project, "LARGEST", 10)
    assert {f.rule for f in read_project(tmp_path).faults} == {"unreadable-file"}


@pytest.mark.parametrize("file", ["../x", "/etc/passwd", "claims/../../x"])
def test_nothing_outside_the_project_is_read(tmp_path, file):
    with pytest.raises(UnreadableError, match="outside the project"):
        read_bytes(tmp_path, file)


def test_files_are_read_by_their_suffix():
    assert list(parse_file("a.YAML", b"claims: {a: {text: x}}").claims) == ["a"]
    assert list(parse_file("a.json", b'[{"id": "a", "title": "x"}]').sources) == ["a"]
    assert list(parse_file("a.bib", b"@book{a, title={x}}").sources) == ["a"]


def test_the_collector_is_on_again_after_reading(tmp_path):
    read_project(make(tmp_path, SMALL))
    assert gc.isenabled()


def test_the_same_files_give_the_same_project(tmp_path):
    make(tmp_path, SMALL)
    assert read_project(tmp_path) == read_project(tmp_path)


def test_importing_the_reader_is_cheap():
    code = "import argmap.files.project, argmap.files.positions, sys; print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout.split()
    heavy = {
        "yaml",
        "bibtexparser",
        "pylatexenc",
        "rapidfuzz",
        "jsonschema",
        "tomllib",
        "hypothesis",
        "ruamel",
    }
    assert not heavy & set(loaded)


def test_writing_replaces_a_file_whole_and_keeps_its_mode(tmp_path):
    path = tmp_path / "a.yaml"
    write_text(path, "é\n")
    assert path.read_bytes() == "é\n".encode()
    path.chmod(0o640)
    write_bytes(path, b"new")
    assert (path.read_bytes(), path.stat().st_mode & 0o777) == (b"new", 0o640)
    (tmp_path / "link").symlink_to(path)
    write_text(tmp_path / "link", "through")
    assert path.read_text() == "through"
    assert (tmp_path / "link").is_symlink()
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a.yaml", "link"]


def test_a_failed_write_leaves_the_old_file_and_no_other(tmp_path, monkeypatch):
    path = tmp_path / "a.yaml"
    path.write_text("old")

    def refuse(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", refuse)
    with pytest.raises(UnreadableError, match="No space left"):
        write_text(path, "new")
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]
    with pytest.raises(UnreadableError, match="cannot write"):
        write_text(tmp_path / "missing" / "a", "x")
