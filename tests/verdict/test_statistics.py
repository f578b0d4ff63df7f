"""A map in figures."""

from argmap.model.records import Scholar, School, Source
from argmap.model.settings import Settings
from argmap.verdict.explain import DEEPEST, explain
from argmap.verdict.explanation import Explanation
from argmap.verdict.judgement import judge
from argmap.verdict.statistics import Statistics, statistics
from makers import a_claim, a_project, some_evidence


def counted(*args: object, **kwargs: object) -> Statistics:
    return statistics(judge(a_project(*args, **kwargs)))  # type: ignore[arg-type]


def test_everything_is_counted():
    found = counted(
        {
            "a": a_claim(kind="thesis", part="II", pro=["b", {"from": ["b", "e1"]}], con=["e2"]),
            "b": a_claim(part="I", pro=["e1", "nobody"]),
            "c": a_claim(kind="factual"),
            "d": a_claim(part="elsewhere"),
        },
        {
            "e1": some_evidence(cited=["I.1", "I.2"]),
            "e2": some_evidence(form=None, cited="I.2"),
            "e3": some_evidence(form="derived"),
        },
        sources={"s": Source("book", "S")},
        schools={"left": School(name="Left")},
        scholars={"lee": Scholar(name="Lee"), "kim": Scholar(name="Kim")},
        settings=Settings(parts={"I": "One", "II": "Two", "III": "Three"}),  # type: ignore[arg-type]
    )
    assert found.records == {
        **{"claims": 4, "evidence": 3, "sources": 1},
        **{"schools": 1, "scholars": 2, "events": 0},
    }
    assert (found.arguments, found.premises) == (5, 6)
    assert found.verdicts == {
        **{"supported": 2, "insufficient": 0, "contested": 0},
        **{"outweighed": 0, "unsupported": 2, "circular": 0},
    }
    assert found.grades == {"firm": 2}
    assert list(found.parts) == ["I", "II", "elsewhere", ""]
    assert found.parts["I"]["supported"] == 1
    assert found.parts[""] == {**dict.fromkeys(found.verdicts, 0), "unsupported": 1}
    assert found.claim_kinds == {"factual": 1, "interpretive": 2, "thesis": 1}
    assert found.evidence_forms == {"derived": 1, "record": 1, "unrecorded": 1}
    assert found.notes_cited == 2
    assert found.depth == 2


def test_an_empty_map_counts_to_nothing():
    found = counted()
    assert (found.arguments, found.premises, found.depth, found.notes_cited) == (0, 0, 0, 0)
    assert set(found.verdicts.values()) == {0}


def test_depth_is_the_longest_way_and_what_speaks_against_is_no_depth():
    chain = {"a": a_claim(pro=["b", "e"]), "b": a_claim(pro=["c"]), "c": a_claim(pro=["e"])}
    assert counted(chain, {"e": some_evidence()}).depth == 3
    assert counted({"x": a_claim(con=["a"]), **chain}, {"e": some_evidence()}).depth == 3


def test_circles_count_once_in_the_depth():
    circle = {"a": a_claim(pro=["b"]), "b": a_claim(pro=["a", "e"]), "top": a_claim(pro=["a"])}
    assert counted(circle, {"e": some_evidence()}).depth == 2
    assert counted({"a": a_claim(pro=["a"])}).depth == 0


def nested(told: Explanation) -> int:
    below = [p.account for step in told.steps for p in step.premises if p.account]
    return 1 + max(map(nested, below), default=0)


def test_a_chain_of_100000_claims_is_counted_and_explained_overflowing_no_stack():
    length = 100_000
    claims = {f"c{i:06}": a_claim(pro=[f"c{i + 1:06}"]) for i in range(length - 1)}
    claims[f"c{length - 1:06}"] = a_claim(pro=["telegram"])
    judgement = judge(a_project(claims, {"telegram": some_evidence()}))
    assert statistics(judgement).depth == length
    for depth in (None, length):
        told = explain(judgement, "c000000", depth)
        assert nested(told) == DEEPEST + 1
        assert str(told)
