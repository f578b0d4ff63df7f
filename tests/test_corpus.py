"""The argument that comes with argmap: whole, and as the map itself says it should come out."""

import re
import unicodedata
from collections import defaultdict
from pathlib import Path

import pytest

import argmap
from argmap import ArgumentMap, Audit
from argmap.briefing.report import report_text
from argmap.model.project import arguments_of

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
    assert all("argmap.local.toml can say where" in skipped.reason for skipped in audit.not_checked)


NOTES = {"intro": 34, "I": 93, "II": 47, "III": 85, "IV": 125, "V": 136, "VI": 123, "conclusion": 7}


def test_every_note_of_the_manuscript_stands_in_evidence(war):
    cited = {note for item in war.project.evidence.values() for note in item.cited}
    assert cited == {f"{part}.{n}" for part, count in NOTES.items() for n in range(1, count + 1)}


def test_the_whole_argument_is_there(war):
    project = war.project
    assert len(project.claims) >= 1300
    assert len(project.evidence) >= 850
    assert len(project.events) >= 400
    assert len(project.scholars) >= 140
    assert len([s for s in project.sources.values() if s.listed]) >= 446
    assert len([s for s in project.sources.values() if not s.listed]) >= 70
    assert len(project.expectations) >= 40


def test_no_claim_of_the_author_floats_free(war):
    project = war.project
    below = defaultdict(set)
    for key, claim in project.claims.items():
        for _, _, argument in arguments_of(claim):
            below[key].update((*argument.premises, *argument.unless, *argument.answer))
    for key, item in project.evidence.items():
        below[key].update(item.challenged_by)
    reached, open_ = {project.settings.thesis}, [project.settings.thesis]
    while open_:
        for key in below[open_.pop()] - reached:
            reached.add(key)
            open_.append(key)
    author = project.settings.author
    own = {key for key, claim in project.claims.items() if author in claim.held_by}
    assert own - reached == set()


def test_the_gaps_of_the_argument_show(audit):
    unsupported = {f.subjects[0] for f in audit if f.rule == "unsupported-claim"}
    assert "london-refused-soviet-wishes" in unsupported
    assert len(unsupported) > 200


def test_events_are_dated_and_tied_to_claims(war):
    events = war.project.events.values()
    assert all(event.when is not None for event in events)
    assert sum(bool(event.claims) for event in events) > 0.9 * len(events)


def test_the_audit_that_is_committed_is_of_this_argument(war, audit):
    committed = (ROOT / "AUDIT.md").read_text(encoding="utf-8")
    written = report_text(audit)
    for heading in ("## The main claims", "## The least supported claims", "## Objections", "## Chronology"):
        assert section(committed, heading) == section(written, heading)


def section(text: str, heading: str) -> str:
    return text.partition(heading + "\n")[2].partition("\n## ")[0]


def test_every_source_has_a_title_and_says_what_it_is(war):
    assert len(war.project.sources) >= 500
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
