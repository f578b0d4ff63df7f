"""A map as rows of tables; what leads nowhere goes to a table of its own."""

import json
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import Any

from argmap.exchange.dangling import dangling
from argmap.exchange.printed import printed_source
from argmap.exchange.relational import Table, empty_tables
from argmap.exchange.texts import clean
from argmap.model.edtf import Edtf
from argmap.model.project import Project, arguments_of
from argmap.model.records import Claim, Evidence, Source, Stance
from argmap.model.stances import positions
from argmap.model.vocabulary import RECORD_KINDS
from argmap.verdict.judgement import Judgement

_FIRST_DAY, _LAST_DAY = 1, date.max.toordinal()


def tables_of(judgement: Judgement) -> dict[str, Table]:
    """Give every table of a map with its rows, referred ones first."""
    return _Rows(judgement).tables


class _Rows:
    """Fills the tables."""

    def __init__(self, judgement: Judgement) -> None:
        self.project: Project = judgement.project
        self.tables = empty_tables()
        self._ids = {kind: frozenset(self.project.ids(kind)) for kind in RECORD_KINDS}
        self._is_loose = False  # whether some name leads nowhere
        self._part_ids: dict[str, None] = dict.fromkeys(self.project.settings.parts)
        self._note_ids: dict[str, None] = {}
        self._map()
        self._sources()
        self._people()
        for key, claim in self.project.claims.items():
            self._claim(key, claim)
        for key, item in self.project.evidence.items():
            self._evidence(key, item)
        self._events()
        self._judged(judgement)
        self._parts_and_notes()
        if self._is_loose:
            self._dangling()

    def _add(self, table: str, *values: Any) -> None:
        self.tables[table].rows.append(values)

    def _texts(self, kind: str, key: str, **fields: str | None) -> None:
        rows = self.tables["texts"].rows
        for name, text in fields.items():
            if text:
                self._add("texts", len(rows) + 1, kind, key, name, text)

    def _known(self, kind: str, key: str | None) -> str | None:
        if key in self._ids[kind]:
            return key
        self._is_loose = self._is_loose or key is not None
        return None

    def _dangling(self) -> None:
        for i, reference in enumerate(dangling(self.project), 1):
            path = ".".join(str(step) for step in reference.spot.path[2:])
            self._add("dangling", i, reference.subject, path, reference.target, ", ".join(reference.kinds))

    def _list(self, table: str, key: Any, kind: str, names: Iterable[str]) -> None:
        """Add a row for each name that is there, with its position as it was written."""
        for i, name in enumerate(names):
            if self._known(kind, name):
                self._add(table, key, i + 1, name)

    def _map(self) -> None:
        settings = self.project.settings
        author, thesis = self._known("scholars", settings.author), self._known("claims", settings.thesis)
        standard = settings.verdicts.standard
        manuscripts = _json(settings.manuscripts)
        self._add("map", settings.title, author, thesis, manuscripts, settings.verdicts.setting, standard)

    def _sources(self) -> None:
        for key, source in self.project.sources.items():
            self._source(key, source)

    def _source(self, key: str, source: Source) -> None:
        source = _cleaned(source)
        authors = "; ".join(source.authors) or None
        self._add(
            "sources", key, source.type, source.title, authors, *_dated(source.issued), source.container,
            source.archive, int(source.listed), self._known("sources", source.edition_of), source.short,
            printed_source(source), clean(json.dumps(source.csl, ensure_ascii=False)) if source.csl else None,
        )  # fmt: skip
        self._texts("source", key, title=source.title, authors=authors, container=source.container)

    def _people(self) -> None:
        for key, school in self.project.schools.items():
            self._add("schools", key, school.name, school.text, school.letter, school.remark)
            self._list("school_sources", key, "sources", school.cite)
            self._texts("school", key, name=school.name, text=school.text, remark=school.remark)
        for key, scholar in self.project.scholars.items():
            self._add("scholars", key, scholar.name, scholar.remark)
            self._list("scholar_schools", key, "schools", scholar.schools)
            self._list("scholar_works", key, "sources", scholar.works)
            self._texts("scholar", key, name=scholar.name, remark=scholar.remark)

    def _claim(self, key: str, claim: Claim) -> None:
        self._add(
            "claims", key, claim.text, claim.kind, self._part(claim.part), claim.section, *_dated(claim.when),
            claim.hedge, claim.standard, claim.remark,
        )  # fmt: skip
        self._texts("claim", key, text=claim.text, remark=claim.remark)
        self._list("contradictions", key, "claims", claim.contradicts)
        for term, sense in claim.defines.items():
            self._add("definitions", key, clean(term), sense)
        for side, i, argument in arguments_of(claim):
            name = f"{key}.{side}.{i + 1}"
            self._add(
                "arguments", name, key, side, i + 1, argument.because, argument.scheme, argument.strength,
                argument.weight, argument.bearing, argument.tendency, argument.remark,
            )  # fmt: skip
            self._texts("argument", name, because=argument.because, remark=argument.remark)
            self._ends("premises", name, argument.premises)
            self._ends("undercutters", name, argument.unless)
            self._ends("answers", name, argument.answer)
        for who in claim.held_by:
            self._stance(key, None, who, Stance(stance="holds"))
        for who, stance in claim.scholars.items():
            self._stance(key, None, who, stance)
        for school, stance in claim.schools.items():
            self._stance(key, school, None, stance)

    def _ends(self, table: str, argument: str, names: Iterable[str]) -> None:
        for i, name in enumerate(names):
            if name in self._ids["claims"]:
                self._add(table, argument, i + 1, name, None)
            elif self._known("evidence", name):
                self._add(table, argument, i + 1, None, name)

    def _stance(self, key: str, school: str | None, scholar: str | None, stance: Stance) -> None:
        if not (self._known("schools", school) or self._known("scholars", scholar)):
            return
        number = len(self.tables["stances"].rows) + 1
        where = clean(str(stance.locator)) if stance.locator else None
        self._add("stances", number, key, school, scholar, stance.stance, where, stance.remark)
        self._list("stance_sources", number, "sources", stance.cite)

    def _evidence(self, key: str, item: Evidence) -> None:
        locator, quote = item.locator, item.quote
        words = ("exact", "prefix", "suffix", "digest", "length", "near")
        self._add(
            "evidence", key, item.shows, self._known("sources", item.source),
            clean(str(locator)) if locator else None, locator.scheme if locator else None,
            clean(json.dumps(dict(locator.parts), ensure_ascii=False)) if locator else None,
            item.kind, item.document, *_dated(item.made), *_dated(item.published), *_dated(item.available),
            item.form, item.authenticity, _json(item.chain), item.witness, item.grade,
            *(getattr(quote, word) if quote else None for word in words), item.searched, item.remark,
        )  # fmt: skip
        exact = quote.exact if quote else None
        self._texts("evidence", key, shows=item.shows, quote=exact, remark=item.remark)
        for i, name in enumerate(item.by):
            self._add("evidence_makers", key, i + 1, name, name if name in self._ids["scholars"] else None)
        self._list("challenges", key, "claims", item.challenged_by)
        self._list("evidence_bases", key, "sources", item.rests_on)
        for i, note in enumerate(item.cited):
            self._note_ids[note] = None
            self._part(note.rpartition(".")[0])
            self._add("evidence_notes", key, i + 1, note)

    def _events(self) -> None:
        for key, event in self.project.events.items():
            self._add("events", key, event.text, *_dated(event.when), self._part(event.part), event.remark)
            self._texts("event", key, text=event.text, remark=event.remark)
            self._list("event_claims", key, "claims", event.claims)
            self._list("event_evidence", key, "evidence", event.evidence)

    def _judged(self, judgement: Judgement) -> None:
        for key, found in judgement.verdicts.items():
            self._add(
                "verdicts", key, found.verdict, found.grade, found.lo, found.hi, *map(float, found.pro),
                *map(float, found.con), found.standard, found.granted,
            )  # fmt: skip
        for (school, key), taken in positions(self.project).items():
            if self._known("schools", school):
                self._add("positions", key, school, taken.stance, int(not taken.scholars))
        for key, expected in self.project.expectations.items():
            if not self._known("claims", key):
                continue
            for i, entry in enumerate(expected):
                before = self._known("schools", entry.school), _text(entry.as_of)
                self._add("expectations", key, i + 1, entry.verdict, entry.grade, *before)

    def _part(self, part: str | None) -> str | None:
        if part is not None:
            self._part_ids.setdefault(part)
        return part

    def _parts_and_notes(self) -> None:
        parts = self.project.settings.parts
        for i, part in enumerate(self._part_ids):
            known = parts.get(part)
            self._add("parts", part, i + 1, known.title if known else part, known.notes if known else None)
        for note in self._note_ids:
            part, _, number = note.rpartition(".")
            self._add("notes", note, part, number)


def _cleaned(source: Source) -> Source:
    """Free a source, which no record's rules have checked, of halves of characters."""
    said = (source.type, source.title, *source.authors, source.container or "", source.archive or "")
    if all(text.isprintable() for text in said):
        return source
    return replace(
        source,
        type=clean(source.type),
        title=clean(source.title),
        authors=tuple(map(clean, source.authors)),
        container=clean(source.container or "") or None,
        archive=clean(source.archive or "") or None,
    )


def _text(value: Edtf | None) -> str | None:
    return value.text if value is not None else None


@lru_cache(maxsize=8192)
def _dated(value: Edtf | None) -> tuple[str | None, str | None, str | None]:
    """Give a date as written, with its first and last day where a calendar has them."""
    if value is None:
        return None, None, None
    return value.text, _day(value.earliest), _day(value.latest)


def _day(number: int | None) -> str | None:
    if number is None or not _FIRST_DAY <= number <= _LAST_DAY:
        return None
    return date.fromordinal(number).isoformat()


def _json(values: tuple[str, ...]) -> str | None:
    return json.dumps(list(values), ensure_ascii=False) if values else None
