"""The graph of AIF stated in triples, as RDF and JSON-LD have it.

Both namespaces in use (``www.arg.tech/aif#`` and ``www.arg.dundee.ac.uk/aif#``) name things alike,
so local names decide. AIFdb states each link twice, from both of its ends and under one name.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from argmap.exchange.aif_graph import AifGraph, AifNode
from argmap.exchange.aif_in import type_of
from argmap.exchange.loss import LossReport
from argmap.exchange.schemes import scheme_named
from argmap.model.errors import shown

NAMESPACES = ("http://www.arg.tech/aif#", "http://www.arg.dundee.ac.uk/aif#")

_STEPS = frozenset({"RA", "CA", "MA", "PA"})
_OWNERS: dict[str, tuple[bool, frozenset[str]]] = {
    "premise": (True, _STEPS),
    "conflictingelement": (True, _STEPS),
    "preferredelement": (True, _STEPS),
    "conclusion": (False, _STEPS),
    "conflictedelement": (False, _STEPS),
    "dispreferredelement": (False, _STEPS),
    "locution": (True, frozenset({"YA"})),
    "anchor": (True, frozenset({"YA"})),
    "illocutionarycontent": (False, frozenset({"YA"})),
    "startlocution": (True, frozenset({"TA"})),
    "endlocution": (False, frozenset({"TA"})),
}
"""Link to whether it leads into the step that owns it, and the types of that step."""

_TEXTS = ("claimtext", "text", "content", "label")
_SCHEMES = ("schemename", "scheme", "fulfils", "fulfills", "usesscheme")
_SILENT = frozenset(
    {"creationdate", "timestamp", "type", "source", "comment", "iscopyof", *_TEXTS, *_SCHEMES}
)


@dataclass(slots=True)
class Resource:
    """A thing that triples speak of."""

    id: str
    types: list[str] = field(default_factory=list)
    texts: list[tuple[str, str]] = field(default_factory=list)
    """Property and literal."""
    links: list[tuple[str, str]] = field(default_factory=list)
    """Property and the id of what it leads to."""

    def text(self, *names: str) -> str:
        """Give the first literal under any of some properties, in the order of the names."""
        return next((t for name in names for key, t in self.texts if local(key).lower() == name), "")


def local(name: str) -> str:
    """Give the last part of a name.

    Examples:
        >>> local("http://www.arg.tech/aif#Premise"), local("aif:Premise"), local("hasPremise")
        ('Premise', 'Premise', 'Premise')
    """
    last = name.rstrip("/#").replace("#", "/").rpartition("/")[2].rpartition(":")[2]
    return last[3:] if last.startswith("has") and last[3:4].isupper() else last


def is_link(name: str) -> bool:
    """Whether a property leads from one node to another."""
    return local(name).lower() in _OWNERS


def graph_of_resources(resources: Iterable[Resource], loss: LossReport) -> AifGraph:
    """Make a graph of what triples say.

    Args:
        resources: The things, each once.
        loss: The report.
    """
    things = {resource.id: resource for resource in resources}
    names = _short_names(things)
    graph = AifGraph()
    for resource in things.values():
        types = [type_of(name) for name in resource.types]
        type = next((t for t in types if t in _STEPS or t in ("I", "L", "TA", "YA")), "")
        if not type and not resource.text(*_TEXTS):
            continue  # classes, ontologies, persons
        scheme = _scheme(resource, names)
        graph.nodes[names[resource.id]] = AifNode(
            names[resource.id], type or "I", resource.text(*_TEXTS), scheme
        )
        if type == "L" and (who := resource.text("source")):
            graph.speakers[names[resource.id]] = graph.people[who] = who
    for resource in things.values():
        if names[resource.id] in graph.nodes:
            _link(graph, resource, names, loss)
    return graph


def _scheme(resource: Resource, names: dict[str, str]) -> str:
    """Find the scheme of a step: stated, linked to, or a second type."""
    stated = resource.text(*_SCHEMES)
    linked = next((local(to) for key, to in resource.links if local(key).lower() in _SCHEMES), "")
    typed = next((local(name) for name in resource.types if scheme_named(local(name))), "")
    return stated or linked.replace("_", " ") or typed.replace("_", " ")


def _link(graph: AifGraph, resource: Resource, names: dict[str, str], loss: LossReport) -> None:
    here = graph.nodes[names[resource.id]]
    for key, to in resource.links:
        name = local(key).lower()
        owners = _OWNERS.get(name)
        if owners is None:
            if name not in _SILENT:
                loss.drop("property", f"{here.id} {shown(local(key))}", "it is not of AIF's core")
            continue
        there = graph.nodes.get(names.get(to, ""))
        inwards, types = owners
        owns = here.type in types or there is None or there.type not in types
        if there is None:
            loss.drop("link", f"{here.id} {local(key)}", f"there is no node '{shown(to)}'")
        elif inwards == owns:
            graph.edges[there.id, here.id] = None
        else:
            graph.edges[here.id, there.id] = None


def _short_names(things: dict[str, Resource]) -> dict[str, str]:
    """Give each resource the last part of its name, or the whole where two share it."""
    counts: dict[str, int] = {}
    for id in things:
        short = _tail(id)
        counts[short] = counts.get(short, 0) + 1
    return {id: _tail(id) if counts[_tail(id)] == 1 else id for id in things}


def _tail(id: str) -> str:
    return re.split("[/#:]", id.rstrip("/#:"))[-1] or id
