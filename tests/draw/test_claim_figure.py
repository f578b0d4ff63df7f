import pytest

from argmap.draw.claim_figure import claim_figure
from argmap.draw.sketch import Material
from argmap.model.errors import UnknownIdError
from draw.makers import judged


def figure(judgement, claim, **options):
    return claim_figure(Material(judgement), claim, **options)


def refs(drawn):
    return {node.ref for node in drawn.cards()}


def links(drawn):
    names = {node.key: node.ref or node.kind for node in drawn.nodes}
    return {(names[e.tail], e.kind, names[e.head]) for e in drawn.edges}


def test_premises_that_carry_together_meet_at_one_reason(granary):
    drawn = figure(granary, "council-burned-it", depth=1)
    reason = next(n for n in drawn.nodes if n.head.startswith("practical reasoning"))
    into = {drawn.node(e.tail).ref for e in drawn.edges if e.head == reason.key and e.kind == "joint"}
    assert into == {"granary-was-empty", "council-knew-of-inspection"}
    assert "Whoever has sold" in reason.text
    assert reason.head == "practical reasoning · good step"


def test_an_undercutter_ends_on_the_reason_it_attacks(granary):
    drawn = figure(granary, "council-burned-it", depth=1)
    edge = next(e for e in drawn.edges if e.kind == "undercut")
    assert drawn.node(edge.tail).ref == "inspection-was-called-off"
    assert drawn.node(edge.head).kind == "reason"


def test_the_answer_to_an_objection_is_drawn_against_the_objection(granary):
    drawn = figure(granary, "council-burned-it", depth=1)
    edge = next(e for e in drawn.edges if e.kind == "answer")
    assert drawn.node(edge.tail).ref == "confession-under-torture"
    assert drawn.node(edge.head).side == "against"


def test_evidence_shows_grade_source_date_and_notes(granary):
    drawn = figure(granary, "granary-was-empty", depth=1)
    item = next(n for n in drawn.nodes if n.ref == "toll-ledger-december")
    assert str(item.rulings[0]) == "firm"
    assert item.facts == ("River toll ledger 1633", "made 1633-12-20", "notes I.4, I.5, III.2")


def test_a_challenge_to_evidence_is_drawn(granary):
    drawn = figure(granary, "granary-was-empty", depth=1)
    assert ("reason", "challenge", "council-book-full") in links(drawn)


def test_what_is_left_out_is_counted_on_the_card(granary):
    drawn = figure(granary, "council-burned-it", depth=1)
    card = next(n for n in drawn.nodes if n.ref == "granary-was-empty")
    assert card.more == 4
    assert "9 of the 30 records" in drawn.subtitle


def test_everything_shown_is_said_so(granary):
    drawn = figure(granary, "confession-under-torture")
    assert "All 2 records that bear on it are shown." in drawn.subtitle
    assert drawn.subtitle.endswith("It bears on council-burned-it.")


def test_no_branch_starves_when_the_figure_is_small():
    claims = {"top": {"for": ["a", "b"]}, "a": {"for": [f"a{i}" for i in range(9)]}, "b": {"for": ["b0"]}}
    claims |= {f"a{i}": {} for i in range(9)} | {"b0": {}}
    drawn = figure(judged(claims), "top", limit=6)
    assert "b0" in refs(drawn)
    assert len(refs(drawn)) == 6
    assert sum(node.more for node in drawn.nodes) == 7


def test_an_argument_comes_with_all_its_premises_or_not_at_all():
    claims = {"top": {"for": [{"from": ["a", "b", "c"]}, "d"]}, "a": {}, "b": {}, "c": {}, "d": {}}
    drawn = figure(judged(claims), "top", limit=3)
    assert refs(drawn) == {"top", "d"}
    assert drawn.nodes[0].more == 3


def test_circles_and_self_support_are_drawn():
    claims = {"a": {"for": ["b"]}, "b": {"for": ["a", "b"]}}
    assert links(figure(judged(claims), "a")) == {
        ("b", "joint", "reason"),
        ("reason", "for", "a"),
        ("a", "joint", "reason"),
        ("reason", "for", "b"),
    }


def test_a_premise_without_record_is_shown_as_missing():
    drawn = figure(judged({"a": {"for": [{"from": ["gone"]}]}}), "a")
    assert [n.text for n in drawn.nodes if n.kind == "stub"] == ["no record “gone”"]


def test_a_claim_alone_is_a_figure():
    drawn = figure(judged({"a": {}}), "a")
    assert refs(drawn) == {"a"}
    assert drawn.subtitle.endswith("Nothing is recorded that bears on it.")


def test_an_unknown_claim_is_named():
    with pytest.raises(UnknownIdError, match="no claim 'x'"):
        figure(judged({"a": {}}), "x")
