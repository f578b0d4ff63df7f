"""Gradual semantics: worked examples, properties, circles; and the files they come from."""

import json
import sys
from itertools import pairwise
from math import e

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.model.errors import UnknownNameError, UnreadableError
from argmap.solver.gradual import INFLUENCES, NEAR, strengths
from argmap.solver.reading import read_weighted
from argmap.solver.weighted import make_weighted

each_semantics = pytest.mark.parametrize("semantics", INFLUENCES)


def values(text, semantics):
    framework = read_weighted(text.encode(), "file")
    found = strengths(framework, semantics)
    return dict(zip(framework.names, found.values, strict=True))


def test_df_quad_by_hand():
    text = "arg(a,0.5). arg(b,0.8). arg(c,0.5). arg(d,0.4). att(b,a). att(c,a). sup(d,a)."
    # attack 1 - 0.2 * 0.5 = 0.9, support 0.4: a falls by half of 0.5
    assert values(text, "dfquad")["a"] == pytest.approx(0.5 - 0.5 * (0.9 - 0.4))


def test_quadratic_energy_by_hand():
    text = "arg(a,0.5). arg(b,1). arg(c,0.5). arg(d,0.5). sup(b,a). sup(c,a). att(d,a). att(b,c)."
    # c: energy -1, impact 1/2; a: energy 1 + 0.25 - 0.5 = 0.75
    found = values(text, "quadratic-energy")
    assert found["c"] == pytest.approx(0.25)
    assert found["a"] == pytest.approx(0.5 + 0.5 * 0.75**2 / (1 + 0.75**2))


def test_euler_by_hand():
    text = "arg(a,0.5). arg(b,1). att(b,a)."
    assert values(text, "euler")["a"] == pytest.approx(1 - 0.75 / (1 + 0.5 / e))


def test_two_full_attackers_leave_nothing_under_df_quad_but_something_under_the_others():
    text = "arg(a,0.5). arg(b,1). arg(c,1). att(b,a). att(c,a)."
    assert values(text, "dfquad")["a"] == 0
    assert values(text, "quadratic-energy")["a"] == pytest.approx(0.1)
    assert values(text, "euler")["a"] > 0.25


@st.composite
def weighted(draw, *, circles):
    names = [f"x{i}" for i in range(draw(st.integers(1, 6)))]
    base = {name: draw(st.floats(0, 1)) for name in names}
    pairs = [(a, b) for a in names for b in names if circles or a < b]
    some = st.lists(st.sampled_from(pairs), max_size=8) if pairs else st.just([])
    return make_weighted(base, draw(some), draw(some))


@each_semantics
@settings(max_examples=100, deadline=None)
@given(weighted(circles=False))
def test_without_circles_every_strength_follows_from_those_before_it(semantics, framework):
    found = strengths(framework, semantics)
    assert (found.method, found.report, found.converged) == ("one pass", "", True)
    for a, base in enumerate(framework.base):
        against = [found.values[b] for b in framework.attackers[a]]
        in_favour = [found.values[b] for b in framework.supporters[a]]
        assert found.values[a] == pytest.approx(INFLUENCES[semantics](base, against, in_favour))
        assert -1e-12 <= found.values[a] <= 1 + 1e-12
        if not against and not in_favour:
            assert found.values[a] == pytest.approx(base)


@each_semantics
@settings(max_examples=60, deadline=None)
@given(weighted(circles=True))
def test_with_circles_strengths_are_a_fixed_point_or_it_is_said_that_they_are_none(semantics, framework):
    found = strengths(framework, semantics)
    worst = 0.0
    for a, base in enumerate(framework.base):
        against = [found.values[b] for b in framework.attackers[a]]
        in_favour = [found.values[b] for b in framework.supporters[a]]
        worst = max(worst, abs(INFLUENCES[semantics](base, against, in_favour) - found.values[a]))
    assert found.converged == ("no convergence" not in found.report)
    if found.converged:
        assert worst <= 10 * NEAR
    else:
        assert worst > 0


def test_circles_that_swing_come_to_rest_when_strengths_flow():
    names = [f"x{i}" for i in range(20)]
    base = dict.fromkeys(names, 0.9)
    attacks = [(a, b) for a in names for b in names]
    found = strengths(make_weighted(base, attacks, []), "quadratic-energy")
    assert found.method == "continuous iteration"
    assert found.converged
    assert max(found.values) - min(found.values) < 1e-6
    assert found.report.startswith("20 arguments lie on circles")
    assert "converged (continuous iteration" in found.report


def test_time_that_is_up_is_told():
    names = [f"x{i}" for i in range(20)]
    attacks = [(a, b) for a in names for b in names]
    found = strengths(make_weighted(dict.fromkeys(names, 0.9), attacks, []), "qe", timeout=0)
    assert not found.converged
    assert "no convergence in the time given" in found.report


def test_a_chain_of_a_hundred_thousand_does_not_recurse():
    names = [str(i) for i in range(100_000)]
    attacks = list(pairwise(names))
    assert strengths(make_weighted(dict.fromkeys(names, 1.0), attacks, []), "dfquad").values[:3] == [1, 0, 1]


def test_an_unknown_semantics_names_the_nearest():
    with pytest.raises(UnknownNameError, match="did you mean 'dfquad'"):
        strengths(make_weighted({"a": 1.0}, [], []), "dfquat")


SAME = [
    "% three\narg(a, 0.5).\narg(b,1)\narg(c, .25) .\n\natt(b,a).\nsup(c, a)\n",
    "arg(a,0.5). arg(b,1.0). arg(c,0.25). supp(c,a). att(b,a). att(b,a).",
    json.dumps(
        {"arguments": {"a": 0.5, "b": 1, "c": 0.25}, "attacks": [["b", "a"]], "supports": [["c", "a"]]}
    ),
    json.dumps(
        {
            "arguments": [
                {"name": "a", "initial_strength": 0.5},
                {"name": "b", "initial_strength": 1},
                {"name": "c", "initial_strength": 0.25},
            ],
            "attacks": [{"attacker": "b", "attacked": "a"}],
            "supports": [{"supporter": "c", "supported": "a"}],
        }
    ),
    json.dumps(
        {
            "args": ["a", "b", "c"],
            "initial_strengths": [0.5, 1.0, 0.25],
            "att_relations": [["b", "a"]],
            "supp_relations": [["c", "a"]],
        }
    ),
    json.dumps(
        {
            "nodes": [
                {"id": "a", "baseScore": 0.5},
                {"id": "b", "baseScore": 1},
                {"id": "c", "weight": 0.25},
            ],
            "edges": [
                {"source": "b", "target": "a", "type": "attack"},
                {"source": "c", "target": "a", "type": "support"},
            ],
        }
    ),
    json.dumps(
        {
            "arguments": {
                "a": {"weight": 0.5, "attackers": ["b"], "supporters": ["c"]},
                "b": {"weight": 1},
                "c": {"weight": 0.25},
            }
        }
    ),
]


@pytest.mark.parametrize("text", SAME)
def test_one_framework_in_every_shape_is_the_same(text):
    expected = make_weighted({"a": 0.5, "b": 1.0, "c": 0.25}, [("b", "a")], [("c", "a")])
    assert read_weighted(text.encode(), "file") == expected


FAULTS = [
    ("arg(a,0.5).\narg(b).", "file:2: 'b' wants a base score from 0 to 1"),
    ("arg(a,1.5).", "file:1: 'a' wants a base score from 0 to 1"),
    ("arg(a,nan).", "file:1: 'a' wants a base score from 0 to 1"),
    ("arg(a,x).", "'a' wants a base score"),
    ("arg(a,0.5).\narg(a,0.6).", "file:2: 'a' has two base scores"),
    ("arg(a,0.5).\natt(a,b).", "file:2: 'b' is declared by no arg(b"),
    ("arg(a,0.5).\natt(a).", "file:2: 'att' wants two arguments"),
    ("arg(a,0.5).\nhello\n", "file:2: 'hello' is no fact"),
    ("", "'file' is empty"),
    ("{", "file:1: this is no JSON"),
    ("[1]", "is an object with 'arguments'"),
    ("{}", "'arguments' is wanted"),
    ('{"arguments": ["a"]}', "arguments[0]: 'a' wants a base score from 0 to 1"),
    ('{"arguments": {"a": true}}', "'a' wants a base score"),
    ('{"arguments": {"a": NaN}}', "'a' wants a base score"),
    ('{"arguments": [{"weight": 1}]}', "arguments[0]: the name of an argument is wanted"),
    ('{"arguments": ["a", "b"], "weights": [1]}', "2 arguments, but 1 base scores"),
    ('{"arguments": {"a": 1}, "attacks": [["a", "z"]]}', "a relation names 'z'"),
    ('{"arguments": {"a": 1}, "attacks": ["a"]}', "attacks[0]: two arguments are wanted"),
    ('{"arguments": {"a": 1}, "attacks": {"a": "a"}}', "'attacks' is a list"),
    ('{"arguments": {"a": 1}, "edges": [{"from": "a", "to": "a"}]}', "edges[0]: its type is neither"),
    ('{"arguments": {"a": {"weight": 1, "attackers": "a"}}}', "attackers and supporters are lists"),
    ('{"arguments": [["a"]]}', "the name of an argument is wanted"),
    ("[" * 100_000, "cannot be read as JSON"),
    ('{"arguments": ' + "1" * 10_000 + "}", "cannot be read as JSON"),
]


@pytest.mark.parametrize(("text", "message"), FAULTS)
def test_a_fault_is_told(text, message):
    sys.set_int_max_str_digits(4300)  # as Python begins; libraries may have lifted it
    with pytest.raises(UnreadableError) as caught:
        read_weighted(text.encode(), "file")
    assert message in str(caught.value)
