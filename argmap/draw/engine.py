"""Graphviz: which column each node belongs to and in which order, many figures in one process.

The engine decides ranks, orders and the ways of long links (fewest crossings); ``layered`` then
sets the columns, since the engine measures no text beyond ASCII and centres what should line up.
"""

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from argmap.draw.layout import Point
from argmap.model.errors import DrawingError

MOST_LINKS = 4000
"""More links than this are not laid out …"""
DENSEST = 3
"""… nor more than this per node, from ``FEW`` links on."""
FEW = 150
TIME_LIMIT = 30.0
"""Seconds for one call of the engine, and a little more for every figure beyond the first."""
_HURRY = ("-Gnslimit=1", "-Gmclimit=0.1", "-Gsplines=line")


@dataclass(frozen=True, slots=True)
class Ranking:
    """What the engine found."""

    nodes: dict[str, Point]
    """Centres; nodes of one column share their x."""
    ways: dict[int, tuple[Point, ...]]
    """Link by number (from 0) to the control points of its way."""


def guard(nodes: int, links: int) -> None:
    """Refuse what would not be laid out in reasonable time, or read.

    Raises:
        DrawingError: If there are too many links.
    """
    if links > MOST_LINKS or (links > FEW and links > DENSEST * nodes):
        raise DrawingError(
            f"{links:,} links between {nodes:,} nodes are too many for one figure; "
            "draw one part, one claim with its support, or one school"
        )


def rank(sources: Sequence[str], engine: str | None = None) -> list[Ranking]:
    """Let the engine rank figures written as DOT, all in one process.

    Args:
        sources: DOT texts.
        engine: ``None`` for the engine that comes with argmap, ``"dot"`` for the system's
            Graphviz, or the path of a program that takes dot's options.

    Raises:
        DrawingError: If the engine is missing, fails, or takes too long even in a hurry.
    """
    if not sources:
        return []
    program = find_engine(engine)
    text = "\n".join(sources)
    limit = TIME_LIMIT + 0.2 * len(sources)
    try:
        output = _run(program, text, (), limit)
    except subprocess.TimeoutExpired:
        try:
            output = _run(program, text, _HURRY, limit)
        except subprocess.TimeoutExpired:
            raise DrawingError(
                f"the layout took longer than {limit:.0f} seconds; draw a smaller part"
            ) from None
    return [_read(graph) for graph in _graphs(output, len(sources))]


def find_engine(engine: str | None = None) -> str:
    """Find the layout program.

    Raises:
        DrawingError: If it is not there.
    """
    import shutil

    if engine is not None:
        found = shutil.which(engine)
        if found is None:
            raise DrawingError(f"no program '{engine}' here; leave the engine out to use our own")
        return found
    name = "graphviz-pure.exe" if os.name == "nt" else "graphviz-pure"
    beside = Path(sys.executable).parent / name
    if beside.is_file():
        return str(beside)
    found = _installed(name) or shutil.which(name)
    if found is None:
        raise DrawingError("the layout engine is missing: pip install graphviz-pure")
    return found


def _installed(name: str) -> str | None:
    from importlib.metadata import PackageNotFoundError, files

    try:
        entries = files("graphviz-pure") or []
    except PackageNotFoundError:
        return None
    for entry in entries:
        if entry.name == name:
            path = Path(str(entry.locate()))
            return str(path.resolve()) if path.is_file() else None
    return None


def _run(program: str, text: str, options: Sequence[str], limit: float) -> str:
    command = [program, "-Kdot", "-Tjson0", "-q", *options]
    try:
        done = subprocess.run(
            command, input=text.encode("utf-8"), capture_output=True, timeout=limit, check=False
        )
    except OSError as error:
        raise DrawingError(f"the layout engine does not start: {error}") from error
    if done.returncode != 0:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise DrawingError(f"the layout failed: {said[-1] if said else 'no reason given'}")
    return done.stdout.decode("utf-8", "replace")


def _graphs(output: str, count: int) -> list[dict[str, Any]]:
    decoder = json.JSONDecoder()
    found: list[dict[str, Any]] = []
    at = 0
    try:
        for _ in range(count):
            while output[at : at + 1].isspace():
                at += 1
            graph, at = decoder.raw_decode(output, at)
            found.append(graph)
    except ValueError as error:
        raise DrawingError(f"the layout cannot be read: {error}") from error
    return found


def _read(graph: dict[str, Any]) -> Ranking:
    nodes = {
        str(thing["name"]): _flipped(thing["pos"]) for thing in graph.get("objects", ()) if "pos" in thing
    }
    ways = {int(edge["id"][1:]): _way(edge) for edge in graph.get("edges", ()) if "id" in edge}
    return Ranking(nodes, ways)


def _way(edge: dict[str, Any]) -> tuple[Point, ...]:
    words = str(edge.get("pos", "")).split()
    return tuple(_flipped(word) for word in words if word[1:2] != ",")


def _flipped(text: str) -> Point:
    x, y = text.split(",")[:2]
    return (float(x), -float(y))
