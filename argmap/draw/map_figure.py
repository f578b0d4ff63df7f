"""The whole map: the thesis and, part by part, the main claims that carry it."""

from collections import deque

from argmap.draw.figure import Figure
from argmap.draw.part_figure import claims_of_part, fill, main_claims
from argmap.draw.reach import carried
from argmap.draw.sketch import Material, Sketch
from argmap.draw.words import tally

LIMIT = 18
ROOTS = 3
"""Most root claims where the settings name no thesis."""
PARTS = 12
"""Most parts that one figure can hold; the others are counted."""


def map_figure(material: Material, limit: int = LIMIT) -> Figure:
    """Choose what to show of the whole argument.

    Args:
        material: The argument and its verdicts.
        limit: Most claims to show; every part shows at least one.
    """
    sketch = Sketch(material)
    for root in _roots(material):
        sketch.card(root, focus=True)
    by_part = _parts(material)
    if by_part.keys() <= {None}:
        return _without_parts(sketch, limit)
    chosen = _choose(sketch, by_part, limit)
    for part, claims in by_part.items():
        if part in chosen:
            _draw_part(sketch, part, claims, chosen[part])
    _count_parts(sketch, by_part, chosen)
    sketch.overview()
    sketch.through()
    return _titled(sketch)


def _without_parts(sketch: Sketch, limit: int) -> Figure:
    """Show an argument that is not divided: its main claims, and level by level what they rest on."""
    claims = range(sketch.graph.claims)
    mains = main_claims(sketch.material, claims)
    for claim in mains[: max(1, limit // 3)]:
        sketch.card(claim)
    fill(sketch, set(claims), mains, limit)
    sketch.overview()
    sketch.rest(claims)
    return _titled(sketch)


def _titled(sketch: Sketch) -> Figure:
    project, verdicts = sketch.project, sketch.judgement.verdicts
    shown = sum(node < sketch.graph.claims for node in sketch.shown)
    counts = tally(verdicts.values())
    subtitle = f"{shown} of {len(project.claims)} claims shown ({counts})." if counts else "No claims yet."
    return sketch.figure("map", project.settings.title, subtitle)


def _roots(material: Material) -> list[int]:
    """Find the thesis, else the claims that carry nothing and have most below them."""
    graph = material.graph
    thesis = material.project.settings.thesis
    if thesis is not None and thesis in material.project.claims:
        return [graph.index[thesis]]
    free = [
        c
        for c in range(graph.claims)
        if not (graph.premise_of[c] or graph.undercutter_of[c] or graph.challenger_of[c])
        and (graph.arguments[2 * c] or graph.arguments[2 * c + 1])
    ]
    return material.by_importance(free)[:ROOTS]


def _parts(material: Material) -> dict[str | None, list[int]]:
    project, graph = material.project, material.graph
    names = {claim.part for claim in project.claims.values()}
    ordered = sorted(names, key=project.part_order)
    return {part: claims_of_part(project, graph, part) for part in ordered}


def _choose(sketch: Sketch, by_part: dict[str | None, list[int]], limit: int) -> dict[str | None, list[int]]:
    """Share out the places: one to every part in turn, the most important claims first."""
    roots = set(sketch.shown)
    queues: dict[str | None, deque[int]] = {}
    for part, claims in by_part.items():
        first = [c for c in claims if any(o in roots for o in carried(sketch.graph, c))]
        ordered = (*sketch.material.by_importance(first), *main_claims(sketch.material, claims))
        mains = [c for c in dict.fromkeys(ordered) if not sketch.has(c)]
        if mains and len(queues) < PARTS:
            queues[part] = deque(mains)
    chosen: dict[str | None, list[int]] = {part: [] for part in queues}
    places = max(limit - sketch.cards, len(queues))
    while places and any(queues.values()):
        for part, queue in queues.items():
            if queue and places:
                chosen[part].append(queue.popleft())
                places -= 1
    return chosen


def _draw_part(sketch: Sketch, part: str | None, claims: list[int], chosen: list[int]) -> None:
    project = sketch.project
    title = project.part_title(part)
    heading = title if part in (None, title) else f"{part} · {title}"
    cluster = sketch.cluster(heading, f"{len(claims)} claims" if len(claims) > 1 else "1 claim")
    for claim in chosen:
        sketch.card(claim, cluster=cluster)
    sketch.rest(claims, cluster=cluster)


def _count_parts(
    sketch: Sketch, by_part: dict[str | None, list[int]], chosen: dict[str | None, list[int]]
) -> None:
    rest = [
        claim
        for part, claims in by_part.items()
        if part not in chosen
        for claim in claims
        if not sketch.has(claim)
    ]
    if rest:
        parts = sum(part not in chosen for part in by_part)
        claims = "claim" if len(rest) == 1 else "claims"
        counts = tally(sketch.judgement.verdicts[sketch.graph.ids[c]] for c in rest)
        what = "part" if parts == 1 else "parts"
        sketch.stub(f"+{len(rest)} {claims} in {parts} more {what}", facts=(counts,), hides=rest)
