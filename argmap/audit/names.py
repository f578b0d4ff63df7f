"""Who names what: the records that name a record, a note or a work, in whatever field."""

from collections.abc import Iterable, Iterator
from itertools import chain

from argmap.model.project import Project, arguments_of
from argmap.model.records import Claim, Event, Evidence, Record, Scholar, School
from argmap.model.vocabulary import RECORD_KINDS

MOST_CHANGED = 2_000
"""Records that changed since all were looked through, from which on all are looked through again."""


TAG = "\0"
"""Begins the names of what is no record."""


def note(name: str) -> str:
    """Give a note's name a form that no id has."""
    return f"{TAG}note {name}"


def work_of_somebody(source: str) -> str:
    """Name a source as something that a scholar wrote."""
    return f"{TAG}work {source}"


def original(source: str) -> str:
    """Name a source as something that has editions."""
    return f"{TAG}original {source}"


def argument_names(claim: Claim) -> Iterator[str]:
    """Give the ids that a claim's arguments name."""
    for _, _, argument in arguments_of(claim):
        yield from argument.premises
        yield from argument.unless
        yield from argument.answer


def works_of(item: Evidence) -> list[str]:
    """Give the sources that evidence names, in whatever field."""
    quoted = [link[10:-1] for link in item.chain if link.startswith("quoted-in(")] if item.chain else []
    return [*([item.source] if item.source else ()), *item.rests_on, *quoted]


def works_cited(record: Record | None) -> list[str]:
    """Give the sources that a record cites; of a claim, those in which stances to it are taken."""
    if isinstance(record, Evidence):
        return works_of(record)
    if isinstance(record, Claim):
        stances = (*record.schools.values(), *record.scholars.values())
        return [name for stance in stances for name in stance.cite]
    if isinstance(record, School):
        return list(record.cite)
    return list(record.works) if isinstance(record, Scholar) else []


def names_in(record: Record) -> Iterator[str]:
    """Give all that a record names."""
    if isinstance(record, Evidence):
        yield from works_of(record)
        yield from record.challenged_by
        yield from record.by
        yield from map(note, record.cited)
    elif isinstance(record, Claim):
        yield from argument_names(record)
        yield from record.contradicts
        yield from record.held_by
        for stances in (record.schools, record.scholars):
            for name, stance in stances.items():
                yield name
                yield from stance.cite
    elif isinstance(record, School):
        yield from record.cite
    elif isinstance(record, Scholar):
        yield from record.schools
        yield from chain(record.works, map(work_of_somebody, record.works))
    elif isinstance(record, Event):
        yield from chain(record.claims, record.evidence)
    elif record.edition_of is not None:
        yield from (record.edition_of, original(record.edition_of))


def record_of(project: Project, key: str) -> Record | None:
    """Give the record of an id, of whatever kind."""
    for kind in RECORD_KINDS:
        record = project.of_kind(kind).get(key)
        if record is not None:
            return record
    return None


class Names:
    """Names to the ids of the records that name them.

    All records are looked through once; later only those that changed since, which are told apart, so that
    whoever still asks about the project before is not disturbed.
    """

    def __init__(self, project: Project) -> None:
        self._all: dict[str, list[str]] = {}
        self._changed: frozenset[str] = frozenset()
        self._now: dict[str, list[str]] = {}
        for kind in RECORD_KINDS:
            _note_down(self._all, project.of_kind(kind).items())

    def after(self, project: Project, changed: Iterable[str]) -> "Names":
        """Give the names in a project of which some records changed."""
        every = self._changed.union(changed)
        if len(every) > MOST_CHANGED:
            return Names(project)
        other = object.__new__(Names)
        other._all, other._changed, other._now = self._all, every, {}
        found = ((key, record_of(project, key)) for key in sorted(every))
        _note_down(other._now, ((key, record) for key, record in found if record is not None))
        return other

    def naming(self, name: str) -> Iterator[str]:
        """Give the ids of the records that name something, each perhaps several times."""
        for key in self._all.get(name, ()):
            if key not in self._changed:
                yield key
        yield from self._now.get(name, ())


def _note_down(found: dict[str, list[str]], records: Iterable[tuple[str, Record]]) -> None:
    for key, record in records:
        for name in names_in(record):
            if name in found:
                found[name].append(key)
            else:
                found[name] = [key]
