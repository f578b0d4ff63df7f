"""Evidence from a long work, and nothing says where in it."""

from collections.abc import Iterator

from argmap.model.errors import shown
from argmap.model.finding import Finding, Severity
from argmap.model.project import Project
from argmap.rules.case import Case
from argmap.rules.registry import NotCheckedError, project_rule

LONG = frozenset(
    "article-journal book chapter classic collection dataset entry-dictionary entry-encyclopedia legislation "
    "legal_case manuscript paper-conference pamphlet periodical report standard thesis".split()
)
"""CSL types of works in which a place must be named to be found."""
FEWEST_LISTED = 3
"""Works that make a list of a note."""


@project_rule("evidence-without-place", family="citations", severity=Severity.NOTE)
def evidence_without_place(case: Case) -> Iterator[Finding]:
    """Evidence comes from a long work, and no place in it is named.

    A reader would have to read the whole book to find what one sentence is said to show. Give the page, or
    the address of the document, under ``locator:``. Looked at is evidence whose source is a book, an
    article, a report or another work of some length; a quotation that is given word for word will do, and
    a report or manuscript that is kept in an archive counts as one document. Scholars' works that one note
    lists together, three or more of them without a place, are cited as wholes, for a view that they share.
    Not checked where less than half of the evidence with a source gives a place.

    Found in::

        evidence:
          guard: {shows: A guard saw shells., source: army-archives-1950, locator: p. 80}
          war-diary: {shows: The order came from Pyongyang., form: record, source: army-archives-1950}
        sources:
          army-archives-1950: {type: book, title: Papers of the Army Archives}

    Not in::

        evidence:
          war-diary: {shows: The order came from Pyongyang., source: army-archives-1950, locator: p. 76}
        sources:
          army-archives-1950: {type: book, title: Papers of the Army Archives}
    """
    project = case.project
    sourced = [item for item in project.evidence.values() if item.source]
    if 2 * sum(item.locator is not None for item in sourced) < len(sourced):
        raise NotCheckedError("most of the evidence gives no place in its source")
    lists = _lists(project)
    for key, item in project.evidence.items():
        if item.form == "scholarship" and item.cited and lists.issuperset(item.cited):
            continue
        source = project.sources.get(item.source or "")
        if source is None or source.type not in LONG or item.locator is not None or item.quote is not None:
            continue
        entry = source.csl or {}
        if entry.get("page") or (source.archive and source.type in ("report", "manuscript")):
            continue
        whole = f"'{shown(item.source or '')}' ({shown(source.short, 40)})"
        yield Finding(
            f"evidence '{shown(key)}' names no place in {whole}",
            project.spot("evidence", key, "source"),
            (key,),
            "give the page, or the address of the document, under 'locator:'",
        )


def _lists(project: Project) -> set[str]:
    """Give the notes that list several works of scholars, none with a place."""
    works: dict[str, set[str]] = {}
    for item in project.evidence.values():
        if item.form == "scholarship" and item.source and item.locator is None:
            for note in item.cited:
                works.setdefault(note, set()).add(item.source)
    return {note for note, named in works.items() if len(named) >= FEWEST_LISTED}
