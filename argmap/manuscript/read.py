"""Reads a manuscript from disk."""

from collections.abc import Mapping
from itertools import pairwise
from pathlib import Path

from argmap.manuscript.assemble import assemble
from argmap.manuscript.document import Manuscript
from argmap.manuscript.reading import Reading
from argmap.manuscript.registry import LARGEST, read_bytes
from argmap.model.errors import UnreadableError, shown
from argmap.model.settings import Settings


def read_manuscript(path: Path, *, format: str | None = None, settings: Settings | None = None) -> Manuscript:
    """Read a manuscript: plain text, Markdown, LaTeX, Word, OpenDocument, HTML, EPUB or PDF.

    Args:
        path: The file.
        format: The format's name; told from the content when left out.
        settings: A project's settings, whose titles name the parts.

    Raises:
        UnreadableError: If it cannot be read or holds no text.
        UnknownNameError: If there is no such format.
    """
    return assemble(read_file(path, format), titles(settings))


def titles(settings: Settings | None) -> Mapping[str, str]:
    """Give the titles of a project's parts by name."""
    return {name: part.title for name, part in settings.parts.items()} if settings else {}


def read_file(path: Path, format: str | None = None) -> Reading:
    """Read the blocks and notes of a file.

    Args:
        path: The file.
        format: The format's name; told from the content when left out.

    Raises:
        UnreadableError: If it cannot be read or holds no text.
    """
    try:
        with path.open("rb") as stream:
            data = stream.read(LARGEST + 1)
    except (OSError, ValueError) as error:  # a name with a NUL is a ValueError
        reason = getattr(error, "strerror", None) or error
        raise UnreadableError(f"cannot read '{shown(str(path), 300)}': {reason}") from error
    return read_bytes(data, path.name, format)


def plain_text(path: Path) -> tuple[str, tuple[tuple[int, str], ...]]:
    """Give a source's whole text, notes included, with the places where its pages begin.

    Args:
        path: The file.

    Returns:
        The text, and (offset, page) where the format tells pages, else nothing.

    Raises:
        UnreadableError: If it cannot be read or holds no text.
    """
    reading = read_file(path)
    pieces: list[str] = []
    pages: list[tuple[int, str]] = []
    length = 0
    for text, line in _stretches(reading):
        page = str(line)
        if reading.unit == "page" and (not pages or pages[-1][1] != page):
            pages.append((length, page))
        pieces.append(text)
        length += len(text) + 1
    return "\n".join(pieces), tuple(pages)


def _stretches(reading: Reading) -> list[tuple[str, int]]:
    """Give blocks and notes in order of their places; a block over two pages in its parts."""
    found: list[tuple[str, int, int]] = []
    for i, block in enumerate(reading.blocks):
        cuts = [(0, block.line), *block.starts, (len(block.text), 0)]
        if reading.unit != "page" or len(cuts) == 2:
            cuts = [(0, block.line), (len(block.text), 0)]
        for (start, line), (end, _) in pairwise(cuts):
            if end > start:
                found.append((block.text[start:end], line, i))
    last = len(reading.blocks)
    found.extend((note.text, note.line, last) for note in reading.notes)
    if reading.unit == "page":
        found.sort(key=lambda item: (item[1], item[2]))
    return [(text, line) for text, line, _ in found]
