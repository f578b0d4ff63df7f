"""OpenDocument texts (.odt, .fodt), as LibreOffice writes them."""

from argmap.manuscript.containers import Archive, parse_xml
from argmap.manuscript.odt_walk import OFFICE, Walk, read_styles
from argmap.manuscript.reading import Reading
from argmap.manuscript.registry import manuscript_format
from argmap.model.errors import UnreadableError, shown

_TEXT = b"application/vnd.oasis.opendocument.text"
_ENCRYPTED = b"encryption-data"


def looks_like_odt(data: bytes) -> bool:
    """Tell OpenDocument texts, packed or flat."""
    if data.startswith(b"PK\x03\x04"):
        return _TEXT in data[:200] or (b"META-INF/manifest.xml" in data and b"content.xml" in data)
    head = data[:1000]
    return b"<office:document" in head and b"opendocument" in head


@manuscript_format("odt", (".odt", ".ott", ".fodt"), looks_like_odt)
def read_odt(data: bytes, name: str) -> Reading:
    """Read an OpenDocument text. Places are paragraphs that hold text, counted from 1.

    Deleted text that is still recorded is left out; a note stands in the paragraph that calls it.

    Raises:
        UnreadableError: If it is damaged, protected by a password or no text.
    """
    if data.startswith(b"PK\x03\x04"):
        archive = Archive(data, name)
        manifest = "META-INF/manifest.xml"
        if manifest in archive and _ENCRYPTED in archive.read(manifest):
            raise UnreadableError(f"'{shown(name)}' is protected by a password")
        content = archive.xml("content.xml")
        roots = [archive.xml(path) for path in ("styles.xml", "meta.xml") if path in archive]
    else:
        content = parse_xml(data, name)
        roots = []
    body = content.find(f".//{OFFICE}body/{OFFICE}text")
    if body is None:
        raise UnreadableError(f"'{shown(name)}' is no OpenDocument text")
    walk = Walk(read_styles([*roots, content]))
    walk.run(body)
    title = next((t for root in [*roots, content] if (t := _title(root))), None)
    return walk.found.reading("odt", "paragraph", walk.title or title)


def _title(root: object) -> str | None:
    from lxml import etree

    if not isinstance(root, etree._Element):
        return None
    title = root.findtext(".//{http://purl.org/dc/elements/1.1/}title")
    return " ".join(title.split()) if title else None
