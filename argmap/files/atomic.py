"""Writes files whole or not at all."""

import os
import tempfile
from pathlib import Path

from argmap.model.errors import UnreadableError, shown


def write_text(path: Path, text: str) -> None:
    """Write a text file in UTF-8, whole or not at all.

    Args:
        path: The file; its folder must exist.
        text: What it shall hold.

    Raises:
        UnreadableError: If it cannot be written; the old file then stands as it was.
    """
    write_bytes(path, text.encode("utf-8"))


def write_bytes(path: Path, data: bytes) -> None:
    """Write a file, whole or not at all; its mode is kept, a link is followed.

    Args:
        path: The file; its folder must exist.
        data: What it shall hold.

    Raises:
        UnreadableError: If it cannot be written; the old file then stands as it was.
    """
    temporary = ""
    try:
        target = Path(os.path.realpath(path))
        number, temporary = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name[:40]}.")
        with os.fdopen(number, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        Path(temporary).chmod(_mode(target))
        os.replace(temporary, target)  # noqa: PTH105  # the word for what is meant
    except OSError as error:
        if temporary:
            Path(temporary).unlink(missing_ok=True)
        reason = error.strerror or str(error)
        raise UnreadableError(f"cannot write '{shown(str(path))}': {reason}") from error


def _mode(target: Path) -> int:
    """Give the permissions a file has, or would have if it were made now."""
    try:
        return target.stat().st_mode & 0o7777
    except FileNotFoundError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask


def make_folder(path: Path) -> None:
    """Make a folder and those above it, unless they are there.

    Raises:
        UnreadableError: If it cannot be made.
    """
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        reason = error.strerror or str(error)
        raise UnreadableError(f"cannot make the folder '{shown(str(path))}': {reason}") from error
