"""One figure too large for a page as several sheets, each of which says where the rest is."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from argmap.draw.asked import Asked
from argmap.draw.figure import Figure, Node
from argmap.draw.reach import arguments_for
from argmap.draw.sketch import Material
from argmap.model.errors import DrawingError

MOST = 1000
"""More sheets than this are not drawn."""
LayOut = Callable[[Sequence[Asked]], list[Figure]]
"""Makes figures that fit a page, in one go."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet, by what it was asked for, and what it came to show."""

    asked: Asked
    figure: Figure
    after: int = 0
    """Number of the sheet that it goes on from; 0 for the first."""

    @property
    def shown(self) -> set[str]:
        """Ids of the records on it."""
        return {node.ref for node in self.figure.cards()}


def split(material: Material, asked: Asked, lay_out: LayOut) -> list[Sheet]:
    """Share out what a figure leaves out over further sheets.

    A claim's sheets show all that bears on it within its depth; the map's are the map, its parts
    and every claim on these; a part's, school's or document's go on until every claim is shown.

    Raises:
        DrawingError: If that makes more sheets than anybody would read.
    """
    sheets: list[Sheet] = []
    waiting = [(asked, 0)]
    seen: set[Asked] = {asked}
    while waiting:
        if len(sheets) + len(waiting) > MOST:
            raise DrawingError(
                f"more than {MOST} sheets; split a smaller part, or a claim with a smaller --depth"
            )
        figures = lay_out([wanted for wanted, _ in waiting])
        made = [
            Sheet(wanted, figure, after) for (wanted, after), figure in zip(waiting, figures, strict=True)
        ]
        first = len(sheets) + 1
        sheets += made
        drawn = frozenset(a for sheet in sheets for a in sheet.figure.arguments)
        found: dict[tuple[str, tuple[str, ...]], tuple[Asked, int]] = {}
        for number, sheet in enumerate(made, start=first):
            for following in _following(material, sheet, drawn):
                known = found.get((following.kind, following.names))
                if following not in seen and (known is None or known[0].depth < following.depth):
                    found[following.kind, following.names] = (following, number)
        waiting = list(found.values())
        seen.update(following for following, _ in waiting)
    return sheets


def _following(material: Material, sheet: Sheet, drawn: frozenset[int]) -> Iterator[Asked]:
    """Tell which sheets have to follow one."""
    asked, graph = sheet.asked, material.graph
    if asked.kind == "claim":
        steps = _steps(sheet.figure)
        for node in sheet.figure.cards():
            left = asked.depth - steps.get(node.key, asked.depth)
            missing = node.kind == "claim" and _undrawn(material, node.ref, drawn)
            if missing and left > 0:
                yield Asked("claim", (node.ref,), left, drawn & frozenset(_arguments(material, node.ref)))
        return
    shown = frozenset(graph.index[ref] for ref in sheet.shown)
    if asked.kind == "map":
        for part in sorted({c.part for c in material.project.claims.values() if c.part is not None}):
            yield Asked("part", (part,))
    elif shown - asked.but and any(node.kind == "stub" for node in sheet.figure.nodes):
        yield replace(asked, but=asked.but | shown)
    if asked.kind in ("map", "part") and not asked.but:
        for node in sheet.figure.cards():
            if _undrawn(material, node.ref, drawn):
                yield Asked("claim", (node.ref,), 1)


def _arguments(material: Material, claim: str) -> Sequence[int]:
    return arguments_for(material.graph, material.graph.index[claim])


def _undrawn(material: Material, claim: str, drawn: frozenset[int]) -> bool:
    return any(a not in drawn for a in _arguments(material, claim))


def _steps(figure: Figure) -> dict[str, int]:
    """Count for each card how many arguments lie between it and the claim asked about."""
    into: dict[str, list[str]] = {}
    for edge in figure.edges:
        into.setdefault(edge.head, []).append(edge.tail)
    kinds = {node.key: node.kind for node in figure.nodes}
    level = [node.key for node in figure.nodes if node.focus]
    steps = dict.fromkeys(level, 0)
    while level:
        following = []
        for key in level:
            for tail in into.get(key, ()):
                if tail not in steps:
                    steps[tail] = steps[key] + (kinds[tail] != "reason")
                    following.append(tail)
        level = following
    return steps


def referred(
    material: Material, sheets: Sequence[Sheet], number: int, address: Callable[[int], str]
) -> Figure:
    """Give the figure of a sheet with references to the others.

    Args:
        material: The argument.
        sheets: All sheets.
        number: Which, from 1.
        address: Where a sheet is to be found, by number.
    """
    sheet = sheets[number - 1]
    where: dict[int, int] = {}
    places: dict[str, list[int]] = {}
    for i, other in enumerate(sheets, start=1):
        for a in other.figure.arguments:
            where.setdefault(a, i)
        for ref in sorted(other.shown):
            places.setdefault(ref, []).append(i)

    def refer(node: Node) -> Node:
        if node.kind == "claim" and node.more:
            known = {where.get(a, 0) for a in _arguments(material, node.ref)}
        elif node.kind == "stub" and node.hides:
            known = {next((n for n in places.get(ref, ()) if n != number), 0) for ref in node.hides}
        else:
            return node
        there = tuple(sorted(known - {0, number}))
        return replace(node, sheets=there, onward=address(there[0])) if there else node

    again = f" · Sheet {number} of {len(sheets)}"
    if sheet.after:
        again += f", going on from sheet {sheet.after}"
    figure = sheet.figure
    nodes = tuple(refer(node) for node in figure.nodes)
    return replace(figure, nodes=nodes, subtitle=f"{figure.subtitle.rstrip()}{again}.")
