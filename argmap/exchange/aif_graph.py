"""The graph of the Argument Interchange Format, which JSON, RDF and JSON-LD write each in their way.

Statements (I-nodes) meet only through steps: inferences (RA), conflicts (CA), rephrases (MA) and
preferences (PA). Locutions (L), their transitions (TA) and illocutions (YA) make up the dialogue.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from argmap.exchange.loss import LossReport
from argmap.model.errors import shown

STEPS = frozenset({"RA", "CA", "MA", "PA"})
DIALOGUE = frozenset({"L", "TA", "YA"})


@dataclass(slots=True)
class AifNode:
    """A node of the graph."""

    id: str
    type: str
    """``I``, ``RA``, ``CA``, ``MA``, ``PA``, ``L``, ``TA`` or ``YA``."""
    text: str = ""
    scheme: str = ""


@dataclass(slots=True)
class AifGraph:
    """A graph on its way in or out."""

    nodes: dict[str, AifNode] = field(default_factory=dict)
    edges: dict[tuple[str, str], None] = field(default_factory=dict)
    """From and to, in order, each once."""
    speakers: dict[str, str] = field(default_factory=dict)
    """Locution to the id of the person who speaks."""
    people: dict[str, str] = field(default_factory=dict)
    """Id of a person to the name."""

    def add_node(self, node: AifNode, loss: LossReport) -> None:
        """Add a node; a second row under its id is reported and left out."""
        known = self.nodes.get(node.id)
        if known is None:
            self.nodes[node.id] = node
        else:
            why = "a repeated row" if known == node else "its id is taken; the first row was kept"
            loss.drop("node", node.id, why)

    def neighbours(self, loss: LossReport) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
        """Give the nodes before and after each node; edges that lead nowhere are reported."""
        before: dict[str, list[str]] = {}
        after: dict[str, list[str]] = {}
        nodes = self.nodes
        for start, end in self.edges:
            if start in nodes and end in nodes:
                before.setdefault(end, []).append(start)
                after.setdefault(start, []).append(end)
            else:
                missing = end if start in nodes else start
                loss.drop("edge", f"{start} → {end}", f"there is no node '{shown(missing)}'")
        return before, after

    def of_type(self, *types: str) -> Iterable[AifNode]:
        """Give the nodes of some types, in order."""
        return (node for node in self.nodes.values() if node.type in types)
