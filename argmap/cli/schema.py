"""``argmap schema``."""

import json
import sys
from pathlib import Path
from typing import Annotated, Any

import typer

from argmap.model.errors import UnknownNameError


def schema(
    name: Annotated[
        str | None,
        typer.Argument(
            help="files (default), settings, or a command with JSON, such as check or manuscript-notes."
        ),
    ] = None,
    out: Annotated[
        Path | None, typer.Option("--out", "-o", help="Folder to write all schemas into, for editors.")
    ] = None,
) -> None:
    """Print the JSON Schema of the project's files, of argmap.toml, or of a command's JSON."""
    if out is not None:
        _write_all(out)
        return
    sys.stdout.write(_text(_schema(name or "files")))


def _schema(name: str) -> dict[str, Any]:
    from argmap.exchange.objects import output_schema
    from argmap.exchange.shapes import SHAPES
    from argmap.files.schema import json_schema, settings_schema

    if name == "files":
        return json_schema()
    if name == "settings":
        return settings_schema()
    if name not in SHAPES:
        raise UnknownNameError("schema", name, ("files", "settings", *SHAPES))
    return output_schema(name)


def _text(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def _write_all(folder: Path) -> None:
    from argmap.exchange.shapes import SHAPES
    from argmap.files.atomic import make_folder, write_text

    names = {"files": "argmap", "settings": "argmap-settings", **{n: f"argmap-{n}" for n in SHAPES}}
    make_folder(folder)
    for name, stem in names.items():
        write_text(folder / f"{stem}.schema.json", _text(_schema(name)))
