"""One part of the manuscript: its main claims and the claims that carry them."""

from collections.abc import Sequence

from argmap.draw.figure import Figure
from argmap.draw.reach import arguments_for, carried
from argmap.draw.sketch import Material, Sketch
from argmap.draw.words import tally
from argmap.graph.arguments import MISSING, ArgumentGraph
from argmap.model.errors import UnknownNameError
from argmap.model.project import Project

LIMIT = 20


def claims_of_part(project: Project, graph: ArgumentGraph, part: str | None) -> list[int]:
    """Give the claims of a part, in order of id."""
    return [graph.index[key] for key, claim in project.claims.items() if claim.part == part]


def main_claims(material: Material, claims: Sequence[int]) -> list[int]:
    """Find a part's main claims, the most important first.

    They carry something outside the part, or nothing at all; where every claim carries another
    of the part (a circle), all count.
    """
    inside = set(claims)
    chosen = []
    for claim in claims:
        owners = [c for c in carried(material.graph, claim) if c != claim]
        if not owners or any(owner not in inside for owner in owners):
            chosen.append(claim)
    return material.by_importance(chosen or claims)


def part_figure(
    material: Material, part: str, limit: int = LIMIT, but: frozenset[int] = frozenset()
) -> Figure:
    """Choose what to show of one part: its main claims, then what they rest on, level by level.

    Args:
        material: The argument and its verdicts.
        part: Name of the part.
        limit: Most claims to show.
        but: Claims, by number, that another sheet shows.

    Raises:
        UnknownNameError: If no claim and no setting knows the part.
    """
    project = material.project
    sketch = Sketch(material)
    graph = sketch.graph
    claims = claims_of_part(project, graph, part)
    if not claims and part not in project.settings.parts:
        known = {c.part for c in project.claims.values() if c.part} | set(project.settings.parts)
        raise UnknownNameError("part", part, sorted(known))
    left = [claim for claim in claims if claim not in but]
    mains = [claim for claim in main_claims(material, claims) if claim not in but] or left
    for claim in mains[: max(1, limit // 2)]:
        sketch.card(claim)
    fill(sketch, set(left), mains, limit)
    sketch.overview()
    sketch.rest(left, " of this part")
    title = part if project.part_title(part) == part else f"{part} · {project.part_title(part)}"
    shown = sum(sketch.has(claim) for claim in claims)
    everything = tally(material.judgement.verdicts[graph.ids[c]] for c in claims)
    subtitle = f"{shown} of {len(claims)} claims shown ({everything})." if claims else "No claims yet."
    return sketch.figure("part", f"Part {title}", subtitle)


def fill(sketch: Sketch, inside: set[int], mains: Sequence[int], limit: int) -> None:
    """Add premises of what is shown, breadth first, claims of the part only; then other mains."""
    graph = sketch.graph
    level = list(sketch.shown)
    while level and sketch.cards < limit:
        following: list[int] = []
        for claim in level:
            premises = [p for a in arguments_for(graph, claim) for p in graph.premises[a]]
            wanted = [p for p in dict.fromkeys(premises) if p != MISSING and p in inside]
            for premise in sketch.material.by_importance(wanted):
                if sketch.cards < limit and not sketch.has(premise):
                    sketch.card(premise)
                    following.append(premise)
        level = following
    for claim in mains:
        if sketch.cards < limit:
            sketch.card(claim)
