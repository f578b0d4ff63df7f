"""The whole argument: all records by kind and id, and where each was read."""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import TypeVar

from argmap.model.dataclass import dataclass, field
from argmap.model.errors import UnknownIdError
from argmap.model.finding import Finding, Path, Spot
from argmap.model.record_files import RecordFiles
from argmap.model.records import (
    Argument,
    Claim,
    Event,
    Evidence,
    Expectation,
    Record,
    Scholar,
    School,
    Source,
)
from argmap.model.reviews import Reviews
from argmap.model.settings import Settings
from argmap.model.vocabulary import RECORD_KINDS, SINGULAR


@dataclass(frozen=True, slots=True)
class FileRecords:
    """What one file holds: the result of reading its bytes, and of nothing else."""

    file: str
    claims: Mapping[str, Claim] = field(default_factory=dict)
    evidence: Mapping[str, Evidence] = field(default_factory=dict)
    sources: Mapping[str, Source] = field(default_factory=dict)
    schools: Mapping[str, School] = field(default_factory=dict)
    scholars: Mapping[str, Scholar] = field(default_factory=dict)
    events: Mapping[str, Event] = field(default_factory=dict)
    expectations: Mapping[str, tuple[Expectation, ...]] = field(default_factory=dict)
    faults: tuple[Finding, ...] = ()
    """What did not fit, each under the name of its rule."""
    dropped: tuple[tuple[str, str], ...] = ()
    """Kind and id of records too broken to keep; a link to one of them does not dangle."""

    def of_kind(self, kind: str) -> Mapping[str, Record]:
        """Give the records of one kind, by id."""
        records: Mapping[str, Record] = getattr(self, kind)
        return records


Kinds = tuple[str, ...]
"""Kinds of record that a name may stand for."""

Mention = tuple[Path, str, Kinds]
"""Where a record names another (its kind and id first), the id named, and what that may be."""

PREMISE: Kinds = ("claims", "evidence")
CLAIM: Kinds = ("claims",)
EVIDENCE: Kinds = ("evidence",)
SOURCE: Kinds = ("sources",)
SCHOOL: Kinds = ("schools",)
SCHOLAR: Kinds = ("scholars",)


@dataclass(frozen=True, slots=True)
class Reference:
    """One record naming another."""

    spot: Spot
    subject: str
    """Id of the record that names."""
    target: str
    """Id named."""
    kinds: tuple[str, ...]
    """Kinds of record that it may be."""


@dataclass(frozen=True)
class Project:
    """A project as read: records by id, settings, and what did not fit.

    Every mapping is sorted by id, so that the order of files and records never shows; unless ``merge``
    was asked to leave the records as they were read.
    """

    claims: Mapping[str, Claim] = field(default_factory=dict)
    evidence: Mapping[str, Evidence] = field(default_factory=dict)
    sources: Mapping[str, Source] = field(default_factory=dict)
    schools: Mapping[str, School] = field(default_factory=dict)
    scholars: Mapping[str, Scholar] = field(default_factory=dict)
    events: Mapping[str, Event] = field(default_factory=dict)
    expectations: Mapping[str, tuple[Expectation, ...]] = field(default_factory=dict)
    settings: Settings = field(default_factory=Settings)
    files: Mapping[tuple[str, str], str] = field(default_factory=dict)
    """Kind and id to the file it was read from; expectations under ``expect``."""
    duplicates: tuple[tuple[Spot, Spot], ...] = ()
    """A second record under an id already taken, and the first."""
    dropped: frozenset[tuple[str, str]] = frozenset()
    """Kind and id of records too broken to keep."""
    faults: tuple[Finding, ...] = ()
    """What did not fit in any file."""
    reviews: Reviews = field(default_factory=Reviews)
    """Who reviewed what."""

    def kind_of(self, key: str) -> str | None:
        """Tell which kind of record an id belongs to, or None."""
        for kind in RECORD_KINDS:
            if key in self.of_kind(kind):
                return kind
        return next((kind for kind, name in sorted(self.dropped) if name == key), None)

    def of_kind(self, kind: str) -> Mapping[str, Record]:
        """Give the records of one kind, by id."""
        records: Mapping[str, Record] = getattr(self, kind)
        return records

    def ids(self, *kinds: str) -> Iterator[str]:
        """Give the ids of those kinds (of all kinds without any), sorted within each."""
        for kind in kinds or RECORD_KINDS:
            yield from self.of_kind(kind)

    def record(self, key: str, *kinds: str) -> Record:
        """Find the record of an id.

        Args:
            key: The id.
            kinds: Kinds to look among; all without any.

        Raises:
            UnknownIdError: If there is none; names the nearest.
        """
        for kind in kinds or RECORD_KINDS:
            found = self.of_kind(kind).get(key)
            if found is not None:
                return found
        what = SINGULAR[kinds[0]] if len(kinds) == 1 else "record"
        raise UnknownIdError(what, key, self.ids(*kinds))

    def spot(self, kind: str, key: str, *path: str | int) -> Spot:
        """Name a place inside a record (the record's key itself when no path is given)."""
        whole: Path = (kind, key, *path)
        return Spot(self.files.get((kind, key), ""), whole, on_key=not path)

    def is_author(self, name: str) -> bool:
        """Tell whether an id or a name is that of the argument's author."""
        author = self.settings.author
        known = self.scholars.get(author or "")
        names = {author or "", known.name if known else ""} - {""}
        return " ".join(name.split()).casefold() in {each.casefold() for each in names}

    def part_title(self, part: str | None) -> str:
        """Give the title of a part, or its name where the settings have none."""
        if part is None:
            return "Unplaced"
        known = self.settings.parts.get(part)
        return known.title if known else part

    def part_order(self, part: str | None) -> tuple[int, str]:
        """Sorting key of a part: as in the settings, unknown ones after, none last."""
        order = list(self.settings.parts)
        if part is None:
            return (len(order) + 1, "")
        return (order.index(part) if part in order else len(order), part)

    def references(self) -> Iterator[Reference]:
        """Give every place where a record names another, in order."""
        return map(self.reference, self.mentions())

    def reference(self, mention: Mention) -> Reference:
        """Give the place of a mention."""
        path, target, kinds = mention
        file = self.files.get((str(path[0]), str(path[1])), "")
        return Reference(Spot(file, path, on_key=len(path) == 2), str(path[1]), target, kinds)

    def mentions(self) -> Iterator[Mention]:
        """Give every place where a record names another, in order, as bare tuples."""
        for key, claim in self.claims.items():
            yield from _claim_mentions(key, claim)
        for key, item in self.evidence.items():
            if item.challenged_by:
                yield from _named("evidence", key, "challenged_by", item.challenged_by, CLAIM)
            if item.rests_on:
                yield from _named("evidence", key, "rests_on", item.rests_on, SOURCE)
            if item.source is not None:
                yield ("evidence", key, "source"), item.source, SOURCE
        for key, school in self.schools.items():
            yield from _named("schools", key, "cite", school.cite, SOURCE)
        for key, scholar in self.scholars.items():
            yield from _named("scholars", key, "schools", scholar.schools, SCHOOL)
            yield from _named("scholars", key, "works", scholar.works, SOURCE)
        for key, event in self.events.items():
            yield from _named("events", key, "claims", event.claims, CLAIM)
            yield from _named("events", key, "evidence", event.evidence, EVIDENCE)
        for key, expected in self.expectations.items():
            yield ("expect", key), key, CLAIM
            for i, entry in enumerate(expected):
                if entry.school is not None:
                    yield ("expect", key, i, "school"), entry.school, SCHOOL


def _claim_mentions(key: str, claim: Claim) -> Iterator[Mention]:
    for side, arguments in (("for", claim.pro), ("against", claim.con)):
        for i, argument in enumerate(arguments):
            for j, name in enumerate(argument.premises):
                yield ("claims", key, side, i, "from", j), name, PREMISE
            for j, name in enumerate(argument.unless):
                yield ("claims", key, side, i, "unless", j), name, PREMISE
            for j, name in enumerate(argument.answer):
                yield ("claims", key, side, i, "answer", j), name, PREMISE
    if claim.contradicts:
        yield from _named("claims", key, "contradicts", claim.contradicts, CLAIM)
    for i, name in enumerate(claim.held_by):
        yield ("claims", key, "held_by", i), name, SCHOLAR
    for kind, stances in ((SCHOOL, claim.schools), (SCHOLAR, claim.scholars)):
        for name, stance in stances.items():
            yield ("claims", key, kind[0], name), name, kind
            for j, cited in enumerate(stance.cite):
                yield ("claims", key, kind[0], name, "cite", j), cited, SOURCE


def _named(kind: str, key: str, field_name: str, names: Iterable[str], kinds: Kinds) -> Iterator[Mention]:
    for i, name in enumerate(names):
        yield (kind, key, field_name, i), name, kinds


def arguments_of(claim: Claim) -> Iterator[tuple[str, int, Argument]]:
    """Give each argument of a claim with the field and position where it stands."""
    for i, argument in enumerate(claim.pro):
        yield "for", i, argument
    for i, argument in enumerate(claim.con):
        yield "against", i, argument


def merge(
    parts: Iterable[FileRecords],
    settings: Settings | None = None,
    settings_file: str | None = None,
    *,
    ordered: bool = True,
) -> Project:
    """Put the records of all files together (the reduce step).

    The first record under an id is kept, files in order of name; the others are reported as
    duplicates. Ids are unique over all kinds.

    Args:
        parts: What each file holds.
        settings: The project's settings; the defaults when left out.
        settings_file: The file of the settings.
        ordered: Whether records are put in order of id. As they were read they lie one after the other
            in memory, and whoever goes through them all takes two thirds of the time.
    """
    tables: dict[str, dict[str, Record]] = {kind: {} for kind in RECORD_KINDS}
    expectations: dict[str, tuple[Expectation, ...]] = {}
    owners: dict[str, str] = {}
    expected: dict[str, str] = {}
    duplicates: list[tuple[Spot, Spot]] = []
    dropped: set[tuple[str, str]] = set()
    faults: list[Finding] = []
    for part in sorted(parts, key=lambda p: p.file):
        faults.extend(part.faults)
        dropped.update(part.dropped)
        for kind in RECORD_KINDS:
            records = part.of_kind(kind)
            if not owners.keys().isdisjoint(records):
                records = _first_only(part.file, kind, records, tables, owners, duplicates)
            tables[kind].update(records)
            owners.update(dict.fromkeys(records, part.file))
        for key, entries in part.expectations.items():
            if key in expected:
                both = part.file, expected[key]
                second, first = (Spot(file, ("expect", key), on_key=True) for file in both)
                duplicates.append((second, first))
                continue
            expectations[key] = entries
            expected[key] = part.file
    whole = {kind: MappingProxyType(_sorted(table) if ordered else table) for kind, table in tables.items()}
    return Project(
        **whole,  # type: ignore[arg-type]  # each table holds records of its own kind
        expectations=_sorted(expectations),
        settings=settings or Settings(),
        files=RecordFiles(whole, owners, expected, settings_file),
        duplicates=tuple(duplicates),
        dropped=frozenset(dropped),
        faults=tuple(faults),
    )


def _first_only(
    file: str,
    kind: str,
    records: Mapping[str, Record],
    tables: Mapping[str, Mapping[str, Record]],
    owners: Mapping[str, str],
    duplicates: list[tuple[Spot, Spot]],
) -> dict[str, Record]:
    """Leave out the records whose ids are taken, and note where they stand and where the first stands."""
    fresh: dict[str, Record] = {}
    for key, record in records.items():
        if key not in owners:
            fresh[key] = record
            continue
        before = next(each for each, table in tables.items() if key in table)
        first = Spot(owners[key], (before, key), on_key=True)
        duplicates.append((Spot(file, (kind, key), on_key=True), first))
    return fresh


T = TypeVar("T")


def _sorted(table: dict[str, T]) -> dict[str, T]:
    keys = sorted(table)
    return dict(zip(keys, map(table.__getitem__, keys), strict=True))
