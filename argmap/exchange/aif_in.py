"""From a graph of the Argument Interchange Format to claims and arguments."""

import re

from argmap.exchange.aif_graph import DIALOGUE, STEPS, AifGraph, AifNode
from argmap.exchange.building import MapBuilder
from argmap.exchange.loss import LossReport
from argmap.exchange.registry import Imported
from argmap.exchange.schemes import is_plain
from argmap.exchange.texts import one_line

_SPEAKER = re.compile(r"^([^:]{1,60}?)\s*(?::|\bsays\b)\s+\S")
_HOLDS = frozenset(
    "asserting|conceding|popular conceding|agreeing|assertive questioning|rhetorical questioning".split("|")
)
"""Illocutions by which a speaker holds what is said."""


def map_of_graph(graph: AifGraph, loss: LossReport, title: str) -> Imported:
    """Make a project of a graph.

    I-nodes become claims; an RA is an argument for its conclusion, a CA one against it, or an
    undercutter where it attacks a step. Who asserts an I-node holds the claim.

    Args:
        graph: The graph.
        loss: The report, perhaps begun by whoever read the graph.
        title: Title of the argument.
    """
    return _Reader(graph, loss).read(title)


class _Reader:
    def __init__(self, graph: AifGraph, loss: LossReport) -> None:
        self.graph = graph
        self.loss = loss
        self.map = MapBuilder(loss)
        self.before, self.after = graph.neighbours(loss)
        self.steps: dict[str, list[str]] = {}
        """Step node to the keys of the arguments made of it."""
        self.undercuts: list[tuple[AifNode, AifNode]] = []
        self.understood: set[str] = set()
        """Illocutions by which somebody holds a claim."""

    def read(self, title: str) -> Imported:
        nodes = self.graph.nodes.values()
        for node in nodes:
            if node.type == "I":
                self.map.claim(node.id, node.text)
        for node in nodes:
            if node.type in ("RA", "CA"):
                self._step(node)
            elif node.type == "MA":
                self._rephrase(node)
            elif node.type == "PA":
                self.loss.drop("PA", node.id, "a preference between arguments has no place in a map")
            elif node.type == "L":
                self._locution(node)
            elif node.type in ("TA", "YA"):
                continue
            elif node.type != "I":
                self.loss.drop("node", node.id, f"a node of the unknown type '{node.type}'")
        for node, target in self.undercuts:
            self._undercut(node, target)
        self._count_dialogue()
        return self.map.build(title)

    def _of_type(self, ids: list[str] | None, *types: str) -> list[str]:
        return [id for id in ids or () if self.graph.nodes[id].type in types]

    def _step(self, node: AifNode) -> None:
        before, after = self.before.get(node.id), self.after.get(node.id)
        premises = self._of_type(before, "I")
        others = self._of_type(before, "L")
        if others:
            self.loss.drop(f"{node.type}.premise", node.id, "a locution cannot be a premise")
        targets = self._of_type(after, "I")
        inner = self._of_type(after, "RA", "CA", "MA", "PA")
        if not targets and not inner:
            self.loss.drop(node.type, node.id, "it leads to nothing")
            return
        if not premises:
            self.loss.drop(node.type, node.id, "no statement leads to it")
            return
        for target in inner:
            self.undercuts.append((node, self.graph.nodes[target]))
        if len(targets) > 1:
            self.loss.change(node.type, node.id, f"it has {len(targets)} ends: an argument for each")
        scheme = node.scheme or (node.text if not is_plain(node.text) else "")
        for target in targets:
            step = self.map.step(
                node.id, target, premises, against=node.type == "CA", type=node.type, scheme=one_line(scheme)
            )
            self.steps.setdefault(node.id, []).append(step.key)

    def _undercut(self, node: AifNode, target: AifNode) -> None:
        """Put in a step that leads to a step."""
        keys = self.steps.get(target.id)
        premises = self._of_type(self.before.get(node.id), "I")
        if node.type == "CA" and keys:
            for key in keys:
                for premise in premises:
                    self.map.undercut(key, premise)
            if len(premises) > 1:
                self.loss.change("CA", node.id, "each of its premises undercuts alone")
            else:
                self.loss.keep("CA")
        elif node.type == "RA" and keys:
            names = ", ".join(self.map.ids.given[premise] for premise in premises)
            for key in keys:
                fields = self.map.steps[key].fields
                fields["remark"] = f"{fields.get('remark', '')} Backed by {names}.".strip()
            self.loss.change("RA", node.id, "what backs a step is kept as a remark on it")
        else:
            self.loss.drop(
                node.type, node.id, f"what it leads to, {target.type} '{target.id}', did not come along"
            )

    def _rephrase(self, node: AifNode) -> None:
        starts = self._of_type(self.before.get(node.id), "I")
        ends = self._of_type(self.after.get(node.id), "I")
        if not starts or not ends:
            self.loss.drop("MA", node.id, "a rephrase of no two statements")
            return
        for start in starts:
            names = ", ".join(self.map.ids.given[end] for end in ends)
            self.map.remark(start, f"Rephrases {names}.")
        self.loss.change("MA", node.id, "a rephrase is kept as a remark")

    def _locution(self, node: AifNode) -> None:
        illocutions = [id for id in self._of_type(self.after.get(node.id), "YA") if self._holds(id)]
        held = [claim for id in illocutions for claim in self._of_type(self.after.get(id), "I")]
        person = self._speaker(node) if held else None
        if person is None:
            self.loss.drop("L", node.id, "dialogue has no place in a map")
            return
        for claim in held:
            self.map.extend(claim, "held_by", person)
        self.understood.update(illocutions)
        self.loss.change("L", node.id, "its speaker holds the claim; the words as spoken are left behind")

    def _holds(self, illocution: str) -> bool:
        node = self.graph.nodes[illocution]
        return (node.scheme or node.text).strip().lower() in _HOLDS

    def _speaker(self, node: AifNode) -> str | None:
        """Make a scholar of whoever speaks a locution; give the foreign id."""
        id = self.graph.speakers.get(node.id)
        spoken = _SPEAKER.match(node.text)
        name = self.graph.people.get(id, "") if id is not None else ""
        name = name or (one_line(spoken[1]) if spoken else "")
        if not name:
            return None
        key = f"person {id if id is not None else name}"
        if self.map.kind_of(key) is None:
            self.map.ids.coin(key, _person_slug(id, name))
            self.map.scholar(key, name)
        return key

    def _count_dialogue(self) -> None:
        """Report transitions and illocutions, of which a map holds at most who holds what."""
        for node in self.graph.of_type("TA", "YA"):
            if node.id in self.understood:
                self.loss.keep("YA")
                continue
            self.loss.drop(node.type, node.id, "dialogue has no place in a map")


def _person_slug(id: str | None, name: str) -> str:
    from argmap.exchange.ids import is_slug, is_spoken, slug

    return id if id is not None and is_slug(id) and is_spoken(id) else slug(name) or "speaker"


def type_of(value: object) -> str:
    """Give the type of a node as AIF names it.

    Examples:
        >>> type_of(" ra "), type_of("http://www.arg.tech/aif#I-node"), type_of(None)
        ('RA', 'I', '')
    """
    if not isinstance(value, str):
        return ""
    if value in STEPS or value in DIALOGUE or value == "I":
        return value
    plain = re.split(r"[#/:]", value.strip())[-1].removesuffix("-node").removesuffix("-Node")
    upper = plain.upper()
    return upper if upper in STEPS or upper in DIALOGUE or upper == "I" else plain[:40]
