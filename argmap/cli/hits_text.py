"""What a search found, as lines for a terminal."""

import unicodedata
from collections.abc import Iterator

from argmap.model.vocabulary import VERDICT_MARKS
from argmap.search.entry import Entry
from argmap.search.index import Hits
from argmap.search.matches import Marked, excerpt, marked, passage
from argmap.search.query import Query

INDENT = "    "


def hits_text(hits: Hits, query: Query, width: int) -> Iterator[Marked]:
    """Tell what was found, a line at a time, in pieces that are marked where they were asked for.

    Args:
        hits: What was found.
        query: What was asked for.
        width: Columns of a line.
    """
    for hit in hits.best:
        yield ((_head(hit.entry), False),)
        for line in _wrapped(hit.entry.title, width - len(INDENT)):
            yield ((INDENT, False), *marked(line, query))
        more = passage(hit.entry, query, 10 * width)
        if more:
            yield _line(more, query, width)
    told = f"{hits.number:,} found" + ("" if hits.is_whole else "; none has all the words")
    left = hits.number - len(hits.best)
    yield ((told + (f"; {left:,} more with --limit" if left else ""), False),)


def _head(entry: Entry) -> str:
    """Tell what a record is, and how it fares."""
    mark = f"{VERDICT_MARKS[entry.verdict]} " if entry.verdict in VERDICT_MARKS else ""
    grade = f" ({entry.grade})" if entry.verdict and entry.grade else entry.grade
    about = entry.note if entry.kind == "finding" else f"{entry.verdict}{grade}"
    facts = (about, f"part {entry.part}" if entry.part and entry.kind != "part" else "")
    told = ", ".join(fact for fact in facts if fact)
    return f"{mark}{entry.kind} {entry.key}" + (f": {told}" if told else "")


def _line(text: str, query: Query, width: int) -> Marked:
    """Set the part of a text that shows the words on one line."""
    text = " ".join(text.split())
    room = width - len(INDENT) - 4
    length = max(10, room * len(text) // (_columns(text) or 1))
    return ((INDENT, False), *marked(excerpt(text, query, length), query))


def _wrapped(text: str, width: int) -> Iterator[str]:
    """Break a text into lines of so many columns, at blanks where there are any."""
    line = ""
    for word in text.split():
        whole = f"{line} {word}" if line else word
        if _columns(whole) <= width:
            line = whole
            continue
        if line:
            yield line
        line = ""
        for sign in word:
            if _columns(line + sign) > width:
                yield line
                line = ""
            line += sign
    if line:
        yield line


def _columns(text: str) -> int:
    """Count the columns that a text takes; Korean, Chinese and Japanese signs take two each."""
    if text.isascii():
        return len(text)
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text)
