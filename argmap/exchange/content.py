"""The bytes of a foreign file, looked at in the ways that formats need; each way only once."""

import json
import re
from functools import cached_property
from typing import TYPE_CHECKING, Any

from argmap.model.errors import UnreadableError, shown

if TYPE_CHECKING:
    from lxml.etree import _Element

_BOMS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_GUESSES = (("cp949", re.compile("[\uac00-\ud7a3]{2}")), ("cp932", re.compile("[\u3041-\u30fe]{2}")))
_XML_ENCODING = re.compile(rb"""\A<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z0-9._-]+)""")
_ENTITY = re.compile(r"""<!ENTITY\s+([A-Za-z_][\w.-]*)\s+(?:"([^"&%<]{0,300})"|'([^'&%<]{0,300})')\s*>""")
_DOCTYPE = re.compile(r"<!DOCTYPE[^\[>]*\[(.*?)\]\s*>", re.DOTALL)
_MARKUP = re.compile(r"\s*(?:<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^\[>]*(?:\[.*?\]\s*)?>)", re.DOTALL)
_TAG = re.compile(r"\s*<([A-Za-z_][\w.-]*)(?::([A-Za-z_][\w.-]*))?(?=[\s/>])([^>]*)>")
_MISSING = object()


class Content:
    r"""A foreign file: its bytes, and what they are as text, JSON or XML.

    Examples:
        >>> Content(b'\xef\xbb\xbf{"nodes": []}', "a.json").json
        {'nodes': []}
        >>> Content(b'<?xml version="1.0"?><ARG/>', "a.aml").tag
        'ARG'
    """

    def __init__(self, data: bytes, name: str) -> None:
        """Take a file.

        Args:
            data: Its bytes.
            name: Its name, for its suffix and for messages.
        """
        self.data = data
        self.name = name

    @cached_property
    def _decoded(self) -> tuple[str, str]:
        data = self.data
        for encoding in self._likely_encodings():
            try:
                return data.decode(encoding), encoding
            except (UnicodeDecodeError, LookupError):
                continue
        return data.decode("cp1252", errors="replace"), "cp1252"

    def _likely_encodings(self) -> list[str]:
        data = self.data
        found = [name for bom, name in _BOMS if data.startswith(bom)][:1]
        if not found and data[:64].count(0) > 8:
            found.append("utf-16-le" if data[1:2] == b"\0" else "utf-16-be")
        found.append("utf-8")
        if declared := _XML_ENCODING.match(data):
            found.append(declared[1].decode("ascii"))
        for name, letters in _GUESSES:
            try:
                if b"\0" not in data[:4096] and not data.isascii() and letters.search(data.decode(name)):
                    found.append(name)
            except UnicodeDecodeError:
                continue
        return found

    @cached_property
    def text(self) -> str:
        """The file as text, without a byte order mark, lines ending in a line feed.

        What is not UTF-8 or marked otherwise is guessed; `guessed_encoding` tells.
        """
        text = self._decoded[0].removeprefix("\ufeff")
        return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text

    @property
    def guessed_encoding(self) -> str | None:
        """The encoding, where nothing in the file names it and it is not UTF-8."""
        encoding = self._decoded[1]
        return encoding if encoding.startswith("cp") else None

    @property
    def head(self) -> str:
        """The first 4,000 characters without white space before them, for a look."""
        return self.text[:5000].lstrip()[:4000]

    @cached_property
    def _json(self) -> Any:
        if self.head[:1] not in ("{", "["):
            return _MISSING
        try:
            return json.loads(self.text)
        except RecursionError:
            raise UnreadableError(f"'{shown(self.name)}' is nested too deeply") from None
        except ValueError:
            return _MISSING

    @property
    def is_json(self) -> bool:
        """Whether it is a JSON object or list."""
        return self._json is not _MISSING

    @property
    def json(self) -> Any:
        """The file as JSON; None where it is none (`read_json` says why).

        Raises:
            UnreadableError: If it is nested too deeply.
        """
        return None if self._json is _MISSING else self._json

    def read_json(self) -> Any:
        """Give the file as JSON.

        Raises:
            UnreadableError: If it is none.
        """
        if self._json is _MISSING:
            try:
                return json.loads(self.text)
            except ValueError as error:
                raise UnreadableError(f"'{shown(self.name)}' is no JSON: {shown(str(error))}") from None
        return self._json

    @property
    def keys(self) -> frozenset[str]:
        """The keys of a JSON object; empty for anything else."""
        found = self.json
        return frozenset(found) if isinstance(found, dict) else frozenset()

    @cached_property
    def _root(self) -> tuple[str, str]:
        if not self.head.startswith("<"):
            return "", ""
        text = self.text[:100_000]
        at = 0
        while found := _MARKUP.match(text, at):
            at = found.end()
        tag = _TAG.match(text, at)
        if tag is None:
            return "", ""
        prefix, local = (tag[1], tag[2]) if tag[2] else ("", tag[1])
        wanted = f"xmlns:{prefix}" if prefix else "xmlns"
        space = re.search(rf"""(?<![\w:]){wanted}\s*=\s*["']([^"']*)""", tag[3])
        return local, space[1] if space else ""

    @property
    def tag(self) -> str:
        """Local name of the XML root, without parsing; empty where this is no XML."""
        return self._root[0]

    @property
    def namespace(self) -> str:
        """Namespace of the XML root as written (an entity stays ``&aif;``), without parsing."""
        return self._root[1]

    @cached_property
    def xml(self) -> "_Element":
        """The root of the file as XML.

        Entities that merely stand for a plain text, as OWL files have them for namespaces, are
        put in beforehand; every other entity is refused.

        Raises:
            UnreadableError: If it is no well-formed XML, nests too deeply or declares entities.
        """
        from argmap.manuscript.containers import parse_xml

        text = _without_plain_entities(self.text, self.name)
        text = re.sub(r"\A<\?xml.*?\?>", "", text, count=1, flags=re.DOTALL)
        return parse_xml(text.strip().encode("utf-8", "replace"), self.name)


def _without_plain_entities(text: str, name: str) -> str:
    if "<!ENTITY" not in text:
        return text
    doctype = _DOCTYPE.search(text)
    if doctype is None or _ENTITY.sub("", doctype[1]).strip():
        return text  # the parser's guard refuses it
    values = {m[1]: m[2] if m[2] is not None else m[3] for m in _ENTITY.finditer(doctype[1])}
    body = text[: doctype.start()] + text[doctype.end() :]
    uses = sum(body.count(f"&{key};") * len(value) for key, value in values.items())
    if uses > 20_000_000 + 10 * len(text):
        raise UnreadableError(f"'{shown(name)}' would grow beyond all bounds by its XML entities")
    return re.sub(r"&([A-Za-z_][\w.-]*);", lambda m: values.get(m[1], m[0]), body)
