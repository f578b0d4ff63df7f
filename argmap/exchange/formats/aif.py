"""AIF JSON as AIFdb has it, and xAIF, which wraps it."""

import json
from typing import Any

from argmap.exchange.aif_graph import AifGraph, AifNode
from argmap.exchange.aif_in import map_of_graph, type_of
from argmap.exchange.aif_out import graph_of_map
from argmap.exchange.content import Content
from argmap.exchange.loss import LossReport
from argmap.exchange.registry import Exported, Imported, exporter, importer
from argmap.exchange.texts import key_of, one_line
from argmap.model.errors import UnreadableError, shown
from argmap.verdict.judgement import Judgement

_WRAPPERS = ("AIF", "aif")
_OTHERS = ("OVA", "ova", "text", "dialog", "dialogue", "analysis")


def likely_aif(content: Content) -> float:
    """Tell by nodes with ``nodeID`` and edges with ``fromID``."""
    keys = content.keys
    if "nodes" not in keys or "edges" not in keys:
        return 0.0
    return _graph_likelihood(content.json)


def likely_xaif(content: Content) -> float:
    """Tell by the wrapper."""
    for key in _WRAPPERS:
        if key in content.keys and isinstance(content.json[key], dict):
            return 1.0 if "nodes" in content.json[key] else 0.6
    return 0.0


def _graph_likelihood(graph: dict[str, Any]) -> float:
    nodes, edges = graph.get("nodes"), graph.get("edges")
    for rows, key in ((nodes, "nodeID"), (edges, "fromID")):
        if isinstance(rows, list) and any(isinstance(row, dict) and key in row for row in rows[:20]):
            return 1.0
    return 0.3 if "locutions" in graph or "schemefulfillments" in graph else 0.0


@importer("aif", "AIF JSON (AIFdb)", (".json",), likely_aif)
def read_aif(content: Content) -> Imported:
    """Read a nodeset of AIFdb."""
    root = content.read_json()
    if not isinstance(root, dict):
        raise UnreadableError(f"'{shown(content.name)}' is no AIF: a JSON object with 'nodes' is wanted")
    loss = LossReport()
    return map_of_graph(_graph(root, loss), loss, _title(content.name))


@importer("xaif", "xAIF (AIF with OVA, text and dialogue)", (".json", ".xaif"), likely_xaif)
def read_xaif(content: Content) -> Imported:
    """Read an xAIF file; without its wrapper it is AIF."""
    root = content.read_json()
    if not isinstance(root, dict):
        raise UnreadableError(f"'{shown(content.name)}' is no xAIF: a JSON object is wanted")
    loss = LossReport()
    inner = next((root[key] for key in _WRAPPERS if isinstance(root.get(key), dict)), root)
    if inner is not root:
        for key in _OTHERS:
            if root.get(key) not in (None, "", {}, [], False, True):
                loss.drop("xAIF section", key, _WHY.get(key.lower(), "a map has no place for it"))
    return map_of_graph(_graph(inner, loss), loss, _title(content.name))


_WHY = {
    "ova": "where the nodes stand on the screen",
    "text": "the text that was annotated; the statements carry their own words",
}


def _title(name: str) -> str:
    return name.rpartition("/")[2].rpartition(".")[0].replace("_", " ") or "Imported from AIF"


def _rows(root: dict[str, Any], key: str, loss: LossReport) -> list[dict[str, Any]]:
    """Give the rows of a table; a null one is empty, a row that is none is reported."""
    table = root.get(key)
    if table is None:
        return []
    if not isinstance(table, list):
        loss.drop(key, "", "it is no list")
        return []
    rows = [row for row in table if isinstance(row, dict)]
    if len(rows) < len(table):
        loss.drop(f"{key} row", "", f"{len(table) - len(rows)} rows are no objects")
    return rows


def _graph(root: dict[str, Any], loss: LossReport) -> AifGraph:
    graph = AifGraph()
    for row in _rows(root, "nodes", loss):
        id = key_of(row["nodeID"] if "nodeID" in row else row.get("id"))
        if id is None:
            loss.drop("node", "", f"it has no id; its text: {shown(one_line(row.get('text')), 60)}")
            continue
        text, scheme = row.get("text"), row.get("scheme")
        node = AifNode(
            id,
            type_of(row.get("type")),
            text if isinstance(text, str) else one_line(text),
            scheme if isinstance(scheme, str) else "",
        )
        graph.add_node(node, loss)
    for row in _rows(root, "edges", loss):
        start = key_of(row["fromID"] if "fromID" in row else row.get("from"))
        end = key_of(row["toID"] if "toID" in row else row.get("to"))
        if start is None or end is None or (start, end) in graph.edges:
            why = "a repeated row" if start and end else "it lacks an end"
            loss.drop("edge", key_of(row.get("edgeID", row.get("id"))) or f"{start} → {end}", why)
        else:
            graph.edges[start, end] = None
    for row in _rows(root, "participants", loss):
        person = key_of(row.get("participantID", row.get("personID")))
        name = one_line(f"{one_line(row.get('firstname'))} {one_line(row.get('surname'))}")
        if person is not None and name:
            graph.people[person] = name
    for row in _rows(root, "locutions", loss):
        spoken, person = key_of(row.get("nodeID")), key_of(row.get("personID"))
        if spoken is not None and person is not None:
            graph.speakers[spoken] = person
    for key in ("schemefulfillments", "descriptorfulfillments", "assertions"):
        for row in _rows(root, key, loss):
            loss.drop(
                key,
                key_of(row.get("nodeID")) or "",
                "numbers of a scheme in AIFdb; the node names its scheme",
            )
    return graph


@exporter("aif", "AIF JSON (AIFdb)", ".json")
def write_aif(judgement: Judgement) -> Exported:
    """Write a map as a nodeset: every claim and piece of evidence an I-node, every step an S-node."""
    graph, loss = graph_of_map(judgement.project)
    nodes: list[dict[str, Any]] = []
    for node in graph.nodes.values():
        row: dict[str, Any] = {"nodeID": node.id, "text": node.text, "type": node.type}
        if node.scheme:
            row["scheme"] = node.scheme
        nodes.append(row)
    edges = [
        {"edgeID": str(number), "fromID": start, "toID": end, "formEdgeID": None}
        for number, (start, end) in enumerate(graph.edges, 1)
    ]
    locutions = [{"nodeID": node, "personID": person} for node, person in graph.speakers.items()]
    people = [_person(id, name) for id, name in graph.people.items()]
    root = {"nodes": nodes, "edges": edges, "locutions": locutions, "participants": people}
    return Exported({"": (json.dumps(root, ensure_ascii=False, indent=1) + "\n").encode()}, loss)


def _person(id: str, name: str) -> dict[str, str]:
    first, _, last = name.rpartition(" ")
    return {"participantID": id, "firstname": first, "surname": last}
