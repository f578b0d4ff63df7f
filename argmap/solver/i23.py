"""The format of the ICCMA 2023: ``p af n``, then a line ``i j`` for each attack; ``#`` begins a comment.

Arguments are the numbers from 1 to n, and are called by them.
"""

import re
from typing import TYPE_CHECKING

from argmap.model.errors import shown
from argmap.solver.bulk import LEAST, number_pairs
from argmap.solver.framework import Framework, make_framework
from argmap.solver.text import fault

if TYPE_CHECKING:
    from argmap.solver.bulk import Pairs

HEADER = re.compile(r"(?:[ \t]*(?:#[^\n]*)?\n)*[ \t]*p[ \t]+af(?=\s|$)([^\n]*)")
LARGEST = 20_000_000
"""Arguments from which a framework is refused."""


def is_i23(text: str) -> bool:
    """Whether a text begins with ``p af``, comments aside."""
    return HEADER.match(text) is not None


def read_i23(text: str, name: str) -> Framework:
    """Read a framework.

    Raises:
        UnreadableError: If a line is not of the format, or an attack names a number that is no argument.
    """
    header = HEADER.match(text)
    if header is None:
        raise fault(name, 1, "the file does not begin with a line 'p af n'")
    count = header[1].strip()
    line = text.count("\n", 0, header.end()) + 1
    if not (count.isascii() and count.isdigit()):
        raise fault(name, line, f"'p af' wants the number of arguments, not '{shown(count)}'")
    if len(count) > 12 or int(count) > LARGEST:
        raise fault(name, line, f"more arguments than the {LARGEST:,} that can be read")
    size = int(count)
    body = text[header.end() :]
    names = [str(i) for i in range(1, size + 1)]
    many = _read_many(body, size) if len(body) > LEAST else None
    if many is not None:
        return make_framework(names, *many)
    return make_framework(names, *_read_lines(body, size, name, line))


def _read_lines(body: str, size: int, name: str, first: int) -> tuple[list[int], list[int]]:
    sources: list[int] = []
    targets: list[int] = []
    for line, content in enumerate(body.split("\n"), first):
        words = content.split()
        if not words or words[0].startswith("#"):
            continue
        if len(words) != 2:
            raise fault(name, line, f"an attack is two numbers, not '{shown(content.strip(), 60)}'")
        for word, numbers in zip(words, (sources, targets), strict=True):
            if not (word.isascii() and word.isdigit() and len(word) < 20 and 1 <= int(word) <= size):
                raise fault(name, line, f"'{shown(word)}' is no argument: they are the numbers 1 to {size}")
            numbers.append(int(word) - 1)
    return sources, targets


def _read_many(body: str, size: int) -> "Pairs | None":
    """Read many attacks at once; None if any is not two arguments."""
    pairs = number_pairs(body)
    if pairs is None:
        return None
    sources, targets = pairs
    if min(sources.min(), targets.min()) < 1 or max(sources.max(), targets.max()) > size:
        return None
    return sources - 1, targets - 1
