"""Disputed claims that rest on evidence both sides use."""

from collections.abc import Iterator

from argmap.model.finding import Finding, Severity
from argmap.rules.case import Case
from argmap.rules.phrases import named
from argmap.rules.registry import project_rule
from argmap.rules.support import standing


@project_rule("non-diagnostic-evidence", family="schools", severity=Severity.WARNING)
def non_diagnostic_evidence(case: Case) -> Iterator[Finding]:
    """All that speaks for a disputed claim also speaks for what its opponents hold.

    A school rejects the claim, and every piece of evidence put to it is also put to a claim that this
    school holds and the claim's holders do not: it fits both, so it decides nothing between them (Heuer
    calls such evidence non-diagnostic). Look for evidence that only one of the two expects. Looks at claims
    that the ``author`` of ``argmap.toml`` holds, at what anybody holds if none is named.

    Found in::

        claims:
          attack-planned:
            text: The attack was planned.
            held_by: [weathers]
            for: [gunfire]
            schools: {revisionist: {stance: rejects, cite: m-1990}}
          raid-grew:
            text: A raid grew into a war.
            for: [gunfire]
            schools: {revisionist: {stance: holds, cite: m-1990}}
        evidence:
          gunfire: {shows: A guard heard guns at dawn., form: testimony}
        scholars:
          weathers: {name: Ann Weathers}
        schools:
          revisionist: {name: Revisionist}
        sources:
          m-1990: {type: book, title: The line}

    Not in::

        claims:
          attack-planned:
            text: The attack was planned.
            held_by: [weathers]
            for: [gunfire, order]
            schools: {revisionist: {stance: rejects, cite: m-1990}}
          raid-grew:
            text: A raid grew into a war.
            for: [gunfire]
            schools: {revisionist: {stance: holds, cite: m-1990}}
        evidence:
          gunfire: {shows: A guard heard guns at dawn., form: testimony}
          order: {shows: The army is to cross the line., form: record}
        scholars:
          weathers: {name: Ann Weathers}
        schools:
          revisionist: {name: Revisionist}
        sources:
          m-1990: {type: book, title: The line}
    """
    project, rejecting = case.project, False
    for _, claim in case.lists.claims_with_stances:
        stances = (*claim.schools.values(), *claim.scholars.values())
        rejecting = rejecting or any(stance.stance == "rejects" for stance in stances)
    if not rejecting:
        return
    holds: dict[str, set[str]] = {}
    rejects: dict[str, list[str]] = {}
    for (school, key), position in case.positions.items():
        if position.stance == "holds":
            holds.setdefault(key, set()).add(school)
        elif position.stance == "rejects":
            rejects.setdefault(key, []).append(school)
    uses = _uses(case, holds)
    for key, schools in sorted(rejects.items()):
        if key not in case.own or not (project.claims[key].holders or key in holds):
            continue
        arguments = standing(case, key)
        evidence = list(dict.fromkeys(name for each in arguments for name, _ in each.evidence))
        if not evidence or any(each.claims for each in arguments):
            continue
        for school in schools:
            if all((school, name) in uses for name in evidence):
                other = next((c for c in uses[school, evidence[0]] if c != key), None)
                if other is None or holds[other] & holds.get(key, set()):
                    continue
                yield Finding(
                    f"all that speaks for claim '{key}' also speaks for what '{school}' holds, "
                    f"which rejects it: {named(evidence)}",
                    project.spot("claims", key, "for"),
                    (key, school, other, *evidence),
                    "look for evidence that only one of the two expects",
                )


def _uses(case: Case, holds: dict[str, set[str]]) -> dict[tuple[str, str], list[str]]:
    """Give, for school and evidence, up to two claims that the school holds and the evidence is put to."""
    found: dict[tuple[str, str], list[str]] = {}
    for key, schools in sorted(holds.items()):
        for argument in case.project.claims[key].pro:
            for name in argument.premises:
                for school in schools:
                    claims = found.setdefault((school, name), [])
                    if len(claims) < 2 and key not in claims:
                        claims.append(key)
    return found
