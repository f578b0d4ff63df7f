"""The parts of an electronic book: which documents, in which order, and whether they may be read."""

from dataclasses import dataclass

from argmap.manuscript.containers import Archive, resolved
from argmap.model.errors import UnreadableError, shown

_CONTAINER = "{urn:oasis:names:tc:opendocument:xmlns:container}"
_OPF = "{http://www.idpf.org/2007/opf}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_XENC = "{http://www.w3.org/2001/04/xmlenc#}"
_FONTS_ONLY = frozenset(
    ("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC")  # scrambled fonts, not text
)
_DOCUMENTS = frozenset(("application/xhtml+xml", "text/html", "application/html", "text/x-oeb1-document"))


@dataclass(frozen=True, slots=True)
class Book:
    """What a book's package file says."""

    title: str | None
    documents: tuple[str, ...]
    """Paths in order of reading; documents outside that order, such as notes, come last."""
    styles: tuple[str, ...]


def open_book(archive: Archive) -> Book:
    """Read a book's package file.

    Raises:
        UnreadableError: If it is protected, has no package file, or points outside itself.
    """
    package = _package_path(archive)
    root = archive.xml(package)
    items: dict[str, tuple[str, str, str]] = {}
    for item in root.iter(f"{_OPF}item"):
        path = _inside(archive, package, item.get("href", ""))
        items[item.get("id", "")] = (path, item.get("media-type", ""), item.get("properties", ""))
    spine = [items[ref] for ref in (i.get("idref", "") for i in root.iter(f"{_OPF}itemref")) if ref in items]
    ordered = [path for path, kind, _ in spine if kind in _DOCUMENTS]
    others = [
        path for path, kind, told in items.values()
        if kind in _DOCUMENTS and "nav" not in told.split() and path not in ordered and path in archive
    ]  # fmt: skip
    documents = tuple(dict.fromkeys([*ordered, *others]))
    _refuse_protected(archive, documents)
    title = root.findtext(f".//{_DC}title")
    styles = tuple(path for path, kind, _ in items.values() if kind == "text/css" and path in archive)
    return Book(" ".join(title.split()) if title else None, documents, styles)


def _package_path(archive: Archive) -> str:
    if "META-INF/container.xml" in archive:
        for rootfile in archive.xml("META-INF/container.xml").iter(f"{_CONTAINER}rootfile"):
            path = _inside(archive, "", rootfile.get("full-path", ""))
            if path in archive:
                return path
    found = sorted(path for path in archive.paths() if path.lower().endswith(".opf"))
    if not found:
        raise UnreadableError(f"'{shown(archive.name)}' is no electronic book: it has no package file")
    return found[0]


def _inside(archive: Archive, base: str, href: str) -> str:
    path = resolved(base, href.partition("#")[0])
    if path is None:
        if "://" in href:
            return href
        raise UnreadableError(f"'{shown(archive.name)}' points outside itself: {shown(href)}")
    return path


def _refuse_protected(archive: Archive, documents: tuple[str, ...]) -> None:
    if "META-INF/encryption.xml" not in archive:
        return
    for data in archive.xml("META-INF/encryption.xml").iter(f"{_XENC}EncryptedData"):
        method = data.find(f"{_XENC}EncryptionMethod")
        algorithm = method.get("Algorithm", "") if method is not None else ""
        paths = [r.get("URI", "") for r in data.iter(f"{_XENC}CipherReference")]
        if algorithm not in _FONTS_ONLY and any(resolved("", path) in documents for path in paths):
            raise UnreadableError(f"'{shown(archive.name)}' is protected against copying (DRM)")
