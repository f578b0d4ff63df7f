"""Entries of the bibliography that lack what their kind needs."""

from collections.abc import Iterator, Mapping
from typing import Any

from argmap.model.errors import shown
from argmap.model.finding import Finding, Severity
from argmap.rules.case import Case
from argmap.rules.registry import project_rule

_WHO = ("author", "editor", "translator", "collection-editor", "director", "container-author")
_NEEDED: dict[str, tuple[tuple[str, ...], ...]] = {
    "book": (_WHO, ("publisher", "publisher-place"), ("issued",)),
    "chapter": (_WHO, ("container-title",), ("issued",)),
    "article-journal": (_WHO, ("container-title",), ("issued",)),
    "article-magazine": (("container-title",), ("issued",)),
    "article-newspaper": (("container-title",), ("issued",)),
    "thesis": (("author",), ("publisher",), ("issued",)),
    "paper-conference": (_WHO, ("issued",)),
    "report": (("author", "publisher", "authority", "archive", "container-title", "collection-title"),),
    "webpage": (("URL", "DOI"),),
    "post-weblog": (("URL", "DOI"),),
    "interview": (("author", "interviewer"), ("issued",)),
    "personal_communication": (("author",), ("recipient", "archive", "container-title")),
}
"""CSL type to what an entry of it needs: of each group one field."""
_BARE = frozenset({"id", "type", "title", "custom", "note", "language"})
_NAMES = {_WHO: "author or editor", ("publisher", "publisher-place"): "publisher", ("issued",): "year"}


@project_rule("incomplete-entry", family="citations", severity=Severity.NOTE)
def incomplete_entry(case: Case) -> Iterator[Finding]:
    """An entry of the bibliography lacks what a reader needs to find the work.

    A book without a year or an article without its journal cannot be called up, nor told from another
    edition. Complete it from the work. What is asked for goes by the entry's type: a book needs an author or
    editor, a publisher (or its place) and a year, an article or a chapter what it appeared in, a thesis its
    university, a page on the web its address, a letter whom it went to or where it is kept. A body that is
    the author may be the publisher too, and an entry with a ``status`` (forthcoming) needs no year. An
    entry that gives nothing but a title is taken for a mark in the place of one, and passed over.

    Found in::

        sources:
          weathers-1993: {type: article-journal, title: The First Shot, author: [{family: Weathers}]}

    Not in::

        sources:
          weathers-1993:
            type: article-journal
            title: The First Shot
            author: [{family: Weathers}]
            container-title: Border Studies
            issued: {date-parts: [[1993]]}
    """
    for key, source in case.project.sources.items():
        entry = source.csl
        if entry is None or _BARE.issuperset(entry):
            continue
        lacking = [
            _NAMES.get(group, " or ".join(group))
            for group in _NEEDED.get(source.type, ())
            if not any(map(entry.get, group)) and not any(_said_otherwise(entry, field) for field in group)
        ]
        if lacking:
            yield Finding(
                f"source '{shown(key)}' ({shown(source.type)}) has no {' and no '.join(lacking)}",
                case.project.spot("sources", key),
                (key,),
                "complete the entry from the work itself",
            )


def _said_otherwise(entry: Mapping[str, Any], field: str) -> bool:
    """Whether another field stands for this one."""
    if field == "publisher":
        people = entry.get("author")
        return isinstance(people, list) and any(isinstance(who, dict) and "literal" in who for who in people)
    return field == "issued" and bool(entry.get("status"))
