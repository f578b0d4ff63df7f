"""Makes a map of a Goal Structuring Notation case."""

import json
import re
from collections.abc import Mapping
from typing import Any

from argmap.exchange.building import MapBuilder
from argmap.exchange.registry import Imported
from argmap.exchange.texts import one_line
from argmap.model.errors import shown
from argmap.model.records import Argument, Claim, Evidence

_PREFIX = re.compile(r"CSn|CG|Sn|G|S|C|A|J")
_TYPES = {
    "G": "goal", "CG": "goal", "S": "strategy", "Sn": "solution", "CSn": "solution",
    "C": "context", "A": "assumption", "J": "justification",
}  # fmt: skip
_NAMED = {
    "goal": "goal", "countergoal": "goal", "strategy": "strategy", "solution": "solution",
    "countersolution": "solution", "context": "context", "assumption": "assumption",
    "justification": "justification",
}  # fmt: skip
_KNOWN = frozenset("text supportedBy inContextOf challenges url nodeType argmap undeveloped".split())
_LOOKS = frozenset("classes level rankIncrement horizontalIndex charWrap wordWrap".split())

Element = Mapping[Any, Any]


def type_of(name: str, element: Element) -> str | None:
    """Tell the type of an element by its ``nodeType``, else by how its id begins."""
    stated = one_line(element.get("nodeType")).replace(" ", "").lower()
    if stated in _NAMED:
        return _NAMED[stated]
    found = _PREFIX.match(name)
    return _TYPES[found[0]] if found else None


class GsnMap:
    """Makes one map of one case."""

    def __init__(self, elements: Mapping[str, Element]) -> None:
        """Take the elements by id."""
        self._elements = elements
        self.builder = MapBuilder()
        self._loss = self.builder.loss
        self._types: dict[str, str] = {}
        self._arguments: dict[str, list[str]] = {}
        """Strategy to the steps that follow it."""

    def build(self, title: str) -> Imported:
        """Make the map."""
        for name, element in self._elements.items():
            kind = type_of(name, element)
            if kind is None:
                self._loss.drop("element", name, "its id begins like no type of GSN, and it has no nodeType")
            else:
                self._types[name] = kind
                self._tell_rest(name, element)
        for name in self._types:
            self._statement(name)
        for name, kind in self._types.items():
            if kind == "goal":
                self._supported(name)
        for name, kind in self._types.items():
            if kind == "strategy" and name not in self._arguments:
                self._standing_alone(name)
        for name in self._types:
            self._challenge(name)
        return self.builder.build(title)

    def _tell_rest(self, name: str, element: Element) -> None:
        for key in element:
            if key in _LOOKS:
                self._loss.drop(f"element.{key}", name, "a map has no layout of its own")
            elif key not in _KNOWN:
                self._loss.drop(
                    f"element.{shown(str(key))}",
                    name,
                    f"'{shown(one_line(element[key]) or str(element[key]))}'",
                )

    def _text(self, name: str) -> str:
        return one_line(self._elements[name].get("text"))

    def _own(self, name: str) -> dict[str, Any]:
        """Give the fields that our own writer kept on an element."""
        try:
            found = json.loads(str(self._elements[name].get("argmap") or "{}"))
        except (ValueError, RecursionError):
            return {}
        return found if isinstance(found, dict) else {}

    def _statement(self, name: str) -> None:
        kind, own = self._types[name], self._own(name)
        url = one_line(self._elements[name].get("url"))
        if own.get("id"):
            self.builder.ids.given[name] = (
                self.builder.ids.free(str(own["id"])) if _is_id(own["id"]) else name
            )
        if kind == "goal":
            fields = {
                k: v
                for k, v in own.items()
                if k in Claim.__dataclass_fields__ and k not in ("text", "pro", "con")
            }
            if "contradicts" in fields:
                fields["contradicts"] = self._ends([f"G-{n}" for n in _texts(fields["contradicts"])])
            context = self._context(name)
            if context and "remark" not in own:
                fields["remark"] = context
            if url:
                fields["remark"] = " ".join(filter(None, (fields.get("remark"), f"See {url}")))
                self._loss.change("element.url", name, "kept as a remark")
            self.builder.claim(name, self._text(name), **fields)
        elif kind == "solution":
            fields = {k: v for k, v in own.items() if k in Evidence.__dataclass_fields__ and k != "shows"}
            if url:
                self.builder.source(url, {"type": "webpage", "title": url, "URL": url})
                fields["source"] = url
            if "challenged_by" in fields:
                fields["challenged_by"] = self._ends([f"G-{n}" for n in _texts(fields["challenged_by"])])
            self.builder.evidence(name, self._text(name), **fields)

    def _context(self, name: str) -> str:
        """Tell contexts, assumptions and justifications in words."""
        found = []
        for other in self._names(name, "inContextOf"):
            if self._types.get(other) in ("context", "assumption", "justification"):
                kind = self._types[other].capitalize()
                found.append(f"{kind}: {self._text(other).rstrip('.') or other}.")
                self._loss.change(kind.lower(), other, f"kept as a remark on {name}")
            elif other not in self._elements:
                self._loss.drop("inContextOf", name, f"there is no '{shown(other)}'")
        return " ".join(found)

    def _names(self, name: str, key: str) -> list[str]:
        value = self._elements[name].get(key)
        listed = value if isinstance(value, list) else [] if value is None else [value]
        return list(dict.fromkeys(str(each) for each in listed if isinstance(each, str | int)))

    def _supported(self, goal: str) -> None:
        direct: list[str] = []
        for name in self._names(goal, "supportedBy"):
            kind = self._types.get(name)
            if kind == "strategy":
                self._follow(goal, name)
            elif kind in ("goal", "solution"):
                direct.append(name)
            else:
                self._loss.drop(
                    "supportedBy", goal, f"'{shown(name)}' is {'no support' if kind else 'not there'}"
                )
        if direct:
            self.builder.step(f"support of {goal}", goal, direct, type="support")

    def _follow(self, goal: str, strategy: str, *, against: bool = False) -> None:
        """Add the argument of a strategy; strategies below it add their parts to its premises."""
        own = self._own(strategy)
        premises, texts, remarks = [], [self._text(strategy)], [self._context(strategy)]
        pending, seen = list(reversed(self._names(strategy, "supportedBy"))), {strategy}
        while pending:
            name = pending.pop()
            kind = self._types.get(name)
            if name in seen:
                continue
            seen.add(name)
            if kind == "strategy":
                texts.append(self._text(name))
                remarks.append(self._context(name))
                pending += reversed(self._names(name, "supportedBy"))
                self._loss.change(
                    "strategy", name, f"below another strategy: its parts are joined to {strategy}"
                )
                self._arguments.setdefault(name, []).append(f"{strategy} for {goal}")
            elif kind in ("goal", "solution"):
                premises.append(name)
            else:
                self._loss.drop(
                    "supportedBy", strategy, f"'{shown(name)}' is {'no support' if kind else 'not there'}"
                )
        known = Argument.__dataclass_fields__.keys() - {"premises", "unless", "answer"}
        fields = {k: v for k, v in own.items() if k in known}
        if "argmap" not in self._elements[strategy]:
            fields["because"] = " ".join(filter(None, texts)) or None
            fields["remark"] = " ".join(filter(None, remarks)) or None
        if not premises:
            self._loss.drop("strategy", strategy, "it is undeveloped: no goal and no solution is below it")
            self._arguments.setdefault(strategy, [])
            return
        made = self.builder.step(
            f"{strategy} for {goal}", goal, premises, against=against, type="strategy",
            scheme=one_line(fields.pop("scheme", "")), **fields,
        )  # fmt: skip
        made.unless = [f"G-{n}" for n in _texts(own.get("unless"))]
        made.answer = [f"G-{n}" for n in _texts(own.get("answer"))]
        made.unless, made.answer = self._ends(made.unless), self._ends(made.answer)
        self._arguments.setdefault(strategy, []).append(made.key)

    def _ends(self, names: list[str]) -> list[str]:
        """Find evidence where a name of ours is no goal."""
        return [n if n in self._types else f"Sn-{n.removeprefix('G-')}" for n in names]

    def _standing_alone(self, name: str) -> None:
        """A strategy that supports nothing may challenge a goal; else it leads nowhere."""
        targets = [t for t in self._names(name, "challenges") if self._types.get(t) in ("goal", "solution")]
        for target in targets:
            self._follow(target, name, against=True)
        if not targets:
            self._loss.drop("strategy", name, "it supports nothing")

    def _challenge(self, name: str) -> None:
        kind = self._types[name]
        for target in self._names(name, "challenges"):
            aim = self._types.get(target)
            if kind == "strategy":
                continue
            if aim == "solution" and "argmap" in self._elements[target]:
                self._loss.keep("challenge")
            elif aim in ("goal", "solution") and kind in ("goal", "solution"):
                self.builder.step(f"{name} against {target}", target, [name], against=True, type="challenge")
            elif aim == "strategy" and kind in ("goal", "solution"):
                if "argmap" not in self._elements[target]:
                    for step in self._arguments.get(target, ()):
                        self.builder.undercut(step, name)
                        self._loss.keep("challenge")
            else:
                why = (
                    f"'{shown(target)}' is not there"
                    if aim is None
                    else f"a {kind} cannot challenge a {aim} here"
                )
                self._loss.drop("challenge", name, why)


def _is_id(value: object) -> bool:
    from argmap.exchange.ids import is_slug

    return isinstance(value, str) and is_slug(value)


def _texts(value: object) -> list[str]:
    return [str(v) for v in value] if isinstance(value, list) else []
