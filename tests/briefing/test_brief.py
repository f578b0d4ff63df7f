"""One claim on one page."""

import json
import re

import pytest

import argmap
from argmap.model.errors import UnknownIdError
from briefing_makers import FILES, read_page

CLAIM = """
claims:
  baker-did-it:
    text: The baker <i>burned</i> the tower | all of it.
    part: I
    held_by: [brunn]
    hedge: seems
    for:
      - {from: oven-was-lit, because: Fire comes from fire.}
      - {from: gossip, bearing: inferential}
    against: [{from: he-was-away, answer: oven-was-lit}]
    schools: {old: holds}
  oven-was-lit: {text: The oven was lit that night., part: I, held_by: [brunn], for: [night-watch]}
  he-was-away: {text: He was away., held_by: [lund], for: [letter]}
schools: {old: {name: Old School}}
scholars: {brunn: {name: Edda Brunn}, lund: {name: Ida Lund}}
"""
EVIDENCE = """
evidence:
  night-watch: {shows: Light was seen., source: watch-book, form: record, made: 1712, available: 1994}
  gossip: {shows: A neighbour says so., form: testimony, witness: hearsay, made: 1712, available: 1950}
  letter: {shows: A letter puts him elsewhere., form: derived, available: 1960}
"""
FILES_HERE = {**FILES, "claims/a.yaml": CLAIM, "evidence/b.yaml": EVIDENCE}


@pytest.fixture
def root(project):
    return project(FILES_HERE)


@pytest.fixture
def brief(root):
    return argmap.load(root).brief("baker-did-it")


def test_it_tells_evidence_with_every_step_of_its_grade(brief):
    told = " ".join(brief.text().split())
    assert "testimony starts at good (3), hearsay −1, bears on it by inference −1" in told
    assert "night-watch Light was seen. speaks for: oven-was-lit" in told
    assert "a record of the act itself starts at firm (4)" in told


def test_it_tells_objections_with_what_meets_them(brief):
    told = " ".join(brief.text().split())
    assert "he-was-away He was away. grade: nothing (0) why: supported (weak)" in told
    assert "met by: oven-was-lit (stands)" in told


def test_it_tells_schools_years_and_weak_points(brief):
    told = " ".join(brief.text().split())
    assert "Old School stance: holds" in told
    assert re.search(r"before ○ unsupported 1950 .* 1994 ✓ supported \(firm\)", told)
    assert brief.facts.fragilities[0].by == "evidence"


def test_the_figure_is_drawn_and_told_as_a_list(brief):
    assert brief.html().count("<svg") == 1
    assert "Fire comes from fire." in brief.facts.figure.outline


def test_the_page_needs_nothing_else_and_escapes_what_would_steer_it(brief):
    reader = read_page(brief.html())
    assert reader.tags["script"] == reader.tags["link"] == reader.tags["i"] == 0
    assert [address for address in reader.outside if not address.startswith("#")] == []
    assert "The baker <i>burned</i> the tower | all of it." in reader.text


def test_markdown_is_escaped_and_whole(brief):
    text = brief.markdown()
    assert text.startswith(r"# The baker \<i>burned\</i> the tower \| all of it.")
    assert all(line.count(" | ") for line in text.splitlines() if line.startswith("| ---"))


@pytest.mark.parametrize(
    ("name", "start"), [("a.html", "<!DOCTYPE"), ("a.md", "# The"), ("a.txt", "The baker")]
)
def test_the_form_follows_the_ending_of_the_file(root, command, tmp_path, name, start):
    assert command("brief", "baker-did-it", "-p", root, "--out", tmp_path / name).code == 0
    assert (tmp_path / name).read_text(encoding="utf-8").startswith(start)


def test_as_json_it_has_the_grade_steps_and_what_it_hangs_on(root, command):
    told = json.loads(command("brief", "baker-did-it", "-p", root, "--format", "json").out)
    gossip = told["why"]["arguments"][1]["premises"][0]["grade"]
    assert (gossip["word"], gossip["value"]) == ("weak", 1)
    assert [step["change"] for step in gossip["steps"]] == [3, -1, -1]
    assert [each["by"] for each in told["hangs_on"]] == ["evidence", "source", "archive", "person"]
    assert told["review"]["status"] == "not reviewed"


def test_a_claim_that_there_is_not_is_told(root, command):
    done = command("brief", "baker-did", "-p", root)
    assert (done.code, done.err.count("\n")) == (2, 1)
    with pytest.raises(UnknownIdError):
        argmap.load(root).brief("nobody")


def test_a_claim_of_which_nothing_is_known_has_a_brief_too(project, command):
    root = project({"claims/a.yaml": "claims: {c: {text: It rained.}}"})
    told = command("brief", "c", "-p", root)
    assert told.code == 0
    assert "Nothing is given for it." in told.out
    assert "No objection is recorded." in told.out


def test_the_brief_is_the_same_twice(root):
    assert argmap.load(root).brief("baker-did-it").html() == argmap.load(root).brief("baker-did-it").html()


def test_words_that_html_may_not_hold_are_left_out(project):
    root = project({"claims/a.yaml": 'claims: {c: {text: "a\\uFFFFb </title><script>alert(1)</script>"}}'})
    page = argmap.load(root).brief("c").html()
    assert "<script" not in page
    assert "\uffff" not in page
