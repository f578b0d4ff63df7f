"""PDF files that hold text, by the look of their pages."""

from typing import TYPE_CHECKING

from argmap.manuscript.pdf_flow import Flow, Vocabulary, weave
from argmap.manuscript.pdf_lines import Line, page_lines, stand_in_columns
from argmap.manuscript.pdf_notes import sort_lines
from argmap.manuscript.reading import Reading
from argmap.manuscript.registry import manuscript_format
from argmap.manuscript.weaving import Gathering, Weaver
from argmap.model.errors import UnreadableError, shown

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

MOST_PAGES = 5_000

LEAST_CHARACTERS = 15
"""Characters a page, on average, below which a PDF counts as pictures of pages."""


def looks_like_pdf(data: bytes) -> bool:
    """Tell PDF files by their signature."""
    return b"%PDF-" in data[:1024]


@manuscript_format("pdf", (".pdf",), looks_like_pdf)
def read_pdf(data: bytes, name: str) -> Reading:
    """Read a PDF. Places are pages, counted from 1 in the file.

    A note is small print at the foot of a page that begins with a raised or smaller number; its
    marker is a raised number in the text. Lines that head or foot every page are left out.

    Raises:
        UnreadableError: If it is damaged, protected by a password, or holds only pictures of pages.
    """
    document = _opened(data, name)
    try:
        title = document.get_metadata_value("Title") or None
        if len(document) > MOST_PAGES:
            raise UnreadableError(f"'{shown(name)}' has more than {MOST_PAGES:,} pages")
        pages = _pages(document, name)
    finally:
        document.close()
    return _reading(pages, title)


def _opened(data: bytes, name: str) -> "PdfDocument":
    from pypdfium2 import PdfDocument, PdfiumError

    try:
        return PdfDocument(data)
    except PdfiumError as error:
        if "password" in str(error).lower():
            raise UnreadableError(f"'{shown(name)}' is protected by a password") from error
        raise UnreadableError(f"'{shown(name)}' is no PDF file that can be read: it is damaged") from error


def _pages(document: "PdfDocument", name: str) -> list[list[Line]]:
    from pypdfium2 import PdfiumError

    pages: list[list[Line]] = []
    for index in range(len(document)):
        try:
            pages.append(page_lines(document, index))
        except PdfiumError as error:
            raise UnreadableError(f"'{shown(name)}' is damaged at page {index + 1}") from error
    characters = sum(len(line.text) for page in pages for line in page)
    if characters < LEAST_CHARACTERS * max(len(pages), 1):
        raise UnreadableError(
            f"'{shown(name)}' holds pictures of pages, not text: run it through character recognition (OCR)"
        )
    return pages


def _reading(pages: list[list[Line]], title: str | None) -> Reading:
    vocabulary = Vocabulary(line.text for page in pages for line in page)
    found = sort_lines(pages)
    gathering = Gathering()
    if sum(map(stand_in_columns, pages)) > len(pages) // 5:
        gathering.remark(
            "its pages are printed in columns, which argmap does not follow: notes may be missing"
        )
    for ordinal, note in enumerate(found.notes, 1):
        note.key = f"{ordinal}:{note.number}"
        weaver = Weaver(note.page)
        weave(note.lines, weaver, vocabulary, lambda span: False)
        gathering.add_note(note.key, weaver.text(), note.page, note.number)
    Flow(found, gathering, vocabulary).run()
    return gathering.reading("pdf", "page", title)
