"""The texts that rules on manuscripts and quotations need, or the reason why they cannot run."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from argmap.model.errors import UnreadableError
from argmap.model.finding import Finding, Related, Severity, Spot
from argmap.model.settings import Part
from argmap.rules.case import Case
from argmap.rules.registry import NotCheckedError

if TYPE_CHECKING:
    from argmap.manuscript.citations.matching import Citations
    from argmap.manuscript.document import Manuscript
    from argmap.manuscript.lookups import LookedUp


def manuscripts(case: Case) -> "dict[str, Manuscript]":
    """Give the manuscripts under audit.

    Raises:
        NotCheckedError: If none is here, or one cannot be read.
    """
    try:
        found = case.texts.manuscripts
    except UnreadableError as error:
        raise NotCheckedError(str(error)) from error
    if not found:
        if case.project.settings.manuscripts:
            raise NotCheckedError("the manuscript's text is not here; argmap.local.toml can say where it is")
        raise NotCheckedError("the project names no manuscript")
    return found


def citations(case: Case) -> "dict[str, Citations]":
    """Give the citations of the manuscripts under audit.

    Raises:
        NotCheckedError: If no manuscript is here, or one cannot be read.
    """
    manuscripts(case)
    return case.texts.citations


def parts_with_notes(case: Case) -> dict[str, Part]:
    """Give the parts of the manuscript with how many notes each has, as far as anything tells.

    The manuscript itself tells where its text is here; else the settings do.
    """
    parts = dict(case.project.settings.parts)
    try:
        found = case.texts.manuscripts
    except UnreadableError:
        found = {}
    for manuscript in found.values():
        for part in manuscript.parts:
            numbers = [note.number for note in manuscript.notes if note.part == part.name]
            known = parts.get(part.name)
            title = known.title if known else part.title or part.name
            parts[part.name] = Part(title=title, notes=max(numbers, default=0))
    return parts


def discrepancies(case: Case, *kinds: str, lighter: str = "", help: str) -> Iterator[Finding]:
    """Report what notes and bibliography do not agree on, at the first note or entry concerned.

    Args:
        case: The project with its texts.
        kinds: Kinds of discrepancy, as ``reconcile`` names them.
        lighter: One more kind, of which a note is made.
        help: What to do about one.

    Raises:
        NotCheckedError: If no manuscript is here, or one cannot be read.
    """
    cited = citations(case)
    from argmap.manuscript.citations.reconcile import reconcile

    for name, found in cited.items():
        manuscript = manuscripts(case)[name]
        lines = {found.key_of(entry): entry.line for entry in found.entries}
        for each in reconcile(found):
            if each.kind not in (*kinds, lighter):
                continue
            notes = [manuscript.note_by_ref[ref] for ref in each.refs]
            places = [note.line for note in notes] or [lines[key] for key in each.entries]
            related = tuple(Related(Spot(name, at=(note.line, 1)), f"note {note.ref}") for note in notes[1:6])
            at = f" (note {notes[0].ref})" if notes else ""
            spot = Spot(name, at=(places[0], 1))
            severity = Severity.NOTE if each.kind == lighter else Severity.ERROR
            subjects = (*each.refs, *each.entries)
            yield Finding(f"{each.message}{at}", spot, subjects, help, related, severity=severity)


def quotations(case: Case) -> "tuple[LookedUp, ...]":
    """Give the quotations of evidence and manuscripts, looked up in the texts at hand.

    Raises:
        NotCheckedError: If there are quotations and nothing to hold them against, or a text cannot be read.
    """
    texts = case.texts
    if not texts.declared_manuscripts and not case.lists.evidence_with("quote"):
        return ()
    try:
        if not texts.source_ids and texts.has_quotations and not texts.receipts:
            raise NotCheckedError(
                "no text of a source is here, and nothing was verified earlier; "
                "argmap.local.toml can say where texts are"
            )
        return texts.looked_up
    except UnreadableError as error:
        raise NotCheckedError(str(error)) from error
