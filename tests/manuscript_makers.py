"""Small makers of manuscripts for tests."""

from argmap.manuscript.assemble import assemble
from argmap.manuscript.citations.matching import Citation, Citations, match_citations
from argmap.manuscript.document import Manuscript
from argmap.manuscript.registry import read_bytes
from argmap.model.records import Source

BIBLIOGRAPHY = """
Baker, Ann. *The Mills of the Valley*. London: Field Press, 1987.

Carter, John. “Armies and Bread.” *Journal of Siege Studies* 4, no. 2 (1991): 33-51.

Dunn, Mary. *Flour and Water*. Leeds: Mill House, 2005.
"""


def a_manuscript(text: str, titles: dict[str, str] | None = None) -> Manuscript:
    """A plain text, read."""
    return assemble(read_bytes(text.encode(), "text.txt", "text"), titles or {})


def with_notes(*notes: str, bibliography: str = "") -> Manuscript:
    """A text of one paragraph that calls these notes in turn."""
    body = " ".join(f"The mill said so.^{i}" for i in range(1, len(notes) + 1))
    listed = "\n\n".join(f"^{i} {note}" for i, note in enumerate(notes, 1))
    tail = f"\n\nBibliography\n{bibliography}" if bibliography else ""
    return a_manuscript(f"{body}\n\n{listed}{tail}\n")


def matched(*notes: str, bibliography: str = "", sources: dict[str, Source] | None = None) -> Citations:
    """The citations of these notes, matched."""
    return match_citations(with_notes(*notes, bibliography=bibliography), sources)


def the_citation(*notes: str, bibliography: str = "") -> Citation:
    """The last citation of these notes."""
    return matched(*notes, bibliography=bibliography).citations[-1]
