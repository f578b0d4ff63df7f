"""The format ``markdown``, read back by a reader of GitHub's flavour."""

import re

import pytest
from hypothesis import given, settings
from markdown_it import MarkdownIt

from argmap.model.finding import Severity
from argmap.report.markdown import LARGEST, escaped
from argmap.report.registry import write_report
from argmap.report.safe import one_line
from audits import NASTY, a_finding, a_nasty_finding, an_audit, audits, nothing

READER = MarkdownIt("gfm-like", {"linkify": False, "html": True})


def text_of(inline) -> str:
    """Give the text of a piece of Markdown; comments are none, any other mark fails."""
    told = ""
    for child in inline.children:
        if child.type == "html_inline":
            assert child.content in ("<!-- -->", "<br>"), child.content
            told += "\n" if child.content == "<br>" else ""
        elif child.type not in ("em_open", "em_close", "strong_open", "strong_close"):
            assert child.type in ("text", "text_special"), child
            told += child.content
    return told


def tables(written: str) -> dict[str, list[list[str]]]:
    """Read each table: what stands over it, and its rows."""
    tokens = READER.parse(written)
    found: dict[str, list[list[str]]] = {}
    head, row = "", []
    for before, token in zip([None, *tokens], tokens, strict=False):
        if token.type == "inline" and before.type == "paragraph_open":
            head = text_of(token)
        elif token.type == "tbody_open":
            found[head] = []
        elif token.type == "tr_open":
            row = []
        elif token.type == "inline" and before.type == "td_open":
            row.append(text_of(token))
        elif token.type == "tr_close" and head in found:
            found[head].append(row)
    return found


def test_each_file_has_a_table_of_its_findings(reported, findings, bad):
    expected: dict[str, list] = {}
    for f in findings(bad):
        head = "The project" if f["file"] == "." else f["file"]
        row = [str(f["line"] or ""), f["severity"], f["rule"], f["message"]]
        expected.setdefault(head, []).append(row)
    told = tables(reported(bad, "markdown"))
    assert {
        file: [[*row[:3], row[3].split("\n")[0]] for row in rows] for file, rows in told.items()
    } == expected


def test_other_places_and_help_stand_under_the_message(reported, project):
    root = project(
        {"claims/a.yaml": "claims: {a: {text: One.}}\n", "claims/b.yaml": "claims: {a: {text: Two.}}\n"}
    )
    (row,) = [
        r for rows in tables(reported(root, "markdown")).values() for r in rows if r[2] == "duplicate-id"
    ]
    _, *others, told = row[3].split("\n")
    assert any(line.startswith("see claims/a.yaml:1:10") for line in others)
    assert told.startswith("help: ")


def test_nothing_in_a_text_is_a_mark_a_tag_or_the_end_of_a_cell():
    ((row,),) = tables(write_report(an_audit(a_nasty_finding()), "markdown", nothing)).values()
    assert row[3].split("\n")[0] == one_line(NASTY)


@pytest.mark.parametrize(
    "text", ["@somebody", "see #12", "!7", "https://example.org", "www.example.org", "GH-12"]
)
def test_mentions_and_links_are_broken(text):
    assert re.fullmatch(r".*<!-- -->.*", escaped(text))
    (inline,) = [t for t in READER.parse(escaped(text)) if t.type == "inline"]
    assert text_of(inline) == text


@settings(deadline=None)
@given(audit=audits)
def test_any_audit_reads_back(audit):
    told = tables(write_report(audit, "markdown", nothing))
    rows = [row for rows in told.values() for row in rows]
    assert sorted(row[3].split("\n")[0] for row in rows) == sorted(one_line(f.message) for f in audit)


def test_what_is_too_much_for_a_comment_is_counted_and_the_worst_is_shown():
    many = [a_finding(f"{'long ' * 50}{i}", severity=Severity.NOTE) for i in range(500)]
    last = a_finding("the worst", "claims/z.yaml")
    written = write_report(an_audit(*many, last), "markdown", nothing)
    (first, rows), (file, worst) = tables(written).items()
    assert (first, file) == ("claims/a.yaml", "claims/z.yaml")
    assert worst == [["3", "error", "self-support", "the worst"]]
    assert f"Not shown, as there are too many for one comment: {500 - len(rows)} notes." in written
    assert LARGEST - 1000 < len(written) < 65_536


def test_a_table_for_every_finding_is_not_too_much_for_a_comment_either():
    many = [a_finding("no", f"claims/{i:04}-{'long' * 30}.yaml") for i in range(500)]
    written = write_report(an_audit(*many), "markdown", nothing)
    assert f"{500 - len(tables(written))} errors." in written
    assert LARGEST - 1000 < len(written) < 65_536


def test_nothing_found_is_told():
    assert write_report(an_audit(), "markdown", nothing) == (
        "### argmap: nothing found in 1 claim, 0 pieces of evidence\n"
    )
