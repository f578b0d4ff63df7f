"""Documents read in somebody else's book, without saying so."""

from collections.abc import Iterator

from argmap.model.errors import shown
from argmap.model.finding import Finding, Related, Severity
from argmap.rules.authorship import authorship
from argmap.rules.case import Case
from argmap.rules.dates import surely_before
from argmap.rules.registry import project_rule


@project_rule("carrier-unrecorded", family="citations", severity=Severity.WARNING)
def carrier_unrecorded(case: Case) -> Iterator[Finding]:
    """A document of the time was read in a later work by somebody else, and nothing says so.

    The evidence is a record or testimony, its source is a later work by a scholar who did not make it,
    and ``chain:`` is empty: whether the author saw the document, an edition of it, or only what the
    work quotes, makes a difference of up to two steps. Give the ``chain``, such as
    ``[original, quoted-in(weathers-1981)]``.

    Found in::

        evidence:
          order:
            {shows: The army is to cross the line., form: record, by: kim, made: 1950, source: weathers-1981}
        scholars:
          weathers: {name: Ann Weathers, works: [weathers-1981]}
        sources:
          weathers-1981: {type: book, title: Origins, issued: {date-parts: [[1981]]}}

    Not in::

        evidence:
          order:
            shows: The army is to cross the line.
            form: record
            by: kim
            made: 1950
            source: weathers-1981
            chain: [original, quoted-in(weathers-1981)]
        scholars:
          weathers: {name: Ann Weathers, works: [weathers-1981]}
        sources:
          weathers-1981: {type: book, title: Origins, issued: {date-parts: [[1981]]}}
    """
    project, authors = case.project, authorship(case)
    if not authors.are_known:
        return
    for key, item in case.lists.evidence_with("by"):
        if not item.by or item.chain or item.source is None or item.form not in ("record", "testimony"):
            continue
        source = project.sources.get(item.source)
        if source is None or source.archive or not surely_before(item.made, source.issued):
            continue
        writers = authors.writers(item.source)
        if writers and not writers.intersection(item.by):
            yield Finding(
                f"evidence '{key}' of {item.made} is cited from the later work '{shown(item.source)}', "
                "and nothing tells how it came there",
                project.spot("evidence", key, "source"),
                (key, item.source),
                f"give the 'chain:', such as [original, quoted-in({shown(item.source)})]",
                (Related(project.spot("sources", item.source), "the later work"),),
            )
