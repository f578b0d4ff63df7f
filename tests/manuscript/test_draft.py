"""Drafts: what is proposed for notes that the map lacks, and how it is put into files."""

import json

import pytest
import yaml

import argmap
from argmap.manuscript.citations.matching import match_citations
from argmap.manuscript.draft import draft_records
from argmap.manuscript.draft_files import drafted_files, write_files
from argmap.model.errors import UnreadableError
from argmap.model.vocabulary import DRAFT
from makers import a_project, some_evidence
from manuscript_makers import BIBLIOGRAPHY, with_notes

NOTES = (
    "Ann Baker, *The Mills of the Valley*, London: Field Press, 1987, p. 12.",
    "Ibid., p. 14; Otto Evans, *Law*, Leeds: Press, 1999, p. 3.",
    "“Letter from Baker to Carter,” 3 May 1650, RGASPI, F.45, OP.1, D.331, p. 75.",
    "Nothing is known of this.",
)


def drafted(project, *notes, bibliography=BIBLIOGRAPHY):
    manuscript = with_notes(*(notes or NOTES), bibliography=bibliography)
    return draft_records(manuscript, match_citations(manuscript, project.sources), project)


def test_every_citation_of_an_uncovered_note_becomes_evidence():
    draft = drafted(a_project())
    assert list(draft.evidence) == ["text-1-1", "text-2-1", "text-2-2", "text-3-1"]
    first = draft.evidence["text-2-1"]
    assert (first["source"], first["locator"], first["cited"], first["form"]) == (
        "baker-1987",
        {"page": "14"},
        ["text.2"],
        "scholarship",
    )
    assert first["shows"].startswith(DRAFT)


def test_a_document_keeps_its_day_address_and_kind():
    letter = drafted(a_project()).evidence["text-3-1"]
    assert (letter["kind"], letter["form"], letter["made"]) == ("letter", "record", "1650-05-03")
    assert letter["locator"] == {"fond": "45", "opis": "1", "delo": "331", "list": "75"}


def test_a_comment_is_no_evidence():
    assert "text-4-1" not in drafted(a_project()).evidence


def test_works_that_no_list_has_become_sources_that_say_so():
    items = {item["id"]: item for item in drafted(a_project()).sources}
    assert items["evans-1999"]["custom"] == {"listed": False}
    assert "custom" not in items["baker-1987"]


def test_an_unlisted_work_cited_twice_becomes_one_source():
    law = "Otto Evans, *Law*, Leeds: Press, 1999, p. {}."
    draft = drafted(a_project(), law.format(3), law.format(9), "Evans, *Law*, p. 12.")
    assert {record["source"] for record in draft.evidence.values()} == {"evans-1999"}


def test_covered_notes_are_left_alone():
    project = a_project({}, {"e": some_evidence(cited=("text.1", "text.2"))})
    assert list(drafted(project).evidence) == ["text-3-1"]


def test_an_id_that_is_taken_is_not_drafted_again():
    assert "text-1-1" not in drafted(a_project({}, {"text-1-1": some_evidence()})).evidence


@pytest.fixture
def root(project):
    return project(
        {
            "argmap.toml": 'title = "Mills"\n',
            "evidence/mine.yaml": "# mine\nevidence:\n  own: {shows: It is so.}\n",
        }
    )


def write_draft(root, *notes):
    opened = argmap.load(root).project
    files = drafted_files(drafted(opened, *notes), root)
    write_files(files, root)
    return {file.path: file.added for file in files}


def everything(root):
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file()
    }


def test_a_draft_is_written_beside_what_is_there(root):
    before = everything(root)
    assert write_draft(root) == {"evidence/draft-text.yaml": 4, "evidence/draft-bibliography.json": 4 + 1}
    after = everything(root)
    assert {name: after[name] for name in before} == before
    records = yaml.safe_load(after["evidence/draft-text.yaml"])["evidence"]
    assert list(records) == ["text-1-1", "text-2-1", "text-2-2", "text-3-1"]
    assert json.loads(after["evidence/draft-bibliography.json"])


def test_a_drafted_project_is_read_without_errors(root):
    write_draft(root)
    opened = argmap.load(root)
    assert [f.message for f in opened.project.faults if f.severity is argmap.Severity.ERROR] == []
    assert opened.project.evidence["text-1-1"].cited == ("text.1",)
    assert opened.project.sources["baker-1987"].title == "The Mills of the Valley"


def test_drafting_twice_changes_nothing(root):
    write_draft(root)
    before = everything(root)
    assert write_draft(root) == {}
    assert everything(root) == before


def test_a_new_note_is_added_behind_what_a_person_has_written(root):
    write_draft(root, NOTES[0])
    file = root / "evidence" / "draft-text.yaml"
    mine = file.read_text(encoding="utf-8").replace("Draft: what", "This is what")
    file.write_text(mine, encoding="utf-8")
    assert write_draft(root, *NOTES[:2])["evidence/draft-text.yaml"] == 2
    after = file.read_text(encoding="utf-8")
    assert after.startswith(mine.rstrip())
    assert list(yaml.safe_load(after)["evidence"]) == ["text-1-1", "text-2-1", "text-2-2"]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("evidence/draft-text.yaml", "evidence:\n  a: {shows: It is so.}\nclaims:\n  b: {text: It is so.}\n"),
        ("evidence/draft-text.yaml", ""),
        ("evidence/draft-bibliography.json", "{}"),
        ("evidence/draft-bibliography.json", "not json"),
    ],
)
def test_a_file_that_cannot_be_gone_on_with_is_left_alone(root, name, content):
    (root / name).write_text(content, encoding="utf-8")
    with pytest.raises(UnreadableError):
        drafted_files(drafted(a_project()), root)
    assert (root / name).read_text(encoding="utf-8") == content
