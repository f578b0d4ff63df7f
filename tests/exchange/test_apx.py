"""The abstract framework of a map as facts."""

from hypothesis import given, settings

from argmap.exchange.registry import write
from argmap.solver.reading import read_framework
from argmap.verdict.framework import claim_framework
from argmap.verdict.judgement import judge
from makers import a_claim, a_project, some_evidence
from maps import maps


@settings(max_examples=60, deadline=None)
@given(maps())
def test_what_is_written_is_read_back_as_the_framework_of_the_map(project):
    judgement = judge(project)
    viewed = claim_framework(judgement).framework
    written = write(judgement, "apx").files[""]
    assert read_framework(written, "map.apx") == viewed


def test_ids_that_a_name_does_not_give_back_are_told():
    project = a_project({"a-b": a_claim(), "a_b": a_claim(pro=["été"])}, {"été": some_evidence()})
    told = [(each.type, each.id, each.why) for each in write(judge(project), "apx").loss.losses]
    assert ("claim.id", "a_b", "called c_a_b__2") in told
    assert ("evidence.id", "été", "called e__t_") in told
    assert not any(kind == "claim.id" and key == "a-b" for kind, key, _ in told)


def test_every_field_that_is_left_behind_is_told():
    project = a_project(
        {
            "a": a_claim(pro=[{"from": "e", "because": "It says so.", "unless": "b"}], part="I"),
            "b": a_claim(),
        },
        {"e": some_evidence(challenged_by=["b"])},
    )
    loss = write(judge(project), "apx").loss
    told = {(each.type, each.id) for each in loss.losses}
    assert {
        ("claim.text", "a"),
        ("claim.part", "a"),
        ("argument.because", "a.for.1"),
        ("evidence.shows", "e"),
    } <= told
    assert not any(kind in ("argument.unless", "evidence.challenged_by") for kind, _ in told)
