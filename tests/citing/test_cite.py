"""``argmap cite`` and the citations of a project's evidence."""

import json
import sys

import pytest

ITEMS = [
    {
        "id": "marlowe-1988",
        "type": "book",
        "title": "The granary and the crown",
        "author": [{"family": "Marlowe", "given": "Ruth"}],
        "issued": {"date-parts": [[1988]]},
    },
    {
        "id": "papers",
        "type": "collection",
        "title": "Harbour Papers",
        "archive": "Harbour Archive",
    },
    {
        "id": "memo",
        "type": "document",
        "title": "On grain",
        "archive": "Harbour Archive",
        "archive_location": "f. 1",
        "issued": {"date-parts": [[1950, 1, 30]]},
    },
    {"id": "times", "type": "periodical", "title": "Harbour Times"},
]
EVIDENCE = """
evidence:
  page: {shows: Bread was dear., source: marlowe-1988, locator: p. 12-14}
  sheet: {shows: Grain was short., source: memo, locator: {fond: 45, opis: 1, delo: 331, list: 76-77}}
  held:
    {shows: A., source: papers, locator: "Telegram from Shaw to Marlowe, 2 May 1950", made: 1950-05-02}
  described: {shows: A., source: papers, kind: minutes, made: 1950-05-02, by: [shaw]}
  issue: {shows: A., source: times, locator: {date: 1950-06-25, page: 3}, made: 1950-06-25}
  bare: {shows: A., kind: letter, made: 1950~, by: [nobody-known], locator: {record_group: 242, box: 5}}
  nothing: {shows: The mill stood still.}
scholars:
  shaw: {name: "Shaw, Peter"}
"""


@pytest.fixture
def bakery(project):
    return project(
        {"argmap.toml": "", "evidence/sources.json": json.dumps(ITEMS), "evidence/all.yaml": EVIDENCE}
    )


@pytest.mark.parametrize(
    ("key", "note", "short"),
    [
        (
            "marlowe-1988",
            "Ruth Marlowe, The Granary and the Crown (1988).",
            "Marlowe, Granary and the Crown.",
        ),
        (
            "page",
            "Ruth Marlowe, The Granary and the Crown (1988), 12–14.",
            "Marlowe, Granary and the Crown, 12–14.",
        ),
        (
            "sheet",
            "“On grain,” January 30, 1950, f. 45, op. 1, d. 331, ll. 76–77, Harbour Archive.",
            "“On grain,” ll. 76–77.",
        ),
        (
            "held",
            "Shaw to Marlowe, telegram, May 2, 1950, in Harbour Papers, Harbour Archive.",
            "Shaw to Marlowe, May 2, 1950.",
        ),
        (
            "described",
            "Peter Shaw, minutes, May 2, 1950, in Harbour Papers, Harbour Archive.",
            "Shaw, minutes, May 2, 1950.",
        ),
        ("issue", "Harbour Times, June 25, 1950, 3.", "Harbour Times, June 25, 1950, 3."),
        ("bare", "Nobody Known, letter, [ca. 1950], RG 242, box 5.", "Nobody Known, letter, [ca. 1950]."),
        ("nothing", "“The mill stood still,” n.d.", "“Mill stood still.”"),
    ],
)
def test_sources_and_evidence_are_printed(bakery, command, key, note, short):
    printed = command("cite", key, "--note", "--short", "-p", bakery)
    assert (printed.code, printed.err) == (0, "")
    assert printed.out == f"{note}\n{short}\n"


def test_the_whole_bibliography_is_sorted(bakery, command):
    lines = command("cite", "--all", "-p", bakery).out.splitlines()
    assert lines == [
        "Harbour Papers. Harbour Archive.",
        "Harbour Times.",
        "Marlowe, Ruth. The Granary and the Crown. 1988.",
        "“On grain.” January 30, 1950. F. 1. Harbour Archive.",
    ]
    grouped = command("cite", "--all", "--grouped", "--format", "markdown", "-p", bakery).out
    assert grouped.startswith("## Archival sources\n\n")
    assert "*Harbour Times*.\n" in grouped


def test_json_has_every_form_in_every_shape(bakery, command):
    (cited,) = json.loads(command("cite", "page", "--short", "--format", "json", "-p", bakery).out)
    assert cited["id"] == "page"
    assert set(cited) == {"id", "short"}
    assert cited["short"]["html"] == "Marlowe, <i>Granary and the Crown</i>, 12–14."


def test_html_is_escaped(project, command):
    item = {"id": "x", "type": "book", "title": "<script>alert(1)</script> & so on"}
    folder = project({"argmap.toml": "", "evidence/a.json": json.dumps([item])})
    out = command("cite", "x", "--format", "html", "-p", folder).out
    assert "<script" not in out.lower()
    assert "&lt;script&gt;" in out.lower()
    assert out.startswith("<p><i>")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["cite"], "name sources or evidence, or ask for --all"),
        (["cite", "x", "--all"], "name sources or evidence, or ask for --all"),
        (["cite", "marlow-1988"], "did you mean 'marlowe-1988'?"),
        (["cite", "page", "--style", "chicag"], "no style 'chicag'; did you mean 'chicago'?"),
        (["cite", "page", "--style", "missing.csl"], "cannot read the style 'missing.csl'"),
    ],
)
def test_misuse_ends_in_one_message(bakery, command, words, told):
    printed = command(*words, "-p", bakery)
    assert printed.code == 2
    assert told in printed.err
    assert printed.out == ""


STYLE = """<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" class="note" version="1.0">
  <info><title>T</title><id>t</id><updated>2020-01-01T00:00:00+00:00</updated></info>
  <citation><layout suffix="!"><group delimiter=" / "><names variable="author"/>
    <text variable="title" font-style="italic"/><text variable="locator"/></group></layout></citation>
  <bibliography><sort><key variable="title"/></sort><layout><text variable="title"/></layout></bibliography>
</style>
"""


def test_any_style_prints_through_pandoc(bakery, command, tmp_path):
    pytest.importorskip("pypandoc")
    sheet = tmp_path / "own.csl"
    sheet.write_text(STYLE)
    printed = command(
        "cite", "page", "--style", sheet, "--note", "--bibliography", "--format", "markdown", "-p", bakery
    )
    assert printed.code == 0, printed.err
    assert printed.out == "Ruth Marlowe / *The granary and the crown* / 12–14!\n\nThe granary and the crown\n"
    every = command("cite", "--all", "--style", sheet, "-p", bakery).out.splitlines()
    assert every == ["Harbour Papers", "Harbour Times", "On grain", "The granary and the crown"]


def test_without_the_extra_one_message_says_how_to_get_it(bakery, command, tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "pypandoc", None)
    sheet = tmp_path / "own.csl"
    sheet.write_text(STYLE)
    printed = command("cite", "page", "--style", sheet, "-p", bakery)
    assert printed.code == 2
    assert "pip install 'argmap[csl]'" in printed.err


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("<a/>", "is no style in the Citation Style Language"),
        ("not xml", "is no XML"),
        ('<!DOCTYPE a [<!ENTITY b "c">]>' + STYLE.partition("\n")[2], "has a document type"),
        (
            STYLE.replace(
                "<id>t</id>", '<id>t</id><link href="http://x.org/styles/parent" rel="independent-parent"/>'
            ),
            "take 'parent.csl' itself",
        ),
        (STYLE.replace("<citation>", "<citatio>"), "is no XML"),
    ],
)
def test_a_file_that_is_no_style_is_refused(bakery, command, tmp_path, text, told):
    sheet = tmp_path / "bad.csl"
    sheet.write_text(text)
    printed = command("cite", "page", "--style", sheet, "-p", bakery)
    assert printed.code == 2
    assert told in printed.err
    assert "Traceback" not in printed.err


def test_pandoc_that_takes_too_long_is_stopped(bakery, tmp_path, monkeypatch):
    pypandoc = pytest.importorskip("pypandoc")
    from argmap.api import load
    from argmap.citing.citation import Citer
    from argmap.citing.pandoc import styled
    from argmap.model.errors import ArgmapError

    slow = tmp_path / "pandoc"
    slow.write_text("#!/bin/sh\nexec sleep 30\n")
    slow.chmod(0o755)
    sheet = tmp_path / "own.csl"
    sheet.write_text(STYLE)
    monkeypatch.setattr(pypandoc, "get_pandoc_path", lambda: str(slow))
    with pytest.raises(ArgmapError, match="pandoc took longer than 0 s"):
        styled([Citer(load(bakery).project).placed("page")], sheet, seconds=0.1)
