"""The inside of a line of Argdown: titles, tags, data, mentions, emphasis, escapes."""

import re
from dataclasses import dataclass, field
from typing import Any

_STATEMENT = re.compile(r"\[((?:[^\[\]\\]|\\.)+)\](?!\()\s*(:(?=\s|$))?\s*")
_ARGUMENT = re.compile(r"<((?:[^<>\\\n]|\\.)+)>\s*(:(?=\s|$))?\s*")
_SPECIAL = re.compile(r"[\\#*_@\[\x00]")
_TAG = re.compile(r"(?<![\w\\&])#(?:\(([^)\n]{0,200})\)|([^\W_][\w-]*))")
_DATA = re.compile("\x00([0-9]+)\x00")
_MENTION = re.compile(r"(?<!\\)@[\[<]([^\]>\n]{1,300})[\]>]")
_LINK = re.compile(r"(?<!\\)\[([^\[\]\n]*)\]\(([^()\s]*)\)")
_STRONG = re.compile(r"(?<![\\\w*])(\*\*|\*)(?=\S)([^*\n]+?)(?<=[^\s\\])\1(?![\w*])")
_UNDER = re.compile(r"(?<![\\\w_])(__|_)(?=\S)([^_\n]+?)(?<=[^\s\\])\1(?![\w_])")
_ESCAPE = re.compile(r"\\([^\w\s]|_)")
_COMMENT = re.compile(r"(?<!\\)(?:<!--|/\*|(?<![:/])//)")
_CLOSINGS = {"<!--": "-->", "/*": "*/", "//": "\n"}
_TO_ESCAPE = re.compile(r"[\\\[\]<>{}#*_@]|/(?=[/*])|:(?=[a-z0-9_+-]+:)|\.(?=[a-z_]+\.)")


@dataclass(slots=True)
class Inline:
    """What a line says: which statement or argument, in which words, with which tags and data."""

    is_argument: bool = False
    title: str = ""
    """Empty for a statement without a title."""
    text: str = ""
    """Empty for a mere reference."""
    tags: list[str] = field(default_factory=list)
    data: list[int] = field(default_factory=list)
    """Numbers of the data elements that stand in it."""


def read_inline(line: str) -> Inline:
    r"""Take a line apart.

    Examples:
        >>> found = read_inline("[Fire]: The **oven** was \\#1. #cause")
        >>> found.title, found.text, found.tags
        ('Fire', 'The oven was #1.', ['cause'])
    """
    found = Inline()
    first = line[:1]
    match = _STATEMENT.match(line) if first == "[" else _ARGUMENT.match(line) if first == "<" else None
    text = line
    if match is not None:
        rest = line[match.end() :]
        if match[2] or not rest or rest[0] in "#{\x00":
            found.is_argument = first == "<"
            found.title = " ".join(_ESCAPE.sub(r"\1", match[1]).split())
            text = rest
    if _SPECIAL.search(text):
        text = _plain(text, found)
    found.text = (
        " ".join(text.split()) if "  " in text or text[-1:] == " " or not text.isprintable() else text
    )
    return found


def _plain(text: str, found: Inline) -> str:
    if "\x00" in text:
        found.data = [int(number) for number in _DATA.findall(text)]
        text = _DATA.sub(" ", text)
    if "#" in text:
        found.tags = [a or b for a, b in _TAG.findall(text) if a or b]
        text = _TAG.sub(" ", text)
    text = mentions_named(text)
    if "](" in text:
        text = _LINK.sub(r"\1 (\2)", text)
    if "*" in text:
        text = _STRONG.sub(r"\2", text)
    if "_" in text:
        text = _UNDER.sub(r"\2", text)
    if "\\" in text:
        text = _ESCAPE.sub(r"\1", text)
    return text.strip()


def mentions_named(text: str) -> str:
    """Write the titles of what a text mentions in place of the mentions.

    Examples:
        >>> mentions_named("I doubt @[Fire] and @<Oven>.")
        'I doubt Fire and Oven.'
    """
    return _MENTION.sub(r"\1", text) if "@" in text else text


def escaped(text: str) -> str:
    r"""Write a text so that Argdown reads it as it is.

    Examples:
        >>> print(escaped("a [b] #c"))
        a \[b\] \#c
    """
    return _TO_ESCAPE.sub(lambda match: "\\" + match[0], text)


def without_comments(text: str) -> str:
    """Take comments out, but for their line breaks; one that is never closed is none.

    Examples:
        >>> without_comments("a /* b */ c <!-- d --> http://e // f")
        'a  c  http://e '
    """
    if "/" not in text and "<!--" not in text:
        return text
    pieces: list[str] = []
    last = at = 0
    open_for_good: set[str] = set()
    while (found := _COMMENT.search(text, at)) is not None:
        opening = found[0]
        at = found.end()
        if opening in open_for_good:
            continue
        end = text.find(_CLOSINGS[opening], at)
        if end < 0 and opening != "//":
            open_for_good.add(opening)
            continue
        at = len(text) if end < 0 else end + (0 if opening == "//" else len(_CLOSINGS[opening]))
        pieces += (text[last : found.start()], "\n" * text.count("\n", found.start(), at))
        last = at
    return "".join([*pieces, text[last:]])


def taken_out(text: str) -> tuple[str, list[str]]:
    """Put numbered marks in the place of data elements (``{…}``), wherever they break lines.

    Args:
        text: The document, without comments.

    Returns:
        The text with marks, and the data elements with their braces.
    """
    if "{" not in text:
        return text, []
    pieces: list[str] = []
    found: list[str] = []
    depth = start = last = 0
    for match in re.finditer(r"\\.|[{}]", text):
        if match[0] == "{":
            if depth == 0:
                start = match.start()
            depth += 1
        elif match[0] == "}" and depth:
            depth -= 1
            if depth == 0:
                pieces.append(text[last:start])
                pieces.append(f"\x00{len(found)}\x00")
                found.append(text[start : match.end()])
                last = match.end()
    pieces.append(text[last:])
    return "".join(pieces), found


def parse_data(raw: str) -> dict[str, Any] | None:
    """Read a data element, in flow form or, after a line break, in block form; None if it is broken."""
    from argmap.files.yaml_fault import YamlFault
    from argmap.files.yaml_text import parse_yaml

    inner = raw[1:-1]
    try:
        value = parse_yaml(inner if inner.lstrip(" \t").startswith("\n") else raw, first_wins=True)
    except YamlFault:
        return None
    if value is None:
        return {}
    return {str(key): item for key, item in value.items()} if isinstance(value, dict) else None
