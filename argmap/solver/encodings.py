"""Semantics as clauses.

Variable ``a + 1`` says that argument ``a`` is in, ``n + a + 1`` that it is out (attacked by what is in),
``2 n + a + 1`` that it is in the range.
"""

from collections.abc import Iterator, Sequence

from argmap.solver.parts import Part


def complete(part: Part) -> Iterator[Sequence[int]]:
    """Say that the in-arguments are a complete extension (Dung 1995, definition 23).

    As a labelling (Caminada 2006): in if and only if all attackers are out, out if and only if one is in.
    """
    size = part.size
    for a, attackers in enumerate(part.attackers):
        is_in, is_out = a + 1, size + a + 1
        yield (-is_in, -is_out)
        yield (is_in, *(-(size + b + 1) for b in attackers))
        yield (-is_out, *(b + 1 for b in attackers))
        for b in attackers:
            yield (-is_in, size + b + 1)
            yield (is_out, -(b + 1))


def conflict_free(part: Part) -> Iterator[Sequence[int]]:
    """Say that no in-argument attacks another, nor itself."""
    for a, attackers in enumerate(part.attackers):
        for b in attackers:
            yield (-(a + 1), -(b + 1))


def stable(part: Part) -> Iterator[Sequence[int]]:
    """Say that the in-arguments are conflict-free and attack all others (Dung 1995, definition 13)."""
    yield from conflict_free(part)
    for a, attackers in enumerate(part.attackers):
        yield (a + 1, *(b + 1 for b in attackers))


def in_range(part: Part) -> Iterator[Sequence[int]]:
    """Say that what is called in the range is in or attacked by what is in."""
    for a, attackers in enumerate(part.attackers):
        yield (-(2 * part.size + a + 1), a + 1, *(b + 1 for b in attackers))


def chosen(model: Sequence[int], size: int) -> frozenset[int]:
    """Read the arguments that are in off a model."""
    return frozenset(literal - 1 for literal in model[:size] if literal > 0)
