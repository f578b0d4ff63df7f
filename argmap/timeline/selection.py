"""Which records a timeline is about."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from argmap.graph.arguments import AGAINST, FOR, MISSING, ArgumentGraph
from argmap.model.errors import UnknownIdError
from argmap.model.project import Project
from argmap.verdict.judgement import Judgement


@dataclass(frozen=True, slots=True)
class Chosen:
    """Records by id, each with its distance from what was asked about."""

    claims: dict[str, int] = field(default_factory=dict)
    evidence: dict[str, int] = field(default_factory=dict)
    events: dict[str, int] = field(default_factory=dict)
    focus: tuple[str, ...] = ()
    """Claims asked about by name; the thesis, or else nothing, for the whole map."""


def choose(judgement: Judgement, ids: Sequence[str], part: str | None, depth: int) -> Chosen:
    """Choose the records: those named with what bears on them, a part, or all.

    Raises:
        UnknownIdError: If there is no such record or part.
    """
    project, graph = judgement.project, judgement.reading.graph
    if part is not None:
        _check_part(project, part)
    if not ids:
        return _whole(project, graph, part)
    chosen = Chosen(focus=tuple(key for key in dict.fromkeys(ids) if key in project.claims))
    for key in dict.fromkeys(ids):
        project.record(key, "claims", "evidence", "events", "sources")
        if key in project.claims:
            _below(graph, key, depth, chosen)
        elif key in project.evidence:
            chosen.evidence[key] = 0
            users = (graph.owner[a] for a in graph.premise_of[graph.index[key]])
            chosen.claims.update((graph.ids[c], 1) for c in users)
        elif key in project.sources:
            chosen.evidence.update((k, 0) for k, item in project.evidence.items() if item.source == key)
        else:
            event = project.events[key]
            chosen.events[key] = 0
            chosen.claims.update((c, 1) for c in event.claims if c in project.claims)
            chosen.evidence.update((e, 1) for e in event.evidence if e in project.evidence)
    _add_events(project, chosen)
    return _of_part(project, chosen, part) if part is not None else chosen


def _whole(project: Project, graph: ArgumentGraph, part: str | None) -> Chosen:
    thesis = project.settings.thesis
    if part is None:
        return Chosen(
            dict.fromkeys(project.claims, 1),
            dict.fromkeys(project.evidence, 1),
            dict.fromkeys(project.events, 1),
            (thesis,) if thesis is not None and thesis in project.claims else (),
        )
    claims = [key for key, claim in project.claims.items() if claim.part == part]
    chosen = Chosen(dict.fromkeys(claims, 1))
    for key in claims:
        chosen.evidence.update((e, 1) for e in _evidence_of(graph, graph.index[key]))
    chosen.events.update((key, 1) for key, event in project.events.items() if event.part == part)
    return chosen


def _of_part(project: Project, chosen: Chosen, part: str) -> Chosen:
    """Keep the claims and events of a part; evidence has none and stays."""
    return Chosen(
        {key: n for key, n in chosen.claims.items() if project.claims[key].part == part},
        chosen.evidence,
        {key: n for key, n in chosen.events.items() if project.events[key].part == part},
        chosen.focus,
    )


def _check_part(project: Project, part: str) -> None:
    parts = {record.part for kind in (project.claims, project.events) for record in kind.values()}
    known = sorted({name for name in parts if name is not None} | set(project.settings.parts))
    if part not in known:
        raise UnknownIdError("part", part, known)


def _below(graph: ArgumentGraph, key: str, depth: int, chosen: Chosen) -> None:
    """Add a claim and what bears on it, step by step down."""
    level, seen = [graph.index[key]], {graph.index[key]}
    for distance in range(depth + 1):
        following = []
        for node in level:
            name = graph.ids[node]
            table = chosen.claims if node < graph.claims else chosen.evidence
            table[name] = min(distance, table.get(name, distance))
            if node < graph.claims:
                for other in _bearing(graph, node):
                    if other not in seen:
                        seen.add(other)
                        following.append(other)
        level = following
        if not level:
            return


def _bearing(graph: ArgumentGraph, claim: int) -> Iterable[int]:
    for side in (FOR, AGAINST):
        for a in graph.arguments[2 * claim + side]:
            yield from (node for node in graph.premises[a] if node != MISSING)
            yield from graph.undercutters[a]


def _evidence_of(graph: ArgumentGraph, claim: int) -> Iterable[str]:
    return (graph.ids[node] for node in _bearing(graph, claim) if node >= graph.claims)


def _add_events(project: Project, chosen: Chosen) -> None:
    """Add the events that are about a claim chosen, or that evidence chosen shows."""
    for key, event in project.events.items():
        near = [chosen.claims[c] for c in event.claims if c in chosen.claims]
        near += [chosen.evidence[e] for e in event.evidence if e in chosen.evidence]
        if near:
            chosen.events[key] = min(min(near), chosen.events.get(key, min(near)))
