"""A project after an edit: made from the project before it and the files that changed, and from no others."""

from bisect import insort
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

from argmap.model.dataclass import replace
from argmap.model.project import FileRecords, Project
from argmap.model.record_files import RecordFiles
from argmap.model.records import Claim, Record, Source
from argmap.model.vocabulary import RECORD_KINDS

Rewrite = tuple[FileRecords, FileRecords]
"""What one file held, and what it holds now."""


class Edit(NamedTuple):
    """A project made from another one."""

    project: Project
    changed: frozenset[str]
    """Ids of the records that were added, taken away or written anew."""


def edited(project: Project, rewrites: Iterable[Rewrite]) -> Edit | None:
    """Put what some files hold now in the place of what they held.

    The faults of reading stay those of the project before.

    Args:
        project: Merged from files, these among them, in order of id.
        rewrites: The files that are others.

    Returns:
        The project that ``merge`` would make of all files, and what changed; None where that takes all
        files: where an id stands twice, a record is too broken to keep, or an expectation changed.
    """
    if project.duplicates or project.dropped:
        return None
    changed: dict[str, dict[str, Record | None]] = {kind: {} for kind in RECORD_KINDS}
    owners: dict[str, str] = {}
    for before, after in rewrites:
        if before.dropped or after.dropped or before.expectations != after.expectations:
            return None
        for kind in RECORD_KINDS:
            records = after.of_kind(kind)
            come = records.keys() - before.of_kind(kind).keys()
            if not owners.keys().isdisjoint(come) or any(_is_taken(project, key) for key in come):
                return None
            changed[kind].update(_differences(before.of_kind(kind), records))
            owners.update(dict.fromkeys(come, after.file))
    tables: dict[str, Any] = {kind: _table(project.of_kind(kind), changed[kind]) for kind in RECORD_KINDS}
    gone = [key for entries in changed.values() for key, record in entries.items() if record is None]
    files = project.files
    if isinstance(files, RecordFiles):
        files = files.after(tables, owners, gone)
    ids = frozenset(key for entries in changed.values() for key in entries)
    return Edit(replace(project, **tables, files=files), ids)


def _is_taken(project: Project, key: str) -> bool:
    return any(key in project.of_kind(kind) for kind in RECORD_KINDS)


def _differences(
    before: Mapping[str, Record], after: Mapping[str, Record]
) -> Iterator[tuple[str, Record | None]]:
    """Give the records that are not as they were; None for those that are gone."""
    for key in before.keys() - after.keys():
        yield key, None
    for key, record in after.items():
        if key not in before or not _is_same(before[key], record):
            yield key, record


def _is_same(one: Record, other: Record) -> bool:
    """Tell whether two records say the same, and in the same order."""
    return one == other and all(map(_in_one_order, _mappings(one), _mappings(other)))


def _in_one_order(one: Mapping[str, object], other: Mapping[str, object]) -> bool:
    return list(one) == list(other)


def _mappings(record: Record) -> tuple[Mapping[str, object], ...]:
    if isinstance(record, Claim):
        return record.schools, record.scholars, record.defines
    return (record.csl or {},) if isinstance(record, Source) else ()


def _table(before: Mapping[str, Record], changed: Mapping[str, Record | None]) -> Mapping[str, Record]:
    """Change some entries of a table, which stays in order."""
    if not changed:
        return before
    table = before.copy() if isinstance(before, MappingProxyType | dict) else dict(before)
    come = [key for key in changed if key not in table]
    for key, record in changed.items():
        if record is None:
            del table[key]
        else:
            table[key] = record
    if come:
        keys = [*table]
        del keys[-len(come) :]
        for key in come:
            insort(keys, key)
        table = dict(zip(keys, map(table.__getitem__, keys), strict=True))
    return MappingProxyType(table)
