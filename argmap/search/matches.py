"""Where the words asked for stand in a text, and the part of it that shows them."""

import re
from collections.abc import Iterator

from argmap.search.entry import Entry
from argmap.search.query import Query
from argmap.search.words import words_of

_RUNS = re.compile(r"[^\W_]+")

Marked = tuple[tuple[str, bool], ...]
"""Text in pieces, each with whether it was asked for."""


def marked(text: str, query: Query) -> Marked:
    """Part a text into what was asked for and the rest.

    Examples:
        >>> from argmap.search.query import parse_query
        >>> marked("Stalin's first blow", parse_query("blow"))
        (("Stalin's first ", False), ('blow', True))
    """
    pieces: list[tuple[str, bool]] = []
    done = 0
    for start, end in _hits(text, query):
        if start > done:
            pieces.append((text[done:start], False))
        pieces.append((text[start:end], True))
        done = end
    if done < len(text):
        pieces.append((text[done:], False))
    return tuple(pieces)


def excerpt(text: str, query: Query, length: int) -> str:
    """Cut a text at blanks to a length around the first words asked for; empty where there are none."""
    first = next(_hits(text, query), None)
    if first is None:
        return ""
    if len(text) <= length:
        return text
    start = max(0, min(first[0] - length // 3, len(text) - length))
    if start:
        start = text.find(" ", start, first[0]) + 1 or first[0]
    end = start + length
    if end < len(text):
        end = max(text.rfind(" ", first[1], end), min(first[1], end))
    return f"{'… ' if start else ''}{text[start:end].strip()}{' …' if end < len(text) else ''}"


def _hits(text: str, query: Query) -> Iterator[tuple[int, int]]:
    for run in _RUNS.finditer(text):
        if any(query.marks(word) for word in words_of(run[0])):
            yield run.span()


def passage(entry: Entry, query: Query, length: int) -> str:
    """Give the passage of a record's further texts that shows words its title does not have."""
    title = words_of(entry.title)
    missing = Query(tuple(term for term in query.words if not any(map(term.fits, title))))
    found = (excerpt(text, missing, length) for _, text in entry.fields if text != entry.key)
    return next(filter(None, found), "")
