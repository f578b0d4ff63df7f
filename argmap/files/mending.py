"""Keeps what fits of a value that does not fit as a whole."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar

if TYPE_CHECKING:
    from pydantic import TypeAdapter
    from pydantic_core import ErrorDetails

T = TypeVar("T")
Keys = tuple[Any, ...]
_REMOVE = object()
_ROUNDS = 12
_EMPTY = {"tuple_type", "dict_type", "literal_error", "string_type"}


@dataclass(frozen=True, slots=True)
class Mended(Generic[T]):
    """What is left of a value, and what had to go."""

    value: T | None
    """None if nothing could be kept."""
    misfits: "tuple[ErrorDetails, ...]"
    """Pydantic's errors; what only follows from them is left out."""


def mend(adapter: "TypeAdapter[T]", raw: Any) -> Mended[T]:
    """Drop from a raw value whatever does not fit, until the rest does.

    A field left empty (``for:``) counts as left out.

    Args:
        adapter: What the value should be.
        raw: The value as read; it is not changed.
    """
    from pydantic import ValidationError

    misfits: tuple[ErrorDetails, ...] = ()
    for _ in range(_ROUNDS):
        try:
            return Mended(adapter.validate_python(raw, by_alias=True, by_name=False), misfits)
        except ValidationError as error:
            errors = error.errors(include_url=False)
        if not misfits:
            empty = [reach(raw, e["loc"]) for e in errors if _is_empty_field(raw, e)]
            if empty:
                raw = _without(raw, empty)
                continue
            misfits = tuple(errors)
        paths = [reach(raw, e["loc"]) for e in errors]
        if () in paths:
            break
        raw = _without(raw, paths)
    return Mended(None, misfits)


def reach(raw: Any, loc: Iterable[int | str]) -> Keys:
    """Follow an error's location into the value as written, as far as it goes.

    Locations speak of expanded short forms: one thing stands for a list of it.

    Examples:
        >>> reach({"for": {"from": "x"}}, ("for", 0, "from", 0))
        ('for', 'from')
    """
    path: list[Any] = []
    for part in loc:
        if isinstance(raw, Mapping):
            key = part if part in raw else next((k for k in raw if str(k) == str(part)), _REMOVE)
            if key is _REMOVE:
                if part == 0:
                    continue
                break
        elif isinstance(raw, list):
            if not isinstance(part, int) or part >= len(raw):
                break
            key = part
        elif part == 0:
            continue
        else:
            break
        path.append(key)
        raw = raw[key]
    return tuple(path)


def _is_empty_field(raw: Any, error: "ErrorDetails") -> bool:
    path = reach(raw, error["loc"])
    whole = len(path) == len(error["loc"]) and path != () and isinstance(path[-1], str)
    return whole and error["input"] is None and error["type"] in _EMPTY


def _without(raw: Any, paths: Iterable[Keys]) -> Any:
    """Copy a value without what stands at the paths."""
    tree: dict[Any, Any] = {}
    for path in paths:
        branch = tree
        for key in path[:-1]:
            branch = branch.setdefault(key, {})
            if branch is _REMOVE:
                break
        else:
            branch[path[-1]] = _REMOVE
    return _pruned(raw, tree)


def _pruned(raw: Any, tree: dict[Any, Any]) -> Any:
    pairs = raw.items() if isinstance(raw, Mapping) else enumerate(raw)
    kept = [
        (key, _pruned(value, tree[key]) if key in tree else value)
        for key, value in pairs
        if tree.get(key) is not _REMOVE
    ]
    return dict(kept) if isinstance(raw, Mapping) else [value for _, value in kept]
