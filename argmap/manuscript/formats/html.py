"""Web pages (.html), as pandoc, word processors and wikis write them."""

import re
from typing import TYPE_CHECKING

from argmap.manuscript.decoding import decoded
from argmap.manuscript.html_notes import Page
from argmap.manuscript.html_walk import italic_classes, read_pages
from argmap.manuscript.reading import Reading
from argmap.manuscript.registry import manuscript_format
from argmap.manuscript.web_parsing import parse_html

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_START = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->).)*-->\s*)*<(?:!doctype\s+html|html)[\s>]",
    re.IGNORECASE | re.DOTALL,
)
_CHARSET = re.compile(rb"(?:charset|encoding)\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)


def looks_like_html(data: bytes) -> bool:
    """Tell web pages by how they begin."""
    head = data[:4096]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        head = head[2:].replace(b"\x00", b"")
    return _START.match(head.removeprefix(b"\xef\xbb\xbf")) is not None


@manuscript_format("html", (".html", ".htm", ".xhtml"), looks_like_html)
def read_html(data: bytes, name: str) -> Reading:
    """Read a web page. Places are lines of the file.

    Raises:
        UnreadableError: If it nests too deeply or declares entities.
    """
    declared = _CHARSET.search(data[:4096])
    text, remark = decoded(data, declared[1].decode("ascii", "replace") if declared else None)
    root = parse_html(text, name)
    css = "\n".join(style.text or "" for style in root.iter("style"))
    found = read_pages([Page("", root)], italic_classes(css))
    if remark:
        found.remark(remark)
    return found.reading("html", "line", _title(root))


def _title(root: "HtmlElement") -> str | None:
    title = root.find(".//title")
    return " ".join((title.text or "").split()) if title is not None else None
