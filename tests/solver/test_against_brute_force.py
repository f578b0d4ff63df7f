"""Every task under every semantics, against the definitions applied to all subsets."""

import pytest
from hypothesis import given, settings

from argmap.solver.deadline import Deadline
from argmap.solver.extensions import Extensions, acceptance
from argmap.solver.framework import make_framework
from argmap.solver.semantics import SEMANTICS
from argmap.solver.tasks import solve
from solver.brute_force import Reference
from solver.frameworks import random_attacks

each_semantics = pytest.mark.parametrize("code", SEMANTICS)


def both(drawn):
    size, attacks = drawn
    names = [f"x{i}" for i in range(size)]
    framework = make_framework(names, [a for a, _ in attacks], [b for _, b in attacks])
    return framework, Reference(size, attacks)


def named(sets):
    return {frozenset(f"x{i}" for i in each) for each in sets}


@each_semantics
@settings(max_examples=150, deadline=None)
@given(random_attacks())
def test_all_extensions_are_listed_each_once_and_counted(code, drawn):
    framework, reference = both(drawn)
    expected = named(reference.extensions(code))
    listed = solve(framework, f"EE-{code}")
    assert {frozenset(each) for each in listed.extensions} == expected
    assert listed.count == len(listed.extensions) == len(expected)
    assert solve(framework, f"CE-{code}").count == len(expected)
    assert listed.status == "ok"


@each_semantics
@settings(max_examples=60, deadline=None)
@given(random_attacks())
def test_every_decision_is_right_and_its_witness_is_an_extension(code, drawn):
    framework, reference = both(drawn)
    expected = named(reference.extensions(code))
    for name in framework.names:
        credulous = solve(framework, f"DC-{code}", name)
        assert credulous.answer == ("YES" if any(name in each for each in expected) else "NO")
        if credulous.answer == "YES":
            witness = frozenset(credulous.extensions[0])
            assert name in witness
            assert witness in expected
        sceptical = solve(framework, f"DS-{code}", name)
        assert sceptical.answer == ("YES" if all(name in each for each in expected) else "NO")
        if sceptical.answer == "NO":
            witness = frozenset(sceptical.extensions[0])
            assert name not in witness
            assert witness in expected


@each_semantics
@settings(max_examples=60, deadline=None)
@given(random_attacks())
def test_one_extension_is_found_whenever_there_is_one(code, drawn):
    framework, reference = both(drawn)
    expected = named(reference.extensions(code))
    found = solve(framework, f"SE-{code}")
    if expected:
        assert frozenset(found.extensions[0]) in expected
        assert found.answer is None
    else:
        assert (found.answer, list(found.extensions)) == ("NO", [])


@each_semantics
@settings(max_examples=60, deadline=None)
@given(random_attacks())
def test_acceptance_of_all_arguments_at_once_is_that_of_each(code, drawn):
    framework, reference = both(drawn)
    expected = reference.extensions(code)
    some, every = acceptance(Extensions(framework, SEMANTICS[code], Deadline()))
    for a in range(framework.size):
        assert bool(some[a]) == any(a in each for each in expected)
        assert bool(every[a]) == all(a in each for each in expected)


@each_semantics
@settings(max_examples=40, deadline=None)
@given(random_attacks())
def test_a_limit_gives_that_many_and_says_so(code, drawn):
    framework, reference = both(drawn)
    expected = named(reference.extensions(code))
    for limit in range(1, len(expected) + 2):
        listed = solve(framework, f"EE-{code}", limit=limit)
        assert {frozenset(each) for each in listed.extensions} <= expected
        assert listed.count == len(set(map(frozenset, listed.extensions))) == min(limit, len(expected))
        counted = solve(framework, f"CE-{code}", limit=limit)
        assert counted.count == min(limit, len(expected))
        status = "limit" if len(expected) > limit else "ok"
        assert (listed.status, counted.status) == (status, status)


@settings(max_examples=60, deadline=None)
@given(random_attacks())
def test_a_time_that_is_long_enough_changes_no_answer(drawn):
    framework, _ = both(drawn)
    for problem in ("EE-PR", "EE-SST", "EE-STG", "SE-ID"):
        assert solve(framework, problem, timeout=60) == solve(framework, problem)
