"""From a map to a graph of the Argument Interchange Format."""

from collections.abc import Iterable
from dataclasses import replace

from argmap.exchange.aif_graph import AifGraph, AifNode
from argmap.exchange.flatten import NO_PLACE, flat_steps, statements, tell_losses
from argmap.exchange.loss import LossReport
from argmap.exchange.schemes import scheme_title
from argmap.model.project import Project

HELD = {
    "claims": ("text", "held_by"),
    "evidence": ("shows", "challenged_by"),
    "arguments": ("scheme", "unless", "answer"),
    "scholars": ("name",),
}
"""What a graph holds of a map."""


def graph_of_map(project: Project) -> tuple[AifGraph, LossReport]:
    """Make a graph of a project: ids stay, every step becomes a node.

    Args:
        project: The map.
    """
    return _Writer(project).write()


class _Writer:
    def __init__(self, project: Project) -> None:
        self.project = project
        self.graph = AifGraph()
        self.loss = LossReport()
        self.taken = set(project.claims) | set(project.evidence)

    def write(self) -> tuple[AifGraph, LossReport]:
        project, graph = self.project, self.graph
        self._tell()
        for key, words in statements(project):
            graph.nodes[key] = AifNode(key, "I", words)
        for step in flat_steps(project):
            argument, against = step.argument, step.side == "against"
            scheme = scheme_title(argument.scheme) if argument.scheme else ""
            default = "Default Conflict" if against else "Default Inference"
            id = self._node(step.id, "CA" if against else "RA", scheme or default, scheme)
            self._edges(argument.premises, id, step.id)
            graph.edges[id, step.conclusion] = None
            for attacker in argument.unless:
                self._conflict(f"{step.id}.unless.{attacker}", attacker, id)
            for answer in argument.answer:
                self._conflict(f"{step.id}.answer.{answer}", answer, id)
                self.loss.change(
                    "argument.answer", step.id, "a conflict with the objection, as an undercutter is"
                )
        for key, item in project.evidence.items():
            for attacker in item.challenged_by:
                self._conflict(f"{key}.challenged-by.{attacker}", attacker, key)
                self.loss.change("evidence.challenged_by", key, "a conflict with it")
        self._people()
        return graph, self.loss

    def _tell(self) -> None:
        holders = {who for claim in self.project.claims.values() for who in claim.held_by}
        scholars = {key: s for key, s in self.project.scholars.items() if key in holders}
        tell_losses(replace(self.project, scholars=scholars), self.loss, HELD)
        for key in self.project.scholars.keys() - holders:
            self.loss.drop("scholar", key, NO_PLACE)
        for key in self.project.evidence:
            self.loss.change("evidence", key, "an I-node, as claims are")

    def _node(self, wish: str, type: str, text: str, scheme: str = "") -> str:
        id, number = wish, 2
        while id in self.taken:
            id, number = f"{wish}.{number}", number + 1
        self.taken.add(id)
        self.graph.nodes[id] = AifNode(id, type, text, scheme)
        return id

    def _edges(self, starts: Iterable[str], end: str, step: str) -> None:
        for start in starts:
            if start in self.graph.nodes:
                self.graph.edges[start, end] = None
            else:
                self.loss.drop("argument.premise", step, f"there is no '{start}'")

    def _conflict(self, wish: str, attacker: str, target: str) -> None:
        if attacker not in self.graph.nodes:
            self.loss.drop("argument.undercutter", wish, f"there is no '{attacker}'")
            return
        id = self._node(wish, "CA", "Default Conflict")
        self.graph.edges[attacker, id] = None
        self.graph.edges[id, target] = None

    def _people(self) -> None:
        """Let every holder assert the claim."""
        for key, claim in self.project.claims.items():
            for who in claim.held_by:
                scholar = self.project.scholars.get(who)
                name = scholar.name if scholar is not None else who
                if scholar is None:
                    self.loss.change("claim.held_by", key, f"there is no scholar '{who}'; the id is the name")
                self.graph.people[who] = name
                said = self._node(f"{key}.said-by.{who}", "L", f"{name} : {claim.text}")
                self.graph.speakers[said] = who
                asserting = self._node(f"{key}.asserted-by.{who}", "YA", "Asserting", "Asserting")
                self.graph.edges[said, asserting] = None
                self.graph.edges[asserting, key] = None
