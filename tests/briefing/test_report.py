"""The audit that an examiner reads."""

import pytest

from argmap.briefing.facts import audit_facts, main_claims
from argmap.briefing.markdown import audit_markdown
from argmap.check import check_project
from argmap.files.project import read_project

FILES = {
    "argmap.toml": """
        title = "The Fire of Ardel"
        author = "brunn"
        thesis = "baker-did-it"
        [parts]
        I = {title = "The night", notes = 3}
    """,
    "claims/a.yaml": """
        claims:
          baker-did-it:
            text: The baker | burned <b>the tower</b>.
            part: I
            held_by: [brunn]
            for: [{from: oven-was-lit, because: Fire comes from fire.}]
          oven-was-lit: {text: The oven was lit that night., part: I, held_by: [brunn], for: [night-watch]}
          baker-was-angry:
            text: The baker bore a grudge.
            part: I
            held_by: [brunn]
          grudge-moved-him:
            {text: A grudge moved him., part: I, held_by: [brunn], for: [baker-was-angry, gossip]}
          he-was-away: {text: He was away., held_by: [lund], for: [gossip]}
        schools:
          old: {name: Old}
        scholars:
          brunn: {name: Edda Brunn, schools: [old]}
          lund: {name: Ida Lund}
        expect:
          grudge-moved-him: supported
    """,
    "evidence/b.yaml": """
        evidence:
          night-watch:
            shows: The watch saw light in the bakery.
            source: watch-book
            form: record
            made: 1712-03-02
            available: 1994
            cited: [I.1]
            remark: The note gives the third of March.
          gossip: {shows: A neighbour says so., source: letters, form: testimony, cited: [I.2]}
    """,
    "evidence/s.json": """
        [{"id": "watch-book", "type": "book", "title": "Watch", "archive": "Town Archive"},
         {"id": "letters", "type": "book", "title": "Letters"}]
    """,
}


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
    text = audit_markdown(facts)
    assert "# Audit of: The Fire of Ardel" in text
    assert r"The baker \| burned \<b>the tower\</b>." in text
    assert "| Town Archive | 1 | 2 | `baker-did-it`, `oven-was-lit` |" in text
    assert "1 of the 3 notes of part 'I' have no evidence: 3" in text
    assert "The note gives the third of March." in text
    assert "argmap report --out AUDIT.md" in text


def test_the_report_is_the_same_twice(project):
    root = project(FILES)
    assert audit_markdown(audit_facts(check_project(root))) == audit_markdown(
        audit_facts(check_project(root))
    )


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
