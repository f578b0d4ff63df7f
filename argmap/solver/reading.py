"""Reads frameworks; the format is told by content."""

from collections.abc import Callable, Mapping

from argmap.model.errors import UnknownNameError, UnreadableError, shown
from argmap.solver.apx import is_apx, read_apx
from argmap.solver.bag import read_bag
from argmap.solver.bag_json import read_bag_json
from argmap.solver.framework import Framework
from argmap.solver.i23 import is_i23, read_i23
from argmap.solver.text import decode
from argmap.solver.tgf import is_tgf, read_tgf
from argmap.solver.weighted import WeightedFramework

FORMATS: Mapping[str, tuple[Callable[[str], bool], Callable[[str, str], Framework]]] = {
    "apx": (is_apx, read_apx),
    "tgf": (is_tgf, read_tgf),
    "i23": (is_i23, read_i23),
}
"""Format to what tells it and what reads it."""


def read_framework(data: bytes, name: str, format: str | None = None) -> Framework:
    """Read a framework.

    Args:
        data: The bytes of the file.
        name: Its name, for messages.
        format: ``apx``, ``tgf`` or ``i23``; told by content when left out.

    Raises:
        UnknownNameError: If there is no such format.
        UnreadableError: If the file is in none, or at fault; the message tells the line.
    """
    text = decode(data, name)
    if format is not None:
        if format not in FORMATS:
            raise UnknownNameError("format", format, FORMATS)
        return FORMATS[format][1](text, name)
    for fits, read in (FORMATS[key] for key in ("i23", "apx", "tgf")):
        if fits(text):
            return read(text, name)
    if not text.strip():
        raise UnreadableError(f"'{shown(name)}' is empty")
    raise UnreadableError(
        f"'{shown(name)}' is in none of the formats apx (arg(a). att(a,b).), tgf and i23 (p af n)"
    )


def read_weighted(data: bytes, name: str) -> WeightedFramework:
    """Read a weighted framework: facts (``.bag``) or JSON, told by content.

    Raises:
        UnreadableError: If the file is neither, or at fault.
    """
    text = decode(data, name)
    if not text.strip():
        raise UnreadableError(f"'{shown(name)}' is empty")
    return read_bag_json(text, name) if text.lstrip()[0] in "{[" else read_bag(text, name)
