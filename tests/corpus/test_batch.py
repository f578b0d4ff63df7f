import pickle
from pathlib import Path

import pytest

from argmap.audit.run import Choice
from argmap.check import check_project
from argmap.corpus import in_memory
from argmap.corpus.batch import audit_batch, year_of
from argmap.corpus.folders import FoldersPortion, project_folders
from argmap.corpus.text_project import MOST_BYTES, TextProject
from argmap.verdict.judgement import judge
from corpus_makers import files_of

PROJECTS = Path(__file__).parents[1] / "projects"
FOLDERS = [name for name in project_folders(PROJECTS) if not (PROJECTS / name / "argmap.local.toml").exists()]


@pytest.mark.parametrize("folder", FOLDERS[::5])
def test_a_project_as_text_has_the_findings_and_verdicts_that_its_folder_has(folder):
    [project] = FoldersPortion(PROJECTS, (folder,)).projects()
    audit, judgement = in_memory.audit_text(project, Choice())
    expected = check_project(PROJECTS / folder)
    assert [(f.rule, f.message, f.place, f.help) for f in audit] == [
        (f.rule, f.message, f.place, f.help) for f in expected
    ]
    assert judgement.verdicts == judge(expected.project).verdicts


def test_rows_tell_findings_verdicts_and_what_a_claim_hangs_on():
    rows = audit_batch([TextProject("a", files_of(7), "North", "2011-05")])
    [project] = rows.projects
    assert (project["status"], project["claims"], project["supported"], project["unsupported"]) == (
        "whole", 3, 2, 1,
    )  # fmt: skip
    assert (project["year"], project["group"], project["fragile"]) == (2011, "North", 2)
    [found] = [row for row in rows.findings if row["rule"] == "unsupported-claim"]
    assert (found["project"], found["file"], found["line"]) == ("a", "claims/all.yaml", 8)
    hung = {row["claim"]: row["hangs_on"] for row in rows.verdicts}
    assert hung == {"bridge-fell-7": ["warden-7"], "ferry-came-back-7": ["warden-7"], "toll-was-lost-7": []}


def test_the_batch_function_and_its_rows_can_be_pickled_and_keep_nothing():
    projects = [TextProject("a", files_of(1)), TextProject("b", files_of(2))]
    again = pickle.loads(pickle.dumps(audit_batch))
    assert again(pickle.loads(pickle.dumps(projects))) == audit_batch(projects) == audit_batch(projects)


def test_a_project_that_cannot_be_audited_is_a_row_and_the_next_is_audited(monkeypatch):
    def audit(project, choice):
        if project.key == "bad":
            raise ZeroDivisionError("no luck")
        return whole(project, choice)

    whole = in_memory.audit_text
    monkeypatch.setattr(in_memory, "audit_text", audit)
    rows = audit_batch([TextProject("bad", files_of(1)), TextProject("good", files_of(2))])
    assert [(r["project"], r["status"], r.get("message")) for r in rows.projects] == [
        ("bad", "failed", "ZeroDivisionError: no luck"),
        ("good", "whole", None),
    ]
    assert {row["project"] for row in rows.findings} == {"good"}


@pytest.mark.parametrize(
    ("files", "status", "message"),
    [
        ({"claims/a.yaml": "claims: ["}, "partly", "claims/a.yaml:1: the bracket '[' is never closed"),
        ({"claims/a.yaml": b"claims: \xff"}, "partly", "byte 0xFF is not UTF-8"),
        ({"claims/a.yaml": "claims: {c: {text: \ud800}}"}, "partly", "not UTF-8"),
        ({"claims/../../x.yaml": "claims: {}"}, "partly", "leads out of the project"),
        ({"/etc/passwd": "x"}, "partly", "leads out of the project"),
        ({"claims\\a.yaml": "x"}, "partly", "leads out of the project"),
        ({"argmap.toml": "[rules]\nselect = ['no-such']"}, "refused", "no rule or family 'no-such'"),
        ({"argmap.toml": "titel = 3"}, "partly", "argmap.toml:1: 'titel'"),
        ({"claims/a.yaml": "claims: " + "[" * 100_000}, "partly", "claims/a.yaml"),
        ({"claims/a.yaml": "x" * (MOST_BYTES + 1)}, "refused", "above 20 MB a project is audited by itself"),
        ({}, "whole", None),
    ],
)
def test_a_broken_project_is_a_row_with_its_message(files, status, message):
    [row] = audit_batch([TextProject("broken", files)]).projects
    assert row["status"] == status
    assert message is None or message in row["message"]


def test_an_id_that_is_a_path_is_a_finding_and_no_path():
    rows = audit_batch([TextProject("../../etc", {"claims/a.yaml": "claims: {../up: {text: It fell.}}"})])
    assert any(row["rule"] == "bad-id" for row in rows.findings)
    assert rows.projects[0]["project"] == "../../etc"


def test_a_text_under_audit_is_read_from_the_files_and_never_from_the_disk(tmp_path):
    (tmp_path / "secret.txt").write_text("A secret.[^1]\n\n[^1]: Nobody.\n")
    settings = f"manuscripts = ['{(tmp_path / 'secret.txt').as_posix()}']"
    rows = audit_batch([TextProject("a", {**files_of(1), "argmap.toml": settings})])
    assert not any(
        "secret" in row["message"] for row in rows.findings if row["rule"] != "path-outside-project"
    )
    assert "note-without-evidence" in rows.projects[0]["not_checked"]


def test_the_year_of_a_date_is_where_it_begins():
    assert [year_of(date) for date in ("1950", "1950-06/1953", "[1949,1952]")] == [1950, 1950, 1949]
    assert [year_of(date) for date in ("-0044", "195X", "soon", "", None)] == [None] * 5
