"""Claims confirmed by a work that took them from the same person."""

from collections.abc import Iterator, Set

from argmap.graph.documents import root_source
from argmap.model.errors import shown
from argmap.model.finding import Finding, Related, Severity
from argmap.model.records import Evidence
from argmap.rules.authorship import authorship
from argmap.rules.case import Case
from argmap.rules.registry import project_rule
from argmap.rules.support import steps_from


@project_rule("circular-through-sources", family="logic", severity=Severity.WARNING)
def circular_through_sources(case: Case) -> Iterator[Finding]:
    """Scholarship confirms a claim of the author and goes back to the author.

    Its source, or a work that it ``rests_on``, is by the ``author`` of ``argmap.toml``: the claim comes
    back to where it started and is no stronger for it. Cite what the earlier work cites. Without a
    named author, any claim is held against the works of those who hold it.

    Found in::

        settings: |
          author = "moor"
        claims:
          attack-first: {text: The North attacked first., held_by: moor, for: [weathers-view]}
        evidence:
          weathers-view: {shows: Weathers agrees., source: w-1995, form: scholarship, rests_on: moor-1990}
        scholars:
          moor: {name: Anna Moor, works: [moor-1990]}
        sources:
          w-1995: {type: book, title: Origins}
          moor-1990: {type: book, title: The line}

    Not in::

        settings: |
          author = "moor"
        claims:
          attack-first: {text: The North attacked first., held_by: moor, for: [weathers-view]}
        evidence:
          weathers-view: {shows: Weathers agrees., source: w-1995, form: scholarship, rests_on: memoir}
        scholars:
          moor: {name: Anna Moor, works: [moor-1990]}
        sources:
          w-1995: {type: book, title: Origins}
          moor-1990: {type: book, title: The line}
          memoir: {type: book, title: Memoir of a guard}
    """
    project, authors = case.project, authorship(case)
    author = project.settings.author
    if not authors.are_known:
        return
    rests_on = (item.rests_on for _, item in case.lists.evidence_with("rests_on"))
    written = {
        work: authors.writers(work) for work in set(case.lists.evidence.source).union(*rests_on) if work
    }
    suspect = {work for work, by in written.items() if (by if author is None else author in by)}
    secondary = case.lists.evidence_of("scholarship", "derived") if suspect else []
    known = {name: works for name, item in secondary if (works := _works(item, suspect))}
    for key, side, i, argument in steps_from(case, known.keys()):
        claim = project.claims[key]
        if side != "for" or key not in case.own or claim.kind == "historiographical":
            continue
        holders = {author} if author is not None else set(claim.holders)
        for j, name in enumerate(argument.premises):
            own = [work for work in known.get(name, ()) if holders & authors.writers(work)]
            if not own:
                continue
            who = min(holders & authors.writers(own[0]))
            source = project.evidence[name].source
            is_own = source is not None and root_source(project, own[0]) == root_source(project, source)
            verb = "is from" if is_own else "rests on"
            yield Finding(
                f"evidence '{name}' for claim '{key}' {verb} '{shown(own[0])}', "
                f"by '{shown(who)}' who holds the claim",
                project.spot("claims", key, "for", i, "from", j),
                (key, name, own[0]),
                "cite what the earlier work cites",
                (Related(project.spot("evidence", name), f"evidence '{name}'"),),
            )


def _works(item: Evidence, among: Set[str]) -> list[str]:
    """Give the works behind a piece of evidence that are among these."""
    works = (*item.rests_on, item.source) if item.source else item.rests_on
    return [work for work in works if work in among]
