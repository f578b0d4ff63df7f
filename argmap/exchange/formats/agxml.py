"""AGXML of the argumentative microtexts: segments, discourse units, and edges that edges may lead to."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.exchange.building import MapBuilder
from argmap.exchange.content import Content
from argmap.exchange.registry import Imported, importer
from argmap.exchange.texts import one_line

if TYPE_CHECKING:
    from lxml.etree import _Element

_VOICES = {"pro": "Proponent", "opp": "Opponent"}


def likely_agxml(content: Content) -> float:
    """Tell by the root."""
    return 1.0 if content.tag.lower() == "arggraph" else 0.0


@dataclass(frozen=True, slots=True)
class _Edge:
    id: str
    start: str
    end: str
    type: str


@importer("agxml", "AGXML (argumentative microtexts)", (".xml", ".agxml"), likely_agxml)
def read_agxml(content: Content) -> Imported:
    """Read a microtext: sup and exa support, reb attacks, und undercuts an edge, add joins one."""
    return _Reader(content).read()


class _Reader:
    def __init__(self, content: Content) -> None:
        self.content = content
        self.map = MapBuilder()
        self.segments: dict[str, str] = {}
        self.edges: dict[str, _Edge] = {}
        self.units: dict[str, _Element] = {}
        self.steps: dict[str, str] = {}
        """Edge to the step made of it, or that it joined."""
        self.undercutters: dict[str, str] = {}
        """Undercutting edge to the claim that undercuts."""

    def read(self) -> Imported:
        root = self.content.xml
        for element in root.iter():
            self._take(element)
        self._claims()
        waiting = [edge for edge in self.edges.values() if edge.type not in ("seg", "src")]
        while waiting:
            left = [edge for edge in waiting if not self._edge(edge)]
            if len(left) == len(waiting):
                for edge in left:
                    self.map.loss.drop("edge", edge.id, f"what it leads to, '{edge.end}', is not there")
                break
            waiting = left
        title = one_line(root.get("topic_id") or root.get("id"))
        if stance := one_line(root.get("stance")):
            self.map.loss.drop("arggraph.stance", stance, "a map has no place for it")
        return self.map.build(title.replace("_", " ") or self.content.name.rpartition(".")[0])

    def _take(self, element: "_Element") -> None:
        name = str(element.tag).lower() if isinstance(element.tag, str) else ""
        id = one_line(element.get("id"))
        if name == "edu":
            self.segments[id] = one_line("".join(map(str, element.itertext())))
        elif name == "adu":
            if not id or id in self.units:
                self.map.loss.drop("adu", id, "it has no id of its own")
            else:
                self.units[id] = element
        elif name == "edge":
            edge = _Edge(id, one_line(element.get("src")), one_line(element.get("trg")), _type(element))
            if not id or id in self.edges:
                self.map.loss.drop("edge", id, "it has no id of its own")
            else:
                self.edges[id] = edge

    def _claims(self) -> None:
        words: dict[str, list[str]] = {}
        joined = [edge for edge in self.edges.values() if edge.type == "seg" and edge.end not in self.units]
        inside: dict[str, list[str]] = {}
        for edge in joined:
            inside.setdefault(edge.end, []).append(edge.start)
        for edge in self.edges.values():
            if edge.type == "seg" and edge.end in self.units:
                parts = inside.get(edge.start, [edge.start])
                words.setdefault(edge.end, []).extend(self.segments.get(part, "") for part in parts)
        for id, element in self.units.items():
            text = " ".join(filter(None, words.get(id, [])))
            self.map.ids.coin(id, text or id, "claim")
            self.map.claim(id, text)
            voice = _VOICES.get(one_line(element.get("type")).lower())
            if voice:
                key = f"voice {voice}"
                if self.map.kind_of(key) is None:
                    self.map.ids.coin(key, voice)
                    self.map.scholar(key, voice)
                self.map.extend(id, "held_by", key)

    def _edge(self, edge: _Edge) -> bool:
        """Put in an edge; give whether that could be done yet."""
        loss = self.map.loss
        if edge.start not in self.units:
            loss.drop("edge", edge.id, f"where it begins, '{edge.start}', is not there")
        elif edge.type in ("sup", "exa", "reb") and edge.end in self.units:
            scheme = "example" if edge.type == "exa" else ""
            step = self.map.step(
                edge.id, edge.end, [edge.start], against=edge.type == "reb", type=edge.type, scheme=scheme
            )
            self.steps[edge.id] = step.key
        elif edge.type in ("und", "reb") and edge.end in self.steps:
            self.map.undercut(self.steps[edge.end], edge.start)
            self.undercutters[edge.id] = edge.start
            loss.keep("und")
        elif edge.type == "add" and edge.end in self.steps:
            self.map.steps[self.steps[edge.end]].premises.append(edge.start)
            self.steps[edge.id] = self.steps[edge.end]
            loss.keep("add")
        elif edge.type in ("und", "reb") and edge.end in self.undercutters:
            self._against_undercutter(edge)
        elif edge.type == "add" and edge.end in self.undercutters:
            loss.change("add", edge.id, "what joins an undercutter supports it")
            self.map.step(edge.id, self.undercutters[edge.end], [edge.start], type="add")
        elif edge.type not in ("sup", "exa", "reb", "und", "add"):
            loss.drop("edge", edge.id, f"of the unknown type '{edge.type}'")
        else:
            return False
        return True

    def _against_undercutter(self, edge: _Edge) -> None:
        target = self.undercutters[edge.end]
        self.steps[edge.id] = self.map.step(edge.id, target, [edge.start], against=True, type="und").key
        self.map.loss.change("und", edge.id, "an attack on an undercut: an argument against the undercutter")


def _type(element: "_Element") -> str:
    return one_line(element.get("type")).lower()
