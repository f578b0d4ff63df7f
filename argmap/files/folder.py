"""Finds the folder of a project and lists its files.

Every command begins here: it imports next to nothing.
"""

# ruff: noqa: PTH100, PTH112, PTH113, PTH118, PTH120, PTH122, PTH123  (pathlib is slow to import)

import os

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

SETTINGS_FILE = "argmap.toml"

FOLDERS = {
    "claims": frozenset({".yaml", ".yml"}),
    "evidence": frozenset({".yaml", ".yml", ".json", ".bib"}),
}
"""Folders of a project and the kinds of file that are read there."""


class Listing:
    """The files of a project, and the places that could not be looked into."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.files: list[str] = []
        """Names from the root, forward slashes; sorted."""
        self.unreadable: list[tuple[str, str]] = []
        """Places that cannot be read or named, with the reason."""
        self.leading_out: list[str] = []
        """Links that lead out of the project; not followed."""


def project_folder(start: str, *, upwards: bool) -> str | None:
    """Find the folder of the project that a folder or file belongs to.

    Args:
        start: Where to begin; it exists.
        upwards: Whether the folders above count too.
    """
    here = os.path.abspath(start)
    if os.path.isfile(here):
        here = os.path.dirname(here)
    for folder in _upwards(here) if upwards else (here,):
        if _is_root(folder):
            return folder
    return here if any(os.path.isdir(os.path.join(here, name)) for name in FOLDERS) else None


def list_files(root: str) -> Listing:
    """List the files that make up a project.

    Hidden files are passed over, and links that lead out of the project.

    Args:
        root: The project's folder.
    """
    found = Listing()
    inside = os.path.realpath(root)
    for name, suffixes in FOLDERS.items():
        if os.path.isdir(os.path.join(root, name)):
            _list_folder(root, name, suffixes, inside, found)
    found.files.sort()
    return found


def has_settings(data: bytes) -> bool:
    """Whether a ``pyproject.toml`` speaks of argmap.

    Examples:
        >>> has_settings(b"[tool.argmap]")
        True
    """
    import re

    return re.search(rb"^[ \t]*\[\s*tool\s*\.\s*[\"']?argmap\b", data, re.MULTILINE) is not None


def _upwards(folder: str) -> "Iterator[str]":
    while True:
        yield folder
        above = os.path.dirname(folder)
        if above == folder:
            return
        folder = above


def _is_root(folder: str) -> bool:
    if os.path.isfile(os.path.join(folder, SETTINGS_FILE)):
        return True
    if all(os.path.isdir(os.path.join(folder, name)) for name in FOLDERS):
        return True
    try:
        with open(os.path.join(folder, "pyproject.toml"), "rb") as stream:
            return has_settings(stream.read())
    except OSError:
        return False


def _list_folder(root: str, top: str, suffixes: frozenset[str], inside: str, found: Listing) -> None:
    """Look through a folder and those below it, each real folder once."""
    seen: set[str] = set()
    waiting = [top]
    while waiting:
        name = waiting.pop()
        real = os.path.realpath(os.path.join(root, name))
        if not _lies_in(real, inside):
            found.leading_out.append(name)
            continue
        if real in seen:
            continue
        seen.add(real)
        try:
            with os.scandir(os.path.join(root, name)) as entries:
                listing = sorted(entries, key=lambda entry: entry.name)
        except OSError as error:
            reason = f"the folder cannot be read: {error.strerror or error}"
            found.unreadable.append((f"{name}/", reason))
            continue
        for entry in listing:
            _take_entry(entry, f"{name}/{entry.name}", suffixes, inside, found, waiting)


def _take_entry(
    entry: os.DirEntry[str],
    name: str,
    suffixes: frozenset[str],
    inside: str,
    found: Listing,
    waiting: list[str],
) -> None:
    if entry.name.startswith("."):
        return
    try:
        if entry.is_dir():
            waiting.append(name)
            return
        if os.path.splitext(entry.name)[1].lower() not in suffixes or not entry.is_file():
            return
    except OSError:
        return
    if not name.isascii() and not _is_unicode(name):
        safe = name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
        found.unreadable.append((safe, "the file's name is not UTF-8"))
    elif entry.is_symlink() and not _lies_in(os.path.realpath(entry.path), inside):
        found.leading_out.append(name)
    else:
        found.files.append(name)


def _lies_in(real: str, folder: str) -> bool:
    return real == folder or real.startswith(folder.rstrip(os.sep) + os.sep)


def _is_unicode(name: str) -> bool:
    try:
        name.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True
