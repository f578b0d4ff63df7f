"""Frameworks of the literature with their known answers, and large ones."""

import random
from time import process_time

import pytest

from argmap.model.errors import ArgmapError, UnknownNameError
from argmap.solver.framework import make_framework
from argmap.solver.grounded import grounded_labelling
from argmap.solver.tasks import solve
from solver.frameworks import a_framework


def extensions(framework, code):
    return ["".join(each) for each in solve(framework, f"EE-{code}").extensions]


def test_two_that_attack_each_other_are_two_positions():
    nixon = a_framework("ab ba")
    assert extensions(nixon, "PR") == extensions(nixon, "ST") == ["a", "b"]
    assert extensions(nixon, "GR") == extensions(nixon, "ID") == [""]
    assert extensions(nixon, "CO") == ["", "a", "b"]


def test_an_argument_attacked_by_both_sides_is_defended_by_neither_position_alone():
    floating = a_framework("ab ba ac bc cd")
    assert extensions(floating, "PR") == ["ad", "bd"]
    assert extensions(floating, "GR") == [""]
    assert extensions(floating, "ID") == [""]
    assert solve(floating, "DS-PR", "d").answer == "YES"


def test_three_in_a_ring_stand_only_under_stage():
    ring = a_framework("ab bc ca")
    assert extensions(ring, "PR") == extensions(ring, "SST") == [""]
    assert extensions(ring, "ST") == []
    assert extensions(ring, "STG") == ["a", "b", "c"]


def test_an_attack_on_oneself_keeps_the_argument_out_but_it_goes_on_attacking():
    assert extensions(a_framework("aa ab"), "PR") == [""]
    assert extensions(a_framework("aa ba"), "ST") == ["b"]
    assert extensions(a_framework("aa"), "STG") == [""]


def test_a_semi_stable_extension_can_exist_where_no_stable_one_does():
    framework = a_framework("ab ba bc cd de ec")
    assert extensions(framework, "ST") == ["bd"]
    framework = a_framework("ab ba bc cc")
    assert extensions(framework, "SST") == ["b"]
    assert extensions(framework, "PR") == ["a", "b"]
    framework = a_framework("ab ba bc cc ad dd")
    assert extensions(framework, "ST") == []
    assert extensions(framework, "SST") == ["a", "b"]


def test_the_ideal_extension_can_be_more_than_the_grounded_one():
    framework = a_framework("ab ba bb")
    assert extensions(framework, "GR") == [""]
    assert extensions(framework, "ID") == ["a"]


def test_the_ideal_extension_can_be_less_than_what_all_preferred_ones_share():
    floating = a_framework("ab ba ac bc cd")
    assert solve(floating, "DS-PR", "d").answer == "YES"
    assert solve(floating, "DS-ID", "d").answer == "NO"


def test_without_arguments_there_is_one_empty_extension():
    nothing = make_framework([], [], [])
    for code in ("CO", "PR", "ST", "SST", "STG", "GR", "ID"):
        assert solve(nothing, f"EE-{code}").extensions == [[]]
        assert solve(nothing, f"CE-{code}").count == 1


def test_where_there_is_no_stable_extension_all_of_them_hold_everything():
    odd = a_framework("aa", "b")
    assert solve(odd, "DS-ST", "b").answer == "YES"
    assert solve(odd, "DC-ST", "b").answer == "NO"
    assert solve(odd, "SE-ST").answer == "NO"
    assert solve(odd, "CE-ST").count == 0


def test_a_chain_of_a_million_arguments_is_labelled_without_recursion():
    size = 1_000_000
    labels = grounded_labelling(make_framework(range(size), range(size - 1), range(1, size)))
    assert labels[:4] == bytes([1, 2, 1, 2])
    assert labels.count(0) == 0


def test_independent_disputes_are_multiplied_not_listed():
    pairs = 400
    sources = [i for k in range(pairs) for i in (2 * k, 2 * k + 1)]
    targets = [i for k in range(pairs) for i in (2 * k + 1, 2 * k)]
    framework = make_framework([str(i) for i in range(2 * pairs)], sources, targets)
    before = process_time()
    assert solve(framework, "CE-PR").count == 2**pairs
    assert solve(framework, "CE-CO").count == 3**pairs
    listed = solve(framework, "EE-PR", limit=3)
    assert (listed.status, listed.count) == ("limit", 3)
    assert "limit of 3" in listed.note
    assert process_time() - before < 5


def test_a_listing_stops_before_memory_is_full(monkeypatch):
    monkeypatch.setattr("argmap.solver.extensions.MOST_MEMBERS", 3)
    listed = solve(a_framework("ab ba cd dc ef fe"), "EE-PR")
    assert (listed.status, listed.count) == ("limit", 2)
    listed = solve(a_framework("ab ba bc cb cd dc de ed ea ae"), "EE-CO")
    assert (listed.status, listed.count) == ("limit", 3)
    listed = solve(a_framework("ab ba cd dc ef fe"), "EE-PR")
    assert listed.note == "stopped after 2, as many as fit in memory; there may be more"


def a_hard_one(size=400, seed=3):
    pick = random.Random(seed)
    pairs = [(pick.randrange(size), pick.randrange(size)) for _ in range(8 * size)]
    return make_framework([str(i) for i in range(size)], [a for a, _ in pairs], [b for _, b in pairs])


def test_a_time_limit_ends_the_work_cleanly():
    before = process_time()
    for problem in ("CE-CO", "EE-STG", "CE-PR"):
        answer = solve(a_hard_one(), problem, timeout=0.3)
        assert answer.status in ("ok", "limit")
        if answer.status == "limit":
            assert "0.3 s" in answer.note
    assert process_time() - before < 10


def test_no_time_at_all_gives_no_answer_rather_than_a_wrong_one():
    answer = solve(a_framework("ab ba"), "DC-PR", "a", timeout=0)
    assert (answer.status, answer.answer, list(answer.extensions)) == ("limit", None, [])


def test_odd_questions_are_refused():
    framework = a_framework("ab")
    with pytest.raises(UnknownNameError, match="did you mean 'DS-PR'"):
        solve(framework, "DS-PRR")
    with pytest.raises(ArgmapError, match="-a"):
        solve(framework, "DS-PR")
    with pytest.raises(UnknownNameError, match="no argument 'z'"):
        solve(framework, "DS-PR", "z")
    assert solve(framework, "ds-pr", "a").answer == "YES"
