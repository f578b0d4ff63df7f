"""Records as plain values in the short forms of the files, ready to be written."""

from collections.abc import Sequence
from dataclasses import fields
from typing import Any

from argmap.files.yaml_write import Loose, Value
from argmap.model.edtf import Edtf
from argmap.model.locator import Locator, expand_locator
from argmap.model.records import Argument, Expectation, Quote, Stance

_ALIASES = {"premises": "from", "pro": "for", "con": "against"}
_DEFAULTS: dict[str, str] = {"kind": "interpretive"}


def record_value(record: Any) -> dict[str, Value]:
    """Give a record but a source as the mapping that a file would hold.

    Examples:
        >>> from argmap.model.records import Claim
        >>> record_value(Claim(text="It burnt.", pro=["watch", {"from": ["a", "b"], "strength": "good"}]))
        {'text': 'It burnt.', 'for': ['watch', {'from': ['a', 'b'], 'strength': 'good'}]}
    """
    made: dict[str, Value] = {}
    for name in _names(type(record)):
        value = getattr(record, name)
        if value is None or value == () or value == {} or _DEFAULTS.get(name) == value:
            continue
        made[_ALIASES.get(name, name)] = _value(value)
    return made


def expectations_value(expected: Sequence[Expectation]) -> Value:
    """Give the expectations of one claim, one alone by its word."""
    values = [_short(record_value(entry), "verdict") for entry in expected]
    return values[0] if len(values) == 1 else values


def _names(cls: type, _known: dict[type, tuple[str, ...]] = {}) -> tuple[str, ...]:  # noqa: B006  # a cache
    if cls not in _known:
        _known[cls] = tuple(field.name for field in fields(cls))
    return _known[cls]


def _value(value: Any) -> Value:
    if isinstance(value, Edtf):
        return Loose(value.text)
    if isinstance(value, Locator):
        return _locator(value)
    if isinstance(value, Argument):
        return _argument(value)
    if isinstance(value, Stance):
        return _short(record_value(value), "stance")
    if isinstance(value, Quote):
        return record_value(value)
    if isinstance(value, dict):
        return {key: _value(inner) for key, inner in value.items()}
    if isinstance(value, tuple | list):
        return [_value(inner) for inner in value]
    plain: Value = value
    return plain


def _argument(argument: Argument) -> Value:
    made = record_value(argument)
    if len(argument.premises) > 1:
        return made
    made["from"] = argument.premises[0]
    return _short(made, "from")


def _short(made: dict[str, Value], only: str) -> Value:
    """Give the one field alone where no other is filled."""
    return made[only] if len(made) == 1 else made


def _locator(locator: Locator) -> Value:
    written = expand_locator(locator)
    if isinstance(written, str):
        return Loose(written)
    return {part: Loose(value) for part, value in written.items()}
