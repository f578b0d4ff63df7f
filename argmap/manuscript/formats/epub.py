"""Electronic books (.epub)."""

import re

from argmap.manuscript.containers import Archive
from argmap.manuscript.epub_parts import Book, open_book
from argmap.manuscript.html_notes import Page
from argmap.manuscript.html_walk import italic_classes, read_pages
from argmap.manuscript.reading import Reading
from argmap.manuscript.registry import manuscript_format
from argmap.manuscript.web_parsing import parse_html
from argmap.model.errors import UnreadableError, shown

_CHARSET = re.compile(rb"encoding\s*=\s*[\"']([\w.:-]+)", re.IGNORECASE)


def looks_like_epub(data: bytes) -> bool:
    """Tell electronic books by the name of their kind, which stands first, or by their parts."""
    if not data.startswith(b"PK\x03\x04"):
        return False
    return b"application/epub+zip" in data[:200] or b"META-INF/container.xml" in data


@manuscript_format("epub", (".epub",), looks_like_epub)
def read_epub(data: bytes, name: str) -> Reading:
    """Read an electronic book. Places are lines, counted through its documents in reading order.

    Raises:
        UnreadableError: If it is damaged, protected, or points outside itself.
    """
    archive = Archive(data, name)
    book = open_book(archive)
    pages, remarks = _pages(archive, book)
    if not pages:
        raise UnreadableError(f"'{shown(name)}' holds no text in its reading order")
    css = "\n".join(archive.read(path).decode("utf-8", "replace") for path in book.styles)
    found = read_pages(pages, italic_classes(css))
    for remark in remarks:
        found.remark(remark)
    return found.reading("epub", "line", book.title)


def _pages(archive: Archive, book: Book) -> tuple[list[Page], list[str]]:
    """Parse the documents in order of reading."""
    from argmap.manuscript.decoding import decoded

    pages: list[Page] = []
    remarks: list[str] = []
    line = 1
    for path in book.documents:
        if path not in archive:
            remarks.append(f"the book names a document that it lacks: {shown(path)}")
            continue
        data = archive.read(path)
        declared = _CHARSET.search(data[:200])
        text, remark = decoded(data, declared[1].decode("ascii", "replace") if declared else None)
        if remark:
            remarks.append(remark)
        if text.strip():
            pages.append(Page(path, parse_html(text, f"{archive.name}: {path}"), line))
        line += text.count("\n") + 1
    return pages, remarks
