import pytest

from argmap.draw.map_figure import map_figure
from argmap.draw.part_figure import main_claims, part_figure
from argmap.draw.school_figure import school_figure
from argmap.draw.sketch import Material
from argmap.model.errors import UnknownIdError, UnknownNameError
from draw.makers import dense, judged


def counted(drawn):
    """How many claims the stubs of a figure speak of."""
    stubs = [n.text for n in drawn.nodes if n.kind == "stub"]
    return sum(int(text.split()[0].removeprefix("+")) for text in stubs)


def test_the_map_has_the_thesis_and_every_part(granary):
    drawn = map_figure(Material(granary))
    assert [n.ref for n in drawn.nodes if n.focus] == ["council-burned-it"]
    assert [c.title for c in drawn.clusters] == [
        "I · The hungry winter",
        "II · The night of the fire",
        "III · Who gained",
        "IV · How the story was told",
    ]


@pytest.mark.parametrize("limit", [5, 12, 20])
def test_every_claim_of_the_map_is_shown_or_counted(granary, limit):
    drawn = map_figure(Material(granary), limit)
    assert sum(1 for _ in drawn.cards()) + counted(drawn) == len(granary.project.claims)


def test_the_map_shows_what_speaks_for_the_thesis_first(granary):
    drawn = map_figure(Material(granary), 12)
    shown = {n.ref for n in drawn.nodes}
    assert {"granary-was-empty", "warden-was-sent-away", "debts-paid-in-spring"} <= shown


def test_without_a_thesis_the_map_starts_from_what_carries_nothing():
    drawn = map_figure(Material(judged({"a": {"for": ["b"], "part": "I"}, "b": {"part": "I"}})))
    assert [n.ref for n in drawn.nodes if n.focus] == ["a"]


def test_a_map_without_parts_has_no_groups():
    drawn = map_figure(Material(judged({"a": {"for": ["b"]}, "b": {}})))
    assert drawn.clusters == ()
    assert {n.ref for n in drawn.cards()} == {"a", "b"}


def test_an_empty_map_says_so():
    assert map_figure(Material(judged({}))).subtitle == "No claims yet."


def test_many_parts_are_counted():
    claims = {f"c{i}": {"part": f"p{i:02}"} for i in range(30)}
    drawn = map_figure(Material(judged(claims)))
    assert len(drawn.clusters) == 12
    assert [n.text for n in drawn.nodes if n.kind == "stub"] == ["+18 claims in 18 more parts"]


def test_what_bears_on_the_thesis_through_claims_not_shown_is_linked():
    claims = {"top": {"part": "0", "for": ["m"]}, "m": {"part": "I", "for": ["n"]}}
    claims |= {"n": {"part": "II"}} | {f"x{i}": {"part": "I", "for": [f"y{i}"]} for i in range(3)}
    claims |= {f"y{i}": {"part": "II"} for i in range(3)}
    drawn = map_figure(Material(judged(claims, {"thesis": "top"})), 2)
    assert any(e.kind == "through" for e in drawn.edges) or any(n.ref == "m" for n in drawn.nodes)


def test_main_claims_carry_something_outside_or_nothing():
    material = Material(judged({"a": {"for": ["b"]}, "b": {"for": ["c"]}, "c": {}}))
    assert [material.graph.ids[c] for c in main_claims(material, [1, 2])] == ["b"]


def test_in_a_circle_every_claim_is_a_main_claim():
    material = Material(judged({"a": {"for": ["b"]}, "b": {"for": ["a"]}}))
    assert main_claims(material, [0, 1]) == [0, 1]


@pytest.mark.parametrize("limit", [3, 8, 20])
def test_every_claim_of_a_part_is_shown_or_counted(granary, limit):
    drawn = part_figure(Material(granary), "IV", limit)
    assert sum(1 for _ in drawn.cards()) + counted(drawn) == 8


def test_an_unknown_part_is_named(granary):
    with pytest.raises(UnknownNameError, match="no part 'V'"):
        part_figure(Material(granary), "V")


def test_a_part_known_from_the_settings_may_be_empty():
    drawn = part_figure(Material(judged({}, {"parts": {"I": "One"}})), "I")
    assert (drawn.title, drawn.subtitle) == ("Part I · One", "No claims yet.")


def test_a_school_is_grouped_by_stance(granary):
    drawn = school_figure(Material(granary), "chance")
    groups = {c.key: c.title for c in drawn.clusters}
    stances = {n.ref: groups[n.cluster] for n in drawn.nodes if n.ref}
    assert stances["council-burned-it"] == "Rejects"
    assert stances["lanterns-in-the-loft"] == "Holds"


def test_a_school_leaves_out_its_own_chips_and_shows_the_others(granary):
    drawn = school_figure(Material(granary), "chance")
    card = next(n for n in drawn.nodes if n.ref == "council-burned-it")
    assert [chip.letter for chip in card.chips] == ["C", "G"]


def test_the_verdict_for_the_school_is_shown_where_it_differs():
    from argmap.model.records import School

    claims = {"a": {"for": ["b"], "schools": {"s": "holds"}}, "b": {"schools": {"s": "holds"}}}
    drawn = school_figure(Material(judged(claims, schools={"s": School(name="S")})), "s")
    told = {n.ref: [str(r) for r in n.rulings] for n in drawn.cards()}
    assert told["a"] == ["unsupported", "for the school: supported, firm"]
    assert told["b"] == ["unsupported"]


def test_an_unknown_school_is_named(granary):
    with pytest.raises(UnknownIdError, match="did you mean 'guild'"):
        school_figure(Material(granary), "guilds")


def test_two_thousand_dense_claims_are_cut_and_counted():
    material = Material(dense(2000))
    for drawn in (map_figure(material), part_figure(material, "3")):
        assert sum(1 for _ in drawn.cards()) <= 25
    assert counted(part_figure(material, "3")) + 20 == 222
