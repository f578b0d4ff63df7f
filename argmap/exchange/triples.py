"""RDF written by ourselves: sorted, escaped, the same bytes each time."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from argmap.exchange.texts import clean

RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"

PREFIXES: Mapping[str, str] = {
    "am": "urn:argmap:terms:",
    "cito": "http://purl.org/spar/cito/",
    "crm": "http://www.cidoc-crm.org/cidoc-crm/",
    "crminf": "http://www.cidoc-crm.org/extensions/crminf/",
    "dcterms": "http://purl.org/dc/terms/",
    "edtf": "http://id.loc.gov/datatypes/edtf/",
    "hico": "http://purl.org/emmedi/hico/",
    "np": "http://www.nanopub.org/nschema#",
    "oa": "http://www.w3.org/ns/oa#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
"""Short names of vocabularies; ``am`` is argmap's own, for what no other has a word for."""

_NAMESPACES = {start: prefix for prefix, start in PREFIXES.items()}
_LOCAL = re.compile(r"(.*[/#:])([A-Za-z_][A-Za-z0-9_-]*)")
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_ESCAPED = re.compile(r'[\\"\n\r\t\x00-\x1f\x7f-\x9f]')


@dataclass(frozen=True, slots=True, order=True)
class Literal:
    """A literal: its text, and its datatype as an IRI where it is no plain text."""

    text: str
    datatype: str = ""


Term = str | Literal
"""A node: an IRI as text, or a literal."""

Subject = tuple[str, list[tuple[str, list[Term]]]]
"""A subject with its predicates and their objects."""


def term(name: str) -> str:
    """Expand a short name.

    Examples:
        >>> term("cito:supports")
        'http://purl.org/spar/cito/supports'
    """
    prefix, _, local = name.partition(":")
    return PREFIXES[prefix] + local


class Triples:
    """A graph on its way out: each triple once."""

    def __init__(self) -> None:
        """Begin an empty graph."""
        self._known: dict[str, dict[str, dict[Term, None]]] = {}

    def add(self, subject: str, predicate: str, *objects: Term | None) -> None:
        """State something of a subject.

        Args:
            subject: Its IRI.
            predicate: As a short name, ``a`` for the type.
            objects: IRIs or literals; None and empty literals are left out.
        """
        for thing in objects:
            if thing is None or (isinstance(thing, Literal) and not thing.text):
                continue
            name = RDF_TYPE if predicate == "a" else term(predicate)
            self._known.setdefault(subject, {}).setdefault(name, {})[thing] = None

    def type(self, subject: str, *classes: str) -> None:
        """Give a subject classes, by short names."""
        self.add(subject, "a", *(term(name) for name in classes))

    def __len__(self) -> int:
        return sum(len(o) for statements in self._known.values() for o in statements.values())

    def subjects(self) -> list[Subject]:
        """Give everything stated, sorted: types first, then predicates, IRIs before literals."""
        return [
            (subject, [(p, _sorted(o)) for p, o in sorted(stated.items(), key=_types_first)])
            for subject, stated in sorted(self._known.items())
        ]


def _types_first(item: tuple[str, Any]) -> tuple[bool, str]:
    return item[0] != RDF_TYPE, item[0]


def _sorted(objects: Iterable[Term]) -> list[Term]:
    found = list(objects)
    return sorted(found, key=_order) if len(found) > 1 else found


def _order(thing: Term) -> tuple[bool, str, str]:
    return (True, thing.text, thing.datatype) if isinstance(thing, Literal) else (False, thing, "")


def turtle(graph: Triples) -> str:
    """Write a graph as Turtle."""
    subjects = graph.subjects()
    return "\n".join((_head([subjects]), *_blocks(subjects)))


def trig(graphs: Iterable[tuple[str, Triples]]) -> str:
    """Write named graphs as TriG.

    Args:
        graphs: IRI and content of each, in order.
    """
    named = [(name, graph.subjects()) for name, graph in graphs]
    pieces = [_head([subjects for _, subjects in named])]
    for name, subjects in named:
        inner = "".join(f"  {line}\n" if line else "" for b in _blocks(subjects) for line in b.split("\n"))
        pieces.append(f"{_resource(name)} {{\n{inner}}}\n")
    return "\n".join(pieces)


def json_ld(graph: Triples) -> dict[str, Any]:
    """Give a graph as JSON-LD in flattened form, its context inside."""
    nodes = []
    subjects = graph.subjects()
    for subject, stated in subjects:
        node: dict[str, Any] = {"@id": subject}
        for predicate, objects in stated:
            if predicate == RDF_TYPE:
                node["@type"] = [_short(str(o)) or o for o in objects]
                continue
            values = [_json_value(o) for o in objects]
            node[_short(predicate) or predicate] = values[0] if len(values) == 1 else values
        nodes.append(node)
    return {"@context": {prefix: PREFIXES[prefix] for prefix in _used([subjects])}, "@graph": nodes}


def _json_value(thing: Term) -> Any:
    if not isinstance(thing, Literal):
        return {"@id": thing}
    text = clean(thing.text)
    return {"@value": text, "@type": _short(thing.datatype) or thing.datatype} if thing.datatype else text


def _blocks(subjects: list[Subject]) -> list[str]:
    blocks = []
    for subject, stated in subjects:
        lines = [f"{_predicate(p)} {', '.join(map(_written, objects))}" for p, objects in stated]
        blocks.append(f"{_resource(subject)} " + " ;\n  ".join(lines) + " .\n")
    return blocks


def _head(graphs: Iterable[list[Subject]]) -> str:
    return "".join(f"@prefix {prefix}: <{PREFIXES[prefix]}> .\n" for prefix in _used(graphs))


def _used(graphs: Iterable[list[Subject]]) -> list[str]:
    """Name the prefixes that a document needs, sorted."""
    found: set[str] = set()
    for subjects in graphs:
        for _, stated in subjects:
            for predicate, objects in stated:
                found.add(predicate)
                found.update(o.datatype if isinstance(o, Literal) else o for o in objects)
    return sorted({short.partition(":")[0] for name in found if (short := _short(name))})


@lru_cache(maxsize=4096)
def _short(iri: str) -> str | None:
    parts = _LOCAL.fullmatch(iri)
    prefix = _NAMESPACES.get(parts[1]) if parts else None
    return f"{prefix}:{parts[2]}" if parts and prefix else None


def _predicate(iri: str) -> str:
    return "a" if iri == RDF_TYPE else _resource(iri)


def _resource(iri: str) -> str:
    return _short(iri) or f"<{iri}>"


def _written(thing: Term) -> str:
    if not isinstance(thing, Literal):
        return _resource(thing)
    text = _ESCAPED.sub(_escape, clean(thing.text))
    return f'"{text}"' + (f"^^{_resource(thing.datatype)}" if thing.datatype else "")


def _escape(found: re.Match[str]) -> str:
    return _ESCAPES.get(found[0]) or f"\\u{ord(found[0]):04X}"
