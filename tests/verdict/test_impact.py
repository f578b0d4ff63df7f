"""What turns if a document is withdrawn or found forged."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.model.errors import UnknownIdError, UnknownNameError
from argmap.model.records import Source
from argmap.verdict.audience import Audience
from argmap.verdict.cone import parts_of
from argmap.verdict.impact import impact
from argmap.verdict.judgement import judge
from argmap.verdict.whatif import changes
from makers import a_claim, a_project, some_evidence
from maps import maps

A_MAP = a_project(
    {
        "top": a_claim(pro=["middle"]),
        "middle": a_claim(pro=["log"]),
        "aside": a_claim(pro=["log", {"from": ["copy"], "strength": "weak"}]),
        "free": a_claim(pro=["letter"]),
        "copied": a_claim(pro=["copy"]),
    },
    {
        "log": some_evidence(source="ledger", document="the-log", by=["Ann"]),
        "copy": some_evidence(source="reprint", document="the-log"),
        "letter": some_evidence(source="letters", by=["ann", "Bob"]),
    },
    sources={
        "ledger": Source("book", "Ledger", archive="Town Hall"),
        "letters": Source("book", "Letters", archive="town hall"),
        "unused": Source("book", "Unused"),
    },
)


def test_what_most_depends_on_comes_first():
    found = impact(judge(A_MAP), "log")
    assert (found.kind, found.withdrawn) == ("evidence", ("log",))
    assert [(e.claim, str(e.before), str(e.after), e.above) for e in found.if_withdrawn] == [
        ("middle", "supported (firm)", "unsupported", 1),
        ("top", "supported (firm)", "unsupported", 0),
        ("aside", "supported (firm)", "supported (weak)", 0),
    ]


def test_forgery_takes_with_it_what_others_have_of_the_same_document():
    found = impact(judge(A_MAP), "log")
    assert found.forged == ("copy", "log")
    assert [e.claim for e in found.if_forged] == ["middle", "aside", "copied", "top"]


@pytest.mark.parametrize(
    ("item", "kind", "evidence"),
    [
        ("ledger", "source", ("log",)),
        ("TOWN HALL", "archive", ("letter", "log")),
        ("Bob", "person", ("letter",)),
        ("unused", "source", ()),
    ],
)
def test_sources_archives_and_persons_go_with_all_their_evidence(item, kind, evidence):
    found = impact(judge(A_MAP), item)
    assert (found.kind, found.withdrawn) == (kind, evidence)


def test_what_is_not_there_is_told_with_the_nearest_name():
    with pytest.raises(UnknownIdError, match="did you mean 'ledger'"):
        impact(judge(A_MAP), "leger")
    with pytest.raises(UnknownIdError, match="no person 'ledger'"):
        impact(judge(A_MAP), "ledger", "person")
    with pytest.raises(UnknownNameError, match="no kind of loss 'shelf'"):
        impact(judge(A_MAP), "ledger", "shelf")


@settings(max_examples=150, deadline=None)
@given(maps(most=7))
def test_an_impact_is_what_judging_the_whole_map_without_it_gives(project):
    before = judge(project)
    for key in project.evidence:
        after = judge(project, Audience(without=frozenset({key})), before)
        found = impact(before, key).if_withdrawn
        assert {(e.claim, e.after, e.turned) for e in found} == {
            (c.claim, c.after, c.turned) for c in changes(before, after)
        }


@settings(max_examples=100, deadline=None)
@given(maps(most=9), st.sampled_from([1, 2, 4096]))
def test_dependents_are_counted_each_once(project, bits):
    reading = judge(project).reading
    graph = reading.graph
    above: list[set[int]] = [set() for _ in range(graph.claims)]
    for claim in range(graph.claims):
        seen, stack = set(), [claim]
        while stack:
            for below in graph.beneath[stack.pop()]:
                if below not in seen:
                    seen.add(below)
                    stack.append(below)
        for below in seen - {claim}:
            above[below].add(claim)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("argmap.verdict.cone._BITS", bits)
        assert parts_of(reading).counts_above() == [len(each) for each in above]
