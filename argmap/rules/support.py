"""What claims rest on, as several rules ask it."""

from collections.abc import Iterable, Sequence, Set

from argmap.graph.arguments import FOR
from argmap.graph.components import components
from argmap.model.dataclass import dataclass
from argmap.model.records import Argument, Claim, Evidence
from argmap.rules.case import Case
from argmap.rules.lists import Step, step


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


def steps_from(case: Case, names: Set[str]) -> list[Step]:
    """Give the arguments that have one of these as a premise, in order."""
    index = case.graph.index
    nodes = {index[name] for name in names if name in index}
    if not nodes:
        return []
    return steps(
        case, [a for a, premises in enumerate(case.graph.premises) if not nodes.isdisjoint(premises)]
    )


def steps(case: Case, arguments: Iterable[int]) -> list[Step]:
    """Tell of arguments, by their numbers in the graph, where they stand."""
    graph, claims, found = case.graph, case.project.claims, []
    for a in arguments:
        if graph.owner[a] >= 0:
            key, place = graph.ids[graph.owner[a]], graph.position[a]
            claim = claims[key]
            found.append(step(key, claim, place + len(claim.pro) * graph.side[a]))
    return found


def repeating(case: Case) -> list[tuple[str, Claim]]:
    """Give the claims on which several arguments have one premise in common, by id."""
    return case.once(_repeating)


def _repeating(case: Case) -> list[tuple[str, Claim]]:
    ids, claims = case.graph.ids, case.project.claims
    return [(key, claims[key]) for key in map(ids.__getitem__, sorted(case.uses.repeating))]


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


def asserted(case: Case) -> list[tuple[str, Claim]]:
    """Give the claims that the author makes without a hedge and that are supported.

    Without a named author, any claim counts as made by the author.
    """
    return case.once(_asserted)


def _asserted(case: Case) -> list[tuple[str, Claim]]:
    hedged = (key for key, _ in case.lists.claims_with("hedge"))
    keys = case.own.intersection(case.supported).difference(hedged)
    return [each for each in case.project.claims.items() if each[0] in keys]


def asserted_on(case: Case) -> list[tuple[str, Claim, list[int]]]:
    """Give the asserted claims, each with the nodes on which it rests directly."""
    return case.once(_asserted_on)


def _asserted_on(case: Case) -> list[tuple[str, Claim, list[int]]]:
    on, index = resting(case), case.graph.index
    return [(key, claim, on[index[key]]) for key, claim in asserted(case)]


def key_claims(case: Case) -> list[str]:
    """Give the claims that matter most: the thesis, what it rests on directly, those under ``expect:``."""
    return case.once(_key_claims)


def _key_claims(case: Case) -> list[str]:
    claims = case.project.claims
    thesis = [key for key, _ in case.lists.claims_of("thesis")]
    if case.project.settings.thesis is not None:
        thesis.append(case.project.settings.thesis)
    found = {key for key in (*thesis, *case.project.expectations) if key in claims}
    for key in thesis:
        if key in claims:
            found.update(p for argument in claims[key].pro for p in argument.premises if p in claims)
    return sorted(found)


SEVERAL = "\0several"
"""Stands for more than one value."""


FEW = 50
"""Claims for which the evidence below is looked for from each of them downwards."""


def gathered(case: Case, values: Sequence[str], of: Sequence[str] | None = None) -> dict[str, str]:
    """Join a value of all the evidence that each claim rests on in the end.

    Only arguments for a claim count that are worth something; claims in a circle rest on the same. Linear
    in the links.

    Args:
        case: The project.
        values: The value of each piece of evidence, as in the project; ``SEVERAL`` for one that has none to
            share.
        of: The claims that matter; all when left out.

    Returns:
        Claim to the value that all its evidence has; without those that have none such, or no evidence.
    """
    graph = case.graph
    if of is not None and len(of) <= FEW:
        below = ((key, _one_below(case, graph.index[key], values)) for key in of)
        return {key: value for key, value in below if value and value != SEVERAL}
    found = [*[""] * graph.claims, *values]
    for component, premises in case.once(upwards):
        shared = ""
        for premise in premises:
            value = found[premise]
            if value and value != shared:
                shared = SEVERAL if shared else value
                if shared == SEVERAL:
                    break
        for claim in component:
            found[claim] = shared
    pairs = zip(graph.ids, found[: graph.claims], strict=False)
    return {key: value for key, value in pairs if value and value != SEVERAL}


def _one_below(case: Case, claim: int, values: Sequence[str]) -> str:
    """Join a value of all the evidence that one claim rests on in the end."""
    on, claims, shared = resting(case), case.graph.claims, ""
    waiting, seen = [claim], {claim}
    while waiting:
        for node in on[waiting.pop()]:
            if node < claims:
                if node not in seen:
                    seen.add(node)
                    waiting.append(node)
            elif values[node - claims] != shared:
                if shared or values[node - claims] == SEVERAL:
                    return SEVERAL
                shared = values[node - claims]
    return shared


def evidence_below(case: Case, claims: Set[str], most: int) -> dict[str, tuple[str, ...]]:
    """Give the evidence that claims rest on in the end: of much, that which comes first by id.

    Args:
        case: The project.
        claims: The claims; with each, every claim that it rests on and that rests on evidence.
        most: How many pieces are given of each.
    """
    graph, found = case.graph, dict[int, tuple[str, ...]]()
    for component, premises in case.once(upwards):
        if graph.ids[component[0]] not in claims:
            continue
        if len(premises) == 1 and premises[0] >= graph.claims:
            found[component[0]] = (graph.ids[premises[0]],)
        else:
            names = {graph.ids[p] for p in premises if p >= graph.claims}
            names.update(*(found.get(p, ()) for p in premises if p < graph.claims))
            found.update(dict.fromkeys(component, tuple(sorted(names)[:most])))
    return {graph.ids[claim]: names for claim, names in found.items()}


def resting(case: Case) -> list[list[int]]:
    """Give the premises on which each claim rests, by number: those of arguments worth something."""
    return case.once(_resting)


def _resting(case: Case) -> list[list[int]]:
    graph, worth = case.graph, case.judgement.fixpoint.worth_lo
    found: list[list[int]] = [[] for _ in range(graph.claims)]
    for claim, arguments in enumerate(graph.arguments[FOR::2]):
        for a in arguments:
            if worth[a] > 0:
                found[claim] += graph.premises[a]
    return found


def upwards(case: Case) -> list[tuple[Sequence[int], list[int]]]:
    """Give the claims that rest on anything, from the evidence upwards, each with its premises.

    Only arguments for a claim count that are worth something; claims in a circle come together.
    """
    on, arrangement = resting(case), case.graph.arrangement
    if not arrangement.circles:
        return [((claim,), on[claim]) for claim in arrangement.order if on[claim]]
    found: list[tuple[Sequence[int], list[int]]] = []
    for number, part in enumerate(arrangement.parts()):
        circles = _circles(part, on) if number in arrangement.circles else [part]
        found += [(claims, [p for claim in claims for p in on[claim]]) for claims in circles]
    return found


def _circles(part: Sequence[int], on: list[list[int]]) -> list[list[int]]:
    """Take claims apart that depend on each other, into those that rest on each other."""
    place = {claim: i for i, claim in enumerate(part)}
    circles = components(len(part), lambda i: [place[p] for p in on[part[i]] if p in place])
    return [[part[i] for i in circle] for circle in circles]


def documents(case: Case) -> dict[str, str]:
    """Give the root document that a claim rests on in the end, of the claims that rest on one."""
    return case.once(_documents)


def _documents(case: Case) -> dict[str, str]:
    return gathered(case, list(map(case.documents.__getitem__, case.project.evidence)))
