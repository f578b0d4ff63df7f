"""Scholarship that carries the day against a document of the time."""

from collections.abc import Iterator

from argmap.graph.arguments import AGAINST, FOR
from argmap.model.errors import shown
from argmap.model.finding import Finding, Related, Severity
from argmap.rules.case import Case
from argmap.rules.phrases import named
from argmap.rules.registry import project_rule
from argmap.rules.support import resting

SECONDARY = ("scholarship", "derived")
PRIMARY = ("record", "testimony")


@project_rule("secondary-over-primary", family="support", severity=Severity.NOTE)
def secondary_over_primary(case: Case) -> Iterator[Finding]:
    """A claim stands on scholarship alone, against a document of the time.

    Its arguments rest on later works only, a record or a testimony speaks against it and is not answered,
    and yet the map calls it supported, because the document is read as weaker than the literature. Answer
    the document, give evidence of the time, or weigh the two again.

    Found in::

        claims:
          attack-first:
            text: The North attacked first.
            for: [handbook]
            against: [{from: raids, strength: weak}]
        evidence:
          handbook: {shows: The handbook has the North attack first., form: scholarship}
          raids: {shows: The post reports southern troops across the line., form: record}

    Not in::

        claims:
          attack-first:
            text: The North attacked first.
            for: [handbook, war-diary]
            against: [{from: raids, strength: weak}]
        evidence:
          handbook: {shows: The handbook has the North attack first., form: scholarship}
          war-diary: {shows: The first order to cross the line came from Pyongyang., form: record}
          raids: {shows: The post reports southern troops across the line., form: record}
    """
    project, graph = case.project, case.graph
    worth = case.judgement.fixpoint.worth_lo

    def forms(arguments: list[int]) -> dict[str, str | None] | None:
        """Form of each piece of evidence that these rest on; None if one rests on a claim."""
        found: dict[str, str | None] = {}
        for a in arguments:
            for p in graph.premises[a]:
                if p < graph.claims:
                    return None
                found[graph.ids[p]] = project.evidence[graph.ids[p]].form
        return found

    on, known = resting(case), case.lists.evidence.form
    for key, claim in case.lists.claims_with("con"):
        place = 2 * graph.index[key]
        if not all(p >= graph.claims and known[p - graph.claims] in SECONDARY for p in on[place >> 1]):
            continue
        if key not in case.supported or not claim.pro:
            continue
        carrying = forms([a for a in graph.arguments[place + FOR] if worth[a] > 0])
        if not carrying or not set(carrying.values()) <= set(SECONDARY):
            continue
        for a in graph.arguments[place + AGAINST]:
            argument = claim.con[graph.position[a]]
            contrary = [k for k, form in (forms([a]) or {}).items() if form in PRIMARY]
            if contrary and worth[a] > 0 and not argument.answer:
                yield Finding(
                    f"claim '{shown(key)}' stands on {named(carrying)} alone, "
                    f"against {named(contrary)} of the time",
                    project.spot("claims", key, "against", graph.position[a]),
                    (key, *contrary),
                    "answer the document, give evidence of the time, or weigh the two again",
                    tuple(Related(project.spot("evidence", k, "form"), f"evidence '{k}'") for k in carrying),
                )
