"""Claims that support each other in a circle."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from argmap.graph.components import support_circles
from argmap.model.finding import Finding, Related, Severity, Spot
from argmap.model.project import Project
from argmap.rules.case import Case
from argmap.rules.registry import project_rule

MOST_TOLD = 8
MOST_SHOWN = 50


@project_rule("circular-support", family="logic", severity=Severity.WARNING)
def circular_support(case: Case) -> Iterator[Finding]:
    """Claims support each other in a circle.

    Followed far enough, a claim is given as its own reason. What is only carried by the circle
    counts for nothing; what evidence carries stands without it. Take out the link that the
    argument can best spare. One way round is shown where claims are knotted in several.

    Found in::

        claims:
          attack-first: {text: The North attacked first., for: [wanted-war]}
          wanted-war: {text: The North wanted the war., for: [attack-first]}

    Not in::

        claims:
          attack-first: {text: The North attacked first., for: [war-diary]}
          wanted-war: {text: The North wanted the war., for: [attack-first]}
        evidence:
          war-diary: {shows: The first order to cross the line came from Pyongyang., form: record}
    """
    if not case.graph.arrangement.circles:
        return
    ids = case.graph.ids
    for circle in support_circles(case.graph):
        if len(circle) == 1:
            continue  # self-support
        keys = [ids[c] for c in circle]
        links = list(pairwise([*keys, keys[0]]))
        spots = [_link(case.project, claim, premise) for claim, premise in links[:MOST_SHOWN]]
        related = tuple(
            Related(spot, f"'{claim}' rests on '{premise}'")
            for spot, (claim, premise) in zip(spots, links, strict=False)
        )
        yield Finding(
            f"{len(keys)} claims support each other in a circle: {_path(keys)}",
            spots[0],
            tuple(keys),
            "take out the link that the argument can best spare",
            related,
        )


def _path(keys: Sequence[str]) -> str:
    """Write the way round, shortened in the middle."""
    if len(keys) <= MOST_TOLD:
        return " -> ".join([*keys, keys[0]])
    start = " -> ".join(keys[: MOST_TOLD - 1])
    return f"{start} -> … ({len(keys) - MOST_TOLD} more) -> {keys[-1]} -> {keys[0]}"


def _link(project: Project, claim: str, premise: str) -> Spot:
    """Find where a claim names a premise."""
    for i, argument in enumerate(project.claims[claim].pro):
        if premise in argument.premises:
            place = argument.premises.index(premise)
            return project.spot("claims", claim, "for", i, "from", place)
    raise AssertionError("a link of the graph stands in the records")  # pragma: no cover
