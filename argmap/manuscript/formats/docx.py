"""Word documents (.docx)."""

from argmap.manuscript.containers import Archive
from argmap.manuscript.docx_parts import take_apart
from argmap.manuscript.docx_walk import Walk, add_notes
from argmap.manuscript.reading import Reading
from argmap.manuscript.registry import manuscript_format
from argmap.model.errors import UnreadableError, shown

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def looks_like_docx(data: bytes) -> bool:
    """Tell Word documents, also such as cannot be read: old ones, rich text, with a password."""
    if data.startswith((_OLE, b"{\\rtf")):
        return True
    return data.startswith(b"PK\x03\x04") and b"[Content_Types].xml" in data and b"word/" in data


@manuscript_format("docx", (".docx", ".docm", ".dotx"), looks_like_docx)
def read_docx(data: bytes, name: str) -> Reading:
    """Read a Word document. Places are paragraphs that hold text, counted from 1.

    Inserted text is read and deleted text is not; a note stands in the paragraph that calls it.

    Raises:
        UnreadableError: If it is damaged, of an older kind or protected.
    """
    _refuse_others(data, name)
    parts = take_apart(Archive(data, name))
    walk = Walk(parts)
    walk.run(parts.document)
    add_notes(walk)
    return walk.found.reading("docx", "paragraph", walk.title)


def _refuse_others(data: bytes, name: str) -> None:
    if data.startswith(_OLE):
        if "EncryptedPackage".encode("utf-16-le") in data:
            raise UnreadableError(f"'{shown(name)}' is protected by a password")
        raise UnreadableError(f"'{shown(name)}' is in Word's format before 2007: save it as .docx")
    if data.startswith(b"{\\rtf"):
        raise UnreadableError(f"'{shown(name)}' is rich text (RTF): save it as .docx or .odt")
