"""What the commands that exchange maps share: files in and out, and the loss report."""

import json
import sys
from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from argmap.cli.options import TextOrJson, write
from argmap.model.errors import ArgmapError, ExistsError, UnreadableError, shown

if TYPE_CHECKING:
    from argmap.exchange.loss import LossReport
    from argmap.exchange.registry import Exported, Exporter, Imported, Importer


def read_foreign(file: Path, format: str | None) -> "Imported":
    """Read a file in another format; ``-`` is standard input.

    Raises:
        UnreadableError: If it cannot be read, or nothing in it was understood.
    """
    from argmap.exchange.registry import LARGEST, read

    if str(file) == "-":
        return read(sys.stdin.buffer.read(LARGEST + 1), "-", format)
    try:
        with file.open("rb") as stream:
            data = stream.read(LARGEST + 1)
    except OSError as error:
        raise UnreadableError(f"cannot read '{shown(str(file))}': {error.strerror or error}") from error
    return read(data, file.name, format)


def write_foreign(exported: "Exported", title: str, out: Path | None) -> None:
    """Write a map that was put into another format: to a file or folder, or to standard output.

    Raises:
        ArgmapError: If a folder is needed and none is named.
        ExistsError: If a folder to be written is there and not empty.
    """
    files = exported.files
    if set(files) == {""}:
        if out is None or str(out) == "-":
            sys.stdout.flush()
            sys.stdout.buffer.write(files[""])
            sys.stdout.buffer.flush()
        else:
            from argmap.files.atomic import write_bytes

            write_bytes(out, files[""])
        return
    if out is None:
        raise ArgmapError(f"{title} is a folder of files: name it with --out")
    _write_folder(files, out)


def _write_folder(files: Mapping[str, bytes], out: Path) -> None:
    from argmap.files.atomic import make_folder, write_bytes

    if out.exists() and not (out.is_dir() and not any(out.iterdir())):
        raise ExistsError(f"'{shown(str(out))}' is there already; nothing was written")
    for name, data in files.items():
        if PurePosixPath(name).is_absolute() or ".." in PurePosixPath(name).parts:
            raise ArgmapError(f"'{shown(name)}' lies outside the folder")
        make_folder((out / name).parent)
        write_bytes(out / name, data)


def tell_loss(loss: "LossReport", format: TextOrJson) -> None:
    """Tell on standard error what a conversion changed and dropped; nothing where nothing was."""
    if format is TextOrJson.JSON:
        sys.stderr.write(json.dumps(loss.as_object(), ensure_ascii=False, indent=2) + "\n")
    elif not loss.is_lossless:
        sys.stderr.write("".join(f"{line}\n" for line in loss.lines()))


def list_formats(formats: "Mapping[str, Importer] | Mapping[str, Exporter]") -> None:
    """Print formats by name."""
    width = max((len(name) for name in formats), default=0)
    write("".join(f"{name:<{width}}  {each.title}\n" for name, each in formats.items()))
