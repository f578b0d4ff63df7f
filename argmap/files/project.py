"""Finds a project's folder and files, and reads them all."""

import os
from collections.abc import Callable
from itertools import chain
from pathlib import Path, PurePosixPath

from argmap.files.csl_json import parse_csl_file
from argmap.files.decoding import LARGEST, fault
from argmap.files.folder import FOLDERS as FOLDERS
from argmap.files.folder import list_files, project_folder
from argmap.files.settings_file import read_settings, settings_file
from argmap.files.usual_values import forget
from argmap.files.yaml_records import parse_yaml_file
from argmap.model.collector import collector_off
from argmap.model.dataclass import dataclass, field, replace
from argmap.model.errors import ProjectNotFoundError, UnreadableError, shown
from argmap.model.finding import Finding, Severity, Spot
from argmap.model.project import FileRecords, Project, merge
from argmap.model.reviews import REVIEWS_FILE, Reviews
from argmap.model.settings import Settings


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
    folder = project_folder(str(here), upwards=upwards)
    if folder is not None:
        return Path(folder)
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
    listing = list_files(str(root))
    faults = [fault("unreadable-file", reason, place) for place, reason in listing.unreadable]
    return Scan(listing.files, [*faults, *map(_leads_out, listing.leading_out)])


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
    reviews: Reviews = field(default_factory=Reviews)

    def project(self, *, ordered: bool = True) -> Project:
        """Put the files together, the records in order of id or as they were read."""
        whole = merge(self.files, self.settings, self.settings_file, ordered=ordered)
        return replace(whole, faults=self.all_faults(), reviews=self.reviews)

    def all_faults(self) -> tuple[Finding, ...]:
        """Give what is wrong with the settings, with the folders, and in the files by name."""
        by_name = sorted(self.files, key=lambda records: records.file)
        return (*self.faults, *chain.from_iterable(records.faults for records in by_name))


def read_parts(root: Path, read: Callable[[Path, str], FileRecords] = read_file) -> ProjectParts:
    """Read the settings and every file of a project.

    Args:
        root: The project's folder.
        read: Reads one file; another one may know what it read before.

    Raises:
        ProjectNotFoundError: If there is no such folder.
    """
    if not root.is_dir():
        raise ProjectNotFoundError(f"there is no folder '{shown(str(root))}'")
    settings, faults = read_settings(root)
    found = scan(root)
    with collector_off():
        files = tuple(read(root, file) for file in found.files)
    forget()
    if not found.files and not found.faults:
        found.faults.append(_empty())
    reviews = Reviews()
    if (root / REVIEWS_FILE).exists():
        from argmap.files.review_file import read_reviews

        reviews, misfits = read_reviews(root)
        files = (*files, FileRecords(REVIEWS_FILE, faults=misfits))
    return ProjectParts(settings, settings_file(root), files, (*faults, *found.faults), reviews)


def read_project(root: Path) -> Project:
    """Read a project; what does not fit stands in its ``faults``.

    Args:
        root: The project's folder.

    Raises:
        ProjectNotFoundError: If there is no such folder.
    """
    return read_parts(root).project()


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
