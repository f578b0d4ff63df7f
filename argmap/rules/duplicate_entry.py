"""Works that stand in the bibliography twice."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, partial

from argmap.graph.documents import root_source
from argmap.model.errors import shown
from argmap.model.finding import Finding, Related, Severity
from argmap.model.pattern import pattern
from argmap.model.records import Source
from argmap.rules.case import Case
from argmap.rules.registry import project_rule

_WORD = pattern(r"\w+")
_SAME = (
    "volume",
    "issue",
    "number",
    "page",
    "archive_location",
    "edition",
    "chapter-number",
    "collection-number",
)
"""Fields in which two entries of one work would agree, where both have them."""
_APART = ("recipient", "publisher", "container-title", "language", "volume-title")
MOST_COMPARED = 50
"""Entries with one title, author and date with which later ones are compared."""


@project_rule("duplicate-entry", family="citations", severity=Severity.WARNING)
def duplicate_entry(case: Case) -> Iterator[Finding]:
    """A work stands in the bibliography twice.

    Evidence from the two entries looks like that of two witnesses. Keep one; if they are two editions, say
    in one of them under ``edition_of`` (in ``custom``) which work it is an edition of. Two entries count as
    one work where they have the same DOI, or the same title, first author and date, and differ in nothing
    that tells volumes, places and recipients apart.

    Found in::

        sources:
          weathers-1993a: {type: book, title: The First Shot, author: [{family: Weathers}], issued: "1993"}
          weathers-1993b: {type: book, title: The first shot, author: [{family: Weathers}], issued: "1993"}

    Not in::

        sources:
          weathers-1993: {type: book, title: The First Shot, author: [{family: Weathers}], issued: "1993"}
          weathers-2001: {type: book, title: The First Shot, author: [{family: Weathers}], issued: "2001"}
    """
    project = case.project
    work_of = cache(partial(root_source, project))
    seen: dict[tuple[str, ...], list[str]] = {}
    for key in sorted(project.sources):
        source = project.sources[key]
        for mark in _marks(source):
            same = seen.setdefault(mark, [])
            other = next(
                (
                    earlier
                    for earlier in same
                    if work_of(earlier) != work_of(key)
                    and (mark[0] == "doi" or not _told_apart(source, project.sources[earlier]))
                ),
                None,
            )
            if len(same) < MOST_COMPARED:
                same.append(key)
            if other is not None:
                alike = "the DOI" if mark[0] == "doi" else "title, author and date"
                yield Finding(
                    f"'{shown(other)}' and '{shown(key)}' agree in {alike}: {shown(source.title, 50)}",
                    project.spot("sources", key),
                    (key, other),
                    "keep one, or say in one under 'edition_of' which work it is an edition of",
                    (Related(project.spot("sources", other), f"source '{shown(other)}'"),),
                )
                break


def _marks(source: Source) -> Iterator[tuple[str, ...]]:
    """Give what would be the same in another entry of the same work."""
    doi = (source.csl or {}).get("DOI")
    if isinstance(doi, str) and doi.strip():
        yield "doi", re.sub(r"^(?:https?://(?:dx\.)?doi\.org/|doi:\s*)", "", doi.strip().lower())
    title = " ".join(_WORD.findall(_folded(source.title)))
    if title and source.authors and source.issued:
        yield "title", title, _folded(source.authors[0].split(",")[0]), str(source.issued)


def _folded(text: str) -> str:
    """Write a text without accents and capitals."""
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKD", text)
    return "".join(c for c in plain if not unicodedata.combining(c)).casefold()


def _told_apart(one: Source, other: Source) -> bool:
    """Whether two entries of one title are of different types, volumes, places or recipients."""
    if one.type != other.type:
        return True
    first, second = one.csl or {}, other.csl or {}
    if any(first.get(f) != second.get(f) for f in _SAME):
        return True
    return any(first.get(f) and second.get(f) and first[f] != second[f] for f in _APART)
