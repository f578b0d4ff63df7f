"""What claims rest on, as several rules ask it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from argmap.graph.arguments import FOR
from argmap.graph.components import components
from argmap.model.records import Argument, Claim, Evidence
from argmap.rules.case import Case

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Standing:
    """An argument for a claim that is worth something as the map is."""

    place: int
    """Where it stands under ``for``."""
    argument: Argument
    evidence: tuple[tuple[str, Evidence], ...]
    """Its premises that are evidence, by id."""
    claims: tuple[tuple[str, Claim], ...]
    """Its premises that are claims, by id."""


def standing(case: Case, key: str) -> list[Standing]:
    """Give the arguments for a claim that are worth something."""
    known = case.once(_standings)
    if key not in known:
        known[key] = _standing(case, key)
    return known[key]


def _standings(case: Case) -> dict[str, list[Standing]]:
    return {}


def _standing(case: Case, key: str) -> list[Standing]:
    project, graph, worth = case.project, case.graph, case.judgement.fixpoint.worth_lo
    found = []
    for a in graph.arguments[2 * graph.index[key] + FOR]:
        if worth[a] > 0:
            argument = project.claims[key].pro[graph.position[a]]
            names = dict.fromkeys(argument.premises)
            evidence = tuple((n, project.evidence[n]) for n in names if n in project.evidence)
            claims = tuple((n, project.claims[n]) for n in names if n in project.claims)
            found.append(Standing(graph.position[a], argument, evidence, claims))
    return found


def asserted(case: Case) -> Iterator[tuple[str, Claim]]:
    """Give the claims that the author makes without a hedge and that are supported.

    Without a named author, any claim counts as made by the author.
    """
    yield from case.once(_asserted)


def _asserted(case: Case) -> list[tuple[str, Claim]]:
    found = []
    for key, claim in case.project.claims.items():
        if claim.hedge or not case.is_authors(claim):
            continue
        if case.judgement.verdicts[key].verdict == "supported":
            found.append((key, claim))
    return found


def key_claims(case: Case) -> list[str]:
    """Give the claims that matter most: the thesis, what it rests on directly, those under ``expect:``."""
    claims = case.project.claims
    thesis = [key for key, claim in claims.items() if claim.kind == "thesis"]
    if case.project.settings.thesis is not None:
        thesis.append(case.project.settings.thesis)
    found = {key for key in (*thesis, *case.project.expectations) if key in claims}
    for key in thesis:
        if key in claims:
            found.update(p for argument in claims[key].pro for p in argument.premises if p in claims)
    return sorted(found)


def gathered(case: Case, of: Callable[[str], T], join: Callable[[T, T], T]) -> dict[str, T]:
    """Join a value of all the evidence that each claim rests on in the end.

    From the evidence upwards, along arguments that are worth something; claims in a circle have one
    value between them. Linear in the links.

    Args:
        case: The project.
        of: Gives the value of one piece of evidence.
        join: Joins two values; the order may not matter, nor that one comes twice.

    Returns:
        Claim to value; claims that rest on no evidence are absent.
    """
    graph = case.graph
    values: list[T | None] = [None] * graph.claims
    of_evidence: dict[int, T | None] = {}
    for component, premises in case.once(upwards):
        value: T | None = None
        for p in premises:
            if p < graph.claims:
                part = values[p]
            elif p in of_evidence:
                part = of_evidence[p]
            else:
                part = of_evidence[p] = of(graph.ids[p])
            if part is not None:
                value = part if value is None else join(value, part)
        for claim in component:
            values[claim] = value
    return {graph.ids[c]: value for c, value in enumerate(values) if value is not None}


def upwards(case: Case) -> list[tuple[list[int], list[int]]]:
    """Give the claims from the evidence upwards, each with the premises on which it rests.

    Only arguments for a claim count that are worth something; claims in a circle come together.
    """
    graph, worth = case.graph, case.judgement.fixpoint.worth_lo
    resting = [
        [p for a in graph.arguments[2 * claim + FOR] if worth[a] > 0 for p in graph.premises[a]]
        for claim in range(graph.claims)
    ]
    on_claims = [[p for p in premises if p < graph.claims] for premises in resting]
    order = components(graph.claims, on_claims.__getitem__)
    return [(claims, [p for claim in claims for p in resting[claim]]) for claims in order]


SEVERAL = "\0several"
"""Stands for more than one value."""


def one_or_several(first: str, second: str) -> str:
    """Join two names: the same one stays, two become ``SEVERAL``."""
    return first if first == second else SEVERAL


def rests_on_several_documents(case: Case) -> frozenset[str]:
    """Give the claims that rest on more than one document in the end."""
    return case.once(_on_several)


def _on_several(case: Case) -> frozenset[str]:
    found = gathered(case, lambda key: case.documents[key], one_or_several)
    return frozenset(key for key, document in found.items() if document == SEVERAL)
