"""Dates of one piece of evidence that contradict each other."""

from collections.abc import Iterator

from argmap.model.errors import shown
from argmap.model.finding import Finding, Related, Severity
from argmap.rules.case import Case
from argmap.rules.dates import surely_before
from argmap.rules.registry import project_rule

_GROWING = frozenset({"webpage", "post", "post-weblog", "dataset", "software", "periodical"})
"""CSL types of sources to which things are added after the date of issue."""


@project_rule("impossible-dates", family="chronology", severity=Severity.ERROR)
def impossible_dates(case: Case) -> Iterator[Finding]:
    """The dates of a piece of evidence contradict each other.

    Nothing is published or read before it is made, and no document stands in a book older than
    itself; one of the dates is wrong. Only certain contradictions count: dates that are
    approximate, uncertain or too coarse to tell are passed over.

    Found in::

        evidence:
          order: {shows: The army is to cross the line., made: 1950-06-24, published: 1949}

    Not in::

        evidence:
          order: {shows: The army is to cross the line., made: 1950-06-24, published: 1994}
    """
    project = case.project
    for field, verb in (("published", "published in"), ("available", "open to scholars in")):
        for key, item in case.lists.evidence_with(field):
            date = getattr(item, field)
            if surely_before(date, item.made):
                yield Finding(
                    f"evidence '{key}' was {verb} {date}, before it was made ({item.made})",
                    project.spot("evidence", key, field),
                    (key,),
                    "mend one of the two dates",
                    (Related(project.spot("evidence", key, "made"), "made"),),
                )
    finished: dict[str | None, int | None] = {
        key: source.issued.latest
        for key, source in project.sources.items()
        if source.issued is not None and not source.archive and source.type not in _GROWING
    }
    fields = case.lists.evidence
    last = map(finished.get, fields.source)
    for key, source, made, day in zip(project.evidence, fields.source, fields.made, last, strict=True):
        if source is None or day is None or made is None or made.earliest is None or day >= made.earliest:
            continue
        issued = project.sources[source].issued
        if surely_before(issued, made):
            name = shown(source)
            yield Finding(
                f"evidence '{key}' was made in {made}, after its source '{name}' came out ({issued})",
                project.spot("evidence", key, "made"),
                (key, name),
                "mend one of the two dates, or name the edition that has it",
                (Related(project.spot("sources", source), "the source"),),
            )
