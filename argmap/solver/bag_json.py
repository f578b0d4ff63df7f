"""Weighted frameworks as JSON, in the shapes that tools write.

An object with ``arguments`` (or ``nodes``): a list of objects with a name and a base score, an object of base
scores or of such objects by name, or a list of names with the scores beside them (``initial_strengths``, as
QBAF-Py's constructor takes them). Then ``attacks`` and ``supports``: lists of pairs, or of objects with
``from`` and ``to`` (``source`` and ``target``, ``attacker`` and ``attacked`` …); or one list ``relations``
(``edges``, ``links``) whose objects tell their ``type``; or ``attackers`` and ``supporters`` of each
argument. Capitals, underscores and hyphens in keys do not matter.
"""

import json
from collections.abc import Iterator
from typing import Any

from argmap.model.errors import UnreadableError, shown
from argmap.solver.text import fault
from argmap.solver.weighted import WeightedFramework, make_weighted

ARGUMENTS = ("arguments", "args", "nodes")
NAMES = ("id", "name", "argument", "key")
SCORES = tuple(
    "initialstrength basescore initialweight basestrength baseweight intrinsicstrength initialscore "
    "initial base weight score tau strength".split()
)
SCORES_BESIDE = ("initialstrengths", "basescores", "initialweights", "weights", "scores", "strengths", "tau")
ATTACKS = ("attacks", "attack", "att", "attackrelations", "attrelations")
SUPPORTS = ("supports", "support", "sup", "supportrelations", "supprelations")
RELATIONS = ("relations", "edges", "links")
SOURCES = ("from", "source", "attacker", "supporter", "agent", "src")
TARGETS = ("to", "target", "attacked", "supported", "patient", "attackee", "supportee", "dst")
TYPES = ("type", "relation", "label", "kind", "polarity")

Object = dict[str, Any]  # an object of the file, its keys made plain


def read_bag_json(text: str, name: str) -> WeightedFramework:
    """Read a weighted framework.

    Raises:
        UnreadableError: If the text is no JSON, has none of the known shapes, or names what is not there.
    """
    try:
        value = json.loads(text)
    except json.JSONDecodeError as error:
        raise fault(name, error.lineno, f"this is no JSON: {error.msg}") from None
    except (RecursionError, ValueError):  # too deep; a number of thousands of digits
        raise UnreadableError(f"'{shown(name)}' cannot be read as JSON") from None
    if not isinstance(value, dict):
        raise _wrong(name, "a weighted framework is an object with 'arguments', 'attacks' and 'supports'")
    top = _plain(value)
    base: dict[str, float] = {}
    attacks, supports = [], []
    for where, argument, score, item in _arguments(top, name):
        if isinstance(score, bool) or not isinstance(score, int | float) or not 0 <= score <= 1:
            raise _wrong(name, f"{where}: '{shown(argument)}' wants a base score from 0 to 1")
        if base.setdefault(argument, float(score)) != score:
            raise _wrong(name, f"{where}: '{shown(argument)}' has two base scores")
        attacks += [(other, argument) for other in _names(item.get("attackers"), where, name)]
        supports += [(other, argument) for other in _names(item.get("supporters"), where, name)]
    attacks += _pairs(top, ATTACKS, name)
    supports += _pairs(top, SUPPORTS, name)
    for is_attack, pair in _typed(top, name):
        (attacks if is_attack else supports).append(pair)
    for pair in (*attacks, *supports):
        for argument in pair:
            if argument not in base:
                raise _wrong(name, f"a relation names '{shown(argument)}', which is no argument")
    return make_weighted(base, attacks, supports)


def _arguments(top: Object, name: str) -> Iterator[tuple[str, str, object, Object]]:
    """Give place, name and score of each argument, and the object that describes it."""
    listed = _first(top, ARGUMENTS)
    if isinstance(listed, dict):
        for key, value in listed.items():
            item = _plain(value) if isinstance(value, dict) else {}
            yield "arguments", str(key), _first(item, SCORES) if isinstance(value, dict) else value, item
        return
    if not isinstance(listed, list):
        raise _wrong(name, "'arguments' is wanted: a list or an object")
    beside = _first(top, SCORES_BESIDE)
    if isinstance(beside, list) and len(beside) != len(listed):
        raise _wrong(name, f"{len(listed)} arguments, but {len(beside)} base scores")
    for i, value in enumerate(listed):
        where = f"arguments[{i}]"
        item = _plain(value) if isinstance(value, dict) else {}
        argument = _name(_first(item, NAMES) if isinstance(value, dict) else value, where, name)
        score = _first(item, SCORES)
        if score is None and isinstance(beside, dict):
            score = beside.get(argument)
        elif score is None and isinstance(beside, list):
            score = beside[i]
        yield where, argument, score, item


def _pairs(top: Object, keys: tuple[str, ...], name: str) -> list[tuple[str, str]]:
    key = next((k for k in keys if k in top), keys[0])
    listed = top.get(key) or []
    if not isinstance(listed, list):
        raise _wrong(name, f"'{key}' is a list of pairs")
    return [_pair(value, f"{key}[{i}]", name) for i, value in enumerate(listed)]


def _typed(top: Object, name: str) -> Iterator[tuple[bool, tuple[str, str]]]:
    """Give relations that tell their own type: whether each is an attack, and its ends."""
    key = next((k for k in RELATIONS if k in top), RELATIONS[0])
    listed = top.get(key) or []
    if not isinstance(listed, list):
        raise _wrong(name, f"'{key}' is a list of relations")
    for i, value in enumerate(listed):
        where = f"{key}[{i}]"
        kind = str(_first(_plain(value), TYPES)).lower() if isinstance(value, dict) else ""
        if not kind.startswith(("att", "sup", "-", "+")):
            raise _wrong(name, f"{where}: its type is neither 'attack' nor 'support'")
        yield kind.startswith(("att", "-")), _pair(value, where, name)


def _pair(value: object, where: str, name: str) -> tuple[str, str]:
    if isinstance(value, dict):
        item = _plain(value)
        ends: list[object] = [_first(item, SOURCES), _first(item, TARGETS)]
    elif isinstance(value, list) and len(value) == 2:
        ends = value
    else:
        raise _wrong(name, f"{where}: two arguments are wanted")
    return _name(ends[0], where, name), _name(ends[1], where, name)


def _names(value: object, where: str, name: str) -> list[str]:
    if value is None:
        return []
    if not isinstance(value, list):
        raise _wrong(name, f"{where}: attackers and supporters are lists of names")
    return [_name(each, where, name) for each in value]


def _name(value: object, where: str, name: str) -> str:
    if isinstance(value, str) or (isinstance(value, int) and not isinstance(value, bool)):
        return str(value)
    raise _wrong(name, f"{where}: the name of an argument is wanted")


def _plain(value: dict[str, Any]) -> Object:
    return {key.lower().replace("_", "").replace("-", "").replace(" ", ""): v for key, v in value.items()}


def _first(item: Object, keys: tuple[str, ...]) -> Any:
    return next((item[key] for key in keys if key in item), None)


def _wrong(name: str, message: str) -> UnreadableError:
    return UnreadableError(f"{shown(name)}: {message}")
