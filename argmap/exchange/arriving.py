"""Brings an imported map into a folder: as a new project, or as new files of one that is there."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from argmap.exchange.ids import Ids
from argmap.exchange.loss import LossReport
from argmap.exchange.registry import Imported
from argmap.files.dump import project_files, write_project
from argmap.files.project import find_root, read_project
from argmap.model.errors import ExistsError, ProjectNotFoundError, UnreadableError, shown
from argmap.model.project import Project
from argmap.model.records import Argument, Claim, Event, Evidence, Scholar, School, Stance
from argmap.model.settings import Settings
from argmap.model.vocabulary import RECORD_KINDS, SINGULAR


@dataclass(frozen=True, slots=True)
class Arrival:
    """What an import wrote, or would write."""

    project: Project
    files: tuple[str, ...]
    """Names from the folder."""
    loss: LossReport


def bring(imported: Imported, into: Path, stem: str, *, dry_run: bool = False) -> Arrival:
    """Write an imported map into a folder, completely or not at all.

    A new or empty folder becomes a project; to a project that is there, new files are added and
    none is touched: ids that are taken are changed, and reported.

    Args:
        imported: The map.
        into: The folder.
        stem: Name for the files that join those of another project.
        dry_run: Whether to write nothing.

    Raises:
        ExistsError: If the folder holds something else.
        UnreadableError: If it cannot be written.
    """
    project, loss = imported.project, imported.loss
    new: str | None = None
    if not _is_vacant(into):
        try:
            there = read_project(find_root(into, upwards=False))
        except ProjectNotFoundError:
            message = f"'{shown(str(into))}' is neither empty nor an argmap project; nothing was written"
            raise ExistsError(message) from None
        project = _beside(project, there, loss)
        new = _free_stem(into, stem)
    files = list(project_files(project, new)) if dry_run else write_project(project, into, new)
    return Arrival(project, tuple(files), loss)


def _is_vacant(folder: Path) -> bool:
    try:
        return not folder.exists() or (folder.is_dir() and not any(folder.iterdir()))
    except OSError as error:
        raise UnreadableError(f"'{shown(str(folder))}' cannot be read: {error.strerror or error}") from error


def _free_stem(root: Path, stem: str) -> str:
    """Choose a name for files that none of the project's files bears."""
    wish = re.sub(r"[^\w]+", "-", stem.casefold())[:60].strip("-_") or "imported"
    taken = {path.name.partition(".")[0].partition("--")[0].casefold() for path in root.glob("*/*")}
    name, number = wish, 2
    while name in taken:
        name, number = f"{wish}-{number}", number + 1
    return name


def _beside(project: Project, there: Project, loss: LossReport) -> Project:
    """Fit a map in beside a project: nothing twice, no id that is taken."""
    same = {key for key in project.sources if project.sources[key] == there.sources.get(key)}
    for key in same:
        loss.change("source", key, "it is there already")
    ids = Ids(taken=(*there.ids(), *(key for _, key in there.dropped)))
    names: dict[str, str] = {}
    for kind in RECORD_KINDS:
        for key in project.of_kind(kind):
            names[key] = key if key in same else ids.free(key)
            if names[key] != key:
                loss.change(f"{SINGULAR[kind]}.id", key, f"taken in the project; it became '{names[key]}'")
    loss.ids = {old: names.get(new, new) for old, new in loss.ids.items()} | {
        key: name for key, name in names.items() if key != name and key not in loss.ids.values()
    }
    if project.settings != Settings():
        loss.drop("setting", "title", "the project has its own settings")
    sources = {key: source for key, source in project.sources.items() if key not in same}
    return renamed(replace(project, sources=sources), names)


def renamed(project: Project, names: Mapping[str, str]) -> Project:
    """Give a project with other ids, everywhere.

    Args:
        project: The project.
        names: Id to the id that takes its place; others stay.
    """
    swap = _Swap(names)
    tables: dict[str, Any] = {
        kind: dict(sorted((swap.one(key), swap.record(r)) for key, r in project.of_kind(kind).items()))
        for kind in RECORD_KINDS
    }
    return replace(
        project,
        **tables,
        expectations={
            swap.one(key): tuple(replace(e, school=swap.maybe(e.school)) for e in expected)
            for key, expected in project.expectations.items()
        },
        settings=replace(
            project.settings,
            thesis=swap.maybe(project.settings.thesis),
            author=swap.maybe(project.settings.author),
        ),
        files={(kind, swap.one(key)): file for (kind, key), file in project.files.items()},
    )


class _Swap:
    """Puts other ids into records."""

    def __init__(self, names: Mapping[str, str]) -> None:
        self._names = names

    def one(self, key: str) -> str:
        return self._names.get(key, key)

    def maybe(self, key: str | None) -> str | None:
        return None if key is None else self.one(key)

    def all(self, keys: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(self.one(key) for key in keys)

    def record(self, record: Any) -> Any:
        if isinstance(record, Claim):
            return self._claim(record)
        if isinstance(record, Evidence):
            return replace(
                record,
                source=self.maybe(record.source),
                challenged_by=self.all(record.challenged_by),
                rests_on=self.all(record.rests_on),
            )
        if isinstance(record, School):
            return replace(record, cite=self.all(record.cite))
        if isinstance(record, Scholar):
            return replace(record, schools=self.all(record.schools), works=self.all(record.works))
        if isinstance(record, Event):
            return replace(record, claims=self.all(record.claims), evidence=self.all(record.evidence))
        return replace(record, edition_of=self.maybe(record.edition_of))

    def _claim(self, claim: Claim) -> Claim:
        changed: dict[str, Any] = {
            "contradicts": self.all(claim.contradicts),
            "held_by": self.all(claim.held_by),
            "scholars": self._stances(claim.scholars),
            "schools": self._stances(claim.schools),
            "pro": tuple(self._argument(a) for a in claim.pro),
            "con": tuple(self._argument(a) for a in claim.con),
        }
        return replace(claim, **changed)

    def _stances(self, stances: Mapping[str, Stance]) -> dict[str, Stance]:
        return {self.one(key): replace(s, cite=self.all(s.cite)) for key, s in stances.items()}

    def _argument(self, argument: Argument) -> Argument:
        changed: dict[str, Any] = {
            name: self.all(getattr(argument, name)) for name in ("premises", "unless", "answer")
        }
        return replace(argument, **changed)
