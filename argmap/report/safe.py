"""Texts and data without characters that would steer a terminal, a log or a page."""

import json
from json.encoder import encode_basestring
from typing import Any

from argmap.model.pattern import pattern

_SPACES = pattern(r"\s+")


def one_line(text: str) -> str:
    r"""Put a text on one line; runs of white space become a space, what cannot be printed is spelt out.

    Examples:
        >>> print(one_line("a\n  b\x1b[31m"))
        a b\x1b[31m
    """
    folded = _SPACES.sub(" ", text).strip()
    return folded if folded.isprintable() else "".join(map(_spelt, folded))


def as_json(value: Any, indent: int | None = None) -> str:  # any JSON value
    r"""Write a value as JSON, letters of every script as they are and the rest as ``\u`` escapes.

    Halves of characters (from file names that are no UTF-8) become U+FFFD: no reader refuses the file.

    Examples:
        >>> print(as_json({"a": "\u2028é\udcff"}))
        {"a": "\u2028é\ufffd"}
    """
    text = indented(value) if indent == 2 else json.dumps(value, ensure_ascii=False, indent=indent)
    if text.replace("\n", "").isprintable():
        return text
    return "".join(c if c.isprintable() or c == "\n" else _escaped(c) for c in text)


def indented(value: Any, before: str = "\n") -> str:  # any JSON value
    """Write a value as ``json.dumps(value, ensure_ascii=False, indent=2)`` does, several times faster.

    Args:
        value: The value; keys are texts.
        before: The line break and the spaces before what closes it.
    """
    inner = before + "  "
    if isinstance(value, dict):
        entries = [
            f"{encode_basestring(k)}: {encode_basestring(v) if type(v) is str else indented(v, inner)}"
            for k, v in value.items()
        ]
        return f"{{{inner}{f',{inner}'.join(entries)}{before}}}" if entries else "{}"
    if isinstance(value, list | tuple):
        entries = [encode_basestring(v) if type(v) is str else indented(v, inner) for v in value]
        return f"[{inner}{f',{inner}'.join(entries)}{before}]" if entries else "[]"
    return json.dumps(value, ensure_ascii=False)


def _spelt(character: str) -> str:
    return character if character.isprintable() else repr(character)[1:-1]


def _escaped(character: str) -> str:
    if "\ud800" <= character <= "\udfff":
        return "\\ufffd"
    escaped = json.dumps(character)[1:-1]
    return escaped if len(escaped) > 1 else f"\\u{ord(character):04x}"
