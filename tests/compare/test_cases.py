"""What evidence each school rests on, shares, turns around and leaves aside."""

from argmap.compare import compare
from argmap.compare.cases import case_of
from argmap.graph.arguments import build_graph
from argmap.model.project import Project
from argmap.model.records import Claim, School
from makers import a_claim, a_project, some_evidence


def a_debate(**claims: Claim) -> Project:
    return a_project(
        claims,
        {name: some_evidence() for name in ("act", "letter", "wire")},
        schools={"left": School(name="Left"), "right": School(name="Right")},
    )


def case(project: Project, **said: str) -> dict[str, list[str]]:
    graph = build_graph(project)
    return {graph.ids[e]: [graph.ids[c] for c in served] for e, served in case_of(graph, said).items()}


def test_a_school_rests_on_what_is_for_what_it_holds_and_against_what_it_rejects():
    project = a_debate(a=a_claim(pro=["act"], con=["letter"]), b=a_claim(pro=["act"], con=["wire"]))
    assert case(project, a="holds", b="rejects") == {"act": ["a"], "wire": ["b"]}
    assert case(project, a="qualifies") == {"act": ["a"]}


def test_silent_claims_are_followed_down_and_rejected_ones_are_not():
    project = a_debate(
        top=a_claim(pro=["middle", "shaky"]),
        middle=a_claim(pro=["act"]),
        shaky=a_claim(pro=["letter"], con=["wire"]),
    )
    assert case(project, top="holds") == {"act": ["top"], "letter": ["top"]}
    assert case(project, top="holds", shaky="rejects") == {"act": ["top"], "wire": ["shaky"]}
    assert case(project, top="holds", middle="holds") == {"act": ["middle"], "letter": ["top"]}


def test_circles_and_missing_premises_do_no_harm():
    project = a_debate(a=a_claim(pro=["b", "gone"]), b=a_claim(pro=["a", "act"]))
    assert case(project, a="holds") == {"act": ["a"]}


def test_shared_evidence_is_put_to_opposite_use_where_the_schools_part():
    project = a_debate(
        aim=a_claim(pro=["act"], schools={"left": "holds", "right": "rejects"}),
        fear=a_claim(pro=["act", "letter"], schools={"right": "holds"}),
        trade=a_claim(pro=["wire"], schools={"left": "holds", "right": "holds"}),
    )
    (pair,) = compare(project).evidence
    assert (pair.used, pair.shared) == ((2, 3), 2)
    (both,) = pair.opposite
    assert (both.evidence, both.claims, both.uses) == ("act", ("aim",), (("aim",), ("fear",)))


def test_evidence_that_one_uses_and_the_other_ignores_is_told_where_both_speak():
    project = a_debate(
        aim=a_claim(pro=["act"], con=["letter"], schools={"left": "holds", "right": "rejects"}),
        own=a_claim(pro=["wire"], schools={"left": "holds"}),
    )
    (pair,) = compare(project).evidence
    told = [(aside.evidence, aside.user, aside.ignorer, aside.claims) for aside in pair.left_aside]
    assert told == [("act", "left", "right", ("aim",)), ("letter", "right", "left", ("aim",))]
