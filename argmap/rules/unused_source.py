"""Entries of the bibliography that nothing refers to."""

from collections.abc import Iterator

from argmap.model.errors import shown
from argmap.model.finding import Finding, Severity
from argmap.rules.case import Case
from argmap.rules.registry import project_rule


@project_rule("unused-source", family="citations", severity=Severity.NOTE)
def unused_source(case: Case) -> Iterator[Finding]:
    """No record cites an entry of the bibliography.

    Either the map does not cover yet what the entry is cited for, or the manuscript lists a work
    that it makes no use of. Record the evidence that it gives, or take the entry out.

    Found in::

        evidence:
          war-diary: {shows: The order came from Pyongyang., source: army-archives-1950}
        sources:
          army-archives-1950: {type: book, title: Papers of the Army Archives}
          atlas-1938: {type: book, title: Atlas of the Peninsula}

    Not in::

        evidence:
          war-diary: {shows: The order came from Pyongyang., source: army-archives-1950}
        sources:
          army-archives-1950: {type: book, title: Papers of the Army Archives}
    """
    project = case.project
    named = case.named_sources
    through = {source.edition_of for source in project.sources.values()}
    for _, item in case.lists.evidence_with("chain"):
        through.update(link[10:-1] for link in item.chain if link.startswith("quoted-in("))
    for key, source in project.sources.items():
        if key not in named and key not in through:
            yield Finding(
                f"no record cites source '{shown(key)}' ({shown(source.short, 40)})",
                project.spot("sources", key),
                (key,),
                "record the evidence it gives, or take the entry out",
            )
