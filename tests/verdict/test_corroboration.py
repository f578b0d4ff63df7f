"""Corroboration: two arguments on different documents lift their side by one step, once."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.model.records import Evidence, Source
from argmap.verdict.corroboration import Corroboration, any_disjoint
from argmap.verdict.judgement import judge
from makers import a_claim, a_project, some_evidence


def grade_of(*pro: object, sources: dict[str, Source] | None = None, **evidence: Evidence) -> str | None:
    """The grade of a claim for which these arguments speak."""
    return judge(a_project({"c": a_claim(pro=list(pro))}, evidence, sources=sources))["c"].grade


def testimony(**fields: object) -> Evidence:
    return some_evidence(**{"form": "testimony", **fields})


testimony.__test__ = False  # type: ignore[attr-defined]  # a maker, whatever its name begins with


def test_two_documents_lift_one_step():
    assert grade_of("e1", e1=testimony()) == "good"
    assert grade_of("e1", "e2", e1=testimony(), e2=testimony()) == "firm"


def test_three_documents_lift_no_further():
    weak = {f"e{i}": some_evidence(form="derived") for i in range(3)}
    assert grade_of(*weak, **weak) == "limited"


def test_nothing_lifts_beyond_firm():
    project = a_project({"c": a_claim(pro=["e1", "e2"])}, {"e1": some_evidence(), "e2": some_evidence()})
    assert judge(project)["c"].pro == (4, 4)


def test_the_lift_is_on_the_best_argument():
    assert grade_of("e1", "e2", e1=testimony(), e2=some_evidence(form="derived")) == "firm"


def test_the_side_against_is_lifted_too():
    project = a_project(
        {"c": a_claim(pro=["e0"], con=["e1", "e2"])},
        {"e0": testimony(), "e1": testimony(), "e2": testimony()},
    )
    assert judge(project)["c"].con == (4, 4)
    assert judge(project)["c"].verdict == "outweighed"


def test_two_premises_of_one_argument_do_not_corroborate():
    assert grade_of({"from": ["e1", "e2"]}, e1=testimony(), e2=testimony()) == "good"


def test_one_piece_of_evidence_used_twice_does_not_corroborate():
    assert grade_of("e1", {"from": "e1", "because": "Again."}, e1=testimony()) == "good"


def test_two_editions_are_one_document():
    sources = {
        "memoir": Source("book", "Memoir"),
        "memoir-ko": Source("book", "회고록", edition_of="memoir"),
        "other": Source("book", "Other"),
    }
    one, two = testimony(source="memoir"), testimony(source="memoir-ko")
    assert grade_of("e1", "e2", sources=sources, e1=one, e2=two) == "good"
    assert grade_of("e1", "e2", sources=sources, e1=one, e2=testimony(source="other")) == "firm"


def test_two_passages_of_one_document_are_one():
    sources = {"memoir": Source("book", "Memoir")}
    one, two = (testimony(source="memoir", locator=page) for page in ("p. 5", "p. 90"))
    assert grade_of("e1", "e2", sources=sources, e1=one, e2=two) == "good"
    assert grade_of("e1", "e2", e1=testimony(document="d"), e2=testimony(document="d")) == "good"


def test_the_same_archive_address_in_two_publications_is_one_document():
    sources = {"cwihp": Source("book", "Bulletin"), "ifans": Source("book", "Documents")}
    address = {"fond": 45, "opis": 1, "delo": 331, "list": "76-77"}
    one, two = (testimony(source=key, locator=address) for key in sources)
    assert grade_of("e1", "e2", sources=sources, e1=one, e2=two) == "good"
    elsewhere = testimony(source="ifans", locator={**address, "list": "90"})
    assert grade_of("e1", "e2", sources=sources, e1=one, e2=elsewhere) == "firm"


def test_an_argument_that_does_not_hold_corroborates_nothing():
    undercut = {"from": "e2", "unless": "e3"}
    assert grade_of("e1", undercut, e1=testimony(), e2=testimony(), e3=some_evidence()) == "good"
    assert grade_of("e1", "e2", e1=testimony(), e2=testimony(authenticity="forged")) == "good"


def test_arguments_from_claims_alone_do_not_corroborate():
    project = a_project(
        {"a": a_claim(pro=["e1"]), "b": a_claim(pro=["e2"]), "c": a_claim(pro=["a", "b"])},
        {"e1": testimony(), "e2": testimony()},
    )
    assert judge(project)["c"].grade == "good"


def test_a_single_document_corroborates_a_pair_of_others_but_not_one_that_holds_it():
    items = {key: testimony() for key in ("e1", "e2", "e3")}
    assert grade_of("e1", {"from": ["e2", "e3"]}, **items) == "firm"
    assert grade_of("e1", {"from": ["e1", "e3"]}, **items) == "good"


documents = st.frozensets(st.sampled_from("abcde"), min_size=1, max_size=4)


@given(st.sets(documents, max_size=8))
def test_any_disjoint_is_what_all_pairs_say(sets):
    assert any_disjoint(sets) is any(not a & b for a, b in combinations(sets, 2))


@given(st.lists(st.frozensets(st.sampled_from("abcd"), max_size=3), max_size=12), st.data())
def test_counting_in_and_out_tells_of_those_that_are_left(sets, data):
    counted, left = Corroboration(), []
    for each in sets:
        counted.add(each)
        left.append(each)
        if data.draw(st.booleans()):
            gone = data.draw(st.sampled_from(left))
            left.remove(gone)
            counted.remove(gone)
        pairs = combinations([s for s in left if s], 2)
        assert bool(counted) is any(not a & b for a, b in pairs)


def test_removing_what_was_never_added_is_our_bug():
    with pytest.raises(KeyError):
        Corroboration().remove(frozenset("a"))
