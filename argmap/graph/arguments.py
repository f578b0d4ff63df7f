"""An AND/OR graph of claims, evidence and arguments, as columns of integers.

The shape is that of Carneades argument graphs (Gordon, Prakken and Walton 2007, definition 2):
statements joined by arguments, each with linked premises and a conclusion, pro or con; with
undercutters on the step (Pollock 1987) and challenges to evidence (undermining in ASPIC+).
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from itertools import accumulate, chain, repeat
from operator import attrgetter
from typing import NamedTuple

from argmap.graph.arrangement import Arrangement, arrange
from argmap.model.dataclass import dataclass
from argmap.model.project import Project
from argmap.model.records import Argument, Claim, Evidence

FOR, AGAINST = 0, 1
MISSING = -1
"""Stands for a premise that no record answers to; an argument with one is worth nothing."""

Nodes = tuple[int, ...]

NO_ARGUMENTS = range(0)
_MISSING: Nodes = (MISSING,)


@dataclass(frozen=True)
class ArgumentGraph:
    """Claims and evidence as nodes ``0 … n-1``, arguments apart; claims first, in the order of the project.

    Shapes: ``ids, premise_of, undercutter_of, challenger_of, challengers, users: (nodes,)``;
    ``beneath: (claims,)``; ``owner, side, position, premises, undercutters: (arguments,)``;
    ``arguments: (claims, 2)`` flattened, at ``2 * claim + side``.
    """

    ids: tuple[str, ...]
    claims: int
    """How many of the nodes are claims."""
    index: Mapping[str, int]
    premises: list[Nodes]
    undercutters: list[Nodes]
    """Nodes that take the step away: ``unless``, and the ``answer`` to an objection."""
    arguments: list[range]
    """Arguments on each side of each claim."""
    challengers: list[Sequence[int]]
    """Claims that challenge each evidence."""
    beneath: list[Sequence[int]]
    """Claims on which the verdict on each claim depends directly, in any way; perhaps more than once."""

    @cached_property
    def owner(self) -> list[int]:
        """The claim each argument speaks to; ``MISSING`` where an edit has taken the argument away."""
        found = [MISSING] * len(self.premises)
        for s, numbers in enumerate(self.arguments):
            if numbers:
                found[numbers.start : numbers.stop] = [s >> 1] * len(numbers)
        return found

    @cached_property
    def side(self) -> bytearray:
        """``FOR`` or ``AGAINST``, of each argument."""
        found = bytearray(len(self.premises))
        for numbers in self.arguments[AGAINST::2]:
            if numbers:
                found[numbers.start : numbers.stop] = bytes([AGAINST]) * len(numbers)
        return found

    @cached_property
    def position(self) -> list[int]:
        """Place of each argument in the claim's list."""
        found = [0] * len(self.premises)
        for numbers in self.arguments:
            if len(numbers) > 1:
                found[numbers.start : numbers.stop] = range(len(numbers))
        return found

    @cached_property
    def premise_of(self) -> list[Sequence[int]]:
        """Arguments of which each node is a premise."""
        return turned_round(self.premises, len(self.ids))

    @cached_property
    def undercutter_of(self) -> list[Sequence[int]]:
        """Arguments that each node takes away if it stands."""
        return turned_round(self.undercutters, len(self.ids))

    @cached_property
    def challenger_of(self) -> list[Sequence[int]]:
        """Evidence that each claim challenges."""
        return turned_round(self.challengers, len(self.ids))

    @cached_property
    def users(self) -> list[Sequence[int]]:
        """Claims whose verdict depends directly on each node, in any way; each once."""
        found = turned_round(self.beneath, len(self.ids))
        claims = self.claims
        for claim in range(claims):
            for a in self.arguments_of(claim):
                for node in (*self.premises[a], *self.undercutters[a]):
                    if node >= claims:
                        known = found[node]
                        if isinstance(known, list):
                            known.append(claim)
                        else:
                            found[node] = [claim]
        return [tuple(dict.fromkeys(each)) if len(each) > 1 else each for each in found]

    @cached_property
    def arrangement(self) -> Arrangement:
        """The claims in an order in which each comes after all that it depends on."""
        return arrange(self.claims, self.beneath.__getitem__)

    def arguments_of(self, claim: int) -> Sequence[int]:
        """Give the numbers of the arguments for a claim and of those against it."""
        pro, con = self.arguments[2 * claim : 2 * claim + 2]
        return (*pro, *con) if con else pro

    def numbers(self) -> Iterable[int]:
        """Give the numbers of the arguments, claim by claim."""
        for side in self.arguments:
            yield from side

    def supports(self, claim: int) -> Sequence[int]:
        """Give the claims and evidence that speak for a claim, each once, in order."""
        pro = self.arguments[2 * claim + FOR]
        return list(dict.fromkeys(p for a in pro for p in self.premises[a] if p != MISSING))


def turned_round(of: Sequence[Sequence[int]], size: int) -> list[Sequence[int]]:
    """Turn a relation round: numbers to other numbers, into these to the first.

    Args:
        of: Number to other numbers; ``MISSING`` is left out.
        size: How many of the others there are.
    """
    found: list[Sequence[int]] = [()] * size
    for number, others in enumerate(of):
        for other in others:
            known = found[other] if other != MISSING else None
            if isinstance(known, list):
                known.append(number)
            elif known is not None:
                found[other] = [number]
    return found


def build_graph(project: Project) -> ArgumentGraph:
    """Number the nodes and arguments of a project; linear in records and links."""
    ids = (*project.claims, *project.evidence)
    index = dict(zip(ids, range(len(ids)), strict=True))
    challengers: list[Sequence[int]] = [()] * len(ids)
    for node, challenging in challenges_in(project, project.evidence.items(), index).items():
        challengers[node] = challenging
    alone = [*zip(range(len(ids)), strict=True), _MISSING]
    columns = argument_columns(project.claims.values(), index, alone.__getitem__)
    graph = ArgumentGraph(
        ids, len(project.claims), index, *columns, challengers=challengers, beneath=[()] * len(project.claims)
    )
    note_beneath(graph, range(graph.claims))
    return graph


def challenges_in(
    project: Project, evidence: Iterable[tuple[str, Evidence]], index: Mapping[str, int]
) -> dict[int, Nodes]:
    """Number some evidence that claims challenge, and these claims."""
    found = {}
    for key, item in evidence:
        if item.challenged_by:
            claims = tuple(index[each] for each in item.challenged_by if each in project.claims)
            if claims:
                found[index[key]] = claims
    return found


class ArgumentColumns(NamedTuple):
    """What a graph keeps of arguments, as it keeps it."""

    premises: list[Nodes]
    undercutters: list[Nodes]
    arguments: list[range]


def sides_of(claims: Iterable[Claim]) -> list[tuple[Argument, ...]]:
    """Give the arguments for each claim and those against it, at ``2 * claim + side``."""
    return [side for claim in claims for side in (claim.pro, claim.con)]


def argument_columns(
    claims: Iterable[Claim], index: Mapping[str, int], alone: Callable[[int], Nodes]
) -> ArgumentColumns:
    """Number the arguments of claims, and their premises.

    Args:
        claims: The claims.
        index: Ids to numbers of nodes.
        alone: A node's number to the premises of an argument that has no other; ``MISSING`` counts.
    """
    sides = sides_of(claims)
    records = list(chain.from_iterable(sides))
    names = list(map(attrgetter("premises"), records))
    firsts = map(index.get, [each[0] for each in names], repeat(MISSING))
    premises = list(map(alone, firsts))
    for a, each in enumerate(names):
        if len(each) > 1:
            premises[a] = tuple(dict.fromkeys(map(index.get, each, repeat(MISSING))))
    undercutters: list[Nodes] = [()] * len(records)
    for a, argument in enumerate(records):
        if argument.unless or argument.answer:
            known = [index[name] for name in argument.unless + argument.answer if name in index]
            undercutters[a] = tuple(dict.fromkeys(known))
    ends = accumulate(map(len, sides))
    arguments = [
        range(end - len(side), end) if side else NO_ARGUMENTS for end, side in zip(ends, sides, strict=True)
    ]
    return ArgumentColumns(premises, undercutters, arguments)


def note_beneath(graph: ArgumentGraph, of: Iterable[int]) -> None:
    """Note on which claims the verdicts on some claims depend directly."""
    claims, arguments, beneath = graph.claims, graph.arguments, graph.beneath
    premises, undercutters, challengers = graph.premises, graph.undercutters, graph.challengers
    for claim in of:
        below: list[int] = []
        for numbers in (arguments[2 * claim + FOR], arguments[2 * claim + AGAINST]):
            for a in numbers:
                for node in (*premises[a], *undercutters[a]) if undercutters[a] else premises[a]:
                    if node >= claims:
                        if challengers[node]:
                            below += challengers[node]
                    elif node != MISSING:
                        below.append(node)
        beneath[claim] = below or ()
