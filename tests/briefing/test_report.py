"""The audit that an examiner reads."""

import pytest

from argmap.briefing.audit import audit_document
from argmap.briefing.facts import audit_facts, main_claims
from argmap.briefing.html import html_page
from argmap.briefing.markdown import markdown
from argmap.briefing.report import report_text
from argmap.check import check_project
from argmap.files.project import read_project
from argmap.model.errors import UnknownNameError
from briefing_makers import FILES, read_page


@pytest.fixture
def facts(project):
    return audit_facts(check_project(project(FILES)))


def test_the_thesis_comes_first_then_what_it_rests_on_then_what_is_expected(project):
    assert main_claims(read_project(project(FILES))) == ["baker-did-it", "oven-was-lit", "grudge-moved-him"]


def test_verdicts_are_shown_as_they_are_and_before_the_great_release(facts):
    assert facts.release == 1994
    first = facts.main[0]
    assert (first.verdict.verdict, first.before.verdict) == ("supported", "unsupported")


def test_an_archive_is_withdrawn_with_all_that_it_holds(facts):
    (archive,) = facts.archives
    assert (archive.name, archive.evidence) == ("Town Archive", 1)
    assert archive.turned == ("baker-did-it", "oven-was-lit")


def test_the_weakest_claims_are_those_that_carry_most(facts):
    assert [(weak.claim, weak.above) for weak in facts.weakest] == [("baker-was-angry", 1)]


def test_remarks_on_notes_are_told(facts):
    assert [(oddity.notes, oddity.evidence) for oddity in facts.oddities] == [(("I.1",), "night-watch")]


def test_the_report_tells_all_that_and_escapes_what_would_steer_it(facts):
    text = markdown(audit_document(facts))
    assert "# Audit of: The Fire of Ardel" in text
    assert r"The baker \| burned \<b>the tower\</b>." in text
    assert "| Town Archive | 1 | 2 | `baker-did-it`, `oven-was-lit` |" in text
    assert "1 of the 3 notes of part 'I' have no evidence: 3" in text
    assert "The note gives the third of March." in text
    assert "argmap report --out AUDIT.md" in text


def test_the_report_is_the_same_twice(project):
    root = project(FILES)
    for form in ("markdown", "html"):
        assert report_text(check_project(root), form) == report_text(check_project(root), form)


def test_the_command_prints_the_report_or_writes_it(project, command, tmp_path):
    root = project(FILES)
    printed = command("report", "--project", root).out
    assert printed.startswith("# Audit of: The Fire of Ardel")
    assert command("report", "--project", root, "--out", tmp_path / "AUDIT.md").code == 0
    assert (tmp_path / "AUDIT.md").read_text(encoding="utf-8") == printed


def test_a_map_of_one_bare_claim_has_a_report_too(project, command):
    root = project({"claims/a.yaml": "claims: {c: {text: It rained.}}"})
    result = command("report", "--project", root)
    assert result.code == 0
    assert "Of the claims, 1 unsupported." in result.out


def test_the_page_needs_nothing_else_and_escapes_what_would_steer_it(facts):
    page = html_page(audit_document(facts), "report")
    reader = read_page(page)
    assert reader.tags["script"] == reader.tags["link"] == reader.tags["img"] == 0
    assert all(address.startswith("#s") for address in reader.outside)
    assert "@import" not in page
    assert "url(" not in page
    assert "The baker | burned <b>the tower</b>." in reader.text
    assert reader.tags["b"] == 0


def test_page_and_markdown_say_the_same(facts):
    document = audit_document(facts)
    text = " ".join(read_page(html_page(document, "report")).text.split())
    for section in document.sections:
        assert section.title in text
        assert f"## {section.title}" in markdown(document)
    for said in ("The note gives the third of March.", "1 of the 3 notes of part 'I' have no evidence: 3"):
        assert said in text


def test_what_hangs_on_a_single_piece_of_evidence_is_told(facts):
    assert facts.hanging == 4
    first = facts.points[0]
    assert (first.name, first.turned) == ("night-watch", ("baker-did-it", "oven-was-lit"))
    assert first.main == first.turned


def test_what_was_not_checked_is_told(facts):
    text = markdown(audit_document(facts))
    said = text.partition("## What was not checked")[2]
    assert "`ambiguous-ibid`" in said
    assert "No claim has been reviewed" in said


def test_the_form_follows_the_ending_of_the_file(project, command, tmp_path):
    root = project(FILES)
    assert command("report", "--project", root, "--out", tmp_path / "a.html").code == 0
    page = (tmp_path / "a.html").read_text(encoding="utf-8")
    assert page.startswith("<!DOCTYPE html>")
    assert command("report", "--project", root, "--format", "html").out == page


def test_an_unknown_form_is_told(project):
    with pytest.raises(UnknownNameError, match="no form of a report 'htm'; did you mean 'html'"):
        report_text(check_project(project(FILES)), "htm")
