"""Results on disk: for each batch one file a table, named after what went in.

A batch counts as done when its file in ``projects/`` is there, which is written last. Done twice, it
gives the same files under the same names, so that nothing is counted twice, and a run that was broken
off goes on where it stopped.
"""

import hashlib
import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

from argmap.audit.run import Choice
from argmap.corpus.batch import audit_batch
from argmap.corpus.portion import Portion, batches
from argmap.corpus.tables import TABLES, packed
from argmap.corpus.text_project import TextProject
from argmap.files.atomic import make_folder, write_bytes, write_text
from argmap.model.errors import ExistsError, shown

MARKER = "corpus.json"
"""Tells that a folder is ours, and what was asked."""

_PART = re.compile(r"[0-9a-f]{32}\.parquet")


@dataclass(frozen=True, slots=True)
class Part:
    """A batch that is done."""

    key: str
    projects: int
    was_there: bool
    """Whether an earlier run had done it."""


@dataclass(frozen=True, slots=True)
class Work:
    """What a worker does with each portion; small and picklable."""

    out: Path
    batch: int
    choice: Choice
    stamp: str
    """Of argmap and its rules: other rules give other results."""

    def __call__(self, portion: Portion) -> list[Part]:
        """Audit a portion, batch by batch, and write what is found; tell of each batch."""
        return [self._do(batch) for batch in batches(portion, self.batch)]

    def _do(self, batch: list[TextProject]) -> Part:
        key = key_of(self.stamp, batch)
        done = self.out / "projects" / f"{key}.parquet"
        if done.is_file():
            return Part(key, len(batch), True)
        rows = audit_batch(batch, self.choice)
        for table in TABLES:  # projects/ last
            write_bytes(self.out / table / f"{key}.parquet", packed(table, getattr(rows, table)))
        return Part(key, len(batch), False)


def stamp_of(choice: Choice) -> str:
    """Name the rules that run.

    Raises:
        UnknownNameError: If one that is asked for does not exist.
    """
    from argmap.rules.registry import all_rules, choose

    choose(choice.select, choice.extend_select, choice.ignore)
    asked = (choice.select, choice.extend_select, choice.ignore)
    return f"{version('argmap')} {','.join(all_rules())} {asked}"


def key_of(stamp: str, batch: Iterable[TextProject]) -> str:
    """Name a batch after all that its results hang on."""
    digest = hashlib.blake2b(stamp.encode(), digest_size=16)
    for project in batch:
        told = (project.key, project.group, project.date, project.origin, project.refused, project.faults)
        _take(digest, repr(told).encode("utf-8", "backslashreplace"))
        for name in sorted(project.files):
            content = project.files[name]
            _take(digest, name.encode("utf-8", "surrogatepass"))
            _take(digest, content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass"))
    return digest.hexdigest()


def _take(digest: Any, data: bytes) -> None:
    digest.update(len(data).to_bytes(8, "big"))
    digest.update(data)


def begin(out: Path, told: dict[str, Any]) -> None:
    """Make the folder of results, or take up that of an earlier run.

    Raises:
        ExistsError: If it holds something else.
        UnreadableError: If it cannot be made.
    """
    if out.exists() and not (out / MARKER).is_file() and (not out.is_dir() or any(out.iterdir())):
        raise ExistsError(f"'{shown(str(out))}' is there and holds no results of 'argmap corpus'")
    for table in TABLES:
        make_folder(out / table)
    _mark(out, {**told, "complete": False})


def finish(out: Path, told: dict[str, Any], keys: set[str]) -> int:
    """Remove what belongs to other runs or was left by a worker that died; call the results whole.

    Args:
        out: The folder of results.
        told: What was asked.
        keys: Every batch of this run.

    Returns:
        How many batches of earlier runs were removed.
    """
    removed = 0
    for table in TABLES:
        for path in (out / table).iterdir():
            is_part = _PART.fullmatch(path.name) is not None
            if (is_part and path.stem not in keys) or re.match(r"\.[0-9a-f]{32}", path.name):
                path.unlink(missing_ok=True)
                removed += is_part and table == "projects"
    _mark(out, {**told, "complete": True})
    return removed


def _mark(out: Path, told: dict[str, Any]) -> None:
    write_text(out / MARKER, json.dumps(told, ensure_ascii=False, indent=2) + "\n")
