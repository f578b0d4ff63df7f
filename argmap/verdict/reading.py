"""How an audience reads the graph: what each argument can be worth at most, and who is granted."""

from collections.abc import Iterable
from dataclasses import dataclass

from argmap.graph.arguments import MISSING, ArgumentGraph, build_graph
from argmap.graph.documents import root_documents
from argmap.model.project import Project
from argmap.model.records import Argument, Claim
from argmap.model.settings import VerdictSettings
from argmap.verdict.audience import Audience, grants
from argmap.verdict.grades import Grading, grade, tables


@dataclass(frozen=True, slots=True)
class Weighing:
    """A graph with what its arguments can be worth at most: the same for every audience.

    Shapes: ``limit, documents: (arguments,)``.
    """

    graph: ArgumentGraph
    limit: list[float]
    """Most an argument can be worth: the weakest of its own strength and its evidence's grades
    (its weight in the Carneades setting); 0 if a premise is missing."""
    documents: list[frozenset[str]]
    """Root documents of the evidence each argument rests on directly."""
    roots: dict[str, str]
    """Root document of every piece of evidence, by id."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A graph as one audience reads it.

    Shapes: ``standards, granted, below: (claims,)``; ``withheld, absent: (nodes,)``.
    """

    weighing: Weighing
    settings: VerdictSettings
    standards: list[str]
    granted: list[int | None]
    """4 where the claim is assumed, 0 where it is rejected."""
    below: list[int | None]
    """The same where it is granted only below the claim asked about (schools)."""
    withheld: bytearray
    """1 for evidence this audience does not have."""
    absent: bytearray
    """1 for evidence that is worth nothing to this audience: withheld, or forged."""

    @property
    def graph(self) -> ArgumentGraph:
        """The graph that is read."""
        return self.weighing.graph

    @property
    def limit(self) -> list[float]:
        """Most an argument can be worth, by number of the argument."""
        return self.weighing.limit

    @property
    def documents(self) -> list[frozenset[str]]:
        """Root documents of the evidence each argument rests on directly."""
        return self.weighing.documents


class Grader:
    """Grades evidence as links read it, keeping what is the same for every link."""

    def __init__(self, project: Project) -> None:
        self.project = project
        self.table = tables(project.settings.verdicts.steps)
        self._graded: dict[tuple[object, ...], Grading] = {}

    def grading(self, key: str, claim: Claim, argument: Argument) -> Grading:
        """Grade one piece of evidence as one argument for one claim reads it.

        Evidence of which the same is recorded is graded once.
        """
        item = self.project.evidence[key]
        recorded = (item.form, item.grade, item.authenticity, item.chain, item.witness)
        event = claim.when if item.form == "testimony" else None
        made = item.made if event is not None else None
        link = (recorded, made, event, argument.bearing, argument.tendency)
        found = self._graded.get(link)
        if found is None:
            found = self._graded[link] = grade(
                item,
                bearing=argument.bearing,
                tendency=argument.tendency,
                event=event,
                table=self.table,
            )
        return found

    def strength(self, argument: Argument) -> int:
        """Tell how far the step itself carries, in steps."""
        return self.table["strength"][argument.strength or "firm"]


def weigh(project: Project) -> Weighing:
    """Build a project's graph and grade its evidence; linear in arguments and premises."""
    graph = build_graph(project)
    weighed = project.settings.verdicts.setting == "carneades"
    grader = Grader(project)
    roots = root_documents(project)
    limit: list[float] = []
    documents: list[frozenset[str]] = []
    alone = {key: frozenset([root]) for key, root in roots.items()}
    number = 0
    for claim in project.claims.values():
        for argument in claim.pro + claim.con:
            premises = graph.premises[number]
            number += 1
            own = [graph.ids[p] for p in premises if p >= graph.claims]
            documents.append(alone[own[0]] if len(own) == 1 else frozenset(roots[key] for key in own))
            if MISSING in premises:
                limit.append(0)
            elif weighed:
                excluded = any(project.evidence[k].authenticity == "forged" for k in own)
                limit.append(0 if excluded else weight_of(argument))
            else:
                worth = grader.strength(argument)
                for key in own:
                    worth = min(worth, grader.grading(key, claim, argument).value)
                limit.append(worth)
    return Weighing(graph, limit, documents, roots)


def read_graph(project: Project, weighing: Weighing, audience: Audience) -> Reading:
    """Read a weighed graph as an audience does."""
    who = grants(project, audience)
    settings = project.settings.verdicts
    forged = [key for key, item in project.evidence.items() if item.authenticity == "forged"]
    return Reading(
        weighing,
        settings,
        [audience.standard or c.standard or settings.standard for c in project.claims.values()],
        _granted(weighing.graph, who.assumed, who.rejected),
        _granted(weighing.graph, who.held, who.denied),
        _masked(weighing.graph, who.withheld),
        _masked(weighing.graph, [*who.withheld, *forged]),
    )


def weight_of(argument: Argument) -> float:
    """Give an argument's weight in the plain Carneades setting; from its strength if none is given."""
    if argument.weight is not None:
        return argument.weight
    return {"firm": 1.0, "good": 0.75, "limited": 0.5, "weak": 0.25}[argument.strength or "firm"]


def _granted(graph: ArgumentGraph, assumed: frozenset[str], rejected: frozenset[str]) -> list[int | None]:
    found: list[int | None] = [None] * graph.claims
    for key in assumed:
        found[graph.index[key]] = 4
    for key in rejected:
        found[graph.index[key]] = 0
    return found


def _masked(graph: ArgumentGraph, evidence: Iterable[str]) -> bytearray:
    mask = bytearray(len(graph.ids))
    for key in evidence:
        mask[graph.index[key]] = 1
    return mask
