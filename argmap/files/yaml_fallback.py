"""Reads YAML where yaml-rs has no wheel: the same values from PyYAML's events."""

import math
import re
from typing import Any

from argmap.files.yaml_fault import YamlFault, fault_of
from argmap.files.yaml_nodes import Node, compose

_CORE = "tag:yaml.org,2002:"
_WORDS = {"": None, "~": None, "null": None, "Null": None, "NULL": None}
_WORDS |= dict.fromkeys(("true", "True", "TRUE"), True)  # type: ignore[arg-type]
_WORDS |= dict.fromkeys(("false", "False", "FALSE"), False)  # type: ignore[arg-type]
_INT = re.compile(r"[-+]?(?:0[xX](?P<x>[0-9a-fA-F]+)|0[oO](?P<o>[0-7]+)|0[bB](?P<b>[01]+)|[0-9]+)")
_FLOAT = re.compile(r"[-+]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][-+]?[0-9]+)?")
_INFINITE = re.compile(r"[-+]?\.inf", re.IGNORECASE)
_BASES = {"x": 16, "o": 8, "b": 2}


def parse_yaml_slowly(text: str, *, first_wins: bool = False) -> object:
    """Read a YAML text as ``yaml_text.parse_yaml`` does, ten times slower.

    Args:
        text: One document.
        first_wins: Whether to keep the first of two equal keys instead of refusing them.

    Raises:
        YamlFault: If the text cannot be read.
    """
    root = compose(text)
    return None if root is None else _value(root, first_wins)


def _value(node: Node, first_wins: bool) -> Any:
    if node.kind == "list":
        return [_value(item, first_wins) for item in node.items or ()]
    if node.kind == "scalar":
        return scalar_value(node)
    mapping: dict[Any, Any] = {}
    for key_node, value_node in node.pairs():
        key, value = _frozen(_value(key_node, first_wins), key_node), _value(value_node, first_wins)
        if key not in mapping:
            mapping[key] = value
        elif not first_wins:
            raise YamlFault(f"the key '{key}' stands twice", key_node.line, key_node.column, kind="duplicate")
    return mapping


def _frozen(value: Any, node: Node) -> Any:
    try:
        if isinstance(value, list):
            value = tuple(value)
        elif isinstance(value, dict):
            value = frozenset(value.items())
        hash(value)
    except TypeError:
        raise fault_of("unhashable", node.line, node.column) from None
    return value


def scalar_value(node: Node) -> Any:
    """Give the value of a scalar by the core schema of YAML 1.2, as yaml-rs reads it."""
    text = node.text
    if node.tag == "!":
        return text
    if node.tag is not None and node.tag.startswith(_CORE):
        return _tagged(node, node.tag.removeprefix(_CORE))
    if not node.plain or (node.tag is not None and node.tag.startswith("!")):
        return text
    if text in _WORDS:
        return _WORDS[text]
    try:
        number = _number(text)
    except ValueError as error:
        raise fault_of(str(error), node.line, node.column) from None
    return text if number is None else number


def _tagged(node: Node, tag: str) -> Any:
    text = node.text
    if tag in ("str", "binary"):
        return text
    value = _WORDS.get(text, _number(text))
    fits = {"int": int, "float": float, "bool": bool, "null": type(None)}.get(tag)
    if fits is None:
        raise fault_of(f"Invalid tag: '!!{tag}'", node.line, node.column)
    if fits is float and type(value) is int:
        return float(value)
    if type(value) is not fits:
        raise fault_of(f"Invalid value '{text}' for '!!{tag}' tag", node.line, node.column)
    return value


def _number(text: str) -> int | float | None:
    if text[:1] not in "+-.0123456789_" or not text[:1]:
        return None
    if _INFINITE.fullmatch(text):
        return -math.inf if text[0] == "-" else math.inf
    if text.lower() == ".nan":
        return math.nan
    bare = text.replace("_", "")
    if (found := _INT.fullmatch(bare)) and (found.lastgroup is None or _prefixed(text)):
        base = _BASES.get(found.lastgroup or "", 10)
        digits = found[found.lastgroup] if found.lastgroup else bare
        return int(digits, base) * (-1 if found.lastgroup and bare[0] == "-" else 1)
    return float(bare) if _FLOAT.fullmatch(bare) else None


def _prefixed(text: str) -> bool:
    """Whether ``0x``, ``0o`` or ``0b`` stands whole, without an underscore inside."""
    return text.lstrip("+-")[:2].lower() in ("0x", "0o", "0b")
