"""SADFace: JSON of atoms, and of schemes between them that support or attack by their names."""

import json
from collections.abc import Mapping
from typing import Any

from argmap.exchange.aif_graph import AifGraph, AifNode
from argmap.exchange.aif_in import map_of_graph
from argmap.exchange.content import Content
from argmap.exchange.flatten import flat_steps, statements, tell_losses
from argmap.exchange.loss import LossReport
from argmap.exchange.registry import Exported, Imported, exporter, importer
from argmap.exchange.schemes import scheme_title
from argmap.exchange.texts import key_of, one_line
from argmap.model.errors import UnreadableError, shown
from argmap.model.project import Project
from argmap.model.records import Argument
from argmap.verdict.judgement import Judgement

_ATTACKS = frozenset({"attack", "conflict", "disagreement", "rebut", "rebuttal", "undercut", "contradiction"})
_CORE = {
    "id": "",
    "version": "0.5",
    "title": "",
    "description": "",
    "notes": "",
    "analyst_name": "",
    "analyst_email": "",
    "created": "1970-01-01T00:00:00",
    "edited": "1970-01-01T00:00:00",
}
"""Metadata without which some programs read nothing; a map knows no dates of its own."""

_HELD = {
    "claims": ("text",),
    "evidence": ("shows", "challenged_by"),
    "arguments": ("scheme", "unless", "answer"),
    "settings": ("title",),
}


def likely_sadface(content: Content) -> float:
    """Tell by atoms and schemes, or by edges with ``source_id``."""
    keys = content.keys
    if "nodes" not in keys or "edges" not in keys:
        return 0.0
    nodes, edges = content.json["nodes"], content.json["edges"]
    if isinstance(nodes, list) and any(_is(node, "type", "atom", "scheme") for node in nodes[:20]):
        return 1.0
    if isinstance(edges, list) and any(isinstance(e, dict) and "source_id" in e for e in edges[:20]):
        return 0.9
    return 0.0


def _is(row: object, key: str, *values: str) -> bool:
    return isinstance(row, dict) and row.get(key) in values


@importer("sadface", "SADFace", (".json", ".sadface"), likely_sadface)
def read_sadface(content: Content) -> Imported:
    """Read a SADFace document."""
    root = content.read_json()
    if not isinstance(root, dict):
        raise UnreadableError(f"'{shown(content.name)}' is no SADFace: a JSON object is wanted")
    loss = LossReport()
    graph = AifGraph()
    for row in _rows(root, "nodes", loss):
        _node(row, graph, loss)
    for row in _rows(root, "edges", loss):
        start, end = key_of(row.get("source_id")), key_of(row.get("target_id"))
        if start is None or end is None or (start, end) in graph.edges:
            why = "a repeated row" if start and end else "it lacks an end"
            loss.drop("edge", key_of(row.get("id")) or f"{start} → {end}", why)
        else:
            graph.edges[start, end] = None
    for row in _rows(root, "resources", loss):
        loss.drop("resource", key_of(row.get("id")) or "", "the text that was annotated")
    imported = map_of_graph(graph, loss, _title(root, loss) or content.name.rpartition(".")[0])
    loss.retype({"RA": "scheme", "CA": "scheme", "node": "node", "claim": "atom"})
    return imported


def _rows(root: Mapping[str, Any], key: str, loss: LossReport) -> list[dict[str, Any]]:
    table = root.get(key)
    rows = [row for row in table if isinstance(row, dict)] if isinstance(table, list) else []
    if isinstance(table, list) and len(rows) < len(table):
        loss.drop(f"{key} row", "", f"{len(table) - len(rows)} rows are no objects")
    return rows


def _node(row: Mapping[str, Any], graph: AifGraph, loss: LossReport) -> None:
    id = key_of(row.get("id"))
    type = one_line(row.get("type")).lower()
    if id is None:
        loss.drop("node", "", f"it has no id; its text: {shown(one_line(row.get('text')), 60)}")
        return
    if type == "scheme":
        name = one_line(row.get("name"))
        is_attack = bool(_ATTACKS & set(name.lower().replace("_", " ").split()))
        graph.add_node(AifNode(id, "CA" if is_attack else "RA", "", "" if is_attack else name), loss)
    elif type == "atom":
        graph.add_node(AifNode(id, "I", one_line(row.get("text"))), loss)
    else:
        loss.drop("node", id, f"it is neither atom nor scheme but '{shown(type)}'")
        return
    for key in ("sources", "metadata", "custom"):
        if any(_leaves(row.get(key))):
            loss.drop(f"{type}.{key}", id, "a map has no place for it")


def _leaves(value: Any) -> list[Any]:
    """Give what a value of lists and mappings holds in the end."""
    found: list[Any] = []
    waiting = [value]
    while waiting:
        inner = waiting.pop()
        if isinstance(inner, dict):
            waiting += inner.values()
        elif isinstance(inner, list):
            waiting += inner
        elif inner not in (None, "", False):
            found.append(inner)
    return found


def _title(root: Mapping[str, Any], loss: LossReport) -> str:
    metadata = root.get("metadata")
    core = metadata.get("core") if isinstance(metadata, dict) else None
    core = core if isinstance(core, dict) else {}
    for key in ("notes", "description", "analyst_name", "analyst_email"):
        if one_line(core.get(key, root.get(key))):
            loss.drop("metadata", key, "a map has no place for it")
    return one_line(core.get("title", root.get("title")))


@exporter("sadface", "SADFace", ".json")
def write_sadface(judgement: Judgement) -> Exported:
    """Write a map as atoms and schemes; an undercutter attacks a scheme."""
    return _Writer(judgement.project).write()


class _Writer:
    def __init__(self, project: Project) -> None:
        self.project = project
        self.loss = LossReport()
        self.nodes: list[dict[str, Any]] = []
        self.edges: list[dict[str, Any]] = []
        self.atoms = {key for key, _ in statements(project)}

    def write(self) -> Exported:
        project = self.project
        tell_losses(project, self.loss, _HELD)
        for key, words in statements(project):
            self.nodes.append({"id": key, "type": "atom", "text": words, "sources": [], "metadata": {}})
        for key, item in project.evidence.items():
            self.loss.change("evidence", key, "an atom, as claims are")
            for attacker in item.challenged_by:
                self.loss.change("evidence.challenged_by", key, "an attack on it")
                self._attack(f"{key}.challenged-by.{attacker}", attacker, key)
        for step in flat_steps(project):
            self._step(step.id, step.conclusion, step.side == "against", step.argument)
        core = {**_CORE, "title": project.settings.title}
        root = {"metadata": {"core": core}, "nodes": self.nodes, "edges": self.edges, "resources": []}
        return Exported({"": (json.dumps(root, ensure_ascii=False, indent=1) + "\n").encode()}, self.loss)

    def _step(self, id: str, conclusion: str, against: bool, argument: Argument) -> None:
        if against and argument.scheme:
            self.loss.drop("argument.scheme", id, "the name of a scheme must say that it attacks")
        name = "attack" if against else scheme_title(argument.scheme) if argument.scheme else "support"
        self._scheme(id, name)
        for premise in argument.premises:
            self._edge(premise, id, id)
        self._edge(id, conclusion, id)
        for attacker in (*argument.unless, *argument.answer):
            self._attack(f"{id}.unless.{attacker}", attacker, id)
        for answer in argument.answer:
            self.loss.change(
                "argument.answer", id, f"'{answer}' attacks the objection, as an undercutter does"
            )

    def _attack(self, id: str, attacker: str, target: str) -> None:
        if attacker in self.atoms:
            self._scheme(id, "attack")
            self._edge(attacker, id, id)
            self._edge(id, target, id)
        else:
            self.loss.drop("argument.undercutter", id, f"there is no '{attacker}'")

    def _scheme(self, id: str, name: str) -> None:
        self.nodes.append({"id": id, "type": "scheme", "name": name, "metadata": {}})

    def _edge(self, start: str, end: str, step: str) -> None:
        if start not in self.atoms and start != step:
            self.loss.drop("argument.premise", step, f"there is no '{start}'")
            return
        self.edges.append({"id": f"e{len(self.edges) + 1}", "source_id": start, "target_id": end})
