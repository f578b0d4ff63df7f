"""The Legal Knowledge Interchange Format, as Carneades 2 writes it; in."""

from typing import TYPE_CHECKING

from argmap.exchange.caes import CaesArgument, CaesGraph, Statement
from argmap.exchange.caes_map import map_of_caes
from argmap.exchange.caes_xml import children, complement, first, local, number, said, set_at_issue
from argmap.exchange.content import Content
from argmap.exchange.formats.carneades import STANDARDS
from argmap.exchange.loss import LossReport
from argmap.exchange.registry import Imported, importer
from argmap.exchange.texts import one_line
from argmap.model.errors import UnreadableError, shown

if TYPE_CHECKING:
    from lxml.etree import _Element


def likely(content: Content) -> float:
    """Tell by the root element."""
    return 1.0 if content.tag.lower() == "lkif" else 0.0


@importer("lkif", "LKIF (Carneades 2)", (".xml", ".lkif"), likely)
def read(content: Content) -> Imported:
    """Read the argument graphs; rules and ontologies are reported."""
    root = content.xml
    if local(root).lower() != "lkif":
        raise UnreadableError(f"'{shown(content.name)}' is no LKIF: its root is not 'lkif'")
    loss = LossReport()
    graph = CaesGraph()
    standards: dict[str, str | None] = {}
    found = [*children(root, "argument-graphs", "argument-graph"), *children(root, "argument-graph")]
    for number_of, each in enumerate(found):
        prefix = "" if not number_of else f"{one_line(each.get('id')) or number_of + 1}:"
        _Graph(graph, each, prefix, loss, standards).read()
    for each in root:
        if local(each) and local(each) not in ("argument-graphs", "argument-graph"):
            loss.drop("section", local(each), "a map has no rules, ontologies or texts of law")
    set_at_issue(graph, standards)
    return map_of_caes(graph, loss)


class _Graph:
    def __init__(
        self,
        graph: CaesGraph,
        root: "_Element",
        prefix: str,
        loss: LossReport,
        standards: dict[str, str | None],
    ) -> None:
        self._graph = graph
        self._root = root
        self._prefix = prefix
        self._loss = loss
        self._standards = standards

    def read(self) -> None:
        graph, root = self._graph, self._root
        title = one_line(root.get("title"))
        if title and title != "New Graph" and not graph.title:
            graph.title = title
        for element in children(root, "statements", "statement"):
            self._statement(element)
        for count, element in enumerate(children(root, "arguments", "argument"), 1):
            self._argument(element, count)
        main = one_line(root.get("main-issue"))
        if main and graph.thesis is None:
            graph.thesis = self._prefix + main

    def _statement(self, element: "_Element") -> None:
        id = one_line(element.get("id"))
        name = self._prefix + id
        if not id or name in self._graph.statements:
            self._loss.drop("statement", id, "it has no id" if not id else "its id is taken")
            return
        atom = first(element, "s")
        text = said(atom if atom is not None else element)
        self._graph.statements[name] = Statement(name, text or name)
        standard = one_line(element.get("standard")).upper()
        self._standards[name] = STANDARDS.get(standard)
        if standard and standard not in STANDARDS:
            self._loss.change(
                "statement.standard", id, f"'{shown(standard)}' is unknown; the usual one counts"
            )
        value = one_line(element.get("value")).lower()
        if value == "true":
            self._graph.assumptions[name] = None
        elif value == "false":
            self._graph.assumptions[complement(self._graph, name)] = None
        elif one_line(element.get("assumption")).lower() == "true":
            self._loss.change("statement.assumption", id, "questioned, so it is not assumed")

    def _argument(self, element: "_Element", count: int) -> None:
        id = one_line(element.get("id")) or f"argument {count}"
        name = self._prefix + id
        goal = first(element, "conclusion")
        target = self._prefix + one_line(goal.get("statement")) if goal is not None else ""
        if target == self._prefix or name in self._graph.arguments:
            self._loss.drop(
                "argument", id, "it has no conclusion" if target == self._prefix else "its id is taken"
            )
            return
        against = one_line(element.get("direction")).lower() == "con"
        conclusion = complement(self._graph, target) if against else target
        made = CaesArgument(name, conclusion, scheme=one_line(element.get("scheme")))
        made.weight = number(element, "weight")
        if title := one_line(element.get("title")):
            made.meta = {"title": title}
        premises, roles = [], []
        for each in children(element, "premises", "premise"):
            stated = self._prefix + one_line(each.get("statement"))
            negative = one_line(each.get("polarity")).lower() in ("negative", "neg", "false")
            premise = complement(self._graph, stated) if negative else stated
            kind = one_line(each.get("type")).lower()
            if kind == "exception":
                made.undercutters.append(premise)
                continue
            if kind == "assumption":
                self._graph.assumptions[premise] = None
            premises.append(premise)
            roles.append(one_line(each.get("role")))
        made.premises, made.roles = premises, roles if any(roles) else ()
        self._graph.arguments[name] = made
