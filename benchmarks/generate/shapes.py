"""The shapes of argument that are measured, each a function of its size and seed."""

from collections.abc import Callable

from benchmarks.generate.argument import Argument
from benchmarks.generate.words import Lot

NEAR = 50
"""How far apart in a book a claim and what rests on it may stand."""
SECTION = 200
"""Claims of a section: its first one speaks for the first of another section, ten of them for one."""


def book(size: int, seed: int = 1) -> Argument:
    """Make an argument like that of a book: two records in five are claims, links stay near.

    Every claim but the first of a section speaks for one of the 50 before it, one in seven together
    with a second premise; one in ten speaks against it instead, and the next claim answers it.
    Evidence supports the claim that it stands by; one piece in ten also a claim near by. A map of
    ten times the size is a few steps deeper.
    """
    made = Argument("book", size, max(2, size * 2 // 5), seed=seed)
    lot = Lot(seed)
    claims = made.claims
    for claim in range(1, claims):
        section, place = divmod(claim, SECTION)
        parent = max(section * SECTION, claim - 1 - lot.below(NEAR))
        if place == 0:
            made.add((section - 1) // 10 * SECTION, claim)
        elif lot.below(10) == 0 and claim + 1 < claims:
            made.add(parent, claim, against=True, answer=claim + 1)
        elif lot.below(7) == 0 and claim + 1 < claims:
            made.add(parent, claim, claim + 1)
        else:
            made.add(parent, claim)
    for item in made.evidence:
        claim = (item - claims) * claims // (size - claims)
        made.add(claim, item)
        if claim and lot.below(10) == 0:
            made.add(max(0, claim - 1 - lot.below(NEAR)), item)
    return made


def tree(size: int, seed: int = 1) -> Argument:
    """Make a tree: every claim rests on four others down to the leaves, and these on evidence."""
    claims = max(1, size // 4)
    made = Argument("tree", size, claims, seed=seed)
    for claim in range(1, claims):
        made.add((claim - 1) // 4, claim)
    leaves = range(max(0, (claims - 1 + 3) // 4), claims)
    for item in made.evidence:
        made.add(leaves[item % len(leaves)], item)
    return made


def dense(size: int, seed: int = 1) -> Argument:
    """Make a dense map: every claim rests on the next and on eleven or so of the hundred after it."""
    claims = max(2, size // 2)
    made = Argument("dense", size, claims, seed=seed)
    lot = Lot(seed)
    for claim in range(claims):
        after = min(claims - 1, claim + 100) - claim
        drawn = {claim + 1 + lot.below(after) for _ in range(11)} | {claim + 1} if after else set()
        for premise in sorted(drawn):
            made.add(claim, premise)
    for item in made.evidence:
        made.add(item % claims, item)
    return made


def chain(size: int, seed: int = 1) -> Argument:
    """Make one chain: each claim rests on the next, the last on the one piece of evidence."""
    made = Argument("chain", size, size - 1, seed=seed)
    for claim in range(size - 1):
        made.add(claim, claim + 1)
    return made


def wide(size: int, seed: int = 1) -> Argument:
    """Make one claim that rests on everything else."""
    made = Argument("wide", size, 1, seed=seed)
    for item in made.evidence:
        made.add(0, item)
    return made


def circles(size: int, seed: int = 1) -> Argument:
    """Make circles of ten claims, each speaking for the thesis; every other one rests on evidence too."""
    rings = max(1, (size - 1) * 2 // 21)
    claims = 1 + 10 * rings
    made = Argument("circles", max(size, claims + 1), claims, seed=seed)
    for ring in range(rings):
        first = 1 + 10 * ring
        made.add(0, first)
        for place in range(10):
            made.add(first + place, first + (place + 1) % 10)
    for item in made.evidence:
        made.add(1 + 20 * ((item - claims) % max(1, rings // 2)), item)
    return made


SHAPES: dict[str, Callable[[int, int], Argument]] = {
    "book": book,
    "tree": tree,
    "dense": dense,
    "chain": chain,
    "wide": wide,
    "circles": circles,
}
"""Every shape by name: takes a size (claims and evidence together) and a seed."""
