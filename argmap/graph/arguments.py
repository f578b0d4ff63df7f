"""An AND/OR graph of claims, evidence and arguments, as lists of integers.

The shape is that of Carneades argument graphs (Gordon, Prakken and Walton 2007, definition 2):
statements joined by arguments, each with linked premises and a conclusion, pro or con; with
undercutters on the step (Pollock 1987) and challenges to evidence (undermining in ASPIC+).
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from argmap.model.project import Project

FOR, AGAINST = 0, 1
MISSING = -1
"""Stands for a premise that no record answers to; an argument with one is worth nothing."""


@dataclass(frozen=True, slots=True)
class ArgumentGraph:
    """Claims and evidence as nodes ``0 … n-1`` (claims first, each sorted by id), arguments apart.

    Shapes: ``ids: (nodes,)``; ``owner, side, position, premises, undercutters: (arguments,)``;
    ``premise_of, undercutter_of, challenger_of, challengers: (nodes,)``;
    ``arguments: (claims, 2)`` flattened, at ``2 * claim + side``.
    """

    ids: tuple[str, ...]
    claims: int
    """How many of the nodes are claims."""
    index: dict[str, int]
    owner: list[int] = field(default_factory=list)
    """The claim each argument speaks to."""
    side: list[int] = field(default_factory=list)
    """``FOR`` or ``AGAINST``."""
    position: list[int] = field(default_factory=list)
    """Place of the argument in the claim's list."""
    premises: list[tuple[int, ...]] = field(default_factory=list)
    undercutters: list[tuple[int, ...]] = field(default_factory=list)
    """Nodes that take the step away: ``unless``, and the ``answer`` to an objection."""
    arguments: list[list[int]] = field(default_factory=list)
    """Arguments on each side of each claim."""
    premise_of: list[list[int]] = field(default_factory=list)
    undercutter_of: list[list[int]] = field(default_factory=list)
    challenger_of: list[list[int]] = field(default_factory=list)
    """Evidence that each claim challenges."""
    challengers: list[list[int]] = field(default_factory=list)
    """Claims that challenge each evidence."""

    def supports(self, claim: int) -> Sequence[int]:
        """Give the claims and evidence that speak for a claim, each once, in order."""
        pro = self.arguments[2 * claim + FOR]
        return list(dict.fromkeys(p for a in pro for p in self.premises[a] if p != MISSING))


def build_graph(project: Project) -> ArgumentGraph:
    """Number the nodes and arguments of a project; linear in records and links."""
    ids = (*project.claims, *project.evidence)
    index = {key: i for i, key in enumerate(ids)}
    nodes, claims = len(ids), len(project.claims)
    graph = ArgumentGraph(
        ids,
        claims,
        index,
        arguments=[[] for _ in range(2 * claims)],
        premise_of=[[] for _ in range(nodes)],
        undercutter_of=[[] for _ in range(nodes)],
        challenger_of=[[] for _ in range(nodes)],
        challengers=[[] for _ in range(nodes)],
    )
    for c, claim in enumerate(project.claims.values()):
        for side, arguments in ((FOR, claim.pro), (AGAINST, claim.con)):
            for position, argument in enumerate(arguments):
                names = argument.premises
                if len(names) == 1:
                    premises: tuple[int, ...] = (index.get(names[0], MISSING),)
                else:
                    premises = tuple(dict.fromkeys(index.get(p, MISSING) for p in names))
                blockers = argument.unless + argument.answer
                undercutters = (
                    tuple(dict.fromkeys(index[u] for u in blockers if u in index)) if blockers else ()
                )
                _add(graph, c, side, position, premises, undercutters)
    for key, item in project.evidence.items():
        for challenger in item.challenged_by:
            if challenger in project.claims:
                graph.challenger_of[index[challenger]].append(index[key])
                graph.challengers[index[key]].append(index[challenger])
    return graph


def _add(
    graph: ArgumentGraph,
    claim: int,
    side: int,
    position: int,
    premises: tuple[int, ...],
    undercutters: tuple[int, ...],
) -> None:
    number = len(graph.owner)
    graph.owner.append(claim)
    graph.side.append(side)
    graph.position.append(position)
    graph.premises.append(premises)
    graph.undercutters.append(undercutters)
    graph.arguments[2 * claim + side].append(number)
    for premise in premises:
        if premise != MISSING:
            graph.premise_of[premise].append(number)
    for undercutter in undercutters:
        graph.undercutter_of[undercutter].append(number)
