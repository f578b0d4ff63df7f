"""The texts that can be read here: manuscripts under audit, and sources that they quote."""

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from argmap.model.project import Project

if TYPE_CHECKING:
    from argmap.manuscript.citations.matching import Citations
    from argmap.manuscript.document import Manuscript
    from argmap.manuscript.lookups import LookedUp
    from argmap.manuscript.quotes.receipts import Receipt
    from argmap.manuscript.quotes.records import SourceText
    from argmap.manuscript.quoting import Quoted

_RECEIPTS = "quotation-receipts.json"

Text = Path | bytes
"""A file, or its content."""


class TextsAtHand:
    """Texts by name, each read when it is first asked for."""

    def __init__(
        self,
        manuscripts: Mapping[str, Text],
        sources: Mapping[str, Text],
        project: Project,
        receipts: Text | None = None,
    ) -> None:
        """Take the texts.

        Args:
            manuscripts: Texts under audit by the name they are shown with.
            sources: Texts of sources by id.
            project: The map: its settings name the parts, its sources are looked up.
            receipts: What was verified earlier: the folder that keeps the receipts, or their file's content.
        """
        self._manuscripts = dict(manuscripts)
        self._sources = dict(sources)
        self._project = project
        self._receipts = receipts
        each = (*self._manuscripts.items(), *self._sources.items())
        beside = (("", receipts / _RECEIPTS),) if isinstance(receipts, Path) else ()
        self._written = tuple((name, text, _written(text)) for name, text in (*each, *beside))

    def keep(self, before: "TextsAtHand") -> None:
        """Take over what another one read, as far as it would be read the same now.

        Args:
            before: The texts of the same project before an edit.
        """
        here, there = vars(self), vars(before)
        if not self.are_those_of(before):
            return
        kept = ["manuscripts", "source_texts"]
        if self._project.sources is before._project.sources:
            kept.append("citations")
        here.update({name: there[name] for name in kept if name in there})

    def are_those_of(self, before: "TextsAtHand") -> bool:
        """Tell whether the texts would be read as those of the same project before an edit."""
        return self._written == before._written and self._project.settings == before._project.settings

    @property
    def declared_manuscripts(self) -> Mapping[str, Text]:
        """The texts under audit that should be here, unread."""
        return self._manuscripts

    @property
    def declared_sources(self) -> Mapping[str, Text]:
        """The texts of sources that should be here, unread, by id."""
        return self._sources

    @cached_property
    def manuscripts(self) -> "dict[str, Manuscript]":
        """The texts under audit.

        Raises:
            UnreadableError: If one cannot be read.
        """
        return {name: self._manuscript(name, text) for name, text in self._manuscripts.items()}

    @cached_property
    def citations(self) -> "dict[str, Citations]":
        """Their citations, matched with the project's sources.

        Raises:
            UnreadableError: If a text cannot be read.
        """
        from argmap.manuscript.citations.matching import match_citations

        sources = self._project.sources
        return {name: match_citations(text, sources) for name, text in self.manuscripts.items()}

    @property
    def source_ids(self) -> tuple[str, ...]:
        """Ids of the sources whose text is at hand."""
        return tuple(self._sources)

    def source(self, key: str) -> tuple[str, tuple[tuple[int, str], ...]]:
        """Give a source's text, and (offset, page) where pages begin.

        Raises:
            UnreadableError: If it cannot be read.
        """
        from argmap.manuscript.read import plain_text

        text = self._sources[key]
        return plain_text(text) if isinstance(text, Path) else (text.decode("utf-8"), ())

    @property
    def has_quotations(self) -> bool:
        """Whether evidence or a text under audit quotes anything.

        Raises:
            UnreadableError: If a text cannot be read.
        """
        if self._manuscripts:
            return bool(self.quoted)
        quotes = (item.quote for item in self._project.evidence.values())
        return any(quote is not None and (quote.exact or quote.digest) for quote in quotes)

    @cached_property
    def quoted(self) -> "tuple[Quoted, ...]":
        """The quotations of evidence records, then those of the texts under audit.

        Raises:
            UnreadableError: If a text cannot be read.
        """
        if not self._manuscripts and all(item.quote is None for item in self._project.evidence.values()):
            return ()
        from argmap.manuscript.quoting import evidence_quotations, manuscript_quotations

        found = list(evidence_quotations(self._project))
        for name, manuscript in self.manuscripts.items():
            found += manuscript_quotations(name, manuscript, self.citations[name], self._sources)
        return tuple(found)

    @cached_property
    def looked_up(self) -> "tuple[LookedUp, ...]":
        """All quotations, looked up in the sources at hand.

        Raises:
            UnreadableError: If a text or the receipts cannot be read.
        """
        if not self.quoted:
            return ()
        from argmap.manuscript.lookups import look_up

        return look_up(self.quoted, self.source_texts, self.receipts).each

    @cached_property
    def source_texts(self) -> "tuple[SourceText, ...]":
        """The texts of the sources at hand.

        Raises:
            UnreadableError: If one cannot be read.
        """
        from argmap.manuscript.quotes.records import SourceText

        return tuple(SourceText(key, *self.source(key)) for key in self._sources)

    @cached_property
    def receipts(self) -> "tuple[Receipt, ...]":
        """What was verified earlier.

        Raises:
            UnreadableError: If the receipts cannot be read.
        """
        if self._receipts is None:
            return ()
        from argmap.manuscript.receipt_file import parse_receipts, read_receipts

        if isinstance(self._receipts, Path):
            return tuple(read_receipts(self._receipts))
        return tuple(parse_receipts(self._receipts))

    def _manuscript(self, name: str, text: Text) -> "Manuscript":
        from argmap.manuscript.assemble import assemble
        from argmap.manuscript.read import read_manuscript, titles
        from argmap.manuscript.registry import read_bytes

        settings = self._project.settings
        if isinstance(text, Path):
            return read_manuscript(text, settings=settings)
        return assemble(read_bytes(text, name), titles(settings))


def _written(text: Text) -> tuple[int, ...]:
    """Tell when a file was written, and how much; nothing of one that cannot be looked at."""
    if not isinstance(text, Path):
        return ()
    try:
        found = text.stat()
    except (OSError, ValueError):
        return ()
    return found.st_mtime_ns, found.st_size, found.st_ino
