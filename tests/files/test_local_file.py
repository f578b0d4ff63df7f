"""Where texts lie on this machine."""

import pytest

from argmap.files.local_file import LOCAL_FILE, read_local
from argmap.model.errors import SettingsError
from argmap.model.settings import Settings


def test_a_manuscript_that_is_a_file_of_the_project_needs_no_local_file(tmp_path):
    (tmp_path / "book.md").write_text("Text.")
    found = read_local(tmp_path, Settings(manuscripts=("book.md", "A Book, 1999")))
    assert found.manuscripts == {"book.md": tmp_path / "book.md"}
    assert not found.sources


def test_the_local_file_adds_manuscripts_and_texts_of_sources(tmp_path):
    (tmp_path / LOCAL_FILE).write_text('manuscripts = "../book.txt"\n[texts]\nmoor-1961 = "moor.pdf"\n')
    found = read_local(tmp_path, Settings())
    assert found.manuscripts == {"../book.txt": tmp_path / "../book.txt"}
    assert found.sources == {"moor-1961": tmp_path / "moor.pdf"}


def test_a_manuscript_may_be_given_a_name_for_messages(tmp_path):
    (tmp_path / LOCAL_FILE).write_text('[manuscripts]\nthesis = "../book.txt"\n')
    assert read_local(tmp_path, Settings()).manuscripts == {"thesis": tmp_path / "../book.txt"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("manuscripts = [", "argmap.local.toml: "),
        ("manuscript = 'x'", "there is no setting 'manuscript'"),
        ("manuscripts = [1]", "'manuscripts' is a list of files"),
        ("texts = ['x']", "'texts' gives a file to each id"),
        ("[texts]\na = 1", "'texts' gives a file to each id"),
    ],
)
def test_a_local_file_that_does_not_fit_is_refused(tmp_path, text, said):
    (tmp_path / LOCAL_FILE).write_text(text)
    with pytest.raises(SettingsError, match=said.replace("(", r"\(")):
        read_local(tmp_path, Settings())


def test_a_broken_local_file_ends_the_check_with_one_message(project, command):
    root = project({"claims/a.yaml": "claims: {c: {text: It rained.}}"})
    (root / LOCAL_FILE).write_text("manuscripts = [")
    done = command("check", root)
    assert done.code == 2
    assert done.err.startswith("argmap: argmap.local.toml: ")


def test_a_manuscript_that_cannot_be_read_leaves_its_rules_unchecked(project, command):
    root = project({"claims/a.yaml": "claims: {c: {text: It rained.}}"})
    (root / LOCAL_FILE).write_text("manuscripts = ['nowhere.txt']")
    printed = command("check", root, "--format", "concise").out
    assert "ambiguous-ibid" in printed
    assert "cannot read" in printed
