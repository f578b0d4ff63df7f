"""Proposes records for notes that a map does not cover: evidence, and the sources that it needs.

Nothing that stands in the project is changed. Ids come from part, note and ordinal, so a second run
proposes the same again, finds it there, and adds nothing.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from argmap.manuscript.citations.bibliography import ListedEntry
from argmap.manuscript.citations.csl import csl_item, entry_keys, family_first, names, slug
from argmap.manuscript.citations.link import Linker
from argmap.manuscript.citations.matching import Citation, Citations
from argmap.manuscript.citations.parse import ParsedCitation
from argmap.manuscript.citations.works import Work, work_of_citation, work_of_source
from argmap.manuscript.document import Manuscript, Note
from argmap.model.locator import SCHEMES
from argmap.model.project import Project
from argmap.model.vocabulary import DRAFT

_KINDS = (
    ("telegram", "telegram"),
    ("cable", "telegram"),
    ("letter", "letter"),
    ("diary", "diary"),
    ("memoir", "memoir"),
    ("interview", "interview"),
    ("memo", "memorandum"),
    ("minutes", "minutes"),
    ("resolution", "resolution"),
    ("treaty", "treaty"),
    ("speech", "speech"),
    ("statement", "statement"),
    ("directive", "directive"),
    ("order", "order"),
    ("report", "report"),
)
_BY_TYPE = {
    "book": "book",
    "chapter": "chapter",
    "article-journal": "article",
    "article-magazine": "article",
    "article-newspaper": "newspaper",
    "thesis": "thesis",
    "webpage": "website",
    "interview": "interview",
    "report": "report",
}
_RECORDS = frozenset(
    {"telegram", "letter", "order", "directive", "treaty", "minutes", "resolution", "speech"}
)


@dataclass(frozen=True, slots=True)
class Draft:
    """What is proposed: records by id, and CSL items."""

    evidence: dict[str, dict[str, Any]] = field(default_factory=dict)
    """Evidence by id under the field names of the files, in order of the notes."""
    sources: tuple[dict[str, Any], ...] = ()
    """CSL-JSON items that the project lacks."""
    review: tuple[Citation, ...] = ()
    """Citations among them that somebody should look at first."""

    def by_part(self) -> dict[str, dict[str, dict[str, Any]]]:
        """Give the evidence by part of the manuscript."""
        parts: dict[str, dict[str, dict[str, Any]]] = {}
        for key, record in self.evidence.items():
            part = record["cited"][0].rpartition(".")[0]
            parts.setdefault(part, {})[key] = record
        return parts


def draft_records(manuscript: Manuscript, citations: Citations, project: Project) -> Draft:
    """Propose evidence for the notes that no record of the project cites.

    Args:
        manuscript: The text.
        citations: Its citations, matched against the project's sources.
        project: The map as it is.
    """
    cited = {ref for item in project.evidence.values() for ref in item.cited}
    open_notes = [note for note in manuscript.notes if note.ref not in cited]
    by_note: dict[str, list[Citation]] = {}
    for citation in citations.citations:
        by_note.setdefault(citation.ref, []).append(citation)
    sources = _Sources(citations, project)
    taken = {
        key
        for kind in ("claims", "evidence", "schools", "scholars", "events")
        for key in project.of_kind(kind)
    }
    evidence: dict[str, dict[str, Any]] = {}
    review: list[Citation] = []
    for note in open_notes:
        for ordinal, citation in enumerate(by_note.get(note.ref, []), 1):
            key = f"{slug(note.part)}-{note.number}-{ordinal}"
            if key not in taken and citation.parsed.form != "comment":
                evidence[key] = _record(note, citation, sources.key_for(citation))
                if citation.review:
                    review.append(citation)
    return Draft(evidence, tuple(sources.needed()), tuple(review))


def _record(note: Note, citation: Citation, source: str | None) -> dict[str, Any]:
    """Write one citation as evidence; what it shows is left to a person."""
    full = citation.full
    what = full.title or full.author or "the note"
    record: dict[str, Any] = {"shows": f"{DRAFT}what {_short(what)} shows at note {note.ref}."}
    if source is not None:
        record["source"] = source
    locator = locator_of(citation)
    if locator:
        record["locator"] = locator
    kind = _kind(citation)
    if kind:
        record["kind"] = kind
    if citation.standing == "primary" and full.dates:
        record["made"] = full.dates[-1].edtf if len(full.dates) == 1 else _made(full)
    record["form"] = _form(citation, kind)
    record["cited"] = [note.ref]
    record["remark"] = _remark(citation)
    return record


def _made(full: ParsedCitation) -> str:
    days = sorted(full.days)
    return days[0] if days else full.dates[-1].edtf


def _short(title: str) -> str:
    return title if len(title) <= 70 else title[:69].rstrip() + "…"


def _remark(citation: Citation) -> str:
    matched = (
        f"matched at {citation.score:g} of 100" if citation.entry else "no entry of the bibliography fits"
    )
    doubts = f"; to review: {'; '.join(citation.doubts)}" if citation.doubts else ""
    repeats = f"; stands for the citation in note {citation.refers_to}" if citation.refers_to else ""
    return f"Drafted from citation {citation.index + 1} of the note, {matched}{repeats}{doubts}."


def locator_of(citation: Citation) -> dict[str, str] | str | None:
    """Give where in the source the citation points, by the parts of its scheme."""
    address = citation.full.address
    pages = citation.parsed.pages
    if address is not None:
        parts = {n: v for n, v in address.parts if n in SCHEMES.get(address.scheme, ())}
        if address.scheme == "tna":
            series, _, piece = address.parts[0][1].partition("/")
            parts = {"series": series, "piece": piece}
        if pages and "page" in SCHEMES[address.scheme]:
            parts["page"] = pages
        elif pages and address.scheme == "russian" and "list" not in parts:
            parts["list"] = pages
        if parts:
            return parts
    if pages is None:
        return None
    found = (
        {"volume": citation.full.volume} if citation.full.volume and citation.standing == "primary" else {}
    )
    return {**{k: v for k, v in found.items() if v}, "page": pages}


def _kind(citation: Citation) -> str | None:
    title = citation.full.title.casefold()
    if citation.standing == "primary" or citation.type in ("document", "report", "personal_communication"):
        for word, kind in _KINDS:
            if word in title:
                return kind
    return _BY_TYPE.get(citation.type)


def _form(citation: Citation, kind: str | None) -> str:
    if citation.standing == "secondary":
        return "scholarship"
    return "record" if kind in _RECORDS else "testimony"


class _Sources:
    """The ids under which cited works stand, and the CSL items that the project lacks."""

    def __init__(self, citations: Citations, project: Project) -> None:
        self._project = project
        self._citations = citations
        self._entries = {citations.key_of(entry): entry for entry in citations.entries}
        self._families = {
            person["family"].casefold()
            for entry in citations.entries
            for person in names(entry.citation.author)[0]
            if "family" in person
        }
        self._items: dict[str, dict[str, Any]] = {}
        self._unlisted: list[Work] = [
            work_of_source(key, source) for key, source in project.sources.items() if not source.listed
        ]
        for entry in citations.entries:
            key = citations.key_of(entry)
            if key not in project.sources:
                self._items[key] = csl_item(key, entry)

    def key_for(self, citation: Citation) -> str | None:
        """Give the id of the work cited, making a source where none has it."""
        if citation.entry is not None:
            return citation.entry
        full = citation.full
        if not full.title and full.address is None:
            return None
        work = work_of_citation(full)
        link = Linker(self._unlisted).find(work) if self._unlisted else None
        if link is not None and not link.review:
            return link.key
        return self._new(full)

    def _new(self, full: ParsedCitation) -> str:
        entry = ListedEntry(0, full.text, replace(full, author=family_first(full.author, self._families)))
        taken = {*self._project.sources, *self._entries, *self._items}
        key = entry_keys([entry], taken)[0]
        self._items[key] = csl_item(key, entry) | {"custom": {"listed": False}}
        self._unlisted.append(work_of_citation(full, key))
        return key

    def needed(self) -> Iterable[dict[str, Any]]:
        """Give the items that the project lacks, in order."""
        return self._items.values()
