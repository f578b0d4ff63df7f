"""Reads ``argmap.toml``, or ``[tool.argmap]`` of ``pyproject.toml``."""

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from argmap.files.decoding import decode, fault, told
from argmap.files.folder import SETTINGS_FILE as SETTINGS_FILE
from argmap.files.folder import has_settings as has_settings
from argmap.files.usual_toml import usual_toml
from argmap.model.finding import Finding, Spot
from argmap.model.pattern import pattern
from argmap.model.requirement import Requirement
from argmap.model.settings import (
    CarneadesThresholds,
    Ignore,
    Part,
    RuleSettings,
    Settings,
    Thresholds,
    VerdictSettings,
)

if TYPE_CHECKING:
    from pydantic import TypeAdapter
    from pydantic_core import ErrorDetails

_PLACE = pattern(r"(.*) \(at (?:line (\d+), column (\d+)|end of document)\)", re.DOTALL)
_TABLES: dict[tuple[str, ...], type] = {
    (): Settings,
    ("verdicts",): VerdictSettings,
    ("verdicts", "thresholds"): Thresholds,
    ("verdicts", "carneades"): CarneadesThresholds,
    ("rules",): RuleSettings,
}


def read_settings(root: Path) -> tuple[Settings, tuple[Finding, ...]]:
    """Read a project's settings; what does not fit stays at its default and is reported.

    Args:
        root: The project's folder.
    """
    for name in (SETTINGS_FILE, "pyproject.toml"):
        try:
            data = (root / name).read_bytes()
        except (FileNotFoundError, NotADirectoryError):
            continue
        except OSError as error:
            message = f"the file cannot be read: {error.strerror or error}"
            return Settings(), (fault("bad-settings", message, name),)
        if name == SETTINGS_FILE or has_settings(data):
            return parse_settings(name, data)
    return Settings(), ()


def settings_file(root: Path) -> str:
    """Name the file that a project's settings stand in, or would stand in.

    Args:
        root: The project's folder.
    """
    pyproject = root / "pyproject.toml"
    if not (root / SETTINGS_FILE).exists() and pyproject.is_file() and has_settings(pyproject.read_bytes()):
        return pyproject.name
    return SETTINGS_FILE


def parse_settings(file: str, data: bytes) -> tuple[Settings, tuple[Finding, ...]]:
    """Read settings from the bytes of a file.

    Args:
        file: ``argmap.toml`` or ``pyproject.toml``.
        data: Its bytes.

    Examples:
        >>> parse_settings("argmap.toml", b"titel = 'x'")[1][0].help
        "did you mean 'title'?"
    """
    text = decode(file, data)
    if isinstance(text, Finding):
        return Settings(), (fault("bad-settings", text.message, file, at=text.spot.at, help=text.help),)
    raw: Any = usual_toml(text)
    if raw is None:
        import tomllib

        try:
            raw = tomllib.loads(text)
        except (RecursionError, ValueError) as error:
            return Settings(), (_syntax(file, str(error), text),)
    top: tuple[str, ...] = ()
    if file == "pyproject.toml":
        top = ("tool", "argmap")
        raw = raw.get("tool", {}).get("argmap", {})
    if not isinstance(raw, dict):
        message = f"'tool.argmap' is {told(raw)}, not a table"
        return Settings(), (fault("bad-settings", message, file, top),)
    from argmap.model.plain_values import read_plainly

    if (settings := read_plainly(Settings, raw)) is not None:
        return settings, ()
    from argmap.files.mending import mend

    mended = mend(_adapter(), raw)
    faults = tuple(_misfit(file, top, error) for error in mended.misfits)
    return mended.value or Settings(), faults


@cache
def _adapter() -> "TypeAdapter[Settings]":
    from pydantic import TypeAdapter

    return TypeAdapter(Settings)


def _syntax(file: str, raw: str, text: str) -> Finding:
    place = _PLACE.match(raw)
    message, at = f"TOML cannot be read here: {raw}", (1, 1)
    if place:
        at = (int(place[2]), int(place[3])) if place[2] else (text.count("\n") + 1, 1)
        message = f"TOML cannot be read here: {place[1].lower()}"
    help_ = "texts stand in quotation marks; the default settings hold until this is mended"
    return fault("bad-settings", message, file, at=at, help=help_)


def _misfit(file: str, top: tuple[str, ...], error: "ErrorDetails") -> Finding:
    from argmap.files.misfits import cure, describe, fields_of, unknown_field

    inner = tuple(part for part in error["loc"] if part != "[key]")
    table = tuple(str(part) for part in inner[:-1])
    cls = Part if table[:1] == ("parts",) else _TABLES.get(table, Settings)
    cls = Requirement if table[:2] == ("rules", "require") else cls
    cls = Ignore if table[:1] == ("ignore",) else cls
    unknown = error["type"] == "unexpected_keyword_argument"
    if unknown:
        where = f"table '{'.'.join(table)}'" if table else "the settings"
        message, help_ = unknown_field(str(inner[-1]), where, fields_of(cls))
    elif error["type"] in ("dataclass_type", "dict_type"):
        name = ".".join(map(str, inner))
        message, help_ = f"'{name}' is {told(error['input'])}, not a table", f"write [{name}]"
    elif error["type"] == "missing":
        message, help_ = f"'{'.'.join(table)}' has no '{inner[-1]}'", f"add '{inner[-1]} ='"
        inner = inner[:-1]
    else:
        message, help_ = describe(error, inner, f" of '{'.'.join(table)}'" if table else "")
    fix = cure(Spot(file, (*top, *inner), on_key=unknown), error, fields_of(cls) if unknown else [])
    return fault("bad-settings", message, file, (*top, *inner), on_key=unknown, help=help_, fix=fix)
