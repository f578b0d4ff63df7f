"""Araucaria's Argument Markup Language: trees of units, premises convergent or linked."""

from collections import deque
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from argmap.exchange.building import MapBuilder
from argmap.exchange.content import Content
from argmap.exchange.ids import slug
from argmap.exchange.registry import Imported, importer
from argmap.exchange.texts import one_line

if TYPE_CHECKING:
    from lxml.etree import _Element


def likely_aml(content: Content) -> float:
    """Tell by the root, or by a unit where the root is one."""
    tag = content.tag.upper()
    if tag == "ARG":
        return 1.0 if "PROPTEXT" in content.text[:200_000].upper() or "<AU" in content.text.upper() else 0.5
    return 0.9 if tag == "AU" else 0.0


@dataclass(slots=True)
class _Unit:
    """A proposition, and the schemes that it takes part in."""

    id: str
    schemes: dict[str, str] = field(default_factory=dict)
    """Number of an instance to the name of its scheme."""


@importer("aml", "AML (Araucaria)", (".aml", ".xml"), likely_aml)
def read_aml(content: Content) -> Imported:
    """Read an Araucaria file: CA holds a premise for itself, LA premises together, REFUTATION an attack."""
    return _Reader().read(content)


class _Reader:
    def __init__(self) -> None:
        self.map = MapBuilder()
        self.units: dict[str, _Unit] = {}
        self.steps: set[tuple[str, tuple[str, ...], bool]] = set()

    def read(self, content: Content) -> Imported:
        root = content.xml
        title = ""
        waiting: deque[_Element] = deque()
        for child in [root] if _name(root) == "AU" else list(root):
            name = _name(child)
            if name == "AU":
                waiting.append(child)
            elif name == "TEXT" and one_line(child.text):
                self.map.loss.drop(
                    "TEXT", "", "the text that was analysed; the propositions carry their words"
                )
            elif name in ("EDATA", "SCHEMESET"):
                title = self._about(child, name) or title
        while waiting:
            waiting += self._unit(waiting.popleft())
        return self.map.build(title or content.name.rpartition("/")[2].rpartition(".")[0])

    def _about(self, element: "_Element", name: str) -> str:
        """Take what the file says of itself; give its title, if it has one."""
        if name == "SCHEMESET":
            self.map.loss.drop("SCHEMESET", "", "definitions of schemes; each step names its own")
            return ""
        title = ""
        for child in element:
            words = one_line("".join(child.itertext()))
            if _name(child) == "TITLE":
                title = words
            elif words:
                self.map.loss.drop("EDATA", _name(child).lower(), "a map has no place for it")
        return title

    def _unit(self, element: "_Element") -> list["_Element"]:
        """Take a unit with its premises; give the units below, which have premises of their own."""
        here = self._proposition(element)
        below: list[_Element] = []
        if here is None:
            self.map.loss.drop("AU", "", "it has no proposition")
            return below
        for child in element:
            name = _name(child)
            if name not in ("CA", "LA", "REFUTATION"):
                continue
            inner = [unit for unit in child if _name(unit) == "AU"]
            premises = [unit for unit in map(self._proposition, inner) if unit is not None]
            below += inner
            groups = [premises] if name == "LA" else [[premise] for premise in premises]
            for group in groups:
                self._step(here, group, name)
        return below

    def _step(self, conclusion: _Unit, premises: list[_Unit], name: str) -> None:
        keys = tuple(premise.id for premise in premises)
        mark = (conclusion.id, keys, name == "REFUTATION")
        if not keys or mark in self.steps:
            return
        self.steps.add(mark)
        scheme = next((s for n, s in conclusion.schemes.items() if all(n in p.schemes for p in premises)), "")
        id = f"{conclusion.id} ← {', '.join(keys)}"
        self.map.step(id, conclusion.id, keys, against=name == "REFUTATION", type=name, scheme=scheme)

    def _proposition(self, element: "_Element") -> _Unit | None:
        """Take in the proposition of a unit, once; Araucaria repeats those that several steps share."""
        prop = next((child for child in element if _name(child) == "PROP"), None)
        if prop is None:
            return None
        text = one_line("".join(t for c in prop if _name(c) == "PROPTEXT" for t in map(str, c.itertext())))
        id = one_line(prop.get("identifier") or prop.get("id")) or text
        known = self.units.get(id)
        if known is None:
            known = self.units[id] = _Unit(id)
            self._claim(prop, id, text)
        for scheme in prop:
            if _name(scheme) == "INSCHEME":
                known.schemes[scheme.get("schid") or "0"] = one_line(scheme.get("scheme"))
        return known

    def _claim(self, prop: "_Element", id: str, text: str) -> None:
        if len(id) < 4 or id == text or id[1:].isdigit():
            self.map.ids.coin(id, text or id, "claim")
        self.map.claim(id, text)
        if (prop.get("missing") or "").lower() == "yes":
            self.map.remark(id, "Left unsaid in the text (an enthymeme).")
            self.map.loss.change("PROP.missing", id, "kept as a remark")
        for child in prop:
            if _name(child) == "OWNER" and (who := one_line(child.get("name") or child.text)):
                key = f"owner {who}"
                if self.map.kind_of(key) is None:
                    self.map.ids.coin(key, slug(who) or "owner", "owner")
                    self.map.scholar(key, who)
                self.map.extend(id, "held_by", key)
            elif _name(child) in ("ROLE", "TUTOR"):
                self.map.loss.drop(_name(child), id, "a map has no place for it")


def _name(element: "_Element") -> str:
    return str(element.tag).rpartition("}")[2].upper() if isinstance(element.tag, str) else ""
