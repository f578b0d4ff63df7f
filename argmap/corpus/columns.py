"""Which columns of a Parquet data set hold what."""

from collections.abc import Iterable
from dataclasses import dataclass

from argmap.corpus.in_memory import is_read
from argmap.files.settings_file import SETTINGS_FILE
from argmap.model.errors import UnknownNameError, UnreadableError, shown
from argmap.model.reviews import REVIEWS_FILE

KEYS = ("project", "key", "project_id", "id")
"""Names of the column with a project's key, the first that is there."""

FILES = "files"
"""Column with all files of a project: a map, a list of name and text, or JSON."""

TEXTS = {
    "claims": "claims/claims.yaml",
    "evidence": "evidence/evidence.yaml",
    "sources": "evidence/sources.json",
    "settings": SETTINGS_FILE,
}
"""Short names of columns that hold one file each."""

RECORD = ("kind", "id", "record")
"""Columns of a data set with one row a record, beside the project's key."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Columns that the user names."""

    key: str | None = None
    group: str | None = None
    date: str | None = None


@dataclass(frozen=True, slots=True)
class Columns:
    """Columns of a data set and what is in them."""

    key: str
    group: str | None
    date: str | None
    texts: tuple[tuple[str, str], ...] = ()
    """Column to the file whose text it holds."""
    files: str | None = None
    """Column with all files of a project."""
    records: bool = False
    """Whether a row is a record and not a project."""

    @property
    def read(self) -> list[str]:
        """Every column that is read."""
        wanted = [self.key, self.group, self.date, self.files, *(column for column, _ in self.texts)]
        wanted += RECORD if self.records else ()
        return list(dict.fromkeys(column for column in wanted if column is not None))


def find_columns(there: Iterable[str], asked: Asked, name: str, constant: Iterable[str] = ()) -> Columns:
    """Tell what the columns of a data set hold.

    Args:
        there: Its columns.
        asked: Those that the user names.
        name: What to call the data set in messages.
        constant: Columns that the names of its folders give.

    Raises:
        UnknownNameError: If a column that the user names is not there.
        UnreadableError: If no column has the key, or none a text.
    """
    here = list(there)
    both = [*here, *constant]
    for column in (asked.key, asked.group, asked.date):
        if column is not None and column not in both:
            raise UnknownNameError("column", column, both)
    records = set(RECORD) <= set(here)
    keys = [key for key in KEYS if key in here and not (records and key == "id")]
    key = asked.key or next(iter(keys), None)
    if key is None or key not in here:
        told = ", ".join(f"'{shown(column)}'" for column in here[:12])
        raise UnreadableError(
            f"no column of '{shown(name)}' is called {', '.join(KEYS[:-1])} or {KEYS[-1]}, and --key names "
            f"none; there are {told}"
        )
    texts = tuple((column, TEXTS.get(column, column)) for column in here if _is_text(column))
    files = FILES if FILES in here else None
    if not records and files is None and not texts:
        raise UnreadableError(
            f"no column of '{shown(name)}' holds a project: 'files', 'claims' and 'evidence', or names of "
            "files as 'claims/all.yaml'; a row a record has 'kind', 'id' and 'record'"
        )
    if records:
        return Columns(key, asked.group, asked.date, records=True)
    return Columns(key, asked.group, asked.date, texts, files)


def _is_text(column: str) -> bool:
    return column in TEXTS or column in (SETTINGS_FILE, REVIEWS_FILE) or is_read(column)
