"""The text that argmap was made for, where it is at hand: the figures that were counted by hand."""

from collections import Counter
from pathlib import Path

import pytest

import argmap
from argmap.manuscript.citations.matching import Citations, match_citations
from argmap.manuscript.document import Manuscript
from argmap.manuscript.draft import draft_records
from argmap.manuscript.draft_files import drafted_files, write_files
from argmap.manuscript.quotations import find_quotations
from argmap.manuscript.read import read_manuscript

ROOT = Path(__file__).parent.parent.parent
THESIS = ROOT.parent / "shared" / "thesis.txt"
NOTES = {"intro": 34, "I": 93, "II": 47, "III": 85, "IV": 125, "V": 136, "VI": 123, "conclusion": 7}
COUNTED = {
    "intro.1": 1,
    "I.14": 4,
    "I.28": 3,
    "II.13": 3,
    "III.71": 2,
    "IV.19": 4,
    "V.106": 3,
    "VI.110": 4,
    "VI.115": 4,
}
"""Notes whose citations were counted by reading them."""

pytestmark = pytest.mark.skipif(not THESIS.exists(), reason="the thesis itself is not on this machine")


@pytest.fixture(scope="module")
def thesis() -> Manuscript:
    return read_manuscript(THESIS, settings=argmap.load(ROOT).project.settings)


@pytest.fixture(scope="module")
def bare() -> Manuscript:
    return read_manuscript(THESIS)


@pytest.fixture(scope="module")
def found(bare: Manuscript) -> Citations:
    return match_citations(bare)


@pytest.mark.parametrize("which", ["thesis", "bare"])
def test_every_note_and_marker_is_found_part_by_part_with_and_without_titles(which, request):
    manuscript = request.getfixturevalue(which)
    assert Counter(note.part for note in manuscript.notes) == NOTES
    assert sorted(note.number for note in manuscript.notes if note.part == "V") == list(range(1, 137))
    assert [note.ref for note in manuscript.notes if note.marker_line is None] == []
    assert manuscript.loose_ends == ()


def test_the_marker_that_lost_its_superscript_and_the_line_that_starts_with_one(thesis):
    assert thesis.note_by_ref["I.41"].marker_line == 421
    assert thesis.note_by_ref["VI.98"].marker_line == 2496


def test_the_notes_hold_the_citations_that_were_counted(found):
    assert abs(len(found.citations) - 718) <= 1
    counts = Counter(citation.ref for citation in found.citations)
    assert {ref: counts[ref] for ref in COUNTED} == COUNTED


def test_every_ibid_is_resolved_and_the_doubtful_ones_are_flagged(found):
    ibids = {c.ref: c for c in found.citations if c.parsed.form == "ibid"}
    assert len([c for c in found.citations if c.parsed.form == "ibid"]) == 49
    assert [c.ref for c in ibids.values() if c.refers_to is None] == []
    for ref in ("II.27", "VI.4"):
        assert any("several works" in doubt for doubt in ibids[ref].doubts), ref
    for ref in ("VI.43", "VI.49", "IV.15"):
        assert any("of its own" in doubt for doubt in ibids[ref].doubts), ref
    assert any("outside the pages" in doubt for doubt in ibids["V.95"].doubts)


def test_few_short_titles_stay_unresolved(found):
    short = [c for c in found.citations if c.parsed.form in ("short", "op-cit")]
    assert len([c for c in short if c.refers_to is None]) <= 3
    assert [c.ref for c in found.citations if c.parsed.form == "comment"] == []


def test_the_bibliography_has_the_entries_that_were_counted(found):
    assert len(found.entries) in (446, 447)


def test_most_citations_are_linked(found):
    linked = [c for c in found.citations if c.entry is not None]
    assert len(linked) >= 640
    sure = [c for c in linked if not any("fits" in doubt for doubt in c.doubts)]
    assert len(sure) >= 600


def test_the_quotations_are_those_that_were_counted(thesis):
    quotations, _ = find_quotations(thesis)
    assert len(quotations) == 460
    assert sum(q.note is None for q in quotations) == 30


def test_drafting_twice_changes_nothing(thesis, tmp_path):
    (tmp_path / "argmap.toml").write_text('title = "The thesis"\n', encoding="utf-8")
    added = []
    for _ in range(2):
        opened = argmap.load(tmp_path)
        citations = match_citations(thesis, opened.project.sources)
        files = drafted_files(draft_records(thesis, citations, opened.project), tmp_path)
        write_files(files, tmp_path)
        added.append(sum(file.added for file in files if file.path.endswith(".yaml")))
    assert added == [len(found_in(thesis)), 0]
    assert files == []
    faults = argmap.load(tmp_path).project.faults
    assert [f.message for f in faults if f.severity is argmap.Severity.ERROR] == []


def found_in(manuscript: Manuscript) -> list[str]:
    return [f"{c.ref}-{c.index}" for c in match_citations(manuscript).citations]
