"""Writes a map as Argdown."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from argmap.exchange.argdown_doc import DATA, NOT, STEP_DATA
from argmap.exchange.argdown_inline import escaped
from argmap.exchange.flatten import FlatStep, flat_steps, tell_losses
from argmap.exchange.loss import LossReport
from argmap.exchange.schemes import scheme_title
from argmap.files.record_values import record_value
from argmap.model.project import Project
from argmap.model.records import Argument

_TRAPS = re.compile(r"[{}<\x7f-\x9f\u2028\u2029\ufeff]|/(?=[/*])")

HELD = {
    "claims": ("text", "section", *DATA),
    "evidence": ("shows", "challenged_by"),
    "arguments": ("scheme", "unless", "answer", *STEP_DATA),
    "settings": ("title",),
}
"""What Argdown holds of a map."""


def argdown_of(project: Project) -> tuple[str, LossReport]:
    """Write a project as Argdown source.

    An argument of one claim and nothing else is a relation; any other has its premise-conclusion
    structure. One that attacks concludes the negation of what it attacks (``¬``).

    Args:
        project: The map.
    """
    loss = LossReport()
    tell_losses(project, loss, HELD)
    steps: dict[str, list[FlatStep]] = {}
    for step in flat_steps(project):
        steps.setdefault(step.conclusion, []).append(step)
        if step.argument.answer:
            loss.change("argument.answer", step.id, "it undercuts the objection, as 'unless' does")
    pieces = [f"===\ntitle: {json.dumps(project.settings.title, ensure_ascii=False)}\n===\n"]
    sections: dict[str, list[str]] = {}
    for key, claim in project.claims.items():
        sections.setdefault(claim.section or "", []).append(key)
    for section in sorted(sections, key=lambda name: name != ""):
        if section:
            pieces.append(f"# {escaped(section)}\n")
        for key in sections[section]:
            pieces += _claim(project, key, steps.get(key, []))
    if project.evidence:
        pieces.append("# Evidence\n")
    for key, item in project.evidence.items():
        loss.change("evidence", key, "a statement, as claims are")
        lines = [f"[{key}]: {escaped(item.shows)}"]
        for name in item.challenged_by:
            loss.change("evidence.challenged_by", key, "an attack on it")
            lines.append(f"    - [{name}]")
        pieces.append("\n".join(lines) + "\n")
    return "\n".join(pieces), loss


def _claim(project: Project, key: str, steps: list[FlatStep]) -> Iterator[str]:
    claim = project.claims[key]
    lines = [f"[{key}]: {escaped(claim.text)}{_data(record_value(claim), DATA)}"]
    structures: list[FlatStep] = []
    for side, symbol in (("for", "+"), ("against", "-")):
        mine = [step for step in steps if step.side == side]
        once = len({step.argument.premises for step in mine}) == len(mine)
        if once and all(_is_plain(step.argument) for step in mine):
            lines += [f"    {symbol} [{step.argument.premises[0]}]" for step in mine]
        else:
            structures += mine
    yield "\n".join(lines) + "\n"
    for step in structures:
        yield _structure(step)


def _is_plain(argument: Argument) -> bool:
    return len(record_value(argument)) == 1 and len(argument.premises) == 1


def _structure(step: FlatStep) -> str:
    argument = step.argument
    lines = [f"<{step.id}>", ""]
    lines += [f"({number}) [{premise}]" for number, premise in enumerate(argument.premises, 1)]
    extras = ([scheme_title(argument.scheme)] if argument.scheme else []) + [
        line for line in [_data(record_value(argument), STEP_DATA).strip()] if line
    ]
    lines += ["--", *extras, "--"] if extras else ["----"]
    lines += [f"    <_ [{name}]" for name in dict.fromkeys((*argument.unless, *argument.answer))]
    last = len(argument.premises) + 1
    if step.side == "for":
        lines.append(f"({last}) [{step.conclusion}]")
    else:
        lines += [f"({last}) [{NOT}{step.conclusion}]", f"    -> [{step.conclusion}]"]
    return "\n".join(lines) + "\n"


def _data(values: Mapping[str, Any], names: Iterable[str]) -> str:
    """Write fields as a data element, in the flow form; nothing in it looks like a comment or brace."""
    found = [f"{name}: {_value(values[name])}" for name in names if name in values]
    return f" {{{', '.join(found)}}}" if found else ""


def _value(value: object) -> str:
    written = json.dumps(value, ensure_ascii=False)
    return _TRAPS.sub(lambda match: f"\\u{ord(match[0]):04x}", written)
