"""HTML and XHTML parsed into the same plain tree."""

import re
from typing import TYPE_CHECKING

from argmap.manuscript.containers import declares_entities
from argmap.model.errors import UnreadableError, shown

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_XML_DECLARATION = re.compile(r"\s*<\?xml[^>]*\?>")
_EMPTY = re.compile(r"<(a|span|i|b|em|strong|sup|div|p|script|title|td|li)(\s[^<>]*|)/>", re.IGNORECASE)


def parse_html(text: str, name: str) -> "HtmlElement":
    """Parse a page, whether HTML or XHTML, with nothing fetched and no entities of its own.

    Raises:
        UnreadableError: If it cannot be parsed, nests too deeply or declares entities.
    """
    from lxml import etree, html

    if declares_entities(text[:100_000].encode()):
        raise UnreadableError(f"'{shown(name)}' declares XML entities, which argmap does not read")
    declaration = _XML_DECLARATION.match(text)
    if declaration is not None:
        text = "\n" * declaration[0].count("\n") + text[declaration.end() :]
    text = _EMPTY.sub(r"<\1\2></\1>", text)
    parser = html.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)
    try:
        root = html.document_fromstring(text.encode(), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableError(f"'{shown(name)}' cannot be read: {shown(str(error))}") from error
    if any("xcessive depth" in entry.message for entry in parser.error_log):
        raise UnreadableError(f"'{shown(name)}' nests its elements too deeply to be read")
    return root
