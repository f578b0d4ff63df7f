"""Factual claims that rest on secondary works alone."""

from collections.abc import Iterator

from argmap.model.finding import Finding, Severity
from argmap.model.records import Evidence
from argmap.rules.case import Case
from argmap.rules.phrases import named
from argmap.rules.registry import project_rule
from argmap.rules.support import SEVERAL, asserted, evidence_below, gathered

SECONDARY = frozenset({"scholarship", "derived"})
MOST_KEPT = 6


@project_rule("only-scholarship", family="support", severity=Severity.NOTE)
def only_scholarship(case: Case) -> Iterator[Finding]:
    """A factual claim rests on secondary works alone.

    That something happened is shown by a record or a witness; a scholar's book tells what its author
    made of them. Go back to what the scholar cites, and record it, or give the ``form`` of the evidence.
    Statistics (``kind: statistics``) are passed over, for no witness sees a sum. Looks at supported
    factual claims without a hedge that the ``author`` of ``argmap.toml`` holds.

    Found in::

        claims:
          attack-first: {text: The North attacked first., kind: factual, for: [weathers-1981]}
        evidence:
          weathers-1981: {shows: Weathers has the North attack first., form: scholarship}

    Not in::

        claims:
          attack-first: {text: The North attacked first., kind: factual, for: [weathers-1981, war-diary]}
        evidence:
          weathers-1981: {shows: Weathers has the North attack first., form: scholarship}
          war-diary: {shows: The first order to cross the line came from Pyongyang., form: record}
    """
    project = case.project
    factual = [key for key, claim in asserted(case) if claim.kind == "factual"]
    secondary = [_is_secondary(item) for item in project.evidence.values()] if factual else []
    if not any(secondary):
        return
    kinds = gathered(case, ["secondary" if each else SEVERAL for each in secondary])
    found = {} if kinds.keys().isdisjoint(factual) else evidence_below(case, kinds.keys(), MOST_KEPT)
    for key in factual:
        works = found.get(key)
        if works:
            yield Finding(
                f"factual claim '{key}' rests on secondary works alone: {named(works)}",
                project.spot("claims", key, "for"),
                (key, *works),
                "go back to what the scholar cites, and record it",
            )


def _is_secondary(item: Evidence) -> bool:
    return item.form in SECONDARY and item.kind != "statistics"
