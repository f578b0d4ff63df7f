"""Settings as they are mostly written, read at once; any other TOML is left to the library.

``tomllib`` takes half as long to import as the interpreter to start. Here tables, texts, whole numbers,
truth values, and lists and tables of these on one line are read; a test holds the two to one another.
"""

from typing import Any

_BARE = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-")
_WORDS = {"true": True, "false": False}
_LONGEST = 15
"""Digits of a number."""


class UnusualTomlError(ValueError):
    """Raised for what is not read here, whether or not it is TOML."""


def usual_toml(text: str) -> dict[str, Any] | None:
    """Read a document.

    Returns:
        What ``tomllib.loads`` gives; None if only it can tell.

    Examples:
        >>> usual_toml('title = "A fire"  # in one line' + chr(10) + "[parts]" + chr(10) + "I = {notes = 3}")
        {'title': 'A fire', 'parts': {'I': {'notes': 3}}}
        >>> usual_toml("when = 1950-06-25")
    """
    top: dict[str, Any] = {}
    table = top
    known: dict[tuple[str, ...], dict[str, Any]] = {(): top}
    try:
        for line in text.split("\n"):
            line = line.strip(" \t")
            if not (line.isprintable() or line.replace("\t", " ").isprintable()):
                return None
            if line.startswith("["):
                table = _table(line, known)
            elif line and not line.startswith("#"):
                _end(line, _pair(line, 0, table))
    except (ValueError, RecursionError):
        return None
    return top


def _table(line: str, known: dict[tuple[str, ...], dict[str, Any]]) -> dict[str, Any]:
    """Begin the table that a line heads; no table is begun twice."""
    head = line.partition("#")[0].rstrip(" \t")
    names = tuple(head[1:-1].split("."))
    if not head.endswith("]") or names in known:
        raise UnusualTomlError
    for depth, name in enumerate(names):
        path, above = names[: depth + 1], known[names[:depth]]
        if not name or not _BARE.issuperset(name) or (path not in known and name in above):
            raise UnusualTomlError
        if path not in known:
            known[path] = above[name] = {}
    return known[names]


def _pair(line: str, at: int, table: dict[str, Any]) -> int:
    """Read a name and its value; give the place behind them."""
    start = at
    while at < len(line) and line[at] in _BARE:
        at += 1
    name = line[start:at]
    at = _blanks(line, at)
    if not name or name in table or line[at : at + 1] != "=":
        raise UnusualTomlError
    table[name], at = _value(line, _blanks(line, at + 1))
    return at


def _value(line: str, at: int) -> tuple[Any, int]:
    first = line[at : at + 1]
    if first == '"':
        return _text(line, at)
    if first == "[":
        return _list(line, at + 1)
    if first == "{":
        return _inline(line, at + 1)
    start = at
    while at < len(line) and line[at] in _BARE:
        at += 1
    word = line[start:at]
    if word in _WORDS:
        return _WORDS[word], at
    plain = word.isdigit() and len(word) <= _LONGEST and (word == "0" or word[0] != "0")
    if not plain or line[at : at + 1] in (".", ":"):
        raise UnusualTomlError
    return int(word), at


def _text(line: str, at: int) -> tuple[str, int]:
    """Read a text in quotation marks; such escapes as JSON has too are read by its rules."""
    end = line.find('"', at + 1)
    text = line[at + 1 : end]
    if end < 0 or (not text and line[end + 1 : end + 2] == '"'):  # it may go over several lines
        raise UnusualTomlError
    if "\\" not in text:
        return text, end + 1
    import json

    text, end = json.JSONDecoder().raw_decode(line, at)
    written = line[at:end].lower()
    if "\\/" in written or "\\ud" in written or not text.isprintable():
        raise UnusualTomlError
    return text, end


def _list(line: str, at: int) -> tuple[list[Any], int]:
    found: list[Any] = []
    at = _blanks(line, at)
    while line[at : at + 1] != "]":
        value, at = _value(line, at)
        found.append(value)
        at = _blanks(line, at)
        if line[at : at + 1] == ",":
            at = _blanks(line, at + 1)
        elif line[at : at + 1] != "]":
            raise UnusualTomlError
    return found, at + 1


def _inline(line: str, at: int) -> tuple[dict[str, Any], int]:
    found: dict[str, Any] = {}
    at = _blanks(line, at)
    while line[at : at + 1] != "}":
        at = _blanks(line, _pair(line, at, found))
        if line[at : at + 1] == ",":
            at = _blanks(line, at + 1)
            if line[at : at + 1] == "}":
                raise UnusualTomlError
        elif line[at : at + 1] != "}":
            raise UnusualTomlError
    return found, at + 1


def _blanks(line: str, at: int) -> int:
    while at < len(line) and line[at] in " \t":
        at += 1
    return at


def _end(line: str, at: int) -> None:
    """See that nothing but a comment stands behind a value."""
    if line[_blanks(line, at) :][:1] not in ("", "#"):
        raise UnusualTomlError
