"""What was read off a manuscript, as plain data."""

from collections.abc import Iterable

from argmap.exchange.manuscript_shapes import (
    CitationData,
    CoverageData,
    DiscrepancyData,
    DraftData,
    EntryData,
    NoteData,
    NoteRefData,
    QuotationData,
    SourcesData,
    StatementData,
)
from argmap.manuscript.citations.csl import csl_item
from argmap.manuscript.citations.matching import Citation, Citations
from argmap.manuscript.citations.reconcile import Discrepancy
from argmap.manuscript.coverage import Coverage
from argmap.manuscript.document import Note
from argmap.manuscript.draft import Draft
from argmap.manuscript.draft_files import DraftedFile
from argmap.manuscript.quotations import Quotation
from argmap.manuscript.statements import Statement


def note_object(note: Note) -> NoteData:
    """Give a note."""
    return {
        "part": note.part,
        "number": note.number,
        "line": note.line,
        "text": note.text,
        "marker_line": note.marker_line,
    }


def citation_object(citation: Citation) -> CitationData:
    """Give a citation."""
    full = citation.full
    days = sorted(full.days)
    date = days[0] if days else next((d.edtf for d in reversed(full.dates) if d.year == full.year), None)
    return {
        "part": citation.part,
        "number": citation.number,
        "index": citation.index,
        "text": citation.text,
        "refers_to": _note_ref(citation.refers_to),
        "short_for": citation.short_for,
        "entry": citation.entry,
        "score": citation.score,
        "review": citation.review,
        "archive": full.address.to_json() if full.address else None,
        "locator": citation.parsed.pages,
        "date": date or (str(full.year) if full.year else None),
        "type": citation.type,
        "standing": citation.standing,
    }


def _note_ref(ref: str | None) -> NoteRefData | None:
    if ref is None:
        return None
    part, _, number = ref.rpartition(".")
    return {"part": part, "number": int(number)}


def quotation_object(quotation: Quotation) -> QuotationData:
    """Give a quotation."""
    return {
        "anchor": quotation.anchor,
        "line": quotation.line,
        "text": quotation.text,
        "note": quotation.note,
        "direct": quotation.direct,
    }


def statement_object(statement: Statement) -> StatementData:
    """Give what was read off a sentence."""
    return {
        "anchor": statement.anchor,
        "part": statement.part,
        "line": statement.line,
        "text": statement.text,
        "notes": list(statement.notes),
        "attributions": [
            {"holders": list(a.holders), "verb": a.verb, "form": a.form, "known": a.known}
            for a in statement.attributions
        ],
        "hedges": list(statement.hedges),
        "dates": list(statement.dates),
        "quantities": [{"text": q.text, "value": q.value, "unit": q.unit} for q in statement.quantities],
    }


def sources_object(found: Citations, discrepancies: Iterable[Discrepancy]) -> SourcesData:
    """Give the manuscript's bibliography and where the notes part from it."""
    cited: dict[str, list[str]] = {}
    for citation in found.citations:
        if citation.entry is not None and citation.ref not in cited.setdefault(citation.entry, []):
            cited[citation.entry].append(citation.ref)
    entries: list[EntryData] = [
        {
            "id": found.key_of(entry),
            "line": entry.line,
            "text": entry.text,
            "inherited": entry.inherited,
            "cited": cited.get(found.key_of(entry), []),
            "csl": csl_item(found.key_of(entry), entry),
        }
        for entry in found.entries
    ]
    return {"entries": entries, "discrepancies": [discrepancy_object(d) for d in discrepancies]}


def discrepancy_object(found: Discrepancy) -> DiscrepancyData:
    """Give one disagreement of notes and bibliography."""
    return {
        "kind": found.kind,
        "message": found.message,
        "notes": list(found.refs),
        "entries": list(found.entries),
    }


def coverage_object(coverage: Coverage) -> CoverageData:
    """Give how far the map covers the manuscript."""
    return {
        "notes": coverage.notes,
        "covered": coverage.covered,
        "uncovered": [note_object(note) for note in coverage.uncovered],
        "sections": [
            {
                "part": s.part,
                "title": s.title,
                "line": s.line,
                "words": s.words,
                "notes": s.notes,
                "covered": s.covered,
                "claims": s.claims,
            }
            for s in coverage.sections
        ],
        "paragraphs": [
            {
                "anchor": p.anchor,
                "line": p.line,
                "words": p.words,
                "notes": list(p.notes),
                "covered": list(p.covered),
            }
            for p in coverage.paragraphs
            if p.part is not None
        ],
        "unknown": [{"id": u.record, "note": u.ref, "file": u.spot.file} for u in coverage.unknown],
    }


def draft_object(draft: Draft, files: Iterable[DraftedFile], *, written: bool) -> DraftData:
    """Give what a draft proposes."""
    return {
        "files": [{"file": file.path, "added": file.added} for file in files],
        "evidence": list(draft.evidence),
        "sources": [str(item["id"]) for item in draft.sources],
        "review": [citation_object(citation) for citation in draft.review],
        "written": written,
    }
