"""Rival hypotheses: claims of a map that contradict each other or answer the same question."""

from collections.abc import Sequence

from argmap.graph.arguments import AGAINST, MISSING, ArgumentGraph
from argmap.model.errors import ArgmapError
from argmap.model.project import Project

MOST = 12
"""Hypotheses found of themselves at most; more than a reader can weigh side by side."""
EXPLAINING = ("thesis", "causal", "interpretive", "counterfactual", "evaluative")
"""Kinds of claim that can be a hypothesis; what is factual is evidence to them."""


def rivals(project: Project, graph: ArgumentGraph, claim: str) -> list[str]:
    """Find the rivals of a claim.

    Two claims contradict each other where one is a premise of an argument against the other. All that
    contradict one and the same claim answer the question that it answers. Factual claims and claims
    about what scholars hold are no rivals: they are what hypotheses are weighed by.

    Args:
        project: The map.
        graph: Its graph.
        claim: The claim asked about.

    Returns:
        Ids, those with most arguments first.
    """
    node = graph.index[claim]
    against = [p for a in graph.arguments[2 * node + AGAINST] for p in graph.premises[a]]
    against += [graph.owner[a] for a in graph.premise_of[node] if graph.side[a] == AGAINST]
    found = {
        p
        for p in against
        if p not in (MISSING, node) and p < graph.claims and project.claims[graph.ids[p]].kind in EXPLAINING
    }
    return [graph.ids[p] for p in sorted(found, key=lambda p: (-_argued(graph, p), p))]


def _argued(graph: ArgumentGraph, claim: int) -> int:
    return len(graph.arguments[2 * claim]) + len(graph.arguments[2 * claim + 1])


def competing(project: Project, graph: ArgumentGraph, claims: Sequence[str]) -> tuple[list[str], str]:
    """Choose the hypotheses that are weighed against each other.

    Args:
        project: The map.
        graph: Its graph.
        claims: Ids; of a single one its rivals are found, without any those of the thesis, or of the claim
            with most rivals where the thesis has none.

    Returns:
        Ids, and a sentence that says how they were found and what was left out.

    Raises:
        UnknownIdError: If there is no such claim.
        ArgmapError: If there are not two hypotheses.
    """
    for claim in claims:
        project.record(claim, "claims")
    chosen = list(dict.fromkeys(claims))
    if len(chosen) > 1:
        return chosen, "The hypotheses are those asked for."
    anchor = chosen[0] if chosen else _anchor(project, graph)
    others = rivals(project, graph, anchor) if anchor else []
    if not others:
        whose = f"'{anchor}'" if anchor else "any claim"
        raise ArgmapError(f"the map has no rival of {whose}; name two hypotheses or more")
    told = f"The hypotheses are '{anchor}' and the claims that contradict it."
    left = len(others) - (MOST - 1)
    if left > 0:
        told += f" {left} more with fewer arguments are left out."
    return [anchor, *others[: MOST - 1]], told


def _anchor(project: Project, graph: ArgumentGraph) -> str:
    thesis = project.settings.thesis
    if thesis in project.claims and thesis is not None and rivals(project, graph, thesis):
        return thesis
    counted = ((len(rivals(project, graph, claim)), claim) for claim in project.claims)
    most = min(counted, key=lambda pair: (-pair[0], pair[1]), default=(0, ""))
    return most[1] if most[0] else ""
