"""A YAML text as nodes with their places, read through PyYAML's events.

Slower than the reader of ``yaml_text``, so only for what is about to be shown, and where yaml-rs
has no wheel. Builds without recursion; deep nesting and alias bombs end in a fault.
"""

from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

from argmap.files.yaml_fault import fault_of, several_documents, too_much
from argmap.model.dataclass import dataclass
from argmap.model.pattern import pattern
from argmap.model.spot import Path

DEPTH = 256
"""Deepest nesting that is read."""
SHORT = ("from", "stance", "verdict", "title")
"""Fields that a short form leaves out."""
_NODES = 1_000_000
_MANY = 32
_ODD = pattern("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_VEIL_START = 0xF0000


@dataclass(slots=True)
class Node:
    """A scalar, list or mapping with its place; lines and columns start at 1."""

    kind: str
    """``scalar``, ``list`` or ``map``."""
    line: int
    column: int
    end_line: int
    end_column: int
    text: str = ""
    """Of a scalar."""
    plain: bool = False
    """Whether a scalar has no quotation marks."""
    tag: str | None = None
    items: "list[Node] | None" = None
    """Of a list its entries, of a mapping keys and values in turn."""
    flow: bool = False
    """Whether it stands in brackets."""
    size: int = 1
    """How many nodes it has when aliases are written out."""
    _by_key: "dict[str, tuple[Node, Node]] | None" = None

    def entry(self, name: str) -> "tuple[Node, Node] | None":
        """Give a key of a mapping with its value; of two that read alike the first."""
        if len(self.items or ()) < _MANY:
            return next((pair for pair in self.pairs() if pair[0].text == name), None)
        if self._by_key is None:
            self._by_key = {}
            for pair in self.pairs():
                self._by_key.setdefault(pair[0].text, pair)
        return self._by_key.get(name)

    def pairs(self) -> Iterable["tuple[Node, Node]"]:
        """Give the keys of a mapping with their values."""
        items = self.items or []
        return zip(items[::2], items[1::2], strict=True)


def compose(text: str) -> Node | None:
    """Read a YAML text as nodes.

    Args:
        text: One document.

    Returns:
        The root, or None for an empty text.

    Raises:
        YamlFault: If the text cannot be read.
    """
    import yaml

    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    text, unveil = _veil(text)
    builder = _Builder(unveil)
    handlers = builder.handlers()
    try:
        following = loader(text).get_event
        while (event := following()) is not None:
            handler = handlers.get(type(event).__name__)
            if handler is not None:
                handler(event)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        where = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        raise fault_of(f"{error.context or ''} {error.problem or ''}", *where) from None
    except (yaml.YAMLError, UnicodeError) as error:
        raise fault_of(str(error), 1, 1) from None
    return builder.root


class _Builder:
    """Puts events together to nodes, with a stack of the collections still open."""

    def __init__(self, unveil: dict[int, int]) -> None:
        self.root: Node | None = None
        self._unveil = unveil
        self._open: list[tuple[Node, str | None]] = []
        self._anchors: dict[str, Node] = {}
        self._documents = 0

    def handlers(self) -> dict[str, Callable[[Any], None]]:
        """Give what takes each kind of event."""
        return {
            "DocumentStartEvent": self._begin_document,
            "ScalarEvent": self._take_scalar,
            "AliasEvent": self._take_alias,
            "SequenceStartEvent": partial(self._push, "list"),
            "MappingStartEvent": partial(self._push, "map"),
            "SequenceEndEvent": self._pop,
            "MappingEndEvent": self._pop,
        }

    def _begin_document(self, event: Any) -> None:
        self._documents += 1
        if self._documents > 1:
            raise several_documents(event.start_mark.line + 1)

    def _take_scalar(self, event: Any) -> None:
        node = _node("scalar", event)
        node.text = event.value.translate(self._unveil) if self._unveil else event.value
        node.plain = event.implicit[0]
        self._add(node, event.anchor)

    def _take_alias(self, event: Any) -> None:
        node = _node("scalar", event)
        if any(anchor == event.anchor for _, anchor in self._open):
            node.text, node.plain = "null", True  # an alias inside its own anchor
        elif event.anchor in self._anchors:
            meant = self._anchors[event.anchor]
            node.kind, node.text, node.plain = meant.kind, meant.text, meant.plain
            node.tag, node.items, node.size = meant.tag, meant.items, meant.size
        else:
            raise fault_of("unknown anchor", node.line, node.column)
        self._add(node, None)

    def _push(self, kind: str, event: Any) -> None:
        node = _node(kind, event)
        node.items = []
        node.flow = bool(event.flow_style)
        if len(self._open) >= DEPTH:
            raise too_much(f"is nested more than {DEPTH} deep", node.line, node.column)
        self._open.append((node, event.anchor))

    def _pop(self, event: Any) -> None:
        node, anchor = self._open.pop()
        node.end_line, node.end_column = event.end_mark.line + 1, event.end_mark.column + 1
        self._add(node, anchor)

    def _add(self, node: Node, anchor: str | None) -> None:
        if anchor is not None:
            self._anchors[anchor] = node
        if not self._open:
            self.root = node
            return
        parent = self._open[-1][0]
        assert parent.items is not None
        parent.items.append(node)
        parent.size += node.size
        if parent.size > _NODES:
            raise too_much("repeats itself by aliases without end", node.line, node.column)


def _node(kind: str, event: Any) -> Node:
    start, end = event.start_mark, event.end_mark
    node = Node(kind, start.line + 1, start.column + 1, end.line + 1, end.column + 1)
    node.tag = getattr(event, "tag", None)
    return node


def follow(root: Node, path: Path, key: Node | None = None) -> tuple[Node | None, Node, bool]:
    """Follow a path, past what short forms leave out.

    Args:
        root: Where the path begins.
        path: Keys and list positions; ``("for", 0, "from", 0)`` also meets ``for: x``.
        key: The key under which the root stands, if it has one.

    Returns:
        The key of the last node found (None for a list entry), the node, and whether the path
        was followed to its end.
    """
    node = root
    for part in path:
        if node.kind == "map":
            pair = node.entry(str(part))
            if pair is not None:
                key, node = pair
            elif part != 0:
                return key, node, False
        elif node.kind == "list":
            items = node.items or []
            if not isinstance(part, int) or part >= len(items):
                return key, node, False
            key, node = None, items[part]
        elif part != 0 and part not in SHORT:
            return key, node, False
    return key, node, True


def _veil(text: str) -> tuple[str, dict[int, int]]:
    """Hide characters that libyaml refuses or takes for line breaks, and YAML 1.2 does not."""
    odd = sorted(set(_ODD.findall(text)))
    if not odd:
        return text, {}
    used = set(text)
    free = (code for code in range(_VEIL_START, _VEIL_START + 0xFFF0) if chr(code) not in used)
    veil = dict(zip(map(ord, odd), free, strict=False))
    return text.translate(veil), {new: old for old, new in veil.items()}
