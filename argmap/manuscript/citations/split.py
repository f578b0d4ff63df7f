"""One note to its citations: at semicolons outside quotation marks, brackets and emphasis."""

import re
from collections.abc import Iterator

_OPEN = {"(": ")", "[": "]", "{": "}", "<": ">"}
_SIGNAL = re.compile(
    r"(?<=[.;)”\"])\s+(?=(?i:(?:but\s+)?(?:see|cf\.|compare|contrast|vgl\.|siehe|voir)(?:\s+(?:also|auch|aussi))?"
    r"(?:,?\s+(?:e\.g\.|for example|generally|further))?),?\s+[A-ZÀ-Þ*“\"])"
)
_LONGEST_QUOTE = 400
"""Characters after which an unclosed quotation mark is taken for a slip."""


def split_note(text: str) -> list[str]:
    """Split a note into citations.

    Examples:
        >>> split_note("Ree, *Socialism; a history*, p. 3; “War; peace,” *Now*, 1951. See also Lee, *Land*.")
        ['Ree, *Socialism; a history*, p. 3', '“War; peace,” *Now*, 1951.', 'See also Lee, *Land*.']
    """
    pieces = [piece for part in _at_semicolons(text) for piece in _before_signals(part)]
    return [piece for piece in (p.strip(" \t;") for p in pieces) if re.search(r"\w", piece)]


def _at_semicolons(text: str) -> Iterator[str]:
    closers: list[str] = []
    start, i = 0, 0
    while i < len(text):
        char = text[i]
        if closers and char == closers[-1]:
            closers.pop()
        elif char == ";" and not closers and not _is_entity(text, i):
            yield text[start:i]
            start = i + 1
        else:
            closer = _closer(text, i, closers)
            if closer:
                closers.append(closer)
        i += 1
    yield text[start:]


def _closer(text: str, at: int, closers: list[str]) -> str | None:
    """Give what closes here, if something opens here that is closed later."""
    char = text[at]
    if char in _OPEN:
        closer = _OPEN[char]
    elif char == "“":
        closer = "”" if "”" in text[at : at + _LONGEST_QUOTE] else '"'
    elif char == "«":
        closer = "»"
    elif char == "„":
        closer = "“" if "“" in text[at : at + _LONGEST_QUOTE] else "”"
    elif char in '"*' and not (closers and closers[-1] == char) and _opens(text, at):
        closer = char
    else:
        return None
    return closer if closer in text[at + 1 : at + _LONGEST_QUOTE] else None


def _opens(text: str, at: int) -> bool:
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    return (not before or not before.isalnum()) and bool(after) and not after.isspace()


def _is_entity(text: str, at: int) -> bool:
    return re.search(r"&#?\w{2,8}$", text[max(0, at - 10) : at]) is not None


def _before_signals(text: str) -> Iterator[str]:
    start = 0
    for match in _SIGNAL.finditer(text):
        if len(text[start : match.start()].strip()) > 8:
            yield text[start : match.start()]
            start = match.end()
    yield text[start:]
