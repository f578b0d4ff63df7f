"""How verdicts turned as evidence became readable."""

import json
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.model.edtf import parse_edtf
from argmap.model.errors import ArgmapError, UnknownIdError
from argmap.model.project import Project
from argmap.model.records import School, Source
from argmap.verdict.audience import Audience
from argmap.verdict.history import History, histories, sure_day, year_of
from argmap.verdict.judgement import Judgement, judge
from makers import a_claim, a_project, some_evidence
from maps import maps

DATES = ("1949", "1950", "1950-06", "1950/..", "../..", "../1951", "195X", "1951~")


@st.composite
def dated_maps(draw: st.DrawFn) -> Project:
    project = draw(maps())
    date = st.sampled_from([None, *map(parse_edtf, DATES)])
    evidence = {
        key: replace(item, available=draw(date), source=draw(st.sampled_from([None, "s1"])))
        for key, item in project.evidence.items()
    }
    source = Source("book", "One", issued=parse_edtf("1952"))
    return replace(project, evidence=evidence, sources={"s1": source})


def at(told: History, day: int) -> str:
    past = [turn.after.verdict for turn in told.turns if turn.day <= day]
    return past[-1] if past else told.first.verdict


@settings(max_examples=300, deadline=None)
@given(dated_maps())
def test_the_sweep_agrees_with_judging_at_every_date(project):
    before = judge(project)
    told = histories(before)
    for date in ("1900", "1949", "1950-05", "1950-06", "1950", "1951", "1952", "1960"):
        when = parse_edtf(date)
        judged = judge(project, Audience(as_of=when), before)
        for claim, history in told.items():
            assert at(history, sure_day(when)) == judged[claim].verdict
            years = [str(v) for year, v in history.strip if year <= year_of(sure_day(when))]
            if date != "1950-05" and date != "1950-06":
                assert (years or [str(history.first)])[-1] == str(judged[claim])


@settings(max_examples=300, deadline=None)
@given(dated_maps())
def test_releases_turn_a_verdict_together_and_none_can_be_spared(project):
    before = judge(project)
    for claim, history in histories(before).items():
        assert all(a.after.verdict == b.before.verdict for a, b in pairwise(history.turns))
        for turn in history.turns:
            days = {key: readable(project, key) for key in project.evidence}
            later = {key for key, day in days.items() if day is None or day > turn.day}
            today = {key for key, day in days.items() if day == turn.day}
            named = {each.evidence for each in turn.releases}
            assert named
            assert named <= today

            assert word(before, claim, later | (today - named)) == turn.after.verdict
            for key in named:
                kept = named - {key}
                assert word(before, claim, later | (today - kept)) != turn.after.verdict


def word(before: Judgement, claim: str, without: set[str]) -> str:
    return judge(before.project, Audience(without=frozenset(without)), before)[claim].verdict


def readable(project: Project, key: str) -> float | None:
    """The day from which some evidence is readable; none if never."""
    item = project.evidence[key]
    since = item.available or (project.sources[item.source].issued if item.source else None)
    return sure_day(since) if since else float("-inf")


THE_MILL = a_project(
    {
        "arson": a_claim(pro=["oil"], con=["alibi"]),
        "guilt": a_claim(pro=["arson"]),
        "storm": a_claim(pro=["rumour"]),
    },
    {
        "oil": some_evidence(form="scholarship", available="1950"),
        "alibi": some_evidence(available="1960-03"),
        "rumour": some_evidence(),
    },
)


def test_a_history_tells_years_and_releases():
    told = histories(judge(THE_MILL))
    assert [
        (t.year, t.before.verdict, t.after.verdict, [(r.evidence, r.known_from) for r in t.releases])
        for t in told["guilt"].turns
    ] == [
        (1950, "unsupported", "supported", [("oil", "available")]),
        (1960, "supported", "unsupported", [("alibi", "available")]),
    ]
    assert [(year, str(v)) for year, v in told["arson"].strip] == [
        (1950, "supported (limited)"),
        (1960, "outweighed"),
    ]
    assert told["storm"].undated == ("rumour",)
    assert told["storm"].turns == ()


def test_one_claim_can_be_asked_about():
    judged = judge(THE_MILL)
    assert histories(judged, ["guilt"])["guilt"] == histories(judged)["guilt"]
    with pytest.raises(UnknownIdError, match="no claim 'gilt'; did you mean 'guilt'"):
        histories(judged, ["gilt"])


def test_a_school_is_not_asked():
    project = a_project(
        {"a": a_claim(pro=["e"], schools={"one": "holds"})},
        {"e": some_evidence()},
        schools={"one": School(name="One")},
    )
    with pytest.raises(ArgmapError, match="not of a school"):
        histories(judge(project, Audience(school="one")))


@given(st.integers(1, 3_652_059))
def test_a_day_lies_in_its_year(day):
    year = parse_edtf(f"{year_of(day):04d}")
    assert year.earliest <= day <= year.latest


def test_years_before_the_first_are_counted_on():
    assert [year_of(day) for day in (366, 365, 1, 0, -365, -366)] == [2, 1, 1, 0, 0, -1]


CHALLENGED = """
claims:
  plan-was-real: {text: There was a plan., for: [plan-paper]}
  paper-was-planted: {text: The paper was planted., for: [confession]}
evidence:
  plan-paper:
    {shows: A paper lays out the plan., form: record, available: 1950, challenged_by: [paper-was-planted]}
  confession: {shows: A clerk confesses., form: record, available: 1990}
"""


def test_grades_of_then_count_evidence_until_its_challenge_could_be_read(project, command):
    root = project({"claims/a.yaml": CHALLENGED})
    told = json.loads(command("as-of", "plan-was-real", "-p", root, "--format", "json").out)["claims"][0]
    words = [(step["year"], step["verdict"]["verdict"]) for step in told["strip"]]
    assert words == [(1950, "supported"), (1990, "unsupported")]


def test_grades_of_now_never_count_evidence_found_worthless_since(project, command):
    root = project({"claims/a.yaml": CHALLENGED})
    asked = ("as-of", "plan-was-real", "-p", root, "--grades", "now", "--format", "json")
    told = json.loads(command(*asked).out)["claims"][0]
    assert (told["strip"], told["now"]["verdict"]) == ([], "unsupported")
    for grades, word in (("then", "supported"), ("now", "unsupported")):
        asked = (
            "why",
            "plan-was-real",
            "-p",
            root,
            "--as-of",
            "1970",
            "--grades",
            grades,
            "--format",
            "json",
        )
        assert json.loads(command(*asked).out)["verdict"]["verdict"] == word


def test_grades_of_now_want_a_date(project, command):
    root = project({"claims/a.yaml": CHALLENGED})
    done = command("what-if", "-p", root, "--grades", "now")
    assert (done.code, done.err.count("\n")) == (2, 1)
