"""A judgement cut down to some of its claims and evidence, with the verdicts that it gave them."""

from argmap.graph.arguments import MISSING
from argmap.model.dataclass import replace
from argmap.model.project import Project
from argmap.verdict.bounds import Bounds
from argmap.verdict.judgement import MAP_AS_IT_IS, Judgement
from argmap.verdict.reading import read_graph
from argmap.verdict.weighing import weigh


def excerpt(whole: Judgement, part: Project) -> Judgement:
    """Judge some records of a project as they are judged in the whole of it.

    An argument is worth nothing here of which a premise is left out.

    Args:
        whole: The judgement of the whole project, of the map as it is.
        part: Some of its records.
    """
    weighing = weigh(part)
    roots = whole.reading.weighing.roots
    weighing = replace(weighing, roots={key: roots[key] for key in part.evidence})
    done = Bounds(read_graph(part, weighing, MAP_AS_IT_IS))
    graph, known, number = done.graph, whole.fixpoint, whole.reading.graph.index
    there = [number[key] for key in graph.ids]
    done.lo, done.hi = bytearray([known.lo[n] for n in there]), bytearray([known.hi[n] for n in there])
    sides = known.graph.arguments
    for claim, n in enumerate(there[: graph.claims]):
        for side in (0, 1):
            for a, other in zip(graph.arguments[2 * claim + side], sides[2 * n + side], strict=True):
                left_out = MISSING in graph.premises[a]
                done.worth_lo[a] = 0 if left_out else known.worth_lo[other]
                done.worth_hi[a] = 0 if left_out else known.worth_hi[other]
    return Judgement(part, MAP_AS_IT_IS, done, {key: whole.verdicts[key] for key in part.claims})
