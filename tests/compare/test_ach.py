"""Competing hypotheses: ratings derived from the map, diagnosticity, scores and ranking."""

import pytest

from argmap.compare.ach import Ach, competing_hypotheses
from argmap.compare.ach_views import ach_html, ach_svg, ach_table
from argmap.model.errors import ArgmapError, UnknownIdError
from argmap.model.records import Claim
from argmap.model.settings import Settings
from argmap.verdict.audience import Audience
from argmap.verdict.judgement import judge
from makers import a_claim, a_project, some_evidence


def weigh(*claims: str, who: Audience | None = None, thesis: str | None = None, **records: Claim) -> Ach:
    project = a_project(
        records,
        {
            "act": some_evidence(),
            "talk": some_evidence(form="testimony"),
            "book": some_evidence(form="scholarship"),
            "fake": some_evidence(authenticity="forged"),
            "idle": some_evidence(),
        },
        settings=Settings(thesis=thesis),
    )
    return competing_hypotheses(judge(project, who or Audience()), claims)


def ratings(ach: Ach) -> dict[str, list[str]]:
    return {row.evidence: [rating.word for rating in row.ratings] for row in ach.rows}


def test_evidence_is_consistent_inconsistent_or_neutral_as_the_map_links_it():
    ach = weigh("x", "y", x=a_claim(pro=["act"], con=["book"]), y=a_claim(con=["act"], pro=["talk"]))
    assert ratings(ach) == {"act": ["CC", "II"], "talk": ["N", "CC"], "book": ["I", "N"]}
    assert [row.diagnosticity for row in ach.rows] == [8, 3, 2]
    assert ach.bears_on_none == 2


def test_evidence_reaches_a_hypothesis_through_claims_and_counts_at_the_weakest_step():
    ach = weigh(
        "x",
        "y",
        x=a_claim(pro=[{"from": "base", "strength": "limited"}]),
        base=a_claim(pro=["act"]),
        y=a_claim(con=["x"]),
    )
    assert ratings(ach) == {"act": ["C", "I"]}
    assert [rating.worth for rating in ach.rows[0].ratings] == [2, -2]


def test_what_weakens_a_premise_contradicts_nothing():
    ach = weigh("x", "y", x=a_claim(pro=["base", "act"]), base=a_claim(con=["talk"]), y=a_claim())
    assert ratings(ach) == {"act": ["CC", "N"]}


def test_an_answered_objection_carries_nothing():
    objection = {"from": "talk", "answer": "reply"}
    ach = weigh("x", "y", x=a_claim(pro=["act"], con=[objection]), reply=a_claim(pro=["book"]), y=a_claim())
    assert ratings(ach) == {"act": ["CC", "N"]}
    ach = weigh("x", "y", x=a_claim(pro=["act"], con=[objection]), reply=a_claim(), y=a_claim())
    assert ratings(ach)["talk"] == ["II", "N"]


def test_evidence_that_reaches_both_ways_counts_by_the_stronger():
    weak = {"from": "act", "strength": "weak"}
    ach = weigh("x", "y", x=a_claim(pro=["act"], con=[weak]), y=a_claim(pro=["talk"], con=["talk"]))
    assert ratings(ach) == {"act": ["CC", "N"], "talk": ["N", "B"]}
    assert [row.evidence for row in ach.indifferent] == ["talk"]


def test_forged_and_withheld_evidence_is_left_out_and_named():
    claims = {"x": a_claim(pro=["act", "fake"]), "y": a_claim(pro=["talk"])}
    assert weigh("x", "y", **claims).excluded == ("fake",)
    assert weigh("x", "y", who=Audience(without=frozenset({"act"})), **claims).excluded == ("act", "fake")


def test_a_document_counts_once_at_its_worst_and_the_least_contradicted_ranks_first():
    project = a_project(
        {"x": a_claim(con=["one", "two"]), "y": a_claim(con=["other"]), "z": a_claim(con=["other"])},
        {
            "one": some_evidence(document="d"),
            "two": some_evidence(document="d", form="derived"),
            "other": some_evidence(form="testimony"),
        },
    )
    ach = competing_hypotheses(judge(project), ["x", "y", "z"])
    assert [(h.claim, h.rank, h.score, h.inconsistent) for h in ach.ranking] == [
        ("y", 1, 3, (0, 0, 1, 0)),
        ("z", 1, 3, (0, 0, 1, 0)),
        ("x", 3, 4, (0, 0, 0, 1)),
    ]
    assert all(h.thin for h in ach.hypotheses)
    assert ach.warnings[0].startswith("fewer than 3 documents of the map bear on H1, H2, H3")


def test_the_thesis_and_what_contradicts_it_are_found():
    claims = {
        "main": a_claim(kind="thesis", con=["rival", "fact"], pro=["act"]),
        "rival": a_claim(kind="causal", pro=["talk"]),
        "fact": a_claim(kind="factual"),
        "third": a_claim(kind="causal", con=["main"]),
    }
    ach = weigh(thesis="main", **claims)
    assert [h.claim for h in ach.hypotheses] == ["main", "rival", "third"]
    assert [h.claim for h in weigh("rival", **claims).hypotheses] == ["rival", "main"]
    assert weigh(**claims).hypotheses[0].claim == "main"


def test_more_rivals_than_a_reader_can_weigh_are_counted():
    rivals = {f"r{i:02}": a_claim(kind="causal") for i in range(20)}
    ach = weigh("main", main=a_claim(con=list(rivals)), **rivals)
    assert len(ach.hypotheses) == 12
    assert "9 more with fewer arguments are left out" in ach.found


def test_without_rivals_the_message_says_what_to_do():
    with pytest.raises(ArgmapError, match="no rival of 'x'; name two"):
        weigh("x", x=a_claim(pro=["act"]))
    with pytest.raises(ArgmapError, match="no rival of any claim"):
        weigh(x=a_claim())
    with pytest.raises(UnknownIdError, match="did you mean 'rival'"):
        weigh("rivall", rival=a_claim())


def test_circles_and_deep_chains_end():
    chain = {f"c{i:05}": a_claim(pro=[f"c{i + 1:05}"]) for i in range(5000)}
    ach = weigh("c00000", "y", y=a_claim(pro=["c00000"]), c05000=a_claim(pro=["act", "c00000"]), **chain)
    assert ratings(ach) == {"act": ["CC", "CC"]}
    assert ach.warnings[-1] == "no evidence of the map tells these hypotheses apart"


def test_the_views_escape_and_count():
    hostile = a_claim(text='<script>alert("x")</script>', pro=["act"], con=["talk"])
    ach = weigh("x", "y", x=hostile, y=a_claim(pro=["talk"]))
    page, picture = ach_html(ach), ach_svg(ach)
    assert "<script" not in page + picture
    assert (
        "2 pieces of evidence that tell the hypotheses apart; 0 that stand to all alike; 3 bear on none"
        in page
    )
    assert ach_svg(ach) == picture
    assert "1 less telling ones not shown" in ach_svg(ach, most=1)
    assert [len(row) for row in ach_table(ach)] == [8, 8, 8]
    assert [row[0] for row in ach_table(ach, "hypotheses")] == ["hypothesis", "H1", "H2"]
