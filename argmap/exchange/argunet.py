"""Debates of Argunet: arguments with premises and conclusion, theses, and sketched or real relations."""

from typing import TYPE_CHECKING

from argmap.exchange.building import MapBuilder
from argmap.exchange.caes_xml import children, first, local, said
from argmap.exchange.graphml_graph import Graph, Link, Node
from argmap.exchange.naming import name_by_words
from argmap.exchange.registry import Imported
from argmap.exchange.texts import one_line

if TYPE_CHECKING:
    from lxml.etree import _Element


class ArgunetMap:
    """Makes a map of one debate."""

    def __init__(self, graph: Graph, builder: MapBuilder) -> None:
        """Take a graph whose nodes are Argunet's.

        Args:
            graph: The graph.
            builder: What the map is built with.
        """
        self._graph = graph
        self._builder = builder
        self._loss = builder.loss
        self._claims: dict[str, str] = {}
        """Node to the claim that speaks for it."""
        self._steps: dict[str, str] = {}
        """Node to the last step of its argument."""
        self._inside: dict[str, set[str]] = {}
        """Node to the propositions of its argument."""

    def build(self, fallback: str) -> Imported:
        """Make the map."""
        for node in self._graph.nodes.values():
            self._node(node)
        for link in self._graph.links:
            self._link(link)
        return self._builder.build(one_line(self._graph.title) or fallback)

    def _node(self, node: Node) -> None:
        said_of = node.argunet
        if node.is_group or said_of is None:
            self._loss.change("group", node.id, "kept as the section of what it holds")
            return
        id = one_line(said_of.get("id")) or node.id
        title, section = said(first(said_of, "title")), one_line(node.group)
        propositions = list(children(said_of, "proposition"))
        if propositions:
            self._argument(node, propositions, title, section)
            return
        text = said(first(said_of, "content")) or said(first(said_of, "description"))
        kind = "thesis" if local(said_of) == "thesis" else "argument"
        self._claims[node.id] = f"{kind} {id}"
        if f"{kind} {id}" not in self._builder:
            remark = f"Title: {title.rstrip('.')}." if text and title and title != text else None
            name_by_words(self._builder, f"{kind} {id}", title or text)
            self._builder.claim(f"{kind} {id}", text or title, section=section, remark=remark)
            if kind == "argument":
                self._loss.change("argument", id, "without premises and conclusion: read as a claim")

    def _argument(self, node: Node, propositions: "list[_Element]", title: str, section: str) -> None:
        waiting: list[str] = []
        last = ""
        self._inside[node.id] = set()
        for number, each in enumerate(propositions):
            key = f"proposition {one_line(each.get('id')) or f'{node.id} {number}'}"
            self._inside[node.id].add(key)
            if key not in self._builder:
                text = said(first(each, "content")) or said(each)
                name_by_words(self._builder, key, text)
                self._builder.claim(key, text, section=section)
            if "onclusion" in str(each.get("type")):
                step = f"{node.id} {number}"
                remark = f"Title: {title.rstrip('.')}." if title else None
                self._builder.step(step, key, waiting, remark=remark)
                self._steps[node.id] = step
                waiting, last = [key], key
            else:
                waiting.append(key)
        if not last:
            last = waiting[0]
            self._loss.change("argument", node.id, "it has no conclusion; its first premise speaks for it")
        self._claims[node.id] = last

    def _link(self, link: Link) -> None:
        kind = one_line(link.argunet.get("type")) if link.argunet is not None else " ".join(link.labels)
        against = "attack" in kind.lower() or "contradict" in kind.lower()
        if not kind:
            self._loss.change("edge", link.id, "it names no relation; read as support")
        source = self._end(link.source, link, "sourcePropositionId")
        target = self._end(link.target, link, "targetPropositionId")
        if source is None or target is None:
            self._loss.drop("edge", link.id, "it leads to or from a node that is no statement")
            return
        named = (
            link.argunet is not None and f"proposition {link.argunet.get('targetPropositionId')}" == target
        )
        if against and not named and link.target in self._steps:
            self._builder.undercut(self._steps[link.target], source)
            self._loss.change(
                "edge", link.id, "an attack on an argument that names no premise: it undercuts its step"
            )
            return
        self._builder.step(f"edge {link.id}", target, [source], against=against, type="edge")

    def _end(self, node: str, link: Link, name: str) -> str | None:
        stated = f"proposition {link.argunet.get(name)}" if link.argunet is not None else ""
        return stated if stated in self._inside.get(node, ()) else self._claims.get(node)
