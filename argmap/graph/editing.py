"""A graph after an edit: made from the graph before it and the records that changed, and from no others."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from argmap.graph.arguments import (
    MISSING,
    NO_ARGUMENTS,
    ArgumentGraph,
    Nodes,
    argument_columns,
    challenges_in,
    note_beneath,
)
from argmap.model.project import Project


class Moves(NamedTuple):
    """Where the nodes of a graph are in another one, and the other way round; ``MISSING`` where nowhere."""

    now: Sequence[int]
    """Number before to number now; at its end ``MISSING``, so that what was missing stays so."""
    before: Sequence[int]
    """Number now to number before."""


def moves(graph: ArgumentGraph, project: Project, gone: Iterable[int], new: Iterable[str]) -> Moves:
    """Tell where the nodes of a graph are when claims or evidence have come or gone.

    Args:
        graph: The graph before.
        project: The project now; it is in order of id, as that of the graph was.
        gone: Nodes that are no more.
        new: Ids that are there now, and were not, or not as the same kind of record.
    """
    lost, added = sorted(gone), set(new)
    claims, evidence = tuple(project.claims), tuple(project.evidence)
    places = sorted(bisect_left(claims, key) for key in added & project.claims.keys())
    more = (bisect_left(evidence, key) for key in added & project.evidence.keys())
    places += sorted(len(claims) + place for place in more)
    kept, stayed = list(range(len(claims) + len(evidence))), list(range(len(graph.ids)))
    for place in reversed(places):
        del kept[place]
    for node in reversed(lost):
        del stayed[node]
    for node in lost:
        kept.insert(node, MISSING)
    for place in places:
        stayed.insert(place, MISSING)
    return Moves([*kept, MISSING], stayed)


class MovedIndex(Mapping[str, int]):
    """Ids to numbers of nodes where nodes have moved since the ids were numbered."""

    def __init__(self, known: Mapping[str, int], moved: Moves, ids: Sequence[str]) -> None:
        """Follow the nodes.

        Args:
            known: Ids to numbers before.
            moved: Where they are now.
            ids: Ids by number now.
        """
        self._ids = ids
        self._now: Sequence[int] = moved.now
        self._new: dict[str, int] = {}
        if isinstance(known, MovedIndex):
            self._now = [moved.now[number] for number in known._now]
            self._new = {key: moved.now[number] for key, number in known._new.items()}
            known = known._numbered
        self._numbered: Mapping[str, int] = known
        self._new |= {ids[number]: number for number, old in enumerate(moved.before) if old == MISSING}

    def __getitem__(self, key: str) -> int:
        number = self._new.get(key, MISSING)
        if number == MISSING:
            number = self._now[self._numbered[key]]
        if number == MISSING:
            raise KeyError(key)
        return number

    def __iter__(self) -> Iterator[str]:
        return iter(self._ids)

    def __len__(self) -> int:
        return len(self._ids)


def renumbered(graph: ArgumentGraph, project: Project, moved: Moves) -> ArgumentGraph:
    """Give a graph the numbers that its nodes have when there are other claims or evidence.

    What named a node that is gone is to be edited after this. Linear in nodes and arguments, with
    little to do for each.
    """
    ids = (*project.claims, *project.evidence)
    now, before = moved
    alone = list(zip(now, strict=True))
    sides: list[range] = []
    for old in before[: len(project.claims)]:
        sides += (NO_ARGUMENTS, NO_ARGUMENTS) if old == MISSING else graph.arguments[2 * old : 2 * old + 2]
    made = ArgumentGraph(
        ids,
        len(project.claims),
        MovedIndex(graph.index, moved, ids),
        [alone[nodes[0]] if len(nodes) == 1 else _mapped(nodes, now) for nodes in graph.premises],
        [_mapped(nodes, now) if nodes else () for nodes in graph.undercutters],
        sides,
        _moved(graph.challengers, moved, alone),
        _moved([*graph.beneath, *[()] * (len(graph.ids) - graph.claims)], moved, alone)[
            : len(project.claims)
        ],
    )
    for old, new in enumerate(now[: graph.claims]):
        if new == MISSING:
            _clear(made, graph.arguments_of(old))
    _keep(
        made,
        users=_moved(graph.users, moved, alone),
        challenger_of=_moved(graph.challenger_of, moved, alone),
    )
    return made


def _mapped(nodes: Iterable[int], now: Sequence[int]) -> Nodes:
    return tuple(map(now.__getitem__, nodes))


def _moved(column: Sequence[Sequence[int]], moved: Moves, alone: Sequence[Nodes]) -> list[Sequence[int]]:
    """Move a column that names nodes by node; those that are gone are named no more."""
    now, before = moved
    if not any(column):
        return [()] * len(before)
    lost = MISSING in now[:-1]
    return [
        ()
        if old == MISSING or not (nodes := column[old])
        else alone[nodes[0]]
        if len(nodes) == 1 and now[nodes[0]] != MISSING
        else tuple([new for node in nodes if (new := now[node]) != MISSING])
        if lost
        else _mapped(nodes, now)
        for old in before
    ]


def _clear(graph: ArgumentGraph, arguments: Iterable[int]) -> None:
    """Take arguments out of a graph."""
    for a in arguments:
        graph.premises[a] = graph.undercutters[a] = ()


def edited(
    graph: ArgumentGraph, project: Project, claims: Sequence[int], evidence: Sequence[int]
) -> ArgumentGraph:
    """Give the graph of a project with the same nodes.

    Arguments keep their numbers where a claim has as many as before on a side; others get new ones,
    after all the rest, and nobody owns the numbers that they had.

    Args:
        graph: The graph before.
        project: The project now.
        claims: Claims of which something changed.
        evidence: Evidence of which something changed.
    """
    challengers = list(graph.challengers)
    keys = [graph.ids[node] for node in evidence]
    found = challenges_in(project, [(key, project.evidence[key]) for key in keys], graph.index)
    for node in evidence:
        challengers[node] = found.get(node, ())
    otherwise = [node for node in evidence if set(challengers[node]) != set(graph.challengers[node])]
    made = ArgumentGraph(
        graph.ids,
        graph.claims,
        graph.index,
        list(graph.premises),
        list(graph.undercutters),
        list(graph.arguments),
        challengers,
        list(graph.beneath),
    )
    _replace_arguments(made, project, claims)
    rests = {*claims, *(user for node in otherwise for user in graph.users[node])}
    note_beneath(made, rests)
    _keep(
        made,
        users=_turned(graph.users, {c: (rests_on(graph, c), rests_on(made, c)) for c in rests}),
        challenger_of=_turned(
            graph.challenger_of,
            {node: (set(graph.challengers[node]), set(challengers[node])) for node in otherwise},
        ),
    )
    return made


def rests_on(graph: ArgumentGraph, claim: int) -> set[int]:
    """Number the nodes on which the verdict on a claim depends directly."""
    found = set(graph.beneath[claim])
    for a in graph.arguments_of(claim):
        for node in (*graph.premises[a], *graph.undercutters[a]):
            if node >= graph.claims:
                found.add(node)
    return found


def _replace_arguments(graph: ArgumentGraph, project: Project, claims: Sequence[int]) -> None:
    """Put the arguments of claims as they are now in the place of those that they had."""
    records = [project.claims[graph.ids[claim]] for claim in claims]
    new = argument_columns(records, graph.index, lambda node: (node,))
    for s, fresh in enumerate(new.arguments):
        place = 2 * claims[s // 2] + s % 2
        known = graph.arguments[place]
        if len(fresh) != len(known):
            _clear(graph, known)
            first = len(graph.premises)
            graph.arguments[place] = known = range(first, first + len(fresh)) if fresh else NO_ARGUMENTS
        graph.premises[known.start : known.stop] = new.premises[fresh.start : fresh.stop]
        graph.undercutters[known.start : known.stop] = new.undercutters[fresh.start : fresh.stop]


def _turned(
    column: Sequence[Sequence[int]], changes: Mapping[int, tuple[set[int], set[int]]]
) -> list[Sequence[int]]:
    """Follow a relation's changes where it is turned round.

    Args:
        column: Others to the numbers that have to do with them.
        changes: Number to the others that it had to do with, and now has.
    """
    found = list(column)
    for number, (before, after) in changes.items():
        for other in before - after:
            found[other] = tuple([each for each in found[other] if each != number])
        for other in after - before:
            found[other] = tuple(sorted((*found[other], number)))
    return found


def _keep(graph: ArgumentGraph, **worked_out: Sequence[Sequence[int]]) -> None:
    """Give a graph what it would else work out from all its nodes when first asked."""
    vars(graph).update(worked_out)


def dangling(project: Project, keys: Iterable[str]) -> dict[str, frozenset[str]]:
    """Find the names that some claims and evidence name as premise, undercutter or challenger in vain.

    Args:
        project: The argument.
        keys: Ids of claims and evidence.

    Returns:
        Name to the ids of those that name it.
    """
    found: dict[str, set[str]] = {}
    claims, evidence = project.claims, project.evidence
    for key in keys:
        if key in claims:
            for argument in claims[key].pro + claims[key].con:
                for name in (*argument.premises, *argument.unless, *argument.answer):
                    if name not in claims and name not in evidence:
                        found.setdefault(name, set()).add(key)
        if key in evidence:
            for name in evidence[key].challenged_by:
                if name not in claims:
                    found.setdefault(name, set()).add(key)
    return {name: frozenset(by) for name, by in found.items()}
