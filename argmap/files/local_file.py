"""Reads ``argmap.local.toml``: where texts lie on this machine, kept out of the repository.

It names the manuscripts under audit (a list of files, or a table that gives each a name for messages)
and the sources whose text is at hand, for texts that may not be copied into the project::

    manuscripts = ["../thesis.docx"]

    [texts]
    kim-1998 = "/home/me/library/kim.pdf"
"""

from collections.abc import Mapping
from pathlib import Path

from argmap.model.dataclass import dataclass, field
from argmap.model.errors import SettingsError, shown
from argmap.model.settings import Settings

LOCAL_FILE = "argmap.local.toml"


@dataclass(frozen=True, slots=True)
class LocalTexts:
    """Where texts lie on this machine."""

    manuscripts: Mapping[str, Path] = field(default_factory=dict)
    """Name as written to file."""
    sources: Mapping[str, Path] = field(default_factory=dict)
    """Id of a source to the file with its text."""


def read_local(root: Path, settings: Settings) -> LocalTexts:
    """Find the texts of a project: in its own folder, and where ``argmap.local.toml`` says.

    Args:
        root: The project's folder.
        settings: Its settings; an entry under ``manuscripts`` that is a file of the folder counts.

    Raises:
        SettingsError: If ``argmap.local.toml`` does not fit.
    """
    found = {name: root / name for name in settings.manuscripts if _is_file(root / name)}
    try:
        data = (root / LOCAL_FILE).read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return LocalTexts(found)
    except OSError as error:
        raise SettingsError(f"{LOCAL_FILE} cannot be read: {error.strerror or error}") from error
    import tomllib

    try:
        told = tomllib.loads(data.decode("utf-8"))
    except (ValueError, RecursionError) as error:  # a number of 5,000 digits is no TOMLDecodeError
        raise SettingsError(f"{LOCAL_FILE}: {shown(str(error), 240)}") from error
    unknown = sorted(told.keys() - {"manuscripts", "texts"})
    if unknown:
        raise SettingsError(f"{LOCAL_FILE}: there is no setting '{shown(unknown[0])}'")
    named, texts = told.get("manuscripts", {}), told.get("texts", {})
    named = [named] if isinstance(named, str) else named
    if isinstance(named, list) and all(isinstance(name, str) for name in named):
        named = {name: name for name in named}
    if not isinstance(named, dict) or not all(isinstance(file, str) for file in named.values()):
        raise SettingsError(f"{LOCAL_FILE}: 'manuscripts' is a list of files, or gives names to files")
    if not isinstance(texts, dict) or not all(isinstance(file, str) for file in texts.values()):
        raise SettingsError(f"{LOCAL_FILE}: 'texts' gives a file to each id of a source")
    return LocalTexts(
        found | {name: root / file for name, file in named.items()},
        {key: root / file for key, file in texts.items()},
    )


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:
        return False
