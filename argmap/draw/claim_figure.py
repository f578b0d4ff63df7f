"""One claim with what speaks for and against it, to a depth."""

from collections.abc import Iterable, Iterator

from argmap.draw.figure import Figure
from argmap.draw.reach import arguments_for, carried
from argmap.draw.sketch import Material, Sketch
from argmap.draw.wrap import shorten
from argmap.graph.arguments import ArgumentGraph

LIMIT = 20
"""Most records in one figure (Ghoniem 2005: above some 20 a matrix serves better)."""


def claim_figure(
    material: Material,
    claim: str,
    depth: int = 2,
    limit: int = LIMIT,
    but: frozenset[int] = frozenset(),
) -> Figure:
    """Choose what to show of one claim: arguments with their warrants, down to ``depth`` steps.

    Arguments are taken level by level and in turn from every claim of a level, so that no branch
    starves; an argument comes with all its premises, or not at all; in part only
    where none fits whole.

    Args:
        material: The argument and its verdicts.
        claim: Id of the claim.
        depth: Steps from the claim, at least 1.
        limit: Most records to show.
        but: Arguments, by number, that another sheet shows.

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
            if a not in but:
                following += [n for n in _take(sketch, a, max(limit, 2)) if n < graph.claims]
        if not following:
            break
        level = following
    if sketch.cards == 1:  # no argument fits whole
        _in_part(sketch, (a for a in arguments_for(graph, root) if a not in but), limit)
    _challenges(sketch, limit)
    sketch.close(but)
    record = material.project.claims[claim]
    title = shorten(record.text, 160)
    subtitle = f"{claim}: {verdict}, by {verdict.standard}. {_shown(sketch, root)}{_upwards(sketch, root)}"
    return sketch.figure("claim", title, subtitle)


def _take(sketch: Sketch, a: int, limit: int) -> list[int]:
    """Draw an argument if there is room for it; give what it shows anew."""
    new = sketch.new_cards(a)
    if sketch.cards + len(new) > limit:
        return []
    sketch.argument(a)
    return new


def _in_part(sketch: Sketch, arguments: Iterable[int], limit: int) -> None:
    """Draw the first argument of a claim with as many of its premises as there is room for."""
    for a in arguments:
        blockers = set(sketch.new_cards(a)) - set(sketch.graph.premises[a])
        sketch.argument(a, max(1, limit - 2 - len(blockers)))
        return


def _upwards(sketch: Sketch, root: int) -> str:
    """Name the claims not shown that the claim itself bears on."""
    owners = dict.fromkeys(c for c in carried(sketch.graph, root) if not sketch.has(c))
    if not owners:
        return ""
    ids = [sketch.graph.ids[owner] for owner in owners]
    rest = f" and {len(ids) - 2} more" if len(ids) > 2 else ""
    return f" It bears on {', '.join(ids[:2])}{rest}."


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
    bearing = sketch.material.bearing(root)
    shown = sketch.cards - 1  # all that the figure shows bears on its claim
    if not bearing:
        return "Nothing is recorded that bears on it."
    if shown == bearing:
        return f"All {shown} records that bear on it are shown." if shown > 1 else ""
    return f"{shown} of the {bearing} records that bear on it are shown."
