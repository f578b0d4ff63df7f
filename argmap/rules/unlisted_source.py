"""Sources that are cited and that the manuscript's own bibliography lacks."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from argmap.model.errors import shown
from argmap.model.finding import Finding, Related, Severity
from argmap.model.project import Reference
from argmap.rules.case import Case
from argmap.rules.phrases import named, naming_place
from argmap.rules.registry import project_rule

if TYPE_CHECKING:
    from argmap.manuscript.citations.link import Linker

MOST_SHOWN = 5
ALIKE = 90.0
"""Score, as of citations and entries, from which two sources are told in two ways and not two."""


@project_rule("unlisted-source", family="citations", severity=Severity.WARNING)
def unlisted_source(case: Case) -> Iterator[Finding]:
    """The manuscript cites a source that its own bibliography does not list.

    Such an entry is marked ``listed: false`` under ``custom``: the notes cite it, and a reader who
    turns to the list at the end does not find it. Add it to the manuscript's bibliography, then
    take the mark away. A note where the list has the same work in another edition, or from another
    archive (``edition_of``), or by nearly the same author and title: then it is enough to cite that one.
    Editions of one work, none of them listed, are told together.

    Found in::

        evidence:
          war-diary: {shows: The order came from Pyongyang., source: army-archives-1950}
        sources:
          army-archives-1950:
            {type: book, title: Papers of the Army Archives, custom: {listed: false}}

    Not in::

        evidence:
          war-diary: {shows: The order came from Pyongyang., source: army-archives-1950}
        sources:
          army-archives-1950: {type: book, title: Papers of the Army Archives}
    """
    sources = case.project.sources
    for keys in _works(case):
        cited = [place for key in keys for place in _cited(case, key)]
        edition = sources[keys[0]].edition_of or ""
        other = edition if edition in sources and sources[edition].listed else _alike(case, keys[0])
        only = f" but as '{shown(other)}'" if other else ""
        also = f", also as {named(keys[1:])}," if keys[1:] else ","
        yield Finding(
            f"source '{shown(keys[0])}' is cited{_notes(case, cited)}{also} and the manuscript's "
            f"bibliography does not list it{only}",
            case.project.spot("sources", keys[0]),
            tuple(keys),
            "cite the edition that is listed, or list both"
            if only
            else "add it to the manuscript's bibliography, then take the mark away",
            tuple(Related(place.spot, f"named under {naming_place(place)}") for place in cited[:MOST_SHOWN]),
            severity=Severity.NOTE if only else Severity.WARNING,
        )


def _works(case: Case) -> list[list[str]]:
    """Give the sources that are cited and not listed, the editions of one work together."""
    sources = case.project.sources
    works: dict[str, list[str]] = {}
    for key, source in sources.items():
        if source.listed or not _cited(case, key):
            continue
        edition = source.edition_of or ""
        work = edition if edition in sources and not sources[edition].listed else key
        works.setdefault(work, []).append(key)
    return [sorted(keys, key=lambda key: (key != work, key)) for work, keys in works.items()]


def _cited(case: Case, key: str) -> list[Reference]:
    """Give the places that cite a source; a scholar is its author."""
    return [place for place in case.citations.get(key, ()) if place.spot.path[0] != "scholars"]


def _alike(case: Case, key: str) -> str | None:
    """Give the listed source that is as good as the same by author and title."""
    from argmap.manuscript.citations.works import work_of_source

    link = case.once(_listed).find(work_of_source(key, case.project.sources[key]))
    return link.key if link is not None and link.score >= ALIKE else None


def _listed(case: Case) -> "Linker":
    from argmap.manuscript.citations.link import Linker
    from argmap.manuscript.citations.works import work_of_source

    sources = sorted(case.project.sources.items())
    return Linker([work_of_source(key, each) for key, each in sources if each.listed])


def _notes(case: Case, cited: list[Reference]) -> str:
    """Name the notes of the manuscript that cite a source; without any, tell how often it is cited."""
    items = (case.project.evidence.get(str(place.spot.path[1])) for place in cited)
    refs = list(dict.fromkeys(ref for item in items if item for ref in item.cited))
    if not refs:
        return " once" if len(cited) == 1 else f" {len(cited)} times"
    more = f" and {len(refs) - MOST_SHOWN} more" if len(refs) > MOST_SHOWN else ""
    return f" in note{'s' * (len(refs) > 1)} {', '.join(shown(ref) for ref in refs[:MOST_SHOWN])}{more}"
