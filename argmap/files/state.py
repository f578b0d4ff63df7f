"""Digests of everything a check depends on: the bytes of the project, and argmap as it is installed."""

# ruff: noqa: PTH116, PTH118, PTH120, PTH123  (pathlib is slow to import)

import os
import sys

from argmap.files.folder import SETTINGS_FILE, list_files

try:  # hashlib loads OpenSSL first, which takes a third of the interpreter's start
    from _blake2 import blake2b
except ImportError:
    from hashlib import blake2b

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    Written = tuple[str, int, int, int, int]
    """A file, the times of its content and of its last change of any kind, its size and place on the disk."""

_TICK = 1_000_000_000
"""Nanoseconds after which a file that is written again has another time."""

OWN_FILES = (
    SETTINGS_FILE,
    "pyproject.toml",
    "argmap.local.toml",
    "argmap.baseline.json",
    "quotation-receipts.json",
    "reviews.yaml",
)
"""Files beside the records that a check reads, where they are."""


def digest_of(told: bytes) -> bytes:
    """Give the digest of some bytes."""
    return blake2b(told, digest_size=32).digest()


class State:
    """The content of some files, and when it was written."""

    def __init__(self, digest: bytes, written: "list[Written]") -> None:
        """Take both."""
        self.digest = digest
        """Stands for the names and all the bytes."""
        self.written = written
        """When each file was written: one changed and changed back was written at another time."""

    @property
    def latest(self) -> int:
        """When the last of the files was written; 0 where there is none."""
        return max((time for _, *times, _, _ in self.written for time in times), default=0)


def project_state(root: str, beside: "Iterable[str]" = ()) -> State | None:
    """Read every byte of a project; None where some of it cannot be read.

    Args:
        root: The project's folder.
        beside: Other files that are read with it.
    """
    files = _project_files(root)
    return None if files is None else files_state([*files, *beside])


def is_as_it_was(before: State, since: int, root: str, beside: "Iterable[str]" = ()) -> bool:
    """Tell whether a project is as it was; what was written long before is not read again.

    Args:
        before: The project as it was.
        since: When it was read, in nanoseconds.
        root: The project's folder.
        beside: Other files that are read with it.
    """
    told_by_times = sys.platform != "win32"  # which has no time of change that nobody can set
    if told_by_times and before.latest < since - _TICK and _found(root, beside) == before.written:
        return True
    after = project_state(root, beside)
    return after is not None and (after.digest, after.written) == (before.digest, before.written)


def _found(root: str, beside: "Iterable[str]") -> "list[Written] | None":
    """Tell when the files of a project were written, without reading them; None where that is not known."""
    files = _project_files(root)
    if files is None:
        return None
    found = []
    for file in (*files, *beside):
        try:
            found.append(_written(file, os.stat(file)))
        except (FileNotFoundError, NotADirectoryError):
            continue
        except (OSError, ValueError):
            return None
    return found


def _project_files(root: str) -> list[str] | None:
    listing = list_files(root)
    if listing.unreadable or listing.leading_out:
        return None
    return [os.path.join(root, name) for name in (*OWN_FILES, *listing.files)]


def _written(file: str, about: os.stat_result) -> "Written":
    return file, about.st_mtime_ns, about.st_ctime_ns, about.st_size, about.st_ino


def files_state(files: "Iterable[str]") -> State | None:
    """Read files, or find them missing; None where one is neither there to be read nor missing."""
    whole = blake2b(digest_size=32)
    written: list[Written] = []
    for file in files:
        try:
            name = os.fsencode(file)
            with open(file, "rb", buffering=0) as stream:
                about = os.fstat(stream.fileno())
                data = stream.read()
        except (FileNotFoundError, NotADirectoryError):
            whole.update(b"-%d:%b" % (len(name), name))
            continue
        except (OSError, ValueError):  # a name with a NUL is a ValueError
            return None
        if len(data) != about.st_size:
            return None
        whole.update(b"+%d:%b%d:" % (len(name), name, len(data)))
        whole.update(data)
        written.append(_written(file, about))
    return State(whole.digest(), written)


def surroundings() -> bytes:
    """Give a digest of the interpreter, and of what is installed where modules are looked for."""
    told = (sys.version, sys.prefix, [(path, *_mark(path or os.curdir)) for path in sys.path])
    return digest_of(repr(told).encode("utf-8", "surrogateescape"))


def own_modules() -> list[str]:
    """List the files of argmap that have been imported, and the folders in which another might turn up."""
    named = [(name, getattr(module, "__file__", None)) for name, module in sys.modules.items()]
    files = {file for name, file in named if file and name.partition(".")[0] == "argmap"}
    return sorted(files | {os.path.dirname(file) for file in files})


def marks(paths: "Iterable[str]") -> tuple[bytes, int]:
    """Tell, without reading them, whether files and folders are as they were.

    Returns:
        A digest of their times and sizes, and the latest of those times in nanoseconds.
    """
    found = [(path, *_mark(path)) for path in paths]
    digest = digest_of(repr(found).encode("utf-8", "surrogateescape"))
    return digest, max((time for _, time, _ in found), default=0)


def _mark(path: str) -> tuple[int, int]:
    """Tell when a file was written, or something last put into a folder, and its size; zeros if missing."""
    try:
        about = os.stat(path)
    except OSError:
        return 0, 0
    return about.st_mtime_ns, about.st_size
