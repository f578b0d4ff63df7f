"""Writes an argument as AIF, in the JSON that AIFdb gives out."""

import json
from pathlib import Path

from benchmarks.generate.argument import Argument

_TIME = "2026-01-01 00:00:00"


def write_aif(argument: Argument, file: Path) -> None:
    """Write information nodes, and a scheme node for each step; answers are left out."""
    nodes = [_node(n + 1, argument.text(n), "I") for n in range(argument.size)]
    edges: list[dict[str, str | None]] = []
    for claim, steps in argument.steps.items():
        for step in steps:
            scheme = len(nodes) + 1
            name, kind = ("Default Conflict", "CA") if step.against else ("Default Inference", "RA")
            nodes.append(_node(scheme, name, kind))
            edges += [_edge(len(edges) + i, premise + 1, scheme) for i, premise in enumerate(step.premises)]
            edges.append(_edge(len(edges), scheme, claim + 1))
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps({"nodes": nodes, "edges": edges, "locutions": []}) + "\n", "utf-8")


def _node(number: int, text: str, kind: str) -> dict[str, str]:
    return {"nodeID": str(number), "text": text, "type": kind, "timestamp": _TIME}


def _edge(number: int, begin: int, end: int) -> dict[str, str | None]:
    return {"edgeID": str(number + 1), "fromID": str(begin), "toID": str(end), "formEdgeID": None}
