"""Tables of what was read off a manuscript, as wide as the terminal."""

import textwrap
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from argmap.cli.tables import console, table

if TYPE_CHECKING:
    from argmap.manuscript.citations.matching import Citation, Citations
    from argmap.manuscript.citations.reconcile import Discrepancy
    from argmap.manuscript.coverage import Coverage
    from argmap.manuscript.document import Manuscript
    from argmap.manuscript.draft import Draft
    from argmap.manuscript.draft_files import DraftedFile
    from argmap.manuscript.quotations import Quotation, UnbalancedQuote
    from argmap.manuscript.statements import Statement


_ID_WIDTH = 22
"""Columns for the ids of works; longer ones are folded."""


def _folded(text: str, hang: int = 4) -> list[str]:
    """Fold a line of prose to the terminal, what follows hung in."""
    return textwrap.wrap(
        text, min(100, console().width), subsequent_indent=" " * hang, break_on_hyphens=False
    )


def print_notes(manuscript: "Manuscript") -> None:
    """Print notes by part, then what hangs loose."""
    from rich.text import Text

    out = console()
    rows = table("note", manuscript.unit, "called", "text", last=True)
    for note in manuscript.notes:
        called = "never" if note.marker_line is None else str(note.marker_line)
        rows.add_row(note.ref, str(note.line), called, Text(note.text))
    out.print(rows)
    counts = Counter(note.part for note in manuscript.notes)
    told = ", ".join(f"{part} {count}" for part, count in counts.items())
    out.print(f"\n{len(manuscript.notes)} notes: {told or 'none'}", markup=False)
    for end in manuscript.loose_ends:
        out.print(f"{manuscript.unit} {end.line}: {end.message}", markup=False)


def print_citations(chosen: Sequence["Citation"], found: "Citations") -> None:
    """Print citations with the works that they mean."""
    from rich.text import Text

    out = console()
    rows = table("note", "work", "fit", "citation", last=True)
    rows.columns[1].max_width = _ID_WIDTH
    for citation in chosen:
        fit = f"{citation.score:.0f}" if citation.entry else "–"
        text = Text(citation.text)
        if citation.refers_to:
            text.append(f"\nstands for the one in note {citation.refers_to}", style="dim")
        if citation.doubts:
            text.append(f"\nto review: {'; '.join(citation.doubts)}", style="yellow")
        rows.add_row(citation.ref, Text(citation.entry or "–"), fit, text)
    out.print(rows)
    every = found.citations
    linked = sum(c.entry is not None for c in every)
    review = sum(c.review for c in every)
    out.print(f"\n{len(every)} citations, {linked} with a work of the bibliography, {review} to review")


def print_sources(found: "Citations", discrepancies: Sequence["Discrepancy"]) -> None:
    """Print the bibliography, then where the notes part from it."""
    from rich.text import Text

    from argmap.manuscript.citations.reconcile import KINDS

    out = console()
    counts = Counter(c.entry for c in found.citations if c.entry)
    rows = table("id", "line", "cited", "entry", last=True)
    rows.columns[0].max_width = _ID_WIDTH
    for entry in found.entries:
        key = found.key_of(entry)
        rows.add_row(Text(key), str(entry.line), str(counts.get(key, 0)), Text(entry.text))
    out.print(rows)
    out.print(f"\n{len(found.entries)} entries in the bibliography")
    for kind, title in KINDS.items():
        same = [d for d in discrepancies if d.kind == kind]
        if not same:
            continue
        out.print(f"\n{title} ({len(same)})", style="bold")
        for discrepancy in same:
            refs = f" [{', '.join(discrepancy.refs)}]" if discrepancy.refs else ""
            for line in _folded(f"  {discrepancy.message}{refs}"):
                out.print(Text(line))


def print_quotations(quotations: Sequence["Quotation"], loose: Sequence["UnbalancedQuote"]) -> None:
    """Print quotations with the notes that cover them."""
    from rich.text import Text

    out = console()
    rows = table("sentence", "line", "note", "quotation", last=True)
    for quotation in quotations:
        note = quotation.note or "none"
        near = note if quotation.direct or quotation.note is None else f"{note} (later)"
        rows.add_row(quotation.anchor, str(quotation.line), near, Text(quotation.text))
    out.print(rows)
    without = sum(q.note is None for q in quotations)
    out.print(f"\n{len(quotations)} quotations, {without} with no note after them in their paragraph")
    for mark in loose:
        out.print(Text(f"line {mark.line}: a quotation mark without its partner near: {mark.near}"))


def statements_text(statements: Sequence["Statement"]) -> str:
    """Tell what was read off the sentences, those with nothing to tell left out."""
    return "\n".join(_statement_lines(statements)) + "\n"


def _statement_lines(statements: Sequence["Statement"]) -> Iterator[str]:
    for statement in statements:
        if statement.is_plain:
            continue
        notes = f" [{', '.join(statement.notes)}]" if statement.notes else ""
        yield from _folded(f"{statement.anchor} {statement.text}{notes}")
        holders = [h for a in statement.attributions for h in (a.holders or ("nobody named",))]
        for title, told in (
            ("held by", holders),
            ("guarded", statement.hedges),
            ("when", statement.dates),
            ("how much", [q.text for q in statement.quantities]),
        ):
            if told:
                yield from _folded(f"    {title}: {', '.join(told)}", 6)
    attributed = sum(bool(s.attributions) for s in statements)
    hedged = sum(bool(s.hedges) for s in statements)
    yield ""
    yield f"{len(statements)} sentences, {attributed} say who holds something, {hedged} are hedged"


def print_coverage(coverage: "Coverage") -> None:
    """Print sections with what the map has of them, then the gaps."""
    from rich.text import Text

    out = console()
    rows = table("part", "notes", "covered", "claims", "words", "section", last=True)
    for section in coverage.sections:
        rows.add_row(
            section.part or "",
            str(section.notes),
            str(section.covered),
            str(section.claims),
            str(section.words),
            Text(section.title or ""),
        )
    out.print(rows)
    share = f" ({coverage.covered / coverage.notes:.0%})" if coverage.notes else ""
    out.print(f"\n{coverage.covered} of {coverage.notes} notes stand in evidence{share}")
    if coverage.uncovered:
        told = ", ".join(note.ref for note in coverage.uncovered)
        out.print(Text(f"No record cites: {told}"))
    bare = [p for p in coverage.paragraphs if p.is_bare]
    if bare:
        told = ", ".join(f"{p.anchor} (line {p.line})" for p in bare)
        out.print(Text(f"Paragraphs with notes of which none is covered: {told}"))
    empty = [s for s in coverage.sections if not s.claims]
    if empty:
        out.print(Text(f"Sections without a claim: {'; '.join(s.title or '(no heading)' for s in empty)}"))
    for unknown in coverage.unknown:
        out.print(Text(f"{unknown.record} cites note {unknown.ref}, which the text does not have"))


def draft_text(draft: "Draft", files: Sequence["DraftedFile"], *, written: bool) -> str:
    """Tell what was drafted."""
    return "\n".join(_draft_lines(draft, files, written)) + "\n"


def _draft_lines(draft: "Draft", files: Sequence["DraftedFile"], written: bool) -> Iterator[str]:
    if not files:
        yield "Every note stands in evidence already: nothing to draft."
        return
    yield "Drafted:" if written else "Would draft:"
    for file in files:
        yield f"  {file.path}: {file.added} records"
    if draft.review:
        yield f"{len(draft.review)} of them to look at first:"
        for citation in draft.review:
            yield from _folded(f"  {citation.ref} {citation.text}: {'; '.join(citation.doubts)}", 6)
