"""Which document a piece of evidence goes back to, whatever edition or name it is cited under."""

from collections.abc import Iterable

from argmap.model.project import Project
from argmap.model.records import Evidence

_ARCHIVES = ("russian", "nara", "tna")
_EXACT = ("list=", "folder=", "item=", "piece=", "document=")
_OF_A_DAY = ("record", "testimony")


def root_source(project: Project, source: str) -> str:
    """Follow ``edition_of`` to the work itself (of a circle of editions, its first by id)."""
    way = {source: 0}
    while (record := project.sources.get(source)) and record.edition_of:
        source = record.edition_of
        if source in way:
            return min(list(way)[way[source] :])
        way[source] = len(way)
    return source


def root_document(project: Project, key: str, evidence: Evidence) -> str:
    """Name the document that evidence rests on, the same for all that rests on it.

    In this order: the ``document`` it names; the archival address in its locator; for a trace
    of an act or a testimony with a date, the source with that date, maker and kind (several
    telegrams in one volume are several documents); the source; the evidence itself.
    """
    if evidence.document is not None:
        return f"document {evidence.document}"
    source = root_source(project, evidence.source) if evidence.source else ""
    return _of_source(key, evidence, source, evidence.locator.document if evidence.locator else None)


def _of_source(key: str, evidence: Evidence, source: str, address: str | None) -> str:
    """Name the document of evidence that names none itself, by the work it stands in and its address."""
    made = evidence.made
    if address is not None and evidence.locator is not None:
        # an address in an archive is the same document in whichever publication it stands
        exact = any(part in address for part in _EXACT)
        when = "" if exact or made is None else f" {made.text}"
        archive = evidence.locator.scheme in _ARCHIVES
        return f"address {address}{when}" if archive else f"address {source} {address}{when}"
    if source and made is not None and evidence.form in _OF_A_DAY:
        return f"dated {source} {made.text} {','.join(evidence.by)} {evidence.kind or ''}"
    return f"source {source}" if source else f"evidence {key}"


def root_documents(project: Project) -> dict[str, str]:
    """Name the root document of every piece of evidence, by id."""
    return dict(zip(project.evidence, roots_of(project, project.evidence), strict=True))


def roots_of(project: Project, evidence: Iterable[str]) -> list[str]:
    """Name the root documents of some evidence."""
    works: dict[str | None, str] = {None: "", "": ""}
    addresses: dict[int, str | None] = {id(None): None}  # by locator: many records share one
    found = []
    for item in map(project.evidence.__getitem__, keys := list(evidence)):
        if item.document is not None:
            found.append(f"document {item.document}")
            continue
        source, locator = item.source, item.locator
        if source not in works:
            works[source] = root_source(project, source) if source else ""
        if locator is not None and id(locator) not in addresses:
            addresses[id(locator)] = locator.document
        found.append(_of_source(keys[len(found)], item, works[source], addresses[id(locator)]))
    return found
