"""Factual claims that rest on secondary works alone."""

from collections.abc import Iterator

from argmap.model.finding import Finding, Severity
from argmap.rules.case import Case
from argmap.rules.phrases import named
from argmap.rules.registry import project_rule
from argmap.rules.support import asserted, gathered

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

    def secondary(key: str) -> tuple[str, ...] | bool:
        item = project.evidence[key]
        return (key,) if item.form in SECONDARY and item.kind != "statistics" else False

    def join(first: tuple[str, ...] | bool, second: tuple[str, ...] | bool) -> tuple[str, ...] | bool:
        if isinstance(first, bool) or isinstance(second, bool):
            return False
        return tuple(sorted({*first, *second}))[:MOST_KEPT]

    found = gathered(case, secondary, join)
    for key, claim in asserted(case):
        works = found.get(key, False)
        if claim.kind == "factual" and not isinstance(works, bool):
            yield Finding(
                f"factual claim '{key}' rests on secondary works alone: {named(works)}",
                project.spot("claims", key, "for"),
                (key, *works),
                "go back to what the scholar cites, and record it",
            )
