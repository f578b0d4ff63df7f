"""The index of a project that is kept in the user's cache folder, used only while the project is the same.

It is as quick to import as it can be: a search of an index that is there takes no longer than a start.
"""

# ruff: noqa: PTH110, PTH116, PTH118  (pathlib is slow to import)

import os
import time
from collections.abc import Collection, Sequence

from argmap.files.folder import list_files
from argmap.files.kept import kept_folder
from argmap.files.state import OWN_FILES, digest_of, project_state
from argmap.search.index import Hits, Index
from argmap.search.query import Query
from argmap.search.store import LAYOUT, read_origin, sqlite3, write_marks

_SETTLED = 1_000_000_000
"""Nanoseconds that a file must have been at rest before its times say that it is the same."""
_PLAIN = frozenset(b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/._-")


def kept_file(root: str) -> str:
    """Name the file in which the index of a project is kept."""
    name = digest_of(os.path.realpath(root).encode("utf-8", "surrogateescape")).hex()[:24]
    return os.path.join(kept_folder(), f"search-{name}.sqlite")


def kept_hits(
    root: str, version: str, query: Query, kinds: Collection[str] = (), limit: int | None = None
) -> Hits | None:
    """Search the index that is kept; None where there is none of the project as it is now.

    Args:
        root: The project's folder.
        version: Of the program; an index of another one does not count.
        query: What is asked for.
        kinds: Kinds of records; all without any.
        limit: How many are given at most; all when None.
    """
    file = kept_file(root)
    if not os.path.exists(file):
        return None
    try:
        database = sqlite3.connect(f"file:{_escaped(file)}?mode=ro", uri=True)
        try:
            content, texts, marks = read_origin(database)
            now = marks_of(root, version, texts)
            is_marked = bool(now) and marks == now
            if not content or not (is_marked or content == content_name(root, version, texts)):
                return None
            hits = Index(database).search(query, kinds, limit)
        finally:
            database.close()
        if now and not is_marked:
            _note(file, now)
    except (sqlite3.Error, OSError, TypeError, ValueError, LookupError):
        return None  # it is made anew
    return hits


def content_name(root: str, version: str, texts: Sequence[str]) -> str:
    """Name the content of a project: of all its files, and of the texts that it is audited against.

    Args:
        root: The project's folder.
        version: Of the program.
        texts: Files beside the project's own.

    Returns:
        Empty where some file cannot be read, so that nothing can be said of its content.
    """
    state = project_state(root, texts)
    return f"{version} {LAYOUT} {state.digest.hex()}" if state else ""


def marks_of(root: str, version: str, texts: Sequence[str]) -> str:
    """Name the files of a project by their times, sizes and places on the disk, without reading them.

    A file that is written gets another time of change, whatever is done to the time of its content.

    Returns:
        Empty where a file was changed a moment ago, so that its times do not tell the next change.
    """
    listing = list_files(root)
    if listing.unreadable or listing.leading_out:
        return ""
    own = (os.path.join(root, name) for name in (*OWN_FILES, *listing.files))
    found: list[tuple[str, int, int, int, int]] = []
    latest = 0
    for path in (*own, *texts):
        try:
            about = os.stat(path)
        except OSError:
            found.append((path, 0, 0, 0, 0))
            continue
        found.append((path, about.st_mtime_ns, about.st_ctime_ns, about.st_size, about.st_ino))
        latest = max(latest, about.st_mtime_ns, about.st_ctime_ns)
    if latest > time.time_ns() - _SETTLED:
        return ""
    return digest_of(repr((version, LAYOUT, found)).encode("utf-8", "surrogateescape")).hex()


def _note(file: str, marks: str) -> None:
    """Note the times at which the files were found to be the same."""
    database = sqlite3.connect(file, timeout=0.05)
    try:
        write_marks(database, marks)
    except sqlite3.Error:
        pass  # the next search reads the files once more
    finally:
        database.close()


def _escaped(path: str) -> str:
    """Write a path as an address."""
    return "".join(chr(byte) if byte in _PLAIN else f"%{byte:02X}" for byte in os.fsencode(path))
