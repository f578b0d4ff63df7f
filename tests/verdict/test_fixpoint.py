"""The verdicts against a slow, obvious evaluator, and what must hold of every map."""

from dataclasses import replace
from itertools import product

from hypothesis import assume, given
from hypothesis import strategies as st

from argmap.model.project import FileRecords, Project, merge
from argmap.model.records import Argument
from argmap.verdict.judgement import judge
from makers import a_claim, a_project, some_evidence
from maps import maps
from slow import least_fixpoint, one_round


def bounds_of(project: Project) -> dict[str, tuple[int, int]]:
    return {key: (v.lo, v.hi) for key, v in judge(project).verdicts.items()}


@given(maps())
def test_the_bounds_are_those_of_the_slow_evaluator(project: Project) -> None:
    assert bounds_of(project) == least_fixpoint(project)


@given(maps())
def test_another_round_changes_nothing(project: Project) -> None:
    bounds = bounds_of(project)
    assert one_round(project, bounds) == bounds


@given(maps(most=3))
def test_every_other_consistent_reading_lies_within_the_bounds(project: Project) -> None:
    bounds = bounds_of(project)
    for values in product(range(5), repeat=len(project.claims)):
        total = {key: (v, v) for key, v in zip(project.claims, values, strict=True)}
        if one_round(project, total) == total:
            for key, (value, _) in total.items():
                assert bounds[key][0] <= value <= bounds[key][1]


@given(maps(), st.randoms(use_true_random=False))
def test_the_order_of_records_and_arguments_does_not_matter(project: Project, random: object) -> None:
    shuffled = {}
    for key in random.sample(sorted(project.claims), len(project.claims)):  # type: ignore[attr-defined]
        claim = project.claims[key]
        pro = random.sample(claim.pro, len(claim.pro))  # type: ignore[attr-defined]
        con = random.sample(claim.con, len(claim.con))  # type: ignore[attr-defined]
        shuffled[key] = replace(claim, pro=tuple(pro), con=tuple(con))
    evidence = dict(reversed(project.evidence.items()))
    again = merge([FileRecords("b.yaml", shuffled), FileRecords("a.yaml", evidence=evidence)])
    assert judge(again).verdicts == judge(project).verdicts


@given(maps(attacks=False), st.data())
def test_support_never_lowers_a_claim_where_nothing_attacks(project: Project, data: st.DataObject) -> None:
    before = bounds_of(project)
    key = data.draw(st.sampled_from(sorted(project.claims)))
    premise = data.draw(st.sampled_from([*project.claims, *project.evidence]))
    claim = project.claims[key]
    more = replace(claim, pro=(*claim.pro, Argument(premises=(premise,))))
    after = bounds_of(replace(project, claims={**project.claims, key: more}))
    for name in project.claims:
        assert after[name][0] >= before[name][0]
        assert after[name][1] >= before[name][1]


@given(maps())
def test_what_is_outweighed_has_something_that_surely_speaks_against_it(project: Project) -> None:
    for verdict in judge(project).verdicts.values():
        if verdict.verdict == "outweighed":
            assert verdict.con[0] > 0
            assert verdict.pro[1] > 0


@given(maps())
def test_an_undercut_claim_is_never_outweighed(project: Project) -> None:
    assume(project.claims["c0"].pro)
    undercutter = a_claim(pro=["proof"])
    claim = project.claims["c0"]
    blocked = tuple(replace(a, unless=("undercutter",)) for a in claim.pro)
    claims = {**project.claims, "c0": replace(claim, pro=blocked), "undercutter": undercutter}
    verdict = judge(a_project(claims, {**project.evidence, "proof": some_evidence()}))["c0"]
    assert verdict.verdict == "unsupported"


@given(st.integers(1, 6), st.integers(0, 3))
def test_circles_of_support_alone_are_circular_and_never_supported(around: int, tail: int) -> None:
    claims = {f"c{i}": a_claim(pro=[f"c{(i + 1) % around}"]) for i in range(around)}
    claims |= {f"t{i}": a_claim(pro=[f"t{i - 1}" if i else "c0"]) for i in range(tail)}
    words = {v.verdict for v in judge(a_project(claims)).verdicts.values()}
    assert words == {"circular"}


@given(maps())
def test_words_and_bounds_agree(project: Project) -> None:
    for verdict in judge(project).verdicts.values():
        assert (verdict.verdict == "supported") == (verdict.lo >= 1)
        assert (verdict.verdict == "unsupported") == (verdict.pro[1] == 0)
        if verdict.verdict == "insufficient":
            assert verdict.con[1] == 0
        if verdict.verdict == "circular":
            assert verdict.lo == 0 < verdict.hi


def test_a_chain_of_100000_claims_overflows_no_stack() -> None:
    length = 100_000
    claims = {f"c{i:06}": a_claim(pro=[f"c{i + 1:06}"]) for i in range(length - 1)}
    claims[f"c{length - 1:06}"] = a_claim(pro=["telegram"])
    judgement = judge(a_project(claims, {"telegram": some_evidence()}))
    assert {v.verdict for v in judgement.verdicts.values()} == {"supported"}


def test_a_circle_of_100000_claims_overflows_no_stack() -> None:
    length = 100_000
    claims = {f"c{i:06}": a_claim(pro=[f"c{(i + 1) % length:06}"]) for i in range(length)}
    assert {v.verdict for v in judge(a_project(claims)).verdicts.values()} == {"circular"}
