"""What is made up is the same everywhere, and argmap finds no fault in its files."""

import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from benchmarks.generate.aif import write_aif
from benchmarks.generate.argument import Argument
from benchmarks.generate.frameworks import FRAMEWORKS, write_framework
from benchmarks.generate.projects import write_project
from benchmarks.generate.quotations import ALTERED, write_quotations
from benchmarks.generate.shapes import SHAPES, book, chain, circles, dense, tree, wide
from benchmarks.generate.words import NAMES, WORDS, sentence

Command = Callable[..., Any]
every_shape = pytest.mark.parametrize("shape", SHAPES)


def digest(folder: Path) -> str:
    """Digest names and bytes of all files below a folder."""
    whole = hashlib.sha256()
    for file in sorted(path for path in folder.rglob("*") if path.is_file()):
        whole.update(file.relative_to(folder).as_posix().encode() + b"\0" + file.read_bytes())
    return whole.hexdigest()


@every_shape
def test_the_same_seed_gives_the_same_bytes(shape: str, tmp_path: Path) -> None:
    for name in ("one", "two"):
        write_project(SHAPES[shape](300, 7), tmp_path / name)
    assert digest(tmp_path / "one") == digest(tmp_path / "two")


def test_another_seed_gives_another_argument(tmp_path: Path) -> None:
    write_project(book(300, 7), tmp_path / "one")
    write_project(book(300, 8), tmp_path / "two")
    assert digest(tmp_path / "one") != digest(tmp_path / "two")


def test_the_book_keeps_its_bytes_from_version_to_version(tmp_path: Path) -> None:
    write_project(book(500), tmp_path / "book")
    assert digest(tmp_path / "book")[:16] == "d2a6ca5a81328453"


@every_shape
@pytest.mark.parametrize("single", [False, True])
def test_argmap_finds_no_fault_in_the_files(
    shape: str, single: bool, tmp_path: Path, command: Command
) -> None:
    write_project(SHAPES[shape](250, 1), tmp_path / "p", single=single)
    said = command("check", tmp_path / "p", "--select", "files", "--fail-on", "note", "--format", "concise")
    assert said.code == 0, said.out


@every_shape
def test_an_argument_has_the_size_asked_for_and_links_that_lead_somewhere(shape: str) -> None:
    made = SHAPES[shape](500, 1)
    assert made.size == 500
    assert all(0 <= premise < 500 and 0 <= claim < made.claims for premise, claim, _ in made.links())


@pytest.mark.parametrize("shape", [name for name in SHAPES if name != "circles"])
def test_only_circles_go_in_circles(shape: str) -> None:
    made = SHAPES[shape](400, 1)
    assert all(premise > claim for premise, claim, _ in made.links())


@every_shape
def test_everything_bears_on_the_thesis(shape: str) -> None:
    made = SHAPES[shape](400, 1)
    reached, waiting = {0}, [0]
    while waiting:
        for step in made.steps.get(waiting.pop(), ()):
            for premise in {*step.premises} - reached:
                reached.add(premise)
                if premise < made.claims:
                    waiting.append(premise)
    assert len(reached) == made.size


def test_the_shapes_are_what_they_are_called() -> None:
    def most(made: Argument) -> int:
        return max(sum(len(step.premises) for step in steps) for steps in made.steps.values())

    assert most(chain(300)) == 1
    assert most(wide(300)) == 299
    assert most(tree(300)) >= 4
    assert most(dense(300)) >= 11
    ring = circles(300)
    assert {claim for _, claim, _ in ring.links()} >= set(range(1, ring.claims))


def test_one_record_a_file_is_one_record_a_file(tmp_path: Path) -> None:
    write_project(book(300), tmp_path / "p", single=True)
    files = [file for file in tmp_path.rglob("*.yaml") if file.name != "people.yaml"]
    assert len(files) == 300


def test_sentences_are_of_known_words_and_no_word_stands_twice_in_the_lists() -> None:
    assert len(set(WORDS)) == len(WORDS)
    assert len(set(NAMES)) == len(NAMES)
    known = {*WORDS, *(name.lower() for name in NAMES)}
    for number in range(200):
        words = sentence(number).lower().rstrip(".").split()
        assert 9 <= len(words) <= 16
        assert set(words) <= known


@pytest.mark.parametrize("kind", FRAMEWORKS)
def test_argmap_solves_the_frameworks(kind: str, tmp_path: Path, command: Command) -> None:
    write_framework(kind, 200, tmp_path / "f.af")
    said = command("solve", "-p", "SE-GR", "-f", tmp_path / "f.af")
    assert said.code == 0
    assert said.out.startswith("w ")


def test_argmap_reads_the_aif(tmp_path: Path, command: Command) -> None:
    made = book(120)
    write_aif(made, tmp_path / "map.json")
    said = command("convert", tmp_path / "map.json", tmp_path / "out.json", "--from", "aif", "--to", "aif")
    assert said.code == 0, said.err
    nodes = json.loads((tmp_path / "out.json").read_text("utf-8"))["nodes"]
    assert sum(node["type"] == "I" for node in nodes) == made.size


def test_the_quotations_are_found_but_for_those_with_a_wrong_word(tmp_path: Path, command: Command) -> None:
    made = write_quotations(tmp_path, 40_000, 8, 2)
    texts = [word for file in made.texts for word in ("--text", f"{file.stem}={file}")]
    said = command("manuscript", "quotes", *texts, "--project", made.project, "--format", "json")
    verdicts = [check["verdict"] for check in json.loads(said.out)["checks"]]
    assert verdicts.count("exact") + verdicts.count("typographic") == 8 - 8 // ALTERED, verdicts
