"""Citations of a project's records: any source or evidence as note, short note and entry."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from argmap.citing.chicago import entry, note
from argmap.citing.dates import MONTHS
from argmap.citing.draft import headed_by
from argmap.citing.kinds import kind_of
from argmap.citing.manual import CHICAGO_18, Manual
from argmap.citing.marked import Marked
from argmap.citing.people import Person, written_person
from argmap.citing.places import Place, arabic, place_of
from argmap.citing.short import short_note, title
from argmap.citing.work import Work, work_of
from argmap.model.locator import parse_locator
from argmap.model.project import Project
from argmap.model.records import Evidence

_HOLDERS = frozenset({"collection", "periodical", "web"})
"""Kinds of source that hold documents and are none themselves."""
_DATE = re.compile(r",?\s+(?:(?:on|of|dated)\s+)?\d{1,2}\.?\s+[A-Z][a-z]+\.?\s+\d{4}$")
_COUNTED = re.compile(r"(?:(no|nr)|vol)\.? ?(\S+)", re.IGNORECASE)
_SENT = re.compile(
    r"([\w\s-]{0,40}\b(?:telegram|cable|letter|message))\s+from\s+([^,;]{1,80}?)\s+to\s+([^,;]{1,80})", re.I
)


@dataclass(frozen=True, slots=True)
class Citation:
    """One record in print."""

    id: str
    note: Marked
    short: Marked
    entry: Marked


class Citer:
    """Prints the records of one project in one edition of the Chicago Manual."""

    def __init__(self, project: Project, manual: Manual = CHICAGO_18) -> None:
        """Take a project.

        Args:
            project: The project.
            manual: The edition of the manual.
        """
        self._project = project
        self._manual = manual

    @cached_property
    def works(self) -> dict[str, Work]:
        """Every source of the project by id."""
        return {key: work_of(key, source) for key, source in self._project.sources.items()}

    def cite(self, key: str) -> Citation:
        """Print a source, or evidence: its source with the place in it.

        Args:
            key: Id of a source or of evidence.

        Raises:
            UnknownIdError: If there is none of that id.
        """
        work, place = self.placed(key)
        record = self._project.evidence.get(key) if key not in self.works else None
        source = self.works.get(record.source or "", work) if record else work
        dated = self._short_keys.get(self._short_key(source), 0) > 1
        return Citation(
            key,
            note(work, place, self._manual),
            short_note(work, place, self._manual, dated=dated),
            entry(source, self._manual),
        )

    def placed(self, key: str) -> tuple[Work, Place]:
        """Give the work that a note on a source or evidence names, and the place in it.

        Args:
            key: Id of a source or of evidence.

        Raises:
            UnknownIdError: If there is none of that id.
        """
        record = self._project.record(key, "sources", "evidence")
        work, place = (
            self._evidence(key, record) if isinstance(record, Evidence) else (self.works[key], Place())
        )
        return replace(work, key=key), place

    def _evidence(self, key: str, evidence: Evidence) -> tuple[Work, Place]:
        source = self.works.get(evidence.source or "")
        place = place_of(evidence.locator)
        if source is None:
            return self._described(key, evidence), Place(pinpoint=place.pinpoint, words=place.words)
        if kind_of(source) in _HOLDERS and (place.address or place.words or not place.pinpoint):
            return self._held(key, evidence, source, place)
        if place.address:
            # the locator tells the whole address, which the source may hold in part
            return source.changed({"archive_location": place.address}), Place(pinpoint=place.pinpoint)
        if place.words:
            place = _unrepeated(place.words, source)
        is_issue = evidence.locator is not None and evidence.locator.scheme == "newspaper"
        return (source.changed({}, issued=evidence.made) if is_issue and evidence.made else source), place

    def _held(self, key: str, evidence: Evidence, source: Work, place: Place) -> tuple[Work, Place]:
        """Make a work of a document that a collection, a newspaper or a site holds."""
        described = self._described(key, evidence)
        fields: dict[str, str] = {}
        if kind_of(source) == "collection":
            fields |= {name: source.text(name) for name in ("archive", "archive-place", "archive_collection")}
            fields["container-title"] = "" if place.address else source.text("title")
        else:
            fields |= {"container-title": source.text("title"), "URL": source.text("URL")}
        work = described.changed(fields)
        if place.words:
            work = _worded(work, _DATE.sub("", place.words) if evidence.made else place.words)
        return work, Place(pinpoint=place.pinpoint, volume=place.volume)

    def _described(self, key: str, evidence: Evidence) -> Work:
        """Make a work of what evidence says of its document: who made it, what it is, when."""
        authors = tuple(self._person(name) for name in evidence.by)
        kind = evidence.kind if evidence.kind not in ("other", "collection") else None
        address = place_of(evidence.locator).address
        item: dict[str, str] = {"genre": kind} if kind else {}
        if not (authors or kind):
            item |= {"title": evidence.shows.rstrip("."), "language": "und"}
        if address:
            item["archive_location"] = address
        return Work(key, "document", item, evidence.made, authors)

    def _person(self, key: str) -> Person:
        scholar = self._project.scholars.get(key)
        return written_person(scholar.name) if scholar else Person(key.replace("-", " ").title())

    @cached_property
    def _short_keys(self) -> dict[tuple[object, ...], int]:
        """How many works share names and short title."""
        counts: dict[tuple[object, ...], int] = {}
        for work in self.works.values():
            key = self._short_key(work)
            counts[key] = counts.get(key, 0) + 1
        return counts

    def _short_key(self, work: Work) -> tuple[object, ...]:
        persons, _ = headed_by(work, "editor", "translator")
        return tuple(person.brief for person in persons), title(work, kind_of(work)).casefold()

    def all(self) -> Iterator[Citation]:
        """Print every source, by id."""
        for key in self.works:
            yield self.cite(key)


def _worded(work: Work, words: str) -> Work:
    """Let words describe a document: as a letter from one to another, or as its title."""
    sent = _SENT.fullmatch(words)
    genre = str(work.item.get("genre", ""))
    if sent is None:
        known = genre if genre.lower() not in words.lower() else ""
        return work.changed({"title": words, "genre": known}, authors=())
    fields = {"genre": sent[1].strip().lower(), "recipient": [{"literal": sent[3]}]}
    return work.changed(fields, type="personal_communication", authors=(Person(sent[2]),))


def _unrepeated(words: str, work: Work) -> Place:
    """Leave out of a locator in words what the citation of the source says already.

    That is its number ("No. 106"), its date, and the source itself ("Pravda, 5 Oct 1949").
    """
    title = work.text("title")
    known = {word.strip(",.;:").lower() for word in title.split()} | {month[:3].lower() for month in MONTHS}
    dated = work.issued.text if work.issued else ""
    figures = {found.lstrip("0") for found in re.findall(r"\d+", f"{title} {dated} {work.text('number')}")}
    numbers = {work.text(name) for name in ("number", "issue")}

    def is_told(piece: str) -> bool:
        if piece in numbers:
            return True
        if counted := _COUNTED.fullmatch(piece):
            return counted[2] in numbers if counted[1] else arabic(counted[2]) == work.text("volume")
        words = {word.lower() for word in re.findall(r"[^\W\d_]{3,}", piece)}
        told = {word for word in words if word in known or word[:3] in known}
        has_all = set(re.findall(r"[1-9]\d*", piece)) <= figures
        return (
            kind_of(work) not in ("book", "article")
            and has_all
            and bool(words)
            and 2 * len(told) >= len(words)
        )

    kept = ", ".join(piece for piece in words.split(", ") if not is_told(piece.strip()))
    return place_of(parse_locator(kept)) if kept else Place()
