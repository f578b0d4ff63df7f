"""Projects in folders: a corpus that is a tree of project folders."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from argmap.corpus.batch import too_large
from argmap.corpus.text_project import MOST_BYTES, TextProject
from argmap.files.decoding import fault
from argmap.files.project import FOLDERS, read_bytes, scan
from argmap.files.settings_file import SETTINGS_FILE, has_settings, parse_settings
from argmap.manuscript.receipt_file import RECEIPTS_FILE
from argmap.model.errors import ArgmapError, UnreadableError, shown
from argmap.model.finding import Finding
from argmap.model.reviews import REVIEWS_FILE
from argmap.model.settings import Settings

GROUPS = ("folder", "author")
"""What projects in folders can be compared by: the topmost folder they lie in, or their author."""

BESIDE = (SETTINGS_FILE, "pyproject.toml", REVIEWS_FILE, RECEIPTS_FILE)
"""Files of a project beside its two folders."""


@dataclass(frozen=True)
class FoldersPortion:
    """Some project folders of a tree."""

    root: Path
    folders: tuple[str, ...]
    """From the root, with forward slashes."""
    group: str | None = None

    @property
    def name(self) -> str:
        """What to call it in messages."""
        return f"{shown(self.folders[0])} and {len(self.folders) - 1} more"

    def projects(self) -> Iterator[TextProject]:
        """Read the folders one after the other."""
        for folder in self.folders:
            try:
                yield self._project(folder)
            except ArgmapError as error:
                yield TextProject(folder, origin=folder, refused=str(error))

    def _project(self, folder: str) -> TextProject:
        root = self.root / folder
        found = scan(root)
        files: dict[str, str | bytes] = {}
        faults: list[Finding] = list(found.faults)
        size = 0
        beside = [name for name in BESIDE if (root / name).is_file()]
        for name in (*beside, *found.files):
            try:
                size += (root / name).stat().st_size
                if size > MOST_BYTES:
                    raise UnreadableError(too_large(size))
                files[name] = read_bytes(root, name)
            except OSError as error:
                faults.append(_unreadable(name, f"the file cannot be read: {error.strerror or error}"))
        settings = _settings(files)
        files |= _texts(root, settings, MOST_BYTES - size)
        group = settings.author if self.group == "author" else folder.split("/")[0] if self.group else None
        return TextProject(folder, files, group, None, folder, tuple(faults))


def _settings(files: dict[str, str | bytes]) -> Settings:
    for name in (SETTINGS_FILE, "pyproject.toml"):
        data = files.get(name)
        if isinstance(data, bytes) and (name == SETTINGS_FILE or has_settings(data)):
            return parse_settings(name, data)[0]
    return Settings()


def _texts(root: Path, settings: Settings, most: int) -> dict[str, bytes]:
    """Read the texts under audit that lie in the project itself."""
    found: dict[str, bytes] = {}
    inside = os.path.realpath(root) + os.sep
    for name in dict.fromkeys(settings.manuscripts):
        try:
            real = os.path.realpath(root / name)
            size = os.stat(real).st_size  # noqa: PTH116  # of the file that is opened below
            if real.startswith(inside) and os.path.isfile(real) and size <= most:  # noqa: PTH113
                found[name] = Path(real).read_bytes()
                most -= size
        except (OSError, ValueError):
            continue  # a title, and no file
    return found


def _unreadable(name: str, message: str) -> Finding:
    return fault("unreadable-file", message, name)


def project_folders(source: Path) -> Iterator[str]:
    """Find the projects of a tree, in order of their names; what lies inside a project is its own.

    Hidden folders are passed over, and links that are folders.

    Raises:
        UnreadableError: If the tree's own folder cannot be read.
    """
    waiting = [""]
    while waiting:
        here = waiting.pop()
        try:
            with os.scandir(source / here) as entries:
                listing = sorted(entries, key=lambda entry: entry.name)
        except OSError as error:
            if here:
                continue
            reason = error.strerror or error
            raise UnreadableError(f"'{shown(str(source))}' cannot be read: {reason}") from error
        names = {entry.name for entry in listing}
        if _is_project(source / here, names):
            yield here or "."
            continue
        inside = [e.name for e in listing if e.is_dir(follow_symlinks=False) and not e.name.startswith(".")]
        waiting += [f"{here}/{name}" if here else name for name in reversed(inside)]


def _is_project(folder: Path, names: set[str]) -> bool:
    if SETTINGS_FILE in names or any((folder / name).is_dir() for name in FOLDERS if name in names):
        return True
    try:
        return "pyproject.toml" in names and has_settings((folder / "pyproject.toml").read_bytes())
    except OSError:
        return False
