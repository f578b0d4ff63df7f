"""GraphML: ours, plain, of yEd and of Argunet in; plain out."""

import json
from collections.abc import Iterator
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from argmap.exchange.caes_xml import local
from argmap.exchange.content import Content
from argmap.exchange.flatten import flat_steps, tell_losses
from argmap.exchange.graphml_graph import graph_of
from argmap.exchange.graphml_in import map_of_graphml
from argmap.exchange.loss import LossReport
from argmap.exchange.objects import record_object
from argmap.exchange.registry import Exported, Imported, exporter, importer
from argmap.exchange.texts import clean
from argmap.model.errors import UnreadableError, shown
from argmap.model.project import Project
from argmap.model.records import Argument, Claim, Event, Evidence, Scholar, School, Source
from argmap.model.vocabulary import RECORD_KINDS, SINGULAR
from argmap.verdict.judgement import Judgement

_WORDS = {"claims": "text", "evidence": "shows", "events": "text", "schools": "name", "scholars": "name"}
_CLASSES: dict[str, Any] = {
    "claims": Claim, "evidence": Evidence, "schools": School, "scholars": Scholar, "events": Event,
    "arguments": Argument, "sources": Source,
}  # fmt: skip
_HOLDS = {kind: tuple(record.__dataclass_fields__) for kind, record in _CLASSES.items()} | {
    "settings": ("title",)
}
_KEYS = (
    ("kind", "node"), ("text", "node"), ("verdict", "node"), ("fields", "node"), ("relation", "edge"),
    ("title", "graph"), ("argmap", "graph"),
)  # fmt: skip


def likely(content: Content) -> float:
    """Tell by the root element."""
    return 1.0 if content.tag.lower() == "graphml" else 0.0


@importer("graphml", "GraphML (plain, yEd, Argunet)", (".graphml", ".xml"), likely)
def read(content: Content) -> Imported:
    """Read a graph."""
    root = content.xml
    if local(root).lower() != "graphml":
        raise UnreadableError(f"'{shown(content.name)}' is no GraphML: its root is not 'graphml'")
    loss = LossReport()
    graph = graph_of(root, loss)
    title = content.name.rpartition("/")[2].rpartition(".")[0].replace("_", " ")
    return map_of_graphml(graph, loss, title)


@exporter("graphml", "GraphML", ".graphml")
def write(judgement: Judgement) -> Exported:
    """Write a map as a plain graph: a node for every record and every argument."""
    loss = LossReport()
    tell_losses(judgement.project, loss, _HOLDS)
    text = "\n".join(_lines(judgement)) + "\n"
    return Exported({"": text.encode()}, loss)


def _lines(judgement: Judgement) -> Iterator[str]:
    project = judgement.project
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">'
    for name, where in _KEYS:
        yield f'  <key id="{name}" for="{where}" attr.name="{name}" attr.type="string"/>'
    yield '  <graph id="map" edgedefault="directed">'
    yield from _data("argmap", "1", "    ")
    yield from _data("title", project.settings.title, "    ")
    for kind in RECORD_KINDS:
        for key, record in project.of_kind(kind).items():
            fields = record_object(kind, record)
            text = str(fields.pop(_WORDS[kind])) if kind in _WORDS else str(fields.get("title", key))
            for name in ("for", "against"):
                fields.pop(name, None)
            verdict = judgement.verdicts[key].verdict if kind == "claims" else None
            yield from _node(
                key, {"kind": SINGULAR[kind], "text": text, "verdict": verdict, "fields": fields}
            )
    for step in flat_steps(project):
        fields = {
            name: getattr(step.argument, name)
            for name in Argument.__dataclass_fields__
            if name not in ("premises", "unless", "answer") and getattr(step.argument, name) is not None
        }
        yield from _node(step.id, {"kind": "argument", "text": step.argument.because or "", "fields": fields})
    yield from _edges(project)
    yield "  </graph>"
    yield "</graphml>"


def _node(key: str, data: dict[str, Any]) -> Iterator[str]:
    yield f"    <node id={quoteattr(key)}>"
    for name, value in data.items():
        if isinstance(value, dict):
            value = json.dumps(value, ensure_ascii=False) if value else None
        if value:
            yield from _data(name, value, "      ")
    yield "    </node>"


def _data(name: str, value: str, indent: str) -> Iterator[str]:
    yield f'{indent}<data key="{name}">{escape(clean(value))}</data>'


def _edges(project: Project) -> Iterator[str]:
    known = {key for kind in RECORD_KINDS for key in project.of_kind(kind)}
    found: list[tuple[str, str, str]] = []
    for step in flat_steps(project):
        argument = step.argument
        found += [(premise, step.id, "premise") for premise in argument.premises]
        found.append((step.id, step.conclusion, step.side))
        found += [(name, step.id, "unless") for name in argument.unless]
        found += [(name, step.id, "answer") for name in argument.answer]
    for key, item in project.evidence.items():
        found += [(name, key, "challenges") for name in item.challenged_by]
        found += [(key, item.source, "cites")] if item.source else []
    for key, claim in project.claims.items():
        found += [(name, key, "holds") for name in claim.held_by]
    ends = known | {step.id for step in flat_steps(project)}
    for number, (source, target, relation) in enumerate(found, 1):
        if source in ends and target in ends:
            yield f'    <edge id="e{number}" source={quoteattr(source)} target={quoteattr(target)}>'
            yield from _data("relation", relation, "      ")
            yield "    </edge>"
