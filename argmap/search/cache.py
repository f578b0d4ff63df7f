"""The index of a project, kept in the user's cache folder and used only while the project is the same.

Nothing is written into the project; where nothing can be written at all, the index is made in memory each
time.
"""

import hashlib
import os
import sqlite3
from collections.abc import Callable, Collection, Iterable, Sequence
from contextlib import closing, suppress
from pathlib import Path
from urllib.parse import quote

from argmap.files.atomic import make_folder, write_bytes
from argmap.files.kept import kept_folder
from argmap.files.state import project_state
from argmap.model.errors import UnreadableError
from argmap.search.entry import Entry
from argmap.search.index import Hits, Index
from argmap.search.query import Query
from argmap.search.store import LAYOUT, read_origin, write_index


def find(
    root: Path,
    entries: Callable[[], Iterable[Entry]],
    query: Query,
    kinds: Collection[str] = (),
    limit: int | None = None,
    version: str = "",
) -> Hits:
    """Search a project; an index that is missing, stale or spoilt is made anew first.

    Args:
        root: The project's folder.
        entries: Gives the records of the project as it is now.
        query: What is asked for.
        kinds: Kinds of records; all without any.
        limit: How many are given at most; all when None.
        version: Of the program; an index of another one is made anew.

    Raises:
        SettingsError: If ``argmap.local.toml`` does not fit.
    """
    file = Path(kept_folder()) / f"search-{_name(os.path.realpath(root))}.sqlite"
    hits = _asked(root, file, version, query, kinds, limit)
    if hits is None:
        with closing(_made(root, file, version, entries)) as index:
            hits = index.search(query, kinds, limit)
    return hits


def content_name(root: Path, version: str, texts: Sequence[str]) -> str:
    """Name the content of a project: of all its files, and of the texts that it is audited against.

    Args:
        root: The project's folder.
        version: Of the program.
        texts: Files beside the project's own.

    Returns:
        Empty where some file cannot be read, so that nothing can be said of its content.
    """
    state = project_state(str(root), texts)
    return f"{version} {LAYOUT} {state.digest.hex()}" if state else ""


def texts_of(root: Path) -> list[str]:
    """List the texts that the settings name: manuscripts and sources, whether or not they are there.

    Raises:
        SettingsError: If ``argmap.local.toml`` does not fit.
    """
    from argmap.files.local_file import read_local
    from argmap.files.settings_file import read_settings

    settings, _ = read_settings(root)
    local = read_local(root, settings)
    own = (root / name for name in settings.manuscripts)
    return sorted({*map(str, own), *map(str, local.manuscripts.values()), *map(str, local.sources.values())})


def _name(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogateescape")).hexdigest()[:24]


def _asked(
    root: Path, file: Path, version: str, query: Query, kinds: Collection[str], limit: int | None
) -> Hits | None:
    """Search the index that is kept, if it was made from the same bytes and is not spoilt."""
    if not file.is_file():
        return None
    place = quote(file.as_posix(), errors="surrogateescape")
    try:
        with closing(sqlite3.connect(f"file:{place}?mode=ro", uri=True)) as database:
            content, texts = read_origin(database)
            if content and content == content_name(root, version, texts):
                return Index(database).search(query, kinds, limit)
    except (sqlite3.Error, TypeError, ValueError, LookupError):
        pass  # it is made anew
    return None


def _made(root: Path, file: Path, version: str, entries: Callable[[], Iterable[Entry]]) -> Index:
    """Make an index, and keep it where that can be done."""
    texts = texts_of(root)
    content = content_name(root, version, texts)
    database = sqlite3.connect(":memory:")
    write_index(database, entries(), content, texts)
    if content:
        # a cache that cannot be kept costs time and nothing else
        with suppress(UnreadableError):
            make_folder(file.parent)
            write_bytes(file, database.serialize())
    return Index(database)
