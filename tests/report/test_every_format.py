"""What holds for every format of findings."""

import json
import re
from pathlib import Path
from typing import get_type_hints

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.check import NotChecked, check_project, reader
from argmap.cli.check import check
from argmap.report.registry import report_formats, write_report
from argmap.report.safe import indented
from audits import a_nasty_finding, an_audit, audits, nothing

PAGE = (Path(__file__).parents[2] / "docs" / "findings.md").read_text(encoding="utf-8")
FORMATS = sorted(report_formats())
every_format = pytest.mark.parametrize("form", FORMATS)


def test_the_formats_are_these():
    named = "concise full github gitlab json jsonl junit markdown rdjson sarif"
    assert named.split() == FORMATS


def test_the_help_of_check_names_every_format():
    told = get_type_hints(check, include_extras=True)["form"].__metadata__[0].help
    assert sorted(re.findall(r"\b(?!or\b)[a-z]+\b", told)) == FORMATS


def test_the_documentation_names_every_format():
    assert sorted(re.findall(r"^\| `(\w+)` \|", PAGE, re.MULTILINE)) == FORMATS


@pytest.mark.parametrize(
    "line", re.findall(r"argmap check .*--.*$", re.sub(r"`.*?`", "", PAGE), re.MULTILINE)
)
def test_the_commands_of_the_documentation_run(line, command, project):
    root = project({"claims/a.yaml": "claims: {a: {text: It is so.}}\n"})
    words = re.split(r" [|>]", line)[0].split()[1:]
    printed = command(*words, "--project", root)
    assert (printed.code, printed.err) == (0, "")


@pytest.mark.parametrize("text", re.findall(r"^```yaml\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL))
def test_the_configurations_of_the_documentation_are_yaml(text):
    assert "argmap check --format" in str(yaml.safe_load(text))


def test_an_unknown_format_is_told_with_the_nearest(command, project):
    printed = command("check", project({"claims/a.yaml": "claims: {}\n"}), "--format", "sarf")
    assert printed.code == 2
    assert printed.err == "argmap: no report format 'sarf'; did you mean 'sarif'?\n"


def test_two_runs_give_the_same_bytes(bad):
    first, second = ({f: write_report(check_project(bad), f, reader(bad)) for f in FORMATS} for _ in range(2))
    assert first == second


@every_format
def test_the_exit_code_does_not_depend_on_the_format(form, command, project):
    weak = project({"claims/a.yaml": "claims: {a: {text: It is so.}}\n"})
    assert command("check", weak, "--format", form).code == 0
    assert command("check", weak, "--format", form, "--fail-on", "warning").code == 1
    broken = project({"claims/b.yaml": "claims: [\n"})
    assert command("check", broken, "--format", form).code == 2


@pytest.mark.parametrize("form", sorted(set(FORMATS) - {"full", "concise", "json"}))
@settings(deadline=None)
@given(audit=audits)
def test_nothing_but_line_ends_is_unprintable_whatever_the_texts(form, audit):
    written = write_report(audit, form, nothing)
    assert written == "" or written.endswith("\n")
    assert written.replace("\n", "").isprintable()
    written.encode()


@every_format
def test_colour_is_for_people_only(form):
    plain, coloured = (write_report(an_audit(a_nasty_finding()), form, nothing, c) for c in (False, True))
    assert (plain == coloured) == (form not in ("full", "concise"))


@every_format
def test_a_rule_that_could_not_run_is_told(form):
    audit = an_audit(not_checked=(NotChecked("bad-date", "there is no calendar"),))
    written = write_report(audit, form, nothing)
    assert "there is no calendar" in written
    assert "bad-date" in written


@every_format
def test_a_file_name_with_a_line_end_begins_no_line_of_its_own(form, reported, project):
    root = project({"claims/b\n::error::x.yaml": "claims: [\n"})
    assert not re.search(r"^::error::x", reported(root, form), re.MULTILINE)


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner) | st.tuples(inner),
        max_leaves=12,
    )
)
def test_indented_json_is_that_of_the_standard_library(value):
    assert indented(value) == json.dumps(value, ensure_ascii=False, indent=2)
