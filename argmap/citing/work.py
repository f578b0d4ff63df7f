"""A source as the citation styles see it: its fields, names and dates ready for print."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from argmap.citing.people import Person, people, written_person
from argmap.citing.wording import plain
from argmap.files.csl_items import csl_date
from argmap.model.edtf import Edtf, EdtfError
from argmap.model.records import Source

PERIODICALS = frozenset({"article-journal", "article-magazine", "article-newspaper", "article", "review"})
_FRUS = re.compile(r"\bforeign relations of the united states\b|\bFRUS\b", re.IGNORECASE)
_ARCHIVE = ("archive_location", "archive_collection", "archive", "archive-place")


@dataclass(frozen=True)
class Work:
    """One work to be cited."""

    key: str
    type: str
    """CSL type."""
    item: Mapping[str, Any]
    """CSL item."""
    issued: Edtf | None = None
    authors: tuple[Person, ...] = ()
    """Its authors; not those who edited or translated it."""
    _texts: dict[str, str] = field(default_factory=dict, repr=False, compare=False)

    def text(self, name: str) -> str:
        """Give a field as printed text; empty where there is none."""
        known = self._texts.get(name)
        if known is None:
            known = self._texts[name] = plain(self.item.get(name))
        return known

    def names(self, role: str) -> tuple[Person, ...]:
        """Give the persons in a role."""
        return people(self.item.get(role), self.text("language"))

    def date(self, name: str) -> Edtf | None:
        """Give a date other than that of issue; None where it cannot be read."""
        try:
            return csl_date(self.item.get(name))
        except (EdtfError, ValueError, TypeError):
            return None

    @cached_property
    def is_archival(self) -> bool:
        """Whether it lies in an archive and nobody published it."""
        return any(self.text(name) for name in _ARCHIVE) and not (
            self.text("publisher") or self.text("container-title")
        )

    @cached_property
    def is_frus_volume(self) -> bool:
        """Whether it is a volume of *Foreign Relations of the United States*."""
        whole = self.text("title"), self.text("collection-title")
        return self.type in ("book", "collection") and any(map(_FRUS.search, whole))

    def changed(self, fields: Mapping[str, Any], **attributes: Any) -> "Work":
        """Give the same work with other fields.

        Args:
            fields: CSL fields; an empty text takes one away.
            **attributes: Other attributes of the work.
        """
        return replace(self, item={**self.item, **fields}, _texts={}, **attributes)


def work_of(key: str, source: Source) -> Work:
    """Make a work of a source.

    Args:
        key: Its id.
        source: The source.
    """
    item: Mapping[str, Any] = source.csl if source.csl is not None else _item(source)
    authors = people(item.get("author"), plain(item.get("language")))
    if source.csl is None:
        authors = tuple(written_person(name) for name in source.authors)
    return Work(key, source.type, item, source.issued, authors)


def _item(source: Source) -> dict[str, Any]:
    """Make a CSL item of a source that came without one."""
    fields = {"title": source.title, "container-title": source.container, "archive": source.archive}
    return {name: value for name, value in fields.items() if value}
