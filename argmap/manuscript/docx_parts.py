"""The parts of a Word document beside its text: styles, settings of notes, and what points where."""

import posixpath
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from argmap.manuscript.containers import Archive, resolved
from argmap.manuscript.word_styles import Meaning, Style, meanings
from argmap.model.errors import UnreadableError, shown

if TYPE_CHECKING:
    from lxml.etree import _Element

OFF = frozenset({"0", "false", "off", "none"})


@dataclass(frozen=True, slots=True)
class NoteNumbering:
    """How the notes of a section are numbered."""

    start: int = 1
    restart: str = "continuous"
    """``continuous``, ``eachSect`` or ``eachPage``."""


@dataclass(frozen=True)
class WordParts:
    """A Word document taken apart."""

    w: str
    """The prefix ``{namespace}`` of its elements, of the two that there are."""
    document: "_Element"
    notes: dict[str, "_Element"] = field(default_factory=dict)
    """The roots of ``footnotes`` and ``endnotes``, as far as there are any."""
    styles: dict[str, Meaning] = field(default_factory=dict)
    numbering: dict[str, NoteNumbering] = field(default_factory=dict)
    """Of the whole document, by kind of note."""


def take_apart(archive: Archive) -> WordParts:
    """Read the parts of a document.

    Raises:
        UnreadableError: If there is no document in the archive.
    """
    path = _main_path(archive)
    document = archive.xml(path)
    tag = str(document.tag)
    w = tag.partition("}")[0] + "}"
    if tag != w + "document" or "wordprocessingml" not in w:
        raise UnreadableError(f"'{shown(archive.name)}' is no Word document")
    targets = _targets(archive, path)
    kinds = [kind for kind in ("footnotes", "endnotes") if kind in targets]
    notes: dict[str, _Element] = {kind: archive.xml(targets[kind]) for kind in kinds}
    styles = read_styles(archive.xml(targets["styles"]), w) if "styles" in targets else {}
    settings = archive.xml(targets["settings"]) if "settings" in targets else None
    numbering = {}
    if settings is not None:
        for kind in ("footnote", "endnote"):
            found = note_numbering(settings.find(f"{w}{kind}Pr"), w)
            numbering[kind] = found or NoteNumbering()
    return WordParts(w, document, notes, styles, numbering)


def _main_path(archive: Archive) -> str:
    for kind, path in _targets(archive, "").items():
        if kind == "officeDocument":
            return path
    if "word/document.xml" in archive:
        return "word/document.xml"
    raise UnreadableError(f"'{shown(archive.name)}' is no Word document: it has no text")


def _targets(archive: Archive, path: str) -> dict[str, str]:
    """Map kinds of relation to the parts they lead to."""
    folder, base = posixpath.split(path)
    relations = posixpath.join(folder, "_rels", f"{base}.rels")
    targets: dict[str, str] = {}
    if relations in archive:
        for relation in archive.xml(relations):
            if relation.get("TargetMode") == "External":
                continue
            kind = relation.get("Type", "").rpartition("/")[2]
            href = relation.get("Target", "")
            target = resolved("" if href.startswith("/") else path, href)
            if target is not None and target in archive:
                targets.setdefault(kind, target)
    for kind in ("footnotes", "endnotes", "styles", "settings") if path else ():
        usual = posixpath.join(folder, f"{kind}.xml")
        if usual in archive:
            targets.setdefault(kind, usual)
    return targets


def note_numbering(properties: "_Element | None", w: str) -> NoteNumbering | None:
    """Read how notes are numbered; None if nothing is said."""
    if properties is None:
        return None
    start = value(properties.find(f"{w}numStart"), w)
    restart = value(properties.find(f"{w}numRestart"), w)
    if start is None and restart is None:
        return None
    return NoteNumbering(int(start) if start and start.isdecimal() else 1, restart or "continuous")


def value(element: "_Element | None", w: str) -> str | None:
    """Give the ``w:val`` of an element, if there is one."""
    return None if element is None else element.get(f"{w}val")


def is_on(element: "_Element | None", w: str) -> bool | None:
    """Read a switch such as ``w:i``; None if it is not set."""
    return None if element is None else element.get(f"{w}val", "1") not in OFF


def read_styles(root: "_Element", w: str) -> dict[str, Meaning]:
    """Read what the styles of ``styles.xml`` mean, by their ids."""
    styles: dict[str, Style] = {}
    for element in root.iter(f"{w}style"):
        outline = value(element.find(f"{w}pPr/{w}outlineLvl"), w)
        number = element.find(f"{w}pPr/{w}numPr/{w}numId")
        italic = None
        if element.get(f"{w}type") == "character":
            italic = is_on(element.find(f"{w}rPr/{w}i"), w)
        styles[element.get(f"{w}styleId", "")] = Style(
            name=value(element.find(f"{w}name"), w) or "",
            parent=value(element.find(f"{w}basedOn"), w),
            outline=outline_level(outline),
            item=None if number is None else value(number, w) != "0",
            italic=italic,
        )
    return meanings(styles)


def outline_level(outline: str | None) -> int | None:
    """Turn Word's outline level (0 to 8, 9 is body text) into a heading's level (1 to 9, 0)."""
    if outline is None or not outline.isdecimal():
        return None
    return int(outline) + 1 if int(outline) < 9 else 0
