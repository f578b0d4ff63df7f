"""What of a manuscript the map covers, and which records point at notes that it does not have."""

from collections.abc import Sequence
from dataclasses import dataclass

from argmap.manuscript.document import Manuscript, Note
from argmap.manuscript.parts import likeness
from argmap.model.finding import Spot
from argmap.model.project import Project


@dataclass(frozen=True, slots=True)
class CoveredParagraph:
    """A paragraph, and how many of its notes stand in evidence."""

    anchor: str
    part: str | None
    section: str | None
    line: int
    words: int
    notes: tuple[str, ...]
    covered: tuple[str, ...]
    """Those of its notes that some evidence cites."""

    @property
    def is_bare(self) -> bool:
        """Whether it has notes and none of them is covered."""
        return bool(self.notes) and not self.covered


@dataclass(frozen=True, slots=True)
class CoveredSection:
    """What stands under one heading."""

    part: str | None
    title: str | None
    line: int
    words: int
    notes: int
    covered: int
    claims: int
    """Claims of the map that say they stand under it."""


@dataclass(frozen=True, slots=True)
class UnknownNote:
    """A record that points at a note which the manuscript does not have."""

    record: str
    ref: str
    spot: Spot


@dataclass(frozen=True, slots=True)
class Coverage:
    """How far a map covers a manuscript."""

    notes: int
    covered: int
    uncovered: tuple[Note, ...]
    """Notes that no evidence cites."""
    paragraphs: tuple[CoveredParagraph, ...]
    sections: tuple[CoveredSection, ...]
    unknown: tuple[UnknownNote, ...]


def measure_coverage(manuscript: Manuscript, project: Project) -> Coverage:
    """Compare a manuscript with a map.

    Args:
        manuscript: The text.
        project: The map; its evidence says which notes it rests on.
    """
    cited = {ref for item in project.evidence.values() for ref in item.cited}
    known = {note.ref for note in manuscript.notes}
    uncovered = tuple(note for note in manuscript.notes if note.ref not in cited)
    paragraphs = tuple(_paragraphs(manuscript, cited))
    return Coverage(
        notes=len(manuscript.notes),
        covered=len(manuscript.notes) - len(uncovered),
        uncovered=uncovered,
        paragraphs=paragraphs,
        sections=tuple(_sections(manuscript, paragraphs, project)),
        unknown=tuple(_unknown(project, known)),
    )


def _paragraphs(manuscript: Manuscript, cited: set[str]) -> list[CoveredParagraph]:
    notes: dict[int, list[str]] = {}
    for note in manuscript.notes:
        if note.paragraph is not None:
            notes.setdefault(note.paragraph, []).append(note.ref)
    return [
        CoveredParagraph(
            paragraph.anchor,
            paragraph.part,
            paragraph.section,
            paragraph.line,
            len(paragraph.text.split()),
            tuple(notes.get(i, ())),
            tuple(ref for ref in notes.get(i, ()) if ref in cited),
        )
        for i, paragraph in enumerate(manuscript.paragraphs)
        if paragraph.kind != "heading"
    ]


def _sections(
    manuscript: Manuscript, paragraphs: Sequence[CoveredParagraph], project: Project
) -> list[CoveredSection]:
    order: dict[tuple[str | None, str | None], list[CoveredParagraph]] = {}
    for paragraph in paragraphs:
        if paragraph.part is not None:
            order.setdefault((paragraph.part, paragraph.section), []).append(paragraph)
    claims = _claims_by_section(list(order), project)
    return [
        CoveredSection(
            part,
            title,
            inside[0].line,
            sum(p.words for p in inside),
            sum(len(p.notes) for p in inside),
            sum(len(p.covered) for p in inside),
            claims.get((part, title), 0),
        )
        for (part, title), inside in order.items()
    ]


def _claims_by_section(
    sections: Sequence[tuple[str | None, str | None]], project: Project
) -> dict[tuple[str | None, str | None], int]:
    """Count the claims under each heading; one without a section counts for the first of its part."""
    counts: dict[tuple[str | None, str | None], int] = {}
    known: dict[tuple[str | None, str | None], tuple[str | None, str | None]] = {}
    for claim in project.claims.values():
        named = (claim.part, claim.section)
        if named not in known:
            inside = [s for s in sections if s[0] == claim.part]
            if claim.section and inside:
                best = max(inside, key=lambda s: likeness(s[1] or "", claim.section or ""))
                fits = likeness(best[1] or "", claim.section) >= 75
                known[named] = best if fits else inside[0]
            else:
                known[named] = inside[0] if inside else (None, None)
        counts[known[named]] = counts.get(known[named], 0) + 1
    return counts


def _unknown(project: Project, known: set[str]) -> list[UnknownNote]:
    return [
        UnknownNote(key, ref, project.spot("evidence", key, "cited", i))
        for key, item in project.evidence.items()
        for i, ref in enumerate(item.cited)
        if ref not in known
    ]
