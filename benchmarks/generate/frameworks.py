"""Abstract argumentation frameworks: attacks between numbered arguments, as the ICCMA writes them."""

from collections.abc import Iterator
from pathlib import Path

from benchmarks.generate.words import Lot


def map_like(size: int, seed: int = 1) -> Iterator[tuple[int, int]]:
    """Give the attacks of a map: an argument attacks one of the thirty before it, one in ten is hit back."""
    lot = Lot(seed)
    for attacker in range(2, size + 1):
        target = max(1, attacker - 1 - lot.below(30))
        yield attacker, target
        if lot.below(10) == 0:
            yield target, attacker


def random_attacks(size: int, seed: int = 1) -> Iterator[tuple[int, int]]:
    """Give attacks drawn by lot, one and a half for each argument, anywhere."""
    lot = Lot(seed)
    drawn = {(1 + lot.below(size), 1 + lot.below(size)) for _ in range(size * 3 // 2)}
    yield from sorted(drawn)


FRAMEWORKS = {"map-like": map_like, "random": random_attacks}
"""Every kind of framework by name."""


def write_framework(kind: str, size: int, file: Path, seed: int = 1) -> None:
    """Write a framework in the format of the ICCMA of 2023."""
    lines = [f"{attacker} {target}\n" for attacker, target in FRAMEWORKS[kind](size, seed)]
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(f"p af {size}\n{''.join(lines)}", "utf-8")
