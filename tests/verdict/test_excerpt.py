"""A part of a map has the verdicts of the whole, whatever is left out."""

from hypothesis import given
from hypothesis import strategies as st

from argmap.model.dataclass import replace
from argmap.verdict.excerpt import excerpt
from argmap.verdict.judgement import judge
from makers import a_claim, a_project, some_evidence
from maps import maps


@given(maps(), st.data())
def test_what_is_left_in_fares_as_before(project, data):
    whole = judge(project)
    claims = data.draw(st.sets(st.sampled_from(sorted(project.claims)))) if project.claims else set()
    some = {key: claim for key, claim in project.claims.items() if key in claims}
    part = excerpt(whole, replace(project, claims=some, expectations={}))
    assert part.verdicts == {key: whole.verdicts[key] for key in some}
    known = whole.fixpoint
    for key, node in part.reading.graph.index.items():
        there = known.graph.index[key]
        assert (part.fixpoint.lo[node], part.fixpoint.hi[node]) == (known.lo[there], known.hi[there])


def test_an_argument_without_one_of_its_premises_is_worth_nothing():
    claims = {"a": a_claim(pro=[{"from": ["b", "e"]}]), "b": a_claim(pro=["e"])}
    project = a_project(claims, {"e": some_evidence()})
    whole = judge(project)
    part = excerpt(whole, replace(project, claims={"a": project.claims["a"]}))
    assert whole.verdicts["a"].verdict == part.verdicts["a"].verdict == "supported"
    assert (whole.fixpoint.worth_lo[0], part.fixpoint.worth_lo[0]) == (4, 0)
