"""AIF as JSON-LD: the vocabulary of its ontology, written as a graph of nodes."""

import json
from collections.abc import Mapping
from typing import Any

from argmap.exchange.aif_graph import AifGraph, AifNode
from argmap.exchange.aif_in import map_of_graph
from argmap.exchange.aif_out import graph_of_map
from argmap.exchange.aif_triples import NAMESPACES, Resource, graph_of_resources, is_link
from argmap.exchange.content import Content
from argmap.exchange.ids import slug
from argmap.exchange.loss import LossReport
from argmap.exchange.registry import Exported, Imported, exporter, importer
from argmap.exchange.texts import one_line
from argmap.verdict.judgement import Judgement

_MARKS = ("arg.tech/aif", "arg.dundee.ac.uk/aif")
_NODE_TYPES = ("I-node", "RA-node", "CA-node")
_WORDS = {"I": "aif:claimText", "L": "aif:claimText"}


def likely_aif_jsonld(content: Content) -> float:
    """Tell by JSON-LD's keys with one of AIF's namespaces or node types."""
    if content.head[:1] not in ("{", "[") or '"@' not in content.text:
        return 0.0
    text = content.text[:200_000]
    if any(mark in text for mark in _MARKS):
        return 1.0 if content.is_json else 0.0
    return 0.7 if content.is_json and any(name in text for name in _NODE_TYPES) else 0.0


@importer("aif-jsonld", "AIF in JSON-LD", (".jsonld", ".json"), likely_aif_jsonld)
def read_aif_jsonld(content: Content) -> Imported:
    """Read a nodeset in JSON-LD: compact or expanded, nodes in a graph or inside one another."""
    loss = LossReport()
    root = content.read_json()
    context = root.get("@context") if isinstance(root, dict) else None
    things = _Nodes(_terms(context, loss)).read(root)
    title = content.name.rpartition("/")[2].rpartition(".")[0] or "Imported from AIF"
    return map_of_graph(graph_of_resources(things, loss), loss, title)


def _terms(context: Any, loss: LossReport) -> dict[str, str]:
    """Collect what the terms of a context stand for; a context elsewhere is not fetched."""
    found: dict[str, str] = {}
    for part in context if isinstance(context, list) else [context]:
        if isinstance(part, str):
            loss.drop("context", part, "a context elsewhere is not fetched; names stand for themselves")
        for term, meaning in part.items() if isinstance(part, Mapping) else ():
            target = meaning.get("@id") if isinstance(meaning, Mapping) else meaning
            if isinstance(target, str):
                found[term] = target
    return found


class _Nodes:
    """Collects the nodes of a JSON-LD document."""

    def __init__(self, terms: Mapping[str, str]) -> None:
        self.terms = terms
        self.things: dict[str, Resource] = {}

    def read(self, root: Any) -> list[Resource]:
        waiting: list[tuple[str, Any]] = [("", root)]
        while waiting:
            id, value = waiting.pop()
            if isinstance(value, list):
                waiting += [("", item) for item in reversed(value)]
            elif isinstance(value, Mapping):
                waiting += self._node(id or self._id(value), value)[::-1]
        return list(self.things.values())

    def _id(self, value: Mapping[str, Any]) -> str:
        id = value.get("@id", value.get("id", self._aliased(value, "@id")))
        return self._iri(id) if isinstance(id, str) and id else f"_:node-{len(self.things) + 1}"

    def _aliased(self, value: Mapping[str, Any], keyword: str) -> Any:
        return next(
            (value[t] for t, meaning in self.terms.items() if meaning == keyword and t in value), None
        )

    def _iri(self, name: str) -> str:
        prefix, colon, rest = name.partition(":")
        return f"{self.terms[prefix]}{rest}" if colon and prefix in self.terms else name

    def _node(self, id: str, value: Mapping[str, Any]) -> list[tuple[str, Any]]:
        """Take a node; give the nodes inside it that wait their turn."""
        inner: list[tuple[str, Any]] = []
        own = [
            key for key in value if not key.startswith("@") and self.terms.get(key) != "@id" and key != "id"
        ]
        if "@graph" in value:
            inner.append(("", value["@graph"]))
        types = value.get("@type", value.get("type", self._aliased(value, "@type")))
        if not own and types is None:
            return inner
        thing = self.things.setdefault(id, Resource(id))
        for type in types if isinstance(types, list) else [types]:
            if isinstance(type, str):
                thing.types.append(self.terms.get(type, type))
        for key in own:
            if self.terms.get(key) != "@type" and key != "type":
                items = value[key] if isinstance(value[key], list) else [value[key]]
                for item in items:
                    inner += self._property(thing, self.terms.get(key, key), item)
        return inner

    def _property(self, thing: Resource, name: str, item: Any) -> list[tuple[str, Any]]:
        if isinstance(item, Mapping) and "@value" in item:
            item = item["@value"]
        if isinstance(item, Mapping):
            if isinstance(item.get("@list"), list):
                return [more for each in item["@list"] for more in self._property(thing, name, each)]
            id = self._id(item)
            thing.links.append((name, id))
            return [(id, item)]
        if isinstance(item, str):
            thing.texts.append((name, item))
            if is_link(name):
                thing.links.append((name, self._iri(item)))
        elif one_line(item):
            thing.texts.append((name, one_line(item)))
        return []


@exporter("aif-jsonld", "AIF in JSON-LD", ".jsonld")
def write_aif_jsonld(judgement: Judgement) -> Exported:
    """Write a map as a graph in AIF's vocabulary; ids become names under ``urn:argmap:``."""
    graph, loss = graph_of_map(judgement.project)
    before, after = graph.neighbours(loss)
    rows = [
        _written(graph, node) | _links(graph, node, before.get(node.id, []), after.get(node.id, []))
        for node in graph.nodes.values()
    ]
    for id, name in graph.people.items():
        if slug(name) != id:
            loss.change("scholar.id", id, "a person is known by the name alone")
    root = {"@context": {"aif": NAMESPACES[0], "node": "urn:argmap:"}, "@graph": rows}
    return Exported({"": (json.dumps(root, ensure_ascii=False, indent=1) + "\n").encode()}, loss)


def _written(graph: AifGraph, node: AifNode) -> dict[str, Any]:
    row: dict[str, Any] = {"@id": f"node:{node.id}", "@type": f"aif:{node.type}-node"}
    if node.type in _WORDS:
        row[_WORDS[node.type]] = node.text
    elif node.scheme:
        row["aif:schemeName"] = node.scheme
    if node.id in graph.speakers:
        row["aif:source"] = graph.people[graph.speakers[node.id]]
    return row


_LINKS = {
    "RA": ("aif:Premise", "aif:Conclusion"),
    "CA": ("aif:Premise", "aif:Conclusion"),
    "YA": ("aif:Locution", "aif:IllocutionaryContent"),
}


def _links(graph: AifGraph, node: AifNode, before: list[str], after: list[str]) -> dict[str, Any]:
    if node.type not in _LINKS:
        return {}
    start, end = _LINKS[node.type]
    starts = [id for id in before if graph.nodes[id].type in _WORDS]
    found = {start: starts, end: after}
    return {key: [{"@id": f"node:{id}"} for id in ids] for key, ids in found.items() if ids}
