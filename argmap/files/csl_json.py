"""Reads a bibliography in CSL-JSON, as Zotero exports it."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from argmap.files.csl_items import Complaint, source_of
from argmap.files.decoding import decode, fault, told
from argmap.model.errors import shown
from argmap.model.finding import Finding, Related, Spot
from argmap.model.pattern import pattern
from argmap.model.project import FileRecords
from argmap.model.records import Source

_ID = pattern(r"\S+")
_ROOT_HELP = 'a CSL-JSON file is a list of entries, [{…}], or {"items": [{…}]}'


class Entry(NamedTuple):
    """One entry of a bibliography, before it becomes a source."""

    key: Any
    """Its id as written."""
    item: Mapping[str, Any]
    path: tuple[str | int, ...]
    """Where it stands in the file."""
    at: tuple[int, int] | None = None
    """Its line and column, where the reader knows them."""


def parse_csl_file(file: str, data: bytes) -> FileRecords:
    """Read the sources of one CSL-JSON file: a pure function of its name and bytes.

    Args:
        file: Path from the project's root, for the findings.
        data: The file's bytes.

    Examples:
        >>> list(parse_csl_file("a.json", b'[{"id": "chen-1994", "title": "x"}]').sources)
        ['chen-1994']
    """
    text = decode(file, data)
    if isinstance(text, Finding):
        return FileRecords(file, faults=(text,))
    if not text.strip():
        return FileRecords(file)
    try:
        root = json.loads(text)
    except json.JSONDecodeError as error:
        return _unreadable(file, _plain(error.msg), (error.lineno, error.colno))
    except RecursionError:
        return _unreadable(file, "the file is nested too deep", (1, 1))
    except ValueError:
        return _unreadable(file, "a number has more than 4300 digits", (1, 1))
    top: tuple[str, ...] = ()
    if isinstance(root, dict) and isinstance(root.get("items"), list):
        root, top = root["items"], ("items",)
    if not isinstance(root, list):
        return _unreadable(file, f"the file is {told(root)}, not a list of entries", (1, 1))
    return collect(file, _entries(root, top))


def collect(
    file: str, entries: Iterable[Entry | Finding], dropped: Iterable[tuple[str, str]] = ()
) -> FileRecords:
    """Make sources of the entries of a bibliography.

    Args:
        file: The file's name.
        entries: Its entries in order, with findings on those that could not be read.
        dropped: Kind and id of entries that could not be read.
    """
    sources: dict[str, Source] = {}
    faults: list[Finding] = []
    lost = list(dropped)
    first: dict[str, Entry] = {}
    for entry in entries:
        if isinstance(entry, Finding):
            faults.append(entry)
            continue
        key = _key(entry)
        if key is None:
            faults.append(_bad_id(file, entry))
        elif key in first:
            faults.append(_duplicate(file, key, entry, first[key]))
        else:
            first[key] = entry
            source, complaints = source_of(entry.item)
            faults.extend(_finding(file, key, entry, c) for c in complaints)
            if source is None:
                lost.append(("sources", key))
            else:
                sources[key] = source
    return FileRecords(file, sources=sources, faults=tuple(faults), dropped=tuple(lost))


def _entries(items: list[Any], top: tuple[str, ...]) -> Iterator[Entry]:
    for i, item in enumerate(items):
        fields: dict[str, Any] = item if isinstance(item, dict) else {}
        yield Entry(fields.get("id", fields.get("citation-key")), fields, (*top, i))


def _key(entry: Entry) -> str | None:
    """Give an entry's id as text, or None if it has none that can be cited."""
    key = entry.key
    if isinstance(key, bool) or not isinstance(key, str | int):
        return None
    text = str(key)
    return text if _ID.fullmatch(text) and text.isprintable() else None


def _bad_id(file: str, entry: Entry) -> Finding:
    if not entry.item:
        return fault(
            "bad-value", "an entry of the bibliography is not a mapping", file, entry.path, at=entry.at
        )
    if entry.key is None:
        title = told(entry.item.get("title", ""))
        message = f"an entry of the bibliography has no 'id', title {title}"
        return fault("bad-value", message, file, entry.path, at=entry.at, help="give it a key to cite it by")
    return fault(
        "bad-id",
        f"{told(entry.key)} is not the id of a source",
        file,
        (*entry.path, "id"),
        at=entry.at,
        help="any text without white space will do",
        subjects=(shown(entry.key),) if isinstance(entry.key, str) else (),
    )


def _duplicate(file: str, key: str, entry: Entry, first: Entry) -> Finding:
    before = Related(Spot(file, (*first.path, "id"), at=first.at), "first here")
    return fault(
        "duplicate-id",
        f"'{shown(key)}' is already the id of an entry of this bibliography",
        file,
        (*entry.path, "id"),
        at=entry.at,
        help="rename or remove one; the first was read",
        subjects=(key,),
        related=(before,),
    )


def _finding(file: str, key: str, entry: Entry, complaint: Complaint) -> Finding:
    return fault(
        complaint.rule,
        f"source '{shown(key)}': {complaint.message}",
        file,
        ("sources", key, complaint.field),
        help=complaint.help,
        subjects=(key,),
    )


_PLAIN = {
    "Expecting value": "a value is missing here, or a comma is one too many",
    "Expecting property name": "a key in double quotation marks is missing here",
    "Illegal trailing comma": "a comma is one too many here",
    "Expecting ',' delimiter": "a comma or the closing bracket is missing here",
    "Expecting ':' delimiter": "a colon is missing here",
    "Unterminated string": "a quotation mark is never closed",
    "Invalid control character": "a line break or control character stands inside a text",
    "Invalid \\escape": "a backslash begins an escape that JSON does not know",
    "Invalid \\uXXXX escape": "a backslash begins an escape that JSON does not know",
    "Extra data": "something follows the end of the list",
}


def _plain(raw: str) -> str:
    """Put the JSON reader's message into our words."""
    known = (words for start, words in _PLAIN.items() if raw.startswith(start))
    return next(known, f"JSON cannot be read here: {raw}")


def _unreadable(file: str, message: str, at: tuple[int, int]) -> FileRecords:
    found = fault("unreadable-file", message, file, at=at, help=_ROOT_HELP)
    return FileRecords(file, faults=(found,))
