"""What checks have printed, kept in one SQLite file of the user's cache folder.

Nothing depends on it: a file that is locked, spoilt or cannot be written costs time and nothing else.
Any number of processes may use it at once.
"""

# ruff: noqa: PTH103, PTH108, PTH111, PTH113, PTH118  (pathlib is slow to import)

import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3
else:
    try:  # what sqlite3 adds is for dates, and takes longer than all the rest here
        import _sqlite3 as sqlite3
    except ImportError:
        import sqlite3

LAYOUT = 2
"""Layout of the file; another one is another file."""

LARGEST, WHOLE = 60_000_000, 120_000_000
"""Characters of a text that is kept at most, and of all of them together."""

_WAIT = 0.25
_PAGE = 32768
_COLUMNS = "modules, modules_digest, texts, texts_digest, out, code"
_TABLE = """
CREATE TABLE IF NOT EXISTS printed (
    key BLOB PRIMARY KEY,
    size INTEGER NOT NULL,
    modules TEXT NOT NULL,
    modules_digest BLOB NOT NULL,
    texts TEXT NOT NULL,
    texts_digest BLOB NOT NULL,
    out TEXT NOT NULL,
    code INTEGER NOT NULL
)
"""


class Printed:
    """What a check printed, and what it read beside the project's own files."""

    def __init__(
        self,
        modules: list[str],
        modules_digest: bytes,
        texts: list[str],
        texts_digest: bytes,
        out: str,
        code: int,
    ) -> None:
        """Take what there is to keep.

        Args:
            modules: Files of argmap that were imported, and their folders.
            modules_digest: What ``marks`` says of them.
            texts: Files that the settings name: manuscripts, and texts of sources.
            texts_digest: Stands for all their bytes.
            out: What was printed.
            code: The exit code.
        """
        self.modules, self.modules_digest = modules, modules_digest
        self.texts, self.texts_digest = texts, texts_digest
        self.out, self.code = out, code


def kept_folder() -> str:
    """Give the folder: ``ARGMAP_CACHE_DIR``, else what the system keeps for caches."""
    own = os.environ.get("ARGMAP_CACHE_DIR")
    if own:
        return own
    home = os.path.expanduser("~")
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA") or os.path.join(home, "AppData", "Local")
        return os.path.join(local, "argmap", "Cache")
    if sys.platform == "darwin":
        return os.path.join(home, "Library", "Caches", "argmap")
    return os.path.join(os.environ.get("XDG_CACHE_HOME") or os.path.join(home, ".cache"), "argmap")


def kept_file() -> str:
    """Name the file that everything is kept in."""
    return os.path.join(kept_folder(), f"checks-{LAYOUT}.sqlite")


def find(key: bytes) -> Printed | None:
    """Find what was printed under a key; None where nothing is kept."""
    file = kept_file()
    if not os.path.isfile(file):
        return None
    try:
        database = sqlite3.connect(file, timeout=_WAIT, isolation_level=None)
        try:
            question = f"SELECT {_COLUMNS} FROM printed WHERE key = ?"
            row = database.execute(question, (key,)).fetchone()
        finally:
            database.close()
    except sqlite3.Error:
        return None
    if row is None or list(map(type, row)) != [str, bytes, str, bytes, str, int]:
        return None
    modules, modules_digest, texts, texts_digest, out, code = row
    return Printed(
        modules.split("\0"), modules_digest, texts.split("\0") if texts else [], texts_digest, out, code
    )


def keep(key: bytes, printed: Printed) -> None:
    """Keep what was printed, and discard the oldest when all of it grows too large.

    Args:
        key: Stands for everything that the text depends on.
        printed: What was printed.
    """
    if len(printed.out) > LARGEST:
        return
    try:
        os.makedirs(kept_folder(), mode=0o700, exist_ok=True)
        _write(key, printed)
    except sqlite3.OperationalError:  # locked, full, or not to be written
        return
    except sqlite3.DatabaseError:
        clear()
    except (OSError, ValueError):
        return


def clear() -> None:
    """Take away everything that is kept."""
    for end in ("", "-journal"):
        try:
            os.unlink(kept_file() + end)
        except OSError:
            continue


def _write(key: bytes, printed: Printed) -> None:
    database = sqlite3.connect(kept_file(), timeout=_WAIT, isolation_level=None)
    try:
        database.execute(f"PRAGMA page_size = {_PAGE}")  # of a new file: a long text has fewer pieces
        database.execute(_TABLE)
        database.execute("BEGIN IMMEDIATE")
        modules = "\0".join(printed.modules), printed.modules_digest
        texts = "\0".join(printed.texts), printed.texts_digest
        row = (key, len(printed.out), *modules, *texts, printed.out, printed.code)
        database.execute("INSERT OR REPLACE INTO printed VALUES (?, ?, ?, ?, ?, ?, ?, ?)", row)
        database.execute(
            "DELETE FROM printed WHERE rowid IN (SELECT rowid FROM ("
            "SELECT rowid, sum(size) OVER (ORDER BY rowid DESC) AS held FROM printed) WHERE held > ?)",
            (WHOLE,),
        )
        database.execute("COMMIT")
    finally:
        database.close()
