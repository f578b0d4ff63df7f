"""Plain text: one line or several a paragraph, notes at page ends or at the end."""

import re
from collections import Counter

from argmap.manuscript.decoding import decoded
from argmap.manuscript.line_notes import FoundMarker, LineNotes, find_notes
from argmap.manuscript.line_segments import ITEM, WORD, Segment, contents_entry, cut_lines, joint, put_back
from argmap.manuscript.parts import BIBLIOGRAPHY
from argmap.manuscript.reading import Block, BlockKind, LooseNote, Marker, Reading
from argmap.manuscript.registry import manuscript_format
from argmap.model.errors import UnreadableError, shown

_TERMINAL = re.compile(r"[.!?:;…][\"”’'»)\]*]*$")
_CLOSERS = tuple(".,;:!?)")
_NOTES = re.compile(
    r"(?:end|foot)?notes(?: (?:and references|to (?:the )?(?:text|chapters?)))?|anmerkungen|fußnoten|endnoten"
    r"|references and notes|notas|notes de bas de page",
    re.IGNORECASE,
)
_CHAPTER = re.compile(r"(?:chapter\s+)?(?:[IVXL]+|\d{1,2})[.:]\s+\S", re.IGNORECASE)


@manuscript_format("text", (".txt", ".text"))
def read_text(data: bytes, name: str) -> Reading:
    """Read a plain text.

    Raises:
        UnreadableError: If the bytes are no text.
    """
    text, remark = decoded(data)
    if "\x00" in text:
        raise UnreadableError(f"'{shown(name)}' is no text: it holds NUL characters")
    segments, words = cut_lines(text)
    found = find_notes([s.text for s in segments])
    whole = put_back(segments, {note.segment for note in found.notes}, words)
    if whole is not None:
        segments = whole
        found = find_notes([s.text for s in segments])
    rests = _rests(segments, found)
    notes = tuple(
        LooseNote(n.key, " ".join([n.text, *rests.get(n.segment, ())]), segments[n.segment].line, n.number)
        for n in found.notes
        if n.text
    )
    blocks = _blocks(segments, found, words)
    return Reading("text", tuple(blocks), notes, remarks=(remark,) if remark else ())


def _rests(segments: list[Segment], found: LineNotes) -> dict[int, list[str]]:
    """Find the rests of notes that go on at the end of the next page, right above its notes."""
    notes = {note.segment for note in found.notes}
    rests: dict[int, list[str]] = {}
    last, text = -1, ""
    for i, segment in enumerate(segments):
        if i in notes:
            last = i
        elif last >= 0 and i + 1 in notes and segment.text[:1].islower() and _TERMINAL.search(text):
            if not _TERMINAL.search(segments[last].text) and last < i - 1:
                rests.setdefault(last, []).append(segment.text)
        else:
            text = segment.text
    return rests


def _blocks(segments: list[Segment], found: LineNotes, words: Counter[str]) -> list[Block]:
    """Put body segments together across page breaks and tell what each is."""
    notes = {note.segment for note in found.notes}
    gone = _furniture(segments, found)
    contents = _contents(segments)
    markers: dict[int, list[FoundMarker]] = {}
    for marker in found.markers:
        markers.setdefault(marker.segment, []).append(marker)
    blocks: list[Block] = []
    after_note = False
    for i, segment in enumerate(segments):
        if i in notes:
            after_note = True
            continue
        if i in gone:
            continue
        text, marks, starts = _lifted(segment, markers.get(i, []))
        following = segments[i + 1].text if i + 1 < len(segments) else ""
        kind = _kind(text, i + 1 in notes, following, segments[i - 1].text if i else "")
        if kind == "paragraph" and _listed(text, contents):
            kind = "heading"
        block = Block(kind, text, segment.line, marks, _level(text) if kind == "heading" else 0, starts)
        over_heading = len(blocks) > 1 and blocks[-1].kind == "heading" and block.text[:1].islower()
        last = -2 if over_heading else -1
        if blocks and (not text or _goes_on(blocks[last], block, after_note)):
            blocks[last] = _joined(blocks[last], block, words)
        elif text:
            blocks.append(block)
        after_note = False
    return blocks


def _furniture(segments: list[Segment], found: LineNotes) -> set[int]:
    """Find what only frames endnotes: their heading, chapters' titles among them, rests of notes."""
    numbers = {note.segment: note.number for note in found.notes}
    gone = set()
    within = False
    rests = {text for texts in _rests(segments, found).values() for text in texts}
    for i, segment in enumerate(segments):
        text = segment.text
        if i in numbers:
            continue
        if len(text) < 80 and (_NOTES.fullmatch(text) or BIBLIOGRAPHY.fullmatch(text)):
            within = i + 1 in numbers or (_NOTES.fullmatch(text) is not None and i + 2 in numbers)
        else:
            within = within and numbers.get(i + 1) == 1 and len(text) <= 120
        if within or (i + 1 in numbers and text in rests):
            gone.add(i)
    return gone


def _lifted(
    segment: Segment, marks: list[FoundMarker]
) -> tuple[str, tuple[Marker, ...], tuple[tuple[int, int], ...]]:
    """Take the markers out of a segment; give text, markers and line starts in it."""
    pieces: list[str] = []
    kept: list[Marker] = []
    at = length = 0
    cuts: list[tuple[int, int]] = []
    for mark in marks:
        begin = mark.start
        if segment.text[begin - 1 : begin] == " " and segment.text[mark.end : mark.end + 1] in _CLOSERS:
            begin = max(at, begin - 1)  # the space before a marker that stands apart
        pieces.append(segment.text[at:begin])
        length += begin - at
        line = segment.line
        for start, place in segment.starts:
            if start <= mark.start:
                line = place
        kept.append(Marker(mark.key, length, line))
        cuts.append((begin, mark.end - begin))
        at = mark.end
    pieces.append(segment.text[at:])
    text = "".join(pieces)
    lead = len(text) - len(text.lstrip())
    starts = tuple(
        (start - lead - sum(size for cut, size in cuts if cut < start), line)
        for start, line in segment.starts
    )
    markers = tuple(Marker(m.key, max(0, min(m.offset - lead, len(text.strip()))), m.line) for m in kept)
    return text.strip(), markers, starts


def _contents(segments: list[Segment]) -> list[str]:
    """Give the titles in the table of contents."""
    found = (contents_entry(segment.text) for segment in segments)
    return [match.string[: match.start()].strip(" .").casefold() for match in found if match]


def _listed(text: str, contents: list[str]) -> bool:
    """Tell whether a line is a heading that the table of contents lists."""
    if not contents or len(text) > 150 or not text[:1].isupper():
        return False
    from rapidfuzz import fuzz, process

    return process.extractOne(text.casefold(), contents, scorer=fuzz.ratio, score_cutoff=90) is not None


def _kind(text: str, before_note: bool, following: str, before: str) -> BlockKind:
    if contents_entry(text) or "\t" in text:
        return "item"
    if len(text) < 80 and BIBLIOGRAPHY.fullmatch(text):
        return "heading"
    looks = len(text.split()) <= 18 and len(text) <= 120 and not re.search(r"[.!;:,…][\"”’')\]]*$", text)
    begins = text[:1].isupper() or _CHAPTER.match(text) is not None
    goes_on = following[:1].islower()
    if looks and begins and not before_note and not goes_on and WORD.search(text) and "://" not in text:
        if ITEM.match(text) and not _CHAPTER.match(text):
            return "item"
        listed = ITEM.match(following) is not None or ITEM.match(before) is not None
        if not re.match(r"\d{1,3}[.)]\s", text) or (len(following) > 60 and not listed):
            return "heading"
    return "item" if ITEM.match(text) else "paragraph"


def _level(text: str) -> int:
    return 1 if _CHAPTER.match(text) or text.lower().startswith("chapter ") else 0


def _goes_on(before: Block, block: Block, after_note: bool) -> bool:
    """Tell whether a block is the rest of the one before, broken by a page end."""
    if before.kind == "heading" or block.kind == "heading" or _TERMINAL.search(before.text):
        return False
    if block.text[:1].islower():
        return True
    return after_note and before.kind == "paragraph" and block.kind == "paragraph"


def _joined(before: Block, block: Block, words: Counter[str]) -> Block:
    left, glue = before.text, joint(before.text, block.text, words)
    if glue == "":
        left = left[:-1]
    elif glue == "-":
        glue = ""
    shift = len(left) + len(glue)
    if not block.text:
        glue, shift = "", len(left)
    markers = before.markers + tuple(Marker(m.key, m.offset + shift, m.line) for m in block.markers)
    starts = (*before.starts, (shift, block.line), *((start + shift, line) for start, line in block.starts))
    return Block(before.kind, left + glue + block.text, before.line, markers, before.level, starts)
