"""The index that is kept: used only for the same bytes, made anew where it is stale or spoilt."""

from pathlib import Path

import pytest

from argmap.files.kept import kept_folder
from argmap.search.cache import find
from argmap.search.entry import Entry
from argmap.search.query import parse_query

TOWN = {"claims/a.yaml": "claims: {a: {text: The war began.}}\n", "argmap.toml": 'title = "War"\n'}


@pytest.fixture
def town(project, tmp_path, monkeypatch) -> Path:
    monkeypatch.setenv("ARGMAP_CACHE_DIR", str(tmp_path / "cache"))
    return project(TOWN)


class Entries:
    """Gives one record, and counts how often it was asked."""

    def __init__(self) -> None:
        self.asked = 0

    def __call__(self) -> list[Entry]:
        self.asked += 1
        return [Entry("claims/a.html", "claim", "The war began.", key="a")]


def search(root: Path, entries: Entries, **more: object) -> int:
    return find(root, entries, parse_query("war"), **more).number


def kept() -> Path:
    (file,) = Path(kept_folder()).iterdir()
    return file


def test_an_index_is_made_once_while_nothing_changes(town):
    entries = Entries()
    assert [search(town, entries), search(town, entries)] == [1, 1]
    assert entries.asked == 1
    assert not (town / ".argmap").exists()


@pytest.mark.parametrize("name", ["claims/a.yaml", "argmap.toml", "argmap.local.toml", "claims/new.yaml"])
def test_any_other_byte_makes_it_anew(town, name):
    entries = Entries()
    search(town, entries)
    with (town / name).open("a", encoding="utf-8") as stream:
        stream.write("# more\n")
    search(town, entries)
    assert entries.asked == 2


def test_the_same_size_and_time_do_not_hide_a_change(town):
    import os

    entries = Entries()
    search(town, entries)
    file = town / "claims/a.yaml"
    stat = file.stat()
    file.write_text(file.read_text("utf-8").replace("war", "row"), "utf-8")
    os.utime(file, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    search(town, entries)
    assert entries.asked == 2


def test_a_manuscript_outside_the_project_counts_too(town, tmp_path):
    text = tmp_path / "thesis.txt"
    text.write_text("One.", "utf-8")
    (town / "argmap.local.toml").write_text('manuscripts = ["../thesis.txt"]\n', "utf-8")
    entries = Entries()
    search(town, entries)
    search(town, entries)
    assert entries.asked == 1
    text.write_text("Two.", "utf-8")
    search(town, entries)
    assert entries.asked == 2


def test_a_manuscript_that_turns_up_counts_too(town):
    (town / "argmap.toml").write_text('manuscripts = ["thesis.txt"]\n', "utf-8")
    entries = Entries()
    search(town, entries)
    (town / "thesis.txt").write_text("One.", "utf-8")
    search(town, entries)
    assert entries.asked == 2


def test_another_version_makes_it_anew(town):
    entries = Entries()
    search(town, entries, version="1")
    search(town, entries, version="2")
    assert entries.asked == 2


@pytest.mark.parametrize("cut", [0, 10, 5000])
def test_a_spoilt_index_is_made_anew(town, cut):
    entries = Entries()
    search(town, entries)
    kept().write_bytes(kept().read_bytes()[:cut])
    assert search(town, entries) == 1
    assert entries.asked == 2


def test_an_index_of_nonsense_is_made_anew(town):
    entries = Entries()
    search(town, entries)
    kept().write_bytes(b"SQLite format 3\0" + b"\xff" * 9000)
    assert search(town, entries) == 1


def test_without_a_place_to_keep_it_the_index_is_made_each_time(town, monkeypatch, tmp_path):
    (tmp_path / "file").write_text("", "utf-8")
    monkeypatch.setenv("ARGMAP_CACHE_DIR", str(tmp_path / "file" / "cache"))
    entries = Entries()
    assert [search(town, entries), search(town, entries)] == [1, 1]
    assert entries.asked == 2
