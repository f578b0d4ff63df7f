import json
from typing import Any

import pytest
from hypothesis import given

from argmap.exchange.registry import Imported, read, write
from argmap.model.errors import UnreadableError
from argmap.model.project import Project
from argmap.model.records import Scholar
from argmap.verdict.judgement import judge
from exchange_maps import an_argument, maps, there_and_back
from exchange_samples import AIF, AIF_RDF, JSONLD, TURTLE, XAIF
from makers import a_claim, a_project, some_evidence

RAIN = {"nodeID": "1", "text": "It rained.", "type": "I"}
WET = {"nodeID": "2", "text": "The street is wet.", "type": "I"}


def nodeset(nodes: list[Any], *edges: tuple[Any, Any], **more: Any) -> Imported:
    rows = [{"edgeID": str(n), "fromID": a, "toID": b} for n, (a, b) in enumerate(edges)]
    return read(json.dumps({"nodes": nodes, "edges": rows, **more}).encode(), "a.json", "aif")


def reasons(imported: Imported) -> dict[tuple[str, str], str]:
    return {(loss.type, loss.id): loss.why for loss in imported.loss.losses}


def test_statements_become_claims_and_steps_arguments() -> None:
    imported = read(AIF.encode(), "nodeset1.json")
    fire = imported.project.claims["the-fire-began-in-the-bakery"]
    assert fire.pro == (
        an_argument(
            premises=("the-oven-was-left-burning", "the-house-that-burns-first-is-where-a-fire"),
            scheme="expert-opinion",
            unless=("the-watchman-was-drunk",),
        ),
    )
    assert fire.con == (an_argument(premises=("the-baker-says-that-the-oven-was-cold",)),)
    assert imported.project.settings.title == "nodeset1"


def test_who_asserts_a_statement_holds_the_claim() -> None:
    project = read(AIF.encode(), "a.json").project
    assert project.claims["the-fire-began-in-the-bakery"].held_by == ("ann-lee",)
    assert project.scholars == {"ann-lee": Scholar(name="Ann Lee")}


def test_everything_that_is_left_out_is_told_by_type_and_id() -> None:
    imported = read(AIF.encode(), "a.json")
    told = reasons(imported)
    assert told["node", "1"] == "a repeated row"
    assert told["edge", "1"] == "a repeated row"
    assert told["edge", "99 → 1"] == "there is no node '99'"
    assert {("MA", "13"), ("L", "20"), ("L", "23"), ("TA", "22")} <= told.keys()
    assert imported.loss.kept == {"claim": 5, "RA": 1, "CA": 2, "YA": 1, "scholar": 1}
    assert imported.loss.ids["1"] == "the-fire-began-in-the-bakery"


def test_an_attack_on_an_attack_undercuts_it() -> None:
    sun = {"nodeID": "3", "text": "The sun shines.", "type": "I"}
    steps = [{"nodeID": "c1", "type": "CA", "text": "x"}, {"nodeID": "c2", "type": "CA", "text": "x"}]
    found = nodeset([RAIN, WET, sun, *steps], (1, "c1"), ("c1", 2), (3, "c2"), ("c2", "c1"))
    assert found.project.claims["the-street-is-wet"].con[0].unless == ("the-sun-shines",)


def test_what_backs_a_step_is_kept_as_a_remark() -> None:
    steps = [{"nodeID": "r1", "type": "RA"}, {"nodeID": "r2", "type": "RA"}, {**RAIN, "nodeID": "3"}]
    found = nodeset([RAIN, WET, *steps], (1, "r1"), ("r1", 2), (3, "r2"), ("r2", "r1"))
    assert found.project.claims["the-street-is-wet"].pro[0].remark == "Backed by it-rained-2."
    assert ("RA", "r2") in reasons(found)


def test_a_step_with_two_ends_is_an_argument_for_each() -> None:
    sun = {"nodeID": "3", "text": "Shoes are wet.", "type": "I"}
    found = nodeset([RAIN, WET, sun, {"nodeID": "r", "type": "RA"}], (1, "r"), ("r", 2), ("r", 3))
    assert [len(c.pro) for c in found.project.claims.values()] == [0, 1, 1]


def test_steps_that_lack_an_end_are_told() -> None:
    steps = [{"nodeID": "r1", "type": "RA"}, {"nodeID": "r2", "type": "CA"}, {"nodeID": "p", "type": "PA"}]
    found = nodeset([RAIN, WET, *steps], (1, "r1"), ("r2", 2), (1, "p"), ("p", 2))
    assert {("RA", "r1"), ("CA", "r2"), ("PA", "p")} <= reasons(found).keys()


def test_an_unknown_scheme_is_kept_as_a_remark() -> None:
    step = {"nodeID": "r", "type": "RA", "text": "Argument from Waste"}
    found = nodeset([RAIN, WET, step], (1, "r"), ("r", 2))
    assert found.project.claims["the-street-is-wet"].pro[0].remark == "Scheme: Argument from Waste."
    assert reasons(found)["RA.scheme", "r"] == "'Argument from Waste' is kept as a remark"


@pytest.mark.parametrize(
    "nodes",
    [
        [RAIN, None, 3, {"nodeID": None, "type": "I", "text": "x"}, {"nodeID": {"a": 1}, "type": "I"}],
        [RAIN, {"nodeID": 2, "type": None, "text": ["x"]}, {"nodeID": True, "type": "I"}],
        [RAIN, {"nodeID": "9", "type": "ZZ", "text": "y"}, {"nodeID": "8", "type": "i", "text": None}],
    ],
)
def test_broken_rows_are_passed_over_and_told(nodes: list[Any]) -> None:
    found = nodeset(nodes, (None, 1), ({"a": 1}, 2), locutions={"a": 1}, participants=None)
    assert "it-rained" in found.project.claims
    assert not found.loss.is_lossless


def test_a_wrapper_is_taken_off_and_its_sections_told() -> None:
    found = read(XAIF.encode(), "a.json")
    assert found.project.claims["it-rained"].held_by == ("ann-lee",)
    assert found.project.claims["it-rained"].pro[0].premises == ("the-street-is-wet",)
    assert {("xAIF section", "OVA"), ("xAIF section", "text")} <= reasons(found).keys()


def test_xaif_may_lack_its_wrapper() -> None:
    inner = json.dumps(json.loads(XAIF)["AIF"]).encode()
    assert read(inner, "a.json", "xaif").project.claims.keys() == {"it-rained", "the-street-is-wet"}


def test_a_nodeset_of_dialogue_alone_is_no_map() -> None:
    with pytest.raises(UnreadableError, match=r"nothing in 'a\.json' was understood"):
        nodeset([{"nodeID": 1, "type": "L", "text": "Ann : hm"}])


@given(maps(people=True))
def test_a_map_comes_back_from_aif(project: Project) -> None:
    found = there_and_back(project, "aif")
    assert (dict(found.claims), dict(found.scholars)) == (dict(project.claims), dict(project.scholars))


@given(maps(people=True))
def test_a_map_comes_back_from_json_ld(project: Project) -> None:
    found = there_and_back(project, "aif-jsonld")
    assert (dict(found.claims), dict(found.scholars)) == (dict(project.claims), dict(project.scholars))


def test_what_aif_cannot_hold_is_told() -> None:
    claim = a_claim(kind="causal", pro=[an_argument(premises="e", because="So it is.", answer=("b",))])
    evidence = {"e": some_evidence(made="1950", challenged_by="b")}
    project = a_project({"a": claim, "b": a_claim()}, evidence, scholars={"s": Scholar(name="S")})
    exported = write(judge(project), "aif")
    told = {(loss.fate, loss.type, loss.id) for loss in exported.loss.losses}
    assert told == {
        ("dropped", "claim.kind", "a"),
        ("dropped", "argument.because", "a.for.1"),
        ("changed", "argument.answer", "a.for.1"),
        ("changed", "evidence", "e"),
        ("dropped", "evidence.made", "e"),
        ("dropped", "evidence.form", "e"),
        ("changed", "evidence.challenged_by", "e"),
        ("dropped", "scholar", "s"),
    }
    nodes = json.loads(exported.files[""])["nodes"]
    assert [node["type"] for node in nodes] == ["I", "I", "I", "RA", "CA", "CA"]


def test_links_stated_from_both_ends_in_rdf_are_one() -> None:
    found = read(AIF_RDF.encode(), "a.rdf")
    wet = found.project.claims["the-street-is-wet-slippery"]
    assert wet.text == "The street is wet & slippery."
    assert [a.premises for a in wet.pro] == [("it-rained",)]
    assert [a.premises for a in wet.con] == [("the-sun-shines",)]


def test_the_older_namespace_and_turtle_are_read() -> None:
    older = AIF_RDF.replace("www.arg.tech/aif", "www.arg.dundee.ac.uk/aif").encode()
    assert len(read(older, "a.owl").project.claims) == 3
    found = read(TURTLE.encode(), "a.ttl").project
    assert found.claims["the-street-is-wet"].text == 'The street is "wet".'
    assert found.claims["the-street-is-wet"].pro[0].premises == ("it-rained",)


def test_json_ld_may_be_expanded_or_nested() -> None:
    vocabulary = "http://www.arg.dundee.ac.uk/aif#"
    step = {
        "@id": "http://x/3",
        "@type": [f"{vocabulary}RA-node"],
        f"{vocabulary}Premise": [
            {
                "@id": "http://x/2",
                "@type": [f"{vocabulary}I-node"],
                f"{vocabulary}claimText": [{"@value": "It rained."}],
            }
        ],
        f"{vocabulary}Conclusion": [{"@id": "http://x/1"}],
    }
    wet = {
        "@id": "http://x/1",
        "@type": [f"{vocabulary}I-node"],
        f"{vocabulary}claimText": [{"@value": "Wet."}],
    }
    found = read(json.dumps([step, wet]).encode(), "a.jsonld")
    assert found.project.claims["wet"].pro[0].premises == ("it-rained",)


def test_json_ld_with_terms_of_its_own_is_read() -> None:
    context = {
        "id": "@id",
        "kind": "@type",
        "says": "http://www.arg.tech/aif#claimText",
        "from": {"@id": "http://www.arg.tech/aif#Premise", "@type": "@id"},
        "to": {"@id": "http://www.arg.tech/aif#Conclusion", "@type": "@id"},
        "I": "http://www.arg.tech/aif#I-node",
        "RA": "http://www.arg.tech/aif#RA-node",
    }
    graph = [
        {"id": "a", "kind": "I", "says": "Wet."},
        {"id": "b", "kind": "I", "says": "Rain."},
        {"id": "c", "kind": "RA", "from": "b", "to": "a"},
    ]
    found = read(json.dumps({"@context": context, "@graph": graph}).encode(), "a.json")
    assert found.project.claims["a"].pro[0].premises == ("b",)


def test_json_ld_of_a_graph_is_read_with_undercuts_and_holders() -> None:
    wet = read(JSONLD.encode(), "a.jsonld").project.claims["the-street-is-wet"]
    assert wet.pro == (an_argument(premises="it-rained", unless="the-sun-shines"),)
    assert wet.held_by == ("ann",)
