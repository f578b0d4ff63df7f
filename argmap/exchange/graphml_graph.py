"""A GraphML file as nodes and links, whatever program wrote it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from argmap.exchange.caes_xml import children, first, local, said
from argmap.exchange.loss import LossReport
from argmap.exchange.texts import one_line
from argmap.model.errors import shown

if TYPE_CHECKING:
    from lxml.etree import _Element

GROUPS = ("group", "folder")


@dataclass(slots=True)
class Node:
    """A node."""

    id: str
    data: dict[str, str] = field(default_factory=dict)
    """Values by the lower-case name of their key."""
    labels: list[str] = field(default_factory=list)
    """What yEd shows on it."""
    shape: str = ""
    group: str = ""
    """Title of the group in which it lies."""
    is_group: bool = False
    argunet: "_Element | None" = None
    """What Argunet says of it."""


@dataclass(slots=True)
class Link:
    """A link between two nodes."""

    id: str
    source: str
    target: str
    data: dict[str, str] = field(default_factory=dict)
    labels: list[str] = field(default_factory=list)
    colour: str = ""
    dashed: bool = False
    argunet: "_Element | None" = None


@dataclass(slots=True)
class Graph:
    """All graphs of a file together."""

    data: dict[str, str] = field(default_factory=dict)
    nodes: dict[str, Node] = field(default_factory=dict)
    links: list[Link] = field(default_factory=list)
    is_directed: bool = True
    title: str = ""


def graph_of(root: "_Element", loss: LossReport) -> Graph:
    """Read a GraphML document.

    Args:
        root: Its root.
        loss: The report to write to.
    """
    graph = Graph()
    names = {str(k.get("id")): one_line(k.get("attr.name")).lower() for k in children(root, "key")}
    defaults = {
        names[str(k.get("id"))]: (str(k.get("for", "all")), said(first(k, "default")))
        for k in children(root, "key")
        if first(k, "default") is not None
    }
    graph.title = next((said(e) for e in root.iter() if local(e) == "mapTitle"), "")
    places: dict[_Element, str] = {}
    for element in root.iter():
        name = local(element)
        parent = element.getparent()
        inherited = places.get(parent, "") if parent is not None else ""
        places[element] = inherited
        if name == "graph" and parent is not None and local(parent) == "graphml":
            graph.data |= _data(element, names)
            graph.is_directed = element.get("edgedefault", "directed") != "undirected"
        elif name == "node":
            node = _node(element, names, inherited)
            for key, (where, value) in defaults.items():
                if where in ("node", "all"):
                    node.data.setdefault(key, value)
            if node.is_group:
                places[element] = _title_of(node) or inherited
            if not node.id or node.id in graph.nodes:
                loss.drop("node", node.id, "its id is taken" if node.id else "it has no id")
            else:
                graph.nodes[node.id] = node
        elif name == "edge" and parent is not None and local(parent) == "graph":
            link = _link(element, names, len(graph.links))
            for key, (where, value) in defaults.items():
                if where in ("edge", "all"):
                    link.data.setdefault(key, value)
            if element.get("directed") == "false":
                graph.is_directed = False
            graph.links.append(link)
        elif name in ("hyperedge", "port"):
            loss.drop(name, one_line(element.get("id")), f"{name}s are not read")
    graph.data |= _data(root, names)
    _check(graph, loss)
    return graph


def _check(graph: Graph, loss: LossReport) -> None:
    kept = []
    for link in graph.links:
        missing = next((end for end in (link.source, link.target) if end not in graph.nodes), None)
        if missing is None:
            kept.append(link)
        else:
            loss.drop("edge", link.id, f"there is no node '{shown(missing)}'")
    graph.links = kept


def _data(element: "_Element", names: dict[str, str]) -> dict[str, str]:
    found = {}
    for each in children(element, "data"):
        key = str(each.get("key"))
        if len(each) == 0 and (each.text or "").strip():
            found[names.get(key) or key.lower()] = (each.text or "").strip()
    return found


def _node(element: "_Element", names: dict[str, str], group: str) -> Node:
    node = Node(one_line(element.get("id")), _data(element, names), group=group)
    node.is_group = any(str(v) in GROUPS for k, v in element.attrib.items() if str(k).endswith("foldertype"))
    for each in _inside(element):
        name = local(each)
        if name == "NodeLabel" and (label := said(each)) and label not in node.labels:
            node.labels.append(label)
        elif name == "Shape":
            node.shape = one_line(each.get("type"))
        elif name in ("argument", "thesis", "group") and "argunet" in str(each.tag):
            node.argunet = each
            node.is_group = node.is_group or name == "group"
    return node


def _link(element: "_Element", names: dict[str, str], number: int) -> Link:
    link = Link(
        one_line(element.get("id")) or f"e{number}",
        one_line(element.get("source")),
        one_line(element.get("target")),
        _data(element, names),
    )
    for each in _inside(element):
        name = local(each)
        if name == "EdgeLabel" and (label := said(each)):
            link.labels.append(label)
        elif name == "LineStyle":
            link.colour = one_line(each.get("color"))
            link.dashed = one_line(each.get("type")).startswith(("dash", "dot"))
        elif name == "edge" and "argunet" in str(each.tag):
            link.argunet = each
    return link


def _inside(element: "_Element") -> Iterator["_Element"]:
    """Give all that stands in the data of an element."""
    for data in children(element, "data"):
        yield from data.iter()


def _title_of(node: Node) -> str:
    if node.argunet is not None:
        return said(first(node.argunet, "title"))
    return node.labels[0] if node.labels else node.data.get("label", node.data.get("name", ""))
