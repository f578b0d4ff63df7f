"""Corpora for tests, and what workers of a test do: they are imported by other processes."""

import os
import signal
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from argmap.corpus.parts import Part, Work
from argmap.corpus.portion import Portion
from argmap.corpus.tables import TABLES
from argmap.corpus.text_project import TextProject

CLAIMS = """claims:
  bridge-fell-{n}:
    text: The bridge fell in the flood of 18{n:02d}.
    for: [warden-{n}]
  ferry-came-back-{n}:
    text: The ferry came back after the flood of 18{n:02d}.
    for: [bridge-fell-{n}]
  toll-was-lost-{n}:
    text: The toll of 18{n:02d} was lost.
"""
EVIDENCE = """evidence:
  warden-{n}:
    shows: The warden notes that the bridge fell.
    source: warden-book
    locator: p. {n}
    form: record
"""
SOURCES = '[{"id": "warden-book", "type": "book", "title": "Book of the wardens"}]'


def files_of(number: int) -> dict[str, str]:
    """A map of three claims, one of which rests on nothing."""
    return {
        "argmap.toml": f'title = "Bridge {number}"\n',
        "claims/all.yaml": CLAIMS.format(n=number % 100),
        "evidence/all.yaml": EVIDENCE.format(n=number % 100),
        "evidence/sources.json": SOURCES,
    }


def rows_of(count: int) -> dict[str, list[str]]:
    """Columns of a data set with one row a project."""
    all_files = [files_of(n) for n in range(count)]
    return {
        "project": [f"bridge-{n}" for n in range(count)],
        "publisher": ["North" if n % 3 else "South" for n in range(count)],
        "made": [f"20{10 + n % 4}-05" for n in range(count)],
        **{name: [files[name] for files in all_files] for name in all_files[0]},
    }


def write_rows(path: Path, columns: Mapping[str, Any], row_group: int = 10) -> Path:
    """Write columns as a Parquet file."""
    pq.write_table(pa.table(dict(columns)), path, row_group_size=row_group)
    return path


def write_folders(root: Path, projects: Mapping[str, Mapping[str, str]]) -> Path:
    """Write projects as folders."""
    for name, files in projects.items():
        for file, text in files.items():
            path = root / name / file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
    return root


def read(out: Path, table: str) -> list[dict[str, Any]]:
    """Read a table of results, sorted."""
    rows: list[dict[str, Any]] = pq.read_table(out / table).to_pylist()
    return sorted(rows, key=repr)


def bytes_of(out: Path) -> dict[str, bytes]:
    """Every file of the results."""
    parts = {f"{t}/{p.name}": p.read_bytes() for t in TABLES for p in (out / t).iterdir()}
    return {**parts, "report.md": (out / "report.md").read_bytes()}


@dataclass(frozen=True)
class Listed:
    """A portion that is there already."""

    name: str
    inside: Sequence[TextProject]

    def projects(self) -> Iterator[TextProject]:
        yield from self.inside


@dataclass(frozen=True)
class DiesOnce:
    """Work whose worker is killed when it has the first portion in hand, the first time."""

    work: Work
    mark: Path
    """A file that tells that it happened."""

    def __call__(self, portion: Portion) -> list[Part]:
        try:
            self.mark.touch(exist_ok=False)
        except FileExistsError:
            return self.work(portion)
        for batch in (self.work.out / "findings", self.work.out / "verdicts"):
            (batch / ("0" * 32 + ".parquet")).write_bytes(b"half of a part")
        os.kill(os.getpid(), signal.SIGKILL)
        return []


@dataclass(frozen=True)
class DiesOf:
    """A portion that ends the process of whoever reads one of its projects, but for a given process."""

    name: str
    inside: Sequence[TextProject]
    deadly: str
    spared: int

    def projects(self) -> Iterator[TextProject]:
        for project in self.inside:
            if project.key == self.deadly and os.getpid() != self.spared:
                yield TextProject(project.key, _Deadly(project.files))
            else:
                yield project


class _Deadly(dict[str, str | bytes]):
    """Files whose reading ends the process."""

    def items(self) -> Any:
        os.kill(os.getpid(), signal.SIGKILL)
        return super().items()
