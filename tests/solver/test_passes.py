"""Strengths worked out level by level are those worked out one by one."""

import random
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.solver import gradual, passes
from argmap.solver.gradual import INFLUENCES, strengths
from argmap.solver.weighted import WeightedFramework, make_weighted

each_semantics = pytest.mark.parametrize("semantics", INFLUENCES)


def an_acyclic_one(size, pairs, seed):
    pick = random.Random(seed)
    relations = [set() for _ in range(size)], [set() for _ in range(size)]
    for _ in range(pairs):
        a, b = sorted(pick.choices(range(size), k=2))
        if a < b:
            pick.choice(relations)[b].add(a)
    base = [pick.choice([0, 1, pick.random()]) for _ in range(size)]
    return WeightedFramework(range(size), base, *([sorted(each) for each in r] for r in relations))


def one_by_one(framework, semantics):
    work = gradual._Evaluation(framework, INFLUENCES[semantics])
    assert not work.one_pass()
    return work.values


@each_semantics
@settings(max_examples=100, deadline=None)
@given(st.integers(1, 30), st.integers(0, 90), st.integers(0, 10**6))
def test_levels_and_single_steps_agree(semantics, size, pairs, seed):
    framework = an_acyclic_one(size, pairs, seed)
    found = passes.level_by_level(framework, semantics)
    assert found == pytest.approx(one_by_one(framework, semantics), rel=0, abs=1e-12)


@each_semantics
def test_a_large_one_goes_by_levels_and_agrees(semantics, monkeypatch):
    framework = an_acyclic_one(passes.LEAST, 3 * passes.LEAST, 7)
    expected = one_by_one(framework, semantics)
    monkeypatch.setattr(gradual, "_Evaluation", None)
    found = strengths(framework, semantics)
    assert found.values == pytest.approx(expected, rel=0, abs=1e-12)
    assert all(type(value) is float for value in found.values)
    assert (found.method, found.circular) == ("one pass", 0)


def test_numbers_of_more_than_16_bits_are_ordered():
    numbers = np.array([70_000, 5, 65_536, 2**31, 0, 65_535, 70_000])
    assert numbers[passes.ordered(numbers)].tolist() == sorted(numbers.tolist())


def test_a_circle_or_a_long_chain_is_left_to_the_plain_way():
    circle = make_weighted({"a": 0.5, "b": 0.5, "c": 1.0}, [("a", "b"), ("b", "a")], [("c", "a")])
    assert passes.level_by_level(circle, "dfquad") is None
    names = [str(i) for i in range(passes.MOST_LEVELS + 2)]
    chain = make_weighted(dict.fromkeys(names, 1.0), list(pairwise(names)), [])
    assert passes.level_by_level(chain, "dfquad") is None


def test_a_large_one_with_a_circle_still_says_so():
    names = [str(i) for i in range(passes.LEAST)]
    attacks = [(names[0], names[1]), (names[1], names[0])]
    found = strengths(make_weighted(dict.fromkeys(names, 0.5), attacks, []), "dfquad")
    assert found.circular == 2
    assert found.converged
