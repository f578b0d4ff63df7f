"""Sentence by sentence: who is said to hold it, how guardedly, when, how much, and with which note."""

from collections.abc import Iterator
from dataclasses import dataclass

from argmap.manuscript.attributions import Attribution, find_attributions
from argmap.manuscript.citations.matching import Citations
from argmap.manuscript.citations.works import fold, name_words
from argmap.manuscript.dates import find_dates
from argmap.manuscript.document import Manuscript
from argmap.manuscript.hedges import find_hedges
from argmap.manuscript.quantities import Quantity, find_quantities


@dataclass(frozen=True, slots=True)
class Statement:
    """What can be read off one sentence without understanding it."""

    anchor: str
    part: str | None
    line: int
    text: str
    notes: tuple[str, ...]
    attributions: tuple[Attribution, ...]
    hedges: tuple[str, ...]
    dates: tuple[str, ...]
    """EDTF."""
    quantities: tuple[Quantity, ...]

    @property
    def is_plain(self) -> bool:
        """Whether there is nothing to tell but its words."""
        return not (self.attributions or self.hedges or self.dates or self.quantities or self.notes)


def find_statements(manuscript: Manuscript, citations: Citations | None = None) -> Iterator[Statement]:
    """Give every sentence with what can be read off it.

    Args:
        manuscript: The text.
        citations: Its citations: their authors are looked for by name.
    """
    authors = author_names(citations) if citations else frozenset()
    for paragraph, sentence in manuscript.sentences():
        yield Statement(
            anchor=sentence.anchor,
            part=paragraph.part,
            line=sentence.line,
            text=sentence.text,
            notes=sentence.notes,
            attributions=tuple(find_attributions(sentence.text, authors)),
            hedges=tuple(find_hedges(sentence.text)),
            dates=tuple(date.edtf for date in find_dates(sentence.text)),
            quantities=tuple(find_quantities(sentence.text)),
        )


def author_names(citations: Citations) -> frozenset[str]:
    """Give the family names, in lower case, of persons whose works the manuscript cites."""
    found: set[str] = set()
    for entry in citations.entries:
        if not entry.citation.is_body and entry.citation.author:
            family = entry.citation.author.split(",")[0]
            if len(family.split()) <= 2:
                found.update(name_words(family))
    for citation in citations.citations:
        parsed = citation.parsed
        if parsed.form == "full" and parsed.author and not parsed.is_body and "," not in parsed.author:
            words = fold(parsed.author).replace("'", "").split()
            found.update(word for word in words[-1:] if len(word) > 2 and word.isalpha())
    return frozenset(found - {"the", "and", "jr", "eds"})
