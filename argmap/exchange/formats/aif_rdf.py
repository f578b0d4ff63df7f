"""AIF as RDF: RDF/XML as AIFdb writes it, and plain Turtle."""

from typing import TYPE_CHECKING

from argmap.exchange.aif_in import map_of_graph
from argmap.exchange.aif_triples import Resource, graph_of_resources
from argmap.exchange.content import Content
from argmap.exchange.loss import LossReport
from argmap.exchange.registry import Imported, importer
from argmap.exchange.turtle_in import read_turtle

if TYPE_CHECKING:
    from lxml.etree import _Element

_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_MARKS = ("arg.tech/aif", "arg.dundee.ac.uk/aif")
_UNTYPED = frozenset({"Description", "NamedIndividual", "Thing"})


def likely_aif_rdf(content: Content) -> float:
    """Tell by RDF, or Turtle's prefixes, with one of AIF's namespaces."""
    if content.tag == "RDF":
        return 1.0 if _speaks_of_aif(content.text[:20_000]) else 0.2
    head = content.head
    if head.startswith(("@prefix", "@base", "PREFIX", "prefix", "#", "<")) and not content.tag:
        return 0.95 if _speaks_of_aif(head) and not content.is_json else 0.0
    return 0.0


def _speaks_of_aif(text: str) -> bool:
    return any(mark in text for mark in _MARKS) or "/aif#" in text


@importer("aif-rdf", "AIF in RDF/XML or Turtle", (".rdf", ".owl", ".xml", ".ttl"), likely_aif_rdf)
def read_aif_rdf(content: Content) -> Imported:
    """Read a nodeset in RDF."""
    loss = LossReport()
    things = _of_xml(content.xml) if content.tag else read_turtle(content.text, content.name)
    title = content.name.rpartition("/")[2].rpartition(".")[0] or "Imported from AIF"
    return map_of_graph(graph_of_resources(things, loss), loss, title)


def _of_xml(root: "_Element") -> list[Resource]:
    """Read the resources of RDF/XML, in order; those inside others too."""
    things: dict[str, Resource] = {}
    waiting = [child for child in root if isinstance(child.tag, str)][::-1]
    while waiting:
        element = waiting.pop()
        thing = things.setdefault(_id(element), Resource(_id(element)))
        name = str(element.tag)
        if name.rpartition("}")[2] not in _UNTYPED:
            thing.types.append(name.replace("{", "").replace("}", ""))
        for key, value in element.attrib.items():
            if not str(key).startswith((_RDF, "{http://www.w3.org/XML/")):
                thing.texts.append((str(key).replace("{", "").replace("}", ""), str(value)))
        for child in element:
            if isinstance(child.tag, str):
                waiting += _property(thing, child)
    return list(things.values())


def _property(thing: Resource, element: "_Element") -> list["_Element"]:
    """Take one property of a resource; give the resources written inside it."""
    name = str(element.tag).replace("{", "").replace("}", "")
    target = element.get(f"{_RDF}resource") or element.get(f"{_RDF}nodeID")
    inner = [child for child in element if isinstance(child.tag, str)]
    if target is None and inner:
        target = _id(inner[0])
    if target is None:
        thing.texts.append((name, element.text or ""))
    elif name.endswith("ns#type"):
        thing.types.append(target)
    else:
        thing.links.append((name, target))
    return inner


def _id(element: "_Element") -> str:
    """Give the name of a resource; one without a name gets that of its place."""
    for key in ("about", "ID", "nodeID"):
        if (value := element.get(f"{_RDF}{key}")) is not None:
            return value
    return f"node-{element.sourceline}-{element.getroottree().getpath(element)}"
