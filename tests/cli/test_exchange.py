import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from argmap.files.project import read_project
from exchange_samples import AIF, ARGDOWN, SADFACE

Command = Callable[..., Any]

SMALL = {
    "argmap.toml": 'title = "The fire"\n',
    "claims/a.yaml": "claims: {fire-began: {text: It burnt., for: [oven]}, oven: {text: Hot.}}\n",
}


@pytest.fixture
def nodeset(tmp_path: Path) -> Path:
    path = tmp_path / "My Nodeset.json"
    path.write_text(AIF)
    return path


def test_import_makes_a_project_that_has_no_faults_of_files(command, nodeset, tmp_path):
    done = command("import", nodeset, "--into", tmp_path / "new")
    assert done.code == 0
    assert done.out.startswith("made argmap.toml\nmade claims/claims.yaml\nnext: argmap check ")
    assert "kept: 2 CA, 1 RA, 1 YA, 5 claim, 1 scholar" in done.err
    assert "dropped edge 99 → 1: there is no node '99'" in done.err
    checked = json.loads(
        command("check", "-p", tmp_path / "new", "--select", "files", "--format", "json").out
    )
    assert checked["findings"] == []


def test_the_report_of_an_import_is_json_on_request(command: Command, nodeset: Path, tmp_path: Path) -> None:
    done = command("import", nodeset, "--into", tmp_path / "new", "--format", "json")
    told = json.loads(done.out)
    assert done.err == ""
    assert told["files"] == ["argmap.toml", "claims/claims.yaml"]
    assert told["loss"]["kept"]["claim"] == 5
    assert told["loss"]["dropped"] == {"L": 1, "TA": 1, "edge": 2, "node": 1}
    assert told["loss"]["ids"]["1"] == "the-fire-began-in-the-bakery"
    assert {"fate": "dropped", "type": "TA", "id": "22", "why": "dialogue has no place in a map"} in told[
        "loss"
    ]["losses"]


def test_a_dry_run_writes_nothing(command: Command, nodeset: Path, tmp_path: Path) -> None:
    done = command("import", nodeset, "--into", tmp_path / "new", "--dry-run")
    assert done.code == 0
    assert done.out == "would make argmap.toml\nwould make claims/claims.yaml\n"
    assert not (tmp_path / "new").exists()
    assert command("import", nodeset, "--dry-run").code == 0


def test_an_import_joins_a_project_without_touching_its_files(
    command: Command, project: Callable[..., Path], tmp_path: Path
) -> None:
    root = project(SMALL)
    before = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
    file = tmp_path / "More.argdown"
    file.write_text("[Fire began]: Once more.\n    + [oven]: Cold.\n")
    done = command("import", file, "--into", root)
    assert done.code == 0
    assert {path: path.read_bytes() for path in before} == before
    found = read_project(root)
    assert not found.faults
    assert not found.duplicates
    assert found.claims["fire-began-2"].pro[0].premises == ("oven-2",)
    assert found.settings.title == "The fire"
    assert "changed claim.id fire-began: taken in the project; it became 'fire-began-2'" in done.err
    assert command("import", file, "--into", root).out.startswith("made claims/more-2.yaml\n")


def test_a_bibliography_imported_twice_is_there_once(
    command: Command, project: Callable[..., Path], tmp_path: Path
) -> None:
    root = project({**SMALL, "evidence/b.json": '[{"id": "kim-1950", "type": "book", "title": "Fire"}]'})
    from argmap.exchange.arriving import bring
    from argmap.exchange.building import MapBuilder

    new = MapBuilder()
    new.source("kim-1950", {"type": "book", "title": "Fire"})
    new.source("lee-1951", {"type": "book", "title": "Water"})
    new.evidence("e1", "It burnt.", source="kim-1950", kind="letter")
    bring(new.build(), root, "more")
    found = read_project(root)
    assert found.sources.keys() == {"kim-1950", "lee-1951"}
    assert found.evidence["e1"].source == "kim-1950"
    assert not found.duplicates


def test_a_folder_that_holds_something_else_is_left_alone(
    command: Command, nodeset: Path, tmp_path: Path
) -> None:
    done = command("import", nodeset, "--into", tmp_path)
    assert done.code == 2
    assert "neither empty nor an argmap project" in done.err
    assert [path.name for path in tmp_path.iterdir()] == ["My Nodeset.json"]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"Some prose.", "is in no format that argmap knows"),
        (b"", "is empty"),
        (b"[" * 100_000, "nested too deeply"),
        (b'{"nodes": [], "edges": [], "locutions": []}', "nothing in"),
    ],
)
def test_what_cannot_be_imported_ends_in_one_message(
    command: Command, tmp_path: Path, content: bytes, message: str
) -> None:
    (tmp_path / "a.json").write_bytes(content)
    done = command("import", tmp_path / "a.json", "--into", tmp_path / "new")
    assert (done.code, done.out) == (2, "")
    assert message in done.err
    assert done.err.count("\n") == 1
    assert not (tmp_path / "new").exists()


def test_an_import_needs_a_file_that_is_there_a_folder_and_a_known_format(
    command: Command, nodeset: Path
) -> None:
    assert command("import").code == 2
    assert "name the folder" in command("import", nodeset).err
    assert "did you mean 'aif'" in command("import", nodeset, "--from", "aiff", "--dry-run").err
    assert "cannot read" in command("import", nodeset.parent / "no.json", "--dry-run").err
    assert "cannot read" in command("import", nodeset.parent, "--dry-run").err


@pytest.mark.parametrize("name", ["import", "export", "convert"])
def test_formats_are_listed(command: Command, name: str) -> None:
    done = command(name, "--formats")
    assert done.code == 0
    assert "argdown" in done.out
    assert "sadface" in done.out


def test_json_goes_out_as_before(command: Command, project: Callable[..., Path], tmp_path: Path) -> None:
    root = project(SMALL)
    printed = command("export", "json", "-p", root)
    assert (printed.code, printed.err) == (0, "")
    assert command("export", "json", "-p", root, "--out", tmp_path / "a.json").out == ""
    assert (tmp_path / "a.json").read_text() == printed.out
    assert json.loads(printed.out)["claims"]["fire-began"]["for"] == [{"from": ["oven"]}]


def test_a_map_goes_out_with_a_report_of_what_is_lost(command: Command, project: Callable[..., Path]) -> None:
    root = project({**SMALL, "claims/b.yaml": "claims: {c: {text: So., kind: causal}}"})
    done = command("export", "aif", "-p", root)
    assert "dropped claim.kind c: the format has no place for it" in done.err
    assert len(json.loads(done.out)["nodes"]) == 4
    told = json.loads(command("export", "aif", "-p", root, "--format", "json").err)
    assert told["dropped"] == {"claim.kind": 1, "setting": 1}
    assert command("export", "aiff", "-p", root).code == 2
    assert command("export", "-p", root).code == 2


def test_every_record_is_a_line_of_json_lines(command: Command, project: Callable[..., Path]) -> None:
    done = command("export", "jsonl", "-p", project(SMALL))
    rows = [json.loads(line) for line in done.out.splitlines()]
    assert [(row["record"], row.get("id")) for row in rows] == [
        ("project", None),
        ("claim", "fire-began"),
        ("claim", "oven"),
    ]
    assert rows[1]["verdict"]["verdict"] == "unsupported"


def test_one_format_becomes_another(command: Command, nodeset: Path, tmp_path: Path) -> None:
    out = tmp_path / "b.argdown"
    done = command("convert", nodeset, out)
    assert (done.code, done.out) == (0, "")
    assert "[the-fire-began-in-the-bakery]: The fire began in the bakery.\n" in out.read_text()
    assert "dropped TA 22" in done.err
    assert "dropped claim.held_by the-fire-began-in-the-bakery" in done.err


def test_the_format_of_a_file_to_be_written_must_be_plain(command: Command, tmp_path: Path) -> None:
    (tmp_path / "a.argdown").write_text(ARGDOWN)
    ambiguous = command("convert", tmp_path / "a.argdown", tmp_path / "b.json")
    assert ambiguous.code == 2
    assert "name one with --to" in ambiguous.err
    assert command("convert", tmp_path / "a.argdown", tmp_path / "b.nope").code == 2
    done = command("convert", tmp_path / "a.argdown", tmp_path / "b.json", "--to", "sadface")
    assert done.code == 0
    assert json.loads((tmp_path / "b.json").read_text())["metadata"]["core"]["title"] == "The fire"


def test_a_project_may_be_converted_and_the_result_printed(
    command: Command, project: Callable[..., Path], tmp_path: Path
) -> None:
    done = command("convert", project(SMALL), "-", "--to", "argdown")
    assert (
        done.out == '===\ntitle: "The fire"\n===\n\n[fire-began]: It burnt.\n    + [oven]\n\n[oven]: Hot.\n'
    )
    (tmp_path / "s.json").write_text(SADFACE)
    assert command("convert", tmp_path / "s.json", "-", "--from", "sadface", "--to", "aif").code == 0
