"""Evidence that nobody could look up."""

from collections.abc import Iterator
from itertools import compress
from operator import not_

from argmap.model.errors import shown
from argmap.model.finding import Finding, Severity
from argmap.rules.case import Case
from argmap.rules.registry import NotCheckedError, project_rule


@project_rule("evidence-without-source", family="citations", severity=Severity.NOTE)
def evidence_without_source(case: Case) -> Iterator[Finding]:
    """Evidence names no source.

    A reader cannot turn to it, and whether two pieces of evidence come from one document stays unknown. Name
    the entry of the bibliography under ``source:``. Not checked where less than half of the evidence names
    one; evidence that gives an archival address under ``locator:`` or names its ``document:`` can be found
    without.

    Found in::

        evidence:
          guard: {shows: A guard saw shells from the north., source: army-archives-1950}
          war-diary: {shows: The order came from Pyongyang., form: record}
        sources:
          army-archives-1950: {type: book, title: Papers of the Army Archives}

    Not in::

        evidence:
          guard: {shows: A guard saw shells from the north., source: army-archives-1950}
          war-diary: {shows: The order came from Pyongyang., form: record, source: army-archives-1950}
        sources:
          army-archives-1950: {type: book, title: Papers of the Army Archives}
    """
    project = case.project
    sources = case.lists.evidence.source
    shares = case.shares
    if 2 * shares.sourced < shares.evidence or not shares.sourced:
        raise NotCheckedError("most of the evidence names no source")
    for key, item in compress(project.evidence.items(), map(not_, sources)):
        if item.document:
            continue
        if item.locator is None or item.locator.document is None:
            yield Finding(
                f"evidence '{shown(key)}' names no source",
                project.spot("evidence", key),
                (key,),
                "name the entry of the bibliography under 'source:'",
            )
