"""The argument that comes with argmap: whole, and as the map itself says it should come out."""

import re
import unicodedata
from pathlib import Path

import pytest

import argmap
from argmap import ArgumentMap, Audit

ROOT = Path(__file__).parent.parent
THESIS = ROOT.parent / "shared" / "thesis.txt"


@pytest.fixture(scope="module")
def war() -> ArgumentMap:
    return argmap.load(ROOT)


@pytest.fixture(scope="module")
def audit(war: ArgumentMap) -> Audit:
    return war.check()


def test_the_map_has_no_errors_and_comes_out_as_it_expects(war, audit):
    assert [f.message for f in audit if f.severity is argmap.Severity.ERROR] == []
    assert len(war.project.expectations) >= 10
    assert {skipped.reason for skipped in audit.not_checked} <= {
        "the manuscript's text is not here; argmap.local.toml can say where it is"
    }


def test_every_note_of_the_introduction_and_chapter_iv_stands_in_evidence(war):
    cited = {note for item in war.project.evidence.values() for note in item.cited}
    assert {f"intro.{n}" for n in range(1, 35)} | {f"IV.{n}" for n in range(1, 126)} <= cited


def test_the_gaps_of_the_argument_show(audit):
    unsupported = {f.subjects[0] for f in audit if f.rule == "unsupported-claim"}
    assert "north-as-buffer-satellite-aim" in unsupported
    assert len(unsupported) > 50


def test_every_source_has_a_title_and_says_what_it_is(war):
    assert len(war.project.sources) >= 90
    for key, source in war.project.sources.items():
        assert source.title, key
        assert source.type, key


def test_the_schools_have_their_scholars_and_take_stances(war):
    assert set(war.project.schools) == {"orthodox", "revisionist", "post-revisionist", "post-orthodox"}
    spoken = {school for row in war.compare().rows for school, cell in row.cells.items() if cell.position}
    assert spoken == {"orthodox", "revisionist", "post-orthodox"}
    assert len(war.compare().cruxes) >= 10


def test_every_file_names_its_schema_in_its_first_line():
    for file in sorted([*ROOT.glob("claims/**/*.yaml"), *ROOT.glob("evidence/**/*.yaml")]):
        first = file.read_text(encoding="utf-8").partition("\n")[0]
        assert first == "# yaml-language-server: $schema=../schema/argmap.schema.json", file.name


@pytest.mark.skipif(not THESIS.exists(), reason="the thesis itself is not on this machine")
def test_no_sentence_of_the_thesis_stands_in_the_map(war):
    body = THESIS.read_text(encoding="utf-8").partition("\nBibliography\n")[0]
    words = re.findall(r"[^\W\d_]+", fold(body))
    runs = {tuple(words[i : i + 12]) for i in range(len(words) - 11)}
    texts = [c.text for c in war.project.claims.values()] + [e.shows for e in war.project.evidence.values()]
    for text in texts:
        own = re.findall(r"[^\W\d_]+", fold(text))
        shared = [own[i : i + 12] for i in range(len(own) - 11) if tuple(own[i : i + 12]) in runs]
        assert not shared, text


def fold(text: str) -> str:
    return unicodedata.normalize("NFKC", text).lower().replace("’", "'")
