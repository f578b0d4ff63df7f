"""Reads a bibliography in BibTeX or BibLaTeX; an entry that is broken costs no other."""

import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from argmap.files.bibtex_items import MONTHS, csl_item, is_read
from argmap.files.csl_json import Entry, collect
from argmap.files.decoding import decode, fault
from argmap.files.latex_text import date_text
from argmap.model.edtf import EdtfError, parse_edtf
from argmap.model.errors import shown
from argmap.model.finding import Finding, Related, Spot
from argmap.model.project import FileRecords

_KEY = re.compile(r"@\s*\w+\s*[{(]\s*([^\s,{}]+)")
_NAMED = re.compile(r"[A-Za-z][\w:.+/-]*")
_OWN = {"title", "subtitle", "titleaddon", "shorttitle", "crossref", "xdata", "ids", "key", "entrysubtype"}
Fields = dict[str, str]


def parse_bibtex_file(file: str, data: bytes) -> FileRecords:
    """Read the sources of one BibTeX file: a pure function of its name and bytes.

    Args:
        file: Path from the project's root, for the findings.
        data: The file's bytes.

    Examples:
        >>> list(parse_bibtex_file("a.bib", b"@book{chen-1994, title={x}}").sources)
        ['chen-1994']
    """
    text = decode(file, data)
    return FileRecords(file, faults=(text,)) if isinstance(text, Finding) else parse_bibtex(file, text)[0]


def parse_bibtex(file: str, text: str) -> tuple[FileRecords, list[tuple[str, str]]]:
    """Read the sources of a BibTeX text, and tell what of it was not understood.

    Args:
        file: Its name, for the findings.
        text: The text, lines ending in a line feed.

    Returns:
        The records, and every field that was not understood, as key of its entry and name.
    """
    from bibtexparser.entrypoint import parse_string

    with _muted("bibtexparser", "pylatexenc"):
        library = parse_string(text, parse_stack=[])
        strings = {name: name for name in MONTHS}
        for string in library.strings:
            strings[string.key.lower()] = resolve(str(string.value), strings)
        reader = _Reader(file, strings)
        found = [raw for block in library.blocks for raw in reader.read(block)]
        entries = [e for raw in found for e in reader.entries(raw)]
        return collect(file, entries, reader.dropped), reader.unread


class Raw:
    """An entry with its fields, before its parents are looked up."""

    def __init__(self, key: str, kind: str, fields: Fields, line: int) -> None:
        self.key = key
        self.kind = kind
        self.fields = fields
        self.line = line


class _Reader:
    """Reads the blocks of one file; remembers them, for entries that inherit from others."""

    def __init__(self, file: str, strings: dict[str, str]) -> None:
        self.dropped: list[tuple[str, str]] = []
        self.unread: list[tuple[str, str]] = []
        self._file = file
        self._strings = strings
        self._known: dict[str, Raw] = {}

    def read(self, block: Any) -> Iterator[Raw | Finding]:
        """Read one block as an entry, with what is wrong with it."""
        from bibtexparser.model import DuplicateFieldKeyBlock, Entry, ParsingFailedBlock

        if isinstance(block, DuplicateFieldKeyBlock):
            yield self._duplicate_field(block)
        if isinstance(block, ParsingFailedBlock):
            if not isinstance(block.ignore_error_block, Entry):
                yield self._unreadable(block)
                return
            block = block.ignore_error_block
        if isinstance(block, Entry):
            yield self._raw(block)

    def entries(self, raw: Raw | Finding) -> Iterator[Entry | Finding]:
        """Make an entry for the bibliography, with what it inherits and what is wrong with it."""
        if isinstance(raw, Finding):
            yield raw
            return
        fields = dict(raw.fields)
        parent, seen = self._parent(raw), {raw.key}
        if isinstance(parent, str):
            help_ = "add the entry, or remove the field"
            message = f"source '{shown(raw.key)}' inherits from '{shown(parent)}', which is no entry here"
            path = ("sources", raw.key, "crossref")
            yield fault("bad-value", message, self._file, path, help=help_, subjects=(raw.key,))
        while isinstance(parent, Raw) and parent.key not in seen:
            _inherit(fields, parent.fields)
            seen.add(parent.key)
            parent = self._parent(parent)
        if wrong := _wrong_date(fields):
            message, help_ = wrong
            path = ("sources", raw.key, "issued")
            message = f"source '{shown(raw.key)}': {message}"
            yield fault("bad-date", message, self._file, path, help=help_, subjects=(raw.key,))
            del fields["date"]
        item = csl_item(raw.key, raw.kind, fields)
        yield Entry(raw.key, item, ("sources", raw.key), (raw.line, 1))

    def _parent(self, raw: Raw) -> Raw | str | None:
        """Find the entry that another inherits from; its key alone where there is none."""
        key = raw.fields.get("crossref") or raw.fields.get("xdata")
        return self._known.get(key, key) if key else None

    def _raw(self, block: Any) -> Raw:
        fields: Fields = {}
        for field in block.fields:
            fields.setdefault(field.key.lower(), resolve(str(field.value), self._strings))
        raw = Raw(block.key, block.entry_type.lower(), fields, _line(block))
        self.unread += ((raw.key, name) for name in fields if not is_read(name))
        self._known.setdefault(raw.key, raw)
        return raw

    def _duplicate_field(self, block: Any) -> Finding:
        key, name = block.ignore_error_block.key, min(block.duplicate_keys)
        lines = [field.start_line + 1 for field in block.ignore_error_block.fields if field.key == name]
        spot = Spot(self._file, ("sources", key, name), on_key=True, at=(lines[0], 1))
        return fault(
            "duplicate-field",
            f"'{shown(name)}' stands twice in source '{shown(key)}'",
            self._file,
            ("sources", key, name),
            at=(lines[-1], 1),
            on_key=True,
            help="keep one; the first was read",
            subjects=(key,),
            related=(Related(spot, "first here"),),
        )

    def _unreadable(self, block: Any) -> Finding:
        found = _KEY.match(block.raw or "")
        key = found[1] if found else None
        if key is not None:
            self.dropped.append(("sources", key))
        reason = " ".join(str(getattr(block.error, "abort_reason", block.error)).split())
        what = f"source '{shown(key)}'" if key else "an entry"
        return fault(
            "unreadable-record",
            f"{what} cannot be read: {reason.rstrip('.')}",
            self._file,
            ("sources", key) if key else (),
            at=(_line(block), 1),
            help="look for a brace or quotation mark that is not closed",
            subjects=(key,) if key else (),
        )


def resolve(value: str, strings: dict[str, str]) -> str:
    """Put a field's value together: braces and quotation marks off, abbreviations written out.

    Args:
        value: The value as written, e.g. ``cup # ", Inc."``.
        strings: Abbreviations, in lower case.

    Examples:
        >>> resolve('cup # ", Inc."', {"cup": "Cambridge University Press"})
        'Cambridge University Press, Inc.'
    """
    pieces = []
    for piece in map(str.strip, _concatenated(value)):
        if piece[:1] + piece[-1:] in ("{}", '""') and len(piece) > 1:
            pieces.append(piece[1:-1])
        elif _NAMED.fullmatch(piece):
            pieces.append(strings.get(piece.lower(), piece))
        else:
            pieces.append(piece)
    return "".join(pieces)


def _concatenated(value: str) -> Iterator[str]:
    """Split at each ``#`` that stands outside braces and quotation marks."""
    if "#" not in value:
        yield value
        return
    depth, quoted, start = 0, False, 0
    for i, character in enumerate(value):
        if character == '"' and depth == 0:
            quoted = not quoted
        depth += (character == "{") - (character == "}")
        if character == "#" and depth == 0 and not quoted:
            yield value[start:i]
            start = i + 1
    yield value[start:]


def _inherit(fields: Fields, parent: Fields) -> None:
    """Take from a parent what an entry lacks; the parent's title is the container's."""
    for name in ("title", "subtitle"):
        if name in parent:
            fields.setdefault(f"book{name}", parent[name])
    if "title" not in fields and "booktitle" in fields and "crossref" not in fields:
        fields["title"] = parent.get("title", "")
    for name, value in parent.items():
        if name not in _OWN:
            fields.setdefault(name, value)


def _wrong_date(fields: Fields) -> tuple[str, str] | None:
    """Say what is wrong with BibLaTeX's ``date``, which is EDTF by definition."""
    date = date_text(fields.get("date", ""))
    if not date:
        fields.pop("date", None)
        return None
    try:
        parse_edtf(date)
    except EdtfError as error:
        message, _, help_ = str(error).partition("; ")
        return message, help_
    return None


def _line(block: Any) -> int:
    return int(block.start_line or 0) + 1


@contextmanager
def _muted(*names: str) -> Iterator[None]:
    """Silence other people's loggers: what they say goes into findings."""
    loggers = [logging.getLogger(name) for name in names]
    levels = [logger.level for logger in loggers]
    for logger in loggers:
        logger.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        for logger, level in zip(loggers, levels, strict=True):
            logger.setLevel(level)
