from hypothesis import given
from hypothesis import strategies as st

from argmap.rules.case import Case
from argmap.rules.support import FEW, SEVERAL, gathered
from argmap.rules.uses import find_uses
from makers import a_claim, a_project, some_evidence

CLAIMS = [f"c{n}" for n in range(6)]
EVIDENCE = [f"e{n}" for n in range(5)]


def test_what_no_argument_names_is_told_apart_from_what_undercuts_or_answers():
    claims = {
        "c1": a_claim(pro=[{"from": ["e1"], "unless": ["e2"]}], con=[{"from": ["e3"], "answer": ["c2"]}]),
        "c2": a_claim(),
    }
    case = Case(a_project(claims, {key: some_evidence() for key in ("e1", "e2", "e3", "e4")}))
    assert case.unnamed == {"c1", "e4"}
    assert case.unnamed_claims == ["c1"]
    assert not case.uses.has_missing


def test_a_premise_on_both_sides_repeats_and_one_of_two_claims_does_not():
    claims = {
        "c1": a_claim(pro=["e1"], con=["e1"]),
        "c2": a_claim(pro=["e1", "e2"]),
        "c3": a_claim(pro=["e2", "gone"]),
    }
    uses = find_uses(Case(a_project(claims, {"e1": some_evidence(), "e2": some_evidence()})).graph)
    assert uses.repeating == {0}
    assert uses.has_missing


@given(
    st.dictionaries(
        st.sampled_from(CLAIMS), st.lists(st.sampled_from(CLAIMS + EVIDENCE), max_size=4), min_size=1
    ),
    st.lists(st.sampled_from(["record", "testimony", SEVERAL]), min_size=5, max_size=5),
)
def test_few_claims_looked_at_from_above_rest_on_what_they_rest_on_among_all(links, values):
    claims = {key: a_claim(pro=links.get(key, [])) for key in CLAIMS}
    case = Case(a_project(claims, {key: some_evidence() for key in EVIDENCE}))
    assert len(CLAIMS) <= FEW
    assert gathered(case, values, CLAIMS) == gathered(case, values)
