"""Zip archives and XML from strangers, opened with care.

Sizes are checked before and while reading, entities are refused, nothing is fetched, and whatever
goes wrong ends in one `UnreadableError` that names the file.
"""

import io
import posixpath
import re
import zipfile
import zlib
from typing import TYPE_CHECKING
from urllib.parse import unquote

from argmap.model.errors import UnreadableError, shown

if TYPE_CHECKING:
    from lxml.etree import _Element

LARGEST_SUM = 400_000_000
"""Bytes that an archive may hold unpacked, all files together."""

LARGEST_PART = 100_000_000
"""Bytes of one file that is read."""

HIGHEST_RATIO = 100
"""Unpacked to packed size beyond which a large archive is refused."""

RATIO_FROM = 30_000_000
"""Unpacked bytes from which the ratio counts."""

MOST_FILES = 20_000

_ENTITY = re.compile(rb"<!ENTITY")


class Archive:
    """A zip archive held in memory."""

    def __init__(self, data: bytes, name: str) -> None:
        """Open an archive and check what it declares.

        Raises:
            UnreadableError: If it is damaged, protected by a password or too large unpacked.
        """
        self.name = name
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            self._infos = {info.filename: info for info in self._zip.infolist() if not info.is_dir()}
        except (zipfile.BadZipFile, ValueError, OSError, EOFError, NotImplementedError) as error:
            raise UnreadableError(f"'{shown(name)}' is damaged: not a whole zip archive") from error
        self._read = 0
        self._check(len(data))

    def _check(self, packed: int) -> None:
        if len(self._infos) > MOST_FILES:
            raise UnreadableError(f"'{shown(self.name)}' holds more than {MOST_FILES:,} files")
        total = sum(info.file_size for info in self._zip.infolist())
        if total > LARGEST_SUM or (total > RATIO_FROM and total > HIGHEST_RATIO * packed):
            raise UnreadableError(
                f"'{shown(self.name)}' would unpack to {total // 1_000_000:,} MB: too much for a text"
            )

    def __contains__(self, path: str) -> bool:
        return path in self._infos

    def paths(self) -> list[str]:
        """List the files."""
        return list(self._infos)

    def read(self, path: str) -> bytes:
        """Read one file of the archive.

        Raises:
            UnreadableError: If it is missing, damaged, protected or larger than it says.
        """
        info = self._infos.get(path)
        if info is None:
            raise UnreadableError(f"'{shown(self.name)}' lacks its part {shown(path)}")
        if info.flag_bits & 1:
            raise UnreadableError(f"'{shown(self.name)}' is protected by a password")
        if info.file_size > LARGEST_PART:
            raise UnreadableError(f"'{shown(self.name)}': its part {shown(path)} is too large")
        try:
            with self._zip.open(info) as stream:
                data = stream.read(info.file_size + 1)
        except (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError) as error:
            raise UnreadableError(f"'{shown(self.name)}': its part {shown(path)} is damaged") from error
        except (NotImplementedError, RuntimeError) as error:
            raise UnreadableError(
                f"'{shown(self.name)}': its part {shown(path)} is packed in a way argmap cannot read"
            ) from error
        self._read += len(data)
        if len(data) > info.file_size or self._read > LARGEST_SUM:
            raise UnreadableError(f"'{shown(self.name)}' unpacks to more than it declares")
        return data

    def xml(self, path: str) -> "_Element":
        """Read one file of the archive as XML."""
        return parse_xml(self.read(path), f"{self.name}: {path}")


def resolved(base: str, href: str) -> str | None:
    """Find the path inside an archive that a reference means; None if it leads out of it.

    Examples:
        >>> resolved("OEBPS/text/one.xhtml", "../notes.xhtml")
        'OEBPS/notes.xhtml'
        >>> resolved("content.opf", "../../etc/passwd") is None
        True
    """
    target = unquote(href)
    if re.match(r"[A-Za-z][A-Za-z0-9+.-]*:", target) or "\\" in target or "\x00" in target:
        return None
    path = posixpath.normpath(posixpath.join(posixpath.dirname(base), target.lstrip("/")))
    return None if path.startswith("..") or path.startswith("/") else path


def parse_xml(data: bytes, name: str) -> "_Element":
    """Parse XML that declares no entities.

    Raises:
        UnreadableError: If it is no well-formed XML, nests too deeply or declares entities.
    """
    from lxml import etree

    if declares_entities(data):
        raise UnreadableError(f"'{shown(name)}' declares XML entities, which argmap does not read")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False,
        huge_tree=False, remove_comments=True, remove_pis=True, collect_ids=False,
    )  # fmt: skip
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableError(f"'{shown(name)}' is damaged: {shown(str(error))}") from error
    dtd = root.getroottree().docinfo.internalDTD
    if dtd is not None and next(iter(dtd.iterentities()), None) is not None:
        raise UnreadableError(f"'{shown(name)}' declares XML entities, which argmap does not read")
    return root


def declares_entities(data: bytes) -> bool:
    """Tell whether XML declares entities of its own, in 8 or 16 bits."""
    return bool(_ENTITY.search(data)) or (
        b"\x00" in data[:64] and bool(_ENTITY.search(data.replace(b"\x00", b"")))
    )
