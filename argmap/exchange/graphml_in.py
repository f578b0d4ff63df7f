"""Makes a map of a GraphML graph: our own, a plain one, one of yEd, or one of Argunet."""

import json
import re
from typing import Any

from argmap.exchange.argunet import ArgunetMap
from argmap.exchange.building import MapBuilder
from argmap.exchange.graphml_graph import Graph, Link, Node
from argmap.exchange.loss import LossReport
from argmap.exchange.naming import name_by_words, says_nothing
from argmap.exchange.registry import Imported
from argmap.exchange.relations import Relation, is_step, relation_of, relation_of_colour
from argmap.exchange.texts import one_line
from argmap.model.records import Argument
from argmap.model.vocabulary import RECORD_KINDS, SINGULAR

_TEXTS = "text|statement|claim|content|shows|label|title|name|description|value|comment".split("|")
_KINDS = "kind|type|nodetype|node_type|category|class|role".split("|")
_RELATIONS = (
    "type|relation|relationtype|relation_type|kind|label|edgetype|role|interaction|name|stance|polarity"
).split("|")
_PLURAL = {name: kind for kind, name in SINGULAR.items()}
_CARNEADES = re.compile(r"(?:[A-Za-z][\w.-]*\d)(?:: ?[\w.-]*)?")
_EVIDENCE = re.compile(r"evidence|source|document|citation|datum|data")


def map_of_graphml(graph: Graph, loss: LossReport, fallback: str) -> Imported:
    """Make a map.

    Args:
        graph: The graph.
        loss: The report to write to.
        fallback: Title where the file has none.
    """
    builder = MapBuilder(loss)
    if any(node.argunet is not None for node in graph.nodes.values()):
        return ArgunetMap(graph, builder).build(fallback)
    if graph.data.get("argmap") == "1":
        return _Ours(graph, builder).build(fallback)
    return _Plain(graph, builder).build(fallback)


class _Ours:
    """Reads back what our own writer wrote."""

    def __init__(self, graph: Graph, builder: MapBuilder) -> None:
        self._graph = graph
        self._builder = builder

    def build(self, fallback: str) -> Imported:
        steps = {}
        builder = self._builder
        for node in self._graph.nodes.values():
            kind, fields = _PLURAL.get(node.data.get("kind", ""), ""), _json(node.data.get("fields"))
            text = node.data.get("text", "")
            if kind == "sources":
                builder.source(node.id, {"title": text, **fields})
            elif kind == "claims":
                builder.claim(node.id, text, **_without(fields, "text", "for", "against", "pro", "con"))
            elif kind == "evidence":
                builder.evidence(node.id, text, **_without(fields, "shows"))
            elif kind in RECORD_KINDS:
                name = "text" if kind == "events" else "name"
                builder.add(kind, node.id, text, **{name: text, **_without(fields, name)})
            else:
                steps[node.id] = node
        self._steps(steps)
        return builder.build(one_line(self._graph.data.get("title")) or fallback)

    def _steps(self, steps: dict[str, Node]) -> None:
        parts: dict[str, dict[str, list[str]]] = {key: {} for key in steps}
        goals: dict[str, tuple[str, bool]] = {}
        for link in self._graph.links:
            word = link.data.get("relation", "")
            if link.target in parts:
                parts[link.target].setdefault(word, []).append(link.source)
            elif link.source in parts:
                goals[link.source] = (link.target, word == "against")
        known = Argument.__dataclass_fields__.keys() - {"premises", "unless", "answer"}
        for key, node in steps.items():
            goal, against = goals.get(key, ("", False))
            fields = {k: v for k, v in _json(node.data.get("fields")).items() if k in known}
            made = self._builder.step(
                key, goal, parts[key].get("premise", []), against=against,
                scheme=one_line(fields.pop("scheme", "")), **fields,
            )  # fmt: skip
            made.unless = parts[key].get("unless", [])
            made.answer = parts[key].get("answer", [])


class _Plain:
    """Reads a graph whose meaning lies in labels."""

    def __init__(self, graph: Graph, builder: MapBuilder) -> None:
        self._graph = graph
        self._builder = builder
        self._loss = builder.loss
        self._into: dict[str, list[Link]] = {}
        self._from: dict[str, list[Link]] = {}
        for link in graph.links:
            self._into.setdefault(link.target, []).append(link)
            self._from.setdefault(link.source, []).append(link)
        self._steps = {n.id for n in graph.nodes.values() if self._is_step(n)}
        self._gone: set[str] = set()

    def build(self, fallback: str) -> Imported:
        for node in self._graph.nodes.values():
            self._node(node)
        if not self._graph.is_directed and self._graph.links:
            self._loss.change(
                "graph", "", "it is undirected; each edge is read from its source to its target"
            )
        self._tell_untyped()
        seen: dict[tuple[str, str, str], None] = {}
        for link in self._graph.links:
            relation = self._relation(link)
            mark = (link.source, link.target, relation)
            if mark in seen:
                self._loss.drop("edge", link.id, "it is there twice")
                continue
            seen[mark] = None
            self._link(link, relation)
        for key in sorted(self._steps):
            self._joined(key)
        data = self._graph.data
        title = self._graph.title or data.get("title", data.get("name", data.get("label", "")))
        return self._builder.build(one_line(title) or fallback)

    def _kind(self, node: Node) -> str:
        return next((node.data[k] for k in _KINDS if node.data.get(k)), "")

    def _is_step(self, node: Node) -> bool:
        """Whether a node joins premises: it says so, or shows nothing and leads on to one other."""
        out, into = self._from.get(node.id, ()), self._into.get(node.id, ())
        if node.is_group or len(out) != 1 or not into or out[0].target == node.id:
            return False
        if is_step(self._kind(node)):
            return True
        if not _text(node):
            return True
        return (
            node.shape == "roundrectangle"
            and len(node.labels) == 1
            and bool(_CARNEADES.fullmatch(node.labels[0]))
        )

    def _node(self, node: Node) -> None:
        if node.id in self._steps:
            return
        if node.is_group:
            self._gone.add(node.id)
            self._loss.change("group", node.id, "kept as the section of what it holds")
            return
        text = _text(node)
        if node.shape == "hexagon" and re.fullmatch(r"\w+: (?:PE|CCE|BRD)", text):
            self._gone.add(node.id)
            self._loss.drop("issue", node.id, "a map has no issues of their own")
            return
        fields: dict[str, Any] = {"section": one_line(node.group)} if node.group else {}
        title = one_line(node.labels[0]) if len(node.labels) > 1 else ""
        rest = {k: v for k, v in node.data.items() if k not in (*_TEXTS, *_KINDS)}
        said = "; ".join(
            [*([f"title: {title}"] if title else []), *(f"{k}: {one_line(v)}" for k, v in rest.items())]
        )
        if said:
            fields["remark"] = f"{said[:2000]}."
            self._loss.change("node.data", node.id, "kept as a remark")
        if says_nothing(node.id):
            name_by_words(self._builder, node.id, text)
        if _EVIDENCE.search(self._kind(node).lower()):
            fields.pop("section", None)
            self._builder.evidence(node.id, text, **fields)
        else:
            self._builder.claim(node.id, text, **fields)

    def _tell_untyped(self) -> None:
        links = [link for link in self._graph.links if link.target not in self._steps]
        untyped = [link.id for link in links if self._word(link) is None]
        if untyped:
            what = "all edges" if len(untyped) == len(links) else f"{len(untyped)} edges"
            self._loss.change(
                "edge", untyped[0], f"{what} name no relation that argmap knows; read as support"
            )

    def _word(self, link: Link) -> Relation | None:
        words = [link.data[k] for k in _RELATIONS if link.data.get(k)] + link.labels
        for word in words:
            if (found := relation_of(word)) is not None:
                return found
        for key in ("weight", "sign"):
            if link.data.get(key, "").startswith("-"):
                return "against"
        return relation_of_colour(link.colour) if link.colour else None

    def _relation(self, link: Link) -> Relation:
        word = self._word(link)
        if link.target in self._steps:
            return "unless" if word in ("unless", "against") or (word is None and link.dashed) else "premise"
        return word if word is not None else "for"

    def _link(self, link: Link, relation: Relation) -> None:
        builder = self._builder
        if link.target in self._gone or link.source in self._gone:
            self._loss.drop("edge", link.id, "it leads to or from a node that is no statement")
        elif relation == "other":
            self._loss.drop("edge", link.id, "its relation has no place in a map of reasons")
        elif link.source not in self._steps and link.target not in self._steps:
            if link.source == link.target:
                self._loss.change("edge", link.id, "it leads back to its own node")
            if relation == "unless":
                self._loss.change(
                    "edge", link.id, "an undercutter of a statement is read as speaking against it"
                )
            against = relation in ("against", "unless", "challenges", "answer")
            builder.step(link.id, link.target, [link.source], against=against, type="edge")

    def _joined(self, key: str) -> None:
        out = self._from[key][0]
        into = [(link, self._relation(link)) for link in self._into[key]]
        against = self._word(out) in ("against", "unless") or is_attack(self._kind(self._graph.nodes[key]))
        premises = [
            link.source for link, relation in into if relation == "premise" and link.source not in self._steps
        ]
        if out.target in self._steps:
            self._loss.drop("step", key, "it leads to another step")
            return
        made = self._builder.step(
            key, out.target, premises, against=against, type="step", because=self._because(key)
        )
        made.unless = [link.source for link, relation in into if relation == "unless"]

    def _because(self, key: str) -> str | None:
        node = self._graph.nodes[key]
        text = _text(node)
        return text if text and not _CARNEADES.fullmatch(text) and not is_step(text) else None


def is_attack(kind: str) -> bool:
    """Whether a kind of step attacks its conclusion."""
    return kind.strip().upper() == "CA" or relation_of(kind) == "against"


def _text(node: Node) -> str:
    """Choose what a node says: its text, else the last that yEd shows of it."""
    for name in _TEXTS[:5]:
        if node.data.get(name):
            return one_line(node.data[name])
    if node.labels:
        return one_line(node.labels[-1])
    return next((one_line(node.data[name]) for name in _TEXTS[5:] if node.data.get(name)), "")


def _json(text: str | None) -> dict[str, Any]:
    try:
        found = json.loads(text) if text else {}
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _without(fields: dict[str, Any], *names: str) -> dict[str, Any]:
    return {key: value for key, value in fields.items() if key not in names}
