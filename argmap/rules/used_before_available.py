"""Documents used before anybody could read them."""

from collections.abc import Iterator

from argmap.model.errors import shown
from argmap.model.finding import Finding, Related, Severity
from argmap.rules.case import Case
from argmap.rules.dates import surely_before
from argmap.rules.registry import project_rule


@project_rule("used-before-available", family="chronology", severity=Severity.WARNING)
def used_before_available(case: Case) -> Iterator[Finding]:
    """A work uses a document that could not be read when it came out.

    Evidence is cited from a source, or known as quoted in one, that came out before the document was
    ``available``; or it ``rests_on`` a work that came out after it was made. One of the dates is wrong,
    or the work saw the document by another way. A verdict as of a year is wrong until that is mended.

    Found in::

        evidence:
          order: {shows: The army is to cross the line., made: 1950, available: 1994, source: weathers-1981}
        sources:
          weathers-1981: {type: book, title: Origins, issued: {date-parts: [[1981]]}}

    Not in::

        evidence:
          order: {shows: The army is to cross the line., made: 1950, available: 1977, source: weathers-1981}
        sources:
          weathers-1981: {type: book, title: Origins, issued: {date-parts: [[1981]]}}
    """
    project = case.project
    for key, item in case.lists.evidence_with("available"):
        carriers = [link[10:-1] for link in item.chain if link.startswith("quoted-in(")]
        if item.source is not None:
            carriers.append(item.source)
        for name in dict.fromkeys(carriers):
            work = project.sources.get(name)
            if work is None or work.archive or not surely_before(work.issued, item.available):
                continue
            if item.made is not None and not surely_before(item.made, work.issued):
                continue
            yield Finding(
                f"'{shown(name)}' ({work.issued}) gives evidence '{key}', "
                f"which could first be read in {item.available}",
                project.spot("evidence", key, "available"),
                (key, name),
                "mend one of the two dates",
                (Related(project.spot("sources", name), "the work"),),
            )
    for key, item in case.lists.evidence_with("rests_on"):
        for i, name in enumerate(item.rests_on):
            work = project.sources.get(name)
            if work is not None and surely_before(item.made, work.issued):
                yield Finding(
                    f"evidence '{key}' of {item.made} is said to rest on '{shown(name)}', "
                    f"which came out in {work.issued}",
                    project.spot("evidence", key, "rests_on", i),
                    (key, name),
                    "mend one of the two dates, or name the edition it used",
                    (Related(project.spot("sources", name), "the work"),),
                )
