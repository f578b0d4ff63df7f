"""The kind of disagreement: evidence, grading, inference, question, or untold."""

import pytest

from argmap.compare import compare
from argmap.compare.disagreement import Disagreement
from argmap.model.records import Claim
from argmap.model.records import School as ASchool
from makers import a_claim, a_project, some_evidence


def kind(aim: dict[str, object], **claims: Claim) -> Disagreement:
    schools = {"left": "holds", "right": "rejects"}
    project = a_project(
        {"aim": a_claim(schools=schools, **aim), **claims},
        {
            "act": some_evidence(document="d1"),
            "copy": some_evidence(document="d1", form="derived"),
            "letter": some_evidence(document="d2"),
            "doubtful": some_evidence(document="d3", challenged_by=["forgery"]),
        },
        schools={name: ASchool(name=name) for name in schools},
    )
    (crux,) = (crux for crux in compare(project).cruxes if crux.claim == "aim")
    assert crux.disagreement is not None
    return crux.disagreement


def test_different_evidence_where_the_sides_share_few_documents():
    told = kind({"pro": ["act"], "con": ["letter"]})
    assert (told.kinds, told.documents, told.shared) == (("evidence",), (1, 1), 0)
    assert told.because == ("documents: 1 for it, 1 against it, none on both sides",)


def test_different_grading_where_a_document_is_read_at_two_grades():
    told = kind({"pro": ["act"], "con": ["copy"]})
    assert told.kinds == ("grading",)
    assert told.because == ("document d1 is read as firm for it and weak against it",)


def test_different_grading_where_the_other_school_holds_what_challenges_the_evidence():
    told = kind({"pro": ["doubtful"], "con": ["letter"]}, forgery=a_claim(schools={"right": "holds"}))
    assert told.kinds == ("evidence", "grading")
    assert told.because[1] == "right holds forgery, which challenges doubtful"
    told = kind({"pro": ["doubtful"], "con": ["letter"]}, forgery=a_claim(schools={"left": "holds"}))
    assert told.kinds == ("evidence",)


def test_different_inference_where_one_document_serves_both_at_one_grade():
    told = kind({"pro": ["act"], "con": ["act"]})
    assert (told.kinds, told.shared) == (("inference",), 1)


def test_different_inference_where_the_other_school_undercuts_the_step():
    undercut = {"pro": [{"from": "act", "unless": "chance"}], "con": ["letter"]}
    told = kind(undercut, chance=a_claim(schools={"right": "holds"}))
    assert told.kinds == ("evidence", "inference")
    answered = {"pro": ["act"], "con": [{"from": "letter", "answer": "chance"}]}
    told = kind(answered, chance=a_claim(schools={"left": "holds"}))
    assert told.because[1] == "left holds chance, which undercuts a step against it"


@pytest.mark.parametrize(
    ("other", "reason"),
    [
        ({"when": "1946"}, "other is about another time (1946, not 1950)"),
        ({"kind": "evaluative"}, "other says how to judge it, not what happened"),
        ({"kind": "historiographical"}, "other says what scholars say, not what happened"),
    ],
)
def test_different_question_where_all_that_speaks_against_is_about_something_else(other, reason):
    told = kind({"when": "1950", "pro": ["act"], "con": ["other"]}, other=a_claim(pro=["letter"], **other))
    assert told.kinds == ("evidence", "question")
    assert told.because[1] == reason


def test_the_same_question_where_one_objection_is_to_the_point():
    aim = {"when": "1950", "pro": ["act"], "con": ["other", "plain"]}
    told = kind(aim, other=a_claim(when="1946"), plain=a_claim(kind="factual", pro=["letter"]))
    assert told.kinds == ("evidence",)
    assert kind({"pro": ["act"], "con": ["letter", "other"]}, other=a_claim(kind="evaluative")).kinds == (
        "evidence",
    )


@pytest.mark.parametrize(
    ("aim", "reason"),
    [
        ({"pro": ["act"]}, "the map has no argument against it"),
        ({"con": ["act"]}, "the map has no argument for it"),
        ({}, "the map has no argument for and none against it"),
        ({"pro": ["gone"], "con": ["act"]}, "a side rests on no document"),
    ],
)
def test_the_map_does_not_tell_where_a_side_is_bare(aim, reason):
    told = kind(aim)
    assert (told.kinds, told.because) == (("untold",), (reason,))
    assert str(told) == "the map does not tell"


def test_documents_are_found_through_claims_and_circles():
    told = kind({"pro": ["base"], "con": ["letter"]}, base=a_claim(pro=["act", "copy", "aim"]))
    assert told.documents == (1, 1)
