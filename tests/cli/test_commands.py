"""Every command, through the real command line, on a small project of its own."""

import json
from pathlib import Path

import jsonschema
import pytest

import argmap
from argmap.cli.app import PANELS
from argmap.exchange.objects import output_schema


def test_check_of_a_sound_map_is_clean(command, town):
    ignored = ("single-source", "untriangulated-key-claim", "used-before-available")
    result = command("check", town, *(word for rule in ignored for word in ("--ignore", rule)))
    assert result.code == 0, result.out
    assert "clean: nothing found in 5 claims, 4 pieces of evidence" in result.out
    assert result.err == ""


def test_check_shows_the_line_with_a_mark_under_what_is_wrong(command, project):
    root = project({"claims/a.yaml": "claims:\n  a: {text: It is so., fro: [b]}\n"})
    result = command("check", root, "--select", "unknown-field")
    assert result.code == 1
    lines = result.out.splitlines()
    at = next(i for i, line in enumerate(lines) if "a: {text" in line)
    assert lines[at - 1].strip() == "--> claims/a.yaml:2:24"
    column = lines[at].index("fro:")
    assert lines[at + 1][column : column + 3] == "^^^"
    assert "did you mean 'for'?" in result.out


def test_check_fails_from_the_severity_asked_for(command, project):
    root = project({"claims/a.yaml": "claims:\n  a: {text: It is so.}\n"})
    assert command("check", root).code == 0
    assert command("check", root, "--fail-on", "warning").code == 1
    assert command("check", root, "--fail-on", "never").code == 0


def test_check_as_json_is_valid_against_its_schema(command, project):
    root = project({"claims/a.yaml": "claims:\n  a: {text: It is so., for: [nobody]}\n"})
    data = json.loads(command("check", root, "--format", "json").out)
    jsonschema.validate(data, output_schema("check"))
    finding = next(f for f in data["findings"] if f["rule"] == "dangling-reference")
    assert (finding["file"], finding["line"], finding["subjects"][0]) == ("claims/a.yaml", 2, "a")
    assert finding["fingerprint"]


def test_a_fingerprint_survives_a_moved_line(command, project):
    text = "claims:\n  a: {text: It is so.}\n"
    first = json.loads(command("check", project({"claims/a.yaml": text}), "--format", "json").out)
    moved = json.loads(command("check", project({"claims/a.yaml": "# a\n\n" + text}), "--format", "json").out)
    prints = [[f["fingerprint"] for f in data["findings"]] for data in (first, moved)]
    assert prints[0] == prints[1] != []


def test_check_with_an_unknown_rule_names_the_nearest(command, town):
    result = command("check", town, "--select", "unsuported-claim")
    assert result.code == 2
    assert "did you mean 'unsupported-claim'?" in result.err


def test_why_tells_the_verdict_the_ground_and_the_failed_objection(command, town):
    result = command("why", "miller-burnt-it", "-p", town)
    assert result.code == 0
    assert result.out.startswith("✓ miller-burnt-it: supported (firm)")
    for words in (
        "What weighs most for it: “The miller was ruined” (miller-was-ruined) together with",
        "The one objection fails.",
        "Answered by sky-was-clear, which stands",
        "Warrant: Who is ruined",
    ):
        assert words in " ".join(result.out.split())


def test_why_as_json_is_valid_against_its_schema(command, town):
    data = json.loads(command("why", "miller-burnt-it", "-p", town, "--format", "json").out)
    jsonschema.validate(data, output_schema("why"))
    assert data["verdict"]["verdict"] == "supported"
    assert data["arguments"][0]["premises"][0]["why"]["claim"] == "miller-was-ruined"


def test_why_of_a_wrong_id_names_the_nearest(command, town):
    result = command("why", "miller-burn-it", "-p", town)
    assert (result.code, result.out) == (2, "")
    assert result.err == "argmap: no claim 'miller-burn-it'; did you mean 'miller-burnt-it'?\n"


def test_what_if_shows_old_and_new_verdict(command, town):
    result = command("what-if", "--without", "shop-ledger", "-p", town)
    assert "✓ supported (firm) → ○ unsupported   oil-was-bought" in result.out
    assert "✓ supported (firm) → ○ unsupported   miller-burnt-it" in result.out


@pytest.mark.parametrize(
    ("words", "turned"),
    [
        (("--without", "rolls"), {"miller-was-ruined", "miller-burnt-it"}),
        (("--as-of", "1860"), {"sky-was-clear"}),
        (("--school", "pious"), set()),
        (("--reject", "miller-was-ruined"), {"miller-was-ruined", "miller-burnt-it"}),
        (("--assume", "lightning-struck"), set()),
    ],
)
def test_what_if_before_each_kind_of_audience(command, town, words, turned):
    data = json.loads(command("what-if", *words, "-p", town, "--format", "json").out)
    jsonschema.validate(data, output_schema("what-if"))
    assert {change["claim"] for change in data["changes"] if change["turned"]} == turned


def test_what_if_without_an_audience_says_what_to_give(command, town):
    result = command("what-if", "-p", town)
    assert result.code == 2
    assert "--without" in result.err


def test_what_if_of_a_date_that_is_none(command, town):
    result = command("what-if", "--as-of", "spring", "-p", town)
    assert result.code == 2
    assert result.err.startswith("argmap: --as-of: ")


def test_compare_shows_stances_verdicts_agreement_and_cruxes(command, town):
    result = command("compare", "-p", town)
    assert result.code == 0
    for words in ("pious", "secular", "+ holds", "lightning-struck", "No two schools speak", "No cruxes"):
        assert words in result.out
    data = json.loads(command("compare", "-p", town, "--format", "json").out)
    jsonschema.validate(data, output_schema("compare"))
    row = next(r for r in data["claims"] if r["claim"] == "lightning-struck")
    assert row["schools"]["pious"]["stance"] == "holds"
    assert row["schools"]["pious"]["cite"] == ["sermon"]
    assert row["schools"]["secular"]["stance"] == "silent"


def test_compare_tells_agreement_and_cruxes_where_schools_part(command, project):
    root = project(
        {
            "claims/a.yaml": """
claims:
  base: {text: It rained., for: [diary], schools: {wet: {stance: holds}, dry: {stance: rejects}}}
  flood: {text: The river rose., for: [base]}
schools: {wet: {name: Wet}, dry: {name: Dry}}
evidence: {diary: {shows: Rain for a week., form: record}}
"""
        }
    )
    out = " ".join(command("compare", "-p", root).out.split())
    assert "dry / wet 0 of 1 0%" in out
    assert "base wet dry 1 1" in out  # one claim above, one verdict that turns


def test_compare_of_an_unknown_school(command, town):
    result = command("compare", "piuos", "-p", town)
    assert result.code == 2
    assert "did you mean 'pious'?" in result.err


@pytest.mark.parametrize(("ending", "start"), [("svg", b"<svg"), ("png", b"\x89PNG"), ("dot", b"digraph")])
def test_draw_writes_a_picture(command, town, tmp_path, ending, start):
    for words in ((), ("miller-burnt-it",), ("--school", "pious"), ("--part", "I")):
        target = tmp_path / f"picture.{ending}"
        assert command("draw", *words, "--out", target, "-p", town).code == 0
        assert start in target.read_bytes()[:400]


def test_draw_to_an_unknown_kind_of_file(command, town, tmp_path):
    result = command("draw", "--out", tmp_path / "a.gif", "-p", town)
    assert result.code == 2
    assert "no figure format '.gif'" in result.err
    assert list(tmp_path.glob("*.gif")) == []


def test_show_tells_a_record_its_verdict_and_what_names_it(command, town):
    result = command("show", "lightning-struck", "-p", town)
    assert "verdict: supported (good)" in result.out
    assert "named by: miller-burnt-it" in result.out
    evidence = json.loads(command("show", "debt-roll", "-p", town, "--format", "json").out)
    assert evidence["record"]["cited"] == ["I.1"]
    assert evidence["grade"] == "firm: form record 4"


def test_stats_counts_what_is_there(command, town):
    data = json.loads(command("stats", "-p", town, "--format", "json").out)
    jsonschema.validate(data, output_schema("stats"))
    assert data["records"]["claims"] == 5
    assert data["verdicts"]["supported"] == 5
    assert data["notes_cited"] == 2
    assert "Who burnt the mill?" in command("stats", "-p", town).out


def test_export_json_has_every_record_under_the_field_names_of_the_files(command, town, tmp_path):
    target = tmp_path / "out.json"
    assert command("export", "json", "--out", target, "-p", town).code == 0
    data = json.loads(target.read_text(encoding="utf-8"))
    jsonschema.validate(data, output_schema("export"))
    assert data["claims"]["miller-was-ruined"]["for"] == [{"from": ["debt-roll"]}]
    assert data["claims"]["miller-burnt-it"]["against"] == [
        {"from": ["lightning-struck"], "answer": ["sky-was-clear"]}
    ]
    assert data["verdicts"]["miller-burnt-it"]["verdict"] == "supported"
    assert data["verdicts"]["miller-burnt-it"]["for"] == [4, 4]
    assert set(data) >= {"claims", "evidence", "sources", "schools", "scholars", "events", "verdicts"}


def test_explain_tells_a_rule_with_both_examples(command):
    result = command("explain", "single-source")
    assert result.code == 0
    assert "Found in:" in result.out
    assert "Not found in:" in result.out
    assert "unsupported-claim" in command("explain").out
    assert "self-serving" in command("explain", "grades").out
    assert "for > against" in command("explain", "standards").out
    assert command("explain", "no-such").code == 2


def test_schema_prints_every_schema(command, tmp_path):
    for name in ("files", "settings", "check", "export", "why", "compare", "stats", "what-if"):
        jsonschema.Draft202012Validator.check_schema(json.loads(command("schema", name).out))
    assert command("schema", "--out", tmp_path / "schemas").code == 0
    assert (tmp_path / "schemas" / "argmap.schema.json").exists()


def test_the_shipped_schemas_are_those_that_schema_writes(command, tmp_path):
    shipped = Path(__file__).parents[2] / "schema"
    command("schema", "--out", tmp_path)
    for made in sorted(tmp_path.glob("*.json")):
        assert (shipped / made.name).read_text(encoding="utf-8") == made.read_text(encoding="utf-8"), (
            made.name
        )


def test_new_begins_a_project_that_checks_and_never_overwrites(command, tmp_path):
    folder = tmp_path / "my argument"
    assert command("new", folder, "--title", 'A "fire"').code == 0
    result = command("check", folder)
    assert result.code == 0
    assert "unsupported-claim" in result.out  # its one gap, there to be found
    assert argmap.load(folder).project.settings.title == 'A "fire"'
    again = command("new", folder)
    assert again.code == 2
    assert "is there already" in again.err


def test_build_writes_pages(command, town, tmp_path):
    assert command("build", "--out", tmp_path / "site", "-p", town).code == 0
    assert "Who burnt the mill?" in (tmp_path / "site" / "index.html").read_text(encoding="utf-8")


def test_every_command_has_help(command):
    for names in PANELS.values():
        for name in names:
            result = command(name.rstrip("_").replace("_", "-"), "--help")
            assert result.code == 0
            assert "Usage: argmap" in result.out


def test_help_shows_commands_in_panels(command):
    help_text = command("--help").out
    for panel in PANELS:
        assert f" {panel} " in help_text


def test_the_project_is_found_upwards(command, town, monkeypatch):
    monkeypatch.chdir(town / "claims")
    assert command("stats").code == 0


def test_outside_a_project_one_message_and_exit_2(command, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    result = command("stats")
    assert result.code == 2
    assert result.err.startswith("argmap: no argmap project in")
    assert result.err.count("\n") == 1


def test_check_writes_nothing(command, town):
    before = {path: path.stat().st_mtime_ns for path in town.rglob("*")}
    command("check", town)
    assert {path: path.stat().st_mtime_ns for path in town.rglob("*")} == before
