"""The short way to ``argmap find``: what it answers is what the long way answers, and it is short."""

import subprocess
import sys

import pytest

from argmap.cli.app import run
from argmap.cli.quick_find import quick_find, read_words

TOWN = {
    "argmap.toml": 'title = "War"\n',
    "claims/a.yaml": """\
claims:
  war-was-planned: {text: "The war was planned: \\x1b[31mred.", kind: thesis, for: [order]}
  army-moved: {text: The army moved to the border.}
evidence:
  order: {shows: An order sets the date of the war., form: record}
""",
}

USUAL = [
    ["war"],
    ["war", "planned"],
    ["the war"],
    ["pla*", "--kind", "claims"],
    ["war", "--kind=evidence", "--kind", "claims"],
    ["war", "--not", "planned"],
    ["war -planned"],
    ["a", "--limit", "1"],
    ["nothing-of-the-sort"],
    ["..."],
]


@pytest.fixture
def town(project, tmp_path, monkeypatch):
    monkeypatch.setenv("ARGMAP_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.setenv("NO_COLOR", "1")
    return project(TOWN)


@pytest.mark.parametrize("words", USUAL, ids=" ".join)
def test_both_ways_answer_the_same(town, capsys, words):
    asked = ["find", *words, "--project", str(town)]
    long = run(asked), *capsys.readouterr()
    assert (quick_find(asked), *capsys.readouterr()) == long
    assert "\x1b" not in long[1]


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["--help"],
        ["-speech"],
        ["war", "--limit"],
        ["war", "--lmit", "3"],
        ["war", "--limit", "3", "--limit", "4"],
        ["war", "--"],
        [""],
    ],
    ids=str,
)
def test_what_is_unusual_is_left_to_the_long_way(words):
    assert read_words(words) is None
    assert quick_find(["find", *words]) is None


@pytest.mark.parametrize(
    "words", [["--limit", "0"], ["--limit", "x"], ["--kind", "dogs"], ["--format", "json"], ["--format", "x"]]
)
def test_values_that_need_a_word_are_left_to_the_long_way(town, words):
    run(["find", "war", "--project", str(town)])
    assert quick_find(["find", "war", "--project", str(town), *words]) is None


def test_an_index_that_is_not_there_or_stale_is_left_to_the_long_way(town, capsys):
    asked = ["find", "war", "--project", str(town)]
    assert quick_find(asked) is None
    run(asked)
    assert quick_find(asked) == 0
    (town / "claims" / "b.yaml").write_text("claims: {b: {text: Another war.}}\n", "utf-8")
    assert quick_find(asked) is None
    assert quick_find(["find", "war", "--project", str(town / "nowhere")]) is None


def test_a_search_imports_neither_typer_nor_pydantic(town):
    run(["find", "war", "--project", str(town)])
    program = "import sys; from argmap.cli.quick_find import quick_find as q; code = q(sys.argv[1:]); "
    program += (
        "print(code, sorted({'typer', 'pydantic', 'inspect', 'pathlib', 'yaml_rs'} & set(sys.modules)))"
    )
    words = [sys.executable, "-S", "-c", f"import sys; sys.path[:] = {sys.path!r}; {program}"]
    told = subprocess.run(
        [*words, "find", "war", "--project", str(town)], capture_output=True, text=True, check=True
    )
    assert told.stdout.splitlines()[-1] == "0 []"


def test_files_at_rest_are_not_read_again(town, monkeypatch):
    from argmap.search import kept

    run(["find", "war", "--project", str(town)])
    later = kept.time.time_ns() + 5_000_000_000
    monkeypatch.setattr(kept.time, "time_ns", lambda: later)
    asked = ["find", "war", "--project", str(town)]
    assert quick_find(asked) == 0
    monkeypatch.setattr(kept, "content_name", lambda *_: pytest.fail("the files were read"))
    assert quick_find(asked) == 0
