"""Assurance cases in the Goal Structuring Notation, as YAML of gsn2x, in and out."""

import json
import re
from typing import Any

from argmap.exchange.content import Content
from argmap.exchange.flatten import flat_steps, tell_losses
from argmap.exchange.foreign_yaml import looks_like_yaml, yaml_of
from argmap.exchange.gsn_in import GsnMap, type_of
from argmap.exchange.loss import LossReport
from argmap.exchange.objects import record_object
from argmap.exchange.registry import Exported, Imported, exporter, importer
from argmap.exchange.texts import one_line
from argmap.files.yaml_write import entry
from argmap.model.errors import UnreadableError, shown
from argmap.model.records import Argument, Claim, Evidence
from argmap.verdict.judgement import Judgement

_LINKS = ("held_by", "scholars", "schools")
_HOLDS = {
    "claims": tuple(n for n in Claim.__dataclass_fields__ if n not in _LINKS),
    "evidence": tuple(n for n in Evidence.__dataclass_fields__ if n not in ("source", "rests_on")),
    "arguments": tuple(Argument.__dataclass_fields__),
    "settings": ("title",),
}
_ELEMENT = re.compile(r"^(?:CSn|CG|Sn|G|S|C|A|J)[^\s:]*[ \t]*:[ \t]*(?:$|\{|#)", re.MULTILINE)
_ATTRIBUTE = re.compile(r"\b(supportedBy|inContextOf|challenges|undeveloped|nodeType)[ \t]*:")


def likely(content: Content) -> float:
    """Tell by elements named as GSN names them, and by its attributes."""
    if not looks_like_yaml(content):
        return 0
    text = content.text[:200_000]
    if not _ATTRIBUTE.search(text):
        return (
            0.6
            if len(_ELEMENT.findall(text)) > 1 and re.search(r"^[ \t]+text[ \t]*:", text, re.MULTILINE)
            else 0
        )
    return 1.0 if _ELEMENT.search(text) or "nodeType" in text else 0.3


@importer("gsn", "GSN assurance case (gsn2x YAML)", (".gsn.yaml", ".gsn.yml", ".yaml", ".yml"), likely)
def read(content: Content) -> Imported:
    """Read a case."""
    root = yaml_of(content)
    if not isinstance(root, dict):
        raise UnreadableError(f"'{shown(content.name)}' is no GSN case: elements by their ids are wanted")
    module = root.get("module")
    name = one_line(module.get("name")) if isinstance(module, dict) else one_line(module)
    elements: dict[str, dict[Any, Any]] = {}
    others = []
    for key, value in root.items():
        if key == "module" or value is None or str(key) == "uses":
            others.append(str(key))
        elif isinstance(value, dict):
            elements[str(key)] = value
        else:
            others.append(str(key))
    if not any(type_of(key, value) for key, value in elements.items()):
        raise UnreadableError(f"'{shown(content.name)}' holds no element of GSN")
    case = GsnMap(elements)
    for key in others:
        if key != "module":
            case.builder.loss.drop("entry", shown(key), "it is no element")
    if isinstance(module, dict):
        for key in module.keys() - {"name"}:
            case.builder.loss.drop("module", shown(str(key)), "a map is one module")
    return case.build(name)


@exporter("gsn", "GSN assurance case (gsn2x YAML)", ".gsn.yaml")
def write(judgement: Judgement) -> Exported:
    """Write a map as a case: claims are goals, evidence solutions, arguments strategies."""
    project = judgement.project
    loss = LossReport()
    tell_losses(project, loss, _HOLDS)
    names = {key: f"G-{key}" for key in project.claims} | {key: f"Sn-{key}" for key in project.evidence}
    elements: dict[str, dict[str, Any]] = {}
    for key, claim in project.claims.items():
        fields = record_object("claims", claim)
        elements[names[key]] = _element(claim.text, key, fields, ("text", "for", "against", *_LINKS))
    for key, item in project.evidence.items():
        fields = record_object("evidence", item)
        elements[names[key]] = _element(item.shows, key, fields, ("shows", "source", "rests_on"))
        for by in item.challenged_by:
            if by in names:
                _add(elements[names[by]], "challenges", names[key])
    for step in flat_steps(project):
        argument, name = step.argument, f"S-{step.id}"
        own = {
            k: getattr(argument, k)
            for k in (
                "because",
                "scheme",
                "strength",
                "weight",
                "bearing",
                "tendency",
                "unless",
                "answer",
                "remark",
            )
            if getattr(argument, k) not in (None, ())
        }
        made: dict[str, Any] = {"text": argument.because or f"Argument {step.side} {names[step.conclusion]}"}
        made["supportedBy"] = [names[p] for p in argument.premises if p in names]
        if step.side == "for":
            _add(elements[names[step.conclusion]], "supportedBy", name)
        else:
            made["challenges"] = [names[step.conclusion]]
        made["argmap"] = json.dumps(own, ensure_ascii=False)
        elements[name] = made
        for by in dict.fromkeys((*argument.unless, *argument.answer)):
            if by in names:
                _add(elements[names[by]], "challenges", name)
    for key in project.claims:
        if "supportedBy" not in elements[names[key]]:
            elements[names[key]]["undeveloped"] = True
    lines = list(entry("module", {"name": project.settings.title}))
    for name, element in elements.items():
        lines += ["", *entry(name, element)]
    return Exported({"": ("\n".join(lines) + "\n").encode()}, loss)


def _element(text: str, key: str, fields: dict[str, Any], but: tuple[str, ...]) -> dict[str, Any]:
    own = {"id": key} | {k: v for k, v in fields.items() if k not in but}
    if own.get("kind") == "interpretive":
        del own["kind"]
    return {"text": text, "argmap": json.dumps(own, ensure_ascii=False)}


def _add(element: dict[str, Any], name: str, value: str) -> None:
    listed = element.setdefault(name, [])
    if value not in listed:
        listed.append(value)
