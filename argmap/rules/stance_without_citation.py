"""Stances ascribed to schools and scholars without saying where they take them."""

from collections.abc import Iterator

from argmap.model.finding import Finding, Related, Severity
from argmap.rules.case import Case
from argmap.rules.phrases import named
from argmap.rules.registry import project_rule

VERBS = {"holds": "hold", "rejects": "reject", "qualifies": "qualify"}
"""Stances that need a source."""


@project_rule("stance-without-citation", family="schools", severity=Severity.WARNING)
def stance_without_citation(case: Case) -> Iterator[Finding]:
    """A stance is ascribed to a school or scholar without a source.

    A reader cannot check whether they hold it, and rivals are easily made to say what is easiest
    to refute. Name the source under ``cite:``, with a ``locator:`` if there is one. Silence needs no
    citation, nor do the stances of the manuscript's own author. Those who are said to take the same
    stance on a claim are named together.

    Found in::

        claims:
          attack-first: {text: The North attacked first., schools: {orthodox: holds}}
        schools:
          orthodox: {name: Orthodox}

    Not in::

        claims:
          attack-first:
            text: The North attacked first.
            schools: {orthodox: {stance: holds, cite: weathers-1981}}
        schools:
          orthodox: {name: Orthodox}
        sources:
          weathers-1981: {type: book, title: Origins}
    """
    author = case.project.settings.author
    for key, claim in case.lists.claims_with_stances:
        for kind, one, stances in (
            ("schools", "school", claim.schools),
            ("scholars", "scholar", claim.scholars),
        ):
            uncited: dict[str, list[str]] = {}
            for name, stance in stances.items():
                if not stance.cite and stance.stance in VERBS and name != author:
                    uncited.setdefault(VERBS[stance.stance], []).append(name)
            for verb, names in uncited.items():
                who = f"{one} {named(names)} is" if len(names) == 1 else f"{one}s {named(names)} are"
                first, *rest = (case.project.spot("claims", key, kind, name) for name in names)
                yield Finding(
                    f"{who} said to {verb} claim '{key}' without a source",
                    first,
                    (key, *names),
                    "name the source under 'cite:'",
                    tuple(Related(spot, "without a source as well") for spot in rest),
                )
