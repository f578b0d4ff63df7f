"""Argument maps of MindMup: its own JSON, and the YAML that stands for it; in.

A claim has reasons; a reason, a group node, supports or opposes it and joins claims.
"""

import re
from collections.abc import Iterator
from typing import Any

from argmap.exchange.building import MapBuilder
from argmap.exchange.content import Content
from argmap.exchange.foreign_yaml import yaml_for_a_look, yaml_of
from argmap.exchange.registry import Imported, importer
from argmap.exchange.texts import one_line
from argmap.model.errors import UnreadableError, shown

_REASON = re.compile(r"-|[a-z]+[-_ ]?\d*", re.IGNORECASE)
_FIELDS = frozenset(("note", "label", "strength"))
_STRENGTHS = ("weak", "weak", "limited", "good", "firm", "firm")


def likely_mup(content: Content) -> float:
    """Tell by the ideas under the root."""
    if "ideas" not in content.keys or not isinstance(content.json["ideas"], dict):
        return 0
    return 1.0 if content.keys & {"formatVersion", "title", "attr", "theme", "id"} else 0.6


@importer("mindmup", "MindMup map (.mup)", (".mup", ".json"), likely_mup)
def read_mup(content: Content) -> Imported:
    """Read a map of MindMup."""
    root = content.read_json()
    if not isinstance(root, dict) or not isinstance(root.get("ideas"), dict):
        raise UnreadableError(f"'{shown(content.name)}' is no MindMup map: it has no 'ideas'")
    reader = _Mup()
    reader.read(root)
    links = root.get("links")
    for each in links if isinstance(links, list) else ():
        if isinstance(each, dict):
            reader.link(each)
    if root.get("theme"):
        reader.builder.loss.drop("theme", "", "a map has no looks of its own")
    return reader.builder.build(one_line(root.get("title")))


class _Mup:
    def __init__(self) -> None:
        self.builder = MapBuilder()
        self._loss = self.builder.loss

    def read(self, root: dict[str, Any]) -> None:
        """Read all ideas, claims and groups in turn, without recursion."""
        version = root.get("formatVersion")
        is_old = not isinstance(version, int) or version < 3
        pending = [("", root, "")] if is_old and _title(root) else [
            ("", idea, "") for idea in _ranked(root.get("ideas"))
        ]  # fmt: skip
        pending.reverse()
        while pending:
            parent, idea, step = pending.pop()
            group = _attr(idea).get("group")
            if group and parent:
                pending += self._group(parent, idea, str(group))
                continue
            key = self._claim(idea)
            if step:
                self.builder.steps[step].premises.append(key)
            elif parent:
                self._loss.change("idea", key, "a branch without a group: read as a reason of its own")
                self.builder.step(f"reason {key}", parent, [key])
            pending += [(key, child, "") for child in reversed(list(_ranked(idea.get("ideas"))))]

    def _claim(self, idea: dict[str, Any]) -> str:
        key = one_line(idea.get("id")) or "idea"
        number = 1
        while key in self.builder:
            number += 1
            key = f"{one_line(idea.get('id')) or 'idea'} ({number})"
        attr = _attr(idea)
        remarks = []
        note = attr.get("note")
        if said := one_line(note.get("text") if isinstance(note, dict) else note):
            remarks.append(said)
        styles = attr.get("styleNames")
        if isinstance(styles, list) and "attr_implicit_claim" in styles:
            remarks.append("Implicit.")
        for name in ("attachment", "icon"):
            if attr.get(name):
                self._loss.drop(f"idea.{name}", key, "a map holds no pictures or files")
        self.builder.claim(key, _title(idea), remark=" ".join(remarks) or None)
        return key

    def _group(self, parent: str, idea: dict[str, Any], group: str) -> list[tuple[str, dict[str, Any], str]]:
        key = f"reason {one_line(idea.get('id')) or len(self.builder.steps)}"
        connector = _attr(idea).get("parentConnector")
        label = one_line(connector.get("label")) if isinstance(connector, dict) else ""
        against = group.lower() in ("opposing", "opposition", "con", "against")
        if not against and group.lower() not in ("supporting", "support", "pro", "for"):
            self._loss.change("group", key, f"'{shown(group)}' is read as supporting")
        title = _title(idea)
        because = " ".join(filter(None, (label, title if title.lower() not in ("", "group") else "")))
        made = self.builder.step(key, parent, [], against=against, type="reason", because=because or None)
        return [("", child, made.key) for child in reversed(list(_ranked(idea.get("ideas"))))]

    def link(self, link: dict[str, Any]) -> None:
        """Report a free link between ideas."""
        ends = f"{one_line(link.get('ideaIdFrom'))} to {one_line(link.get('ideaIdTo'))}"
        self._loss.drop("link", ends, "a free link says neither for nor against")


def _ranked(ideas: object) -> Iterator[dict[str, Any]]:
    """Give ideas in the order of their ranks."""
    if isinstance(ideas, dict):
        for _, idea in sorted(ideas.items(), key=lambda pair: _rank(pair[0])):
            if isinstance(idea, dict):
                yield idea


def _rank(key: str) -> tuple[float, str]:
    try:
        return (abs(float(key)), key)
    except ValueError:
        return (float("inf"), key)


def _attr(idea: dict[str, Any]) -> dict[str, Any]:
    attr = idea.get("attr")
    return attr if isinstance(attr, dict) else {}


def _title(idea: dict[str, Any]) -> str:
    return one_line(idea.get("title"))


def likely_yaml(content: Content) -> float:
    """Tell by the nesting: claims over short names of reasons over claims."""
    root = yaml_for_a_look(content)
    if not isinstance(root, dict):
        return 0
    reasons = [
        (name, reason)
        for claim, value in root.items()
        if isinstance(claim, str) and " " in claim.strip() and isinstance(value, dict)
        for name, reason in value.items()
        if name not in _FIELDS
    ]
    if not reasons or not all(_REASON.fullmatch(str(name)) for name, _ in reasons):
        return 0
    below = [key for _, reason in reasons if isinstance(reason, dict) for key in reason if key not in _FIELDS]
    return 0.7 if below and all(isinstance(key, str) for key in below) else 0


@importer("argmap-yaml", "Argument map in YAML (argmap2mup)", (".yml", ".yaml"), likely_yaml)
def read_yaml(content: Content) -> Imported:
    """Read claims and reasons nested in each other."""
    root = yaml_of(content)
    if isinstance(root, list):
        root = {key: value for each in root if isinstance(each, dict) for key, value in each.items()}
    if not isinstance(root, dict):
        raise UnreadableError(f"'{shown(content.name)}' is no argument map: claims over reasons are wanted")
    builder = _nested(root)
    return builder.build("")


def _nested(root: dict[Any, Any]) -> MapBuilder:
    builder = MapBuilder()
    known: dict[str, str] = {}
    pending: list[tuple[str, object, str]] = [
        (str(k), v, "") for k, v in reversed(root.items()) if isinstance(v, dict | None) and k not in _FIELDS
    ]
    for key, value in root.items():
        if not isinstance(value, dict | None):
            builder.loss.drop("entry", shown(str(key)), "a claim over its reasons was expected")
    while pending:
        text, reasons, step = pending.pop()
        said = one_line(text)
        implicit = said.startswith("-")
        said = said.lstrip("- ") if implicit else said
        key = known.get(said)
        if key is None:
            key = known[said] = f"{len(known) + 1}"
            builder.claim(key, said, remark="Implicit." if implicit else None)
        else:
            builder.loss.change("claim", said[:60], "stated again; one claim stands for both")
        if step:
            builder.steps[step].premises.append(key)
        if isinstance(reasons, dict):
            found = [_reason(builder, key, str(n), r) for n, r in reasons.items() if n not in _FIELDS]
            pending += [entry for entries in reversed(found) for entry in reversed(entries)]
            if note := one_line(reasons.get("note")):
                builder.remark(key, note)
    return builder


def _reason(builder: MapBuilder, claim: str, name: str, reason: object) -> list[tuple[str, object, str]]:
    against = name.lower().startswith(("o", "-"))
    fields: dict[str, Any] = {}
    if not isinstance(reason, dict):
        said = one_line(reason)
        reason = {said: None} if said else {}
    if label := one_line(reason.get("label")):
        fields["because"] = label
    strength = reason.get("strength")
    if isinstance(strength, int | float) and not isinstance(strength, bool) and 0 <= strength <= 5:
        fields["strength"] = _STRENGTHS[round(strength)]
        builder.loss.change("reason.strength", name, f"{strength} of 5 became '{fields['strength']}'")
    elif strength is not None:
        builder.loss.drop("reason.strength", name, f"'{shown(str(strength))}' is no number from 1 to 5")
    made = builder.step(f"{claim}.{name}", claim, [], against=against, type="reason", **fields)
    return [(str(text), below, made.key) for text, below in reason.items() if text not in _FIELDS]
