"""Markdown: CommonMark with pandoc's notes and citations."""

import re

from argmap.manuscript.decoding import decoded
from argmap.manuscript.markdown_walk import Walk
from argmap.manuscript.reading import Reading
from argmap.manuscript.registry import manuscript_format
from argmap.model.errors import UnreadableError, shown

MOST_BRACKETS = 10_000
"""Opening brackets in one paragraph."""

MOST_NOTES = 1_000
"""Inline notes in one paragraph."""

_DEFINITION = re.compile(rb"^ {0,3}\[\^[^\]\s]+\]:[ \t]*\S", re.MULTILINE)
_TITLE = re.compile(r"^title:[ \t]*(?P<title>\S.*)$", re.MULTILINE)
_FRONT = re.compile(r"---[ \t]*\n.*?\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_TITLE_BLOCK = re.compile(r"(?:%[^\n]*\n(?:[ \t]+\S[^\n]*\n)*){1,3}")
_FENCED_DIV = re.compile(r"^[ \t]*:{3,}.*$", re.MULTILINE)


def looks_like_markdown(data: bytes) -> bool:
    """Tell Markdown by the definition of a note; all else in it may be plain text, too."""
    return _DEFINITION.search(data) is not None


@manuscript_format("markdown", (".md", ".markdown", ".mdown", ".mkd", ".qmd", ".rmd"), looks_like_markdown)
def read_markdown(data: bytes, name: str) -> Reading:
    """Read Markdown. Places are lines of the file.

    Notes have no printed numbers: they are numbered by order of their markers.
    """
    text, remark = decoded(data)
    _refuse_mazes(text, name)
    title, text = _without_front(text)
    walk = Walk(_FENCED_DIV.sub("", text))
    if remark:
        walk.found.remark(remark)
    walk.run()
    return walk.found.reading("markdown", "line", title)


def _refuse_mazes(text: str, name: str) -> None:
    """Refuse paragraphs whose brackets would take a parser minutes to match."""
    if text.count("[") < MOST_NOTES:
        return
    for paragraph in text.split("\n\n"):
        if paragraph.count("[") > MOST_BRACKETS or paragraph.count("^[") > MOST_NOTES:
            raise UnreadableError(f"'{shown(name)}' holds a paragraph with too many brackets to read")


def _without_front(text: str) -> tuple[str | None, str]:
    """Blank out the metadata before the text, keeping its lines, and give its title."""
    front = _FRONT.match(text)
    if front is not None:
        found = _TITLE.search(front[0])
        title = found["title"].strip().strip("\"'") if found else None
    else:
        front = _TITLE_BLOCK.match(text)
        if front is None:
            return None, text
        title = front[0].split("\n% ", 1)[0].lstrip("% ")
    return " ".join((title or "").split()) or None, "\n" * front[0].count("\n") + text[front.end() :]
