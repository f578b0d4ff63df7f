"""Waits for a project's files to change."""

import os
from collections.abc import Iterator
from pathlib import Path
from threading import Event

from argmap.files.project import FOLDERS
from argmap.files.settings_file import SETTINGS_FILE
from argmap.model.errors import ArgmapError

_SUFFIXES = frozenset().union(*FOLDERS.values())
_FILES = frozenset(
    {SETTINGS_FILE, "pyproject.toml", "argmap.local.toml", "argmap.baseline.json", "reviews.yaml"}
)
DEBOUNCE = 200
"""Milliseconds for which changes are gathered at most, as editors save in several steps."""
STEP = 20
"""Milliseconds without a change that end the gathering."""


def saves(root: Path, stop: Event | None = None) -> Iterator[frozenset[str]]:
    """Give the files of a project whenever some were saved, until the user stops it.

    Args:
        root: The project's folder.
        stop: Ends the watch when it is set.

    Raises:
        ArgmapError: If watchfiles is not installed.
    """
    try:
        from watchfiles import watch
    except ImportError as error:
        raise ArgmapError("--watch needs watchfiles: pip install watchfiles") from error
    real = os.path.realpath(root)
    changed = watch(real, debounce=DEBOUNCE, step=STEP, stop_event=stop, raise_interrupt=True, recursive=True)
    for changes in changed:
        files = frozenset(name for _, path in changes if (name := _file_of(real, path)))
        if files:
            yield files


def _file_of(real: str, path: str) -> str | None:
    """Name a file from the project's root, if it is one that the project is made of."""
    name = os.path.relpath(path, real).replace(os.sep, "/")
    top, _, rest = name.partition("/")
    inside = top in FOLDERS and rest and not any(part.startswith(".") for part in rest.split("/"))
    is_file = os.path.splitext(name)[1].lower() in _SUFFIXES  # noqa: PTH122
    return name if name in _FILES or (inside and is_file) else None
