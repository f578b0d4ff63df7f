"""A map in figures."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from argmap.graph.components import components
from argmap.model.vocabulary import RECORD_KINDS, VERDICT_WORDS
from argmap.verdict.judgement import Judgement


@dataclass(frozen=True, slots=True)
class Statistics:
    """How large an argument is, what it is made of and how it fares."""

    records: Mapping[str, int]
    """Kind of record to how many."""
    arguments: int
    premises: int
    verdicts: Mapping[str, int]
    """Verdict to how many claims."""
    grades: Mapping[str, int]
    """Grade to how many supported claims."""
    parts: Mapping[str, Mapping[str, int]]
    """Part to verdict to how many claims, in the order of the parts."""
    claim_kinds: Mapping[str, int]
    evidence_forms: Mapping[str, int]
    notes_cited: int
    """Notes of the manuscript that some evidence cites."""
    depth: int
    """Longest way from a claim down to evidence, in arguments; circles count once."""


def statistics(judgement: Judgement) -> Statistics:
    """Count a map."""
    project, graph = judgement.project, judgement.fixpoint.graph
    verdicts = judgement.verdicts
    parts: dict[str, Counter[str]] = {}
    for key in sorted(project.claims, key=lambda k: project.part_order(project.claims[k].part)):
        counted = parts.setdefault(project.claims[key].part or "", Counter())
        counted[verdicts[key].verdict] += 1
    return Statistics(
        {kind: len(project.of_kind(kind)) for kind in RECORD_KINDS},
        sum(map(len, graph.arguments)),
        sum(len(graph.premises[a]) for a in graph.numbers()),
        _in_order(VERDICT_WORDS, (v.verdict for v in verdicts.values())),
        dict(sorted(Counter(v.grade for v in verdicts.values() if v.grade).items())),
        {part: _in_order(VERDICT_WORDS, counted.elements()) for part, counted in parts.items()},
        dict(sorted(Counter(c.kind for c in project.claims.values()).items())),
        dict(sorted(Counter(e.form or "unrecorded" for e in project.evidence.values()).items())),
        len({note for item in project.evidence.values() for note in item.cited}),
        _depth(judgement),
    )


def _in_order(words: Iterable[str], found: Iterable[str]) -> dict[str, int]:
    counted = Counter(found)
    return {word: counted[word] for word in words}


def _depth(judgement: Judgement) -> int:
    graph = judgement.fixpoint.graph
    depth = [0] * len(graph.ids)
    supports = [graph.supports(c) for c in range(graph.claims)]
    for component in components(graph.claims, lambda c: [p for p in supports[c] if p < graph.claims]):
        inside = set(component)
        below = [depth[p] for c in component for p in supports[c] if p not in inside]
        deepest = 1 + max(below) if below else 0
        for claim in component:
            depth[claim] = deepest
    return max(depth, default=0)
