"""One claim with what speaks for and against it, to a depth."""

from collections.abc import Iterable, Iterator

from argmap.draw.figure import Figure
from argmap.draw.reach import arguments_for, below
from argmap.draw.sketch import Material, Sketch
from argmap.draw.wrap import shorten
from argmap.graph.arguments import ArgumentGraph

LIMIT = 20
"""Most records in one figure (Ghoniem 2005: above some 20 a matrix serves better)."""


def claim_figure(material: Material, claim: str, depth: int = 2, limit: int = LIMIT) -> Figure:
    """Choose what to show of one claim: arguments with their warrants, down to ``depth`` steps.

    Arguments are taken level by level and in turn from every claim of a level, so that no branch
    starves; an argument comes with all its premises or not at all.

    Args:
        material: The argument and its verdicts.
        claim: Id of the claim.
        depth: Steps from the claim, at least 1.
        limit: Most records to show.

    Raises:
        UnknownIdError: If there is no such claim.
    """
    verdict = material.judgement[claim]
    sketch = Sketch(material)
    graph = sketch.graph
    root = graph.index[claim]
    sketch.card(root, focus=True)
    level = [root]
    for _ in range(max(1, depth)):
        following: list[int] = []
        for a in _in_turn(graph, level):
            new = sketch.new_cards(a)
            if sketch.cards + len(new) > max(limit, 2):
                continue
            sketch.argument(a)
            following += [node for node in new if node < graph.claims]
        level = following
    _challenges(sketch, limit)
    sketch.close()
    record = material.project.claims[claim]
    title = shorten(record.text, 160)
    subtitle = f"{claim}: {verdict}, by {verdict.standard}. {_shown(sketch, root)}"
    return sketch.figure("claim", title, subtitle)


def _in_turn(graph: ArgumentGraph, claims: Iterable[int]) -> Iterator[int]:
    """Give the arguments of several claims: the first of each, the second of each, and so on."""
    waiting = [iter(arguments_for(graph, c)) for c in claims]
    while waiting:
        left = []
        for arguments in waiting:
            a = next(arguments, None)
            if a is not None:
                yield a
                left.append(arguments)
        waiting = left


def _challenges(sketch: Sketch, limit: int) -> None:
    for node in sketch.shown:
        if node >= sketch.graph.claims:
            for challenger in sketch.graph.challengers[node]:
                if sketch.has(challenger) or sketch.cards < limit:
                    sketch.challenge(challenger, node)


def _shown(sketch: Sketch, root: int) -> str:
    bearing = below(sketch.graph, root)
    shown = sum(node in bearing for node in sketch.shown if node != root)
    if not bearing:
        return "Nothing is recorded that bears on it."
    if shown == len(bearing):
        return f"All {shown} records that bear on it are shown." if shown > 1 else ""
    return f"{shown} of the {len(bearing)} records that bear on it are shown."
