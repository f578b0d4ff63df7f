"""The commands on manuscripts, as they are run."""

import json

import jsonschema
import pytest

from argmap.cli.app import MANUSCRIPT

TEXT = """Chapter I. The River

The river runs, as A. Baker argued, “through the whole of the valley”.¹ It may have flooded in May 1643.²
Some 300 men came.³

¹ Ann Baker, *The Mills of the Valley*, London: Field Press, 1987, p. 12.

² Ibid., p. 14; Otto Evans, *Law*, Leeds: Press, 1999, p. 3.

³ Ibid., p. 4.

Bibliography

Baker, Ann, *The Mills of the Valley*, London: Field Press, 1987.

Dunn, Mary, *Flour and Water*, Leeds: Mill House, 2005.
"""
LISTING = ("notes", "citations", "sources", "quotes", "statements", "coverage", "draft")


@pytest.fixture
def root(project):
    return project(
        {
            "argmap.toml": 'title = "Mills"\n[parts]\nI = "Chapter I. The River"\n',
            "evidence/mine.yaml": "evidence:\n  own: {shows: It is so., form: record, cited: [I.1, I.9]}\n",
            "text.txt": TEXT,
        }
    )


@pytest.fixture
def manuscript(command, root):
    """Run a command on the text."""

    def run(name, *words):
        return command("manuscript", name, root / "text.txt", "--project", root, *words)

    return run


@pytest.mark.parametrize("name", LISTING)
def test_the_json_of_every_command_fits_its_schema(name, command, manuscript):
    printed = manuscript(name, "--format", "json")
    assert (printed.code, printed.err) == (0, "")
    schema = json.loads(command("schema", f"manuscript-{name}").out)
    jsonschema.validate(json.loads(printed.out), schema, cls=jsonschema.Draft202012Validator)


@pytest.mark.parametrize("name", LISTING)
def test_the_text_of_every_command_fits_the_terminal(name, manuscript, monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    printed = manuscript(name)
    assert (printed.code, printed.err) == (0, "")
    assert max(map(len, printed.out.splitlines())) <= 110
    assert "\x1b" not in printed.out


@pytest.mark.parametrize("name", MANUSCRIPT)
def test_every_command_has_help(name, command):
    assert command("manuscript", name, "--help").code == 0


def test_notes_are_listed(manuscript):
    notes = json.loads(manuscript("notes", "--format", "json").out)
    assert [(n["part"], n["number"], n["marker_line"], n["line"]) for n in notes] == [
        ("I", 1, 3, 6),
        ("I", 2, 3, 8),
        ("I", 3, 4, 10),
    ]
    assert "3 notes: I 3" in manuscript("notes").out


def test_citations_are_listed_with_their_works(manuscript):
    found = json.loads(manuscript("citations", "--format", "json").out)
    assert [(c["number"], c["entry"], c["locator"], c["review"]) for c in found] == [
        (1, "baker-1987", "12", False),
        (2, "baker-1987", "14", False),
        (2, None, "3", False),
        (3, None, "4", True),
    ]
    assert found[1]["refers_to"] == {"part": "I", "number": 1}
    assert [c["number"] for c in json.loads(manuscript("citations", "--review", "--format", "json").out)] == [
        3
    ]
    assert "4 citations, 2 with a work of the bibliography, 1 to review" in manuscript("citations").out


def test_sources_are_told_with_what_they_do_not_agree_on(manuscript):
    found = json.loads(manuscript("sources", "--format", "json").out)
    assert [(e["id"], e["cited"]) for e in found["entries"]] == [
        ("baker-1987", ["I.1", "I.2"]),
        ("dunn-2005", []),
    ]
    assert [d["kind"] for d in found["discrepancies"]] == [
        "cited-not-listed",
        "listed-never-cited",
        "ambiguous-ibid",
    ]
    assert "Cited but not in the bibliography (1)" in manuscript("sources").out


def test_statements_are_told(manuscript):
    found = json.loads(manuscript("statements", "--format", "json").out)
    assert found[0]["attributions"][0]["holders"] == ["A. Baker"]
    assert (found[1]["hedges"], found[1]["dates"]) == (["may"], ["1643-05"])
    assert found[2]["quantities"][0]["value"] == 300
    assert "1 say who holds something, 1 are hedged" in manuscript("statements").out


def test_coverage_is_told(manuscript):
    found = json.loads(manuscript("coverage", "--format", "json").out)
    assert (found["notes"], found["covered"], [u["note"] for u in found["unknown"]]) == (3, 1, ["I.9"])
    text = manuscript("coverage").out
    assert "1 of 3 notes stand in evidence (33%)" in text
    assert "own cites note I.9, which the text does not have" in text


def test_a_dry_draft_writes_nothing(manuscript, root):
    before = sorted(root.rglob("*"))
    assert manuscript("draft", "--dry-run").out.startswith("Would draft:")
    assert sorted(root.rglob("*")) == before


def test_a_second_draft_adds_nothing(manuscript):
    assert manuscript("draft").out.startswith("Drafted:")
    assert manuscript("draft").out == "Every note stands in evidence already: nothing to draft.\n"


@pytest.mark.parametrize("name", ["notes", "citations", "sources", "statements"])
def test_a_text_is_read_without_a_project(name, command, tmp_path, monkeypatch):
    (tmp_path / "text.txt").write_text(TEXT, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert command("manuscript", name, "text.txt").code == 0


@pytest.mark.parametrize("name", ["coverage", "draft"])
def test_what_needs_a_project_says_so(name, command, tmp_path, monkeypatch):
    (tmp_path / "text.txt").write_text(TEXT, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    printed = command("manuscript", name, "text.txt")
    assert printed.code == 2
    assert printed.err.startswith("argmap: ")


@pytest.mark.parametrize("name", LISTING)
@pytest.mark.parametrize("content", [None, b"", b"\x00\x01\x02" * 99])
def test_a_file_that_cannot_be_read_is_misuse(name, content, command, root):
    if content is not None:
        (root / "odd").write_bytes(content)
    printed = command("manuscript", name, root / "odd", "--project", root)
    assert (printed.code, printed.out) == (2, "")
    assert "odd" in printed.err
    assert "Traceback" not in printed.err


def test_an_unknown_format_is_misuse(command, root):
    printed = command("manuscript", "notes", root / "text.txt", "--from", "textt", "--project", root)
    assert printed.code == 2
    assert "text" in printed.err


@pytest.mark.parametrize("name", LISTING)
def test_a_text_without_notes_is_no_fault(name, command, root):
    (root / "plain.txt").write_text("[bold]Nothing[/] here :smile: is \\[noted].\n", encoding="utf-8")
    printed = command("manuscript", name, root / "plain.txt", "--project", root)
    assert (printed.code, printed.err) == (0, "")
