"""``argmap compare``, ``argmap ach`` and ``argmap timeline`` through the command line."""

import csv
import io
import json
from pathlib import Path

import jsonschema
import pytest

from argmap.exchange.objects import output_schema

FILES = {
    "argmap.toml": 'title = "Who burnt the mill?"\nthesis = "miller"\n[parts]\nI = "The fire"\n',
    "claims/mill.yaml": """
claims:
  miller:
    {text: The miller burnt it., kind: thesis, part: I, when: 1801-03, schools: {left: holds, right: rejects},
     for: [{from: debt}], against: [bolt]}
  bolt:
    {text: '=A bolt burnt it.', kind: causal, part: I, when: 1801-03~, for: [sermon], against: [diary],
     schools: {right: {stance: holds, cite: book, locator: p. 7}}}
schools: {left: {name: Left}, right: {name: Right}}
events:
  fire: {text: The mill burns., when: 1801-03-05?, part: I, claims: [miller], evidence: [diary]}
""",
    "evidence/papers.yaml": """
evidence:
  debt: {shows: The miller owed nine years' rent., form: record, made: 1800, available: 1850}
  sermon: {shows: The parson spoke of a bolt., form: testimony, made: 1801-03-08, available: 1900}
  diary: {shows: No cloud was seen., form: record, made: 1801-03-05, source: book}
""",
    "evidence/sources.json": json.dumps([{"id": "book", "type": "book", "title": "The Mill"}]),
}


@pytest.fixture
def mill(project) -> Path:
    return project(FILES)


@pytest.mark.parametrize("words", [("compare",), ("ach",), ("timeline",), ("timeline", "miller")])
def test_json_has_its_shape(command, mill, words):
    result = command(*words, "-p", mill, "--format", "json")
    assert (result.code, result.err) == (0, "")
    jsonschema.validate(json.loads(result.out), output_schema(words[0]))


@pytest.mark.parametrize("words", [("compare",), ("ach",), ("timeline", "miller")])
@pytest.mark.parametrize("form", ["html", "svg", "csv"])
def test_files_are_written_whole_and_the_same_as_what_is_printed(command, mill, tmp_path, words, form):
    printed = command(*words, "-p", mill, "--format", form)
    assert printed.code == 0
    target = tmp_path / f"out.{form}"
    assert command(*words, "-p", mill, "--format", form, "-o", target).out == ""
    assert target.read_text(encoding="utf-8") == printed.out
    beginning = {"html": "<!DOCTYPE html>", "svg": "<svg ", "csv": ""}[form]
    assert printed.out.startswith(beginning)


def test_a_file_that_cannot_be_written_is_told(command, mill):
    result = command("compare", "-p", mill, "--format", "svg", "-o", mill / "no" / "x.svg")
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith("argmap: cannot write")


def test_schools_and_claims_are_told_apart(command, mill):
    data = json.loads(command("compare", "right", "bolt", "-p", mill, "--format", "json").out)
    assert data["schools"] == ["right"]
    assert [row["claim"] for row in data["claims"]] == ["bolt"]
    result = command("compare", "bold", "-p", mill)
    assert result.code == 2
    assert "did you mean 'bolt'" in result.err


def test_text_tells_where_agreement_and_use_of_evidence(command, mill):
    out = " ".join(command("compare", "-p", mill).out.split())
    assert "1 claim of which at least two schools speak; 1 more of which one school alone speaks" in out
    assert "left / right 0 of 1 0% 0.00 0.00" in out
    assert "Mind: left / right: rests on 1 claim only: one more could change it." in out
    assert "different evidence: documents: 1 for it, 1 against it, none on both sides" in out
    every = " ".join(command("compare", "--all", "-p", mill).out.split())
    assert "right: The Mill, p. 7" in every


@pytest.mark.parametrize("table", ["claims", "agreement", "cruxes", "evidence"])
def test_every_table_of_a_comparison_can_be_had_as_csv(command, mill, table):
    rows = list(
        csv.reader(io.StringIO(command("compare", "-p", mill, "--format", "csv", "--table", table).out))
    )
    assert len({len(row) for row in rows}) == 1


def test_no_cell_of_a_table_is_a_formula(command, mill):
    for words in (("compare",), ("ach", "--table", "hypotheses"), ("timeline",)):
        out = command(*words, "-p", mill, "--format", "csv").out
        assert "'=A bolt burnt it." in out
        assert not any(cell.startswith("=") for row in csv.reader(io.StringIO(out)) for cell in row)


def test_ach_ranks_the_thesis_and_its_rivals(command, mill):
    out = " ".join(command("ach", "-p", mill).out.split())
    assert "The hypotheses are 'miller' and the claims that contradict it." in out
    assert "3 pieces of evidence that tell the hypotheses apart" in out
    same = command("ach", "miller", "bolt", "-p", mill, "--format", "json").out
    assert (
        json.loads(same)["hypotheses"]
        == json.loads(command("ach", "--claims", "miller, bolt", "-p", mill, "--format", "json").out)[
            "hypotheses"
        ]
    )


def test_ach_before_an_audience_leaves_out_what_it_does_not_have(command, mill):
    data = json.loads(command("ach", "-p", mill, "--as-of", 1860, "--format", "json").out)
    assert data["excluded"] == ["sermon"]


def test_ach_without_rivals_is_told(command, project):
    root = project({"argmap.toml": "title = 'x'", "claims/a.yaml": "claims: {a: {text: So it is.}}"})
    result = command("ach", "-p", root)
    assert (result.code, result.out) == (2, "")
    assert result.err == "argmap: the map has no rival of any claim; name two hypotheses or more\n"


def test_timeline_of_a_whole_map_lists_events_and_says_what_else_there_is(command, mill):
    out = command("timeline", "-p", mill).out
    assert "1801-03-05? event     The mill burns. (fire)" in out
    assert "2 claims and 3 pieces of evidence are on other lanes" in out


def test_timeline_of_a_claim_tells_all_lanes_and_its_verdicts(command, mill):
    out = command("timeline", "miller", "-p", mill).out
    for line in ("1801-03", "1800", "1850", "1900"):
        assert line in out
    assert "The verdict on miller, by what could be read:" in out


def test_timeline_keeps_to_a_range_and_counts_the_rest(command, mill):
    out = command("timeline", "--lane", "made", "--from", 1801, "--to", 1801, "-p", mill).out
    assert "Evidence made: 2 (1 earlier), 1 Jan 1801 to 31 Dec 1801" in out
    assert command("timeline", "--from", "soon", "-p", mill).err.startswith("argmap: --from: 'soon' is not")
    assert command("timeline", "--part", "IX", "-p", mill).code == 2


def test_without_schools_there_is_nothing_to_compare(command, project):
    root = project({"argmap.toml": "title = 'x'", "claims/a.yaml": "claims: {a: {text: So it is.}}"})
    assert "nothing to compare" in command("compare", "-p", root).out
    assert command("compare", "-p", root, "--format", "html").code == 0
