"""What each argument can be worth at most: the grades of its evidence and its own strength."""

from collections.abc import Iterable, Iterator
from itertools import chain

from argmap.graph.arguments import MISSING, ArgumentGraph, build_graph, sides_of
from argmap.graph.documents import roots_of
from argmap.model.project import Project
from argmap.model.records import Argument, Claim
from argmap.verdict.corroboration import Documents
from argmap.verdict.grades import LATE_AFTER
from argmap.verdict.reading import Grader, Weighing


def weigh(project: Project) -> Weighing:
    """Build a project's graph and grade its evidence; linear in arguments and premises."""
    graph = build_graph(project)
    roots = roots_of(project, project.evidence)
    documents = [*[""] * graph.claims, *roots, ""]  # the last for what is missing
    grader = Grader(project)
    weighed = project.settings.verdicts.setting == "carneades"
    return Weighing(
        graph,
        _weights(grader, graph) if weighed else _grades(grader, graph),
        [
            documents[nodes[0]] if len(nodes) == 1 else joined(documents[node] for node in nodes)
            for nodes in graph.premises
        ],
        dict(zip(project.evidence, roots, strict=True)),
        frozenset(
            node
            for node, item in enumerate(project.evidence.values(), graph.claims)
            if item.authenticity == "forged"
        ),
    )


def joined(roots: Iterable[str]) -> Documents:
    """Give the documents that an argument rests on.

    Args:
        roots: Root documents of its premises; empty for claims.

    Examples:
        >>> joined(["", "a", "a"]), joined([""])
        ('a', '')
    """
    found = frozenset(roots) - {""}
    return found if len(found) > 1 else next(iter(found), "")


def limits(grader: Grader, graph: ArgumentGraph, claim: int) -> list[float]:
    """Tell what the arguments for and against a claim can be worth at most.

    Args:
        grader: Of the project.
        graph: Its graph.
        claim: Number of the claim.
    """
    record = grader.project.claims[graph.ids[claim]]
    records = zip(graph.arguments_of(claim), (*record.pro, *record.con), strict=True)
    return [_limit(grader, graph, a, record, argument) for a, argument in records]


def _limit(grader: Grader, graph: ArgumentGraph, a: int, claim: Claim, argument: Argument) -> float:
    own = [graph.ids[node] for node in graph.premises[a] if node >= graph.claims]
    if MISSING in graph.premises[a]:
        return 0
    if grader.project.settings.verdicts.setting == "carneades":
        excluded = any(grader.project.evidence[key].authenticity == "forged" for key in own)
        return 0 if excluded else weight_of(argument)
    return min([grader.strength(argument), *[grader.grading(key, claim, argument).value for key in own]])


def _weights(grader: Grader, graph: ArgumentGraph) -> list[float]:
    return [limit for claim in range(graph.claims) for limit in limits(grader, graph, claim)]


def _grades(grader: Grader, graph: ArgumentGraph) -> list[float]:
    """Grade as ``limits`` does; links that say nothing of their own read evidence as all such links do."""
    project, firm = grader.project, grader.table["strength"]["firm"]
    plain = [*[firm] * graph.claims, *[min(firm, value) for value in grader.plain(project.evidence)], 0]
    found: list[float] = [  # what is missing is the last of the plain ones
        plain[nodes[0]] if len(nodes) == 1 else min([plain[node] for node in nodes])
        for nodes in graph.premises
    ]
    claims = list(project.claims.values())
    records = list(chain.from_iterable(sides_of(claims)))
    special = [a for a, each in enumerate(records) if each.strength or each.bearing or each.tendency]
    for a in (*special, *_perhaps_late(project, graph)):
        found[a] = _limit(grader, graph, a, claims[graph.owner[a]], records[a])
    return found


def _perhaps_late(project: Project, graph: ArgumentGraph) -> Iterator[int]:
    """Give the arguments that rest on testimony given long after what their claims are about."""
    told = {
        node: item.made.earliest - LATE_AFTER
        for node, item in enumerate(project.evidence.values(), graph.claims)
        if item.form == "testimony" and item.made is not None and item.made.earliest is not None
    }
    if not told:
        return
    ends = [claim.when.latest if claim.when is not None else None for claim in project.claims.values()]
    for a, nodes in enumerate(graph.premises):
        for node in nodes:
            if node in told and (end := ends[graph.owner[a]]) is not None and told[node] > end:
                yield a
                break


def weight_of(argument: Argument) -> float:
    """Give an argument's weight in the plain Carneades setting; from its strength if none is given."""
    if argument.weight is not None:
        return argument.weight
    return {"firm": 1.0, "good": 0.75, "limited": 0.5, "weak": 0.25}[argument.strength or "firm"]
