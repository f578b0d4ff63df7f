"""The legend of a figure: an entry for every sign that occurs in it, and no other."""

from dataclasses import dataclass, replace
from typing import Literal

from argmap.draw.figure import Chip, Figure
from argmap.draw.font import text_width

Sample = Literal[
    "claim",
    "evidence",
    "for",
    "against",
    "joint",
    "undercut",
    "answer",
    "through",
    "more",
    "chip",
    "stance",
]
SIZE = 9.0
ROW = 17.0
RULE = 22.0
"""From where the legend begins to its first row, with a thin line between."""
SAMPLE = 26.0
CHIP = 14.0
GAP = 18.0
TEXTS: dict[Sample, str] = {
    "claim": "claim",
    "evidence": "evidence",
    "for": "speaks for",
    "against": "speaks against",
    "joint": "reasons that carry only together",
    "undercut": "unless: takes the step away",
    "answer": "answers the objection",
    "through": "bears on it through claims not shown",
    "more": "bearing on it, not shown here",
}


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: a sample and what it means."""

    sample: Sample
    text: str
    chip: Chip | None = None

    @property
    def width(self) -> float:
        """Room it takes, in points."""
        return self.indent + text_width(self.text, SIZE)

    @property
    def indent(self) -> float:
        """Where its text starts."""
        return (CHIP if self.chip else SAMPLE) + 5


def legend(figure: Figure) -> tuple[Entry, ...]:
    """List what occurs in a figure, in a fixed order."""
    kinds = {edge.kind for edge in figure.edges} - {"joint"}
    if "challenge" in kinds:
        kinds = (kinds - {"challenge"}) | {"against"}
    cards = {node.kind for node in figure.nodes}
    heads: dict[str, int] = {}
    for edge in figure.edges:
        if edge.kind == "joint":
            heads[edge.head] = heads.get(edge.head, 0) + 1
    occurs: dict[Sample, bool] = {
        "claim": "claim" in cards and "evidence" in cards,
        "evidence": "evidence" in cards,
        "for": "for" in kinds,
        "against": "against" in kinds,
        "joint": any(count > 1 for count in heads.values()),
        "undercut": "undercut" in kinds,
        "answer": "answer" in kinds,
        "through": "through" in kinds,
        "more": any(node.more for node in figure.nodes),
    }
    entries = [Entry(sample, TEXTS[sample]) for sample, there in occurs.items() if there]
    chips = [chip for node in figure.nodes for chip in node.chips]
    for chip in sorted({replace(chip, stance="holds") for chip in chips}, key=lambda c: c.number):
        entries.append(Entry("chip", chip.name, chip))
    stances = {chip.stance for chip in chips}
    if stances - {"holds"}:
        for stance in ("holds", "qualifies", "rejects"):
            if stance in stances:
                entries.append(Entry("stance", stance, Chip(" ", "", -1, stance)))
    return tuple(entries)


def rows(entries: tuple[Entry, ...], width: float) -> list[list[tuple[float, Entry]]]:
    """Set entries in rows no wider than ``width``; each with its x."""
    placed: list[list[tuple[float, Entry]]] = []
    x = 0.0
    for entry in entries:
        if not placed or (x > 0 and x + entry.width > width):
            placed.append([])
            x = 0.0
        placed[-1].append((x, entry))
        x += entry.width + GAP
    return placed
