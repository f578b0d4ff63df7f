"""What stands in the metadata of a Carneades graph: fields of ours, and free words of others."""

from collections.abc import Mapping
from typing import Any

from argmap.exchange.caes import CaesArgument
from argmap.exchange.loss import LossReport
from argmap.exchange.schemes import is_plain
from argmap.exchange.texts import one_line
from argmap.model.errors import shown
from argmap.model.records import Argument, Expectation

OWN = "argmap"
"""Key of the metadata in which our own writer keeps what Carneades has no word for."""


def own(meta: Mapping[str, Any]) -> dict[str, Any]:
    """Give what our own writer kept in the metadata; empty for other files."""
    kept = meta.get(OWN)
    return kept if isinstance(kept, dict) else {}


def known_fields(record: type, fields: object, *but: str) -> dict[str, Any]:
    """Give the fields that a record has; those that stand elsewhere left out."""
    names = record.__dataclass_fields__.keys() - set(but)  # type: ignore[attr-defined]
    return {k: v for k, v in fields.items() if k in names} if isinstance(fields, dict) else {}


def expectation_of(stated: object) -> Expectation | None:
    """Give an expectation that our own writer kept; None where it does not fit."""
    try:
        return Expectation(**stated) if isinstance(stated, dict) else None
    except (ValueError, TypeError):
        return None


def fields_of(argument: CaesArgument | None, loss: LossReport | None) -> dict[str, Any]:
    """Give fields of an argument, and report (where a report is given) what became of the rest."""
    if argument is None:
        return {}
    meta = dict(argument.meta)
    fields = known_fields(Argument, own(meta), "premises", "weight", "unless", "answer")
    meta.pop(OWN, None)
    remarks = [fields.pop("remark", None)]
    if argument.scheme and not is_plain(argument.scheme):
        fields["scheme"] = argument.scheme
    if any(argument.roles):
        remarks.append(f"Roles of the premises: {', '.join(one_line(r) or '-' for r in argument.roles)}.")
        if loss is not None:
            loss.change("argument.role", argument.id, "kept as a remark")
    if words := meta_words(meta):
        remarks.append(words)
        if loss is not None:
            loss.change("argument.meta", argument.id, "kept as a remark")
    if said := " ".join(filter(None, remarks)):
        fields["remark"] = said
    return fields


def meta_words(meta: Any) -> str:
    """Tell free metadata in words; empty where there is none.

    Examples:
        >>> meta_words({"title": "Lex", "source": {"page": 3}, "note": None})
        'title: Lex; page: 3.'
    """
    if not isinstance(meta, dict):
        return ""
    found: list[str] = []
    pending = list(reversed(list(meta.items())))
    while pending:
        key, value = pending.pop()
        if isinstance(value, dict):
            pending += reversed(list(value.items()))
        elif isinstance(value, list):
            pending += reversed([(key, each) for each in value])
        elif said := one_line(value):
            found.append(f"{one_line(key)}: {said.rstrip('.')}")
    return f"{shown('; '.join(found), 2000)}." if found else ""


def listed(value: object) -> list[Any]:
    """Give a list as it is, and anything else alone in one."""
    return value if isinstance(value, list) else [] if value is None else [value]
