"""The index of a project, kept in the user's cache folder and used only while the project is the same.

Nothing is written into the project; where nothing can be written at all, the index is made in memory each
time.
"""

import sqlite3
from collections.abc import Callable, Collection, Iterable
from contextlib import closing, suppress
from pathlib import Path

from argmap.files.atomic import make_folder, write_bytes
from argmap.model.errors import UnreadableError
from argmap.search.entry import Entry
from argmap.search.index import Hits, Index
from argmap.search.kept import content_name, kept_file, kept_hits, marks_of
from argmap.search.query import Query
from argmap.search.store import write_index


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
    hits = kept_hits(str(root), version, query, kinds, limit)
    if hits is None:
        with closing(_made(root, version, entries)) as index:
            hits = index.search(query, kinds, limit)
    return hits


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


def _made(root: Path, version: str, entries: Callable[[], Iterable[Entry]]) -> Index:
    """Make an index, and keep it where that can be done."""
    texts = texts_of(root)
    marks = marks_of(str(root), version, texts)
    content = content_name(str(root), version, texts)
    database = sqlite3.connect(":memory:")
    write_index(database, entries(), content, texts, marks)
    if content:
        file = Path(kept_file(str(root)))
        # a cache that cannot be kept costs time and nothing else
        with suppress(UnreadableError):
            make_folder(file.parent)
            write_bytes(file, database.serialize())
    return Index(database)
