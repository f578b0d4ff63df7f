"""Finds a project's folder and files, and reads them all."""

import gc
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath

from argmap.files.csl_json import parse_csl_file
from argmap.files.decoding import LARGEST, fault
from argmap.files.settings_file import SETTINGS_FILE, has_settings, read_settings, settings_file
from argmap.files.yaml_records import parse_yaml_file
from argmap.model.errors import ProjectNotFoundError, UnreadableError, shown
from argmap.model.finding import Finding, Severity, Spot
from argmap.model.project import FileRecords, Project, merge
from argmap.model.settings import Settings

FOLDERS = {
    "claims": frozenset({".yaml", ".yml"}),
    "evidence": frozenset({".yaml", ".yml", ".json", ".bib"}),
}
"""Folders of a project and the kinds of file that are read there."""


@dataclass(slots=True)
class Scan:
    """The files of a project, and the places that could not be looked into."""

    files: list[str] = field(default_factory=list)
    faults: list[Finding] = field(default_factory=list)


def find_root(start: Path, *, upwards: bool = True) -> Path:
    """Find the project that a folder or file belongs to, upwards as git does.

    A project has ``argmap.toml``, ``[tool.argmap]`` in ``pyproject.toml``, or the folders
    ``claims`` and ``evidence``; where nothing else is found, one of the two is enough in the folder
    asked for.

    Args:
        start: Where to begin.
        upwards: Whether the folders above count too.

    Raises:
        ProjectNotFoundError: If there is none.
    """
    here = Path(os.path.abspath(start))  # noqa: PTH100  # resolve() would follow links
    if not here.exists():
        raise ProjectNotFoundError(f"there is no folder '{shown(str(start))}'")
    if here.is_file():
        here = here.parent
    for folder in (here, *here.parents) if upwards else (here,):
        if _is_root(folder):
            return folder
    if any(_is_folder(here / name) for name in FOLDERS):
        return here
    raise ProjectNotFoundError(
        f"no argmap project in '{shown(str(start))}'{' or above' * upwards}: no argmap.toml, and no folders "
        "claims and evidence; 'argmap new' begins one"
    )


def project_files(root: Path) -> list[str]:
    """List the files that make up a project: names from the root, forward slashes, sorted."""
    return scan(root).files


def scan(root: Path) -> Scan:
    """Look for the files of a project.

    Hidden files are passed over, and links that lead out of the project.

    Args:
        root: The project's folder.
    """
    found = Scan()
    inside = os.path.realpath(root)
    for name, suffixes in FOLDERS.items():
        if _is_folder(root / name):
            _scan_folder(root, name, suffixes, inside, found)
    found.files.sort()
    return found


def read_bytes(root: Path, file: str) -> bytes:
    """Read one file of a project.

    Args:
        root: The project's folder.
        file: Name from the root, with forward slashes.

    Raises:
        UnreadableError: If it cannot be read, is too large, or lies outside the project.
    """
    if PurePosixPath(file).is_absolute() or ".." in PurePosixPath(file).parts:
        raise UnreadableError(f"'{shown(file)}' lies outside the project")
    try:
        with (root / file).open("rb") as stream:
            size = os.fstat(stream.fileno()).st_size
            if size > LARGEST:
                raise UnreadableError(
                    f"the file is larger than a project file can be: {size // 1_000_000} MB"
                )
            return stream.read()
    except OSError as error:
        raise UnreadableError(f"the file cannot be read: {error.strerror or error}") from error


def parse_file(file: str, data: bytes) -> FileRecords:
    """Read the records of one file, by its suffix: a pure function of name and bytes.

    Args:
        file: Name from the project's root.
        data: The file's bytes.
    """
    suffix = PurePosixPath(file).suffix.lower()
    if suffix == ".json":
        return parse_csl_file(file, data)
    if suffix == ".bib":
        from argmap.files.bibtex import parse_bibtex_file

        return parse_bibtex_file(file, data)
    return parse_yaml_file(file, data)


def read_file(root: Path, file: str) -> FileRecords:
    """Read one file of a project; one that cannot be read is a fault of its own.

    Args:
        root: The project's folder.
        file: Name from the root.
    """
    try:
        data = read_bytes(root, file)
    except UnreadableError as error:
        return FileRecords(file, faults=(fault("unreadable-file", str(error), file),))
    return parse_file(file, data)


@dataclass(frozen=True, slots=True)
class ProjectParts:
    """A project file by file, before it is put together."""

    settings: Settings
    settings_file: str
    files: tuple[FileRecords, ...]
    faults: tuple[Finding, ...]
    """What is wrong with the settings and the folders."""

    def project(self) -> Project:
        """Put the files together."""
        whole = merge(self.files, self.settings)
        files = {**whole.files, ("settings", ""): self.settings_file}
        return replace(whole, files=files, faults=(*self.faults, *whole.faults))


def read_parts(root: Path) -> ProjectParts:
    """Read the settings and every file of a project.

    Args:
        root: The project's folder.

    Raises:
        ProjectNotFoundError: If there is no such folder.
    """
    if not root.is_dir():
        raise ProjectNotFoundError(f"there is no folder '{shown(str(root))}'")
    settings, faults = read_settings(root)
    found = scan(root)
    with _collector_off():
        files = tuple(read_file(root, file) for file in found.files)
    if not found.files and not found.faults:
        found.faults.append(_empty())
    return ProjectParts(settings, settings_file(root), files, (*faults, *found.faults))


def read_project(root: Path) -> Project:
    """Read a project; what does not fit stands in its ``faults``.

    Args:
        root: The project's folder.

    Raises:
        ProjectNotFoundError: If there is no such folder.
    """
    return read_parts(root).project()


@contextmanager
def _collector_off() -> Iterator[None]:
    """Spare the cycle collector while nothing but records is made: almost twice as fast."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _is_root(folder: Path) -> bool:
    try:
        if (folder / SETTINGS_FILE).is_file() or all(_is_folder(folder / n) for n in FOLDERS):
            return True
        pyproject = folder / "pyproject.toml"
        return pyproject.is_file() and has_settings(pyproject.read_bytes())
    except OSError:
        return False


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:
        return False


def _scan_folder(root: Path, top: str, suffixes: frozenset[str], inside: str, found: Scan) -> None:
    """Look through a folder and those below it, each real folder once."""
    seen: set[str] = set()
    waiting = [top]
    while waiting:
        name = waiting.pop()
        real = os.path.realpath(root / name)
        if not _lies_in(real, inside):
            found.faults.append(_leads_out(name))
            continue
        if real in seen:
            continue
        seen.add(real)
        try:
            with os.scandir(root / name) as entries:
                listing = sorted(entries, key=lambda entry: entry.name)
        except OSError as error:
            message = f"the folder cannot be read: {error.strerror or error}"
            found.faults.append(fault("unreadable-file", message, f"{name}/"))
            continue
        for entry in listing:
            _take_entry(entry, f"{name}/{entry.name}", suffixes, inside, found, waiting)


def _take_entry(
    entry: os.DirEntry[str],
    name: str,
    suffixes: frozenset[str],
    inside: str,
    found: Scan,
    waiting: list[str],
) -> None:
    if entry.name.startswith("."):
        return
    try:
        if entry.is_dir():
            waiting.append(name)
            return
        if os.path.splitext(entry.name)[1].lower() not in suffixes or not entry.is_file():  # noqa: PTH122
            return
    except OSError:
        return
    if not name.isascii() and not _is_unicode(name):
        safe = name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
        found.faults.append(fault("unreadable-file", "the file's name is not UTF-8", safe))
    elif entry.is_symlink() and not _lies_in(os.path.realpath(entry.path), inside):
        found.faults.append(_leads_out(name))
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


def _leads_out(name: str) -> Finding:
    message = "the link leads out of the project and is not followed"
    found = fault("unreadable-file", message, name, help="copy the file into the project")
    return replace(found, severity=Severity.WARNING)


def _empty() -> Finding:
    return Finding(
        "the project has no files: nothing in claims/ or evidence/",
        Spot("."),
        help="put a first claim into claims/, say claims/thesis.yaml",
        rule="empty-project",
        severity=Severity.ERROR,
    )
