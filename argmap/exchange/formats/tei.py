"""TEI texts (P5 and P4): notes, bibliographic entries and quotations come in."""

from argmap.exchange.building import MapBuilder
from argmap.exchange.content import Content
from argmap.exchange.registry import Imported, importer
from argmap.exchange.tei_reader import TeiReader
from argmap.exchange.tei_text import first, words

_ROOTS = ("TEI", "teiCorpus", "TEI.2")


def likely(content: Content) -> float:
    """Tell TEI by its root element and namespace."""
    if content.tag not in _ROOTS:
        return 0
    return 1 if "tei-c.org" in content.namespace or content.tag == "TEI.2" else 0.9


@importer("tei", "TEI notes, bibliography and quotations", (".xml", ".tei"), likely)
def read(content: Content) -> Imported:
    """Read the evidence and sources of a TEI text."""
    root = content.xml
    builder = MapBuilder()
    TeiReader(root, builder).read()
    statement = first(root, "titleStmt")
    title = first(statement, "title") if statement is not None else None
    return builder.build(words(title))
