"""Frameworks for tests: small named ones and random ones."""

from hypothesis import strategies as st

from argmap.solver.framework import Framework, make_framework

Attack = tuple[int, int]


def a_framework(attacks: str, *more: str) -> Framework:
    """Arguments of one letter, in alphabetical order: ``a_framework("ab ba", "c")``."""
    pairs = attacks.split()
    names = sorted({letter for word in (*pairs, *more) for letter in word})
    number = {name: i for i, name in enumerate(names)}
    return make_framework(names, [number[p[0]] for p in pairs], [number[p[1]] for p in pairs])


@st.composite
def random_attacks(draw: st.DrawFn, most: int = 8) -> tuple[int, list[Attack]]:
    """How many arguments, and attacks among them: sparse, dense, with attacks on oneself and repeats."""
    size = draw(st.integers(1, most))
    argument = st.integers(0, size - 1)
    return size, draw(st.lists(st.tuples(argument, argument), max_size=3 * size))
