"""Stances ascribed to schools and scholars without saying where they take them."""

from collections.abc import Iterator

from argmap.model.errors import shown
from argmap.model.finding import Finding, Severity
from argmap.rules.case import Case
from argmap.rules.registry import project_rule


@project_rule("stance-without-citation", family="schools", severity=Severity.WARNING)
def stance_without_citation(case: Case) -> Iterator[Finding]:
    """A stance is ascribed to a school or scholar without a source.

    A reader cannot check whether they hold it, and rivals are easily made to say what is easiest
    to refute. Name the source under ``cite:``, with a ``locator:`` if there is one. Silence needs no
    citation, nor do the stances of the manuscript's own author.

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
    for key, claim in case.project.claims.items():
        for kind, one, stances in (
            ("schools", "school", claim.schools),
            ("scholars", "scholar", claim.scholars),
        ):
            for name, stance in stances.items():
                if stance.cite or stance.stance == "silent" or name == author:
                    continue
                verb = {"holds": "hold", "rejects": "reject", "qualifies": "qualify"}[stance.stance]
                yield Finding(
                    f"{one} '{shown(name)}' is said to {verb} claim '{key}' without a source",
                    case.project.spot("claims", key, kind, name),
                    (key, name),
                    "name the source under 'cite:'",
                )
