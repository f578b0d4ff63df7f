"""What is written for other tools is what they read; skipped aloud where one is not installed."""

import json
import os
from pathlib import Path

import pytest

from benchmarks.generate.aif import write_aif
from benchmarks.generate.frameworks import write_framework
from benchmarks.generate.quotations import write_quotations
from benchmarks.generate.shapes import book
from benchmarks.measure.run import Contestant, run_once
from benchmarks.peers.argdown import ARGDOWN
from benchmarks.peers.listed import LIBRARIES, PEERS
from benchmarks.peers.peer import DRIVERS, Library, Peer, find_program, find_python, version_of
from benchmarks.peers.sphinx_needs import SPHINX_NEEDS
from benchmarks.peers.verocase import VEROCASE

PLACES = [Path(place) for place in os.environ.get("BENCHMARK_PEERS", "").split(os.pathsep) if place]
"""Folders with programs of peers, beside the path."""
SIZE = 120


def asked(peer: Peer, folder: Path) -> str:
    """Write a small book for a peer, ask it, and give what it printed."""
    program = find_program(peer.program, PLACES)
    if program is None:
        pytest.skip(f"{peer.name} is not installed; BENCHMARK_PEERS names folders with programs")
    peer.write(book(SIZE), folder / "files")
    log = folder / "printed.txt"
    words = tuple(peer.command(program, folder / "files"))
    figures = run_once(Contestant(peer.name, words, folder, codes=peer.codes), 60, log)
    assert figures.fault == "", log.read_text("utf-8")
    assert version_of(peer.name, program) != "unknown"
    return log.read_text("utf-8")


@pytest.mark.parametrize("peer", PEERS, ids=lambda peer: peer.name)
def test_a_peer_reads_what_is_written_for_it(peer: Peer, tmp_path: Path) -> None:
    printed = asked(peer, tmp_path).lower()
    assert not [line for line in printed.splitlines() if "error" in line and "0 error" not in line]


def test_argdown_has_every_statement(tmp_path: Path) -> None:
    asked(ARGDOWN, tmp_path)
    read = json.loads(next((tmp_path / "files" / "out").glob("*.json")).read_text("utf-8"))
    assert len(read["statements"]) == SIZE


def test_sphinx_needs_has_every_record(tmp_path: Path) -> None:
    asked(SPHINX_NEEDS, tmp_path)
    read = json.loads((tmp_path / "files" / "out" / "needs.json").read_text("utf-8"))
    assert len(read["versions"][""]["needs"]) == SIZE


def test_verocase_reaches_every_claim(tmp_path: Path) -> None:
    assert "unreachable" not in asked(VEROCASE, tmp_path)


@pytest.mark.parametrize("library", LIBRARIES, ids=lambda library: library.name)
def test_a_library_reads_what_is_written_for_it(library: Library, tmp_path: Path) -> None:
    python = find_python(library.module, PLACES)
    if python is None:
        pytest.skip(
            f"{library.name} is not installed; BENCHMARK_PEERS names folders with a Python that has it"
        )
    write_aif(book(SIZE), tmp_path / "map.json")
    write_framework("map-like", 60, tmp_path / "map.af")
    made = write_quotations(tmp_path, 20_000, 4, 1)
    words = {
        "arguebuf": (str(tmp_path / "map.json"), str(tmp_path / "out.json")),
        "reanchor": (str(made.quoted.parent), made.texts[0].name),
        "formal-argumentation": (str(tmp_path / "map.af"), "SE-GR"),
        "python-argumentation": (str(tmp_path / "map.af"),),
    }[library.name]
    log = tmp_path / "printed.txt"
    contestant = Contestant(
        library.name, (python, str(DRIVERS / library.driver), *words), tmp_path, codes=(0,)
    )
    assert run_once(contestant, 60, log).fault == "", log.read_text("utf-8")


def test_names_of_peers_are_told_apart_and_none_is_found_where_there_is_none(tmp_path: Path) -> None:
    names = [peer.name for peer in PEERS] + [library.name for library in LIBRARIES]
    assert len(set(names)) == len(names)
    assert find_program("no-such-program-anywhere", [tmp_path]) is None
    assert find_python("no_such_module_anywhere", [tmp_path]) is None
