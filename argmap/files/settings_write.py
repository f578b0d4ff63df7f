"""Writes ``argmap.toml``."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from argmap.model.settings import Settings

_BARE = re.compile(r"[A-Za-z0-9_-]+")


def settings_text(settings: Settings) -> str:
    """Write settings as the text of ``argmap.toml``; what is at its default is left out.

    Examples:
        >>> print(settings_text(Settings(title="The fire", parts={"I": "The night"})), end="")
        title = "The fire"
        <BLANKLINE>
        [parts]
        I = "The night"
    """
    from pydantic import TypeAdapter

    adapter: TypeAdapter[Settings] = TypeAdapter(Settings)
    values = adapter.dump_python(settings, mode="json", by_alias=True, exclude_defaults=True)
    values = {"title": settings.title, **values}
    if "parts" in values:
        values["parts"] = {
            name: part["title"] if part.get("notes") is None else part
            for name, part in values["parts"].items()
        }
    return "\n".join(_table((), values)) + "\n"


def _table(path: tuple[str, ...], values: Mapping[str, Any]) -> Iterator[str]:
    """Write a table, tables inside it after its own values."""
    inner = {key: value for key, value in values.items() if _is_table(path, value)}
    if path and len(inner) < len(values):
        yield ""
        yield f"[{'.'.join(toml_key(name) for name in path)}]"
    for key, value in values.items():
        if key not in inner:
            yield f"{toml_key(key)} = {toml_value(value)}"
    for key, value in inner.items():
        yield from _table((*path, key), value)


def _is_table(path: tuple[str, ...], value: object) -> bool:
    return isinstance(value, dict) and path != ("parts",)


def toml_key(name: str) -> str:
    """Write a key, bare where it can be."""
    return name if _BARE.fullmatch(name) else _text(name)


def toml_value(value: Any) -> str:
    """Write one value, on one line."""
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return "[" + ", ".join(toml_value(item) for item in value) + "]"
    if isinstance(value, dict):
        inner = {key: item for key, item in value.items() if item is not None}
        return "{" + ", ".join(f"{toml_key(key)} = {toml_value(item)}" for key, item in inner.items()) + "}"
    return repr(value)


def _text(text: str) -> str:
    """Quote a text; TOML's escapes are JSON's, and DEL needs one too."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
