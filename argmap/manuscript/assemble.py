"""From a reading to a manuscript: numbers, parts, sentences, loose ends."""

from collections import Counter
from collections.abc import Mapping

from argmap.manuscript.document import (
    ListedLine,
    LooseEnd,
    Manuscript,
    ManuscriptPart,
    Note,
    Paragraph,
    Sentence,
)
from argmap.manuscript.parts import BIBLIOGRAPHY, ONLY_PART, PartStart, find_parts
from argmap.manuscript.reading import Block, LooseNote, Marker, Reading
from argmap.manuscript.sentences import sentence_spans


def assemble(reading: Reading, titles: Mapping[str, str] | None = None) -> Manuscript:
    """Put a manuscript together.

    Args:
        reading: What the format's reader found.
        titles: Parts' titles by name in order, where the project gives them.
    """
    body, listed = _split_bibliography(reading.blocks)
    numbers = _numbers(reading, body)
    starts = find_parts(body, titles or {}, _runs(body, numbers))
    part_of = _parts_by_block(body, starts)
    places = {m.key: (i, m) for i, block in enumerate(body) for m in block.markers}
    notes = _notes(reading, numbers, part_of, places)
    refs = {note.key: note.ref for note in notes}
    return Manuscript(
        format=reading.format,
        unit=reading.unit,
        title=reading.title,
        parts=tuple(ManuscriptPart(s.name, s.title, body[s.block].line) for s in starts),
        paragraphs=tuple(_paragraphs(body, part_of, refs)),
        notes=notes,
        listed=tuple(ListedLine(b.text, b.line, b.kind == "heading") for b in listed),
        loose_ends=tuple(_loose_ends(reading, notes, places, part_of)),
        citations=reading.citations,
        remarks=reading.remarks,
    )


def _split_bibliography(blocks: tuple[Block, ...]) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """Take out the bibliography: from its last heading to the end or the next heading as high."""
    heads = [i for i, b in enumerate(blocks) if b.kind == "heading" and BIBLIOGRAPHY.fullmatch(b.text)]
    if not heads:
        return blocks, ()
    start, level = heads[-1], blocks[heads[-1]].level
    stop = len(blocks)
    for i in range(start + 1, len(blocks)):
        if level and blocks[i].kind == "heading" and 0 < blocks[i].level <= level:
            stop = i
            break
    return blocks[:start] + blocks[stop:], blocks[start + 1 : stop]


def _numbers(reading: Reading, body: tuple[Block, ...]) -> dict[str, int]:
    """Number the notes: as printed, or by order of their markers; uncalled ones come last."""
    numbers = {note.key: note.number for note in reading.notes if note.number is not None}
    unnumbered = {note.key for note in reading.notes} - numbers.keys()
    if unnumbered:
        called = [m.key for block in body for m in block.markers if m.key in unnumbered]
        order = list(dict.fromkeys([*called, *(n.key for n in reading.notes if n.key in unnumbered)]))
        numbers |= {key: ordinal for ordinal, key in enumerate(order, 1)}
    return numbers


def _runs(body: tuple[Block, ...], numbers: Mapping[str, int]) -> list[int]:
    """Give the block with the first marker of each run of numbers."""
    runs: list[int] = []
    last = 0
    for i, block in enumerate(body):
        for marker in block.markers:
            number = numbers.get(marker.key)
            if number is None:
                continue
            if not runs or (number == 1 and last > 1):
                runs.append(i)
            last = number
    return runs


def _parts_by_block(body: tuple[Block, ...], starts: list[PartStart]) -> list[str | None]:
    begins = {start.block: start.name for start in starts}
    parts: list[str | None] = []
    current: str | None = None
    for i in range(len(body)):
        current = begins.get(i, current)
        parts.append(current)
    return parts


def _notes(
    reading: Reading,
    numbers: Mapping[str, int],
    part_of: list[str | None],
    places: Mapping[str, tuple[int, Marker]],
) -> tuple[Note, ...]:
    """Give the notes in order of part and number."""
    found: list[tuple[int, Note]] = []
    at = 0
    first = next((p for p in part_of if p is not None), ONLY_PART)
    for loose in _in_order(reading.notes, numbers, places):
        place = places.get(loose.key)
        at = place[0] if place else at
        part = (part_of[at] if at < len(part_of) else None) or first
        number = numbers[loose.key]
        marker = place[1] if place else None
        note = Note(
            part,
            number,
            loose.line,
            loose.text,
            marker.line if marker else None,
            at if marker else None,
            marker.offset if marker else None,
            loose.key,
        )
        found.append((at, note))
    return tuple(note for _, note in found)


def _in_order(
    notes: tuple[LooseNote, ...], numbers: Mapping[str, int], places: Mapping[str, tuple[int, Marker]]
) -> list[LooseNote]:
    """Sort notes by their markers' places; one without a marker stays behind its predecessor."""
    keyed: list[tuple[tuple[int, int, int], LooseNote]] = []
    last = (0, 0)
    for loose in sorted(notes, key=lambda n: (0, 0) if n.number is not None else (1, numbers[n.key])):
        place = places.get(loose.key)
        if place:
            last = (place[0], place[1].offset)
        keyed.append(((*last, 0 if place else 1), loose))
    return [loose for _, loose in sorted(keyed, key=lambda pair: pair[0])]


def _paragraphs(
    body: tuple[Block, ...], part_of: list[str | None], refs: Mapping[str, str]
) -> list[Paragraph]:
    paragraphs = []
    ordinals: Counter[str | None] = Counter()
    section: str | None = None
    for block, part in zip(body, part_of, strict=True):
        ordinals[part] += 1
        if block.kind == "heading":
            section = block.text
        anchor = f"{part or 'front'}.{ordinals[part]}"
        sentences = _sentences(block, anchor, refs) if block.kind != "heading" else ()
        paragraphs.append(
            Paragraph(
                part, section, ordinals[part], block.kind, block.text, block.line, sentences, block.level
            )
        )
    return paragraphs


def _sentences(block: Block, anchor: str, refs: Mapping[str, str]) -> tuple[Sentence, ...]:
    spans = list(sentence_spans(block.text))
    sentences = []
    for i, (start, end) in enumerate(spans):
        floor = start if i else -1
        stop = spans[i + 1][0] if i + 1 < len(spans) else len(block.text) + 1
        called = tuple(
            refs[m.key]
            for m in block.markers
            if floor < m.offset <= stop
            and m.key in refs
            and not (m.offset == stop and i + 1 < len(spans) and m.offset > end)
        )
        line = block.line_at(start)
        sentences.append(Sentence(f"{anchor}.{i + 1}", block.text[start:end], start, line, called))
    return tuple(sentences)


def _loose_ends(
    reading: Reading,
    notes: tuple[Note, ...],
    places: Mapping[str, tuple[int, Marker]],
    part_of: list[str | None],
) -> list[LooseEnd]:
    known = {note.key for note in reading.notes}
    ends = []
    for key, (i, marker) in places.items():
        if key not in known:
            number = key.rpartition(":")[2]
            said = f"marker {number} calls a note that is not there"
            ends.append(
                LooseEnd("marker-without-note", f"{part_of[i] or ONLY_PART}.{number}", marker.line, said)
            )
    seen: set[str] = set()
    for note in notes:
        if note.marker_line is None:
            said = f"nothing in the text calls note {note.ref}"
            ends.append(LooseEnd("note-without-marker", note.ref, note.line, said))
        if note.ref in seen:
            ends.append(
                LooseEnd("number-used-twice", note.ref, note.line, f"two notes are numbered {note.ref}")
            )
        seen.add(note.ref)
    return sorted(ends, key=lambda end: (end.line, end.ref))
