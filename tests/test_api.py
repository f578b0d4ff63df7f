"""The facade from Python: everything argmap can say of a map, and how it shows itself in a notebook."""

import json
from pathlib import Path

import pytest

import argmap
from argmap.api import audience
from argmap.model.edtf import EdtfError
from argmap.model.errors import ProjectNotFoundError, UnknownIdError

FILES = {
    "argmap.toml": 'title = "The <script>mill"\n[parts]\nI = "The <script>fire"\n',
    "claims/mill.yaml": """
claims:
  burnt: {text: The <script>miller & co burnt it., kind: thesis, part: I, hedge: <script>perhaps,
    held_by: [lee], for: [{from: [ruined], because: Who is <script>ruined gains.}], against: [sermon]}
  ruined: {text: He was ruined <script>., part: I, schools: {left: holds, right: rejects}, for: [roll]}
schools: {left: {name: Left <script>}, right: {name: Right}}
scholars: {lee: {name: Lee, schools: [left]}}
""",
    "evidence/papers.yaml": """
evidence:
  roll: {shows: Rent <script>was owed., source: rolls, locator: p. <script>, form: record, available: 1990}
  sermon: {shows: A bolt fell., form: derived}
""",
    "evidence/sources.json": json.dumps([{"id": "rolls", "type": "book", "title": "Rolls <script>"}]),
}


@pytest.fixture
def mill(project) -> argmap.ArgumentMap:
    return argmap.load(project(FILES))


def test_load_opens_the_project_a_folder_belongs_to(mill):
    assert argmap.load(mill.root / "claims").root == mill.root
    assert repr(mill) == "<ArgumentMap 'The <script>mill': 2 claims, 2 evidence>"


def test_load_of_no_project_says_so(tmp_path):
    with pytest.raises(ProjectNotFoundError):
        argmap.load(tmp_path, upwards=False)


def test_check_gives_findings_and_reads_the_files_as_they_stand_now(mill):
    assert "stance-without-citation" in {f.rule for f in mill.check().findings}
    only = mill.check(select=["unsupported-claim"])
    assert [f.rule for f in only.findings] == []
    path = mill.root / "claims" / "more.yaml"
    path.write_text("claims: {bare: {text: It is so.}}", encoding="utf-8")
    assert [f.subjects for f in mill.check(select=["unsupported-claim"]).findings] == [("bare",)]


def test_a_map_made_in_python_checks_itself():
    made = argmap.ArgumentMap(argmap.Project(claims={"c": argmap.Claim(text="It is so.")}))
    assert "unsupported-claim" in {f.rule for f in made.check().findings}
    with pytest.raises(ProjectNotFoundError):
        made.build("anywhere")


def test_verdicts_before_an_audience(mill):
    assert {k: str(v) for k, v in mill.verdicts().items()} == {
        "burnt": "supported (firm)",
        "ruined": "supported (firm)",
    }
    assert mill.verdicts(audience(as_of=1980))["burnt"].verdict == "unsupported"
    assert mill.judge(audience()) is mill.judgement


def test_why_what_if_compare_stats(mill):
    assert mill.why("burnt", who=audience(school="right")).verdict.verdict == "unsupported"
    assert [c.claim for c in mill.what_if(audience(without=["rolls"]))] == ["burnt", "ruined"]
    assert [crux.claim for crux in mill.compare().cruxes] == ["ruined"]
    assert mill.compare("left").schools == ("left",)
    assert mill.stats().records["claims"] == 2
    with pytest.raises(UnknownIdError):
        mill.why("brunt")
    with pytest.raises(UnknownIdError):
        mill.compare("lefd")


def test_fragile_impact_and_histories(mill):
    assert set(mill.fragile()) == {"burnt", "ruined"}
    assert mill.fragile("burnt")["burnt"].single_points == mill.fragile()["burnt"].single_points
    assert mill.fragile("burnt", by="archive")["burnt"].by == "archive"
    assert sorted(effect.claim for effect in mill.impact("roll").if_withdrawn) == ["burnt", "ruined"]
    assert set(mill.histories()) == {"burnt", "ruined"}
    assert mill.histories("burnt", grades="now")["burnt"].now == mill.verdicts()["burnt"]
    with pytest.raises(UnknownIdError):
        mill.fragile("brunt")
    with pytest.raises(UnknownIdError):
        mill.histories("brunt")


def test_brief_and_report(mill):
    brief = mill.brief("burnt")
    assert brief.facts.claim == "burnt"
    assert brief.markdown() == brief._repr_markdown_()
    assert mill.report().startswith("# Audit of: ")
    assert mill.report("html").startswith("<!DOCTYPE html>")


def test_reviews_are_kept_in_the_folder(mill):
    (made,) = mill.review("burnt", by="Ida  Lund", note="Seen.", when=2026)
    assert (made.claim, made.by, str(made.when)) == ("burnt", "Ida Lund", "2026")
    assert argmap.load(mill.root).reviews(["burnt"])["burnt"].word == "reviewed"
    assert mill.reviews()["ruined"].word == "not reviewed"
    with pytest.raises(UnknownIdError):
        mill.review("brunt", by="Ida Lund")
    with pytest.raises(ProjectNotFoundError):
        argmap.ArgumentMap(mill.project).review("burnt", by="Ida Lund")


def test_an_audience_from_plain_words():
    who = audience(school="left", as_of=1981, without=["e"], assume=["a"], reject=["b"], standard="scintilla")
    assert str(who) == "school left, as of 1981, assuming a, rejecting b, without e, by scintilla"
    with pytest.raises(EdtfError):
        audience(as_of="spring")


def test_draw_and_build(mill, tmp_path):
    assert mill.draw("burnt").write(tmp_path / "burnt.svg").read_text(encoding="utf-8").count("<svg")
    mill.build(tmp_path / "site")
    assert (tmp_path / "site" / "index.html").is_file()


def shown(mill: argmap.ArgumentMap) -> dict[str, str]:
    verdicts = mill.verdicts()
    return {
        "claim": mill.project.claims["burnt"]._repr_html_(),
        "evidence": mill.project.evidence["roll"]._repr_html_(),
        "verdict": verdicts["burnt"]._repr_html_(),
        "verdicts": verdicts._repr_html_(),
        "explanation": mill.why("burnt")._repr_html_(),
        "comparison": mill.compare()._repr_html_(),
        "drawing": mill.draw("burnt")._repr_svg_(),
        "map": mill._repr_svg_(),
    }


def test_whatever_shows_itself_in_a_notebook_is_escaped(mill):
    for name, text in shown(mill).items():
        assert "<script>" not in text, name


def test_whatever_shows_itself_in_a_notebook_shows_its_words(mill):
    found = shown(mill)
    for name in ("claim", "evidence", "explanation", "comparison", "drawing"):
        assert "&lt;script&gt;" in found[name], name
    assert "&amp; co" in found["claim"]
    assert "p. &lt;script&gt;" in found["evidence"]
    assert "supported (firm)" in found["verdict"]
    assert found["verdicts"].count("<tr>") == 3
    assert found["map"].lstrip().startswith(("<svg", "<?xml"))


def test_verdict_tables_escape_ids_that_never_came_through_a_file():
    claims = {"<script>": argmap.Claim(text="So.")}
    made = argmap.ArgumentMap(argmap.Project(claims=claims))
    assert "<script>" not in made.verdicts()._repr_html_()
    assert "<script>" not in made.verdicts()["<script>"]._repr_html_()


def test_a_path_may_be_text(mill):
    assert argmap.load(str(mill.root)).root == Path(mill.root)


def test_a_manuscript_can_be_read_matched_and_covered(tmp_path, mill):
    text = tmp_path / "book.txt"
    text.write_text(
        "The mill burned.¹ It was old.²\n\n"
        "¹ Edda Kim, *Mills*, Ardel: Linde, 1998, p. 4.\n\n² Ibid., p. 5.\n",
        encoding="utf-8",
    )
    manuscript = argmap.read_manuscript(text)
    assert [note.number for note in manuscript.notes] == [1, 2]
    assert [citation.refers_to for citation in mill.citations(manuscript).citations] == [None, "text.1"]
    assert mill.coverage(mill.manuscript(text)).notes == 2
