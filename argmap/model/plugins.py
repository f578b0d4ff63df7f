"""Other people's additions, found by their entry points.

The library that reads entry points takes longer to import than a small map to check; it is asked only
where some installed package names a group of argmap at all.
"""

import os
import sys
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

GROUPS = ("argmap.rules", "argmap.reports", "argmap.manuscripts", "argmap.exchange")
"""Groups of entry points that argmap looks for."""

_ENDS = (".dist-info", ".egg-info", ".egg")


def plugins(group: str) -> "list[EntryPoint]":
    """Give the entry points of a group that are installed, sorted by name.

    Args:
        group: One of ``GROUPS``.
    """
    if not _may_have_plugins(tuple(sys.path)):
        return []
    from importlib.metadata import entry_points

    return sorted(entry_points(group=group), key=lambda point: point.name)


def has_plugins() -> bool:
    """Whether any addition is installed."""
    return any(plugins(group) for group in GROUPS)


@cache
def _may_have_plugins(paths: tuple[str, ...]) -> bool:
    """Whether a package in one of these places speaks of argmap, as far as can be told by looking quickly."""
    return any(_may_hold_one(path or os.curdir) for path in paths)


def _may_hold_one(path: str) -> bool:
    try:
        with os.scandir(path) as entries:
            named = [
                entry.path for entry in entries if entry.name.endswith((".dist-info", ".egg-info", ".egg"))
            ]
    except NotADirectoryError:
        return True  # an archive: only the library can look into it
    except OSError:
        return False
    return any(_speaks_of_argmap(folder) for folder in named)


def _speaks_of_argmap(folder: str) -> bool:
    if folder.endswith(".egg"):
        return True
    try:
        with open(os.path.join(folder, "entry_points.txt"), "rb") as stream:  # noqa: PTH118, PTH123
            return b"[argmap." in stream.read().replace(b" ", b"")
    except OSError:
        return False
