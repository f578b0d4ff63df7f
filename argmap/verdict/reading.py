"""How an audience reads the graph: what each argument can be worth at most, and who is granted."""

from collections.abc import Iterable

from argmap.graph.arguments import ArgumentGraph
from argmap.model.dataclass import dataclass
from argmap.model.project import Project
from argmap.model.records import Argument, Claim
from argmap.model.settings import VerdictSettings
from argmap.verdict.audience import Audience, grants
from argmap.verdict.corroboration import Documents
from argmap.verdict.grades import Grading, grade, is_late, tables


@dataclass(frozen=True, slots=True)
class Weighing:
    """A graph with what its arguments can be worth at most: the same for every audience.

    Shapes: ``limit, documents: (arguments,)``.
    """

    graph: ArgumentGraph
    limit: list[float]
    """Most an argument can be worth: the weakest of its own strength and its evidence's grades
    (its weight in the Carneades setting); 0 if a premise is missing."""
    documents: list[Documents]
    """Root documents of the evidence each argument rests on directly."""
    roots: dict[str, str]
    """Root document of every piece of evidence, by id."""
    forged: frozenset[int]
    """Evidence that is worth nothing to anybody."""


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
    def documents(self) -> list[Documents]:
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
        late = claim.when is not None and item.form == "testimony" and is_late(item.made, claim.when)
        recorded = (item.form, item.grade, item.authenticity, item.chain, item.witness)
        link = (recorded, late, argument.bearing, argument.tendency)
        found = self._graded.get(link)
        if found is None:
            found = self._graded[link] = grade(
                item,
                bearing=argument.bearing,
                tendency=argument.tendency,
                event=claim.when if late else None,
                table=self.table,
            )
        return found

    def plain(self, evidence: Iterable[str]) -> list[int]:
        """Grade evidence as a link reads it that says nothing of it, and that comes in time."""
        known: dict[tuple[object, ...], int] = {}
        found = []
        records = self.project.evidence
        for item in map(records.__getitem__, evidence):
            recorded = (item.form, item.grade, item.authenticity, item.chain, item.witness)
            value = known.get(recorded)
            if value is None:
                value = known[recorded] = grade(item, table=self.table).value
            found.append(value)
        return found

    def strength(self, argument: Argument) -> int:
        """Tell how far the step itself carries, in steps."""
        return self.table["strength"][argument.strength or "firm"]


def read_graph(project: Project, weighing: Weighing, audience: Audience) -> Reading:
    """Read a weighed graph as an audience does."""
    who = grants(project, audience)
    settings = project.settings.verdicts
    withheld = _masked(weighing.graph, who.withheld)
    absent = bytearray(withheld)
    for node in weighing.forged:
        absent[node] = 1
    standards = [claim.standard for claim in project.claims.values()]
    demanded = audience.standard
    return Reading(
        weighing,
        settings,
        [demanded or standard or settings.standard for standard in standards],
        _granted(weighing.graph, who.assumed, who.rejected),
        _granted(weighing.graph, who.held, who.denied),
        withheld,
        absent,
    )


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
