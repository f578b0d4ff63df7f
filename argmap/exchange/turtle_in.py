"""Reads the plain part of Turtle: named things, links and literals; no brackets."""

import re
from collections.abc import Iterator

from argmap.exchange.aif_triples import Resource
from argmap.model.errors import UnreadableError, shown

_TOKEN = re.compile(
    r"""(?P<space>\s+|\#[^\n]*)"""
    r'''|(?P<long>"""(?:[^"\\]|\\.|"(?!""))*"""|\'\'\'(?:[^'\\]|\\.|'(?!''))*\'\'\')'''
    r"""|(?P<text>"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')"""
    r"""|(?P<tail>\^\^|@[A-Za-z][A-Za-z0-9-]*)"""
    r"""|(?P<iri><[^<>"{}|^`\s]*>)"""
    r"""|(?P<end>[.;,](?=[\s;.,]|$))"""
    r"""|(?P<name>[^\s<>"'\[\]();,]+?(?=[\s<>"'\[\]();,]|\.\s|\.$|$))""",
    re.DOTALL,
)
_ESCAPE = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))", re.DOTALL)
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f"}
_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"


def read_turtle(text: str, name: str) -> list[Resource]:
    """Read the resources of a Turtle document, in order.

    Args:
        text: The document.
        name: Its name, for messages.

    Raises:
        UnreadableError: If it cannot be read, or has blank nodes in brackets.
    """
    things: dict[str, Resource] = {}
    prefixes: dict[str, str] = {}
    statement: list[tuple[str, str]] = []
    for token in _tokens(text, name):
        if token == ("end", "."):
            _take(statement, things, prefixes)
            statement = []
        else:
            statement.append(token)
            if len(statement) == 3 and statement[0][1].upper() == "PREFIX":
                _take(statement, things, prefixes)
                statement = []
    return list(things.values())


def _tokens(text: str, name: str) -> Iterator[tuple[str, str]]:
    at = 0
    while at < len(text):
        found = _TOKEN.match(text, at)
        if found is None or not found[0]:
            line = text.count("\n", 0, at) + 1
            told = shown(text[at : at + 20])
            raise UnreadableError(f"'{shown(name)}' cannot be read as Turtle in line {line}, at '{told}'")
        at = found.end()
        if found.lastgroup != "space":
            yield str(found.lastgroup), found[0]


def _take(statement: list[tuple[str, str]], things: dict[str, Resource], prefixes: dict[str, str]) -> None:
    """Take one statement: a subject with its predicates and objects, or a prefix."""
    if len(statement) < 3 or statement[0][1].lower() in ("@prefix", "prefix"):
        if len(statement) >= 3:
            prefixes[statement[1][1].removesuffix(":")] = statement[2][1].strip("<>")
        return
    subject = _whole(statement[0], prefixes)
    thing = things.setdefault(subject, Resource(subject))
    predicate = ""
    for kind, word in statement[1:]:
        if kind == "end":
            predicate = "" if word == ";" else predicate
        elif kind == "tail":
            predicate = f"^{predicate}" if word == "^^" else predicate
        elif predicate.startswith("^"):
            predicate = predicate[1:]  # the type of the literal before
        elif not predicate:
            predicate = _TYPE if word == "a" else _whole((kind, word), prefixes)
        elif kind in ("text", "long"):
            width = 3 if kind == "long" else 1
            thing.texts.append((predicate, _unescaped(word[width:-width])))
        elif predicate == _TYPE:
            thing.types.append(_whole((kind, word), prefixes))
        else:
            thing.links.append((predicate, _whole((kind, word), prefixes)))


def _whole(token: tuple[str, str], prefixes: dict[str, str]) -> str:
    kind, word = token
    if kind == "iri":
        return word[1:-1]
    prefix, _, rest = word.partition(":")
    return prefixes.get(prefix, f"{prefix}:") + rest if ":" in word else word


def _unescaped(text: str) -> str:
    def one(match: re.Match[str]) -> str:
        code = match[1] or match[2]
        if code:
            number = int(code, 16)
            return chr(number) if number < 0x110000 else "\ufffd"
        return _ESCAPES.get(match[3], match[3])

    return _ESCAPE.sub(one, text)
