"""Quotations in running text: paired by kind of mark, with the note that covers them."""

from collections.abc import Iterator
from dataclasses import dataclass

from argmap.manuscript.document import Manuscript, Note, Paragraph

_PAIRS = {"“": "”", '"': '"', "«": "»", "„": "“", "「": "」", "『": "』"}
_LONGEST = 4000


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words in quotation marks."""

    anchor: str
    """The sentence in which it begins."""
    line: int
    text: str
    start: int
    """Offset in its paragraph of the first character inside the marks."""
    note: str | None
    """The note, as ``part.number``, that follows it; None if none does in its paragraph."""
    direct: bool
    """Whether the marker stands right behind the closing mark or the full stop."""


@dataclass(frozen=True, slots=True)
class UnbalancedQuote:
    """A quotation mark without its partner."""

    anchor: str
    line: int
    near: str


def find_quotations(manuscript: Manuscript, least: int = 3) -> tuple[list[Quotation], list[UnbalancedQuote]]:
    """Find every quotation, block quotations included.

    Args:
        manuscript: The text.
        least: Fewest characters between the marks.
    """
    by_paragraph: dict[int, list[Note]] = {}
    for note in manuscript.notes:
        if note.paragraph is not None:
            by_paragraph.setdefault(note.paragraph, []).append(note)
    found: list[Quotation] = []
    unbalanced: list[UnbalancedQuote] = []
    for i, paragraph in enumerate(manuscript.paragraphs):
        if paragraph.kind == "heading":
            continue
        notes = by_paragraph.get(i, [])
        if paragraph.kind == "quotation":
            found.append(_quotation(paragraph, 0, len(paragraph.text), notes))
            continue
        spans, loose = quoted_spans(paragraph.text)
        for start, end in spans:
            if end - start >= least:
                found.append(_quotation(paragraph, start, end, notes))
        for place in loose:
            near = paragraph.text[max(0, place - 20) : place + 20]
            unbalanced.append(UnbalancedQuote(_anchor(paragraph, place), paragraph.line, near))
    return found, unbalanced


def quoted_spans(text: str) -> tuple[list[tuple[int, int]], list[int]]:
    """Give the spans inside outermost quotation marks, and the places of marks without a partner.

    Examples:
        >>> text = 'He said "no" and “never, ‘ever’” and " then'
        >>> [text[a:b] for a, b in quoted_spans(text)[0]], quoted_spans(text)[1]
        (['no', 'never, ‘ever’'], [37])
    """
    spans: list[tuple[int, int]] = []
    loose: list[int] = []
    at = 0
    while at < len(text):
        closer = _PAIRS.get(text[at])
        if closer is None:
            if text[at] in "”»」』":
                loose.append(at)
            at += 1
            continue
        end = _closing(text, at, closer)
        if end is None:
            loose.append(at)
            at += 1
        else:
            spans.append((at + 1, end))
            at = end + 1
    return spans, loose


def _closing(text: str, at: int, closer: str) -> int | None:
    """Find the closing mark; a curly quotation may be closed by a straight one."""
    stop = min(len(text), at + _LONGEST)
    end = text.find(closer, at + 1, stop)
    if closer == "”":
        again = text.find("“", at + 1, stop)
        straight = text.find('"', at + 1, stop)
        if end < 0 or (0 <= again < end and 0 <= straight < again):
            end = straight
    elif closer == "“" and end < 0:
        end = text.find("”", at + 1, stop)
    elif closer == '"' and at + 1 < len(text) and text[at + 1].isspace():
        return None
    return end if end >= 0 else None


def _quotation(paragraph: Paragraph, start: int, end: int, notes: list[Note]) -> Quotation:
    after = [note for note in notes if note.offset is not None and note.offset >= end]
    note = min(after, key=lambda n: n.offset or 0) if after else None
    direct = (
        note is not None
        and note.offset is not None
        and not any(c.isalnum() for c in paragraph.text[end : note.offset])
    )
    anchor = _anchor(paragraph, start)
    line = next((s.line for s in paragraph.sentences if s.anchor == anchor), paragraph.line)
    return Quotation(
        anchor, line, paragraph.text[start:end].strip(), start, note.ref if note else None, direct
    )


def _anchor(paragraph: Paragraph, place: int) -> str:
    anchor = paragraph.anchor
    for sentence in paragraph.sentences:
        if sentence.start <= place + 1:
            anchor = sentence.anchor
    return anchor


def outside_quotations(text: str) -> Iterator[tuple[int, str]]:
    """Give (start, text) of the stretches outside quotation marks."""
    at = 0
    for start, end in quoted_spans(text)[0]:
        yield at, text[at : start - 1]
        at = end + 1
    yield at, text[at:]
